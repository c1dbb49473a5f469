// Goal: when everything is down, people find on the forms what they are asked later: their names, their posts, the
//       plan's own kinds of incident, and room to write.
// Method: forms of a plan that is known, read as data.
#include "tests/paper/paper_hall.h"

using namespace muster;
using namespace muster::test;

namespace {

paper::Sheet formOf(paper::Form form, const DayView &day = {}, const EventSetup &plan = paperPlan())
{
    return paper::blankForm(form, plan, day, report::Language::English);
}

}  // namespace

SCENARIO("staff sign in on paper", "[paper]")
{
    DayView day;
    StaffView helper;
    helper.code = q("H-1");
    helper.name = q("Wu Lei");
    helper.isHelper = true;
    helper.place = q("desk");
    day.roster.staff.push_back(helper);
    const auto sheet = formOf(paper::Form::SignIn, day);
    const auto &table = sheet.tables.front();
    const auto &member = rowWith(table, q("Name 1"));
    CHECK(member.cells[0] == q("S1"));
    CHECK(member.cells[2] == q("gate 09:00–14:00"));
    CHECK(member.cells[3].isEmpty());
    CHECK(member.cells.count(paper::emptyBox) == 4);
    CHECK(rowWith(table, q("Wu Lei")).cells[2] == q("desk"));
    CHECK(table.rows.size() == 9 + 1 + std::size_t(paper::spareRows));
    CHECK(table.rows.back().cells[1].isEmpty());
    CHECK(table.rowMm > 0);
}

SCENARIO("an incident is written down on paper", "[paper]")
{
    const auto sheet = formOf(paper::Form::Incident);
    CHECK(tableOf(sheet, "types").rows.front().cells.front().contains(q("□\u00a0Spill")));
    CHECK(tableOf(sheet, "zone").rows.front().cells.front().contains(q("□\u00a0A")));
    CHECK(tableOf(sheet, "incident").rows.front().cells[1].isEmpty());
    CHECK(tableOf(sheet, "story").rowMm > 30);
    CHECK(tableOf(sheet, "steps").rows.size() >= 6);
}

SCENARIO("posts are logged on paper", "[paper]")
{
    const auto sheet = formOf(paper::Form::PostLog);
    CHECK(sheet.tables.size() == paperPlan().posts.size());
    const auto &gate = tableOf(sheet, "post-gate");
    CHECK(gate.title.contains(q("at least 2")));
    CHECK(gate.title.contains(q("channel 3")));
    CHECK(gate.rows.front().cells.mid(0, 3) == QStringList{q("Name 1"), q("S1"), q("09:00–14:00")});
    CHECK(gate.rows.front().cells.count(paper::emptyBox) == 2);  // Badge and briefing: what this post asks for.
    CHECK(gate.rows.size() >= 4);
    THEN("a plan without posts still gives a log")
    {
        auto plan = paperPlan();
        plan.posts.clear();
        CHECK(formOf(paper::Form::PostLog, {}, plan).tables.size() == 1);
    }
}

SCENARIO("heads are counted on paper", "[paper]")
{
    auto plan = paperPlan();
    for (auto &post : plan.posts) {
        post.fromMinute.reset();
        post.untilMinute.reset();
    }
    const auto sheet = formOf(paper::Form::Count, {}, plan);
    REQUIRE(sheet.tables.size() == plan.zones.size());
    const auto &zone = sheet.tables.front();
    CHECK(zone.title.contains(q("limit 100")));
    CHECK(zone.rows.front().cells.front() == q("09:00"));
    CHECK(zone.rows[1].cells.front() == q("09:15"));
    QStringList times;
    for (const auto &row : zone.rows) {
        times << row.cells[0] << row.cells[5];
    }
    times.removeAll(QString());
    CHECK(times.size() == 9 * 4 + 1);  // 09:00 to 18:00, as the shifts say.
    CHECK(times.contains(q("18:00")));
}

SCENARIO("forms are known by name", "[paper]")
{
    for (const auto *name : {"sign-in", "incident", "post-log", "count"}) {
        CHECK(paper::formFrom(q(name)));
    }
    CHECK_FALSE(paper::formFrom(q("")));
}
