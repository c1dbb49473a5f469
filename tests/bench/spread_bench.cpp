// How long it takes from a sign-in that is durable at one device until it is durable at another, through a hub with a
// hundred links, all over TLS on loopback. A sign-in is two operations: the hub's grant and what the device told.
#include "tests/bench/lines.h"
#include "tests/bench/probes.h"
#include "tests/bench/spread_links.h"

#include <QAbstractEventDispatcher>

namespace muster::bench {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr int wholeNodes = 2;
constexpr int sender = 1;
constexpr int receiver = 2;
constexpr int probesPerSecond = 10;

/// Notes when the head of a stream moved at a node: looks each time that the node's thread has done its work.
class Watch {
public:
    Watch(Node &node, const StreamKey &stream) : m_node(node)
    {
        on(m_node, [&](LocalDevice &local) {
            auto &journal = local.device().journal();
            m_first = m_at = sequenceOf(journal, stream);
            const auto look = [this, &journal, stream] {
                const auto now = std::chrono::steady_clock::now();
                for (const auto head = sequenceOf(journal, stream); m_at < head; ++m_at) {
                    m_times.push_back(now);
                }
            };
            auto *dispatcher = QAbstractEventDispatcher::instance();
            m_connections = {QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, look),
                             QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, look)};
        });
    }
    ~Watch()
    {
        on(m_node, [this](LocalDevice &) {
            for (const auto &connection : m_connections) {
                QObject::disconnect(connection);
            }
        });
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    [[nodiscard]] quint64 first() const { return m_first; }
    [[nodiscard]] std::vector<SteadyTime> times()
    {
        std::vector<SteadyTime> copy;
        on(m_node, [&](LocalDevice &) { copy = m_times; });
        return copy;
    }

private:
    static quint64 sequenceOf(const Journal &journal, const StreamKey &stream)
    {
        const auto found = journal.vector().heads.find(stream);
        return found == journal.vector().heads.end() ? 0 : quint64(found->second.back().sequence);
    }

    Node &m_node;
    quint64 m_first = 0;
    quint64 m_at = 0;
    std::vector<SteadyTime> m_times;
    std::array<QMetaObject::Connection, 2> m_connections;
};

struct Spread {
    Times spread;  ///< Durable at the one – durable at the other.
    Times probe;   ///< The least that being durable at one and then at the other costs, meanwhile.
    Times answer;  ///< The act – the answer, at the one.
    double lasted = 0;
    double hubBusy = 0;  ///< Share of that in which the hub's thread was on a processor.
    int provisional = 0;
    int refused = 0;
};

struct Parties {
    Node &hub;
    Node &from;
    Node &to;
    TwoPlaces &probe;
};

/// Signs guests in at @p perSecond for a while, come what may; returns when the receiver has them all.
Spread signIn(const Parties &parties, int firstGuest, int count, int perSecond)
{
    auto &[hub, from, to, probe] = parties;
    probe.forget();
    StreamKey stream;
    on(from, [&](LocalDevice &local) { stream = local.device().journal().self(); });
    Watch here(from, stream);
    Watch there(to, stream);
    Spread result;
    int told = 0;
    double cpuBefore = 0;
    on(hub, [&](LocalDevice &) { cpuBefore = cpuSeconds(); });
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        const auto due = begun + std::chrono::nanoseconds(1'000'000'000LL * i / perSecond);
        while (std::chrono::steady_clock::now() < due) {
            letEvents(std::chrono::milliseconds(1));
        }
        if (i % (perSecond / probesPerSecond) == 0) {
            probe.start();
        }
        SignIn command;
        command.payload = QByteArrayLiteral("C-") + QByteArray::number(firstGuest + i);
        command.isEachQuestionAsked = true;
        from.submit({{}, {}, command}, [&, at = std::chrono::steady_clock::now()](const Answer &answer) {
            ++told;
            result.answer.add(std::chrono::steady_clock::now() - at);
            result.provisional += answer.isProvisional ? 1 : 0;
            result.refused += answer.outcome == Outcome::Admitted ? 0 : 1;
        });
    }
    std::ignore = waitFor([&] { return told == count; }, std::chrono::minutes(1));
    result.lasted = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    on(hub, [&](LocalDevice &) { result.hubBusy = (cpuSeconds() - cpuBefore) / result.lasted; });
    const auto sent = here.times();
    if (!waitFor([&] { return there.times().size() >= sent.size(); }, std::chrono::minutes(2))) {
        qFatal("the operations of the benchmark do not reach the other device");
    }
    result.probe = probe.times();
    const auto arrived = there.times();
    for (std::size_t i = 0; i < sent.size(); ++i) {
        result.spread.add(arrived[i] - sent[i]);
    }
    return result;
}

