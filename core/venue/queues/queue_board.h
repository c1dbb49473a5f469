#pragma once
#include "core/venue/scarce/desk_views.h"
#include "core/venue/scarce/scarce_query.h"

/// What hangs on the wall of a waiting zone: who is called where, and who comes next.
namespace muster::queue_board {

inline constexpr int lookMax = 50;  ///< Calls of one service that are looked at for the last of each series.

/// Of @p services; of all if there is none.
[[nodiscard]] Board boardOf(State &state, const EventSetup &setup, const QStringList &services = {});

}  // namespace muster::queue_board
