// Goal: what a zone's lead and the commander tap becomes the right act, once, and nothing on their screens claims what
// nobody knows.
// Method: a node that answers as told, a day with gaps and trouble, and Qt's own checker on every list.
#include "tests/qml/day_rig.h"

#include <QTest>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

/// Longer than a finger bounces.
void outwaitBounce() { QTest::qWait(int(ZoneController::bounceMax.count()) + 30); }

}  // namespace

SCENARIO("a tap on plus or minus is one count, however fast", "[models][zone]")
{
    ZoneRig rig;
    ZoneController &zone = *rig.model;
    REQUIRE(zone.zoneCode() == q("D"));
    GIVEN("a finger that bounces")
    {
        zone.countOne(1);
        zone.countOne(1);
        settle();
        REQUIRE(rig.node.acts.size() == 1);
        const auto count = rig.last<zones::Count>();
        CHECK(count.zone == q("D"));
        CHECK(count.delta == 1);
        CHECK(zone.lastCounted() == 1);
    }
    GIVEN("two real taps, the second before the first was answered")
    {
        rig.node.isSilent = true;
        zone.countOne(1);
        outwaitBounce();
        zone.countOne(1);
        zone.countOne(-1);
        CHECK(rig.node.acts.size() == 3);
        rig.node.release();
        settle();
        CHECK(zone.lastCounted() == -1);
        WHEN("the last one is taken back")
        {
            zone.undoCount();
            settle();
            CHECK(rig.last<zones::Count>().undoes == sampleId<OperationHash>(5));
            CHECK(zone.lastCounted() == 0);
            zone.undoCount();
            CHECK(rig.node.acts.size() == 4);
        }
    }
    GIVEN("a disk that is full")
    {
        rig.answer(Outcome::Failed);
        zone.countOne(1);
        settle();
        CHECK(zone.lastCounted() == 0);
        CHECK(zone.reason() == q("one is missing"));
    }
}

SCENARIO("a zone's figure says how full it is, and a dash where nobody knows", "[models][zone]")
{
    ZoneRig rig;
    CHECK(rig.model->count() == q("488"));
    CHECK(rig.model->capacity() == q("600"));
    CHECK(rig.model->level() == 1);
    CHECK(rig.model->fullInMinutes() == 14);
    CHECK(rig.model->postsStaffed() == q("2/4"));
    CHECK(rig.model->incidentsOpen() == 1);
    CHECK(rig.model->tasksOpen() == 2);
    CHECK(rig.model->tasksLate() == 1);
    rig.node.setDay({});
    CHECK(rig.model->count() == QStringLiteral("–"));
    CHECK(rig.model->postsStaffed() == QStringLiteral("–"));
    CHECK(rig.model->ageSeconds() == -1);
    CHECK(rig.model->load() == 0);
    GIVEN("a device that stands in no zone")
    {
        Identity identity = courseIdentity(q("zone"));
        identity.station.clear();
        identity.event.staff.clear();  // Nor is whoever works there anybody's lead.
        rig.node.setIdentity(identity);
        rig.node.setDay(courseDay());
        CHECK_FALSE(rig.model->isPlanned());
        rig.model->countOne(1);
        CHECK(rig.node.acts.empty());
    }
}

SCENARIO("heads are typed and recorded once", "[models][zone]")
{
    ZoneRig rig;
    rig.model->recount();
    CHECK(rig.node.acts.empty());
    for (const char *digit : {"0", "4", "7", "1", "2", "3", "x"}) {
        rig.model->typeHead(q(digit));
    }
    CHECK(rig.model->heads() == q("47123"));
    rig.model->eraseHead();
    rig.model->eraseHead();
    rig.model->recount();
    rig.model->recount();
    settle();
    REQUIRE(rig.node.acts.size() == 1);
    CHECK(rig.last<zones::Recount>().persons == 471);
    CHECK(rig.model->heads().isEmpty());
}

