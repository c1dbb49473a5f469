#include "tests/venue/random_drafts.h"

#include "core/journal/body.h"
#include "core/venue/door/referrals.h"
#include "core/venue/draws/draws.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/modes/messages.h"
#include "core/venue/modes/modes.h"
#include "core/venue/posts/posts.h"
#include "core/venue/staff/sign_on.h"
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

/// Any kind of posts and of sign-on: each reads of one body what it knows, and takes the rest for a later version.
Draft posted(SeededRandom &random, std::span<const Operation> seen)
{
    const auto all = posts::kinds() + staff::kinds();
    const auto version = qint64(1 + random.below(3));
    Draft draft;
    draft.kind = random.chance(50) ? posts::steppedKind() : all.at(qsizetype(random.below(quint64(all.size()))));
    draft.body = {{key("day"), qint64(random.below(3) / 2)},
                  {key("staff"), one(random, {"S1", "S2", "S3"})},
                  {key("where"), qint64(random.below(6))},
                  {key("place"), one(random, {"", "gate", "door", "A"})},
                  {key("back"), one(random, {"", "gate"})},
                  {key("at_s"), qint64(1'700'000'000 + random.below(9) * 600)},
                  {key("on_feet_s"), qint64(1'700'000'000)},
                  {key("version"), version},
                  {key("relieves"), one(random, {"", "S1", "S2"})},
                  {key("relieved_version"), version},
                  {key("ticks"), QCborArray{one(random, {"badge", "radio"})}},
                  {key("tick_version"), version},
                  {key("on"), random.chance(50)},
                  {key("tenancy"), any(random, seen, posts::steppedKind()).toBytes()},
                  {key("post"), one(random, {"gate", "door"})},
                  {key("relief"), one(random, {"", "S3"})},
                  {key("code"), one(random, {"H1", "H1-2ABC"})},
                  {key("tag"), one(random, {"R1", "R2"})},
                  {key("out"), random.chance(60)},
                  {key("present"), random.chance(60)},
                  {key("salt"), QByteArray(16, 's')},
                  {key("hash"), QByteArray(32, char('a' + random.below(3)))},
                  {key("pin"), random.chance(50)}};
    if (random.chance(15)) {
        draft.body.insert(key("until_s"), qint64(1'700'009'000));
    }
    if (draft.kind == staff::pinRefusedKind()) {
        draft.body.insert(key("pin"), any(random, seen, staff::pinSetKind()).toBytes());
    }
    if (draft.kind == QLatin1String("roll.called") && random.chance(50)) {
        draft.body.insert(key("staff"), QString());
        draft.body.insert(key("guest"), few<GuestId>(random, 3).toBytes());
    }
    return draft;
}

/// An incident, or something about one of a few.
Draft incident(SeededRandom &random, std::span<const Operation> seen)
{
    Draft draft;
    if (random.chance(30)) {
        draft.kind = incidents::openedKind();
        draft.body = {{key("number"), QString::number(random.below(3))},
                      {key("zone"), one(random, {"A", "D", ""})},
                      {key("types"), QCborArray{one(random, {"medical", "lost"})}},
                      {key("urgent"), random.chance(30)},
                      {key("restricted"), random.chance(30)},
                      {key("day"), qint64(random.below(3) / 2)}};
    } else if (random.chance(10)) {
        draft.kind = incidents::struckKind();
        draft.body = {{key("entry"), any(random, seen, incidents::kindOf(incidents::Step::Noted)).toBytes()}};
    } else {
        draft.kind = incidents::kindOf(incidents::Step(random.below(incidents::stepCount)));
        draft.body = {{key("incident"), any(random, seen, incidents::openedKind()).toBytes()},
                      {key("other"), any(random, seen, incidents::openedKind()).toBytes()},
                      {key("version"), qint64(1 + random.below(3))},
                      {key("state"), qint64(random.below(4))},
                      {key("link"), qint64(random.below(2))},
                      {key("on"), random.chance(60)},
                      {key("done"), random.chance(60)},
                      {key("staff"), one(random, {"S1", "S2"})},
                      {key("item"), one(random, {"ambulance", "lights"})},
                      {key("post"), one(random, {"gate-1", "gate-2"})},
                      {key("blob"), few<Hash256>(random, 2).toBytes()},
                      {key("size"), qint64(1 + random.below(9))}};
        if (random.chance(30)) {
            draft.body.insert(key("urgent"), random.chance(50));
            draft.body.insert(key("types"), QCborArray{one(random, {"medical", "lost"})});
            draft.body.insert(key("restricted"), random.chance(20));
            draft.body.insert(key("occurred_s"), qint64(1 + random.below(9)));
        }
        if (random.chance(20)) {
            draft.body.insert(key("look_out"), one(random, {"red jacket", "blue cap"}));
            draft.body.insert(key("occurred_s"), qint64(1'795'860'000 + random.below(900)));
        }
        draft.body.insert(key("seen"), qint64(random.below(4)));
    }
    if (random.chance(50)) {
        draft.body.insert(key("text"), text(random));
    } else {
        draft.body.insert(key("sealed"), QByteArrayLiteral("sealed"));
    }
    return draft;
}

Draft ruled(SeededRandom &random, std::span<const Operation> seen)
{
    const auto day = qint64(random.below(3) / 2);
    Draft draft;
    if (random.chance(60)) {
        const bool isZone = random.chance(50);
        draft.kind = isZone ? modes::zoneKind() : modes::hallKind();
        draft.body = {{key("mode"), qint64(random.below(4))},
                      {key("reason"), text(random)},
                      {key("flowed"), qint64(random.below(30)) - 10},
                      {key("version"), qint64(1 + random.below(2))},
                      {key("day"), day}};
        if (isZone) {
            draft.body.insert(key("zone"), one(random, {"A", "D"}));
        }
    } else if (random.chance(50)) {
        draft.kind = messages::saidKind();
        draft.body = {{key("to"), one(random, {"all", "role:lead", "zone:A"})},
                      {key("text"), QStringLiteral("x")},
                      {key("day"), day}};
    } else {
        draft.kind = messages::readKind();
        draft.body = {{key("message"), any(random, seen, messages::saidKind()).toBytes()},
                      {key("station"), one(random, {"", "gate-1"})}};
    }
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
