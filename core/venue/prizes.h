#pragma once
#include "core/venue/scarce.h"

/// Prizes: who is entitled, what lies at which desk, granted and then handed over.
namespace muster::prizes {

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::map<QString, scarce::Room> rooms();

}  // namespace muster::prizes
