#include "core/venue/posts/post_alerts.h"

#include "core/venue/day/day_query.h"
#include "core/venue/posts/gear.h"

namespace muster::posts {
namespace {

using namespace std::chrono_literals;

constexpr auto gearPatience = 5min;  ///< On the way from the post to the store.

AlertView alertOf(const char *kind, const QString &subject, WallTime since)
{
    AlertView alert;
    alert.kind = QLatin1String(kind);
    alert.id = QStringLiteral("%1:%2").arg(alert.kind, subject);
    alert.since = since;
    alert.raisedAt = HybridTime::at(since);
    return alert;
}

AlertView gapAlert(const Roster &roster, const PostPlan &post, WallTime since)
{
    const auto name = nameOf(post);
    if (post.kind != PostKind::Lead) {
        auto alert = alertOf("post_gap", post.code, since);
        const int gap = roster.gap(post);
        alert.zone = post.zone;
        alert.text = {QStringLiteral("岗位“%1”缺 %2 人").arg(name.zh).arg(gap),
                      QStringLiteral("Post \"%1\" is short of %2").arg(name.en).arg(gap)};
        return alert;
    }
    auto alert = alertOf("lead_vacant", post.code, since);
    alert.zone = post.zone;
    const auto lead = roster.leadOf(post.zone);
    alert.text = {QStringLiteral("区域 %1 负责人空缺").arg(post.zone),
                  QStringLiteral("Nobody is the lead of zone %1").arg(post.zone)};
    if (!lead.staff.isEmpty()) {
        alert.text.zh += QStringLiteral("，由副负责人代理");
        alert.text.en += QStringLiteral("; the deputy leads meanwhile");
    }
    return alert;
}

void addGaps(State &state, const EventSetup &setup, const Roster &roster, std::vector<AlertView> &list)
{
    for (const auto &post : setup.posts) {
        if (const auto since = roster.gapSince(state, post)) {
            day_query::raise(state, roster.now(), list, gapAlert(roster, post, *since));
        } else if (const auto at = roster.gapAt(post)) {
            const auto name = nameOf(post);
            const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*at - roster.now()).count() + 1;
            // Raised an hour before it is so: one alert, however often it is looked at.
            auto alert = alertOf("post_gap_soon", post.code,
                                 std::min(roster.now(), *at - std::chrono::minutes(Roster::horizonMinutes)));
            alert.zone = post.zone;
            alert.text = {QStringLiteral("岗位“%1”约 %2 分钟后缺人").arg(name.zh).arg(minutes),
                          QStringLiteral("Post \"%1\" will be short in %2 min").arg(name.en).arg(minutes)};
            day_query::raise(state, roster.now(), list, std::move(alert));
        }
    }
}

void addStays(State &state, const EventSetup &setup, const Roster &roster, std::vector<AlertView> &list)
{
    for (const auto &post : setup.posts) {
        const auto name = nameOf(post);
        for (const Step *step : roster.at(post.code)) {
            const auto subject = post.code + QLatin1Char(':') + step->staff;
            const auto *relief = roster.reliefOf(*step);
            const bool isReliefDue = relief != nullptr && roster.isReliefDue(*relief);
            const bool isOverlong = roster.isOverlong(post, *step);
            if (!isReliefDue && !isOverlong) {
                continue;  // Nobody's name is looked for in vain.
            }
            const auto who = day_query::staffName(setup, step->staff);
            if (isReliefDue) {
                auto alert = alertOf("relief_overdue", subject, relief->due.value_or(relief->namedAt));
                alert.zone = post.zone;
                const auto by = day_query::staffName(setup, relief->relief);
                alert.text = {QStringLiteral("岗位“%1”：%2 的替岗 %3 未到").arg(name.zh, who, by),
                              QStringLiteral("Post \"%1\": %3 has not relieved %2 yet").arg(name.en, who, by)};
                day_query::raise(state, roster.now(), list, std::move(alert));
            }
            if (isOverlong) {
                auto alert = alertOf("overlong", subject, step->onFeet + std::chrono::minutes(post.standMinutes));
                alert.zone = post.zone;
                alert.text = {QStringLiteral("岗位“%1”：%2 在岗超过 %3 分钟").arg(name.zh, who).arg(post.standMinutes),
                              QStringLiteral("Post \"%1\": %2 stands there for more than %3 min")
                                  .arg(name.en, who)
                                  .arg(post.standMinutes)};
                day_query::raise(state, roster.now(), list, std::move(alert));
            }
        }
    }
}

void addGear(State &state, const EventSetup &setup, const Roster &roster, std::vector<AlertView> &list)
{
    for (const auto &stay : gear::out(state)) {
        const auto *step = roster.stepOf(stay.staff);
        const bool hasLeft = step != nullptr && step->whereabouts == Whereabouts::Away;
        const auto since = hasLeft ? std::max(step->at, stay.since.wall()) + gearPatience : WallTime{};
        if (!hasLeft || roster.now() < since) {
            continue;
        }
        auto alert = alertOf("gear_out", stay.tag, since);
        const auto who = day_query::staffName(setup, stay.staff);
        alert.text = {QStringLiteral("%1 已离岗，%2 未归还").arg(who, stay.tag),
                      QStringLiteral("%1 has left and still holds %2").arg(who, stay.tag)};
        day_query::raise(state, roster.now(), list, std::move(alert));
    }
}

}  // namespace

void addAlerts(State &state, const EventSetup &setup, const Roster &roster, std::vector<AlertView> &list)
{
    addGaps(state, setup, roster, list);
    addStays(state, setup, roster, list);
    addGear(state, setup, roster, list);
}

}  // namespace muster::posts
