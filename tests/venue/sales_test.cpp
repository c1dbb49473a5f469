// Goal: what was sold on the day is counted once, wherever it was taken, and what was taken back is not.
// Method: sales and voids at several devices, in both orders of arrival; sums by hand.
#include "core/journal/body.h"
#include "core/venue/units/sales.h"
#include "tests/venue/hall.h"

#include <QDateTime>
#include <QTimeZone>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto flat = QStringLiteral("1-101");
const auto cafe = QStringLiteral("cafe");

EventSetup plan()
{
    auto plan = Hall::samplePlan();
    plan.timeZone = QStringLiteral("Asia/Shanghai");
    SaleUnit unit;
    unit.code = flat;
    plan.units = {unit};
    plan.merchants = {{cafe, {}, QStringLiteral("H")}};
    Station station;
    station.code = QStringLiteral("gate-1");
    station.zone = QStringLiteral("A");
    plan.stations = {station};
    StaffMember member;
    member.code = QStringLiteral("c7");
    member.roles = {QStringLiteral("coordinator")};
    plan.staff = {member};
    return plan;
}

sales::Record coffee(qint64 amount, const QString &document = QStringLiteral("R1"))
{
    sales::Record sale;
    sale.merchant = cafe;
    sale.amount = amount;
    sale.payment = sales::Payment::Mobile;
    sale.document = document;
    return sale;
}

sales::Record flatSale(qint64 amount)
{
    sales::Record sale;
    sale.unit = flat;
    sale.amount = amount;
    sale.payment = sales::Payment::Transfer;
    sale.document = QStringLiteral("HT-1");
    return sale;
}

std::vector<sales::Sale> salesAt(Hall &hall, int device)
{
    std::vector<sales::Sale> all;
    REQUIRE(hall.at(device).journal->read([&](State &state) { all = sales::all(state); }));
    return all;
}

QString why(Hall &hall, const sales::Record &sale) { return hall.decide(1, sale).why; }

}  // namespace

