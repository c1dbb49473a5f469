#include "tests/sim/oracle.h"

#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/day/day_query.h"
#include "core/venue/queues/queues.h"

namespace muster::sim {
namespace {

std::vector<OperationHash> hashesOf(const QCborMap &body, const char *name)
{
    std::vector<OperationHash> hashes;
    for (const auto &value : body.value(key(name)).toArray()) {
        hashes.push_back(OperationHash::fromBytes(value.toByteArray()).value_or(OperationHash{}));
    }
    return hashes;
}

/// A sign-in, a walk-in: what a person is told at the door.
bool isDoors(const Act &act)
{
    return std::holds_alternative<SignIn>(act.command) || std::holds_alternative<WalkIn>(act.command);
}

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

}  // namespace

Oracle::Oracle(int stationCount, Say violate, Say trace)
    : m_violate(std::move(violate)),
      m_trace(std::move(trace)),
      m_scarce(m_book, m_violate),
      m_floor(m_book, m_violate),
      m_daily(m_book, m_violate),
      m_hubs(std::size_t(stationCount), m_violate),
      m_seen(std::size_t(stationCount)),
      m_isRevoked(std::size_t(stationCount))
{
}

void Oracle::read(Item &item, const Operation &operation)
{
    const auto body = operation.bodyMap().value_or(QCborMap());
    item.hash = operation.hash;
    item.origin = operation.origin;
    item.incarnation = quint64(operation.incarnation);
    item.sequence = quint64(operation.sequence);
    item.isScarce = body.contains(key("post")) && operation.kind != QLatin1String("guests.told");
    item.time = operation.time;
    item.request = operation.request;
    item.epoch = quint64(operation.epoch);
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
    } else if (operation.kind == QLatin1String("authority.epoch")) {
        item.kind = Item::Kind::Epoch;
        item.epoch = quint64(body.value(key("number")).toInteger());
    } else if (operation.kind.startsWith(QLatin1String("authority."))) {
        const auto claim = body.value(key("claim")).toString();
        item.kind = operation.kind == QLatin1String("authority.granted")   ? Item::Kind::Granted
                    : operation.kind == QLatin1String("authority.refused") ? Item::Kind::Refused
                    : operation.kind == QLatin1String("authority.voided")  ? Item::Kind::Voided
                                                                           : Item::Kind::Other;
        item.targets = hashesOf(body, "grants");
        const bool isDoors = claim.startsWith(QLatin1String("sign_in/")) || claim.startsWith(QLatin1String("place/"));
        item.guest = isDoors ? GuestId::fromHex(claim.section(QLatin1Char('/'), -1)).value_or(GuestId{}) : GuestId{};
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
    } else if (body.contains(key("grants"))) {
        item.kind = Item::Kind::Scarce;
        item.targets = hashesOf(body, "grants");
        item.isScarce = true;
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
    for (const auto &[zone, limit] : Genesis::firmLimits()) {
        if (m_used[zone] > limit && !m_areRightsAmiss) {
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
    if (item.kind == Item::Kind::Reset) {
        item.known.insert(seen.all.begin(), seen.all.end());
        m_resets.push_back(item.hash);
    }
    if (item.movesRights()) {
        item.lengths = seen.have;
    }
    if (const auto what = FactBook::describe(operation); !what.isEmpty()) {
        m_trace(QStringLiteral("device %1: %2 is %3").arg(station).arg(shortOf(operation.hash), what));
    }
    if (const auto moves = HubOracle::movesOf(operation); !moves.isEmpty()) {
        m_trace(QStringLiteral("device %1: %2 moves %3").arg(station).arg(shortOf(operation.hash), moves));
    }
    m_hubs.learn(station, operation);
    const auto isKnown = [&](const OperationHash &hash) { return seen.all.contains(hash); };
    const auto *fact = m_book.learn(operation, isKnown);
    if (fact != nullptr) {
        m_scarce.learn(*fact, isKnown);
        m_floor.learn(*fact, isKnown, [&] { return peopleOf(seen); });
        m_daily.learn(*fact, isKnown);
    }
    checkDoor(item, isKnown);
    if (item.kind == Item::Kind::Scarce) {
        checkEpoch(item, operation.origin);
    }
    if (item.kind == Item::Kind::Told) {
        for (const auto &grant : item.targets) {
            const auto found = m_items.find(grant);
            if (found != m_items.end() && found->second.request == item.request) {
                item.known.insert(found->second.known.begin(), found->second.known.end());
            }
        }
        checkEpoch(item, operation.origin);
    }
    // (One call of a batch moves several tickets.)
    const bool isBatch = fact != nullptr && fact->kind == queues::steppedKind() &&
                         queues::Step(fact->number("step")) == queues::Step::Batched;
    checkOnce(item, isBatch ? operation.kind + fact->subject : operation.kind);
    const auto [before, isNew] = m_chain.emplace(
        std::tuple(operation.origin, quint64(operation.incarnation), quint64(operation.sequence)), item.hash);
    if (!isNew) {
        m_areRightsAmiss = true;
        if (!m_mayFork.contains(operation.origin)) {
            m_violate(QStringLiteral("device %1 uses a sequence number again: %2 and %3")
                          .arg(station)
                          .arg(shortOf(before->second), shortOf(item.hash)));
        }
    }
    count(item, 1);
    checkFirm(item);
    if (item.kind == Item::Kind::Annulled) {
        m_annulments[item.targets.front()].push_back(item.hash);
    }
    const auto party = item.companions > 0 ? QStringLiteral(" with %1").arg(item.companions) : QString();
    m_trace(QStringLiteral("device %1 writes %2 %3 for %4, guest %5 %6 v%7 %8%9")
                .arg(station)
                .arg(operation.kind, shortOf(item.hash), item.request.toHex().left(6), item.guest.toHex().left(8),
                     item.zone.isEmpty() ? item.session : item.session + QLatin1Char(' ') + item.zone)
                .arg(item.version)
                .arg(QStringList{QStringLiteral("in"), QStringLiteral("out"), QStringLiteral("move")}.value(item.step) +
                         party,
                     item.targets.empty() ? QString() : QStringLiteral(" of ") + shortOf(item.targets.front())));
    return m_items[operation.hash] = std::move(item);
}

void Oracle::observe(Station &station)
{
    auto &seen = m_seen[std::size_t(station.index())];
    if (!station.device().journal().isDurable()) {
        return;  // What is read now may be gone after a power cut, and nobody was told of it.
    }
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
                if (!operation) {
                    m_violate(QStringLiteral("device %1 keeps something that is no operation").arg(station.index()));
                    continue;
                }
                learn(station.index(), *operation, seen);
                found = m_items.find(hash);
                decided.push_back(hash);
            } else if (found->second.isLost && !m_isRevoked[std::size_t(station.index())]) {
                found->second.isLost = false;
                count(found->second, 1);
            }
            seen.all.insert(hash);
            arrive(seen, found->second);
            m_hubs.arrived(station.index(), hash);
            seen.epoch =
                found->second.kind == Item::Kind::Epoch ? std::max(seen.epoch, found->second.epoch) : seen.epoch;
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
    checkAcknowledged(station.index());
}

void Oracle::arrive(Seen &seen, const Item &item)
{
    const auto raise = [](Lengths &lengths, const auto &chain, quint64 length) {
        auto &known = lengths[chain];
        known = std::max(known, length);
    };
    raise(seen.have, std::pair(item.origin, item.incarnation), item.sequence);
    for (const auto &[chain, length] : item.lengths) {
        raise(seen.needed, chain, length);
    }
}

bool Oracle::isClosed(const Seen &seen)
{
    return seen.missing.empty() && std::ranges::all_of(seen.needed, [&](const auto &needed) {
               const auto have = seen.have.find(needed.first);
               return have != seen.have.end() && have->second >= needed.second;
           });
}

void Oracle::restarted(Station &station)
{
    auto &seen = m_seen[std::size_t(station.index())];
    Seen fresh;
    fresh.isReplaced = seen.isReplaced;
    fresh.acknowledged = std::move(seen.acknowledged);
    seen = std::move(fresh);
    m_hubs.restarted(station.index(), station.keptTerm());
    observe(station);
}

void Oracle::diskLost(Station &station, std::optional<quint64> notYetSafe)
{
    auto &gone = m_seen[std::size_t(station.index())];
    quint64 ownCount = 0;
    for (const auto &hash : gone.all) {
        const bool isElsewhere =
            std::ranges::any_of(m_seen, [&](const Seen &other) { return &other != &gone && other.all.contains(hash); });
        auto &item = m_items.at(hash);
        if (!isElsewhere && !item.isLost) {
            item.isLost = true;
            count(item, -1);
            m_areRightsAmiss = m_areRightsAmiss || m_hubs.wasHub(station.id());
            ownCount += item.origin == station.id() && !item.wasElsewhere ? 1 : 0;
        }
        item.wasElsewhere = true;
    }
    gone.isReplaced = true;
    gone.acknowledged.clear();
    gone.all.clear();  // What the other disk holds is seen when its device starts.
    if (notYetSafe && ownCount > *notYetSafe) {
        m_violate(QStringLiteral("device %1 showed %2 operations as not yet safe and loses %3 with its disk")
                      .arg(station.index())
                      .arg(*notYetSafe)
                      .arg(ownCount));
    }
}

void Oracle::revoked(int station)
{
    m_isRevoked[std::size_t(station)] = true;
    for (const auto &hash : m_seen[std::size_t(station)].all) {
        bool isElsewhere = false;
        for (std::size_t other = 0; other < m_seen.size(); ++other) {
            isElsewhere = isElsewhere || (!m_isRevoked[other] && m_seen[other].all.contains(hash));
        }
        auto &item = m_items.at(hash);
        if (!isElsewhere && !item.isLost && item.station != station) {
            item.isLost = true;  // Of a disk that is gone: only this device had kept it. If it was sent, it is seen.
            count(item, -1);
        }
    }
}

void Oracle::acknowledged(int station, const VersionVector &heads)
{
    for (const auto &[stream, ends] : heads.heads) {
        std::ranges::transform(ends, std::back_inserter(m_seen[std::size_t(station)].acknowledged), &Head::hash);
    }
}

/// What was acknowledged as durable is there, whatever happened since.
void Oracle::checkAcknowledged(int station)
{
    auto &seen = m_seen[std::size_t(station)];
    for (const auto &hash : std::exchange(seen.acknowledged, {})) {
        if (!seen.all.contains(hash)) {
            m_violate(QStringLiteral("device %1 acknowledged %2 and does not have it").arg(station).arg(shortOf(hash)));
        }
    }
}

/// One human act happens once, however often it is tried. (Not on a disk that has forgotten it.)
void Oracle::checkOnce(const Item &item, const QString &kind)
{
    const auto act = m_actOf.find(item.request);
    if (item.request.isNull() || act == m_actOf.end() || kind.startsWith(QLatin1String("authority."))) {
        return;
    }
    const auto [first, isFirst] = m_done.emplace(std::pair(kind, act->second), item.hash);
    const auto &seen = m_seen[std::size_t(item.station)];
    const bool isForgotten = seen.isReplaced && !seen.all.contains(first->second);
    if (!isFirst && !isForgotten) {
        m_violate(QStringLiteral("one act was done twice (%1): %2 and %3")
                      .arg(kind, shortOf(first->second), shortOf(item.hash)));
    }
    // An old disk that has forgotten a number gives the act another one, and with it a second right to be called.
    m_areRightsAmiss = m_areRightsAmiss || (!isFirst && isForgotten && kind == QLatin1String("queue.issued"));
    first->second = item.hash;
}

/// Nobody is told on the word of an epoch that the device knew to be over. (A new hub may use what its predecessor put
/// into its hands: it decides that itself. So does who decides alone, and says so.)
void Oracle::checkEpoch(const Item &item, const DeviceId &author)
{
    for (const auto &hash : item.targets) {
        const auto grant = m_items.find(hash);
        const bool isOver = grant != m_items.end() && grant->second.request == item.request &&
                            grant->second.epoch < m_seen[std::size_t(item.station)].epoch;
        if (isOver && !item.isProvisional && !m_hubs.isHub(item.station, author)) {
            m_violate(QStringLiteral("device %1 tells %2 by a grant of an epoch that is over")
                          .arg(item.station)
                          .arg(shortOf(item.hash)));
        }
    }
}

/// What never left a lost disk or a revoked device is not part of the day.
bool Oracle::isOfTheDay(const Item &item) const
{
    return !item.isLost && m_seen[std::size_t(m_hub)].all.contains(item.hash);
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
        if (place == nullptr || rankOf(*place) < rankOf(other)) {
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

void Oracle::told(Station &station, const Act &act, const Answer &answer)
{
    --m_openTries[act.request];
    std::ignore = station.device().journal().read([&](State &state) {
        auto &open = state.statement("SELECT 1 FROM open_grant WHERE request = ?");
        if (bindAll(open, act.request).executeStep()) {
            m_isToldDespiteGrant.insert(act.request);
        }
    });
    if (answer.outcome == Outcome::Failed) {
        m_isLastFailed.insert(act.request);
    } else {
        m_isLastFailed.erase(act.request);
        const auto before = std::exchange(m_answers[act.request], answer);
        // Where to go with a number is where its journey has come to.
        const bool isElsewhere = before.zone != answer.zone && (before.number.isEmpty() || isDoors(act));
        const bool isOtherwise = before.operation && before.operation == answer.operation &&
                                 (before.number != answer.number || isElsewhere || before.outcome != answer.outcome);
        if (isOtherwise) {
            m_violate(QStringLiteral("device %1 tells %2 otherwise than before")
                          .arg(station.index())
                          .arg(shortOf(*answer.operation)));
        }
    }
    m_scarce.told(act, answer);
    m_daily.told(act, answer);
    const bool isRecorded = answer.outcome == Outcome::Admitted || answer.outcome == Outcome::CheckedOut ||
                            answer.outcome == Outcome::Done || answer.outcome == Outcome::Granted;
    if (!isRecorded) {
        return;
    }
    if (!answer.operation) {
        m_violate(QStringLiteral("a yes was told without an operation"));
        return;
    }
    if (!answer.number.isEmpty() && (isDoors(act) || std::holds_alternative<queues::Issue>(act.command))) {
        const auto [known, isNew] = m_numbers.emplace(answer.number, Told{station.index(), answer});
        // On an old disk that cannot be known to be old, a device's own block begins where it once was.
        const bool isForgotten =
            m_isHubOld || (known->second.station == station.index() && m_mayFork.contains(station.id()));
        if (!isNew && known->second.answer.request != act.request && !isForgotten) {
            m_violate(QStringLiteral("number %1 was told to two").arg(answer.number));
        }
    }
    m_told.push_back({station.index(), answer});
}

void Oracle::checkNow(Station &station)
{
    // The law holds on causally closed sets: an answer may be here before the grant that it speaks of, a right that
    // comes home before the step that had used it.
    // What only looks written has not been learnt either.
    if (m_areRightsAmiss || !station.device().journal().isDurable() ||
        !isClosed(m_seen[std::size_t(station.index())])) {
        return;
    }
    // All sums of the day cost as much as the day: the ledger's each time, the others' each eighth time.
    const bool isAll = ++m_checkCount % 8 == 0;
    QStringList faults;
    const auto read = station.device().journal().read(
        [&](State &state) { faults = isAll ? day_query::faults(state) : ledger::faults(state); });
    if (read && !faults.isEmpty()) {
        m_violate(QStringLiteral("device %1: %2").arg(station.index()).arg(faults.front()));
    }
}

}  // namespace muster::sim
