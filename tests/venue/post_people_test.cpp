// Goal: helpers have codes that are unique for ever and names that no log holds; gear has a chain of custody; a roll
// call of a hundred names works cut off; a look at two thousand people stays cheap.
// Method: a hub and devices on real journals; the answers, the days and the operations themselves are looked at.
#include "core/journal/body.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/posts/roll.h"
#include "core/venue/staff/people.h"
#include "tests/venue/post_hall.h"

#include <QElapsedTimer>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

Answer add(PostHall &hall, int device, const char *name, QStringList roles = {})
{
    hall.clock().advance(1s);
    return hall.decide(device, posts::AddHelper{q(name), q("13800001111"), q("Neighbours"), std::move(roles), q("A")});
}

}  // namespace

SCENARIO("helpers come on the day", "[posts][helpers]")
{
    PostHall hall;
    const auto first = add(hall, 0, "王小明", {q("usher")});
    CHECK(first.outcome == Outcome::Done);
    CHECK(first.number == q("H1"));
    CHECK(add(hall, 0, "李四").number == q("H2"));
    const auto apart = add(hall, 1, "Eve");
    const auto other = add(hall, 2, "Adam");
    CHECK(apart.number.startsWith(q("H1-1")));
    CHECK(other.number.startsWith(q("H1-2")));
    hall.syncAll();
    CHECK(hall.isEqual());
    THEN("they work like everybody else, everywhere")
    {
        const auto code = apart.number.toUtf8();
        CHECK(hall.in(2, "door", code.constData()).outcome == Outcome::Done);
        CHECK(hall.member(2, code.constData()).isHelper);
        CHECK(hall.member(2, code.constData()).zone == q("A"));
        CHECK(hall.standing(2, "door") == QStringList{apart.number});
        const auto roles =
            hall.read<QStringList>(2, [&](State &state) { return staff::find(state, postPlan(), q("h1"))->roles; });
        CHECK(roles == QStringList{q("usher")});
    }
    THEN("nobody makes them commanders")
    {
        CHECK(add(hall, 0, "Mallory", {q("commander")}).why == q("no_such_role"));
        CHECK(add(hall, 0, "", {}).why == q("no_name"));
    }
    THEN("neither name nor telephone is in the log")
    {
        REQUIRE(hall.Hall::at(0).journal->forEach([](const Operation &operation) {
            CHECK_FALSE(operation.body.contains("13800001111"));
            CHECK_FALSE(operation.body.contains(q("王小明").toUtf8()));
            CHECK_FALSE(operation.body.contains("Neighbours"));
            return true;
        }));
    }
    THEN("where names cannot be locked away, nobody is written down without one")
    {
        auto &device = hall.Hall::at(0);
        REQUIRE(device.journal->transact([&] {
            Post post;
            post.role = q("coordinator");
            post.now = hall.clock().wall();
            Desk desk(*device.journal, device.venue, post, {}, [](const auto &...) { return std::nullopt; });
            const auto answer = rooms::decide(desk, hall.actOf(posts::AddHelper{q("Yan"), {}, {}, {}, {}})).value();
            CHECK(answer.outcome == Outcome::Failed);
            CHECK(answer.why == q("not_sealed"));
        }));
    }
    THEN("they are given an incident like anybody else, by their code")
    {
        const auto number = hall.decide(0, incidents::Open{q("A"), {}, {}, false, q("spill"), {}}).number;
        CHECK(hall.decide(0, incidents::Assign{number, q("H1"), {}}).outcome == Outcome::Done);
        CHECK(hall.decide(0, incidents::Assign{number, q("H77"), {}}).why == q("no_staff"));
    }
    THEN("a retry gives the same code")
    {
        const auto act = hall.actOf(posts::AddHelper{q("Zoe"), {}, {}, {}, {}});
        const auto once = hall.act(0, act, false);
        CHECK(once.number == q("H3"));
        CHECK(hall.act(0, act, false).number == once.number);
        CHECK(add(hall, 0, "Yan").number == q("H4"));
    }
}