SCENARIO("an incident is logged with one touch of its kind", "[models][zone]")
{
    ZoneRig rig;
    const auto &types = static_cast<RowModel<IncidentTypeRow> *>(rig.model->incidentTypes())->rows();
    REQUIRE(types.size() == 15);
    CHECK(types.front().isUrgent);
    rig.model->log(q("spill"));
    settle();
    const auto open = rig.last<incidents::Open>();
    CHECK(open.zone == q("D"));
    CHECK(open.types == QStringList(q("spill")));
    CHECK_FALSE(open.isUrgent.has_value());
    CHECK(rig.model->lastLogged() == q("20"));
    rig.model->forgetLogged();
    CHECK(rig.model->lastLogged().isEmpty());
}

SCENARIO("a code that is scanned is a guest, a badge or a proof, as the page says", "[models][zone]")
{
    ZoneRig rig;
    GIVEN("the first page")
    {
        rig.model->scanned("L-0042");
        CHECK(rig.last<MoveGuest>().zone == q("D"));
        CHECK(rig.last<MoveGuest>().payload == "L-0042");
    }
    GIVEN("a post that is open")
    {
        rig.model->selectPost(q("exit-west"));
        rig.model->scanned("S-90");
        CHECK(rig.last<posts::In>().post == q("exit-west"));
        CHECK(rig.last<posts::In>().staff == q("S-90"));
    }
    GIVEN("a round that wants its proof")
    {
        rig.model->scanFor(q("clean-d"));
        rig.model->scanned("muster-zone:D");
        CHECK(rig.last<tasks::Advance>().task == q("clean-d"));
        CHECK(rig.last<tasks::Advance>().scanned == "muster-zone:D");
        CHECK(rig.last<tasks::Advance>().step == tasks::Step::Done);
        settle();
        CHECK(rig.model->scanningTask().isEmpty());
    }
}

SCENARIO("posts show gaps first, and what is done there are single acts", "[models][course]")
{
    CourseRig rig;
    CourseModel &course = *rig.model;
    const QAbstractItemModelTester posts(course.posts(), isTested);
    const QAbstractItemModelTester standing(course.standing(), isTested);
    const QAbstractItemModelTester staff(course.staff(), isTested);
    const auto &rows = static_cast<RowModel<PostRow> *>(course.posts())->rows();
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].key == q("exit-west"));
    CHECK(rows[0].gapMinutes == 2);
    CHECK(course.gapCount() == 2);
    CHECK(course.reliefsDue() == 1);
    course.selectPost(q("guide-1"));
    const auto &there = static_cast<RowModel<StandingRow> *>(course.standing())->rows();
    REQUIRE(there.size() == 1);
    CHECK(there[0].isOverlong);
    CHECK(there[0].reliefKey == q("S-90"));
    course.relieve(q("S-31"), there[0].reliefKey);
    CHECK(rig.last<posts::In>().relieves == q("S-31"));
    CHECK(rig.last<posts::In>().staff == q("S-90"));
    settle();
    course.takeOut(q("S-31"));
    CHECK(rig.last<posts::Out>().post == q("guide-1"));
    settle();
    course.markReady(q("S-33"), q("radio"));
    CHECK(rig.last<posts::Tick>().item == q("radio"));
    settle();
    course.nameRelief(q("S-31"), q("S-91"));
    CHECK(rig.last<posts::NameRelief>().relief == q("S-91"));
    settle();
    course.dispatch(q("S-91"), q("exit-west"));
    CHECK(rig.last<posts::Dispatch>().target == q("exit-west"));
    settle();
    CHECK(rig.node.acts.size() == 5);
    const auto &free = static_cast<RowModel<StaffRow> *>(course.staff())->rows();
    CHECK(free.front().whereabouts == CourseModel::StandingBy);
    CHECK(free.back().place == q("Usher 1"));
    course.setStaffFilter(QStringLiteral("许"));
    CHECK(course.staff()->count() == 1);
}

