#pragma once
#include "core/venue/desk.h"

/// People counted by hand beside the scans, and things that are lent.
namespace muster::zones {

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

}  // namespace muster::zones
