// What the coordinator does with a draw, step by step.
#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/forgetting.h"
#include "core/venue/guests/presence.h"
#include "core/venue/scarce/rights.h"

#include <algorithm>
#include <map>

namespace muster::draws {
namespace {

constexpr qsizetype codeLengthMax = 64;
constexpr std::size_t nonceSize = 16;

Words noSuchDraw(const QString &draw)
{
    return {QStringLiteral("方案中没有抽奖 %1").arg(draw), QStringLiteral("The plan has no draw %1").arg(draw)};
}

Words nobodyToDraw()
{
    return {QStringLiteral("没有可参加的来宾：须已签到，且当天未中过奖"),
            QStringLiteral("There is nobody to draw from: entrants have signed in and have not won today")};
}

Words tooMany()
{
    return {QStringLiteral("人数超过 %1，请按类别分开抽取").arg(entrantsMax),
            QStringLiteral("More than %1 entrants: draw by class").arg(entrantsMax)};
}

Words begun()
{
    return {QStringLiteral("本次抽奖已开始，请继续，或先作废"),
            QStringLiteral("This draw has begun: go on with it, or give it up first")};
}

Words notBegun()
{
    return {QStringLiteral("请先封存种子和名单"), QStringLiteral("Fix the seed and the list of entrants first")};
}

Words calledAlready(qint64 number)
{
    return {QStringLiteral("现场数字已定：%1").arg(number),
            QStringLiteral("The hall has called a number already: %1").arg(number)};
}

Words badNumber()
{
    return {QStringLiteral("数字须在 0 到 %1 之间").arg(numberMax),
            QStringLiteral("The number must lie between 0 and %1").arg(numberMax)};
}

Words numberFirst()
{
    return {QStringLiteral("请先请现场来宾报出数字"), QStringLiteral("Let the hall call a number first")};
}

Words seedIsElsewhere()
{
    return {QStringLiteral("种子由另一台主机封存：请在该主机上揭晓，或作废后重抽"),
            QStringLiteral("Another device fixed the seed: show it there, or give this draw up and begin anew")};
}

Words listIsNotWhole()
{
    return {QStringLiteral("名单尚未收全，请稍候再试"),
            QStringLiteral("The list of entrants has not arrived wholly; please try again in a moment")};
}

Words drawsMayBeUnknown()
{
    return {QStringLiteral("本机可能不知道先前的抽奖：请待各设备连上，再将原主机（或恢复前的本机）报失"),
            QStringLiteral("Draws may have been made that this device does not know: wait until the others are linked, "
                           "then declare the former coordinator, or this one's earlier life, lost")};
}

Words isShown()
{
    return {QStringLiteral("种子已揭晓，结果不可作废；缺席请按缺席处理"),
            QStringLiteral("The seed was shown: the result stands; use absent for who is not there")};
}

Words notShown()
{
    return {QStringLiteral("尚未揭晓，没有中奖人"), QStringLiteral("The seed was not shown yet: nobody has won")};
}

Words nobodyAt(int place)
{
    return {QStringLiteral("第 %1 名没有人").arg(place), QStringLiteral("Nobody holds place %1").arg(place)};
}

/// Only the hub draws, and only one that knows all that was drawn: not one whose last acts are lost, or whose
/// predecessor may be drawing still.
std::optional<Answer> notHere(Desk &desk, const Act &act)
{
    if (!desk.post().isHub) {
        return desk.refused(act, Outcome::NotNow, rules::onlyAtHub(), QStringLiteral("only_at_hub"));
    }
    if (rights::isMintingHeld(desk.state(), desk.journal().self())) {
        return desk.refused(act, Outcome::NotNow, drawsMayBeUnknown(), QStringLiteral("authority"));
    }
    return std::nullopt;
}

Answer no(Desk &desk, const Act &act, const Words &reason, const char *why)
{
    return desk.refused(act, Outcome::NotAllowed, reason, QLatin1String(why));
}

/// Of this device only, and the same after a restart: nothing has to be kept, and nothing can leak.
Seed seedFor(Desk &desk, const QByteArray &nonce)
{
    SecretKey key;
    key.bytes = hash256("muster draw key" + desk.journal().options().key.seed.toBytes()).bytes;
    Seed seed;
    seed.bytes = keyedHash256("muster draw seed" + nonce, key).bytes;
    return seed;
}

/// The committed seed, if this is the device that committed.
std::optional<Seed> ownSeed(Desk &desk, const Attempt &attempt)
{
    const auto seed = seedFor(desk, attempt.nonce);
    return seedHash(seed) == attempt.seedHash ? std::optional(seed) : std::nullopt;
}

/// Who takes part: signed in, of the plan's classes, without a win today, not forgotten. In the canonical order.
std::vector<Pool> poolsFor(State &state, const DrawPlan &plan)
{
    const auto won = plan.isOrder ? std::vector<GuestId>() : winners(state);
    const auto buried = forgetting::buried(state);
    std::map<QString, std::vector<GuestId>> byCode;
    for (const auto &entrant : presence::signedIn(state)) {
        const bool isIn = plan.classes.isEmpty() || plan.classes.contains(entrant.classCode);
        if (isIn && !std::ranges::binary_search(won, entrant.guest) &&
            !std::ranges::binary_search(buried, entrant.guest)) {
            byCode[plan.isOrder ? entrant.classCode.left(codeLengthMax) : QString()].push_back(entrant.guest);
        }
    }
    std::vector<Pool> pools;
    for (auto &[code, entrants] : byCode) {
        std::ranges::sort(entrants);
        pools.push_back({code, std::move(entrants)});
    }
    return pools;
}

bool isHere(State &state, const Hash256 &part)
{
    auto &row = state.statement("SELECT 1 FROM draw_part WHERE hash = ?");
    return bindAll(row, part).executeStep();
}

/// Writes down the parts of the list that are not in the log yet, and names them all.
QCborArray publish(Desk &desk, const Act &act, std::span<const Pool> pools)
{
    QCborArray parts;
    for (const auto &pool : pools) {
        for (std::size_t at = 0; at < pool.entrants.size(); at += std::size_t(partEntrantsMax)) {
            QByteArray guests;
            const auto end = std::min(pool.entrants.size(), at + std::size_t(partEntrantsMax));
            for (std::size_t i = at; i < end; ++i) {
                guests += pool.entrants[i].toBytes();
            }
            const auto hash = partHash(pool.code, guests);
            parts.append(hash.toBytes());
            if (!isHere(desk.state(), hash)) {
                Draft draft;
                draft.kind = entrantsKind();
                draft.actor = act.actor;
                draft.body = {{key("pool"), pool.code}, {key("guests"), guests}};
                desk.journal().append(std::move(draft));
            }
        }
    }
    return parts;
}

Draft stepDraft(const QString &kind, const Attempt &attempt)
{
    Draft draft;
    draft.kind = kind;
    draft.body = {{key("commit"), attempt.commit.operation.toBytes()}};
    return draft;
}

std::size_t countOf(std::span<const Pool> pools)
{
    std::size_t count = 0;
    for (const auto &pool : pools) {
        count += pool.entrants.size();
    }
    return count;
}

std::size_t partCountOf(std::span<const Pool> pools)
{
    std::size_t count = 0;
    for (const auto &pool : pools) {
        count += (pool.entrants.size() + std::size_t(partEntrantsMax) - 1) / std::size_t(partEntrantsMax);
    }
    return count;
}

/// One that should not be there goes first: a rival that another hub committed to in a split.
const Attempt *toGiveUp(const std::vector<Attempt> &attempts)
{
    const Attempt *chosen = nullptr;
    for (const auto &attempt : attempts) {
        if (!attempt.givingUp && !attempt.showing) {
            chosen = &attempt;
        }
    }
    return chosen;
}

}  // namespace

Answer decide(Desk &desk, const Act &act, const Commit &command)
{
    if (auto elsewhere = notHere(desk, act)) {
        return *elsewhere;
    }
    auto &state = desk.state();
    const auto *plan = findByCode(desk.setup().draws, command.draw);
    if (plan == nullptr || plan->code.size() > codeLengthMax) {
        return desk.refused(act, Outcome::NotFound, noSuchDraw(command.draw), QStringLiteral("unknown_draw"));
    }
    const auto attempts = attemptsOf(state, plan->code);
    if (std::ranges::any_of(attempts, &Attempt::stands)) {
        return no(desk, act, begun(), "begun");
    }
    const auto pools = poolsFor(state, *plan);
    const auto count = countOf(pools);
    if (count == 0) {
        return no(desk, act, nobodyToDraw(), "no_entrants");
    }
    if (partCountOf(pools) > std::size_t(partsMax)) {
        return no(desk, act, tooMany(), "too_many");
    }
    const auto parts = publish(desk, act, pools);
    std::array<quint8, nonceSize> random{};
    desk.journal().random().fill(random);
    const QByteArray nonce(reinterpret_cast<const char *>(random.data()), nonceSize);  // NOLINT: bytes are bytes
    Draft draft;
    draft.kind = committedKind();
    draft.body = {{key("draw"), plan->code},
                  {key("attempt"), qint64(attempts.size()) + 1},
                  {key("day"), presence::resetCount(state)},
                  {key("seed_hash"), seedHash(seedFor(desk, nonce)).toBytes()},
                  {key("list"), entrantsHash(pools).toBytes()},
                  {key("count"), qint64(count)},
                  {key("order"), plan->isOrder},
                  {key("winners"), plan->isOrder ? qint64(count) : qint64(std::max(plan->winners, 1))},
                  {key("prize"), plan->prize.left(codeLengthMax)},
                  {key("nonce"), nonce},
                  {key("parts"), parts}};
    return desk.done(act, std::move(draft));
}

Answer decide(Desk &desk, const Act &act, const CallNumber &command)
{
    if (auto elsewhere = notHere(desk, act)) {
        return *elsewhere;
    }
    const auto attempt = standing(desk.state(), command.draw);
    if (!attempt) {
        return no(desk, act, notBegun(), "not_begun");
    }
    if (!attempt->calls.empty()) {
        return no(desk, act, calledAlready(attempt->calls.front().number), "called");
    }
    if (command.number < 0 || command.number > numberMax) {
        return no(desk, act, badNumber(), "bad_number");
    }
    auto draft = stepDraft(calledKind(), *attempt);
    draft.body.insert(key("number"), command.number);
    return desk.done(act, std::move(draft));
}

Answer decide(Desk &desk, const Act &act, const Reveal &command)
{
    if (auto elsewhere = notHere(desk, act)) {
        return *elsewhere;
    }
    const auto attempt = standing(desk.state(), command.draw);
    if (!attempt) {
        return no(desk, act, notBegun(), "not_begun");
    }
    if (attempt->showing) {
        return no(desk, act, isShown(), "shown");
    }
    if (attempt->calls.empty()) {
        return no(desk, act, numberFirst(), "no_number");
    }
    const auto seed = ownSeed(desk, *attempt);
    if (!seed) {
        return desk.refused(act, Outcome::NotNow, seedIsElsewhere(), QStringLiteral("seed_elsewhere"));
    }
    if (!entrantsOf(desk.state(), *attempt)) {
        return desk.refused(act, Outcome::NotNow, listIsNotWhole(), QStringLiteral("list_not_whole"));
    }
    auto draft = stepDraft(revealedKind(), *attempt);
    draft.body.insert(key("seed"), seed->toBytes());
    draft.body.insert(key("number"), attempt->calls.front().number);
    auto answer = desk.done(act, std::move(draft));
    recall(desk, command, answer);
    return answer;
}

void recall(Desk &desk, const Reveal &command, Answer &answer)
{
    if (const auto shown = standing(desk.state(), command.draw)) {
        for (const auto &place : placesOf(desk.state(), *shown)) {
            answer.subjects << place.guest.toHex();
        }
    }
}

Answer decide(Desk &desk, const Act &act, const Absent &command)
{
    if (auto elsewhere = notHere(desk, act)) {
        return *elsewhere;
    }
    const auto reason = command.reason.trimmed();
    if (reason.isEmpty()) {
        return no(desk, act, rules::reasonNeeded(), "no_reason");
    }
    const auto attempt = standing(desk.state(), command.draw);
    if (!attempt || !attempt->showing) {
        return no(desk, act, notShown(), "not_shown");
    }
    const auto places = placesOf(desk.state(), *attempt);
    const auto held = std::ranges::find_if(
        places, [&](const Place &place) { return place.number == command.place && !place.isAbsent; });
    if (held == places.end()) {
        return desk.refused(act, Outcome::NotFound, nobodyAt(command.place), QStringLiteral("no_such_place"));
    }
    auto draft = stepDraft(absentKind(), *attempt);
    draft.body.insert(key("place"), command.place);
    draft.body.insert(key("guest"), held->guest.toBytes());
    draft.body.insert(key("reason"), reason);
    return desk.done(act, std::move(draft));
}

Answer decide(Desk &desk, const Act &act, const Abort &command)
{
    if (auto elsewhere = notHere(desk, act)) {
        return *elsewhere;
    }
    const auto reason = command.reason.trimmed();
    if (reason.isEmpty()) {
        return no(desk, act, rules::reasonNeeded(), "no_reason");
    }
    const auto attempts = attemptsOf(desk.state(), command.draw);
    const auto *attempt = toGiveUp(attempts);
    if (attempt == nullptr) {
        const bool isOver = std::ranges::any_of(attempts, &Attempt::stands);
        return no(desk, act, isOver ? isShown() : notBegun(), isOver ? "shown" : "not_begun");
    }
    auto draft = stepDraft(abortedKind(), *attempt);
    draft.body.insert(key("reason"), reason);
    if (const auto seed = ownSeed(desk, *attempt)) {
        draft.body.insert(key("seed"), seed->toBytes());  // What would have come of it is nobody's secret.
    }
    return desk.done(act, std::move(draft));
}

}  // namespace muster::draws
