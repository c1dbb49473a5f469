#include "core/plan/cross_checks.h"

namespace muster::plan {
namespace {

/// The zones that have a post of this kind, by the row that came first.
QHash<QString, int> zonesWith(const SheetRows<PostPlan> &posts, PostKind kind)
{
    QHash<QString, int> rows;
    for (const auto &[post, row] : posts.rows) {
        if (post.kind == kind && !rows.contains(post.zone)) {
            rows.insert(post.zone, row);
        }
    }
    return rows;
}

void checkLead(const SheetRows<PostPlan> &posts, const PostPlan &post, int row, const QHash<QString, int> &leads,
               Findings &findings)
{
    const bool isOfZone = post.kind == PostKind::Lead || post.kind == PostKind::Deputy;
    if (isOfZone && post.zone.isEmpty()) {
        findings.error(posts.at(row, QStringLiteral("zone")),
                       {.zh = QStringLiteral("负责人和副手要写是哪个区域的"),
                        .en = QStringLiteral("a lead or deputy is of a zone: write which one")});
    }
    if (post.kind != PostKind::Lead) {
        return;
    }
    if (const int first = leads.value(post.zone, row); first != row && !post.zone.isEmpty()) {
        findings.error(posts.at(row, QStringLiteral("kind")),
                       {.zh = QStringLiteral("%1 区在第 %2 行已有负责人：一个区域只能有一个").arg(post.zone).arg(first),
                        .en = QStringLiteral("zone %1 has a lead in row %2 already: a zone has exactly one")
                                  .arg(post.zone)
                                  .arg(first)});
    }
    if (post.minimum != 1) {
        findings.error(posts.at(row, QStringLiteral("minimum")),
                       {.zh = QStringLiteral("区域负责人只能是一人：最少人数请写 1"),
                        .en = QStringLiteral("a zone has exactly one lead: write 1")});
    }
}

/// Every zone has one who leads it and one who stands in.
void checkZoneLeads(const PlanDraft &draft, const QHash<QString, int> &leads, Findings &findings)
{
    const auto deputies = zonesWith(draft.posts, PostKind::Deputy);
    for (const auto &[zone, row] : draft.posts.rows.empty() ? decltype(draft.zones.rows){} : draft.zones.rows) {
        const auto at = draft.zones.at(row, QStringLiteral("code"));
        if (!leads.contains(zone.code)) {
            findings.warning(
                at, {.zh = QStringLiteral("%1 区没有负责人：请在“岗位”表写一个 lead").arg(zone.code),
                     .en = QStringLiteral("zone %1 has no lead: write one into the sheet posts").arg(zone.code)});
        }
        if (!deputies.contains(zone.code)) {
            findings.warning(
                at, {.zh = QStringLiteral("%1 区没有副手：请在“岗位”表写一个 deputy").arg(zone.code),
                     .en = QStringLiteral("zone %1 has no deputy: write one into the sheet posts").arg(zone.code)});
        }
    }
}

void checkAssembly(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    QSet<QString> covered;
    bool isForAll = draft.assemblyPoints.rows.empty();
    for (const auto &[point, row] : draft.assemblyPoints.rows) {
        checkName(point.name, draft.assemblyPoints.at(row), findings);
        checkReferences(point.zones, codes.zones, draft.assemblyPoints.at(row, QStringLiteral("zones")),
                        zoneSheet().head, findings);
        covered.unite(QSet<QString>(point.zones.begin(), point.zones.end()));
        isForAll = isForAll || point.zones.isEmpty();
    }
    for (const auto &[zone, row] : draft.zones.rows) {
        if (!isForAll && !covered.contains(zone.code)) {
            findings.warning(
                draft.zones.at(row, QStringLiteral("code")),
                {.zh = QStringLiteral("%1 区没有集合点：请写到“集合点”表").arg(zone.code),
                 .en = QStringLiteral("zone %1 has no assembly point: name it in the sheet assembly").arg(zone.code)});
        }
    }
}

/// Who is missing is looked for at exits: a watch needs some, and each a zone whose device tells it.
void checkExits(const PlanDraft &draft, Findings &findings)
{
    bool hasExit = std::ranges::any_of(
        draft.stations.rows, [](const auto &station) { return station.value.role == QLatin1String("greeter"); });
    for (const auto &[post, row] : draft.posts.rows) {
        hasExit = hasExit || post.isExit;
        if (post.isExit && post.zone.isEmpty()) {
            findings.warning(draft.posts.at(row, QStringLiteral("zone")),
                             {.zh = QStringLiteral("出口没写区域：走失时没有设备提醒这里"),
                              .en = QStringLiteral("an exit of no zone is told by no device whom to look out for")});
        }
    }
    for (const auto &[type, row] : draft.incidentTypes.rows) {
        if (type.isWatch && !hasExit) {
            findings.warning(
                draft.incidentTypes.at(row, QStringLiteral("watch")),
                {.zh = QStringLiteral("没有出口可守：请在“岗位”表“出口”列填 yes"),
                 .en = QStringLiteral("there is no exit to look out: write yes into the column Exit of the posts")});
        }
    }
}

}  // namespace

void checkPosts(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.posts;
    const auto leads = zonesWith(sheet, PostKind::Lead);
    for (const auto &[post, row] : sheet.rows) {
        checkName(post.name, sheet.at(row), findings);
        checkReferences({post.zone}, codes.zones, sheet.at(row, QStringLiteral("zone")), zoneSheet().head, findings);
        checkRoles(post.roles, codes, sheet.at(row, QStringLiteral("roles")), findings);
        checkHours(post.fromMinute, post.untilMinute, sheet.at(row, QStringLiteral("until")), findings);
        checkLead(sheet, post, row, leads, findings);
    }
    checkZoneLeads(draft, leads, findings);
    checkExits(draft, findings);
    for (const auto &[gear, row] : draft.gear.rows) {
        checkName(gear.name, draft.gear.at(row), findings);
    }
    checkAssembly(draft, codes, findings);
}

}  // namespace muster::plan
