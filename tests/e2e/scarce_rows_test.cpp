// Goal: section 5 of the design, row by row, for what is given once: prizes in each mode, units, draws. What is said
//       while the hub is there, what is said without it, and that afterwards every device agrees, with as many
//       conflicts as promised.
// Method: real processes at real cables (network namespaces); a cable is pulled, and nobody is told.
#include "tests/e2e/event_rig.h"

#include <QJsonArray>

using namespace muster::test;

namespace {

constexpr int everybody = 24;

/// Three prizes that everybody gets who came, one in each mode.
const std::vector<EventRig::Edit> prizePlan{
    {q("prizes.csv"), "sign-in,,opening,,1,budget,60,", "sign-in,,opening,,1,budget,1,"},
    {q("prizes.csv"), "Subscription gift,purchase,,,,1,lease,0,signed,",
     "Subscription gift,sign-in,,,,1,lease,0,none,"},
    {q("prizes.csv"), "Stamp gift,stamps,,,\"B;H;I\",1,refuse,", "Stamp gift,sign-in,,,,1,refuse,"}};

Said redeem(const EventRig &rig, const QString &desk, const char *prize, const QString &code)
{
    return rig.act(desk, {q("redeem"), q(prize), code});
}

Said handOver(const EventRig &rig, const QString &desk, const Said &granted)
{
    return rig.act(desk, {q("hand-over"), granted.json.value(q("grant")).toString()});
}

bool hasStock(const EventRig &rig, const QString &device)
{
    const auto prizes = rig.status(device).value(q("prizes")).toArray();
    return std::ranges::all_of(QStringList{q("welcome"), q("purchase"), q("stamps")}, [&](const QString &code) {
        return std::ranges::any_of(prizes, [&](const QJsonValue &prize) {
            return prize.toObject().value(q("code")) == code &&
                   prize.toObject().value(q("stock")).toArray().size() == 3;  // Two desks and the store.
        });
    });
}

}  // namespace

SCENARIO("row: a prize, in each of its modes", "[e2e][rows]")
{
    EventRig rig(everybody, EventRig::Zones::Open, prizePlan);
    const QStringList all{q("hub"), q("kiosk-1"), q("prize-1"), q("prize-2")};
    rig.wire();
    rig.startHub();
    rig.open(q("prize"), {q("prize-1"), q("prize-2")});
    rig.open(q("kiosk"), {q("kiosk-1")});
    REQUIRE(eventually([&] { return hasStock(rig, q("prize-1")) && hasStock(rig, q("prize-2")); }));
    const auto &codes = rig.codes();
    for (int i = 0; i < 4; ++i) {
        REQUIRE(outcome(rig.signIn(q("kiosk-1"), codes.at(i))) == q("admitted"));
    }
    REQUIRE(eventually([&] { return rig.areEqual(all); }));
    GIVEN("the hub is there")
    {
        THEN("each is granted, handed over, and refused ever after, wherever they ask")
        {
            for (const char *prize : {"welcome", "purchase", "stamps"}) {
                INFO(prize);
                // A lease lies at one desk, which alone may give it; the hub does not know who is before whom.
                auto desk = q("prize-1");
                auto granted = redeem(rig, desk, prize, codes.at(0));
                if (granted.exit != 0) {
                    CHECK(q(prize) == q("purchase"));
                    desk = q("prize-2");
                    granted = redeem(rig, desk, prize, codes.at(0));
                }
                CHECK(outcome(granted) == q("granted"));
                CHECK_FALSE(isProvisional(granted));
                CHECK(handOver(rig, desk, granted).exit == 0);
                CHECK(eventually([&] { return rig.areEqual({q("prize-1"), q("prize-2")}); }));
                for (const auto &again : {q("prize-1"), q("prize-2")}) {
                    CHECK(why(redeem(rig, again, prize, codes.at(0))) == q("already_given"));
                }
            }
            rig.mustConverge(all, 0);
        }
    }
    GIVEN("both desks are cut off")
    {
        rig.cut({q("prize-1"), q("prize-2")});
        THEN("what must be asked for is not given now")
        {
            const auto said = redeem(rig, q("prize-1"), "stamps", codes.at(1));
            CHECK(outcome(said) == q("not_now"));
            CHECK(why(said) == q("cut_off"));
            rig.heal();
            rig.mustConverge(all, 0);
            CHECK(
                eventually([&] { return outcome(redeem(rig, q("prize-2"), "stamps", codes.at(1))) == q("granted"); }));
        }
        THEN("what was placed beforehand is given at the one desk where it lies")
        {
            int given = 0;
            for (const auto &desk : {q("prize-1"), q("prize-2")}) {
                const auto said = redeem(rig, desk, "purchase", codes.at(1));
                if (said.exit == 0) {
                    ++given;
                    CHECK(isProvisional(said));
                    CHECK(handOver(rig, desk, said).exit == 0);
                    CHECK(why(redeem(rig, desk, "purchase", codes.at(1))) == q("already_given"));
                } else {
                    CHECK(outcome(said) == q("not_now"));
                }
            }
            CHECK(given == 1);
            rig.heal();
            rig.mustConverge(all, 0);
        }
        THEN("what has a budget is given so often, and each double is one conflict")
        {
            for (const auto &desk : {q("prize-1"), q("prize-2")}) {
                const auto said = redeem(rig, desk, "welcome", codes.at(1));
                CHECK(outcome(said) == q("granted"));
                CHECK(isProvisional(said));
                CHECK(handOver(rig, desk, said).exit == 0);
                CHECK(outcome(redeem(rig, desk, "welcome", codes.at(2))) == q("not_now"));
            }
            rig.heal();
            rig.mustConverge(all, 1);
        }
    }
}

