#pragma once
#include "core/venue/desk.h"

/// What was sold on the day, in amounts.
namespace muster::sales {

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

}  // namespace muster::sales
