// Goal: at a counter and a prize desk no press does what the moment does not allow, nothing recorded is forgotten, and
// a board calls everybody once.
// Method: a node that answers as told, a voice that remembers, and Qt's own checker on every list.
#include "app/models/board_model.h"
#include "app/models/counter_controller.h"
#include "app/models/prize_controller.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_desks.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

void settle()
{
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
    }
}

struct CounterRig {
    FakeNode node;
    Settings settings;
    std::unique_ptr<CounterController> counter;

    explicit CounterRig(std::vector<TicketView> hand, bool isOpen = true)
    {
        node.setNow(sampleNow());
        node.setIdentity(deskIdentity(q("counter")));
        node.setDay(queueDay(isOpen, 12));
        node.desk.atHand = std::move(hand);
        node.decide = [](const Act &) {
            Answer done;
            done.outcome = Outcome::Done;
            return done;
        };
        settings.setLanguage(q("en"));
        counter = std::make_unique<CounterController>(node, settings, q("S-07"));
        settle();
    }
    /// The step of the last act; Called if it was none.
    [[nodiscard]] queues::Step lastStep() const
    {
        const auto *step = std::get_if<queues::Advance>(&node.acts.back().command);
        return step == nullptr ? queues::Step::Called : step->step;
    }
};

struct PrizeRig {
    FakeNode node;
    Settings settings;
    std::unique_ptr<PrizeController> desk;

    explicit PrizeRig(std::vector<OpenPrizeView> open = {})
    {
        node.setNow(sampleNow());
        node.setIdentity(deskIdentity(q("prize")));
        node.dues = sampleDues();
        node.unsettled = std::move(open);
        node.decide = [](const Act &act) {
            Answer answer;
            answer.outcome = std::holds_alternative<prizes::Redeem>(act.command) ? Outcome::Granted : Outcome::Done;
            answer.operation = sampleId<OperationHash>(5);
            return answer;
        };
        settings.setLanguage(q("en"));
        desk = std::make_unique<PrizeController>(node, settings, q("S-09"));
        settle();
    }
    void scan()
    {
        desk->scanned("L-0001");
        settle();
    }
};

class HeardVoice final : public Voice {
public:
    QStringList heard;
    void say(const QString &number, const QString &counter) override { heard << number + q(" ") + counter; }
    void end() { Q_EMIT finished(); }
};

}  // namespace

SCENARIO("a counter allows what the phase of its number allows", "[models][counter]")
{
    GIVEN("a number that was called")
    {
        CounterRig rig({sampleTicket(q("A023"), q("called"))});
        CounterController &counter = *rig.counter;
        CHECK(counter.phase() == CounterController::Called);
        CHECK(counter.number() == q("A023"));
        CHECK(counter.since() == q("1:20"));
        CHECK_FALSE(counter.canCall());
        counter.callNext();
        counter.finish();
        counter.resume();
        CHECK(rig.node.acts.empty());
        counter.arrive();
        settle();
        REQUIRE(rig.node.acts.size() == 1);
        CHECK(rig.lastStep() == queues::Step::Arrive);
    }
    GIVEN("a number that is served, and one on hold")
    {
        CounterRig rig({sampleTicket(q("A017"), q("held")), sampleTicket(q("A023"), q("serving"))});
        CounterController &counter = *rig.counter;
        CHECK(counter.number() == q("A023"));
        CHECK(counter.held()->count() == 1);
        counter.markNoShow();
        counter.choose(q("A017"));
        CHECK(rig.node.acts.empty());
        CHECK(counter.number() == q("A023"));
        counter.transfer(q("pay"));
        settle();
        REQUIRE(rig.node.acts.size() == 1);
        CHECK(std::get<queues::Advance>(rig.node.acts[0].command).service == q("pay"));
    }
    GIVEN("two numbers on hold")
    {
        CounterRig rig({sampleTicket(q("A017"), q("held")), sampleTicket(q("A011"), q("held"))});
        rig.counter->choose(q("A011"));
        CHECK(rig.counter->number() == q("A011"));
        CHECK(rig.counter->canCall());
        rig.counter->resume();
        settle();
        CHECK(std::get<queues::Advance>(rig.node.acts.back().command).ticket == q("A011"));
    }
}

SCENARIO("a counter looks at every paper before service begins", "[models][counter]")
{
    TicketView ticket = sampleTicket(q("A023"), q("called"));
    ticket.papers = {{q("id"), {q("ID"), q("ID")}}};
    CounterRig rig({ticket});
    CounterController &counter = *rig.counter;
    const QAbstractItemModelTester tester(counter.papers());
    counter.arrive();
    counter.tickPaper(q("id"));
    counter.arrive();
    CHECK(rig.node.acts.empty());
    counter.tickPaper(QString::fromLatin1(CounterController::identityKey));
    counter.arrive();
    settle();
    REQUIRE(rig.node.acts.size() == 1);
    const auto &arrived = std::get<queues::Advance>(rig.node.acts[0].command);
    CHECK(arrived.papers == QStringList{q("id")});
    CHECK(arrived.isIdentityChecked);
    WHEN("another number is called")
    {
        TicketView other = sampleTicket(q("A024"), q("called"));
        other.papers = ticket.papers;
        rig.node.desk.atHand = {other};
        rig.node.setDay(rig.node.day());
        settle();
        THEN("nothing of it was looked at yet") { CHECK_FALSE(counter.canArrive()); }
    }
}

