#include "core/plan/cross_checks.h"

#include <QMap>

#include <algorithm>

namespace muster::plan {
namespace {

using Located = SheetRows<Shift>::Located;

/// Of one person; breaks and meals lie within work.
struct Roster {
    std::vector<Located> work;
    std::vector<Located> rest;
};

using Rosters = QHash<QString, Roster>;

Rosters rostersOf(const SheetRows<Shift> &sheet)
{
    Rosters all;
    for (const auto &located : sheet.rows) {
        Roster &roster = all[located.value.staff];
        (located.value.kind == ShiftKind::Work ? roster.work : roster.rest).push_back(located);
    }
    return all;
}

/// Somebody in two places at once.
void checkOverlaps(const SheetRows<Shift> &sheet, std::vector<Located> shifts, Findings &findings)
{
    std::ranges::sort(shifts, {}, [](const Located &l) { return std::tuple(l.value.fromMinute, l.row); });
    const Located *latest = nullptr;  // Of those so far, the one that ends last.
    for (const Located &shift : shifts) {
        if (latest && shift.value.fromMinute < latest->value.untilMinute) {
            findings.error(
                sheet.at(shift.row, QStringLiteral("from")),
                {.zh = QStringLiteral("%1 此时已在第 %2 行（%3–%4）：一个人不能同时在两处")
                           .arg(shift.value.staff)
                           .arg(latest->row)
                           .arg(minuteText(latest->value.fromMinute), minuteText(latest->value.untilMinute)),
                 .en = QStringLiteral("%1 is in row %2 (%3 to %4) at that time: nobody is in two places at "
                                      "once")
                           .arg(shift.value.staff)
                           .arg(latest->row)
                           .arg(minuteText(latest->value.fromMinute), minuteText(latest->value.untilMinute))});
        }
        if (!latest || shift.value.untilMinute > latest->value.untilMinute) {
            latest = &shift;
        }
    }
}

void checkEachShift(const PlanDraft &draft, const PlanCodes &codes, const Rosters &rosters, Findings &findings)
{
    const auto &sheet = draft.shifts;
    for (const auto &[shift, row] : sheet.rows) {
        const auto at = [&sheet, row = row](const char *key) { return sheet.at(row, QString::fromLatin1(key)); };
        checkReferences({shift.staff}, codes.staff, at("staff"), staffSheet().head, findings);
        checkReferences({shift.post}, codes.posts, at("post"), postSheet().head, findings);
        checkHours(shift.fromMinute, shift.untilMinute, at("until"), findings);
        if (shift.kind == ShiftKind::Work && shift.post.isEmpty()) {
            findings.error(at("post"), {.zh = QStringLiteral("没有写岗位：请写在哪个岗位"),
                                        .en = QStringLiteral("the shift has no post: write where it is")});
        }
        if (shift.kind != ShiftKind::Work && rosters.value(shift.staff).work.empty()) {
            findings.warning(at("staff"), {.zh = QStringLiteral("%1 没有班，却安排了休息或用餐").arg(shift.staff),
                                           .en = QStringLiteral("%1 rests or eats and has no shift").arg(shift.staff)});
        }
    }
}

/// Who is sent to a post that is not for them.
void checkSuited(const PlanDraft &draft, Findings &findings)
{
    QHash<QString, QStringList> needed;
    for (const auto &post : draft.posts.rows) {
        needed.insert(post.value.code, post.value.roles);
    }
    QHash<QString, QStringList> has;
    for (const auto &member : draft.staff.rows) {
        has.insert(member.value.code, member.value.roles);
    }
    for (const auto &[shift, row] : draft.shifts.rows) {
        const QStringList roles = needed.value(shift.post);
        const bool isSuited =
            roles.isEmpty() || !has.contains(shift.staff) ||
            std::ranges::any_of(has.value(shift.staff), [&](const QString &role) { return roles.contains(role); });
        if (!isSuited) {
            findings.warning(draft.shifts.at(row, QStringLiteral("staff")),
                             {.zh = QStringLiteral("%1 没有岗位“%2”要求的角色：%3")
                                        .arg(shift.staff, shift.post, roles.join(QStringLiteral(", "))),
                              .en = QStringLiteral("%1 has none of the roles of the post \"%2\": %3")
                                        .arg(shift.staff, shift.post, roles.join(QStringLiteral(", ")))});
        }
    }
}

struct Shortage {
    int minute = 0;
    int staffed = 0;
};

/// How many come and go at which minute, by the shifts of one post.
QMap<int, int> changesOf(const std::vector<Shift> &shifts, const Rosters &rosters)
{
    QMap<int, int> changes;
    for (const Shift &shift : shifts) {
        changes[shift.fromMinute] += 1;
        changes[shift.untilMinute] -= 1;
        for (const auto &rest : rosters.value(shift.staff).rest) {
            const int from = std::max(shift.fromMinute, rest.value.fromMinute);
            const int until = std::min(shift.untilMinute, rest.value.untilMinute);
            if (from < until) {
                changes[from] -= 1;
                changes[until] += 1;
            }
        }
    }
    return changes;
}

/// The first minute at which fewer stand there than must. A post that names no hours is staffed from its first shift
/// to its last.
std::optional<Shortage> shortageOf(const PostPlan &post, const QMap<int, int> &changes)
{
    if (changes.isEmpty()) {
        return post.minimum > 0 ? std::optional(Shortage{post.fromMinute.value_or(0), 0}) : std::nullopt;
    }
    const int from = post.fromMinute.value_or(changes.firstKey());
    const int until = post.untilMinute.value_or(changes.lastKey());
    int staffed = 0;
    int since = from;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.key() > since && since < until && staffed < post.minimum) {
            return Shortage{since, staffed};
        }
        staffed += change.value();
        since = std::max(from, change.key());
    }
    return since < until && staffed < post.minimum ? std::optional(Shortage{since, staffed}) : std::nullopt;
}

void checkStaffing(const PlanDraft &draft, const Rosters &rosters, Findings &findings)
{
    QHash<QString, std::vector<Shift>> byPost;
    for (const auto &shift : draft.shifts.rows) {
        if (shift.value.kind == ShiftKind::Work && shift.value.fromMinute < shift.value.untilMinute) {
            byPost[shift.value.post].push_back(shift.value);
        }
    }
    for (const auto &[post, row] : draft.posts.rows) {
        if (const auto shortage = shortageOf(post, changesOf(byPost.value(post.code), rosters))) {
            findings.warning(
                draft.posts.at(row, QStringLiteral("minimum")),
                {.zh = QStringLiteral("按班次，从 %1 起只有 %2 人，至少要 %3 人：请补班次")
                           .arg(minuteText(shortage->minute))
                           .arg(shortage->staffed)
                           .arg(post.minimum),
                 .en = QStringLiteral("by the shifts %2 are there from %1 on, and at least %3 must be: add a shift")
                           .arg(minuteText(shortage->minute))
                           .arg(shortage->staffed)
                           .arg(post.minimum)});
        }
    }
}

}  // namespace

void checkShifts(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    if (draft.shifts.rows.empty()) {
        return;  // A plan without shifts says nothing of who is there when.
    }
    const Rosters rosters = rostersOf(draft.shifts);
    checkEachShift(draft, codes, rosters, findings);
    for (const Roster &roster : rosters) {
        checkOverlaps(draft.shifts, roster.work, findings);
        checkOverlaps(draft.shifts, roster.rest, findings);
    }
    checkSuited(draft, findings);
    checkStaffing(draft, rosters, findings);
}

}  // namespace muster::plan
