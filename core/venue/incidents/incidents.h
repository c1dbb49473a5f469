#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"
#include "core/venue/incidents/incident_words.h"

/// What went wrong, and what was done about it. Nobody is ever asked: every device logs, and all come to the same.
///
/// An incident is its opening operation; its number is for people, from a block of the device's own, or with the
/// device's mark where that is used up. Entries are only added. State, urgency, types and zone are registers, so are
/// who is assigned, what is ticked and what is linked. Times in the tables are hybrid; what happened when is shown
/// only.
///
/// Guarantees: of a restricted incident, and of whom a thing was given back to, no device that lacks the event's key
/// holds the words, the one that logged it included (incident_words.h).
namespace muster::incidents {

/// Beside incidents::State, which an incident is in.
using Tables = ::muster::State;

inline constexpr qsizetype textMax = reasonLengthMax;
inline constexpr qsizetype typesMax = 8;    ///< Of one incident.
inline constexpr qsizetype codeMax = 64;    ///< Of a zone, type, item, post or member of staff.
inline constexpr qsizetype numberMax = 24;  ///< Letters of a number.
inline constexpr qsizetype roleMax = 80;
inline constexpr qsizetype lookOutMax = 200;           ///< Of what exits look out for.
inline constexpr qsizetype returnMax = 400;            ///< Of each of what is said of a return.
inline constexpr int shownMax = 200;                   ///< In the day's view.
inline constexpr int closedShownMax = 20;              ///< Of them closed ones.
inline constexpr int listMax = 10'000;                 ///< On a list of all.
inline constexpr int entriesMax = 2'000;               ///< Of one incident, that are shown; the latest.
inline constexpr std::chrono::minutes sameWithin{10};  ///< Two of one type in one zone may be one.
inline constexpr int inHandFactor = 6;  ///< What is in hand may rest so many times as long as what nobody took up.

inline constexpr qint64 pictureBytesMax = 2 * 1024 * 1024;             ///< Of a photograph as it was taken.
inline constexpr qint64 blobBytesMax = pictureBytesMax + 1024;         ///< The same, sealed.
inline constexpr int picturesMax = 12;                                 ///< Of one incident,
inline constexpr qint64 incidentPictureBytesMax = 16 * 1024 * 1024;    ///< and all their bytes.
inline constexpr qint64 devicePictureBytesMax = 1024LL * 1024 * 1024;  ///< That a device keeps.

[[nodiscard]] QString numberResource();
inline constexpr qint64 numberBlock = 20;  ///< Numbers that a device gets at once.
/// Blocks of devices begin behind the hub's own numbers, so that those are short and have no holes.
inline constexpr qint64 hubNumbersEnd = 101;
inline constexpr qint64 numberLeap = 1'000;

enum class Step { Noted, Changed, Assigned, Linked, Checked, Pictured, Watched, Returned };
inline constexpr int stepCount = int(Step::Returned) + 1;

[[nodiscard]] QString openedKind();
[[nodiscard]] QString struckKind();
[[nodiscard]] QString kindOf(Step step);
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(Tables &state);
[[nodiscard]] Folded fold(Tables &state, const Operation &operation);

/// As it stands.
struct Incident {
    OperationHash operation;
    QString number;
    qint64 day = 0;
    QString zone;
    QStringList types;
    bool isUrgent = false;
    bool isRestricted = false;
    State state = State::Open;
    Said said;
    QString station;
    QString actor;
    std::optional<WallTime> happenedAt;  ///< As it is known now,
    std::optional<WallTime> firstSaid;   ///< and as its opening says.
    HybridTime time;
    HybridTime touched;         ///< When somebody last did something about it.
    HybridTime stateAt;         ///< Since when it is in its state,
    HybridTime urgentAt;        ///< and as urgent as it is.
    QString lookOut;            ///< What exits look out for,
    qint64 lookOutVersion = 0;  ///< and of which change that is; 0: as it was opened.
    [[nodiscard]] bool isOpen() const { return state != State::Closed; }
};

/// One act about an incident after its opening.
struct Entry {
    OperationHash operation;
    Step step = Step::Noted;
    std::optional<State> state;  ///< Changed: what it set.
    std::optional<bool> isUrgent;
    std::optional<QStringList> types;
    std::optional<QString> zone;
    std::optional<QString> lookOut;
    std::optional<WallTime> movedTo;     ///< Changed: when the incident came about.
    QString subject;                     ///< Member of staff, item, post.
    std::optional<OperationHash> other;  ///< The entry that is corrected, the incident that is linked.
    QByteArray blob;                     ///< Pictured.
    /// Assigned: AssigneeState. Linked: twice the LinkKind, and 1 if on. Checked: 1. Pictured: size. Watched: the
    /// Incident::lookOutVersion that the exit had seen.
    qint64 value = 0;
    qint64 version = 0;
    Said said;
    std::optional<WallTime> happenedAt;
    QString station;
    QString actor;
    HybridTime time;
};

struct Struck {
    Said said;
    QString actor;
    HybridTime time;
};

[[nodiscard]] std::optional<Incident> find(Tables &state, const OperationHash &operation);
/// Of the current day.
[[nodiscard]] std::optional<Incident> find(Tables &state, const QString &number);
/// Open ones by urgency, then age; at most @p countMax.
[[nodiscard]] std::vector<Incident> open(Tables &state, int countMax);
/// The latest closed first.
[[nodiscard]] std::vector<Incident> closed(Tables &state, int countMax);
[[nodiscard]] int openCount(Tables &state);
/// In the order in which they were written; of one step only, if given.
[[nodiscard]] std::vector<Entry> entriesOf(Tables &state, const OperationHash &incident, std::optional<Step> step = {});
/// Of the steps whose last word stands (assigned, checked, pictured, watched), each step's in the order in which they
/// hold.
[[nodiscard]] std::vector<Entry> registersOf(Tables &state, const OperationHash &incident);
[[nodiscard]] std::optional<Struck> strikeOf(Tables &state, const OperationHash &entry);
/// The incident that @p entry, an opening or a later act, belongs to.
[[nodiscard]] std::optional<OperationHash> incidentOf(Tables &state, const OperationHash &entry);
/// Somebody whose task on an open incident is not done.
struct Duty {
    QString staff;
    QString incident;  ///< Its number.
    AssigneeState state = AssigneeState::Assigned;
    HybridTime time;  ///< When that was said.
};
/// Of everybody; of one person the latest last.
[[nodiscard]] std::vector<Duty> duties(Tables &state);
/// Everybody whose task is not done on two or more open incidents (FEATURES S4).
[[nodiscard]] QStringList doubled(Tables &state);
/// Pictures of the current day that were not struck: what they hash to, and their size.
[[nodiscard]] std::vector<std::pair<Hash256, qint64>> pictures(Tables &state);
/// The act that added the picture @p blob, and its incident; of several, the first.
[[nodiscard]] std::optional<std::pair<Entry, OperationHash>> pictureOf(Tables &state, const Hash256 &blob);
/// The numbers of open ones that may be the same as one of @p types in @p zone at @p at; @p self is not among them.
[[nodiscard]] QStringList maybeSame(Tables &state, const Incident &self);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Open &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Note &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Strike &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Change &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Assign &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Link &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Check &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const AcknowledgeWatch &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const GiveBack &command);
/// Keeps bytes durably under what they hash to.
using Keep = std::function<Status(const Hash256 &blob, const QByteArray &bytes)>;
/// The picture is kept, sealed where the incident is restricted, before anything is written.
[[nodiscard]] Answer attach(Desk &desk, const Act &act, const Attach &command, const Keep &keep);

