// Goal: the evaluation is honest at its edges: an empty day, a rehearsal, midnight, wrong clocks, what is not known.
// Method: small days on real journals, one edge each, looked at from what a reader would ask.
#include "tests/report/true_day.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

/// 22:55 of the sample's day in Shanghai is 13:55 after the clock's first moment.
void letIn(ReportHall &hall, int count)
{
    for (int i = 0; i < count; ++i) {
        hall.clock().advance(1s);
        REQUIRE(hall.signIn(kiosk, q("C-%1").arg(i), true).outcome == Outcome::Admitted);
        hall.sync(kiosk, 0);
    }
}

void invite(ReportHall &hall, int count)
{
    for (int i = 0; i < count; ++i) {
        hall.invite(QString::number(i));
    }
    hall.syncAll();
}

std::vector<QString> keysOf(const report::Report &report, const char *table)
{
    std::vector<QString> keys;
    for (const auto &row : report.table(q(table))->rows) {
        keys.push_back(row.key);
    }
    return keys;
}

}  // namespace

SCENARIO("nothing has happened yet", "[report]")
{
    GIVEN("a day with everything in its plan")
    {
        ReportHall hall;
        const auto report = hall.evaluate();
        THEN("what was counted is zero, and a share of nothing is none")
        {
            CHECK(valueOf(report, "signed_in") == 0);
            CHECK(valueOf(report, "peak_headcount") == 0);
            CHECK(valueOf(report, "sales") == 0);
            CHECK_FALSE(valueOf(report, "turnout"));
            CHECK_FALSE(valueOf(report, "peak_at"));
            CHECK_FALSE(valueOf(report, "wait_median"));
            CHECK_FALSE(valueOf(report, "satisfaction"));
            CHECK_FALSE(valueOf(report, "conversion"));
            CHECK_FALSE(valueOf(report, "busiest_quarter"));
            CHECK(valueOf(report, "sold_share") == 0);
            CHECK(report.table(q("quarters"))->rows.empty());
            CHECK(report.doubts.empty());
        }
        THEN("every writer copes")
        {
            CHECK(report::toHtml(report).contains(QStringLiteral("–").toUtf8()));
            CHECK_FALSE(report::toJson(report).isEmpty());
            CHECK_FALSE(report::toCsv(report).isEmpty());
        }
    }
    GIVEN("a plan with nothing in it")
    {
        EventSetup plan;
        ReportHall hall(plan);
        const auto report = hall.evaluate();
        CHECK(report.timeZone == q("UTC"));
        CHECK(report.section(q("sales")) == nullptr);
        CHECK(report.section(q("queues")) == nullptr);
        CHECK(report.section(q("attendance")) != nullptr);
    }
}

SCENARIO("a rehearsal counts no more", "[report]")
{
    TrueDay day(7);
    day.play(160);
    auto &hall = day.hall;
    REQUIRE(valueOf(hall.evaluate(), "signed_in") > 5);
    REQUIRE(valueOf(hall.evaluate(), "numbers") > 3);
    hall.clock().advance(60s);
    REQUIRE(hall.decide(0, ResetDay{q("rehearsal")}).outcome == Outcome::Done);
    hall.syncAll();
    const auto empty = hall.evaluate();
    for (const char *key :
         {"signed_in", "walk_ins", "companions", "admissions", "exits", "peak_headcount", "answered", "numbers",
          "served", "sales", "sale_amount", "subscriptions", "buyers", "prizes", "draws"}) {
        INFO(key);
        CHECK(valueOf(empty, key) == 0);
    }
    CHECK(empty.table(q("quarters"))->rows.empty());
    CHECK(empty.table(q("counters"))->rows.empty());
    if (day.subscribed > 0) {
        CHECK(empty.figure(q("subscriptions"))->doubt.en.contains(QString::number(day.subscribed)));
    }
    GIVEN("that the day begins")
    {
        hall.clock().advance(1h);
        CHECK(hall.signIn(kiosk, q("C-g3"), true).outcome == Outcome::Admitted);
        hall.issue(true);
        hall.syncAll();
        const auto report = hall.evaluate(1);
        CHECK(valueOf(report, "signed_in") == 1);
        CHECK(valueOf(report, "admissions") == 1);
        CHECK(valueOf(report, "numbers") == 1);
        CHECK(report == hall.evaluate(0));
    }
}

