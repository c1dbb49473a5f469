// Whether posts were staffed when they had to be.
#include "core/report/parts.h"
#include "core/venue/plan/event_time.h"
#include "core/venue/posts/posts.h"
#include "core/venue/posts/roster.h"

namespace muster::report {
namespace {

constexpr int tenanciesMax = 10'000;  ///< Of one post.
constexpr std::size_t shortMax = 20;  ///< Posts that the picture shows.

/// When posts must be staffed of which the plan says no more than "while the event is on".
struct Span {
    std::optional<int> from;
    std::optional<int> until;

    explicit Span(const EventSetup &setup)
    {
        const auto widen = [this](const std::optional<int> &begin, const std::optional<int> &end) {
            from = begin ? std::min(from.value_or(*begin), *begin) : from;
            until = end ? std::max(until.value_or(*end), *end) : until;
        };
        for (const auto &post : setup.posts) {
            widen(post.fromMinute, post.untilMinute);
        }
        for (const auto &shift : setup.shifts) {
            if (shift.kind == ShiftKind::Work) {
                widen(shift.fromMinute, shift.untilMinute);
            }
        }
    }
};

/// How one post was staffed.
struct Staffed {
    const PostPlan *post = nullptr;
    std::optional<WallTime> from;
    std::optional<WallTime> until;
    qint64 shortMsecs = 0;            ///< With fewer than the minimum,
    qint64 missingPersonMsecs = 0;    ///< and times how many were missing.
    std::optional<WallTime> readyAt;  ///< When the minimum was there first.
    qint64 stays = 0;
    std::set<QString> people;