SCENARIO("row: a unit for sale", "[e2e][rows]")
{
    EventRig rig(4, EventRig::Zones::Open, {{q("units.csv"), "四房 143㎡,2289430,", "四房 143㎡,2289430,unit-1"}});
    const QStringList all{q("hub"), q("unit-1"), q("unit-2")};
    rig.wire();
    rig.startHub();
    rig.open(q("counter"), {q("unit-1"), q("unit-2")});
    const auto &codes = rig.codes();
    const auto hold = [&](const QString &desk, const char *unit, int guest) {
        return rig.act(desk, {q("unit-hold"), q(unit), codes.at(guest)});
    };
    // Its own desk has the right to this one from the start.
    REQUIRE(eventually([&] { return why(hold(q("unit-2"), "1-0101", 0)) == q("elsewhere"); }));

    const auto held = hold(q("unit-2"), "1-0102", 0);
    CHECK(outcome(held) == q("done"));
    CHECK_FALSE(isProvisional(held));
    CHECK(eventually([&] { return why(hold(q("unit-1"), "1-0102", 1)) == q("held"); }));

    rig.cut({q("unit-1"), q("unit-2")});
    const auto own = hold(q("unit-1"), "1-0101", 1);
    CHECK(outcome(own) == q("done"));
    CHECK(isProvisional(own));
    CHECK(outcome(rig.act(q("unit-1"), {q("unit-subscribe"), q("1-0101"), codes.at(1)})) == q("done"));
    const auto others = hold(q("unit-2"), "1-0101", 2);
    CHECK(outcome(others) == q("not_now"));
    CHECK(why(others) == q("elsewhere"));
    CHECK(outcome(hold(q("unit-1"), "1-0103", 2)) == q("not_now"));
    CHECK(outcome(rig.act(q("unit-2"), {q("unit-subscribe"), q("1-0102"), codes.at(0)})) == q("done"));

    rig.heal();
    rig.mustConverge(all, 0);
    CHECK(why(hold(q("unit-2"), "1-0101", 2)) == q("subscribed"));
    CHECK(eventually([&] { return outcome(hold(q("unit-1"), "1-0103", 2)) == q("done"); }));
}

SCENARIO("row: a draw", "[e2e][rows]")
{
    EventRig rig(everybody, EventRig::Zones::Open);
    rig.wire();
    rig.startHub();
    rig.open(q("prize"), {q("prize-1")});
    for (int i = 0; i < 6; ++i) {
        REQUIRE(outcome(rig.signIn(q("hub"), rig.codes().at(i))) == q("admitted"));
    }
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("prize-1")}); }));
    const auto step = [&](const QString &device, const QStringList &args) { return rig.act(device, args); };
    CHECK(outcome(step(q("prize-1"), {q("draw-commit"), q("grand")})) == q("not_allowed"));
    rig.cut({q("prize-1")});
    CHECK(outcome(step(q("prize-1"), {q("draw-commit"), q("grand")})) == q("not_allowed"));
    CHECK(outcome(step(q("hub"), {q("draw-commit"), q("grand")})) == q("done"));
    CHECK(outcome(step(q("hub"), {q("draw-number"), q("grand"), q("88")})) == q("done"));
    const auto shown = step(q("hub"), {q("draw-reveal"), q("grand")});
    CHECK(outcome(shown) == q("done"));
    const auto winners = shown.json.value(q("draw")).toObject().value(q("places")).toArray();
    CHECK(winners.size() == 1);
    rig.heal();
    rig.mustConverge({q("hub"), q("prize-1")}, 0);
    // The desk that was away recomputes the same winner from what was published.
    const auto file = rig.folder(q("draw.json"));
    REQUIRE(rig.at(q("prize-1"), {q("draw"), q("protocol"), q("grand"), q("--out"), file}).exit == 0);
    const auto verified = muster::test::muster({q("draw"), q("verify"), file});
    CHECK(verified.exit == 0);
    CHECK(verified.json.value(q("fits")).toBool());
}