SCENARIO("a day that goes past midnight", "[report]")
{
    ReportHall hall;
    invite(hall, 4);
    hall.clock().stepWall(14h + 50min);  // 23:50 in Shanghai.
    REQUIRE(hall.signIn(kiosk, q("C-0"), true).outcome == Outcome::Admitted);
    hall.clock().stepWall(20min);
    REQUIRE(hall.signIn(kiosk, q("C-1"), true).outcome == Outcome::Admitted);
    hall.sync(kiosk, 0);
    const auto report = hall.evaluate();
    CHECK(keysOf(report, "quarters") == std::vector{q("2026-11-28T15:45:00Z"), q("2026-11-28T16:00:00Z")});
    CHECK(cellOf(report, "quarters", q("2026-11-28T16:00:00Z"), "present") == 2);
    const report::Shower shower(report, report::Language::English);
    const auto &rows = report.table(q("quarters"))->rows;
    CHECK(shower.cell(rows[0].cells[0], report::Unit::Time) == q("23:45"));
    CHECK(shower.cell(rows[1].cells[0], report::Unit::Time) == q("11-29 00:00"));
}

SCENARIO("hours are those of the event's clocks", "[report]")
{
    auto plan = reportPlan();
    sales::Record sale;
    sale.merchant = q("cafe");
    sale.amount = 100;
    GIVEN("a zone that is half an hour off")
    {
        plan.timeZone = q("Asia/Kolkata");
        ReportHall hall(plan);
        sale.document = q("R1");
        REQUIRE(hall.decide(0, sale).outcome == Outcome::Done);  // 06:30 there.
        CHECK(keysOf(hall.evaluate(), "sales_by_hour") == std::vector{q("2026-11-28T00:30:00Z")});
    }
    GIVEN("the night in which an hour comes twice")
    {
        plan.timeZone = q("Europe/Berlin");
        plan.day = q("2027-10-31");
        ReportHall hall(plan);
        hall.clock().stepWall(24h * 337 - 30min);
        for (const char *document : {"R1", "R2", "R3"}) {
            sale.document = q(document);
            REQUIRE(hall.decide(0, sale).outcome == Outcome::Done);
            hall.clock().stepWall(1h);
        }
        const auto report = hall.evaluate();
        CHECK(keysOf(report, "sales_by_hour") ==
              std::vector{q("2027-10-31T00:00:00Z"), q("2027-10-31T01:00:00Z"), q("2027-10-31T02:00:00Z")});
        CHECK(cellOf(report, "sales_by_hour", q("2027-10-31T01:00:00Z"), "amount") == 100);
    }
}

SCENARIO("what is not known is no zero", "[report]")
{
    ReportHall hall;
    invite(hall, 3);
    letIn(hall, 3);
    for (int i = 0; i < 3; ++i) {
        hall.clock().advance(1s);
        hall.answer(0, hall.guest(QString::number(i)), {{q("source"), q("web")}});
    }
    GIVEN("a device that never held the day")
    {
        report::Sources sources;
        sources.isDayKnown = false;
        const auto report = hall.evaluate(0, sources);
        CHECK_FALSE(report.isKnown);
        CHECK_FALSE(valueOf(report, "signed_in"));
        CHECK_FALSE(report.figure(q("signed_in"))->difference());
        CHECK(report.table(q("zones"))->rows.empty());
        CHECK(report.doubts.size() == 1);
    }
    GIVEN("devices that may have more to tell")
    {
        report::Sources sources;
        sources.unheard = {{q("Kiosk 4"), {}, 3}, {q("Gate 2"), {}, 0}};
        const auto report = hall.evaluate(0, sources);
        REQUIRE(report.doubts.size() == 1);
        CHECK(report.doubts.front().en.contains(q("Kiosk 4, Gate 2")));
        CHECK(report.doubts.front().en.contains(q("3 are known to be unsent")));
        CHECK(valueOf(report, "signed_in") == 3);
    }
    GIVEN("answers that this device cannot open")
    {
        report::Sources sources;
        const auto closed = hall.guest(q("1"));
        sources.answers = [closed](const answers::Answered &answered) {
            return answered.guest == closed ? std::nullopt : openAnswers(answered);
        };
        const auto report = hall.evaluate(0, sources);
        CHECK(valueOf(report, "answered") == 2);
        CHECK(report.figure(q("answered"))->doubt.en.contains(q("1 answers cannot be opened")));
        CHECK(cellOf(report, "answers_source", q("web"), "guests") == 2);
    }
    GIVEN("a device that may not read answers at all")
    {
        auto &at = hall.at(0);
        report::Report report;
        REQUIRE(at.journal->read(
            [&](State &state) { report = report::evaluate(state, at.venue.setup(state), report::Sources{}); }));
        CHECK_FALSE(valueOf(report, "answered"));
        CHECK(report.table(q("answers_source")) == nullptr);
        CHECK(cellOf(report, "questions", q("source"), "asked") == 3);
        CHECK_FALSE(cellOf(report, "questions", q("source"), "answered"));
    }
    GIVEN("an answer that the plan does not offer any more, and one that was changed")
    {
        hall.clock().advance(1s);
        hall.answer(0, hall.guest(q("0")), {{q("source"), q("radio")}});
        hall.answer(0, hall.guest(q("2")), {{q("source"), q("poster")}});
        const auto report = hall.evaluate();
        CHECK(cellOf(report, "answers_source", q("web"), "guests") == 1);
        CHECK(cellOf(report, "answers_source", q("poster"), "guests") == 1);
        CHECK(report.table(q("answers_source"))->doubt.en.startsWith(q("1 answers are none")));
    }
}