    [[nodiscard]] bool hasBegun(WallTime asOf) const { return from && *from <= asOf; }
    [[nodiscard]] bool wasOnTime() const { return readyAt && *readyAt <= *from + onTimeGrace; }
};

/// Walks from change to change between @p from and @p until. Who lacks what the post asks for is there but does not
/// staff it, as on the day.
void measure(State &state, const std::vector<posts::Tenancy> &stays, WallTime until, Staffed &staffed)
{
    std::map<WallTime, int> changes{{*staffed.from, 0}, {until, 0}};
    for (const auto &stay : stays) {
        for (const auto &ready : posts::readySpans(state, stay.staff, staffed.post->ticks)) {
            const auto begin = std::max({stay.since, ready.since, *staffed.from});
            const auto end = std::min({stay.until.value_or(until), ready.until.value_or(until), until});
            if (begin < end) {
                ++changes[begin];
                --changes[end];
            }
        }
    }
    int standing = 0;
    for (auto change = changes.begin(); std::next(change) != changes.end(); ++change) {
        standing += change->second;
        const auto lasted = (std::next(change)->first - change->first).count();
        const int missing = std::max(staffed.post->minimum - standing, 0);
        staffed.shortMsecs += missing > 0 ? lasted : 0;
        staffed.missingPersonMsecs += missing * lasted;
        if (missing == 0 && !staffed.readyAt) {
            staffed.readyAt = change->first;
        }
    }
}

Staffed read(const Reading &reading, const PostPlan &post, const Span &span, const EventTime &time)
{
    Staffed staffed;
    staffed.post = &post;
    staffed.from = time.at(post.fromMinute ? post.fromMinute : span.from);
    staffed.until = time.at(post.untilMinute ? post.untilMinute : span.until);
    const auto stays = posts::tenanciesOf(reading.state, post.code, tenanciesMax);
    staffed.stays = qint64(stays.size());
    for (const auto &stay : stays) {
        staffed.people.insert(stay.staff);
    }
    const auto until = std::min(staffed.until.value_or(reading.asOf), reading.asOf);
    if (staffed.from && *staffed.from < until) {
        measure(reading.state, stays, until, staffed);
    }
    return staffed;
}

qint64 minutesOf(qint64 msecs) { return (msecs + 30'000) / 60'000; }

std::vector<Column> columns()
{
    return {{k("post"), words(u"岗位", u"Post"), Unit::Words},
            {k("zone"), words(u"区域", u"Zone"), Unit::Words},
            {k("minimum"), words(u"最少", u"Minimum")},
            {k("from"), words(u"自", u"From"), Unit::Time},
            {k("until"), words(u"至", u"Until"), Unit::Time},
            {k("ready_at"), words(u"满员于", u"Staffed at"), Unit::Time},
            {k("people"), words(u"上岗人数", u"People")},
            {k("short_minutes"), words(u"缺岗分钟", u"Minutes short")},
            {k("missing_minutes"), words(u"缺人·分钟", u"Person-minutes missing")}};
}

Row rowOf(const Staffed &staffed)
{
    const auto time = [](const std::optional<WallTime> &at) { return at ? Cell(toMsecs(*at)) : Cell(); };
    return {staffed.post->code,
            {named(staffed.post->name, staffed.post->code), same(staffed.post->zone), qint64(staffed.post->minimum),
             time(staffed.from), time(staffed.until), time(staffed.readyAt), qint64(staffed.people.size()),
             minutesOf(staffed.shortMsecs), minutesOf(staffed.missingPersonMsecs)}};
}

Words howStaffed()
{
    return words(u"按上下岗与装备勾选记录：在岗且齐备的人数少于最少人数的时间；未到的时段不计",
                 u"By the log of who stood there and what was ticked: time with fewer than the minimum who were ready. "
                 u"What is still to come is not counted");
}

Table meals(const Reading &reading)
{
    Table table;
    table.key = k("meals");
    table.name = words(u"轮餐", u"Meals");
    table.how = words(u"按轮次：计划人数与实际用餐", u"By round: who was to eat, and who did");
    table.columns = {{k("round"), words(u"轮次", u"Round"), Unit::Words},
                     {k("planned"), words(u"计划", u"Planned")},
                     {k("taken"), words(u"用餐", u"Ate")},
                     {k("second"), words(u"重复", u"Twice")}};
    qint64 facts = 0;
    for (const auto &round : posts::mealsOf(reading.state, reading.setup)) {
        const auto name = round.fromMinute < 0 ? words(u"未排餐", u"Not planned")
                                               : same(QStringLiteral("%1:%2")
                                                          .arg(round.fromMinute / 60)
                                                          .arg(round.fromMinute % 60, 2, 10, QLatin1Char('0')));
        facts += round.taken + round.second;
        table.rows.push_back({QString::number(round.fromMinute),
                              {name, qint64(round.planned), qint64(round.taken), qint64(round.second)}});
    }
    table.facts = facts;
    return table;
}

}  // namespace

Section staffing(Reading &reading)
{
    Section section;
    section.key = k("staffing");
    section.name = words(u"岗位", u"Staffing");
    if (reading.setup.posts.empty()) {
        return section;
    }
    const Span span(reading.setup);
    const EventTime time(reading.setup);
    std::vector<Staffed> all;
    qint64 stays = 0;
    qint64 begun = 0;
    qint64 onTime = 0;
    qint64 shortMsecs = 0;
    qint64 missing = 0;
    std::set<QString> people;
    for (const auto &post : reading.setup.posts) {
        auto &one = all.emplace_back(read(reading, post, span, time));
        stays += one.stays;
        begun += one.hasBegun(reading.asOf) ? 1 : 0;
        onTime += one.hasBegun(reading.asOf) && one.wasOnTime() ? 1 : 0;
        shortMsecs += one.shortMsecs;
        missing += one.missingPersonMsecs;
        people.insert(one.people.begin(), one.people.end());
    }
    Table table{k("posts"), words(u"各岗位", u"Posts"), howStaffed(), stays, {}, columns(), {}, std::nullopt, true};
    std::ranges::transform(all, std::back_inserter(table.rows), rowOf);
    Table worst{k("posts_short"),
                words(u"缺岗最多的岗位", u"Posts that were short most"),
                howStaffed(),
                stays,
                {},
                columns(),
                {},
                Chart{Chart::Kind::Bars, {k("missing_minutes")}, {}},
                false};
    std::ranges::stable_sort(all, std::greater{}, &Staffed::missingPersonMsecs);
    for (const auto &one : all) {
        if (one.missingPersonMsecs > 0 && worst.rows.size() < shortMax) {
            worst.rows.push_back(rowOf(one));
        }
    }
    section.figures = {figure("posts_on_time", words(u"岗位准时率", u"Posts staffed on time"), shareOf(onTime, begun),
                              begun,
                              words(u"应到时刻起 5 分钟内满员的岗位占比",
                                    u"Posts that had their minimum within 5 minutes of when they had to"),
                              Unit::Percent),
                       figure("staff", words(u"上岗人数", u"People at posts"), qint64(people.size()), stays,
                              words(u"当日上过岗的人", u"Who stood at any post")),
                       figure("short_minutes", words(u"缺岗分钟", u"Minutes short"),
                              begun > 0 ? std::optional(minutesOf(shortMsecs)) : std::nullopt, stays,
                              words(u"各岗位缺岗时间合计", u"Of all posts together")),
                       figure("missing_minutes", words(u"缺人·分钟", u"Person-minutes missing"),
                              begun > 0 ? std::optional(minutesOf(missing)) : std::nullopt, stays,
                              words(u"缺岗时间 × 缺的人数", u"Minutes short, times how many were missing"))};
    section.tables = {std::move(worst), meals(reading), std::move(table)};
    return section;
}

}  // namespace muster::report
