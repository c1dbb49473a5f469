// What counters do with tickets that they have, and the coordinator with batches.
#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/guests.h"
#include "core/venue/modes/modes.h"
#include "core/venue/queues/queue_steps.h"

namespace muster::queues {
namespace {

constexpr qsizetype noteLengthMax = 1'000;
constexpr int batchMax = 500;
constexpr int minutesMax = 24 * 60;

/// What a step makes of a ticket.
struct Result {
    Phase phase = Phase::Waiting;
    QString service;
    QString counter;
    QString person;
    qint64 rank = 0;
    std::optional<WallTime> until;
};

qint64 nowRank(Desk &desk) { return toMsecs(desk.post().now); }

/// Just behind the @p count-th that waits now.
qint64 rankAfter(Desk &desk, const QString &service, int count)
{
    const auto waiting = inPhase(desk.state(), service, Phase::Waiting, count);
    return waiting.empty() || count == 0 ? (waiting.empty() ? nowRank(desk) : waiting.front().rank - 1)
                                         : waiting.back().rank + 1;
}

/// The service's rule for whoever did not come.
Result late(Desk &desk, const Ticket &ticket, Result result)
{
    const auto *service = findByCode(desk.setup().services, ticket.service);
    result.counter.clear();
    result.until.reset();
    switch (service == nullptr ? LateRule::Last : service->lateRule) {
    case LateRule::Again: result.rank = rankAfter(desk, ticket.service, service->lateAfter); break;
    case LateRule::Last: result.rank = nowRank(desk); break;
    case LateRule::Lost: result.phase = Phase::Missed; return result;
    }
    result.phase = Phase::Waiting;
    return result;
}

Result onward(Desk &desk, const Ticket &ticket, Result result)
{
    const auto *service = findByCode(desk.setup().services, ticket.service);
    const auto *next = service == nullptr ? nullptr : findByCode(desk.setup().services, service->next);
    result.person.clear();
    if (next == nullptr) {
        result.phase = Phase::Done;
        return result;
    }
    result.phase = Phase::Waiting;
    result.service = next->code;
    result.counter.clear();
    result.rank = nowRank(desk);
    return result;
}

Result transferred(Desk &desk, const Advance &command, Result result)
{
    result.phase = Phase::Waiting;
    result.service = command.service.isEmpty() ? result.service : command.service;
    result.counter = command.counter;
    result.person = command.person;
    // To a counter or a person: the guest has waited, and goes first there. To another service: from now on.
    result.rank = command.service.isEmpty() ? result.rank : nowRank(desk);
    return result;
}

Result resultOf(Desk &desk, const Ticket &ticket, const Advance &command)
{
    Result result{ticket.phase, ticket.service, ticket.counter, ticket.person, ticket.rank, std::nullopt};
    switch (command.step) {
    case Step::Recall: result.phase = Phase::Called; break;
    case Step::Arrive: result.phase = ticket.phase == Phase::Batched ? Phase::Ready : Phase::Serving; break;
    case Step::NoShow: return late(desk, ticket, result);
    case Step::Hold: result.phase = Phase::Held; break;
    case Step::Park:
        result.phase = Phase::Parked;
        result.counter.clear();
        result.until = desk.post().now + std::chrono::minutes(std::clamp(command.minutes, 1, minutesMax));
        break;
    case Step::Resume: result.phase = ticket.phase == Phase::Parked ? Phase::Waiting : Phase::Serving; break;
    case Step::Transfer: return transferred(desk, command, result);
    case Step::Finish: return onward(desk, ticket, result);
    case Step::Cancel: result.phase = Phase::Cancelled; break;
    case Step::Called:
    case Step::Batched:
    case Step::Rescued: break;
    }
    return result;
}

/// Eligibility at the desk: the first paper that is missing, the identity, the number of persons.
std::optional<std::pair<QString, Words>> missing(Desk &desk, const Ticket &ticket, const Advance &command)
{
    const auto *service = findByCode(desk.setup().services, ticket.service);
    if (service == nullptr || command.step != Step::Arrive) {
        return std::nullopt;
    }
    if (service->personsMax && std::max(command.persons, ticket.persons) > *service->personsMax) {
        return std::pair(QStringLiteral("too_many_persons"), rules::tooManyPersons(*service->personsMax));
    }
    for (const auto &paper : service->papers) {
        if (!command.papers.contains(paper.code)) {
            return std::pair(QStringLiteral("missing_paper"), rules::paperIsMissing(paper.text));
        }
    }
    const bool asksIdentity = !service->papers.empty();
    return asksIdentity && !command.isIdentityChecked
               ? std::optional(std::pair(QStringLiteral("identity"), rules::identityIsUnchecked()))
               : std::nullopt;
}

std::optional<Words> badTarget(Desk &desk, const Advance &command)
{
    const auto &setup = desk.setup();
    if (command.step != Step::Transfer) {
        return std::nullopt;
    }
    if (!command.service.isEmpty() && findByCode(setup.services, command.service) == nullptr) {
        return rules::noSuchService(command.service);
    }
    if (!command.counter.isEmpty() && findByCode(setup.stations, command.counter) == nullptr) {
        return rules::noSuchCounter(command.counter);
    }
    if (!command.person.isEmpty() && findByCode(setup.staff, command.person) == nullptr) {
        return rules::unknownStaff(command.person);
    }
    return std::nullopt;
}

Draft stepped(Desk &desk, const Ticket &ticket, const Advance &command, const Result &result)
{
    Draft draft;
    draft.kind = steppedKind();
    draft.body = stepBody(desk, ticket, command.step);
    draft.body.insert(key("phase"), int(result.phase));
    draft.body.insert(key("service"), result.service);
    draft.body.insert(key("counter"), result.counter);
    draft.body.insert(key("person"), result.person);
    draft.body.insert(key("rank"), std::max<qint64>(result.rank, 0));
    draft.body.insert(key("note"), command.note.left(noteLengthMax));
    draft.body.insert(key("code"), command.code.left(64));
    if (result.until) {
        draft.body.insert(key("until"), toMsecs(*result.until));
    } else {
        draft.body.remove(key("until"));
    }
    if (result.phase == Phase::Done || result.phase == Phase::Cancelled) {
        const auto account = ledger::holder(desk.journal().self());
        const std::vector<ledger::Posting> spent{{ticketResource(ticket.id), account, ledger::used(), 1, {}}};
        draft.body.insert(key("post"), ledger::encode(spent));
    }
    if (command.step == Step::Finish) {
        draft.body.insert(key("took_s"), secondsSince(desk, ticket.since));
    }
    return draft;
}

/// What keeps guests of @p service from every counter that serves it.
modes::Mode barOfAll(Desk &desk, const Service &service)
{
    std::optional<modes::Mode> least;
    for (const auto &station : desk.setup().stations) {
        if (station.services.contains(service.code)) {
            const auto bar = barOf(desk.state(), &station, service);
            least = std::min(least.value_or(bar), bar);
        }
    }
    return least.value_or(barOf(desk.state(), nullptr, service));
}

/// Who may move it: the device that has its right; else whoever the hub is, of what is in its own account.
bool isHere(Desk &desk, const Ticket &ticket)
{
    return holderAmong(desk, ticket, {ledger::holder(desk.journal().self())}).has_value();
}

}  // namespace

Answer decide(Desk &desk, const Act &act, const Advance &command)
{
    const auto ticket = withNumber(desk.state(), command.ticket);
    if (!ticket) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchTicket(command.ticket), QStringLiteral("no_ticket"));
    }
    const bool isByHand =
        command.step != Step::Called && command.step != Step::Batched && command.step != Step::Rescued;
    if (!isByHand || !isLegal(ticket->phase, command.step)) {
        return desk.refused(act, Outcome::Refused, rules::ticketIs(ticket->number, toString(ticket->phase)),
                            QStringLiteral("not_possible"));
    }
    if (!isHere(desk, *ticket)) {
        return desk.refused(act, Outcome::NotNow, rules::ticketIsElsewhere(ticket->number),
                            QStringLiteral("elsewhere"));
    }
    if (const auto bad = badTarget(desk, command)) {
        return desk.refused(act, Outcome::NotFound, *bad, QStringLiteral("no_target"));
    }
    if (const auto lacks = missing(desk, *ticket, command)) {
        return desk.refused(act, Outcome::Refused, lacks->second, lacks->first);
    }
    const auto answer = desk.done(act, stepped(desk, *ticket, command, resultOf(desk, *ticket, command)));
    auto told = answerFor(desk, act.request, *find(desk.state(), ticket->id));
    told.operation = answer.operation;
    return told;
}

