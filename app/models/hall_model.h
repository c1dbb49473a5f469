#pragma once
#include "app/models/settings.h"
#include "app/node/port.h"
#include "core/venue/modes/mode_words.h"

#include <QObject>
#include <QTimer>

namespace muster {

/// What stands above every screen of ours: how the hall runs, and what the commander says to whoever is here.
///
/// Guarantees: a message stays until somebody here has read it, also over a restart; a wall, where nobody can, shows
/// those to all for `wallFor`.
class HallModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(int mode READ mode NOTIFY changed FINAL)
    Q_PROPERTY(QString modeTitle READ modeTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString modeTitleOther READ modeTitleOther NOTIFY changed FINAL)
    Q_PROPERTY(QString modeWords READ modeWords NOTIFY changed FINAL)
    Q_PROPERTY(QString modePlace READ modePlace NOTIFY changed FINAL)
    Q_PROPERTY(QString modeReason READ modeReason NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString from READ from NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time NOTIFY changed FINAL)
    Q_PROPERTY(int unreadCount READ unreadCount NOTIFY changed FINAL)
    Q_PROPERTY(int readBy READ readBy NOTIFY changed FINAL)
    Q_PROPERTY(bool isWall READ isWall NOTIFY changed FINAL)

public:
    /// As muster::modes::Mode.
    enum Mode { Normal, Slow, Hold, Evacuate };
    Q_ENUM(Mode)

    static constexpr std::chrono::minutes wallFor{10};

    HallModel(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);
    /// Staff code of who works here from now on; empty: nobody said.
    void setActor(const QString &actor);

    /// The stricter of the hall's and that of the zone where this device stands.
    [[nodiscard]] int mode() const { return int(m_mode.mode); }
    [[nodiscard]] QString modeTitle() const { return m_settings.say(modes::titleOf(m_mode.mode)); }
    [[nodiscard]] QString modeTitleOther() const { return m_settings.sayOther(modes::titleOf(m_mode.mode)); }
    [[nodiscard]] QString modeWords() const { return m_settings.say(modes::announcementOf(m_mode.mode)); }
    /// The zone whose mode it is; empty: the hall's.
    [[nodiscard]] QString modePlace() const { return m_mode.place; }
    [[nodiscard]] QString modeReason() const { return m_mode.reason; }
    /// Of the oldest message that nobody here has read; empty: there is none.
    [[nodiscard]] QString text() const { return m_message ? m_message->text : QString(); }
    [[nodiscard]] QString from() const { return m_message ? m_message->from : QString(); }
    [[nodiscard]] QString time() const { return m_message ? m_settings.clockOf(m_message->at) : QString(); }
    [[nodiscard]] int unreadCount() const { return m_unreadCount; }
    [[nodiscard]] int readBy() const { return m_message ? m_message->readBy : 0; }
    /// Nobody stands here who could say that it was read.
    [[nodiscard]] bool isWall() const { return m_isWall; }

    /// Who works here has read the message that is shown.
    Q_INVOKABLE void markRead();

Q_SIGNALS:
    void changed();
    void called();  ///< The mode became stricter, or something new was said: it is heard, too.

private:
    void adoptStation();
    void readDay();
    [[nodiscard]] bool isForHere(const MessageView &message) const;

    NodePort &m_node;
    const Settings &m_settings;
    QString m_actor;
    QString m_zone;
    QStringList m_roles;
    ModeView m_mode;
    std::optional<MessageView> m_message;
    int m_unreadCount = 0;
    bool m_isWall = false;
    QTimer m_timer;
};

}  // namespace muster
