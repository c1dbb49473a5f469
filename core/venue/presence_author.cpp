// What a step or a reset says of its author's knowledge.
#include "core/venue/presence.h"

#include <QCborArray>

namespace muster::presence {

QCborArray encodeSeen(const Seen &seen)
{
    QCborArray list;
    for (const auto &[stream, known] : seen) {
        list.append(QCborArray{stream.origin.toBytes(), qint64(stream.incarnation), qint64(known.sequence),
                               known.fact.toBytes()});
    }
    return list;
}

std::optional<Seen> decodeSeen(const QCborArray &list)
{
    Seen seen;
    for (const auto &value : list) {
        const auto row = value.toArray();
        const auto origin = DeviceId::fromBytes(row.at(0).toByteArray());
        const auto fact = OperationHash::fromBytes(row.at(3).toByteArray());
        if (!origin || !row.at(1).isInteger() || !row.at(2).isInteger() || !fact) {
            return std::nullopt;
        }
        seen[{*origin, Incarnation{quint64(row.at(1).toInteger())}}] = {Sequence{quint64(row.at(2).toInteger())},
                                                                        *fact};
    }
    return seen;
}

void addSeen(std::span<const Fact> facts, Seen &seen)
{
    for (const auto &fact : facts) {
        auto &known = seen[fact.stream];
        if (known.sequence < fact.sequence) {
            known = {fact.sequence, fact.operation};
        }
    }
}

bool Fact::knew(const Fact &other, std::span<const Fact> all) const
{
    // From the last one it knew of that stream back along the stream: what lies on another branch is not met.
    for (auto known = seen.find(other.stream), end = seen.end(); known != end;) {
        if (known->second.fact == other.operation) {
            return true;
        }
        const auto fact = std::ranges::find(all, known->second.fact, &Fact::operation);
        if (fact == all.end()) {
            return other.sequence <= known->second.sequence;  // Not here (yet): the sequence is all there is.
        }
        known = fact->seen.find(fact->stream);
        end = fact->seen.end();
    }
    return false;
}

Seen seenStreams(State &state)
{
    Seen seen;
    // SQLite takes the other columns from the row that has the maximum.
    auto &rows =
        state.statement("SELECT origin, incarnation, max(seq), op FROM told GROUP BY origin, incarnation LIMIT ?");
    bindAll(rows, resetSeenMax);
    while (rows.executeStep()) {
        seen[{idOf<DeviceId>(rows.getColumn(0)), Incarnation{quint64(rows.getColumn(1).getInt64())}}] = {
            Sequence{quint64(rows.getColumn(2).getInt64())}, idOf<OperationHash>(rows.getColumn(3))};
    }
    return seen;
}

void situate(State &state, Fact &fact)
{
    fact.day = std::max(fact.day, resetCount(state));
    fact.hall = std::max(fact.hall, emptiedCount(state));
    const auto facts = factsOf(state, fact.guest);
    addSeen(facts, fact.seen);
    for (const auto &known : facts) {
        fact.version = std::max(fact.version, known.version);
    }
    ++fact.version;
}

}  // namespace muster::presence
