// Goal: what is done at a screen bears the name of who works there, and nobody works under a name whose PIN they lack.
// Method: the sheet and a desk over a node that answers as told; what was submitted is read back, act by act.
#include "app/models/worker_controller.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_day.h"
#include "tests/support/catch.h"

#include <QCoreApplication>

using namespace muster;
using namespace muster::test;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

void settle()
{
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
    }
}

/// A greeter's device where S-30 has the PIN 4711.
struct Bench {
    FakeNode node;
    Settings settings;
    std::unique_ptr<WorkerController> worker;

    explicit Bench(const char *role = "greeter")
    {
        node.setIdentity(sampleIdentity(q(role)));
        node.signs.withPin = {q("S-30")};
        node.decide = [](const Act &act) {
            Answer answer;
            const auto *on = std::get_if<staff::SignOn>(&act.command);
            const bool isWrong = on != nullptr && on->staff == q("S-30") && on->pin != q("4711");
            answer.outcome = isWrong ? Outcome::Refused : Outcome::Done;
            answer.reason = {q("PIN 不正确"), q("The PIN is wrong")};
            return answer;
        };
    }
    void start(const char *actor = "")
    {
        worker = std::make_unique<WorkerController>(node, settings, WorkerController::Reach::Open, q(actor));
        settle();
    }
    void type(const char *digits)
    {
        for (const QChar digit : q(digits)) {
            worker->type(digit);
        }
        worker->enter();
        settle();
    }
    void choose(const char *staff)
    {
        worker->ask();
        settle();
        worker->choose(q(staff));
        settle();
    }
    template<class Command>
    const Command *last() const
    {
        return node.acts.empty() ? nullptr : std::get_if<Command>(&node.acts.back().command);
    }
};

}  // namespace

SCENARIO("somebody says who works here", "[models][worker]")
{
    Bench bench;
    bench.start();
    auto &worker = *bench.worker;
    CHECK(worker.code().isEmpty());
    WHEN("the badge of somebody without a PIN is scanned while the sheet asks")
    {
        CHECK_FALSE(worker.take("S-31"));  // Closed: the code is a guest's for all the sheet knows.
        worker.ask();
        settle();
        CHECK(worker.people()->count() == 7);
        CHECK(worker.take(" s-31 "));
        settle();
        THEN("they work here at once")
        {
            REQUIRE(bench.last<staff::SignOn>() != nullptr);
            CHECK(bench.last<staff::SignOn>()->staff == q("S-31"));
            CHECK(worker.code() == q("S-31"));
            CHECK(worker.step() == WorkerController::Closed);
            CHECK(bench.node.acts.size() == 1);  // Nobody was there to be signed off.
        }
    }
    WHEN("something else is scanned")
    {
        worker.ask();
        CHECK(worker.take("L-0042"));
        THEN("the sheet says so, and nobody works here")
        {
            CHECK(worker.trouble() == WorkerController::UnknownBadge);
            CHECK(worker.step() == WorkerController::Who);
            CHECK(bench.node.acts.empty());
        }
    }
    WHEN("somebody with a PIN is chosen")
    {
        bench.choose("S-30");
        REQUIRE(worker.step() == WorkerController::PinAsked);
        CHECK(bench.node.acts.empty());  // An empty PIN would count as a wrong one.
        bench.type("471");
        CHECK(bench.node.acts.empty());  // Too short to be one.
        worker.erase();
        bench.type("99");
        CHECK(worker.trouble() == WorkerController::Refused);
        CHECK(worker.typedCount() == 0);
        CHECK(worker.code().isEmpty());
        bench.type("4711");
        THEN("they work here once it is right")
        {
            CHECK(worker.code() == q("S-30"));
            CHECK(worker.trouble() == WorkerController::NoTrouble);
            CHECK(worker.step() == WorkerController::Closed);
        }
    }
    WHEN("names are narrowed down")
    {
        worker.ask();
        settle();
        worker.setFilter(QString::fromUtf16(u"安泰"));
        CHECK(worker.people()->count() == 2);
        worker.setFilter(q("s-0"));
        CHECK(worker.people()->count() == 2);
    }
}

