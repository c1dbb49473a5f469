#include "core/venue/day/concern.h"

#include "core/venue/day/alert_list.h"

namespace muster::day_query {
namespace {

/// Roles of staff who work at a device of role @p device.
QStringList rolesAt(const QString &device)
{
    if (device == QLatin1String("zone")) {
        return {QStringLiteral("lead"), QStringLiteral("deputy")};
    }
    if (device == QLatin1String("prize")) {
        return {QStringLiteral("prize")};
    }
    if (device == QLatin1String("counter")) {
        return {QStringLiteral("counter"),   QStringLiteral("consultant"), QStringLiteral("verifier"),
                QStringLiteral("unit_desk"), QStringLiteral("unit_board"), QStringLiteral("cashier"),
                QStringLiteral("contract")};
    }
    return {};
}

bool doesCall(const AlertView &alert, const QStringList &roles)
{
    return std::ranges::any_of(
        roles, [&](const QString &role) { return alert.firstRoles.contains(role) || alert.roles.contains(role); });
}

/// What is about a device is where the device stands.
QString zoneOf(const AlertView &alert, const EventSetup &setup)
{
    const auto *station = findByCode(setup.stations, alert.station);
    return !alert.zone.isEmpty() || station == nullptr ? alert.zone : station->zone;
}

}  // namespace

bool concerns(const AlertView &alert, const EventSetup &setup, const Place &place)
{
    if (place.role == QLatin1String("greeter")) {
        return alert.kind == QLatin1String("vip") || alert.kind == QLatin1String("media") ||
               alert.kind == QLatin1String("staff_called");
    }
    const auto roles = rolesAt(place.role);
    if (roles.isEmpty()) {
        return false;
    }
    const auto zone = zoneOf(alert, setup);
    const bool isHere = !zone.isEmpty() && zone == place.zone;
    const bool isCalled = doesCall(alert, roles);
    if (place.role == QLatin1String("zone")) {
        return isCalled && (isHere || zone.isEmpty());
    }
    const bool isOwn = !alert.station.isEmpty() && alert.station == place.station;
    return isOwn || isCalled || (isHere && alert.weight >= graveFrom);
}

std::vector<AlertView> concerning(const std::vector<AlertView> &alerts, const EventSetup &setup, const Place &place)
{
    std::vector<AlertView> found;
    std::ranges::copy_if(alerts, std::back_inserter(found),
                         [&](const AlertView &alert) { return concerns(alert, setup, place); });
    return found;
}

}  // namespace muster::day_query
