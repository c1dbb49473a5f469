#include "core/venue/devices/allow_list.h"

#include "core/venue/door/rules.h"
#include "core/venue/staff/people.h"

#include <array>

namespace muster::allow_list {
namespace {

struct Row {
    Deed deed;
    const char *devices;
    const char *staff;  ///< Besides the coordinator's people, who may do everything.
    Window window;
};

/// What everybody may see to at any hour: safety, and saying who and where one is.
constexpr Window always{};
/// What is set up and cleared away around a shift.
constexpr Window nearShift{true, 60, 120};
/// What is done with guests: on duty, and while a shift changes.
constexpr Window onDuty{true, 15, 30};

/// Everybody who looks after guests. Relief and floaters stand in for any of them.
constexpr const char *hosts = "greeter problem_desk lead deputy zone floater relief kiosk counter consultant verifier"
                              " unit_desk unit_board cashier contract prize host media_host lounge usher guide stage";

/// Everybody who stands at a counter where numbers are called.
constexpr const char *counters = "counter consultant verifier unit_desk unit_board cashier contract problem_desk usher"
                                 " lead deputy floater relief";

/// Every device that people of ours hold.
constexpr const char *desks = "greeter zone counter prize";

constexpr std::array<Row, 57> table{{
    {Deed::SignIn, "greeter kiosk zone counter prize", hosts, onDuty},
    {Deed::OverrideRule, "greeter zone", "greeter problem_desk lead deputy", onDuty},
    {Deed::AddAnswers, "greeter kiosk zone counter prize", hosts, onDuty},
    {Deed::MoveGuest, "greeter zone counter prize", hosts, onDuty},
    {Deed::WalkIn, "greeter", "greeter problem_desk lead deputy floater relief", onDuty},
    {Deed::Undo, "greeter", "greeter problem_desk lead deputy floater relief", onDuty},
    {Deed::Annul, "greeter", "problem_desk lead deputy", onDuty},
    {Deed::AcknowledgeAlert, "greeter zone counter prize", "*", always},
    {Deed::ReissueTicket, "greeter", "greeter problem_desk lead deputy", onDuty},
    {Deed::SettleGrant, "greeter", "greeter problem_desk lead deputy", onDuty},
    {Deed::ResolveConflict, "", "", always},
    {Deed::SetSession, "", "", always},
    {Deed::RevokeDevice, "", "", always},
    {Deed::DeclareLost, "", "", always},
    {Deed::ResetDay, "", "", always},
    {Deed::EmptyHall, "", "", always},
    {Deed::ForgetGuest, "", "", always},
    {Deed::CallStaff, "greeter kiosk zone counter prize", "*", always},
    {Deed::IssueNumber, "greeter kiosk zone counter prize", hosts, onDuty},
    {Deed::ServeNumber, "counter greeter zone", counters, onDuty},
    {Deed::OpenCounter, "counter greeter zone", counters, onDuty},
    {Deed::CallBatch, "counter zone", "lead deputy usher verifier unit_board", onDuty},
    {Deed::SetOwner, "counter greeter", "consultant lead deputy problem_desk", onDuty},
    {Deed::RedeemPrize, "prize greeter", "prize lead deputy problem_desk floater relief", onDuty},
    {Deed::AdjustStock, "prize", "prize lead deputy", nearShift},
    {Deed::HoldUnit, "counter", "unit_desk unit_board verifier cashier contract lead deputy floater relief", onDuty},
    {Deed::WithdrawUnit, "", "unit_board", nearShift},
    {Deed::FreezeUnits, "", "unit_board", nearShift},
    {Deed::RecordSale, "counter prize", "cashier contract unit_desk lead deputy floater relief", onDuty},
    {Deed::VoidSale, "counter", "cashier contract lead deputy", nearShift},
    {Deed::RunDraw, "", "", nearShift},
    {Deed::CountZone, "zone greeter kiosk counter prize", "*", onDuty},
    {Deed::RecountZone, "zone greeter", "lead deputy zone floater relief", onDuty},
    {Deed::SetCustody, "greeter zone counter", hosts, onDuty},
    {Deed::ReferGuest, "greeter kiosk zone counter prize", hosts, onDuty},
    {Deed::SettleReferral, "greeter", "greeter problem_desk lead deputy floater relief", onDuty},
    {Deed::StandPost, desks, "*", always},
    {Deed::RunPosts, "zone greeter", "lead deputy", nearShift},
    {Deed::AddHelper, "zone greeter", "lead deputy", nearShift},
    {Deed::SetGear, desks, "lead deputy logistics zone", nearShift},
    {Deed::CallRoll, desks, "*", always},
    {Deed::SetPin, desks, "*", always},
    {Deed::SignOn, desks, "*", always},
    {Deed::LogIncident, "greeter kiosk zone counter prize", "*", always},
    {Deed::HandleIncident, desks, "lead deputy floater security medic problem_desk technician cleaner", always},
    {Deed::WatchExit, "greeter zone", "*", always},
    {Deed::RunCue, "", "stage", nearShift},
    {Deed::DoTask, desks, "*", nearShift},
    {Deed::RunTasks, "zone", "lead deputy", nearShift},
    {Deed::SetPhase, "", "", always},
    {Deed::MoveMaterial, desks, "lead deputy logistics prize", nearShift},
    {Deed::MarkDocument, "counter zone", "lead deputy cashier contract unit_desk unit_board logistics", nearShift},
    {Deed::SetHallMode, "", "", always},
    {Deed::SetZoneMode, "zone", "lead deputy", always},
    {Deed::SayToAll, "", "", always},
    {Deed::ReadMessage, "greeter zone counter prize board", "*", always},
    {Deed::JudgeDay, "zone", "lead deputy", always},
}};

static_assert(table.size() == std::size_t(lastDeed) + 1);

const Row &rowOf(Deed deed)
{
    const Row &row = table.at(std::size_t(deed));
    Q_ASSERT(row.deed == deed);
    return row;
}

bool isNamed(const char *words, const QString &word)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts).contains(word);
}

