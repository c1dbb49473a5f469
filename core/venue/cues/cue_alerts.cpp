#include "core/venue/cues/cue_alerts.h"

#include "core/venue/cues/cue_timeline.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/day_query.h"

namespace muster::cue_alerts {
namespace {

QString zhOf(const Words &name) { return name.zh.isEmpty() ? name.en : name.zh; }
QString enOf(const Words &name) { return name.en.isEmpty() ? name.zh : name.en; }

/// @p since: from when it was so; another time is another question.
AlertView alertOf(const char *kind, const QString &code, WallTime since)
{
    AlertView alert;
    alert.kind = QString::fromLatin1(kind);
    alert.id = alert.kind + QLatin1Char(':') + code;
    alert.since = since;
    alert.raisedAt = HybridTime::at(since);
    return alert;
}

void addCues(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    if (setup.cues.empty()) {
        return;
    }
    const auto course = cues::course(state);
    const cues::Timeline timeline(setup, course, now);
    for (std::size_t i = 0; i < setup.cues.size(); ++i) {
        const auto &cue = setup.cues[i];
        const auto &timing = timeline.of(i);
        const auto &told = timeline.nowOf(i);
        const auto owner = cue.owner.isEmpty() ? QString() : day_query::staffName(setup, cue.owner);
        // (What is held waits on purpose.)
        if (told.state == CueState::Waiting && timing.due && now >= *timing.due + lateAfter) {
            auto alert = alertOf("cue_late", cue.code, *timing.due);
            alert.text = {QStringLiteral("环节逾时未开始：%1").arg(zhOf(cue.name)),
                          QStringLiteral("Cue should have started: %1").arg(enOf(cue.name))};
            alert.host = owner;
            alert.zone = cue.zone;
            day_query::raise(state, now, list, std::move(alert));
        }
        if (timing.isOverrun) {
            auto alert = alertOf("cue_overrun", cue.code, *told.startedAt + std::chrono::minutes(cue.minutes));
            alert.text = {QStringLiteral("环节超时：%1").arg(zhOf(cue.name)),
                          QStringLiteral("Cue takes longer than planned: %1").arg(enOf(cue.name))};
            alert.host = owner;
            alert.zone = cue.zone;
            day_query::raise(state, now, list, std::move(alert));
        }
    }
}

void addTasks(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &task : tasks::viewsOf(state, setup, now, std::numeric_limits<int>::max())) {
        if (!task.isLate) {
            continue;
        }
        const bool isRound = task.kind == TaskKind::Round;
        auto alert =
            isRound ? alertOf("round_overdue", task.code, *task.due) : alertOf("task_late", task.code, *task.due);
        const auto where = task.zone.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(task.zone);
        alert.text = {
            (isRound ? QStringLiteral("巡检逾期：%1") : QStringLiteral("任务逾期：%1")).arg(zhOf(task.name)) + where,
            (isRound ? QStringLiteral("Round overdue: %1") : QStringLiteral("Task late: %1")).arg(enOf(task.name)) +
                where};
        alert.host = task.ownerName;
        alert.zone = task.zone;
        day_query::raise(state, now, list, std::move(alert));
    }
}

}  // namespace

void add(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    addCues(state, setup, now, list);
    addTasks(state, setup, now, list);
}

}  // namespace muster::cue_alerts
