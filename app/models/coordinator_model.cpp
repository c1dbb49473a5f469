#include "app/models/coordinator_model.h"

#include "app/models/answer_view.h"
#include "core/venue/day/alert_list.h"

#include <QDateTime>
#include <QPointer>

#include <algorithm>
#include <tuple>

namespace muster {
namespace {

using namespace std::chrono_literals;

constexpr int msecsPerSecond = 1000;

int levelOf(int count, std::optional<int> soft, std::optional<int> firm)
{
    return firm && count >= *firm ? 2 : soft && count >= *soft ? 1 : 0;
}

double loadOf(int count, std::optional<int> soft, std::optional<int> firm)
{
    const int capacity = firm.value_or(soft.value_or(0));
    return capacity > 0 ? std::clamp(double(count) / capacity, 0.0, 1.0) : 0.0;
}

QString capacityOf(std::optional<int> soft, std::optional<int> firm)
{
    return firm || soft ? figure(firm ? firm : soft) : QString();
}

}  // namespace

CoordinatorModel::CoordinatorModel(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : QObject(parent), m_node(node), m_settings(settings), m_actor(std::move(actor))
{
    connect(&node, &NodePort::dayChanged, this, &CoordinatorModel::readDay);
    connect(&node, &NodePort::linkChanged, this, &CoordinatorModel::readDay);
    connect(&node, &NodePort::identityChanged, this, &CoordinatorModel::readDay);
    connect(&node, &NodePort::enrolUriChanged, this, &CoordinatorModel::enrolUriChanged);
    connect(&node, &NodePort::actFailed, this, [this](const QString &what) {
        m_notice = Answer{};
        m_notice->reason = {what, what};
        Q_EMIT noticeChanged();
    });
    connect(&m_rollTimer, &QTimer::timeout, this, &CoordinatorModel::readRoll);
    connect(&settings, &Settings::languageChanged, this, &CoordinatorModel::showAll);
    connect(&settings, &Settings::timeZoneChanged, this, &CoordinatorModel::showAll);
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        showAged();
        Q_EMIT ticked();
    });
    readDay();
    m_clockTimer.start(1s);
}

QString CoordinatorModel::time() const
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(m_node.now()), m_settings.timeZone())
        .toString(QStringLiteral("HH:mm:ss"));
}

int CoordinatorModel::secondsSince(WallTime time) const
{
    return int(std::max<qint64>(0, (toMsecs(m_node.now()) - toMsecs(time)) / msecsPerSecond));
}

int CoordinatorModel::ageSeconds() const
{
    return isKnown() && m_day.knownSince ? secondsSince(std::min(*m_day.knownSince, m_day.asOf)) : -1;
}

QString CoordinatorModel::inHand() const { return inHandWords(m_day, m_node.identity().event, m_settings); }

QString CoordinatorModel::capacity() const { return capacityOf(m_day.softCapacity, m_day.firmCapacity); }

double CoordinatorModel::load() const
{
    return loadOf(m_day.headcount.value_or(0), m_day.softCapacity, m_day.firmCapacity);
}

int CoordinatorModel::headcountLevel() const
{
    return m_day.headcount ? levelOf(*m_day.headcount, m_day.softCapacity, m_day.firmCapacity) : 0;
}

int CoordinatorModel::arrivalsMax() const
{
    int most = 0;
    for (const MinuteCount &minute : m_day.arrivals) {
        most = std::max(most, minute.count);
    }
    return most;
}

QString CoordinatorModel::arrivalsLastFive() const
{
    constexpr std::size_t minutes = 5;
    if (m_day.arrivals.empty()) {
        return figure(std::nullopt);
    }
    int sum = 0;
    const std::size_t first = m_day.arrivals.size() > minutes ? m_day.arrivals.size() - minutes : 0;
    for (std::size_t i = first; i < m_day.arrivals.size(); ++i) {
        sum += m_day.arrivals[i].count;
    }
    return figure(sum);
}

int CoordinatorModel::openConflictCount() const
{
    return int(std::count_if(m_day.conflicts.begin(), m_day.conflicts.end(),
                             [](const ConflictView &conflict) { return conflict.isOpen; }));
}

int CoordinatorModel::devicesWell() const
{
    return int(std::count_if(m_devices.rows().begin(), m_devices.rows().end(),
                             [](const DeviceRow &device) { return device.level == 0 && !device.isRevoked; }));
}

