// What people do on a simulated day.
#include "tests/sim/simulation.h"

#include "core/venue/guests/presence.h"
#include "core/venue/scarce/clashes.h"

namespace muster::sim {
namespace {

/// Consultants work at their counters under their own names; leads take back what others did.
QString actorOf(int station, const Command &command)
{
    const bool isCounters =
        std::holds_alternative<queues::Call>(command) || std::holds_alternative<queues::Advance>(command) ||
        std::holds_alternative<queues::SetCounter>(command) || std::holds_alternative<queues::SetOwner>(command);
    const bool isLeads = std::holds_alternative<Annul>(command) || std::holds_alternative<incidents::Strike>(command);
    return isCounters || std::holds_alternative<messages::MarkRead>(command) ? Genesis::consultantAt(station)
           : isLeads                                                         ? QStringLiteral("lea")
                                                                             : QString();
}

/// What people of ours do, whoever the guests are.
bool isBesides(const Command &command)
{
    static const auto first = Command(posts::In{}).index();
    return command.index() >= first || std::holds_alternative<CallStaff>(command);
}

}  // namespace

int Simulation::anyStation(bool isStaffed)
{
    for (int i = 0; i < 20; ++i) {
        const int index = int(m_random.below(m_stations.size()));
        if (station(index).isUp() && (!isStaffed || Genesis::roleOf(index) != QLatin1String("kiosk"))) {
            return index;
        }
    }
    return 0;
}

int Simulation::anyGuest()
{
    // A few guests come again and again, so that acts meet.
    return int(m_random.chance(50) ? m_random.below(4) : m_random.below(Genesis::guestCount));
}

QByteArray Simulation::anyCode() { return Genesis::codeOf(anyGuest()); }

void Simulation::actSoon(int left)
{
    if (left == 0 || m_isHealing) {
        return;
    }
    m_agenda.in(SimTime(m_random.below(quint64(m_actGapMax))), [this, left] {
        if (!m_isHealing) {
            person();
            if (m_random.chance(busyness())) {
                besides();
            }
            actSoon(left - 1);
        }
    });
}

void Simulation::submit(int index, Command command, const RequestId &request, int attempts)
{
    auto &machine = station(index);
    if (!machine.isUp()) {
        return;
    }
    const std::size_t number = m_requests.size();
    auto actor = actorOf(index, command);
    m_requests.push_back(
        {index, machine.life(), {request, std::move(actor), std::move(command)}, m_agenda.now(), false, attempts});
    ++m_report.acts;
    m_besideCount += isBesides(m_requests.back().act.command) ? 1 : 0;
    m_oracle.submitted(index, request);
    const int life = machine.life();
    auto act = m_requests.back().act;
    if (m_plant.command) {
        m_plant.command(act.command);
    }
    machine.device().submit(std::move(act), [this, index, life, number](const Answer &answer) {
        // A device that lost its power in this very step tells nobody.
        if (!station(index).disk().hasCrashed() && station(index).life() == life) {
            answered(number, answer);
        }
    });
    wake(index);
    if (attempts == 1 && !m_isHealing && m_random.chance(30)) {
        m_agenda.in(SimTime(m_random.below(2'500)) + 50, [this, number] { again(number); });
    }
}

/// Whoever was not answered, or was told that it failed, tries again: the same act, so the same request.
void Simulation::again(std::size_t number)
{
    const auto request = m_requests[number];
    if (request.attempts < 3 && !m_isHealing) {
        const auto id = m_plant.isRetryNewRequest ? RequestId::make(m_random) : request.act.request;
        m_oracle.triedAgain(request.act.request, id);
        submit(request.station, request.act.command, id, request.attempts + 1);
    }
}

void Simulation::answered(std::size_t number, Answer answer)
{
    if (m_plant.isFailureShownAsYes && answer.outcome == Outcome::Failed) {
        answer.outcome = Outcome::Admitted;
    }
    auto &request = m_requests[number];
    if (request.isTold) {
        violate(QStringLiteral("one act at device %1 was answered twice").arg(request.station));
    }
    request.isTold = true;
    ++m_report.told;
    trace(QStringLiteral("device %1 tells %2: %3%4 %5")
              .arg(request.station)
              .arg(request.act.request.toHex().left(6), toString(answer.outcome),
                   answer.isProvisional ? QStringLiteral(" (provisional)") : QString(),
                   answer.operation ? answer.operation->toHex().left(8) : QString()));
    m_oracle.told(station(request.station), request.act, answer);
    if (answer.outcome == Outcome::Failed) {
        if (m_agenda.now() > m_diskTrouble[std::size_t(request.station)] + 1'000) {
            violate(QStringLiteral("device %1 fails with a good disk: %2").arg(request.station).arg(answer.reason.en));
        }
        m_agenda.in(1'000, [this, number] { again(number); });
    }
    request.number = answer.number;
    request.outcome = answer.outcome;
    if (std::holds_alternative<zones::Count>(request.act.command) && answer.outcome == Outcome::Done) {
        m_counts.emplace_back(request.station, *answer.operation);
    }
    const bool isRemembered = answer.outcome == Outcome::Admitted && answer.operation;
    if (isRemembered && m_admissions.size() < 1'000) {
        m_admissions.push_back(*answer.operation);
    }
    if (m_isRacing && answer.isProvisional) {
        violate(QStringLiteral("device %1 admits provisionally while all is well").arg(request.station));
    }
}

void Simulation::person()
{
    // They all come at once, and then walk about.
    const bool isRush = m_report.acts - m_besideCount < quint64(m_actCount) / 6;
    const auto [door, floor] = isRush ? Mood{85, 8} : mood();
    const auto where = m_random.below(100);
    if (where >= door) {
        return where < door + floor ? floorWork() : wanting();
    }
    const int index = anyStation(false);
    const auto what = m_random.below(isRush ? 50 : 100);
    SignIn signIn;
    const int guest = isRush ? int(m_random.below(Genesis::guestCount)) : anyGuest();
    signIn.payload = Genesis::codeOf(guest);
    signIn.isEachQuestionAsked = true;
    if (what < 30) {
        const bool mayBring = Genesis::mayBringCompanions(guest) || m_random.chance(10);
        signIn.companions = mayBring ? int(m_random.below(3)) : 0;
        submit(index, signIn);
        if (signIn.companions > 0 && m_random.chance(60)) {  // They go on together.
            soon([this, code = signIn.payload] { walk(code, 1); });
        }
        if (m_random.chance(25)) {  // A second scan by an impatient hand.
            m_agenda.in(SimTime(m_random.below(30)), [this, index, signIn] { submit(index, signIn); });
        }
    } else if (what < 42) {
        atSeveralDevices(signIn.payload);
    } else if (what < 57) {
        signIn.direction = Direction::Out;
        submit(index, signIn);
    } else if (what < 83) {
        // Most of what staff do at the door is done by greeters.
        staff(m_random.chance(50) ? anyOf(QStringLiteral("greeter")) : anyStation(true));
    } else if (what < 86) {
        dispute(signIn);
    } else {
        coordinator();
    }
}

/// A guest comes in by every door that is cut off; some of them are back when it is judged, one comes later.
void Simulation::dispute(const SignIn &signIn)
{
    const int last = int(m_stations.size()) - 1;
    for (int i = 1; i <= last; ++i) {
        const auto set = [this, i](bool isCut) {
            m_network->cut(i, Network::Direction::Out, isCut);
            m_network->cut(i, Network::Direction::In, isCut);
        };
        hit("partition", i);
        set(true);
        m_agenda.in(200 + SimTime(m_random.below(500)), [this, i, signIn] { submit(i, signIn); });
        m_agenda.in(i == last ? 7'000 : 2'000, [set] { set(false); });
    }
    m_agenda.in(5'000 + SimTime(m_random.below(1'500)), [this] {
        if (!m_isHealing && station(hub()).isUp()) {
            judge();
        }
    });
}

void Simulation::atSeveralDevices(const QByteArray &code)
{
    SignIn signIn;
    signIn.payload = code;
    signIn.isEachQuestionAsked = true;
    trace(QStringLiteral("%1 at every device at once").arg(QString::fromLatin1(code)));
    for (int i = 0; i < int(m_stations.size()); ++i) {
        submit(i, signIn);
    }
}

void Simulation::staff(int index)
{
    const auto what = m_random.below(100);
    if (what < 35) {
        MoveGuest move;
        move.payload = anyCode();
        move.zone =
            std::array{QStringLiteral("A"), QStringLiteral("D"), QStringLiteral("E"), QString()}[m_random.below(4)];
        submit(index, move);
    } else if (what < 60) {
        WalkIn walkIn;
        walkIn.guest.classCode = m_random.chance(30) ? QStringLiteral("firm") : QStringLiteral("buyer");
        walkIn.isConsentGiven = true;
        submit(index, walkIn);
    } else if (what < 85) {
        Annul annul;
        annul.reason = QStringLiteral("a mistake");
        annul.payload = anyCode();
        if (!m_admissions.empty() && m_random.chance(60)) {
            annul.target = m_admissions[m_random.below(m_admissions.size())];
        }
        submit(index, annul);
        if (!annul.target && m_random.chance(50)) {  // And once more, as it should have been.
            SignIn again;
            again.payload = annul.payload;
            again.isEachQuestionAsked = true;
            soon([this, index, again] { submit(index, again); });
        }
    } else {
        SignIn forced;
        forced.payload = anyCode();
        forced.isEachQuestionAsked = true;
        forced.overrideReason = QStringLiteral("the director says so");
        if (m_random.chance(30)) {
            forced.happenedAt = station(index).clock().wall() - std::chrono::minutes(m_random.below(200));
        }
        submit(index, forced);
    }
}

void Simulation::coordinator()
{
    const int desk = hub();
    if (!station(desk).isUp()) {
        return;
    }
    const auto what = m_random.below(100);
    if (what < 45) {
        judge();
    } else if (what < 60) {
        submit(desk,
               SetSession{m_random.chance(50) ? QStringLiteral("day") : QStringLiteral("eve"), m_random.chance(75)});
    } else if (what < 80) {
        relist();
    } else if (what < 86) {
        if (m_agenda.now() > m_network->quietSince() + 2'500) {
            loseDevices();  // The coordinator looks first who is there: a ping may still be on its way.
        }
    } else if (what < 92) {
        submit(desk, ResetDay{QStringLiteral("rehearsal")});
    } else if (what < 96) {
        submit(desk, AcknowledgeAlert{QStringLiteral("vip:") + Genesis::instance().guest(4).toHex(), 0});
    } else if (m_present.size() > 4 && std::ranges::count(m_isRevoked, true) == 0) {
        const int lost =
            *std::ranges::find_if(m_present.rbegin(), m_present.rend(), [](int i) { return !Genesis::isStandby(i); });
        hit("device revoked", lost);
        m_isRevoked[std::size_t(lost)] = true;
        m_oracle.revoked(lost);
        submit(desk, RevokeDevice{station(lost).id(), QStringLiteral("stolen")});
    }
}

/// One of the conflicts, open or closed, with a reason.
void Simulation::judge()
{
    const int desk = hub();
    std::vector<ConflictId> open;
    std::ignore = station(desk).device().journal().read([&](State &state) {
        std::ranges::transform(presence::conflicts(state, 100), std::back_inserter(open), &presence::Conflict::id);
        std::ranges::transform(clashes::list(state, 100), std::back_inserter(open), &clashes::Clash::id);
    });
    if (!open.empty()) {
        ResolveConflict judgement;
        judgement.conflict = open[m_random.below(open.size())];
        judgement.decision = Decision(m_random.below(4));
        judgement.reason = QStringLiteral("judged");
        submit(desk, judgement);
    }
}

void Simulation::relist()
{
    const int desk = hub();
    trace(QStringLiteral("the list is imported again"));
    const auto stored = station(desk).device().append([this](State &state, const EventSetup &) {
        std::vector<guests::Guest> list;
        for (int i = 0; i < 6; ++i) {
            const int guest = int(m_random.below(Genesis::guestCount));
            const auto known = guests::find(state, Genesis::instance().guest(guest));
            const auto status = m_random.chance(70) ? GuestStatus::Valid : GuestStatus(m_random.below(5));
            list.push_back(Genesis::instance().listed(guest, status, known ? known->version + 1 : 1));
        }
        return std::vector<Draft>{guests::listed(list)};
    });
    std::ignore = stored;  // A full disk: it is imported another time.
    if (!station(desk).disk().hasCrashed()) {
        m_oracle.observe(station(desk));
    }
    wake(desk);
}

/// All is well: one guest at every device in the same millisecond is let in once.
void Simulation::race(const char *when)
{
    if (!m_report.violations.empty()) {
        return;
    }
    m_network->setDelays(3);
    const int desk = hub();
    submit(desk, SetSession{QStringLiteral("day"), true});
    clearModes();
    m_agenda.runUntil(m_agenda.now() + 2'000);
    m_isRacing = true;
    for (int round = 0; round < 2; ++round) {
        SignIn signIn;
        GuestId racer;
        signIn.isEachQuestionAsked = true;
        std::ignore = station(desk).device().journal().read([&](State &state) {
            for (int i = 0; i < Genesis::guestCount && signIn.payload.isEmpty(); ++i) {
                const int guest = (i + round * 7) % Genesis::guestCount;
                const auto id = Genesis::instance().guest(guest);
                const auto listed = guests::find(state, id);
                const bool isRoomy = listed && listed->classCode == QLatin1String("buyer");
                if (isRoomy && listed->status == GuestStatus::Valid && !presence::dayOf(state, id).isInside &&
                    presence::factsOf(state, id).size() < 12) {
                    signIn.payload = Genesis::codeOf(guest);
                    racer = id;
                }
            }
        });
        if (signIn.payload.isEmpty()) {
            break;
        }
        const std::size_t first = m_requests.size();
        trace(QStringLiteral("race (%1): %2 everywhere").arg(QLatin1String(when), QString::fromLatin1(signIn.payload)));
        for (auto *machine : everybody()) {
            submit(machine->index(), signIn);
        }
        m_agenda.runUntil(m_agenda.now() + 2'000);
        // By operation: an impatient hand may have tried again, which is told again and happened once.
        std::set<OperationHash> admissions;
        std::ignore = station(desk).device().journal().read([&](State &state) {
            for (std::size_t i = first; i < m_requests.size(); ++i) {
                auto &row = state.statement("SELECT op FROM told WHERE request = ? AND guest = ?");
                bindAll(row, m_requests[i].act.request, racer);
                while (row.executeStep()) {
                    admissions.insert(idOf<OperationHash>(row.getColumn(0)));
                }
            }
        });
        const auto admitted = admissions.size();
        if (admitted != 1) {
            violate(QStringLiteral("connected devices admitted one guest %1 times").arg(admitted));
        }
    }
    m_isRacing = false;
}

}  // namespace muster::sim
