#include "app/models/hall_model.h"

#include "core/venue/staff/role_words.h"

namespace muster {

using namespace std::chrono_literals;

HallModel::HallModel(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : QObject(parent), m_node(node), m_settings(settings), m_actor(std::move(actor))
{
    connect(&node, &NodePort::dayChanged, this, &HallModel::readDay);
    connect(&node, &NodePort::identityChanged, this, [this] {
        adoptStation();
        readDay();
    });
    connect(&settings, &Settings::languageChanged, this, &HallModel::changed);
    connect(&settings, &Settings::timeZoneChanged, this, &HallModel::changed);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_isWall && m_message) {
            readDay();  // Its time may be over.
        }
    });
    adoptStation();
    readDay();
    m_timer.start(10s);
}

void HallModel::setActor(const QString &actor)
{
    m_actor = actor;
    adoptStation();
    readDay();
}

bool HallModel::isForHere(const MessageView &message) const
{
    return m_isWall ? message.to == QLatin1String("all") && m_node.now() - message.at < wallFor
                    : !message.isReadHere && messages::isFor(message.to, m_roles, m_zone);
}

void HallModel::adoptStation()
{
    const Identity identity = m_node.identity();
    const auto *station = findByCode(identity.event.stations, identity.station);
    const auto *member = findByCode(identity.event.staff, m_actor);
    m_zone = station == nullptr ? QString() : station->zone;
    m_roles = staff::rolesAt(identity.role, member == nullptr ? QStringList() : member->roles);
    m_isWall = identity.role == QLatin1String("board");
}

void HallModel::readDay()
{
    const DayView day = m_node.day();
    ModeView mode;
    for (const ModeView &view : day.modes) {
        if ((view.place.isEmpty() || view.place == m_zone) && view.mode > mode.mode) {
            mode = view;
        }
    }
    std::optional<MessageView> message;
    int count = 0;
    for (const MessageView &view : day.messages) {
        if (isForHere(view)) {
            ++count;
            if (!m_isWall || !message) {  // The latest first: a wall shows that one, people read in order.
                message = view;
            }
        }
    }
    const bool isNew = count > m_unreadCount || mode.mode > m_mode.mode;
    m_mode = std::move(mode);
    m_message = std::move(message);
    m_unreadCount = count;
    Q_EMIT changed();
    if (isNew) {
        Q_EMIT called();
    }
}

void HallModel::markRead()
{
    if (m_message && !m_isWall) {
        m_node.submit(Act{{}, m_actor, messages::MarkRead{m_message->id}}, [](const Answer &) {});
    }
}

}  // namespace muster
