#include "app/cli/headless_door.h"

#include "app/cli/sign_in.h"
#include "app/cli/view_json.h"

#include <QElapsedTimer>
#include <QJsonDocument>

namespace muster::cli {

HeadlessDoor::HeadlessDoor(const Console &console, Node &node) : m_console(console), m_node(node)
{
    connect(&m_node, &NodePort::dayChanged, this, &HeadlessDoor::checkReady);
    connect(&m_node, &NodePort::storageFailed, this, [this](const QString &what) { m_console.note(what); });
    connect(&m_node, &NodePort::storageRecovered, this,
            [this] { m_console.note(QStringLiteral("the disk takes acts again")); });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_patience.stop();
        if (const auto ready = std::exchange(m_ready, nullptr)) {
            ready();
        }
    });
}

void HeadlessDoor::whenReady(bool isNewDevice, std::function<void()> ready)
{
    m_ready = std::move(ready);
    m_isNewDevice = isNewDevice;
    m_patience.start(isNewDevice ? listWait : linkWait);
    checkReady();
}

void HeadlessDoor::checkReady()
{
    const auto day = m_node.day();
    const bool hasList = std::ranges::any_of(
        day.devices, [](const DeviceView &device) { return device.isHub && device.digest == DigestComparison::Equal; });
    if (!m_ready || !m_node.identity().isEnrolled || day.link.isCutOff || (m_isNewDevice && !hasList)) {
        return;
    }
    m_patience.stop();
    std::exchange(m_ready, nullptr)();
}

void HeadlessDoor::scanned(const QByteArray &payload)
{
    Act act;
    SignIn signIn;
    signIn.payload = payload;
    act.command = std::move(signIn);
    QElapsedTimer clock;
    clock.start();
    ++m_openCount;
    const auto submit = [this](Act next, std::function<void(const Answer &)> told) {
        m_node.submit(std::move(next), std::move(told));
    };
    signInUnattended(submit, std::move(act), [this, clock](const Answer &answer) {
        const auto ms = std::round(double(clock.nsecsElapsed()) / 1e5) / 10;
        m_console.line(decisionJson(answer, ms), toWords(answer));
        --m_openCount;
        checkEnd();
    });
}

void HeadlessDoor::finish()
{
    m_isFinishing = true;
    checkEnd();
}

void HeadlessDoor::checkEnd()
{
    if (!m_isFinishing || m_openCount > 0) {
        return;
    }
    m_isFinishing = false;
    m_node.whenSafe(safeWait, [this](bool isSafe) {
        if (!isSafe) {
            const QJsonObject unsent{{QStringLiteral("unsent"), m_node.day().link.unsent}};
            m_console.note(QString::fromUtf8(QJsonDocument(unsent).toJson(QJsonDocument::Compact)));
        }
        Q_EMIT ended();
    });
}

}  // namespace muster::cli
