#pragma once
#include "tests/support/journal_rig.h"

#include <map>

namespace muster::test {

/// What a room says of its kinds, so that checkConvergence() can try them in any order.
class Histories {
public:
    virtual ~Histories() = default;
    [[nodiscard]] virtual std::unique_ptr<Fold> makeFold() const = 0;
    /// Any operation that a device could write that has seen @p seen (in its order of arrival).
    [[nodiscard]] virtual Draft make(SeededRandom &random, std::span<const Operation> seen) const = 0;
    /// What else than the digest must be the same: sums, views …
    [[nodiscard]] virtual QByteArray view(State &) const { return {}; }
};

struct ConvergenceCases {
    quint64 seed = 1;
    int histories = 100;
    int deliveries = 10;  ///< Of each history.
    int authors = 3;
    int actsMax = 24;
};

namespace detail {

/// A journal in memory with a fold of its own; made once and emptied by being made again.
inline std::unique_ptr<Rig> freshRig(const EventKeys &event, quint64 seed, Fold &fold)
{
    auto rig = std::make_unique<Rig>(event, seed);
    rig->foldUsed = &fold;
    rig->opened();
    return rig;
}

/// A history: several authors act and hear of each other now and then. Ends with every author's own batches.
inline std::vector<std::vector<Operation>> writeHistory(const Histories &histories, const EventKeys &event,
                                                        const ConvergenceCases &cases, SeededRandom &random,
                                                        std::vector<std::unique_ptr<Rig>> &authors,
                                                        std::vector<std::unique_ptr<Fold>> &folds)
{
    std::vector<std::vector<Operation>> seen(std::size_t(cases.authors));
    for (int i = 0; i < cases.authors; ++i) {
        folds.push_back(histories.makeFold());
        authors.push_back(freshRig(event, random.step(), *folds.back()));
        authors.back()->clock.stepWall(std::chrono::minutes(random.below(3) * 30));  // Some clocks are wrong.
    }
    const auto acts = 2 + random.below(quint64(cases.actsMax) - 1);
    for (quint64 i = 0; i < acts; ++i) {
        const auto who = random.below(quint64(cases.authors));
        auto &author = *authors[who];
        author.clock.advance(std::chrono::milliseconds(random.below(5)));
        if (random.chance(25)) {
            author.pull(*authors[random.below(quint64(cases.authors))]);
            seen[who].clear();
            REQUIRE(author
                        ->forEach([&](const Operation &operation) {
                            seen[who].push_back(operation);
                            return true;
                        })
                        .has_value());
        }
        REQUIRE(author
                    ->transact([&] {
                        for (quint64 k = 0; k <= random.below(3); ++k) {
                            seen[who].push_back(author->append(histories.make(random, seen[who])));
                        }
                    })
                    .has_value());
    }
    return seen;
}

/// Gives everything to @p reader: in pieces, out of order where the chains allow it, some of it twice.
inline void deliver(Rig &reader, const std::vector<std::unique_ptr<Rig>> &authors, SeededRandom &random)
{
    for (int idle = 0; idle < 12;) {
        const auto &from = *authors[random.below(authors.size())];
        // As if only a part of what we have were known there: pieces of other sizes, and duplicates.
        VersionVector claimed = reader->vector();
        if (random.chance(30) && !claimed.heads.empty()) {
            auto forgotten = claimed.heads.begin();
            std::advance(forgotten, qsizetype(random.below(claimed.heads.size())));
            claimed.heads.erase(forgotten);
        }
        auto batches = from->since(claimed, qsizetype(1 + random.below(4000))).value();
        for (std::size_t i = batches.size(); i > 1; --i) {
            std::swap(batches[i - 1], batches[random.below(i)]);
        }
        int count = 0;
        REQUIRE(reader
                    ->transact([&] {
                        for (const auto &batch : batches) {
                            const auto merged = reader->merge(batch);
                            REQUIRE((merged || merged.error().code == ErrorCode::NotFound));
                            count += merged ? merged->appliedCount : 0;
                        }
                    })
                    .has_value());
        idle = count == 0 ? idle + 1 : 0;
    }
    for (const auto &author : authors) {
        reader.pull(*author);
    }
}

}  // namespace detail

/// The property that every fold must have. Signatures are faked: thousands of cases take seconds.
inline void checkConvergence(const Histories &histories, const ConvergenceCases &cases)
{
    static const FakeSignatures fake;
    const EventKeys event(cases.seed, fake);
    SeededRandom random(cases.seed);
    for (int h = 0; h < cases.histories; ++h) {
        std::vector<std::unique_ptr<Fold>> folds;
        std::vector<std::unique_ptr<Rig>> authors;
        detail::writeHistory(histories, event, cases, random, authors, folds);
        std::optional<VersionVector> vector;
        std::optional<StateDigest> digest;
        std::optional<QByteArray> view;
        const auto viewOf = [&](Rig &rig) { return rig.ask([&](State &state) { return histories.view(state); }); };
        for (int d = 0; d < cases.deliveries; ++d) {
            CAPTURE(cases.seed, h, d);
            const auto fold = histories.makeFold();
            const auto reader = detail::freshRig(event, random.step(), *fold);
            detail::deliver(*reader, authors, random);
            vector = vector.value_or((*reader)->vector());
            digest = digest.value_or((*reader)->digest());
            REQUIRE((*reader)->vector() == *vector);
            REQUIRE((*reader)->digest() == *digest);
            view = view.value_or(viewOf(*reader));
            REQUIRE(viewOf(*reader) == *view);
            if (d == 0) {
                StateDigest scratch;
                REQUIRE(
                    (*reader)->read([&](State &state) { scratch = state.computeDigest(fold->tables()); }).has_value());
                REQUIRE(scratch == *digest);
                REQUIRE((*reader)->foldAnew().has_value());
                REQUIRE((*reader)->digest() == *digest);
                REQUIRE(viewOf(*reader) == *view);
            }
        }
        // The authors, who folded their own acts as they made them, agree too.
        for (auto &author : authors) {
            for (auto &other : authors) {
                author->pull(*other);
            }
            REQUIRE((*author)->vector() == *vector);
            REQUIRE((*author)->digest() == *digest);
            REQUIRE(viewOf(*author) == *view);
        }
    }
}

}  // namespace muster::test
