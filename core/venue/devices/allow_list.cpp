#include "core/venue/devices/allow_list.h"

#include "core/venue/door/rules.h"

#include <array>

namespace muster::allow_list {
namespace {

struct Row {
    Deed deed;
    const char *devices;
    const char *staff;  ///< Besides the coordinator's people, who may do everything.
};

/// Everybody who looks after guests. Relief and floaters stand in for any of them.
constexpr const char *hosts = "greeter problem_desk lead deputy zone floater relief kiosk counter consultant verifier"
                              " unit_desk unit_board cashier contract prize host media_host lounge usher guide stage";

/// Everybody who stands at a counter where numbers are called.
constexpr const char *counters = "counter consultant verifier unit_desk unit_board cashier contract problem_desk usher"
                                 " lead deputy floater relief";

/// Every device that people of ours hold.
constexpr const char *desks = "greeter zone counter prize";

constexpr std::array<Row, 56> table{{
    {Deed::SignIn, "greeter kiosk zone counter prize", hosts},
    {Deed::OverrideRule, "greeter zone", "greeter problem_desk lead deputy"},
    {Deed::AddAnswers, "greeter kiosk zone counter prize", hosts},
    {Deed::MoveGuest, "greeter zone counter prize", hosts},
    {Deed::WalkIn, "greeter", "greeter problem_desk lead deputy floater relief"},
    {Deed::Undo, "greeter", "greeter problem_desk lead deputy floater relief"},
    {Deed::Annul, "greeter", "problem_desk lead deputy"},
    {Deed::AcknowledgeAlert, "greeter zone counter prize", "*"},
    {Deed::ReissueTicket, "greeter", "greeter problem_desk lead deputy"},
    {Deed::SettleGrant, "greeter", "greeter problem_desk lead deputy"},
    {Deed::ResolveConflict, "", ""},
    {Deed::SetSession, "", ""},
    {Deed::RevokeDevice, "", ""},
    {Deed::DeclareLost, "", ""},
    {Deed::ResetDay, "", ""},
    {Deed::EmptyHall, "", ""},
    {Deed::ForgetGuest, "", ""},
    {Deed::CallStaff, "greeter kiosk zone counter prize", "*"},
    {Deed::IssueNumber, "greeter kiosk zone counter prize", hosts},
    {Deed::ServeNumber, "counter greeter zone", counters},
    {Deed::OpenCounter, "counter greeter zone", counters},
    {Deed::CallBatch, "counter zone", "lead deputy usher verifier unit_board"},
    {Deed::SetOwner, "counter greeter", "consultant lead deputy problem_desk"},
    {Deed::RedeemPrize, "prize greeter", "prize lead deputy problem_desk floater relief"},
    {Deed::AdjustStock, "prize", "prize lead deputy"},
    {Deed::HoldUnit, "counter", "unit_desk unit_board verifier cashier contract lead deputy floater relief"},
    {Deed::WithdrawUnit, "", "unit_board"},
    {Deed::FreezeUnits, "", "unit_board"},
    {Deed::RecordSale, "counter prize", "cashier contract unit_desk lead deputy floater relief"},
    {Deed::VoidSale, "counter", "cashier contract lead deputy"},
    {Deed::RunDraw, "", ""},
    {Deed::CountZone, "zone greeter kiosk counter prize", "*"},
    {Deed::RecountZone, "zone greeter", "lead deputy zone floater relief"},
    {Deed::SetCustody, "greeter zone counter", hosts},
    {Deed::ReferGuest, "greeter kiosk zone counter prize", hosts},
    {Deed::SettleReferral, "greeter", "greeter problem_desk lead deputy floater relief"},
    {Deed::StandPost, desks, "*"},
    {Deed::RunPosts, "zone greeter", "lead deputy"},
    {Deed::AddHelper, "zone greeter", "lead deputy"},
    {Deed::SetGear, desks, "lead deputy logistics zone"},
    {Deed::CallRoll, desks, "*"},
    {Deed::SetPin, desks, "*"},
    {Deed::SignOn, desks, "*"},
    {Deed::LogIncident, "greeter kiosk zone counter prize", "*"},
    {Deed::HandleIncident, desks, "lead deputy floater security medic problem_desk technician cleaner"},
    {Deed::WatchExit, "greeter zone", "*"},
    {Deed::RunCue, "", "stage"},
    {Deed::DoTask, desks, "*"},
    {Deed::RunTasks, "zone", "lead deputy"},
    {Deed::SetPhase, "", ""},
    {Deed::MoveMaterial, desks, "lead deputy logistics prize"},
    {Deed::MarkDocument, "counter zone", "lead deputy cashier contract unit_desk logistics"},
    {Deed::SetHallMode, "", ""},
    {Deed::SetZoneMode, "zone", "lead deputy"},
    {Deed::SayToAll, "", ""},
    {Deed::ReadMessage, "greeter zone counter prize board", "*"},
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

}  // namespace

Deed deedOf(const Command &command)
{
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
        Deed operator()(const units::Advance &act) const
        {
            return act.step == units::Step::Withdraw ? Deed::WithdrawUnit : Deed::HoldUnit;
        }
    };
    return std::visit(Deeds{}, command);
}

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

std::optional<Words> refusal(const EventSetup &setup, const QString &deviceRole, const QString &actor, Deed deed)
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
    const auto member = std::ranges::find(setup.staff, actor, &StaffMember::code);
    if (member == setup.staff.end()) {
        return rules::unknownStaff(actor);
    }
    return mayStaff(member->roles, deed) ? std::nullopt
           : deed == Deed::Annul         ? std::optional(rules::undoIsLate())
                                         : std::optional(rules::notYourTask());
}

}  // namespace muster::allow_list
