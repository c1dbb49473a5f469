#include "core/venue/day/day_query.h"

#include "core/authority/ledger.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/tally.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/door.h"
#include "core/venue/door/open_grants.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/presence.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/materials/materials.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/roster.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/scarce/scarce_faults.h"
#include "core/venue/scarce/scarce_query.h"
#include "core/venue/zones/headcount.h"

#include <functional>

namespace muster::day_query {
namespace {

constexpr int minutesShown = 60;

SignInView signInOf(State &state, const EventSetup &setup, const presence::Fact &fact)
{
    SignInView view;
    const auto earlier = earlierFrom(setup, fact);
    view.operation = fact.operation;
    view.guest = viewOf(state, setup, fact.guest);
    view.station = fact.station;
    view.stationName = earlier.stationName;
    view.actor = earlier.actor;
    view.zone = fact.zone;
    view.at = fact.at();
    view.companions = fact.companions;
    view.direction = fact.step == presence::Step::Out ? Direction::Out : Direction::In;
    view.isProvisional = fact.isProvisional;
    view.isAnnulled = fact.isAnnulled;
    view.overrideReason = fact.overrideReason;
    if (const auto annulment = fact.isAnnulled ? presence::annulmentOf(state, fact.operation) : std::nullopt) {
        view.annulledBy = staffName(setup, annulment->actor);
        view.annulledWhy = annulment->reason;
    }
    return view;
}

ConflictView conflictOf(State &state, const EventSetup &setup, const presence::Conflict &conflict)
{
    ConflictView view;
    view.id = conflict.id;
    view.rule = conflict.rule;
    view.guest = viewOf(state, setup, conflict.guest);
    view.isOpen = conflict.isOpen;
    for (const auto &rival : conflict.rivals) {
        if (const auto fact = presence::find(state, rival)) {
            const auto earlier = earlierFrom(setup, *fact);
            view.rivals.push_back({fact->operation, fact->stream.origin, fact->station, earlier.stationName,
                                   earlier.actor, fact->at(), fact->isProvisional, fact->isAnnulled});
        }
    }
    if (conflict.resolution) {
        if (const auto resolution = presence::findResolution(state, *conflict.resolution)) {
            view.decidedBy = resolution->actor;
            view.reason = resolution->reason;
            view.decision = resolution->decision;
        }
    }
    return view;
}

/// Of guests at the door and of what is given once; open ones first.
std::vector<ConflictView> conflictsOf(State &state, const EventSetup &setup)
{
    std::vector<ConflictView> conflicts;
    for (const auto &conflict : presence::conflicts(state, conflictsMax)) {
        conflicts.push_back(conflictOf(state, setup, conflict));
    }
    std::ranges::move(scarce_query::conflictsOf(state, setup, conflictsMax), std::back_inserter(conflicts));
    std::stable_partition(conflicts.begin(), conflicts.end(), std::mem_fn(&ConflictView::isOpen));
    conflicts.resize(std::min<std::size_t>(conflicts.size(), conflictsMax));
    return conflicts;
}

void addArrivalChart(State &state, WallTime now, DayView &day)
{
    const qint64 last = toMsecs(now) / 60'000;
    for (qint64 minute = last - minutesShown + 1; minute <= last; ++minute) {
        const auto count = tally::of(state, QStringLiteral("minute:%1").arg(minute));
        day.arrivals.push_back({fromMsecs(minute * 60'000), int(count)});
    }
}

void addHeadcounts(State &state, const EventSetup &setup, DayView &day)
{
    const auto census = zones::census(state, setup);
    day.headcount = census.persons;
    day.isHeadcountUnsure = census.isUnsure;
    for (std::size_t i = 0; i < setup.zones.size(); ++i) {
        const auto &zone = setup.zones[i];
        const auto &count = census.zones[i];
        day.zones.push_back({zone.code, zone.name, count.persons, zone.softCapacity, zone.firmCapacity, count.sum,
                             count.drift, count.recountedAt, count.isUnsure, count.doubt, std::nullopt, zone.unit});
    }
}

}  // namespace

QString staffName(const EventSetup &setup, const QString &code)
{
    const auto staff = std::ranges::find(setup.staff, code, &StaffMember::code);
    return staff == setup.staff.end() ? code : staff->name;
}

Occasion occasionOf(State &state, const EventSetup &setup, WallTime now, const QString &id)
{
    const auto list = raised(state, setup, now, conflictsOf(state, setup), posts::Roster(state, setup, now));
    const auto found = std::ranges::find(list, id, &AlertView::id);
    if (found != list.end()) {
        return {found->raisedAt, recheckMinutesOf(setup, found->kind)};
    }
    return {{}, recheckMinutesOf(setup, id.section(QLatin1Char(':'), 0, 0))};  // A device's own begins with its kind.
}

DayView read(State &state, const EventSetup &setup, WallTime now)
{
    DayView day;
    day.asOf = now;
    addHeadcounts(state, setup, day);
    day.softCapacity = setup.softCapacity;
    day.firmCapacity = setup.firmCapacity;
    day.signedIn = int(tally::of(state, QStringLiteral("signed_in")));
    day.walkIns = int(tally::of(state, QStringLiteral("walk_in")));
    for (const auto &ticketClass : setup.classes) {
        const int in = int(tally::of(state, QStringLiteral("in:") + ticketClass.code));
        const int listed = int(tally::of(state, QStringLiteral("listed:") + ticketClass.code));
        day.expected += listed;
        if (ticketClass.alert == QLatin1String("vip")) {
            day.vipIn += in;
            day.vipExpected += listed;
        } else if (ticketClass.alert == QLatin1String("media")) {
            day.mediaIn += in;
            day.mediaExpected += listed;
        }
    }
    addArrivalChart(state, now, day);
    for (const auto &fact : presence::latest(state, latestMax, std::nullopt)) {
        day.latest.push_back(signInOf(state, setup, fact));
    }
    day.queues = scarce_query::queuesOf(state, setup, now);
    day.series = scarce_query::seriesOf(state, setup, now);
    day.prizes = scarce_query::prizesOf(state, setup, now);
    day.units = scarce_query::unitsOf(state, setup, now);
    day.cues = cues::viewsOf(state, setup, now);
    day.phase = tasks::phaseOf(state, setup, now);
    day.tasks = tasks::viewsOf(state, setup, now);
    day.materials = materials::viewsOf(state, setup);
    day.conflicts = conflictsOf(state, setup);
    day.openGrants = open_grants::list(state, setup, now - open_grants::shownAfter);
    day.referrals = referrals::viewsOf(state, setup);
    const posts::Roster roster(state, setup, now);
    day.posts = posts::viewsOf(state, setup, roster);
    day.roster = posts::rosterView(state, setup, roster);
    day.assembly = posts::assemblyViews(state, setup, roster);
    day.incidents = incidents::viewsOf(state, setup, now);
    day.incidentsOpen = incidents::openCount(state);
    day.modes = modes::viewsOf(state, setup);
    day.messages = messages::viewsOf(state, setup);
    day.alerts = raised(state, setup, now, day.conflicts, roster);
    finish(state, setup, now, day.alerts, day.inHand);
    for (const auto &device : devices::all(state)) {
        DeviceView view;
        view.id = device.id;
        view.number = device.number;
        view.name = device.name;
        view.role = device.role;
        view.station = device.station;
        view.isRevoked = device.isRevoked;
        view.frozenPlaces = int(rights::frozenPlaces(state, device.id));
        day.devices.push_back(std::move(view));
    }
    day.sessions = setup.sessions;
    day.openSessions = sessions::open(state);
    return day;
}

std::vector<SignInView> recent(State &state, const EventSetup &setup, const DeviceId &device, int countMax)
{
    std::vector<SignInView> list;
    for (const auto &fact : presence::latest(state, countMax, device)) {
        list.push_back(signInOf(state, setup, fact));
    }
    return list;
}

RollCall rollCall(State &state, const EventSetup &setup, const QString &zone, int countMax)
{
    RollCall call;
    call.persons = zone.isEmpty() ? zones::census(state, setup).persons : zones::headcount(state, zone).persons;
    for (const auto &guest : presence::inside(state, zone, countMax)) {
        const auto place = presence::dayOf(state, guest).place;
        call.entries.push_back({viewOf(state, setup, guest), place ? place->at() : WallTime{}});
    }
    return call;
}

QStringList faults(State &state)
{
    tally::settle(state);
    QStringList found = ledger::faults(state) + zones::faults(state) + scarce_faults::of(state);
    const auto check = [&](const QString &name, const char *sql) {
        auto &row = state.statement(sql);
        row.executeStep();
        const qint64 counted = row.getColumn(0).getInt64();
        if (counted != tally::of(state, name)) {
            found << QStringLiteral("sum: %1 is kept as %2 but counts %3")
                         .arg(name)
                         .arg(tally::of(state, name))
                         .arg(counted);
        }
    };
    check(QStringLiteral("inside"), "SELECT coalesce(sum(persons), 0) FROM guest_day WHERE inside = 1");
    check(QStringLiteral("signed_in"), "SELECT count(*) FROM guest_day WHERE standing_ins > 0");
    check(QStringLiteral("walk_in"), "SELECT count(*) FROM guest_day WHERE standing_ins > 0 AND walk_in = 1");
    auto &zones = state.statement("SELECT t.name, t.value, coalesce(sum(d.persons), 0) FROM tally t"
                                  " LEFT JOIN guest_day d ON d.inside = 1 AND 'zone:' || d.zone = t.name"
                                  " WHERE t.name LIKE 'zone:%' GROUP BY t.name");
    while (zones.executeStep()) {
        if (zones.getColumn(1).getInt64() != zones.getColumn(2).getInt64()) {
            found << QStringLiteral("sum: %1 is kept as %2 but counts %3")
                         .arg(textOf(zones.getColumn(0)))
                         .arg(zones.getColumn(1).getInt64())
                         .arg(zones.getColumn(2).getInt64());
        }
    }
    auto &numbers = state.statement("SELECT number, count(*) FROM guest WHERE walk_in = 1 GROUP BY number"
                                    " HAVING count(*) > 1");
    while (numbers.executeStep()) {
        found << QStringLiteral("number %1 was given %2 times")
                     .arg(textOf(numbers.getColumn(0)))
                     .arg(numbers.getColumn(1).getInt());
    }
    return found + draws::faults(state) + incidents::faults(state) + materials::faults(state);
}

}  // namespace muster::day_query
