// Goal: who was sent is not lost sight of, an incident is what it turns out to be, and the wall of a zone claims
// nothing that nobody knows. Method: a node that answers as told, a day with people on their way, and Qt's own checker
// on every list.
#include "app/models/wall_model.h"
#include "tests/qml/day_rig.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

SCENARIO("who was sent is seen until they are back, and a tap says how far they are", "[models][course]")
{
    CourseRig rig;
    CourseModel &course = *rig.model;
    const QAbstractItemModelTester sent(course.sent(), isTested);
    const auto &rows = static_cast<RowModel<SentRow> *>(course.sent())->rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].place == q("#17"));
    CHECK(rows[0].minutes == 3);
    CHECK(rows[0].status == CourseModel::DispatchOnTheWay);
    CHECK(rows[0].incidents == QStringLiteral("#19 · #17"));
    CHECK(rows[0].isDoubled);
    CHECK(rows[1].place == q("Exit west"));
    course.moveSent(q("S-92"), CourseModel::DispatchThere);
    CHECK(rig.last<incidents::Assign>().incident == q("17"));
    CHECK(rig.last<incidents::Assign>().state == incidents::AssigneeState::OnScene);
    settle();
    course.moveSent(q("S-92"), CourseModel::DispatchBack);
    CHECK(rig.last<incidents::Assign>().state == incidents::AssigneeState::Done);
    settle();
    course.moveSent(q("S-93"), CourseModel::DispatchThere);
    CHECK(rig.last<posts::Dispatch>().state == posts::DispatchState::There);
    CHECK(rig.last<posts::Dispatch>().staff == q("S-93"));
    settle();
    course.moveSent(q("S-93"), CourseModel::DispatchBack + 1);
    course.moveSent(q("nobody"), CourseModel::DispatchBack);
    CHECK(rig.node.acts.size() == 3);
    WHEN("they are there and back")
    {
        DayView day = courseDay();
        for (StaffView &staff : day.roster.staff) {
            staff.isLent = staff.code == q("S-93");
            staff.whereabouts = staff.isLent ? Whereabouts::Standing : Whereabouts::StandingBy;
            staff.state = posts::DispatchState::There;
        }
        rig.node.setDay(day);
        settle();
        THEN("who stands at a post that is not theirs can still be called back")
        {
            REQUIRE(rows.size() == 1);
            CHECK(rows[0].status == CourseModel::DispatchThere);
        }
    }
}

SCENARIO("what an incident is can be chosen anew, and only what differs is said", "[models][course]")
{
    CourseRig rig;
    CourseModel &course = *rig.model;
    const QAbstractItemModelTester types(course.draft()->types(), isTested);
    const QAbstractItemModelTester zones(course.draft()->zones(), isTested);
    course.openIncident(q("17"));
    settle();
    course.beginChange();
    IncidentDraft &draft = *course.draft();
    CHECK(draft.number() == q("17"));
    CHECK(draft.types()->count() == 15);
    CHECK_FALSE(draft.isChanged());
    course.giveChange();
    CHECK(rig.node.acts.empty());
    draft.toggleType(q("rain"));
    CHECK(draft.isChanged());
    course.giveChange();
    CHECK(rig.last<incidents::Change>().types == QStringList{q("spill"), q("rain")});
    CHECK(rig.last<incidents::Change>().incident == q("17"));
    CHECK(rig.last<incidents::Change>().zone.isEmpty());
    CHECK_FALSE(rig.last<incidents::Change>().happenedAt.has_value());
    settle();
    course.beginChange();
    draft.chooseZone(q("A"));
    draft.shift(-5);
    draft.shift(-5);
    draft.shift(5);
    course.giveChange();
    CHECK(rig.last<incidents::Change>().zone == q("A"));
    CHECK(rig.last<incidents::Change>().happenedAt == sampleNow() - 11min);
    CHECK_FALSE(rig.last<incidents::Change>().types.has_value());
    settle();
    THEN("it does not move past now")
    {
        course.beginChange();
        draft.shift(5);
        CHECK(draft.canBeLater());
        draft.shift(5);
        CHECK_FALSE(draft.canBeLater());
        CHECK(draft.change()->happenedAt == sampleNow());
    }
}

