// Goal: a station outlives its device: within a minute a spare stands there, in the same role, at the same counter, and
//       the guests who waited for the dead one come first.
// Method: real processes; a device is killed with -9, by itself or at a dead cable so that not even its end is heard.
#include "tests/e2e/event_rig.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace muster::test;

namespace {

constexpr int minute = 60'000;

QJsonObject counterRow(const QJsonObject &day, const QString &station)
{
    for (const auto &queue : day.value(q("queues")).toArray()) {
        for (const auto &row : queue.toObject().value(q("counters")).toArray()) {
            if (row.toObject().value(q("station")) == station) {
                return row.toObject();
            }
        }
    }
    return {};
}

/// What staff do about a device that will not come back.
void giveUp(const EventRig &rig, const QString &device)
{
    REQUIRE(rig.act(q("hub"), {q("declare-lost"), device, q("--reason"), q("broken, recounted")}).exit == 0);
}

}  // namespace

SCENARIO("a kiosk breaks and a spare takes its station", "[e2e][spare]")
{
    EventRig rig(20);
    rig.startHub();
    rig.open(q("kiosk"), {q("kiosk-2"), q("kiosk-3")});
    REQUIRE(outcome(rig.signIn(q("kiosk-2"), rig.codes().at(0))) == q("admitted"));
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-2")}); }));
    rig.device(q("kiosk-2")).kill();
    QElapsedTimer sinceLoss;
    sinceLoss.start();
    if (GENERATE(true, false)) {
        REQUIRE(rig.at(q("hub"), {q("revoke"), q("kiosk-2")}).exit == 0);
    }
    giveUp(rig, q("kiosk-2"));
    rig.startDevice(q("kiosk"), q("spare"));
    CHECK(eventually([&] {
        const auto said = rig.signIn(q("spare"), rig.codes().at(1));
        return outcome(said) == q("admitted") && !isProvisional(said);
    }));
    WARN("the station serves again after " << sinceLoss.elapsed() << " ms");
    CHECK(sinceLoss.elapsed() < minute);
    const auto earlier = rig.signIn(q("kiosk-3"), rig.codes().at(1)).json.value(q("earlier")).toObject();
    CHECK(earlier.value(q("station")) == q("kiosk-2"));  // Though kiosk-1 was never taken.
    CHECK(outcome(rig.signIn(q("spare"), rig.codes().at(0))) == q("already_in"));
    rig.mustConverge({q("hub"), q("kiosk-3"), q("spare")}, 0);
}

SCENARIO("a prize desk's device dies and a spare gives what lies there", "[e2e][spare]")
{
    EventRig rig(10, EventRig::Zones::Open);
    rig.startHub();
    rig.open(q("prize"), {q("prize-2")});
    for (int i = 0; i < 3; ++i) {
        REQUIRE(outcome(rig.signIn(q("hub"), rig.codes().at(i))) == q("admitted"));
    }
    const auto redeem = [&](const QString &desk, int guest) {
        return rig.act(desk, {q("redeem"), q("welcome"), rig.codes().at(guest)});
    };
    REQUIRE(eventually([&] { return redeem(q("prize-2"), 0).exit == 0; }));
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("prize-2")}); }));
    rig.device(q("prize-2")).kill();
    QElapsedTimer sinceLoss;
    sinceLoss.start();
    REQUIRE(rig.at(q("hub"), {q("revoke"), q("prize-2")}).exit == 0);
    giveUp(rig, q("prize-2"));
    rig.startDevice(q("prize"), q("spare"));
    Said given;
    CHECK(eventually([&] {
        given = redeem(q("spare"), 1);
        return given.exit == 0;
    }));
    WARN("the desk gives again after " << sinceLoss.elapsed() << " ms");
    CHECK(sinceLoss.elapsed() < minute);
    CHECK(rig.act(q("spare"), {q("hand-over"), given.json.value(q("grant")).toString()}).exit == 0);
    CHECK(why(redeem(q("spare"), 0)) == q("already_given"));
    for (const auto &prize : rig.status(q("spare")).value(q("prizes")).toArray()) {
        for (const auto &stock : prize.toObject().value(q("stock")).toArray()) {
            if (prize.toObject().value(q("code")) == q("welcome") &&
                stock.toObject().value(q("desk")) == q("prize-2")) {
                CHECK(stock.toObject().value(q("left")) == 500 - 2);
            }
        }
    }
    rig.mustConverge({q("hub"), q("spare")}, 0);
}