SCENARIO("what a rule refused is done with a reason, once", "[models][course]")
{
    CourseRig rig;
    rig.model->selectPost(q("guide-1"));
    GIVEN("a rule that gives way")
    {
        rig.answer(Outcome::Refused);
        rig.model->takeOut(q("S-31"));
        settle();
        CHECK(rig.model->canOverride());
        CHECK(rig.model->reason() == q("one is missing"));
        rig.model->override(q("  "));
        CHECK(rig.node.acts.size() == 1);
        rig.answer(Outcome::Done);
        rig.model->override(q("fire drill"));
        rig.model->override(q("fire drill"));
        settle();
        REQUIRE(rig.node.acts.size() == 2);
        CHECK(rig.last<posts::Out>().overrideReason == q("fire drill"));
        CHECK_FALSE(rig.model->canOverride());
        CHECK(rig.model->outcome() == -1);
    }
    GIVEN("a refusal that no reason helps")
    {
        const auto outcome = GENERATE(Outcome::NotAllowed, Outcome::NotFound, Outcome::Failed);
        rig.answer(outcome);
        rig.model->takeOut(q("S-31"));
        settle();
        CHECK_FALSE(rig.model->canOverride());
        rig.model->dismissNotice();
        CHECK(rig.model->outcome() == -1);
    }
    GIVEN("an act that knows no reason")
    {
        rig.answer(Outcome::Refused);
        rig.model->markReady(q("S-31"), q("radio"));
        settle();
        CHECK_FALSE(rig.model->canOverride());
    }
    GIVEN("a reason that was not enough")
    {
        rig.answer(Outcome::Refused);
        rig.model->takeOut(q("S-31"));
        settle();
        rig.model->override(q("because"));
        settle();
        CHECK_FALSE(rig.model->canOverride());
    }
}

SCENARIO("an open incident shows its log and takes entries, checks and people", "[models][course]")
{
    CourseRig rig;
    CourseModel &course = *rig.model;
    const QAbstractItemModelTester incidents(course.incidents(), isTested);
    const QAbstractItemModelTester entries(course.incident()->entries(), isTested);
    CHECK(course.incidentsOpen() == 3);
    CHECK(course.incidentsUrgent() == 1);
    course.addNote(q("too early"));
    CHECK(rig.node.acts.empty());
    course.openIncident(q("17"));
    settle();
    CHECK(course.incident()->entries()->count() == 4);
    CHECK(course.incident()->checklist()->count() == 3);
    const auto &rows = static_cast<RowModel<EntryRow> *>(course.incident()->entries())->rows();
    CHECK(rows[2].isStruck);
    CHECK(rows[3].isCorrection);
    CHECK_FALSE(rows[3].enteredAt.isEmpty());
    CHECK(rows[0].enteredAt.isEmpty());
    rig.node.setDay(courseDay());  // It knows no entries: those shown stay.
    CHECK(course.incident()->entries()->count() == 4);
    settle();
    course.addNote(q("dry again"));
    CHECK(rig.last<incidents::Note>().incident == q("17"));
    settle();
    course.check(q("clean"), true);
    CHECK(rig.last<incidents::Check>().item == q("clean"));
    settle();
    course.assign(q("S-90"), CourseModel::Assigned);
    CHECK(rig.last<incidents::Assign>().staff == q("S-90"));
    settle();
    course.setIncidentState(CourseModel::IncidentClosed, {});
    CHECK(rig.last<incidents::Change>().state == incidents::State::Closed);
    settle();
    course.setUrgent(true);
    CHECK(rig.last<incidents::Change>().isUrgent == true);
    CHECK_FALSE(rig.last<incidents::Change>().state.has_value());
    settle();
    course.strike(rows[0].key, q("wrong"));
    CHECK(rig.last<incidents::Strike>().entry == rig.node.incidents[0].entries[0].operation);
    settle();
    course.strike(rows[0].key, q(" "));
    CHECK(rig.node.acts.size() == 6);
    course.closeIncident();
    CHECK(course.incident()->number().isEmpty());
    CHECK(course.incident()->entries()->count() == 0);
}

