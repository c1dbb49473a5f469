#include "core/venue/rights.h"

#include "core/journal/body.h"
#include "core/venue/presence.h"

namespace muster::rights {
namespace {

Draft moved(const std::vector<ledger::Posting> &postings, const std::optional<OperationHash> &releases)
{
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("post"), ledger::encode(postings)}};
    if (releases) {
        draft.body.insert(key("releases"), releases->toBytes());
    }
    return draft;
}

/// The plan's firm capacities as places in the hub's account; what was lowered is taken back as far as it is there.
void mintPlaces(State &state, const EventSetup &setup, const QString &self, std::vector<Draft> &drafts)
{
    for (const auto &zone : setup.zones) {
        const auto resource = placeResource(zone.code);
        const qint64 wanted = zone.firmCapacity.value_or(0);
        const qint64 minted = ledger::total(state, resource);
        if (minted < wanted) {
            drafts.push_back(moved({{resource, ledger::mint(), self, wanted - minted, {}}}, std::nullopt));
        } else if (minted > wanted) {
            const qint64 back = std::min(minted - wanted, ledger::balance(state, resource, self));
            if (back > 0) {
                drafts.push_back(moved({{resource, self, ledger::mint(), back, {}}}, std::nullopt));
            }
        }
    }
}

void fillNumbers(State &state, const QString &self, const QString &account, qint64 &next, std::vector<Draft> &drafts)
{
    const auto resource = walkInResource();
    if (ledger::balance(state, resource, account) >= numberLow) {
        return;
    }
    std::vector<ledger::Posting> postings{{resource, ledger::mint(), self, numberBlock, {}}};
    if (account == self) {
        postings.back().first = next;
    } else {
        postings.push_back({resource, self, account, numberBlock, next});
    }
    next += numberBlock;
    drafts.push_back(moved(postings, std::nullopt));
}

void fillHeadroom(State &state, const EventSetup &setup, const QString &self, const QString &account,
                  qsizetype deviceCount, std::vector<Draft> &drafts)
{
    for (const auto &zone : setup.zones) {
        if (!zone.firmCapacity || account == self) {
            continue;
        }
        const auto resource = placeResource(zone.code);
        const qint64 pool = ledger::balance(state, resource, self);
        const qint64 held = ledger::balance(state, resource, account);
        // A fifth of what is left, shared among the devices: most of it must stay where everybody can ask for it.
        const qint64 wanted = std::min<qint64>(headroomMax, pool / 5 / std::max<qsizetype>(deviceCount, 1));
        if (held < wanted / 2 + wanted % 2 && wanted > held) {
            drafts.push_back(moved({{resource, self, account, wanted - held, {}}}, std::nullopt));
        }
    }
}

void release(State &state, const GuestId &guest, const QString &self, std::vector<Draft> &drafts)
{
    const auto day = presence::dayOf(state, guest);
    for (const auto &fact : presence::factsOf(state, guest)) {
        const bool isHeld = day.isInside && day.place->operation == fact.operation;
        if (fact.places == 0 || isHeld) {
            continue;
        }
        auto &done = state.statement("SELECT 1 FROM released WHERE op = ?");
        if (bindAll(done, fact.operation).executeStep()) {
            continue;
        }
        drafts.push_back(moved({{placeResource(fact.zone), ledger::used(), self, fact.places, {}}}, fact.operation));
    }
}

}  // namespace

QString kind() { return QStringLiteral("rights.moved"); }
QString placeResource(const QString &zone) { return QStringLiteral("place/") + zone; }
QString walkInResource() { return QStringLiteral("number/walk-in"); }

QStringList tables() { return {QStringLiteral("released")}; }

void createTables(State &state) { state.execute("CREATE TABLE released(op BLOB PRIMARY KEY) WITHOUT ROWID"); }

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto postings = ledger::decode(body.array("post", ledger::postingsMax));
    const auto releases = body.optionalId<OperationHash>("releases");
    if (!body.isGood() || !postings) {
        return Folded::malformed(QStringLiteral("not a move of rights"));
    }
    ledger::fold(state, operation, *postings);
    if (releases) {
        bindAll(state.statement("INSERT INTO released VALUES(?) ON CONFLICT DO NOTHING"), *releases).exec();
    }
    return Folded::applied();
}

std::vector<Draft> due(State &state, const EventSetup &setup, const StreamKey &self,
                       const std::vector<StreamKey> &linked, const std::optional<std::vector<GuestId>> &movedGuests)
{
    std::vector<Draft> drafts;
    const auto hub = ledger::holder(self);
    if (movedGuests) {
        for (const auto &guest : *movedGuests) {
            release(state, guest, hub, drafts);
        }
    } else {
        std::vector<GuestId> everyone;
        auto &rows = state.statement("SELECT DISTINCT guest FROM told WHERE places > 0");
        while (rows.executeStep()) {
            everyone.push_back(idOf<GuestId>(rows.getColumn(0)));
        }
        for (const auto &guest : everyone) {
            release(state, guest, hub, drafts);
        }
    }
    mintPlaces(state, setup, hub, drafts);
    qint64 next = ledger::numbersEnd(state, walkInResource());
    fillNumbers(state, hub, hub, next, drafts);
    for (const auto &device : linked) {
        fillNumbers(state, hub, ledger::holder(device), next, drafts);
        fillHeadroom(state, setup, hub, ledger::holder(device), qsizetype(linked.size()), drafts);
    }
    return drafts;
}

}  // namespace muster::rights
