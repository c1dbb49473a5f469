#include "core/venue/scarce/rights.h"

#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/presence.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/queues/number_blocks.h"

namespace muster::rights {
namespace {

Draft released(const ledger::Posting &posting, const OperationHash &fact)
{
    auto draft = moved({posting});
    draft.body.insert(key("releases"), fact.toBytes());
    return draft;
}

}  // namespace

bool isRestored(State &state, const StreamKey &life)
{
    return std::ranges::any_of(devices::restorations(state), [&](const devices::Restored &restored) {
        return restored.device == life.origin && restored.life == life.incarnation;
    });
}

namespace {

/// The plan's firm capacities as places in the hub's account; what was lowered is taken back as far as it is there.
void mintPlaces(State &state, const EventSetup &setup, const StreamKey &hub, std::vector<Draft> &drafts)
{
    const auto self = ledger::holder(hub);
    for (const auto &zone : setup.zones) {
        const auto resource = placeResource(zone.code);
        const qint64 wanted = zone.firmCapacity.value_or(0);
        const qint64 minted = ledger::total(state, resource) - ledger::quarantined(state, resource);
        if (minted < wanted && !isMintingHeld(state, hub)) {
            drafts.push_back(moved({{resource, ledger::mint(), self, wanted - minted, {}}}));
        } else if (minted > wanted) {
            const qint64 back = std::min(minted - wanted, ledger::spendable(state, resource, self));
            if (back > 0) {
                drafts.push_back(moved({{resource, self, ledger::mint(), back, {}}}));
            }
        }
    }
}

void fillHeadroom(State &state, const EventSetup &setup, const QString &self, const StreamKey &device,
                  qsizetype deviceCount, std::vector<Draft> &drafts)
{
    const auto account = ledger::holder(device);
    const bool isStandby = standbys::isStandby(state, device.origin);
    for (const auto &zone : setup.zones) {
        if (!zone.firmCapacity || account == self || ledger::isSetAside(state, account)) {
            continue;
        }
        const auto resource = placeResource(zone.code);
        const qint64 pool = ledger::balance(state, resource, self);
        // Below nothing only until the grant is here that was spent: a hub of before may have given it.
        const qint64 held = std::max<qint64>(ledger::balance(state, resource, account), 0);
        // A fifth of what is left, shared among the devices: most of it must stay where everybody can ask for it.
        const qint64 wanted = isStandby ? (pool + held) / standbyShare
                                        : std::min<qint64>(headroomMax, pool / 5 / std::max<qsizetype>(deviceCount, 1));
        if (held < wanted / 2 + wanted % 2 && wanted > held) {
            drafts.push_back(moved({{resource, self, account, wanted - held, {}}}));
        }
    }
}

void release(State &state, const GuestId &guest, const QString &self, std::vector<Draft> &drafts)
{
    const auto facts = presence::factsOf(state, guest);
    if (std::ranges::none_of(facts, [](const auto &fact) { return fact.places > 0; })) {
        return;  // Most guests of most events: zones without a firm limit.
    }
    const auto day = presence::dayOf(state, guest);
    for (const auto &fact : facts) {
        const bool isHeld = day.isInside && day.place->operation == fact.operation;
        if (fact.places == 0 || isHeld) {
            continue;
        }
        auto &done = state.statement("SELECT 1 FROM released WHERE op = ?");
        if (bindAll(done, fact.operation).executeStep()) {
            continue;
        }
        drafts.push_back(released({placeResource(fact.zone), ledger::used(), self, fact.places, {}}, fact.operation));
    }
}

Folded foldLost(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto device = body.id<DeviceId>("device");
    const auto reason = body.text("reason");
    std::vector<Incarnation> lives;
    for (const auto &value : body.array("lives", livesMax)) {
        body.require(value.isInteger());
        lives.push_back(Incarnation{quint64(value.toInteger())});
    }
    std::optional<qint64> survivor;
    if (body.has("survivor")) {
        survivor = body.number("survivor", std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
    }
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a declaration of loss"));
    }
    for (const auto life : lives) {
        ledger::setAside(state, operation, ledger::holder({device, life}));
    }
    bindAll(state.statement("INSERT INTO device_lost VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            operation.hash, device, survivor, qint64(operation.epoch), operation.actor, reason, operation.time.value)
        .exec();
    return Folded::applied();
}

}  // namespace

QString kind() { return QStringLiteral("rights.moved"); }
QString placeResource(const QString &zone) { return QStringLiteral("place/") + zone; }
QString walkInResource() { return QStringLiteral("number/walk-in"); }

QString returnedKind() { return QStringLiteral("rights.returned"); }

Draft moved(const std::vector<ledger::Posting> &postings)
{
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("post"), ledger::encode(postings)}};
    return draft;
}

Draft returned(const std::vector<ledger::Posting> &postings)
{
    auto draft = moved(postings);
    draft.kind = returnedKind();
    return draft;
}

QString lostKind() { return QStringLiteral("rights.lost"); }

Draft lost(const DeviceId &device, const std::vector<Incarnation> &lives, const std::optional<Incarnation> &survivor,
           const QString &reason)
{
    QCborArray list;
    for (const auto life : lives) {
        list.append(qint64(life));
    }
    Draft draft;
    draft.kind = lostKind();
    draft.body = {{key("device"), device.toBytes()}, {key("lives"), list}, {key("reason"), reason}};
    if (survivor) {
        draft.body.insert(key("survivor"), qint64(*survivor));
    }
    return draft;
}

void foldRelease(State &state, const Operation &operation, const OperationHash &fact,
                 const std::vector<ledger::Posting> &postings)
{
    for (const auto &posting : postings) {
        auto &before = state.statement("SELECT count FROM released WHERE op = ? AND resource = ?");
        const bool isKnown = bindAll(before, fact, posting.resource).executeStep();
        const qint64 count = isKnown ? before.getColumn(0).getInt64() : 0;
        const qint64 again = std::min(count, posting.count);
        if (again > 0) {
            ledger::move(state, {posting.resource, ledger::mint(), ledger::used(), again, {}});
        }
        bindAll(state.statement("INSERT INTO released VALUES(?, ?, ?)"
                                " ON CONFLICT DO UPDATE SET count = max(count, excluded.count)"),
                fact, posting.resource, posting.count)
            .exec();
    }
    ledger::fold(state, operation, postings);
}

QStringList tables() { return {QStringLiteral("released"), QStringLiteral("device_lost")}; }

void createTables(State &state)
{
    state.execute(
        "CREATE TABLE released(op BLOB, resource TEXT, count INTEGER NOT NULL, PRIMARY KEY(op, resource)) "
        "WITHOUT ROWID;"
        "CREATE TABLE device_lost(op BLOB PRIMARY KEY, device BLOB NOT NULL, survivor INTEGER,"
        " epoch INTEGER NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == lostKind()) {
        return foldLost(state, operation);
    }
    BodyReader body(operation.bodyMap());
    const auto postings = ledger::decode(body.array("post", ledger::postingsMax));
    const auto releases = body.optionalId<OperationHash>("releases");
    if (!body.isGood() || !postings) {
        return Folded::malformed(QStringLiteral("not a move of rights"));
    }
    if (releases) {
        foldRelease(state, operation, *releases, *postings);
    } else {
        ledger::fold(state, operation, *postings);
    }
    return Folded::applied();
}

namespace {

/// The life of a device that goes on, if it was restored; nothing if all of its lives are at work, or (revoked) none.
std::optional<Incarnation> presentLife(State &state, const DeviceId &device)
{
    std::optional<Incarnation> present;
    for (const auto &restored : devices::restorations(state)) {
        present = restored.device == device ? restored.life : present;
    }
    return present;
}

}  // namespace

std::vector<StreamKey> frozenLives(State &state, const DeviceId &device)
{
    const bool isRevoked = devices::isRevoked(state, device) || isLeftBehind(state, device);
    const auto present = isRevoked ? std::nullopt : presentLife(state, device);
    if (!isRevoked && !present) {
        return {};  // Most devices, asked for at every look at the day: no search through all accounts.
    }
    auto lives = ledger::livesOf(state, device);
    std::erase_if(lives, [&](const StreamKey &life) { return present && life.incarnation == *present; });
    return lives;
}

qint64 frozenPlaces(State &state, const DeviceId &device)
{
    qint64 places = 0;
    for (const auto &life : frozenLives(state, device)) {
        auto &query = state.statement("SELECT coalesce(sum(balance), 0) FROM account WHERE holder = ?"
                                      " AND balance > 0 AND resource LIKE 'place/%'");
        bindAll(query, ledger::holder(life)).executeStep();
        places += query.getColumn(0).getInt64();
    }
    return places;
}

bool isLost(State &state, const DeviceId &device)
{
    auto &row = state.statement("SELECT 1 FROM device_lost WHERE device = ? LIMIT 1");
    return bindAll(row, device).executeStep() && ledger::livesOf(state, device).empty();
}

bool arePlacesHeld(State &state, const StreamKey &self)
{
    if (!isRestored(state, self)) {
        return false;
    }
    auto &query = state.statement("SELECT 1 FROM device_lost WHERE device = ? AND survivor = ? LIMIT 1");
    return !bindAll(query, self.origin, qint64(self.incarnation)).executeStep();
}

bool isLeftBehind(State &state, const DeviceId &device)
{
    const auto term = epochs::latestTerm(state, device);
    const auto now = epochs::current(state);
    if (!term || !now || now->hub == device) {
        return false;
    }
    // Declared lost by somebody who knew that its turn was over; not earlier lives of it while it was at work.
    auto &lost = state.statement("SELECT 1 FROM device_lost l WHERE l.device = ?1 AND l.survivor IS NULL AND EXISTS"
                                 " (SELECT 1 FROM epoch e WHERE (e.number, e.hub) > (?2, ?1) AND e.number <= l.epoch)"
                                 " LIMIT 1");
    if (bindAll(lost, device, qint64(term->number)).executeStep()) {
        return false;
    }
    const auto lives = standbys::steppedDownLives(state, *term);
    return std::ranges::all_of(lives, [&](Incarnation life) { return arePlacesHeld(state, {device, life}); });
}

bool isMintingHeld(State &state, const StreamKey &self)
{
    const auto terms = epochs::latestTerms(state);
    return arePlacesHeld(state, self) || std::ranges::any_of(terms, [&](const Term &term) {
               return term.hub != self.origin && isLeftBehind(state, term.hub);
           });
}

std::vector<Draft> handOver(State &state, const StreamKey &self, const StreamKey &successor, const EpochRecord &record)
{
    std::vector<Draft> drafts;
    std::vector<ledger::Posting> postings;
    const auto holdings = ledger::holdings(state, ledger::holder(self));
    for (const auto &[resource, count] : holdings) {
        postings.push_back({resource, ledger::holder(self), ledger::holder(successor), count, {}});
        if (qsizetype(postings.size()) == ledger::postingsMax) {
            drafts.push_back(moved(std::exchange(postings, {})));
        }
    }
    if (!postings.empty()) {
        drafts.push_back(moved(postings));
    }
    drafts.push_back(standbys::steppedDown(record));
    return drafts;
}

std::vector<Draft> due(State &state, const EventSetup &setup, const StreamKey &self,
                       const std::vector<StreamKey> &linked, const std::optional<std::vector<GuestId>> &movedGuests)
{
    std::vector<Draft> drafts;
    const auto hub = ledger::holder(self);
    if (isMintingHeld(state, self)) {
        // Nothing comes home.
    } else if (movedGuests) {
        for (const auto &guest : *movedGuests) {
            release(state, guest, hub, drafts);
        }
    } else {
        auto &rows = state.statement("SELECT DISTINCT guest FROM told WHERE places > 0");
        const auto everyone = idsOf<GuestId>(rows);
        for (const auto &guest : everyone) {
            release(state, guest, hub, drafts);
        }
    }
    mintPlaces(state, setup, self, drafts);
    number_blocks::Dealer walkIns(state, {walkInResource(), numberBlock, 0, numberLeap}, self);
    number_blocks::Dealer incidentNumbers(
        state, {incidents::numberResource(), incidents::numberBlock, incidents::hubNumbersEnd, incidents::numberLeap},
        self);
    const auto fillNumbers = [&](const QString &account) {
        for (auto *dealer : {&walkIns, &incidentNumbers}) {
            if (dealer->isLow(account)) {
                drafts.push_back(moved(dealer->fill(account, numberBlock)));
            }
        }
    };
    fillNumbers(hub);
    for (const auto &device : linked) {
        fillNumbers(ledger::holder(device));
        fillHeadroom(state, setup, hub, device, qsizetype(linked.size()), drafts);
    }
    return drafts;
}

}  // namespace muster::rights