Words notOnDuty()
{
    return {QStringLiteral("您现在不当班；请先到岗，或请负责人安排"),
            QStringLiteral("You are not on duty now: take your post first, or ask your lead")};
}

Words signOnFirst()
{
    return {QStringLiteral("请先在本机凭 PIN 登录"), QStringLiteral("Sign on at this device with your PIN first")};
}

/// What each command needs at least.
struct Deeds {
    Deed operator()(const muster::SignIn &act) const
    {
        return act.overrideReason.isEmpty() ? Deed::SignIn : Deed::OverrideRule;
    }
    Deed operator()(const muster::Annul &) const { return Deed::Undo; }
    Deed operator()(const muster::WalkIn &) const { return Deed::WalkIn; }
    Deed operator()(const muster::AddAnswers &) const { return Deed::AddAnswers; }
    Deed operator()(const muster::MoveGuest &) const { return Deed::MoveGuest; }
    Deed operator()(const muster::ResolveConflict &) const { return Deed::ResolveConflict; }
    Deed operator()(const muster::AcknowledgeAlert &) const { return Deed::AcknowledgeAlert; }
    Deed operator()(const muster::SetSession &) const { return Deed::SetSession; }
    Deed operator()(const muster::RevokeDevice &) const { return Deed::RevokeDevice; }
    Deed operator()(const muster::ResetDay &) const { return Deed::ResetDay; }
    Deed operator()(const muster::ReissueTicket &) const { return Deed::ReissueTicket; }
    Deed operator()(const muster::ForgetGuest &) const { return Deed::ForgetGuest; }
    Deed operator()(const muster::EmptyHall &) const { return Deed::EmptyHall; }
    Deed operator()(const muster::CallStaff &) const { return Deed::CallStaff; }
    Deed operator()(const muster::DeclareLost &) const { return Deed::DeclareLost; }
    Deed operator()(const muster::ConfirmGrant &) const { return Deed::SettleGrant; }
    Deed operator()(const muster::VoidGrant &) const { return Deed::SettleGrant; }
    Deed operator()(const queues::Issue &) const { return Deed::IssueNumber; }
    Deed operator()(const queues::Call &) const { return Deed::ServeNumber; }
    Deed operator()(const queues::Advance &) const { return Deed::ServeNumber; }
    Deed operator()(const queues::SetCounter &) const { return Deed::OpenCounter; }
    Deed operator()(const queues::CallBatch &) const { return Deed::CallBatch; }
    Deed operator()(const queues::Roll &) const { return Deed::CallBatch; }
    Deed operator()(const queues::SetOwner &) const { return Deed::SetOwner; }
    Deed operator()(const prizes::Redeem &) const { return Deed::RedeemPrize; }
    Deed operator()(const prizes::HandOver &) const { return Deed::RedeemPrize; }
    Deed operator()(const prizes::Cancel &) const { return Deed::RedeemPrize; }
    Deed operator()(const prizes::AdjustStock &) const { return Deed::AdjustStock; }
    Deed operator()(const units::Freeze &) const { return Deed::FreezeUnits; }
    Deed operator()(const sales::Record &) const { return Deed::RecordSale; }
    Deed operator()(const sales::Void &) const { return Deed::VoidSale; }
    Deed operator()(const draws::Commit &) const { return Deed::RunDraw; }
    Deed operator()(const draws::CallNumber &) const { return Deed::RunDraw; }
    Deed operator()(const draws::Reveal &) const { return Deed::RunDraw; }
    Deed operator()(const draws::Absent &) const { return Deed::RunDraw; }
    Deed operator()(const draws::Abort &) const { return Deed::RunDraw; }
    Deed operator()(const zones::Count &) const { return Deed::CountZone; }
    Deed operator()(const zones::Recount &) const { return Deed::RecountZone; }
    Deed operator()(const zones::SetCustody &) const { return Deed::SetCustody; }
    Deed operator()(const referrals::Refer &) const { return Deed::ReferGuest; }
    Deed operator()(const referrals::Settle &) const { return Deed::SettleReferral; }
    Deed operator()(const posts::In &) const { return Deed::StandPost; }
    Deed operator()(const posts::Out &) const { return Deed::StandPost; }
    Deed operator()(const posts::Pause &) const { return Deed::StandPost; }
    Deed operator()(const posts::Tick &) const { return Deed::RunPosts; }
    Deed operator()(const posts::NameRelief &) const { return Deed::RunPosts; }
    Deed operator()(const posts::Dispatch &) const { return Deed::RunPosts; }
    Deed operator()(const posts::AddHelper &) const { return Deed::AddHelper; }
    Deed operator()(const posts::SetGear &) const { return Deed::SetGear; }
    Deed operator()(const posts::CallRoll &) const { return Deed::CallRoll; }
    Deed operator()(const staff::SetPin &) const { return Deed::SetPin; }
    Deed operator()(const staff::SignOn &) const { return Deed::SignOn; }
    Deed operator()(const staff::SignOff &) const { return Deed::SignOn; }
    Deed operator()(const incidents::Open &) const { return Deed::LogIncident; }
    Deed operator()(const incidents::Note &) const { return Deed::LogIncident; }
    Deed operator()(const incidents::Attach &) const { return Deed::LogIncident; }
    Deed operator()(const incidents::Strike &) const { return Deed::HandleIncident; }
    Deed operator()(const incidents::Change &) const { return Deed::HandleIncident; }
    Deed operator()(const incidents::Assign &) const { return Deed::HandleIncident; }
    Deed operator()(const incidents::Link &) const { return Deed::HandleIncident; }
    Deed operator()(const incidents::Check &) const { return Deed::HandleIncident; }
    Deed operator()(const incidents::GiveBack &) const { return Deed::HandleIncident; }
    Deed operator()(const incidents::AcknowledgeWatch &) const { return Deed::WatchExit; }
    Deed operator()(const cues::Advance &) const { return Deed::RunCue; }
    Deed operator()(const tasks::Advance &) const { return Deed::DoTask; }
    Deed operator()(const tasks::Add &) const { return Deed::RunTasks; }
    Deed operator()(const tasks::Assign &) const { return Deed::RunTasks; }
    Deed operator()(const tasks::SetPhase &) const { return Deed::SetPhase; }
    Deed operator()(const materials::Move &) const { return Deed::MoveMaterial; }
    Deed operator()(const materials::Mark &) const { return Deed::MarkDocument; }
    Deed operator()(const modes::SetMode &act) const
    {
        return act.place.isEmpty() ? Deed::SetHallMode : Deed::SetZoneMode;
    }
    Deed operator()(const messages::Say &) const { return Deed::SayToAll; }
    Deed operator()(const messages::MarkRead &) const { return Deed::ReadMessage; }
    Deed operator()(const judgements::Judge &) const { return Deed::JudgeDay; }
    Deed operator()(const units::Advance &act) const
    {
        return act.step == units::Step::Withdraw ? Deed::WithdrawUnit : Deed::HoldUnit;
    }
};

}  // namespace

