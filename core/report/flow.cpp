// How people flowed: by quarter of an hour and by zone, and how full it was beside what was approved.
#include "core/report/parts.h"
#include "core/venue/zones/zone_history.h"

#include <QDateTime>

namespace muster::report {
namespace {

using zones::ZoneHistory;
using zones::ZoneRecord;
using zones::ZoneSlice;

/// Where the slices begin: at midnight before the event's day; without a day, before the first sign-in.
std::optional<zones::Slicing> slicingOf(const Reading &reading)
{
    const auto midnight = midnightOf(reading);
    zones::Slicing slicing{{}, sliceLength, int(daysMax * std::chrono::hours(24) / sliceLength)};
    if (midnight) {
        slicing.from = *midnight - std::chrono::hours(24);
        return slicing;
    }
    auto &row = reading.state.statement("SELECT min(first_at) FROM guest_day WHERE standing_ins > 0");
    row.executeStep();
    if (row.getColumn(0).isNull()) {
        return std::nullopt;
    }
    const auto first = QDateTime::fromMSecsSinceEpoch(row.getColumn(0).getInt64(), reading.zone);
    slicing.from = fromMsecs(first.date().startOfDay(reading.zone).toMSecsSinceEpoch());
    return slicing;
}

/// Quiet hours before the first and after the last person are nobody's business.
std::pair<std::size_t, std::size_t> lively(const ZoneHistory &history)
{
    const auto isLively = [&](std::size_t i) {
        const auto moves = [i](const ZoneRecord &record) {
            const auto &slice = record.slices[i];
            return slice.arrivals != 0 || slice.exits != 0 || slice.persons != 0 || slice.peak != 0;
        };
        return moves(history.all) || std::ranges::any_of(history.zones, moves);
    };
    std::size_t begin = 0;
    auto end = history.all.slices.size();
    while (begin < end && !isLively(begin)) {
        ++begin;
    }
    while (end > begin && !isLively(end - 1)) {
        --end;
    }
    return {begin, end};
}

/// First sign-ins by the beginning of their quarter of an hour.
std::map<WallTime, qint64> signIns(Reading &reading)
{
    std::map<WallTime, qint64> found;
    auto &rows = reading.state.statement("SELECT first_at FROM guest_day WHERE standing_ins > 0");
    while (rows.executeStep()) {
        ++found[beginOf(reading, fromMsecs(rows.getColumn(0).getInt64()), sliceLength)];
    }
    return found;
}

Words sliceWords()
{
    return words(u"扫码与人工计数，按发生时间；补录按实际时间",
                 u"Scans and counts by hand, by when it happened; paper included");
}

Column timeColumn() { return {k("at"), words(u"时间", u"Time"), Unit::Time}; }

Table quarters(Reading &reading, const ZoneHistory &history, std::size_t begin, std::size_t end)
{
    Table table;
    table.key = k("quarters");
    table.name = words(u"每刻钟人流", u"People flow by quarter of an hour");
    table.how = sliceWords();
    table.facts = history.events;
    table.columns = {timeColumn(),
                     {k("signed_in"), words(u"签到来宾", u"Signed in")},
                     {k("arrivals"), words(u"到达人数", u"Arrivals")},
                     {k("exits"), words(u"离开人数", u"Exits")},
                     {k("present"), words(u"期末在场", u"Present at its end")},
                     {k("most"), words(u"其间最多", u"Most within")}};
    const auto guests = signIns(reading);
    for (std::size_t i = begin; i < end; ++i) {
        const auto &slice = history.all.slices[i];
        const auto found = guests.find(slice.begin);
        table.rows.push_back({isoOf(slice.begin),
                              {toMsecs(slice.begin), found == guests.end() ? 0 : found->second, slice.arrivals,
                               slice.exits, qint64(slice.persons), qint64(slice.peak)}});
    }
    table.chart = Chart{Chart::Kind::Columns, {k("arrivals")}, {}};
    table.isAppendix = true;
    return table;
}

/// A zone may be called like any other column.
QString columnOf(const ZoneRecord &zone) { return k("zone_") + zone.zone; }

/// One column a zone.
Table matrix(const ZoneHistory &history, std::pair<std::size_t, std::size_t> range, const char *key, Words name,
             qint64 (*value)(const ZoneSlice &))
{
    Table table;
    table.key = k(key);
    table.name = std::move(name);
    table.how = sliceWords();
    table.facts = history.events;
    table.columns = {timeColumn()};
    for (const auto &zone : history.zones) {
        table.columns.push_back({columnOf(zone), named(zone.name, zone.zone)});
    }
    for (std::size_t i = range.first; i < range.second; ++i) {
        const auto at = history.all.slices[i].begin;
        Row row{isoOf(at), {toMsecs(at)}};
        for (const auto &zone : history.zones) {
            row.cells.emplace_back(value(zone.slices[i]));
        }
        table.rows.push_back(std::move(row));
    }
    table.isAppendix = true;
    return table;
}

Table presenceByZone(const ZoneHistory &history, std::pair<std::size_t, std::size_t> range)
{
    auto table = matrix(history, range, "presence",
                        words(u"各区域每刻钟最多在场", u"Most present by zone and quarter of an hour"),
                        [](const ZoneSlice &slice) { return qint64(slice.peak); });
    Chart chart{Chart::Kind::Panels, {}, {}};
    for (const auto &zone : history.zones) {
        const auto limit = zone.firmCapacity ? zone.firmCapacity : zone.softCapacity;
        chart.series << columnOf(zone);
        chart.limits.push_back(limit ? std::optional<qint64>(*limit) : std::nullopt);
    }
    table.chart = chart;
    return table;
}

std::optional<qint64> numberOf(const std::optional<int> &number)
{
    return number ? std::optional<qint64>(*number) : std::nullopt;
}

std::optional<qint64> timeOf(const std::optional<WallTime> &time)
{
    return time ? std::optional(toMsecs(*time)) : std::nullopt;
}

std::optional<qint64> ofApproved(const ZoneRecord &record)
{
    const auto limit = record.firmCapacity ? record.firmCapacity : record.softCapacity;
    return limit ? shareOf(record.peak, *limit) : std::nullopt;
}

Table zoneTable(Reading &reading, const ZoneHistory &history)
{
    Table table;
    table.key = k("zones");
    table.name = words(u"各区域峰值与核定", u"Zones: peaks beside what was approved");
    table.how =
        words(u"峰值为同一时刻在场人数最大值；进入含从其他区域走来；占比按核定人数，无核定则按预警人数",
              u"The peak is the most at one moment; who came in from another zone counts as admitted; the share "
              u"is of the firm limit, else of the soft one");
    table.facts = history.events;
    table.columns = {{k("zone"), words(u"区域", u"Zone"), Unit::Words},
                     {k("admissions"), words(u"进入", u"Admissions")},
                     {k("exits"), words(u"离开", u"Exits")},
                     {k("peak"), words(u"峰值", u"Peak")},
                     {k("peak_at"), words(u"峰值时刻", u"Peak at"), Unit::Time},
                     {k("soft"), words(u"预警", u"Soft")},
                     {k("firm"), words(u"核定", u"Firm")},
                     {k("of_approved"), words(u"峰值占比", u"Of it"), Unit::Percent},
                     {k("left"), words(u"最后在场", u"Last present")},
                     {k("author"), words(u"核定人", u"Approved by"), Unit::Words},
                     {k("basis"), words(u"依据", u"Basis"), Unit::Words}};
    const auto census = zones::census(reading.state, reading.setup);
    for (std::size_t i = 0; i < history.zones.size(); ++i) {
        const auto &zone = history.zones[i];
        const bool isOfVehicles = zone.unit == ZoneUnit::Vehicles;
        auto name = named(zone.name, zone.zone);
        name.zh += isOfVehicles ? QStringLiteral("（车位）") : QString();
        name.en += isOfVehicles ? QStringLiteral(" (bays)") : QString();
        table.rows.push_back({zone.zone,
                              {name, zone.admissions, zone.exits, qint64(zone.peak), timeOf(zone.peakAt),
                               numberOf(zone.softCapacity), numberOf(zone.firmCapacity), ofApproved(zone),
                               qint64(zone.persons), same(zone.capacityAuthor), same(zone.capacityBasis)}});
        if (census.zones[i].isUnsure) {
            const auto &doubt = census.zones[i].doubt;
            addDoubt(table.doubt,
                     {zone.zone + QStringLiteral("：") + doubt.zh, zone.zone + QStringLiteral(": ") + doubt.en});
        }
    }
    return table;
}

std::vector<Figure> figuresOf(const ZoneHistory &history)
{
    const auto &all = history.all;
    const auto busiest = std::ranges::max_element(all.slices, {}, &ZoneSlice::arrivals);
    const bool hasBusiest = busiest != all.slices.end() && busiest->arrivals > 0;
    const auto counted = words(u"扫码、人工计数与清点", u"Scans, counts by hand and recounts");
    std::vector<Figure> figures{
        figure("admissions", words(u"累计进场人次", u"Admissions in all"), all.admissions, history.events,
               words(u"从场外进入的人次，含随行、再次入场与人工计数",
                     u"Everybody who came from outside, each time: companions, returns and counts by hand too")),
        figure("exits", words(u"累计离场人次", u"Exits in all"), all.exits, history.events,
               words(u"离场扫码、人工计数与清场", u"Scanned or counted out, and put out when the hall was emptied")),
        figure("peak_headcount", words(u"同时在场峰值", u"Peak presence"), all.peak, history.events,
               words(u"同一时刻全场在场人数最大值，含随行与人工计数",
                     u"The most at one moment in the whole venue, companions and counts by hand too")),
        figure("peak_at", words(u"峰值时刻", u"Peak at"), timeOf(all.peakAt), history.events,
               words(u"首次达到峰值的时刻", u"When the peak was reached first"), Unit::Time),
        figure("approved_soft", words(u"全场预警人数", u"Soft limit of the venue"), numberOf(all.softCapacity),
               std::nullopt, words(u"方案", u"The plan")),
        figure("approved_firm", words(u"全场核定人数", u"Firm limit of the venue"), numberOf(all.firmCapacity),
               std::nullopt, words(u"方案", u"The plan")),
        figure("peak_of_approved", words(u"峰值占核定", u"Peak of the limit"), ofApproved(all), history.events,
               words(u"峰值 ÷ 核定人数（无核定则预警人数）", u"The peak, of the firm limit (else of the soft one)"),
               Unit::Percent),
        figure("busiest_quarter", words(u"最忙一刻钟到达", u"Busiest quarter of an hour"),
               hasBusiest ? std::optional(busiest->arrivals) : std::nullopt, history.events, counted),
        figure("busiest_at", words(u"最忙一刻钟始于", u"Which began at"),
               hasBusiest ? std::optional(toMsecs(busiest->begin)) : std::nullopt, history.events, counted, Unit::Time),
        figure("last_present", words(u"最后在场", u"Last present"), all.persons, history.events,
               words(u"数据末尾仍在场的人数；无人扫出不等于无人离开",
                     u"Who are inside at the end of what is known; not scanned out is not still there"))};
    return figures;
}

}  // namespace

Section flow(Reading &reading)
{
    const auto history = zones::history(reading.state, reading.setup, slicingOf(reading));
    const auto range = lively(history);
    Section section;
    section.key = k("flow");
    section.name = words(u"人流", u"People flow");
    section.figures = figuresOf(history);
    section.tables = {zoneTable(reading, history), quarters(reading, history, range.first, range.second),
                      presenceByZone(history, range),
                      matrix(history, range, "zone_arrivals", words(u"各区域进入", u"Arrivals by zone"),
                             [](const ZoneSlice &slice) { return slice.arrivals; }),
                      matrix(history, range, "zone_exits", words(u"各区域离开", u"Exits by zone"),
                             [](const ZoneSlice &slice) { return slice.exits; })};
    const auto census = zones::census(reading.state, reading.setup);
    for (auto &figure : section.figures) {
        const bool isOfHeads = figure.key == k("peak_headcount") || figure.key == k("last_present");
        if (isOfHeads && census.isUnsure) {
            addDoubt(figure.doubt,
                     words(u"有区域人数存疑，见区域表", u"The count of a zone is not to be trusted: see the zones"));
        }
    }
    if (history.outside > 0) {
        for (auto &table : section.tables) {
            if (table.key != k("zones")) {
                addDoubt(table.doubt,
                         counted(words(u"%1 条记录的时间不在活动期间（设备时钟有误），未列入",
                                       u"%1 facts lie outside the event's days, by a wrong clock: left out"),
                                 history.outside));
            }
        }
    }
    return section;
}

}  // namespace muster::report
