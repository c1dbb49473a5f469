#include "core/venue/scarce/scarce.h"

#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/units/units.h"

namespace muster::scarce {
namespace {

const std::map<QString, Room> &rooms()
{
    static const auto all = [] {
        std::map<QString, Room> map;
        for (const auto &part : {queues::rooms(), prizes::rooms(), units::rooms()}) {
            map.insert(part.begin(), part.end());
        }
        return map;
    }();
    return all;
}

Outcome outcomeFrom(qint64 value)
{
    return value >= 0 && value <= qint64(Outcome::Refused) ? Outcome(value) : Outcome::Failed;
}

}  // namespace

QCborMap Wanted::toCbor() const
{
    return {{key("request"), request.toBytes()},
            {key("actor"), actor},
            {key("act"), act},
            {key("claim"), claim},
            {key("body"), body}};
}

std::optional<Wanted> Wanted::fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    Wanted wanted;
    wanted.request = body.id<RequestId>("request");
    wanted.actor = body.textOr("actor");
    wanted.act = body.text("act");
    wanted.claim = body.text("claim");
    body.require(wanted.act.size() <= actLengthMax && wanted.claim.size() <= claims::claimLengthMax &&
                 wanted.actor.size() <= Operation::actorLengthMax && map.value(key("body")).isMap());
    wanted.body = map.value(key("body")).toMap();
    return body.isGood() ? std::optional(wanted) : std::nullopt;
}

QCborMap Ruling::toCbor() const
{
    QCborMap map{{key("outcome"), int(outcome)},
                 {key("why"), why},
                 {key("reason"), QCborArray{reason.zh, reason.en}},
                 {key("detail"), detail}};
    if (grant) {
        map.insert(key("grant"), grant->toBytes());
        map.insert(key("epoch"), qint64(epoch));
        map.insert(key("sequence"), qint64(sequence));
    }
    return map;
}

std::optional<Ruling> Ruling::fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    Ruling ruling;
    ruling.outcome = outcomeFrom(body.number("outcome", 0, std::numeric_limits<int>::max()));
    ruling.why = body.textOr("why");
    const auto words = body.arrayOr("reason", 2);
    ruling.reason = {words.at(0).toString(), words.at(1).toString()};
    ruling.detail = map.value(key("detail")).toMap();
    ruling.grant = body.optionalId<OperationHash>("grant");
    if (ruling.grant) {
        ruling.epoch = Epoch{quint32(body.number("epoch", 0, std::numeric_limits<quint32>::max()))};
        ruling.sequence = Sequence{quint64(body.number("sequence", 0, std::numeric_limits<qint64>::max()))};
    }
    return body.isGood() ? std::optional(ruling) : std::nullopt;
}

const Room *roomOf(const QString &act)
{
    const auto found = rooms().find(act);
    return found == rooms().end() ? nullptr : &found->second;
}

std::optional<Examined> examine(Desk &desk, const Act &act)
{
    return std::visit(
        [&](const auto &command) -> std::optional<Examined> {
            if constexpr (requires { examine(desk, act, command); }) {
                return examine(desk, act, command);
            } else {
                return std::nullopt;
            }
        },
        act.command);
}

Ruling judge(Desk &desk, const Wanted &wanted, const StreamKey &asker, const QString &station)
{
    auto &state = desk.state();
    if (ledger::isSetAside(state, ledger::holder(asker))) {  // Not written down: in its next life it asks again.
        return {Outcome::NotNow, QStringLiteral("declared_lost"), rules::declaredLost(), {}, {}, {}, {}};
    }
    const auto before = claims::find(state, wanted.request, wanted.claim);
    if (before && !(before->isGranted && claims::isVoided(state, before->operation))) {
        auto ruling = Ruling::fromCbor(before->detail.value(key("ruling")).toMap()).value_or(Ruling{});
        if (before->isGranted) {
            ruling.grant = before->operation;
            ruling.epoch = before->epoch;
            ruling.sequence = before->sequence;
        }
        return ruling;
    }
    const auto *room = roomOf(wanted.act);
    const auto judged = room->judge(desk, wanted, asker, station);
    Ruling ruling{judged.outcome, judged.why, judged.reason, judged.detail, {}, {}, {}};
    const QCborMap detail{{key("act"), wanted.act}, {key("station"), station}, {key("ruling"), ruling.toCbor()}};
    auto draft = judged.isGranted ? claims::grant(wanted.request, wanted.claim, asker.origin, detail,
                                                  ledger::encode(judged.postings))
                                  : claims::refuse(wanted.request, wanted.claim, asker.origin, detail);
    draft.actor = wanted.actor;
    const auto verdict = desk.journal().append(std::move(draft));
    if (judged.isGranted) {
        ruling.grant = verdict.hash;
        ruling.epoch = verdict.epoch;
        ruling.sequence = verdict.sequence;
    }
    return ruling;
}

