#include "app/models/staff_menu.h"

#include <algorithm>
#include <utility>

namespace muster {
namespace {

using namespace std::chrono_literals;

const QByteArray staffPrefix = QByteArrayLiteral("muster-staff:");

}  // namespace

StaffMenu::StaffMenu(NodePort &node, Settings &settings, Reach reach, StaffMenuTiming timing, QObject *parent)
    : QObject(parent), m_node(node), m_settings(settings), m_reach(reach), m_timing(timing)
{
    m_idleTimer.setSingleShot(true);
    m_pauseTimer.setSingleShot(true);
    connect(&m_idleTimer, &QTimer::timeout, this, &StaffMenu::close);
    connect(&m_pauseTimer, &QTimer::timeout, this, [this] {
        m_secondTimer.stop();
        m_isWrong = false;
        Q_EMIT waitChanged();
        Q_EMIT typedChanged();
    });
    connect(&m_secondTimer, &QTimer::timeout, this, &StaffMenu::waitChanged);
    connect(&node, &NodePort::identityChanged, this, &StaffMenu::stateChanged);
}

int StaffMenu::waitSeconds() const
{
    constexpr std::chrono::milliseconds nearly{999};
    return m_pauseTimer.isActive() ? int((m_pauseTimer.remainingTimeAsDuration() + nearly) / 1s) : 0;
}

bool StaffMenu::isGuarded() const { return m_reach == Reach::Guarded && !m_node.identity().staffPin.isEmpty(); }

QString StaffMenu::pin() const
{
    QString pin = m_reach == Reach::StaffOnly ? m_node.identity().staffPin : QString();
    return pin.isEmpty() ? pin : pin.insert(pin.size() / 2, QChar(0x00a0));
}

QString StaffMenu::code() const
{
    return m_reach == Reach::StaffOnly && !m_node.identity().staffPin.isEmpty()
               ? QString::fromLatin1(staffPrefix) + m_node.identity().staffPin
               : QString();
}

bool StaffMenu::take(const QByteArray &payload)
{
    if (!payload.startsWith(staffPrefix)) {
        return false;
    }
    if (m_state == Closed) {
        ask();
    }
    if (m_state == Locked && waitSeconds() == 0) {
        tryPin(QString::fromUtf8(payload.mid(staffPrefix.size()).left(pinLength + 1)));
    }
    return true;
}

void StaffMenu::ask()
{
    m_typed.clear();
    m_isWrong = false;
    setState(isGuarded() ? Locked : Open);
    Q_EMIT typedChanged();
}

void StaffMenu::type(const QString &digit)
{
    const bool isDigit = digit.size() == 1 && digit.at(0) >= QLatin1Char('0') && digit.at(0) <= QLatin1Char('9');
    if (m_state != Locked || !isDigit || waitSeconds() > 0) {
        return;
    }
    m_idleTimer.start(m_timing.idle);
    m_isWrong = false;
    m_typed += digit;
    if (m_typed.size() == pinLength) {
        tryPin(std::exchange(m_typed, {}));
    }
    Q_EMIT typedChanged();
}

void StaffMenu::erase()
{
    m_typed.chop(1);
    Q_EMIT typedChanged();
}

void StaffMenu::close()
{
    m_typed.clear();
    setState(Closed);
}

void StaffMenu::setLanguage(const QString &language)
{
    m_settings.setHomeLanguage(language);
    chosen();
}

void StaffMenu::setScheme(int scheme)
{
    m_settings.setScheme(Settings::Scheme(std::clamp(scheme, int(Settings::Light), int(Settings::HighContrast))));
    chosen();
}

void StaffMenu::setMuted(bool isMuted)
{
    m_settings.setMuted(isMuted);
    chosen();
}

void StaffMenu::setNamesHidden(bool areHidden)
{
    m_settings.setNamesHidden(areHidden);
    chosen();
}

void StaffMenu::setCameraSide(int side)
{
    m_settings.setCameraSide(
        Settings::CameraSide(std::clamp(side, int(Settings::CameraUnknown), int(Settings::CameraLeft))));
    chosen();
}

void StaffMenu::setMotionReduced(bool isReduced)
{
    m_settings.setMotionReduced(isReduced);
    chosen();
}

void StaffMenu::leave()
{
    if (m_state == Open) {
        Q_EMIT leaveWanted();
    }
}

void StaffMenu::setState(State state)
{
    if (state == Closed) {
        m_idleTimer.stop();
    } else {
        m_idleTimer.start(m_timing.idle);
    }
    if (state != m_state) {
        m_settings.goHome();  // What is set is the device's own, not the last guest's.
        m_state = state;
        Q_EMIT stateChanged();
    }
}

void StaffMenu::tryPin(const QString &pin)
{
    if (pin == m_node.identity().staffPin) {
        m_wrongCount = 0;
        m_isWrong = false;
        setState(Open);
        return;
    }
    m_isWrong = true;
    if (++m_wrongCount >= wrongMax) {
        m_wrongCount = 0;
        m_pauseTimer.start(m_timing.pause);
        m_secondTimer.start(1s);
        Q_EMIT waitChanged();
    }
    Q_EMIT typedChanged();
}

void StaffMenu::chosen()
{
    if (m_state == Open) {
        m_idleTimer.start(m_timing.idle);
    }
    m_settings.keep();
}

}  // namespace muster
