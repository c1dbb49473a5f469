#pragma once
#include "core/journal/state.h"
#include "core/venue/plan/setup.h"

/// Where a new device is put that does not say itself where it stands.
namespace muster::vacancies {

/// The station of the plan for one more device in @p role: first one whose device was shut out or declared lost, since
/// its people and its queue are waiting; then one where none ever stood; each in the plan's order. Empty: there is
/// none.
[[nodiscard]] QString find(State &state, const EventSetup &setup, const QString &role);

}  // namespace muster::vacancies
