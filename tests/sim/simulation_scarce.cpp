// What people do on a simulated day with what is given once: numbers, calls, prizes, units.
#include "core/venue/guests/presence.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/units/units.h"
#include "tests/sim/simulation.h"

namespace muster::sim {
namespace {

template<class Things>
auto anyFrom(const Things &things, test::SeededRandom &random)
{
    return things[random.below(std::size(things))];
}

const std::array prizeCodes{QStringLiteral("gift"), QStringLiteral("bag"), QStringLiteral("pin"),
                            QStringLiteral("perk"), QStringLiteral("trip")};

const std::array serviceCodes{QStringLiteral("consult"), QStringLiteral("consult"), QStringLiteral("advice"),
                              QStringLiteral("tour")};

}  // namespace

int Simulation::anyOf(const QString &role)
{
    std::vector<int> found;
    for (int i = 0; i < int(m_stations.size()); ++i) {
        if (station(i).isUp() && Genesis::roleOf(i) == role) {
            found.push_back(i);
        }
    }
    return found.empty() || m_random.chance(8) ? hub() : anyFrom(found, m_random);
}

void Simulation::submitImpatiently(int index, const Command &command)
{
    submit(index, command);
    if (m_random.chance(15)) {
        m_agenda.in(SimTime(m_random.below(200)), [this, index, command] {
            if (!m_isHealing) {
                submit(index, command);
            }
        });
    }
}

void Simulation::wanting()
{
    const auto what = m_random.below(100);
    if (what < 22) {
        takeNumber();
    } else if (what < 53) {
        counterWork();
    } else if (what < 83) {
        prizeWork();
    } else {
        unitWork();
    }
}

void Simulation::takeNumber()
{
    queues::Issue issue;
    issue.series =
        anyFrom(std::array{QStringLiteral("a"), QStringLiteral("a"), QStringLiteral("a"), QStringLiteral("b"),
                           QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("t"), QStringLiteral("t")},
                m_random);
    issue.payload = m_random.chance(70) ? anyCode() : QByteArray();
    issue.persons = 1 + int(m_random.below(3));
    if (m_random.chance(10)) {
        issue.priority = QStringLiteral("vip");
    }
    if (!issue.payload.isEmpty() && m_random.chance(10)) {
        trace(QStringLiteral("%1 wants a number at every device at once").arg(QString::fromLatin1(issue.payload)));
        for (int i = 0; i < int(m_stations.size()); ++i) {
            submit(i, issue);
        }
        return;
    }
    submitImpatiently(anyStation(false), issue);
}

void Simulation::counterWork()
{
    const int index = m_random.chance(20) ? anyOf(QStringLiteral("greeter")) : anyOf(QStringLiteral("counter"));
    if (!station(index).isUp()) {
        return;
    }
    const auto what = m_random.below(100);
    if (what < 12) {
        callBatch();
    } else if (what < 20) {
        setOwner(Genesis::codeOf(int(m_random.below(3))), 2);
    } else if (what < 28) {
        queues::SetCounter work;
        work.counter = index == 0 ? Genesis::stationOf(2) : QString();
        work.isOpen = m_random.chance(75);
        submit(index, work);
    } else if (what < 60) {
        queues::Call call;
        call.counter = index == 0 ? Genesis::stationOf(2) : QString();
        if (m_random.chance(20)) {
            std::ignore = station(index).device().journal().read([&](State &state) {
                const auto waiting =
                    queues::inPhase(state, anyFrom(serviceCodes, m_random), queues::Phase::Waiting, 10);
                call.ticket = waiting.empty() ? QString() : anyFrom(waiting, m_random).number;
            });
        }
        submitImpatiently(index, call);
    } else {
        advanceTicket(index);
    }
}

void Simulation::advanceTicket(int index)
{
    using queues::Step;
    std::vector<queues::Ticket> tickets;
    std::ignore = station(index).device().journal().read([&](State &state) {
        tickets = queues::atCounter(state, Genesis::stationOf(index));
        if (tickets.empty() || m_random.chance(10)) {  // Out of turn, or what is not theirs.
            for (const auto phase : {queues::Phase::Waiting, queues::Phase::Parked, queues::Phase::Called}) {
                std::ranges::move(queues::inPhase(state, anyFrom(serviceCodes, m_random), phase, 4),
                                  std::back_inserter(tickets));
            }
        }
    });
    if (tickets.empty()) {
        return;
    }
    queues::Advance advance;
    advance.ticket = anyFrom(tickets, m_random).number;
    advance.step = anyFrom(std::array{Step::Arrive, Step::Arrive, Step::Finish, Step::Finish, Step::Finish,
                                      Step::NoShow, Step::NoShow, Step::Recall, Step::Hold, Step::Resume,
                                      Step::Transfer, Step::Park, Step::Cancel},
                           m_random);
    if (advance.step == Step::Transfer) {
        advance.service = anyFrom(
            std::array{QString(), QStringLiteral("consult"), QStringLiteral("cashier"), QStringLiteral("advice")},
            m_random);
        const auto to = m_random.below(3);
        advance.counter = to == 0 ? Genesis::stationOf(m_random.chance(60) ? 2 : 5) : QString();
        advance.person = to == 1 ? Genesis::consultantAt(m_random.chance(60) ? 2 : 5) : QString();
    }
    submitImpatiently(index, advance);
}

/// Whose guest it is, said at one counter and then at another.
void Simulation::setOwner(const QByteArray &code, int left)
{
    const int index = anyOf(QStringLiteral("counter"));
    submit(index, queues::SetOwner{code,
                                   {},
                                   Genesis::consultantAt(m_random.chance(60) ? 2 : 5),
                                   m_random.chance(80) ? QStringLiteral("as they asked") : QString()});
    if (left > 0 && m_random.chance(70)) {
        soon([this, code, left] { setOwner(code, left - 1); });
    }
}

/// The next households of the tour; then its roll: some are late.
void Simulation::callBatch()
{
    const int index = m_random.chance(92) ? 0 : anyOf(QStringLiteral("counter"));
    if (!station(index).isUp()) {
        return;
    }
    std::vector<queues::Ticket> called;
    std::ignore = station(index).device().journal().read(
        [&](State &state) { called = queues::inPhase(state, QStringLiteral("tour"), queues::Phase::Batched, 10); });
    if (called.empty() || m_random.chance(25)) {
        submit(index, queues::CallBatch{QStringLiteral("tour"), int(m_random.below(4)), 0});
        soon([this] { callBatch(); });
        return;
    }
    for (const auto &ticket : called) {
        if (m_random.chance(70)) {
            submitImpatiently(index, queues::Roll{ticket.number, m_random.chance(70)});
        }
    }
}

/// Mostly of a guest who has come, as @p index knows; a few of them again and again.
QByteArray Simulation::anyCodeInside(int index)
{
    if (!station(index).isUp()) {
        return anyCode();
    }
    std::vector<int> found;
    std::ignore = station(index).device().journal().read([&](State &state) {
        for (int i = 0; i < Genesis::guestCount && found.size() < 4; ++i) {
            if (presence::dayOf(state, Genesis::instance().guest(i)).standingIns > 0) {
                found.push_back(i);
            }
        }
    });
    return found.empty() || m_random.chance(15) ? anyCode() : Genesis::codeOf(anyFrom(found, m_random));
}

void Simulation::prizeWork()
{
    const int index = m_random.chance(15) ? anyOf(QStringLiteral("greeter")) : anyOf(QStringLiteral("prize"));
    if (!station(index).isUp()) {
        return;
    }
    const auto what = m_random.below(100);
    if (what < 60) {
        prizes::Redeem redeem;
        redeem.prize = anyFrom(prizeCodes, m_random);
        redeem.payload = anyCodeFor(index, redeem.prize);
        if (m_random.chance(12)) {
            trace(QStringLiteral("%1 wants a prize everywhere").arg(QString::fromLatin1(redeem.payload)));
            for (int i = 0; i < int(m_stations.size()); ++i) {
                submit(i, redeem);
            }
            return;
        }
        submitImpatiently(index, redeem);
    } else if (what < 88) {
        settleGrant(index);
    } else {
        countStock(index);
    }
}

/// It is in the guest's hands, or it is not after all: mostly by the desk itself, now and then by the coordinator.
void Simulation::settleGrant(int index)
{
    std::vector<prizes::Given> open;
    std::ignore = station(index).device().journal().read([&](State &state) { open = prizes::open(state, 30); });
    std::erase_if(open, [&](const auto &given) { return given.stream.origin != station(index).id() && index != 0; });
    if (open.empty()) {
        return;
    }
    const auto grant = anyFrom(open, m_random).operation;
    if (m_random.chance(60)) {
        prizes::HandOver handOver;
        handOver.grant = grant;
        submitImpatiently(index, handOver);
    } else {
        submitImpatiently(index, prizes::Cancel{grant, QStringLiteral("they left")});
    }
}

void Simulation::countStock(int index)
{
    prizes::AdjustStock adjust;
    adjust.prize = anyFrom(prizeCodes, m_random);
    adjust.change = prizes::Change(m_random.below(3));
    adjust.count = 1 + int(m_random.below(3));
    adjust.reason = QStringLiteral("counted");
    if (adjust.change == prizes::Change::Transfer) {
        const int to = index == 0 ? 3 : anyFrom(std::array{0, 3, 6}, m_random);
        adjust.toDesk = to == 0 ? QString() : Genesis::stationOf(to);
    }
    submitImpatiently(index, adjust);
}

void Simulation::unitWork()
{
    using units::Step;
    const int index = anyOf(QStringLiteral("counter"));
    if (!station(index).isUp()) {
        return;
    }
    if (index == 0 && m_random.chance(20)) {
        submit(hub(), units::Freeze{m_random.chance(40), QStringLiteral("the board is checked")});
        return;
    }
    units::Advance advance;
    advance.unit = Genesis::unitOf(int(m_random.chance(60) ? m_random.below(3) : m_random.below(Genesis::unitCount)));
    advance.step = anyFrom(
        std::array{Step::Hold, Step::Hold, Step::Hold, Step::Subscribe, Step::Subscribe, Step::Release, Step::Sign},
        m_random);
    advance.payload = anyCode();
    advance.reason = QStringLiteral("as they wish");
    if (m_random.chance(12)) {
        trace(QStringLiteral("%1 is wanted at every desk").arg(advance.unit));
        for (int i = 0; i < int(m_stations.size()); ++i) {
            advance.payload = anyCode();
            submit(i, advance);
        }
        return;
    }
    submitImpatiently(index, advance);
}

/// The coordinator confirms that earlier lives of restored devices, and revoked devices, are off for good.
void Simulation::loseDevices()
{
    const int desk = hub();
    if (!station(desk).isUp()) {
        return;
    }
    for (const int i : m_present) {
        bool isFrozen = false;
        std::ignore = station(desk).device().journal().read(
            [&](State &state) { isFrozen = i != desk && !rights::frozenLives(state, station(i).id()).empty(); });
        // A device whose present life is not known yet may be at work with what it holds.
        if (isFrozen && (m_isRevoked[std::size_t(i)] || (station(i).isUp() && m_network->isLinked(i, desk)))) {
            submit(desk, DeclareLost{station(i).id(), {}, QStringLiteral("off for good")});
        }
    }
}

/// Whoever waits for the tour is called, and comes.
void Simulation::rollAll()
{
    submit(hub(), queues::CallBatch{QStringLiteral("tour"), 500, 0});
    m_agenda.runUntil(m_agenda.now() + 50);
    std::vector<queues::Ticket> called;
    std::ignore = station(hub()).device().journal().read(
        [&](State &state) { called = queues::inPhase(state, QStringLiteral("tour"), queues::Phase::Batched, 500); });
    for (const auto &ticket : called) {
        submit(hub(), queues::Roll{ticket.number, true});
    }
    m_agenda.runUntil(m_agenda.now() + 50);
}

/// All is well: every counter is open and works until nobody waits.
void Simulation::serveEverybody()
{
    m_network->setDelays(3);
    std::vector<int> counters;
    for (auto *machine : everybody()) {
        const auto role = Genesis::roleOf(machine->index());
        if (role == QLatin1String("counter") || role == QLatin1String("greeter")) {
            counters.push_back(machine->index());
            submit(machine->index(), queues::SetCounter{});
        }
    }
    m_agenda.runUntil(m_agenda.now() + 1'000);  // What is still on its way at the old pace arrives.
    for (int round = 0; round < 60 && m_report.violations.empty(); ++round) {
        rollAll();
        const auto first = m_requests.size();
        for (const int counter : counters) {
            submit(counter, queues::Call{});
        }
        m_agenda.runUntil(m_agenda.now() + 200);
        bool isCalled = false;
        bool isCutOff = false;  // A counter that has not noticed yet that its link is dead.
        for (std::size_t i = first; i < first + counters.size(); ++i) {
            const auto number = m_requests[i].number;
            isCalled = isCalled || !number.isEmpty();
            isCutOff = isCutOff || m_requests[i].outcome == Outcome::NothingOnDeck;
            if (!number.isEmpty()) {
                queues::Advance finish;
                finish.ticket = number;
                submit(m_requests[i].station, finish);
            }
        }
        m_agenda.runUntil(m_agenda.now() + (isCalled ? 200 : 1'000));
        if (!isCalled && !isCutOff) {
            break;
        }
    }
}

}  // namespace muster::sim
