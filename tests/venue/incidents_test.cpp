// Goal: whatever goes wrong is logged anywhere, kept for ever, and calls who must come.
// Method: a hub and two desks on real journals, cut off and joined again; the day is asked, as shown.
#include "tests/venue/incident_hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

QStringList saidOf(const IncidentView &view)
{
    QStringList said;
    for (const auto &entry : view.entries) {
        said << (entry.isGenerated ? entry.said.en : entry.text);
    }
    return said;
}

}  // namespace

SCENARIO("an incident is logged in two taps, anywhere", "[incidents]")
{
    IncidentHall hall;
    const auto told = hall.log(desk, "spill", "");
    CHECK(told.outcome == Outcome::Done);
    CHECK(told.zone == q("A"));  // Of the station.
    CHECK(hall.log(hub, nullptr, "  the lights went out ").number == q("1"));
    hall.syncAll();
    THEN("all see the same, the zone and the time known")
    {
        CHECK(hall.isEqual());
        for (int device = 0; device < hall.count(); ++device) {
            const auto day = hall.day(device);
            CHECK(day.incidentsOpen == 2);
            REQUIRE(day.incidents.size() == 2);
            CHECK(day.incidents[0].number == told.number);
            CHECK(day.incidents[0].typeNames.front().en == q("Spill"));
            CHECK(day.incidents[1].summary == q("the lights went out"));
        }
    }
    THEN("what says nothing, or what the plan does not know, is asked again")
    {
        CHECK(hall.log(desk, nullptr, " ").why == q("no_words"));
        CHECK(hall.log(desk, "ufo", "x").why == q("no_type"));
        CHECK(hall.decide(desk, incidents::Open{q("Z"), {}, {}, false, q("x"), {}}).why == q("no_zone"));
        CHECK(hall.then(desk, incidents::Note{q("99"), q("x"), {}, {}}).why == q("no_incident"));
    }
    THEN("the same request again is the same incident")
    {
        const auto act = hall.actOf(incidents::Open{q("D"), {q("spill")}, {}, false, q("once"), {}});
        const auto first = hall.act(desk, act, false);
        const auto again = hall.act(desk, act, false);
        CHECK(first.operation == again.operation);
        CHECK(first.number == again.number);
        CHECK(hall.day(desk).incidentsOpen == 3);
    }
    THEN("a note that is sent again after the rehearsal is told the same incident")
    {
        const auto number =
            hall.act(desk, hall.actOf(incidents::Open{q("A"), {}, {}, false, q("a spill"), {}}), false).number;
        const auto act = hall.actOf(incidents::Note{number, q("mopped"), {}, {}});
        const auto first = hall.act(desk, act, false);
        REQUIRE(first.number == number);
        REQUIRE(hall.decide(desk, ResetDay{q("rehearsal")}).outcome == Outcome::Done);
        const auto again = hall.act(desk, act, false);
        CHECK(again.operation == first.operation);
        CHECK(again.number == number);
    }
    THEN("a rehearsal's incidents are gone with it, and their numbers never come again")
    {
        REQUIRE(hall.decide(hub, ResetDay{q("rehearsal")}).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.day(desk).incidentsOpen == 0);
        CHECK(hall.then(desk, incidents::Note{told.number, q("x"), {}, {}}).why == q("no_incident"));
        CHECK(hall.log(hub, "spill", "").number == q("2"));
    }
}

SCENARIO("numbers are short and unique while the hall is split", "[incidents]")
{
    IncidentHall hall;
    hall.unlinked = {desk, other};
    QStringList numbers;
    for (int i = 0; i < 30; ++i) {
        for (int device : {hub, desk, other}) {
            numbers << hall.log(device, "spill", "x").number;
        }
        hall.hubDuties();
    }
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(QSet<QString>(numbers.begin(), numbers.end()).size() == 90);
    CHECK(hall.faults(hub).isEmpty());
    CHECK(hall.day(hub).incidentsOpen == 90);
    CHECK(numbers[0] == q("1"));
    CHECK(numbers[87] == q("30"));
    CHECK(numbers[1].size() <= 3);                  // Of the block that it held.
    CHECK(numbers[88].contains(QLatin1Char('-')));  // Used up: with its mark.
    CHECK(std::ranges::all_of(numbers, [](const QString &number) { return number.size() <= 8; }));
}

SCENARIO("a device whose disk was put back gives no number twice", "[incidents]")
{
    IncidentHall hall(Hall::Disk::Files);
    hall.keep(desk);
    const auto first = hall.log(desk, "spill", "x").number;
    hall.syncAll();
    hall.unlinked = {desk};
    hall.putBack(desk);
    const auto second = hall.log(desk, "spill", "y").number;
    CHECK(first != second);
    hall.syncAll();
    CHECK(hall.day(hub).incidentsOpen == 2);
    CHECK(hall.faults(hub).isEmpty());
}

