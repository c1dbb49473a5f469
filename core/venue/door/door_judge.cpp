// The hub's word on a sign-in or a move, and the told operation that says what happened.
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/door.h"
#include "core/venue/door/rules.h"
#include "core/venue/queues/queue_door.h"
#include "core/venue/scarce/rights.h"

namespace muster {
namespace {

constexpr qsizetype whyMax = 64;

Outcome outcomeFrom(qint64 value)
{
    return value >= 0 && value <= qint64(Outcome::Failed) ? Outcome(value) : Outcome::Failed;
}

}  // namespace

QCborMap Door::Wanted::toCbor() const
{
    QCborArray list;
    for (const auto &member : members) {
        list.append(QCborArray{member.guest.toBytes(), member.classCode, member.request.toBytes()});
    }
    QCborMap map{{key("request"), request.toBytes()},
                 {key("actor"), actor},
                 {key("members"), list},
                 {key("step"), int(step)},
                 {key("session"), session},
                 {key("zone"), zone},
                 {key("companions"), companions},
                 {key("override"), overrideReason},
                 {key("number"), number},
                 {key("series"), series}};
    return map;
}

std::optional<Door::Wanted> Door::Wanted::fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    Wanted wanted;
    wanted.request = body.id<RequestId>("request");
    wanted.actor = body.textOr("actor");
    wanted.step = presence::Step(body.number("step", 0, 2));
    wanted.session = body.text("session");
    wanted.zone = body.text("zone");
    wanted.companions = int(body.number("companions", 0, companionCountMax));
    wanted.overrideReason = body.textOr("override");
    wanted.number = body.textOr("number");
    wanted.series = body.textOr("series");
    for (const auto &value : body.array("members", 32)) {
        const auto row = value.toArray();
        const auto guest = GuestId::fromBytes(row.at(0).toByteArray());
        const auto request = RequestId::fromBytes(row.at(2).toByteArray());
        body.require(guest && request && row.at(1).isString());
        wanted.members.push_back({guest.value_or(GuestId{}), row.at(1).toString(), request.value_or(RequestId{})});
    }
    body.require(!wanted.members.empty() && wanted.session.size() <= 64);
    return body.isGood() ? std::optional(wanted) : std::nullopt;
}

QCborMap Door::Ruling::toCbor() const
{
    QCborArray list;
    for (const auto &member : granted) {
        list.append(
            QCborArray{member.guest.toBytes(), member.grant.toBytes(), qint64(member.epoch), qint64(member.sequence)});
    }
    QCborMap map{{key("outcome"), int(outcome)},
                 {key("granted"), list},
                 {key("zone"), zone},
                 {key("places"), isPlaceGranted},
                 {key("hub"), hub},
                 {key("seen"), presence::encodeSeen(seen)},
                 {key("day"), day},
                 {key("hall"), hall},
                 {key("reason"), QCborArray{reason.zh, reason.en}}};
    if (!why.isEmpty()) {
        map.insert(key("why"), why);
    }
    if (queueNumber) {
        map.insert(key("queue_number"), *queueNumber);
    }
    if (earlier) {
        map.insert(key("earlier"), QCborMap{{key("op"), earlier->operation.toBytes()},
                                            {key("device"), earlier->device.toBytes()},
                                            {key("station"), earlier->station},
                                            {key("zh"), earlier->stationName.zh},
                                            {key("en"), earlier->stationName.en},
                                            {key("actor"), earlier->actor},
                                            {key("at"), toMsecs(earlier->at)},
                                            {key("zone"), earlier->zone}});
    }
    return map;
}

