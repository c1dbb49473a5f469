#include "app/models/desk_controller.h"

#include "app/models/meaning.h"

#include <QPointer>

#include <algorithm>

namespace muster {

using namespace std::chrono_literals;

DeskController::DeskController(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : QObject(parent),
      m_node(node),
      m_settings(settings),
      m_actor(std::move(actor)),
      m_time(settings.clockOf(node.now())),
      m_link(node.day().link),
      m_alerts(node, settings, [this] { return this->actor(); })
{
    connect(&node, &NodePort::dayChanged, this, [this] { readDay(); });
    connect(&node, &NodePort::linkChanged, this, [this] { readDay(); });
    connect(&node, &NodePort::identityChanged, this, [this] {
        Q_EMIT stationChanged();
        readDay();
    });
    const auto setWell = [this](bool isWell) {
        m_isStorageWell = isWell;
        Q_EMIT troubleChanged();
    };
    connect(&node, &NodePort::storageFailed, this, [setWell] { setWell(false); });
    connect(&node, &NodePort::storageRecovered, this, [setWell] { setWell(true); });
    connect(&m_alerts, &StaffAlerts::refused, this, [this](const Answer &answer) { setNotice(answer); });
    connect(&settings, &Settings::languageChanged, this, [this] { speak(); });
    connect(&settings, &Settings::timeZoneChanged, this, [this] { speak(); });
    connect(&m_clockTimer, &QTimer::timeout, this, [this] { tick(); });
    m_clockTimer.start(1s);
}

QString DeskController::stationName() const
{
    const Identity identity = m_node.identity();
    const QString name = m_settings.say(identity.stationName);
    return name.isEmpty() ? identity.station : name;
}

void DeskController::setActor(const QString &actor)
{
    m_actor = actor;
    readDay();
}

int DeskController::meaning() const { return m_told ? int(Meaning::of(m_told->outcome)) : int(Meaning::Neutral); }

int DeskController::secondsSince(WallTime time) const
{
    return int(std::max<qint64>(0, (toMsecs(m_node.now()) - toMsecs(time)) / 1'000));
}

void DeskController::submit(Command command, Done done)
{
    if (m_isBusy) {
        return;
    }
    m_isBusy = true;
    setNotice({});
    Q_EMIT busyChanged();
    m_node.submit(Act{{}, m_actor, std::move(command)},
                  [self = QPointer(this), done = std::move(done)](const Answer &answer) {
                      if (auto *here = self.data()) {
                          here->m_isBusy = false;
                          done(answer);
                          Q_EMIT here->busyChanged();
                          Q_EMIT here->told(answer);
                      }
                  });
}

void DeskController::setNotice(std::optional<Answer> told)
{
    m_told = std::move(told);
    Q_EMIT noticeChanged();
}

void DeskController::tick()
{
    const QString time = m_settings.clockOf(m_node.now());
    if (time != m_time) {
        m_time = time;
        Q_EMIT timeChanged();
    }
    m_alerts.show();  // How old they are.
}

void DeskController::readDay()
{
    m_link = m_node.day().link;
    Q_EMIT linkChanged();
}

void DeskController::speak()
{
    tick();
    Q_EMIT stationChanged();
    Q_EMIT noticeChanged();
}

}  // namespace muster