SCENARIO("radios go from hand to hand", "[posts][gear]")
{
    PostHall hall;
    const auto give = [&](int device, const char *tag, const char *staff, bool isOut = true) {
        hall.clock().advance(1s);
        return hall.decide(device, posts::SetGear{q(tag), q(staff), isOut, {}});
    };
    REQUIRE(give(1, "R1", "S1").outcome == Outcome::Done);
    CHECK(give(1, "R9", "S1").why == q("no_gear"));
    CHECK(give(1, "R2", "", false).why == q("not_out"));
    CHECK(hall.member(1, "S1").gear == QStringList{q("R1")});
    const auto handed = give(1, "R1", "S2");
    CHECK(handed.subjects == QStringList{q("S1")});
    CHECK(handed.reason.en == q("S1 had it until now and did not give it back"));
    THEN("a retry is told the same")
    {
        const auto act = hall.actOf(posts::SetGear{q("R1"), q("S3"), true, {}});
        const auto first = hall.act(1, act, false);
        CHECK(hall.act(1, act, false).reason == first.reason);
        CHECK(first.subjects == QStringList{q("S2")});
        CHECK(hall.decide(1, posts::SetGear{q("R1"), q("S3"), true, {}}).reason.en.isEmpty());
    }
    THEN("a hand-over closes the earlier stay")
    {
        const auto chain =
            hall.read<std::vector<gear::Stay>>(1, [](State &state) { return gear::historyOf(state, q("R1")); });
        REQUIRE(chain.size() == 2);
        CHECK(chain[0].staff == q("S1"));
        CHECK(chain[0].until == chain[1].since);
        CHECK_FALSE(chain[1].until);
        CHECK(hall.member(1, "S1").gear.isEmpty());
    }
    THEN("who leaves is told what they hold, and who has left with it is missed")
    {
        REQUIRE(hall.in(1, "desk", "S2").outcome == Outcome::Done);
        CHECK(hall.out(1, "S2", "home").subjects == QStringList{q("R1")});
        CHECK_FALSE(hall.alert(1, "gear_out"));
        hall.clock().advance(5min);
        CHECK(hall.alert(1, "gear_out")->text.en == q("Name 2 has left and still holds R1"));
        REQUIRE(give(1, "R1", "", false).outcome == Outcome::Done);
        CHECK_FALSE(hall.alert(1, "gear_out"));
    }
    THEN("two devices that are cut off keep both words, and show one holder")
    {
        REQUIRE(give(1, "R2", "S3").outcome == Outcome::Done);
        REQUIRE(give(2, "R2", "S4").outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.member(0, "S4").gear == QStringList{q("R2")});
        CHECK(hall.member(0, "S3").gear.isEmpty());
    }
}

SCENARIO("names are read out at the assembly points, cut off", "[posts][roll]")
{
    constexpr int guestCount = 90;
    PostHall hall;
    for (int i = 0; i < guestCount; ++i) {
        hall.invite(QString::number(i));
    }
    hall.syncAll();
    REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
    REQUIRE(hall.in(1, "desk", "S2").outcome == Outcome::Done);
    CHECK(hall.day(1).assembly.empty());  // Nobody called any names: nobody is missing.
    const auto call = [&](int device, const char *place, const QString &who, bool isPresent = true) {
        hall.clock().advance(100ms);
        return hall.decide(device, posts::CallRoll{q(place), who, who.toUtf8(), {}, isPresent});
    };
    for (int i = 0; i < guestCount; ++i) {
        REQUIRE(call(1, "lawn", QStringLiteral("C-%1").arg(i), i % 10 != 0).outcome == Outcome::Done);
    }
    for (int i = 3; i <= 8; ++i) {
        REQUIRE(call(1, "lawn", QStringLiteral("S%1").arg(i)).outcome == Outcome::Done);
    }
    const auto lawn = [&](int device) {
        const auto all = hall.day(device).assembly;
        const auto found = std::ranges::find(all, q("lawn"), &AssemblyView::place);
        REQUIRE(found != all.end());
        return *found;
    };
    CHECK(lawn(1).present == 81 + 6);
    CHECK(lawn(1).missing == 9 + 1);  // S1 works in D, whose people go there, and was not seen.
    CHECK(lawn(1).missingNames == QStringList{q("Name 1")});
    THEN("who turns up elsewhere is missing no more")
    {
        hall.syncAll();
        REQUIRE(call(2, "car-park", q("C-10")).outcome == Outcome::Done);
        REQUIRE(call(2, "car-park", q("S1")).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(lawn(0).missing == 8);
        const auto missing =
            hall.read<std::vector<GuestId>>(0, [](State &state) { return posts::missingGuests(state, q("lawn")); });
        CHECK(missing.size() == 8);
    }
    THEN("nobody and nowhere are said to be so")
    {
        CHECK(call(1, "moon", q("S1")).why == q("no_place"));
        CHECK(call(1, "lawn", q("C-nobody")).why == q("nobody"));
    }
}

TEST_CASE("a look at two hundred posts and two thousand people is cheap", "[posts][cost]")
{
    constexpr int postCount = 200;
    constexpr int staffCount = 2'000;
    constexpr int rounds = 5;
    auto plan = Hall::samplePlan();
    for (int i = 0; i < postCount; ++i) {
        auto one = post(qPrintable(QStringLiteral("p%1").arg(i)), i % 2 == 0 ? "A" : "D", PostKind::Post, 2);
        one.ticks = {q("badge")};
        plan.posts.push_back(one);
    }
    for (int i = 0; i < staffCount; ++i) {
        StaffMember member;
        member.code = QStringLiteral("S%1").arg(i);
        member.name = QStringLiteral("Name %1").arg(i);
        plan.staff.push_back(member);
        const auto code = member.code.toUtf8();
        const auto at = QStringLiteral("p%1").arg(i % postCount).toUtf8();
        plan.shifts.push_back(shift(code.constData(), at.constData(), 0, 200));
        plan.shifts.push_back(shift(code.constData(), "", 100, 120, ShiftKind::Meal));
        plan.shifts.push_back(shift(code.constData(), at.constData(), 200, 400));
    }
    PostHall hall(plan, 1);
    auto &journal = *hall.Hall::at(0).journal;
    REQUIRE(journal.transact([&] {
        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < staffCount; ++i) {
                posts::Step step;
                step.staff = QStringLiteral("S%1").arg(i);
                step.place = QStringLiteral("p%1").arg((i + round) % postCount);
                step.at = hall.clock().wall();
                step.whereabouts = i % 4 == 0 ? Whereabouts::Standing : Whereabouts::Away;
                journal.append(posts::stepped(journal.state(), step, std::nullopt,
                                              i % 8 == 0 ? QStringList{q("badge")} : QStringList()));
            }
            hall.clock().advance(1min);
        }
    }));
    qint64 best = std::numeric_limits<qint64>::max();
    std::size_t gaps = 0;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        REQUIRE(journal.read([&](State &state) {
            const posts::Roster roster(state, plan, hall.clock().wall());
            const auto views = posts::viewsOf(state, plan, roster);
            const auto view = posts::rosterView(state, plan, roster);
            gaps = std::size_t(std::ranges::count_if(views, [](const PostView &one) { return one.gap > 0; }));
            CHECK(view.staff.size() == staffCount);
        }));
        best = std::min(best, timer.nsecsElapsed() / 1'000);
    }
    WARN("200 posts, 2,000 staff, 10,000 steps, " << gaps << " gaps: " << best << " us a look");
    CHECK(best < 60'000);
}

