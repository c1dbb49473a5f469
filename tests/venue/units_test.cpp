// Goal: one unit, one household, however the desks are cut off.
// Method: a hub and two desks on real journals; hands carry operations only when a test says so.
#include "core/venue/devices/devices.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/units/units.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using units::Step;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

constexpr int firstDesk = 1;
constexpr int secondDesk = 2;

EventSetup unitPlan()
{
    auto plan = Hall::samplePlan();
    SaleUnit shared;
    shared.code = q("1-101");
    SaleUnit placed;
    placed.code = q("1-102");
    placed.desk = q("gate-1");
    plan.units = {shared, placed};
    for (int i = 0; i < 3; ++i) {
        Station station;
        station.code = q("gate-%1").arg(i);
        station.role = q("counter");
        plan.stations.push_back(station);
    }
    return plan;
}

struct UnitHall : Hall {
    UnitHall() : Hall(3, unitPlan())
    {
        invite(q("a"));
        invite(q("b"));
        syncAll();
        settleRights();
    }
    Answer step(int desk, const QString &unit, Step step, const QString &guest, bool isConnected,
                const QString &reason = {})
    {
        units::Advance command;
        command.unit = unit;
        command.step = step;
        command.payload = guest.isEmpty() ? QByteArray() : (q("C-") + guest).toUtf8();
        command.reason = reason;
        auto answer = act(desk, command, isConnected);
        if (isConnected) {
            sync(desk, 0);
        }
        return answer;
    }
    units::Phase phase(int device, const QString &unit)
    {
        auto found = units::Phase::Free;
        REQUIRE(at(device).journal->read([&](State &state) { found = units::find(state, unit).phase; }));
        return found;
    }
};

}  // namespace

SCENARIO("a unit goes from free to signed, with one household", "[venue][units]")
{
    UnitHall hall;
    CHECK(hall.step(firstDesk, q("1-101"), Step::Hold, q("a"), true).outcome == Outcome::Done);
    const auto other = hall.step(secondDesk, q("1-101"), Step::Hold, q("b"), true);
    CHECK(other.outcome == Outcome::Refused);
    CHECK(other.why == q("held"));
    CHECK(hall.step(firstDesk, q("1-101"), Step::Subscribe, q("b"), true).why == q("held"));
    CHECK(hall.step(firstDesk, q("1-101"), Step::Subscribe, q("a"), true).outcome == Outcome::Done);
    hall.settleRights();
    CHECK(hall.step(secondDesk, q("1-101"), Step::Sign, {}, true).outcome == Outcome::Done);
    CHECK(hall.phase(secondDesk, q("1-101")) == units::Phase::Signed);
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("cut off, only the desk that holds the unit's right decides", "[venue][units]")
{
    UnitHall hall;
    hall.unlinked = {firstDesk, secondDesk};
    CHECK(hall.step(firstDesk, q("1-101"), Step::Hold, q("a"), false).outcome == Outcome::NotNow);
    CHECK(hall.step(secondDesk, q("1-102"), Step::Hold, q("b"), false).outcome == Outcome::NotNow);
    CHECK(hall.step(firstDesk, q("1-102"), Step::Subscribe, q("a"), false).outcome == Outcome::Done);
    hall.unlinked.clear();
    hall.syncAll();
    CHECK(hall.step(secondDesk, q("1-102"), Step::Subscribe, q("b"), true).why == q("subscribed"));
    int clashCount = -1;
    REQUIRE(hall.at(0).journal->read([&](State &state) { clashCount = clashes::openCount(state); }));
    CHECK(clashCount == 0);
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("a unit that is held at a desk which vanishes is nobody else's until that is declared lost", "[venue][units]")
{
    UnitHall hall;
    CHECK(hall.step(firstDesk, q("1-101"), Step::Hold, q("a"), true).outcome == Outcome::Done);
    hall.unlinked = {firstDesk};
    CHECK(hall.step(0, q("1-101"), Step::Release, {}, true, q("they left")).outcome == Outcome::NotNow);
    CHECK(hall.decide(0, DeclareLost{hall.at(firstDesk).journal->device(), {}, q("dropped in the pool")}).outcome ==
          Outcome::Done);
    CHECK(hall.step(0, q("1-101"), Step::Release, {}, true, q("they left")).outcome == Outcome::Done);
    CHECK(hall.step(secondDesk, q("1-101"), Step::Hold, q("b"), true).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("two devices stand at a unit's own desk", "[venue][units]")
{
    Hall hall(3, unitPlan());
    auto other = *devices::find(hall.at(0).journal->state(), hall.at(secondDesk).journal->device());
    other.station = hall.at(secondDesk).station = q("gate-1");
    ++other.version;
    hall.write(0, devices::enrolled(other, hall.event(), hall.eventKey()));
    hall.syncAll();
    hall.settleRights();
    qint64 total = 0;
    REQUIRE(
        hall.at(0).journal->read([&](State &state) { total = ledger::total(state, units::resourceOf(q("1-102"))); }));
    CHECK(total == 1);
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("a unit's own desk gets another device after the first was lost", "[venue][units]")
{
    UnitHall hall;
    hall.unlinked = {firstDesk};
    CHECK(hall.decide(0, DeclareLost{hall.at(firstDesk).journal->device(), {}, q("dropped")}).outcome == Outcome::Done);
    auto spare = *devices::find(hall.at(0).journal->state(), hall.at(secondDesk).journal->device());
    spare.station = hall.at(secondDesk).station = q("gate-1");
    ++spare.version;
    hall.write(0, devices::enrolled(spare, hall.event(), hall.eventKey()));
    hall.settleRights();
    hall.unlinked = {firstDesk, secondDesk};
    CHECK(hall.step(secondDesk, q("1-102"), Step::Hold, q("b"), false).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("a frozen board takes no holds", "[venue][units]")
{
    UnitHall hall;
    CHECK(hall.act(0, units::Freeze{true, {}}, false).why == q("reason"));
    CHECK(hall.act(0, units::Freeze{true, q("power failure")}, false).outcome == Outcome::Done);
    CHECK(hall.step(firstDesk, q("1-101"), Step::Hold, q("a"), true).why == q("frozen"));
    CHECK(hall.act(0, units::Freeze{false, q("power is back")}, false).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.step(firstDesk, q("1-101"), Step::Hold, q("a"), true).outcome == Outcome::Done);
}
