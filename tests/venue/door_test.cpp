// Goal: who may come in is decided the same everywhere, once when connected, and never lost or doubled in silence.
// Method: devices on real journals; operations are carried between them only when the test says so.
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto l1 = QStringLiteral("L1");
const auto code1 = QStringLiteral("C-L1");

}  // namespace

SCENARIO("a guest signs in while the coordinator can be asked", "[door]")
{
    Hall hall(3);
    hall.invite(l1);
    hall.syncAll();
    const auto first = hall.signIn(1, code1, true);
    CHECK(first.outcome == Outcome::Admitted);
    CHECK_FALSE(first.isProvisional);
    CHECK(first.zone == QStringLiteral("A"));

    THEN("a second device refuses, and says who, where and when")
    {
        const auto second = hall.signIn(2, code1, true);
        CHECK(second.outcome == Outcome::AlreadyIn);
        REQUIRE(second.earlier);
        CHECK(second.earlier->station == QStringLiteral("gate-1"));
    }
    THEN("every device counts one person, in one zone, and no conflict")
    {
        hall.syncAll();
        CHECK(hall.isEqual());
        for (int i = 0; i < hall.count(); ++i) {
            CHECK(hall.day(i).headcount == 1);
            CHECK(hall.day(i).zones.front().count == 1);
            CHECK(hall.day(i).signedIn == 1);
            CHECK(hall.day(i).conflicts.empty());
            CHECK(hall.faults(i).isEmpty());
        }
    }
    THEN("the guest may go out and come back without a conflict")
    {
        CHECK(hall.signOut(1, code1).outcome == Outcome::CheckedOut);
        hall.syncAll();
        CHECK(hall.day(2).headcount == 0);
        CHECK(hall.signIn(2, code1, true).outcome == Outcome::Admitted);
        hall.syncAll();
        CHECK(hall.day(0).headcount == 1);
        CHECK(hall.day(0).signedIn == 1);
        CHECK(hall.day(0).conflicts.empty());
        CHECK(hall.isEqual());
    }
    THEN("an annulment frees the guest and takes it out of the headcount")
    {
        CHECK(hall.annul(1, code1, {}).outcome == Outcome::NotAllowed);
        CHECK(hall.annul(1, code1, QStringLiteral("wrong person")).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.day(0).headcount == 0);
        CHECK(hall.signIn(2, code1, true).outcome == Outcome::Admitted);
        hall.syncAll();
        CHECK(hall.day(0).conflicts.empty());
        CHECK(hall.isEqual());
    }
}

SCENARIO("two cut-off devices admit the same guest", "[door][authority]")
{
    Hall hall(4);
    hall.invite(l1);
    hall.syncAll();
    CHECK(hall.signIn(1, code1, false).isProvisional);
    CHECK(hall.signIn(2, code1, false).isProvisional);
    WHEN("the network comes back")
    {
        hall.syncAll();
        THEN("every device shows exactly one conflict that names both, and counts the guest once")
        {
            CHECK(hall.isEqual());
            for (int i = 0; i < hall.count(); ++i) {
                const auto day = hall.day(i);
                REQUIRE(day.conflicts.size() == 1);
                CHECK(day.conflicts.front().isOpen);
                CHECK(day.conflicts.front().rivals.size() == 2);
                CHECK(day.conflicts.front().id == hall.day(0).conflicts.front().id);
                CHECK(day.headcount == 1);
                CHECK(day.alerts.size() == 1);
                CHECK(hall.faults(i).isEmpty());
            }
        }
        AND_WHEN("the coordinator judges it, and a third rival turns up later")
        {
            ResolveConflict judgement;
            judgement.conflict = hall.day(0).conflicts.front().id;
            judgement.reason = QStringLiteral("twins");
            CHECK(hall.decide(0, judgement).outcome == Outcome::Done);
            CHECK_FALSE(hall.day(0).conflicts.front().isOpen);
            CHECK(hall.signIn(3, code1, false).outcome == Outcome::AlreadyIn);  // It knows by now.
            hall.syncAll();
            CHECK_FALSE(hall.day(3).conflicts.front().isOpen);
        }
    }
    WHEN("a third cut-off device turns up after the judgement")
    {
        hall.sync(1, 0);
        hall.sync(2, 0);
        ResolveConflict judgement;
        judgement.conflict = hall.day(0).conflicts.front().id;
        judgement.reason = QStringLiteral("the guest had two prints");
        REQUIRE(hall.decide(0, judgement).outcome == Outcome::Done);
        CHECK(hall.signIn(3, code1, false).outcome == Outcome::Admitted);
        hall.syncAll();
        THEN("the conflict is open again, with three rivals, and still one")
        {
            REQUIRE(hall.day(1).conflicts.size() == 1);
            CHECK(hall.day(1).conflicts.front().isOpen);
            CHECK(hall.day(1).conflicts.front().rivals.size() == 3);
            CHECK(hall.isEqual());
        }
    }
}

