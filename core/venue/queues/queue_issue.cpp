// A guest takes a number: the next one of the series at the hub, one of the device's own block when cut off.
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/guests.h"
#include "core/venue/queues/queues.h"

namespace muster::queues {
namespace {

QString claimFor(const QString &series, const std::optional<GuestId> &guest, const RequestId &request)
{
    return QStringLiteral("number/%1/%2").arg(series, guest ? guest->toHex() : request.toHex());
}

QString classOf(Desk &desk, const std::optional<GuestId> &guest)
{
    const auto listed = guest ? guests::find(desk.state(), *guest) : std::nullopt;
    return listed ? listed->classCode : QString();
}

/// As asked for, else as the guest's class has it; empty: none.
QString priorityFor(const EventSetup &setup, const QString &asked, const QString &classCode)
{
    if (findByCode(setup.priorities, asked) != nullptr) {
        return asked;
    }
    const auto own = std::ranges::find_if(
        setup.priorities, [&](const Priority &priority) { return priority.classes.contains(classCode); });
    return own == setup.priorities.end() ? QString() : own->code;
}

/// What the plan says against it, whoever decides.
std::optional<scarce::Judgement> planRefusal(Desk &desk, const Series &series, const QString &classCode, int persons)
{
    using scarce::Judgement;
    const auto minute = rules::minuteOfEvent(desk.setup(), desk.post().now);
    if ((series.fromMinute && minute < *series.fromMinute) || (series.untilMinute && minute >= *series.untilMinute)) {
        return Judgement::no(Outcome::Refused, QStringLiteral("closed"), rules::seriesIsClosed(series));
    }
    if (!series.classes.isEmpty() && !classCode.isEmpty() && !series.classes.contains(classCode)) {
        return Judgement::no(Outcome::Refused, QStringLiteral("wrong_class"), rules::seriesOfOthers(series));
    }
    const auto *service = findByCode(desk.setup().services, series.service);
    if (service != nullptr && service->personsMax && persons > *service->personsMax) {
        return Judgement::no(Outcome::Refused, QStringLiteral("too_many_persons"),
                             rules::tooManyPersons(*service->personsMax));
    }
    return std::nullopt;
}

/// Another device was granted a number for them and has not said yet that it was told.
bool isBeingGiven(Desk &desk, const scarce::Wanted &wanted, const StreamKey &asker)
{
    return std::ranges::any_of(claims::open(desk.state(), wanted.claim), [&](const claims::Verdict &open) {
        return open.device != asker.origin && !devices::isRevoked(desk.state(), open.device) &&
               !ledger::livesOf(desk.state(), open.device).empty();  // Else all of it was declared lost.
    });
}

Answer refusedFor(Desk &desk, const scarce::Wanted &wanted, const Ticket &has)
{
    auto refused =
        scarce::refusal(wanted, Outcome::Refused, QStringLiteral("has_number"), rules::hasNumber(has.number));
    refused.number = has.number;
    refused.ahead = aheadOf(desk.state(), has);
    return refused;
}

Answer answerOf(Desk &desk, const Ticket &ticket)
{
    Answer answer;
    answer.outcome = Outcome::Done;
    answer.request = ticket.id;
    answer.number = ticket.number;
    answer.isProvisional = ticket.isProvisional;
    answer.operation = ticket.issue;
    answer.ahead = aheadOf(desk.state(), ticket);
    if (const auto *service = findByCode(desk.setup().services, ticket.service)) {
        answer.zone = service->zone;
        const auto *zone = findByCode(desk.setup().zones, service->zone);
        answer.zoneName = zone != nullptr ? zone->name : Words{};
    }
    if (ticket.guest) {
        answer.guest = viewOf(desk.state(), desk.setup(), *ticket.guest);
    }
    return answer;
}

scarce::Judgement judge(Desk &desk, const scarce::Wanted &wanted, const StreamKey &asker, const QString &station)
{
    Q_UNUSED(station);
    using scarce::Judgement;
    auto &state = desk.state();
    BodyReader body(wanted.body);
    const auto guest = body.optionalId<GuestId>("guest");
    const auto persons = int(body.numberOr("persons", 1, companionCountMax, 1));
    const auto *series = findByCode(desk.setup().series, body.text("series"));
    if (!body.isGood() || series == nullptr) {
        return Judgement::no(Outcome::NotFound, QStringLiteral("no_series"), rules::noSuchSeries({}));
    }
    if (auto no = planRefusal(desk, *series, classOf(desk, guest), persons)) {
        return std::move(*no);
    }
    if (const auto has = guest ? ofGuest(state, *guest, series->code) : std::nullopt) {
        return Judgement::no(Outcome::Refused, QStringLiteral("has_number"), rules::hasNumber(has->number));
    }
    if (guest && isBeingGiven(desk, wanted, asker)) {
        return Judgement::no(Outcome::Refused, QStringLiteral("on_its_way"), rules::numberIsOnItsWay());
    }
    if (series->numberMax && issuedCount(state, series->code) >= *series->numberMax) {
        return Judgement::no(Outcome::Refused, QStringLiteral("series_full"), rules::seriesIsFull(*series));
    }
    const auto resource = numberResource(series->code);
    const auto account = ledger::holder(desk.journal().self());
    const auto number = ledger::nextNumber(state, resource, account);
    if (!number) {
        return Judgement::no(Outcome::NotNow, QStringLiteral("no_numbers"), rules::noNumbersLeft());
    }
    Judgement yes{true, Outcome::Done, {}, {}, {{key("number"), *number}}, {}};
    const auto to = ledger::holder(asker);
    if (to != account) {
        yes.postings.push_back({resource, account, to, 1, *number});
    }
    return yes;
}

/// The number to be told, and what it costs this device's account.
std::pair<QString, std::vector<ledger::Posting>> takeNumber(Journal &journal, const Series &series,
                                                            const std::optional<qint64> &granted)
{
    const auto resource = numberResource(series.code);
    const auto account = ledger::holder(journal.self());
    // A granted one that was not told may have been given to somebody else meanwhile, by the cut-off rule.
    const bool isTheirs = granted && !ledger::isNumberGone(journal.state(), resource, account, *granted);
    const auto number = isTheirs ? granted : ledger::nextNumber(journal.state(), resource, account);
    if (number) {
        return {numberText(series, *number), {{resource, account, ledger::used(), 1, *number}}};
    }
    return {rules::suffixNumber(journal.state(), journal.self(), series), {}};
}

/// The body of an issue and its postings: the number, and the ticket that is born with it.
QCborMap issueBody(Journal &journal, const Post &post, const RequestId &ticket, const Series &series,
                   const std::optional<qint64> &granted, std::vector<ledger::Posting> &postings)
{
    auto [number, taken] = takeNumber(journal, series, granted);
    postings = std::move(taken);
    const auto holder = ledger::holder(post.hub.value_or(journal.self()));
    postings.push_back({ticketResource(ticket), ledger::mint(), holder, 1, {}});
    return {{key("number"), number},
            {key("series"), series.code},
            {key("service"), series.service},
            {key("station"), post.station}};
}

Answer tell(Desk &desk, const scarce::Wanted &wanted, const std::optional<scarce::Ruling> &ruling)
{
    auto &state = desk.state();
    BodyReader body(wanted.body);
    const auto guest = body.optionalId<GuestId>("guest");
    const auto *series = findByCode(desk.setup().series, body.text("series"));
    if (series == nullptr) {
        return scarce::refusal(wanted, Outcome::NotFound, QStringLiteral("no_series"), rules::noSuchSeries({}));
    }
    const auto has = guest ? ofGuest(state, *guest, series->code) : std::nullopt;
    if (ruling && !ruling->grant) {
        auto no = scarce::refusal(wanted, ruling->outcome, ruling->why, ruling->reason);
        no.number = has ? has->number : QString();
        return no;
    }
    if (has) {  // Given here, or heard of, since it was asked for. What was granted is one more number of this device.
        if (ruling) {
            scarce::giveBack(desk, wanted, *ruling, QStringLiteral("has a number"), {});
        }
        return refusedFor(desk, wanted, *has);
    }
    const auto granted = ruling ? std::optional(ruling->detail.value(key("number")).toInteger()) : std::nullopt;
    std::vector<ledger::Posting> postings;
    auto map = issueBody(desk.journal(), desk.post(), wanted.request, *series, granted, postings);
    map.insert(key("priority"), body.textOr("priority"));
    map.insert(key("persons"), body.numberOr("persons", 1, companionCountMax, 1));
    if (guest) {
        map.insert(key("guest"), guest->toBytes());
    }
    desk.journal().append(scarce::told(desk, issuedKind(), wanted, ruling, map, postings));
    return answerOf(desk, *find(state, wanted.request));
}

}  // namespace

scarce::Examined examine(Desk &desk, const Act &act, const Issue &command)
{
    auto &state = desk.state();
    scarce::Wanted wanted{act.request, act.actor, QStringLiteral("queue.issue"), {}, {}};
    if (const auto before = find(state, act.request)) {
        return answerOf(desk, *before);
    }
    const auto *series = findByCode(desk.setup().series, command.series);
    if (series == nullptr) {
        return scarce::refusal(wanted, Outcome::NotFound, QStringLiteral("no_series"),
                               rules::noSuchSeries(command.series));
    }
    const auto guest = desk.guestOf(command.payload, command.guest);
    const bool isNamed = guest || !command.payload.isEmpty();
    if (isNamed && (!guest || !guests::find(state, *guest))) {
        return scarce::refusal(wanted, Outcome::Unknown, QStringLiteral("unknown_guest"), rules::noSuchGuest());
    }
    const auto classCode = classOf(desk, guest);
    const int persons = std::clamp(command.persons, 1, companionCountMax);
    if (const auto no = planRefusal(desk, *series, classCode, persons)) {
        return scarce::refusal(wanted, no->outcome, no->why, no->reason);
    }
    if (const auto has = guest ? ofGuest(state, *guest, series->code) : std::nullopt) {
        return refusedFor(desk, wanted, *has);
    }
    wanted.claim = claimFor(series->code, guest, act.request);
    wanted.body = {{key("series"), series->code},
                   {key("priority"), priorityFor(desk.setup(), command.priority, classCode)},
                   {key("persons"), persons}};
    if (guest) {
        wanted.body.insert(key("guest"), guest->toBytes());
    }
    return wanted;
}

const Series *seriesAtSignIn(const EventSetup &setup, const QString &classCode)
{
    const auto found = std::ranges::find_if(setup.series, [&](const Series &series) {
        return series.isAtSignIn && (series.classes.isEmpty() || series.classes.contains(classCode));
    });
    return found == setup.series.end() ? nullptr : &*found;
}

RequestId ticketOfSignIn(const RequestId &signIn)
{
    const auto hash = hash256(signIn.toBytes() + QByteArrayLiteral("number"));
    RequestId ticket;
    std::copy_n(hash.bytes.begin(), ticket.bytes.size(), ticket.bytes.begin());
    return ticket;
}

std::optional<qint64> numberForDoor(Journal &journal, const EventSetup &setup, WallTime now, const Series &series)
{
    auto &state = journal.state();
    const auto minute = rules::minuteOfEvent(setup, now);
    const bool isClosed =
        (series.fromMinute && minute < *series.fromMinute) || (series.untilMinute && minute >= *series.untilMinute);
    if (isClosed || (series.numberMax && issuedCount(state, series.code) >= *series.numberMax)) {
        return std::nullopt;
    }
    return ledger::nextNumber(state, numberResource(series.code), ledger::holder(journal.self()));
}

void issueAtDoor(Journal &journal, const EventSetup &setup, const Post &post, const AtDoor &door)
{
    std::vector<ledger::Posting> postings;
    const auto id = ticketOfSignIn(door.signIn);
    Draft draft;
    draft.kind = issuedKind();
    draft.body = issueBody(journal, post, id, *door.series, door.granted, postings);
    draft.body.insert(key("guest"), door.guest.toBytes());
    draft.body.insert(key("priority"), priorityFor(setup, {}, door.classCode));
    draft.body.insert(key("persons"), door.persons);
    draft.body.insert(key("post"), ledger::encode(postings));
    if (!door.granted) {
        draft.body.insert(key("provisional"), true);
    }
    draft.request = id;
    draft.actor = door.actor;
    journal.append(std::move(draft));
}

scarce::Room issueRoom() { return {allow_list::Deed::IssueNumber, &judge, &tell}; }

}  // namespace muster::queues
