// What the day shows of posts and of who works.
#include "core/venue/day/day_query.h"
#include "core/venue/guests/presence.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/roll.h"
#include "core/venue/posts/roster.h"

#include <map>
#include <set>

namespace muster::posts {
namespace {

using namespace std::chrono_literals;

constexpr qsizetype missingNamesMax = 100;
constexpr auto reliefSoon = 10min;

using Members = QHash<QString, const StaffMember *>;

Members membersOf(const EventSetup &setup)
{
    Members members;
    members.reserve(qsizetype(setup.staff.size()));
    for (const auto &member : setup.staff) {
        members.insert(member.code, &member);
    }
    return members;
}

QString nameOf(const Members &members, const QString &code)
{
    const auto *member = members.value(code);
    return member == nullptr || member->name.isEmpty() ? code : member->name;
}

StandingView standingOf(const Roster &roster, const PostPlan &post, const Step &step, const Members &members)
{
    StandingView view;
    view.staff = step.staff;
    view.name = nameOf(members, step.staff);
    if (const auto *member = members.value(step.staff)) {
        view.company = member->company;
    }
    view.since = step.at;
    view.missingTicks = roster.missingTicks(post, step.staff);
    view.isReady = view.missingTicks.isEmpty();
    view.isOverlong = roster.isOverlong(post, step);
    if (const auto *relief = roster.reliefOf(step)) {
        view.relief = nameOf(members, relief->relief);
        view.reliefStaff = relief->relief;
        view.reliefAt = relief->due ? relief->due : relief->namedAt;
    }
    return view;
}

StaffView staffOf(const Roster &roster, const StaffMember &member)
{
    StaffView view;
    view.code = member.code;
    view.name = member.name.isEmpty() ? member.code : member.name;
    view.company = member.company;
    view.roles = member.roles;
    view.zone = member.zone;
    if (const auto *step = roster.stepOf(member.code)) {
        view.whereabouts = step->whereabouts;
        view.place = step->place;
        view.since = step->at;
        const auto *post = step->whereabouts == Whereabouts::Standing ? roster.postNamed(step->place) : nullptr;
        if (post != nullptr && post->kind == PostKind::Floater) {
            view.whereabouts = Whereabouts::StandingBy;
        }
        view.isLent = view.whereabouts == Whereabouts::Standing && !step->back.isEmpty() && step->back != step->place;
        view.state = view.isLent ? DispatchState::There : step->state;
    }
    return view;
}

DispatchState stateOf(incidents::AssigneeState state)
{
    return state == incidents::AssigneeState::OnTheWay  ? DispatchState::OnTheWay
           : state == incidents::AssigneeState::OnScene ? DispatchState::There
                                                        : DispatchState::Sent;
}

/// Who sees to an incident was sent there, also where nobody wrote that down as a dispatch: unless they stand on a
/// post, or a later word has them elsewhere. (Off duty is no elsewhere: with a task open they are still needed.)
void follow(const incidents::Duty &duty, const Step *step, StaffView &view)
{
    const bool isLater = step != nullptr && step->whereabouts != Whereabouts::Away && step->time > duty.time;
    if (view.whereabouts != Whereabouts::Standing && !isLater) {
        view.whereabouts = Whereabouts::Sent;
        view.place = duty.incident;
        view.incident = duty.incident;
        view.since = duty.time.wall();
        view.state = stateOf(duty.state);
    }
}

/// Whose zone @p view is in while they work: of their post, else their own.
QString zoneOf(const Roster &roster, const StaffView &view)
{
    const auto *post = roster.postNamed(view.place);
    return post == nullptr ? view.zone : post->zone;
}

}  // namespace

std::vector<PostView> viewsOf(State &state, const EventSetup &setup, const Roster &roster)
{
    const auto members = membersOf(setup);
    std::map<QString, QString> leads;
    std::vector<PostView> views;
    views.reserve(setup.posts.size());
    for (const auto &post : setup.posts) {
        PostView view;
        view.code = post.code;
        view.name = post.name;
        view.zone = post.zone;
        view.kind = post.kind;
        view.staffed = roster.staffed(post);
        view.minimum = roster.minimum(post, roster.minute());
        view.gap = roster.gap(post);
        view.gapSince = roster.gapSince(state, post);
        view.gapAt = roster.gapAt(post);
        for (const Step *step : roster.at(post.code)) {
            view.standing.push_back(standingOf(roster, post, *step, members));
        }
        view.channel = post.channel;
        view.duty = post.duty;
        view.spot = post.spot;
        auto lead = leads.find(post.zone);
        if (lead == leads.end()) {
            lead = leads.emplace(post.zone, nameOf(members, roster.leadOf(post.zone).staff)).first;
        }
        view.lead = lead->second;
        views.push_back(std::move(view));
    }
    std::stable_partition(views.begin(), views.end(), [](const PostView &view) { return view.minimum > 0; });
    return views;
}

RosterView rosterView(State &state, const EventSetup &setup, const Roster &roster)
{
    RosterView view;
    view.staff.reserve(setup.staff.size() + roster.helpers().size());
    for (const auto &member : setup.staff) {
        view.staff.push_back(staffOf(roster, member));
    }
    for (const auto &helper : roster.helpers()) {
        StaffMember member;
        member.code = helper.code;
        member.roles = helper.roles;
        member.zone = helper.zone;
        auto one = staffOf(roster, member);
        one.isHelper = true;
        view.staff.push_back(std::move(one));
    }
    QHash<QString, std::vector<incidents::Duty>> duties;
    for (auto &duty : incidents::duties(state)) {
        duties[duty.staff].push_back(std::move(duty));
    }
    QHash<QString, QStringList> held;
    for (const auto &stay : gear::out(state)) {
        held[stay.staff] << stay.tag;
    }
    for (auto &one : view.staff) {
        if (const auto tags = held.find(one.code); tags != held.end()) {
            one.gear = *tags;
        }
        for (const auto &duty : duties.value(one.code)) {
            one.incidents << duty.incident;
        }
        one.isDoubled = one.incidents.size() > 1;
        if (const auto last = duties.find(one.code); last != duties.end()) {
            follow(last->back(), roster.stepOf(one.code), one);
        }
        view.on += one.whereabouts == Whereabouts::Away ? 0 : 1;
        view.onBreak += one.whereabouts == Whereabouts::OnBreak || one.whereabouts == Whereabouts::AtMeal ? 1 : 0;
        view.standingBy += one.whereabouts == Whereabouts::StandingBy ? 1 : 0;
    }
    for (const auto &post : setup.posts) {
        for (const Step *step : roster.at(post.code)) {
            const auto *relief = roster.reliefOf(*step);
            const bool isNamed = relief != nullptr && (!relief->due || *relief->due <= roster.now() + reliefSoon);
            view.reliefsDue += isNamed || roster.isOverlong(post, *step) ? 1 : 0;
        }
    }
    return view;
}

std::vector<AssemblyView> assemblyViews(State &state, const EventSetup &setup, const Roster &roster)
{
    const auto calls = roll::calls(state);
    if (calls.empty()) {
        return {};
    }
    std::set<QString> called;
    QStringList places;
    for (const auto &point : setup.assemblyPoints) {
        places << point.code;
    }
    for (const auto &call : calls) {
        called.insert(call.staff);
        if (!places.contains(call.place)) {
            places << call.place;
        }
    }
    const auto members = membersOf(setup);
    const auto everyone = rosterView(state, setup, roster).staff;
    std::vector<AssemblyView> views;
    for (const auto &place : places) {
        AssemblyView view;
        view.place = place;
        const auto miss = [&view](const QString &name) {
            ++view.missing;
            if (!name.isEmpty() && view.missingNames.size() < missingNamesMax) {
                view.missingNames << name;
            }
        };
        bool isBegun = false;
        for (const auto &call : calls) {
            if (call.place != place) {
                continue;
            }
            isBegun = true;
            if (call.isPresent) {
                ++view.present;
            } else {
                miss(call.guest ? QString() : nameOf(members, call.staff));
            }
        }
        const auto *point = findByCode(setup.assemblyPoints, place);
        for (const auto &one : everyone) {
            const bool isDueHere = point != nullptr
                                       ? point->zones.isEmpty() || point->zones.contains(zoneOf(roster, one))
                                       : place == zoneOf(roster, one);
            // Once names are read out, whoever works there and was not seen anywhere is missing.
            if (isBegun && isDueHere && one.whereabouts != Whereabouts::Away && !called.contains(one.code)) {
                miss(one.name);
            }
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<GuestId> missingGuests(State &state, const QString &place)
{
    std::vector<GuestId> missing;
    for (const auto &call : roll::calls(state)) {
        if (call.guest && !call.isPresent && call.place == place) {
            missing.push_back(*call.guest);
        }
    }
    return missing;
}

std::vector<MealRound> mealsOf(State &state, const EventSetup &setup)
{
    std::map<int, MealRound> rounds;
    std::map<int, std::set<QString>> planned;
    for (const auto &shift : setup.shifts) {
        if (shift.kind == ShiftKind::Meal) {
            auto &round = rounds[shift.fromMinute];
            round.fromMinute = shift.fromMinute;
            round.untilMinute = std::max(round.untilMinute, shift.untilMinute);
            planned[shift.fromMinute].insert(shift.staff);
        }
    }
    for (const auto &[minute, staff] : planned) {
        rounds[minute].planned = int(staff.size());
    }
    auto &rows = state.statement("SELECT coalesce(round, -1), count(DISTINCT staff), count(*) FROM post_step"
                                 " WHERE day = ? AND whereabouts = ? GROUP BY 1");
    bindAll(rows, presence::resetCount(state), int(Whereabouts::AtMeal));
    while (rows.executeStep()) {
        auto &round = rounds[rows.getColumn(0).getInt()];
        round.fromMinute = rows.getColumn(0).getInt();
        round.taken = rows.getColumn(1).getInt();
        round.second = rows.getColumn(2).getInt() - round.taken;
    }
    std::vector<MealRound> list;
    for (const auto &[minute, round] : rounds) {
        list.push_back(round);
    }
    return list;
}

}  // namespace muster::posts