SCENARIO("a zone with a firm limit is never sent more people than it takes", "[door][ledger]")
{
    Hall hall(3);
    for (int i = 0; i < 8; ++i) {
        hall.invite(QString::number(i), QStringLiteral("firm"));
    }
    hall.syncAll();
    QStringList zones;
    for (int i = 0; i < 8; ++i) {
        const auto answer = hall.signIn(1 + i % 2, QStringLiteral("C-%1").arg(i), true);
        CHECK(answer.outcome == Outcome::Admitted);
        zones << answer.zone;
    }
    hall.syncAll();
    THEN("who finds it full is sent to the overflow zone, and the ledger adds up")
    {
        CHECK(zones.count(QStringLiteral("D")) <= 5);
        CHECK(zones.count(QStringLiteral("D")) >= 3);
        CHECK(zones.count(QStringLiteral("H")) == 8 - zones.count(QStringLiteral("D")));
        CHECK(hall.faults(0).isEmpty());
        CHECK(hall.isEqual());
    }
    THEN("places of guests who left are given out again")
    {
        CHECK(hall.move(1, QStringLiteral("C-0"), QStringLiteral("A"), true).outcome == Outcome::Admitted);
        hall.syncAll();
        hall.hubDuties();
        hall.invite(QStringLiteral("late"), QStringLiteral("firm"));
        hall.syncAll();
        CHECK(hall.signIn(2, QStringLiteral("C-late"), true).zone == QStringLiteral("D"));
        hall.syncAll();
        CHECK(hall.faults(0).isEmpty());
    }
}

SCENARIO("walk-ins get numbers that are unique, connected or not", "[door][ledger]")
{
    Hall hall(3);
    QSet<QString> numbers;
    for (int i = 0; i < 30; ++i) {
        for (int device = 0; device < 3; ++device) {
            const auto answer = hall.walkIn(device, false);
            CHECK(answer.outcome == Outcome::Admitted);
            CHECK_FALSE(answer.isProvisional);
            CHECK_FALSE(numbers.contains(answer.number));
            numbers.insert(answer.number);
        }
    }
    hall.syncAll();
    CHECK(hall.day(1).walkIns == 90);
    CHECK(hall.faults(2).isEmpty());
    CHECK(hall.isEqual());
}

TEST_CASE("a retried request is told the same and makes nothing twice", "[door]")
{
    for (const bool isConnected : {true, false}) {
        Hall hall(2);
        hall.invite(l1);
        hall.syncAll();
        SignIn command;
        command.isEachQuestionAsked = true;
        const auto act = hall.actOf(command);
        const auto first = hall.scan(1, act, hall.present(code1), isConnected);
        CHECK(first.outcome == Outcome::Admitted);
        const auto before = hall.at(1).journal->vector();
        const auto again = hall.scan(1, act, hall.present(code1), isConnected);
        CHECK(again.outcome == Outcome::Admitted);
        CHECK(again.operation == first.operation);
        CHECK(again.isProvisional == first.isProvisional);
        CHECK(again.zone == first.zone);
        CHECK(hall.at(1).journal->vector() == before);
        CHECK(hall.day(1).headcount == 1);
        CHECK(hall.signIn(1, code1, isConnected).outcome == Outcome::AlreadyIn);  // Another act is another matter.
    }
}

TEST_CASE("a zone that the plan does not have takes nobody", "[door]")
{
    for (const bool isConnected : {true, false}) {
        Hall hall(2);
        hall.invite(l1);
        hall.syncAll();
        SignIn command;
        command.zone = QStringLiteral("ZZZ");
        const auto answer = hall.signIn(1, code1, isConnected, command);
        CHECK(answer.outcome == Outcome::NotFound);
        CHECK(answer.reason.en.contains(QStringLiteral("ZZZ")));
        hall.syncAll();
        CHECK(hall.day(0).headcount == 0);
        CHECK(hall.signIn(1, code1, isConnected).outcome == Outcome::Admitted);
    }
}

TEST_CASE("the hub lets nobody into a zone that its plan does not have, whatever a device asks", "[door]")
{
    Hall hall(2);
    hall.invite(l1);
    hall.syncAll();
    auto older = Hall::samplePlan();
    older.zones.erase(older.zones.begin() + 2);
    older.zones[1].overflow.clear();
    REQUIRE(hall.at(0).journal->transact([&] {
        for (auto &draft : plan_room::draftsFor(older, hall.at(0).journal->state())) {
            hall.at(0).journal->append(std::move(draft));
        }
    }));
    SignIn command;
    command.zone = QStringLiteral("H");  // The device has not heard that it is gone.
    CHECK(hall.signIn(1, code1, true, command).outcome == Outcome::NotFound);
}

