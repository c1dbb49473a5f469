#pragma once
#include "core/journal/state.h"

#include <QStringList>

/// What a finished log can show to be wrong about numbers, prizes and units: counted anew from the facts, not from what
/// was derived of them.
namespace muster::scarce_faults {

/// One line for every breach, naming what it is about; nothing that a conflict already says.
[[nodiscard]] QStringList of(State &state);

}  // namespace muster::scarce_faults
