#pragma once
#include "core/venue/staff/duty.h"

/// Who may do what: every command, by the role of the device, by the roles that the plan's staff sheet gives to the
/// person, and by whether they are on duty. The only place that knows.
namespace muster::allow_list {

/// A row of the table. Some commands are two deeds: an annulment at once by its author, or of another's or later.
enum class Deed {
    SignIn,
    OverrideRule,
    AddAnswers,
    MoveGuest,
    WalkIn,
    Undo,
    Annul,
    AcknowledgeAlert,
    ReissueTicket,
    SettleGrant,
    ResolveConflict,
    SetSession,
    RevokeDevice,
    DeclareLost,
    ResetDay,
    EmptyHall,
    ForgetGuest,
    CallStaff,
    IssueNumber,
    ServeNumber,  ///< Call, recall, finish … at a counter.
    OpenCounter,
    CallBatch,
    SetOwner,
    RedeemPrize,
    AdjustStock,
    HoldUnit,
    WithdrawUnit,
    FreezeUnits,
    RecordSale,
    VoidSale,
    RunDraw,
    CountZone,
    RecountZone,
    SetCustody,
    ReferGuest,
    SettleReferral,
    StandPost,  ///< To a post, from it, to a break: oneself or another.
    RunPosts,   ///< Relief, floaters, readiness.
    AddHelper,
    SetGear,
    CallRoll,
    SetPin,
    SignOn,
    LogIncident,
    HandleIncident,
    WatchExit,
    RunCue,
    DoTask,
    RunTasks,  ///< New ones, other owners.
    SetPhase,
    MoveMaterial,
    MarkDocument,
    SetHallMode,
    SetZoneMode,
    SayToAll,
    ReadMessage,
    JudgeDay,
};
inline constexpr Deed lastDeed = Deed::JudgeDay;

/// How long an act is its author's to undo.
inline constexpr std::chrono::seconds undoMax{60};

/// When a deed may be done by who is neither at a post nor sent anywhere: around their shifts of work.
struct Window {
    bool isBound = false;   ///< False: whenever.
    int minutesBefore = 0;  ///< So long before a shift already,
    int minutesAfter = 0;   ///< and so long after it still.
};

/// What @p command needs at least: an annulment may turn out to be another's (Deed::Annul).
[[nodiscard]] Deed deedOf(const Command &command);
[[nodiscard]] bool mayDevice(const QString &role, Deed deed);
[[nodiscard]] bool mayStaff(const QStringList &roles, Deed deed);
[[nodiscard]] Window windowOf(Deed deed);
/// True if whoever stands so with the day may do @p deed at this time. The coordinator's people always may: the one
/// whom everybody obeys is never off duty.
[[nodiscard]] bool isInTime(const duty::Standing &standing, Deed deed);
/// Deeds by which somebody says who they are: they are asked for no sign-on.
[[nodiscard]] bool needsSignOn(Deed deed);

/// Why @p actor at a device in @p deviceRole may not do it, in words; nothing if they may. Where an act names nobody
/// the device's role alone speaks, and a plan without a sheet of staff knows no names.
[[nodiscard]] std::optional<Words> refusal(const EventSetup &setup, const QString &deviceRole, const QString &actor,
                                           const duty::Standing &standing, Deed deed);
/// The same with what @p state knows of them. @p device: where they act, if it is here that they had to sign on.
[[nodiscard]] std::optional<Words> refusal(State &state, const EventSetup &setup, const QString &deviceRole,
                                           const QString &actor, WallTime now, const std::optional<DeviceId> &device,
                                           Deed deed);

}  // namespace muster::allow_list
