#include "tests/e2e/cables.h"

namespace muster::test {
namespace {

constexpr int readyMsecs = 10'000;
const QString hold = q("echo ready; exec cat");  ///< Until its input ends: at the latest with the test.

/// A process that keeps a new namespace; nothing if the machine does not allow one.
std::unique_ptr<QProcess> holderOf(const QStringList &command)
{
    auto process = std::make_unique<QProcess>();
    process->start(command.first(), command.mid(1) + QStringList{q("sh"), q("-c"), hold});
    const bool isThere = process->waitForReadyRead(readyMsecs) && process->readLine() == "ready\n";
    return isThere ? std::move(process) : nullptr;
}

void end(QProcess &holder)
{
    holder.closeWriteChannel();
    holder.waitForFinished(readyMsecs);
}

QStringList inside(const QProcess &holder)
{
    return {q("nsenter"), q("-t"), QString::number(holder.processId()), q("-U"), q("-n"), q("--preserve-credentials")};
}

bool isRun(const QProcess &holder, const QString &script)
{
    auto command = inside(holder) + QStringList{q("sh"), q("-e"), q("-c"), script};
    QProcess process;
    process.start(command.takeFirst(), command);
    const bool isDone = process.waitForFinished(readyMsecs) && process.exitCode() == 0;
    UNSCOPED_INFO(script.toStdString() << ": " << process.readAllStandardError().toStdString());
    return isDone;
}

QString switchOf(Cables::Hall hall) { return hall == Cables::Hall::Main ? q("main") : q("other"); }

}  // namespace

struct Cables::Cable {
    int number = 0;
    std::unique_ptr<QProcess> end;
    [[nodiscard]] QString port() const { return q("port%1").arg(number); }
    [[nodiscard]] QString address() const { return q("10.77.0.%1").arg(number); }
};

Cables::Cables() : m_floor(holderOf({q("unshare"), q("-Urn")}))
{
    const auto switches = q("for name in main other; do ip link add $name type bridge; ip link set $name up; done");
    if (m_floor && !isRun(*m_floor, switches)) {
        end(*m_floor);
        m_floor.reset();
    }
}

Cables::~Cables()
{
    for (const auto &[name, cable] : m_cables) {
        end(*cable->end);
    }
    if (m_floor) {
        end(*m_floor);
    }
}

void Cables::run(const QString &script) const { REQUIRE(isRun(*m_floor, script)); }

Cables::Cable &Cables::cable(const QString &name)
{
    auto &known = m_cables[name];
    if (!known) {
        known = std::make_unique<Cable>();
        known->number = int(m_cables.size());
        known->end = holderOf(inside(*m_floor) + QStringList{q("unshare"), q("-n")});
        REQUIRE(known->end);
        const auto pid = QString::number(known->end->processId());
        run(q("ip link add %1 type veth peer name eth0 netns %2; ip link set %1 master main up;"
              " nsenter -t %2 -n sh -e -c 'ip address add %3/24 dev eth0; ip link set eth0 up; ip link set lo up'")
                .arg(known->port(), pid, known->address()));
    }
    return *known;
}

QStringList Cables::wrapper(const QString &name) { return inside(*cable(name).end); }

QString Cables::address(const QString &name) { return cable(name).address(); }

void Cables::pull(const QString &name) { run(q("ip link set %1 nomaster").arg(cable(name).port())); }

void Cables::plug(const QString &name, Hall hall)
{
    run(q("ip link set %1 master %2").arg(cable(name).port(), switchOf(hall)));
}

}  // namespace muster::test
