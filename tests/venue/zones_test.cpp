// Goal: counts of several gates add up in any order, a recount absorbs what its author had seen and keeps the rest, and
// a figure that cannot be true says so.
// Method: a hall of devices on real journals that hear of each other when the test says so; the day is asked, as shown.
#include "core/venue/zones/headcount.h"
#include "core/venue/zones/zone_history.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto a = QStringLiteral("A");
const auto h = QStringLiteral("H");

Answer count(Hall &hall, int device, const QString &zone, int delta)
{
    hall.clock().advance(1s);
    return hall.decide(device, zones::Count{zone, delta});
}

Answer undo(Hall &hall, int device, const Answer &counted)
{
    hall.clock().advance(1s);
    zones::Count back;
    back.undoes = counted.operation;
    return hall.decide(device, back);
}

Answer recount(Hall &hall, int device, const QString &zone, int persons)
{
    hall.clock().advance(1s);
    return hall.decide(device, zones::Recount{zone, persons, QStringLiteral("walked through")});
}

ZoneView zoneOf(Hall &hall, int device, const QString &code)
{
    const auto day = hall.day(device);
    const auto found = std::ranges::find(day.zones, code, &ZoneView::code);
    REQUIRE(found != day.zones.end());
    return *found;
}

void checkEverywhere(Hall &hall, const QString &zone, int persons)
{
    CHECK(hall.isEqual());
    for (int i = 0; i < hall.count(); ++i) {
        CAPTURE(i);
        CHECK(zoneOf(hall, i, zone).count == persons);
        CHECK(hall.faults(i).isEmpty());
    }
}

}  // namespace

SCENARIO("people are counted by hand at three gates that are cut off from each other", "[zones]")
{
    Hall hall(4);
    hall.invite(QStringLiteral("L1"));
    hall.syncAll();
    CHECK(hall.signIn(1, QStringLiteral("C-L1"), true).outcome == Outcome::Admitted);
    CHECK(count(hall, 1, a, 3).outcome == Outcome::Done);
    CHECK(count(hall, 2, a, 10).outcome == Outcome::Done);
    CHECK(count(hall, 3, a, -2).outcome == Outcome::Done);
    CHECK(count(hall, 3, h, 7).outcome == Outcome::Done);
    CHECK(zoneOf(hall, 2, a).count == 10);
    hall.syncAll();
    THEN("scans and counts add up on every device, in the zone and in the venue")
    {
        checkEverywhere(hall, a, 12);
        checkEverywhere(hall, h, 7);
        CHECK(hall.day(0).headcount == 19);
        CHECK_FALSE(zoneOf(hall, 0, a).isUnsure);
        CHECK_FALSE(zoneOf(hall, 0, a).drift);
    }
    THEN("a count that nobody can mean is refused, and so is a zone that is none")
    {
        for (const int delta : {0, 10'001, -10'001, std::numeric_limits<int>::min()}) {
            const auto refused = count(hall, 1, a, delta);
            CHECK(refused.outcome == Outcome::NotAllowed);
            CHECK_FALSE(refused.reason.zh.isEmpty());
        }
        CHECK(count(hall, 1, QStringLiteral("nowhere"), 1).outcome == Outcome::NotFound);
        CHECK(recount(hall, 1, a, -1).outcome == Outcome::NotAllowed);
        checkEverywhere(hall, a, 12);
    }
    THEN("the day is reset: the rehearsal's counts are over, and the next ones count")
    {
        CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        hall.syncAll();
        checkEverywhere(hall, a, 0);
        CHECK(hall.day(0).headcount == 0);
        count(hall, 2, a, 4);
        hall.syncAll();
        checkEverywhere(hall, a, 4);
    }
}

SCENARIO("a count was a slip", "[zones]")
{
    Hall hall(3);
    const auto slip = count(hall, 1, a, 30);
    count(hall, 1, a, 3);
    hall.syncAll();
    WHEN("its device takes it back")
    {
        CHECK(undo(hall, 1, slip).outcome == Outcome::Done);
        THEN("it is gone, and cannot be taken back again")
        {
            CHECK(undo(hall, 1, slip).outcome == Outcome::NotFound);
            hall.syncAll();
            checkEverywhere(hall, a, 3);
        }
        THEN("another who does the same without knowing changes nothing more")
        {
            CHECK(undo(hall, 0, slip).outcome == Outcome::Done);
            hall.syncAll();
            checkEverywhere(hall, a, 3);
        }
    }
    WHEN("the taking back arrives before the count does")
    {
        const auto other = count(hall, 1, a, 5);
        hall.sync(1, 0);
        CHECK(undo(hall, 0, other).outcome == Outcome::Done);
        hall.sync(0, 2);
        THEN("it is out all the same")
        {
            CHECK(zoneOf(hall, 2, a).count == 33);
            hall.syncAll();
            checkEverywhere(hall, a, 33);
        }
    }
    WHEN("somebody recounted since")
    {
        CHECK(recount(hall, 1, a, 4).outcome == Outcome::Done);
        THEN("there is nothing to take back: the recount mended it")
        {
            const auto refused = undo(hall, 1, slip);
            CHECK(refused.outcome == Outcome::NotAllowed);
            CHECK(refused.why == QStringLiteral("recounted"));
            CHECK(zoneOf(hall, 1, a).count == 4);
        }
    }
}

