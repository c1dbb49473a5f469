// Goal: an organiser learns by cell when a prize is promised that cannot be given, and of every slip in a price.
// Method: one good plan, read; then spoilt in one place after the other.
#include "core/plan/columns.h"
#include "tests/plan/spoilt_plan.h"

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

TEST_CASE("the prizes and draws of a plan are read as they are meant", "[plan][prizes]")
{
    const EventSetup setup = read(goodPlan()).setup;
    REQUIRE(setup.prizes.size() == 3);
    const Prize bag{.code = q("bag"),
                    .name = {.zh = {}, .en = q("Bag")},
                    .act = PrizeAct::SignIn,
                    .classes = {q("visitor")},
                    .sessions = {q("day")},
                    .stamps = {},
                    .limit = 2,
                    .cutOff = CutOffRule::Budget,
                    .budget = 20,
                    .proof = Proof::None,
                    .lowStock = 5,
                    .expiresMinutes = 15};
    CHECK((setup.prizes[0] == bag));
    CHECK(setup.prizes[1].act == PrizeAct::Stamps);
    CHECK(setup.prizes[1].stamps == QStringList{q("A"), q("B")});
    CHECK(setup.prizes[1].cutOff == CutOffRule::Lease);
    CHECK(setup.prizes[1].proof == Proof::Phone);
    CHECK(setup.prizes[2].act == PrizeAct::Draw);
    CHECK(setup.prizes[2].limit == 1);
    REQUIRE(setup.stocks.size() == 4);
    const Stock atDesk{.code = q("bag@p1"), .prize = q("bag"), .desk = q("p1"), .count = 100};
    CHECK((setup.stocks[0] == atDesk));
    CHECK(setup.stocks[1].code == q("bag@"));  // The coordinator's store.
    REQUIRE(setup.draws.size() == 2);
    CHECK(setup.draws[0].winners == 2);
    CHECK(setup.draws[0].prize == q("tv"));
    CHECK(setup.draws[1].isOrder);
}

TEST_CASE("the units and merchants of a plan are read as they are meant", "[plan][units]")
{
    const EventSetup setup = read(goodPlan()).setup;
    REQUIRE(setup.units.size() == 2);
    const SaleUnit unit{.code = q("1-0101"),
                        .name = {.zh = {}, .en = q("One")},
                        .building = q("1"),
                        .floor = q("1"),
                        .type = q("two"),
                        .price = 128'000'050,
                        .desk = q("c1")};
    CHECK((setup.units[0] == unit));
    CHECK(setup.units[1].price == 130'000'000);
    REQUIRE(setup.merchants.size() == 1);
    CHECK(setup.merchants[0].zone == q("B"));
}

