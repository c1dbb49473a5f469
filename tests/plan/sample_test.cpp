// Goal: the sample event in deploy/sample is whole, without faults, and the same in both forms.
// Method: read the folder and the .xlsx as an organiser would, compare them with the program that makes them.
#include "core/plan/plan_writer.h"
#include "deploy/sample/sample_plan.h"
#include "tests/plan/support.h"

#include <QDir>
#include <QSet>

#include <algorithm>

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

namespace {

const QString sampleFolder = QStringLiteral(MUSTER_SOURCE_DIR "/deploy/sample");

}  // namespace

SCENARIO("the sample event is a plan that a practitioner believes", "[plan][sample]")
{
    const PlanReading folder = readPlan(sampleFolder);
    const PlanReading workbook = readPlan(sampleFolder + q("/sample.xlsx"));
    GIVEN("its CSV sheets and its workbook")
    {
        THEN("neither has anything to complain of")
        {
            CHECK(words(folder.findings).empty());
            CHECK(words(workbook.findings).empty());
        }
        THEN("both say the same, as the program makes it")
        {
            CHECK((folder.setup == sample::setup()));
            CHECK((workbook.setup == folder.setup));
            CHECK((folder.guests == sample::guests()));
            CHECK((workbook.guests == folder.guests));
        }
        THEN("the counts are those of the day")
        {
            const auto ofClass = [&](const char *code) {
                return std::count_if(folder.guests.begin(), folder.guests.end(),
                                     [&](const GuestEntry &guest) { return guest.classCode == q(code); });
            };
            CHECK(ofClass("subscriber") == 720);
            CHECK(ofClass("prospect") == 900);
            CHECK(ofClass("owner") == 200);
            CHECK(ofClass("vip") == 60);
            CHECK(ofClass("media") == 30);
            CHECK(ofClass("partner") == 90);
            QSet<QString> codes;
            for (const GuestEntry &guest : folder.guests) {
                codes.unite(QSet<QString>(guest.codes.begin(), guest.codes.end()));
            }
            CHECK(codes.size() == 2'000);
            CHECK(folder.setup.staff.size() == 195);
            CHECK(folder.setup.zones.size() == 12);
            CHECK(folder.setup.softCapacity == 1350);
            CHECK(folder.setup.firmCapacity == 1500);
            CHECK(std::count_if(folder.setup.stations.begin(), folder.setup.stations.end(),
                                [](const Station &station) { return station.role == u"kiosk"; }) == 8);
        }
        THEN("a household goes from numbering to its contract, and every counter has a part in it")
        {
            const auto &services = folder.setup.services;
            QStringList way;
            for (const Service *stage = findByCode(services, q("number")); stage;
                 stage = findByCode(services, stage->next)) {
                way.append(stage->zone);
            }
            CHECK(way == QStringList{q("C"), q("D"), q("F"), q("G")});
            CHECK(findByCode(services, q("unit"))->batchSize == 20);
            int counters = 0;
            for (const Station &station : folder.setup.stations) {
                counters += station.role == u"counter" ? 1 : 0;
                CHECK(station.services.size() == (station.role == u"counter" ? 1 : 0));
            }
            CHECK(counters == 8 + 6 + 10 + 8 + 12);
        }
        THEN("six buildings of sixty flats are for sale, and every prize is there to be given")
        {
            QMap<QString, int> flats;
            for (const SaleUnit &unit : folder.setup.units) {
                ++flats[unit.building];
                CHECK(unit.price > 100'000'000);
            }
            CHECK(flats.values() == QList<int>(6, 60));
            QMap<QString, int> stock;
            for (const Stock &lot : folder.setup.stocks) {
                stock[lot.prize] += lot.count;
            }
            CHECK(stock[q("welcome")] == 1'800);
            CHECK(stock[q("purchase")] == 320);
            CHECK(stock[q("stamps")] == 300);
            for (const DrawPlan &draw : folder.setup.draws) {
                CHECK(stock[draw.prize] == draw.winners);
            }
        }
        THEN("every VIP and journalist has a host, every zone a lead and a deputy, and nobody a real telephone")
        {
            for (const GuestEntry &guest : folder.guests) {
                const bool needsHost = guest.classCode == u"vip" || guest.classCode == u"media";
                CHECK(guest.host.isEmpty() != needsHost);
                CHECK(guest.phone.startsWith(u"1000000"));
            }
            for (const Zone &zone : folder.setup.zones) {
                for (const char *role : {"lead", "deputy"}) {
                    CHECK(std::count_if(folder.setup.staff.begin(), folder.setup.staff.end(),
                                        [&](const StaffMember &member) {
                                            return member.zone == zone.code && member.roles.contains(q(role));
                                        }) == 1);
                }
            }
        }
    }
    GIVEN("a fresh run of the program")
    {
        const muster::test::TempDir fresh;
        REQUIRE(writePlan(fresh.path(), sample::setup(), sample::guests()).has_value());
        THEN("every sheet is the same to the byte")
        {
            const QStringList sheets = QDir(sampleFolder).entryList({q("*.csv")});
            CHECK(sheets.size() == 19);
            for (const QString &sheet : sheets) {
                QFile kept(sampleFolder + u'/' + sheet);
                QFile made(fresh.file(sheet));
                REQUIRE((kept.open(QIODevice::ReadOnly) && made.open(QIODevice::ReadOnly)));
                INFO(sheet.toStdString());
                CHECK((kept.readAll() == made.readAll()));
            }
        }
    }
}