SCENARIO("a gate takes a count back without having heard of the recount", "[zones]")
{
    Hall hall(4);
    const auto slip = count(hall, 1, a, 30);
    hall.sync(1, 2);
    GIVEN("a recount that had seen the count: it is mended already")
    {
        CHECK(recount(hall, 2, a, 4).outcome == Outcome::Done);
        CHECK(undo(hall, 1, slip).outcome == Outcome::Done);
        hall.syncAll();
        checkEverywhere(hall, a, 4);
        AND_GIVEN("the next recount, which knows of both")
        {
            CHECK(recount(hall, 3, a, 5).outcome == Outcome::Done);
            hall.syncAll();
            checkEverywhere(hall, a, 5);
        }
    }
    GIVEN("a recount that had not seen it: it is still to be taken back, by whoever knows both")
    {
        CHECK(recount(hall, 3, a, 4).outcome == Outcome::Done);
        hall.syncAll();
        checkEverywhere(hall, a, 34);
        CHECK(undo(hall, 0, slip).outcome == Outcome::Done);
        hall.syncAll();
        checkEverywhere(hall, a, 4);
    }
    GIVEN("a recount whose clock is hours slow: what it had seen it had seen")
    {
        hall.clock().advance(-3h);
        CHECK(recount(hall, 2, a, 4).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(undo(hall, 1, slip).why == QStringLiteral("recounted"));
        checkEverywhere(hall, a, 4);
    }
}

SCENARIO("somebody counts heads", "[zones]")
{
    Hall hall(4);
    count(hall, 1, a, 20);
    hall.syncAll();
    count(hall, 3, a, 5);  // Cut off: the one who recounts does not know.
    CHECK(recount(hall, 2, a, 18).outcome == Outcome::Done);
    count(hall, 2, a, 1);
    GIVEN("its own device")
    {
        const auto zone = zoneOf(hall, 2, a);
        CHECK(zone.count == 19);
        CHECK(zone.drift == -2);
        CHECK(zone.recountedAt);
        CHECK(zone.flowed == 21);
    }
    GIVEN("all devices")
    {
        hall.syncAll();
        THEN("what the recount had seen is absorbed, what it had not is kept")
        {
            checkEverywhere(hall, a, 24);
            CHECK(zoneOf(hall, 0, a).drift == -2);
            CHECK_FALSE(zoneOf(hall, 0, a).isUnsure);
        }
        THEN("the next recount knows of this one, and the report has both")
        {
            CHECK(recount(hall, 3, a, 25).outcome == Outcome::Done);
            hall.syncAll();
            checkEverywhere(hall, a, 25);
            std::vector<zones::Recounted> all;
            REQUIRE(hall.at(0).journal->read([&](State &state) { all = zones::recounts(state); }));
            REQUIRE(all.size() == 2);
            CHECK(all[0].drift() == -2);
            CHECK(all[1].drift() == 1);
            CHECK(all[1].shown == 24);
            CHECK(all[0].reason == QStringLiteral("walked through"));
        }
        THEN("a clock that runs ahead does not beat the recount that was made after it")
        {
            hall.clock().advance(30s);
            recount(hall, 1, a, 40);
            hall.syncAll();
            hall.clock().advance(-20s);
            recount(hall, 2, a, 30);
            hall.syncAll();
            checkEverywhere(hall, a, 30);
        }
    }
    GIVEN("a reset or an emptying")
    {
        hall.syncAll();
        const bool isReset = GENERATE(true, false);
        CAPTURE(isReset);
        if (isReset) {
            CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        } else {
            CHECK(hall.decide(0, EmptyHall{QStringLiteral("drill")}).outcome == Outcome::Done);
        }
        hall.syncAll();
        THEN("nobody is there, and nothing of before is left in the figure")
        {
            checkEverywhere(hall, a, 0);
            CHECK_FALSE(zoneOf(hall, 0, a).drift);
            count(hall, 2, a, 6);
            hall.syncAll();
            checkEverywhere(hall, a, 6);
        }
    }
}

SCENARIO("a car park counts vehicles", "[zones]")
{
    auto plan = Hall::samplePlan();
    Zone park;
    park.code = QStringLiteral("P");
    park.firmCapacity = 20;
    park.unit = ZoneUnit::Vehicles;
    plan.zones.push_back(park);
    Hall hall(2, plan);
    hall.invite(QStringLiteral("L1"));
    hall.syncAll();
    CHECK(hall.signIn(1, QStringLiteral("C-L1"), true).outcome == Outcome::Admitted);
    CHECK(count(hall, 1, park.code, 12).outcome == Outcome::Done);
    CHECK(count(hall, 1, park.code, -3).outcome == Outcome::Done);
    hall.syncAll();
    THEN("its bays are known, and nobody in the venue's headcount or its peak comes of them")
    {
        checkEverywhere(hall, park.code, 9);
        CHECK(zoneOf(hall, 0, park.code).free() == 11);
        CHECK(hall.day(0).headcount == 1);
        zones::ZoneHistory history;
        REQUIRE(hall.at(0).journal->read([&](State &state) { history = zones::history(state, plan); }));
        CHECK(history.all.peak == 1);
        CHECK(history.all.admissions == 1);
        CHECK(history.zones.back().peak == 12);
    }
    THEN("no guest is sent there by a scan")
    {
        const auto sent = hall.move(1, QStringLiteral("C-L1"), park.code, true);
        CHECK(sent.outcome == Outcome::NotFound);
        CHECK(sent.reason.en == QStringLiteral("Zone P counts vehicles: no guest is sent there"));
    }
}

SCENARIO("a figure that is not to be believed says so", "[zones]")
{
    Hall hall(3);
    GIVEN("more who went than came")
    {
        count(hall, 1, a, -3);
        hall.syncAll();
        const auto zone = zoneOf(hall, 0, a);
        CHECK(zone.count == 0);
        CHECK(zone.isUnsure);
        CHECK(zone.doubt.en.contains(QStringLiteral("counts say -3")));
        CHECK(zone.doubt.zh.contains(QStringLiteral("-3")));
        CHECK(hall.day(0).isHeadcountUnsure);
        CHECK(hall.day(0).headcount == 0);
        THEN("a recount mends it")
        {
            recount(hall, 1, a, 2);
            hall.syncAll();
            checkEverywhere(hall, a, 2);
            CHECK_FALSE(zoneOf(hall, 0, a).isUnsure);
        }
    }
    GIVEN("two who counted heads at once")
    {
        count(hall, 1, a, 10);
        hall.syncAll();
        recount(hall, 1, a, 12);
        recount(hall, 2, a, 15);
        hall.syncAll();
        checkEverywhere(hall, a, 15);
        CHECK(zoneOf(hall, 0, a).isUnsure);
        CHECK(zoneOf(hall, 0, a).doubt.en.contains(QStringLiteral("15 and 12")));
    }
    GIVEN("two who counted heads at once and agree")
    {
        count(hall, 1, a, 10);
        hall.syncAll();
        recount(hall, 1, a, 12);
        recount(hall, 2, a, 12);
        hall.syncAll();
        checkEverywhere(hall, a, 12);
        CHECK_FALSE(zoneOf(hall, 0, a).isUnsure);
    }
    GIVEN("a gate that counts on without having heard of the emptying")
    {
        count(hall, 2, a, 5);
        hall.syncAll();
        hall.clock().advance(1s);
        CHECK(hall.decide(0, EmptyHall{QStringLiteral("drill")}).outcome == Outcome::Done);
        count(hall, 2, a, 4);
        recount(hall, 2, a, 11);
        hall.syncAll();
        checkEverywhere(hall, a, 0);
        CHECK(zoneOf(hall, 1, a).isUnsure);
        CHECK(zoneOf(hall, 1, a).doubt.en.contains(QStringLiteral("+4")));
        CHECK(zoneOf(hall, 1, a).doubt.en.contains(QStringLiteral("found 11")));
        THEN("a recount by somebody who has heard of it settles that")
        {
            recount(hall, 1, a, 4);
            hall.syncAll();
            checkEverywhere(hall, a, 4);
            CHECK_FALSE(zoneOf(hall, 0, a).isUnsure);
        }
    }
}

TEST_CASE("any order and any half-knowledge of counts and recounts ends in the same figures", "[zones]")
{
    SeededRandom random{7};
    for (int round = 0; round < 20; ++round) {
        CAPTURE(round);
        Hall hall(4);
        std::vector<Answer> counts;
        for (int act = 0; act < 25; ++act) {
            const int device = int(random.below(4));
            const auto zone = random.chance(70) ? a : h;
            switch (random.below(8)) {
            case 0: recount(hall, device, zone, int(random.below(50))); break;
            case 1:
                if (!counts.empty()) {
                    undo(hall, device, counts[random.below(counts.size())]);
                }
                break;
            case 2: hall.sync(device, int(random.below(4))); break;
            case 3:
                if (random.chance(20)) {
                    hall.decide(0, EmptyHall{QStringLiteral("drill")});
                }
                break;
            default: counts.push_back(count(hall, device, zone, int(random.below(20)) - 5)); break;
            }
        }
        hall.syncAll();
        CHECK(hall.isEqual());
        for (const auto &zone : {a, h}) {
            checkEverywhere(hall, zone, zoneOf(hall, 0, zone).count);
        }
    }
}