int CoordinatorModel::devicesSilent() const
{
    return int(std::count_if(m_devices.rows().begin(), m_devices.rows().end(),
                             [](const DeviceRow &device) { return !device.isLinked && !device.isRevoked; }));
}

int CoordinatorModel::devicesSkewed() const
{
    return int(std::count_if(m_devices.rows().begin(), m_devices.rows().end(),
                             [](const DeviceRow &device) { return device.isSkewed && !device.isRevoked; }));
}

QString CoordinatorModel::selectedName() const
{
    const ConflictView *selected = conflict(m_selected);
    return selected == nullptr ? QString() : nameOf(*selected);
}

QString CoordinatorModel::selectedClass() const
{
    const ConflictView *selected = conflict(m_selected);
    return selected && selected->guest ? m_settings.say(selected->guest->className) : QString();
}

QString CoordinatorModel::selectedReason() const
{
    const ConflictView *selected = conflict(m_selected);
    return selected ? selected->reason : QString();
}

QString CoordinatorModel::selectedJudge() const
{
    const ConflictView *selected = conflict(m_selected);
    return selected && !selected->isOpen ? selected->decidedBy : QString();
}

int CoordinatorModel::selectedJudgement() const
{
    const ConflictView *selected = conflict(m_selected);
    return selected && selected->decision ? int(*selected->decision) : -1;
}

void CoordinatorModel::selectConflict(const QString &key)
{
    m_selected = key;
    showConflicts();
}

void CoordinatorModel::resolve(Judgement judgement, const QString &reason)
{
    const ConflictView *judged = conflict(m_selected);
    if (!judged || reason.trimmed().isEmpty()) {
        return;
    }
    ResolveConflict resolution;
    resolution.conflict = judged->id;
    for (const RivalView &rival : judged->rivals) {
        resolution.judged.push_back(rival.operation);
    }
    resolution.decision = Decision(judgement);
    resolution.reason = reason.trimmed();
    submit(resolution);
}

void CoordinatorModel::acknowledge(const QString &alert)
{
    submit(AcknowledgeAlert{alert, {}});  // It comes up again as the plan says.
}

void CoordinatorModel::revoke(const QString &device, const QString &reason)
{
    const auto id = DeviceId::fromHex(device);
    if (id && !reason.trimmed().isEmpty()) {
        submit(RevokeDevice{*id, reason.trimmed()});
    }
}

void CoordinatorModel::declareLost(const QString &device, const QString &reason)
{
    const auto id = DeviceId::fromHex(device);
    if (id && !reason.trimmed().isEmpty()) {
        submit(DeclareLost{*id, {}, reason.trimmed()});
    }
}

void CoordinatorModel::confirmGrant(const QString &grant)
{
    if (const auto id = OperationHash::fromHex(grant)) {
        submit(ConfirmGrant{*id});
    }
}

void CoordinatorModel::voidGrant(const QString &grant, const QString &reason)
{
    const auto id = OperationHash::fromHex(grant);
    if (id && !reason.trimmed().isEmpty()) {
        submit(VoidGrant{*id, reason.trimmed()});
    }
}

void CoordinatorModel::setSession(const QString &session, bool isOpen) { submit(SetSession{session, isOpen}); }

void CoordinatorModel::resetDay(const QString &reason)
{
    if (!reason.trimmed().isEmpty()) {
        submit(ResetDay{reason.trimmed()});
    }
}

void CoordinatorModel::emptyHall(const QString &reason)
{
    if (!reason.trimmed().isEmpty()) {
        submit(EmptyHall{reason.trimmed()});
    }
}

void CoordinatorModel::openRoll(const QString &zone)
{
    m_rollZone = zone;
    readRoll();
    m_rollTimer.start(rollEvery);
}

void CoordinatorModel::closeRoll()
{
    m_rollTimer.stop();
    m_rollZone.reset();
    m_rollCall = {};
    showRoll();
}

void CoordinatorModel::readRoll()
{
    if (!m_rollZone) {
        return;
    }
    m_node.rollCall(*m_rollZone, [self = QPointer(this), zone = *m_rollZone](const RollCall &call) {
        if (auto *here = self.data(); here && here->m_rollZone == zone) {
            here->m_rollCall = call;
            here->showRoll();
        }
    });
}

QString CoordinatorModel::rollTime() const
{
    return toMsecs(m_rollCall.asOf) > 0 ? m_settings.clockOf(m_rollCall.asOf) : QString();
}

