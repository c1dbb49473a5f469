// What must be true of who decides, when it decides, and of what a hub of before leaves behind.
#include "tests/sim/oracle_hubs.h"

#include "core/authority/claims.h"
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/scarce/rights.h"

namespace muster::sim {
namespace {

DeviceId deviceIn(const QCborMap &body, const char *name)
{
    return DeviceId::fromBytes(body.value(key(name)).toByteArray()).value_or(DeviceId{});
}

QString shortOf(const DeviceId &device) { return device.toHex().left(8); }

/// Of which there is only so much, wherever it is minted.
bool isScarce(const QString &resource)
{
    return std::ranges::any_of(std::array{"place/", "unit/", "due/", "stock/"},
                               [&](const char *prefix) { return resource.startsWith(QLatin1String(prefix)); });
}

std::vector<ledger::Posting> postingsOf(const Operation &operation)
{
    const auto body = operation.bodyMap().value_or(QCborMap());
    return ledger::decode(body.value(key("post")).toArray()).value_or(std::vector<ledger::Posting>());
}

}  // namespace

QString HubOracle::movesOf(const Operation &operation)
{
    QStringList moves;
    for (const auto &posting : postingsOf(operation)) {
        // A device, and its life.
        const auto nameOf = [](const QString &holder) {
            return holder.contains(QLatin1Char('/'))
                       ? holder.left(8) + holder.section(QLatin1Char('/'), 1).prepend(u'/')
                       : holder;
        };
        moves << QStringLiteral("%1 of %2%3 from %4 to %5")
                     .arg(posting.count)
                     .arg(posting.resource,
                          posting.first ? QStringLiteral(" from %1 on").arg(*posting.first) : QString(),
                          nameOf(posting.from), nameOf(posting.to));
    }
    return moves.join(QStringLiteral(", "));
}

std::optional<HubOracle::Fact> HubOracle::read(const Operation &operation)
{
    const auto body = operation.bodyMap().value_or(QCborMap());
    const Epoch number{quint32(body.value(key("number")).toInteger())};
    if (operation.kind == epochs::kind()) {
        return Fact{Fact::Kind::Turn, deviceIn(body, "hub"), number, {}};
    }
    if (operation.kind == QLatin1String("authority.stepped_down")) {
        return Fact{Fact::Kind::SteppedDown, operation.origin, number, deviceIn(body, "hub")};
    }
    if (operation.kind == rights::lostKind()) {
        Fact fact{Fact::Kind::Lost, deviceIn(body, "device"), operation.epoch, {}};
        for (const auto &life : body.value(key("lives")).toArray()) {
            fact.lives.push_back(Incarnation{quint64(life.toInteger())});
        }
        return fact;
    }
    return std::nullopt;
}

bool HubOracle::wasHub(const DeviceId &device) const
{
    return std::ranges::any_of(m_facts, [&](const auto &entry) {
        return entry.second.kind == Fact::Kind::Turn && entry.second.device == device;
    });
}

void HubOracle::learn(int station, const Operation &operation)
{
    const auto &known = m_known[std::size_t(station)];
    const auto fact = read(operation);
    if (fact) {
        m_facts.emplace(operation.hash, *fact);
        if (fact->kind == Fact::Kind::Turn) {
            checkTurn(station, *fact, known);
        }
    }
    if (operation.kind == claims::grantedKind() || operation.kind == claims::refusedKind()) {
        checkVerdict(station, operation, known);
    }
    if (operation.kind == claims::grantedKind() || operation.kind == rights::kind()) {
        checkMint(station, operation, known);
    }
}

void HubOracle::arrived(int station, const OperationHash &operation)
{
    const auto found = m_facts.find(operation);
    if (found == m_facts.end()) {
        return;
    }
    auto &known = m_known[std::size_t(station)];
    const auto &fact = found->second;
    const Term term{fact.number, fact.kind == Fact::Kind::Turn ? fact.device : fact.successor};
    if (fact.kind == Fact::Kind::Turn) {
        known.turns.insert(term);
        known.now = std::max(known.now, std::optional(term));
    } else if (fact.kind == Fact::Kind::SteppedDown) {
        auto &later = known.steppedDownFor[fact.device];
        later = std::max(later, term);
    } else {
        auto &number = known.lostIn[fact.device];
        number = std::max(number, fact.number);
    }
}

/// Nobody takes a turn whose number it knew to be taken.
void HubOracle::checkTurn(int station, const Fact &turn, const Known &known) const
{
    const Term term{turn.number, turn.device};
    if (known.now && turn.number <= known.now->number && term != *known.now) {
        m_violate(QStringLiteral("device %1 begins epoch %2 and knew of %3")
                      .arg(station)
                      .arg(quint32(turn.number))
                      .arg(quint32(known.now->number)));
    }
}

/// Nobody grants who knew that another one is the hub, nor in an epoch that it knew to be over.
void HubOracle::checkVerdict(int station, const Operation &operation, const Known &known) const
{
    if (!known.now) {
        return;
    }
    if (known.now->hub != operation.origin) {
        m_violate(QStringLiteral("device %1 decides %2 as the hub and knew that %3 is")
                      .arg(station)
                      .arg(operation.hash.toHex().left(8), shortOf(known.now->hub)));
    } else if (operation.epoch < known.now->number) {
        m_violate(QStringLiteral("device %1 decides %2 in an epoch that it knew to be over")
                      .arg(station)
                      .arg(operation.hash.toHex().left(8)));
    }
}

bool HubOracle::isAwaited(const DeviceId &hub, const Known &known)
{
    Term last;
    for (const auto &turn : known.turns) {
        last = turn.hub == hub ? turn : last;
    }
    const auto steppedDown = known.steppedDownFor.find(hub);
    if (steppedDown != known.steppedDownFor.end() && last < steppedDown->second) {
        return false;
    }
    const auto lost = known.lostIn.find(hub);
    return lost == known.lostIn.end() || std::ranges::none_of(known.turns, [&](const Term &turn) {
               return last < turn && turn.number <= lost->second;
           });
}

/// What there is only so much of is not minted while a hub of before may be at work with it.
void HubOracle::checkMint(int station, const Operation &operation, const Known &known) const
{
    const auto postings = postingsOf(operation);
    const bool isMinting = std::ranges::any_of(postings, [](const ledger::Posting &posting) {
        return posting.from == ledger::mint() && isScarce(posting.resource);
    });
    if (!isMinting) {
        return;
    }
    for (const auto &turn : known.turns) {
        if (turn.hub != operation.origin && isAwaited(turn.hub, known)) {
            m_violate(QStringLiteral("device %1 mints %2 while %3 may be at work as the hub")
                          .arg(station)
                          .arg(operation.hash.toHex().left(8), shortOf(turn.hub)));
            return;
        }
    }
}

void HubOracle::checkHome(const std::vector<Station *> &stations) const
{
    std::set<QString> atWork{ledger::mint(), ledger::used()};
    for (auto *station : stations) {
        atWork.insert(ledger::holder(station->device().journal().self()));
    }
    std::ignore = stations.front()->device().journal().read([&](State &state) {
        for (const auto &[hash, fact] : m_facts) {
            for (const auto life : fact.lives) {
                if (!ledger::isSetAside(state, ledger::holder({fact.device, life}))) {
                    m_violate(QStringLiteral("a life of %1 was declared lost and is not set aside")
                                  .arg(shortOf(fact.device)));
                }
            }
        }
        for (const auto &zone : Genesis::plan().zones) {
            const auto resource = rights::placeResource(zone.code);
            const auto minted = ledger::total(state, resource) - ledger::quarantined(state, resource);
            if (minted < zone.firmCapacity.value_or(0)) {
                m_violate(QStringLiteral("zone %1 has %2 places left of %3")
                              .arg(zone.code)
                              .arg(minted)
                              .arg(*zone.firmCapacity));
            }
            auto &rows = state.statement("SELECT holder, balance FROM account WHERE resource = ? AND balance > 0");
            bindAll(rows, resource);
            while (rows.executeStep()) {
                const auto holder = textOf(rows.getColumn(0));
                if (!atWork.contains(holder) && !ledger::isSetAside(state, holder)) {
                    m_violate(QStringLiteral("%1 places of zone %2 lie with %3, who is not at work")
                                  .arg(rows.getColumn(1).getInt64())
                                  .arg(zone.code, holder.left(8)));
                }
            }
        }
    });
}

}  // namespace muster::sim