std::optional<Door::Ruling> Door::Ruling::fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    Ruling ruling;
    ruling.outcome = outcomeFrom(body.number("outcome", 0, qint64(Outcome::Failed)));
    for (const auto &value : body.array("granted", 32)) {
        const auto row = value.toArray();
        const auto guest = GuestId::fromBytes(row.at(0).toByteArray());
        const auto grant = OperationHash::fromBytes(row.at(1).toByteArray());
        body.require(guest && grant);
        ruling.granted.push_back({guest.value_or(GuestId{}), grant.value_or(OperationHash{}),
                                  Epoch{quint32(row.at(2).toInteger())}, Sequence{quint64(row.at(3).toInteger())}});
    }
    ruling.zone = body.text("zone");
    ruling.isPlaceGranted = body.flag("places");
    ruling.hub = body.textOr("hub");
    ruling.why = body.textOr("why").left(whyMax);
    ruling.queueNumber = body.optionalNumber<qint64>("queue_number", 1, std::numeric_limits<qint64>::max());
    ruling.day = body.numberOr("day", 0, std::numeric_limits<qint32>::max(), 0);
    ruling.hall = body.numberOr("hall", 0, std::numeric_limits<qint32>::max(), 0);
    const auto seen = presence::decodeSeen(body.array("seen", presence::seenMax));
    body.require(seen.has_value());
    ruling.seen = seen.value_or(presence::Seen());
    const auto words = body.array("reason", 2);
    ruling.reason = {words.at(0).toString(), words.at(1).toString()};
    if (body.has("earlier")) {
        auto of = body.map("earlier");
        Earlier earlier;
        earlier.operation = of.id<OperationHash>("op");
        earlier.device = of.id<DeviceId>("device");
        earlier.station = of.textOr("station");
        earlier.stationName = {of.textOr("zh"), of.textOr("en")};
        earlier.actor = of.textOr("actor");
        earlier.at = fromMsecs(of.number("at", 0, std::numeric_limits<qint64>::max()));
        earlier.zone = of.textOr("zone");
        ruling.earlier = earlier;
    }
    return body.isGood() ? std::optional(ruling) : std::nullopt;
}

std::optional<Door::Ruling> Door::ruledBefore(const Wanted &wanted)
{
    const auto &guest = wanted.members.front();
    const auto verdict = claims::find(m_state, guest.request, claimOf(wanted, guest));
    if (!verdict) {
        return std::nullopt;
    }
    if (verdict->isGranted && claims::isVoided(m_state, verdict->operation)) {
        return std::nullopt;  // Given back: it is to be judged anew.
    }
    auto ruling = Ruling::fromCbor(verdict->detail.value(key("ruling")).toMap()).value_or(Ruling{});
    if (!verdict->isGranted) {
        return ruling;
    }
    ruling.granted.clear();
    for (const auto &member : wanted.members) {
        const auto own = claims::find(m_state, member.request, claimOf(wanted, member));
        if (own && own->isGranted) {
            ruling.granted.push_back({member.guest, own->operation, own->epoch, own->sequence});
        }
    }
    return ruling;
}

Door::Ruling Door::ruleEntries(const Wanted &wanted, const StreamKey &asker,
                               std::vector<const Wanted::Member *> &entering)
{
    Ruling ruling;
    ruling.outcome = Outcome::Admitted;
    ruling.day = presence::resetCount(m_state);
    ruling.hall = presence::emptiedCount(m_state);
    if (wanted.step != presence::Step::Out) {
        if (const auto why = noWayInto(wanted.zone); why != Words{}) {
            ruling.outcome = Outcome::NotFound;
            ruling.reason = why;
            return ruling;
        }
    }
    for (const auto &member : wanted.members) {
        auto entry = wanted.step == presence::Step::In ? judgeEntry(wanted, member) : Entry{};
        for (const auto &grant : claims::open(m_state, claimOf(wanted, member))) {
            // The asker's own open grant is used again; another's may be on its screen at this moment. A device that
            // was shut out says nothing any more: if it let them in before, its operations will show a conflict.
            const bool isElsewhere = grant.device != asker.origin && !devices::isRevoked(m_state, grant.device);
            if (wanted.step == presence::Step::In && isElsewhere && wanted.overrideReason.isEmpty() &&
                entry.outcome == Outcome::Admitted) {
                entry.outcome = Outcome::AlreadyIn;
                entry.openGrant = grant;
            }
        }
        if (entry.outcome == Outcome::Admitted) {
            entering.push_back(&member);
            presence::addSeen(presence::factsOf(m_state, member.guest), ruling.seen);
        } else if (&member == &wanted.members.front()) {
            ruling.outcome = entry.outcome;
            ruling.reason = entry.reason;
            ruling.why = entry.why;
            if (entry.earlier) {
                ruling.earlier = earlierOf(*entry.earlier);
            } else if (entry.openGrant) {
                ruling.earlier = earlierOf(*entry.openGrant);
            }
            return ruling;
        }
    }
    return ruling;
}

