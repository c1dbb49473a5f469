// Goal: a guest whom a gate cannot help is told where to go, and the problem desk knows before they arrive.
// Method: the models of kiosk and greeter on a node that answers as told.
#include "app/models/greeter_controller.h"
#include "app/models/kiosk_controller.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_day.h"
#include "tests/support/catch.h"

#include <QTest>

using namespace muster;
using namespace muster::test;

namespace {

bool isReferral(const Act &act) { return std::holds_alternative<referrals::Refer>(act.command); }

}  // namespace

SCENARIO("a kiosk sends whom it cannot help to the problem desk", "[models][kiosk][referrals]")
{
    FakeNode node;
    Settings settings;
    settings.setLanguage(QStringLiteral("en"));
    node.setNow(sampleNow());
    GIVEN("a plan with a problem desk, and a guest who is on no list")
    {
        node.setIdentity(sampleIdentityWithDesk(QStringLiteral("kiosk")));
        node.decide = sampleReferring(sampleAnswer(Outcome::Unknown));
        KioskController kiosk(node, settings);
        kiosk.scanned("NOBODY");
        REQUIRE(QTest::qWaitFor([&] { return !kiosk.problemDesk().isEmpty(); }));
        THEN("the guest reads where to go, in both languages, and the desk reads why they come")
        {
            CHECK(kiosk.problemDesk() == QStringLiteral("Problem desk"));
            CHECK(kiosk.problemDeskOther() == QStringLiteral("疑难台"));
            REQUIRE(node.acts.size() == 2);
            const auto &sent = std::get<referrals::Refer>(node.acts[1].command);
            CHECK(sent.reason == QStringLiteral("unknown"));
            CHECK(sent.payload == "NOBODY");
            AND_THEN("the next guest reads nothing of it")
            {
                kiosk.startOver();
                CHECK(kiosk.problemDesk().isEmpty());
            }
        }
    }
    GIVEN("a guest who only comes too early, or a plan without a problem desk")
    {
        const bool isEarly = GENERATE(true, false);
        node.setIdentity(isEarly ? sampleIdentityWithDesk(QStringLiteral("kiosk"))
                                 : sampleIdentity(QStringLiteral("kiosk")));
        node.decide = sampleReferring(sampleAnswer(isEarly ? Outcome::WrongTime : Outcome::Unknown));
        KioskController kiosk(node, settings);
        kiosk.scanned("C-1");
        REQUIRE(QTest::qWaitFor([&] { return kiosk.state() == KioskController::Told; }));
        QTest::qWait(10);
        THEN("nobody is sent anywhere")
        {
            CHECK(std::ranges::none_of(node.acts, &isReferral));
            CHECK(kiosk.problemDesk().isEmpty());
        }
    }
}

SCENARIO("a greeter sends a guest on, and the problem desk is done with them", "[models][greeter][referrals]")
{
    FakeNode node;
    Settings settings;
    settings.setLanguage(QStringLiteral("en"));
    node.setNow(sampleNow());
    auto identity = sampleIdentityWithDesk(QStringLiteral("greeter"));
    GIVEN("a greeter at a gate who refuses somebody")
    {
        node.setIdentity(identity);
        node.decide = sampleReferring(sampleAnswer(Outcome::Blocked));
        GreeterController greeter(node, settings, QStringLiteral("S-07"));
        CHECK_FALSE(greeter.canRefer());
        greeter.scanned("C-1");
        REQUIRE(QTest::qWaitFor([&] { return greeter.canRefer(); }));
        greeter.refer();
        REQUIRE(QTest::qWaitFor([&] { return greeter.isReferred(); }));
        THEN("the desk is told once, by whom and why; the next guest is another matter")
        {
            greeter.refer();
            CHECK(std::ranges::count_if(node.acts, &isReferral) == 1);
            CHECK(node.acts.back().actor == QStringLiteral("S-07"));
            CHECK(std::get<referrals::Refer>(node.acts.back().command).reason == QStringLiteral("blocked"));
            greeter.scanned("C-2");
            REQUIRE(QTest::qWaitFor([&] { return greeter.canRefer(); }));
            CHECK_FALSE(greeter.isReferred());
        }
    }
    GIVEN("a problem desk that somebody was sent to")
    {
        identity.station = QStringLiteral("desk-1");
        node.setIdentity(identity);
        GreeterController desk(node, settings, QStringLiteral("S-08"));
        DayView day;
        const auto referral = sampleReferral();
        day.referrals = {referral};
        node.setDay(day);
        THEN("it reads who comes and why, and says when they were helped")
        {
            REQUIRE(desk.alerts()->count() == 1);
            const auto said = [&](const char *role) {
                return desk.alerts()->data(desk.alerts()->index(0, 0), desk.alerts()->roleNames().key(role));
            };
            CHECK(said("text").toString() == QStringLiteral("code not on the list · …Y-4711 · 赶时间"));
            CHECK(said("station").toString() == QStringLiteral("East gate"));
            desk.acknowledge(said("key").toString());
            REQUIRE(node.acts.size() == 1);
            CHECK(std::get<referrals::Settle>(node.acts[0].command).referral == referral.operation);
        }
        THEN("it sends nobody on to itself")
        {
            node.decide = sampleReferring(sampleAnswer(Outcome::Blocked));
            desk.scanned("C-1");
            REQUIRE(QTest::qWaitFor([&] { return desk.mode() == GreeterController::Told; }));
            CHECK_FALSE(desk.canRefer());
        }
    }
    GIVEN("a gate while somebody is on the way to the desk")
    {
        node.setIdentity(identity);
        GreeterController greeter(node, settings, QStringLiteral("S-07"));
        DayView day;
        day.referrals.emplace_back();
        node.setDay(day);
        THEN("its own list stays short") { CHECK(greeter.alerts()->count() == 0); }
    }
}
