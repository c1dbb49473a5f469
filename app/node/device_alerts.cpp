// What is wrong with devices and stations, as this one sees them.
#include "app/node/device.h"

#include "core/venue/day/day_query.h"

namespace muster {
namespace {

AlertView missingAlert(const Station &station)
{
    const auto nameOf = [&](const QString &name) { return name.isEmpty() ? station.code : name; };
    AlertView alert;
    alert.kind = QStringLiteral("station_missing");
    alert.id = alert.kind + QLatin1Char(':') + station.code;
    alert.station = station.code;
    alert.stationName = station.name;
    alert.zone = station.zone;
    alert.text = {day_query::wordsOf(alert.kind, nameOf(station.name.zh)).zh,
                  day_query::wordsOf(alert.kind, nameOf(station.name.en)).en};
    return alert;
}

}  // namespace

void Device::show(const Health &health, DeviceView &view)
{
    view.batteryPercent = health.batteryPercent;
    view.isCharging = health.isCharging;
    view.diskFreeMb = health.diskFreeMb;
    view.labelsLeft = health.labelsLeft;
}

std::vector<AlertView> Device::alertsOf(const DeviceView &device)
{
    std::vector<AlertView> found;
    const auto raise = [&](const char *kind, const QString &code = {}) {
        AlertView alert;
        alert.kind = QLatin1String(kind);
        alert.id = alert.kind + QLatin1Char(':') + device.id.toHex();
        alert.station = device.station;
        alert.text = day_query::wordsOf(alert.kind, device.name);
        if (!code.isEmpty()) {
            alert.text.zh += QStringLiteral("：") + code;
            alert.text.en += QStringLiteral(": ") + code;
        }
        found.push_back(std::move(alert));
    };
    if (m_quarantine.contains(device.id.toHex())) {
        raise("device_quarantine");
    }
    const auto isDeadLetter = [&](const FindingView &finding) {
        return finding.kind == FindingView::Kind::DeadLetter && finding.device == device.id;
    };
    if (std::ranges::any_of(m_findings, isDeadLetter)) {
        raise("device_dead_letter");
    }
    if (m_forks.contains(device.id)) {
        raise("device_fork");
    }
    if (device.digest == DigestComparison::Different) {
        raise("device_digest");
    }
    if (!device.trouble.isEmpty()) {
        raise("device_trouble", device.trouble);
    }
    if (device.batteryPercent && *device.batteryPercent <= batteryLow && !device.isCharging) {
        raise("device_battery", QStringLiteral("%1 %").arg(*device.batteryPercent));
    }
    if (device.diskFreeMb && *device.diskFreeMb < diskLowMb) {
        raise("device_disk", QStringLiteral("%1 MB").arg(*device.diskFreeMb));
    }
    if (!m_isHub) {
        return found;  // Its clock and its links are no measure for others.
    }
    if (device.isSkewed) {
        raise("device_skew");
    }
    if (m_fromFuture.contains(device.id)) {
        raise("device_future");
    }
    const auto silence = now() - device.lastSeen.value_or(wallAt(m_begun));
    const auto limit = device.lastSeen ? silentAfter : absentAfter;
    if (!device.isSelf && !device.isRevoked && !device.isLinked && silence >= limit) {
        raise("device_silent");
    }
    return found;
}

std::vector<AlertView> Device::missingStations(DayView &day)
{
    std::vector<AlertView> found;
    const bool isOn = day.signedIn > 0 || day.phase.phase == Phase::Open || day.phase.phase == Phase::Live;
    if (!m_isHub || !day.isKnown || !isOn || m_world.clock.monotonic() - m_begun < missingAfter) {
        return found;  // Others' links are no measure, and before the doors open devices are still in their boxes.
    }
    const auto isHeard = [&](const DeviceView &device) {
        return device.isSelf || device.isLinked || (device.lastSeen && now() - *device.lastSeen < missingAfter);
    };
    std::ignore = m_journal->read([&](State &state) {
        for (const auto &station : m_venue.setup(state).stations) {
            bool isServed = false;
            std::vector<DeviceView *> theirs;
            for (auto &device : day.devices) {
                if (device.station == station.code && !device.isRevoked) {
                    isServed = isServed || isHeard(device);
                    theirs.push_back(&device);
                }
            }
            if (!isServed) {
                for (auto *device : theirs) {
                    device->isMissing = true;
                }
                found.push_back(missingAlert(station));
            }
        }
    });
    return found;
}

void Device::addDeviceAlerts(DayView &day)
{
    const auto instant = m_world.clock.monotonic();
    std::map<QString, Instant> present;
    std::vector<AlertView> found;
    const auto take = [&](AlertView alert) {
        const auto known = m_alertsSince.find(alert.id);
        const auto since = known == m_alertsSince.end() ? instant : known->second;
        present[alert.id] = since;
        alert.since = wallAt(since);
        alert.raisedAt = HybridTime::at(alert.since - correction());
        found.push_back(std::move(alert));
    };
    for (const auto &device : day.devices) {
        for (auto &alert : alertsOf(device)) {
            take(std::move(alert));
        }
    }
    for (auto &alert : missingStations(day)) {
        take(std::move(alert));
    }
    m_alertsSince = std::move(present);  // What is well again and fails once more is a new alert.
    std::ignore = m_journal->read([&](State &state) {
        for (auto &alert : found) {
            day_query::raise(state, day.asOf, day.alerts, std::move(alert));
        }
    });
}

}  // namespace muster
