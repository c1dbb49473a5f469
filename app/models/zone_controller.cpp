#include "app/models/zone_controller.h"

#include <QPointer>

#include <algorithm>

namespace muster {

ZoneController::ZoneController(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : DayController(node, settings, std::move(actor), parent)
{
    for (QTimer &timer : m_bounce) {
        timer.setSingleShot(true);
        timer.setInterval(bounceMax);
    }
    readDay();
}

void ZoneController::findZone()
{
    const Identity identity = node().identity();
    const auto *station = findByCode(identity.event.stations, identity.station);
    const auto *member = findByCode(identity.event.staff, actor());
    m_zone = station != nullptr && !station->zone.isEmpty() ? station->zone
             : member != nullptr                            ? member->zone
                                                            : QString();
    const auto view = std::ranges::find(day().zones, m_zone, &ZoneView::code);
    m_view = view == day().zones.end() ? ZoneView() : *view;
}

void ZoneController::showDay()
{
    findZone();
    DayController::showDay();
    if (level() > m_lastLevel) {
        Q_EMIT called();
    }
    m_lastLevel = level();
}

QString ZoneController::zoneName() const
{
    const QString name = settings().say(m_view.name);
    return name.isEmpty() ? m_zone : name;
}

QString ZoneController::count() const
{
    return figure(isKnown() && isPlanned() && day().headcount ? std::optional(m_view.count) : std::nullopt);
}

QString ZoneController::capacity() const
{
    const auto limit = m_view.firmCapacity ? m_view.firmCapacity : m_view.softCapacity;
    return limit ? figure(limit) : QString();
}

double ZoneController::load() const
{
    const int limit = m_view.firmCapacity.value_or(m_view.softCapacity.value_or(0));
    return isKnown() && limit > 0 ? std::clamp(double(m_view.count) / limit, 0.0, 1.0) : 0.0;
}

int ZoneController::level() const
{
    return !isKnown()                                                    ? 0
           : m_view.firmCapacity && m_view.count >= *m_view.firmCapacity ? 2
           : m_view.softCapacity && m_view.count >= *m_view.softCapacity ? 1
                                                                         : 0;
}

void ZoneController::countOne(int delta)
{
    QTimer &bounce = m_bounce.at(delta > 0 ? 1 : 0);
    if (!isPlanned() || delta == 0 || bounce.isActive()) {
        return;
    }
    bounce.start();
    const int one = delta > 0 ? 1 : -1;
    node().submit(Act{{}, actor(), zones::Count{m_zone, one, {}}}, [self = QPointer(this), one](const Answer &answer) {
        auto *here = self.data();
        if (here == nullptr) {
            return;
        }
        if (answer.outcome == Outcome::Done) {
            here->setLast(answer.operation, one);
        } else {
            here->setNotice(answer);
        }
    });
}

void ZoneController::setLast(std::optional<OperationHash> operation, int delta)
{
    m_last = operation;
    m_lastDelta = delta;
    Q_EMIT counted();
}

void ZoneController::undoCount()
{
    if (m_last && !isBusy()) {
        zones::Count undo;
        undo.undoes = *m_last;
        act(undo, [this](const Answer &) { setLast({}, 0); });
    }
}

void ZoneController::typeHead(const QString &digit)
{
    if (m_heads.size() < headsDigitsMax && digit.size() == 1 && digit.at(0).isDigit()) {
        m_heads = m_heads == QLatin1String("0") ? digit : m_heads + digit;
        Q_EMIT headsChanged();
    }
}

void ZoneController::eraseHead()
{
    m_heads.chop(1);
    Q_EMIT headsChanged();
}

void ZoneController::recount()
{
    if (m_heads.isEmpty() || !isPlanned()) {
        return;
    }
    act(zones::Recount{m_zone, m_heads.toInt(), {}}, [this](const Answer &) {
        m_heads.clear();
        setLast({}, 0);
        Q_EMIT headsChanged();
        Q_EMIT recounted();
    });
}

void ZoneController::scanFor(const QString &task)
{
    m_scanningTask = task;
    Q_EMIT scanningChanged();
}

void ZoneController::scanned(const QByteArray &payload)
{
    if (!m_scanningTask.isEmpty()) {
        tasks::Advance proof;
        proof.task = m_scanningTask;
        proof.scanned = payload;
        act(proof, [this](const Answer &) {
            scanFor({});
            Q_EMIT taskProved();
        });
    } else if (!selectedPost().isEmpty()) {
        putIn(QString::fromUtf8(payload));
    } else if (isPlanned()) {
        act(MoveGuest{payload, {}, m_zone}, [this](const Answer &answer) {
            m_movedName = answer.guest && answer.guest->isNameHere ? answer.guest->name : QString();
            Q_EMIT moved();
        });
    }
}

}  // namespace muster
