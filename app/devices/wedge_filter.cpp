#include "app/devices/wedge_filter.h"

#include <QCoreApplication>

namespace muster {
namespace {

/// X11 and Wayland count keys from 8; the kernel, whose numbers the assembler speaks, from 0.
constexpr quint32 scanCodeOffset = 8;

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

}  // namespace

WedgeFilter::WedgeFilter(const Clock &clock, scan::WedgeLayout layout, QObject *parent)
    : QObject(parent), m_clock(clock), m_assembler(layout)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(scan::WedgeAssembler::keyGapMax + std::chrono::milliseconds(1));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_assembler.expire(m_lastAt + m_timer.intervalAsDuration())) {
            giveBack();
        }
    });
}

bool WedgeFilter::eventFilter(QObject *target, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    // A window passes the event on to its focused item, which would count it twice.
    if (!isKey || m_isGivingBack || !target->isWindowType()) {
        return false;
    }
    return handle(target, static_cast<QKeyEvent *>(event));
}

bool WedgeFilter::handle(QObject *window, QKeyEvent *event)
{
    if (event->type() == QEvent::KeyRelease && m_swallowed.remove(event->key())) {
        return true;
    }
    const auto key = keyOf(*event);
    const auto result = m_assembler.feed(key);
    m_lastAt = key.at;
    if (isModifier(event->key())) {
        if (result.action == scan::WedgeAction::Release) {
            giveBack();
        }
        return false;  // Harmless alone, and the system keeps count of them.
    }
    switch (result.action) {
    case scan::WedgeAction::Hold: hold(window, *event); return true;
    case scan::WedgeAction::Restart:
        giveBack();
        hold(window, *event);
        return true;
    case scan::WedgeAction::Release: giveBack(); return false;
    case scan::WedgeAction::Scan:
    case scan::WedgeAction::Discard:
        hold(window, *event);
        drop();
        if (result.action == scan::WedgeAction::Scan) {
            Q_EMIT scanned(result.payload);
        }
        return true;
    }
    Q_UNREACHABLE();
}

scan::WedgeKey WedgeFilter::keyOf(const QKeyEvent &event) const
{
    // The window system's time: keys that waited for a busy window keep their distance.
    const auto at =
        event.timestamp() != 0 ? Instant(std::chrono::milliseconds(event.timestamp())) : m_clock.monotonic();
    const quint32 native = event.nativeScanCode();
    return {.position = native > scanCodeOffset ? native - scanCodeOffset : 0,
            .text = event.text(),
            .isPress = event.type() == QEvent::KeyPress,
            .isRepeat = event.isAutoRepeat(),
            .hasCommand = (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0,
            .at = at};
}

void WedgeFilter::hold(QObject *window, const QKeyEvent &event)
{
    m_held.push_back({window, std::unique_ptr<QKeyEvent>(event.clone())});
    m_timer.start();
}

void WedgeFilter::giveBack()
{
    m_timer.stop();
    const auto held = std::exchange(m_held, {});
    m_isGivingBack = true;
    for (const auto &[window, event] : held) {
        if (window) {
            QCoreApplication::sendEvent(window, event.get());
        }
    }
    m_isGivingBack = false;
}

void WedgeFilter::drop()
{
    m_timer.stop();
    for (const auto &[window, event] : m_held) {
        if (event->type() == QEvent::KeyPress) {
            m_swallowed.insert(event->key());
        } else {
            m_swallowed.remove(event->key());
        }
    }
    m_held.clear();
}

}  // namespace muster
