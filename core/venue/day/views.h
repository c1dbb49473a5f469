#pragma once
#include "core/venue/cues/cue_views.h"
#include "core/venue/incidents/incident_views.h"
#include "core/venue/materials/material_views.h"
#include "core/venue/modes/mode_views.h"
#include "core/venue/posts/post_views.h"
#include "core/venue/scarce/scarce_views.h"

/// What screens and scripts read of the day: plain values, each with the age of what it rests on.
namespace muster {

struct ZoneView {
    QString code;
    Words name;
    int count = 0;
    std::optional<int> softCapacity;
    std::optional<int> firmCapacity;
    qint64 flowed = 0;              ///< Scans and counts without recounts: what a forecast goes by.
    std::optional<qint64> drift{};  ///< What the last recount found besides.
    std::optional<WallTime> recountedAt{};
    bool isUnsure = false;               ///< The figure is not to be trusted:
    Words doubt{};                       ///< why, and what to do.
    std::optional<int> fullInMinutes{};  ///< As people flow in now; unset: nobody can say.
    ZoneUnit unit = ZoneUnit::People;

    /// Bays or places left below the firm limit.
    [[nodiscard]] std::optional<int> free() const
    {
        return firmCapacity ? std::optional(std::max(*firmCapacity - count, 0)) : std::nullopt;
    }
};

struct SignInView {
    OperationHash operation;
    GuestView guest;
    QString station;
    Words stationName;
    QString actor;
    QString zone;
    WallTime at{};
    int companions = 0;
    Direction direction = Direction::In;
    bool isProvisional = false;
    bool isAnnulled = false;
    QString overrideReason;  ///< Staff let them in against a rule, and why.
    QString annulledBy;      ///< Staff name of who took it back,
    QString annulledWhy;     ///< and the reason given. Both empty after a reset or a judgement.
};

struct RivalView {
    OperationHash operation;
    DeviceId device;
    QString station;
    Words stationName;
    QString actor;
    WallTime at{};
    bool isProvisional = false;
    bool isAnnulled = false;
};

struct ConflictView {
    ConflictId id;
    QString rule;                    ///< "sign_in_twice", "called_twice", "prize_twice", "unit_twice", …
    QString subject;                 ///< The number, prize or unit that it is about; empty: a guest at the door.
    std::optional<GuestView> guest;  ///< Whom it is about, if it is about somebody.
    std::vector<RivalView> rivals;   ///< In the order that is the same everywhere; the first one stands.
    bool isOpen = true;
    QString decidedBy;
    QString reason;
    std::optional<Decision> decision;
};

struct AlertView {
    QString id;
    QString kind;    ///< "vip", "media", "staff_called", "conflict", "device_skew", "device_silent", …
    int weight = 0;  ///< Higher comes first.
    Words text;
    std::optional<GuestView> guest;  ///< Whom it is about.
    QString host;                    ///< Staff name of who should come.
    QString station;                 ///< Where it happened; empty: nowhere in particular.
    Words stationName;
    WallTime since{};
    HybridTime raisedAt;                ///< Acknowledgements from before it are about something else.
    QString acknowledgedBy;             ///< Who had it in hand before it came up again.
    bool isEscalated = false;           ///< Unanswered for longer than its kind may be.
    std::optional<DeviceId> losing;     ///< DeclareLost of this device would free what it holds in vain.
    QString zone{};                     ///< It is about; empty: none in particular.
    QStringList firstRoles{};           ///< Of staff whom it called first: it stays theirs when it escalates.
    QStringList roles{};                ///< Of staff whom it calls now,
    QStringList called{};               ///< and the names of those on duty; with a host the host's.
    int recheckMinutes = 0;             ///< Proposed to who acknowledges it.
    bool isInHand = false;              ///< Acknowledged, and not to be looked at again yet: listed apart.
    std::optional<WallTime> againAt{};  ///< When it comes up again, if it is in hand for a while only.
};

/// "Recorded, not shown: done or void?" A permission that its device never said it used.
struct OpenGrantView {
    OperationHash grant;  ///< ConfirmGrant and VoidGrant name it.
    RequestId request;
    GuestView guest;
    DeviceId device;
    QString station;
    Words stationName;
    QString zone;
    int companions = 0;
    Direction direction = Direction::In;
    WallTime at{};
};

/// One act of the day as its author told it: what an auditor reads.
struct AuditView {
    OperationHash operation;
    WallTime at{};                       ///< When it was recorded.
    std::optional<WallTime> happenedAt;  ///< When it happened, if it was written down later.
    QString act;                         ///< "sign_in", "sign_out", "move", "annul", "resolve", "reset_day", …
    DeviceId origin;
    QString device;  ///< Name of the device that recorded it.
    QString station;
    QString actor;  ///< Staff name; empty: self-service.
    std::optional<GuestView> guest;
    QString detail;   ///< The zone, session, alert … that the act names.
    QString subject;  ///< Id of the ticket or grant that the act belongs to, in hex; empty: of none.
    QString reason;
    bool isProvisional = false;
    bool isAnnulled = false;
    QString annulledBy;
    QString annulledWhy;
};

/// Everybody inside at one moment: what a marshal reads out at the assembly point.
struct RollCall {
    struct Entry {
        GuestView guest;
        WallTime since{};  ///< Of the step that brought them where they are.
    };
    WallTime asOf{};
    std::optional<WallTime> knownSince;  ///< As of the day.
    std::optional<int> persons;          ///< Companions included; unset: not known yet.
    std::vector<Entry> entries;          ///< By zone, then by time.
};

enum class DigestComparison { NotComparable, Equal, Different };

struct DeviceView {
    DeviceId id;
    int number = 0;  ///< Short and unique; the suffix of numbers it gives while cut off.
    QString name;
    QString role;
    QString station;
    bool isHub = false;
    bool isSelf = false;
    bool isLinked = false;
    bool isRevoked = false;
    std::optional<WallTime> lastSeen;
    std::optional<int> lagMsecs;
    std::optional<qint64> skewMsecs;
    bool isSkewed = false;
    std::optional<int> unsent;
    std::optional<WallTime> oldestUnsent;
    DigestComparison digest = DigestComparison::NotComparable;
    int frozenPlaces = 0;  ///< Held by an earlier life of it, or by a revoked device: DeclareLost frees them.
    QString trouble;       ///< "", "camera", "disk", … : a code that staff can look up.
    std::optional<int> batteryPercent{};  ///< As the device says; unset: it has none, or cannot say.
    bool isCharging = false;
    std::optional<qint64> diskFreeMb{};
    std::optional<int> labelsLeft{};
    bool isMissing = false;  ///< Its station is planned, and it was not heard for long, or never.
};

struct CandidateView {
    QString id;
    QString name;
    QString role;
    QString station;
    QString code;  ///< Shown on both screens.
};

/// The minute bars of the arrivals chart.
struct MinuteCount {
    WallTime minute{};
    int count = 0;
};

/// The link of this device to the others, as it may calmly be shown.
struct LinkView {
    bool isHub = false;
    bool isCutOff = false;
    std::optional<WallTime> lastHeard;
    int unsent = 0;
    int notYetSafe = 0;      ///< Acts, and keys of guests, that exist on this device only.
    bool isShutOut = false;  ///< The coordinator revoked this device: it does nothing any more.
};

/// What came from a device and could not be taken as it is: for staff, and for whoever looks into it later.
struct FindingView {
    enum class Kind {
        Fork,        ///< Two branches of one chain: a copied disk. Both are kept.
        Quarantine,  ///< Set aside at the link.
        DeadLetter,  ///< Kept in the log, and without effect.
    };
    Kind kind = Kind::Fork;
    DeviceId device;
    QString what;  ///< Of a dead letter its operation and kind; else the device's incarnation.
    QString why;
};

/// A guest on the way to the problem desk, or standing there.
struct ReferralView {
    OperationHash operation;
    std::optional<GuestView> guest;
    QString codeEnd;  ///< Of a code that named nobody.
    Words reason;
    QString note;
    QString station;  ///< Who sent them.
    Words stationName;
    QString actor;
    WallTime at{};
};

struct DayView {
    bool isKnown = true;                 ///< False until this device has once held all that the hub held: no figures.
    WallTime asOf{};                     ///< When this device computed it.
    std::optional<WallTime> knownSince;  ///< Every linked device was heard at or after this; unset: someone never was.
    std::optional<int> headcount;        ///< People inside, companions included; unset: not known yet.
    bool isHeadcountUnsure = false;      ///< That of some zone is.
    std::vector<ZoneView> zones;
    int signedIn = 0;  ///< Guests signed in at least once (standing).
    int expected = 0;  ///< Guests on the list who may come.
    int walkIns = 0;
    int vipIn = 0;
    int vipExpected = 0;
    int mediaIn = 0;
    int mediaExpected = 0;
    std::optional<int> softCapacity;
    std::optional<int> firmCapacity;
    std::vector<MinuteCount> arrivals;  ///< The last 60 minutes, oldest first, gaps as zero.
    std::vector<SignInView> latest;     ///< Newest first, at most 20.
    std::vector<QueueView> queues;
    std::vector<SeriesView> series;
    std::vector<PrizeView> prizes;
    std::vector<UnitView> units;
    std::vector<ReferralView> referrals;  ///< Open ones, the oldest first, at most 100.
    std::vector<ModeView> modes;          ///< The hall's first, then of the zones that have one of their own.
    std::vector<PostView> posts;          ///< Those that must be staffed now first.
    RosterView roster;
    std::vector<IncidentView> incidents;  ///< Open ones by urgency, then age; then the latest closed; at most 200.
    int incidentsOpen = 0;
    std::vector<CueView> cues;  ///< As they are expected to follow.
    PhaseView phase;
    std::vector<TaskView> tasks;  ///< Not done first, by when they are due; at most 300.
    std::vector<MaterialView> materials;
    std::vector<MessageView> messages;  ///< The latest first, at most 50.
    std::vector<AssemblyView> assembly;
    std::vector<ConflictView> conflicts;    ///< Open ones first, then resolved, at most 200.
    std::vector<OpenGrantView> openGrants;  ///< Older than 10 s, oldest first, at most 200.
    std::vector<AlertView> alerts;          ///< Unacknowledged, by weight, then age.
    std::vector<AlertView> inHand;          ///< Acknowledged: who sees to what, and until when.
    std::vector<DeviceView> devices;
    std::vector<CandidateView> candidates;  ///< Devices asking to be let in.
    std::vector<SessionPlan> sessions;
    QStringList openSessions;
    std::vector<FindingView> findings;  ///< At most findingsMax of a kind.
    LinkView link;

    static constexpr int findingsMax = 100;
};

}  // namespace muster
