// What people do on the floor of a simulated day: they count heads, sell, draw, lend things.
#include "core/venue/draws/draws.h"
#include "core/venue/guests/presence.h"
#include "core/venue/units/sales.h"
#include "core/venue/units/units.h"
#include "core/venue/zones/headcount.h"
#include "tests/sim/simulation.h"

namespace muster::sim {
namespace {

template<class Things>
auto anyFrom(const Things &things, test::SeededRandom &random)
{
    return things[random.below(std::size(things))];
}

const std::array zoneCodes{QStringLiteral("A"), QStringLiteral("D"), QStringLiteral("E"), QStringLiteral("H")};

}  // namespace

Simulation::Mood Simulation::mood() const
{
    static constexpr std::array<Mood, 4> moods{{{45, 25}, {70, 15}, {20, 20}, {20, 60}}};
    test::SeededRandom random(m_options.seed + 77);
    return moods[random.below(moods.size())];
}

void Simulation::soon(std::function<void()> what)
{
    m_agenda.in(300 + SimTime(m_random.below(4'000)), [this, what = std::move(what)] {
        if (!m_isHealing) {
            what();
        }
    });
}

void Simulation::floorWork()
{
    const auto what = m_random.below(100);
    if (what < 35) {
        countHeads();
    } else if (what < 45) {
        const int index = anyStation(true);
        walk(anyCodeInside(index), 3);
    } else if (what < 68) {
        saleWork();
    } else if (what < 88) {
        drawWork(4);
    } else {
        lend();
    }
}

/// At any gate, in and out; a slip is taken back; now and then somebody looks and counts them all.
void Simulation::countHeads()
{
    const int index = anyStation(false);
    const auto zone = zoneCodes[m_random.chance(60) ? 0 : m_random.below(zoneCodes.size())];
    const auto what = m_random.below(100);
    if (what < 22) {
        recount(m_random.chance(50) ? hub() : anyOf(QStringLiteral("greeter")), zone);
    } else if (what < 36) {
        takeBack();
    } else {
        zones::Count count;
        count.zone = zone;
        count.delta = (m_random.chance(65) ? 1 : -1) * (1 + int(m_random.below(3)));
        submitImpatiently(index, count);
    }
}

/// The figure is about right, or has drifted by a few.
void Simulation::recount(int index, const QString &zone)
{
    if (!station(index).isUp()) {
        return;
    }
    int shown = 0;
    std::ignore =
        station(index).device().journal().read([&](State &state) { shown = zones::headcount(state, zone).persons; });
    const int persons = std::max(0, shown + int(m_random.below(7)) - 3);
    submitImpatiently(index, zones::Recount{zone, persons, QStringLiteral("counted")});
    if (m_random.chance(50)) {  // And then somebody finds that they had counted wrong,
        soon([this] { takeBack(); });
    } else if (m_random.chance(50)) {  // or counts the heads once more.
        const int other = index == 0 ? anyOf(QStringLiteral("greeter")) : hub();
        soon([this, other, zone] { recount(other, zone); });
    }
}

/// One of the last counts, mostly by its own gate.
void Simulation::takeBack()
{
    if (m_counts.empty()) {
        return;
    }
    const auto back = m_random.below(std::min<quint64>(m_counts.size(), 6));
    const auto &[station, count] = m_counts[m_counts.size() - 1 - back];
    zones::Count undo;
    undo.undoes = count;
    submitImpatiently(m_random.chance(70) ? station : anyStation(false), undo);
}

/// From zone to zone, scanned at each door.
void Simulation::walk(const QByteArray &code, int left)
{
    MoveGuest move;
    move.payload = code;
    move.zone = anyFrom(zoneCodes, m_random);
    submitImpatiently(anyStation(true), move);
    if (left > 0 && m_random.chance(75)) {
        soon([this, code, left] { walk(code, left - 1); });
    }
}

void Simulation::saleWork()
{
    const int index = anyOf(m_random.chance(70) ? QStringLiteral("counter") : QStringLiteral("prize"));
    if (!station(index).isUp()) {
        return;
    }
    if (m_random.chance(60)) {
        sales::Record sale;
        if (m_random.chance(25)) {
            sale.unit = Genesis::unitOf(int(m_random.below(Genesis::unitCount)));
        } else {
            sale.merchant = m_random.chance(60) ? QStringLiteral("shop") : QStringLiteral("cafe");
        }
        sale.amount = 100 + qint64(m_random.below(100'000));
        sale.payment = sales::Payment(m_random.below(5));
        sale.document = QStringLiteral("r-%1").arg(m_random.below(30));
        sale.payload = m_random.chance(80) ? anyCodeInside(index) : QByteArray();
        submitImpatiently(index, sale);
        return;
    }
    std::vector<sales::Sale> sales;
    std::ignore = station(index).device().journal().read([&](State &state) { sales = sales::all(state); });
    std::erase_if(sales, [&](const auto &sale) { return !sale.stands() && !m_random.chance(5); });
    if (!sales.empty()) {
        submitImpatiently(index, sales::Void{anyFrom(sales, m_random).operation, QStringLiteral("brought back")});
    }
}

QByteArray Simulation::codeOf(const GuestId &guest)
{
    for (int i = 0; i < Genesis::guestCount; ++i) {
        if (Genesis::instance().guest(i) == guest) {
            return Genesis::codeOf(i);
        }
    }
    return {};
}

QByteArray Simulation::anyCodeFor(int index, const QString &prize)
{
    std::vector<GuestId> due;
    std::ignore = station(index).device().journal().read([&](State &state) {
        if (prize == QLatin1String("trip")) {
            due = draws::winners(state);
        } else if (prize == QLatin1String("perk")) {
            for (const auto &sale : sales::all(state)) {
                if (sale.guest) {
                    due.push_back(*sale.guest);
                }
            }
        }
    });
    const auto code = due.empty() || m_random.chance(20) ? QByteArray() : codeOf(anyFrom(due, m_random));
    return code.isEmpty() ? anyCodeInside(index) : code;
}

/// The coordinator goes on with the draw that is next, step by step; now and then out of order, or somebody else tries.
void Simulation::drawWork(int left)
{
    const int index = m_random.chance(94) ? hub() : anyStation(true);
    if (!station(index).isUp()) {
        return;
    }
    static const auto plan = Genesis::plan();
    QString draw;
    std::optional<draws::Attempt> attempt;
    std::ignore = station(index).device().journal().read([&](State &state) {
        for (const auto &planned : plan.draws) {
            attempt = draws::standing(state, planned.code);
            draw = planned.code;
            if (!attempt || !attempt->showing || m_random.chance(30)) {
                break;
            }
        }
    });
    auto stage = !attempt ? 0 : attempt->calls.empty() ? 1 : !attempt->showing ? 2 : 3;
    if (m_random.chance(8)) {
        stage = int(m_random.below(4));
    }
    if (stage == 3) {
        submitImpatiently(index, draws::Absent{draw, 1 + int(m_random.below(3)), QStringLiteral("called three times")});
    } else if (stage > 0 && m_random.chance(15)) {
        submitImpatiently(index, draws::Abort{draw, QStringLiteral("the microphone failed")});
    } else if (stage == 2) {
        submitImpatiently(index, draws::Reveal{draw});
    } else if (stage == 1) {
        submitImpatiently(index, draws::CallNumber{draw, qint64(m_random.below(1'000))});
    } else {
        submitImpatiently(index, draws::Commit{draw});
    }
    if (left > 0 && m_random.chance(75)) {
        soon([this, left] { drawWork(left - 1); });
    }
}

void Simulation::lend() { lend(QStringLiteral("pram-%1").arg(m_random.below(3)), 3); }

/// From hand to hand.
void Simulation::lend(const QString &tag, int left)
{
    zones::SetCustody custody;
    custody.tag = tag;
    custody.isOut = m_random.chance(60);
    custody.payload = m_random.chance(50) ? anyCode() : QByteArray();
    submit(anyOf(m_random.chance(60) ? QStringLiteral("greeter") : QStringLiteral("counter")), custody);
    if (left > 0 && m_random.chance(75)) {
        soon([this, tag, left] { lend(tag, left - 1); });
    }
}

}  // namespace muster::sim
