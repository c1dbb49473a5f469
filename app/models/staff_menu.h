#pragma once
#include "app/models/settings.h"
#include "app/node/port.h"

#include <QTimer>

namespace muster {

/// How long the menu waits for whom.
struct StaffMenuTiming {
    std::chrono::milliseconds idle{60'000};   ///< A menu that somebody walked away from.
    std::chrono::milliseconds pause{30'000};  ///< After too many wrong PINs.
};

/// What staff set on a device: language, look, sounds, names; and at a kiosk the way out of it.
///
/// Why it exists: a kiosk stands among strangers. Its switches are behind the event's PIN, or the same PIN in a QR
/// code for who has it on a phone; on a device that staff carry they are one touch away.
///
/// Guarantees
///  - A guarded device opens with the right PIN only; after wrongMax wrong ones it takes none for `pause`.
///  - What is set here holds after a restart.
///  - A menu left alone closes by itself.
class StaffMenu : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(int typedCount READ typedCount NOTIFY typedChanged FINAL)
    Q_PROPERTY(bool isWrong READ isWrong NOTIFY typedChanged FINAL)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY waitChanged FINAL)
    Q_PROPERTY(bool isGuarded READ isGuarded NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString pin READ pin NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString code READ code NOTIFY stateChanged FINAL)

public:
    /// Locked: the PIN is asked for.
    enum State { Closed, Locked, Open };
    Q_ENUM(State)

    static constexpr int pinLength = 6;
    static constexpr int wrongMax = 5;

    /// Guarded: strangers can touch it.
    enum class Reach { Guarded, StaffOnly };

    StaffMenu(NodePort &node, Settings &settings, Reach reach, StaffMenuTiming timing = {}, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int typedCount() const { return int(m_typed.size()); }
    [[nodiscard]] bool isWrong() const { return m_isWrong; }
    /// So long no PIN is taken; 0: one is.
    [[nodiscard]] int waitSeconds() const;
    /// A device that belongs to no event yet has nothing to guard.
    [[nodiscard]] bool isGuarded() const;
    /// "471 928", to be read aloud, and the same for a QR code: on devices of staff only, empty elsewhere.
    [[nodiscard]] QString pin() const;
    [[nodiscard]] QString code() const;

    /// Whether @p payload is a staff code, right or wrong; a right one opens the menu.
    [[nodiscard]] bool take(const QByteArray &payload);

    Q_INVOKABLE void ask();
    Q_INVOKABLE void type(const QString &digit);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void close();
    Q_INVOKABLE void setLanguage(const QString &language);
    /// A value of Settings::Scheme.
    Q_INVOKABLE void setScheme(int scheme);
    Q_INVOKABLE void setMuted(bool isMuted);
    Q_INVOKABLE void setNamesHidden(bool areHidden);
    /// A value of Settings::CameraSide.
    Q_INVOKABLE void setCameraSide(int side);
    Q_INVOKABLE void setMotionReduced(bool isReduced);
    /// Ends the program.
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void stateChanged();
    void typedChanged();
    void waitChanged();
    void leaveWanted();

private:
    void setState(State state);
    void tryPin(const QString &pin);
    void chosen();

    NodePort &m_node;
    Settings &m_settings;
    Reach m_reach;
    StaffMenuTiming m_timing;
    State m_state = Closed;
    QString m_typed;
    bool m_isWrong = false;
    int m_wrongCount = 0;
    QTimer m_idleTimer;
    QTimer m_pauseTimer;
    QTimer m_secondTimer;  ///< Tells how long the pause still is.
};

}  // namespace muster
