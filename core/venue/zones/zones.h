#pragma once
#include "core/venue/desk.h"

/// People counted by hand beside the scans, and things that are lent (custody.h).
///
/// A count is a signed sum: counts of several gates add up in any order. It belongs to the day and the hall that its
/// author knew, so a reset or an emptying ends it. A recount says how many heads there are, what its author's device
/// had added up at that moment (`base`), and how far it knew the gates that count (`seen`): what the author had seen is
/// absorbed, what it had not is kept. No clock is asked.
///
/// A count that is taken back falls out of the sums. One that a recount had seen is mended by it: decide() refuses to
/// take it back, and where somebody did who had not heard of the recount, the recount makes up for it (`mended`).
namespace muster::zones {

struct Headcount;

inline constexpr int deltaMax = 10'000;       ///< Of one count, either way.
inline constexpr int personsMax = 1'000'000;  ///< That one recount may find.
inline constexpr qsizetype codeLengthMax = 64;
inline constexpr qsizetype noteLengthMax = 200;
inline constexpr qsizetype seenMax = 400;  ///< Lives of devices that one recount names.

[[nodiscard]] QString countedKind();
[[nodiscard]] QString undoneKind();
[[nodiscard]] QString recountedKind();

/// How many resets and emptyings of the hall an author had seen.
struct Period {
    qint64 day = 0;
    qint64 hall = 0;
    friend auto operator<=>(const Period &, const Period &) = default;
};
[[nodiscard]] Period currentPeriod(State &state);

/// One count as its device wrote it.
struct Counted {
    OperationHash operation;
    QString zone;
    int delta = 0;
    QString gate;
    Period period;
    StreamKey author;
    Sequence sequence{};
    QString actor;
    HybridTime time;
};

/// Heads that somebody counted.
struct Recounted {
    OperationHash operation;
    QString zone;
    int persons = 0;
    qint64 base = 0;   ///< Scans and counts that the author's device had added up.
    qint64 shown = 0;  ///< What that device said before.
    /// How far it knew of every life of a device that counted, or took counts back, in that zone.
    std::map<StreamKey, Sequence> seen;
    qint64 mended = 0;  ///< Counts it had seen, and that were taken back by somebody who had not seen it.
    qint64 version = 0;
    Period period;
    QString station;
    QString actor;
    QString reason;
    HybridTime time;

    [[nodiscard]] bool hasSeen(const StreamKey &author, Sequence sequence) const
    {
        const auto known = seen.find(author);
        return known != seen.end() && sequence <= known->second;
    }
    /// How far scans and counts were off when somebody looked.
    [[nodiscard]] qint64 drift() const { return persons - shown; }
};

[[nodiscard]] Draft counted(const QString &zone, int delta, const QString &gate, const Period &period);
[[nodiscard]] Draft undone(const OperationHash &target);
/// @p now: of this device, before the recount.
[[nodiscard]] Draft recounted(State &state, const Recount &command, const Headcount &now, const QString &station);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Count &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Recount &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SetCustody &command);

[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

[[nodiscard]] std::optional<Counted> findCount(State &state, const OperationHash &operation);
/// Who took a count back first, and when; nothing if it stands.
[[nodiscard]] std::optional<presence::Annulment> undoingOf(State &state, const OperationHash &count);
/// What gates counted in the current period, all of them together.
[[nodiscard]] qint64 handSum(State &state, const QString &zone, const Period &period);
/// The recount of @p zone in @p period that stands.
[[nodiscard]] std::optional<Recounted> lastRecount(State &state, const QString &zone, const Period &period);
/// All recounts of the current day, by zone, then in the order in which one goes before another.
[[nodiscard]] std::vector<Recounted> recounts(State &state);
/// Sums of counts that are kept wrong.
[[nodiscard]] QStringList faults(State &state);

}  // namespace muster::zones
