// Posts, staff and assembly points of the day, for `muster status` and `muster do post-card`.
#include "app/cli/view_json.h"

#include <QDateTime>
#include <QJsonArray>

namespace muster::cli {
namespace {

QJsonValue timeJson(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(Qt::ISODateWithMs))
                : QJsonValue();
}

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QString nameOf(PostKind kind)
{
    switch (kind) {
    case PostKind::Post: return QStringLiteral("post");
    case PostKind::Lead: return QStringLiteral("lead");
    case PostKind::Deputy: return QStringLiteral("deputy");
    case PostKind::Floater: return QStringLiteral("floater");
    }
    Q_UNREACHABLE();
}

QString nameOf(Whereabouts whereabouts)
{
    switch (whereabouts) {
    case Whereabouts::Away: return QStringLiteral("away");
    case Whereabouts::Standing: return QStringLiteral("standing");
    case Whereabouts::OnBreak: return QStringLiteral("on_break");
    case Whereabouts::AtMeal: return QStringLiteral("at_meal");
    case Whereabouts::StandingBy: return QStringLiteral("standing_by");
    case Whereabouts::Sent: return QStringLiteral("sent");
    }
    Q_UNREACHABLE();
}

QString nameOf(posts::DispatchState state)
{
    switch (state) {
    case posts::DispatchState::Sent: return QStringLiteral("sent");
    case posts::DispatchState::OnTheWay: return QStringLiteral("on_the_way");
    case posts::DispatchState::There: return QStringLiteral("there");
    case posts::DispatchState::Back: return QStringLiteral("back");
    }
    Q_UNREACHABLE();
}

QJsonObject standingJson(const StandingView &standing)
{
    return {{QStringLiteral("staff"), standing.staff},
            {QStringLiteral("name"), standing.name},
            {QStringLiteral("company"), textOrNull(standing.company)},
            {QStringLiteral("since"), timeJson(standing.since)},
            {QStringLiteral("ready"), standing.isReady},
            {QStringLiteral("missing"), QJsonArray::fromStringList(standing.missingTicks)},
            {QStringLiteral("overlong"), standing.isOverlong},
            {QStringLiteral("relief"), textOrNull(standing.relief)},
            {QStringLiteral("relief_at"), timeJson(standing.reliefAt)}};
}

/// How far who was sent somewhere is; null of everybody else.
QJsonValue stateJson(const StaffView &member)
{
    return member.whereabouts == Whereabouts::Sent || member.isLent ? nameOf(member.state) : QJsonValue();
}

QJsonObject staffJson(const StaffView &member)
{
    return {{QStringLiteral("code"), member.code},
            {QStringLiteral("name"), member.name},
            {QStringLiteral("company"), textOrNull(member.company)},
            {QStringLiteral("roles"), QJsonArray::fromStringList(member.roles)},
            {QStringLiteral("zone"), textOrNull(member.zone)},
            {QStringLiteral("where"), nameOf(member.whereabouts)},
            {QStringLiteral("place"), textOrNull(member.place)},
            {QStringLiteral("since"), timeJson(member.since)},
            {QStringLiteral("gear"), QJsonArray::fromStringList(member.gear)},
            {QStringLiteral("helper"), member.isHelper},
            {QStringLiteral("state"), stateJson(member)},
            {QStringLiteral("incidents"), QJsonArray::fromStringList(member.incidents)},
            {QStringLiteral("doubled"), member.isDoubled}};
}

QJsonObject assemblyJson(const AssemblyView &point)
{
    return {{QStringLiteral("place"), point.place},
            {QStringLiteral("present"), point.present},
            {QStringLiteral("missing"), point.missing},
            {QStringLiteral("missing_names"), QJsonArray::fromStringList(point.missingNames)}};
}

template<class View>
QJsonArray listJson(const std::vector<View> &views, QJsonObject (*toObject)(const View &))
{
    QJsonArray list;
    for (const auto &view : views) {
        list.append(toObject(view));
    }
    return list;
}

}  // namespace

