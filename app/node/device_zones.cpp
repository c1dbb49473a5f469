// Zones that are too full, or soon will be, as this device sees them.
#include "app/node/device.h"

#include "core/venue/day/day_query.h"

namespace muster {
namespace {

/// A zone, or the venue, as its watch and its alert want it.
struct Watched {
    QString zone;  ///< Empty: the venue.
    Words name;
    ZoneWatch::Reading reading;
    ZoneUnit unit = ZoneUnit::People;
};

Words nameOf(const ZoneView &zone)
{
    const auto with = [&](const QString &name) {
        return name.isEmpty() ? zone.code : QStringLiteral("%1 %2").arg(zone.code, name);
    };
    return {with(zone.name.zh), with(zone.name.en)};
}

std::vector<Watched> watchedOf(const DayView &day)
{
    std::vector<Watched> all;
    qint64 flowed = 0;
    for (const auto &zone : day.zones) {
        all.push_back(
            {zone.code, nameOf(zone), {zone.count, zone.flowed, zone.softCapacity, zone.firmCapacity}, zone.unit});
        flowed += zone.unit == ZoneUnit::People ? zone.flowed : 0;
    }
    all.push_back({{},
                   {QStringLiteral("全场"), QStringLiteral("the venue")},
                   {day.headcount.value_or(0), flowed, day.softCapacity, day.firmCapacity}});
    return all;
}

/// A figure that cannot be true must not stand there in silence.
AlertView alertOf(const ZoneView &unsure)
{
    const auto name = nameOf(unsure);
    AlertView alert;
    alert.kind = QStringLiteral("zone_unsure");
    alert.id = alert.kind + QLatin1Char(':') + unsure.code;
    alert.zone = unsure.code;
    alert.text = {QStringLiteral("%1人数不可靠：%2").arg(name.zh, unsure.doubt.zh),
                  QStringLiteral("Headcount of %1 is unsure: %2").arg(name.en, unsure.doubt.en)};
    return alert;
}

AlertView alertOf(const Watched &watched, ZoneWatch::Level level)
{
    const bool isFirm = level == ZoneWatch::Level::Firm;
    const auto limit = (isFirm ? watched.reading.firm : watched.reading.soft).value_or(0);
    AlertView alert;
    alert.kind = isFirm ? QStringLiteral("zone_full") : QStringLiteral("zone_filling");
    alert.id = alert.kind + QLatin1Char(':') + watched.zone;
    alert.zone = watched.zone;
    const auto count = QString::number(watched.reading.persons);
    const auto most = QString::number(limit);
    const auto unit = watched.unit == ZoneUnit::People ? Words{QStringLiteral("人"), QStringLiteral("people")}
                                                       : Words{QStringLiteral("辆"), QStringLiteral("vehicles")};
    alert.text =
        isFirm
            ? Words{QStringLiteral("%1已满：%2 %4，核定 %3 %4").arg(watched.name.zh, count, most, unit.zh),
                    QStringLiteral("Full: %1, %2 %4, firm limit %3").arg(watched.name.en, count, most, unit.en)}
            : Words{QStringLiteral("%1接近上限：%2 %4，预警 %3 %4").arg(watched.name.zh, count, most, unit.zh),
                    QStringLiteral("Filling up: %1, %2 %4, soft limit %3").arg(watched.name.en, count, most, unit.en)};
    return alert;
}

}  // namespace

void Device::watchZones(DayView &day)
{
    if (!day.isKnown || !day.headcount) {
        return;  // Unknown is not zero.
    }
    const auto instant = m_world.clock.monotonic();
    const auto all = watchedOf(day);
    std::vector<AlertView> found;
    const auto raise = [&](AlertView alert, Instant since) {
        alert.since = wallAt(since);
        alert.raisedAt = HybridTime::at(alert.since - correction());
        found.push_back(std::move(alert));
    };
    std::map<QString, ZoneWatch> watches;
    for (const auto &watched : all) {
        auto &watch = watches[watched.zone] = std::move(m_zoneWatches[watched.zone]);
        watch.feed(instant, watched.reading);
        if (const auto since = watch.since()) {
            raise(alertOf(watched, watch.level()), *since);
        }
        const auto zone = std::ranges::find(day.zones, watched.zone, &ZoneView::code);
        const auto wait = watch.timeToFull();
        if (zone != day.zones.end() && wait) {
            zone->fullInMinutes = int((wait->count() + 30) / 60);
        }
    }
    m_zoneWatches = std::move(watches);  // Zones that left the plan are not watched any more.
    std::map<QString, Instant> unsure;
    for (const auto &zone : day.zones) {
        if (zone.isUnsure) {
            const auto known = m_unsureSince.find(zone.code);
            const auto since = known == m_unsureSince.end() ? instant : known->second;
            unsure[zone.code] = since;
            raise(alertOf(zone), since);
        }
    }
    m_unsureSince = std::move(unsure);
    std::ignore = m_journal->read([&](State &state) {
        for (auto &alert : found) {
            day_query::raise(state, day.asOf, day.alerts, std::move(alert));
        }
    });
}

}  // namespace muster
