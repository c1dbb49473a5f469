#include "app/cli/control_server.h"

#include "app/cli/command_line.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

namespace muster::cli {
namespace {

constexpr int connectMsecs = 1'000;
constexpr int answerMsecs = 10 * 60 * 1'000;  ///< An import of a million guests takes its time.
constexpr qint64 replyBytesMax = 64 * 1024 * 1024;

QByteArray encoded(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'; }

}  // namespace

ControlServer::ControlServer(Access &access) : m_access(access)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::onConnected);
}

Result<std::unique_ptr<ControlServer>> ControlServer::listen(const DataFolder &folder, Access &access)
{
    std::unique_ptr<ControlServer> server(new ControlServer(access));
    if (isAnswering(folder)) {
        return fail(ErrorCode::Refused,
                    QStringLiteral("another Muster runs on %1: use it, or close it first").arg(folder.path()));
    }
    QLocalServer::removeServer(folder.socketName());  // Of a process that was killed: nobody answers there.
    if (!server->m_server.listen(folder.socketName())) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("commands cannot reach this device: %1").arg(server->m_server.errorString()));
    }
    return server;
}

void ControlServer::onConnected()
{
    while (auto *client = m_server.nextPendingConnection()) {
        if (m_clientCount >= clientsMax) {
            client->abort();
            client->deleteLater();
            continue;
        }
        ++m_clientCount;
        client->setReadBufferSize(requestBytesMax);
        connect(client, &QLocalSocket::disconnected, this, [this, client] {
            --m_clientCount;
            client->deleteLater();
        });
        connect(client, &QLocalSocket::readyRead, this, [this, client] { onReadable(client); });
        auto *idle = new QTimer(client);
        idle->setSingleShot(true);
        idle->setObjectName(QStringLiteral("idle"));
        connect(idle, &QTimer::timeout, client, &QLocalSocket::abort);
        idle->start(idleMax);
    }
}

void ControlServer::onReadable(QLocalSocket *client)
{
    if (!client->canReadLine()) {
        if (client->bytesAvailable() >= requestBytesMax) {
            client->abort();
        }
        return;
    }
    auto *idle = client->findChild<QTimer *>(QStringLiteral("idle"));
    if (!idle->isActive()) {
        return;  // One at a time: the next line waits until this one is answered.
    }
    idle->stop();
    execute(client->readLine(), [this, client = QPointer<QLocalSocket>(client)](const Reply &reply) {
        if (!client || client->state() != QLocalSocket::ConnectedState) {
            return;
        }
        client->write(encoded(reply.encode()));
        client->flush();
        client->findChild<QTimer *>(QStringLiteral("idle"))->start(idleMax);
        QMetaObject::invokeMethod(
            client,
            [this, client] {
                if (client) {
                    onReadable(client);
                }
            },
            Qt::QueuedConnection);
    });
}

void ControlServer::execute(const QByteArray &request, const Done &done)
{
    const auto json = QJsonDocument::fromJson(request).object();
    QStringList args;
    for (const auto &arg : json.value(QStringLiteral("args")).toArray()) {
        args << arg.toString();
    }
    CommandLine line(json.value(QStringLiteral("folder")).toString(QDir::rootPath()));
    if (const auto stop = line.parse(args)) {
        return done(*stop);
    }
    const auto *command = std::get_if<AtDevice>(&line.chosen());
    if (command == nullptr) {
        return done(usageReply(QStringLiteral("a running device does not do that; run the command by itself")));
    }
    if (command->isForMembers && m_access.node() != nullptr && !m_access.node()->identity().isEnrolled) {
        return done(errorReply({ErrorCode::Refused, QStringLiteral("this device belongs to no event yet: enrol it")}));
    }
    command->run(m_access, done);
}

bool isAnswering(const DataFolder &folder)
{
    QLocalSocket probe;
    probe.connectToServer(folder.socketName());
    return probe.waitForConnected(connectMsecs);
}

Result<Reply> askRunning(const DataFolder &folder, const QStringList &args)
{
    QLocalSocket socket;
    socket.connectToServer(folder.socketName());
    if (!socket.waitForConnected(connectMsecs)) {
        return fail(ErrorCode::NotFound, QStringLiteral("no device runs on %1").arg(folder.path()));
    }
    socket.write(encoded(
        {{QStringLiteral("args"), QJsonArray::fromStringList(args)}, {QStringLiteral("folder"), QDir::currentPath()}}));
    while (!socket.canReadLine() && socket.bytesAvailable() < replyBytesMax) {
        if (!socket.waitForReadyRead(answerMsecs)) {
            return fail(ErrorCode::Network,
                        QStringLiteral("the device that runs on %1 does not answer: look at it; asking again under the "
                                       "same --request is safe")
                            .arg(folder.path()));
        }
    }
    return Reply::decode(QJsonDocument::fromJson(socket.readLine()).object());
}

}  // namespace muster::cli
