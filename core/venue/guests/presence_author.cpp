// What a step or a reset says of its author's knowledge.
#include "core/journal/body.h"
#include "core/venue/guests/presence.h"

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
        seen.emplace(StreamKey{*origin, Incarnation{quint64(row.at(1).toInteger())}},
                     Known{Sequence{quint64(row.at(2).toInteger())}, *fact});
    }
    return seen;
}

void addSeen(std::span<const Fact> facts, Seen &seen)
{
    for (const auto &fact : facts) {
        const auto named = seen.equal_range(fact.stream);
        const bool isNamed = std::any_of(named.first, named.second,
                                         [&](const auto &entry) { return entry.second.fact == fact.operation; });
        if (!isNamed) {
            seen.emplace(fact.stream, Known{fact.sequence, fact.operation});
        }
    }
    // What a later step of the same branch knew need not be named.
    std::erase_if(seen, [&](const auto &entry) {
        const auto earlier = std::ranges::find(facts, entry.second.fact, &Fact::operation);
        return earlier != facts.end() && std::ranges::any_of(facts, [&](const Fact &later) {
                   return later.stream == entry.first && later.operation != earlier->operation &&
                          later.knew(*earlier, facts);
               });
    });
}

bool Fact::knew(const Fact &other, std::span<const Fact> all) const
{
    // From the last ones it knew of that stream back along the stream: what lies on a branch it did not know is not
    // met.
    std::vector<Known> way;
    const auto follow = [&](const Seen &from) {
        for (auto [at, end] = from.equal_range(other.stream); at != end; ++at) {
            if (std::ranges::find(way, at->second) == way.end()) {
                way.push_back(at->second);
            }
        }
    };
    follow(seen);
    for (std::size_t next = 0; next < way.size(); ++next) {
        const auto known = way[next];
        if (known.fact == other.operation) {
            return true;
        }
        const auto fact = std::ranges::find(all, known.fact, &Fact::operation);
        if (fact != all.end()) {
            follow(fact->seen);
        } else if (other.sequence <= known.sequence) {
            return true;  // Not here (yet): the sequence is all there is.
        }
    }
    return false;
}

qint64 resetCount(State &state)
{
    auto &row = state.statement("SELECT coalesce(max(day), 0) FROM day_reset");
    row.executeStep();
    return row.getColumn(0).getInt64();
}

qint64 emptiedCount(State &state)
{
    auto &row = state.statement("SELECT coalesce(max(hall), 0) FROM hall_emptied");
    row.executeStep();
    return row.getColumn(0).getInt64();
}

std::vector<SignedIn> signedIn(State &state)
{
    auto &rows = state.statement("SELECT guest, class FROM guest_day WHERE standing_ins > 0 ORDER BY guest");
    std::vector<SignedIn> all;
    while (rows.executeStep()) {
        all.push_back({idOf<GuestId>(rows.getColumn(0)), textOf(rows.getColumn(1))});
    }
    return all;
}

std::vector<OperationHash> lastTold(State &state)
{
    auto &rows = state.statement("SELECT op FROM told t WHERE NOT EXISTS(SELECT 1 FROM told s WHERE s.previous = t.op)"
                                 " ORDER BY time DESC, op LIMIT ?");
    bindAll(rows, resetSeenMax);
    return idsOf<OperationHash>(rows);
}

void situate(State &state, const StreamKey &self, Fact &fact)
{
    auto &last = state.statement("SELECT op FROM last_told WHERE origin = ? AND incarnation = ?");
    bindAll(last, self.origin, quint64(self.incarnation));
    fact.previous = last.executeStep() ? idOf<OperationHash>(last.getColumn(0)) : OperationHash{};
    fact.day = std::max(fact.day, resetCount(state));
    fact.hall = std::max(fact.hall, emptiedCount(state));
    const auto facts = factsOf(state, fact.guest);
    addSeen(facts, fact.seen);
    for (const auto &known : facts) {
        fact.version = std::max(fact.version, known.version);
        fact.day = std::max(fact.day, known.day);     // Whoever told it had seen more resets,
        fact.hall = std::max(fact.hall, known.hall);  // or more emptyings.
    }
    fact.version = nextVersion(fact.version);
}

}  // namespace muster::presence
