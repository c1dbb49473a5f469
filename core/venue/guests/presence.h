#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"
#include "core/venue/act.h"

/// Who came in, went out, moved; what of it stands; what excludes each other. Everything that is shown of a guest's day
/// is derived again from all facts of that guest whenever one arrives: any order gives the same.
namespace muster::presence {

enum class Step { In, Out, Move };

/// How far an author knew a stream that holds facts of a guest: the sequence, and the last of these facts, because a
/// restored disk may have made two branches of the stream.
struct Known {
    Sequence sequence{};
    OperationHash fact;
    friend auto operator<=>(const Known &, const Known &) = default;
};
/// Of each stream the last one; where a disk was restored, of each branch.
using Seen = std::multimap<StreamKey, Known>;

/// One told step of a guest, as its device wrote it.
struct Fact {
    OperationHash operation;
    GuestId guest;
    QString session;
    Step step = Step::In;
    QString zone;       ///< Empty with Out.
    QString classCode;  ///< As the author knew it; the list's word goes before it.
    int companions = 0;
    bool isProvisional = false;
    Epoch rankEpoch{};  ///< Of the grant; 0 if provisional.
    Sequence rankSequence{};
    HybridTime time;
    StreamKey stream;
    Sequence sequence{};
    RequestId request;
    QString station;
    QString actor;
    qint64 version = 0;  ///< Of the guest's place: 1 + the highest that the author had seen.
    qint64 day = 0;      ///< Number of resets the author had seen.
    qint64 hall = 0;     ///< Number of emptyings of the hall the author had seen.
    int places = 0;      ///< Rights to places in `zone` that it used.
    std::optional<WallTime> happenedAt;
    QString overrideReason;
    OperationHash previous;   ///< What its author told before, of any guest; null: nothing.
    Seen seen;                ///< What the author knew of this guest's facts, its own among them.
    bool isAnnulled = false;  ///< By an annulment or a reset.
    bool isReset = false;     ///< By a reset whose author had seen it.
    bool isPutOut = false;    ///< By an emptying of the hall whose author had seen it: it stands, and is over.

    [[nodiscard]] bool stands() const { return !isAnnulled; }
    /// True if the author of this fact had seen @p other. @p all facts of the guest that are here.
    [[nodiscard]] bool knew(const Fact &other, std::span<const Fact> all) const;
    [[nodiscard]] WallTime at() const { return happenedAt.value_or(time.wall()); }
};

/// What all facts of a guest come to.
struct Day {
    std::optional<Fact> place;  ///< The fact that says where the guest is; unset: never came.
    int standingIns = 0;
    bool isInside = false;
    WallTime firstAt{};  ///< Of the first standing sign-in.
};

struct Conflict {
    ConflictId id;
    QString rule;
    GuestId guest;
    QString session;
    std::vector<OperationHash> rivals;  ///< In the order that is the same everywhere.
    bool isOpen = true;
    std::optional<OperationHash> resolution;
};

/// A coordinator's judgement of a conflict.
struct Resolution {
    OperationHash operation;
    std::vector<OperationHash> judged;
    Decision decision = Decision::KeepFirst;
    QString reason;
    QString actor;
    HybridTime time;
};

/// Who took a step back, and why.
struct Annulment {
    QString actor;
    QString reason;
    HybridTime time;
};

inline constexpr qsizetype seenMax = 256;
inline constexpr qsizetype resetSeenMax = 500;  ///< Last told steps that a reset or an emptying names.

[[nodiscard]] QString toldKind();
[[nodiscard]] QString annulledKind();
[[nodiscard]] QString resolvedKind();
[[nodiscard]] QString resetKind();
[[nodiscard]] QString emptiedKind();

/// The draft of a told step. `operation`, `time`, `stream`, `sequence` are the journal's to give.
[[nodiscard]] Draft told(const Fact &fact, const std::vector<OperationHash> &grants, const QCborArray &postings,
                         const QCborMap &more);
[[nodiscard]] Draft annulled(const OperationHash &target, const GuestId &guest, const QString &reason);
[[nodiscard]] Draft resolved(const ResolveConflict &judgement, const GuestId &guest);
/// Empties what its author has seen, and only that: a step told elsewhere that it could not know stays, as a conflict.
/// @p seen: the last told steps of all authors, which name what was told before them.
[[nodiscard]] Draft reset(qint64 day, const QString &reason, const std::vector<OperationHash> &seen);
/// Puts out whom its author has seen inside, and nobody else: who was let in where it could not be known stays inside,
/// whichever arrives first, and is pointed out by missedByEmptying().
[[nodiscard]] Draft emptied(qint64 hall, const QString &reason, const std::vector<OperationHash> &seen);

[[nodiscard]] QCborArray encodeSeen(const Seen &seen);
[[nodiscard]] std::optional<Seen> decodeSeen(const QCborArray &list);
/// Adds what @p facts tell of their streams.
void addSeen(std::span<const Fact> facts, Seen &seen);

[[nodiscard]] QString claimFor(const QString &session, const GuestId &guest);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// Adds the guests whose day was derived again to @p changed; `isEveryone`: deriveEveryone() is due.
[[nodiscard]] Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed, bool &isEveryone);
/// Derives the guest's day, conflicts and share in the tallies from its facts.
void derive(State &state, const GuestId &guest);
/// The same, after @p fact was added: most guests have no other.
void deriveAfter(State &state, Fact fact);
void deriveEveryone(State &state);
/// A verdict about @p claim arrived: the guest to derive again, if the claim is about one.
[[nodiscard]] std::optional<GuestId> guestOfClaim(const QString &claim);