std::vector<Line> linesFor(const Spread &spread, int perSecond, const BareLinks &bare, bool isPromised)
{
    const auto name = QStringLiteral("propagation_%1").arg(perSecond);
    const auto bound = isPromised ? Line::Bound::AtMost : Line::Bound::Reported;
    const QJsonObject more{{QStringLiteral("spread"), spread.spread.toJson()},
                           {QStringLiteral("durable_at_two_places"), spread.probe.toJson()},
                           {QStringLiteral("act_to_answer"), spread.answer.toJson()},
                           {QStringLiteral("operations_per_s"),
                            rounded((2 * double(spread.answer.count()) - spread.provisional) / spread.lasted)},
                           {QStringLiteral("hub_busy"), rounded(spread.hubBusy)},
                           {QStringLiteral("decided_without_the_hub"), spread.provisional},
                           {QStringLiteral("not_admitted"), spread.refused},
                           {QStringLiteral("bare_links"), bare.linkedCount()},
                           {QStringLiteral("operations_at_bare_links"), bare.operationCount()}};
    return {{name + QStringLiteral("_p50"), spread.spread.median(), QStringLiteral("ms"), bound, 10,
             spread.spread.median() / spread.probe.median(), more},
            {name + QStringLiteral("_p99"),
             spread.spread.p99(),
             QStringLiteral("ms"),
             bound,
             50,
             spread.spread.p99() / spread.probe.p99(),
             {}}};
}

}  // namespace

std::vector<Line> benchSpread(const QString &folder, Scale scale)
{
    const int guests = scale.of(10'000, 1'000);
    const int bareCount = scale.of(98, 8);
    Hall hall(folder + QStringLiteral("/hall"), sampleGuests(guests), 1 + wholeNodes + bareCount);
    const auto hub = hall.startHub();
    const auto one = hall.start(sender);
    const auto other = hall.start(receiver);
    for (const auto *node : {one.get(), other.get()}) {
        const auto isReady = [&] { return !node->day().link.isCutOff && node->day().expected == guests; };
        if (!waitFor(isReady, std::chrono::minutes(2))) {
            qFatal("a device of the benchmark does not get the list");
        }
    }
    VersionVector known;
    on(*hub, [&](LocalDevice &local) { known = local.device().journal().vector(); });
    const BareLinks bare(hall, 1 + wholeNodes, bareCount, known);
    if (!waitFor([&] { return bare.linkedCount() == bareCount; }, std::chrono::minutes(1))) {
        qFatal("only %d of %d bare devices are linked", bare.linkedCount(), bareCount);
    }
    TwoPlaces probe(folder);
    const Parties parties{*hub, *one, *other, probe};
    std::ignore = signIn(parties, 0, scale.of(200, 20), 100);  // Warms caches, lets the greetings end.
    const int calm = scale.of(2'000, 60);
    const auto at200 = signIn(parties, 200, calm, 100);
    const auto at1000 = signIn(parties, 200 + calm, scale.of(5'000, 100), 500);
    auto lines = linesFor(at200, 200, bare, true);
    std::ranges::move(linesFor(at1000, 1'000, bare, false), std::back_inserter(lines));
    return lines;
}

}  // namespace muster::bench