void recall(Desk &desk, const Open &command, Answer &answer);
void recall(Desk &desk, const Note &command, Answer &answer);
void recall(Desk &desk, const Strike &command, Answer &answer);
void recall(Desk &desk, const Change &command, Answer &answer);
void recall(Desk &desk, const Assign &command, Answer &answer);
void recall(Desk &desk, const Link &command, Answer &answer);
void recall(Desk &desk, const Check &command, Answer &answer);
void recall(Desk &desk, const Attach &command, Answer &answer);
void recall(Desk &desk, const AcknowledgeWatch &command, Answer &answer);
void recall(Desk &desk, const GiveBack &command, Answer &answer);

// What is shown; @p reader opens what is sealed, none: it stays hidden.
/// For the day: open ones, then the latest closed.
[[nodiscard]] std::vector<IncidentView> viewsOf(Tables &state, const EventSetup &setup, WallTime now,
                                                const Reader *reader = nullptr);
/// All of the day, the oldest first.
[[nodiscard]] std::vector<IncidentView> allViews(Tables &state, const EventSetup &setup, WallTime now,
                                                 const Reader *reader);
/// One with its entries and everything that changed.
[[nodiscard]] std::optional<IncidentView> viewOf(Tables &state, const EventSetup &setup, WallTime now,
                                                 const QString &number, const Reader *reader);
/// Adds urgent ones that nobody took up, untouched ones, and watches that an exit has not acknowledged.
void addAlerts(Tables &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list);
/// Where people leave: the plan's posts that are exits; of a zone that has none, its staffed doors (not the kiosks).
[[nodiscard]] std::vector<ExitView> exitsOf(const EventSetup &setup);
/// Codes of the exits that the people at @p station in @p zone answer for: itself, and those of the zone.
[[nodiscard]] QStringList exitsAt(const EventSetup &setup, const QString &station, const QString &zone);
/// One line a number that was given twice.
[[nodiscard]] QStringList faults(Tables &state);

[[nodiscard]] QString toString(State state);
[[nodiscard]] QString toString(AssigneeState state);

}  // namespace muster::incidents
