// Goal: whatever figure a sheet of the plan takes, the day is run with, and not another one.
// Method: plans with the least and the greatest figures that the sheets accept go through the log of a hall.
#include "core/plan/plan_reader.h"
#include "tests/support/temp_dir.h"
#include "tests/venue/hall.h"

#include <QFile>

using namespace muster;
using namespace muster::test;

namespace {

struct Sheet {
    const char *name;
    const char *header;
    const char *least;
    const char *greatest;
};

constexpr Sheet sheets[] = {
    {"services", "Code,Expected seconds,Minutes to come,When late,Again after,On deck,Batch,Persons at most",
     "least,1,0,again,0,0,0,1", "greatest,86400,1440,lost,1000,32,1000,1000"},
    {"series", "Code,Prefix,Service,Digits,Numbers at most,From,Until", "least,A,least,1,1,0:00,0:01",
     "greatest,ZZZZ,greatest,9,10000000,72:00,72:59"},
    {"priorities", "Code,Weight", "least,1", "greatest,100"},
    {"prizes", "Code,Earned by,When cut off,Proof,Per guest,Budget,Low stock,Minutes to hand over",
     "least,sign-in,refuse,none,1,0,0,1", "greatest,draw,budget,signed,1000,10000000,10000000,1440"},
    {"stock", "Prize,Desk,Count", "least,,0", "greatest,,10000000"},
    {"draws", "Code,Prize,Winners", "least,,1", "greatest,greatest,10000000"},
    {"units", "Code,Price", "least,0", "greatest,10000000000"},
};

EventSetup planWithBounds()
{
    const TempDir dir;
    for (const auto &sheet : sheets) {
        QFile file(dir.file(QString::fromLatin1(sheet.name) + QStringLiteral(".csv")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(sheet.header) + '\n' + sheet.least + '\n' + sheet.greatest + '\n');
    }
    const auto reading = plan::readPlan(dir.path());
    for (const auto &finding : reading.findings) {  // The sheets that are not there have theirs.
        INFO(plan::describe(finding, QStringLiteral("en")).toStdString());
        CHECK_FALSE(finding.words.en.contains(QStringLiteral("does not fit")));
        CHECK_FALSE(finding.words.en.contains(QStringLiteral("write it as")));
    }
    return reading.setup;
}

}  // namespace

TEST_CASE("the least and the greatest figures of a plan come out of the log as they went in", "[plan]")
{
    const auto setup = planWithBounds();
    REQUIRE(setup.services.size() == 2);
    REQUIRE(setup.units.size() == 2);
    CHECK(setup.units[1].price == 1'000'000'000'000);
    Hall hall(2, setup);
    const auto loaded = plan_room::load(hall.at(1).journal->state());
    CHECK((loaded.services == setup.services));
    CHECK((loaded.series == setup.series));
    CHECK((loaded.priorities == setup.priorities));
    CHECK((loaded.prizes == setup.prizes));
    CHECK((loaded.stocks == setup.stocks));
    CHECK((loaded.draws == setup.draws));
    CHECK((loaded.units == setup.units));
}
