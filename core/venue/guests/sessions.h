#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// Which parts of the event take sign-ins: opened and closed by the coordinator, never by a clock.
namespace muster::sessions {

[[nodiscard]] QString kind();
[[nodiscard]] Draft set(State &state, const QString &session, bool isOpen);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] QStringList open(State &state);

}  // namespace muster::sessions
