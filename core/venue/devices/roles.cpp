#include "core/venue/devices/roles.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/units/units.h"

#include "core/authority/claims.h"
#include "core/authority/epochs.h"
#include "core/authority/standbys.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/alerts.h"
#include "core/venue/devices/allow_list.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/forgetting.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/guests/tickets.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/judgements/judgements.h"
#include "core/venue/materials/materials.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/plan/plan_room.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/posts/posts.h"
#include "core/venue/posts/roll.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/staff/sign_on.h"
#include "core/venue/units/sales.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/zones.h"

#include <algorithm>
#include <map>

namespace muster::roles {
namespace {

enum class Rank {
    Anyone,       ///< A kiosk too: what happened to a guest who stood there.
    Staff,        ///< Devices that people of ours hold.
    Greeter,      ///< Check-in staff: the list and walk-ins.
    Coordinator,  ///< The plan, judgements, and the hub's word.
};

Rank rankOf(const QString &role)
{
    if (role == QLatin1String("coordinator")) {
        return Rank::Coordinator;
    }
    if (role == QLatin1String("greeter")) {
        return Rank::Greeter;
    }
    const bool isStaff =
        role == QLatin1String("counter") || role == QLatin1String("zone") || role == QLatin1String("prize");
    return isStaff ? Rank::Staff : Rank::Anyone;
}

const std::map<QString, Rank> &writersByKind()
{
    static const auto writers = [] {
        std::map<QString, Rank> map{{alerts::acknowledgedKind(), Rank::Staff},
                                    {zones::recountedKind(), Rank::Staff},
                                    {custody::kind(), Rank::Staff},
                                    {guests::listedKind(), Rank::Greeter},  // A ticket issued anew.
                                    {guests::walkedInKind(), Rank::Greeter},
                                    {presence::annulledKind(), Rank::Greeter}};
        for (const auto &kind :
             {plan_room::kind(), presence::resolvedKind(), presence::resetKind(), presence::emptiedKind(),
              claims::grantedKind(), claims::refusedKind(), rights::kind(), rights::lostKind(), epochs::kind(),
              sessions::kind(), tickets::kind(), forgetting::kind(), devices::enrolledKind(), devices::revokedKind(),
              clashes::judgedKind(), prizes::placedKind()}) {
            map.emplace(kind, Rank::Coordinator);
        }
        for (const auto &kind : draws::kinds()) {
            map.emplace(kind, Rank::Coordinator);
        }
        for (const auto &kind : sales::kinds()) {
            map.emplace(kind, Rank::Staff);
        }
        for (const auto &kind : standbys::kinds()) {
            map.emplace(kind, Rank::Coordinator);
        }
        return map;
    }();
    return writers;
}

/// Kinds that one deed writes: whoever may do it may write it.
const std::map<QString, allow_list::Deed> &deedsByKind()
{
    using allow_list::Deed;
    using incidents::kindOf;
    using incidents::Step;
    static const std::map<QString, Deed> deeds{{queues::issuedKind(), Deed::IssueNumber},
                                               {queues::steppedKind(), Deed::ServeNumber},
                                               {queues::counterKind(), Deed::OpenCounter},
                                               {queues::ownerKind(), Deed::SetOwner},
                                               {prizes::grantedKind(), Deed::RedeemPrize},
                                               {prizes::endedKind(), Deed::RedeemPrize},
                                               {prizes::cancelWantedKind(), Deed::RedeemPrize},
                                               {prizes::adjustedKind(), Deed::AdjustStock},
                                               {units::steppedKind(), Deed::HoldUnit},
                                               {units::frozenKind(), Deed::FreezeUnits},
                                               {referrals::referredKind(), Deed::ReferGuest},
                                               {referrals::settledKind(), Deed::SettleReferral},
                                               {posts::steppedKind(), Deed::StandPost},
                                               {posts::tickedKind(), Deed::StandPost},
                                               {posts::reliefKind(), Deed::RunPosts},
                                               {helpers::kind(), Deed::AddHelper},
                                               {gear::kind(), Deed::SetGear},
                                               {roll::kind(), Deed::CallRoll},
                                               {staff::pinSetKind(), Deed::SetPin},
                                               {staff::pinRefusedKind(), Deed::SignOn},
                                               {staff::signedOnKind(), Deed::SignOn},
                                               {staff::signedOffKind(), Deed::SignOn},
                                               {incidents::openedKind(), Deed::LogIncident},
                                               {kindOf(Step::Noted), Deed::LogIncident},
                                               {kindOf(Step::Pictured), Deed::LogIncident},
                                               {incidents::struckKind(), Deed::HandleIncident},
                                               {kindOf(Step::Changed), Deed::HandleIncident},
                                               {kindOf(Step::Assigned), Deed::HandleIncident},
                                               {kindOf(Step::Linked), Deed::HandleIncident},
                                               {kindOf(Step::Checked), Deed::HandleIncident},
                                               {kindOf(Step::Returned), Deed::HandleIncident},
                                               {kindOf(Step::Watched), Deed::WatchExit},
                                               {modes::hallKind(), Deed::SetHallMode},
                                               {modes::zoneKind(), Deed::SetZoneMode},
                                               {messages::saidKind(), Deed::SayToAll},
                                               {messages::readKind(), Deed::ReadMessage},
                                               {judgements::judgedKind(), Deed::JudgeDay},
                                               {cues::steppedKind(), Deed::RunCue},
                                               {tasks::steppedKind(), Deed::DoTask},
                                               {tasks::roundKind(), Deed::DoTask},
                                               {tasks::addedKind(), Deed::RunTasks},
                                               {tasks::assignedKind(), Deed::RunTasks},
                                               {tasks::phaseKind(), Deed::SetPhase},
                                               {materials::movedKind(), Deed::MoveMaterial},
                                               {materials::markedKind(), Deed::MarkDocument}};
    return deeds;
}

}  // namespace

QStringList enrollable()
{
    return {QStringLiteral("kiosk"), QStringLiteral("greeter"), QStringLiteral("counter"),    QStringLiteral("zone"),
            QStringLiteral("prize"), QStringLiteral("board"),   QStringLiteral("coordinator")};
}

Reading readingOf(const QString &role) { return rankOf(role) == Rank::Anyone ? Reading::Display : Reading::Full; }

bool mayWrite(const QStringList &roles, const QString &kind)
{
    if (const auto deed = deedsByKind().find(kind); deed != deedsByKind().end()) {
        return std::ranges::any_of(roles,
                                   [&](const QString &role) { return allow_list::mayDevice(role, deed->second); });
    }
    const auto needed = writersByKind().find(kind);
    return needed == writersByKind().end() ||
           std::ranges::any_of(roles, [&](const QString &role) { return rankOf(role) >= needed->second; });
}

}  // namespace muster::roles
