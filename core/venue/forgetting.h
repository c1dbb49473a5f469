#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// Guests who are to be forgotten: every device destroys their keys and plain texts, for ever. The log stays whole, for
/// it never held them in clear.
namespace muster::forgetting {

[[nodiscard]] QString kind();
[[nodiscard]] Draft forgotten(const GuestId &guest, const QString &reason);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// Adds the guest to @p changed.
[[nodiscard]] Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed);
[[nodiscard]] std::vector<GuestId> all(State &state);

}  // namespace muster::forgetting