SCENARIO("a counter says what became of numbered documents", "[models][counter]")
{
    CounterRig rig({});
    CounterController &counter = *rig.counter;
    DayView day = busyDay();
    MaterialView forms;
    forms.code = q("forms");
    forms.name = {q("forms"), q("Forms")};
    forms.isNumbered = true;
    forms.unaccounted = 2;
    forms.openSerials = {q("RG0117"), q("RG0201")};
    MaterialView chairs;
    chairs.code = q("chairs");
    MaterialView receipts = forms;
    receipts.code = q("receipts");
    receipts.unaccounted = 0;
    receipts.openSerials.clear();
    day.materials = {chairs, forms, receipts};
    rig.node.setDay(day);
    settle();
    const auto &open = static_cast<RowModel<ChoiceRow> *>(counter.openSerials())->rows();
    CHECK(counter.documents()->count() == 2);
    CHECK(counter.document() == q("forms"));
    CHECK(counter.documentsOut() == 2);
    REQUIRE(open.size() == 2);
    CHECK(open[0].key == q("117"));
    counter.markSerials(CounterController::SerialUsed, open[0].key, {});
    const auto mark = std::get<materials::Mark>(rig.node.acts.back().command);
    CHECK(mark.material == q("forms"));
    CHECK(mark.from == 117);
    CHECK(mark.to == 117);
    CHECK(mark.step == materials::SerialStep::Used);
    settle();
    counter.markSerials(CounterController::SerialVoid, q("117-119"), q(" torn "));
    CHECK(std::get<materials::Mark>(rig.node.acts.back().command).to == 119);
    CHECK(std::get<materials::Mark>(rig.node.acts.back().command).note == q("torn"));
    settle();
    const auto acts = rig.node.acts.size();
    counter.markSerials(CounterController::SerialUsed, q("RG?"), {});
    CHECK(rig.node.acts.size() == acts);
    counter.chooseDocument(q("receipts"));
    CHECK(counter.documentsOut() == 0);
    CHECK(counter.openSerials()->count() == 0);
}

SCENARIO("a counter calls, and is told why not", "[models][counter]")
{
    CounterRig rig({});
    CounterController &counter = *rig.counter;
    const QAbstractItemModelTester tester(counter.onDeck());
    REQUIRE(counter.canCall());
    WHEN("it is pressed twice before the answer")
    {
        rig.node.isSilent = true;
        counter.callNext();
        counter.callNext();
        THEN("it is one call") { CHECK(rig.node.acts.size() == 1); }
    }
    WHEN("nobody waits")
    {
        rig.node.decide = [](const Act &) {
            Answer answer;
            answer.outcome = Outcome::NothingWaiting;
            answer.reason = {QStringLiteral("没有"), QStringLiteral("Nobody")};
            return answer;
        };
        counter.callNext();
        settle();
        THEN("it says so, calmly, in the language of the screen")
        {
            CHECK(counter.meaning() == int(Meaning::Information));
            CHECK(counter.reason() == q("Nobody"));
            rig.settings.setLanguage(q("zh"));
            CHECK(counter.reason() == QStringLiteral("没有"));
        }
    }
    WHEN("the counter is closed")
    {
        counter.setOpen(false);
        settle();
        THEN("it calls nobody")
        {
            CHECK_FALSE(std::get<queues::SetCounter>(rig.node.acts[0].command).isOpen);
            rig.node.setDay(queueDay(false, 3));
            counter.callNext();
            CHECK(rig.node.acts.size() == 1);
            CHECK(counter.waiting() == q("3"));
        }
    }
    WHEN("the day is not known")
    {
        DayView day = queueDay(true, 3);
        day.isKnown = false;
        rig.node.setDay(day);
        THEN("nobody knows how many wait") { CHECK(counter.waiting() == QStringLiteral("–")); }
    }
}