bool CoordinatorModel::isRollWhole() const
{
    return m_rollCall.persons && m_rollCall.knownSince &&
           m_rollCall.asOf - *m_rollCall.knownSince < std::chrono::seconds(staleSecondsMin);
}

void CoordinatorModel::showRoll()
{
    std::vector<RollRow> rows;
    for (const RollCall::Entry &entry : m_rollCall.entries) {
        rows.push_back({entry.guest.id.toHex(), entry.guest.isNameHere ? entry.guest.name : QString(),
                        m_settings.say(entry.guest.className), entry.guest.zone, m_settings.clockOf(entry.since),
                        entry.guest.companions});
    }
    m_roll.set(std::move(rows));
    Q_EMIT rollChanged();
}

void CoordinatorModel::dismissNotice()
{
    m_notice.reset();
    Q_EMIT noticeChanged();
}

void CoordinatorModel::submit(Command command)
{
    m_node.submit(Act{{}, m_actor, std::move(command)}, [self = QPointer(this)](const Answer &answer) {
        if (auto *here = self.data()) {
            here->m_notice = answer;
            Q_EMIT here->noticeChanged();
        }
    });
}

const ConflictView *CoordinatorModel::conflict(const QString &key) const
{
    const auto found = std::find_if(m_day.conflicts.begin(), m_day.conflicts.end(),
                                    [&key](const ConflictView &view) { return view.id.toHex() == key; });
    return found != m_day.conflicts.end() ? &*found : nullptr;
}

void CoordinatorModel::readDay()
{
    m_day = m_node.day();
    showAll();
}

void CoordinatorModel::showAll()
{
    std::vector<SignInRow> latest;
    for (const SignInView &signIn : m_day.latest) {
        latest.push_back(signInRow(signIn, m_settings));
    }
    m_latest.set(std::move(latest));
    std::vector<CandidateRow> candidates;
    const auto typed = m_node.typedCandidates();
    for (const CandidateView &candidate : m_day.candidates) {
        candidates.push_back({candidate.id, candidate.name, candidate.role, candidate.station, candidate.code,
                              typed.contains(candidate.id)});
    }
    m_candidates.set(std::move(candidates));
    std::vector<SessionRow> sessions;
    for (const SessionPlan &session : m_day.sessions) {
        sessions.push_back({session.code, m_settings.say(session.name), m_day.openSessions.contains(session.code)});
    }
    m_sessions.set(std::move(sessions));
    showZones();
    showArrivals();
    showConflicts();
    showGrants();
    showRoll();
    showAged();
    Q_EMIT dayChanged();
    Q_EMIT ticked();
}

void CoordinatorModel::showAged()
{
    std::vector<DeviceRow> devices;
    for (const DeviceView &device : m_day.devices) {
        devices.push_back(deviceRow(device));
    }
    std::stable_sort(devices.begin(), devices.end(),
                     [](const DeviceRow &a, const DeviceRow &b) {  // What wants somebody comes first.
                         return std::tie(a.isRevoked, b.level) < std::tie(b.isRevoked, a.level);
                     });
    m_devices.set(std::move(devices));
    std::vector<AlertRow> alerts;
    std::set<QString> escalated;
    for (const AlertView &alert : m_day.alerts) {
        alerts.push_back(alertRow(alert, m_settings, m_node.now()));
        if (alert.isEscalated || alert.weight >= day_query::graveFrom) {
            escalated.insert(alert.id);
        }
    }
    m_alerts.set(std::move(alerts));
    const bool isNew = !std::ranges::includes(m_escalated, escalated);
    m_escalated = std::move(escalated);
    if (isNew) {
        Q_EMIT this->escalated();
    }
}

void CoordinatorModel::showZones()
{
    const bool isCounted = isKnown() && m_day.headcount.has_value();
    std::vector<ZoneRow> rows;
    for (const ZoneView &zone : m_day.zones) {
        ZoneRow row{zone.code,
                    m_settings.say(zone.name),
                    figure(std::nullopt),
                    capacityOf(zone.softCapacity, zone.firmCapacity),
                    0,
                    0};
        if (isCounted) {
            row.count = figure(zone.count);
            row.load = loadOf(zone.count, zone.softCapacity, zone.firmCapacity);
            row.level = levelOf(zone.count, zone.softCapacity, zone.firmCapacity);
        }
        rows.push_back(row);
    }
    m_zones.set(std::move(rows));
}

