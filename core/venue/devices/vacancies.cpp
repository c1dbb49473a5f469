#include "core/venue/devices/vacancies.h"

#include "core/venue/devices/devices.h"
#include "core/venue/scarce/rights.h"

namespace muster::vacancies {

QString find(State &state, const EventSetup &setup, const QString &role)
{
    QSet<QString> taken;
    QSet<QString> left;
    for (const auto &device : devices::all(state)) {
        const bool isGone = device.isRevoked || rights::isLost(state, device.id);
        (isGone ? left : taken).insert(device.station);
    }
    QString untouched;
    for (const auto &station : setup.stations) {
        if (station.role != role || taken.contains(station.code)) {
            continue;
        }
        if (left.contains(station.code)) {
            return station.code;
        }
        untouched = untouched.isEmpty() ? station.code : untouched;
    }
    return untouched;
}

}  // namespace muster::vacancies
