// Goal: in a split with two hubs every act has the answer that the design's table gives it: nothing that there is only
//       one of is given twice, nothing that was told is lost, and what cannot be known is said.
// Method: the simulated event without faults; a standby is promoted on one side of a cut, a device is alone on a third;
//         then all meet again.
#include "core/venue/draws/draws.h"
#include "core/venue/plan/plan_room.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/zones/custody.h"
#include "tests/sim/split_venue.h"

using namespace muster;
using namespace muster::sim;

namespace {

constexpr int oldHub = 0;
constexpr int newHub = 7;
constexpr int otherStandby = 8;
// Guests of the list by class: 0 and 2 go to zone A, 1, 5, 7, 11, 13, 17, 19, 23 to the firm zone D, 3 and 9 to E.
const auto firmZone = QStringLiteral("D");
const auto overflow = QStringLiteral("H");
const auto smallZone = QStringLiteral("E");
constexpr std::array firmGuests{1, 5, 7, 11, 13, 17, 19, 23};

/// Greeter, counter and prize desk with the old hub; counter, prize desk and the second standby with the new one; the
/// kiosk alone.
void splitInThree(SplitVenue &venue, int next = newHub)
{
    venue.split({{oldHub, 1, 2, 3}, {newHub, 5, 6, otherStandby}, {4}});
    venue.promote(next);
    REQUIRE(venue.at(oldHub).device().isHub());  // It cannot know.
}

/// All meet again: one hub, one day.
void meetAgain(SplitVenue &venue, int next = newHub)
{
    venue.heal();
    CHECK_FALSE(venue.at(oldHub).device().isHub());
    CHECK(venue.at(next).device().isHub());
    CHECK(venue.at(next).device().hubsLeftBehind().empty());
    CHECK(venue.isOneDay());
}

/// Of a zone so small there is one fifth: with the standby that was linked first.
int whoHasTheShare(SplitVenue &venue)
{
    const auto account = ledger::holder(venue.at(newHub).device().journal().self());
    qint64 held = 0;
    REQUIRE(venue.at(newHub).device().journal().read(
        [&](State &state) { held = ledger::balance(state, rights::placeResource(firmZone), account); }));
    return held > 0 ? newHub : otherStandby;
}

qint64 usedOf(SplitVenue &venue, const QString &zone)
{
    qint64 used = 0;
    REQUIRE(venue.at(newHub).device().journal().read(
        [&](State &state) { used = ledger::balance(state, rights::placeResource(zone), ledger::used()); }));
    return used;
}

}  // namespace

SCENARIO("split: sign in", "[sim][split]")
{
    SplitVenue venue;
    splitInThree(venue);
    const auto old = venue.signIn(1, 0);
    CHECK(old.outcome == Outcome::Admitted);
    CHECK_FALSE(old.isProvisional);
    CHECK(venue.signIn(2, 0).outcome == Outcome::AlreadyIn);
    const auto fresh = venue.signIn(5, 0);
    CHECK(fresh.outcome == Outcome::Admitted);
    CHECK_FALSE(fresh.isProvisional);
    CHECK(venue.signIn(6, 0).outcome == Outcome::AlreadyIn);
    const auto alone = venue.signIn(4, 0);
    CHECK(alone.outcome == Outcome::Admitted);
    CHECK(alone.isProvisional);
    CHECK(alone.checkedElsewhereAt.has_value());
    meetAgain(venue);
    for (int i = 0; i < Genesis::deviceCount; ++i) {
        const auto day = venue.at(i).device().day();
        REQUIRE(day.conflicts.size() == 1);
        CHECK(day.conflicts.front().rivals.size() == 3);
        CHECK(day.headcount == 1);
    }
    CHECK(venue.signIn(1, 0).outcome == Outcome::AlreadyIn);
}