SCENARIO("what was written stays, struck or corrected", "[incidents]")
{
    IncidentHall hall;
    const auto opened = hall.log(desk, "spill", "water at the stairs");
    const auto wrong = hall.then(desk, incidents::Note{opened.number, q("it is oil"), {}, {}});
    hall.syncAll();
    const auto happened = hall.clock().wall() - 20min;
    CHECK(hall.then(hub, incidents::Note{opened.number, q("it is juice"), wrong.operation, happened}).outcome ==
          Outcome::Done);
    CHECK(hall.then(hub, incidents::Strike{*wrong.operation, q("misread")}).outcome == Outcome::Done);
    CHECK(hall.then(hub, incidents::Strike{*wrong.operation, q("again")}).why == q("struck_already"));
    CHECK(hall.then(hub, incidents::Strike{*wrong.operation, {}}).why == q("no_reason"));
    hall.syncAll();
    const auto view = hall.show(other, opened.number);
    REQUIRE(view.entries.size() == 3);
    CHECK(saidOf(view) == QStringList{q("water at the stairs"), q("it is oil"), q("it is juice")});
    CHECK(view.entries[1].isStruck);
    CHECK(view.entries[1].struckBy == q("李强"));
    CHECK(view.entries[1].struckWhy == q("misread"));
    CHECK(view.entries[2].corrects == wrong.operation);
    CHECK(toMsecs(view.entries[2].happenedAt) / 1000 == toMsecs(happened) / 1000);
    CHECK(view.entries[2].enteredAt > happened + 19min);
    CHECK(hall.isEqual());
}

SCENARIO("everything that changes is in its history", "[incidents]")
{
    IncidentHall hall;
    const auto n = hall.log(desk, "medical", "fainted").number;
    hall.syncAll();
    CHECK(hall.setState(other, n, incidents::State::InHand).outcome == Outcome::Done);
    CHECK(hall.then(other, incidents::Assign{n, q("S2"), q("first aid"), incidents::AssigneeState::OnTheWay}).why !=
          q("doubled"));
    CHECK(hall.then(other, incidents::Check{n, q("aid"), true}).outcome == Outcome::Done);
    CHECK(hall.then(other, incidents::Check{n, q("moon"), true}).why == q("no_item"));
    CHECK(hall.then(other, incidents::Assign{n, q("S9"), {}, {}}).why == q("no_staff"));
    incidents::Change change;
    change.incident = n;
    change.isUrgent = false;
    change.zone = q("D");
    CHECK(hall.then(other, change).outcome == Outcome::Done);
    CHECK(hall.setState(other, n, incidents::State::Closed, "taken home").outcome == Outcome::Done);
    CHECK(hall.setState(other, n, incidents::State::Open, "back again").outcome == Outcome::Done);
    hall.syncAll();
    const auto view = hall.show(hub, n, true);
    CHECK(saidOf(view) == QStringList{q("fainted"), q("state: in hand"), q("李强: on the way"),
                                      q("done: first aid called"), q("not urgent; zone: D"), q("state: closed"),
                                      q("state: open")});
    CHECK(view.entries[2].text == q("first aid"));
    CHECK(view.entries[5].text == q("taken home"));
    CHECK(view.state == incidents::State::Open);
    CHECK(view.zone == q("D"));
    CHECK_FALSE(view.isUrgent);
    REQUIRE(view.checklist.size() == 2);
    CHECK(view.checklist[0].isDone);
    CHECK(view.checklist[0].by == q("李强"));
    CHECK_FALSE(view.checklist[1].isDone);
    REQUIRE(view.assignees.size() == 1);
    CHECK(view.assignees[0].role == q("first aid"));
}

SCENARIO("two who were cut off change one incident", "[incidents]")
{
    IncidentHall hall;
    const auto n = hall.log(hub, "spill", "x").number;
    hall.syncAll();
    CHECK(hall.setState(desk, n, incidents::State::InHand).outcome == Outcome::Done);
    CHECK(hall.setState(other, n, incidents::State::Closed).outcome == Outcome::Done);
    CHECK(hall.setState(other, n, incidents::State::OnHold).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.isEqual());
    for (int device = 0; device < hall.count(); ++device) {
        CHECK(hall.show(device, n).state == incidents::State::OnHold);  // Who had seen more has the last word.
    }
}

