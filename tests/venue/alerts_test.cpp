// Goal: an alert names who is meant, goes when somebody takes it in hand, and comes back only for another occasion.
// Method: a hall of devices on real journals with a clock that moves when told; the day as it is shown is asked.
#include "core/venue/day/audit.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto v1 = QStringLiteral("V1");
const auto codeV1 = QStringLiteral("C-V1");
const auto vip = QStringLiteral("vip");

EventSetup planWithStaff()
{
    auto plan = Hall::samplePlan();
    plan.sessions.push_back({QStringLiteral("evening"), {}, false});
    plan.stations = {{QStringLiteral("gate-1"),
                      QStringLiteral("greeter"),
                      {QStringLiteral("东门"), QStringLiteral("East gate")},
                      {},
                      {},
                      {}}};
    plan.staff = {{QStringLiteral("S-07"), QStringLiteral("周敏"), {}, {}, {}, {}}};
    return plan;
}

std::optional<AlertView> alertOf(Hall &hall, const QString &kind, int device = 0)
{
    const auto day = hall.day(device);
    const auto found = std::ranges::find(day.alerts, kind, &AlertView::kind);
    return found == day.alerts.end() ? std::nullopt : std::optional(*found);
}

/// One second passes first: nobody answers in the millisecond of the alarm.
void acknowledge(Hall &hall, const QString &alert, int recheckMinutes = 0)
{
    hall.clock().advance(1s);
    CHECK(hall.decide(0, AcknowledgeAlert{alert, recheckMinutes}).outcome == Outcome::Done);
}

}  // namespace

SCENARIO("a VIP guest arrives", "[alerts]")
{
    Hall hall(3, planWithStaff());
    hall.invite(v1, vip);
    hall.syncAll();
    REQUIRE(hall.signIn(1, codeV1, true).outcome == Outcome::Admitted);
    hall.syncAll();
    const auto alert = alertOf(hall, vip);
    REQUIRE(alert);
    CHECK(alert->guest->id == hall.guest(v1));
    CHECK(alert->guest->zone == QStringLiteral("A"));
    CHECK(alert->stationName.en == QStringLiteral("East gate"));
    CHECK_FALSE(alert->isEscalated);
    THEN("nobody answers for a minute: it escalates")
    {
        hall.clock().advance(60s);
        CHECK(alertOf(hall, vip)->isEscalated);
    }
    WHEN("two take it in hand, the second on a screen that still shows it")
    {
        acknowledge(hall, alert->id, 5);
        acknowledge(hall, alert->id, 2);
        CHECK_FALSE(alertOf(hall, vip));
        hall.clock().advance(2min);
        THEN("it comes up again when the last of them said, and goes with the next word")
        {
            REQUIRE(alertOf(hall, vip));
            acknowledge(hall, alert->id);
            CHECK_FALSE(alertOf(hall, vip));
        }
    }
    WHEN("somebody takes it in hand")
    {
        acknowledge(hall, alert->id);
        hall.syncAll();
        THEN("it is gone everywhere, also when the guest steps out and returns")
        {
            CHECK_FALSE(alertOf(hall, vip, 2));
            hall.signOut(1, codeV1);
            hall.clock().advance(10s);
            hall.syncAll();
            CHECK(hall.signIn(2, codeV1, true).outcome == Outcome::Admitted);
            hall.syncAll();
            CHECK_FALSE(alertOf(hall, vip));
        }
        THEN("it was the rehearsal: on the live day the guest is announced anew")
        {
            hall.clock().advance(10s);
            CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
            hall.clock().advance(10s);
            hall.syncAll();
            CHECK_FALSE(alertOf(hall, vip));
            CHECK(hall.signIn(1, codeV1, true).outcome == Outcome::Admitted);
            hall.syncAll();
            CHECK(alertOf(hall, vip));
        }
        THEN("another session of the event announces the guest anew")
        {
            hall.clock().advance(10s);
            hall.decide(0, SetSession{QStringLiteral("day"), false});
            hall.decide(0, SetSession{QStringLiteral("evening"), true});
            hall.syncAll();
            CHECK(hall.signIn(1, codeV1, true).outcome == Outcome::Admitted);
            hall.syncAll();
            CHECK(alertOf(hall, vip));
        }
    }
    WHEN("somebody will look again in five minutes")
    {
        acknowledge(hall, alert->id, 5);
        CHECK_FALSE(alertOf(hall, vip));
        hall.clock().advance(5min);
        THEN("it is back, and young") { CHECK_FALSE(alertOf(hall, vip).value().isEscalated); }
    }
}

TEST_CASE("an alert puts a device's name between quotes of its own language", "[alerts]")
{
    for (const auto *kind : {"device_restored", "device_quarantine", "device_dead_letter", "device_fork",
                             "device_digest", "device_skew", "device_future", "device_silent", "device_trouble"}) {
        CAPTURE(kind);
        const auto words = day_query::wordsOf(QString::fromLatin1(kind), QStringLiteral("K3"));
        CHECK(words.en.contains(QStringLiteral("\"K3\"")));
        CHECK(words.zh.contains(QStringLiteral("“K3”")));
    }
}

SCENARIO("a conflict that somebody saw gets a third rival", "[alerts]")
{
    Hall hall(4);
    hall.invite(v1);
    hall.syncAll();
    for (const int device : {1, 2, 3}) {
        CHECK(hall.signIn(device, codeV1, false).isProvisional);
    }
    hall.sync(1, 0);
    hall.sync(2, 0);
    const auto first = alertOf(hall, QStringLiteral("conflict"));
    REQUIRE(first);
    CHECK(first->stationName.en.contains(QStringLiteral("gate-1")));
    CHECK(first->stationName.en.contains(QStringLiteral("gate-2")));
    acknowledge(hall, first->id);
    CHECK_FALSE(alertOf(hall, QStringLiteral("conflict")));
    hall.sync(3, 0);
    CHECK(alertOf(hall, QStringLiteral("conflict")));
}