Answer tell(Desk &desk, const Wanted &wanted, const std::optional<Ruling> &ruling)
{
    return roomOf(wanted.act)->tell(desk, wanted, ruling);
}

namespace {

using Duties = std::vector<Draft> (*)(Desk &);

std::vector<Draft> allOf(Desk &desk, std::initializer_list<Duties> duties)
{
    std::vector<Draft> drafts;
    for (const auto duty : duties) {
        std::ranges::move(duty(desk), std::back_inserter(drafts));
    }
    return drafts;
}

}  // namespace

std::vector<Draft> hubDuties(Desk &desk)
{
    return allOf(desk, {queues::hubDuties, prizes::cancelDuties, prizes::hubDuties, units::hubDuties});
}

std::vector<Draft> homeDuties(Desk &desk)
{
    return allOf(desk, {queues::homeDuties, prizes::cancelDuties, prizes::homeDuties, units::homeDuties});
}

Draft told(Desk &desk, const QString &kind, const Wanted &wanted, const std::optional<Ruling> &ruling, QCborMap body,
           const std::vector<ledger::Posting> &postings)
{
    QCborArray grants;
    if (ruling && ruling->grant) {
        grants.append(ruling->grant->toBytes());
    }
    for (const auto &open : claims::open(desk.state(), wanted.claim)) {
        const bool isOther = !ruling || ruling->grant != open.operation;
        if (open.device == desk.journal().device() && isOther && grants.size() < claims::grantsMax) {
            grants.append(open.operation.toBytes());
        }
    }
    body.insert(key("grants"), grants);
    if (!postings.empty()) {
        body.insert(key("post"), ledger::encode(postings));
    }
    if (!ruling) {
        body.insert(key("provisional"), true);
    }
    Draft draft;
    draft.kind = kind;
    draft.body = std::move(body);
    draft.request = wanted.request;
    draft.actor = wanted.actor;
    return draft;
}

Told readTold(BodyReader &body)
{
    Told told;
    for (const auto &value : body.arrayOr("grants", claims::grantsMax)) {
        const auto grant = OperationHash::fromBytes(value.toByteArray());
        body.require(grant.has_value());
        told.grants.push_back(grant.value_or(OperationHash{}));
    }
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    body.require(postings.has_value());
    told.postings = postings.value_or(std::vector<ledger::Posting>());
    told.isProvisional = body.flag("provisional");
    return told;
}

void book(State &state, const Operation &operation, const Told &told)
{
    ledger::fold(state, operation, told.postings);
    claims::foldTold(state, operation, told.grants);
}

void giveBack(Desk &desk, const Wanted &wanted, const Ruling &ruling, const QString &why,
              const std::vector<ledger::Posting> &postings)
{
    if (!ruling.grant) {
        return;
    }
    auto draft = claims::voidGrants({*ruling.grant}, why, ledger::encode(postings));
    draft.request = wanted.request;
    draft.actor = wanted.actor;
    desk.journal().append(std::move(draft));
}

bool isGone(Desk &desk, const Ruling &ruling, const QString &resource)
{
    const auto account = ledger::holder(desk.journal().self());
    return ruling.grant && claims::find(desk.state(), *ruling.grant) &&
           ledger::spendable(desk.state(), resource, account) < 1;
}

Answer refusal(const Wanted &wanted, Outcome outcome, const QString &why, const Words &reason)
{
    Answer answer;
    answer.outcome = outcome;
    answer.request = wanted.request;
    answer.why = why;
    answer.reason = reason;
    return answer;
}

}  // namespace muster::scarce
