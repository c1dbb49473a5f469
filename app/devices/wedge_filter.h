#pragma once
#include "core/base/clock.h"
#include "core/scan/wedge.h"

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

namespace muster {

/// Takes a wedge scanner's keystrokes out of the program's keyboard input, so that a code is never typed into the
/// field that has the focus. Keys that may belong to a scan are held for WedgeAssembler::keyGapMax; a person's are
/// then given to the window they were meant for, in order.
///
/// An input method that composes text before the program sees keys hides the scanner: kiosks run without one.
///
/// Threading: the main thread. Install with `application.installEventFilter(&filter)`. Does not own the clock.
class WedgeFilter final : public QObject {
    Q_OBJECT
public:
    explicit WedgeFilter(const Clock &clock, scan::WedgeLayout layout = scan::WedgeLayout::UsPositions,
                         QObject *parent = nullptr);

    bool eventFilter(QObject *target, QEvent *event) override;

Q_SIGNALS:
    /// Not yet judged: give it to parsePayload().
    void scanned(const QByteArray &payload);

private:
    struct Held {
        QPointer<QObject> window;
        std::unique_ptr<QKeyEvent> event;
    };
    [[nodiscard]] bool handle(QObject *window, QKeyEvent *event);
    [[nodiscard]] scan::WedgeKey keyOf(const QKeyEvent &event) const;
    void hold(QObject *window, const QKeyEvent &event);
    void giveBack();
    void drop();

    const Clock &m_clock;
    scan::WedgeAssembler m_assembler;
    std::vector<Held> m_held;
    QSet<int> m_swallowed;  ///< Keys whose press went into a scan: their release goes the same way.
    QTimer m_timer;
    Instant m_lastAt{};
    bool m_isGivingBack = false;
};

}  // namespace muster