SCENARIO("a guest rings the bell of a kiosk", "[alerts]")
{
    const auto kind = QStringLiteral("staff_called");
    Hall hall(3, planWithStaff());
    CHECK(hall.decide(1, CallStaff{QStringLiteral("unknown")}).outcome == Outcome::Done);
    CHECK_FALSE(alertOf(hall, kind));
    hall.syncAll();
    for (const int device : {0, 2}) {
        const auto call = alertOf(hall, kind, device);
        REQUIRE(call);
        CHECK(call->stationName.zh == QStringLiteral("东门"));
        CHECK(call->text.en.contains(QStringLiteral("not on the list")));
    }
    WHEN("the bell is rung again before anybody came")
    {
        hall.clock().advance(50s);
        CHECK(hall.decide(1, CallStaff{QStringLiteral("help")}).outcome == Outcome::Done);
        hall.syncAll();
        hall.clock().advance(10s);
        THEN("it is one alert, as old as the first ring")
        {
            const auto call = alertOf(hall, kind);
            REQUIRE(call);
            CHECK(call->isEscalated);
            AND_THEN("who goes there answers both rings")
            {
                acknowledge(hall, call->id);
                CHECK_FALSE(alertOf(hall, kind));
            }
        }
    }
    WHEN("somebody with a fast clock goes there, and it is rung again")
    {
        hall.clock().stepWall(10min);
        acknowledge(hall, alertOf(hall, kind)->id);
        CHECK_FALSE(alertOf(hall, kind));
        hall.clock().stepWall(-10min);
        hall.decide(1, CallStaff{QStringLiteral("help")});
        hall.sync(1, 0);
        THEN("the new ring is heard") { CHECK(alertOf(hall, kind)); }
    }
    WHEN("somebody goes there")
    {
        acknowledge(hall, alertOf(hall, kind)->id);
        CHECK_FALSE(alertOf(hall, kind));
        THEN("the next ring is a new alert")
        {
            hall.syncAll();
            hall.clock().advance(1s);
            hall.decide(1, CallStaff{QStringLiteral("help")});
            hall.syncAll();
            CHECK(alertOf(hall, kind));
            AND_THEN("the end of the rehearsal silences it")
            {
                hall.decide(0, ResetDay{QStringLiteral("rehearsal")});
                CHECK_FALSE(alertOf(hall, kind));
            }
        }
    }
}

SCENARIO("somebody asks afterwards who did what and why", "[audit]")
{
    Hall hall(2, planWithStaff());
    hall.invite(v1, vip, GuestStatus::NotPaid);
    hall.syncAll();
    SignIn anyway;
    anyway.overrideReason = QStringLiteral("knows the owner");
    REQUIRE(hall.signIn(1, codeV1, true, anyway, QStringLiteral("S-07")).outcome == Outcome::Admitted);
    REQUIRE(hall.annul(1, codeV1, QStringLiteral("wrong person"), QStringLiteral("S-07")).outcome == Outcome::Done);
    hall.syncAll();
    THEN("the coordinator's list says it")
    {
        const auto day = hall.day(0);
        REQUIRE(day.latest.size() == 1);
        CHECK(day.latest[0].actor == QStringLiteral("周敏"));
        CHECK(day.latest[0].overrideReason == QStringLiteral("knows the owner"));
        CHECK(day.latest[0].annulledWhy == QStringLiteral("wrong person"));
    }
    THEN("the log says it in order, and nothing of the list's import")
    {
        QStringList said;
        REQUIRE(hall.at(0).journal->forEach([&said](const Operation &operation) {
            if (const auto entry = audit::entryOf(operation); entry && entry->guest) {
                said << entry->act + QLatin1Char(' ') + entry->actor + QLatin1Char(' ') + entry->reason;
            }
            return true;
        }));
        CHECK(said ==
              QStringList{QStringLiteral("sign_in S-07 knows the owner"), QStringLiteral("annul S-07 wrong person")});
    }
}

TEST_CASE("a marshal reads out who is inside, where and since when", "[roll-call]")
{
    Hall hall(2);
    hall.invite(v1);
    hall.invite(QStringLiteral("L2"), QStringLiteral("firm"));
    hall.syncAll();
    const auto before = hall.clock().wall();
    REQUIRE(hall.signIn(1, codeV1, true).outcome == Outcome::Admitted);
    REQUIRE(hall.signIn(1, QStringLiteral("C-L2"), true).outcome == Outcome::Admitted);
    const auto call = [&hall](const QString &zone) {
        RollCall list;
        auto &device = hall.at(1);
        REQUIRE(device.journal->read(
            [&](State &state) { list = day_query::rollCall(state, device.venue.setup(state), zone, 100); }));
        return list;
    };
    CHECK(call({}).persons == 2);
    REQUIRE(call({}).entries.size() == 2);
    const auto waiting = call(QStringLiteral("D"));
    CHECK(waiting.persons == 1);
    REQUIRE(waiting.entries.size() == 1);
    CHECK(waiting.entries[0].guest.zone == QStringLiteral("D"));
    CHECK(waiting.entries[0].since >= before);
    hall.signOut(1, codeV1);
    CHECK(call({}).persons == 1);
    CHECK(call({}).entries.size() == 1);
}