SCENARIO("a commander begins tasks and leaves them out", "[models][course]")
{
    CourseRig rig;
    rig.model->advanceTask(q("press"), CourseModel::StartTask, {});
    CHECK(rig.last<tasks::Advance>().step == tasks::Step::Start);
    settle();
    rig.model->leaveOutTask(q("press"), q(" no press came "));
    CHECK(rig.last<tasks::Advance>().step == tasks::Step::Skip);
    CHECK(rig.last<tasks::Advance>().overrideReason == q("no press came"));
    settle();
    rig.model->advanceTask(q("signs"), CourseModel::ReopenTask, {});
    CHECK(rig.last<tasks::Advance>().step == tasks::Step::Reopen);
}

SCENARIO("the wall of a zone's staff shows what core says of it, and how old that is", "[models][wall]")
{
    FakeNode node;
    Settings settings;
    settings.setLanguage(q("en"));
    node.setNow(sampleNow());
    node.setIdentity(wallIdentity());
    node.setDay(courseDay());
    settings.adopt(sampleEvent());
    WallModel wall(node, settings);
    const QAbstractItemModelTester here(wall.here(), isTested);
    const QAbstractItemModelTester arriving(wall.arriving(), isTested);
    const QAbstractItemModelTester gaps(wall.gaps(), isTested);
    settle();
    CHECK(wall.zone() == q("D"));
    CHECK(wall.lead() == QStringLiteral("周建国"));
    CHECK(wall.here()->count() == 4);
    const auto &leaving = static_cast<RowModel<WallRow> *>(wall.leaving())->rows();
    REQUIRE(leaving.size() == 2);
    CHECK(leaving[0].why == WallModel::Overlong);
    CHECK(leaving[0].minutes == 124);
    CHECK(leaving[0].isLate);
    CHECK(leaving[1].why == WallModel::ShiftEnds);
    const auto &coming = static_cast<RowModel<WallRow> *>(wall.arriving())->rows();
    REQUIRE(coming.size() == 5);
    CHECK(coming[0].key == q("S-35"));
    CHECK(coming[0].why == WallModel::Late);
    CHECK(coming[0].isLate);
    CHECK(coming[1].key == q("S-90"));
    CHECK(coming[2].place == q("#17"));
    CHECK(coming[3].place == q("Exit west"));
    CHECK(coming[4].why == WallModel::ShiftBegins);
    const auto &unready = static_cast<RowModel<WallRow> *>(wall.unready())->rows();
    REQUIRE(unready.size() == 1);
    CHECK(unready[0].isWithoutRadio);
    CHECK(unready[0].isWithoutBriefing);
    CHECK_FALSE(unready[0].isWithoutBadge);
    const auto &missing = static_cast<RowModel<WallGapRow> *>(wall.gaps())->rows();
    REQUIRE(missing.size() == 2);
    CHECK(missing[0].minutes == 2);
    CHECK_FALSE(wall.isStale());
    WHEN("nobody was heard for ten seconds")
    {
        node.setNow(sampleNow() + 12s);
        THEN("it says since when") { CHECK((wall.isStale() && !wall.figuresFrom().isEmpty())); }
    }
    WHEN("the day is not known")
    {
        node.setDay({});
        THEN("nobody is claimed to be here")
        {
            CHECK(wall.isStale());
            CHECK(wall.here()->count() == 0);
            CHECK(wall.figuresFrom().isEmpty());
        }
    }
    WHEN("its station stands in no zone")
    {
        auto identity = wallIdentity();
        identity.station = q("elsewhere");
        node.setIdentity(identity);
        settle();
        node.setDay(courseDay());
        THEN("it shows nobody") { CHECK((wall.zone().isEmpty() && wall.here()->count() == 0)); }
    }
}
