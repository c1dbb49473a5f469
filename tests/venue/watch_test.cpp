// Goal: who stands where people leave knows whom to look out for, and nobody is told that an exit looks out before it
// has seen what for.
// Method: a hub and two desks at gates on real journals; exits as posts and as doors; files read as a thief would.
#include "tests/venue/incident_hall.h"

#include <QDir>
#include <QFile>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

PostPlan exitPost(const char *code, const char *zone)
{
    PostPlan post;
    post.code = q(code);
    post.name = {q("正门安保"), q("Main gate security")};
    post.zone = q(zone);
    post.isExit = true;
    return post;
}

/// Guards at the main gate of A; D has a door with a greeter and no guard.
EventSetup guardedPlan()
{
    auto plan = incidentPlan();
    PostPlan inside;
    inside.code = q("A-usher");
    inside.zone = q("A");
    plan.posts = {exitPost("A-guard", "A"), inside};
    Station door;
    door.code = q("door-d");
    door.role = q("greeter");
    door.zone = q("D");
    plan.stations.push_back(door);
    return plan;
}

QStringList codesOf(const std::vector<ExitView> &exits)
{
    QStringList codes;
    for (const auto &exit : exits) {
        codes << exit.code;
    }
    return codes;
}

Answer logChild(IncidentHall &hall, const char *words, const char *lookOut)
{
    incidents::Open open;
    open.types = {q("child")};
    open.text = q(words);
    open.isRestricted = true;
    open.lookOut = q(lookOut);
    return hall.then(desk, open);
}

Answer tellExits(IncidentHall &hall, int device, const QString &number, const char *lookOut)
{
    incidents::Change change;
    change.incident = number;
    change.lookOut = q(lookOut);
    return hall.then(device, change);
}

QByteArray filesOf(IncidentHall &hall, int device)
{
    const QFileInfo database(hall.at(device).journal->options().file);
    QByteArray bytes;
    for (const auto &name : database.dir().entryList({database.fileName() + q("*")}, QDir::Files)) {
        QFile file(database.dir().filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        bytes += file.readAll();
    }
    return bytes;
}

}  // namespace

SCENARIO("guards' posts are the exits where the plan has them, else the staffed doors", "[incidents][watch]")
{
    CHECK(codesOf(incidents::exitsOf(incidentPlan())) == QStringList{q("gate-1"), q("gate-2")});
    const auto plan = guardedPlan();
    CHECK(codesOf(incidents::exitsOf(plan)) == QStringList{q("A-guard"), q("door-d")});
    CHECK(incidents::exitsAt(plan, q("gate-1"), q("A")) == QStringList{q("A-guard")});
    CHECK(incidents::exitsAt(plan, q("door-d"), q("D")) == QStringList{q("door-d")});
    CHECK(incidents::exitsAt(plan, q("desk-9"), {}).isEmpty());
}

SCENARIO("an exit that is a post answers", "[incidents][watch]")
{
    IncidentHall hall(Hall::Disk::Memory, guardedPlan());
    const auto n = logChild(hall, "Chen Le, five years old", "boy, 5, red coat").number;
    hall.syncAll();
    CHECK(hall.show(hub, n).exitsThat(false) == QStringList{q("A-guard"), q("door-d")});
    WHEN("the tablet of its zone says so without naming it")
    {
        REQUIRE(hall.then(other, incidents::AcknowledgeWatch{n, {}}).outcome == Outcome::Done);
        hall.syncAll();
        THEN("every device knows who answered there and when, and which one is open")
        {
            const auto view = hall.show(hub, n);
            CHECK(view.exits[0].isWatching);
            CHECK(view.exits[0].by == q("李强"));
            CHECK(view.exits[0].at == hall.clock().wall());
            CHECK(view.exitsThat(false) == QStringList{q("door-d")});
            CHECK(hall.alerts(hub).contains(q("watch_unanswered")));
        }
    }
    WHEN("every exit has answered")
    {
        CHECK(hall.then(hub, incidents::AcknowledgeWatch{n, q("A-guard")}).outcome == Outcome::Done);
        CHECK(hall.then(hub, incidents::AcknowledgeWatch{n, q("door-d")}).outcome == Outcome::Done);
        THEN("nobody is called any more") { CHECK_FALSE(hall.alerts(hub).contains(q("watch_unanswered"))); }
    }
    THEN("what is no exit cannot answer in the place of one")
    {
        CHECK(hall.then(hub, incidents::AcknowledgeWatch{n, q("A-usher")}).why == q("no_post"));
        CHECK(hall.then(desk, incidents::AcknowledgeWatch{n, q("gate-1")}).why == q("no_post"));
        CHECK(hall.then(hub, incidents::AcknowledgeWatch{n, {}}).why == q("no_post"));
    }
}

