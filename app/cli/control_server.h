#pragma once
#include "app/cli/access.h"
#include "app/cli/reply.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

namespace muster::cli {

/// Lets commands of the same user reach a running device: `muster status` beside `muster coordinator`.
///
/// A line {"args":[…],"folder":…} in, a line of Reply::encode() out; several after one another on a connection. The
/// arguments go through the same CommandLine and the same functions as on an idle folder.
///
/// Limits: the constants below; a client that breaks them is hung up on.
class ControlServer final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 requestBytesMax = 64 * 1024;
    static constexpr int clientsMax = 16;
    static constexpr std::chrono::seconds idleMax{60};  ///< Between requests.

    /// @p access must outlive this. Refused or Storage if the socket cannot be had.
    [[nodiscard]] static Result<std::unique_ptr<ControlServer>> listen(const DataFolder &folder, Access &access);

private:
    explicit ControlServer(Access &access);
    void onConnected();
    void onReadable(QLocalSocket *client);
    void execute(const QByteArray &request, const Done &done);

    Access &m_access;
    QLocalServer m_server;
    int m_clientCount = 0;
};

/// Whether a device runs on @p folder, at work already.
[[nodiscard]] bool isAnswering(const DataFolder &folder);

/// Asks the device that runs on @p folder. NotFound if none does; Network if it does not answer.
[[nodiscard]] Result<Reply> askRunning(const DataFolder &folder, const QStringList &args);

}  // namespace muster::cli
