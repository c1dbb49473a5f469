#include "tests/e2e/muster_process.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

namespace muster::test {
namespace {

constexpr int commandMsecs = 60'000;
constexpr int stopMsecs = 10'000;

std::optional<QJsonObject> parsed(const QByteArray &line)
{
    const auto json = QJsonDocument::fromJson(line);
    return json.isObject() ? std::optional(json.object()) : std::nullopt;
}

}  // namespace

Said muster(const QStringList &args, const QProcessEnvironment *environment)
{
    QProcess process;
    if (environment != nullptr) {
        process.setProcessEnvironment(*environment);
    }
    process.start(QStringLiteral(MUSTER_PROGRAM), args + QStringList(QStringLiteral("--json")));
    Said said;
    if (!process.waitForFinished(commandMsecs)) {
        process.kill();
        process.waitForFinished(stopMsecs);
        return said;
    }
    said.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    for (const auto &line : process.readAllStandardOutput().split('\n')) {
        if (const auto json = parsed(line)) {
            said.lines << *json;
            said.json = *json;
        } else {
            said.rest += line;
        }
    }
    said.trouble = process.readAllStandardError();
    return said;
}

MusterProcess::MusterProcess(const QStringList &args, const QStringList &wrapper)
{
    REQUIRE(m_trouble.open());
    auto command = wrapper + QStringList(QStringLiteral(MUSTER_PROGRAM)) + args +
                   QStringList{QStringLiteral("--headless"), QStringLiteral("--json")};
    const auto program = command.takeFirst();
    // Into a file: a pipe that nobody reads in time would stop the device.
    m_process.setStandardErrorFile(m_trouble.fileName());
    // A test that is killed itself leaves nobody behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(program, command);
    REQUIRE(m_process.waitForStarted());
}

MusterProcess::~MusterProcess() { kill(); }

std::optional<QJsonObject> MusterProcess::nextLine(std::chrono::milliseconds within)
{
    QDeadlineTimer deadline(within);
    while (!m_process.canReadLine()) {
        const bool isOver = m_process.state() == QProcess::NotRunning;
        if (isOver || !m_process.waitForReadyRead(int(std::max<qint64>(deadline.remainingTime(), 1)))) {
            if (isOver || deadline.hasExpired() || m_process.state() == QProcess::NotRunning) {
                break;
            }
        }
    }
    return m_process.canReadLine() ? parsed(m_process.readLine()) : std::nullopt;
}

void MusterProcess::say(const QByteArray &line)
{
    m_process.write(line + '\n');
    REQUIRE(m_process.waitForBytesWritten());
}

void MusterProcess::sayNoMore() { m_process.closeWriteChannel(); }

QList<QJsonObject> MusterProcess::linesToEnd(std::chrono::milliseconds within)
{
    REQUIRE((m_process.state() == QProcess::NotRunning || m_process.waitForFinished(int(within.count()))));
    return linesSoFar();
}

QList<QJsonObject> MusterProcess::linesSoFar()
{
    m_process.waitForReadyRead(1);
    QList<QJsonObject> lines;
    while (m_process.canReadLine()) {
        if (const auto json = parsed(m_process.readLine())) {
            lines << *json;
        }
    }
    return lines;
}

QByteArray MusterProcess::trouble() const
{
    QFile file(m_trouble.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool MusterProcess::isRunning()
{
    m_process.waitForFinished(1);  // Looks whether it has ended meanwhile.
    return m_process.state() == QProcess::Running;
}

void MusterProcess::stop()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning) {
        REQUIRE(m_process.waitForFinished(stopMsecs));
    }
}

void MusterProcess::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(stopMsecs);
    }
}

bool eventually(const std::function<bool()> &holds, std::chrono::milliseconds within)
{
    const QDeadlineTimer deadline(within);
    while (!holds()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QThread::msleep(100);
    }
    return true;
}

}  // namespace muster::test
