// What the day shows of guests who were sent on.
#include "core/venue/day/day_query.h"
#include "core/venue/door/door.h"
#include "core/venue/door/referrals.h"

namespace muster::referrals {
namespace {

using namespace std::chrono_literals;

constexpr auto waitMax = 5min;

Words nameOf(const EventSetup &setup, const QString &station)
{
    const auto *planned = findByCode(setup.stations, station);
    return planned == nullptr ? Words{} : planned->name;
}

}  // namespace

std::vector<ReferralView> viewsOf(State &state, const EventSetup &setup)
{
    std::vector<ReferralView> views;
    for (const auto &referral : open(state)) {
        ReferralView view{referral.operation,
                          {},
                          referral.codeEnd,
                          wordsOf(referral.reason),
                          referral.note,
                          referral.station,
                          nameOf(setup, referral.station),
                          referral.actor,
                          referral.time.wall()};
        if (referral.guest) {
            view.guest = viewOf(state, setup, *referral.guest);
        }
        views.push_back(std::move(view));
    }
    return views;
}

void addAlerts(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &referral : open(state)) {
        const auto due = referral.time.wall() + waitMax;
        if (now < due) {
            continue;
        }
        AlertView alert;
        alert.kind = QStringLiteral("referral_waiting");
        alert.id = QStringLiteral("%1:%2").arg(alert.kind, referral.operation.toHex().left(32));
        alert.station = referral.station;
        alert.stationName = nameOf(setup, referral.station);
        alert.since = due;
        alert.raisedAt = HybridTime::at(due);
        if (referral.guest) {
            alert.guest = viewOf(state, setup, *referral.guest);
        }
        alert.text = day_query::wordsOf(alert.kind, referral.reason);
        day_query::raise(state, now, list, std::move(alert));
    }
}

}  // namespace muster::referrals