SCENARIO("sales are taken at several desks", "[sales]")
{
    Hall hall(3, plan());
    const auto first = hall.decide(1, coffee(1'250));
    hall.clock().stepWall(1h);
    const auto second = hall.decide(2, flatSale(200'000'000));
    CHECK(first.outcome == Outcome::Done);
    CHECK(second.outcome == Outcome::Done);
    hall.syncAll();
    GIVEN("that all stand")
    {
        THEN("every device has the same sums by zone, merchant, hour and payment")
        {
            CHECK(hall.isEqual());
            const auto totals = sales::totals(salesAt(hall, 0), plan());
            CHECK(totals.all == sales::Sum{2, 200'001'250});
            CHECK(totals.byZone.value(QStringLiteral("A")) == sales::Sum{1, 1'250});
            CHECK(totals.byMerchant.value(cafe) == sales::Sum{1, 1'250});
            CHECK(totals.byMerchant.value(QString()) == sales::Sum{1, 200'000'000});
            CHECK(totals.byPayment.value(QStringLiteral("transfer")).count == 1);
            REQUIRE(totals.byHour.size() == 2);
            const auto hour = QDateTime::fromMSecsSinceEpoch(toMsecs(hall.clock().wall()), Qt::UTC)
                                  .toTimeZone(QTimeZone("Asia/Shanghai"));
            CHECK(totals.byHour.lastKey() == hour.toString(QStringLiteral("yyyy-MM-dd HH:00")));
        }
        THEN("a unit that nobody subscribed is pointed out")
        {
            const auto found = sales::reconcile(salesAt(hall, 0), [](const QString &) { return false; });
            REQUIRE(found.size() == 1);
            CHECK(found.front().kind == sales::Discrepancy::Kind::NotSubscribed);
            CHECK(found.front().subject == flat);
            CHECK(sales::reconcile(salesAt(hall, 0), {}).empty());
        }
    }
    GIVEN("that one is voided, twice at once")
    {
        const sales::Void taken{*first.operation, QStringLiteral("wrong amount")};
        CHECK(hall.decide(0, taken).outcome == Outcome::Done);
        CHECK(hall.decide(2, taken).outcome == Outcome::Done);
        CHECK(hall.decide(0, taken).why == QStringLiteral("voided"));
        hall.syncAll();
        THEN("it counts no more, once, on every device")
        {
            CHECK(hall.isEqual());
            const auto totals = sales::totals(salesAt(hall, 1), plan());
            CHECK(totals.all == sales::Sum{1, 200'000'000});
            CHECK(totals.voided == sales::Sum{1, 1'250});
        }
    }
    GIVEN("the same document and the same unit once more, and a sale without a document")
    {
        CHECK(hall.decide(1, coffee(900)).outcome == Outcome::Done);
        CHECK(hall.decide(1, flatSale(1)).outcome == Outcome::Done);
        CHECK(hall.decide(1, coffee(5, {})).outcome == Outcome::Done);
        hall.syncAll();
        THEN("all of it is pointed out")
        {
            QStringList kinds;
            for (const auto &found : sales::reconcile(salesAt(hall, 0), {})) {
                kinds << sales::toString(found.kind) + QLatin1Char(':') + found.subject;
            }
            CHECK(kinds == QStringList{QStringLiteral("document_missing:"), QStringLiteral("document_twice:HT-1"),
                                       QStringLiteral("document_twice:R1"), QStringLiteral("unit_twice:1-101")});
        }
    }
    GIVEN("a reset after the rehearsal")
    {
        CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        THEN("the day has sold nothing yet") { CHECK(salesAt(hall, 0).empty()); }
    }
}

SCENARIO("a void arrives before its sale", "[sales]")
{
    Hall hall(3, plan());
    const auto sale = hall.decide(1, coffee(1'250));
    hall.sync(1, 0);
    CHECK(hall.decide(0, sales::Void{*sale.operation, QStringLiteral("returned")}).outcome == Outcome::Done);
    // The third device hears of the void only.
    Draft early;
    early.kind = sales::voidedKind();
    early.body = {{key("sale"), sale.operation->toBytes()}, {key("reason"), QStringLiteral("returned")}};
    hall.write(2, early);
    CHECK(salesAt(hall, 2).empty());
    hall.syncAll();
    THEN("the sale is void from the start, everywhere")
    {
        CHECK(hall.isEqual());
        REQUIRE(salesAt(hall, 2).size() == 1);
        CHECK_FALSE(salesAt(hall, 2).front().stands());
        CHECK(salesAt(hall, 2).front().voiding->reason == QStringLiteral("returned"));
    }
}

SCENARIO("a gift goes with a purchase", "[sales]")
{
    Hall hall(2, plan());
    hall.invite(QStringLiteral("L1"));
    auto bought = coffee(5'000);
    bought.guest = hall.guest(QStringLiteral("L1"));
    const auto sale = hall.decide(1, bought);
    const auto ask = [&](auto question) {
        std::optional<decltype(question(std::declval<State &>(), GuestId{}))> answer;
        REQUIRE(hall.at(1).journal->read(
            [&](State &state) { answer = question(state, hall.guest(QStringLiteral("L1"))); }));
        return *answer;
    };
    CHECK(ask(sales::hasStanding));
    CHECK(ask(sales::voidedOf).empty());
    WHEN("the purchase is taken back")
    {
        CHECK(hall.decide(1, sales::Void{*sale.operation, QStringLiteral("returned")}).outcome == Outcome::Done);
        THEN("the guest has none that stands, and the gift is to be asked back")
        {
            CHECK_FALSE(ask(sales::hasStanding));
            REQUIRE(ask(sales::voidedOf).size() == 1);
            CHECK(ask(sales::voidedOf).front().operation == *sale.operation);
        }
    }
}

TEST_CASE("what cannot be a sale is refused with the reason", "[sales]")
{
    Hall hall(2, plan());
    CHECK(why(hall, {}) == QStringLiteral("unit_or_merchant"));
    auto both = coffee(1);
    both.unit = flat;
    CHECK(why(hall, both) == QStringLiteral("unit_or_merchant"));
    auto unknown = coffee(1);
    unknown.merchant = QStringLiteral("bar");
    CHECK(why(hall, unknown) == QStringLiteral("unknown_merchant"));
    auto castle = flatSale(1);
    castle.unit = QStringLiteral("9-999");
    CHECK(why(hall, castle) == QStringLiteral("unknown_unit"));
    CHECK(why(hall, coffee(0)) == QStringLiteral("bad_amount"));
    CHECK(why(hall, coffee(-5)) == QStringLiteral("bad_amount"));
    CHECK(why(hall, coffee(sales::amountMax + 1)) == QStringLiteral("bad_amount"));
    CHECK(why(hall, coffee(1, QString(sales::documentLengthMax + 1, QLatin1Char('7')))) ==
          QStringLiteral("document_long"));
    auto nobody = coffee(1);
    nobody.payload = "C-nobody";
    CHECK(why(hall, nobody) == QStringLiteral("unknown_guest"));
    auto stranger = coffee(1);
    stranger.consultant = QStringLiteral("c9");
    CHECK(why(hall, stranger) == QStringLiteral("unknown_staff"));
    stranger.consultant = QStringLiteral("c7");
    CHECK(hall.decide(1, stranger).outcome == Outcome::Done);
    CHECK(hall.decide(1, sales::Void{{}, QStringLiteral("why")}).why == QStringLiteral("unknown_sale"));
    CHECK(hall.decide(1, sales::Void{{}, QStringLiteral(" ")}).why == QStringLiteral("no_reason"));
}

TEST_CASE("amounts are read to the hundredth", "[sales]")
{
    CHECK(sales::amountFrom(QStringLiteral("12")) == 1'200);
    CHECK(sales::amountFrom(QStringLiteral("12.5")) == 1'250);
    CHECK(sales::amountFrom(QStringLiteral("0.05")) == 5);
    CHECK(sales::amountText(1'250) == QStringLiteral("12.50"));
    CHECK(sales::amountText(5) == QStringLiteral("0.05"));
    for (const char *text : {"", ".", "1.", ".5", "-1", "1.234", "1,5", "1e3", "1.2.3", "9999999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(sales::amountFrom(QString::fromLatin1(text)));
    }
}
