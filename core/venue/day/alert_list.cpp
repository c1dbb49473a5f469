// What somebody should see to: every alert of the day's own, and what the plan makes of all of them.
#include "core/venue/day/alert_list.h"

#include "core/authority/epochs.h"
#include "core/base/crypto.h"
#include "core/venue/cues/cue_alerts.h"
#include "core/venue/day/alert_kinds.h"
#include "core/venue/day/alerts.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/door.h"
#include "core/venue/door/referrals.h"
#include "core/venue/guests/presence.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/materials/material_alerts.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/post_alerts.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/scarce/scarce_alerts.h"
#include "core/venue/staff/duty.h"

namespace muster::day_query {
namespace {

/// Where and when what @p alert is about came to pass.
void setOccasion(AlertView &alert, const EventSetup &setup, const QString &station, HybridTime time)
{
    const auto *planned = findByCode(setup.stations, station);
    alert.station = station;
    alert.stationName = planned == nullptr ? Words{} : planned->name;
    alert.zone = planned == nullptr || !alert.zone.isEmpty() ? alert.zone : planned->zone;
    alert.since = time.wall();
    alert.raisedAt = time;
}

/// The guest's host did not answer: somebody else must come. How soon, the table of kinds says.
void addUnhosted(State &state, WallTime now, std::vector<AlertView> &list, AlertView vip)
{
    const auto hosts = vip.id;
    vip.kind = QStringLiteral("vip_without_host");
    vip.id = QStringLiteral("%1:%2").arg(vip.kind, vip.guest->id.toHex());
    vip.text = wordsOf(vip.kind);
    if (const auto known = alerts::find(state, hosts, vip.raisedAt)) {  // They said when they would look again.
        vip.since = known->at + std::chrono::minutes(known->recheckMinutes);
    }
    raise(state, now, list, std::move(vip));
}

void addArrivals(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &ticketClass : setup.classes) {
        if (ticketClass.alert.isEmpty()) {
            continue;
        }
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
            alert.guest = viewOf(state, setup, guest);
            alert.host = alert.guest->host;
            setOccasion(alert, setup, arrival->station, arrival->time);
            alert.zone = alert.guest->zone;
            alert.text = wordsOf(alert.kind);
            if (alert.kind == QLatin1String("vip") && !isInHand(state, now, alert.id, alert.raisedAt)) {
                addUnhosted(state, now, list, alert);
            }
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
        setOccasion(alert, setup, missed.station, missed.first);
        alert.raisedAt = missed.last;
        alert.text = wordsOf(alert.kind, QString::number(missed.guestCount));
        raise(state, now, list, std::move(alert));
    }
}

/// The rooms of the day count what was written by authors who had seen the latest reset. Who had not, and wrote after
/// it, most likely meant today: their words are in the log and in no list, and people must know.
void addMissedByReset(State &state, WallTime now, std::vector<AlertView> &list)
{
    auto &reset =
        state.statement("SELECT max(day), min(time) FROM day_reset WHERE day = (SELECT max(day) FROM day_reset)");
    reset.executeStep();
    if (reset.getColumn(0).isNull()) {
        return;
    }
    auto &row = state.statement(
        "WITH late(time) AS (SELECT i.time FROM incident_now n JOIN incident i ON i.op = n.incident"
        " WHERE n.day >= 0 AND n.day < ?1 UNION ALL SELECT time FROM post_now WHERE day >= 0 AND day < ?1"
        " UNION ALL SELECT time FROM message WHERE day >= 0 AND day < ?1 UNION ALL SELECT time FROM hall_mode"
        " WHERE day >= 0 AND day < ?1 UNION ALL SELECT time FROM cue_now WHERE day >= 0 AND day < ?1"
        " UNION ALL SELECT time FROM task_now WHERE day >= 0 AND day < ?1)"
        " SELECT count(*), min(time), max(time) FROM late WHERE time > ?2");
    bindAll(row, qint64(reset.getColumn(0).getInt64()), qint64(reset.getColumn(1).getInt64()));
    if (!row.executeStep() || row.getColumn(0).getInt() == 0) {
        return;
    }
    AlertView alert;
    alert.kind = QStringLiteral("missed_by_reset");
    alert.id = alert.kind;
    alert.since = HybridTime{quint64(row.getColumn(1).getInt64())}.wall();
    alert.raisedAt = HybridTime{quint64(row.getColumn(2).getInt64())};
    alert.text = wordsOf(alert.kind, QString::number(row.getColumn(0).getInt()));
    raise(state, now, list, std::move(alert));
}

void addStaffCalls(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &call : alerts::openCalls(state, presence::resetCount(state))) {
        AlertView alert;
        alert.id = alerts::idOfCallsAt(call.station);
        alert.kind = QStringLiteral("staff_called");
        setOccasion(alert, setup, call.station, call.first);
        alert.raisedAt = call.last;  // Who goes there answers every ring until now.
        alert.text = wordsOf(alert.kind, call.reason);
        raise(state, now, list, std::move(alert));
    }
}

