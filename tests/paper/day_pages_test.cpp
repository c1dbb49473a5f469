// Goal: the paper that is left when every device is dark says who is inside, who stands where and what is open; says
//       what it does not know; and says nothing that must not lie about.
// Method: a day on real journals, gathered at a hub that may read everything; the pages are read as data and as text.
#include "tests/paper/paper_hall.h"

using namespace muster;
using namespace muster::test;

namespace {

paper::Sheet english(const paper::Sources &sources, const std::set<paper::Part> &parts = paper::allParts())
{
    return paper::stateOf(sources, parts, report::Language::English);
}

}  // namespace

SCENARIO("guests are inside, and one left", "[paper]")
{
    PaperHall hall;
    for (const auto *key : {"G1", "G2", "G3"}) {
        hall.invite(q(key));
    }
    SignIn withTwo;
    withTwo.companions = 2;
    REQUIRE(hall.signIn(0, q("C-G1"), true, withTwo).outcome == Outcome::Admitted);
    REQUIRE(hall.signIn(0, q("C-G2"), true).outcome == Outcome::Admitted);
    REQUIRE(hall.signIn(0, q("C-G3"), true).outcome == Outcome::Admitted);
    REQUIRE(hall.signOut(0, q("C-G2")).outcome == Outcome::CheckedOut);
    const auto sources = hall.sources(q("G3"));
    const auto zone = sources.roll.entries.front().guest.zone;
    const auto sheet = english(sources);
    const auto &list = tableOf(sheet, ("muster-" + zone.toUtf8()).constData());
    THEN("the muster list names who is inside, with a box to tick")
    {
        const auto &row = rowWith(list, q("Name of G1"));
        const auto at = row.cells.indexOf(q("Name of G1"));
        CHECK(row.cells[at - 1] == paper::emptyBox);
        CHECK(row.cells[at + 1].startsWith(q("+2")));
        CHECK(tableOf(sheet, "muster").title.contains(q("4 people")));
        CHECK(list.title.endsWith(q("4 people")));
    }
    THEN("who left is not on it, and who has no name here is called by their code")
    {
        CHECK_FALSE(paper::toHtml(sheet).contains("Name of G2"));
        CHECK(says(list, q("G3")));
    }
    THEN("heads that were counted beside the list are owned up to")
    {
        auto counted = sources;
        counted.roll.persons = 9;
        CHECK(tableOf(english(counted), "muster").whenEmpty.contains(q("the list names 4; the others were counted")));
        counted.roll.persons = 3;
        CHECK(tableOf(english(counted), "muster").whenEmpty.contains(q("the list names 4, more than were counted")));
    }
    THEN("a device that may not say names does not look like an empty hall")
    {
        auto mute = sources;
        mute.roll.entries.clear();
        CHECK(tableOf(english(mute), "muster").whenEmpty.contains(q("coordinator")));
        mute.roll.persons.reset();
        CHECK(tableOf(english(mute), "muster").title.contains(QChar(report::noFigure)));
    }
    THEN("parts can be picked")
    {
        const auto only = english(sources, {paper::Part::Zones});
        REQUIRE(only.tables.size() == 1);
        CHECK(only.tables.front().key == q("zones"));
        CHECK(rowWith(only.tables.front(), zone).cells[1] == q("4"));
    }
}

SCENARIO("posts on paper", "[paper]")
{
    PaperHall hall;
    REQUIRE(hall.in(0, "gate", "S1", "", "", {q("badge"), q("briefing")}).outcome == Outcome::Done);
    REQUIRE(hall.in(0, "gate", "S2", "", "", {q("badge")}).outcome == Outcome::Done);
    REQUIRE(hall.in(0, "lead-d", "S3").outcome == Outcome::Done);
    REQUIRE(hall.in(0, "deputy-d", "S4").outcome == Outcome::Done);
    REQUIRE(hall.in(0, "door", "S5").outcome == Outcome::Done);
    REQUIRE(hall.out(0, "S5", "went home").outcome == Outcome::Done);
    const auto sheet = english(hall.sources());
    const auto &gate = rowWith(tableOf(sheet, "posts"), q("gate"));
    THEN("a gap is named, and what is missing of whom")
    {
        CHECK(gate.cells[3] == q("1/2"));
        CHECK(gate.cells[4].startsWith(q("1 missing")));
        CHECK(gate.isStrong);
        CHECK(gate.cells[2].contains(q("Name 1")));
        CHECK(gate.cells[2].contains(q("without Briefing")));
        CHECK(gate.cells[5] == q("3"));
    }
    THEN("lead and deputy stand beside their zone")
    {
        const auto &leads = rowWith(tableOf(sheet, "leads"), q("D"));
        CHECK(leads.cells.mid(1) == QStringList{q("Name 3"), q("Name 4")});
    }
    THEN("who is there is on the muster list, who went is not")
    {
        const auto &staff = tableOf(sheet, "muster-staff");
        CHECK(says(staff, q("Name 1")));
        CHECK_FALSE(says(staff, q("Name 5")));
        CHECK_FALSE(says(staff, q("Name 9")));
    }
}