SCENARIO("the run of show counts down, and a cue moves by single acts", "[models][course]")
{
    CourseRig rig(morningDay());
    CourseModel &course = *rig.model;
    const QAbstractItemModelTester cues(course.cues(), isTested);
    CHECK(course.isBeforeDoors());
    CHECK(course.doorsIn() == q("08:48"));
    rig.node.setNow(sampleNow() + 9min);
    CHECK(course.areDoorsLate());
    CHECK(course.doorsIn() == q("00:12"));
    rig.node.setNow(sampleNow());
    course.advanceCue(CourseModel::GoCue, 0);
    CHECK(rig.node.acts.empty());
    course.selectCue(q("doors"));
    CHECK(course.unmet()->count() == 2);
    rig.answer(Outcome::Refused);
    course.advanceCue(CourseModel::GoCue, 0);
    settle();
    CHECK(course.canOverride());
    rig.answer(Outcome::Done);
    course.override(q("the floater stands there"));
    settle();
    CHECK(rig.last<cues::Advance>().cue == q("doors"));
    CHECK(rig.last<cues::Advance>().overrideReason == q("the floater stands there"));
    course.advanceCue(CourseModel::ShiftCue, -5);
    settle();
    CHECK(rig.last<cues::Advance>().step == cues::Step::Shift);
    CHECK(rig.last<cues::Advance>().minutes == -5);
    course.nextPhase();
    settle();
    CHECK(rig.last<tasks::SetPhase>().phase == Phase::Open);
    rig.node.setDay(courseDay());
    CHECK_FALSE(course.isBeforeDoors());
    CHECK(course.nextCue() == q("First batch chooses (20)"));
    CHECK(course.cuesLate() == 2);
    rig.node.setDay({});
    CHECK(course.doorsIn() == QStringLiteral("–"));
}

SCENARIO("tasks, things, modes and messages are single acts", "[models][course]")
{
    CourseRig rig;
    CourseModel &course = *rig.model;
    const QAbstractItemModelTester tasks(course.tasks(), isTested);
    const QAbstractItemModelTester materials(course.materials(), isTested);
    const QAbstractItemModelTester messages(course.messages(), isTested);
    const auto &first = static_cast<RowModel<TaskRow> *>(course.tasks())->rows().front();
    CHECK(first.key == q("clean-d"));
    CHECK(first.lateMinutes == 7);
    course.advanceTask(q("water"), CourseModel::FinishTask, q("40 boxes"));
    CHECK(rig.last<tasks::Advance>().evidence == q("40 boxes"));
    settle();
    course.assignTask(q("water"), q("S-90"));
    CHECK(rig.last<tasks::Assign>().owner == q("S-90"));
    settle();
    CHECK(course.materialsShort() == 1);
    CHECK(course.materialsOut() == 2);
    CHECK(static_cast<RowModel<MaterialRow> *>(course.materials())->rows().front().level == 2);
    course.selectMaterial(q("chairs"));
    course.moveMaterial(CourseModel::Issued, q("12"), q("S-31"), q("D"));
    CHECK(rig.last<materials::Move>().count == 12);
    CHECK(rig.last<materials::Move>().staff == q("S-31"));
    CHECK(rig.last<materials::Move>().zone == q("D"));
    CHECK(course.staffName(q("S-31")) == QStringLiteral("李娜"));
    settle();
    course.moveMaterial(CourseModel::Issued, q("twelve"), {}, {});
    course.moveMaterial(CourseModel::Issued, q("0"), {}, {});
    CHECK(rig.node.acts.size() == 3);
    course.selectMaterial(q("forms"));
    CHECK(course.isMaterialNumbered());
    CHECK(static_cast<RowModel<HolderRow> *>(course.holders())->rows().front().serials == QStringLiteral("0117–0118"));
    course.markSerials(CourseModel::SerialVoid, q("17 - 20"), q("ink"), q("S-31"));
    CHECK(rig.last<materials::Mark>().staff == q("S-31"));
    CHECK(rig.last<materials::Mark>().from == 17);
    CHECK(rig.last<materials::Mark>().to == 20);
    settle();
    course.markSerials(CourseModel::SerialUsed, q("17-"), {}, {});
    CHECK(rig.node.acts.size() == 4);
    course.setMode({}, CourseModel::Hold, q(" full "));
    CHECK(rig.last<modes::SetMode>().mode == modes::Mode::Hold);
    CHECK(rig.last<modes::SetMode>().reason == q("full"));
    settle();
    course.setPlace(q("E"));
    CHECK(course.placeMode() == CourseModel::Slow);
    CHECK(course.zoneModes()->count() == 1);
    course.say(q("zone:E"), q("Wait please"));
    CHECK(rig.last<messages::Say>().to == q("zone:E"));
    settle();
    course.say(q("all"), q("  "));
    CHECK(rig.node.acts.size() == 6);
    CHECK(course.messages()->count() == 2);
}