void addConflicts(State &state, WallTime now, const std::vector<ConflictView> &conflicts, std::vector<AlertView> &list)
{
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
        alert.guest = conflict.guest;
        const auto scarce = scarce_alerts::wordsOf(conflict.rule, conflict.subject);
        alert.text = scarce ? *scarce
                     : conflict.rule == QLatin1String("told_before_reset")
                         ? Words{QStringLiteral("清零前后的签到待判"),
                                 QStringLiteral("Signed in where the reset was not known yet: to be judged")}
                         : wordsOf(alert.kind);
        raise(state, now, list, std::move(alert));
    }
}

void addRestored(State &state, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &restored : devices::restorations(state)) {
        AlertView alert;
        alert.id = QStringLiteral("restored:") + restored.operation.toHex().left(32);
        alert.kind = QStringLiteral("device_restored");
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
}

/// A lead closed or clears a zone, and the commander may not stand beside them.
void addZoneModes(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &zone : setup.zones) {
        const auto setting = modes::isShut(state, zone.code) ? modes::settingOf(state, zone.code) : std::nullopt;
        if (!setting) {
            continue;
        }
        AlertView alert;
        alert.kind =
            setting->mode == modes::Mode::Evacuate ? QStringLiteral("zone_evacuated") : QStringLiteral("zone_held");
        alert.id = QStringLiteral("%1:%2").arg(alert.kind, zone.code);
        alert.zone = zone.code;
        alert.since = setting->time.wall();
        alert.raisedAt = setting->time;
        const auto *kind = alert_kinds::find(alert.kind);
        const auto nameIn = [&](const QString &name) { return zone.code + QLatin1Char(' ') + name; };
        alert.text = {kind->words.zh.arg(nameIn(zone.name.zh).trimmed()),
                      kind->words.en.arg(nameIn(zone.name.en).trimmed())};
        raise(state, now, list, std::move(alert));
    }
}

/// The plan's word over that of the table of kinds.
struct Conduct {
    int weight = 0;
    std::chrono::seconds after{};
    std::chrono::seconds escalate = escalateAfter;
    QStringList roles;
    QStringList escalateRoles;
    int recheckMinutes = 0;
};

Conduct conductOf(const EventSetup &setup, const AlertView &alert)
{
    const auto *kind = alert_kinds::find(alert.kind);
    const auto *rule = findByCode(setup.alertRules, alert.kind);
    Conduct conduct;
    conduct.weight = alert.weight;
    if (kind != nullptr) {
        conduct = {alert.weight != 0 ? alert.weight : kind->weight,
                   std::chrono::seconds(kind->afterSeconds),
                   std::chrono::seconds(kind->escalateSeconds),
                   kind->roles,
                   kind->escalateRoles,
                   kind->recheckMinutes};
    }
    if (rule != nullptr) {
        conduct.weight = rule->weight.value_or(conduct.weight);
        conduct.after = rule->afterSeconds ? std::chrono::seconds(*rule->afterSeconds) : conduct.after;
        conduct.escalate = rule->escalateSeconds ? std::chrono::seconds(*rule->escalateSeconds) : conduct.escalate;
        conduct.roles = rule->roles.isEmpty() ? conduct.roles : rule->roles;
        conduct.escalateRoles = rule->escalateRoles.isEmpty() ? conduct.escalateRoles : rule->escalateRoles;
        conduct.recheckMinutes = rule->recheckMinutes.value_or(conduct.recheckMinutes);
    }
    return conduct;
}

/// Names of who is on duty in a role, asked once for many alerts.
class Callers {
public:
    Callers(State &state, const EventSetup &setup, WallTime now) : m_state(state), m_setup(setup), m_now(now) {}

    [[nodiscard]] QStringList namesFor(const AlertView &alert)
    {
        QStringList names;
        for (const auto &role : alert.roles) {
            const bool isHosts = role == QLatin1String("host") || role == QLatin1String("media_host");
            names += isHosts && !alert.host.isEmpty() ? QStringList(alert.host) : inRole(role, alert.zone);
        }
        names.removeDuplicates();
        return names.mid(0, calledMax);
    }

private:
    const QStringList &inRole(const QString &role, const QString &zone)
    {
        const auto [entry, isNew] = m_known.try_emplace({role, zone});
        if (isNew) {
            for (const auto *member : duty::inRole(m_state, m_setup, role, zone, m_now)) {
                entry->second << member->name;
            }
        }
        return entry->second;
    }

