// Goal: the simulator finds what it is there to find.
// Method: one bug after the other is planted at an interface of the venue; a few dozen days must show it.
#include "tests/sim/plant.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace muster::sim;

TEST_CASE("every planted bug is found", "[sim]")
{
    CHECK(plants().size() >= 77);
    for (const auto &plant : plants()) {
        INFO(plant.name.toStdString() << ": " << plant.what.toStdString());
        CHECK(seedsUntilFound(plant, 1, 150));
    }
}
