#pragma once
#include "core/journal/state.h"

/// Sums kept beside the state tables so that a figure costs one look-up. Not part of the digest: they follow from it,
/// and verify counts them anew.
namespace muster::tally {

void createTables(State &state);
/// Written by settle(); of() counts it at once.
void add(State &state, const QString &name, qint64 delta);
/// Writes the sums that changed. Before a commit, and before reading the table with SQL of one's own.
void settle(State &state);
[[nodiscard]] qint64 of(State &state, const QString &name);

}  // namespace muster::tally
