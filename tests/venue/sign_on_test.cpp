// Goal: who acts is who they say, and on duty; whoever guesses PINs waits, restart or not; the log holds no PIN.
// Method: devices on real files, a clock that moves only when told; a device is opened again in the middle of guessing.
#include "core/venue/day/audit.h"
#include "core/venue/devices/allow_list.h"
#include "core/venue/staff/sign_on.h"
#include "tests/venue/post_hall.h"

using namespace muster;
using namespace muster::test;
using allow_list::Deed;
using namespace std::chrono_literals;

namespace {

struct SignHall : PostHall {
    using PostHall::PostHall;

    Answer setPin(int device, const char *staff, const char *pin, const char *old, const char *actor)
    {
        clock().advance(1s);
        return decide(device, staff::SetPin{q(staff), q(pin), q(old)}, q(actor));
    }
    Answer signOn(int device, const char *staff, const char *pin)
    {
        clock().advance(1s);
        return decide(device, staff::SignOn{q(staff), q(pin)});
    }
    bool mayAct(int device, const char *actor, Deed deed)
    {
        return read<bool>(device, [&](State &state) {
            const auto &at = Hall::at(device);
            return !allow_list::refusal(state, postPlan(), at.role, q(actor), clock().wall(), at.journal->device(),
                                        deed);
        });
    }
};

}  // namespace

SCENARIO("staff sign on with a PIN", "[staff][pin]")
{
    SignHall hall;
    THEN("who has none signs on by code alone, and acts without it")
    {
        CHECK(hall.mayAct(1, "S1", Deed::SignIn));
        CHECK(hall.signOn(1, "s1", "").outcome == Outcome::Done);
        CHECK(hall.signOn(1, "S77", "").why == q("no_staff"));
    }
    CHECK(hall.setPin(1, "S1", "1234", "", "S1").why == q("ask_coordinator"));
    CHECK(hall.setPin(1, "S1", "1234", "", "S2").why == q("ask_coordinator"));
    CHECK(hall.setPin(0, "S1", "12a4", "", "S9").why == q("bad_pin"));
    REQUIRE(hall.setPin(0, "S1", "1234", "", "S9").outcome == Outcome::Done);
    hall.syncAll();
    THEN("nobody acts in their name at a device where they did not sign on")
    {
        CHECK_FALSE(hall.mayAct(1, "S1", Deed::SignIn));
        CHECK(hall.mayAct(1, "S1", Deed::SignOn));
        const auto on = hall.signOn(1, "S1", "1234");
        CHECK(on.outcome == Outcome::Done);
        CHECK(on.number == q("S1"));
        CHECK(hall.mayAct(1, "S1", Deed::SignIn));
        hall.syncAll();
        CHECK_FALSE(hall.mayAct(2, "S1", Deed::SignIn));
        REQUIRE(hall.decide(1, staff::SignOff{q("S1")}).outcome == Outcome::Done);
        CHECK_FALSE(hall.mayAct(1, "S1", Deed::SignIn));
    }
    THEN("they change it with the old one, and nobody else does")
    {
        CHECK(hall.setPin(1, "S1", "9876", "0000", "S1").why == q("wrong_pin"));
        CHECK(hall.setPin(1, "S1", "9876", "1234", "S2").why == q("ask_coordinator"));
        CHECK(hall.setPin(1, "S1", "9876", "1234", "S1").outcome == Outcome::Done);
        CHECK(hall.signOn(1, "S1", "1234").why == q("wrong_pin"));
        CHECK(hall.signOn(1, "S1", "9876").outcome == Outcome::Done);
    }
    THEN("the audit says who signed on, and neither log nor audit says the PIN")
    {
        REQUIRE(hall.signOn(1, "S1", "1234").outcome == Outcome::Done);
        QStringList acts;
        REQUIRE(hall.Hall::at(1).journal->forEach([&](const Operation &operation) {
            CHECK_FALSE(operation.body.contains("1234"));
            if (const auto entry = audit::entryOf(operation); entry && entry->detail == q("S1")) {
                acts << entry->act + QLatin1Char(' ') + entry->actor;
            }
            return true;
        }));
        CHECK(acts.contains(q("set_pin S9")));
        CHECK(acts.contains(q("sign_on S1")));
    }
}

