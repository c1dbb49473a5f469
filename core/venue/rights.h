#pragma once
#include "core/authority/ledger.h"
#include "core/venue/setup.h"

/// The hub's side of the ledger: mints what the plan allows, hands out blocks of numbers and headroom to devices, and
/// takes back places that guests have left.
namespace muster::rights {

inline constexpr int numberBlock = 20;  ///< Walk-in numbers handed to a device at once.
inline constexpr int numberLow = 8;     ///< Below this a device gets the next block.
inline constexpr int headroomMax = 10;  ///< Places in a firm zone that a device may hold for bad days.

[[nodiscard]] QString kind();  ///< "rights.moved": postings of the hub.

[[nodiscard]] QString placeResource(const QString &zone);
[[nodiscard]] QString walkInResource();

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// What the hub @p self should book now: capacities that changed, holders that run low, places that came free of
/// @p moved guests (all guests if unset). Nothing twice, however often it is asked.
[[nodiscard]] std::vector<Draft> due(State &state, const EventSetup &setup, const StreamKey &self,
                                     const std::vector<StreamKey> &linked,
                                     const std::optional<std::vector<GuestId>> &moved);

}  // namespace muster::rights
