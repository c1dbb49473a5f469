// Goal: emptying the hall puts out whom its author saw, and nobody whom a cut-off kiosk let in without knowing of it.
// Method: a kiosk is cut off while the hall is emptied; its steps and the emptying arrive in both orders.
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto code = QStringLiteral("C-L1");
const auto otherCode = QStringLiteral("C-L2");

EmptyHall endOfDay()
{
    EmptyHall empty;
    empty.reason = QStringLiteral("end of the day");
    return empty;
}

std::vector<AlertView> missed(Hall &hall, int device)
{
    auto alerts = hall.day(device).alerts;
    std::erase_if(alerts, [](const AlertView &alert) { return alert.kind != QStringLiteral("missed_by_emptying"); });
    return alerts;
}

void checkInside(Hall &hall, int headcount, std::size_t alerts)
{
    for (int i = 0; i < hall.count(); ++i) {
        CAPTURE(i);
        CHECK(hall.day(i).headcount == headcount);
        CHECK(missed(hall, i).size() == alerts);
        CHECK(hall.faults(i).isEmpty());
    }
    CHECK(hall.isEqual());
}

/// A hall with one guest inside whom everybody knows; another comes to the cut-off kiosk 1 before or after the
/// emptying, and nobody but the kiosk can tell which.
struct CutOff {
    explicit CutOff(bool isBefore)
    {
        hall.invite(QStringLiteral("L1"), QStringLiteral("firm"));
        hall.invite(QStringLiteral("L2"));
        hall.invite(QStringLiteral("L3"));
        hall.syncAll();
        CHECK(hall.signIn(2, otherCode, true).outcome == Outcome::Admitted);
        hall.syncAll();
        if (isBefore) {
            comeIn();
        }
        CHECK(hall.decide(0, endOfDay()).outcome == Outcome::Done);
        CHECK(hall.day(0).headcount == 0);
        if (!isBefore) {
            comeIn();
        }
        // The kiosk's step reaches one device before the emptying does, the other after it.
        hall.sync(1, 2);
        hall.sync(0, 2);
        hall.sync(1, 0);
        hall.hubDuties();
        hall.syncAll();
    }
    void comeIn()
    {
        hall.clock().advance(10s);
        SignIn anyway;
        anyway.overrideReason = QStringLiteral("knows the owner");
        CHECK(hall.signIn(1, code, false, anyway).outcome == Outcome::Admitted);
        hall.clock().advance(10s);
    }
    Hall hall{3};
};

}  // namespace

SCENARIO("the hall is emptied while a kiosk is cut off", "[door][emptied]")
{
    CutOff cut(GENERATE(true, false));
    auto &hall = cut.hall;
    THEN("its guest is inside on every device, on the roll, and pointed out to the coordinator")
    {
        checkInside(hall, 1, 1);
        const auto alert = missed(hall, 0).front();
        CHECK(alert.station == QStringLiteral("gate-1"));
        CHECK(alert.text.en.endsWith(QStringLiteral(": 1")));
        CHECK(alert.text.zh.contains(QStringLiteral("1 位")));
        RollCall roll;
        REQUIRE(hall.at(2).journal->read(
            [&](State &state) { roll = day_query::rollCall(state, hall.at(2).venue.setup(state), {}, 100); }));
        REQUIRE(roll.entries.size() == 1);
        CHECK(roll.entries.front().guest.id == hall.guest(QStringLiteral("L1")));
    }
    THEN("it is over when they are signed out")
    {
        CHECK(hall.signOut(2, code).outcome == Outcome::CheckedOut);
        hall.syncAll();
        checkInside(hall, 0, 0);
    }
    THEN("the next emptying, which has seen them, leaves nobody")
    {
        CHECK(hall.decide(0, endOfDay()).outcome == Outcome::Done);
        hall.syncAll();
        checkInside(hall, 0, 0);
        CHECK(hall.day(1).signedIn == 2);
    }
    WHEN("the coordinator takes it in hand")
    {
        CHECK(hall.decide(0, AcknowledgeAlert{missed(hall, 0).front().id, 0}).outcome == Outcome::Done);
        CHECK(missed(hall, 0).empty());
        THEN("what the kiosk tells later is another alert, and what it tells knowing of the emptying is none")
        {
            hall.clock().advance(10s);
            CHECK(hall.signIn(1, QStringLiteral("C-L3"), false).outcome == Outcome::Admitted);
            hall.syncAll();
            checkInside(hall, 2, 0);
        }
    }
}

TEST_CASE("a kiosk that stays cut off is pointed out again with every batch that it tells", "[door][emptied]")
{
    Hall hall(2);
    hall.invite(QStringLiteral("L1"));
    hall.invite(QStringLiteral("L2"));
    hall.syncAll();
    CHECK(hall.decide(0, endOfDay()).outcome == Outcome::Done);
    CHECK(hall.signIn(1, code, false).outcome == Outcome::Admitted);
    hall.sync(1, 0);
    REQUIRE(missed(hall, 0).size() == 1);
    hall.clock().advance(1s);
    CHECK(hall.decide(0, AcknowledgeAlert{missed(hall, 0).front().id, 0}).outcome == Outcome::Done);
    CHECK(missed(hall, 0).empty());
    hall.clock().advance(1s);
    CHECK(hall.signIn(1, otherCode, false).outcome == Outcome::Admitted);
    hall.sync(1, 0);
    REQUIRE(missed(hall, 0).size() == 1);
    CHECK(missed(hall, 0).front().text.en.endsWith(QStringLiteral(": 2")));
}

TEST_CASE("an older sign-in that the emptying missed is not hidden by later steps that it saw", "[door][emptied]")
{
    Hall hall(3);
    hall.invite(QStringLiteral("L1"));
    hall.syncAll();
    // In, out and in again where everybody hears of it: the guest's place has come to a high version.
    CHECK(hall.signIn(2, code, true).outcome == Outcome::Admitted);
    CHECK(hall.signOut(2, code).outcome == Outcome::CheckedOut);
    hall.sync(2, 0);
    CHECK(hall.signIn(2, code, true).outcome == Outcome::Admitted);
    hall.sync(2, 0);
    CHECK(hall.decide(0, endOfDay()).outcome == Outcome::Done);
    hall.clock().advance(10s);
    CHECK(hall.signIn(1, code, false).outcome == Outcome::Admitted);
    hall.sync(1, 2);
    hall.syncAll();
    checkInside(hall, 1, 1);
}
