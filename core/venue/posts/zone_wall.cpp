#include "core/venue/posts/zone_wall.h"

#include "core/venue/plan/event_time.h"
#include "core/venue/posts/roster.h"

namespace muster::posts {
namespace {

using Why = WallPerson::Why;

Words named(const Words &name, const QString &code)
{
    return {name.zh.isEmpty() ? code : name.zh, name.en.isEmpty() ? code : name.en};
}

/// One look at one zone.
class Wall {
public:
    Wall(const DayView &day, const EventSetup &setup, const QString &zone, WallTime now)
        : m_day(day), m_setup(setup), m_zone(zone), m_now(now), m_time(setup), m_midnight(midnightOf(setup, now))
    {
        for (const auto &member : day.roster.staff) {
            m_staff.insert(member.code, &member);
        }
    }

    ZoneWall read()
    {
        for (const auto &post : m_day.posts) {
            if (post.zone == m_zone) {
                readPost(post);
            }
        }
        for (const auto &member : m_day.roster.staff) {
            readSent(member);
        }
        readReliefs();
        readShifts();
        order(m_wall.leaving);
        order(m_wall.arriving);
        std::ranges::stable_sort(m_wall.gaps, std::greater(), [](const WallGap &gap) { return gap.count > 0; });
        return std::move(m_wall);
    }

private:
    [[nodiscard]] WallTime wallAt(int minute) const
    {
        return m_time.at(minute).value_or(m_midnight + std::chrono::minutes(minute));
    }

    /// The first word of a person is the one that is shown.
    static void addOnce(std::vector<WallPerson> &list, WallPerson person)
    {
        if (std::ranges::find(list, person.staff, &WallPerson::staff) == list.end()) {
            list.push_back(std::move(person));
        }
    }

    static void order(std::vector<WallPerson> &list)
    {
        std::ranges::stable_sort(list, {}, [](const WallPerson &person) { return person.at.value_or(WallTime{}); });
    }

    void readPost(const PostView &post)
    {
        const auto place = named(post.name, post.code);
        for (const auto &standing : post.standing) {
            WallPerson person{standing.staff, standing.name, place, {}, Why::Stands, standing.since, {}, {}};
            person.why = post.kind == PostKind::Floater ? Why::StandsBy : Why::Stands;
            m_wall.here.push_back(person);
            if (!standing.isReady) {
                person.why = Why::Unready;
                person.missing = standing.missingTicks;
                m_wall.unready.push_back(person);
                person.missing.clear();
            }
            readLeaving(standing, person);
        }
        if (post.gap > 0) {
            m_wall.gaps.push_back({post.code, place, post.gap, post.gapSince});
        } else if (post.gapAt) {
            m_wall.gaps.push_back({post.code, place, 0, post.gapAt});
        }
    }

    void readLeaving(const StandingView &standing, WallPerson person)
    {
        if (standing.isOverlong) {
            person.why = Why::Overlong;
            person.other = standing.relief;
            m_wall.leaving.push_back(person);
        } else if (!standing.relief.isEmpty() && standing.reliefAt.value_or(m_now) <= m_now + wallAhead) {
            person.why = Why::Relief;
            person.at = standing.reliefAt;
            person.other = standing.relief;
            m_wall.leaving.push_back(person);
        }
    }

    /// Of who was sent to this zone, to one of its posts, or to what went wrong in it.
    void readSent(const StaffView &member)
    {
        if (member.whereabouts != Whereabouts::Sent) {
            return;
        }
        const auto post = std::ranges::find(m_day.posts, member.place, &PostView::code);
        const auto incident = std::ranges::find(m_day.incidents, member.place, &IncidentView::number);
        const bool isToPost = post != m_day.posts.end() && post->zone == m_zone;
        const bool isToIncident = incident != m_day.incidents.end() && incident->zone == m_zone;
        if (!isToPost && !isToIncident && member.place != m_zone) {
            return;
        }
        WallPerson person{member.code, member.name, {}, {}, Why::Sent, member.since, {}, {}};
        const auto *zone = findByCode(m_setup.zones, m_zone);
        person.place = isToPost ? named(post->name, post->code) : named(zone == nullptr ? Words{} : zone->name, m_zone);
        person.incident = isToIncident && !isToPost ? member.place : QString();
        if (member.state == DispatchState::There) {
            person.why = Why::There;
            m_wall.here.push_back(std::move(person));
        } else {
            person.why = member.state == DispatchState::OnTheWay ? Why::OnTheWay : Why::Sent;
            addOnce(m_wall.arriving, std::move(person));
        }
    }

    void readReliefs()
    {
        for (const auto &post : m_day.posts) {
            for (const auto &standing : post.standing) {
                const auto at = standing.reliefAt.value_or(m_now);
                if (post.zone != m_zone || standing.relief.isEmpty() || at > m_now + wallAhead) {
                    continue;
                }
                const auto &code = standing.reliefStaff.isEmpty() ? standing.relief : standing.reliefStaff;
                addOnce(m_wall.arriving,
                        {code, standing.relief, named(post.name, post.code), {}, Why::Relieves, at, standing.name, {}});
            }
        }
    }

    void readShifts()
    {
        for (const auto &shift : m_setup.shifts) {
            const auto post = std::ranges::find(m_day.posts, shift.post, &PostView::code);
            if (shift.kind == ShiftKind::Work && post != m_day.posts.end() && post->zone == m_zone) {
                readShift(shift, *post);
            }
        }
    }

    void readShift(const Shift &shift, const PostView &post)
    {
        const auto from = wallAt(shift.fromMinute);
        const auto until = wallAt(shift.untilMinute);
        const auto standing = std::ranges::find(post.standing, shift.staff, &StandingView::staff);
        const auto *member = m_staff.value(shift.staff);
        WallPerson person{shift.staff,
                          member == nullptr ? shift.staff : member->name,
                          named(post.name, post.code),
                          {},
                          Why::ShiftBegins,
                          from,
                          {},
                          {}};
        if (standing != post.standing.end()) {
            person.name = standing->name;
            if (until > m_now && until <= m_now + shiftEndsSoon && !goesOn(shift)) {
                person.why = Why::ShiftEnds;
                person.at = until;
                addOnce(m_wall.leaving, std::move(person));
            }
            return;
        }
        const bool isAway = member == nullptr || member->whereabouts == Whereabouts::Away;
        if (from > m_now && from <= m_now + wallAhead) {
            addOnce(m_wall.arriving, std::move(person));
        } else if (from <= m_now && m_now < until && isAway) {
            person.why = Why::Late;
            addOnce(m_wall.arriving, std::move(person));
        }
    }

    /// Another shift of the same person at the same post begins where this one ends.
    [[nodiscard]] bool goesOn(const Shift &shift) const
    {
        return std::ranges::any_of(m_setup.shifts, [&shift](const Shift &other) {
            return other.kind == ShiftKind::Work && other.staff == shift.staff && other.post == shift.post &&
                   other.fromMinute <= shift.untilMinute && other.untilMinute > shift.untilMinute;
        });
    }

    const DayView &m_day;
    const EventSetup &m_setup;
    QString m_zone;
    WallTime m_now;
    EventTime m_time;
    WallTime m_midnight;
    QHash<QString, const StaffView *> m_staff;
    ZoneWall m_wall;
};

}  // namespace

ZoneWall wallOf(const DayView &day, const EventSetup &setup, const QString &zone, WallTime now)
{
    return Wall(day, setup, zone, now).read();
}

}  // namespace muster::posts
