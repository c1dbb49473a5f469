#pragma once
#include "core/journal/state.h"

/// Sums kept beside the state tables so that a figure costs one look-up. Not part of the digest: they follow from it,
/// and verify counts them anew.
namespace muster::tally {

void createTables(State &state);
void add(State &state, const QString &name, qint64 delta);
[[nodiscard]] qint64 of(State &state, const QString &name);

}  // namespace muster::tally