SCENARIO("whoever guesses a PIN waits", "[staff][pin]")
{
    SignHall hall(postPlan(), 3);
    REQUIRE(hall.setPin(0, "S1", "1234", "", "S9").outcome == Outcome::Done);
    hall.syncAll();
    const auto act = hall.actOf(staff::SignOn{q("S1"), q("0000")});
    CHECK(hall.act(1, act, false).why == q("wrong_pin"));
    CHECK(hall.act(1, act, false).why == q("wrong_pin"));  // The same try told once more is one try.
    for (int i = 1; i < staff::triesMax; ++i) {
        CHECK(hall.signOn(1, "S1", "0000").why == q("wrong_pin"));
    }
    CHECK(hall.signOn(1, "S1", "1234").why == q("wait"));
    THEN("elsewhere, and others here, go on")
    {
        CHECK(hall.signOn(2, "S1", "1234").outcome == Outcome::Done);
        CHECK(hall.signOn(1, "S2", "").outcome == Outcome::Done);
    }
    THEN("after the wait there is one try more, and then a wait again")
    {
        hall.clock().advance(staff::waitFor);
        CHECK(hall.signOn(1, "S1", "0001").why == q("wrong_pin"));
        CHECK(hall.signOn(1, "S1", "1234").why == q("wait"));
        hall.clock().advance(staff::waitFor);
        CHECK(hall.signOn(1, "S1", "1234").outcome == Outcome::Done);
        CHECK(hall.signOn(1, "S1", "0001").why == q("wrong_pin"));  // Counted anew.
    }
    THEN("the right one ends the tries before it, also once they have signed off")
    {
        hall.clock().advance(staff::waitFor);
        REQUIRE(hall.signOn(1, "S1", "1234").outcome == Outcome::Done);
        REQUIRE(hall.decide(1, staff::SignOff{q("S1")}).outcome == Outcome::Done);
        CHECK(hall.signOn(1, "S1", "0001").why == q("wrong_pin"));
        CHECK(hall.signOn(1, "S1", "1234").outcome == Outcome::Done);
    }
    THEN("the coordinator's new PIN ends it")
    {
        REQUIRE(hall.setPin(0, "S1", "5555", "", "S9").outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.signOn(1, "S1", "5555").outcome == Outcome::Done);
    }
}

TEST_CASE("a device that is opened again still waits", "[staff][pin]")
{
    FakeClock clock;
    TempDir folder;
    SeededRandom random{7};
    FakeSignatures signatures;
    MemoryHighWater highWater;
    const auto event = EventId::make(random);
    const auto eventKey = SigningKey::make(random);
    const auto key = SigningKey::make(random);
    Venue venue(event, eventKey.publicKey);
    const auto open = [&] {
        Journal::Options options{folder.file(q("day.db")), {}, event, eventKey.publicKey, key, {}};
        options.self = {key.publicKey, signatures.sign(eventKey, Credential::message(event, key.publicKey))};
        auto journal = Journal::open(options, {clock, random, highWater, signatures, venue});
        REQUIRE(journal);
        return std::move(*journal);
    };
    auto journal = open();
    const auto decide = [&](const Command &command) {
        Answer answer;
        REQUIRE(journal->transact([&] {
            Post post;
            post.role = q("coordinator");
            post.now = clock.wall();
            Desk desk(*journal, venue, post);
            answer = rooms::decide(desk, {RequestId::make(random), {}, command}).value();
        }));
        return answer;
    };
    REQUIRE(journal->transact([&] {
        for (auto &draft : plan_room::draftsFor(postPlan(), journal->state())) {
            journal->append(std::move(draft));
        }
    }));
    REQUIRE(decide(staff::SetPin{q("S1"), q("1234"), {}}).outcome == Outcome::Done);
    for (int i = 0; i < staff::triesMax; ++i) {
        clock.advance(1s);
        CHECK(decide(staff::SignOn{q("S1"), q("0000")}).why == q("wrong_pin"));
    }
    journal.reset();
    journal = open();
    CHECK(decide(staff::SignOn{q("S1"), q("1234")}).why == q("wait"));
    clock.advance(staff::waitFor);
    CHECK(decide(staff::SignOn{q("S1"), q("1234")}).outcome == Outcome::Done);
}

SCENARIO("duty follows from shifts, posts and errands", "[staff][duty]")
{
    auto plan = postPlan();
    plan.shifts = {shift("S1", "desk", 180, 240), shift("S1", "desk", 300, 360), shift("S9", "", 600, 700)};
    SignHall hall(plan);
    const auto may = [&](const char *actor, Deed deed) {
        return hall.read<bool>(1, [&](State &state) {
            return !allow_list::refusal(state, plan, q("greeter"), q(actor), hall.clock().wall(), std::nullopt, deed);
        });
    };
    THEN("two hours before, only what anybody may do at any hour")
    {
        CHECK_FALSE(may("S1", Deed::SignIn));
        CHECK_FALSE(may("S1", Deed::DoTask));
        CHECK(may("S1", Deed::LogIncident));
        CHECK(may("S2", Deed::SignIn));  // The plan gives them no shifts: it knows no duty of theirs.
        CHECK(may("S9", Deed::SignIn));  // The commander is never off duty.
    }
    THEN("an hour before, what is set up; a quarter before, everything; a while after, what is cleared away")
    {
        hall.clock().advance(60min);
        CHECK(may("S1", Deed::DoTask));
        CHECK_FALSE(may("S1", Deed::SignIn));
        hall.clock().advance(45min);
        CHECK(may("S1", Deed::SignIn));
        hall.clock().advance(240min);  // 06:45, 45 minutes after the last shift.
        CHECK_FALSE(may("S1", Deed::SignIn));
        CHECK(may("S1", Deed::DoTask));
    }
    THEN("whoever stands at a post is on duty, whatever the plan says")
    {
        REQUIRE(hall.in(1, "desk", "S1").outcome == Outcome::Done);
        CHECK(may("S1", Deed::SignIn));
        REQUIRE(hall.out(1, "S1", "wrong day").outcome == Outcome::Done);
        CHECK_FALSE(may("S1", Deed::SignIn));
    }
    THEN("on another day than the event's the plan says nothing of anybody's duty")
    {
        hall.clock().advance(std::chrono::hours(48));
        CHECK(may("S1", Deed::SignIn));
    }
}
