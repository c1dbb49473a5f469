// What two thousand people and five thousand incidents cost: one more of each, and a look at the day.
#include "core/venue/plan/plan_room.h"
#include "tests/bench/bench_event.h"
#include "tests/bench/hall.h"
#include "tests/bench/lines.h"
#include "tests/bench/probes.h"

#include <QElapsedTimer>

namespace muster::bench {
namespace {

constexpr int actsPerFlush = 200;
constexpr int entriesEach = 10;
constexpr int peopleAPost = 10;

struct Sizes {
    int staff;
    int incidents;
    int tasks;
    int cues;
    int materials;
};

QString nameOf(const char *kind, int i) { return QStringLiteral("%1%2").arg(QLatin1String(kind)).arg(i); }

EventSetup peoplePlan(const Sizes &sizes)
{
    auto plan = samplePlan();
    const auto zone = plan.zones.front().code;
    for (int i = 0; i < sizes.staff; ++i) {
        StaffMember member;
        member.code = nameOf("S", i);
        member.name = nameOf("Name ", i);
        member.roles = {i == 0 ? QStringLiteral("commander") : QStringLiteral("usher")};
        plan.staff.push_back(member);
        Shift shift;
        shift.code = nameOf("shift", i);
        shift.staff = member.code;
        shift.post = nameOf("post", i / peopleAPost);
        shift.untilMinute = 24 * 60;
        plan.shifts.push_back(shift);
    }
    for (int i = 0; i < sizes.staff / peopleAPost; ++i) {
        PostPlan post;
        post.code = nameOf("post", i);
        post.zone = zone;
        post.minimum = peopleAPost / 2;
        post.fromMinute = 0;
        post.untilMinute = 24 * 60;
        plan.posts.push_back(post);
    }
    IncidentType spill;
    spill.code = QStringLiteral("spill");
    plan.incidentTypes = {spill};
    for (int i = 0; i < sizes.tasks; ++i) {
        TaskPlan task;
        task.code = nameOf("task", i);
        task.owner = nameOf("S", i % sizes.staff);
        task.dueMinute = i;
        plan.tasks.push_back(task);
    }
    for (int i = 0; i < sizes.cues; ++i) {
        Cue cue;
        cue.code = nameOf("cue", i);
        cue.minutes = 5;
        cue.minute = i == 0 ? std::optional(0) : std::nullopt;
        cue.after = i == 0 ? QString() : nameOf("cue", i - 1);
        plan.cues.push_back(cue);
    }
    for (int i = 0; i < sizes.materials; ++i) {
        Material material;
        material.code = nameOf("thing", i);
        material.category = QStringLiteral("equipment");
        material.planned = 10;
        plan.materials.push_back(material);
    }
    return plan;
}

/// A hub that does everything itself.
class PeopleHub {
public:
    PeopleHub(BenchEvent &event, const Sizes &sizes) : m_device(event.copyFor(0))
    {
        must((*m_device)->append(
            [&](State &state, const EventSetup &) { return plan_room::draftsFor(peoplePlan(sizes), state); }));
        (*m_device)->flush();
    }
    Answer one(Command command)
    {
        Answer told;
        (*m_device)->submit({{}, {}, std::move(command)}, [&told](const Answer &answer) { told = answer; });
        (*m_device)->flush();
        return told;
    }
    template<class Make>
    void many(int count, Make &&make)
    {
        for (int i = 0; i < count; ++i) {
            (*m_device)->submit({{}, {}, make(i)}, [](const Answer &answer) {
                if (answer.outcome != Outcome::Done) {
                    qFatal("an act of the benchmark was not done: %s", qPrintable(answer.why));
                }
            });
            if ((i + 1) % actsPerFlush == 0) {
                (*m_device)->flush();
            }
        }
        (*m_device)->flush();
    }
    [[nodiscard]] DayView day() { return (*m_device)->day(); }

private:
    std::unique_ptr<BenchDevice> m_device;
};

Command postIn(int i)
{
    posts::In command;
    command.post = nameOf("post", i / peopleAPost);
    command.staff = nameOf("S", i);
    return command;
}

Command postOut(int i)
{
    posts::Out command;
    command.staff = nameOf("S", i);
    command.overrideReason = QStringLiteral("gone home");
    return command;
}

Command incident()
{
    incidents::Open command;
    command.zone = samplePlan().zones.front().code;
    command.types = {QStringLiteral("spill")};
    command.text = QStringLiteral("water on the floor");
    return command;
}

Command note(const QString &number)
{
    incidents::Note command;
    command.incident = number;
    command.text = QStringLiteral("still wet");
    return command;
}

Command closed(const QString &number)
{
    incidents::Change command;
    command.incident = number;
    command.state = incidents::State::Closed;
    command.reason = QStringLiteral("dry");
    return command;
}

Command cue(int i, cues::Step step)
{
    cues::Advance command;
    command.cue = nameOf("cue", i);
    command.step = step;
    return command;
}

void mustBeDone(const Answer &answer)
{
    if (answer.outcome != Outcome::Done) {
        qFatal("an act of the benchmark was not done: %s", qPrintable(answer.why));
    }
}

/// @p count incidents, each noted as often as it may be and closed: milliseconds for one of them.
double logMany(PeopleHub &hub, int count)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        const auto number = hub.one(incident()).number;
        hub.many(entriesEach, [&](int) { return note(number); });
        mustBeDone(hub.one(closed(number)));
    }
    return double(timer.nsecsElapsed()) / 1e6 / count;
}