SCENARIO("people change places", "[models][worker]")
{
    Bench bench;
    bench.node.signs.here = {q("S-31"), q("S-07")};
    bench.start();
    auto &worker = *bench.worker;
    CHECK(worker.code() == q("S-31"));  // Who signed on last still works here after a restart.
    WHEN("the next one signs on")
    {
        bench.node.decide = [](const Act &act) {
            Answer answer;
            answer.outcome = Outcome::Done;
            if (std::holds_alternative<staff::SignOff>(act.command)) {
                answer.subjects = {q("R-03"), q("K-11")};
            }
            return answer;
        };
        bench.choose("S-90");
        THEN("the one before is signed off under their own name, and what they still hold is said")
        {
            CHECK(worker.code() == q("S-90"));
            REQUIRE(bench.last<staff::SignOff>() != nullptr);
            CHECK(bench.last<staff::SignOff>()->staff == q("S-31"));
            CHECK(bench.node.acts.back().actor == q("S-31"));
            CHECK(worker.leaverGear() == q("R-03, K-11"));
            CHECK(worker.step() == WorkerController::Who);
        }
    }
    WHEN("they sign off")
    {
        worker.signOff();
        settle();
        CHECK(worker.code().isEmpty());
        CHECK(bench.last<staff::SignOff>() != nullptr);
    }
    WHEN("the storage fails at that moment")
    {
        bench.node.decide = [](const Act &) {
            Answer answer;
            answer.outcome = Outcome::Failed;
            answer.reason = {q("x"), q("the disk is full")};
            return answer;
        };
        worker.signOff();
        settle();
        THEN("they are still here, and the sheet says why")
        {
            CHECK(worker.code() == q("S-31"));
            CHECK(worker.trouble() == WorkerController::Refused);
        }
    }
}

SCENARIO("a device is started for somebody", "[models][worker]")
{
    Bench bench;
    WHEN("they have no PIN")
    {
        bench.start("S-07");
        CHECK(bench.worker->code() == q("S-07"));
        CHECK(bench.worker->step() == WorkerController::Closed);
    }
    WHEN("they have one and did not say it here")
    {
        bench.start("S-30");
        THEN("nobody works here before they have")
        {
            CHECK(bench.worker->code().isEmpty());
            CHECK(bench.worker->step() == WorkerController::PinAsked);
            bench.type("4711");
            CHECK(bench.worker->code() == q("S-30"));
        }
    }
    WHEN("it is a kiosk")
    {
        WorkerController worker(bench.node, bench.settings, WorkerController::Reach::Closed, {});
        worker.ask();
        CHECK_FALSE(worker.isOffered());
        CHECK(worker.step() == WorkerController::Closed);
    }
}

SCENARIO("PINs are given and changed", "[models][worker]")
{
    GIVEN("the coordinator's device")
    {
        Bench bench("coordinator");
        bench.start("C-01");
        auto &worker = *bench.worker;
        worker.ask();
        settle();
        worker.givePin();
        worker.choose(q("S-90"));
        REQUIRE(worker.step() == WorkerController::NewPinAsked);
        bench.type("2468");
        bench.type("2469");
        CHECK(worker.trouble() == WorkerController::PinsDiffer);
        CHECK(bench.node.acts.empty());
        bench.type("2468");
        bench.type("2468");
        REQUIRE(bench.last<staff::SetPin>() != nullptr);
        CHECK(bench.last<staff::SetPin>()->staff == q("S-90"));
        CHECK(bench.last<staff::SetPin>()->pin == q("2468"));
        CHECK(bench.node.acts.back().actor == q("C-01"));
    }
    GIVEN("somebody at a counter who has one")
    {
        Bench bench;
        bench.node.signs.here = {q("S-30")};
        bench.start();
        auto &worker = *bench.worker;
        worker.ask();
        settle();
        CHECK_FALSE(worker.canGivePins());
        worker.changePin();
        CHECK(worker.step() == WorkerController::OldPinAsked);
        bench.type("4711");
        bench.type("1357");
        bench.type("1357");
        REQUIRE(bench.last<staff::SetPin>() != nullptr);
        CHECK(bench.last<staff::SetPin>()->oldPin == q("4711"));
        CHECK(bench.last<staff::SetPin>()->pin == q("1357"));
        CHECK(worker.step() == WorkerController::Who);
    }
}
