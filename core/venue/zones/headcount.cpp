#include "core/venue/zones/headcount.h"

#include "core/venue/day/tally.h"

namespace muster::zones {
namespace {

void doubt(Headcount &count, const QString &zh, const QString &en)
{
    const auto add = [](QString &words, const QString &more, const QString &between) {
        words += words.isEmpty() ? more : between + more;
    };
    count.isUnsure = true;
    add(count.doubt.zh, zh, QStringLiteral("；"));
    add(count.doubt.en, en, QStringLiteral("; "));
}

/// When the current day began and the hall was emptied last, by whoever wrote it later.
HybridTime beginOf(State &state, const Period &period)
{
    auto &row = state.statement("SELECT max(coalesce((SELECT max(time) FROM day_reset WHERE day = ?1), 0),"
                                " coalesce((SELECT max(time) FROM hall_emptied WHERE hall = ?2), 0))");
    bindAll(row, period.day, period.hall).executeStep();
    return {quint64(row.getColumn(0).getInt64())};
}

/// Counted after a reset or an emptying, by somebody who had not heard of it: before it or after, only people know.
/// Heads that were counted since (@p recounted) settle it.
void addLate(State &state, const QString &zone, const Period &period, HybridTime recounted, Headcount &count)
{
    if (period == Period{}) {
        return;
    }
    const auto begin = std::max(beginOf(state, period), recounted);
    auto &row = state.statement("SELECT count(*), coalesce(sum(delta), 0) FROM zone_count c WHERE zone = ?1"
                                " AND (day, hall) < (?2, ?3) AND time > ?4"
                                " AND NOT EXISTS(SELECT 1 FROM zone_count_undone u WHERE u.target = c.op)");
    bindAll(row, zone, period.day, period.hall, begin.value).executeStep();
    if (row.getColumn(0).getInt() > 0) {
        const auto left = QString::asprintf("%+lld", static_cast<long long>(row.getColumn(1).getInt64()));
        doubt(count, QStringLiteral("有入口不知已清零或清场，其计数 %1 未计入，请清点").arg(left),
              QStringLiteral("a gate that had not heard of the reset or emptying counted %1, left out: recount")
                  .arg(left));
    }
    auto &heads = state.statement("SELECT value FROM zone_recount WHERE zone = ?1 AND (day, hall) < (?2, ?3)"
                                  " AND time > ?4 ORDER BY time DESC, op DESC LIMIT 1");
    bindAll(heads, zone, period.day, period.hall, begin.value);
    if (heads.executeStep()) {
        const auto left = heads.getColumn(0).getInt();
        doubt(count, QStringLiteral("有人不知已清零或清场，其清点结果 %1 未计入，请清点").arg(left),
              QStringLiteral("somebody who had not heard of the reset or emptying found %1, left out: recount")
                  .arg(left));
    }
}

/// Two people counted heads, neither knowing of the other, and came to different figures.
void addRivals(State &state, const Recounted &last, Headcount &count)
{
    auto &row = state.statement("SELECT value FROM zone_recount WHERE zone = ?1 AND day = ?2 AND hall = ?3"
                                " AND version = ?4 AND value - base <> ?5 ORDER BY time DESC, op DESC LIMIT 1");
    bindAll(row, last.zone, last.period.day, last.period.hall, last.version, last.persons - last.base);
    if (row.executeStep()) {
        const auto other = row.getColumn(0).getInt();
        doubt(count, QStringLiteral("两人同时清点，结果为 %1 和 %2，请再清点").arg(last.persons).arg(other),
              QStringLiteral("two people recounted at once, %1 and %2: recount").arg(last.persons).arg(other));
    }
}

Headcount headcountIn(State &state, const QString &zone, const Period &period)
{
    Headcount count;
    count.scanned = tally::of(state, QStringLiteral("zone:") + zone);
    count.sum = count.scanned + handSum(state, zone, period);
    count.exact = count.sum;
    HybridTime recounted;
    if (const auto last = lastRecount(state, zone, period)) {
        recounted = last->time;
        count.exact += last->persons - last->base + last->mended;
        count.drift = last->drift();
        count.recountedAt = last->time.wall();
        addRivals(state, *last, count);
    }
    if (count.exact < 0) {
        doubt(count, QStringLiteral("计数结果为 %1，请清点").arg(count.exact),
              QStringLiteral("counts say %1: recount").arg(count.exact));
    }
    addLate(state, zone, period, recounted, count);
    count.persons = int(std::clamp<qint64>(count.exact, 0, std::numeric_limits<int>::max()));
    return count;
}

}  // namespace

Headcount headcount(State &state, const QString &zone) { return headcountIn(state, zone, currentPeriod(state)); }

Census census(State &state, const EventSetup &setup)
{
    Census census;
    const auto period = currentPeriod(state);
    qint64 persons = tally::of(state, QStringLiteral("inside"));
    for (const auto &zone : setup.zones) {
        const auto &count = census.zones.emplace_back(headcountIn(state, zone.code, period));
        persons += zone.unit == ZoneUnit::People ? count.persons - count.scanned : 0;
        census.isUnsure = census.isUnsure || count.isUnsure;
    }
    census.persons = int(std::clamp<qint64>(persons, 0, std::numeric_limits<int>::max()));
    return census;
}

QString emptiest(State &state, const EventSetup &setup, const QStringList &codes)
{
    struct Choice {
        QString code;
        qint64 persons = 0;
        qint64 capacity = 0;
    };
    std::vector<Choice> choices;
    qint64 largest = 1;
    for (const auto &code : codes) {
        if (const auto *zone = findByCode(setup.zones, code)) {
            const auto capacity = zone->softCapacity ? *zone->softCapacity : zone->firmCapacity.value_or(0);
            choices.push_back({code, 0, capacity});
            largest = std::max<qint64>(largest, capacity);
        }
    }
    if (choices.size() <= 1) {
        return choices.empty() ? QString() : choices.front().code;  // Nothing to choose: nothing to count.
    }
    for (auto &choice : choices) {
        choice.persons = headcount(state, choice.code).persons;
        choice.capacity = choice.capacity > 0 ? choice.capacity : largest;
    }
    return std::ranges::min_element(
               choices,
               [](const Choice &a, const Choice &b) { return a.persons * b.capacity < b.persons * a.capacity; })
        ->code;
}

}  // namespace muster::zones