SCENARIO("incidents on paper", "[paper]")
{
    PaperHall hall;
    const auto secret = hall.log("medical", "fainted-in-the-queue");
    const auto open = hall.log("spill", "coffee on the stairs");
    const auto closed = hall.log("spill", "water at the bar");
    incidents::Change change;
    change.incident = closed;
    change.state = incidents::State::Closed;
    change.reason = q("dry");
    REQUIRE(hall.decide(0, change).outcome == Outcome::Done);
    incidents::Assign assign;
    assign.incident = open;
    assign.staff = q("S2");
    REQUIRE(hall.decide(0, assign).outcome == Outcome::Done);
    REQUIRE(hall.decide(0, incidents::Note{open, q("mop is on its way"), {}, {}}).outcome == Outcome::Done);
    incidents::Assign hush = assign;
    hush.incident = secret;
    hush.staff = q("S6");
    REQUIRE(hall.decide(0, hush).outcome == Outcome::Done);
    const auto sources = hall.sources();
    REQUIRE(std::ranges::any_of(
        sources.incidents, [](const IncidentView &incident) { return incident.summary == q("fainted-in-the-queue"); }));
    const auto sheet = english(sources);
    const auto &table = tableOf(sheet, "incidents");
    THEN("an open one says its kind, its state, who sees to it and what was said last")
    {
        const auto &row = rowWith(table, q("#") + open);
        CHECK(row.cells[2] == q("Spill"));
        CHECK(row.cells[4] == q("open"));
        CHECK(row.cells[5].contains(q("Name 2")));
        CHECK(row.cells[6].contains(q("mop is on its way")));
    }
    THEN("of a restricted one the number stands there, and nothing else")
    {
        const auto &row = rowWith(table, q("#") + secret);
        CHECK(row.cells.join(QString()) == q("#") + secret + q("restricted"));
        for (const auto language : {report::Language::English, report::Language::Chinese, report::Language::Both}) {
            const auto page = paper::toHtml(paper::stateOf(sources, paper::allParts(), language));
            CHECK_FALSE(page.contains("fainted"));
            CHECK_FALSE(page.contains("Medical"));
            CHECK_FALSE(page.contains(q("医疗").toUtf8()));
        }
        // Who sees to it is read out with the others, without where that is.
        const auto &person = rowWith(tableOf(sheet, "muster-staff"), q("Name 6"));
        CHECK_FALSE(person.cells.join(QLatin1Char(' ')).contains(q("sent to ") + secret));
        const auto &other = rowWith(tableOf(sheet, "muster-staff"), q("Name 2"));
        CHECK(other.cells.join(QLatin1Char(' ')).contains(q("sent to ") + open));
    }
    THEN("a closed one is not there")
    {
        CHECK(table.rows.size() == 2);
        CHECK_FALSE(paper::toHtml(sheet).contains("water at the bar"));
    }
}

SCENARIO("paper says how old it is", "[paper]")
{
    PaperHall hall;
    auto sources = hall.sources();
    GIVEN("figures of this moment")
    {
        const auto sheet = english(sources);
        CHECK(sheet.doubts.isEmpty());
        CHECK(sheet.about == q("2026-11-28 · as of 01:00 · printed 01:00 · device hub-1"));
    }
    GIVEN("a device that was not heard for a quarter of an hour")
    {
        DeviceView kiosk;
        kiosk.name = q("Kiosk 4");
        kiosk.lastSeen = sources.day.asOf - std::chrono::minutes(15);
        sources.day.devices.push_back(kiosk);
        sources.day.knownSince = kiosk.lastSeen;
        const auto sheet = english(sources);
        CHECK(sheet.about.contains(q("as of 00:45 · printed 01:00")));
        REQUIRE(sheet.doubts.size() == 2);
        CHECK(sheet.doubts[0].contains(q("15 min old")));
        CHECK(sheet.doubts[1].contains(q("Kiosk 4 (last 00:45)")));
        CHECK(paper::toHtml(sheet).contains("Kiosk 4 (last 00:45)"));
        CHECK(tableOf(sheet, "muster").note.contains(q("Kiosk 4")));  // Handed to somebody by itself.
    }
    GIVEN("a device that does not know the day")
    {
        sources.day.isKnown = false;
        sources.day.headcount.reset();
        const auto sheet = english(sources);
        CHECK(sheet.doubts.value(0).contains(q("not heard the whole day")));
        const auto &figures = tableOf(sheet, "figures").rows.front();
        CHECK(figures.cells[0] == QString(QChar(report::noFigure)));
        CHECK(figures.cells[2] == QString(QChar(report::noFigure)));
        CHECK(rowWith(tableOf(sheet, "zones"), q("A")).cells[1] == QString(QChar(report::noFigure)));
        CHECK(tableOf(sheet, "incidents").whenEmpty == q("Not known yet"));
    }
    GIVEN("a zone whose figure cannot be true")
    {
        sources.day.zones.front().isUnsure = true;
        sources.day.zones.front().doubt = {q("请核点"), q("recount it")};
        const auto sheet = english(sources);
        const auto &row = tableOf(sheet, "zones").rows.front();
        CHECK(row.cells[1].endsWith(q(" ?")));
        CHECK(row.cells[6].contains(q("recount it")));
    }
}

SCENARIO("a name with signs of a page's own language", "[paper]")
{
    PaperHall hall;
    auto sources = hall.sources();
    sources.device = q("<script>%1</script>");
    const auto page = paper::toHtml(english(sources));
    CHECK_FALSE(page.contains("<script>"));
    CHECK(page.contains("&lt;script&gt;%1"));
}
