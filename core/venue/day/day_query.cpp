#include "core/venue/day/day_query.h"

#include "core/authority/ledger.h"
#include "core/base/crypto.h"
#include "core/venue/day/alerts.h"
#include "core/venue/day/tally.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/door.h"
#include "core/venue/door/open_grants.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/presence.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/scarce/scarce_alerts.h"
#include "core/venue/scarce/scarce_faults.h"
#include "core/venue/scarce/scarce_query.h"
#include "core/venue/zones/headcount.h"

#include <functional>

namespace muster::day_query {
namespace {

constexpr int minutesShown = 60;
constexpr int weightOfConflict = 90;
constexpr int weightOfMissed = 85;
constexpr int weightOfRestored = 80;
constexpr int weightOfFrozen = 70;
constexpr int weightOfStaffCall = 70;
constexpr int weightOfVip = 60;
constexpr int weightOfMedia = 50;

/// Where and when what @p alert is about came to pass.
void setOccasion(AlertView &alert, const EventSetup &setup, const QString &station, HybridTime time)
{
    const auto planned = std::ranges::find(setup.stations, station, &Station::code);
    alert.station = station;
    alert.stationName = planned == setup.stations.end() ? Words{} : planned->name;
    alert.since = time.wall();
    alert.raisedAt = time;
}

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

void addArrivals(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &ticketClass : setup.classes) {
        if (ticketClass.alert.isEmpty()) {
            continue;
        }
        const bool isVip = ticketClass.alert == QLatin1String("vip");
        auto &rows = state.statement("SELECT guest FROM guest_day WHERE class = ? AND standing_ins > 0"
                                     " ORDER BY first_at DESC, guest LIMIT 200");
        bindAll(rows, ticketClass.code);
        const auto arrived = idsOf<GuestId>(rows);
        for (const auto &guest : arrived) {
            const auto arrival = presence::arrivalOf(state, guest);
            if (!arrival) {
                continue;
            }
            AlertView alert;
            alert.id = ticketClass.alert + QLatin1Char(':') + guest.toHex();
            alert.kind = ticketClass.alert;
            alert.weight = isVip ? weightOfVip : weightOfMedia;
            alert.guest = viewOf(state, setup, guest);
            alert.host = alert.guest->host;
            setOccasion(alert, setup, arrival->station, arrival->time);
            alert.text = wordsOf(alert.kind);
            raise(state, now, list, std::move(alert));
        }
    }
}

/// A revoked device takes its places with it until somebody says that it is off for good.
void addFrozen(State &state, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &device : devices::all(state)) {
        const auto revokedAt = devices::revokedAt(state, device.id);
        const auto places = revokedAt ? rights::frozenPlaces(state, device.id) : 0;
        if (places == 0) {
            continue;
        }
        AlertView alert;
        alert.id = QStringLiteral("rights_frozen:") + device.id.toHex();
        alert.kind = QStringLiteral("rights_frozen");
        alert.weight = weightOfFrozen;
        alert.since = revokedAt->wall();
        alert.raisedAt = *revokedAt;
        alert.losing = device.id;
        alert.text = {QStringLiteral("已停用设备“%1”占用 %2 个名额，核实后请声明遗失").arg(device.name).arg(places),
                      QStringLiteral("Revoked device \"%1\" keeps %2 places: recount, then declare it lost")
                          .arg(device.name)
                          .arg(places)};
        raise(state, now, list, std::move(alert));
    }
}

/// A hub that another one replaced and that was not heard since: nobody knows what it booked last.
void addLeftBehind(State &state, WallTime now, std::vector<AlertView> &list)
{
    const auto record = epochs::current(state);
    const auto begun = record ? epochs::begunAt(state, record->term()) : std::nullopt;
    for (const auto &term : epochs::latestTerms(state)) {
        if (!begun || !rights::isLeftBehind(state, term.hub)) {
            continue;
        }
        const auto device = devices::find(state, term.hub);
        const auto name = device ? device->name : term.hub.toHex().left(8);
        AlertView alert;
        alert.id = QStringLiteral("hub_left_behind:") + term.hub.toHex();
        alert.kind = QStringLiteral("hub_left_behind");
        alert.weight = weightOfFrozen;
        alert.since = begun->wall();
        alert.raisedAt = *begun;
        alert.losing = term.hub;
        alert.text = {
            QStringLiteral("原主控“%1”尚未交接，其名额已冻结；确认停用并复核人数后，请声明遗失").arg(name),
            QStringLiteral("The former hub \"%1\" has not handed over, its places are frozen: reconnect it, or "
                           "make sure it is off, recount, and declare it lost")
                .arg(name)};
        raise(state, now, list, std::move(alert));
    }
}

