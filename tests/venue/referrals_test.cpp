// Goal: whom a gate cannot help is expected at the problem desk, with the reason, once, until they are seen to.
// Method: a hub, a gate and a problem desk on real journals; the day is asked, as shown.
#include "core/venue/door/referrals.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

constexpr int gate = 1;
constexpr int desk = 2;

EventSetup referralPlan()
{
    auto plan = Hall::samplePlan();
    Station station;
    station.code = QStringLiteral("gate-%1").arg(desk);
    station.role = QStringLiteral("greeter");
    station.name = {QStringLiteral("疑难台"), QStringLiteral("Problem desk")};
    station.zone = QStringLiteral("A");
    station.isProblemDesk = true;
    plan.stations.push_back(station);
    return plan;
}

struct ReferralHall : Hall {
    explicit ReferralHall(EventSetup plan = referralPlan()) : Hall(3, std::move(plan))
    {
        invite(QStringLiteral("b"), QStringLiteral("buyer"), GuestStatus::Blocked);
        invite(QStringLiteral("l"));
        syncAll();
    }
    Answer refer(const QByteArray &payload, const char *reason)
    {
        clock().advance(1s);
        return decide(gate,
                      referrals::Refer{payload, {}, QString::fromLatin1(reason), QStringLiteral("  very cross ")});
    }
    std::vector<ReferralView> at(int device) { return day(device).referrals; }
};

bool isRaised(Hall &hall, int device)
{
    return std::ranges::any_of(hall.day(device).alerts,
                               [](const auto &alert) { return alert.kind == QLatin1String("referral_waiting"); });
}

}  // namespace

SCENARIO("a gate sends guests on to the problem desk", "[referrals]")
{
    ReferralHall hall;
    const auto blocked = hall.refer("C-b", "blocked");
    const auto unknown = hall.refer("NOBODY-4711", "unknown");
    CHECK(blocked.outcome == Outcome::Done);
    CHECK(blocked.zone == QStringLiteral("A"));
    CHECK(blocked.zoneName.en == QStringLiteral("Problem desk"));
    hall.syncAll();
    CHECK(hall.isEqual());
    THEN("the desk sees who comes, from where, and why, the first one first")
    {
        const auto expected = hall.at(desk);
        REQUIRE(expected.size() == 2);
        CHECK(expected[0].guest->id == hall.guest(QStringLiteral("b")));
        CHECK(expected[0].codeEnd.isEmpty());
        CHECK(expected[0].reason.en == QStringLiteral("guest is blocked"));
        CHECK(expected[0].station == QStringLiteral("gate-1"));
        CHECK(expected[0].note == QStringLiteral("very cross"));
        CHECK_FALSE(expected[1].guest);
        CHECK(expected[1].codeEnd == QStringLiteral("Y-4711"));
    }
    THEN("whoever is scanned again on the way is not expected twice")
    {
        CHECK(hall.refer("C-b", "blocked").operation == blocked.operation);
        CHECK(hall.refer("NOBODY-4711", "unknown").operation == unknown.operation);
        CHECK(hall.at(gate).size() == 2);
        CHECK(hall.refer("", "no_code").operation != hall.refer("", "no_code").operation);  // Two people.
    }
    THEN("it is over when the desk says so, everywhere, and only once")
    {
        const referrals::Settle settle{*unknown.operation, QStringLiteral("invitation of next week")};
        CHECK(hall.decide(desk, settle).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.at(0).size() == 1);
        CHECK(hall.decide(0, settle).why == QStringLiteral("no_referral"));
    }
    THEN("it is over when the guest signs in at last")
    {
        hall.clock().advance(1s);
        hall.invite(QStringLiteral("b"));  // It was a mistake.
        hall.syncAll();
        CHECK(hall.signIn(desk, QStringLiteral("C-b"), false).outcome == Outcome::Admitted);
        hall.syncAll();
        REQUIRE(hall.at(0).size() == 1);
        CHECK_FALSE(hall.at(0).front().guest);
    }
    THEN("nobody waits there unseen")
    {
        CHECK_FALSE(isRaised(hall, 0));
        hall.clock().advance(5min);
        CHECK(isRaised(hall, 0));
    }
    THEN("a new day begins with nobody")
    {
        CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        CHECK(hall.at(0).empty());
    }
}

SCENARIO("a plan without a problem desk sends nobody", "[referrals]")
{
    ReferralHall hall(Hall::samplePlan());
    CHECK(hall.refer("C-b", "blocked").why == QStringLiteral("no_problem_desk"));
    CHECK(hall.at(0).empty());
}

TEST_CASE("whoever signed in since hides nobody who is still expected", "[referrals]")
{
    ReferralHall hall;
    for (int i = 0; i < referrals::openMax; ++i) {
        hall.invite(QString::number(i));
    }
    hall.syncAll();
    for (int i = 0; i < referrals::openMax; ++i) {
        const auto key = QString::number(i);
        REQUIRE(hall.refer("C-" + key.toUtf8(), "disputed").outcome == Outcome::Done);
        REQUIRE(hall.signIn(gate, QStringLiteral("C-") + key, false).outcome == Outcome::Admitted);
    }
    REQUIRE(hall.refer("NOBODY-4711", "unknown").outcome == Outcome::Done);
    REQUIRE(hall.at(gate).size() == 1);
    CHECK(hall.at(gate)[0].codeEnd == QStringLiteral("Y-4711"));
    CHECK(hall.refer("NOBODY-4711", "unknown").operation == hall.at(gate)[0].operation);
}
