// A counter calls the next guest: at the hub from everything that waits, cut off from what lies on its own deck.
#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/modes/modes.h"
#include "core/venue/queues/queue_steps.h"
#include "core/venue/queues/queues.h"

namespace muster::queues {
namespace {

constexpr int lookMax = 200;  ///< Tickets of one service that are looked at for one call.

QString counterOf(Desk &desk, const Call &command)
{
    return command.counter.isEmpty() ? desk.post().station : command.counter;
}

/// Priorities of the last calls of @p service, one fewer than a whole round of the mix.
QMap<QString, int> recentCalls(State &state, const EventSetup &setup, const QString &service)
{
    int round = 1;
    for (const auto &priority : setup.priorities) {
        round += priority.weight;
    }
    QMap<QString, int> counts;
    auto &rows = state.statement("SELECT t.priority FROM ticket_step s JOIN ticket t ON t.id = s.ticket"
                                 " WHERE s.came_from = ? AND s.step = 0 ORDER BY s.time DESC, s.op LIMIT ?");
    static_assert(int(Step::Called) == 0);
    bindAll(rows, service, round - 1);
    while (rows.executeStep()) {
        ++counts[textOf(rows.getColumn(0))];
    }
    return counts;
}

/// May the staff member at the counter call it? Guests of others' own wait for them; a stranger's is anybody's.
bool isFor(Desk &desk, const Ticket &ticket, const Service &service, const QString &actor, const QString &counter)
{
    if ((!ticket.person.isEmpty() && ticket.person != actor) ||
        (!ticket.counter.isEmpty() && ticket.counter != counter)) {
        return false;
    }
    if (!service.isOwned || !ticket.guest) {
        return true;
    }
    const auto owner = ownerOf(desk.state(), *ticket.guest);
    return !owner || owner->isEmpty() || *owner == actor || !isAtWork(desk, *owner);
}

/// Their own guests first; then in the fair mix: a class whose weight in the last round is not used up goes before
/// one that has had its share, the plan's order between them; whoever waits longest within a class.
const Ticket *bestOf(Desk &desk, const std::vector<Ticket> &candidates, const Service &service, const QString &actor)
{
    const auto owns = [&](const Ticket &ticket) {
        return service.isOwned && ticket.guest && ownerOf(desk.state(), *ticket.guest) == actor;
    };
    if (const auto own = std::ranges::find_if(candidates, owns); own != candidates.end()) {
        return &*own;
    }
    const auto recent = recentCalls(desk.state(), desk.setup(), service.code);
    for (const auto &priority : desk.setup().priorities) {
        if (recent.value(priority.code) < priority.weight) {
            const auto due = std::ranges::find(candidates, priority.code, &Ticket::priority);
            if (due != candidates.end()) {
                return &*due;
            }
        }
    }
    const auto plain = std::ranges::find(candidates, QString(), &Ticket::priority);
    return plain != candidates.end() ? &*plain : candidates.empty() ? nullptr : &candidates.front();
}

/// Tickets of @p service that can be called now with a right in one of @p accounts, the longest waiting first.
std::vector<Ticket> callable(Desk &desk, const Service &service, const QStringList &accounts, const QString &actor,
                             const QString &counter)
{
    std::vector<Ticket> found;
    const auto take = [&](Phase phase) {
        for (auto &ticket : inPhase(desk.state(), service.code, phase, lookMax)) {
            const bool isDue = phase != Phase::Parked || (ticket.until && *ticket.until <= desk.post().now);
            if (isDue && isFor(desk, ticket, service, actor, counter) && holderAmong(desk, ticket, accounts)) {
                found.push_back(std::move(ticket));
            }
        }
    };
    take(service.batchSize > 0 ? Phase::Ready : Phase::Waiting);
    take(Phase::Parked);
    std::ranges::sort(found, {}, [](const Ticket &ticket) { return std::tie(ticket.rank, ticket.id); });
    return found;
}

struct Found {
    std::optional<Ticket> ticket;
    QString why;
    Words reason;
};

/// The ticket that @p counter should call, from those whose rights lie in @p accounts.
Found choose(Desk &desk, const scarce::Wanted &wanted, const QString &counter, const QStringList &accounts)
{
    const auto number = wanted.body.value(key("ticket")).toString();
    const auto *station = findByCode(desk.setup().stations, counter);
    auto bar = modes::Mode::Normal;
    const auto isBarred = [&](const QString &code) {
        const auto *service = findByCode(desk.setup().services, code);
        const auto found = service == nullptr ? modes::Mode::Normal : barOf(desk.state(), station, *service);
        bar = std::max(bar, found);
        return found != modes::Mode::Normal;
    };
    if (!number.isEmpty()) {
        const auto ticket = withNumber(desk.state(), number);
        if (!ticket) {
            return {{}, QStringLiteral("no_ticket"), rules::noSuchTicket(number)};
        }
        if (!isLegal(ticket->phase, Step::Called)) {
            return {{}, QStringLiteral("not_waiting"), rules::ticketIs(number, toString(ticket->phase))};
        }
        if (isBarred(ticket->service)) {
            return {{}, modes::toString(bar), callsAreHeld(bar)};
        }
        return holderAmong(desk, *ticket, accounts)
                   ? Found{ticket, {}, {}}
                   : Found{{}, QStringLiteral("elsewhere"), rules::ticketIsElsewhere(number)};
    }
    for (const auto &code : station == nullptr ? QStringList() : station->services) {
        const auto *service = findByCode(desk.setup().services, code);
        if (service == nullptr || isBarred(code)) {
            continue;
        }
        const auto candidates = callable(desk, *service, accounts, wanted.actor, counter);
        if (const auto *best = bestOf(desk, candidates, *service, wanted.actor)) {
            return {*best, {}, {}};
        }
    }
    return bar == modes::Mode::Normal ? Found{{}, QStringLiteral("nothing_waiting"), rules::nothingWaiting()}
                                      : Found{{}, modes::toString(bar), callsAreHeld(bar)};
}

Answer calledAnswer(Desk &desk, const scarce::Wanted &wanted, const Ticket &ticket, const OperationHash &operation,
                    bool isProvisional)
{
    auto answer = answerFor(desk, wanted.request, ticket);
    answer.operation = operation;
    answer.isProvisional = isProvisional;
    return answer;
}

scarce::Judgement judge(Desk &desk, const scarce::Wanted &wanted, const StreamKey &asker, const QString &station)
{
    using scarce::Judgement;
    const auto counter = wanted.body.value(key("counter")).toString();
    const bool isOwn = counter == station || asker == desk.journal().self();
    if (!isOwn) {
        return Judgement::no(Outcome::NotAllowed, QStringLiteral("other_counter"), rules::otherCounter(counter));
    }
    const auto hub = ledger::holder(desk.journal().self());
    const auto account = ledger::holder(asker);
    const auto found = choose(desk, wanted, counter, {hub, account});
    if (!found.ticket) {
        const bool isEmpty = found.why == QLatin1String("nothing_waiting");
        return Judgement::no(isEmpty ? Outcome::NothingWaiting : Outcome::Refused, found.why, found.reason);
    }
    Judgement yes{true, Outcome::Done, {}, {}, {{key("ticket"), found.ticket->id.toBytes()}}, {}};
    const auto resource = ticketResource(found.ticket->id);
    if (hub != account && ledger::spendable(desk.state(), resource, hub) > 0) {
        yes.postings.push_back({resource, hub, account, 1, {}});
    }
    return yes;
}

Answer tell(Desk &desk, const scarce::Wanted &wanted, const std::optional<scarce::Ruling> &ruling)
{
    if (ruling && !ruling->grant) {
        return scarce::refusal(wanted, ruling->outcome, ruling->why, ruling->reason);
    }
    const auto counter = wanted.body.value(key("counter")).toString();
    std::optional<Ticket> ticket;
    if (ruling) {
        const auto id = RequestId::fromBytes(ruling->detail.value(key("ticket")).toByteArray());
        ticket = id ? find(desk.state(), *id) : std::nullopt;
        const bool isGone = ticket && scarce::isGone(desk, *ruling, ticketResource(ticket->id));
        if (ticket && (isGone || !isLegal(ticket->phase, Step::Called))) {
            // It moved on since the hub's word: it stays where it is, and nobody is called in vain.
            scarce::giveBack(desk, wanted, *ruling, QStringLiteral("not waiting any more"), {});
            return scarce::refusal(wanted, Outcome::Refused, QStringLiteral("not_waiting"),
                                   rules::ticketIs(ticket->number, toString(ticket->phase)));
        }
    } else {
        const auto found = choose(desk, wanted, counter, {ledger::holder(desk.journal().self())});
        if (!found.ticket) {
            const bool isEmpty = found.why == QLatin1String("nothing_waiting");
            return scarce::refusal(wanted,
                                   isEmpty                      ? Outcome::NothingOnDeck
                                   : modes::modeFrom(found.why) ? Outcome::Refused
                                                                : Outcome::NotNow,
                                   isEmpty ? QStringLiteral("nothing_on_deck") : found.why,
                                   isEmpty ? rules::nothingOnDeck() : found.reason);
        }
        ticket = found.ticket;
    }
    if (!ticket) {
        return scarce::refusal(wanted, Outcome::NotNow, QStringLiteral("not_here_yet"), rules::nothingOnDeck());
    }
    auto body = stepBody(desk, *ticket, Step::Called);
    body.insert(key("phase"), int(Phase::Called));
    body.insert(key("counter"), counter);
    body.insert(key("took_s"), secondsSince(desk, ticket->since));
    const auto operation = desk.journal().append(scarce::told(desk, steppedKind(), wanted, ruling, body, {}));
    return calledAnswer(desk, wanted, *find(desk.state(), ticket->id), operation.hash, !ruling);
}

}  // namespace

modes::Mode barOf(State &state, const Station *station, const Service &service)
{
    const auto to = modes::modeAt(state, station == nullptr || station->zone.isEmpty() ? service.zone : station->zone);
    const auto from = modes::modeAt(state, service.zone);
    const auto strictest = from == modes::Mode::Evacuate ? from : to;
    return strictest >= modes::Mode::Hold ? strictest : modes::Mode::Normal;
}

Words callsAreHeld(modes::Mode bar)
{
    return bar == modes::Mode::Evacuate ? Words{QStringLiteral("正在疏散，停止叫号"),
                                                QStringLiteral("The place is being cleared: nobody is called")}
                                        : Words{QStringLiteral("该区域暂停进入，暂缓叫号"),
                                                QStringLiteral("Nobody may go there now: wait with the next call")};
}

scarce::Examined examine(Desk &desk, const Act &act, const Call &command)
{
    scarce::Wanted wanted{act.request, act.actor, QStringLiteral("queue.call"), {}, {}};
    if (const auto before = stepOfRequest(desk.state(), act.request)) {
        return calledAnswer(desk, wanted, *find(desk.state(), before->ticket), before->operation,
                            before->isProvisional);
    }
    const auto counter = counterOf(desk, command);
    const auto *station = findByCode(desk.setup().stations, counter);
    if (station == nullptr || (station->services.isEmpty() && command.ticket.isEmpty())) {
        return scarce::refusal(wanted, Outcome::NotFound, QStringLiteral("no_counter"), rules::noSuchCounter(counter));
    }
    if (counter != desk.post().station && !desk.post().isHub) {
        return scarce::refusal(wanted, Outcome::NotAllowed, QStringLiteral("other_counter"),
                               rules::otherCounter(counter));
    }
    wanted.claim = QStringLiteral("call/") + counter;
    wanted.body = {{key("counter"), counter}, {key("ticket"), command.ticket.left(64)}};
    return wanted;
}

scarce::Room callRoom() { return {allow_list::Deed::ServeNumber, &judge, &tell}; }

std::map<QString, scarce::Room> rooms()
{
    return {{QStringLiteral("queue.issue"), issueRoom()}, {QStringLiteral("queue.call"), callRoom()}};
}

}  // namespace muster::queues
