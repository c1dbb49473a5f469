// Goal: a counter sees the number in its hands with its way so far, a prize desk sees what is due and what it left
// open. Method: a hub and one desk on real journals; what the desk looks at is read after each act.
#include "core/venue/scarce/desk_query.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

constexpr int deskDevice = 1;

/// A way of two stages, one gift, and one desk for all of it.
EventSetup deskPlan()
{
    auto plan = Hall::samplePlan();
    Series series;
    series.code = q("a");
    series.prefix = q("A");
    series.service = q("consult");
    plan.series = {series};
    Service consult;
    consult.code = q("consult");
    consult.name = {q("consult"), q("consult")};
    consult.next = q("pay");
    consult.onDeck = 0;
    Service pay;
    pay.code = q("pay");
    pay.name = {q("pay"), q("pay")};
    pay.onDeck = 0;
    plan.services = {consult, pay};
    Prize gift;
    gift.code = q("gift");
    gift.name = {q("gift"), q("gift")};
    auto others = gift;
    others.code = q("vip-gift");
    others.classes = {q("vip")};
    plan.prizes = {others, gift};
    plan.stocks = {{q("gift@gate-1"), q("gift"), q("gate-1"), 3}};
    Station station;
    station.code = q("gate-1");
    station.role = q("counter");
    station.services = {q("consult"), q("pay")};
    plan.stations = {station};
    return plan;
}

struct DeskHall : Hall {
    DeskHall() : Hall(2, deskPlan())
    {
        invite(q("a"));
        syncAll();
        settleRights();
    }
    template<class View>
    View read(const std::function<View(State &, const EventSetup &)> &look)
    {
        View view;
        auto &device = at(deskDevice);
        REQUIRE(device.journal->read([&](State &state) { view = look(state, device.venue.setup(state)); }));
        return view;
    }
    CounterDeskView counter()
    {
        return read<CounterDeskView>(
            [](State &state, const EventSetup &setup) { return desk_query::counterOf(state, setup, q("gate-1")); });
    }
    DueView due()
    {
        const auto dues = read<std::vector<DueView>>([this](State &state, const EventSetup &setup) {
            return desk_query::duesOf(state, setup, guest(q("a")), at(deskDevice).journal->self());
        });
        REQUIRE(dues.size() == 1);  // What others alone may have is not laid before the desk.
        return dues.front();
    }
    std::vector<OpenPrizeView> open()
    {
        return read<std::vector<OpenPrizeView>>([this](State &state, const EventSetup &setup) {
            return desk_query::openPrizesOf(state, setup, at(deskDevice).journal->device());
        });
    }
    Outcome step(const QString &number, queues::Step step)
    {
        queues::Advance command;
        command.ticket = number;
        command.step = step;
        const auto outcome = act(deskDevice, command, false).outcome;
        syncAll();
        return outcome;
    }
};

}  // namespace

SCENARIO("a counter sees how far the guest in its hands has come", "[venue][views]")
{
    DeskHall hall;
    queues::Issue issue;
    issue.series = q("a");
    issue.payload = "C-a";
    const auto number = hall.act(0, issue, true).number;
    hall.syncAll();
    auto desk = hall.counter();
    CHECK(desk.atHand.empty());
    REQUIRE(desk.onDeck.size() == 1);
    CHECK(desk.onDeck[0].number == number);
    REQUIRE(hall.act(deskDevice, queues::Call{}, true).outcome == Outcome::Done);
    desk = hall.counter();
    REQUIRE(desk.atHand.size() == 1);
    CHECK(desk.onDeck.empty());
    CHECK(desk.atHand[0].phase == q("called"));
    REQUIRE(desk.atHand[0].guest);
    CHECK(desk.atHand[0].guest->id == hall.guest(q("a")));
    REQUIRE(desk.atHand[0].journey.size() == 2);
    CHECK(desk.atHand[0].journey[0].place == StageView::Place::Now);
    CHECK(desk.atHand[0].journey[1].place == StageView::Place::Next);
    WHEN("the first stage is over")
    {
        REQUIRE(hall.step(number, queues::Step::Arrive) == Outcome::Done);
        REQUIRE(hall.step(number, queues::Step::Finish) == Outcome::Done);
        THEN("the number waits for the second, and the first is done")
        {
            desk = hall.counter();
            CHECK(desk.atHand.empty());
            REQUIRE(desk.onDeck.size() == 1);
            REQUIRE(desk.onDeck[0].journey.size() == 2);
            CHECK(desk.onDeck[0].journey[0].service == q("consult"));
            CHECK(desk.onDeck[0].journey[0].place == StageView::Place::Done);
            CHECK(desk.onDeck[0].journey[1].place == StageView::Place::Now);
        }
    }
}

SCENARIO("a prize desk sees what is due, why not, and what it left open", "[venue][views]")
{
    DeskHall hall;
    CHECK(hall.due().left == 3);
    CHECK_FALSE(hall.due().whyNot == Words{});
    REQUIRE(hall.signIn(0, q("C-a"), true).outcome == Outcome::Admitted);
    hall.syncAll();
    CHECK(hall.due().whyNot == Words{});
    const auto granted = hall.act(deskDevice, prizes::Redeem{q("gift"), "C-a", {}}, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    CHECK(hall.due().grant == granted.operation);
    CHECK(hall.due().whyNot == Words{});
    CHECK(hall.due().left == 2);
    REQUIRE(hall.open().size() == 1);
    CHECK(hall.open()[0].grant == *granted.operation);
    WHEN("it is in the guest's hands")
    {
        prizes::HandOver over;
        over.grant = *granted.operation;
        REQUIRE(hall.act(deskDevice, over, false).outcome == Outcome::Done);
        THEN("nothing is open, and it is due no more")
        {
            CHECK(hall.open().empty());
            CHECK(hall.due().isHanded);
            CHECK_FALSE(hall.due().grant);
            CHECK_FALSE(hall.due().whyNot == Words{});
        }
    }
    WHEN("it was not handed over after all")
    {
        REQUIRE(hall.act(deskDevice, prizes::Cancel{*granted.operation, q("gone")}, false).outcome == Outcome::Done);
        THEN("it is due again")
        {
            CHECK(hall.open().empty());
            CHECK(hall.due().whyNot == Words{});
            CHECK(hall.due().left == 3);
        }
    }
}
