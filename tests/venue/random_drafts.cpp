#include "tests/venue/random_drafts.h"

#include "core/journal/body.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/units/sales.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/zones.h"

namespace muster::test {

QString one(SeededRandom &random, std::initializer_list<const char *> words)
{
    return QString::fromLatin1(*(words.begin() + random.below(words.size())));
}

QString text(SeededRandom &random) { return one(random, {"", "why", "because"}); }

OperationHash any(SeededRandom &random, std::span<const Operation> seen, const QString &kind)
{
    std::vector<OperationHash> found;
    for (const auto &operation : seen) {
        if (operation.kind == kind) {
            found.push_back(operation.hash);
        }
    }
    return found.empty() || random.chance(15) ? few<OperationHash>(random, 9) : found[random.below(found.size())];
}

/// A step of one of two draws among the three guests, with one of two seeds.
Draft drawn(SeededRandom &random, std::span<const Operation> seen)
{
    draws::Pool pool;
    for (quint8 i = 1; i <= 3; ++i) {
        pool.entrants.emplace_back().bytes.fill(i);
    }
    QByteArray entrants;
    for (const auto &entrant : pool.entrants) {
        entrants += entrant.toBytes();
    }
    const auto seed = few<draws::Seed>(random, 2);
    const auto commit = any(random, seen, draws::committedKind()).toBytes();
    Draft draft;
    draft.kind = draws::kinds().at(qsizetype(random.below(quint64(draws::kinds().size()))));
    draft.body = {{key("commit"), commit},
                  {key("pool"), QString()},
                  {key("guests"), entrants},
                  {key("draw"), one(random, {"car", "car", "mug"})},
                  {key("attempt"), qint64(1 + random.below(2))},
                  {key("day"), qint64(random.below(3) / 2)},
                  {key("seed_hash"), draws::seedHash(seed).toBytes()},
                  {key("list"), draws::entrantsHash(std::span(&pool, 1)).toBytes()},
                  {key("count"), 3},
                  {key("order"), random.chance(20)},
                  {key("winners"), qint64(1 + random.below(2))},
                  {key("nonce"), QByteArray(16, 'n')},
                  {key("parts"), QCborArray{draws::partHash({}, entrants).toBytes()}},
                  {key("seed"), seed.toBytes()},
                  {key("number"), qint64(random.below(2))},
                  {key("place"), qint64(1 + random.below(2))},
                  {key("guest"), few<GuestId>(random, 3).toBytes()},
                  {key("reason"), text(random)}};
    return draft;
}

Draft sold(SeededRandom &random, std::span<const Operation> seen)
{
    Draft draft;
    if (random.chance(40)) {
        draft.kind = sales::voidedKind();
        draft.body = {{key("sale"), any(random, seen, sales::recordedKind()).toBytes()}, {key("reason"), text(random)}};
        return draft;
    }
    draft.kind = sales::recordedKind();
    draft.body = {{key("merchant"), QStringLiteral("cafe")},         {key("amount"), qint64(1 + random.below(9))},
                  {key("payment"), qint64(random.below(5))},         {key("document"), one(random, {"", "R1"})},
                  {key("guest"), few<GuestId>(random, 3).toBytes()}, {key("day"), qint64(random.below(3) / 2)}};
    return draft;
}

Draft zoned(SeededRandom &random, std::span<const Operation> seen)
{
    const auto zone = one(random, {"A", "D"});
    const zones::Period period{qint64(random.below(3) / 2), qint64(random.below(3) / 2)};
    switch (random.below(7)) {
    case 4: {
        Draft draft;
        draft.kind = referrals::referredKind();
        draft.body = {{key("code"), one(random, {"", "4711"})},
                      {key("reason"), one(random, {"unknown", "blocked"})},
                      {key("guest"), few<GuestId>(random, 3).toBytes()},
                      {key("day"), period.day}};
        return draft;
    }
    case 5: {
        Draft draft;
        draft.kind = referrals::settledKind();
        draft.body = {{key("referral"), any(random, seen, referrals::referredKind()).toBytes()},
                      {key("outcome"), text(random)}};
        return draft;
    }
    case 0:
    case 1: return zones::counted(zone, int(random.below(20)) - 8, text(random), period);
    case 2: return zones::undone(any(random, seen, zones::countedKind()));
    case 3: {
        Draft draft;
        draft.kind = custody::kind();
        draft.body = {{key("tag"), one(random, {"W-1", "W-2"})},
                      {key("out"), random.chance(60)},
                      {key("note"), text(random)},
                      {key("version"), qint64(1 + random.below(3))},
                      {key("day"), period.day}};
        return draft;
    }
    default: {
        QCborArray known;
        for (const auto &operation : seen.subspan(0, random.below(seen.size() + 1))) {
            if (operation.kind.startsWith(QLatin1String("zone.")) && known.size() < 8) {
                known.append(
                    QCborArray{operation.origin.toBytes(), qint64(operation.incarnation), qint64(operation.sequence)});
            }
        }
        Draft draft;
        draft.kind = zones::recountedKind();
        draft.body = {{key("zone"), zone},
                      {key("value"), qint64(random.below(30))},
                      {key("base"), qint64(random.below(30)) - 10},
                      {key("shown"), qint64(random.below(30))},
                      {key("version"), qint64(1 + random.below(2))},
                      {key("day"), period.day},
                      {key("hall"), period.hall},
                      {key("seen"), known}};
        return draft;
    }
    }
}

}  // namespace muster::test
