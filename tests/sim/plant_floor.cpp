// Bugs on the floor: counts, sales, draws, batches, transfers.
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/draws/draws.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/units/sales.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/zones.h"
#include "tests/sim/genesis.h"
#include "tests/sim/plant.h"

namespace muster::sim {
namespace {

Plant::Folds lost(const QString &kind)
{
    return [kind](Fold &venue, State &state, const Operation &operation) {
        return operation.kind == kind ? Folded::applied() : venue.apply(state, operation);
    };
}

std::function<void(QCborMap &)> put(const char *field, const QCborValue &value)
{
    return [field, value](QCborMap &body) { body.insert(key(field), value); };
}

/// What a step of a ticket makes of it.
Plant::Folds phaseAfter(queues::Step step, queues::Phase phase)
{
    return changed(queues::steppedKind(), [step, phase](QCborMap &body) {
        if (body.value(key("step")).toInteger() == qint64(step)) {
            body.insert(key("phase"), int(phase));
        }
    });
}

/// Twice as many, and never fewer.
void mintTwice(QCborArray &row)
{
    if (row.at(1).toString() == ledger::mint()) {
        row[3] = row.at(3).toInteger() * 2;
    } else if (row.at(2).toString() == ledger::mint()) {
        row[0] = QStringLiteral("nothing");
    }
}

void keepSource(QCborArray &row) { row[1] = ledger::mint(); }

void lastEntrantLost(QCborMap &body)
{
    const auto guests = body.value(key("guests")).toByteArray();
    if (guests.size() > GuestId::size) {
        body.insert(key("guests"), guests.chopped(GuestId::size));
    }
}

Folded foldWinnersForgotten(Fold &venue, State &state, const Operation &operation)
{
    const auto folded = venue.apply(state, operation);
    if (operation.kind == draws::revealedKind()) {
        state.execute("DELETE FROM draw_winner");
    }
    return folded;
}

}  // namespace

std::vector<Plant> floorPlants()
{
    PlantList list;
    list.add("recount-forgets", "A recount forgets what its author had added up",
             changed(zones::recountedKind(), put("base", 0)));
    list.add("recount-unseeing", "A recount forgets whose counts its author had seen",
             changed(zones::recountedKind(), put("seen", QCborArray())));
    list.add("recount-by-clock", "The wall clock says which recount stands",
             changed(zones::recountedKind(), put("version", 1)));
    list.add("count-twice", "A count of heads is added twice", changed(zones::countedKind(), [](QCborMap &body) {
                 body.insert(key("delta"), body.value(key("delta")).toInteger() * 2);
             }));
    list.add("undo-lost", "A count that was taken back still counts", lost(zones::undoneKind()));
    list.add("places-overbooked", "A zone has twice the places that the plan allows",
             withPostings(rights::kind(), "place/", mintTwice));
    list.add("void-lost", "A sale that was voided stands, and its gift with it", lost(sales::voidedKind()));
    list.add("sale-on-another", "A sale is booked on another guest", changed(sales::recordedKind(), [](QCborMap &body) {
                 if (body.contains(key("guest"))) {
                     body.insert(key("guest"), Genesis::instance().guest(0).toBytes());
                 }
             }));
    list.add("winners-forgotten", "Who has won may win again", foldWinnersForgotten);
    list.add("entrants-changed", "The list of entrants changes after it was committed",
             changed(draws::entrantsKind(), lastEntrantLost));
    list.add("number-unheard", "The number that the hall called is forgotten", lost(draws::calledKind()));
    list.add("abort-lost", "A draw that was given up goes on", lost(draws::abortedKind()));
    list.add("absence-lost", "Who is absent keeps the place", lost(draws::absentKind()));
    list.add("batch-forgotten", "Who was called with a batch waits again",
             phaseAfter(queues::Step::Batched, queues::Phase::Waiting));
    list.add("late-forgotten", "That somebody missed the batch is forgotten",
             phaseAfter(queues::Step::NoShow, queues::Phase::Batched));
    list.add("return-undebited", "A number that is passed on keeps its right at the first counter",
             withPostings(rights::returnedKind(), "ticket/", keepSource));
    list.add("owner-by-clock", "The wall clock says whose guest it is",
             changed(queues::ownerKind(), put("version", 1)));
    list.add("custody-by-clock", "The wall clock says who has a thing", changed(custody::kind(), put("version", 1)));
    return list.all;
}

}  // namespace muster::sim