SCENARIO("a kiosk that was given up turns up again", "[e2e][spare]")
{
    EventRig rig(20, EventRig::Zones::AsPlanned,
                 {{q("zones.csv"), "C,排号区,Numbering,80,,,", "C,排号区,Numbering,8,20,,"}});
    rig.startHub();
    rig.open(q("kiosk"), {q("kiosk-1")});
    REQUIRE(rig.act(q("kiosk-1"), {q("network"), q("cut")}).exit == 0);
    REQUIRE(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(0))) == q("admitted"));
    REQUIRE(eventually([&] { return !rig.deviceAtHub(q("kiosk-1")).value(q("linked")).toBool(true); }));
    giveUp(rig, q("kiosk-1"));
    WHEN("its cable is found and put back")
    {
        REQUIRE(rig.act(q("kiosk-1"), {q("network"), q("restore")}).exit == 0);
        REQUIRE(rig.isReady(q("kiosk-1")));
        THEN("it works as before, with rights that are given to it anew, and what it did meanwhile counts")
        {
            Said said;
            int next = 1;
            do {
                said = rig.signIn(q("kiosk-1"), rig.codes().at(next++));
            } while (outcome(said) != q("admitted") && next < 5);
            CHECK_FALSE(isProvisional(said));
            CHECK_FALSE(number(said).isEmpty());
            rig.mustConverge({q("hub"), q("kiosk-1")}, 0);
            CHECK(headcount(rig.status(q("hub"))) == 2);
            CHECK_FALSE(hasAlert(rig.status(q("hub")), q("device_restored")));
        }
    }
}

SCENARIO("a counter's device dies without a word and a spare takes its place", "[e2e][spare]")
{
    EventRig rig(20, EventRig::Zones::Open);
    rig.wire();
    rig.startHub();
    rig.open(q("kiosk"), {q("kiosk-1")});
    rig.open(q("counter"), {q("verify-2"), q("verify-3")});
    QStringList numbers;
    for (int i = 0; i < 8; ++i) {
        numbers << number(rig.signIn(q("kiosk-1"), rig.codes().at(i)));
    }
    const auto onDeck = [&](const QString &station) {
        return counterRow(rig.status(q("hub")), station).value(q("on_deck")).toInt();
    };
    for (const auto &counter : {q("verify-2"), q("verify-3")}) {
        REQUIRE(rig.act(counter, {q("queue-open")}).exit == 0);
        REQUIRE(eventually([&] { return onDeck(counter) == 2; }));
    }
    REQUIRE(number(rig.act(q("verify-2"), {q("queue-call")})) == numbers.at(0));
    REQUIRE(eventually([&] { return onDeck(q("verify-2")) == 2 && rig.areEqual({q("hub"), q("verify-2")}); }));

    if (rig.isWired()) {
        rig.cut({q("verify-2")});
    }
    rig.device(q("verify-2")).kill();
    QElapsedTimer sinceLoss;
    sinceLoss.start();
    REQUIRE(rig.at(q("hub"), {q("revoke"), q("verify-2")}).exit == 0);
    giveUp(rig, q("verify-2"));
    rig.startDevice(q("counter"), q("spare"));
    Said first;
    CHECK(eventually([&] {
        first = rig.act(q("spare"), {q("queue-call")});
        return first.exit == 0;
    }));
    WARN("the counter calls again after " << sinceLoss.elapsed() << " ms");
    CHECK(sinceLoss.elapsed() < minute);
    CHECK(number(first) == numbers.at(0));
    const auto row = counterRow(rig.status(q("hub")), q("verify-2"));
    CHECK(row.value(q("open")).toBool());
    CHECK(row.value(q("number")) == numbers.at(0));
    CHECK(rig.act(q("spare"), {q("queue-cancel"), numbers.at(0)}).exit == 0);
    // 1 and 4 lay on the dead deck, 2 and 3 on the other one; 5 waits for anybody.
    for (const int next : {1, 4, 5}) {
        CHECK(number(rig.act(q("spare"), {q("queue-call")})) == numbers.at(next));
        CHECK(rig.act(q("spare"), {q("queue-cancel"), numbers.at(next)}).exit == 0);
    }
    CHECK(number(rig.act(q("verify-3"), {q("queue-call")})) == numbers.at(2));
    rig.mustConverge({q("hub"), q("kiosk-1"), q("verify-3"), q("spare")}, 0);
}
