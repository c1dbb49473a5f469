#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// Guests who are to be forgotten: every device destroys their keys and plain texts, for ever. The log stays whole, for
/// it never held them in clear. Answers that were sealed with a key of their own lose it too, whichever came first.
namespace muster::forgetting {

[[nodiscard]] QString kind();
[[nodiscard]] Draft forgotten(const GuestId &guest, const QString &reason);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// Adds to @p changed whose keys are to be destroyed.
[[nodiscard]] Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed);
/// Names of every key to be destroyed: the guests' own, and those that their answers were sealed with.
[[nodiscard]] std::vector<GuestId> buried(State &state);
/// Of these, the keys of @p guest; none if nobody wished the guest to be forgotten.
[[nodiscard]] std::vector<GuestId> buriedWith(State &state, const GuestId &guest);

}  // namespace muster::forgetting
