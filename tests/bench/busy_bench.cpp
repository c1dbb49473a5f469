// What a busy day costs its later hours: tickets, gifts and counts by the tens of thousands, and one more of each.
#include "core/journal/journal_reader.h"
#include "core/report/evaluation.h"
#include "core/report/writers.h"
#include "core/venue/plan/plan_room.h"
#include "tests/bench/bench_event.h"
#include "tests/bench/hall.h"
#include "tests/bench/lines.h"
#include "tests/bench/probes.h"

#include <QFile>

namespace muster::bench {
namespace {

constexpr int actsPerFlush = 200;

EventSetup busyPlan()
{
    auto plan = samplePlan();
    Series series;
    series.code = QStringLiteral("busy");
    series.prefix = QStringLiteral("B");
    series.digits = 6;
    series.service = QStringLiteral("desk");
    plan.series = {series};
    Service service;
    service.code = QStringLiteral("desk");
    plan.services = {service};
    Prize prize;
    prize.code = QStringLiteral("gift");
    plan.prizes = {prize};
    plan.stocks = {{QStringLiteral("gift@"), QStringLiteral("gift"), {}, 1'000'000}};
    Station counter;
    counter.code = QStringLiteral("counter-1");
    counter.role = QStringLiteral("counter");
    counter.services = {QStringLiteral("desk")};
    plan.stations.push_back(counter);
    return plan;
}

/// A hub that does everything itself: what is measured is deciding, folding and storing.
class BusyHub {
public:
    explicit BusyHub(BenchEvent &event) : m_device(event.copyFor(0))
    {
        must((*m_device)->append(
            [](State &state, const EventSetup &) { return plan_room::draftsFor(busyPlan(), state); }));
        // A copy of the hub's file is a restored hub: what its earlier life held is lost for good.
        one(DeclareLost{event.idOf(0), {}, QStringLiteral("the file was copied")});
        (*m_device)->flush();
        m_zone = busyPlan().zones.front().code;
    }

    /// One act, told before this returns.
    Answer one(Command command)
    {
        Answer told;
        (*m_device)->submit({{}, {}, std::move(command)}, [&told](const Answer &answer) { told = answer; });
        (*m_device)->flush();
        return told;
    }
    /// Their numbers, of acts that have one.
    template<class Make>
    QStringList many(int count, Make &&make)
    {
        QStringList numbers;
        for (int i = 0; i < count; ++i) {
            (*m_device)->submit({{}, {}, make(i)}, [&numbers](const Answer &answer) { numbers << answer.number; });
            if ((i + 1) % actsPerFlush == 0) {
                (*m_device)->flush();
            }
        }
        (*m_device)->flush();
        return numbers;
    }