SCENARIO("a prize goes into a guest's hands", "[models][prize]")
{
    PrizeRig rig;
    PrizeController &desk = *rig.desk;
    const QAbstractItemModelTester tester(desk.dues());
    rig.scan();
    REQUIRE(desk.mode() == PrizeController::Showing);
    CHECK(desk.dues()->count() == 4);
    WHEN("no proof is needed")
    {
        desk.handOver(q("gift"));
        settle();
        THEN("it is granted and handed over in one go")
        {
            REQUIRE(rig.node.acts.size() == 2);
            CHECK(std::get<prizes::Redeem>(rig.node.acts[0].command).prize == q("gift"));
            CHECK(std::get<prizes::HandOver>(rig.node.acts[1].command).grant == sampleId<OperationHash>(5));
            CHECK(desk.handedName() == q("Visitor's gift: flask"));
            CHECK(desk.mode() == PrizeController::Showing);
        }
    }
    WHEN("the last four digits are wanted")
    {
        desk.handOver(q("buyer"));
        settle();
        REQUIRE(desk.mode() == PrizeController::Asking);
        CHECK(desk.proving() == PrizeController::LastFour);
        desk.setProof(q("12a4"));
        desk.prove();
        CHECK(rig.node.acts.size() == 1);
        desk.setProof(q("1234"));
        desk.prove();
        settle();
        THEN("they are sent with the second step")
        {
            REQUIRE(rig.node.acts.size() == 2);
            CHECK(std::get<prizes::HandOver>(rig.node.acts[1].command).proof == q("1234"));
            CHECK(desk.proof().isEmpty());
        }
    }
    WHEN("it was given before, or lies here no more")
    {
        desk.handOver(q("draw"));
        desk.handOver(q("toy"));
        THEN("nothing is asked") { CHECK(rig.node.acts.empty()); }
    }
    WHEN("the second step fails")
    {
        rig.node.decide = [](const Act &act) {
            Answer answer;
            const bool isRedeemed = std::holds_alternative<prizes::Redeem>(act.command);
            answer.outcome = isRedeemed ? Outcome::Granted : Outcome::Failed;
            answer.operation = sampleId<OperationHash>(5);
            return answer;
        };
        desk.handOver(q("gift"));
        settle();
        THEN("nothing is green, and the desk says so")
        {
            CHECK(desk.handedName().isEmpty());
            CHECK(desk.meaning() == int(Meaning::Stop));
        }
    }
    WHEN("another guest is scanned before the grant comes")
    {
        rig.node.isSilent = true;
        desk.handOver(q("gift"));
        desk.scanned("L-0002");
        THEN("the scan waits for the answer") { CHECK(rig.node.looked == QStringList{q("L-0001")}); }
    }
}

SCENARIO("what a prize desk left open comes first", "[models][prize]")
{
    PrizeRig rig({sampleOpenPrize(0), sampleOpenPrize(2)});
    PrizeController &desk = *rig.desk;
    const QAbstractItemModelTester tester(desk.open());
    REQUIRE(desk.open()->count() == 2);
    WHEN("the guest has it")
    {
        desk.settle(sampleOpenPrize(0).grant.toHex());
        settle();
        THEN("that is written down, and nothing is granted anew")
        {
            REQUIRE(rig.node.acts.size() == 1);
            CHECK(std::get<prizes::HandOver>(rig.node.acts[0].command).grant == sampleOpenPrize(0).grant);
        }
    }
    WHEN("it wanted a proof")
    {
        desk.settle(sampleOpenPrize(2).grant.toHex());
        settle();
        THEN("the proof is asked for first")
        {
            CHECK(rig.node.acts.empty());
            CHECK(desk.mode() == PrizeController::Asking);
        }
    }
    WHEN("the guest has it not")
    {
        desk.cancelOpen(sampleOpenPrize(0).grant.toHex(), q("walked away"));
        settle();
        THEN("it is taken back with the reason")
        {
            CHECK(std::get<prizes::Cancel>(rig.node.acts[0].command).reason == q("walked away"));
        }
    }
}

SCENARIO("a board calls everybody once, one at a time", "[models][board]")
{
    FakeNode node;
    Settings settings;
    settings.setLanguage(q("en"));
    HeardVoice voice;
    node.setNow(sampleNow());
    node.setIdentity(deskIdentity(q("board")));
    node.setDay(busyDay());
    node.calls = sampleBoard();
    node.calls.nowServing[1].at = sampleNow() - 30s;
    BoardModel board(node, settings, voice);
    const QAbstractItemModelTester tester(board.calls());
    settle();
    CHECK(board.calls()->count() == 6);
    CHECK(board.last()->count() == 2);
    WHEN("the day is read again and again")
    {
        node.setDay(busyDay());
        settle();
        THEN("the earliest is said, and the next when it was said; who has arrived is not called")
        {
            CHECK(voice.heard == QStringList{q("V007 Unit desk 2")});
            voice.end();
            voice.end();
            settle();
            CHECK(voice.heard == QStringList{q("V007 Unit desk 2"), q("A023 Unit desk 1")});
        }
    }
    WHEN("nobody was heard for ten seconds")
    {
        CHECK_FALSE(board.isStale());
        node.setNow(sampleNow() + 12s);
        THEN("it is stale, and says since when")
        {
            CHECK(board.isStale());
            CHECK_FALSE(board.figuresFrom().isEmpty());
        }
    }
    WHEN("the day was never known")
    {
        node.setDay({});
        THEN("it says so") { CHECK(board.figuresFrom().isEmpty()); }
    }
}
