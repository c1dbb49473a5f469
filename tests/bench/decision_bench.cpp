// What a guest waits for: the decision of a cut-off kiosk, on its disk before it is told.
#include "tests/bench/bench_event.h"
#include "tests/bench/lines.h"
#include "tests/bench/probes.h"

#include <QFile>
#include <QJsonArray>

namespace muster::bench {
namespace {

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

std::vector<Line> localLines(const Size &size, const Times &probe)
{
    const auto name = QStringLiteral("local_decision_%1").arg(size.guests);
    const QJsonObject more{{QStringLiteral("ours"), size.times.toJson()}, {QStringLiteral("probe"), probe.toJson()}};
    return {{name + QStringLiteral("_p50"), size.times.median(), QStringLiteral("ms"), Line::Bound::AtMost,
             2 * probe.median(), size.times.median() / probe.median(), more},
            {name + QStringLiteral("_p99"),
             size.times.p99(),
             QStringLiteral("ms"),
             Line::Bound::AtMost,
             std::max(5.0, 3 * probe.p99()),
             size.times.p99() / probe.p99(),
             {}}};
}

}  // namespace

std::vector<Line> benchDecision(const QString &folder, Scale scale)
{
    std::vector<Size> sizes;
    for (const int guests : scale.isQuick ? std::vector{1'000, 10'000} : std::vector{10'000, 1'000'000}) {
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
        std::ranges::move(localLines(size, probe), std::back_inserter(lines));
    }
    const double growth = sizes.back().times.median() / sizes.front().times.median();
    lines.push_back({QStringLiteral("local_decision_growth"),
                     growth,
                     QStringLiteral("x"),
                     Line::Bound::AtMost,
                     1.5,
                     growth,
                     {{QStringLiteral("guests"), QJsonArray{sizes.front().guests, sizes.back().guests}}}});
    return lines;
}

}  // namespace muster::bench