/// Inside by the word of a device that did not know of the emptying: in before it or after, only people know.
void addMissed(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &missed : presence::missedByEmptying(state)) {
        AlertView alert;
        alert.kind = QStringLiteral("missed_by_emptying");
        alert.id = QStringLiteral("%1:%2:%3")
                       .arg(alert.kind, missed.stream.origin.toHex())
                       .arg(quint64(missed.stream.incarnation), 0, 16);
        alert.weight = weightOfMissed;
        setOccasion(alert, setup, missed.station, missed.first);
        alert.raisedAt = missed.last;
        alert.text = wordsOf(alert.kind, QString::number(missed.guestCount));
        raise(state, now, list, std::move(alert));
    }
}

void addStaffCalls(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &call : alerts::openCalls(state, presence::resetCount(state))) {
        AlertView alert;
        alert.id = alerts::idOfCallsAt(call.station);
        alert.kind = QStringLiteral("staff_called");
        alert.weight = weightOfStaffCall;
        setOccasion(alert, setup, call.station, call.first);
        alert.raisedAt = call.last;  // Who goes there answers every ring until now.
        alert.text = wordsOf(alert.kind, call.reason);
        raise(state, now, list, std::move(alert));
    }
}

std::vector<AlertView> alertsOf(State &state, const EventSetup &setup, WallTime now,
                                const std::vector<ConflictView> &conflicts)
{
    std::vector<AlertView> list;
    for (const auto &conflict : conflicts) {
        if (!conflict.isOpen) {
            continue;
        }
        AlertView alert;
        // A rival that comes later makes it another question: who saw the first must see this one too.
        QByteArray rivals;
        for (const auto &rival : conflict.rivals) {
            rivals += rival.operation.toBytes();
            alert.stationName.zh += (alert.stationName.zh.isEmpty() ? QString() : QStringLiteral(" · ")) +
                                    (rival.stationName.zh.isEmpty() ? rival.station : rival.stationName.zh);
            alert.stationName.en += (alert.stationName.en.isEmpty() ? QString() : QStringLiteral(" · ")) +
                                    (rival.stationName.en.isEmpty() ? rival.station : rival.stationName.en);
            alert.since = std::max(alert.since, rival.at);
        }
        alert.id = QStringLiteral("conflict:%1:%2").arg(conflict.id.toHex(), hash256(rivals).toHex().left(16));
        alert.kind = QStringLiteral("conflict");
        alert.weight = weightOfConflict;
        alert.guest = conflict.guest;
        const auto scarce = scarce_alerts::wordsOf(conflict.rule, conflict.subject);
        alert.text = scarce ? *scarce
                     : conflict.rule == QLatin1String("told_before_reset")
                         ? Words{QStringLiteral("清零前后的签到待判"),
                                 QStringLiteral("Signed in where the reset was not known yet: to be judged")}
                         : wordsOf(alert.kind);
        raise(state, now, list, std::move(alert));
    }
    for (const auto &restored : devices::restorations(state)) {
        AlertView alert;
        alert.id = QStringLiteral("restored:") + restored.operation.toHex().left(32);
        alert.kind = QStringLiteral("device_restored");
        alert.weight = weightOfRestored;
        alert.since = restored.at;
        alert.raisedAt = HybridTime::at(restored.at);
        const auto device = devices::find(state, restored.device);
        const auto name = device ? device->name : restored.device.toHex().left(8);
        alert.text = wordsOf(alert.kind, name);
        if (rights::frozenPlaces(state, restored.device) > 0 ||
            rights::arePlacesHeld(state, {restored.device, restored.life})) {
            alert.losing = restored.device;
            alert.text.zh += QStringLiteral("；之前持有的名额已冻结，核实后请声明遗失");
            alert.text.en += QStringLiteral("; places it held before are frozen: recount, then declare them lost");
        }
        raise(state, now, list, std::move(alert));
    }
    addFrozen(state, now, list);
    addLeftBehind(state, now, list);
    addMissed(state, setup, now, list);
    addArrivals(state, setup, now, list);
    addStaffCalls(state, setup, now, list);
    referrals::addAlerts(state, setup, now, list);
    scarce_alerts::add(state, setup, now, list);
    order(list);
    return list;
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

Words wordsOf(const QString &alertKind, const QString &detail)
{
    static const std::map<QString, Words> words{
        {QStringLiteral("vip"), {QStringLiteral("贵宾已到"), QStringLiteral("VIP guest has arrived")}},
        {QStringLiteral("media"), {QStringLiteral("媒体已到"), QStringLiteral("Media guest has arrived")}},
        {QStringLiteral("conflict"), {QStringLiteral("重复签到待判"), QStringLiteral("Signed in twice: to be judged")}},
        {QStringLiteral("missed_by_emptying"),
         {QStringLiteral("不知已清场的设备所签，仍计在场内：%1 位，请核实"),
          QStringLiteral("Signed in where the emptying of the hall was not known yet, still counted as inside: %1")}},
        {QStringLiteral("staff_called"), {QStringLiteral("呼叫工作人员：%1"), QStringLiteral("Staff wanted: %1")}},
        {QStringLiteral("referral_waiting"),
         {QStringLiteral("转到疑难台后无人受理：%1"), QStringLiteral("Sent to the problem desk, not seen to: %1")}},
        {QStringLiteral("device_restored"),
         {QStringLiteral("设备“%1”的数据来自旧备份"), QStringLiteral("Device \"%1\" runs on an old copy of its data")}},
        {QStringLiteral("device_quarantine"),
         {QStringLiteral("设备“%1”的数据有误，已隔离"),
          QStringLiteral("Data of device \"%1\" is damaged and set aside")}},
        {QStringLiteral("device_dead_letter"),
         {QStringLiteral("设备“%1”写入了无效的记录"), QStringLiteral("Device \"%1\" wrote entries that mean nothing")}},
        {QStringLiteral("device_fork"),
         {QStringLiteral("设备“%1”的数据出现两个分支"), QStringLiteral("Two copies of device \"%1\" are at work")}},
        {QStringLiteral("device_digest"),
         {QStringLiteral("设备“%1”显示的数据与本机不同"),
          QStringLiteral("Device \"%1\" shows another state than this one")}},
        {QStringLiteral("device_skew"),
         {QStringLiteral("设备“%1”时钟不准"), QStringLiteral("The clock of device \"%1\" is wrong")}},
        {QStringLiteral("device_future"),
         {QStringLiteral("设备“%1”记下了未来的时间"),
          QStringLiteral("Device \"%1\" recorded times that are still to come")}},
        {QStringLiteral("device_silent"),
         {QStringLiteral("设备“%1”失去联系"), QStringLiteral("Device \"%1\" is silent")}},
        {QStringLiteral("device_trouble"),
         {QStringLiteral("设备“%1”故障"), QStringLiteral("Device \"%1\" is out of order")}}};
    const auto known = words.find(alertKind);
    if (known == words.end()) {
        return {detail, detail};
    }
    const bool isReason = alertKind == QLatin1String("staff_called") || alertKind == QLatin1String("referral_waiting");
    const auto part = isReason ? referrals::wordsOf(detail) : Words{detail, detail};
    const auto fill = [](const QString &text, const QString &with) {
        return text.contains(QStringLiteral("%1")) ? text.arg(with) : text;
    };
    return {fill(known->second.zh, part.zh), fill(known->second.en, part.en)};
}

QString staffName(const EventSetup &setup, const QString &code)
{
    const auto staff = std::ranges::find(setup.staff, code, &StaffMember::code);
    return staff == setup.staff.end() ? code : staff->name;
}

void raise(State &state, WallTime now, std::vector<AlertView> &list, AlertView alert)
{
    const auto known = alerts::find(state, alert.id);
    if (known && known->occasion >= alert.raisedAt) {
        const auto again = known->time.wall() + std::chrono::minutes(known->recheckMinutes);
        if (known->recheckMinutes == 0 || now < again) {
            return;
        }
        alert.acknowledgedBy = known->actor;
        alert.since = again;
    }
    alert.isEscalated = now - alert.since >= escalateAfter;
    list.push_back(std::move(alert));
}

std::optional<HybridTime> occasionOf(State &state, const EventSetup &setup, WallTime now, const QString &id)
{
    const auto list = alertsOf(state, setup, now, conflictsOf(state, setup));
    const auto found = std::ranges::find(list, id, &AlertView::id);
    return found == list.end() ? std::nullopt : std::optional(found->raisedAt);
}

void order(std::vector<AlertView> &list)
{
    std::ranges::stable_sort(list, [](const AlertView &a, const AlertView &b) {
        return std::tie(b.weight, a.since, a.id) < std::tie(a.weight, b.since, b.id);
    });
    list.resize(std::min<std::size_t>(list.size(), alertsMax));
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
    day.conflicts = conflictsOf(state, setup);
    day.openGrants = open_grants::list(state, setup, now - open_grants::shownAfter);
    day.referrals = referrals::viewsOf(state, setup);
    day.alerts = alertsOf(state, setup, now, day.conflicts);
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
    return found + draws::faults(state);
}

}  // namespace muster::day_query