namespace {

void recallStep(Desk &desk, const QString &number, Answer &answer)
{
    if (const auto ticket = withNumber(desk.state(), number)) {
        auto again = answerFor(desk, answer.request, *ticket);
        again.operation = answer.operation;
        answer = std::move(again);
    }
}

}  // namespace

void recall(Desk &desk, const Advance &command, Answer &answer) { recallStep(desk, command.ticket, answer); }

void recall(Desk &desk, const Roll &command, Answer &answer) { recallStep(desk, command.ticket, answer); }

Answer decide(Desk &desk, const Act &act, const SetCounter &command)
{
    const auto counter = command.counter.isEmpty() ? desk.post().station : command.counter;
    const auto *station = findByCode(desk.setup().stations, counter);
    if (station == nullptr || station->services.isEmpty()) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchCounter(counter), QStringLiteral("no_counter"));
    }
    if (counter != desk.post().station && !desk.post().isHub) {
        return desk.refused(act, Outcome::NotAllowed, rules::otherCounter(counter), QStringLiteral("other_counter"));
    }
    auto &row = desk.state().statement("SELECT version FROM counter_now WHERE counter = ?");
    const auto version = nextVersion(bindAll(row, counter).executeStep() ? row.getColumn(0).getInt64() : 0);
    Draft draft;
    draft.kind = counterKind();
    draft.body = {{key("counter"), counter}, {key("open"), command.isOpen}, {key("version"), version}};
    return desk.done(act, std::move(draft));
}

