#pragma once
#include "core/journal/operation.h"
#include "core/journal/state.h"
#include "core/venue/plan/setup.h"
#include "tests/support/seeded_random.h"

#include <span>

/// Drafts of all kinds with a little of everything in them, for histories in any order.
namespace muster::test {

/// One of @p count ids: things meet.
template<class IdType>
IdType few(SeededRandom &random, quint8 count)
{
    IdType id;
    id.bytes.fill(quint8(1 + random.below(count)));
    return id;
}

[[nodiscard]] QString one(SeededRandom &random, std::initializer_list<const char *> words);
[[nodiscard]] QString text(SeededRandom &random);
/// An operation of @p kind that was seen, or now and then one that nobody has.
[[nodiscard]] OperationHash any(SeededRandom &random, std::span<const Operation> seen, const QString &kind);

[[nodiscard]] Draft drawn(SeededRandom &random, std::span<const Operation> seen);
/// A mode of the hall or a zone, something said to all, or a receipt of it.
[[nodiscard]] Draft ruled(SeededRandom &random, std::span<const Operation> seen);
[[nodiscard]] Draft sold(SeededRandom &random, std::span<const Operation> seen);
[[nodiscard]] Draft posted(SeededRandom &random, std::span<const Operation> seen);
[[nodiscard]] Draft incident(SeededRandom &random, std::span<const Operation> seen);
[[nodiscard]] Draft zoned(SeededRandom &random, std::span<const Operation> seen);
/// Of cues, tasks, phases and materials.
[[nodiscard]] Draft coursed(SeededRandom &random, std::span<const Operation> seen);
/// What the day says of them at @p now.
[[nodiscard]] QByteArray peopleView(State &state, const EventSetup &setup, WallTime now);
[[nodiscard]] QByteArray courseView(State &state, WallTime now);

}  // namespace muster::test
