#pragma once
#include "core/venue/cues/cue_acts.h"
#include "core/venue/door/referral_acts.h"
#include "core/venue/draws/draw_acts.h"
#include "core/venue/incidents/incident_acts.h"
#include "core/venue/judgements/judgement_acts.h"
#include "core/venue/materials/material_acts.h"
#include "core/venue/modes/mode_acts.h"
#include "core/venue/plan/setup.h"
#include "core/venue/posts/post_acts.h"
#include "core/venue/prizes/prize_acts.h"
#include "core/venue/queues/queue_acts.h"
#include "core/venue/staff/staff_acts.h"
#include "core/venue/units/unit_acts.h"
#include "core/venue/zones/zone_acts.h"

#include <variant>

/// What people do (acts) and what they are told (answers). Every way in — touch, scan, command line — is one of these.
namespace muster {

enum class Direction { In, Out };

/// A guest is at a device: let them in (or out). Sent again with the same request id once questions are answered.
struct SignIn {
    QByteArray payload;                ///< What was scanned or typed; untrusted. Empty if `guest` is set.
    std::optional<GuestId> guest;      ///< Picked from a search or from an ambiguous code.
    std::vector<GuestId> party;        ///< Members of the guest's group who are here too.
    std::optional<int> companions;     ///< Unnamed people who came along; unset: not asked yet.
    QMap<QString, QString> answers;    ///< Question code → answer (choice codes joined by ';').
    bool isEachQuestionAsked = false;  ///< Skipped questions stay skipped; required ones are asked again.
    QString zone;                      ///< Staff's choice; empty: as the plan says.
    Direction direction = Direction::In;
    QString overrideReason;              ///< Staff admits against a rule; empty: rules hold.
    std::optional<WallTime> happenedAt;  ///< Paper catch-up; unset: now.
};

/// Takes back an earlier act (a sign-in, a walk-in, a move) by another one, with who and why.
struct Annul {
    std::optional<OperationHash> target;  ///< Or, from the command line, the guest's latest standing sign-in:
    QByteArray payload;
    QString reason;
};

/// A guest who is on no list: registered at the door and signed in.
struct WalkIn {
    GuestEntry guest;  ///< Name, phone, company, class; key and codes are given here.
    int companions = 0;
    QMap<QString, QString> answers;
    bool isConsentGiven = false;
    bool isDuplicateChecked = false;  ///< Staff saw the hint "same phone" and goes on.
    QString zone;
};

/// Answers given after the green screen.
struct AddAnswers {
    OperationHash signIn;
    QMap<QString, QString> answers;
};

/// A signed-in guest walks to another zone, or leaves (empty zone: out of the venue).
struct MoveGuest {
    QByteArray payload;
    std::optional<GuestId> guest;
    QString zone;
};

enum class Decision { KeepFirst, KeepLast, KeepAll, AnnulAll };

/// The coordinator judges a conflict as it stands; a rival that arrives later reopens it.
struct ResolveConflict {
    ConflictId conflict;
    std::vector<OperationHash> judged;
    Decision decision = Decision::KeepFirst;
    QString reason;
};

struct AcknowledgeAlert {
    QString alert;                      ///< AlertView::id
    std::optional<int> recheckMinutes;  ///< 0: do not raise again; unset: as the rules for its kind say.
};

/// Somebody at a station asks for a person to come.
struct CallStaff {
    QString reason;  ///< A code: "help", or the outcome that sent a guest to the problem desk, e.g. "unknown".
};

struct SetSession {
    QString session;
    bool isOpen = true;
};

struct RevokeDevice {
    DeviceId device;
    QString reason;
};

/// A device, or an earlier life of one, is confirmed off for good and its zones are recounted: what it holds is set
/// aside, and the hub may hand the same places out again. Never done by a timer.
struct DeclareLost {
    DeviceId device;
    std::optional<Incarnation> life;  ///< Unset: every life of it that is not at work.
    QString reason;
};

/// "Recorded, not shown": the device that was granted a sign-in never said whether it told the guest. It did.
struct ConfirmGrant {
    OperationHash grant;
};

/// The same, but nobody was let in with it: the guest and the place are free again.
struct VoidGrant {
    OperationHash grant;
    QString reason;
};

/// Replaces a guest's printed tickets by one of a new issue: the old ones are refused from now on.
struct ReissueTicket {
    GuestId guest;
    QString reason;
};

/// Destroys what is known of a guest as a person, on every device and for ever.
struct ForgetGuest {
    GuestId guest;
    QString reason;
};

/// Everybody who is still inside counts as gone: at the end of the day, or after a fire drill.
struct EmptyHall {
    QString reason;
};

/// Empties the sign-ins of a rehearsal: everything before this act counts no more.
struct ResetDay {
    QString reason;
};

using AnyCommand = std::variant<
    SignIn, Annul, WalkIn, AddAnswers, MoveGuest, ResolveConflict, AcknowledgeAlert, SetSession, RevokeDevice, ResetDay,
    ReissueTicket, ForgetGuest, EmptyHall, DeclareLost, ConfirmGrant, VoidGrant, CallStaff, queues::Issue, queues::Call,
    queues::Advance, queues::SetCounter, queues::CallBatch, queues::Roll, queues::SetOwner, prizes::Redeem,
    prizes::HandOver, prizes::Cancel, prizes::AdjustStock, units::Advance, units::Freeze, sales::Record, sales::Void,
    draws::Commit, draws::CallNumber, draws::Reveal, draws::Absent, draws::Abort, zones::Count, zones::Recount,
    zones::SetCustody, referrals::Refer, referrals::Settle, posts::In, posts::Out, posts::Tick, posts::NameRelief,
    posts::Pause, posts::Dispatch, posts::AddHelper, posts::SetGear, posts::CallRoll, staff::SetPin, staff::SignOn,
    staff::SignOff, incidents::Open, incidents::Note, incidents::Strike, incidents::Change, incidents::Assign,
    incidents::Link, incidents::Check, incidents::Attach, incidents::AcknowledgeWatch, incidents::GiveBack,
    cues::Advance, tasks::Advance, tasks::Add, tasks::Assign, tasks::SetPhase, materials::Move, materials::Mark,
    modes::SetMode, messages::Say, messages::MarkRead, judgements::Judge>;

/// One of all that can be asked for. What it takes to copy one is compiled once, not in each of hundreds of files.
struct Command : AnyCommand {
    using AnyCommand::AnyCommand;
    Command();
    Command(const Command &);
    Command(Command &&) noexcept;
    Command &operator=(const Command &);
    Command &operator=(Command &&) noexcept;
    ~Command();
};

/// One human act: what, by whom, under which request id (kept through every retry).
struct Act {
    RequestId request;
    QString actor;  ///< Staff code; empty: a guest at a kiosk.
    Command command;
};

constexpr qint64 happenedMaxS = 253'402'300'799;  ///< The year 9999, in seconds since 1970.
constexpr qsizetype reasonLengthMax = 2'000;      ///< Of what staff write.

/// Brings what people typed, and what a wrong clock says, into the bounds of what an operation may hold: whatever is
/// told must fold on every device.
void bound(Command &command);

enum class Outcome {
    // of a scan
    Admitted,
    CheckedOut,
    AlreadyIn,  ///< `earlier` says who, where, when.
    NotInside,  ///< Wanted out, but never came in.
    Unknown,
    Forged,
    WrongEvent,
    WrongTime,  ///< Wrong day, hour or session.
    WrongGate,  ///< Wrong gate or list.
    Blocked,
    Cancelled,
    NotPaid,
    NotApproved,
    Revoked,       ///< The ticket was replaced by a newer one.
    NeedsAnswers,  ///< `questions`, `companionsMax`, `group` say what to ask.
    Ambiguous,     ///< `candidates`: which of these?
    RuleRefused,   ///< `reason`: the words of the nearest failing rule.
    ZoneFull,
    Malformed,  ///< Too long, binary, empty.
    // of other acts
    Done,
    DuplicateHint,  ///< A walk-in's phone is known: `candidates`.
    NotAllowed,     ///< The role or the state does not permit it; `reason`.
    NotFound,
    NotNow,          ///< Needs the coordinator, who cannot be reached; or a right that lies elsewhere.
    NothingWaiting,  ///< No ticket to call.
    NothingOnDeck,   ///< Cut off, and this counter holds no ticket.
    Granted,         ///< A prize may be handed over.
    Refused,         ///< `why` names the rule, `reason` says it.
    Failed,          ///< The device could not store it; `reason` says what to do.
};

/// The name that scripts see in JSON: "admitted", "already_in", …
[[nodiscard]] QString toString(Outcome outcome);
/// True if a kiosk sends a guest on to the problem desk with @p outcome, instead of asking them to try again or to
/// wait.
[[nodiscard]] bool isForProblemDesk(Outcome outcome);

/// A guest as a screen may show them. Name fields are empty and `isNameHere` false while the key has not arrived.
struct GuestView {
    GuestId id;
    QString key;
    QString name;
    QString latinName;
    QString phone;  ///< Only where the role holds it.
    QString company;
    QString notes;
    QString classCode;
    Words className;
    QString band;   ///< Colour family of the class: "", "blue", "violet".
    QString alert;  ///< "", "vip", "media".
    QString host;   ///< Staff name of the host.
    QString group;
    QString zone;  ///< Where they are now; empty: not inside.
    int companionsMax = 0;
    int companions = 0;  ///< Who came along, when inside.
    bool isInside = false;
    bool isNameHere = false;
    bool isWalkIn = false;
    GuestStatus status = GuestStatus::Valid;
};

/// An earlier sign-in: who, where, when.
struct Earlier {
    OperationHash operation;
    DeviceId device;
    QString station;  ///< Its code, e.g. "gate-2".
    Words stationName;
    QString actor;  ///< Staff name; empty: self-service.
    WallTime at{};
    QString zone;
};

/// What the person is told. Durable before anyone sees it.
struct Answer {
    Outcome outcome = Outcome::Failed;
    RequestId request;
    bool isProvisional = false;                  ///< Decided while cut off: "not checked elsewhere since …".
    std::optional<WallTime> checkedElsewhereAt;  ///< When the hub was last heard, if provisional.
    QByteArray code;                             ///< The code as understood (plain text or the guest's key).
    std::optional<GuestView> guest;
    std::vector<GuestView> party;  ///< Admitted together with the guest.
    int companions = 0;
    QString zone;  ///< Where to go, in letters 240 px high.
    Words zoneName;
    QString number;  ///< Walk-in or queue number, if one was given.
    std::optional<Earlier> earlier;
    std::vector<Question> questions;
    int companionsMax = 0;         ///< > 0 with NeedsAnswers: ask how many came along.
    std::vector<GuestView> group;  ///< With NeedsAnswers: members to choose from.
    std::vector<GuestView> candidates;
    QString why;                             ///< Of a refusal, for scripts: "already_given", "no_stock", …
    Words reason;                            ///< The same in both languages.
    std::optional<int> ahead;                ///< Of a queue number: tickets that will be called before it.
    QStringList subjects;                    ///< What else the act concerned: units, numbers of a batch, winners.
    std::optional<OperationHash> operation;  ///< What was recorded; undo names it.
};

}  // namespace muster