SCENARIO("clocks that are wrong", "[report]")
{
    ReportHall hall;
    invite(hall, 2);
    letIn(hall, 1);
    SignIn paper;
    paper.happenedAt = fromMsecs(1'000'000'000'000);  // 2001
    REQUIRE(hall.signIn(kiosk, q("C-1"), true, paper).outcome == Outcome::Admitted);
    hall.sync(kiosk, 0);
    const auto report = hall.evaluate();
    CHECK(valueOf(report, "admissions") == 2);
    CHECK(report.table(q("quarters"))->rows.size() == 1);
    CHECK(cellOf(report, "quarters", q("2026-11-28T01:00:00Z"), "present") == 2);
    CHECK(report.table(q("quarters"))->doubt.en.startsWith(q("1 facts lie outside")));
}

SCENARIO("targets of the plan stand beside what was reached", "[report]")
{
    ReportHall hall;
    invite(hall, 5);
    letIn(hall, 3);
    sales::Record sale;
    sale.merchant = q("cafe");
    sale.amount = 123'45;
    REQUIRE(hall.decide(0, sale).outcome == Outcome::Done);
    const auto report = hall.evaluate();
    CHECK(report.figure(q("signed_in"))->difference() == -97);
    CHECK(report.figure(q("signed_in"))->target->basis.en == q("80 in 100 invited"));
    CHECK(report.figure(q("turnout"))->difference() == 600 - 800);
    CHECK(report.figure(q("sale_amount"))->difference() == 123'45 - 5'000'00);
    REQUIRE(report.unmatched.size() == 1);
    CHECK(report.unmatched.front().key == q("applause"));
}

SCENARIO("a guest who was let in twice, apart", "[report]")
{
    ReportHall hall;
    invite(hall, 2);
    for (const int device : {kiosk, first}) {
        hall.clock().advance(1s);
        SignIn command;
        command.companions = device;
        CHECK(hall.signIn(device, q("C-0"), false, command).isProvisional);
    }
    hall.syncAll();
    const auto before = hall.evaluate();
    CHECK(valueOf(before, "signed_in") == 1);
    CHECK(valueOf(before, "provisional") == 2);
    CHECK(valueOf(before, "conflicts_open") == 1);
    GIVEN("the coordinator's word on it")
    {
        const auto conflict = hall.day(0).conflicts.front();
        ResolveConflict judgement{conflict.id, {}, Decision::KeepFirst, q("same family")};
        for (const auto &rival : conflict.rivals) {
            judgement.judged.push_back(rival.operation);
        }
        REQUIRE(hall.decide(0, judgement).outcome == Outcome::Done);
        const auto report = hall.evaluate();
        CHECK(valueOf(report, "companions") == kiosk);
        CHECK(valueOf(report, "provisional") == 1);
        CHECK(valueOf(report, "conflicts_open") == 0);
        CHECK(valueOf(report, "conflicts_resolved") == 1);
    }
}

SCENARIO("draws in the evaluation", "[report]")
{
    ReportHall hall;
    invite(hall, 6);
    letIn(hall, 6);
    const auto car = q("car");
    REQUIRE(hall.decide(0, draws::Commit{car}).outcome == Outcome::Done);
    REQUIRE(hall.decide(0, draws::Abort{car, q("microphone")}).outcome == Outcome::Done);
    REQUIRE(hall.decide(0, draws::Commit{car}).outcome == Outcome::Done);
    CHECK(valueOf(hall.evaluate(), "draws") == 0);
    REQUIRE(hall.decide(0, draws::CallNumber{car, 7}).outcome == Outcome::Done);
    REQUIRE(hall.decide(0, draws::Reveal{car}).outcome == Outcome::Done);
    REQUIRE(hall.decide(0, draws::Absent{car, 1, q("not here")}).outcome == Outcome::Done);
    const auto report = hall.evaluate();
    CHECK(valueOf(report, "draws") == 1);
    CHECK(valueOf(report, "winners") == 2);
    CHECK(cellOf(report, "draws", car, "entrants") == 6);
    CHECK(cellOf(report, "draws", car, "absent") == 1);
    CHECK(cellOf(report, "draws", car, "given_up") == 1);
}
