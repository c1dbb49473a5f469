// What the evaluation rests on: which devices told how much, and what is still contested.
#include "core/report/parts.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/presence.h"

namespace muster::report {
namespace {

/// What one device told on the day.
struct Told {
    qint64 count = 0;
    qint64 first = 0;  ///< Milliseconds since 1970.
    qint64 last = 0;
};

std::map<DeviceId, Told> readTold(const Reading &reading)
{
    std::map<DeviceId, Told> found;
    auto &rows = reading.state.statement(
        "SELECT origin, count(*), min(time) >> 16, max(time) >> 16 FROM"
        " (SELECT origin, time FROM told WHERE emptied <= day UNION ALL SELECT origin, time FROM ticket"
        " UNION ALL SELECT origin, time FROM ticket_step UNION ALL SELECT origin, time FROM zone_count"
        " UNION ALL SELECT origin, time FROM prize_given UNION ALL SELECT origin, time FROM prize_end"
        " UNION ALL SELECT origin, time FROM unit_step UNION ALL SELECT origin, time FROM sale)"
        " WHERE time > ? GROUP BY origin");
    bindAll(rows, reading.begin.value);
    while (rows.executeStep()) {
        found[idOf<DeviceId>(rows.getColumn(0))] = {rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64(),
                                                    rows.getColumn(3).getInt64()};
    }
    return found;
}

Words stateOf(const devices::Device &device, const Told &told)
{
    if (device.isRevoked) {
        return words(u"已撤销", u"Revoked");
    }
    return told.count == 0 && !device.station.isEmpty() ? words(u"没有记录", u"Told nothing") : Words{};
}

Table deviceTable(const Reading &reading, const std::map<DeviceId, Told> &told)
{
    Table table;
    table.key = k("devices");
    table.name = words(u"各设备的记录", u"What devices told");
    table.how = words(u"签到、取号、叫号、发放、销售、计数等现场记录；时间为设备所记",
                      u"Sign-ins, numbers, calls, prizes, sales, counts; times by the devices' clocks");
    table.columns = {{k("device"), words(u"设备", u"Device"), Unit::Words},
                     {k("station"), words(u"点位", u"Station"), Unit::Words},
                     {k("facts"), words(u"记录", u"Facts")},
                     {k("first_at"), words(u"最早", u"First"), Unit::Time},
                     {k("last_at"), words(u"最晚", u"Last"), Unit::Time},
                     {k("state"), words(u"状态", u"State"), Unit::Words}};
    qint64 facts = 0;
    auto all = devices::all(reading.state);
    std::ranges::sort(all, {}, [](const devices::Device &device) { return std::tie(device.number, device.id); });
    for (const auto &device : all) {
        const auto found = told.find(device.id);
        const auto one = found == told.end() ? Told{} : found->second;
        const auto *station = findByCode(reading.setup.stations, device.station);
        const auto time = [&](qint64 at) { return one.count > 0 ? Cell(at) : Cell(); };
        facts += one.count;
        table.rows.push_back({device.id.toHex(),
                              {same(device.name), named(station != nullptr ? station->name : Words{}, device.station),
                               one.count, time(one.first), time(one.last), stateOf(device, one)}});
    }
    table.facts = facts;
    table.isAppendix = true;
    return table;
}

qint64 countOf(State &state, const char *sql)
{
    auto &row = state.statement(sql);
    row.executeStep();
    return row.getColumn(0).getInt64();
}

}  // namespace

std::optional<WallTime> latestFact(Reading &reading)
{
    std::optional<WallTime> latest;
    for (const auto &[device, one] : readTold(reading)) {
        latest = std::max(latest.value_or(fromMsecs(one.last)), fromMsecs(one.last));
    }
    return latest;
}

Section reporting(Reading &reading)
{
    const auto told = readTold(reading);
    std::optional<qint64> latest;
    qint64 facts = 0;
    for (const auto &[device, one] : told) {
        latest = std::max(latest.value_or(one.last), one.last);
        facts += one.count;
    }
    const auto open = presence::openConflictCount(reading.state) +
                      countOf(reading.state, "SELECT count(*) FROM clash WHERE open = 1");
    const auto resolved = countOf(reading.state, "SELECT (SELECT count(*) FROM conflict WHERE open = 0) +"
                                                 " (SELECT count(*) FROM clash WHERE open = 0)");
    Section section;
    section.key = k("basis");
    section.name = words(u"数据依据", u"What this rests on");
    section.figures = {
        figure("facts", words(u"现场记录", u"Facts"), facts, facts,
               words(u"本设备所有的、清零之后的现场记录", u"Of the day, as this device has them")),
        figure("latest_fact_at", words(u"最晚记录", u"Latest fact"), latest, facts,
               words(u"按设备所记时间", u"By the devices' clocks"), Unit::Time),
        figure("conflicts_open", words(u"待判重复", u"Open conflicts"), open, open + resolved,
               words(u"尚未判定的重复；判定后数字可能变化", u"Not judged yet: figures may change when they are")),
        figure("conflicts_resolved", words(u"已判重复", u"Conflicts resolved"), resolved, open + resolved,
               words(u"已由指挥台判定的重复", u"Judged by the coordinator"))};
    section.tables = {deviceTable(reading, told)};
    return section;
}

}  // namespace muster::report
