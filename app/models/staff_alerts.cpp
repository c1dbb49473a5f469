#include "app/models/staff_alerts.h"

#include "app/models/answer_view.h"
#include "core/venue/day/alert_kinds.h"
#include "core/venue/day/alert_list.h"
#include "core/venue/day/concern.h"
#include "core/venue/devices/allow_list.h"
#include "core/venue/incidents/incidents.h"

#include <QPointer>

#include <algorithm>

namespace muster {
namespace {

const QString separator = QStringLiteral(" · ");

QString join(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

/// Of a station that stands nowhere in particular: the zone of who works there.
day_query::Place placeOf(const Identity &identity, const QString &actor)
{
    const auto *station = findByCode(identity.event.stations, identity.station);
    const auto *member = findByCode(identity.event.staff, actor);
    const bool isPlaced = station != nullptr && !station->zone.isEmpty();
    return {identity.role, identity.station, isPlaced ? station->zone : member != nullptr ? member->zone : QString()};
}

QString nameOf(const EventSetup &event, const QString &code)
{
    const auto *member = findByCode(event.staff, code);
    return member == nullptr ? code : member->name;
}

}  // namespace

StaffAlerts::StaffAlerts(NodePort &node, const Settings &settings, Actor actor, QObject *parent)
    : QObject(parent), m_node(node), m_settings(settings), m_actor(std::move(actor))
{
    connect(&node, &NodePort::dayChanged, this, &StaffAlerts::read);
    connect(&node, &NodePort::identityChanged, this, &StaffAlerts::read);
    connect(&settings, &Settings::languageChanged, this, &StaffAlerts::show);
    connect(&settings, &Settings::timeZoneChanged, this, &StaffAlerts::show);
    read();  // What is known already: a restart shows it.
}

int StaffAlerts::graveCount() const { return int(std::ranges::count_if(m_open.rows(), &StaffAlertRow::isGrave)); }

int StaffAlerts::watchesOpen() const
{
    return int(std::ranges::count_if(m_watches.rows(), [](const WatchRow &row) { return !row.isWatching; }));
}

void StaffAlerts::acknowledge(const QString &key, int minutes)
{
    const int recheck = std::clamp(minutes, 0, recheckMinutesMax);
    submit(AcknowledgeAlert{key, recheck > 0 ? std::optional(recheck) : std::nullopt});
}

void StaffAlerts::lookOut(const QString &incident, const QString &exit)
{
    submit(incidents::AcknowledgeWatch{incident, exit});
}

void StaffAlerts::submit(Command command)
{
    m_node.submit(Act{{}, m_actor(), std::move(command)}, [self = QPointer(this)](const Answer &answer) {
        auto *here = self.data();
        if (here == nullptr) {
            return;
        }
        const bool isDone = answer.outcome == Outcome::Done;
        here->m_refusal = isDone ? std::nullopt : std::optional(answer.reason);
        Q_EMIT here->changed();
        if (!isDone) {
            Q_EMIT here->refused(answer);
        }
    });
}

void StaffAlerts::read()
{
    const DayView day = m_node.day();
    m_event = m_node.identity().event;
    m_alerts = day.alerts;
    m_seen = day.inHand;
    m_incidents.clear();
    std::ranges::copy_if(day.incidents, std::back_inserter(m_incidents), [](const IncidentView &incident) {
        return incident.state != incidents::State::Closed && incident.isWatch();
    });
    show();
}

StaffAlertRow StaffAlerts::rowOf(const AlertView &alert) const
{
    const AlertRow known = alertRow(alert, m_settings, m_node.now());
    StaffAlertRow row;
    row.key = known.key;
    row.kind = known.kind;
    row.title = join({known.text, known.name, known.className});
    row.place = known.station;
    row.toDo = m_settings.say(alert_kinds::toDo(alert.kind));
    row.called = join({known.host, known.called});
    row.before = nameOf(m_event, alert.acknowledgedBy);
    row.ageSeconds = known.ageSeconds;
    row.recheckMinutes = alert.recheckMinutes;
    row.isGrave = alert.weight >= day_query::graveFrom;
    row.isEscalated = alert.isEscalated;
    return row;
}

void StaffAlerts::showAlerts()
{
    const auto place = placeOf(m_node.identity(), m_actor());
    std::vector<StaffAlertRow> open;
    for (const AlertView &alert : day_query::concerning(m_alerts, m_event, place)) {
        open.push_back(rowOf(alert));
    }
    std::vector<InHandRow> inHand;
    for (const AlertView &alert : day_query::concerning(m_seen, m_event, place)) {
        const auto words = alert.text == Words{} ? day_query::wordsOf(alert.kind) : alert.text;
        inHand.push_back({alert.id, m_settings.say(words), nameOf(m_event, alert.acknowledgedBy),
                          alert.againAt ? m_settings.clockOf(*alert.againAt) : QString()});
    }
    m_first.set(open.empty() ? open : std::vector<StaffAlertRow>{open.front()});
    m_open.set(std::move(open));
    m_inHand.set(std::move(inHand));
}

void StaffAlerts::showWatches()
{
    const auto place = placeOf(m_node.identity(), m_actor());
    const bool mayAnswer = allow_list::mayDevice(place.role, allow_list::Deed::WatchExit);
    const auto here = mayAnswer ? incidents::exitsAt(m_event, place.station, place.zone) : QStringList();
    std::vector<WatchRow> rows;
    for (const IncidentView &incident : m_incidents) {
        QStringList types;
        for (const Words &name : incident.typeNames) {
            types << m_settings.say(name);
        }
        for (const ExitView &exit : incident.exits) {
            if (!here.contains(exit.code)) {
                continue;
            }
            const QString name = m_settings.say(exit.name);
            rows.push_back({incident.number + QLatin1Char('@') + exit.code, incident.number, exit.code,
                            name.isEmpty() ? exit.code : name, incident.lookOut, join(types), exit.by,
                            exit.isWatching ? m_settings.clockOf(exit.at) : QString(), exit.isWatching});
        }
    }
    std::ranges::stable_partition(rows, [](const WatchRow &row) { return !row.isWatching; });
    m_watches.set(std::move(rows));
}

void StaffAlerts::show()
{
    showAlerts();
    showWatches();
    std::set<QString> grave;
    for (const StaffAlertRow &row : m_open.rows()) {
        if (row.isGrave || row.isEscalated) {
            grave.insert(row.key);
        }
    }
    for (const WatchRow &row : m_watches.rows()) {
        if (!row.isWatching) {
            grave.insert(row.key);
        }
    }
    Q_EMIT changed();
    announce(std::move(grave));
}

void StaffAlerts::announce(std::set<QString> grave)
{
    const bool isNew = !std::ranges::includes(m_heard, grave);
    m_heard = std::move(grave);
    if (isNew) {
        Q_EMIT called();
    }
}

}  // namespace muster