SCENARIO("somebody on two open incidents is flagged", "[incidents]")
{
    IncidentHall hall;
    const auto first = hall.log(desk, "spill", "x").number;
    const auto second = hall.log(desk, "spill", "y").number;
    CHECK(hall.then(desk, incidents::Assign{first, q("S1"), {}, {}}).why.isEmpty());
    CHECK(hall.then(desk, incidents::Assign{second, q("S1"), {}, {}}).why == q("doubled"));
    CHECK(hall.show(desk, first).assignees.front().isDoubled);
    WHEN("they are done with one")
    {
        CHECK(hall.then(desk, incidents::Assign{first, q("S1"), {}, incidents::AssigneeState::Done}).why.isEmpty());
        CHECK_FALSE(hall.show(desk, second).assignees.front().isDoubled);
    }
    WHEN("one is closed")
    {
        CHECK(hall.setState(desk, second, incidents::State::Closed).outcome == Outcome::Done);
        CHECK_FALSE(hall.show(desk, first).assignees.front().isDoubled);
    }
}

SCENARIO("the same thing is logged twice", "[incidents]")
{
    IncidentHall hall;
    const auto first = hall.log(desk, "spill", "x").number;
    const auto second = hall.log(desk, "spill", "y");
    CHECK(second.subjects == QStringList{first});
    CHECK(hall.log(desk, "lost", "z").subjects.isEmpty());
    CHECK(hall.show(desk, first).maybeSame == QStringList{second.number});
    const incidents::Link same{second.number, first, incidents::LinkKind::DuplicateOf, true};
    CHECK(hall.then(desk, same).outcome == Outcome::Done);
    CHECK(hall.then(desk, incidents::Link{first, first, {}, true}).why == q("itself"));
    CHECK(hall.show(desk, second.number).duplicateOf == first);
    CHECK(hall.show(desk, first).related == QStringList{second.number});
    CHECK(hall.show(desk, second.number).maybeSame.isEmpty());
    WHEN("it was another one after all")
    {
        CHECK(hall.then(desk, incidents::Link{second.number, first, incidents::LinkKind::DuplicateOf, false}).outcome ==
              Outcome::Done);
        CHECK(hall.show(desk, second.number).duplicateOf.isEmpty());
    }
    WHEN("a relation is taken back from the other side")
    {
        const auto third = hall.log(desk, "lost", "z").number;
        CHECK(hall.then(desk, incidents::Link{first, third, {}, true}).outcome == Outcome::Done);
        CHECK(hall.show(desk, third).related == QStringList{first});
        CHECK(hall.then(desk, incidents::Link{third, first, {}, false}).outcome == Outcome::Done);
        CHECK(hall.show(desk, third).related.isEmpty());
    }
    WHEN("it happens again later")
    {
        hall.clock().advance(incidents::sameWithin);
        CHECK(hall.log(desk, "spill", "z").subjects.isEmpty());
    }
}

SCENARIO("urgent and untouched incidents call people", "[incidents][alerts]")
{
    IncidentHall hall;
    const auto calm = hall.log(desk, "spill", "x").number;
    CHECK(hall.alerts(desk).isEmpty());
    const auto urgent = hall.log(desk, "medical", "y").number;
    hall.syncAll();
    CHECK(hall.alerts(hub) == QStringList{q("incident_urgent")});
    WHEN("somebody takes it in hand")
    {
        CHECK(hall.setState(hub, urgent, incidents::State::InHand).outcome == Outcome::Done);
        CHECK(hall.alerts(hub).isEmpty());
    }
    WHEN("it is seen, and becomes worse again")
    {
        hall.acknowledge(hub, "incident_urgent");
        CHECK(hall.alerts(hub).isEmpty());
        hall.syncAll();
        CHECK(hall.alerts(desk).isEmpty());
        CHECK(hall.setState(hub, urgent, incidents::State::Closed).outcome == Outcome::Done);
        CHECK(hall.setState(hub, urgent, incidents::State::Open).outcome == Outcome::Done);
        CHECK(hall.alerts(hub) == QStringList{q("incident_urgent")});
    }
    WHEN("nobody touches the other for five minutes")
    {
        hall.clock().advance(4min + 50s);
        CHECK_FALSE(hall.alerts(hub).contains(q("incident_untouched")));
        hall.clock().advance(10s);
        CHECK(hall.alerts(hub).contains(q("incident_untouched")));
        CHECK(hall.show(hub, calm).isUntouched);
        THEN("a note is enough, for five more minutes")
        {
            CHECK(hall.then(hub, incidents::Note{calm, q("mop is coming"), {}, {}}).outcome == Outcome::Done);
            CHECK(hall.then(hub, incidents::Note{urgent, q("seen"), {}, {}}).outcome == Outcome::Done);
            CHECK_FALSE(hall.alerts(hub).contains(q("incident_untouched")));
            hall.clock().advance(5min);
            CHECK(hall.alerts(hub).contains(q("incident_untouched")));
        }
        THEN("what waits on purpose is left alone")
        {
            CHECK(hall.setState(hub, calm, incidents::State::OnHold).outcome == Outcome::Done);
            CHECK(hall.setState(hub, urgent, incidents::State::OnHold).outcome == Outcome::Done);
            hall.clock().advance(2h);
            CHECK_FALSE(hall.alerts(hub).contains(q("incident_untouched")));
        }
    }
}

