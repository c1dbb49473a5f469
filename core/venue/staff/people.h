#pragma once
#include "core/venue/act.h"

namespace muster {
class State;
}

/// Who works on the day: the plan's sheet of staff, and the helpers who came.
namespace muster::staff {

/// By code, as somebody typed it or as a badge says; a helper's name is not in the log, their code stands for it.
[[nodiscard]] std::optional<StaffMember> find(State &state, const EventSetup &setup, const QString &code);
/// True if one of @p roles is the coordinator's or the commander's.
[[nodiscard]] bool isCommanding(const QStringList &roles);
[[nodiscard]] Words unknown(const QString &code);

}  // namespace muster::staff
