// Goal: what goes out comes back or is missed; no number is wrong in silence; no numbered document gets lost unseen.
// Method: halls on real journals that are cut off and meet again; runs of serials against a register that keeps each
// serial by itself; ten thousand serials are timed.
#include "core/venue/cues/tasks.h"
#include "core/venue/materials/material_alerts.h"
#include "core/venue/materials/serials.h"
#include "tests/venue/hall.h"

#include <QElapsedTimer>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using materials::SerialStep;
using materials::Step;

namespace {

constexpr int second = 1;
constexpr int third = 2;

Material materialOf(const char *code, int planned)
{
    Material material;
    material.code = QString::fromLatin1(code);
    material.name = {QStringLiteral("物料") + material.code, QStringLiteral("Things ") + material.code};
    material.category = QStringLiteral("documents");
    material.planned = planned;
    return material;
}

EventSetup materialPlan()
{
    auto plan = Hall::samplePlan();
    auto radios = materialOf("radios", 60);
    radios.isNeeded = true;
    auto water = materialOf("water", 4'800);
    water.isConsumed = true;
    auto forms = materialOf("forms", 400);
    forms.serialPrefix = QStringLiteral("RG");
    forms.serialFrom = 1;
    forms.serialTo = 400;
    forms.serialDigits = 4;
    plan.materials = {radios, water, forms};
    plan.staff = {{QStringLiteral("S1"), QStringLiteral("Ann"), {}, {}, {}, {}},
                  {QStringLiteral("S2"), QStringLiteral("Bo"), {}, {}, {}, {}}};
    Cue doors;
    doors.code = QStringLiteral("doors");
    doors.minute = 9 * 60;
    doors.isDoors = true;
    plan.cues = {doors};
    return plan;
}

struct StoreHall : Hall {
    explicit StoreHall(EventSetup plan = materialPlan()) : Hall(3, std::move(plan)) {}

    Answer move(int device, const char *material, Step step, int count)
    {
        clock().advance(1ms);
        return decide(device, materials::Move{QString::fromLatin1(material), step, count, {}, {}, {}});
    }
    Answer mark(int device, int from, int to, SerialStep step, const char *note = "")
    {
        clock().advance(1ms);
        return decide(device, materials::Mark{QStringLiteral("forms"), from, to, step, {}, QString::fromLatin1(note)});
    }
    MaterialView see(int device, const char *material)
    {
        const auto day = this->day(device);
        const auto *found = findByCode(day.materials, QString::fromLatin1(material));
        REQUIRE(found != nullptr);
        return *found;
    }
    std::vector<serials::Run> runs(int device)
    {
        std::vector<serials::Run> found;
        REQUIRE(at(device).journal->read([&](State &state) { found = serials::runs(state, QStringLiteral("forms")); }));
        return found;
    }
    bool isRaised(const char *id)
    {
        return std::ranges::any_of(day(0).alerts, [&](const auto &alert) { return alert.id == QLatin1String(id); });
    }
};

}  // namespace

SCENARIO("materials are counted out and back", "[materials]")
{
    StoreHall hall;
    CHECK(hall.see(0, "radios").shortBy == 60);
    CHECK(hall.move(0, "radios", Step::Packed, 60).outcome == Outcome::Done);
    CHECK(hall.move(0, "radios", Step::Arrived, 40).outcome == Outcome::Done);
    GIVEN("others count too, cut off")
    {
        CHECK(hall.move(second, "radios", Step::Arrived, 18).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        const auto radios = hall.see(third, "radios");
        CHECK(radios.packed == 60);
        CHECK(radios.onSite == 58);
        CHECK(radios.shortBy == 2);
    }
    GIVEN("they are lent and come back, but for some")
    {
        CHECK(hall.move(0, "radios", Step::Issued, 30).outcome == Outcome::Done);
        CHECK(hall.see(0, "radios").outstanding == 30);
        CHECK(hall.move(0, "radios", Step::Returned, 27).outcome == Outcome::Done);
        CHECK(hall.move(0, "radios", Step::Broken, 1).outcome == Outcome::Done);
        CHECK(hall.move(0, "radios", Step::Missing, 2).outcome == Outcome::Done);
        CHECK(hall.see(0, "radios").outstanding == 0);
        CHECK(hall.move(0, "water", Step::Issued, 100).outcome == Outcome::Done);
        CHECK(hall.see(0, "water").outstanding == 0);  // Nobody gives it back.
    }
    GIVEN("slips")
    {
        CHECK(hall.move(0, "radios", Step::Arrived, -5).outcome == Outcome::Done);
        CHECK(hall.see(0, "radios").onSite == 35);
        CHECK(hall.move(0, "radios", Step::Arrived, -36).why == QStringLiteral("not_so_many"));
        CHECK(hall.move(0, "radios", Step::Arrived, 0).why == QStringLiteral("count"));
        CHECK(hall.move(0, "radios", Step::Arrived, 1'000'000).why == QStringLiteral("count"));
        CHECK(hall.move(0, "nothing", Step::Arrived, 1).why == QStringLiteral("no_material"));
        CHECK(hall.move(0, "forms", Step::Issued, 1).why == QStringLiteral("numbered"));
    }
    GIVEN("two who take the same slip back, cut off")
    {
        hall.syncAll();
        CHECK(hall.move(0, "radios", Step::Arrived, -40).outcome == Outcome::Done);
        CHECK(hall.move(second, "radios", Step::Arrived, -40).outcome == Outcome::Done);
        hall.syncAll();
        THEN("no figure below none is shown as if it were true")
        {
            const auto radios = hall.see(third, "radios");
            CHECK(radios.onSite == -40);
            REQUIRE(materials::doubtOf(radios));
            CHECK(materials::doubtOf(radios)->en.contains(QStringLiteral("-40")));
        }
    }
    GIVEN("more come back than went out")
    {
        CHECK(hall.move(0, "radios", Step::Returned, 3).outcome == Outcome::Done);
        CHECK(materials::doubtOf(hall.see(0, "radios")));
        CHECK(hall.move(0, "radios", Step::Issued, 3).outcome == Outcome::Done);
        CHECK_FALSE(materials::doubtOf(hall.see(0, "radios")));
    }
    GIVEN("the doors are near")
    {
        CHECK_FALSE(hall.isRaised("material_short:radios"));  // Eight hours to go.
        hall.clock().advance(7h + 1min);
        CHECK(hall.isRaised("material_short:radios"));
        CHECK(hall.move(0, "radios", Step::Arrived, 20).outcome == Outcome::Done);
        CHECK_FALSE(hall.isRaised("material_short:radios"));
    }
    GIVEN("a rehearsal is over")
    {
        CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        CHECK(hall.see(0, "radios").onSite == 0);
    }
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("numbered documents go by their numbers", "[materials][serials]")
{
    StoreHall hall;
    const auto act = hall.actOf(materials::Mark{QStringLiteral("forms"), 1, 100, SerialStep::Issued, {}, {}});
    const auto issued = hall.act(0, act, true);
    CHECK(issued.subjects == QStringList{QStringLiteral("RG0001"), QStringLiteral("RG0100")});
    const auto again = hall.act(0, act, true);
    CHECK(again.operation == issued.operation);
    CHECK(again.subjects == issued.subjects);
    CHECK(hall.mark(0, 1, 60, SerialStep::Used).outcome == Outcome::Done);
    CHECK(hall.mark(0, 61, 61, SerialStep::Void).why == QStringLiteral("reason"));
    CHECK(hall.mark(0, 61, 0, SerialStep::Void, "torn").outcome == Outcome::Done);
    CHECK(hall.mark(0, 62, 98, SerialStep::Returned).outcome == Outcome::Done);
    const auto forms = hall.see(0, "forms");
    CHECK(forms.isNumbered);
    CHECK(forms.issued == 100);
    CHECK(forms.used == 60);
    CHECK(forms.voided == 1);
    CHECK(forms.returned == 37);
    CHECK(forms.unaccounted == 2);
    CHECK(forms.openSerials == QStringList{QStringLiteral("RG0099"), QStringLiteral("RG0100")});
    CHECK(hall.runs(0).size() == 4);
    GIVEN("what cannot be")
    {
        CHECK(hall.mark(0, 50, 50, SerialStep::Issued).why == QStringLiteral("already_used"));
        CHECK(hall.mark(0, 0, 5, SerialStep::Issued).why == QStringLiteral("not_in_range"));
        CHECK(hall.mark(0, 390, 401, SerialStep::Issued).why == QStringLiteral("not_in_range"));
        CHECK(hall.mark(0, 20, 10, SerialStep::Issued).why == QStringLiteral("not_in_range"));
        CHECK(hall.decide(0, materials::Mark{QStringLiteral("radios"), 1, 1, SerialStep::Used, {}, {}}).why ==
              QStringLiteral("not_numbered"));
    }
    GIVEN("the day is to close: two are missing")
    {
        const auto close = [&](const char *reason) {
            hall.clock().advance(1ms);
            return hall.decide(0, tasks::SetPhase{Phase::Close, QString::fromLatin1(reason)});
        };
        CHECK(hall.move(0, "radios", Step::Arrived, 60).outcome == Outcome::Done);
        CHECK(close("").subjects == QStringList{QStringLiteral("document:forms")});
        CHECK(close("police is told").outcome == Outcome::Done);
        CHECK(hall.isRaised("serial_missing:forms"));
        CHECK(hall.day(0).phase.unmet.size() == 1);
        CHECK(hall.mark(0, 99, 100, SerialStep::Void, "lost").outcome == Outcome::Done);
        CHECK_FALSE(hall.isRaised("serial_missing:forms"));
        CHECK(hall.day(0).phase.unmet.empty());
    }
    GIVEN("somebody asks what became of one")
    {
        REQUIRE(hall.at(0).journal->read([](State &state) {
            const auto told = serials::historyOf(state, QStringLiteral("forms"), 61);
            REQUIRE(told.size() == 2);
            CHECK(told[0].step == SerialStep::Void);
            CHECK(told[0].note == QStringLiteral("torn"));
            CHECK(told[1].step == SerialStep::Issued);
        }));
    }
}

SCENARIO("two people say different things of one document", "[materials][serials]")
{
    StoreHall hall;
    CHECK(hall.mark(0, 1, 10, SerialStep::Issued).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.mark(0, 5, 6, SerialStep::Used).outcome == Outcome::Done);
    CHECK(hall.mark(second, 6, 7, SerialStep::Returned).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.isEqual());
    const auto forms = hall.see(third, "forms");
    CHECK(forms.disputed == QStringList{QStringLiteral("RG0006")});
    CHECK(materials::doubtOf(forms));
    CHECK(forms.returned == 2);  // The later one counts meanwhile.
    GIVEN("somebody who saw both says what is true")
    {
        CHECK(hall.mark(third, 6, 6, SerialStep::Used).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.see(0, "forms").disputed.isEmpty());
        CHECK(hall.see(0, "forms").used == 2);
        CHECK(hall.isEqual());
    }
    GIVEN("the same thing said twice")
    {
        CHECK(hall.mark(0, 9, 9, SerialStep::Used).outcome == Outcome::Done);
        CHECK(hall.mark(second, 9, 9, SerialStep::Used).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.see(0, "forms").disputed.size() == 1);  // Number 6 only.
    }
    GIVEN("a rival who had seen less, and is heard later")
    {
        CHECK(hall.mark(0, 20, 29, SerialStep::Issued).outcome == Outcome::Done);
        CHECK(hall.mark(0, 25, 25, SerialStep::Used).outcome == Outcome::Done);
        hall.clock().stepWall(1h);
        CHECK(hall.mark(third, 25, 25, SerialStep::Returned).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.see(0, "forms").used == 2);  // 5 and 25: a clock beats no knowledge.
        CHECK(hall.see(0, "forms").disputed.contains(QStringLiteral("RG0025")));
    }
    CHECK(hall.faults(0).isEmpty());
}

TEST_CASE("runs of serials are what a register of single serials says", "[materials][serials][property]")
{
    SeededRandom random(7);
    for (int round = 0; round < 12; ++round) {
        StoreHall hall;
        std::map<int, SerialStep> expected;  // By the hub alone: what is said last stands.
        for (int i = 0; i < 40; ++i) {
            const int from = 1 + int(random.below(60));
            const int to = from + int(random.below(random.chance(20) ? 300 : 12));
            const auto step = SerialStep(1 + random.below(3));
            CHECK(hall.mark(0, from, to, step, "why").outcome == Outcome::Done);
            for (int serial = from; serial <= to; ++serial) {
                expected[serial] = step;
            }
        }
        std::vector<serials::Run> runs;
        for (const auto &[serial, step] : expected) {
            if (!runs.empty() && runs.back().last + 1 == serial && runs.back().step == step) {
                ++runs.back().last;
            } else {
                runs.push_back({serial, serial, step, false});
            }
        }
        CHECK(hall.runs(0) == runs);
        // The others get the same in one go, and their own words before.
        CHECK(hall.mark(second, 1, 5, SerialStep::Returned).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        for (int device = 0; device < 3; ++device) {
            CHECK(hall.faults(device).isEmpty());
        }
    }
}

TEST_CASE("ten thousand serials, each told by itself, stay cheap", "[materials][serials][cost]")
{
    auto plan = materialPlan();
    plan.materials[2].serialTo = 10'000;
    StoreHall hall(plan);
    CHECK(hall.mark(0, 1, 10'000, SerialStep::Issued).outcome == Outcome::Done);
    auto &journal = *hall.at(0).journal;
    const auto mark = [&](int from, int to) {
        REQUIRE(journal.transact([&] {
            for (int serial = from; serial <= to; ++serial) {
                materials::Mark command{QStringLiteral("forms"), serial, serial, SerialStep::Used, {}, {}};
                journal.append(serials::marked(journal.state(), command, {}));
            }
        }));
    };
    // The best of several, so that other work on the machine does not count.
    const auto best = [](const auto &work) {
        auto least = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 8; ++i) {
            QElapsedTimer timer;
            timer.start();
            work(i);
            least = std::min(least, timer.nsecsElapsed());
        }
        return double(least) / 1e6;
    };
    const auto first = best([&](int i) { mark(100 * i + 1, 100 * i + 100); });
    mark(801, 9'200);
    const auto last = best([&](int i) { mark(9'200 + 100 * i + 1, 9'200 + 100 * i + 100); });
    CAPTURE(first, last);
    CHECK(last < 4 * first);  // Ten times as many before it.
    CHECK(hall.runs(0) == std::vector<serials::Run>{{1, 10'000, SerialStep::Used, false}});
    const auto look = best([&](int) { CHECK(hall.see(0, "forms").used == 10'000); });
    CAPTURE(look);
    CHECK(look < 10);
}

SCENARIO("it is known who has what is out", "[materials]")
{
    StoreHall hall;
    const auto give = [&](int device, Step step, int count, const char *staff, const char *zone) {
        hall.clock().advance(1ms);
        return hall
            .decide(
                device,
                materials::Move{
                    QStringLiteral("radios"), step, count, QString::fromLatin1(zone), QString::fromLatin1(staff), {}})
            .outcome;
    };
    REQUIRE(give(0, Step::Issued, 4, "S1", "A") == Outcome::Done);
    REQUIRE(give(0, Step::Issued, 6, "", "D") == Outcome::Done);
    hall.syncAll();
    REQUIRE(give(second, Step::Returned, 1, "S1", "") == Outcome::Done);
    REQUIRE(give(third, Step::Missing, 1, "S1", "") == Outcome::Done);
    REQUIRE(give(third, Step::Issued, 1, "S2", "") == Outcome::Done);
    hall.syncAll();
    CHECK(hall.isEqual());
    const auto radios = hall.see(0, "radios");
    REQUIRE(radios.holders.size() == 3);
    CHECK(radios.holders[0].staff.isEmpty());
    CHECK(radios.holders[0].zone == QStringLiteral("D"));
    CHECK(radios.holders[0].count == 6);
    CHECK(radios.holders[1].name == QStringLiteral("Ann"));
    CHECK(radios.holders[1].zone == QStringLiteral("A"));
    CHECK(radios.holders[1].count == 2);
    CHECK(radios.holders[2].staff == QStringLiteral("S2"));
    THEN("who gave all back has nothing")
    {
        REQUIRE(give(0, Step::Returned, 2, "S1", "") == Outcome::Done);
        CHECK(hall.see(0, "radios").holders.size() == 2);
    }
    THEN("documents are named by their numbers")
    {
        const auto mark = [&](int from, int to, SerialStep step, const char *staff) {
            hall.clock().advance(1ms);
            return hall
                .decide(0, materials::Mark{QStringLiteral("forms"), from, to, step, QString::fromLatin1(staff), {}})
                .outcome;
        };
        REQUIRE(mark(1, 20, SerialStep::Issued, "S1") == Outcome::Done);
        REQUIRE(mark(21, 24, SerialStep::Issued, "S2") == Outcome::Done);
        REQUIRE(mark(3, 3, SerialStep::Used, "") == Outcome::Done);
        const auto forms = hall.see(0, "forms");
        REQUIRE(forms.holders.size() == 2);
        CHECK(forms.holders[0].name == QStringLiteral("Ann"));
        CHECK(forms.holders[0].serials == QString::fromUtf8("RG0001–RG0002, RG0004–RG0020"));
        CHECK(forms.holders[0].count == 19);
        CHECK(forms.holders[1].serials == QString::fromUtf8("RG0021–RG0024"));
    }
}
