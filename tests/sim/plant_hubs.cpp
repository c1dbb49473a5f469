// Bugs in who may decide: turns, promotions, stepping down, lost hubs.
#include "core/authority/claims.h"
#include "core/authority/epochs.h"
#include "core/authority/standbys.h"
#include "core/journal/body.h"
#include "core/venue/scarce/rights.h"
#include "tests/sim/genesis.h"
#include "tests/sim/plant.h"

namespace muster::sim {
namespace {

bool isPromotion(const Operation &operation)
{
    return operation.kind == epochs::kind() &&
           operation.bodyMap().value_or(QCborMap()).value(key("number")).toInteger() >= EpochRecord::promotionStep;
}

Folded foldNoPromotion(Fold &venue, State &state, const Operation &operation)
{
    return isPromotion(operation) ? Folded::applied() : venue.apply(state, operation);
}

/// Turns are known from operations alone.
std::optional<frames::Frame> turnUnsaid(frames::Frame frame, int, test::SeededRandom &)
{
    if (auto *hello = std::get_if<frames::Hello>(&frame)) {
        hello->epochRecord.clear();
    }
    return std::holds_alternative<frames::EpochRecord>(frame) ? std::nullopt : std::optional(frame);
}

/// Whoever is promoted takes its predecessor to have stepped down.
Folded foldMintAtOnce(Fold &venue, State &state, const Operation &operation)
{
    const auto before = epochs::current(state);
    const auto folded = venue.apply(state, operation);
    const auto now = epochs::current(state);
    if (isPromotion(operation) && before && now && before->hub != now->hub) {
        bindAll(state.statement("INSERT INTO stepped_down VALUES(?, ?, 0, ?, ?) ON CONFLICT DO NOTHING"),
                operation.hash, before->hub, qint64(now->number), now->hub)
            .exec();
    }
    return folded;
}

Folded foldShareTwice(Fold &venue, State &state, const Operation &operation)
{
    return foldChanged(venue, state, operation, [&](QCborMap &body) {
        if (operation.kind == claims::grantedKind() && quint32(operation.epoch) > EpochRecord::promotionStep) {
            body.insert(key("post"), QCborArray());
        }
    });
}

Folded foldLostKept(Fold &venue, State &state, const Operation &operation)
{
    return foldChanged(venue, state, operation, [&](QCborMap &body) {
        if (operation.kind == rights::lostKind()) {
            body.insert(key("lives"), QCborArray());
        }
    });
}

Folded foldNoStepDown(Fold &venue, State &state, const Operation &operation)
{
    return operation.kind == standbys::kinds().last() ? Folded::applied() : venue.apply(state, operation);
}

}  // namespace

std::vector<Plant> hubPlants()
{
    PlantList list;
    auto &unseen = list.add("turn-unseen", "The old hub grants on although it got a later epoch", foldNoPromotion);
    unseen.rewrite = turnUnsaid;
    unseen.foldsAt = [](int station) { return station == 0; };
    auto &ignored = list.add("turn-ignored", "Devices take answers of a hub whose epoch is over", foldNoPromotion);
    ignored.rewrite = turnUnsaid;
    ignored.foldsAt = [](int station) { return station != 0 && !Genesis::isStandby(station); };
    list.add("turn-number-kept", "A promotion takes the number of the epoch before").isTurnNumberKept = true;
    list.add("mint-at-once", "A promoted hub mints what its predecessor may have", foldMintAtOnce);
    list.add("share-twice", "What a promoted hub grants is not taken from its share", foldShareTwice);
    list.add("lost-kept", "What a lost hub held is not set aside", foldLostKept);
    list.add("step-down-lost", "That a hub stepped down is not folded", foldNoStepDown);
    return list.all;
}

}  // namespace muster::sim
