// Goal: what the commander says reaches whom it concerns, and who has read it is known by name, cut off or not.
// Method: a coordinator and two devices on real journals; hands carry operations only when a test says so.
#include "core/venue/modes/messages.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

EventSetup planWithStaff()
{
    auto plan = Hall::samplePlan();
    plan.staff = {{QStringLiteral("S-07"), QStringLiteral("周敏"), {}, {}, {QStringLiteral("lead")}, {}}};
    return plan;
}

Answer say(Hall &hall, const char *to, const QString &text)
{
    hall.clock().advance(1s);
    return hall.decide(0, messages::Say{QString::fromLatin1(to), text}, QStringLiteral("S-07"));
}

}  // namespace

SCENARIO("the commander says something", "[messages]")
{
    Hall hall(3, planWithStaff(), Hall::Disk::Files);
    const auto said = say(hall, "all", QStringLiteral("  午餐推迟十分钟 "));
    REQUIRE(said.outcome == Outcome::Done);
    REQUIRE(say(hall, "role:lead", QStringLiteral("开会")).outcome == Outcome::Done);
    hall.syncAll();
    const auto messages = hall.day(2).messages;
    REQUIRE(messages.size() == 2);
    CHECK(messages[0].to == QStringLiteral("role:lead"));
    CHECK(messages[1].text == QStringLiteral("午餐推迟十分钟"));
    CHECK(messages[1].from == QStringLiteral("周敏"));
    CHECK(messages[1].readBy == 0);
    THEN("who reads it is known by name and station, each once")
    {
        const messages::MarkRead read{messages[1].id};
        const auto first = hall.decide(1, read, QStringLiteral("S-07"));
        CHECK(first.outcome == Outcome::Done);
        CHECK(hall.decide(1, read, QStringLiteral("S-07")).operation == first.operation);
        hall.clock().advance(1s);
        CHECK(hall.decide(2, read).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.day(0).messages[1].readers ==
              QStringList{QStringLiteral("周敏 (gate-1)"), QStringLiteral("gate-2")});
        CHECK(hall.day(0).messages[1].readBy == 2);
    }
    THEN("it is there after a restart")
    {
        hall.keep(1);
        CHECK(hall.day(1).messages.size() == 2);
    }
    THEN("the end of the rehearsal takes it away")
    {
        hall.decide(0, ResetDay{QStringLiteral("rehearsal")});
        CHECK(hall.day(0).messages.empty());
    }
}

SCENARIO("what is said to a role needs somebody of that role at a device", "[messages][staff]")
{
    Hall hall(3, planWithStaff());
    const auto told = say(hall, "role:lead", QStringLiteral("开会"));
    REQUIRE(told.outcome == Outcome::Done);  // They may still come.
    CHECK(told.subjects.isEmpty());
    CHECK(told.why == QStringLiteral("shown_nowhere"));
    CHECK(hall.day(0).messages.front().shownAt == 0);
    WHEN("a lead signs on at a gate")
    {
        REQUIRE(hall.decide(1, staff::SignOn{QStringLiteral("S-07"), {}}).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.day(0).messages.front().shownAt == 1);
        CHECK(say(hall, "role:lead", QStringLiteral("现在")).subjects == QStringList{QStringLiteral("device 1")});
        THEN("it is nowhere again when they have gone")
        {
            REQUIRE(hall.decide(1, staff::SignOff{QStringLiteral("S-07")}).outcome == Outcome::Done);
            hall.syncAll();
            CHECK(hall.day(0).messages.front().shownAt == 0);
        }
    }
    WHEN("it is for all")
    {
        CHECK(say(hall, "all", QStringLiteral("x")).subjects.size() == 2);  // Not where it was said.
    }
}

TEST_CASE("a receipt that comes before its message waits for it", "[messages]")
{
    Hall hall(3, planWithStaff());
    REQUIRE(say(hall, "zone:D", QStringLiteral("x")).outcome == Outcome::Done);
    hall.sync(0, 1);
    REQUIRE(hall.decide(1, messages::MarkRead{hall.day(1).messages.front().id}).outcome == Outcome::Done);
    hall.sync(1, 2);
    hall.sync(0, 2);
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(hall.day(2).messages.front().readBy == 1);
}

TEST_CASE("nothing is said to nobody", "[messages]")
{
    Hall hall(1, planWithStaff());
    CHECK(say(hall, "role:pilot", QStringLiteral("x")).why == QStringLiteral("no_receiver"));
    CHECK(say(hall, "zone:Q", QStringLiteral("x")).why == QStringLiteral("no_receiver"));
    CHECK(say(hall, "everybody", QStringLiteral("x")).why == QStringLiteral("no_receiver"));
    CHECK(say(hall, "all", QStringLiteral("  ")).why == QStringLiteral("no_text"));
    CHECK(say(hall, "role:counter", QString(2'000, QLatin1Char('x'))).outcome == Outcome::Done);
    CHECK(hall.day(0).messages.front().text.size() == messages::textMax);
    CHECK(hall.decide(0, messages::MarkRead{QStringLiteral("zz")}).why == QStringLiteral("no_message"));
}

TEST_CASE("a message concerns a role, a zone or all", "[messages]")
{
    const QStringList lead{QStringLiteral("zone"), QStringLiteral("lead")};
    const auto zone = QStringLiteral("D");
    CHECK(messages::isFor(QStringLiteral("all"), lead, {}));
    CHECK(messages::isFor(QStringLiteral("role:lead"), lead, zone));
    CHECK_FALSE(messages::isFor(QStringLiteral("role:prize"), lead, zone));
    CHECK(messages::isFor(QStringLiteral("zone:D"), lead, zone));
    CHECK_FALSE(messages::isFor(QStringLiteral("zone:D"), lead, {}));
    CHECK(messages::isFor(QStringLiteral("zone:D"), {QStringLiteral("coordinator")}, {}));
}
