// What a guest waits for: the decision of a cut-off kiosk, on its disk before it is told.
#include "tests/bench/bench_event.h"
#include "tests/bench/lines.h"

#include "tests/support/seeded_random.h"

namespace muster::bench {
namespace {

/// One durable commit of SQLite, the least that any promise costs.
class BareCommit {
public:
    explicit BareCommit(const QString &file)
        : m_database(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        m_database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
                        "PRAGMA cache_size=-65536;"
                        "CREATE TABLE log(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        m_insert = std::make_unique<SQLite::Statement>(m_database, "INSERT INTO log(bytes) VALUES(zeroblob(300))");
    }
    void run()
    {
        m_insert->reset();
        m_insert->exec();
    }

private:
    SQLite::Database m_database;
    std::unique_ptr<SQLite::Statement> m_insert;
};

/// Guests 0 … count-1, each once, in an order that no cache foresees.
class Guests {
public:
    explicit Guests(int count) : m_count(count) {}
    int next() { return int(qint64(m_at++) * 982'451'653LL % m_count); }

private:
    int m_count;
    int m_at = 1;
};

struct Size {
    int guests;
    std::unique_ptr<BenchDevice> device;
    Guests order;
    Times times;
};

void signIn(BenchDevice &device, int guest)
{
    const auto answer = device.signIn(guest);
    if (!answer || answer->outcome != Outcome::Admitted) {
        qFatal("a guest of the benchmark was not admitted");
    }
}

Line localLine(const Size &size, const Times &probe)
{
    Line line;
    line.name = QStringLiteral("local_decision_%1").arg(size.guests);
    line.target = QStringLiteral("p50 <= 2 x a bare durable commit, p99 <= max(5 ms, 3 x the probe's p99)");
    line.figures = size.times.toJson();
    line.probe = probe.toJson();
    line.ratio = rounded(size.times.median() / probe.median());
    line.isMet = *line.ratio <= 2 && size.times.p99() <= std::max(5.0, 3 * probe.p99());
    return line;
}

}  // namespace

std::vector<Line> benchDecision(const QString &folder, Scale scale)
{
    std::vector<Size> sizes;
    for (const int guests : scale.isQuick ? std::vector{1'000, 10'000} : std::vector{10'000, 100'000, 1'000'000}) {
        BenchEvent event(QStringLiteral("%1/decision-%2").arg(folder).arg(guests), guests, 2);
        sizes.push_back({guests, event.copyFor(1), Guests(guests), {}});
        QFile::remove(event.folder() + QStringLiteral("/event.db"));
    }
    BareCommit bare(folder + QStringLiteral("/bare-commit.db"));
    Times probe;
    const int rounds = scale.of(2'000, 150);
    for (int i = -rounds / 20; i < rounds; ++i) {  // A few first ones warm the caches.
        Times warm;
        (i < 0 ? warm : probe).measure([&] { bare.run(); });
        for (auto &size : sizes) {
            const int guest = size.order.next();
            (i < 0 ? warm : size.times).measure([&] { signIn(*size.device, guest); });
        }
    }
    std::vector<Line> lines;
    for (const auto &size : sizes) {
        lines.push_back(localLine(size, probe));
    }
    Line growth;
    growth.name = QStringLiteral("local_decision_growth");
    growth.target = QStringLiteral("the largest list costs <= 1.5 x the smallest at the median");
    growth.figures = sizes.back().times.toJson();
    growth.probe = sizes.front().times.toJson();
    growth.ratio = rounded(sizes.back().times.median() / sizes.front().times.median());
    growth.isMet = *growth.ratio <= 1.5;
    lines.push_back(growth);
    return lines;
}

}  // namespace muster::bench