Door::Ruling Door::judge(const Wanted &wanted, const StreamKey &asker, const QString &station)
{
    if (ledger::isSetAside(m_state, ledger::holder(asker))) {  // Not written down: in its next life it asks again.
        Ruling ruling;
        ruling.outcome = Outcome::NotNow;
        ruling.reason = rules::declaredLost();
        return ruling;
    }
    if (auto before = ruledBefore(wanted)) {
        return *before;
    }
    std::vector<const Wanted::Member *> entering;
    const QString here = std::exchange(m_post.station, station);
    Ruling ruling = ruleEntries(wanted, asker, entering);
    m_post.station = here;
    const auto hub = ledger::holder(m_journal.self());
    const auto account = ledger::holder(asker);
    Places places;
    if (ruling.outcome == Outcome::Admitted) {
        // What the asker holds for bad days comes last, but before the guest is sent elsewhere.
        places = findPlaces(wanted.zone, int(entering.size()) + wanted.companions, {hub, account});
        if (!places.isFound && wanted.overrideReason.isEmpty()) {
            ruling.outcome = places.outcome();
            ruling.reason = places.reason();
            ruling.why = places.why();
        }
    }
    ruling.zone = places.zone;
    ruling.isPlaceGranted = places.isFirm;
    ruling.hub = places.isFirm ? places.account : hub;
    std::vector<ledger::Posting> numberPostings;
    if (ruling.outcome == Outcome::Admitted) {
        grantNumber(wanted, account, ruling, numberPostings);
    }
    const auto &guest = wanted.members.front();
    const QCborMap detail{
        {key("outcome"), toString(ruling.outcome)}, {key("station"), station}, {key("ruling"), ruling.toCbor()}};
    if (ruling.outcome != Outcome::Admitted) {
        auto draft = claims::refuse(guest.request, claimOf(wanted, guest), asker.origin, detail);
        draft.actor = wanted.actor;
        m_journal.append(std::move(draft));
        return ruling;
    }
    for (const auto *member : entering) {
        std::vector<ledger::Posting> postings;
        if (places.isFirm && places.account != account) {
            const int count = member == &guest ? 1 + wanted.companions : 1;
            postings.push_back({rights::placeResource(places.zone), hub, account, count, {}});
        }
        QCborMap told{{key("station"), station},
                      {key("step"), int(wanted.step)},
                      {key("session"), wanted.session},
                      {key("class"), member->classCode},
                      {key("zone"), places.zone},
                      {key("companions"), member == &guest ? wanted.companions : 0},
                      {key("places"), postings.empty() ? 0 : postings.front().count},
                      {key("hub"), ruling.hub}};
        if (member == &guest) {
            postings.insert(postings.end(), numberPostings.begin(), numberPostings.end());
            told.insert(key("outcome"), toString(ruling.outcome));
            told.insert(key("ruling"), ruling.toCbor());
        }
        auto draft =
            claims::grant(member->request, claimOf(wanted, *member), asker.origin, told, ledger::encode(postings));
        draft.actor = wanted.actor;
        const auto granted = m_journal.append(std::move(draft));
        ruling.granted.push_back({member->guest, granted.hash, granted.epoch, granted.sequence});
    }
    return ruling;
}

presence::Fact Door::factFor(const Wanted &wanted, const Wanted::Member &member, const std::optional<Ruling> &ruling,
                             const Ruling::Granted *granted)
{
    presence::Fact fact;
    fact.guest = member.guest;
    fact.session = wanted.session;
    fact.step = wanted.step;
    fact.classCode = member.classCode;
    fact.companions = &member == &wanted.members.front() ? wanted.companions : 0;
    fact.isProvisional = granted == nullptr && isScarce(wanted);
    if (granted != nullptr) {
        fact.rankEpoch = granted->epoch;
        fact.rankSequence = granted->sequence;
        fact.seen = ruling->seen;
    }
    fact.request = member.request;
    fact.station = m_post.station;
    fact.actor = wanted.actor;
    fact.day = ruling ? ruling->day : 0;
    fact.hall = ruling ? ruling->hall : 0;
    fact.overrideReason = wanted.overrideReason;
    fact.happenedAt = wanted.happenedAt;
    presence::situate(m_state, m_journal.self(), fact);
    return fact;
}

void Door::giveBack(const Wanted &wanted, const Wanted::Member &member, const Ruling &ruling, const QString &why)
{
    const auto granted = std::ranges::find(ruling.granted, member.guest, &Ruling::Granted::guest);
    if (granted == ruling.granted.end()) {
        return;
    }
    std::vector<ledger::Posting> postings;
    const auto account = ledger::holder(m_journal.self());
    const auto resource = rights::placeResource(ruling.zone);
    const int count = &member == &wanted.members.front() ? 1 + wanted.companions : 1;
    // Unless another guest took them meanwhile. (A grant that is on its way brings them.)
    const bool areHere =
        ledger::spendable(m_state, resource, account) >= count || !claims::find(m_state, granted->grant);
    if (ruling.isPlaceGranted && ruling.hub != account && areHere) {
        postings.push_back({resource, account, ruling.hub, count, {}});
    }
    auto draft = claims::voidGrants({granted->grant}, why, ledger::encode(postings));
    draft.request = member.request;
    draft.actor = wanted.actor;
    m_journal.append(std::move(draft));
}

