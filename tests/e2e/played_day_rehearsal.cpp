// The rehearsal before the doors: a little of everything is told, and then none of it counts.
#include "tests/e2e/played_day.h"

namespace muster::test {
namespace {

/// Nothing of the day has happened yet, as @p day shows it.
void checkNothing(const QJsonObject &day)
{
    CHECK(day.value(q("signed_in")).toInt(-1) == 0);
    CHECK(day.value(q("walk_ins")).toInt(-1) == 0);
    CHECK(headcount(day) == 0);
    CHECK(day.value(q("incidents_open")).toInt(-1) == 0);
    CHECK(day.value(q("incidents")).toArray().isEmpty());
    CHECK(day.value(q("messages")).toArray().isEmpty());
    CHECK(standingIn(day) == 0);
    CHECK(day.value(q("staff")).toObject().value(q("on")).toInt(-1) == 0);
    CHECK(personIn(day, q("S008")).value(q("gear")).toArray().isEmpty());
    CHECK(doneIn(day).isEmpty());
    CHECK(sum(day.value(q("materials")), "packed") == 0);
    CHECK(day.value(q("mode")) == q("normal"));
    CHECK(row(day.value(q("cues")), "code", q("self-check")).value(q("state")) == q("waiting"));
    CHECK(day.value(q("phase")).toObject().value(q("phase")) == q("prepare"));
    CHECK(openConflicts(day) == 0);
    CHECK_FALSE(hasAlert(day, q("missed_by_reset")));
}

void checkNoFigures(const QJsonObject &figures)
{
    for (const auto *key : {"signed_in",
                            "walk_ins",
                            "persons",
                            "last_present",
                            "admissions",
                            "numbers",
                            "served",
                            "prizes",
                            "draws",
                            "sales",
                            "subscriptions",
                            "incidents",
                            "incidents_urgent",
                            "incidents_open",
                            "tasks_done",
                            "rounds_done",
                            "staff",
                            "materials_missing",
                            "materials_outstanding",
                            "serials_unaccounted",
                            "conflicts_open"}) {
        INFO(key << " in the report: " << figures.value(q(key)).toVariant().toString().toStdString());
        CHECK(figures.value(q(key)).toInt(-1) == 0);
    }
}

}  // namespace

void PlayedDay::rehearse()
{
    goTo(q("06:50"));
    cue(q("self-check"), q("go"));
    signIn(q("kiosk-1"), 3);
    postIn(q("zone-d"), q("D-lead"), q("S008"), q("S008"));
    lend(q("zone-d"), q("R03"), q("S008"), q("S008"));
    m_rehearsed = incident(q("zone-d"), q("--zone D --as S008"), q("a bench breaks, so to say"));
    note(q("zone-d"), m_rehearsed, q("somebody would look"));
    task(q("chk-network"), q("S001"));
    must(q("hub"), q("material chair packed 5 --as S001"));
    must(q("hub"), q("say all --as S001"), {q("This is a rehearsal")});
    must(q("hub"), q("mode hall slow --as S001"), {q("--reason"), q("to see who obeys")});
    must(q("hub"), q("phase open --as S001"), {q("--reason"), q("to see what is asked")});
    mustSee(everyone(), [this](const QJsonObject &day) {
        return day.value(q("signed_in")) == m_count.signedIn && headcount(day) == m_count.persons &&
               day.value(q("incidents_open")) == m_count.incidents && standingIn(day) == m_count.standing &&
               doneIn(day) == m_count.tasksDone && day.value(q("mode")) == q("slow");
    });
}

void PlayedDay::resetAfterRehearsal()
{
    mustNot(q("zone-d"), q("reset-day --as S008"), {q("--reason"), q("not a lead's to do")});
    REQUIRE(eventually([&] { return m_rig.areEqual(everyone()); }, std::chrono::seconds(60)));
    must(q("hub"), q("reset-day --as S001"), {q("--reason"), q("the rehearsal is over")});
    const int numbers = m_count.signedIn;
    m_count = {};
    m_count.numbersBefore = numbers;
    m_inside.clear();
    m_next = 0;  // The same guests come again.
    REQUIRE(eventually([&] { return m_rig.areEqual(everyone()); }, std::chrono::seconds(60)));
    for (const auto &name : everyone()) {
        INFO(name.toStdString());
        const auto day = m_rig.status(name);
        checkNothing(day);
        CHECK(row(day.value(q("series")), "code", q("A")).value(q("issued")) == numbers);
        CHECK(m_rig.act(name, {q("gear")}).json.value(q("gear")).toArray().isEmpty());
        CHECK(m_rig.act(name, {q("incidents"), q("--all")}).json.value(q("incidents")).toArray().isEmpty());
        mustNot(name, q("incident-note %1").arg(m_rehearsed), {q("nobody knows it any more")});
    }
    checkNoFigures(figuresOf(m_rig, q("hub")));
}

}  // namespace muster::test