SCENARIO("exits read what to look out for, and nothing else of a restricted incident", "[incidents][watch][restricted]")
{
    IncidentHall hall(Hall::Disk::Files, guardedPlan());
    const auto n = logChild(hall, "Chen-Le-of-family-Chen", "boy, 5, red coat").number;
    hall.syncAll();
    for (int device : {desk, other}) {
        CAPTURE(device);
        const auto view = hall.show(device, n);
        CHECK(view.isRestricted);
        CHECK(view.summary.isEmpty());
        CHECK(view.entries[0].isHidden);
        CHECK(view.lookOut == q("boy, 5, red coat"));
        CHECK(hall.day(device).incidents.front().lookOut == q("boy, 5, red coat"));
        const auto bytes = filesOf(hall, device);
        CHECK(bytes.contains("red coat"));
        CHECK_FALSE(bytes.contains("Chen-Le"));
    }
    CHECK(hall.show(hub, n, true).summary == q("Chen-Le-of-family-Chen"));
}

SCENARIO("what to look out for changes", "[incidents][watch]")
{
    IncidentHall hall(Hall::Disk::Memory, guardedPlan());
    const auto n = logChild(hall, "x", "").number;
    hall.syncAll();
    for (const char *exit : {"A-guard", "door-d"}) {
        REQUIRE(hall.then(hub, incidents::AcknowledgeWatch{n, q(exit)}).outcome == Outcome::Done);
    }
    hall.syncAll();
    REQUIRE_FALSE(hall.alerts(hub).contains(q("watch_unanswered")));
    REQUIRE(tellExits(hall, hub, n, " boy,  5, red coat ").outcome == Outcome::Done);
    THEN("the exits are asked anew, and the log says what was changed, for everybody")
    {
        hall.syncAll();
        const auto view = hall.show(desk, n);
        CHECK(view.lookOut == q("boy, 5, red coat"));
        CHECK(view.exitsThat(true).isEmpty());
        CHECK(view.entries.back().said.en == q("look out for: boy, 5, red coat"));
        CHECK(hall.alerts(desk).contains(q("watch_unanswered")));
    }
    THEN("an exit that had not heard of it has not answered it, however late it speaks")
    {
        hall.clock().advance(1min);
        REQUIRE(hall.then(desk, incidents::AcknowledgeWatch{n, q("A-guard")}).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.show(hub, n).exitsThat(true).isEmpty());
        REQUIRE(hall.then(desk, incidents::AcknowledgeWatch{n, q("A-guard")}).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.show(hub, n).exitsThat(true) == QStringList{q("A-guard")});
    }
    THEN("other changes ask nobody anew")
    {
        for (const char *exit : {"A-guard", "door-d"}) {
            REQUIRE(hall.then(hub, incidents::AcknowledgeWatch{n, q(exit)}).outcome == Outcome::Done);
        }
        REQUIRE(hall.setState(hub, n, incidents::State::InHand).outcome == Outcome::Done);
        CHECK(hall.show(hub, n).exitsThat(false).isEmpty());
        CHECK(hall.show(hub, n).lookOut == q("boy, 5, red coat"));
    }
}

SCENARIO("what to look out for has limits", "[incidents][watch]")
{
    IncidentHall hall;
    const auto spill = hall.log(desk, "spill", "x").number;
    CHECK(tellExits(hall, desk, spill, "a puddle").why == q("not_a_watch"));
    const auto child = hall.log(desk, "child", "x").number;
    CHECK(tellExits(hall, desk, child, QByteArray(int(incidents::lookOutMax) + 1, 'x').constData()).why ==
          q("look_out_too_long"));
    CHECK(tellExits(hall, desk, child, QByteArray(int(incidents::lookOutMax), 'x').constData()).outcome ==
          Outcome::Done);
    incidents::Open open;
    open.types = {q("spill")};
    open.lookOut = q("a puddle");
    CHECK(hall.then(desk, open).why == q("not_a_watch"));
}
