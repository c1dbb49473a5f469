// Where the rights of tickets lie, and how they move: on deck, home, and away from a counter that was lost.
#include "core/authority/standbys.h"
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/queues/number_blocks.h"
#include "core/venue/queues/queue_steps.h"
#include "core/venue/scarce/rights.h"

namespace muster::queues {
namespace {

constexpr int minutesOfRate = 30;  ///< A device's block is sized by what it gave out in so long,
constexpr int horizonTimes = 4;    ///< for so many times that: two hours cut off.
constexpr qint64 blockMin = 20;
constexpr qint64 blockMax = 500;
constexpr int returnsMax = 32;  ///< Of one operation.
constexpr qint64 ownBlock = 50;
constexpr qint64 leap = 1'000;
/// By so much tickets of a lost counter go before all others, and keep their order: longer than any day.
constexpr qint64 rescuedAhead = std::chrono::milliseconds(std::chrono::years(1)).count();

number_blocks::Kind kindOf(const Series &series)
{
    qint64 room = 1;
    for (int i = 0; i < series.digits; ++i) {
        room *= 10;
    }
    const qint64 end = series.numberMax ? std::min<qint64>(*series.numberMax * 2, room) : room;
    return {numberResource(series.code), ownBlock, std::max<qint64>(end * 6 / 10, ownBlock) + 1, leap};
}

/// As many as the device gives out in the horizon, at the rate of the last half hour.
qint64 blockSize(Desk &desk, const QString &series, const DeviceId &device)
{
    if (standbys::isStandby(desk.state(), device)) {
        return blockMax;  // What it gives out as the hub, if it must.
    }
    const auto since = HybridTime::at(desk.post().now - std::chrono::minutes(minutesOfRate));
    auto &row = desk.state().statement("SELECT count(*) FROM ticket WHERE series = ? AND origin = ? AND time >= ?");
    bindAll(row, series, device, since.value).executeStep();
    return std::clamp<qint64>(row.getColumn(0).getInt64() * horizonTimes, blockMin, blockMax);
}

void dealNumbers(Desk &desk, std::vector<Draft> &drafts)
{
    const auto self = desk.journal().self();
    for (const auto &series : desk.setup().series) {
        number_blocks::Dealer dealer(desk.state(), kindOf(series), self);
        const auto fill = [&](const StreamKey &device) {
            const auto account = ledger::holder(device);
            if (dealer.isLow(account)) {
                drafts.push_back(rights::moved(dealer.fill(account, blockSize(desk, series.code, device.origin))));
            }
        };
        fill(self);
        for (const auto &device : desk.post().atWork) {
            fill(device);
        }
    }
}

/// Devices at open counters, with the services they call for.
struct Counter {
    QString code;
    QString account;
    QStringList services;
};

std::vector<Counter> openCounters(Desk &desk)
{
    std::vector<Counter> counters;
    for (const auto &device : desk.post().atWork) {
        const auto known = devices::find(desk.state(), device.origin);
        const auto *station = known ? findByCode(desk.setup().stations, known->station) : nullptr;
        // (What is put into an account that was declared lost is lost again.)
        const bool isSetAside = ledger::isSetAside(desk.state(), ledger::holder(device));
        if (station != nullptr && !isSetAside && !station->services.isEmpty() && isOpen(desk.state(), station->code)) {
            counters.push_back({station->code, ledger::holder(device), station->services});
        }
    }
    return counters;
}

/// May @p ticket lie with @p counter beforehand? Not what waits for one person, or for another counter.
bool isForDeck(const Ticket &ticket, const Service &service, const QString &counter)
{
    const auto phase = service.batchSize > 0 ? Phase::Ready : Phase::Waiting;
    return ticket.service == service.code && ticket.phase == phase && ticket.person.isEmpty() && !service.isOwned &&
           (ticket.counter.isEmpty() || ticket.counter == counter);
}

/// Tickets of @p service that lie with @p counter.
int deckCount(Desk &desk, const Counter &counter, const Service &service)
{
    int count = 0;
    for (const auto &ticket : onDeck(desk.state(), counter.account, returnsMax)) {
        count += isForDeck(ticket, service, counter.code) ? 1 : 0;
    }
    return count;
}

void fillDecks(Desk &desk, std::vector<Draft> &drafts)
{
    const auto hub = ledger::holder(desk.journal().self());
    std::set<RequestId> given;
    for (const auto &counter : openCounters(desk)) {
        for (const auto &code : counter.services) {
            const auto *service = findByCode(desk.setup().services, code);
            if (service == nullptr || service->onDeck == 0) {
                continue;
            }
            int lacking = service->onDeck - deckCount(desk, counter, *service);
            if (lacking <= 0) {
                continue;
            }
            std::vector<ledger::Posting> postings;
            const auto phase = service->batchSize > 0 ? Phase::Ready : Phase::Waiting;
            for (const auto &ticket : inPhase(desk.state(), code, phase, returnsMax)) {
                const bool isFree = !given.contains(ticket.id) && isForDeck(ticket, *service, counter.code) &&
                                    holderAmong(desk, ticket, {hub}).has_value();
                if (isFree && lacking-- > 0) {
                    given.insert(ticket.id);
                    postings.push_back({ticketResource(ticket.id), hub, counter.account, 1, {}});
                }
            }
            if (!postings.empty()) {
                drafts.push_back(rights::moved(postings));
            }
        }
    }
}

/// Tickets whose right lies in an account that was declared lost: a new right, and they go first.
void rescue(Desk &desk, std::vector<Draft> &drafts)
{
    const auto hub = ledger::holder(desk.journal().self());
    std::vector<RequestId> stranded;
    auto &rows = desk.state().statement("SELECT DISTINCT a.resource FROM set_aside s CROSS JOIN account a"
                                        " INDEXED BY account_held ON a.holder = s.holder"
                                        " WHERE a.balance > 0 AND a.resource > 'ticket/' AND a.resource < 'ticket0'");
    while (rows.executeStep()) {
        if (const auto id = RequestId::fromHex(textOf(rows.getColumn(0)).mid(7))) {
            stranded.push_back(*id);
        }
    }
    for (const auto &id : stranded) {
        const auto ticket = find(desk.state(), id);
        const auto resource = ticketResource(id);
        const auto free = ledger::total(desk.state(), resource) - ledger::quarantined(desk.state(), resource);
        if (!ticket || isOver(ticket->phase) || free > 0) {
            continue;
        }
        Draft draft;
        draft.kind = steppedKind();
        draft.body = stepBody(desk, *ticket, Step::Rescued);
        const bool isBatch = ticket->phase == Phase::Ready || ticket->phase == Phase::Batched;
        draft.body.insert(key("phase"), int(isBatch ? ticket->phase : Phase::Waiting));
        draft.body.insert(key("counter"), QString());
        draft.body.insert(key("rank"), std::max<qint64>(ticket->rank - rescuedAhead, 0));
        draft.body.insert(key("post"), ledger::encode({{resource, ledger::mint(), hub, 1, {}}}));
        drafts.push_back(std::move(draft));
    }
}

}  // namespace

std::optional<QString> holderAmong(Desk &desk, const Ticket &ticket, const QStringList &accounts)
{
    const auto resource = ticketResource(ticket.id);
    const auto found = std::ranges::find_if(
        accounts, [&](const QString &account) { return ledger::spendable(desk.state(), resource, account) > 0; });
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

std::vector<Ticket> onDeck(State &state, const QString &account, int countMax)
{
    std::vector<RequestId> held;
    auto &rows = state.statement("SELECT resource FROM account INDEXED BY account_held WHERE holder = ?"
                                 " AND balance > 0 AND resource > 'ticket/' AND resource < 'ticket0'");
    bindAll(rows, account);
    while (rows.executeStep()) {
        if (const auto id = RequestId::fromHex(textOf(rows.getColumn(0)).mid(7))) {
            held.push_back(*id);
        }
    }
    std::vector<Ticket> tickets;
    for (const auto &id : held) {
        auto ticket = find(state, id);
        if (ticket && !isAtCounter(ticket->phase) && !isOver(ticket->phase)) {
            tickets.push_back(std::move(*ticket));
        }
    }
    std::ranges::sort(tickets, {}, [](const Ticket &ticket) { return std::tie(ticket.rank, ticket.id); });
    tickets.resize(std::min(tickets.size(), std::size_t(countMax)));
    return tickets;
}

std::vector<Draft> hubDuties(Desk &desk)
{
    std::vector<Draft> drafts;
    dealNumbers(desk, drafts);
    rescue(desk, drafts);
    fillDecks(desk, drafts);
    return drafts;
}

std::vector<Draft> homeDuties(Desk &desk)
{
    const auto self = desk.journal().self();
    if (!desk.post().hub || *desk.post().hub == self) {
        return {};
    }
    const auto account = ledger::holder(self);
    const auto hub = ledger::holder(*desk.post().hub);
    const auto *station = findByCode(desk.setup().stations, desk.post().station);
    const bool isWorking = station != nullptr && isOpen(desk.state(), station->code);
    QMap<QString, int> kept;
    std::vector<ledger::Posting> postings;
    for (const auto &ticket : onDeck(desk.state(), account, std::numeric_limits<int>::max())) {
        const auto *service = findByCode(desk.setup().services, ticket.service);
        const bool isOwnDeck = isWorking && service != nullptr && station->services.contains(service->code) &&
                               isForDeck(ticket, *service, station->code) && kept[service->code] < service->onDeck;
        if (isOwnDeck) {
            ++kept[service->code];
        } else if (postings.size() < std::size_t(returnsMax)) {
            postings.push_back({ticketResource(ticket.id), account, hub, 1, {}});
        }
    }
    return postings.empty() ? std::vector<Draft>() : std::vector<Draft>{rights::returned(postings)};
}

QCborMap stepBody(Desk &desk, const Ticket &ticket, Step step)
{
    QCborMap body{{key("ticket"), ticket.id.toBytes()},
                  {key("previous"), ticket.last.toBytes()},
                  {key("version"), nextVersion(ticket.version)},
                  {key("step"), int(step)},
                  {key("phase"), int(ticket.phase)},
                  {key("from"), ticket.service},
                  {key("service"), ticket.service},
                  {key("counter"), ticket.counter},
                  {key("person"), ticket.person},
                  {key("rank"), ticket.rank},
                  {key("station"), desk.post().station}};
    if (ticket.until) {
        body.insert(key("until"), toMsecs(*ticket.until));
    }
    return body;
}

Answer answerFor(Desk &desk, const RequestId &request, const Ticket &ticket)
{
    Answer answer;
    answer.outcome = Outcome::Done;
    answer.request = request;
    answer.number = ticket.number;
    const auto *service = findByCode(desk.setup().services, ticket.service);
    answer.zone = service != nullptr ? service->zone : QString();
    answer.subjects = {toString(ticket.phase), ticket.service};
    if (ticket.guest) {
        answer.guest = viewOf(desk.state(), desk.setup(), *ticket.guest);
    }
    return answer;
}

qint64 secondsSince(Desk &desk, const HybridTime &time)
{
    return std::max<qint64>((desk.post().now - time.wall()).count() / 1'000, 0);
}

std::optional<Stepped> stepOfRequest(State &state, const RequestId &request)
{
    const auto operation = claims::done(state, request);
    if (!operation) {
        return std::nullopt;
    }
    auto &row = state.statement("SELECT ticket FROM ticket_step WHERE op = ?");
    if (!bindAll(row, *operation).executeStep()) {
        return std::nullopt;
    }
    for (auto &step : historyOf(state, idOf<RequestId>(row.getColumn(0)))) {
        if (step.operation == *operation) {
            return std::move(step);
        }
    }
    return std::nullopt;
}

bool isAtWork(Desk &desk, const QString &staff)
{
    auto &row = desk.state().statement("SELECT 1 FROM counter_now WHERE staff = ? AND open = 1 LIMIT 1");
    return bindAll(row, staff).executeStep();
}

}  // namespace muster::queues
