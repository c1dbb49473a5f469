#include "app/cli/access.h"

#include <QPointer>
#include <QThreadPool>

namespace muster::cli {

Result<DeviceWindow *> Access::window()
{
    return fail(ErrorCode::Refused, QStringLiteral("this device has no window: start it without --headless"));
}

void IdleAccess::submit(Act act, Told told) { told(m_local.decide(std::move(act))); }

void IdleAccess::call(std::function<void(LocalDevice &)> work, std::function<void()> done)
{
    work(m_local);
    done();
}

void IdleAccess::aside(std::function<void()> work, std::function<void()> done)
{
    work();
    done();
}

void NodeAccess::submit(Act act, Told told) { m_node.submit(std::move(act), std::move(told)); }

void NodeAccess::call(std::function<void(LocalDevice &)> work, std::function<void()> done)
{
    m_node.call(std::move(work), std::move(done));
}

void NodeAccess::aside(std::function<void()> work, std::function<void()> done)
{
    QThreadPool::globalInstance()->start(
        [node = QPointer<Node>(&m_node), work = std::move(work), done = std::move(done)] {
            work();
            if (node) {
                QMetaObject::invokeMethod(node.data(), done, Qt::QueuedConnection);
            }
        });
}

Result<DeviceWindow *> NodeAccess::window()
{
    if (auto *const shown = m_window()) {
        return shown;
    }
    return Access::window();
}

}  // namespace muster::cli
