#pragma once
#include "core/venue/desk.h"

/// Lucky draws and random orders that anybody can recompute.
namespace muster::draws {

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

}  // namespace muster::draws
