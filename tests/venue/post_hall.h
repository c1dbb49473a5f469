#pragma once
#include "core/venue/posts/gear.h"
#include "core/venue/posts/roster.h"
#include "tests/venue/hall.h"

/// A hall with posts and people, for the tests of who stands where. It is 01:00 when it begins.
namespace muster::test {

inline QString q(const char *text) { return QString::fromUtf8(text); }

inline PostPlan post(const char *code, const char *zone, PostKind kind = PostKind::Post, int minimum = 1)
{
    PostPlan post;
    post.code = q(code);
    post.name = {q(code), q(code)};
    post.zone = q(zone);
    post.kind = kind;
    post.minimum = minimum;
    post.fromMinute = 0;
    post.untilMinute = 24 * 60;
    return post;
}

inline Shift shift(const char *staff, const char *post, int from, int until, ShiftKind kind = ShiftKind::Work)
{
    Shift shift;
    shift.code = QStringLiteral("%1-%2-%3").arg(q(staff)).arg(int(kind)).arg(from);
    shift.staff = q(staff);
    shift.post = q(post);
    shift.kind = kind;
    shift.fromMinute = from;
    shift.untilMinute = until;
    return shift;
}

inline EventSetup postPlan()
{
    auto plan = Hall::samplePlan();
    for (int i = 1; i <= 9; ++i) {
        StaffMember member;
        member.code = QStringLiteral("S%1").arg(i);
        member.name = QStringLiteral("Name %1").arg(i);
        member.roles = {i == 9 ? q("commander") : i > 6 ? q("floater") : q("greeter")};
        plan.staff.push_back(member);
    }
    auto gate = post("gate", "A", PostKind::Post, 2);
    gate.ticks = {q("badge"), q("briefing")};
    gate.channel = q("3");
    auto desk = post("desk", "A");
    desk.roles = {q("greeter")};
    plan.posts = {gate,
                  desk,
                  post("door", "D"),
                  post("lead-d", "D", PostKind::Lead),
                  post("deputy-d", "D", PostKind::Deputy, 0),
                  post("pool", "A", PostKind::Floater, 0)};
    plan.gear = {{q("R1"), {}, q("radio")}, {q("R2"), {}, q("radio")}};
    plan.assemblyPoints = {{q("car-park"), {}, {}}, {q("lawn"), {}, {q("D")}}};
    return plan;
}

struct PostHall : Hall {
    explicit PostHall(EventSetup plan = postPlan(), int devices = 3) : Hall(devices, std::move(plan)) {}

    Answer in(int device, const char *post, const char *staff, const char *relieves = "", const char *reason = "",
              QStringList ticks = {})
    {
        clock().advance(std::chrono::seconds(1));
        return decide(device, posts::In{q(post), q(staff), q(relieves), std::move(ticks), q(reason), {}});
    }
    Answer out(int device, const char *staff, const char *reason = "")
    {
        clock().advance(std::chrono::seconds(1));
        return decide(device, posts::Out{{}, q(staff), q(reason), {}});
    }
    Answer pause(int device, const char *staff, ShiftKind kind, bool isStart, const char *reason = "")
    {
        clock().advance(std::chrono::seconds(1));
        return decide(device, posts::Pause{q(staff), kind, isStart, q(reason)});
    }
    Answer send(int device, const char *staff, const char *target, posts::DispatchState state, const char *note = "")
    {
        clock().advance(std::chrono::seconds(1));
        return decide(device, posts::Dispatch{q(staff), q(target), state, q(note), {}});
    }
    PostView at(int device, const char *post)
    {
        const auto all = day(device).posts;
        const auto found = std::ranges::find(all, q(post), &PostView::code);
        REQUIRE(found != all.end());
        return *found;
    }
    QStringList standing(int device, const char *post)
    {
        QStringList staff;
        for (const auto &one : at(device, post).standing) {
            staff << one.staff;
        }
        return staff;
    }
    StaffView member(int device, const char *staff)
    {
        const auto all = day(device).roster.staff;
        const auto found = std::ranges::find(all, q(staff), &StaffView::code);
        REQUIRE(found != all.end());
        return *found;
    }
    /// The first of a kind, or the one with an id.
    std::optional<AlertView> alert(int device, const char *name)
    {
        const auto all = day(device).alerts;
        const auto found = std::ranges::find_if(
            all, [name](const AlertView &alert) { return alert.kind == q(name) || alert.id == q(name); });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    template<class Found>
    Found read(int device, const std::function<Found(State &)> &query)
    {
        Found found;
        REQUIRE(Hall::at(device).journal->read([&](State &state) { found = query(state); }));
        return found;
    }
    std::vector<posts::Tenancy> log(int device, const char *post)
    {
        return read<std::vector<posts::Tenancy>>(device,
                                                 [&](State &state) { return posts::tenanciesOf(state, q(post), 100); });
    }
    QStringList stoodAt(int device, const char *post, WallTime instant)
    {
        QStringList staff;
        for (const auto &stay : read<std::vector<posts::Tenancy>>(
                 device, [&](State &state) { return posts::standingAt(state, q(post), instant); })) {
            staff << stay.staff;
        }
        staff.sort();
        return staff;
    }
};

}  // namespace muster::test
