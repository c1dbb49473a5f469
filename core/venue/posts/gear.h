#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"

/// Radios, keys, vests: lent to staff by the tag they bear. A chain of custody: who hands a thing on to the next closes
/// the earlier stay, and all of them are kept. Nobody is refused, cut off or not: the thing itself says where it is.
namespace muster::gear {

/// One stay of a thing with somebody.
struct Stay {
    QString tag;
    QString staff;
    QString note;
    QString station;
    QString actor;
    HybridTime since;
    std::optional<HybridTime> until;  ///< Back, or handed on; unset: still out.
};

[[nodiscard]] QString kind();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// What is out now, by tag.
[[nodiscard]] std::vector<Stay> out(State &state);
/// The tags that @p staff holds now.
[[nodiscard]] QStringList heldBy(State &state, const QString &staff);
/// Everybody who had @p tag today, in order.
[[nodiscard]] std::vector<Stay> historyOf(State &state, const QString &tag);

}  // namespace muster::gear

namespace muster::posts {

/// The answer's subjects: who had it before, if it was handed on.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SetGear &command);
void recall(Desk &desk, const SetGear &command, Answer &answer);

}  // namespace muster::posts
