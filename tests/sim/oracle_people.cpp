// Who is where, as each device and as everybody knows it.
#include "core/venue/guests/presence.h"
#include "tests/sim/oracle.h"

namespace muster::sim {

/// A reset empties what its author had seen, and only that.
bool Oracle::isReset(const Item &fact) const
{
    return std::ranges::any_of(m_resets, [&](const auto &hash) {
        const Item &reset = m_items.at(hash);
        return isOfTheDay(reset) && reset.day > fact.day && reset.known.contains(fact.hash);
    });
}

bool Oracle::isAnnulled(const Item &fact) const
{
    const auto found = m_annulments.find(fact.hash);
    return isReset(fact) || (found != m_annulments.end() && std::ranges::any_of(found->second, [&](const auto &hash) {
                                 return isOfTheDay(m_items.at(hash));
                             }));
}

/// Nobody goes to a zone with a firm limit without a place for each person, but by staff with a reason.
void Oracle::checkFirm(const Item &fact)
{
    const bool isFirm = fact.kind == Item::Kind::Told && fact.step != 1 && Genesis::firmLimits().contains(fact.zone);
    if (isFirm && !fact.isOverride && fact.places < 1 + fact.companions) {
        m_violate(QStringLiteral("device %1 sends %2 persons to zone %3 with %4 places")
                      .arg(fact.station)
                      .arg(1 + fact.companions)
                      .arg(fact.zone)
                      .arg(fact.places));
    }
}

/// Who decides alone lets nobody in, but by staff with a reason, where the hall is known to take nobody in.
void Oracle::checkDoor(const Item &fact, const FactBook::Asks &isKnown)
{
    const bool isIn = fact.kind == Item::Kind::Told && fact.step == 0 && fact.isProvisional && !fact.isOverride;
    if (isIn && m_daily.isHallShut(isKnown)) {
        m_violate(QStringLiteral("device %1 lets a guest in while the hall takes nobody: %2")
                      .arg(fact.station)
                      .arg(fact.hash.toHex().left(8)));
    }
}

Oracle::Names Oracle::namesOf(State &state)
{
    Names names;
    for (const auto &conflict : presence::conflicts(state, 10'000)) {
        names[conflict.id] = {conflict.rule, conflict.session};
    }
    return names;
}

FloorOracle::People Oracle::peopleOf(const Seen &seen) const
{
    FloorOracle::People people;
    for (const auto &[guest, hashes] : seen.byGuest) {
        std::unordered_set<OperationHash> annulled;
        for (const auto &hash : hashes) {
            const Item &item = m_items.at(hash);
            if (item.kind == Item::Kind::Annulled) {
                annulled.insert(item.targets.front());
            }
            people.isExact = people.isExact && item.kind != Item::Kind::Resolved;
        }
        const Item *place = nullptr;
        auto &ins = people.standingIns[guest];
        for (const auto &hash : hashes) {
            const Item &item = m_items.at(hash);
            const bool isGone = item.kind != Item::Kind::Told || annulled.contains(hash) ||
                                std::ranges::any_of(m_resets, [&](const auto &reset) {
                                    return seen.all.contains(reset) && m_items.at(reset).day > item.day &&
                                           m_items.at(reset).known.contains(hash);
                                });
            if (!isGone) {
                ins += item.step == 0 ? 1 : 0;
                place = place == nullptr || rankOf(*place) < rankOf(item) ? &item : place;
            }
        }
        if (ins > 0 && place->step != 1) {
            people.persons[place->zone] += 1 + place->companions;
        }
    }
    return people;
}

FloorOracle::People Oracle::peopleOf(Station &station)
{
    FloorOracle::People people;
    std::ignore = station.device().journal().read([&](State &state) {
        const auto names = namesOf(state);
        for (const auto &[guest, hashes] : m_byGuest) {
            const auto expected = expect(guest, names);
            people.isExact = people.isExact && expected.ins >= 0;
            people.standingIns[guest] = expected.ins;
            if (expected.isInside) {
                people.persons[expected.place->zone] += 1 + expected.place->companions;
            }
        }
    });
    return people;
}

}  // namespace muster::sim
