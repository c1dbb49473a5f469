// What a step or a reset says of its author's knowledge.
#include "core/venue/presence.h"

namespace muster::presence {

std::map<StreamKey, Sequence> seenStreams(State &state)
{
    std::map<StreamKey, Sequence> seen;
    auto &rows = state.statement("SELECT origin, incarnation, max(seq) FROM told GROUP BY origin, incarnation LIMIT ?");
    bindAll(rows, resetSeenMax);
    while (rows.executeStep()) {
        seen[{idOf<DeviceId>(rows.getColumn(0)), Incarnation{quint64(rows.getColumn(1).getInt64())}}] =
            Sequence{quint64(rows.getColumn(2).getInt64())};
    }
    return seen;
}

void addSeen(State &state, const GuestId &guest, std::map<StreamKey, Sequence> &seen)
{
    for (const auto &fact : factsOf(state, guest)) {
        auto &known = seen[fact.stream];
        known = std::max(known, fact.sequence);
    }
}

void situate(State &state, const StreamKey &self, Fact &fact)
{
    fact.day = std::max(fact.day, resetCount(state));
    fact.hall = std::max(fact.hall, emptiedCount(state));
    addSeen(state, fact.guest, fact.seen);
    fact.seen.erase(self);  // One's own chain speaks for itself.
    for (const auto &known : factsOf(state, fact.guest)) {
        fact.version = std::max(fact.version, known.version);
    }
    ++fact.version;
}

}  // namespace muster::presence