    State &m_state;
    const EventSetup &m_setup;
    WallTime m_now;
    std::map<std::pair<QString, QString>, QStringList> m_known;
};

}  // namespace

Words wordsOf(const QString &alertKind, const QString &detail)
{
    const auto *known = alert_kinds::find(alertKind);
    if (known == nullptr) {
        return {detail, detail};
    }
    const bool isReason = alertKind == QLatin1String("staff_called") || alertKind == QLatin1String("referral_waiting");
    const auto part = isReason ? referrals::wordsOf(detail) : Words{detail, detail};
    const auto fill = [](const QString &text, const QString &with) {
        return text.contains(QStringLiteral("%1")) ? text.arg(with) : text;
    };
    return {fill(known->words.zh, part.zh), fill(known->words.en, part.en)};
}

bool isInHand(State &state, WallTime now, const QString &id, HybridTime raisedAt)
{
    const auto known = alerts::find(state, id, raisedAt);
    return known && (known->recheckMinutes == 0 || now < known->at + std::chrono::minutes(known->recheckMinutes));
}

void raise(State &state, WallTime now, std::vector<AlertView> &list, AlertView alert)
{
    if (const auto known = alerts::find(state, alert.id, alert.raisedAt)) {
        const auto again = known->at + std::chrono::minutes(known->recheckMinutes);
        alert.isInHand = known->recheckMinutes == 0 || now < again;
        alert.againAt = known->recheckMinutes == 0 ? std::nullopt : std::optional(again);
        alert.acknowledgedBy = known->actor;
        alert.since = again;
    }
    list.push_back(std::move(alert));
}

int recheckMinutesOf(const EventSetup &setup, const QString &kind)
{
    AlertView alert;
    alert.kind = kind;
    return conductOf(setup, alert).recheckMinutes;
}

void finish(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list,
            std::vector<AlertView> &inHand)
{
    Callers callers(state, setup, now);
    std::erase_if(list, [&](AlertView &alert) {
        const auto conduct = conductOf(setup, alert);
        const auto *rule = findByCode(setup.alertRules, alert.kind);
        // One that comes up again was old enough before.
        const auto after = alert.acknowledgedBy.isEmpty() ? conduct.after : std::chrono::seconds(0);
        const auto age = now - alert.since;
        const bool isOff = rule != nullptr && rule->weight == 0;
        alert.weight = conduct.weight;
        alert.firstRoles = conduct.roles;
        alert.roles = conduct.roles;
        alert.recheckMinutes = conduct.recheckMinutes;
        if (alert.isInHand && !isOff) {
            inHand.push_back(alert);
        }
        if (isOff || alert.isInHand || (after.count() > 0 && age < after)) {
            return true;
        }
        alert.isEscalated = age >= after + conduct.escalate;
        if (alert.isEscalated && !conduct.escalateRoles.isEmpty()) {
            alert.roles = conduct.escalateRoles;
        }
        alert.called = callers.namesFor(alert);
        return false;
    });
    order(list);
    order(inHand);
}

void order(std::vector<AlertView> &list)
{
    std::ranges::stable_sort(list, [](const AlertView &a, const AlertView &b) {
        return std::tie(b.weight, a.since, a.id) < std::tie(a.weight, b.since, b.id);
    });
    list.resize(std::min<std::size_t>(list.size(), alertsMax));
}

std::vector<AlertView> raised(State &state, const EventSetup &setup, WallTime now,
                              const std::vector<ConflictView> &conflicts, const posts::Roster &roster)
{
    std::vector<AlertView> list;
    addConflicts(state, now, conflicts, list);
    addRestored(state, now, list);
    addFrozen(state, now, list);
    addLeftBehind(state, now, list);
    addMissed(state, setup, now, list);
    addMissedByReset(state, now, list);
    addArrivals(state, setup, now, list);
    addStaffCalls(state, setup, now, list);
    addZoneModes(state, setup, now, list);
    referrals::addAlerts(state, setup, now, list);
    posts::addAlerts(state, setup, roster, list);
    incidents::addAlerts(state, setup, now, list);
    cue_alerts::add(state, setup, now, list);
    material_alerts::add(state, setup, now, list);
    scarce_alerts::add(state, setup, now, list);
    return list;
}

}  // namespace muster::day_query
