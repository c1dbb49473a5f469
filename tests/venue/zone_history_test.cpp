// Goal: afterwards it can be said how many were in a zone at most, when, and how many came in all.
// Method: a small day on real journals with a clock that moves when told; scans, paper, counts, recounts, an emptying.
#include "core/venue/zones/zone_history.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

EventSetup approvedPlan()
{
    auto plan = Hall::samplePlan();
    plan.zones[1].capacityAuthor = QStringLiteral("Fire service");
    plan.zones[1].capacityBasis = QStringLiteral("F-2026-118");
    plan.softCapacity = 900;
    return plan;
}

zones::ZoneHistory historyOf(Hall &hall, int device = 0)
{
    zones::ZoneHistory history;
    REQUIRE(hall.at(device).journal->read(
        [&](State &state) { history = zones::history(state, hall.at(device).venue.setup(state)); }));
    return history;
}

const zones::ZoneRecord &of(const zones::ZoneHistory &history, const char *zone)
{
    return *std::ranges::find(history.zones, QString::fromLatin1(zone), &zones::ZoneRecord::zone);
}

}  // namespace

SCENARIO("a day is looked back on", "[zones][history]")
{
    Hall hall(2, approvedPlan());
    for (int i = 0; i < 6; ++i) {
        hall.invite(QString::number(i));
    }
    hall.syncAll();
    const auto code = [](int i) { return QStringLiteral("C-%1").arg(i); };
    for (int i = 0; i < 4; ++i) {
        hall.clock().advance(60s);
        CHECK(hall.signIn(1, code(i), true).outcome == Outcome::Admitted);
    }
    const auto full = hall.clock().wall();
    hall.clock().advance(60s);
    CHECK(hall.move(1, code(0), QStringLiteral("D"), true).outcome == Outcome::Admitted);
    hall.clock().advance(60s);
    CHECK(hall.signOut(1, code(1)).outcome == Outcome::CheckedOut);
    hall.syncAll();
    GIVEN("scans alone")
    {
        const auto history = historyOf(hall);
        CHECK(of(history, "A").peak == 4);
        CHECK(std::chrono::abs(*of(history, "A").peakAt - full) < 5s);
        CHECK(of(history, "A").admissions == 4);
        CHECK(of(history, "A").persons == 2);
        CHECK(of(history, "D").peak == 1);
        CHECK(of(history, "D").admissions == 1);
        CHECK(of(history, "D").firmCapacity == 5);
        CHECK(of(history, "D").capacityAuthor == QStringLiteral("Fire service"));
        CHECK(of(history, "D").capacityBasis == QStringLiteral("F-2026-118"));
        CHECK(history.all.peak == 4);
        CHECK(history.all.admissions == 4);
        CHECK(history.all.persons == 3);
        CHECK(history.all.softCapacity == 900);
        CHECK_FALSE(of(history, "H").peakAt);
    }
    GIVEN("a sign-in from paper, of the time when it was fullest")
    {
        SignIn paper;
        paper.happenedAt = full - 30s;
        CHECK(hall.signIn(1, code(4), true, paper).outcome == Outcome::Admitted);
        hall.syncAll();
        CHECK(of(historyOf(hall), "A").peak == 5);
        THEN("it was a mistake: taken back, it never was")
        {
            CHECK(hall.annul(0, code(4), QStringLiteral("wrong list")).outcome == Outcome::Done);
            CHECK(of(historyOf(hall), "A").peak == 4);
        }
    }
    GIVEN("counts and a recount")
    {
        hall.clock().advance(60s);
        const auto slip = hall.decide(1, zones::Count{QStringLiteral("A"), 50});
        CHECK(hall.decide(1, zones::Count{QStringLiteral("A"), 10}).outcome == Outcome::Done);
        zones::Count back;
        back.undoes = slip.operation;
        CHECK(hall.decide(1, back).outcome == Outcome::Done);
        hall.clock().advance(60s);
        CHECK(hall.decide(1, zones::Recount{QStringLiteral("A"), 9, {}}).outcome == Outcome::Done);
        hall.clock().advance(60s);
        CHECK(hall.decide(1, zones::Count{QStringLiteral("A"), -1}).outcome == Outcome::Done);
        hall.syncAll();
        const auto history = historyOf(hall);
        CHECK(of(history, "A").peak == 12);
        CHECK(of(history, "A").admissions == 14);
        CHECK(of(history, "A").persons == 8);
        CHECK(history.all.admissions == 14);
        CHECK(history.all.persons == hall.day(0).headcount);
        THEN("the emptying of the hall leaves nobody, and the peak stays")
        {
            hall.clock().advance(60s);
            CHECK(hall.decide(0, EmptyHall{QStringLiteral("drill")}).outcome == Outcome::Done);
            CHECK(historyOf(hall).all.persons == 0);
            CHECK(of(historyOf(hall), "A").peak == 12);
        }
        THEN("a reset begins anew")
        {
            hall.clock().advance(60s);
            CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
            CHECK(historyOf(hall).all.peak == 0);
            CHECK(historyOf(hall).all.admissions == 0);
        }
    }
}
