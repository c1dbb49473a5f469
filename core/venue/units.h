#pragma once
#include "core/venue/scarce.h"

/// Units for sale: one unit, one household.
namespace muster::units {

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::map<QString, scarce::Room> rooms();

}  // namespace muster::units
