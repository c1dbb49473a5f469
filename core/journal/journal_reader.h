#pragma once
#include "core/base/result.h"
#include "core/journal/state.h"

#include <functional>

namespace muster {

/// Runs @p work, which only queries, with the state in the journal's @p file as it was committed last. A connection of
/// its own: on any thread, beside the device that owns the file, which neither waits nor is waited for. For what takes
/// long and need not know the act of this moment.
///
/// Storage: the file cannot be read, or is no journal.
[[nodiscard]] Status readApart(const QString &file, const std::function<void(State &)> &work);

}  // namespace muster
