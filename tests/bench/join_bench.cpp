// A device that was never here gets the whole day; later one that was away for hours, and did much, catches up with a
// hub that did as much. Whole nodes over TLS on loopback; it is over when both show the same state and every name.
#include "tests/bench/history.h"
#include "tests/bench/lines.h"
#include "tests/bench/probes.h"

#include <QElapsedTimer>
#include <QFile>
#include <unistd.h>

namespace muster::bench {
namespace {

constexpr int joiner = 1;
constexpr int firstAuthor = 2;
constexpr int authorCount = 10;
constexpr std::chrono::minutes patience{5};
constexpr std::chrono::milliseconds lookEvery{100};  // A look counts 100,000 keys: not too often.

struct Standing {
    VersionVector vector;
    StateDigest digest;
    qint64 keys = 0;
    double cpu = 0;  ///< Seconds of the node's thread on a processor.
};

Standing standingOf(Node &node)
{
    Standing standing;
    on(node, [&](LocalDevice &local) {
        auto &journal = local.device().journal();
        standing.vector = journal.vector();
        standing.digest = journal.digest();
        standing.cpu = cpuSeconds();
        if (const auto counts = local.keyring().counts()) {
            standing.keys = counts->full + counts->display;
        }
    });
    return standing;
}

/// How many people the device can name; read beside it, as it does not say.
qint64 nameCount(const Hall &hall)
{
    const auto file = DataFolder(hall.folderOf(joiner)).directoryFile().toStdString();
    try {
        SQLite::Database people(file, SQLite::OPEN_READONLY, 1'000);
        return people.execAndGet("SELECT count(*) FROM person").getInt64();
    } catch (const SQLite::Exception &) {
        return 0;  // Not made yet.
    }
}

/// When, in seconds after the start of the device, what was there.
struct Arrival {
    double state = 0;
    double keys = 0;
    double names = 0;
    double deviceCpu = 0;
    double hubCpu = 0;

    [[nodiscard]] double all() const { return std::max({state, keys, names}); }
    [[nodiscard]] QJsonObject toJson() const
    {
        return {{QStringLiteral("same_state_s"), rounded(state)},
                {QStringLiteral("keys_s"), rounded(keys)},
                {QStringLiteral("names_s"), rounded(names)},
                {QStringLiteral("device_cpu_s"), rounded(deviceCpu)},
                {QStringLiteral("hub_cpu_s"), rounded(hubCpu)}};
    }
};

Arrival arrive(const Hall &hall, Node &hub, int guests)
{
    Arrival arrival;
    const double hubCpuBefore = standingOf(hub).cpu;
    QElapsedTimer timer;
    timer.start();
    const auto device = hall.start(joiner);
    const auto note = [&timer](double &when, bool isThere) {
        when = when == 0 && isThere ? double(timer.nsecsElapsed()) / 1e9 : when;
        return when != 0;
    };
    const bool isThere = waitFor(
        [&] {
            letEvents(lookEvery);
            const auto ours = standingOf(*device);
            const auto theirs = standingOf(hub);
            arrival.deviceCpu = ours.cpu;
            arrival.hubCpu = theirs.cpu - hubCpuBefore;
            const bool isSame = note(arrival.state, ours.vector == theirs.vector && ours.digest == theirs.digest);
            const bool areKeysHere = note(arrival.keys, ours.keys >= guests);
            return note(arrival.names, isSame && areKeysHere && nameCount(hall) >= guests);
        },
        patience);
    if (!isThere) {
        qWarning("the device of the benchmark did not catch up within %d minutes", int(patience.count()));
        const double never = double(timer.elapsed()) / 1'000;
        arrival.state = arrival.state == 0 ? never : arrival.state;
        arrival.names = never;
    }
    return arrival;
}

/// The least that moving the hub's file can cost: copied, and durable.
double copyDurably(const QString &from, const QString &to)
{
    Times copy;
    copy.measure([&] {
        QFile target(to);
        if (!QFile::copy(from, to) || !target.open(QIODevice::ReadWrite) || ::fsync(target.handle()) != 0) {
            qFatal("the hub's journal cannot be copied: is the disk full?");
        }
    });
    QFile::remove(to);
    return copy.total() / 1'000;
}

Line line(const char *name, const Arrival &arrival, double limit, double probe, QJsonObject more)
{
    more.insert(QStringLiteral("when"), arrival.toJson());
    more.insert(QStringLiteral("durable_copy_of_the_hubs_file_s"), rounded(probe));
    return {QLatin1String(name),   arrival.all(),  QStringLiteral("s"), Line::Bound::AtMost, limit,
            arrival.all() / probe, std::move(more)};
}

}  // namespace

std::vector<Line> benchJoin(const QString &folder, Scale scale)
{
    const int guests = scale.of(100'000, 1'000);
    Hall hall(folder + QStringLiteral("/hall"), sampleGuests(guests), firstAuthor + authorCount);
    History history(hall, folder, firstAuthor, authorCount);
    history.write(guests);
    const auto hubFile = DataFolder(hall.folderOf(0)).journalFile();
    const auto copied = folder + QStringLiteral("/copy.db");
    double probe = copyDurably(hubFile, copied);
    Arrival joined;
    {
        const auto hub = hall.startHub();
        joined = arrive(hall, *hub, guests);
    }
    const qint64 before = history.operationCount();
    const int eachWay = guests / 4;
    const int both = eachWay / 100;  // Guests that came at both: conflicts.
    history.writeAlone(0, 0, eachWay);
    history.writeAlone(joiner, eachWay - both, 2 * eachWay - both);
    std::vector<Line> lines{
        line("join", joined, 10, probe, {{QStringLiteral("guests"), guests}, {QStringLiteral("operations"), before}})};
    probe = copyDurably(hubFile, copied);
    const auto hub = hall.startHub();
    const auto rejoined = arrive(hall, *hub, guests);
    lines.push_back(line("rejoin", rejoined, 5, probe,
                         {{QStringLiteral("operations_each_way"), (history.operationCount() - before) / 2}}));
    return lines;
}

}  // namespace muster::bench
