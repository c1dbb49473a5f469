// Bugs in who may decide: turns, promotions, stepping down, lost hubs.
#include "core/authority/claims.h"
#include "core/authority/epochs.h"
#include "core/authority/standbys.h"
#include "core/journal/body.h"
#include "core/venue/rights.h"
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

/// All promoted hubs begin in one region.
Folded foldOneRegion(Fold &venue, State &state, const Operation &operation)
{
    constexpr qint64 shared = 5'000'000;
    return foldChanged(venue, state, operation, [&](QCborMap &body) {
        QCborArray postings;
        for (const auto &value : body.value(key("post")).toArray()) {
            auto row = value.toArray();
            const bool isWalkIn = row.at(0).toString() == rights::walkInResource();
            const qint64 width = isWalkIn ? 100'000 : 10'000;
            if (row.size() > 4 && row.at(4).toInteger() >= width) {
                row[4] = shared + row.at(4).toInteger() % width;
            }
            postings.append(row);
        }
        if (!postings.isEmpty()) {
            body.insert(key("post"), postings);
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
    std::vector<Plant> list;
    const auto add = [&](const char *name, const char *what, Plant::Folds folds = {}) -> Plant & {
        auto &plant = list.emplace_back();
        plant.name = QLatin1String(name);
        plant.what = QLatin1String(what);
        plant.folds = std::move(folds);
        return plant;
    };
    auto &unseen = add("turn-unseen", "The old hub grants on although it got a later epoch", foldNoPromotion);
    unseen.rewrite = turnUnsaid;
    unseen.foldsAt = [](int station) { return station == 0; };
    auto &ignored = add("turn-ignored", "Devices take answers of a hub whose epoch is over", foldNoPromotion);
    ignored.rewrite = turnUnsaid;
    ignored.foldsAt = [](int station) { return station != 0 && !Genesis::isStandby(station); };
    add("turn-number-kept", "A promotion takes the number of the epoch before").isTurnNumberKept = true;
    add("mint-at-once", "A promoted hub mints what its predecessor may have", foldMintAtOnce);
    add("share-twice", "What a promoted hub grants is not taken from its share", foldShareTwice);
    add("lost-kept", "What a lost hub held is not set aside", foldLostKept);
    add("region-shared", "Hubs that are promoted apart begin with the same numbers", foldOneRegion);
    add("step-down-lost", "That a hub stepped down is not folded", foldNoStepDown);
    return list;
}

}  // namespace muster::sim
