// Goal: places and numbers outlive a lost device and a restored disk: none is given twice, none is gone for ever.
// Method: a hall on real files; the hub's file is copied, put back later, and staff declare the old life lost.
#include "core/journal/body.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

QString codeOf(int guest) { return QStringLiteral("C-%1").arg(guest); }

void inviteFirm(Hall &hall, int count)
{
    for (int i = 0; i < count; ++i) {
        hall.invite(QString::number(i), QStringLiteral("firm"));
    }
    hall.syncAll();
}

/// The firm zone D alone: nothing takes who finds it full.
EventSetup planWithoutOverflow()
{
    auto plan = Hall::samplePlan();
    plan.zones[1].overflow.clear();
    return plan;
}

DeclareLost lost(Hall &hall, int device)
{
    DeclareLost command;
    command.device = hall.at(device).journal->device();
    command.reason = QStringLiteral("disk replaced, zone D recounted");
    return command;
}

bool hasAlert(const DayView &day, const QString &kind, bool isLosing)
{
    return std::ranges::any_of(
        day.alerts, [&](const AlertView &alert) { return alert.kind == kind && alert.losing.has_value() == isLosing; });
}

AlertView frozen(const DayView &day)
{
    const auto found = std::ranges::find(day.alerts, QStringLiteral("rights_frozen"), &AlertView::kind);
    REQUIRE(found != day.alerts.end());
    return *found;
}

}  // namespace

SCENARIO("the coordinator's disk is put back from an old copy", "[rights][ledger]")
{
    Hall hall(2, planWithoutOverflow(), Hall::Disk::Files);
    inviteFirm(hall, 12);
    CHECK(hall.signIn(1, codeOf(0), true).zone == QStringLiteral("D"));
    hall.syncAll();
    hall.keep(0);
    CHECK(hall.signIn(1, codeOf(1), true).zone == QStringLiteral("D"));
    hall.syncAll();
    hall.putBack(0);
    hall.syncAll();
    hall.hubDuties();
    GIVEN("that nobody has looked into it yet")
    {
        THEN("its places are frozen, which is said, and the old life is offered to be declared lost")
        {
            CHECK(hall.signIn(1, codeOf(2), true).outcome == Outcome::ZoneFull);
            CHECK(hasAlert(hall.day(0), QStringLiteral("device_restored"), true));
            CHECK(hall.day(0).devices.front().frozenPlaces > 0);
            CHECK(hall.faults(0).isEmpty());
        }
    }
    WHEN("the coordinator declares the old life lost")
    {
        auto command = lost(hall, 0);
        command.reason.clear();
        CHECK(hall.decide(0, command).outcome == Outcome::NotAllowed);
        CHECK(hall.decide(0, lost(hall, 0)).outcome == Outcome::Done);
        hall.hubDuties();
        hall.syncAll();
        THEN("guests are let in again, up to the firm limit and no further")
        {
            int in = hall.day(0).zones[1].count;
            CHECK(in == 2);
            for (int i = 2; i < 12; ++i) {
                in += hall.signIn(1, codeOf(i), true).outcome == Outcome::Admitted ? 1 : 0;
                hall.syncAll();
                hall.hubDuties();
            }
            CHECK(in == 5);
            CHECK(hall.day(0).zones[1].count == 5);
            CHECK(hall.faults(0).isEmpty());
            CHECK(hall.isEqual());
        }
        THEN("the alert offers nothing more, and there is nothing more to declare")
        {
            CHECK(hasAlert(hall.day(0), QStringLiteral("device_restored"), false));
            CHECK(hall.day(0).devices.front().frozenPlaces == 0);
            CHECK(hall.decide(0, lost(hall, 0)).outcome == Outcome::NotFound);
        }
    }
}

TEST_CASE("a hub that has not heard of a grant gives nothing for it that it does not have", "[rights][ledger]")
{
    Hall hall(3, planWithoutOverflow());
    inviteFirm(hall, 2);
    REQUIRE(hall.signIn(1, codeOf(0), true).zone == QStringLiteral("D"));
    hall.sync(1, 2);  // What was told; the grant is at the first hub alone.
    auto &next = *hall.at(2).journal;
    const auto own = ledger::holder(next.self());
    std::vector<Draft> drafts;
    REQUIRE(next.read([&](State &state) {
        REQUIRE(ledger::balance(state, rights::placeResource(QStringLiteral("D")), own) == 0);
        drafts = rights::due(state, planWithoutOverflow(), next.self(), {hall.at(1).journal->self()},
                             std::vector<GuestId>());
    }));
    for (const auto &draft : drafts) {
        const auto postings = ledger::decode(draft.body.value(key("post")).toArray());
        REQUIRE(postings);
        for (const auto &posting : *postings) {
            CHECK_FALSE((posting.from == own && posting.resource == rights::placeResource(QStringLiteral("D"))));
        }
    }
}