/// All facts of a guest, annulled ones too, in no particular order.
[[nodiscard]] std::vector<Fact> factsOf(State &state, const GuestId &guest);
[[nodiscard]] std::optional<Fact> find(State &state, const OperationHash &operation);
/// Sets `isAnnulled` of a fact whose `isReset` is known and that did not come from the tables.
void readAnnulment(State &state, Fact &fact);
/// The first annulment of @p operation; none if it stands, or fell by a reset or a judgement.
[[nodiscard]] std::optional<Annulment> annulmentOf(State &state, const OperationHash &operation);
[[nodiscard]] Day dayOf(State &state, const GuestId &guest);
/// The sign-in that brought the guest to the session they came to last; later ones of that session are returns.
[[nodiscard]] std::optional<Fact> arrivalOf(State &state, const GuestId &guest);
/// Facts that say what stands, after annulments, resets and resolutions.
[[nodiscard]] std::vector<Fact> standing(State &state, const GuestId &guest);
/// True if @p a goes before @p b wherever rivals are shown or one must stand.
[[nodiscard]] bool goesBefore(const Fact &a, const Fact &b);
[[nodiscard]] qint64 resetCount(State &state);
/// The last told step of every author that this journal knows, on each branch: after them nobody told any.
[[nodiscard]] std::vector<OperationHash> lastTold(State &state);
/// Fills in what a new step of @p fact.guest by @p self says of its author's
/// knowledge: previous, seen, version, day, hall.
void situate(State &state, const StreamKey &self, Fact &fact);
[[nodiscard]] qint64 emptiedCount(State &state);
/// Guests who are inside by the word of one device that had not heard of an emptying of the hall.
struct Missed {
    StreamKey stream;
    QString station;
    int guestCount = 0;
    HybridTime first;  ///< Of these steps.
    HybridTime last;
};
[[nodiscard]] std::vector<Missed> missedByEmptying(State &state);
/// Everybody inside, by zone: the roll-call list.
[[nodiscard]] std::vector<GuestId> inside(State &state, const QString &zone, int countMax);

/// Everybody who signed in today, inside or not, with their class.
struct SignedIn {
    GuestId guest;
    QString classCode;
};
[[nodiscard]] std::vector<SignedIn> signedIn(State &state);

[[nodiscard]] std::vector<Conflict> conflicts(State &state, int countMax);
[[nodiscard]] std::optional<Conflict> findConflict(State &state, const ConflictId &id);
[[nodiscard]] std::optional<Resolution> findResolution(State &state, const OperationHash &operation);
[[nodiscard]] int openConflictCount(State &state);

// Tallies kept here: "zone:<zone>" persons, "inside" persons, "signed_in" guests, "in:<class>" guests, "walk_in"
// guests, "minute:<minutes since 1970>" first sign-ins.

/// The last told steps, newest first; of one device if given.
[[nodiscard]] std::vector<Fact> latest(State &state, int countMax, std::optional<DeviceId> device);

}  // namespace muster::presence
