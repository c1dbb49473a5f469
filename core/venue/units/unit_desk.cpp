// Holding, subscribing and releasing a unit, and where its right lies.
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/guests.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/units/units.h"

namespace muster::units {
namespace {

using scarce::Judgement;

bool needsGuest(Step step) { return step == Step::Hold || step == Step::Subscribe; }

Phase phaseAfter(Step step)
{
    switch (step) {
    case Step::Hold: return Phase::Held;
    case Step::Subscribe: return Phase::Subscribed;
    case Step::Sign: return Phase::Signed;
    case Step::Release: return Phase::Free;
    case Step::Withdraw: return Phase::Withdrawn;
    }
    Q_UNREACHABLE();
}

/// What is wanted, as the asker wrote it.
struct Order {
    QString unit;
    Step step = Step::Hold;
    std::optional<GuestId> guest;
    qint64 minutes = holdMinutes;
    QString reason;
    bool isGood = false;
};

Order orderOf(const scarce::Wanted &wanted)
{
    BodyReader body(wanted.body);
    Order order{body.text("unit"),
                Step(body.number("step", 0, qint64(Step::Withdraw))),
                body.optionalId<GuestId>("guest"),
                body.numberOr("minutes", 1, holdMinutesMax, holdMinutes),
                body.textOr("reason"),
                true};
    order.isGood = body.isGood() && (order.guest || !needsGuest(order.step));
    return order;
}

/// What the rules and the state say against it.
std::optional<Judgement> objection(Desk &desk, const Order &order)
{
    if (!order.isGood || findByCode(desk.setup().units, order.unit) == nullptr) {
        return Judgement::no(Outcome::NotFound, QStringLiteral("no_unit"), rules::noSuchUnit(order.unit));
    }
    if (needsGuest(order.step) && isFrozen(desk.state())) {
        return Judgement::no(Outcome::Refused, QStringLiteral("frozen"), rules::unitsAreFrozen());
    }
    const auto unit = find(desk.state(), order.unit);
    if (!isLegal(unit.phase, order.step, unit.guest == order.guest)) {
        return Judgement::no(Outcome::Refused, toString(unit.phase), rules::unitIs(order.unit, toString(unit.phase)));
    }
    return std::nullopt;
}

Judgement judge(Desk &desk, const scarce::Wanted &wanted, const StreamKey &asker, const QString &station)
{
    Q_UNUSED(station);
    const auto order = orderOf(wanted);
    if (auto no = objection(desk, order)) {
        return std::move(*no);
    }
    auto &state = desk.state();
    const auto resource = resourceOf(order.unit);
    const auto hub = ledger::holder(desk.journal().self());
    const auto account = ledger::holder(asker);
    Judgement yes{true, Outcome::Done, {}, {}, {}, {}};
    if (ledger::spendable(state, resource, account) > 0) {
        return yes;
    }
    const bool isFree = ledger::total(state, resource) - ledger::quarantined(state, resource) == 0;
    if (ledger::spendable(state, resource, hub) > 0) {
        yes.postings.push_back({resource, hub, account, 1, {}});
    } else if (isFree && !rights::isMintingHeld(state, desk.journal().self())) {
        yes.postings.push_back({resource, ledger::mint(), account, 1, {}});
    } else {
        return Judgement::no(Outcome::NotNow, QStringLiteral("elsewhere"), rules::unitIsElsewhere(order.unit));
    }
    return yes;
}

Answer answerFor(Desk &desk, const scarce::Wanted &wanted, const Unit &unit, const OperationHash &operation)
{
    Answer answer;
    answer.outcome = Outcome::Done;
    answer.request = wanted.request;
    answer.operation = operation;
    answer.subjects = {unit.code, toString(unit.phase)};
    if (unit.guest) {
        answer.guest = viewOf(desk.state(), desk.setup(), *unit.guest);
    }
    return answer;
}

Answer tell(Desk &desk, const scarce::Wanted &wanted, const std::optional<scarce::Ruling> &ruling)
{
    if (ruling && !ruling->grant) {
        return scarce::refusal(wanted, ruling->outcome, ruling->why, ruling->reason);
    }
    const auto order = orderOf(wanted);
    if (const auto no = objection(desk, order)) {
        if (ruling) {
            scarce::giveBack(desk, wanted, *ruling, no->why, {});  // Its right comes home by itself.
        }
        return scarce::refusal(wanted, no->outcome, no->why, no->reason);
    }
    const auto account = ledger::holder(desk.journal().self());
    const bool isGone = ruling && scarce::isGone(desk, *ruling, resourceOf(order.unit));
    if (isGone) {
        scarce::giveBack(desk, wanted, *ruling, QStringLiteral("moved on"), {});
        return scarce::refusal(wanted, Outcome::NotNow, QStringLiteral("moved_on"), rules::tryAgain());
    }
    if (!ruling && ledger::spendable(desk.state(), resourceOf(order.unit), account) == 0) {
        return scarce::refusal(wanted, Outcome::NotNow, QStringLiteral("elsewhere"),
                               rules::unitIsElsewhere(order.unit));
    }
    const auto before = find(desk.state(), order.unit);
    QCborMap body{{key("unit"), order.unit},
                  {key("previous"), before.last.toBytes()},
                  {key("version"), nextVersion(before.version)},
                  {key("step"), int(order.step)},
                  {key("phase"), int(phaseAfter(order.step))},
                  {key("reason"), order.reason},
                  {key("station"), desk.post().station}};
    const auto guest = order.guest ? order.guest : order.step == Step::Sign ? before.guest : std::nullopt;
    if (guest) {
        body.insert(key("guest"), guest->toBytes());
    }
    if (order.step == Step::Hold) {
        body.insert(key("until"), toMsecs(desk.post().now + std::chrono::minutes(order.minutes)));
    }
    const auto operation = desk.journal().append(scarce::told(desk, steppedKind(), wanted, ruling, body, {}));
    auto answer = answerFor(desk, wanted, find(desk.state(), order.unit), operation.hash);
    answer.isProvisional = !ruling;
    return answer;
}

}  // namespace

scarce::Examined examine(Desk &desk, const Act &act, const Advance &command)
{
    scarce::Wanted wanted{act.request, act.actor, QStringLiteral("unit.step"), {}, {}};
    if (const auto before = claims::done(desk.state(), act.request)) {
        auto &row = desk.state().statement("SELECT unit FROM unit_step WHERE op = ?");
        if (bindAll(row, *before).executeStep()) {
            return answerFor(desk, wanted, find(desk.state(), textOf(row.getColumn(0))), *before);
        }
    }
    const auto guest = desk.guestOf(command.payload, command.guest);
    if (needsGuest(command.step) && (!guest || !guests::find(desk.state(), *guest))) {
        return scarce::refusal(wanted, Outcome::Unknown, QStringLiteral("unknown_guest"), rules::noSuchGuest());
    }
    const bool needsReason =
        command.step == Step::Withdraw ||
        (command.step == Step::Release && find(desk.state(), command.unit).phase == Phase::Subscribed);
    if (needsReason && command.reason.trimmed().isEmpty()) {
        return scarce::refusal(wanted, Outcome::NotAllowed, QStringLiteral("reason"), rules::reasonNeeded());
    }
    wanted.claim = resourceOf(command.unit.left(64));
    wanted.body = {{key("unit"), command.unit.left(64)},
                   {key("step"), int(command.step)},
                   {key("minutes"), std::clamp(command.minutes > 0 ? command.minutes : holdMinutes, 1, holdMinutesMax)},
                   {key("reason"), command.reason.left(reasonLengthMax)}};
    if (guest && needsGuest(command.step)) {
        wanted.body.insert(key("guest"), guest->toBytes());
    }
    if (const auto no = objection(desk, orderOf(wanted))) {
        return scarce::refusal(wanted, no->outcome, no->why, no->reason);
    }
    return wanted;
}

Answer decide(Desk &desk, const Act &act, const Freeze &command)
{
    if (command.reason.trimmed().isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, rules::reasonNeeded(), QStringLiteral("reason"));
    }
    auto &row = desk.state().statement("SELECT version FROM unit_freeze");
    const auto version = nextVersion(row.executeStep() ? row.getColumn(0).getInt64() : 0);
    Draft draft;
    draft.kind = frozenKind();
    draft.body = {{key("frozen"), command.isFrozen}, {key("version"), version}, {key("reason"), command.reason}};
    return desk.done(act, std::move(draft));
}

