#pragma once
#include "core/venue/scarce.h"

/// Queue numbers: given once, called by one counter at a time, carried through a journey of several services.
namespace muster::queues {

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::map<QString, scarce::Room> rooms();

}  // namespace muster::queues
