#include "app/cli/device_caller.h"

#include "app/cli/control_server.h"

#include <QDir>

namespace muster::cli {
namespace {

/// A device that starts owns its folder before it can be asked: whoever comes then tries again, so often.
constexpr int triesMax = 25;
constexpr std::chrono::milliseconds tryEvery{400};

}  // namespace

Reply DeviceCaller::call(const QStringList &args)
{
    for (int tries = 1; !m_idle; ++tries) {
        const auto answered = askRunning(m_folder, args);
        if (answered) {
            return *answered;
        }
        if (answered.error().code != ErrorCode::NotFound) {
            return errorReply(answered.error());
        }
        auto opened = LocalDevice::open(m_folder.path(), {}, tryEvery);
        if (opened) {
            m_idle = std::move(*opened);
        } else if (opened.error().code != ErrorCode::Refused || tries == triesMax) {
            return errorReply(opened.error());
        }
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