std::map<QString, scarce::Room> rooms()
{
    return {{QStringLiteral("unit.step"), {allow_list::Deed::HoldUnit, &judge, &tell}}};
}

std::vector<Draft> hubDuties(Desk &desk)
{
    auto &state = desk.state();
    std::vector<Draft> drafts;
    std::vector<ledger::Posting> postings;
    QSet<QString> placed;  // Of two devices at one desk, the first has it.
    if (rights::isMintingHeld(state, desk.journal().self())) {
        return drafts;
    }
    for (const auto &device : desk.post().atWork) {
        const auto known = devices::find(state, device.origin);
        if (ledger::isSetAside(state, ledger::holder(device))) {
            continue;
        }
        for (const auto &unit : desk.setup().units) {
            const bool isDesks = known && !unit.desk.isEmpty() && unit.desk == known->station;
            const auto resource = resourceOf(unit.code);
            if (isDesks && !placed.contains(resource) &&
                ledger::total(state, resource) - ledger::quarantined(state, resource) == 0 &&
                postings.size() < std::size_t(ledger::postingsMax)) {
                placed.insert(resource);
                postings.push_back({resource, ledger::mint(), ledger::holder(device), 1, {}});
            }
        }
    }
    if (!postings.empty()) {
        drafts.push_back(rights::moved(postings));
    }
    return drafts;
}

std::vector<Draft> homeDuties(Desk &desk)
{
    if (!desk.post().hub || *desk.post().hub == desk.journal().self()) {
        return {};
    }
    const auto account = ledger::holder(desk.journal().self());
    std::vector<ledger::Posting> postings;
    QStringList codes;
    auto &rows = desk.state().statement("SELECT resource FROM account INDEXED BY account_held WHERE holder = ?"
                                        " AND balance > 0 AND resource > 'unit/' AND resource < 'unit0'");
    bindAll(rows, account);
    while (rows.executeStep()) {
        codes << textOf(rows.getColumn(0)).mid(5);
    }
    for (const auto &code : codes) {
        const auto *planned = findByCode(desk.setup().units, code);
        const bool isOwn = planned != nullptr && planned->desk == desk.post().station;
        const bool isHeld = find(desk.state(), code).phase == Phase::Held;
        if (!isOwn && !isHeld && postings.size() < std::size_t(ledger::postingsMax)) {
            postings.push_back({resourceOf(code), account, ledger::holder(*desk.post().hub), 1, {}});
        }
    }
    return postings.empty() ? std::vector<Draft>() : std::vector<Draft>{rights::returned(postings)};
}

}  // namespace muster::units