TEST_CASE("amounts as people and spreadsheets write them", "[plan][units]")
{
    for (const auto &[written, hundredths] : {std::pair("1280000", 128'000'000LL),
                                              {"1,280,000.5", 128'000'050LL},
                                              {"¥1280000.05", 128'000'005LL},
                                              {"￥ 1，280，000 元", 128'000'000LL},
                                              {"１２８.50元", 12'850LL},
                                              {"0", 0LL},
                                              {"10000000000", 1'000'000'000'000LL}}) {
        INFO(written);
        qint64 amount = -1;
        CHECK_FALSE(parseAmount(amount, q(written)));
        CHECK(amount == hundredths);
        qint64 again = -1;
        CHECK_FALSE(parseAmount(again, amountText(amount)));
        CHECK(again == amount);
    }
    // "1,5" is one and a half to some and fifteen to others.
    for (const char *wrong : {"-1", "1,5", "12.345", "128万", "1.280.000", "10000000001", "1e6", ".", "元"}) {
        INFO(wrong);
        qint64 amount = -1;
        CHECK(parseAmount(amount, q(wrong)));
        CHECK(amount == -1);
    }
}

TEST_CASE("every fault of a prize is told with sheet, row and column", "[plan][prizes]")
{
    constexpr std::array spoils{
        Spoil{"prizes.csv", "bag,Bag,sign-in", "bag,Bag,luck",
              "E prizes!C2 (Earned by): \"luck\" is not understood: write one of sign-in, stamps, purchase, draw"},
        Spoil{"prizes.csv", "visitor,day", "tourist,day",
              "E prizes!D2 (Classes): \"tourist\" is not in the sheet classes"},
        Spoil{"prizes.csv", "visitor,day", "visitor,night",
              "E prizes!E2 (Sessions): \"night\" is not in the sheet sessions"},
        Spoil{"prizes.csv", "A;B", "A;Z", "E prizes!F3 (Stamps): \"Z\" is not in the sheet zones"},
        Spoil{"prizes.csv", "A;B", "", "E prizes!F3 (Stamps): earned by stamps, and no zone is named"},
        Spoil{"prizes.csv", "day,,2", "day,A,2", "W prizes!F2 (Stamps): it is not earned by stamps"},
        Spoil{"prizes.csv", ",2,budget", ",0,budget",
              "E prizes!G2 (Per guest): \"0\" does not fit: write a whole number from 1 to 1000"},
        Spoil{"prizes.csv", "budget,20", "hope,20",
              "E prizes!H2 (When cut off): \"hope\" is not understood: write one of refuse, lease, budget"},
        Spoil{"prizes.csv", "budget,20", "budget,0",
              "E prizes!I2 (Budget): given by budget while cut off, and the budget is 0"},
        Spoil{"prizes.csv", "budget,20", "budget,",
              "E prizes!I2 (Budget): given by budget while cut off, and the budget is 0"},
        Spoil{"prizes.csv", "budget,20", "refuse,20", "W prizes!I2 (Budget): the rule when cut off is not budget"},
        Spoil{"prizes.csv", "phone", "smile",
              "E prizes!J3 (Proof): \"smile\" is not understood: write one of none, phone, identity, signed"},
        Spoil{"prizes.csv", "5,15", "5,0", "E prizes!L2 (Minutes to hand over): \"0\" does not fit"},
        Spoil{"prizes.csv", "tour,Tour", "bag,Tour", "E prizes!A3 (Code): the code \"bag\" stands in row 2 already"},
        Spoil{"prizes.csv", "bag,Bag", "bag,", "W prizes!2: there is no name"},
        Spoil{"stock.csv", "tour,p1,30", "bag,k1,30", "E prizes!A3 (Code): \"tour\" has no stock"},
        Spoil{"stock.csv", "tour,p1,30", "tour,p1,0", "E prizes!A3 (Code): \"tour\" has no stock"},
        Spoil{"stock.csv", "tour,p1,30", "tour,,30",
              "E prizes!A3 (Code): \"tour\" is given by lease while cut off, and no desk has stock of it"},
        Spoil{"stock.csv", "bag,p1", "bog,p1", "E stock!A2 (Prize): \"bog\" is not in the sheet prizes"},
        Spoil{"stock.csv", "bag,p1", "bag,p9", "E stock!B2 (Desk): \"p9\" is not in the sheet stations"},
        Spoil{"stock.csv", "bag,p1", "bag,k1", "W stock!B2 (Desk): \"k1\" is no prize desk"},
        Spoil{"stock.csv", "bag,,20", "bag,p1,20", "E stock!B3 (Desk): the code \"bag@p1\" stands in row 2 already"},
        Spoil{"stock.csv", "100", "heaps", "E stock!C2 (Count): \"heaps\" does not fit"},
        Spoil{"stock.csv", "100", "", "E stock!C2 (Count): must be filled in"},
        Spoil{"draws.csv", "no,tv,2", "no,tv,3",
              "E draws!E2 (Winners): it draws 3 winners, and 2 of \"tv\" are there to give"},
        Spoil{"draws.csv", "line,Line,yes,,", "more,More,no,tv,1",
              "E draws!E3 (Winners): it draws 1 winners, and 0 of \"tv\" are there to give"},
        Spoil{"draws.csv", "no,tv,2", "no,tv,0", "E draws!E2 (Winners): it has no winners"},
        Spoil{"draws.csv", "no,tv,2", "no,car,2", "E draws!D2 (Prize): \"car\" is not in the sheet prizes"},
        Spoil{"draws.csv", "no,tv,2", "no,,2", "E prizes!C4 (Earned by): no draw gives \"tv\""},
        Spoil{"draws.csv", "no,tv,2", "no,bag,2", "E draws!D2 (Prize): \"bag\" is not earned by a draw"},
        Spoil{"draws.csv", "2,visitor", "2,tourist", "E draws!F2 (Classes): \"tourist\" is not in the sheet classes"},
        Spoil{"draws.csv", "line,Line", "noon,Line", "E draws!A3 (Code): the code \"noon\" stands in row 2 already"},
        Spoil{"draws.csv", "noon,Noon", "noon,", "W draws!2: there is no name"},
    };
    checkSpoils(spoils);
}

TEST_CASE("every fault of a unit or merchant is told with sheet, row and column", "[plan][units]")
{
    constexpr std::array spoils{
        Spoil{"units.csv", "1280000.50", "1280000.505",
              "E units!F2 (Price): \"1280000.505\" is no amount: write it as 1280000 or 1280000.50"},
        Spoil{"units.csv", "1280000.50", "-5", "E units!F2 (Price): \"-5\" is no amount"},
        Spoil{"units.csv", "50,c1", "50,c9", "E units!G2 (Desk): \"c9\" is not in the sheet stations"},
        Spoil{"units.csv", "1-0102", "1-0101", "E units!A3 (Code): the code \"1-0101\" stands in row 2 already"},
        Spoil{"units.csv", "1-0102", "1栋0102", "E units!A3 (Code): \"1栋0102\" is no code"},
        Spoil{"merchants.csv", "Bank,B", "Bank,Z", "E merchants!C2 (Zone): \"Z\" is not in the sheet zones"},
        Spoil{"merchants.csv", "bank,Bank,B", "bank,Bank,B\nbank,Two,A",
              "E merchants!A3 (Code): the code \"bank\" stands in row 2 already"},
        Spoil{"merchants.csv", "bank,Bank", "bank,", "W merchants!2: there is no name"},
    };
    checkSpoils(spoils);
}