SCENARIO("somebody is missing, and every exit looks out", "[incidents][alerts]")
{
    IncidentHall hall;
    const auto n = hall.log(desk, "child", "boy, 5, red coat").number;
    hall.syncAll();
    CHECK(hall.show(hub, n).exitsThat(false) == QStringList{q("gate-1"), q("gate-2")});
    CHECK(hall.alerts(hub).contains(q("watch_unanswered")));
    CHECK(hall.then(desk, incidents::AcknowledgeWatch{n, {}}).outcome == Outcome::Done);
    CHECK(hall.show(desk, n).exitsThat(true) == QStringList{q("gate-1")});
    CHECK(hall.alerts(desk).contains(q("watch_unanswered")));
    CHECK(hall.then(hub, incidents::AcknowledgeWatch{n, q("gate-9")}).why == q("no_post"));
    CHECK(hall.then(hub, incidents::AcknowledgeWatch{n, q("gate-2")}).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.show(hub, n).exitsThat(false).isEmpty());
    CHECK_FALSE(hall.alerts(hub).contains(q("watch_unanswered")));
    const auto spill = hall.log(desk, "spill", "x").number;
    CHECK(hall.then(desk, incidents::AcknowledgeWatch{spill, {}}).why == q("not_a_watch"));
}

SCENARIO("lost property is signed for", "[incidents]")
{
    IncidentHall hall;
    const auto n = hall.log(desk, "lost", "black umbrella").number;
    CHECK(hall.setState(desk, n, incidents::State::Closed).why == q("not_returned"));
    CHECK(hall.then(desk, incidents::GiveBack{n, q("赵敏"), q("护照 E1234"), {}}).why == q("not_signed"));
    CHECK(hall.then(desk, incidents::GiveBack{n, q("赵敏"), q("护照 E1234"), q("赵")}).outcome == Outcome::Done);
    CHECK(hall.setState(desk, n, incidents::State::Closed).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.show(hub, n, true).entries[1].text == q("赵敏 · 护照 E1234 · 赵"));
    CHECK(hall.show(desk, n).entries[1].isHidden);  // Names of guests are never in clear in the log.
    const auto second = hall.log(desk, "lost", "glove").number;
    CHECK(hall.setState(desk, second, incidents::State::Closed, "nobody came").outcome == Outcome::Done);
}

SCENARIO("when an incident came about is corrected, and its log keeps what was said", "[incidents]")
{
    IncidentHall hall;
    const auto n = hall.log(desk, "spill", "wet floor").number;
    hall.clock().advance(20min);
    const auto before = hall.show(desk, n);
    CHECK(before.happenedAt == before.since);
    incidents::Change change;
    change.incident = n;
    change.happenedAt = before.since - 30min;
    change.types = QStringList{q("spill"), q("lost")};
    REQUIRE(hall.then(other, change).why == q("no_incident"));
    hall.syncAll();
    REQUIRE(hall.then(other, change).outcome == Outcome::Done);
    hall.syncAll();
    const auto view = hall.show(hub, n);
    CHECK(toMsecs(view.happenedAt) / 1'000 == toMsecs(before.since - 30min) / 1'000);
    CHECK(view.since == before.since);
    CHECK(view.types == QStringList{q("spill"), q("lost")});
    REQUIRE(view.entries.size() == 2);
    CHECK(view.entries.front().happenedAt == before.since);
    CHECK(view.entries.back().said.en.contains(q("happened at: ")));
    CHECK(hall.isEqual());
    THEN("a change that says nothing of it leaves it")
    {
        REQUIRE(hall.setState(desk, n, incidents::State::InHand).outcome == Outcome::Done);
        CHECK(hall.show(desk, n).happenedAt == view.happenedAt);
    }
    THEN("it did not happen later than now")
    {
        incidents::Change late;
        late.incident = n;
        late.happenedAt = hall.clock().wall() + 10min;
        CHECK(hall.then(desk, late).why == q("not_yet"));
    }
}