Deed deedOf(const Command &command) { return std::visit(Deeds{}, command); }

bool mayDevice(const QString &role, Deed deed)
{
    return role == QLatin1String("coordinator") || isNamed(rowOf(deed).devices, role);
}

bool mayStaff(const QStringList &roles, Deed deed)
{
    const char *named = rowOf(deed).staff;
    return std::ranges::any_of(roles,
                               [named](const QString &role) {
                                   return role == QLatin1String("coordinator") || role == QLatin1String("commander") ||
                                          isNamed(named, role);
                               }) ||
           QLatin1String(named) == QLatin1String("*");
}

Window windowOf(Deed deed) { return rowOf(deed).window; }

bool isInTime(const duty::Standing &standing, Deed deed)
{
    const auto window = windowOf(deed);
    const bool isFree = !window.isBound || !standing.isPlanned || standing.isAtWork;
    return isFree || (standing.member && staff::isCommanding(standing.member->roles)) ||
           standing.minutesToShift.value_or(window.minutesBefore + 1) <= window.minutesBefore ||
           standing.minutesFromShift.value_or(window.minutesAfter + 1) <= window.minutesAfter;
}

bool needsSignOn(Deed deed) { return deed != Deed::SignOn && deed != Deed::SetPin; }

std::optional<Words> refusal(const EventSetup &setup, const QString &deviceRole, const QString &actor,
                             const duty::Standing &standing, Deed deed)
{
    if (!mayDevice(deviceRole, deed)) {
        return rules::notAllowed();
    }
    if (setup.staff.empty()) {
        return std::nullopt;
    }
    if (actor.isEmpty()) {
        // Whose device it is, is known; who stands there is not: no more than its own people may do alone.
        const bool isCoordinators = deviceRole == QLatin1String("coordinator");
        return isCoordinators || deed != Deed::Annul ? std::nullopt : std::optional(rules::undoIsLate());
    }
    if (!standing.member) {
        return rules::unknownStaff(actor);
    }
    if (!standing.isSignedOn && needsSignOn(deed)) {
        return signOnFirst();
    }
    if (!mayStaff(standing.member->roles, deed)) {
        return deed == Deed::Annul ? rules::undoIsLate() : rules::notYourTask();
    }
    return isInTime(standing, deed) ? std::nullopt : std::optional(notOnDuty());
}

std::optional<Words> refusal(State &state, const EventSetup &setup, const QString &deviceRole, const QString &actor,
                             WallTime now, const std::optional<DeviceId> &device, Deed deed)
{
    const bool isNamed = !setup.staff.empty() && !actor.isEmpty();
    return refusal(setup, deviceRole, actor, isNamed ? duty::of(state, setup, actor, now, device) : duty::Standing{},
                   deed);
}

}  // namespace muster::allow_list
