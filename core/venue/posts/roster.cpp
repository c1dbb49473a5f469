#include "core/venue/posts/roster.h"

#include "core/venue/door/rules.h"

#include <QDateTime>
#include <QTimeZone>

#include <set>

namespace muster::posts {
namespace {

using namespace std::chrono_literals;

constexpr int nearMinutes = 60;         ///< A shift that begins soon, or has just ended, is still somebody's.
constexpr auto reliefPatience = 10min;  ///< Of a relief who was to come at once.
constexpr int tenanciesLooked = 60;     ///< Of one post, for when its gap began.

bool covers(const Shift &shift, qint64 minute) { return shift.fromMinute <= minute && minute < shift.untilMinute; }

qint64 distanceTo(const Shift &shift, qint64 minute)
{
    return covers(shift, minute)       ? 0
           : minute < shift.fromMinute ? shift.fromMinute - minute
                                       : minute - shift.untilMinute + 1;
}

}  // namespace

Words nameOf(const PostPlan &post)
{
    return {post.name.zh.isEmpty() ? post.code : post.name.zh, post.name.en.isEmpty() ? post.code : post.name.en};
}

WallTime midnightOf(const EventSetup &setup, WallTime now)
{
    const QTimeZone named(setup.timeZone.toUtf8());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const QDate day = QDate::fromString(setup.day, Qt::ISODate);
    const auto local = QDateTime::fromMSecsSinceEpoch(toMsecs(now), zone);
    return fromMsecs((day.isValid() ? day : local.date()).startOfDay(zone).toMSecsSinceEpoch());
}

Roster::Roster(State &state, const EventSetup &setup, WallTime now)
    : m_setup(setup),
      m_now(now),
      m_minute(rules::minuteOfEvent(setup, now)),
      m_time(setup),
      m_midnight(midnightOf(setup, now)),
      m_steps(everybody(state)),
      m_helpers(helpers::all(state)),
      m_ticked(ticked(state)),
      m_reliefs(reliefs(state))
{
    m_stepOf.reserve(qsizetype(m_steps.size()));
    for (int i = 0; i < int(m_steps.size()); ++i) {
        const auto &step = m_steps[std::size_t(i)];
        m_stepOf.insert(step.staff, i);
        if (step.whereabouts == Whereabouts::Standing) {
            m_standing[step.place].push_back(i);
        }
    }
    for (auto &there : m_standing) {
        std::ranges::sort(there, {}, [this](int i) {
            const auto &step = m_steps[std::size_t(i)];
            return std::tuple(step.at, step.time, step.operation);
        });
    }
    for (int i = 0; i < int(m_reliefs.size()); ++i) {
        m_reliefOf.insert(m_reliefs[std::size_t(i)].staff, i);
    }
    readPlan();
}

void Roster::readPlan()
{
    const auto begins = [this](int minute) { m_from = m_from ? std::min(*m_from, minute) : minute; };
    const auto ends = [this](int minute) { m_until = m_until ? std::max(*m_until, minute) : minute; };
    for (const auto &post : m_setup.posts) {
        m_posts.insert(post.code, &post);
        if (post.fromMinute && post.untilMinute) {
            begins(*post.fromMinute);
            ends(*post.untilMinute);
        }
    }
    for (const auto &shift : m_setup.shifts) {
        m_shiftsOf[shift.staff].push_back(&shift);
        if (shift.kind == ShiftKind::Work) {
            m_shiftsAt[shift.post].push_back(&shift);
            begins(shift.fromMinute);
            ends(shift.untilMinute);
        }
    }
}

QStringList missingTicks(const PostPlan &post, const Ticked &ticked)
{
    auto missing = post.ticks;
    missing.removeIf([&](const QString &item) { return ticked.on.contains(item); });
    return missing;
}

WallTime Roster::wallOf(qint64 minute) const
{
    return m_time.at(int(minute)).value_or(m_midnight + std::chrono::minutes(minute));
}

const Step *Roster::stepOf(const QString &staff) const
{
    const auto found = m_stepOf.find(staff);
    return found == m_stepOf.end() ? nullptr : &m_steps[std::size_t(*found)];
}

std::vector<const Step *> Roster::at(const QString &post) const
{
    std::vector<const Step *> there;
    if (const auto found = m_standing.find(post); found != m_standing.end()) {
        for (const int i : *found) {
            there.push_back(&m_steps[std::size_t(i)]);
        }
    }
    return there;
}

QStringList Roster::missingTicks(const PostPlan &post, const QString &staff) const
{
    const auto found = m_ticked.find(staff);
    return found == m_ticked.end() ? post.ticks : posts::missingTicks(post, *found);
}

int Roster::staffed(const PostPlan &post) const
{
    const auto there = at(post.code);
    const auto ready =
        int(std::ranges::count_if(there, [&](const Step *step) { return missingTicks(post, step->staff).isEmpty(); }));
    return post.kind == PostKind::Lead ? std::min(ready, 1) : ready;
}

int Roster::minimum(const PostPlan &post, qint64 minute) const
{
    const auto from = post.fromMinute ? post.fromMinute : m_from;
    const auto until = post.untilMinute ? post.untilMinute : m_until;
    const bool isBeforeTheDay = !from && minute < 0;  // With no hours, an empty post of the eve is nobody's alarm.
    if (isBeforeTheDay || (from && minute < *from) || (until && minute >= *until)) {
        return 0;
    }
    return post.kind == PostKind::Lead ? std::min(post.minimum, 1) : post.minimum;
}

int Roster::gap(const PostPlan &post) const { return std::max(0, minimum(post, m_minute) - staffed(post)); }

std::optional<WallTime> Roster::gapSince(State &state, const PostPlan &post) const
{
    if (gap(post) == 0) {
        return std::nullopt;
    }
    const auto from = post.fromMinute ? post.fromMinute : m_from;
    const auto begin = std::min(m_now, from ? wallOf(*from) : m_midnight);
    std::vector<std::pair<WallTime, int>> changes;
    for (const auto &stay : tenanciesOf(state, post.code, tenanciesLooked)) {
        auto until = stay.until;
        if (!until && !missingTicks(post, stay.staff).isEmpty()) {
            // There, and does not count: never yet, or since something was found not to be in order.
            until = m_ticked.value(stay.staff).offAt;
            if (!until || *until <= stay.since) {
                continue;
            }
        }
        changes.emplace_back(stay.since, 1);
        if (until) {
            changes.emplace_back(*until, -1);
        }
    }
    std::ranges::sort(changes, std::greater<>());
    const int needed = minimum(post, m_minute);
    int count = staffed(post);
    for (std::size_t i = 0; i < changes.size();) {
        const auto instant = changes[i].first;
        if (instant <= begin) {
            break;
        }
        for (; i < changes.size() && changes[i].first == instant; ++i) {
            count -= changes[i].second;
        }
        if (count >= needed) {
            return std::min(instant, m_now);
        }
    }
    return begin;
}

bool Roster::isPaused(const QString &staff, qint64 minute) const
{
    const auto shifts = m_shiftsOf.find(staff);
    return shifts != m_shiftsOf.end() && std::ranges::any_of(*shifts, [minute](const Shift *shift) {
               return shift->kind != ShiftKind::Work && covers(*shift, minute);
           });
}

int Roster::expectedAt(const PostPlan &post, qint64 minute) const
{
    std::set<QString> expected;
    if (const auto shifts = m_shiftsAt.find(post.code); shifts != m_shiftsAt.end()) {
        for (const Shift *shift : *shifts) {
            // Who should be here by now and is not, is not expected: the gap of now says so already.
            const auto *step = stepOf(shift->staff);
            const bool isDue = shift->fromMinute <= m_minute;
            const bool isHere = step != nullptr && (step->place == post.code || step->back == post.code) &&
                                step->whereabouts != Whereabouts::Away;
            if (covers(*shift, minute) && (!isDue || isHere) && !isPaused(shift->staff, minute)) {
                expected.insert(shift->staff);
            }
        }
    }
    for (const Step *step : at(post.code)) {
        const auto shifts = m_shiftsOf.find(step->staff);
        const bool isElsewhere =
            shifts != m_shiftsOf.end() && std::ranges::any_of(*shifts, [&](const Shift *shift) {
                const bool isOther = shift->kind != ShiftKind::Work || shift->post != post.code;
                // A shift here that ends ends; another place, or a pause, calls them away.
                return isOther ? covers(*shift, minute) : covers(*shift, m_minute) && !covers(*shift, minute);
            });
        if (!isElsewhere) {
            expected.insert(step->staff);
        }
    }
    return int(expected.size());
}

std::optional<WallTime> Roster::gapAt(const PostPlan &post) const
{
    const auto last = m_minute + horizonMinutes;
    const auto shifts = m_shiftsAt.find(post.code);
    if (shifts == m_shiftsAt.end() || gap(post) > 0) {
        return std::nullopt;
    }
    std::set<qint64> changes;
    const auto note = [&](std::optional<int> minute) {
        if (minute && *minute > m_minute && *minute <= last) {
            changes.insert(*minute);
        }
    };
    note(post.fromMinute ? post.fromMinute : m_from);
    const auto noteAllOf = [&](const QString &staff) {
        for (const Shift *shift : m_shiftsOf.value(staff)) {
            note(shift->fromMinute);
            note(shift->untilMinute);
        }
    };
    for (const Shift *shift : *shifts) {
        noteAllOf(shift->staff);
    }
    for (const Step *step : at(post.code)) {
        noteAllOf(step->staff);
    }
    for (const auto minute : changes) {
        if (expectedAt(post, minute) < minimum(post, minute)) {
            return wallOf(minute);
        }
    }
    return std::nullopt;
}

const Relief *Roster::reliefOf(const Step &step) const
{
    const auto found = m_reliefOf.find(step.staff);
    if (found == m_reliefOf.end()) {
        return nullptr;
    }
    const auto &relief = m_reliefs[std::size_t(*found)];
    // Named for this stay; or for an hour that was still to come when they came back to it, from a break.
    const bool isStill = relief.post == step.place && relief.due && *relief.due > step.at;
    return relief.tenancy == step.operation || isStill ? &relief : nullptr;
}

bool Roster::isReliefDue(const Relief &relief) const
{
    return m_now >= (relief.due ? *relief.due : relief.namedAt + reliefPatience);
}

bool Roster::isOverlong(const PostPlan &post, const Step &step) const
{
    return post.kind != PostKind::Floater && post.standMinutes > 0 &&
           m_now - step.onFeet >= std::chrono::minutes(post.standMinutes);
}

bool Roster::isNeeded(const PostPlan &post, const Step &leaving) const
{
    if (post.kind == PostKind::Floater || !missingTicks(post, leaving.staff).isEmpty()) {
        return false;
    }
    const auto there = at(post.code);
    const auto ready =
        std::ranges::count_if(there, [&](const Step *step) { return missingTicks(post, step->staff).isEmpty(); });
    return ready - 1 < minimum(post, m_minute);
}

Roster::Lead Roster::leadOf(const QString &zone) const
{
    for (const auto kind : {PostKind::Lead, PostKind::Deputy}) {
        for (const auto &post : m_setup.posts) {
            if (post.kind != kind || post.zone != zone) {
                continue;
            }
            for (const Step *step : at(post.code)) {
                if (missingTicks(post, step->staff).isEmpty()) {
                    return {step->staff, kind == PostKind::Deputy};
                }
            }
        }
    }
    return {};
}

const Shift *Roster::shiftOf(const QString &staff) const
{
    const Shift *nearest = nullptr;
    for (const Shift *shift : m_shiftsOf.value(staff)) {
        const bool isNearer = nearest == nullptr || distanceTo(*shift, m_minute) < distanceTo(*nearest, m_minute);
        if (shift->kind == ShiftKind::Work && distanceTo(*shift, m_minute) <= nearMinutes && isNearer) {
            nearest = shift;
        }
    }
    return nearest;
}

const Shift *Roster::mealOf(const QString &staff) const
{
    const Shift *nearest = nullptr;
    for (const Shift *shift : m_shiftsOf.value(staff)) {
        if (shift->kind == ShiftKind::Meal &&
            (nearest == nullptr || distanceTo(*shift, m_minute) < distanceTo(*nearest, m_minute))) {
            nearest = shift;
        }
    }
    return nearest;
}

}  // namespace muster::posts