Line lineOf(const char *name, const Times &times, const Times &probe)
{
    return {QStringLiteral("people_%1_p99").arg(QLatin1String(name)),
            times.p99(),
            QStringLiteral("ms"),
            Line::Bound::AtMost,
            std::max(5.0, 3 * probe.p99()),
            times.p99() / probe.p99(),
            QJsonObject{{QStringLiteral("ours"), times.toJson()}, {QStringLiteral("probe"), probe.toJson()}}};
}

}  // namespace

std::vector<Line> benchPeople(const QString &folder, Scale scale)
{
    constexpr int openLeft = 40;
    const Sizes sizes{scale.of(2'000, 100), scale.of(5'000, 60), scale.of(300, 30), scale.of(100, 10),
                      scale.of(200, 20)};
    const int rounds = scale.of(300, 20);
    BenchEvent event(folder + QStringLiteral("/people"), 1'000, 2);
    PeopleHub hub(event, sizes);
    hub.many(sizes.staff - rounds, &postIn);
    const int sample = sizes.incidents / 10;
    const double early = logMany(hub, sample);
    std::ignore = logMany(hub, sizes.incidents - 2 * sample);
    const double late = logMany(hub, sample);
    hub.many(openLeft, [](int) { return incident(); });
    hub.many(sizes.cues / 2, [](int i) { return cue(i, cues::Step::Go); });
    BareCommit bare(folder + QStringLiteral("/bare-people.db"));
    Times probe;
    Times in;
    Times out;
    Times logged;
    Times noted;
    Times called;
    Times view;
    for (int i = 0; i < rounds; ++i) {
        probe.measure([&] { bare.run(); });
        const int who = sizes.staff - rounds + i;
        in.measure([&] { mustBeDone(hub.one(postIn(who))); });
        out.measure([&] { mustBeDone(hub.one(postOut(who))); });
        Answer answer;
        logged.measure([&] { answer = hub.one(incident()); });
        mustBeDone(answer);
        noted.measure([&] { mustBeDone(hub.one(note(answer.number))); });
        mustBeDone(hub.one(closed(answer.number)));
        const auto step = i % 2 == 0 ? cues::Step::Go : cues::Step::Reset;
        called.measure([&] { mustBeDone(hub.one(cue(sizes.cues - 1, step))); });
        view.measure([&] { std::ignore = hub.day(); });
    }
    return {lineOf("post_in", in, probe),
            lineOf("post_out", out, probe),
            lineOf("incident", logged, probe),
            lineOf("incident_note", noted, probe),
            lineOf("cue", called, probe),
            {QStringLiteral("people_status_p99"),
             view.p99(),
             QStringLiteral("ms"),
             Line::Bound::AtMost,
             50,
             {},
             QJsonObject{{QStringLiteral("ours"), view.toJson()}}},
            {QStringLiteral("people_fold_growth"), late / early, QStringLiteral("x"), Line::Bound::AtMost, 1.5,
             late / early, QJsonObject{{QStringLiteral("early_ms"), early}, {QStringLiteral("late_ms"), late}}}};
}

}  // namespace muster::bench