TEST_CASE("a coordinator restored to before its first morning mints no second set of places", "[rights][ledger]")
{
    auto plan = planWithoutOverflow();
    Hall hall(2, plan, Hall::Disk::Files);
    // Nobody else has heard of the tail: all that is left is the mark outside the database.
    hall.keep(0);
    inviteFirm(hall, 6);
    hall.putBack(0);
    plan.zones[1].firmCapacity = 9;
    REQUIRE(hall.at(0).journal->transact([&] {
        for (auto &draft : plan_room::draftsFor(plan, hall.at(0).journal->state())) {
            hall.at(0).journal->append(std::move(draft));
        }
    }));
    hall.hubDuties();
    const auto total = [&] {
        qint64 minted = 0;
        REQUIRE(hall.at(0).journal->read(
            [&](State &state) { minted = ledger::total(state, rights::placeResource(QStringLiteral("D"))); }));
        return minted;
    };
    CHECK(total() == 5);
    CHECK(hall.decide(0, lost(hall, 0)).outcome == Outcome::Done);
    hall.hubDuties();
    qint64 quarantined = 0;
    REQUIRE(hall.at(0).journal->read(
        [&](State &state) { quarantined = ledger::quarantined(state, rights::placeResource(QStringLiteral("D"))); }));
    CHECK(quarantined > 0);
    CHECK(total() - quarantined == 9);
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("a place that came home is on the coordinator's lost disk only, and at a device that is away",
         "[rights][ledger]")
{
    Hall hall(3, planWithoutOverflow(), Hall::Disk::Files);
    inviteFirm(hall, 12);
    int in = 0;
    for (int i = 0; i < 5; ++i) {
        in += hall.signIn(1, codeOf(i), true).outcome == Outcome::Admitted ? 1 : 0;
        hall.syncAll();
    }
    REQUIRE(in == 5);
    REQUIRE(hall.signIn(1, codeOf(5), true).outcome == Outcome::ZoneFull);
    REQUIRE(hall.signOut(1, codeOf(0)).outcome == Outcome::CheckedOut);
    hall.sync(1, 0);
    hall.keep(0);
    hall.hubDuties();
    hall.sync(0, 2);
    hall.putBack(0);
    hall.hubDuties();
    hall.sync(0, 1);
    GIVEN("that nobody has looked into it yet")
    {
        THEN("the place does not come home a second time")
        {
            CHECK(hall.signIn(1, codeOf(5), true).outcome == Outcome::ZoneFull);
        }
    }
    WHEN("the old life is declared lost, and what it had done turns up after all")
    {
        CHECK(hall.decide(0, lost(hall, 0)).outcome == Outcome::Done);
        hall.hubDuties();
        CHECK(hall.signIn(1, codeOf(5), true).outcome == Outcome::Admitted);
        hall.syncAll();
        hall.hubDuties();
        THEN("the accounts are in order on every device, and nobody more than the limit is let in")
        {
            CHECK(hall.signIn(1, codeOf(6), true).outcome == Outcome::ZoneFull);
            CHECK(hall.day(0).zones[1].count == 5);
            hall.syncAll();
            for (int device = 0; device < hall.count(); ++device) {
                CHECK(hall.faults(device).isEmpty());
            }
            CHECK(hall.isEqual());
        }
    }
}

SCENARIO("a kiosk is lost with places that it held", "[rights][ledger]")
{
    auto plan = planWithoutOverflow();
    plan.zones[1].firmCapacity = 60;
    plan.zones[1].softCapacity.reset();
    Hall hall(2, plan);
    inviteFirm(hall, 70);
    hall.hubDuties();
    hall.syncAll();
    qint64 held = 0;
    REQUIRE(hall.at(0).journal->read([&](State &state) {
        held = ledger::balance(state, rights::placeResource(QStringLiteral("D")),
                               ledger::holder(hall.at(1).journal->self()));
    }));
    REQUIRE(held > 0);
    THEN("it is not declared lost while it is linked")
    {
        CHECK(hall.decide(0, lost(hall, 1)).outcome == Outcome::NotAllowed);
        auto command = lost(hall, 1);
        command.life = hall.at(1).journal->self().incarnation;
        CHECK(hall.decide(0, command).outcome == Outcome::NotAllowed);
        AND_THEN("but at once when it was shut out, though nobody has heard the end of its link")
        {
            hall.write(0, devices::revoked(hall.at(1).journal->device(), QStringLiteral("stolen"), hall.event(),
                                           hall.eventKey()));
            CHECK(hall.decide(0, lost(hall, 1)).outcome == Outcome::Done);
        }
    }
    WHEN("it is declared lost while it is away, and asks the hub when it is back")
    {
        hall.unlinked.insert(1);
        REQUIRE(hall.decide(0, lost(hall, 1)).outcome == Outcome::Done);
        hall.unlinked.clear();
        const auto account = ledger::holder(hall.at(1).journal->self());
        const auto setAside = [&] {
            qint64 places = 0;
            REQUIRE(hall.at(0).journal->read([&](State &state) {
                places = ledger::balance(state, rights::placeResource(QStringLiteral("D")), account);
            }));
            return places;
        };
        const auto before = setAside();
        const auto asked = hall.signIn(1, codeOf(1), true);
        THEN("nothing is granted to an account from which nobody can spend")
        {
            CHECK(asked.outcome == Outcome::NotNow);
            CHECK_FALSE(asked.reason.en.isEmpty());
            CHECK(setAside() == before);
        }
    }
    WHEN("it is shut out")
    {
        hall.unlinked.insert(1);
        hall.write(
            0, devices::revoked(hall.at(1).journal->device(), QStringLiteral("stolen"), hall.event(), hall.eventKey()));
        CHECK(hasAlert(hall.day(0), QStringLiteral("rights_frozen"), true));
        THEN("the alert is as old as the shutting out, wherever it is read, and escalates when nobody sees to it")
        {
            const auto shutOutAt = hall.clock().wall();
            CHECK_FALSE(frozen(hall.day(0)).isEscalated);
            hall.clock().advance(std::chrono::minutes(5));
            hall.sync(0, 1);
            for (const int device : {0, 1}) {
                CHECK(frozen(hall.day(device)).since == shutOutAt);
                CHECK(frozen(hall.day(device)).isEscalated);
            }
            AND_THEN("who takes it in hand silences it")
            {
                CHECK(hall.decide(0, AcknowledgeAlert{frozen(hall.day(0)).id, 0}).outcome == Outcome::Done);
                CHECK_FALSE(hasAlert(hall.day(0), QStringLiteral("rights_frozen"), true));
            }
        }
        AND_WHEN("it is declared lost, and its last sign-ins turn up on a stick all the same")
        {
            CHECK(hall.decide(0, lost(hall, 1)).outcome == Outcome::Done);
            CHECK_FALSE(hasAlert(hall.day(0), QStringLiteral("rights_frozen"), true));
            hall.hubDuties();
            for (int i = 0; i < 3; ++i) {
                CHECK(hall.signIn(1, codeOf(i), false).zone == QStringLiteral("D"));
            }
            hall.sync(1, 0);
            hall.hubDuties();
            THEN("no account is negative, and nobody more than the limit is let in")
            {
                int in = 3;
                for (int i = 3; i < 70; ++i) {
                    in += hall.signIn(0, codeOf(i), true).outcome == Outcome::Admitted ? 1 : 0;
                }
                CHECK(in == 60);
                CHECK(hall.faults(0).isEmpty());
                hall.sync(0, 1);
                CHECK(hall.isEqual());
                CHECK(hall.signIn(1, codeOf(69), false).outcome == Outcome::ZoneFull);
            }
        }
    }
}

SCENARIO("kiosks at a firm zone are cut off for an hour", "[rights][ledger]")
{
    struct Case {
        int firmCapacity;
        int kiosks;
        int places;  ///< Of the first kiosk: the others share what it left.
    };
    const auto the = GENERATE(Case{1'000, 1, rights::headroomMax}, Case{300, 1, 60}, Case{1'000, 4, 50}, Case{8, 2, 0});
    CAPTURE(the.firmCapacity, the.kiosks);
    auto plan = planWithoutOverflow();
    plan.zones[1].firmCapacity = the.firmCapacity;
    Hall hall(1 + the.kiosks, plan);
    inviteFirm(hall, the.places + 1);
    hall.hubDuties();
    hall.syncAll();
    THEN("one lets in as many as it was given beforehand, and not one more")
    {
        int in = 0;
        for (int i = 0; i <= the.places; ++i) {
            in += hall.signIn(1, codeOf(i), false).outcome == Outcome::Admitted ? 1 : 0;
        }
        CHECK(in == the.places);
    }
    THEN("four fifths and more are left for those who can ask")
    {
        qint64 pool = 0;
        REQUIRE(hall.at(0).journal->read([&](State &state) {
            pool = ledger::balance(state, rights::placeResource(QStringLiteral("D")),
                                   ledger::holder(hall.at(0).journal->self()));
        }));
        CHECK(pool * 5 >= qint64(the.firmCapacity) * 4);
        CHECK(hall.faults(0).isEmpty());
    }
}

TEST_CASE("kiosks that were never cut off fill a firm zone to its last place", "[rights][ledger]")
{
    const int kiosks = GENERATE(1, 4);
    CAPTURE(kiosks);
    auto plan = planWithoutOverflow();
    plan.zones[1].firmCapacity = 100;
    Hall hall(1 + kiosks, plan);
    inviteFirm(hall, 110);
    hall.hubDuties();
    hall.syncAll();
    int in = 0;
    for (int i = 0; i < 110; ++i) {
        in += hall.signIn(1 + i % kiosks, codeOf(i), true).outcome == Outcome::Admitted ? 1 : 0;
        hall.syncAll();
        hall.hubDuties();
    }
    CHECK(in == 100);
    CHECK(hall.day(0).zones[1].count == 100);
    CHECK(hall.faults(0).isEmpty());
    CHECK(hall.isEqual());
}

SCENARIO("the hub counts on places of a kiosk that are gone by now", "[rights][ledger]")
{
    // All places lie at the kiosk, and it spends the last one while the hub is being asked for another guest.
    auto plan = planWithoutOverflow();
    plan.zones[1].firmCapacity = 5;
    const bool hasOverflow = GENERATE(true, false);
    if (hasOverflow) {
        plan.zones[1].overflow = QStringLiteral("H");
    }
    Hall hall(2, plan);
    inviteFirm(hall, 8);
    hall.hubDuties();
    hall.syncAll();
    for (int i = 0; i < 4; ++i) {
        CHECK(hall.signIn(0, codeOf(i), true).zone == QStringLiteral("D"));
    }
    hall.syncAll();
    const auto answers = hall.signInBeside(1, codeOf(4), codeOf(5));
    CHECK(answers.first.zone == QStringLiteral("D"));
    CHECK(answers.second.outcome == (hasOverflow ? Outcome::Admitted : Outcome::ZoneFull));
    CHECK(answers.second.zone == (hasOverflow ? QStringLiteral("H") : QString()));
    hall.syncAll();
    THEN("no account is negative, and no permission stays open")
    {
        for (int i = 0; i < hall.count(); ++i) {
            CHECK(hall.faults(i).isEmpty());
            hall.clock().advance(std::chrono::minutes(1));
            CHECK(hall.day(i).openGrants.empty());
            CHECK(hall.day(i).zones[1].count == 5);
        }
        CHECK(hall.isEqual());
    }
}

TEST_CASE("numbers stay unique though the coordinator's last blocks are lost", "[rights][ledger]")
{
    Hall hall(3, Hall::samplePlan(), Hall::Disk::Files);
    hall.keep(0);
    QSet<QString> numbers;
    int given = 0;
    const auto give = [&](int device, int count) {
        for (int i = 0; i < count; ++i, ++given) {
            numbers.insert(hall.walkIn(device, false).number);
        }
    };
    // Blocks that only the lost disk and a device which is cut off know of.
    give(1, 15);
    hall.sync(1, 0);
    hall.hubDuties();
    hall.sync(0, 1);
    give(1, 15);
    give(0, 15);
    hall.putBack(0);
    hall.hubDuties();
    hall.sync(0, 2);
    give(0, 15);
    give(2, 30);
    hall.syncAll();
    hall.hubDuties();
    hall.syncAll();
    for (int device = 0; device < 3; ++device) {
        give(device, 25);
    }
    hall.syncAll();
    CHECK(numbers.size() == given);
    CHECK(hall.faults(0).isEmpty());
}
