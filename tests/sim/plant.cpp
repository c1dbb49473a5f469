#include "tests/sim/plant.h"

#include "core/authority/claims.h"
#include "core/journal/body.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"
#include "core/venue/scarce/rights.h"
#include "tests/sim/simulation.h"

namespace muster::sim {
namespace {

Plant::Folds without(const QString &kind, const char *field)
{
    return [kind, field](Fold &venue, State &state, const Operation &operation) {
        return operation.kind == kind
                   ? foldChanged(venue, state, operation, [field](QCborMap &body) { body.remove(key(field)); })
                   : venue.apply(state, operation);
    };
}

Folded foldNoAnnulment(Fold &venue, State &state, const Operation &operation)
{
    return operation.kind == presence::annulledKind() ? Folded::applied() : venue.apply(state, operation);
}

Folded foldNoRival(Fold &venue, State &state, const Operation &operation)
{
    return foldChanged(venue, state, operation, [](QCborMap &body) {
        if (body.value(key("provisional")).toBool()) {
            body.insert(key("step"), int(presence::Step::Move));
        }
    });
}

Folded foldByWallClock(Fold &venue, State &state, const Operation &operation)
{
    if (operation.kind != presence::toldKind()) {
        return venue.apply(state, operation);
    }
    return foldChanged(venue, state, operation, [&](QCborMap &body) {
        body.insert(key("version"), 1 + toMsecs(operation.time.wall()) / 1'000);
    });
}

Folded foldCompanionsLost(Fold &venue, State &state, const Operation &operation)
{
    return foldChanged(venue, state, operation, [](QCborMap &body) {
        if (body.value(key("step")).toInteger() == int(presence::Step::Move)) {
            body.remove(key("companions"));
        }
    });
}

Folded foldRightsTwice(Fold &venue, State &state, const Operation &operation)
{
    if (operation.kind == rights::kind()) {
        std::ignore = venue.apply(state, operation);
    }
    return venue.apply(state, operation);
}

Folded foldRightsKept(Fold &venue, State &state, const Operation &operation)
{
    return foldChanged(venue, state, operation, [&](QCborMap &body) {
        if (operation.kind == rights::kind() && body.contains(key("releases"))) {
            body.insert(key("post"), QCborArray());
        }
    });
}

/// The hub's late no takes back the yes that a cut-off device had told.
Folded foldRefusalReverts(Fold &venue, State &state, const Operation &operation)
{
    const auto folded = venue.apply(state, operation);
    if (operation.kind != presence::toldKind() && operation.kind != claims::refusedKind()) {
        return folded;
    }
    auto &rows = state.statement("SELECT DISTINCT t.op, t.guest FROM told t JOIN verdict v ON v.request = t.request"
                                 " WHERE v.granted = 0 AND t.request = ?");
    bindAll(rows, operation.request);
    std::vector<std::pair<OperationHash, GuestId>> found;
    while (rows.executeStep()) {
        found.emplace_back(idOf<OperationHash>(rows.getColumn(0)), idOf<GuestId>(rows.getColumn(1)));
    }
    for (const auto &[told, guest] : found) {
        bindAll(state.statement("INSERT INTO annulment VALUES(?, ?, ?, '', '', 0) ON CONFLICT DO NOTHING"), told, told,
                guest)
            .exec();
        presence::derive(state, guest);
    }
    return folded;
}

/// A judgement holds for rivals too that it never saw.
Folded foldConflictStaysClosed(Fold &venue, State &state, const Operation &operation)
{
    const auto folded = venue.apply(state, operation);
    const bool concerns = operation.kind == presence::toldKind() || operation.kind == presence::resolvedKind();
    const auto guest = GuestId::fromBytes(operation.bodyMap().value_or(QCborMap()).value(key("guest")).toByteArray());
    if (!concerns || !guest) {
        return folded;
    }
    std::vector<OperationHash> all;
    for (const auto &fact : presence::factsOf(state, *guest)) {
        all.push_back(fact.operation);
    }
    std::ranges::sort(all);
    QCborArray judged;
    for (const auto &hash : all) {
        judged.append(hash.toBytes());
    }
    bindAll(state.statement("UPDATE resolution SET judged = ? WHERE guest = ?"), QCborValue(judged).toCbor(), *guest)
        .exec();
    presence::derive(state, *guest);
    return folded;
}

/// What came first here is what counts here.
Folded foldByArrival(Fold &venue, State &state, const Operation &operation)
{
    const auto guest = GuestId::fromBytes(operation.bodyMap().value_or(QCborMap()).value(key("guest")).toByteArray());
    if (operation.kind != presence::toldKind() || !guest) {
        return venue.apply(state, operation);
    }
    const auto known = presence::factsOf(state, *guest).size();
    return foldChanged(venue, state, operation,
                       [&](QCborMap &body) { body.insert(key("version"), qint64(known) + 1); });
}

void forgetGrants(Station &station)
{
    if (station.index() == 0) {
        auto &journal = station.device().journal();
        std::ignore = journal.transact([&] { journal.state().execute("DELETE FROM verdict"); });
    }
}

/// The hub does not know a request again.
std::optional<frames::Frame> newRequestInside(frames::Frame frame, int, test::SeededRandom &random)
{
    if (auto *ask = std::get_if<frames::Ask>(&frame)) {
        auto body = QCborValue::fromCbor(ask->body).toMap();
        QCborArray members;
        for (const auto &value : body.value(key("members")).toArray()) {
            auto member = value.toArray();
            member[2] = RequestId::make(random).toBytes();
            members.append(member);
        }
        body.insert(key("members"), members);
        ask->body = QCborValue(body).toCbor();
    }
    return frame;
}

std::optional<frames::Frame> lastBatchSkipped(frames::Frame frame, int, test::SeededRandom &random)
{
    auto *operations = std::get_if<frames::Operations>(&frame);
    if (operations != nullptr && !operations->batches.empty() && random.chance(5)) {
        operations->batches.pop_back();
    }
    return frame;
}

std::optional<frames::Frame> bitFlipped(frames::Frame frame, int, test::SeededRandom &random)
{
    auto *operations = std::get_if<frames::Operations>(&frame);
    if (operations != nullptr && !operations->batches.empty() && random.chance(2)) {
        auto &bytes = operations->batches.back();
        const auto bit = random.below(quint64(bytes.size()) * 8);
        bytes[qsizetype(bit / 8)] = char(bytes[qsizetype(bit / 8)] ^ (1 << (bit % 8)));
    }
    return frame;
}

/// Of a yes, only the yes arrives.
std::optional<frames::Frame> grantsLeftOut(frames::Frame frame, int, test::SeededRandom &random)
{
    auto *answer = std::get_if<frames::Answer>(&frame);
    if (answer != nullptr && random.chance(20)) {
        auto body = QCborValue::fromCbor(answer->body).toMap();
        body.insert(key("granted"), QCborArray());
        answer->body = QCborValue(body).toCbor();
    }
    return frame;
}

std::vector<Plant> make()
{
    PlantList list;
    list.add("disk-lies", "The disk says synced and is not").disk = Plant::Disk::Lying;
    list.add("disk-late", "What is synced is durable one sync later: told before durable").disk = Plant::Disk::Late;
    list.add("mark-forgotten", "The high-water mark is put back together with an old disk").mark =
        Plant::Mark::Forgotten;
    list.add("mark-unwritten", "The high-water mark is never written").mark = Plant::Mark::Unwritten;
    list.add("frame-twice", "A frame arrives twice").link = Plant::Link::Twice;
    list.add("frame-swapped", "A frame overtakes another").link = Plant::Link::Swapped;
    list.add("frame-lost", "A frame is lost within a link").link = Plant::Link::Lost;
    list.add("acknowledge-early", "Frames are acknowledged when they arrive, not when they are durable").link =
        Plant::Link::EarlyAcknowledgement;
    list.add("batch-skipped", "The cursor of what is unsent runs ahead").rewrite = lastBatchSkipped;
    list.add("bit-flipped", "Operations are damaged on their way").rewrite = bitFlipped;
    list.add("answer-emptied", "The hub's yes arrives without its grant").rewrite = grantsLeftOut;
    list.add("request-unknown", "The hub does not know a request again").rewrite = newRequestInside;
    list.add("retry-renamed", "Who tries again does so under a new request").isRetryNewRequest = true;
    list.add("failure-as-yes", "What could not be stored is told as a yes").isFailureShownAsYes = true;
    list.add("grants-forgotten", "The hub forgets its grants when it starts").started = forgetGrants;
    list.add("grant-undebited", "A grant of places is not taken from the hub's account").folds =
        without(claims::grantedKind(), "post");
    list.add("number-unspent", "A walk-in's number is not taken from its block").folds =
        without(guests::walkedInKind(), "post");
    list.add("release-forgotten", "That a place came home is not kept in mind").folds =
        without(rights::kind(), "releases");
    list.add("rights-kept", "Places never come home").folds = foldRightsKept;
    list.add("rights-twice", "A move of rights is folded twice").folds = foldRightsTwice;
    list.add("annulment-lost", "Annulments are not folded").folds = foldNoAnnulment;
    list.add("rival-lost", "A provisional sign-in is folded as a move").folds = foldNoRival;
    list.add("refusal-reverts", "A late refusal takes back a yes that was told").folds = foldRefusalReverts;
    list.add("conflict-kept-closed", "A new rival does not reopen a conflict").folds = foldConflictStaysClosed;
    list.add("clock-trusted", "The wall clock says which step was last").folds = foldByWallClock;
    list.add("companions-lost", "Who moves leaves the companions behind").folds = foldCompanionsLost;
    list.add("arrival-counts", "What arrived last counts").folds = foldByArrival;
    std::ranges::move(scarcePlants(), std::back_inserter(list.all));
    std::ranges::move(floorPlants(), std::back_inserter(list.all));
    std::ranges::move(hubPlants(), std::back_inserter(list.all));
    std::ranges::move(dayPlants(), std::back_inserter(list.all));
    return list.all;
}

}  // namespace

Folded foldChanged(Fold &venue, State &state, Operation operation, const std::function<void(QCborMap &)> &change)
{
    auto body = operation.bodyMap().value_or(QCborMap());
    change(body);
    operation.body = QCborValue(body).toCbor();
    return venue.apply(state, operation);
}

const std::vector<Plant> &plants()
{
    static const auto list = make();
    return list;
}

const Plant *plantNamed(const QString &name)
{
    const auto found = std::ranges::find(plants(), name, &Plant::name);
    return found == plants().end() ? nullptr : &*found;
}

std::optional<quint64> seedsUntilFound(const Plant &plant, quint64 from, quint64 seedsMax)
{
    for (quint64 count = 1; count <= seedsMax; ++count) {
        Options options;
        options.seed = from + count - 1;
        options.plant = &plant;
        if (!Simulation(options).run().violations.isEmpty()) {
            return count;
        }
    }
    return std::nullopt;
}

}  // namespace muster::sim