SCENARIO("split: queue number", "[sim][split]")
{
    SplitVenue venue;
    splitInThree(venue);
    QStringList numbers;
    for (const int device : {1, 5, 4, 2, 6, 4, oldHub, newHub}) {
        const auto told = venue.issue(device, -1);
        CHECK(told.outcome == Outcome::Done);
        CHECK(told.isProvisional == (device == 4));
        numbers << told.number;
        venue.run(1'000);
    }
    CHECK(std::set<QString>(numbers.begin(), numbers.end()).size() == std::size_t(numbers.size()));
    meetAgain(venue);
    CHECK(venue.clashesAt(oldHub).empty());
    THEN("they are called in the order in which they were given")
    {
        REQUIRE(venue.act(2, queues::SetCounter{}).outcome == Outcome::Done);
        venue.run(500);
        for (const auto &number : numbers) {
            const auto called = venue.call(2);
            CHECK(called.number == number);
            queues::Advance finish;
            finish.ticket = called.number;
            venue.act(2, finish);
        }
    }
}

SCENARIO("split: call a number", "[sim][split]")
{
    SplitVenue venue;
    const auto before = venue.issue(oldHub, -1).number;
    const auto next = venue.issue(oldHub, -1).number;
    for (const int counter : {2, 5}) {
        REQUIRE(venue.act(counter, queues::SetCounter{}).outcome == Outcome::Done);
    }
    venue.run(1'000);  // Both are on deck with one counter or the other.
    const auto onDeckOf = [&](int device) {
        std::set<QString> numbers;
        REQUIRE(venue.at(device).device().journal().read([&](State &state) {
            for (const auto &ticket :
                 queues::onDeck(state, ledger::holder(venue.at(device).device().journal().self()), 9)) {
                numbers.insert(ticket.number);
            }
        }));
        return numbers;
    };
    auto deck = onDeckOf(2);
    deck.merge(onDeckOf(5));
    REQUIRE(deck == std::set<QString>{before, next});
    const auto held = venue.issue(oldHub, -1).number;  // The decks are not full: it may go to one, or stay.
    splitInThree(venue);
    const auto fresh = venue.issue(5, -1).number;
    std::set<QString> called;
    for (int i = 0; i < 4; ++i) {
        for (const int counter : {2, 5}) {
            const auto told = venue.call(counter);
            if (told.outcome == Outcome::Done) {
                called.insert(told.number);
                queues::Advance finish;
                finish.ticket = told.number;
                CHECK(venue.act(counter, finish).outcome == Outcome::Done);
            }
        }
    }
    CHECK(called == std::set<QString>{before, next, held, fresh});
    meetAgain(venue);
    CHECK(venue.clashesAt(oldHub).empty());
}

SCENARIO("split: a number that the lost hub held", "[sim][split]")
{
    SplitVenue venue;
    const auto number = venue.issue(oldHub, -1).number;
    venue.run(500);
    venue.die(oldHub);
    venue.promote(newHub);
    REQUIRE(venue.act(5, queues::SetCounter{}).outcome == Outcome::Done);
    CHECK(venue.call(5).number.isEmpty());
    REQUIRE(venue.declareLost(newHub, oldHub).outcome == Outcome::Done);
    CHECK(venue.call(5).number == number);
}

SCENARIO("split: a zone with a firm limit", "[sim][split]")
{
    SplitVenue venue;
    const int next = whoHasTheShare(venue);
    splitInThree(venue, next);
    const auto inFirmZone = [&](int device, std::initializer_list<int> guests) {
        int count = 0;
        for (const int guest : guests) {
            const auto told = venue.signIn(device, firmGuests.at(std::size_t(guest)));
            CHECK(told.outcome == Outcome::Admitted);
            CHECK((told.zone == firmZone || told.zone == overflow));  // Who finds it full goes to H.
            count += told.zone == firmZone ? 1 : 0;
        }
        return count;
    };
    CHECK(inFirmZone(1, {0, 1, 2, 3, 4}) == Genesis::firmPlaces - 1);
    CHECK(inFirmZone(5, {5, 6}) == 1);                       // The standby's share.
    CHECK(inFirmZone(4, {7}) == 0);                          // No headroom of its own.
    CHECK(venue.signIn(5, 3).outcome == Outcome::ZoneFull);  // Of three places nothing is a fifth.
    meetAgain(venue, next);
    CHECK(usedOf(venue, firmZone) == Genesis::firmPlaces);
    THEN("what the old hub had left is granted by the new one") { CHECK(venue.signIn(4, 3).zone == smallZone); }
}

SCENARIO("split: redeem a prize", "[sim][split]")
{
    SplitVenue venue;
    for (const int guest : {0, 2}) {
        REQUIRE(venue.signIn(1, guest).outcome == Outcome::Admitted);
    }
    venue.run(1'000);
    splitInThree(venue);
    GIVEN("one that is refused where it cannot be asked for")
    {
        const auto gift = QStringLiteral("gift");
        CHECK(venue.redeem(3, gift, 0).outcome == Outcome::Granted);
        CHECK(venue.redeem(6, gift, 0).outcome == Outcome::NotNow);
        meetAgain(venue);
        CHECK(venue.redeem(6, gift, 0).outcome == Outcome::Granted);  // Each may have two.
        CHECK(venue.redeem(3, gift, 0).outcome == Outcome::Refused);
    }
    GIVEN("one that was placed with a desk")
    {
        const auto bag = QStringLiteral("bag");
        const bool isAtFirst = venue.redeem(3, bag, 0).outcome == Outcome::Granted;
        const bool isAtSecond = venue.redeem(6, bag, 0).outcome == Outcome::Granted;
        CHECK(isAtFirst != isAtSecond);
        meetAgain(venue);
        CHECK(venue.redeem(6, bag, 0).outcome == Outcome::Refused);
        CHECK(venue.clashesAt(oldHub).empty());
    }
    GIVEN("one with a budget")
    {
        const auto pin = QStringLiteral("pin");
        CHECK(venue.redeem(6, pin, 0).outcome == Outcome::NotNow);  // So says the new hub.
        venue.split({{oldHub, 1, 2, 3}, {newHub, 5, 8, 4}, {6}});
        CHECK_FALSE(venue.redeem(3, pin, 0).isProvisional);
        for (const int guest : {0, 2}) {
            const auto alone = venue.redeem(6, pin, guest);
            CHECK(alone.outcome == Outcome::Granted);
            CHECK(alone.isProvisional);
        }
        CHECK(venue.redeem(6, pin, 2).outcome != Outcome::Granted);
        meetAgain(venue);
        const auto clashes = venue.clashesAt(oldHub);
        REQUIRE(clashes.size() == 1);
        CHECK(clashes.front().rule == QStringLiteral("prize_twice"));
        CHECK(clashes.front().rivals.size() == 2);
    }
}

SCENARIO("split: hold and sell a unit", "[sim][split]")
{
    SplitVenue venue;
    splitInThree(venue);
    const auto mine = Genesis::unitOf(1);       // Counter 5's own.
    const auto pooled = Genesis::unitOf(2);     // No desk's.
    const auto elsewhere = Genesis::unitOf(0);  // Counter 2's.
    CHECK(venue.unit(5, mine, 0).outcome == Outcome::Done);
    CHECK(venue.unit(5, pooled, 0).outcome == Outcome::NotNow);
    CHECK(venue.unit(5, elsewhere, 0).outcome == Outcome::NotNow);
    CHECK(venue.unit(2, mine, 2).outcome == Outcome::NotNow);
    CHECK(venue.unit(2, pooled, 2).outcome == Outcome::Done);
    CHECK(venue.unit(2, elsewhere, 2).outcome == Outcome::Done);
    meetAgain(venue);
    CHECK(venue.clashesAt(oldHub).empty());
    for (const auto &unit : {mine, pooled, elsewhere}) {
        CHECK(venue.unit(5, unit, 4).outcome == Outcome::Refused);
    }
    CHECK(venue.unit(5, Genesis::unitOf(5), 4).outcome == Outcome::Done);  // The new hub sells what is left.
}

SCENARIO("split: draw a winner", "[sim][split]")
{
    SplitVenue venue;
    const auto car = QStringLiteral("car");
    REQUIRE(venue.signIn(1, 0).outcome == Outcome::Admitted);
    REQUIRE(venue.signIn(1, 2).outcome == Outcome::Admitted);
    venue.run(500);
    splitInThree(venue);
    CHECK(venue.act(8, draws::Commit{car}).outcome == Outcome::NotNow);
    CHECK(venue.act(oldHub, draws::Commit{car}).outcome == Outcome::Done);
    CHECK(venue.act(oldHub, draws::CallNumber{car, 17}).outcome == Outcome::Done);
    const auto shown = venue.act(oldHub, draws::Reveal{car});
    CHECK(shown.outcome == Outcome::Done);
    REQUIRE(shown.subjects.size() == 1);
    meetAgain(venue);
    THEN("what the hall saw stands everywhere")
    {
        for (const int device : {oldHub, newHub, 4}) {
            REQUIRE(venue.at(device).device().journal().read([&](State &state) {
                const auto attempt = draws::standing(state, car);
                REQUIRE(attempt);
                CHECK(draws::placesOf(state, *attempt).front().guest.toHex() == shown.subjects.front());
            }));
        }
        CHECK(venue.act(newHub, draws::Commit{car}).outcome == Outcome::NotAllowed);
    }
}

SCENARIO("split: what commutes", "[sim][split]")
{
    SplitVenue venue;
    splitInThree(venue);
    venue.split({{oldHub, 1, 2, 3}, {newHub, 6, 8, 4}, {5}});
    const auto zone = QStringLiteral("A");
    for (const int device : {1, 8, 5}) {
        CHECK(venue.act(device, zones::Count{zone, 3}).outcome == Outcome::Done);
        zones::SetCustody lend;
        lend.tag = QStringLiteral("wheelchair 1");
        lend.note = QStringLiteral("gate %1").arg(device);
        CHECK(venue.act(device, lend).outcome == Outcome::Done);
    }
    meetAgain(venue);
    for (int i = 0; i < Genesis::deviceCount; ++i) {
        REQUIRE(venue.at(i).device().journal().read([&](State &state) {
            CHECK(custody::historyOf(state, QStringLiteral("wheelchair 1")).size() == 3);
            CHECK(custody::out(state, 10).size() == 1);
        }));
    }
}

SCENARIO("split: the hub that was left behind comes back as a device", "[sim][split]")
{
    SplitVenue venue;
    splitInThree(venue);
    meetAgain(venue);
    WHEN("authority goes back to it")
    {
        venue.promote(oldHub);
        venue.run(4'000);
        THEN("it grants, and mints what there is left")
        {
            CHECK_FALSE(venue.at(newHub).device().isHub());
            for (const int guest : firmGuests) {
                const auto told = venue.signIn(4, guest);
                CHECK(told.outcome == Outcome::Admitted);
                CHECK_FALSE(told.isProvisional);
            }
            venue.run(1'000);
            CHECK(usedOf(venue, firmZone) == Genesis::firmPlaces - 1);  // A standby has its share.
            CHECK(venue.isOneDay());
        }
    }
}

SCENARIO("split: two standbys are promoted apart", "[sim][split]")
{
    SplitVenue venue;
    venue.split({{oldHub, 1, 2, 3}, {newHub, 5, 6}, {otherStandby, 4}});
    venue.promote(newHub);
    venue.promote(otherStandby);
    std::set<QString> numbers;
    for (const int device : {1, 5, 4, 2, 6, 8}) {
        const auto told = venue.issue(device, -1);
        CHECK_FALSE(told.isProvisional);
        numbers.insert(told.number);
    }
    CHECK(numbers.size() == 6);
    venue.heal();
    const int winner = venue.at(newHub).id() < venue.at(otherStandby).id() ? otherStandby : newHub;
    for (int i = 0; i < Genesis::deviceCount; ++i) {
        CHECK(venue.at(i).device().isHub() == (i == winner));
    }
    CHECK(venue.at(winner).device().hubsLeftBehind().empty());
    CHECK(venue.isOneDay());
    CHECK(venue.clashesAt(oldHub).empty());
    CHECK(venue.unit(5, Genesis::unitOf(2), 0).outcome == Outcome::Done);
}

SCENARIO("a link of an earlier turn is dead and nobody has seen it", "[sim][split]")
{
    SplitVenue venue;
    venue.promote(newHub);  // Now the old hub dials the new one.
    REQUIRE_FALSE(venue.at(oldHub).device().isHub());
    venue.die(oldHub, SplitVenue::Loss::Silent);
    venue.start(oldHub);
    venue.run(1'000);
    venue.promote(oldHub);
    REQUIRE_FALSE(venue.at(newHub).device().isHub());
    THEN("the device asks over the one that lives")
    {
        const auto told = venue.signIn(newHub, 0);
        CHECK(told.outcome == Outcome::Admitted);
        CHECK_FALSE(told.isProvisional);
    }
}

SCENARIO("a promoted hub gets the disk of before its promotion", "[sim][split]")
{
    SplitVenue venue;
    const auto backup = venue.at(newHub).backup();
    venue.split({{oldHub, 1, 2, 3}, {newHub, 5, 6, otherStandby}, {4}});
    REQUIRE(venue.at(newHub).promote());
    venue.at(newHub).settleStanding();
    venue.die(newHub);
    venue.at(newHub).restore(backup);
    venue.start(newHub);
    venue.run(4'000);
    REQUIRE(venue.at(newHub).device().isHub());
    THEN("it begins anew, and still waits for the hub before it")
    {
        CHECK(venue.at(newHub).device().hubsLeftBehind() == std::vector{venue.at(oldHub).id()});
        CHECK(venue.unit(5, Genesis::unitOf(2), 0).outcome == Outcome::NotNow);
    }
}

SCENARIO("a hub is declared lost that does not know yet of its successor", "[sim][split]")
{
    SplitVenue venue;
    venue.split({{oldHub, newHub}, {1, 2, 3, 4, 5, 6, otherStandby}});
    venue.network().cut(oldHub, Network::Direction::In, true);  // It is heard, and hears nothing.
    venue.promote(newHub);
    REQUIRE(venue.at(oldHub).device().isHub());
    CHECK(venue.unit(oldHub, Genesis::unitOf(2), 0).outcome == Outcome::Done);
    CHECK(venue.declareLost(newHub, oldHub).outcome == Outcome::NotAllowed);
    CHECK(venue.at(newHub).device().hubsLeftBehind() == std::vector{venue.at(oldHub).id()});
}

SCENARIO("a device is back in another life before its old link is seen to be dead", "[sim][split]")
{
    SplitVenue venue;
    constexpr int counter = 2;
    const auto backup = venue.at(counter).backup();
    for (int i = 0; i < 20; ++i) {
        venue.issue(counter, -1);  // So many that the mark tells the old disk.
    }
    venue.die(counter, SplitVenue::Loss::Silent);
    venue.at(counter).restore(backup);
    venue.start(counter);
    REQUIRE(venue.at(counter).device().journal().opening().isRestored);
    const auto present = ledger::holder(venue.at(counter).device().journal().self());
    THEN("whenever its old life is declared lost, the one at work is not")
    {
        for (int i = 0; i < 40; ++i) {
            venue.run(500);
            venue.declareLost(oldHub, counter);
        }
        REQUIRE(venue.at(oldHub).device().journal().read(
            [&](State &state) { CHECK_FALSE(ledger::isSetAside(state, present)); }));
    }
}

SCENARIO("a desk is linked anew before its old link is seen to be dead, and gets a unit to sell", "[sim][split]")
{
    SplitVenue venue;
    constexpr int counter = 2;
    venue.die(counter, SplitVenue::Loss::Silent);
    venue.start(counter);
    venue.run(1'000);
    const auto unit = QStringLiteral("penthouse");
    REQUIRE(venue.at(oldHub).device().append([&](State &state, const EventSetup &before) {
        auto plan = before;
        plan.units.push_back({});
        plan.units.back().code = unit;
        plan.units.back().desk = Genesis::stationOf(counter);
        return plan_room::draftsFor(plan, state);
    }));
    venue.run(1'000);
    CHECK(venue.at(oldHub).device().faults()->isEmpty());  // It is there once.
    CHECK(venue.unit(counter, unit, 0).outcome == Outcome::Done);
}
