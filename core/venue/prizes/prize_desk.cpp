// At the prize desk: may they have it, it is in their hands, or not after all.
#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/guests.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/units/sales.h"
#include "core/venue/units/units.h"

namespace muster::prizes {
namespace {

using scarce::Judgement;

QSet<QString> zonesOf(State &state, const GuestId &guest)
{
    QSet<QString> zones;
    for (const auto &fact : presence::standing(state, guest)) {
        zones.insert(fact.zone);
    }
    return zones;
}

std::optional<Judgement> objection(Desk &desk, const Prize *prize, const std::optional<GuestId> &guest)
{
    if (prize == nullptr) {
        return Judgement::no(Outcome::NotFound, QStringLiteral("no_prize"), rules::noSuchPrize({}));
    }
    if (!guest || !guests::find(desk.state(), *guest)) {
        return Judgement::no(Outcome::Unknown, QStringLiteral("unknown_guest"), rules::noSuchGuest());
    }
    if (const auto why = whyNot(desk.state(), desk.setup(), *prize, *guest)) {
        return Judgement::no(Outcome::Refused, why->first, why->second);
    }
    const auto given = givenTo(desk.state(), *guest, prize->code);
    if (std::ranges::count_if(given, &Given::stands) >= prize->limit) {
        return Judgement::no(Outcome::Refused, QStringLiteral("already_given"), rules::alreadyGiven(*prize));
    }
    return std::nullopt;
}

Judgement judge(Desk &desk, const scarce::Wanted &wanted, const StreamKey &asker, const QString &station)
{
    Q_UNUSED(station);
    BodyReader body(wanted.body);
    const auto guest = body.optionalId<GuestId>("guest");
    const auto *prize = findByCode(desk.setup().prizes, body.text("prize"));
    if (auto no = objection(desk, prize, guest)) {
        return std::move(*no);
    }
    auto &state = desk.state();
    const auto resource = dueResource(prize->code, *guest);
    const auto hub = ledger::holder(desk.journal().self());
    const auto account = ledger::holder(asker);
    if (ledger::spendable(state, stockResource(prize->code), account) < 1) {
        return Judgement::no(Outcome::Refused, QStringLiteral("no_stock"), rules::noStockHere(*prize));
    }
    Judgement yes{true, Outcome::Granted, {}, {}, {}, {}};
    // Each grant that this desk has not told yet uses up one of what it holds.
    const auto open = claims::open(state, wanted.claim);
    const auto pending = std::ranges::count(open, asker.origin, &claims::Verdict::device);
    if (ledger::spendable(state, resource, account) > pending) {
        return yes;
    }
    if (takenCount(state, prize->code, *guest, hub) >= prize->limit) {
        // Granted to another desk at this moment, or placed there.
        return Judgement::no(Outcome::Refused, QStringLiteral("already_given"), rules::alreadyGiven(*prize));
    }
    if (ledger::spendable(state, resource, hub) > 0) {
        if (hub != account) {
            yes.postings.push_back({resource, hub, account, 1, {}});
        }
    } else if (!rights::isMintingHeld(state, desk.journal().self())) {
        yes.postings.push_back({resource, ledger::mint(), account, 1, {}});
    } else {
        return Judgement::no(Outcome::NotNow, QStringLiteral("authority"), rules::prizeNeedsHub(*prize));
    }
    return yes;
}

/// How many this life of the device gave by its budget.
qint64 budgetSpent(Desk &desk, const QString &prize)
{
    const auto self = desk.journal().self();
    auto &row = desk.state().statement("SELECT count(*) FROM prize_given INDEXED BY prize_given_prize"
                                       " WHERE prize = ? AND origin = ? AND life = ? AND by_right = 0"
                                       " AND (cancelled = 0 OR handed = 1)");
    bindAll(row, prize, self.origin, qint64(self.incarnation)).executeStep();
    return row.getColumn(0).getInt64();
}

Answer answerFor(Desk &desk, const RequestId &request, const Given &given, Outcome outcome)
{
    Answer answer;
    answer.outcome = outcome;
    answer.request = request;
    answer.operation = given.operation;
    answer.isProvisional = given.isProvisional;
    answer.subjects = {given.prize};
    answer.guest = viewOf(desk.state(), desk.setup(), given.guest);
    return answer;
}

/// Why a device must not grant what it was not ruled on; nothing if its rule lets it.
std::optional<Judgement> cutOffObjection(Desk &desk, const Prize &prize, bool hasDue)
{
    const bool mayBudget = prize.cutOff == CutOffRule::Budget && budgetSpent(desk, prize.code) < prize.budget;
    if (hasDue || mayBudget) {
        return std::nullopt;
    }
    return Judgement::no(Outcome::NotNow, QStringLiteral("cut_off"), rules::prizeNeedsHub(prize));
}

Answer tell(Desk &desk, const scarce::Wanted &wanted, const std::optional<scarce::Ruling> &ruling)
{
    if (ruling && !ruling->grant) {
        return scarce::refusal(wanted, ruling->outcome, ruling->why, ruling->reason);
    }
    BodyReader body(wanted.body);
    const auto guest = body.optionalId<GuestId>("guest");
    const auto *prize = findByCode(desk.setup().prizes, body.text("prize"));
    auto no = objection(desk, prize, guest);
    const auto account = ledger::holder(desk.journal().self());
    const bool hasDue = !no && ledger::spendable(desk.state(), dueResource(prize->code, *guest), account) > 0;
    if (!no && ledger::spendable(desk.state(), stockResource(prize->code), account) < 1) {
        no = Judgement::no(Outcome::Refused, QStringLiteral("no_stock"), rules::noStockHere(*prize));
    }
    if (!no && !ruling) {
        no = cutOffObjection(desk, *prize, hasDue);
    } else if (!no && scarce::isGone(desk, *ruling, dueResource(prize->code, *guest))) {
        no = Judgement::no(Outcome::NotNow, QStringLiteral("moved_on"), rules::tryAgain());
    }
    if (no) {
        if (ruling) {
            scarce::giveBack(desk, wanted, *ruling, no->why, {});
        }
        return scarce::refusal(wanted, no->outcome, no->why, no->reason);
    }
    const bool isByRight = ruling || hasDue;
    std::vector<ledger::Posting> postings{{stockResource(prize->code), account, ledger::used(), 1, {}}};
    if (isByRight) {
        postings.push_back({dueResource(prize->code, *guest), account, ledger::used(), 1, {}});
    }
    QCborMap map{{key("prize"), prize->code},
                 {key("guest"), guest->toBytes()},
                 {key("station"), desk.post().station},
                 {key("limit"), prize->limit},
                 {key("by_right"), isByRight}};
    if (ruling) {
        map.insert(key("epoch"), qint64(ruling->epoch));
        map.insert(key("sequence"), qint64(ruling->sequence));
    }
    const auto operation = desk.journal().append(scarce::told(desk, grantedKind(), wanted, ruling, map, postings));
    return answerFor(desk, wanted.request, *find(desk.state(), operation.hash), Outcome::Granted);
}

Draft ended(Desk &desk, const Given &given, int how, const QString &reason,
            const std::vector<ledger::Posting> &postings)
{
    Draft draft;
    draft.kind = endedKind();
    draft.body = {{key("given"), given.operation.toBytes()},
                  {key("how"), how},
                  {key("reason"), reason},
                  {key("station"), desk.post().station}};
    if (!postings.empty()) {
        draft.body.insert(key("post"), ledger::encode(postings));
    }
    return draft;
}

/// True if @p given is this device's to cancel: nobody else hands it over meanwhile, unknown to it.
bool mayCancel(Desk &desk, const Given &given)
{
    return given.stream == desk.journal().self() ||
           (desk.post().isHub && ledger::isSetAside(desk.state(), ledger::holder(given.stream)));
}

Draft cancelled(Desk &desk, const Given &given, const QString &reason)
{
    const auto account = ledger::holder(desk.journal().self());
    std::vector<ledger::Posting> postings;
    if (given.stream == desk.journal().self()) {  // The piece lies on this desk again; of another's, its recount says.
        postings.push_back({stockResource(given.prize), ledger::used(), account, 1, {}});
    }
    if (given.isByRight) {
        postings.push_back({dueResource(given.prize, given.guest), ledger::used(), account, 1, {}});
    }
    return ended(desk, given, 1, reason, postings);
}

/// The second step is its own desk's; the coordinator settles what a desk that is gone left open.
std::optional<Answer> endObjection(Desk &desk, const Act &act, const std::optional<Given> &given)
{
    if (!given) {
        return desk.refused(act, Outcome::NotFound, rules::grantIsOver(), QStringLiteral("no_grant"));
    }
    if (!given->isOpen()) {
        return desk.refused(act, Outcome::Refused, rules::grantIsOver(), QStringLiteral("over"));
    }
    if (given->stream.origin != desk.journal().device() && !desk.post().isHub) {
        return desk.refused(act, Outcome::NotAllowed, rules::otherDesk(), QStringLiteral("other_desk"));
    }
    return std::nullopt;
}

bool isProved(Proof proof, const HandOver &command)
{
    switch (proof) {
    case Proof::None: return true;
    case Proof::Phone: return command.proof.size() == 4;
    case Proof::Identity: return !command.proof.trimmed().isEmpty();
    case Proof::Signed: return command.isSigned;
    }
    Q_UNREACHABLE();
}

bool hasPurchase(State &state, const GuestId &guest)
{
    return units::hasBought(state, guest) || sales::hasStanding(state, guest);
}

}  // namespace

std::optional<std::pair<QString, Words>> whyNot(State &state, const EventSetup &setup, const Prize &prize,
                                                const GuestId &guest)
{
    const auto listed = guests::find(state, guest);
    const bool isClass = prize.classes.isEmpty() || (listed && prize.classes.contains(listed->classCode));
    const auto facts = presence::standing(state, guest);
    const bool isIn = std::ranges::any_of(facts, [&](const auto &fact) {
        return fact.step == presence::Step::In && (prize.sessions.isEmpty() || prize.sessions.contains(fact.session));
    });
    if (!isClass || !isIn) {
        return std::pair(isClass ? QStringLiteral("not_signed_in") : QStringLiteral("wrong_class"),
                         isClass ? rules::signInFirst() : rules::notEntitled(prize));
    }
    switch (prize.act) {
    case PrizeAct::SignIn: return std::nullopt;
    case PrizeAct::Stamps: {
        const auto been = zonesOf(state, guest);
        for (const auto &stamp : prize.stamps) {
            if (!been.contains(stamp)) {
                return std::pair(QStringLiteral("missing_stamp"), rules::missingStamp(stamp));
            }
        }
        return std::nullopt;
    }
    case PrizeAct::Purchase:
        return hasPurchase(state, guest)
                   ? std::nullopt
                   : std::optional(std::pair(QStringLiteral("no_purchase"), rules::notEntitled(prize)));
    case PrizeAct::Draw:
        return draws::hasWon(state, setup, prize.code, guest)
                   ? std::nullopt
                   : std::optional(std::pair(QStringLiteral("not_won"), rules::notEntitled(prize)));
    }
    Q_UNREACHABLE();
}

std::vector<Given> recoveries(State &state, const EventSetup &setup)
{
    std::vector<Given> found;
    for (const auto &prize : setup.prizes) {
        if (prize.act != PrizeAct::Purchase) {
            continue;
        }
        auto &rows = state.statement("SELECT DISTINCT guest FROM prize_given WHERE prize = ?"
                                     " AND (cancelled = 0 OR handed = 1)");
        bindAll(rows, prize.code);
        for (const auto &guest : idsOf<GuestId>(rows)) {
            if (!hasPurchase(state, guest)) {
                std::ranges::copy_if(givenTo(state, guest, prize.code), std::back_inserter(found), &Given::stands);
            }
        }
    }
    return found;
}

scarce::Examined examine(Desk &desk, const Act &act, const Redeem &command)
{
    scarce::Wanted wanted{act.request, act.actor, QStringLiteral("prize.redeem"), {}, {}};
    if (const auto before = claims::done(desk.state(), act.request)) {
        if (const auto given = find(desk.state(), *before)) {
            return answerFor(desk, act.request, *given, Outcome::Granted);
        }
    }
    const auto guest = desk.guestOf(command.payload, command.guest);
    const auto *prize = findByCode(desk.setup().prizes, command.prize);
    if (const auto no = objection(desk, prize, guest)) {
        auto refused = scarce::refusal(wanted, no->outcome, no->why, no->reason);
        if (guest) {
            refused.guest = viewOf(desk.state(), desk.setup(), *guest);
        }
        return refused;
    }
    wanted.claim = QStringLiteral("prize/%1/%2").arg(prize->code, guest->toHex());
    wanted.body = {{key("prize"), prize->code}, {key("guest"), guest->toBytes()}};
    return wanted;
}

Answer decide(Desk &desk, const Act &act, const HandOver &command)
{
    const auto given = find(desk.state(), command.grant);
    if (auto no = endObjection(desk, act, given)) {
        return std::move(*no);
    }
    const auto *prize = findByCode(desk.setup().prizes, given->prize);
    const bool hasCollector = !command.collector.trimmed().isEmpty();
    const bool isProof = prize == nullptr || isProved(prize->proof, command);
    if (!isProof || (hasCollector && command.collectorPaper.trimmed().isEmpty())) {
        return desk.refused(act, Outcome::Refused,
                            isProof ? rules::proofNeeded(Proof::Identity) : rules::proofNeeded(prize->proof),
                            QStringLiteral("proof"));
    }
    auto draft = ended(desk, *given, 0, {}, {});
    QMap<QString, QString> shown;
    if (!command.proof.isEmpty()) {
        shown.insert(QStringLiteral("proof"), command.proof.left(64));
    }
    if (hasCollector) {
        shown.insert(QStringLiteral("collector"), command.collector.left(200));
        shown.insert(QStringLiteral("collector_paper"), command.collectorPaper.left(64));
    }
    if (!shown.isEmpty()) {
        if (const auto sealed = desk.seal(given->guest, act.request, shown)) {
            draft.body.insert(key("proof"), QCborValue(QCborArray{sealed->keyOf.toBytes(), sealed->bytes}).toCbor());
        }
    }
    auto answer = desk.done(act, std::move(draft));
    answer.guest = viewOf(desk.state(), desk.setup(), given->guest);
    answer.subjects = {given->prize};
    return answer;
}

Answer decide(Desk &desk, const Act &act, const Cancel &command)
{
    const auto given = find(desk.state(), command.grant);
    if (auto no = endObjection(desk, act, given)) {
        return std::move(*no);
    }
    if (command.reason.trimmed().isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, rules::reasonNeeded(), QStringLiteral("reason"));
    }
    if (mayCancel(desk, *given)) {
        auto answer = desk.done(act, cancelled(desk, *given, command.reason));
        answer.guest = viewOf(desk.state(), desk.setup(), given->guest);
        return answer;
    }
    Draft wish;
    wish.kind = cancelWantedKind();
    wish.body = {{key("given"), given->operation.toBytes()}, {key("reason"), command.reason}};
    auto answer = desk.done(act, std::move(wish));
    answer.guest = viewOf(desk.state(), desk.setup(), given->guest);
    answer.why = QStringLiteral("wanted");
    answer.reason = rules::deskWillCancel();
    return answer;
}

std::vector<Draft> cancelDuties(Desk &desk)
{
    std::vector<Draft> drafts;
    for (const auto &wanted : cancelsWanted(desk.state())) {
        if (mayCancel(desk, wanted.given)) {
            drafts.push_back(cancelled(desk, wanted.given, wanted.reason));
            drafts.back().actor = wanted.actor;
        }
    }
    return drafts;
}

std::map<QString, scarce::Room> rooms()
{
    return {{QStringLiteral("prize.redeem"), {allow_list::Deed::RedeemPrize, &judge, &tell}}};
}

}  // namespace muster::prizes
