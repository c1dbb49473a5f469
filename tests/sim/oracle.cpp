#include "tests/sim/oracle.h"

#include "core/journal/body.h"
#include "core/venue/day_query.h"

namespace muster::sim {
namespace {

const std::map<QString, int> &firmLimits()
{
    static const std::map<QString, int> limits{{QStringLiteral("D"), Genesis::firmPlaces}, {QStringLiteral("E"), 3}};
    return limits;
}

std::vector<OperationHash> hashesOf(const QCborMap &body, const char *name)
{
    std::vector<OperationHash> hashes;
    for (const auto &value : body.value(key(name)).toArray()) {
        hashes.push_back(OperationHash::fromBytes(value.toByteArray()).value_or(OperationHash{}));
    }
    return hashes;
}

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

}  // namespace

Oracle::Oracle(int stationCount, Say violate, Say trace)
    : m_violate(std::move(violate)),
      m_trace(std::move(trace)),
      m_seen(std::size_t(stationCount)),
      m_isRevoked(std::size_t(stationCount))
{
}

void Oracle::read(Item &item, const Operation &operation)
{
    const auto body = operation.bodyMap().value_or(QCborMap());
    item.hash = operation.hash;
    item.origin = operation.origin;
    item.time = operation.time;
    item.request = operation.request;
    item.guest = GuestId::fromBytes(body.value(key("guest")).toByteArray()).value_or(GuestId{});
    if (operation.kind == QLatin1String("guests.told")) {
        item.kind = Item::Kind::Told;
        item.session = body.value(key("session")).toString();
        item.zone = body.value(key("zone")).toString();
        item.step = int(body.value(key("step")).toInteger());
        item.companions = int(body.value(key("companions")).toInteger());
        item.places = int(body.value(key("places")).toInteger());
        item.version = body.value(key("version")).toInteger();
        item.day = body.value(key("day")).toInteger();
        item.isProvisional = body.value(key("provisional")).toBool();
        item.isOverride = !body.value(key("override")).toString().isEmpty();
        item.targets = hashesOf(body, "grants");
    } else if (operation.kind.startsWith(QLatin1String("authority."))) {
        const auto claim = body.value(key("claim")).toString();
        item.kind = operation.kind == QLatin1String("authority.granted")   ? Item::Kind::Granted
                    : operation.kind == QLatin1String("authority.refused") ? Item::Kind::Refused
                    : operation.kind == QLatin1String("authority.voided")  ? Item::Kind::Voided
                                                                           : Item::Kind::Other;
        item.targets = hashesOf(body, "grants");
        item.guest = GuestId::fromHex(claim.section(QLatin1Char('/'), -1)).value_or(GuestId{});
        item.session = claim.section(QLatin1Char('/'), 1, 1);
        item.outcome = body.value(key("detail")).toMap().value(key("outcome")).toString();
    } else if (operation.kind == QLatin1String("guests.annulled")) {
        item.kind = Item::Kind::Annulled;
        item.targets = {OperationHash::fromBytes(body.value(key("target")).toByteArray()).value_or(OperationHash{})};
    } else if (operation.kind == QLatin1String("conflicts.resolved")) {
        item.kind = Item::Kind::Resolved;
        item.conflict = ConflictId::fromBytes(body.value(key("conflict")).toByteArray()).value_or(ConflictId{});
        item.targets = hashesOf(body, "judged");
        item.decision = int(body.value(key("decision")).toInteger());
    } else if (operation.kind == QLatin1String("day.reset")) {
        item.kind = Item::Kind::Reset;
        item.day = body.value(key("day")).toInteger();
    } else if (operation.kind == QLatin1String("rights.moved")) {
        item.kind = Item::Kind::Moved;
        item.targets = {OperationHash::fromBytes(body.value(key("releases")).toByteArray()).value_or(OperationHash{})};
    }
}

void Oracle::count(const Item &item, int sign)
{
    if (item.kind == Item::Kind::Told) {
        m_used[item.zone] += sign * item.places;
    } else if (item.kind == Item::Kind::Moved) {
        const auto fact = m_items.find(item.targets.front());
        const bool isFirst = fact != m_items.end() && (sign > 0 ? m_released.insert(item.targets.front()).second
                                                                : m_released.erase(item.targets.front()) > 0);
        if (isFirst) {
            m_used[fact->second.zone] -= sign * fact->second.places;
        }
    }
    for (const auto &[zone, limit] : firmLimits()) {
        if (m_used[zone] > limit && !m_isHubLossy) {
            m_violate(QStringLiteral("zone %1 takes %2 persons and %3 have places in it")
                          .arg(zone)
                          .arg(limit)
                          .arg(m_used[zone]));
        }
    }
}

Oracle::Item &Oracle::learn(int station, const Operation &operation, Seen &seen)
{
    Item item;
    read(item, operation);
    item.station = station;
    if (!item.guest.isNull()) {
        const auto &known = seen.byGuest[item.guest];
        item.known.insert(known.begin(), known.end());
        m_byGuest[item.guest].push_back(item.hash);
    }
    if (item.kind == Item::Kind::Told) {
        for (const auto &grant : item.targets) {
            const auto found = m_items.find(grant);
            if (found != m_items.end() && found->second.request == item.request) {
                item.known.insert(found->second.known.begin(), found->second.known.end());
            }
        }
        const auto [other, isFirst] = m_factOf.emplace(item.request, item.hash);
        if (!isFirst && !m_items.at(other->second).isLost) {
            m_violate(QStringLiteral("one request was told twice: %1 and %2")
                          .arg(shortOf(other->second), shortOf(item.hash)));
        }
        other->second = item.hash;
    }
    count(item, 1);
    if (item.kind == Item::Kind::Annulled) {
        m_annulments[item.targets.front()].push_back(item.hash);
    }
    m_trace(QStringLiteral("device %1 writes %2 %3 for %4, guest %5 %6 v%7 %8%9")
                .arg(station)
                .arg(operation.kind, shortOf(item.hash), item.request.toHex().left(6), item.guest.toHex().left(8),
                     item.session)
                .arg(item.version)
                .arg(QStringList{QStringLiteral("in"), QStringLiteral("out"), QStringLiteral("move")}.value(item.step),
                     item.targets.empty() ? QString() : QStringLiteral(" of ") + shortOf(item.targets.front())));
    return m_items[operation.hash] = std::move(item);
}

void Oracle::observe(Station &station)
{
    auto &seen = m_seen[std::size_t(station.index())];
    std::vector<OperationHash> decided;
    const auto done = station.device().journal().read([&](State &state) {
        auto &rows = state.statement("SELECT id, hash, bytes FROM log WHERE id > ? ORDER BY id");
        bindAll(rows, seen.lastRow);
        while (rows.executeStep()) {
            seen.lastRow = rows.getColumn(0).getInt64();
            const auto hash = idOf<OperationHash>(rows.getColumn(1));
            auto found = m_items.find(hash);
            if (found == m_items.end()) {
                const auto operation = Operation::decode(bytesOf(rows.getColumn(2)));
                learn(station.index(), *operation, seen);
                found = m_items.find(hash);
                decided.push_back(hash);
            } else if (found->second.isLost) {
                found->second.isLost = false;
                count(found->second, 1);
            }
            seen.all.insert(hash);
            seen.missing.erase(hash);
            if (found->second.movesRights()) {
                std::ranges::copy_if(
                    found->second.targets, std::inserter(seen.missing, seen.missing.end()),
                    [&](const auto &target) { return !target.isNull() && !seen.all.contains(target); });
            }
            if (!found->second.guest.isNull()) {
                seen.byGuest[found->second.guest].push_back(hash);
            }
        }
    });
    if (!done) {
        return;  // Its disk cannot be read now.
    }
    for (const auto &hash : decided) {
        checkDecision(m_items.at(hash));
    }
}

void Oracle::restarted(Station &station)
{
    m_seen[std::size_t(station.index())] = {};
    observe(station);
}

void Oracle::diskLost(Station &station, const std::vector<Station *> &others)
{
    for (const auto &hash : m_seen[std::size_t(station.index())].all) {
        const bool isElsewhere = std::ranges::any_of(others, [&](Station *other) {
            return other->index() != station.index() && m_seen[std::size_t(other->index())].all.contains(hash);
        });
        auto &item = m_items.at(hash);
        if (!isElsewhere && !item.isLost) {
            item.isLost = true;
            count(item, -1);
            m_isHubLossy = m_isHubLossy || station.index() == 0;
        }
    }
}

/// What never left a lost disk or a revoked device is not part of the day.
bool Oracle::isOfTheDay(const Item &item) const { return !item.isLost && m_seen.front().all.contains(item.hash); }

bool Oracle::isAnnulled(const Item &fact) const
{
    const auto found = m_annulments.find(fact.hash);
    return fact.day < m_day ||
           (found != m_annulments.end() &&
            std::ranges::any_of(found->second, [&](const auto &hash) { return isOfTheDay(m_items.at(hash)); }));
}

/// A guest who is inside, as far as the decider knew, is not let in to the same session again but by staff with a
/// reason. (A guest is in one place, whatever the session: who left another one has left.)
void Oracle::checkDecision(const Item &fact)
{
    if (fact.kind != Item::Kind::Told || fact.step != 0 || fact.isOverride) {
        return;
    }
    const Item *place = nullptr;
    bool hasIn = false;
    std::unordered_set<OperationHash> annulled;
    for (const auto &hash : fact.known) {
        const Item &other = m_items.at(hash);
        if (other.kind == Item::Kind::Annulled) {
            annulled.insert(other.targets.front());
        } else if (other.kind == Item::Kind::Resolved) {
            return;  // What stands after a judgement is judged at the end.
        }
    }
    for (const auto &hash : fact.known) {
        const Item &other = m_items.at(hash);
        if (other.kind != Item::Kind::Told || other.day < fact.day || annulled.contains(hash)) {
            continue;
        }
        hasIn = hasIn || (other.step == 0 && other.session == fact.session);
        const auto rank = [](const Item &item) { return std::tuple(item.version, item.time, item.origin, item.hash); };
        if (place == nullptr || rank(*place) < rank(other)) {
            place = &other;
        }
    }
    if (place != nullptr && hasIn && place->step != 1) {
        m_violate(QStringLiteral("a silent double: %1 was admitted by device %2 although %3 was known")
                      .arg(shortOf(fact.hash))
                      .arg(fact.station)
                      .arg(shortOf(place->hash)));
    }
}

void Oracle::told(const Station &station, const Act &act, const Answer &answer)
{
    const bool isRecorded =
        answer.outcome == Outcome::Admitted || answer.outcome == Outcome::CheckedOut || answer.outcome == Outcome::Done;
    if (!isRecorded) {
        return;
    }
    if (!answer.operation) {
        m_violate(QStringLiteral("a yes was told without an operation"));
        return;
    }
    if (!answer.number.isEmpty()) {
        const auto [known, isNew] = m_numbers.emplace(answer.number, act.request);
        if (!isNew && known->second != act.request) {
            m_violate(QStringLiteral("number %1 was told to two").arg(answer.number));
        }
    }
    m_told.push_back({station.index(), act.request, answer.outcome, *answer.operation});
}

void Oracle::checkNow(Station &station)
{
    // The law holds on causally closed sets: an answer may be here before the grant that it speaks of, a right that
    // comes home before the step that had used it.
    if (m_isHubLossy || !m_seen[std::size_t(station.index())].missing.empty()) {
        return;
    }
    QStringList faults;
    const auto read = station.device().journal().read([&](State &state) { faults = day_query::faults(state); });
    if (read && !faults.isEmpty()) {
        m_violate(QStringLiteral("device %1: %2").arg(station.index()).arg(faults.front()));
    }
}

}  // namespace muster::sim
