#pragma once
#include "core/venue/desk.h"
#include "core/venue/draws/draw_selection.h"

/// Lucky draws and random orders that anybody can recompute.
///
/// Why it exists: neither the organiser nor the hall may choose who wins. The hub fixes a seed and publishes its hash
/// and the list of entrants; then the hall calls a number; then the seed is shown, and the result follows from all
/// three (draw_selection.h). The seed is in no operation before that, and in no file: the hub works it out from its own
/// key and a nonce of the commitment, so that a restart loses nothing.
///
/// Guarantees
///  - **Only the hub draws**, and only while it knows all that was drawn: after an old disk or a promotion not before
///    the earlier life, or the former hub, has stepped down or was declared lost. The device that committed alone can
///    show the seed.
///  - **Nothing is dropped**: attempts that were given up stay, with their reason and (where they were given up at the
///    device that committed) their seed, so that everybody sees what would have come of them.
///  - **A shown seed is final**: from then on winners change by absences only.
///  - Where two hubs of a split committed to the same draw, the earlier by (epoch, sequence) stands, and the other is
///    a fault.
///
/// Limits: entrantsMax of one draw; numbers from 0 to numberMax.
namespace muster::draws {

inline constexpr qsizetype partEntrantsMax = 1'900;  ///< Entrants in one operation.
inline constexpr qsizetype partsMax = 800;           ///< Operations that one list may take.
inline constexpr qsizetype entrantsMax = partEntrantsMax * partsMax;
inline constexpr qint64 numberMax = 999'999'999'999'999;  ///< Exact in JSON.

/// Who did one thing, where and when.
struct Step {
    OperationHash operation;
    DeviceId device;
    QString actor;
    Epoch epoch{};
    Sequence sequence{};
    WallTime at{};

    [[nodiscard]] bool isBefore(const Step &other) const
    {
        return std::tie(epoch, sequence, operation) < std::tie(other.epoch, other.sequence, other.operation);
    }
};

struct NumberCall {
    Step step;
    qint64 number = 0;
};

struct Showing {
    Step step;
    Seed seed;
    qint64 number = 0;  ///< That the result was made with.
};

struct GivingUp {
    Step step;
    QString reason;
    std::optional<Seed> seed;
};

struct Absence {
    Step step;
    Missing missing;
    QString reason;
};

/// One commitment of a draw, and what came of it.
struct Attempt {
    Step commit;
    QString draw;
    int number = 1;  ///< 1 + the attempts that its author knew.
    qint64 day = 0;
    Hash256 seedHash;
    Hash256 entrantsHash;
    int entrantCount = 0;
    Terms terms;
    QString prize;
    QByteArray nonce;
    std::vector<Hash256> parts;
    std::vector<NumberCall> calls;     ///< The first one counts.
    std::optional<Showing> showing;    ///< The first whose seed is the committed one.
    std::vector<Step> falseShowings;   ///< Seeds that were never committed to.
    std::optional<GivingUp> givingUp;  ///< Unset where the seed had been shown before.
    std::vector<Absence> absences;     ///< In the order in which they were recorded.
    bool stands = false;               ///< The one that counts.
};

[[nodiscard]] QStringList kinds();
[[nodiscard]] QString entrantsKind();
[[nodiscard]] QString committedKind();
[[nodiscard]] QString calledKind();
[[nodiscard]] QString revealedKind();
[[nodiscard]] QString absentKind();
[[nodiscard]] QString abortedKind();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Commit &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const CallNumber &command);
/// `subjects` of the answer are the ids of the winners, or of the whole order, by place.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Reveal &command);
void recall(Desk &desk, const Reveal &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Absent &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Abort &command);

/// The name of one part of a list: what a commitment names, so that no other part can take its place.
[[nodiscard]] Hash256 partHash(const QString &pool, const QByteArray &guests);
/// Attempts of the present day, in their order; of a rehearsal that was reset none.
[[nodiscard]] std::vector<Attempt> attemptsOf(State &state, const QString &draw);
[[nodiscard]] std::optional<Attempt> standing(State &state, const QString &draw);
/// Nothing while the list is not here wholly.
[[nodiscard]] std::optional<std::vector<Pool>> entrantsOf(State &state, const Attempt &attempt);
/// Empty before the seed was shown.
[[nodiscard]] std::vector<Place> placesOf(State &state, const Attempt &attempt);

/// True if @p guest holds a place of a draw for @p prize. (A full order has no winners.)
[[nodiscard]] bool hasWon(State &state, const EventSetup &setup, const QString &prize, const GuestId &guest);
/// Guests who hold a place of any draw of the day, ascending.
[[nodiscard]] std::vector<GuestId> winners(State &state);
/// What must not be: two attempts that stand, two numbers, a seed that was not committed to, a list that is not whole.
[[nodiscard]] QStringList faults(State &state);

}  // namespace muster::draws
