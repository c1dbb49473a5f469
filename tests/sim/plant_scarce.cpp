// Bugs in what is given once: numbers, calls, prizes, units.
#include "core/authority/claims.h"
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/queues/queue_states.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/units/units.h"
#include "tests/sim/plant.h"

namespace muster::sim {
namespace {

void keepSource(QCborArray &row) { row[1] = ledger::mint(); }

void moveNothing(QCborArray &row)
{
    row[0] = QStringLiteral("nothing");
    row[1] = ledger::mint();
}

/// The hub does not know the request of a right again.
std::optional<frames::Frame> rightRenamed(frames::Frame frame, int, test::SeededRandom &random)
{
    if (auto *ask = std::get_if<frames::Ask>(&frame)) {
        auto body = QCborValue::fromCbor(ask->body).toMap();
        if (body.value(key("kind")).toString() == QLatin1String("right")) {
            body.insert(key("request"), RequestId::make(random).toBytes());
            ask->body = QCborValue(body).toCbor();
        }
    }
    return frame;
}

Folded foldCancelledTwice(Fold &venue, State &state, const Operation &operation)
{
    const bool isCancel = operation.kind == QLatin1String("prize.ended") &&
                          operation.bodyMap().value_or(QCborMap()).value(key("how")).toInteger() == 1;
    if (isCancel) {
        std::ignore = venue.apply(state, operation);
    }
    return venue.apply(state, operation);
}

void holdForgotten(QCborMap &body)
{
    if (body.value(key("phase")).toInteger() == qint64(units::Phase::Held)) {
        body.insert(key("phase"), int(units::Phase::Free));
    }
}

void handOverForgotten(QCborMap &body)
{
    if (body.value(key("how")).toInteger() == 0) {
        body.insert(key("given"), OperationHash{}.toBytes());
    }
}

void serviceForgotten(QCborMap &body)
{
    if (body.value(key("step")).toInteger() == qint64(queues::Step::Arrive)) {
        body.insert(key("phase"), int(queues::Phase::Waiting));
    }
}

}  // namespace

Plant::Folds withPostings(const QString &kind, const char *prefix, const std::function<void(QCborArray &)> &change)
{
    return [kind, prefix, change](Fold &venue, State &state, const Operation &operation) {
        if (operation.kind != kind) {
            return venue.apply(state, operation);
        }
        return foldChanged(venue, state, operation, [&](QCborMap &body) {
            QCborArray postings;
            for (const auto &value : body.value(key("post")).toArray()) {
                auto row = value.toArray();
                if (row.at(0).toString().startsWith(QLatin1String(prefix))) {
                    change(row);
                }
                postings.append(row);
            }
            if (!postings.isEmpty()) {
                body.insert(key("post"), postings);
            }
        });
    };
}

Plant::Folds changed(const QString &kind, const std::function<void(QCborMap &)> &change)
{
    return [kind, change](Fold &venue, State &state, const Operation &operation) {
        return operation.kind == kind ? foldChanged(venue, state, operation, change) : venue.apply(state, operation);
    };
}

std::vector<Plant> scarcePlants()
{
    PlantList list;
    list.add("call-undebited", "A ticket that the hub granted to one counter stays its own",
             withPostings(claims::grantedKind(), "ticket/", keepSource));
    list.add("deck-undebited", "A ticket is put on the decks of two counters",
             withPostings(rights::kind(), "ticket/", keepSource));
    list.add("number-again", "A number that was given is not taken from its block",
             withPostings(QStringLiteral("queue.issued"), "number/", moveNothing));
    list.add("cancel-twice", "A cancelled prize brings back its stock twice", foldCancelledTwice);
    list.add("budget-uncounted", "What a desk gave by its budget is not counted",
             changed(QStringLiteral("prize.granted"), [](QCborMap &body) { body.insert(key("by_right"), true); }));
    list.add("hand-over-forgotten", "That a prize was handed over is forgotten",
             changed(QStringLiteral("prize.ended"), handOverForgotten));
    list.add("limit-forgotten", "How many a guest may have is forgotten when grants meet",
             changed(QStringLiteral("prize.granted"), [](QCborMap &body) { body.insert(key("limit"), 1'000); }));
    list.add("stock-unspent", "A prize that is given away stays in stock",
             withPostings(QStringLiteral("prize.granted"), "stock/", keepSource));
    list.add("unit-undebited", "A unit's right is granted and stays with the hub",
             withPostings(claims::grantedKind(), "unit/", keepSource));
    list.add("hold-forgotten", "That a unit is held is forgotten",
             changed(QStringLiteral("unit.stepped"), holdForgotten));
    list.add("service-forgotten", "A guest who is being served waits again",
             changed(QStringLiteral("queue.stepped"), serviceForgotten));
    list.add("loss-forgotten", "What a lost device holds is not set aside",
             changed(QStringLiteral("rights.lost"), [](QCborMap &body) { body.insert(key("lives"), QCborArray()); }));
    list.add("counter-kept-open", "A counter that closes keeps its deck",
             changed(QStringLiteral("queue.counter"), [](QCborMap &body) { body.insert(key("open"), true); }));
    list.add("steps-by-clock", "The wall clock says which step of a ticket was last",
             changed(QStringLiteral("queue.stepped"), [](QCborMap &body) { body.insert(key("version"), 1); }));
    list.add("right-renamed", "The hub does not know again who asks for a right").rewrite = rightRenamed;
    return list.all;
}

}  // namespace muster::sim