SCENARIO("no device can make a register deaf for good", "[posts][gear]")
{
    PostHall hall;
    REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
    REQUIRE(hall.decide(1, posts::SetGear{q("R1"), q("S1"), true, {}}).outcome == Outcome::Done);
    std::vector<Draft> last;
    REQUIRE(hall.Hall::at(1).journal->forEach([&](const Operation &operation) {
        if (operation.kind == posts::steppedKind() || operation.kind == gear::kind()) {
            auto &draft = last.emplace_back();
            draft.kind = operation.kind;
            draft.body = operation.bodyMap().value();
            draft.body.insert(key("version"), versionMax);
        }
        return true;
    }));
    REQUIRE(last.size() == 2);
    hall.clock().advance(1s);
    for (const auto &draft : last) {
        hall.write(2, draft);
    }
    hall.syncAll();
    CHECK(hall.out(1, "S1", "home").outcome == Outcome::Done);
    CHECK(hall.decide(1, posts::SetGear{q("R1"), q("S2"), true, {}}).outcome == Outcome::Done);
    hall.syncAll();
    for (const int device : {0, 1, 2}) {
        CHECK(hall.standing(device, "door").isEmpty());
        CHECK(hall.member(device, "S2").gear == QStringList{q("R1")});
    }
}

SCENARIO("a cue to come asks for the people whom its own hour needs", "[posts][cues]")
{
    auto plan = postPlan();
    for (auto &post : plan.posts) {
        post.fromMinute = 110;
    }
    Cue doors;
    doors.code = q("doors");
    doors.minute = 120;
    doors.needs = {q("posts")};
    plan.cues = {doors};
    PostHall hall(plan);
    const auto unmet = [&] {
        QStringList codes;
        for (const auto &need : hall.day(0).cues.front().unmet) {
            codes << need.code;
        }
        return codes;
    };
    CHECK(hall.at(0, "door").gap == 0);  // It is 01:00: nobody need be there yet.
    CHECK(unmet().contains(q("door")));
    CHECK(hall.decide(0, cues::Advance{q("doors"), cues::Step::Go, 0, {}}).outcome == Outcome::Refused);
    REQUIRE(hall.in(0, "door", "S1").outcome == Outcome::Done);
    CHECK_FALSE(unmet().contains(q("door")));
    CHECK(unmet().contains(q("gate")));
}
