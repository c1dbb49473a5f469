// Goal: what a device tells a person it has done, once, whatever its clock says and however often a hand tries.
// Method: devices of the simulated event, without any fault; frames are carried by hand.
#include "core/venue/guests/presence.h"
#include "tests/sim/station.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace muster::sim;

namespace {

/// A hub and one greeter's device, linked on request.
class Hall {
public:
    Hall()
    {
        REQUIRE(hub.start());
        REQUIRE(greeter.start());
    }
    Answer act(sim::Station &station, Command command, RequestId request = {})
    {
        Answer told;
        station.device().submit({request.isNull() ? RequestId::make(m_random) : request, {}, std::move(command)},
                                [&](const Answer &answer) { told = answer; });
        station.device().flush();
        return told;
    }
    void wait(SimTime msecs)
    {
        m_now += msecs;
        for (auto *station : {&hub, &greeter}) {
            station->device().tick();
            station->device().flush();
        }
    }
    void unlink()
    {
        m_frames.clear();
        hub.device().linkClosed(1);
        greeter.device().linkClosed(1);
    }
    RequestId newRequest() { return RequestId::make(m_random); }
    void link()
    {
        hub.device().linkOpened(1, greeter.id());
        greeter.device().linkOpened(1, hub.id());
    }
    /// Carries frames to and fro until there are none; to the greeter's device only if it is heard.
    void carry(bool isGreeterHearing)
    {
        while (!m_frames.empty()) {
            const auto [from, frame] = m_frames.front();
            m_frames.pop_front();
            sim::Station &to = from == 0 ? greeter : hub;
            if (&to == &hub || isGreeterHearing) {
                to.device().receive(1, frame);
                to.device().flush();
            }
        }
    }

private:
    SimTime m_now = 0;
    test::SeededRandom m_random{7};
    test::FakeSignatures m_signatures;
    std::deque<std::pair<int, QByteArray>> m_frames;
    sim::Station::Send m_send = [this](int from, Device::LinkId, const QByteArray &frame) {
        m_frames.emplace_back(from, frame);
    };
    Plant m_none;

public:
    sim::Station hub{Genesis::instance(), 0, m_now, 1, m_send, m_signatures, m_none};
    sim::Station greeter{Genesis::instance(), 1, m_now, 2, m_send, m_signatures, m_none};
};

SignIn signInOf(int guest)
{
    SignIn signIn;
    signIn.payload = Genesis::codeOf(guest);
    signIn.isEachQuestionAsked = true;
    return signIn;
}

const auto reason = QStringLiteral("a mistake");

}  // namespace

SCENARIO("a sign-in is caught up on a device whose battery is empty", "[device]")
{
    Hall hall;
    hall.hub.clock().isReset = true;
    auto signIn = signInOf(0);
    signIn.overrideReason = QStringLiteral("from the paper list");
    signIn.happenedAt = hall.hub.clock().wall() - std::chrono::hours(3);
    const auto told = hall.act(hall.hub, signIn);
    CHECK(told.outcome == Outcome::Admitted);
    CHECK(hall.hub.device().day().headcount == 1);
    const auto dead = hall.hub.device().journal().deadLetters();
    REQUIRE(dead);
    CHECK(dead->empty());
}

