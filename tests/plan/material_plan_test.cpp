// Goal: an organiser learns by cell which documents could not be counted, and what doors wait for in vain.
// Method: one good plan, read; then spoilt in one place after the other.
#include "core/plan/day_columns.h"
#include "tests/plan/spoilt_plan.h"

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

TEST_CASE("the materials and targets of a plan are read as they are meant", "[plan][materials]")
{
    const EventSetup setup = read(goodPlan()).setup;
    REQUIRE(setup.materials.size() == 2);
    const Material form{.code = q("form"),
                        .name = {.zh = {}, .en = q("Form")},
                        .category = q("documents"),
                        .planned = 400,
                        .zone = q("B"),
                        .owner = q("S1"),
                        .isConsumed = true,
                        .isNeeded = true,
                        .serialPrefix = q("RG"),
                        .serialFrom = 1,
                        .serialTo = 400,
                        .serialDigits = 4};
    CHECK((setup.materials[0] == form));
    CHECK(setup.materials[1].planned == 1'200);
    CHECK_FALSE(setup.materials[1].isNumbered());
    REQUIRE(setup.targets.size() == 1);
    CHECK(setup.targets[0].value == 1'650);
    CHECK(setup.targets[0].basis.en == q("Signed by all"));
}

TEST_CASE("runs of serial numbers as people write them", "[plan][materials]")
{
    struct Written {
        const char *text;
        int from;
        int to;
        int digits;
    };
    for (const auto &[text, from, to, digits] : {Written{"1-400", 1, 400, 0},
                                                 {"0001-0400", 1, 400, 4},
                                                 {"０００１－０４００", 1, 400, 4},
                                                 {"1 – 400", 1, 400, 0},
                                                 {"01-400", 1, 400, 0},
                                                 {"1000~1999", 1'000, 1'999, 0},
                                                 {"999999999-999999999", 999'999'999, 999'999'999, 0}}) {
        INFO(text);
        Material material;
        CHECK_FALSE(parseSerials(material, q(text)));
        CHECK(material.serialFrom == from);
        CHECK(material.serialTo == to);
        CHECK(material.serialDigits == digits);
    }
    for (const char *wrong : {"400", "1-", "-400", "RG1-RG400", "1-1000000000", "1-2-3"}) {
        INFO(wrong);
        Material material;
        CHECK(parseSerials(material, q(wrong)));
        CHECK_FALSE(material.isNumbered());
    }
}

TEST_CASE("every fault of a material or target is told with sheet, row and column", "[plan][materials]")
{
    constexpr std::array spoils{
        Spoil{"materials.csv", "chair,Chair", "form,Chair",
              "E materials!A3 (Code): the code \"form\" stands in row 2 already"},
        Spoil{"materials.csv", "chair,Chair", "chair,", "W materials!3: there is no name"},
        Spoil{"materials.csv", "reception", "magic",
              "E materials!C3 (Category): \"magic\" is not understood: write one of documents, print"},
        Spoil{"materials.csv", "documents,400", "documents,", "E materials!D2 (Planned): must be filled in"},
        Spoil{"materials.csv", "400,B", "400,Z", "E materials!E2 (Zone): \"Z\" is not in the sheet zones"},
        Spoil{"materials.csv", "B,S1", "B,S9", "E materials!F2 (Owner): \"S9\" is not in the sheet staff"},
        Spoil{"materials.csv", "B,S1", "B,", "W materials!F2 (Owner): doors wait for it and nobody owns it"},
        Spoil{"materials.csv", "0001-0400", "0400-0001",
              "E materials!J2 (Serials): the last number is before the first: turn them round"},
        Spoil{"materials.csv", "0001-0400", "0001-0399",
              "E materials!J2 (Serials): these are 399 numbers, and 400 are planned: make them agree"},
        Spoil{"materials.csv", "0001-0400", "all",
              "E materials!J2 (Serials): \"all\" is no run of numbers: write it as 1-400 or 0001-0400"},
        Spoil{"materials.csv", "0001-0400", "", "W materials!I2 (Prefix): it has no serials: the prefix is not used"},
        Spoil{"materials.csv", "0001-0400,", "0001-0400,10", "E materials!K2 (Digits): \"10\" does not fit"},
        Spoil{"targets.csv", "signed_in", "happiness",
              "W targets!A2 (Code): the evaluation has no figure \"happiness\", so you compare it yourself"},
        Spoil{"targets.csv", "\"1,650\"", "many",
              "E targets!B2 (Value): \"many\" does not fit: write a whole number from 0 to 1000000000000"},
        Spoil{"targets.csv", "\"1,650\"", "", "E targets!B2 (Value): must be filled in"},
        Spoil{"targets.csv", "Signed by all\n", "x\nsigned_in,1,,\n",
              "E targets!A3 (Code): the code \"signed_in\" stands in row 2 already"},
    };
    checkSpoils(spoils);
}
