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
            CHECK(sheets.size() == 30);
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

SCENARIO("the people and the course of the sample's day", "[plan][sample]")
{
    GIVEN("its CSV sheets")
    {
        const PlanReading folder = readPlan(sampleFolder);
        THEN("183 people stand at posts, 12 relieve them, and all 195 eat, 65 at a time")
        {
            QSet<QString> standing;
            QSet<QString> relieving;
            QMap<int, int> eating;
            for (const Shift &shift : folder.setup.shifts) {
                const bool isRelief = findByCode(folder.setup.staff, shift.staff)->roles.contains(q("relief"));
                if (shift.kind == ShiftKind::Work) {
                    (isRelief ? relieving : standing).insert(shift.staff);
                }
                eating[shift.fromMinute] += shift.kind == ShiftKind::Meal ? 1 : 0;
            }
            CHECK(standing.size() == 183);
            CHECK(relieving.size() == 12);
            eating.removeIf([](const auto &round) { return round.value() == 0; });
            CHECK(eating == QMap<int, int>{{11 * 60, 65}, {11 * 60 + 45, 65}, {12 * 60 + 30, 65}});
            int least = 0;
            for (const PostPlan &post : folder.setup.posts) {
                CHECK_FALSE(post.duty == Words{});
                CHECK_FALSE(post.channel.isEmpty());
                least += post.minimum;
            }
            CHECK(least <= 195 - 65);  // While a third of all eat.
        }
        THEN("guards stand where people leave, and a device of their zone tells them whom to look out for")
        {
            QStringList exits;
            for (const PostPlan &post : folder.setup.posts) {
                if (post.isExit) {
                    exits << post.code;
                    CHECK(post.roles.contains(q("security")));
                    CHECK(std::ranges::any_of(folder.setup.stations, [&](const Station &station) {
                        return station.role == u"zone" && station.zone == post.zone;
                    }));
                }
            }
            CHECK(exits == QStringList{q("A-guard"), q("D-guard"), q("H-guard"), q("P-guard")});
        }
        THEN("nobody stands longer than the post allows without a break or a meal")
        {
            QMap<QString, int> stand;
            for (const PostPlan &post : folder.setup.posts) {
                stand.insert(post.code, post.standMinutes);
            }
            QMap<QString, std::vector<Shift>> days;
            for (const Shift &shift : folder.setup.shifts) {
                days[shift.staff].push_back(shift);
            }
            for (const auto &day : days) {
                for (const Shift &work : day) {
                    if (work.kind != ShiftKind::Work || work.post == u"relief") {
                        continue;
                    }
                    std::vector<std::pair<int, int>> rests{{work.untilMinute, work.untilMinute}};
                    for (const Shift &rest : day) {
                        if (rest.kind != ShiftKind::Work && rest.fromMinute >= work.fromMinute) {
                            rests.emplace_back(rest.fromMinute, rest.untilMinute);
                        }
                    }
                    std::ranges::sort(rests);
                    int since = work.fromMinute;
                    for (const auto &[from, until] : rests) {
                        INFO(work.code.toStdString());
                        const bool isLead = work.post.endsWith(u"-lead") || work.post.endsWith(u"-deputy");
                        CHECK((isLead || std::min(from, work.untilMinute) - since <= stand.value(work.post)));
                        since = until;
                    }
                }
            }
        }
        THEN("twenty kinds of incident have a plan in both languages, with steps to tick")
        {
            CHECK(folder.setup.incidentTypes.size() == 20);
            for (const IncidentType &type : folder.setup.incidentTypes) {
                INFO(type.code.toStdString());
                CHECK_FALSE(type.guide.zh.isEmpty());
                CHECK_FALSE(type.guide.en.isEmpty());
                CHECK(type.checklist.size() >= 4);
                CHECK_FALSE(type.roles.isEmpty());
            }
            CHECK(findByCode(folder.setup.incidentTypes, q("lost-person"))->isWatch);
            CHECK(findByCode(folder.setup.incidentTypes, q("lost-property"))->isProperty);
        }
        THEN("doors open at 08:40 when all is there, and the weeks before lead up to it")
        {
            const Cue *const doors = findByCode(folder.setup.cues, q("doors"));
            REQUIRE(doors);
            CHECK(doors->isDoors);
            CHECK(doors->minute == 8 * 60 + 40);
            for (const char *need : {"posts", "materials", "incidents"}) {
                CHECK(doors->needs.contains(q(need)));
            }
            QList<int> days;
            int rounds = 0;
            for (const TaskPlan &task : folder.setup.tasks) {
                CHECK_FALSE(task.owner.isEmpty());
                rounds += task.kind == TaskKind::Round ? 1 : 0;
                if (task.kind == TaskKind::Milestone) {
                    days.append(task.day);
                }
            }
            CHECK(days == QList<int>{-20, -15, -10, -7, -5, -3, -2, -1});
            CHECK(rounds == 24);
            CHECK(findByCode(folder.setup.tasks, q("close-clips"))->day == 1);
            CHECK(findByCode(folder.setup.tasks, q("close-report"))->day == 3);
        }
        THEN("documents are numbered, gear is tagged, and the targets are those that were signed")
        {
            const Material *const form = findByCode(folder.setup.materials, q("subscription"));
            REQUIRE(form);
            CHECK(form->serialTo == 400);
            CHECK(findByCode(folder.setup.materials, q("contract"))->serialTo == 100);
            CHECK(findByCode(folder.setup.materials, q("receipt"))->serialTo == 10);
            CHECK(std::ranges::count(folder.setup.gear, q("radio"), &GearPlan::kind) == 60);
            CHECK(findByCode(folder.setup.targets, q("signed_in"))->value == 1'650);
            CHECK(findByCode(folder.setup.targets, q("companions"))->value == 900);
            CHECK(findByCode(folder.setup.targets, q("walk_ins"))->value == 120);
            CHECK(findByCode(folder.setup.targets, q("subscriptions"))->value == 300);
        }
    }
}