    [[nodiscard]] static Command issue()
    {
        queues::Issue command;
        command.series = QStringLiteral("busy");
        return command;
    }
    [[nodiscard]] static Command call() { return queues::Call{QStringLiteral("counter-1"), {}}; }
    [[nodiscard]] static Command finish(const QString &number)
    {
        queues::Advance command;
        command.ticket = number;
        command.step = queues::Step::Finish;
        return command;
    }
    [[nodiscard]] static Command signIn(int guest)
    {
        SignIn command;
        command.payload = QByteArrayLiteral("C-") + QByteArray::number(guest);
        command.isEachQuestionAsked = true;
        return command;
    }
    [[nodiscard]] static Command redeem(int guest)
    {
        prizes::Redeem command;
        command.prize = QStringLiteral("gift");
        command.payload = QByteArrayLiteral("C-") + QByteArray::number(guest);
        return command;
    }
    [[nodiscard]] Command count(int i) const
    {
        zones::Count command;
        command.zone = m_zone;
        command.delta = i % 3 == 0 ? -1 : 1;
        return command;
    }
    [[nodiscard]] DayView day() { return (*m_device)->day(); }
    [[nodiscard]] QString file() { return (*m_device)->journal().options().file; }

private:
    std::unique_ptr<BenchDevice> m_device;
    QString m_zone;
};

struct Acts {
    Times issue;
    Times call;
    Times finish;
    Times redeem;
    Times count;
    Times view;
};

void must(const Answer &answer, Outcome outcome)
{
    if (answer.outcome != outcome) {
        qFatal("an act of the benchmark was not done: %s", qPrintable(answer.why));
    }
}

Line lineOf(const char *name, const Times &times, const Times &probe)
{
    return {QStringLiteral("busy_%1_p99").arg(QLatin1String(name)),
            times.p99(),
            QStringLiteral("ms"),
            Line::Bound::AtMost,
            std::max(5.0, 3 * probe.p99()),
            times.p99() / probe.p99(),
            QJsonObject{{QStringLiteral("ours"), times.toJson()}, {QStringLiteral("probe"), probe.toJson()}}};
}

/// The evaluation of all that happened, read from the file beside the device, as a page.
Line reportLine(const QString &file, int runs)
{
    Times read;
    Times written;
    qint64 facts = 0;
    for (int i = 0; i < runs; ++i) {
        report::Report report;
        read.measure([&] {
            bench::must(
                readApart(file, [&](State &state) { report = report::evaluate(state, plan_room::load(state), {}); }));
        });
        written.measure([&] { std::ignore = report::toHtml(report); });
        facts = report.figure(QStringLiteral("facts"))->value.value_or(0);
    }
    return {QStringLiteral("busy_report"),
            read.median() + written.median(),
            QStringLiteral("ms"),
            Line::Bound::AtMost,
            5'000,
            {},
            QJsonObject{{QStringLiteral("facts"), facts},
                        {QStringLiteral("evaluate"), read.toJson()},
                        {QStringLiteral("write"), written.toJson()}}};
}

}  // namespace

std::vector<Line> benchBusy(const QString &folder, Scale scale)
{
    const int guests = scale.of(100'000, 2'000);
    const int tickets = scale.of(50'000, 400);
    const int gifts = scale.of(20'000, 200);
    const int counts = scale.of(200'000, 400);
    const int rounds = scale.of(500, 40);
    BenchEvent event(folder + QStringLiteral("/busy"), guests, 2);
    BusyHub hub(event);
    QFile::remove(event.folder() + QStringLiteral("/event.db"));
    // The processor's time for one number more: the disk's own moods are no matter of how long the day is. One by one,
    // as they are taken: many in one commit share pages while the tables are small, and would flatter the morning.
    const auto costOfOneMore = [&](int count) {
        const double begun = cpuSeconds();
        for (int i = 0; i < count; ++i) {
            must(hub.one(BusyHub::issue()), Outcome::Done);
        }
        return (cpuSeconds() - begun) * 1e6 / count;
    };
    const auto issueMany = [&](int count) { hub.many(count, [](int) { return BusyHub::issue(); }); };
    const int sample = std::min(tickets / 4, 1'000);
    const double early = costOfOneMore(sample);
    issueMany(tickets - 2 * sample);
    const auto called = hub.many(tickets - sample, [](int) { return BusyHub::call(); });
    hub.many(int(called.size()), [&called](int i) { return BusyHub::finish(called[i]); });
    const double late = costOfOneMore(sample);
    hub.many(gifts + rounds, [](int i) { return BusyHub::signIn(i); });
    hub.many(gifts, [](int i) { return BusyHub::redeem(i); });
    hub.many(counts, [&hub](int i) { return hub.count(i); });
    BareCommit bare(folder + QStringLiteral("/bare-busy.db"));
    Times probe;
    Acts acts;
    for (int i = 0; i < rounds; ++i) {
        probe.measure([&] { bare.run(); });
        acts.issue.measure([&] { must(hub.one(BusyHub::issue()), Outcome::Done); });
        Answer next;
        acts.call.measure([&] { next = hub.one(BusyHub::call()); });
        must(next, Outcome::Done);
        acts.finish.measure([&] { must(hub.one(BusyHub::finish(next.number)), Outcome::Done); });
        acts.redeem.measure([&] { must(hub.one(BusyHub::redeem(gifts + i)), Outcome::Granted); });
        acts.count.measure([&] { must(hub.one(hub.count(i)), Outcome::Done); });
        acts.view.measure([&] { std::ignore = hub.day(); });
    }
    return {lineOf("issue", acts.issue, probe),
            lineOf("call", acts.call, probe),
            lineOf("finish", acts.finish, probe),
            lineOf("redeem", acts.redeem, probe),
            lineOf("count", acts.count, probe),
            {QStringLiteral("busy_status_p99"),
             acts.view.p99(),
             QStringLiteral("ms"),
             Line::Bound::AtMost,
             50,
             {},
             QJsonObject{{QStringLiteral("ours"), acts.view.toJson()}}},
            reportLine(hub.file(), scale.of(5, 1)),
            {QStringLiteral("busy_fold_growth"), late / early, QStringLiteral("x"), Line::Bound::AtMost, 1.5,
             late / early, QJsonObject{{QStringLiteral("early_us"), early}, {QStringLiteral("late_us"), late}}}};
}

}  // namespace muster::bench