std::optional<Answer> Door::judgeAgain(const Wanted &wanted, const std::optional<Ruling> &ruling,
                                       std::vector<const Wanted::Member *> &entering)
{
    for (const auto &member : wanted.members) {
        // Much may have arrived while the hub was asked: whoever is in by now is not let in again in silence.
        const auto entry = wanted.step == presence::Step::In ? judgeEntry(wanted, member) : Entry{};
        // A rule that the hub has judged is not judged again; alone, this device must.
        if (!entry.earlier && (ruling || entry.outcome == Outcome::Admitted)) {
            entering.push_back(&member);
            continue;
        }
        if (ruling) {
            giveBack(wanted, member, *ruling);
        }
        if (&member == &wanted.members.front()) {
            for (const auto &other : wanted.members) {
                if (ruling && &other != &member) {
                    giveBack(wanted, other, *ruling);
                }
            }
            return refusal(wanted, entry.outcome, entry.reason,
                           entry.earlier ? std::optional(earlierOf(*entry.earlier)) : std::nullopt, entry.why);
        }
    }
    return std::nullopt;
}

std::vector<OperationHash> Door::grantsEnded(const Wanted &wanted, const Wanted::Member &member,
                                             const Ruling::Granted *granted)
{
    std::vector<OperationHash> grants;
    if (granted != nullptr) {
        grants.push_back(granted->grant);
    }
    for (const auto &open : claims::open(m_state, claimOf(wanted, member))) {
        if (open.device == m_journal.device() && (grants.empty() || open.operation != grants.front())) {
            grants.push_back(open.operation);
        }
    }
    return grants;
}

Answer Door::tell(const Wanted &wanted, const std::optional<Ruling> &ruling)
{
    if (auto before = toldBefore(wanted.request, wanted.code)) {
        return *before;
    }
    if (ruling && ruling->outcome != Outcome::Admitted) {
        return refusal(wanted, ruling->outcome, ruling->reason, ruling->earlier, ruling->why);
    }
    const auto account = ledger::holder(m_journal.self());
    const auto places = placesToTell(wanted, ruling);
    if (!places.isFound && wanted.overrideReason.isEmpty()) {
        for (const auto &member : ruling ? wanted.members : std::vector<Wanted::Member>()) {
            giveBack(wanted, member, *ruling, QStringLiteral("zone is full"));
        }
        return refusal(wanted, places.outcome(), places.reason(), std::nullopt, places.why());
    }
    std::vector<const Wanted::Member *> entering;
    if (auto refused = judgeAgain(wanted, ruling, entering)) {
        return std::move(*refused);
    }
    Answer told = refusal(wanted, wanted.step == presence::Step::Out ? Outcome::CheckedOut : Outcome::Admitted, {}, {});
    for (const auto *entrant : entering) {
        const auto &member = *entrant;
        const Ruling::Granted *granted = nullptr;
        if (ruling) {
            const auto found = std::ranges::find(ruling->granted, member.guest, &Ruling::Granted::guest);
            if (found == ruling->granted.end()) {
                continue;  // Of the group, but in already.
            }
            granted = &*found;
        }
        auto fact = factFor(wanted, member, ruling, granted);
        fact.zone = places.zone;
        std::vector<ledger::Posting> postings;
        if (places.isFirm) {
            fact.places = 1 + fact.companions;
            postings.push_back({rights::placeResource(places.zone), account, ledger::used(), fact.places, {}});
        }
        const auto grants = grantsEnded(wanted, member, granted);
        const auto operation = m_journal.append(presence::told(fact, grants, ledger::encode(postings), {}));
        if (&member == &wanted.members.front()) {
            told.operation = operation.hash;
            told.isProvisional = fact.isProvisional;
        } else {
            told.party.push_back(viewOf(m_state, m_setup, member.guest));
        }
    }
    if (wanted.sealed) {
        auto draft = answers::answered(wanted.members.front().guest, *wanted.sealed);
        draft.request = wanted.request;
        draft.actor = wanted.actor;
        m_journal.append(std::move(draft));
    }
    told.guest = viewOf(m_state, m_setup, wanted.members.front().guest);
    told.companions = wanted.companions;
    told.zone = places.zone;
    if (const Zone *zone = zoneOf(told.zone)) {
        told.zoneName = zone->name;
    }
    told.number = wanted.number;
    tellNumber(wanted, ruling, told);
    told.questions = wanted.afterwards;
    told.checkedElsewhereAt = told.isProvisional ? m_post.hubHeardAt : std::nullopt;
    return told;
}

}  // namespace muster
