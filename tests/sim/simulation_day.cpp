// What people of ours do on a simulated day: posts, incidents, the run of show, things and documents, modes, messages.
#include "core/venue/cues/tasks.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/posts.h"
#include "tests/sim/oracle_day.h"
#include "tests/sim/simulation.h"

namespace muster::sim {
namespace {

template<class Things>
auto anyFrom(const Things &things, test::SeededRandom &random)
{
    return things[random.below(std::size(things))];
}

const std::array people{QStringLiteral("amy"), QStringLiteral("bob"), QStringLiteral("sam")};
const std::array postCodes{QStringLiteral("door"), QStringLiteral("door"), QStringLiteral("head"),
                           QStringLiteral("pool")};
const std::array places{QStringLiteral("A"), QStringLiteral("H")};

}  // namespace

/// How many of a hundred guests somebody of ours is busy beside: some days are theirs.
unsigned Simulation::busyness() const
{
    static constexpr std::array percents{20U, 20U, 40U, 80U};
    test::SeededRandom random(m_options.seed + 177);
    return percents[random.below(percents.size())];
}

void Simulation::besides()
{
    const auto what = m_random.below(100);
    if (what < 20) {
        postWork();
    } else if (what < 29) {
        careWork();
    } else if (what < 50) {
        incidentWork();
    } else if (what < 61) {
        materialWork();
    } else if (what < 69) {
        modeWork();
    } else if (what < 77) {
        messageWork();
    } else if (what < 81) {
        alertWork(2);
    } else {
        courseWork(2);
    }
}

/// Badges in and out, hands over, pauses, is sent, at any desk; with a word where a rule says no.
void Simulation::postWork()
{
    const int index = anyStation(true);
    const auto staff = anyFrom(people, m_random);
    const auto why = m_random.chance(60) ? QStringLiteral("as the lead said") : QString();
    const auto what = m_random.below(100);
    if (what < 40) {
        posts::In in{anyFrom(postCodes, m_random), staff, {}, {}, why};
        if (m_random.chance(50) && station(index).isUp()) {  // In the place of somebody who stands there.
            std::ignore = station(index).device().journal().read([&](State &state) {
                for (const auto &step : posts::everybody(state)) {
                    if (step.whereabouts == Whereabouts::Standing && step.staff != staff) {
                        in.post = step.place;
                        in.relieves = step.staff;
                    }
                }
            });
        }
        in.ticks = m_random.chance(30) ? QStringList{QStringLiteral("badge")} : QStringList();
        if (m_random.chance(15)) {
            in.happenedAt =
                station(index).isUp()
                    ? std::optional(station(index).clock().wall() - std::chrono::seconds(m_random.below(90)))
                    : std::nullopt;
        }
        submitImpatiently(index, in);
    } else if (what < 58) {
        submitImpatiently(index, posts::Out{{}, staff, why, {}});
    } else if (what < 68) {
        submitImpatiently(index, posts::Pause{staff, m_random.chance(50) ? ShiftKind::Break : ShiftKind::Meal,
                                              m_random.chance(60), why});
    } else {
        runPosts(staff, why);
    }
}

void Simulation::runPosts(const QString &staff, const QString &why)
{
    const int index = anyOf(m_random.chance(50) ? QStringLiteral("greeter") : QStringLiteral("zone"));
    const auto what = m_random.below(3);
    if (what == 0) {
        submitImpatiently(index, posts::Tick{staff, QStringLiteral("badge"), m_random.chance(50)});
    } else if (what == 1) {
        submitImpatiently(index, posts::NameRelief{anyFrom(postCodes, m_random), {}, anyFrom(people, m_random), {}});
    } else {
        const auto target = m_random.chance(50) ? QStringLiteral("door") : anyFrom(places, m_random);
        submitImpatiently(index, posts::Dispatch{staff, target, posts::DispatchState(m_random.below(4)), why, {}});
    }
}

/// Gear from hand to hand, who was seen when names were read out, who came to help, and tries at a PIN.
void Simulation::careWork()
{
    const auto what = m_random.below(100);
    if (what < 45) {
        hand(QStringLiteral("radio-%1").arg(m_random.below(2)), 2);
    } else if (what < 75) {
        posts::CallRoll call{QStringLiteral("park"), {}, {}, {}, m_random.chance(50)};
        if (m_random.chance(50)) {
            call.staff = anyFrom(people, m_random);
        } else {
            call.guest = m_genesis.guest(int(m_random.below(3)));
        }
        submitImpatiently(anyStation(true), call);
    } else if (what < 83) {
        submitImpatiently(anyOf(QStringLiteral("greeter")),
                          posts::AddHelper{QStringLiteral("Nora"), {}, {}, {QStringLiteral("usher")}, {}});
    } else {
        // Not one of the right shape: that costs nothing to find out, and counts as a try.
        const int index = anyOf(QStringLiteral("greeter"));
        for (auto tries = m_random.below(8); tries > 0; --tries) {
            submit(index, staff::SignOn{Genesis::withPin(), QStringLiteral("12")});
        }
        if (m_random.chance(3)) {
            submit(index, staff::SignOn{Genesis::withPin(), Genesis::pin()});
        }
    }
}

void Simulation::hand(const QString &tag, int left)
{
    submitImpatiently(anyStation(true), posts::SetGear{tag, anyFrom(people, m_random), m_random.chance(75), {}});
    if (left > 0 && m_random.chance(75)) {
        soon([this, tag, left] { hand(tag, left - 1); });
    }
}

QString Simulation::wordsOf(const char *what, bool isRestricted)
{
    return QStringLiteral("%1 %2 of %3")
        .arg(isRestricted ? DayOracle::secretWords() : QStringLiteral("open words"), QLatin1String(what))
        .arg(m_requests.size());
}

void Simulation::openIncident()
{
    incidents::Open open;
    open.types = {anyFrom(std::array{QStringLiteral("spill"), QStringLiteral("spill"), QStringLiteral("medical"),
                                     QStringLiteral("child"), QStringLiteral("lost")},
                          m_random)};
    open.isRestricted = m_random.chance(25);
    open.zone = anyFrom(places, m_random);
    open.text = wordsOf("opening", open.isRestricted || open.types.contains(QStringLiteral("medical")));
    if (m_random.chance(12)) {
        for (int i = 0; i < int(m_stations.size()); ++i) {
            submit(i, open);
        }
        return;
    }
    submitImpatiently(anyStation(false), open);
}

/// One of those that a device knows, mostly a late one.
void Simulation::incidentWork()
{
    const int index = anyStation(true);
    std::optional<incidents::Incident> incident;
    std::vector<incidents::Entry> entries;
    if (station(index).isUp() && m_random.chance(75)) {
        std::ignore = station(index).device().journal().read([&](State &state) {
            auto all = incidents::open(state, 20);
            std::ranges::move(incidents::closed(state, 3), std::back_inserter(all));
            if (!all.empty()) {
                incident = all[all.size() - 1 - m_random.below(std::min<std::size_t>(all.size(), 4))];
                entries = incidents::entriesOf(state, incident->operation);
            }
        });
    }
    if (!incident) {
        openIncident();
        return;
    }
    const auto &number = incident->number;
    const auto what = m_random.below(100);
    if (what < 25) {
        incidents::Note note{number, wordsOf("note", incident->isRestricted), {}, {}};
        if (!entries.empty() && m_random.chance(20)) {
            note.corrects = anyFrom(entries, m_random).operation;
        }
        submitImpatiently(index, note);
    } else if (what < 40) {
        const auto entry = entries.empty() ? incident->operation : anyFrom(entries, m_random).operation;
        submitImpatiently(index, incidents::Strike{entry, wordsOf("strike", incident->isRestricted)});
    } else if (what < 62) {
        changeIncident(index, number);
    } else {
        followIncident(index, *incident);
    }
}

void Simulation::changeIncident(int index, const QString &number)
{
    incidents::Change change;
    change.incident = number;
    if (m_random.chance(70)) {
        change.state = incidents::State(m_random.below(4));
        change.reason = QStringLiteral("open words");
    }
    if (m_random.chance(30)) {
        change.isUrgent = m_random.chance(50);
    }
    if (m_random.chance(20)) {
        change.types = QStringList{anyFrom(std::array{QStringLiteral("spill"), QStringLiteral("child")}, m_random)};
    }
    change.zone = m_random.chance(20) ? anyFrom(places, m_random) : QString();
    submitImpatiently(index, change);
}

void Simulation::followIncident(int index, const incidents::Incident &incident)
{
    const auto &number = incident.number;
    const auto what = m_random.below(100);
    if (what < 45) {
        submitImpatiently(
            index,
            incidents::Assign{number, anyFrom(people, m_random), {}, incidents::AssigneeState(m_random.below(5))});
    } else if (what < 65) {
        const auto item = m_random.chance(50) ? QStringLiteral("mop") : QStringLiteral("sign");
        submitImpatiently(index, incidents::Check{number, item, m_random.chance(60)});
    } else if (what < 80) {
        QString other;
        std::ignore = station(index).device().journal().read([&](State &state) {
            const auto all = incidents::open(state, 5);
            other = all.empty() ? number : anyFrom(all, m_random).number;
        });
        submitImpatiently(index,
                          incidents::Link{number, other, incidents::LinkKind(m_random.below(2)), m_random.chance(70)});
    } else if (what < 90) {
        submitImpatiently(index, incidents::AcknowledgeWatch{number, {}});
    } else {
        submitImpatiently(index, incidents::GiveBack{number, DayOracle::secretWords(), QStringLiteral("a card"),
                                                     QStringLiteral("a name")});
    }
}

void Simulation::materialWork()
{
    if (m_random.chance(45)) {
        const auto step = materials::Step(m_random.below(6));
        const int count = m_random.chance(80) ? 1 + int(m_random.below(5)) : -1;
        submitImpatiently(anyStation(true), materials::Move{QStringLiteral("chairs"), step, count, {}, {}, {}});
        return;
    }
    materials::Mark mark;
    mark.material = QStringLiteral("forms");
    mark.from = 1 + int(m_random.below(Genesis::serialCount));
    mark.to = m_random.chance(60) ? mark.from : std::min(Genesis::serialCount, mark.from + int(m_random.below(4)));
    mark.note = QStringLiteral("torn");
    // At one desk, or by two people who see the same sheet differently.
    for (auto desks = m_random.chance(40) ? 2 : 1; desks > 0; --desks) {
        mark.step = materials::SerialStep(m_random.below(4));
        submitImpatiently(anyOf(m_random.chance(60) ? QStringLiteral("counter") : QStringLiteral("zone")), mark);
    }
}

/// The hall by the coordinator, for a moment only: else nothing else would happen; a zone by whoever leads it.
void Simulation::modeWork()
{
    const bool isHall = m_random.chance(25);
    const int index = isHall ? anyOf(QStringLiteral("coordinator")) : anyOf(QStringLiteral("zone"));
    const auto place = isHall ? QString() : anyFrom(places, m_random);
    submitImpatiently(index, modes::SetMode{place, modes::Mode(m_random.below(4)), QStringLiteral("as it must be")});
    const auto again = [this, index, place] {
        submit(index, modes::SetMode{place, modes::Mode::Normal, QStringLiteral("all clear")});
    };
    m_agenda.in(300 + SimTime(m_random.below(isHall ? 1'200 : 6'000)), [this, again] {
        if (!m_isHealing) {
            again();
        }
    });
}

/// Everything takes guests in again.
void Simulation::clearModes()
{
    std::vector<ModeView> views;
    const int desk = hub();
    std::ignore = station(desk).device().journal().read([&](State &state) {
        static const auto plan = Genesis::plan();
        views = modes::viewsOf(state, plan);
    });
    for (const auto &view : views) {
        if (view.mode != modes::Mode::Normal) {
            submit(desk, modes::SetMode{view.place, modes::Mode::Normal, QStringLiteral("all clear")});
        }
    }
}

void Simulation::messageWork()
{
    const int index = anyStation(true);
    std::vector<MessageView> views;
    if (station(index).isUp() && m_random.chance(75)) {
        static const auto plan = Genesis::plan();
        std::ignore =
            station(index).device().journal().read([&](State &state) { views = messages::viewsOf(state, plan); });
    }
    if (views.empty()) {
        const auto to = anyFrom(
            std::array{QStringLiteral("all"), QStringLiteral("role:greeter"), QStringLiteral("zone:A")}, m_random);
        submitImpatiently(anyOf(QStringLiteral("coordinator")), messages::Say{to, wordsOf("broadcast", false)});
        soon([this] { messageWork(); });
        return;
    }
    submitImpatiently(index, messages::MarkRead{views[m_random.below(std::min<std::size_t>(views.size(), 2))].id});
}

/// A bell rings, somebody answers it, for good or to look again; and it rings once more.
void Simulation::alertWork(int left)
{
    const int bell = 1 + int(m_random.below(2));
    if (m_random.chance(55)) {
        submitImpatiently(bell, CallStaff{QStringLiteral("help")});
    } else {
        const auto alert = QStringLiteral("staff_called:") + Genesis::stationOf(bell);
        submitImpatiently(anyStation(true), AcknowledgeAlert{alert, m_random.chance(70) ? 0 : 5});
    }
    if (left > 0) {
        soon([this, left] { alertWork(left - 1); });
    }
}

/// The run of show, its tasks and rounds, and the phase of the day; one thing leads to the next.
void Simulation::courseWork(int left)
{
    const auto why = m_random.chance(60) ? QStringLiteral("the stage said so") : QString();
    const auto what = m_random.below(100);
    if (what < 45) {
        cues::Advance advance;
        advance.cue = m_random.chance(70) ? QStringLiteral("doors") : QStringLiteral("speech");
        advance.step = anyFrom(std::array{cues::Step::Go, cues::Step::Go, cues::Step::Hold, cues::Step::Done,
                                          cues::Step::Skip, cues::Step::Reset, cues::Step::Reset, cues::Step::Shift},
                               m_random);
        advance.minutes = int(m_random.below(9)) - 4;
        advance.overrideReason = why;
        submitImpatiently(anyOf(QStringLiteral("coordinator")), advance);
    } else if (what < 80) {
        static const std::array codes{QStringLiteral("sweep"), QStringLiteral("sweep"), QStringLiteral("press"),
                                      QStringLiteral("tour")};
        tasks::Advance advance;
        advance.task = anyFrom(codes, m_random);
        advance.step = anyFrom(std::array{tasks::Step::Start, tasks::Step::Done, tasks::Step::Done, tasks::Step::Reopen,
                                          tasks::Step::Reopen, tasks::Step::Skip},
                               m_random);
        advance.evidence = wordsOf("proof", false);
        advance.scanned = m_random.chance(80) ? tasks::codeSheetOf(m_genesis.event, QStringLiteral("H")) : QByteArray();
        advance.overrideReason = why;
        submitImpatiently(anyStation(true), advance);
    } else if (what < 86) {
        submitImpatiently(anyOf(QStringLiteral("zone")),
                          tasks::Add{wordsOf("task", false), anyFrom(people, m_random), {}, {}});
    } else if (what < 93) {
        submitImpatiently(anyOf(QStringLiteral("zone")),
                          tasks::Assign{QStringLiteral("sweep"), anyFrom(people, m_random)});
    } else {
        submitImpatiently(anyOf(QStringLiteral("coordinator")), tasks::SetPhase{Phase(m_random.below(4)), why});
    }
    if (left > 0) {
        soon([this, left] { courseWork(left - 1); });
    }
}

}  // namespace muster::sim