SCENARIO("staff write a novel as a reason and count a crowd as companions", "[device]")
{
    Hall hall;
    auto signIn = signInOf(0);
    signIn.overrideReason = QString(100'000, QLatin1Char('x'));
    signIn.companions = 1'000'000;
    CHECK(hall.act(hall.hub, signIn).outcome == Outcome::Admitted);
    CHECK(hall.hub.device().day().headcount == 1 + companionCountMax);
    CHECK(hall.hub.device().journal().deadLetters()->empty());
}

SCENARIO("an act is tried again after it was done", "[device]")
{
    Hall hall;
    GIVEN("a guest who came in twice, and whose second sign-in is annulled")
    {
        const auto first = hall.act(hall.hub, signInOf(0));
        auto forced = signInOf(0);
        forced.overrideReason = QStringLiteral("the director says so");
        hall.act(hall.hub, forced);
        const Annul annul{{}, Genesis::codeOf(0), reason};
        const auto request = hall.newRequest();
        const auto done = hall.act(hall.hub, annul, request);
        CHECK(done.outcome == Outcome::Done);
        THEN("the same annulment once more leaves the first sign-in alone")
        {
            const auto again = hall.act(hall.hub, annul, request);
            CHECK(again.outcome == Outcome::Done);
            CHECK(again.operation == done.operation);
            CHECK(hall.hub.device().day().headcount == 1);
        }
    }
    GIVEN("a reset of the day, and a guest after it")
    {
        const auto request = hall.newRequest();
        CHECK(hall.act(hall.hub, ResetDay{reason}, request).outcome == Outcome::Done);
        CHECK(hall.act(hall.hub, signInOf(0)).outcome == Outcome::Admitted);
        THEN("the same reset once more takes nobody out")
        {
            CHECK(hall.act(hall.hub, ResetDay{reason}, request).outcome == Outcome::Done);
            CHECK(hall.hub.device().day().headcount == 1);
        }
    }
    GIVEN("a walk-in who was told a number")
    {
        WalkIn walkIn;
        walkIn.guest.classCode = QStringLiteral("buyer");
        walkIn.isConsentGiven = true;
        const auto request = hall.newRequest();
        const auto told = hall.act(hall.hub, walkIn, request);
        CHECK_FALSE(told.number.isEmpty());
        THEN("the slip that is printed again bears the same number")
        {
            const auto again = hall.act(hall.hub, walkIn, request);
            CHECK(again.operation == told.operation);
            CHECK(again.number == told.number);
            CHECK(again.zone == told.zone);
        }
    }
}

SCENARIO("a device is shut out while it holds the hub's word on a guest", "[device][authority]")
{
    Hall hall;
    hall.link();
    hall.carry(true);
    bool isTold = false;
    hall.greeter.device().submit({hall.newRequest(), {}, signInOf(0)}, [&](const Answer &) { isTold = true; });
    hall.greeter.device().flush();
    hall.carry(false);  // The hub grants; its answer is lost with the device.
    CHECK_FALSE(isTold);
    CHECK(hall.act(hall.hub, signInOf(0)).outcome == Outcome::AlreadyIn);
    CHECK(hall.act(hall.hub, RevokeDevice{hall.greeter.id(), QStringLiteral("stolen")}).outcome == Outcome::Done);
    THEN("the guest may come in elsewhere") { CHECK(hall.act(hall.hub, signInOf(0)).outcome == Outcome::Admitted); }
}

SCENARIO("a no was told before the hub's yes came, and the place is given to another guest", "[device][authority]")
{
    Hall hall;
    hall.link();
    hall.carry(true);
    const auto request = hall.newRequest();
    GIVEN("a guest of the strict zone, whom the hub lets in too late")
    {
        Answer told;
        hall.greeter.device().submit({request, {}, signInOf(3)}, [&](const Answer &answer) { told = answer; });
        hall.greeter.device().flush();
        hall.wait(200);
        CHECK(told.outcome == Outcome::ZoneFull);
        hall.carry(true);
        WHEN("the place goes to the next guest, and the first one tries again")
        {
            hall.unlink();
            CHECK(hall.act(hall.greeter, signInOf(9)).outcome == Outcome::Admitted);
            hall.link();
            hall.carry(true);
            Answer again;
            hall.greeter.device().submit({request, {}, signInOf(3)}, [&](const Answer &answer) { again = answer; });
            hall.greeter.device().flush();
            hall.carry(true);
            THEN("nobody is let in without a place")
            {
                CHECK(again.outcome == Outcome::ZoneFull);
                CHECK(hall.greeter.device().faults()->isEmpty());
                CHECK(hall.hub.device().faults()->isEmpty());
            }
        }
    }
}

SCENARIO("a guest asks for a number twice in one breath", "[device][queues]")
{
    Hall hall;
    hall.link();
    hall.carry(true);
    queues::Issue issue;
    issue.series = QStringLiteral("a");
    issue.payload = Genesis::codeOf(0);
    std::vector<Answer> told;
    for (int i = 0; i < 2; ++i) {
        hall.greeter.device().submit({hall.newRequest(), {}, issue},
                                     [&](const Answer &answer) { told.push_back(answer); });
    }
    hall.greeter.device().flush();
    hall.carry(true);
    REQUIRE(told.size() == 2);
    CHECK(told[0].outcome == Outcome::Done);
    CHECK(told[1].outcome == Outcome::Refused);
    CHECK(told[1].number == told[0].number);
}

SCENARIO("a guest who may have two is given both in one breath", "[device][prizes]")
{
    Hall hall;
    CHECK(hall.act(hall.hub, signInOf(0)).outcome == Outcome::Admitted);
    hall.link();
    hall.carry(true);
    hall.wait(2'500);  // A ping says that the desk is at work: its stock is placed.
    hall.carry(true);
    prizes::Redeem redeem;
    redeem.prize = QStringLiteral("gift");
    redeem.payload = Genesis::codeOf(0);
    std::vector<Outcome> told;
    for (int i = 0; i < 3; ++i) {
        hall.greeter.device().submit({hall.newRequest(), {}, redeem},
                                     [&](const Answer &answer) { told.push_back(answer.outcome); });
    }
    hall.greeter.device().flush();
    hall.carry(true);
    CHECK(told == std::vector{Outcome::Granted, Outcome::Granted, Outcome::Refused});
    CHECK(hall.hub.device().faults()->isEmpty());
    CHECK(hall.greeter.device().faults()->isEmpty());
}

SCENARIO("a counter tries a step again", "[device][queues]")
{
    Hall hall;
    hall.wait(50);  // The hub deals itself numbers.
    queues::Issue issue;
    issue.series = QStringLiteral("b");
    const auto number = hall.act(hall.hub, issue).number;
    REQUIRE_FALSE(number.isEmpty());
    CHECK(hall.act(hall.hub, queues::Call{Genesis::stationOf(1), {}}).number == number);
    queues::Advance arrive;
    arrive.ticket = number;
    arrive.step = queues::Step::Arrive;
    const auto request = hall.newRequest();
    const auto done = hall.act(hall.hub, arrive, request);
    CHECK(done.number == number);
    const auto again = hall.act(hall.hub, arrive, request);
    CHECK(again.operation == done.operation);
    CHECK(again.number == number);
    CHECK(again.zone == done.zone);
}

SCENARIO("a number was given while cut off, and nothing else happens", "[device][queues][authority]")
{
    Hall hall;
    hall.link();
    hall.carry(true);
    hall.wait(2'500);  // A ping says who is at work, and numbers are dealt.
    hall.carry(true);
    hall.unlink();
    queues::Issue issue;
    issue.series = QStringLiteral("b");
    const auto given = hall.act(hall.greeter, issue);
    REQUIRE(given.isProvisional);
    hall.link();
    hall.carry(true);
    hall.wait(2'500);
    hall.carry(true);
    CHECK(hall.act(hall.hub, queues::Call{Genesis::stationOf(2), {}}).number == given.number);
}

SCENARIO("a counter is declared lost, and nothing else happens", "[device][queues][authority]")
{
    Hall hall;
    hall.wait(50);  // The hub deals itself numbers.
    queues::Issue issue;
    issue.series = QStringLiteral("b");
    const auto number = hall.act(hall.hub, issue).number;
    REQUIRE_FALSE(number.isEmpty());
    hall.link();
    hall.carry(true);
    CHECK(hall.act(hall.greeter, queues::SetCounter{}).outcome == Outcome::Done);
    hall.wait(2'500);  // A ping says that it is at work.
    hall.carry(true);
    hall.unlink();
    CHECK(hall.act(hall.hub, queues::Call{Genesis::stationOf(2), number}).why == QLatin1String("elsewhere"));
    CHECK(hall.act(hall.hub, DeclareLost{hall.greeter.id(), {}, reason}).outcome == Outcome::Done);
    CHECK(hall.act(hall.hub, queues::Call{Genesis::stationOf(2), number}).number == number);
}

SCENARIO("an old disk is put back while cut off, and its device lets the same guest in again", "[device][presence]")
{
    Hall hall;
    hall.act(hall.greeter, signInOf(2));
    const auto backup = hall.greeter.backup();
    CHECK(hall.act(hall.greeter, signInOf(0)).isProvisional);
    hall.link();
    hall.carry(true);
    hall.unlink();
    hall.greeter.die();
    hall.greeter.restore(backup);
    REQUIRE(hall.greeter.start());
    // Nothing outside of the disk tells that it is old: it has no mark of one operation.
    hall.act(hall.greeter, signInOf(6));
    CHECK(hall.act(hall.greeter, signInOf(0)).isProvisional);
    WHEN("it is linked again")
    {
        hall.link();
        hall.carry(true);
        THEN("the double is a conflict on both")
        {
            for (auto *station : {&hall.hub, &hall.greeter}) {
                const auto conflicts = station->device().day().conflicts;
                REQUIRE(conflicts.size() == 1);
                CHECK(conflicts.front().rivals.size() == 2);
            }
        }
    }
}
