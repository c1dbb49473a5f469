#pragma once
#include "app/cli/reply.h"
#include "app/node/node.h"

#include <QTimer>

namespace muster::cli {

/// A kiosk without a screen: codes in, a line a decision out. Questions get the plan's default answers.
///
/// Threading: that of its node, which it does not own.
class HeadlessDoor final : public QObject {
    Q_OBJECT

public:
    /// A finite source begins once the device is linked, or after this (a new device: once it has the list).
    static constexpr std::chrono::seconds linkWait{3};
    static constexpr std::chrono::seconds listWait{30};
    /// At the end, until everything is on another device too.
    static constexpr std::chrono::seconds safeWait{10};

    HeadlessDoor(const Console &console, Node &node);

    /// Runs @p ready once, when it makes sense to begin with a source that ends.
    void whenReady(bool isNewDevice, std::function<void()> ready);
    void scanned(const QByteArray &payload);
    /// No more codes will come: ended() once all are decided and sent, or safeWait has passed.
    void finish();

Q_SIGNALS:
    void ended();

private:
    void checkReady();
    void checkEnd();

    const Console &m_console;
    Node &m_node;
    std::function<void()> m_ready;
    bool m_isNewDevice = false;
    QTimer m_patience;
    int m_openCount = 0;
    bool m_isFinishing = false;
};

}  // namespace muster::cli
