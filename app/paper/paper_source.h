#pragma once
#include "app/node/local_device.h"
#include "core/paper/day_pages.h"

namespace muster::paper {

inline constexpr int incidentsReadMax = 60;  ///< Open ones whose last entry is read; the others say less.

/// What @p local knows of the day, on its own thread. Restricted incidents are not even looked into.
[[nodiscard]] Sources gather(LocalDevice &local);
/// How many keys of people were destroyed so far: papers from before may still name them.
[[nodiscard]] qsizetype forgottenCount(LocalDevice &local);

}  // namespace muster::paper