TEST_CASE("a guest of honour with a ticket and no row on the list is announced and counted", "[door]")
{
    Hall hall(2);
    SignIn command;
    command.isEachQuestionAsked = true;
    const auto act = hall.actOf(command);
    CHECK(hall.scan(1, act, Hall::ticket(hall.guest(l1), QStringLiteral("vip")), true).outcome == Outcome::Admitted);
    hall.syncAll();
    const auto day = hall.day(0);
    CHECK(day.vipIn == 1);
    REQUIRE(day.alerts.size() == 1);
    CHECK(day.alerts.front().kind == QStringLiteral("vip"));
}

TEST_CASE("folding the log anew gives the same tables", "[venue]")
{
    Hall hall(3);
    for (int i = 0; i < 20; ++i) {
        hall.invite(QString::number(i), i % 3 == 0 ? QStringLiteral("firm") : QStringLiteral("vip"));
    }
    hall.syncAll();
    for (int i = 0; i < 20; ++i) {
        std::ignore = hall.signIn(i % 3, QStringLiteral("C-%1").arg(i), i % 2 == 0);
        std::ignore = hall.signIn((i + 1) % 3, QStringLiteral("C-%1").arg(i), false);
    }
    hall.syncAll();
    REQUIRE(hall.isEqual());
    const auto live = hall.at(2).journal->digest();
    const auto headcount = hall.day(2).headcount;
    REQUIRE(hall.at(2).journal->foldAnew());
    CHECK(hall.at(2).journal->digest() == live);
    CHECK(hall.day(2).headcount == headcount);
    CHECK(hall.faults(2).isEmpty());
}

TEST_CASE("emptying the hall counts everybody as gone, wherever the news arrives first", "[door]")
{
    Hall hall(3);
    hall.invite(l1);
    hall.invite(QStringLiteral("L2"));
    hall.syncAll();
    CHECK(hall.signIn(1, code1, true).outcome == Outcome::Admitted);
    CHECK(hall.signIn(2, QStringLiteral("C-L2"), true).outcome == Outcome::Admitted);
    hall.sync(1, 0);
    hall.sync(2, 0);
    EmptyHall drill;
    CHECK(hall.decide(0, drill).outcome == Outcome::NotAllowed);
    drill.reason = QStringLiteral("end of the day");
    CHECK(hall.decide(0, drill).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.day(1).headcount == 0);
    CHECK(hall.day(1).signedIn == 2);
    CHECK(hall.signIn(2, code1, true).outcome == Outcome::Admitted);
    hall.syncAll();
    CHECK(hall.day(0).headcount == 1);
    CHECK(hall.isEqual());
    CHECK(hall.faults(2).isEmpty());
}

TEST_CASE("a reset after the rehearsal leaves nothing of it", "[door]")
{
    Hall hall(2);
    hall.invite(l1);
    hall.syncAll();
    CHECK(hall.signIn(1, code1, true).outcome == Outcome::Admitted);
    hall.syncAll();
    ResetDay reset;
    reset.reason = QStringLiteral("rehearsal");
    CHECK(hall.decide(0, reset).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.day(1).headcount == 0);
    CHECK(hall.day(1).signedIn == 0);
    CHECK(hall.signIn(1, code1, true).outcome == Outcome::Admitted);
    hall.syncAll();
    CHECK(hall.day(0).signedIn == 1);
    CHECK(hall.day(0).conflicts.empty());
    CHECK(hall.isEqual());
}

TEST_CASE("a guest whose status changed is told why", "[door]")
{
    Hall hall(2);
    hall.invite(QStringLiteral("b"), QStringLiteral("buyer"), GuestStatus::Blocked);
    hall.invite(QStringLiteral("c"), QStringLiteral("buyer"), GuestStatus::Cancelled);
    hall.invite(QStringLiteral("p"), QStringLiteral("buyer"), GuestStatus::NotPaid);
    hall.invite(QStringLiteral("a"), QStringLiteral("buyer"), GuestStatus::NotApproved);
    hall.syncAll();
    for (const bool isConnected : {true, false}) {
        CHECK(hall.signIn(1, QStringLiteral("C-b"), isConnected).outcome == Outcome::Blocked);
        CHECK(hall.signIn(1, QStringLiteral("C-c"), isConnected).outcome == Outcome::Cancelled);
        CHECK(hall.signIn(1, QStringLiteral("C-p"), isConnected).outcome == Outcome::NotPaid);
        CHECK(hall.signIn(1, QStringLiteral("C-a"), isConnected).outcome == Outcome::NotApproved);
        CHECK(hall.signIn(1, QStringLiteral("nobody"), isConnected).outcome == Outcome::Unknown);
    }
    SetSession close;
    close.session = QStringLiteral("day");
    close.isOpen = false;
    CHECK(hall.decide(0, close).outcome == Outcome::Done);
    hall.syncAll();
    hall.invite(l1);
    hall.syncAll();
    CHECK(hall.signIn(1, code1, true).outcome == Outcome::WrongTime);
}