QJsonObject toJson(const PostView &post)
{
    const bool isVacantLead = post.kind == PostKind::Lead && post.gap > 0;
    return {{QStringLiteral("code"), post.code},
            {QStringLiteral("name"), toJson(post.name)},
            {QStringLiteral("zone"), post.zone},
            {QStringLiteral("kind"), nameOf(post.kind)},
            {QStringLiteral("staffed"), post.staffed},
            {QStringLiteral("minimum"), post.minimum},
            {QStringLiteral("gap"), post.gap},
            {QStringLiteral("gap_since"), timeJson(post.gapSince)},
            {QStringLiteral("gap_at"), timeJson(post.gapAt)},
            {QStringLiteral("standing"), listJson(post.standing, &standingJson)},
            {QStringLiteral("lead"), textOrNull(post.lead)},
            {QStringLiteral("deputy_leads"), isVacantLead && !post.lead.isEmpty()},
            {QStringLiteral("channel"), textOrNull(post.channel)},
            {QStringLiteral("duty"), toJson(post.duty)},
            {QStringLiteral("spot"), toJson(post.spot)}};
}

QString toWords(const PostView &post)
{
    const auto say = [](const Words &words) { return words.en.isEmpty() ? words.zh : words.en; };
    QStringList lines;
    lines << QStringLiteral("%1 %2 · zone %3 · %4/%5%6")
                 .arg(post.code, say(post.name), post.zone)
                 .arg(post.staffed)
                 .arg(post.minimum)
                 .arg(post.gap > 0 ? QStringLiteral(" · short of %1").arg(post.gap) : QString());
    for (const auto &[words, text] : {std::pair("duty", say(post.duty)), std::pair("channel", post.channel),
                                      std::pair("spot", say(post.spot)), std::pair("lead", post.lead)}) {
        if (!text.isEmpty()) {
            lines << QStringLiteral("  %1: %2").arg(QLatin1String(words), text);
        }
    }
    for (const auto &one : post.standing) {
        lines << QStringLiteral("  %1 %2%3%4")
                     .arg(one.staff, one.name,
                          one.isReady ? QString()
                                      : QStringLiteral(" · missing %1").arg(one.missingTicks.join(QLatin1Char(' '))),
                          one.relief.isEmpty() ? QString() : QStringLiteral(" · relief %1").arg(one.relief));
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonObject postJson(const DayView &day)
{
    if (!day.isKnown) {
        return {{QStringLiteral("posts"), QJsonValue()},
                {QStringLiteral("staff"), QJsonValue()},
                {QStringLiteral("assembly"), QJsonValue()}};
    }
    return {{QStringLiteral("posts"), listJson(day.posts, &toJson)},
            {QStringLiteral("staff"), QJsonObject{{QStringLiteral("on"), day.roster.on},
                                                  {QStringLiteral("on_break"), day.roster.onBreak},
                                                  {QStringLiteral("standing_by"), day.roster.standingBy},
                                                  {QStringLiteral("reliefs_due"), day.roster.reliefsDue},
                                                  {QStringLiteral("people"), listJson(day.roster.staff, &staffJson)}}},
            {QStringLiteral("assembly"), listJson(day.assembly, &assemblyJson)}};
}

QStringList postWords(const DayView &day)
{
    QStringList lines;
    if (!day.isKnown || day.posts.empty()) {
        return lines;
    }
    const auto needed = std::ranges::count_if(day.posts, [](const PostView &post) { return post.minimum > 0; });
    const auto lacking = std::ranges::count_if(day.posts, [](const PostView &post) { return post.gap > 0; });
    lines << QStringLiteral("posts %1/%2 staffed · %3 due relief · floaters %4 · staff on %5")
                 .arg(needed - lacking)
                 .arg(needed)
                 .arg(day.roster.reliefsDue)
                 .arg(day.roster.standingBy)
                 .arg(day.roster.on);
    for (const auto &point : day.assembly) {
        lines << QStringLiteral("assembly %1: %2 there, %3 missing")
                     .arg(point.place)
                     .arg(point.present)
                     .arg(point.missing);
    }
    return lines;
}

}  // namespace muster::cli
