// Where a guest is sent: the zone of first choice, or where it overflows to.
#include "core/venue/door/door.h"
#include "core/venue/door/rules.h"
#include "core/venue/modes/modes.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/zones/headcount.h"

namespace muster {

Words Door::noWayInto(const QString &code) const
{
    const auto *zone = zoneOf(code);
    return code.isEmpty()                     ? Words{}
           : zone == nullptr                  ? rules::noSuchZone(code)
           : zone->unit == ZoneUnit::Vehicles ? rules::zoneOfVehicles(code)
                                              : Words{};
}

QStringList Door::openZones(const QStringList &codes) const
{
    auto open = codes;
    open.removeIf([this](const QString &code) { return modes::isShut(m_state, code); });
    return open.isEmpty() ? codes : open;
}

QString Door::firstZone(const QString &chosen, const QString &classCode) const
{
    if (!chosen.isEmpty()) {
        return chosen;
    }
    const auto *ticketClass = classNamed(classCode);
    const auto planned = ticketClass == nullptr
                             ? QString()
                             : zones::emptiest(m_state, m_setup, openZones(ticketClass->zone.split(QLatin1Char(';'))));
    if (!planned.isEmpty()) {
        return planned;
    }
    const auto first = std::ranges::find(m_setup.zones, ZoneUnit::People, &Zone::unit);
    return first == m_setup.zones.end() ? QString() : first->code;
}

Door::Places Door::findPlaces(const QString &zone, int headCount, const QStringList &accounts)
{
    QStringList tried;
    auto bar = modes::Mode::Normal;
    for (QString code = zone; !code.isEmpty() && !tried.contains(code);) {
        tried << code;
        const Zone *found = zoneOf(code);
        if (found != nullptr && modes::isShut(m_state, code)) {
            bar = std::max(bar, modes::modeAt(m_state, code));
            code = found->overflow;
            continue;
        }
        if (found == nullptr || !found->firmCapacity) {
            return {code, false, true, {}};
        }
        for (const auto &account : accounts) {
            if (ledger::spendable(m_state, rights::placeResource(code), account) >= headCount) {
                return {code, true, true, account};
            }
        }
        code = found->overflow;
    }
    return {zone, false, zone.isEmpty(), {}, bar};
}

Outcome Door::Places::outcome() const { return bar == modes::Mode::Normal ? Outcome::ZoneFull : Outcome::RuleRefused; }

Words Door::Places::reason() const
{
    return bar == modes::Mode::Normal ? rules::zoneIsFull() : modes::wordsAtDoor(bar);
}

QString Door::Places::why() const { return bar == modes::Mode::Normal ? QString() : modes::toString(bar); }

Door::Places Door::placesToTell(const Wanted &wanted, const std::optional<Ruling> &ruling)
{
    const auto account = ledger::holder(m_journal.self());
    if (wanted.step == presence::Step::Out) {
        return {{}, false, true, {}};
    }
    if (!ruling) {
        return findPlaces(wanted.zone, heads(wanted), {account});
    }
    // Of places in this device's account the hub knows only what it has heard: the last may be gone by now, given to
    // another guest while this one waited. Those of a grant that is still on its way nobody can have taken.
    const int count = int(ruling->granted.size()) + wanted.companions;
    const bool isHere = std::ranges::all_of(ruling->granted, [this](const Ruling::Granted &granted) {
        return claims::find(m_state, granted.grant).has_value();
    });
    const bool isSpent = ruling->isPlaceGranted && (isHere || ruling->hub == account) &&
                         ledger::spendable(m_state, rights::placeResource(ruling->zone), account) < count;
    return isSpent ? findPlaces(wanted.zone, count, {account})
                   : Places{ruling->zone, ruling->isPlaceGranted, true, account};
}

}  // namespace muster