void CoordinatorModel::showArrivals()
{
    constexpr int quarterHour = 15;
    std::vector<ArrivalRow> rows;
    for (const MinuteCount &minute : m_day.arrivals) {
        const QString at = m_settings.clockOf(minute.minute);
        rows.push_back({at, minute.count, at.right(2).toInt() % quarterHour == 0});
    }
    m_arrivals.set(std::move(rows));
}

void CoordinatorModel::showConflicts()
{
    if (!conflict(m_selected)) {
        const auto open = std::find_if(m_day.conflicts.begin(), m_day.conflicts.end(),
                                       [](const ConflictView &view) { return view.isOpen; });
        m_selected = open != m_day.conflicts.end() ? open->id.toHex() : QString();
    }
    Q_EMIT selectionChanged();  // What is known of it may have changed as well.
    std::vector<ConflictRow> rows;
    std::vector<RivalRow> rivals;
    for (const ConflictView &view : m_day.conflicts) {
        ConflictRow row;
        row.key = view.id.toHex();
        row.rule = view.rule;
        row.name = nameOf(view);
        row.className = view.guest ? m_settings.say(view.guest->className) : QString();
        row.decidedBy = view.decidedBy;
        row.reason = view.reason;
        row.decision = view.decision ? int(*view.decision) : -1;
        row.rivalCount = int(view.rivals.size());
        row.isOpen = view.isOpen;
        row.isSelected = row.key == m_selected;
        QStringList summary;
        for (const RivalView &rival : view.rivals) {
            const QString station = m_settings.say(rival.stationName);
            RivalRow line{rival.operation.toHex(),
                          station.isEmpty() ? rival.station : station,
                          rival.actor,
                          m_settings.clockOf(rival.at),
                          rival.isProvisional,
                          rival.isAnnulled,
                          rival.operation == view.rivals.front().operation};
            summary.append(line.time + QLatin1Char(' ') + line.station);
            if (row.isSelected) {
                rivals.push_back(line);
            }
        }
        row.summary = summary.join(QStringLiteral(" · "));
        rows.push_back(row);
    }
    m_conflicts.set(std::move(rows));
    m_rivals.set(std::move(rivals));
}

void CoordinatorModel::showGrants()
{
    std::vector<GrantRow> rows;
    for (const OpenGrantView &grant : m_day.openGrants) {
        const QString station = m_settings.say(grant.stationName);
        rows.push_back({grant.grant.toHex(), grant.guest.isNameHere ? grant.guest.name : QString(),
                        m_settings.say(grant.guest.className), station.isEmpty() ? grant.station : station, grant.zone,
                        m_settings.clockOf(grant.at), grant.companions, grant.direction == Direction::Out});
    }
    m_openGrants.set(std::move(rows));
}

DeviceRow CoordinatorModel::deviceRow(const DeviceView &device) const
{
    DeviceRow row;
    row.key = device.id.toHex();
    row.name = device.name;
    row.role = device.role;
    row.station = device.station;
    row.trouble = device.trouble;
    row.unsent = figure(device.unsent);
    row.number = device.number;
    row.seenSeconds = device.lastSeen ? secondsSince(*device.lastSeen) : -1;
    row.lagMsecs = device.lagMsecs.value_or(-1);
    row.isSkewKnown = device.skewMsecs.has_value();
    row.skewSeconds = int(device.skewMsecs.value_or(0) / msecsPerSecond);
    row.oldestUnsentSeconds = device.oldestUnsent ? secondsSince(*device.oldestUnsent) : -1;
    row.digest = int(device.digest);
    row.isSkewed = device.isSkewed;
    row.isCalling = std::ranges::any_of(m_day.alerts, [&device](const AlertView &alert) {
        return alert.kind == QLatin1String("staff_called") && !alert.station.isEmpty() &&
               alert.station == device.station;
    });
    row.isHub = device.isHub;
    row.isSelf = device.isSelf;
    row.isLinked = device.isLinked || device.isSelf;
    row.isRevoked = device.isRevoked;
    const bool isBad = !device.trouble.isEmpty() || device.digest == DigestComparison::Different;
    row.level = row.isRevoked ? 0 : isBad || !row.isLinked ? 2 : row.isSkewed || row.isCalling ? 1 : 0;
    return row;
}

}  // namespace muster
