#include "core/venue/cues/task_rounds.h"

#include "core/venue/guests/presence.h"

namespace muster::tasks {
namespace {

constexpr int minutesOfDay = 24 * 60;

/// Rounded down, before the first too.
qint64 wholes(std::chrono::milliseconds span, std::chrono::milliseconds every)
{
    return span.count() >= 0 ? span / every : -1;
}

}  // namespace

int Rounds::dueBy(WallTime now) const { return int(std::clamp<qint64>(wholes(now - first, every), -1, count - 1)); }

int Rounds::closedBy(WallTime now) const { return int(std::clamp<qint64>(wholes(now - begin(), every), 0, count)); }

std::optional<Rounds> roundsOf(const TaskPlan &task, const EventTime &time)
{
    const auto first = time.at(task.dueMinute, task.day);
    if (task.kind != TaskKind::Round || task.everyMinutes <= 0 || !first) {
        return std::nullopt;
    }
    const auto last = time.at(task.untilMinute.value_or(minutesOfDay), task.day);
    const std::chrono::milliseconds every = std::chrono::minutes(task.everyMinutes);
    const qint64 count = *last < *first ? 1 : (*last - *first) / every + 1;
    return Rounds{*first, every, int(std::min<qint64>(count, roundsMax))};
}

RoundCount countOf(const Rounds &rounds, const std::set<int> &done, WallTime now)
{
    RoundCount count;
    count.done = int(done.size());
    const int closed = rounds.closedBy(now);
    count.missed = closed - int(std::distance(done.begin(), done.lower_bound(closed)));
    const int due = rounds.dueBy(now);
    count.isOver = now >= rounds.timeOf(rounds.count);
    const bool isSeenTo = due < 0 || done.contains(due) || done.contains(due + 1) || count.isOver;
    if (!isSeenTo) {
        count.isOverdue = true;
        count.due = rounds.timeOf(due);
        return count;
    }
    for (int next = due + 1; next < rounds.count; ++next) {
        if (!done.contains(next)) {
            count.due = rounds.timeOf(next);
            break;
        }
    }
    return count;
}

RoundCount countOf(State &state, const QString &task, const Rounds &rounds, WallTime now)
{
    std::set<int> done;
    auto &rows = state.statement("SELECT DISTINCT (at - ?1) / ?2 FROM task_round WHERE day = ?3 AND task = ?4"
                                 " AND at >= ?1 AND at < ?5");
    bindAll(rows, toMsecs(rounds.begin()), qint64(rounds.every.count()), presence::resetCount(state), task,
            toMsecs(rounds.end()));
    while (rows.executeStep()) {
        done.insert(rows.getColumn(0).getInt());
    }
    auto count = countOf(rounds, done, now);
    auto &last = state.statement("SELECT max(at) FROM task_round WHERE day = ? AND task = ?");
    bindAll(last, presence::resetCount(state), task).executeStep();
    if (!last.getColumn(0).isNull()) {
        count.lastAt = fromMsecs(last.getColumn(0).getInt64());
    }
    return count;
}

}  // namespace muster::tasks
