#include "app/cli/device_caller.h"

#include "app/cli/control_server.h"

#include <QDir>

namespace muster::cli {

Reply DeviceCaller::call(const QStringList &args)
{
    if (!m_idle) {
        const auto answered = askRunning(m_folder, args);
        if (answered) {
            return *answered;
        }
        if (answered.error().code != ErrorCode::NotFound) {
            return errorReply(answered.error());
        }
        auto opened = LocalDevice::open(m_folder.path());
        if (!opened) {
            return errorReply(opened.error());
        }
        m_idle = std::move(*opened);
    }
    CommandLine line(QDir::currentPath());
    if (const auto stop = line.parse(args)) {
        return *stop;
    }
    const auto *command = std::get_if<AtDevice>(&line.chosen());
    Q_ASSERT_X(command != nullptr, "DeviceCaller", "only device commands are called");
    IdleAccess access(*m_idle);
    Reply reply;
    command->run(access, [&reply](const Reply &told) { reply = told; });
    return reply;
}

}  // namespace muster::cli