Answer decide(Desk &desk, const Act &act, const CallBatch &command)
{
    const auto *service = findByCode(desk.setup().services, command.service);
    if (service == nullptr || service->batchSize == 0) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchService(command.service), QStringLiteral("no_batch"));
    }
    if (!desk.post().isHub) {
        return desk.refused(act, Outcome::NotNow, rules::onlyAtHub(), QStringLiteral("only_at_hub"));
    }
    if (const auto bar = barOfAll(desk, *service); bar != modes::Mode::Normal) {
        return desk.refused(act, Outcome::Refused, callsAreHeld(bar), modes::toString(bar));
    }
    const int count = std::clamp(command.count > 0 ? command.count : service->batchSize, 1, batchMax);
    const int minutes = std::clamp(command.minutes > 0 ? command.minutes : service->lateMinutes, 1, minutesMax);
    Answer told;
    Advance step;
    step.step = Step::Batched;
    for (const auto &ticket : inPhase(desk.state(), service->code, Phase::Waiting, batchMax)) {
        if (told.subjects.size() >= count) {
            break;
        }
        if (!isHere(desk, ticket)) {
            continue;
        }
        Result result{Phase::Batched, ticket.service, {},
                      ticket.person,  ticket.rank,    desk.post().now + std::chrono::minutes(minutes)};
        auto draft = stepped(desk, ticket, step, result);
        draft.request = act.request;
        draft.actor = act.actor;
        told.operation = desk.journal().append(std::move(draft)).hash;
        told.subjects << ticket.number;
    }
    told.request = act.request;
    told.outcome = told.subjects.isEmpty() ? Outcome::NothingWaiting : Outcome::Done;
    told.reason = told.subjects.isEmpty() ? rules::nothingWaiting() : Words{};
    return told;
}

void recall(Desk &desk, const CallBatch & /*command*/, Answer &answer)
{
    auto &rows = desk.state().statement("SELECT t.number FROM told_request r JOIN ticket_step s ON s.op = r.op"
                                        " JOIN ticket t ON t.id = s.ticket WHERE r.request = ? ORDER BY s.time");
    bindAll(rows, answer.request);
    while (rows.executeStep()) {
        answer.subjects << textOf(rows.getColumn(0));
    }
}

Answer decide(Desk &desk, const Act &act, const Roll &command)
{
    Advance step;
    step.ticket = command.ticket;
    step.step = command.isHere ? Step::Arrive : Step::NoShow;
    const auto ticket = withNumber(desk.state(), command.ticket);
    if (!ticket || ticket->phase != Phase::Batched) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchTicket(command.ticket), QStringLiteral("no_ticket"));
    }
    const auto *service = findByCode(desk.setup().services, ticket->service);
    if (service != nullptr && command.isHere) {  // Papers are looked at by the counter.
        for (const auto &paper : service->papers) {
            step.papers << paper.code;
        }
        step.isIdentityChecked = true;
    }
    return decide(desk, act, step);
}

Answer decide(Desk &desk, const Act &act, const SetOwner &command)
{
    const auto guest = desk.guestOf(command.payload, command.guest);
    if (!guest || !guests::find(desk.state(), *guest)) {
        return desk.refused(act, Outcome::Unknown, rules::noSuchGuest(), QStringLiteral("unknown_guest"));
    }
    if (!command.consultant.isEmpty() && findByCode(desk.setup().staff, command.consultant) == nullptr) {
        return desk.refused(act, Outcome::NotFound, rules::unknownStaff(command.consultant),
                            QStringLiteral("no_staff"));
    }
    const auto owner = ownerOf(desk.state(), *guest);
    if (owner && !owner->isEmpty() && *owner != command.consultant && command.reason.trimmed().isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, rules::hasOwner(*owner), QStringLiteral("has_owner"));
    }
    auto &row = desk.state().statement("SELECT coalesce(max(version), 0) FROM owner_log WHERE guest = ?");
    bindAll(row, *guest).executeStep();
    Draft draft;
    draft.kind = ownerKind();
    draft.body = {{key("guest"), guest->toBytes()},
                  {key("consultant"), command.consultant},
                  {key("reason"), command.reason},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())}};
    return desk.done(act, std::move(draft));
}

}  // namespace muster::queues
