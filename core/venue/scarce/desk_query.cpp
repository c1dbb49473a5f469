#include "core/venue/scarce/desk_query.h"

#include "core/venue/door/rules.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/scarce_query.h"

namespace muster::desk_query {
namespace {

Words serviceName(const EventSetup &setup, const QString &code)
{
    const auto *service = findByCode(setup.services, code);
    return service == nullptr ? Words{code, code} : service->name;
}

/// What was finished, what is now, and what the plan has after it.
std::vector<StageView> journeyOf(State &state, const EventSetup &setup, const queues::Ticket &ticket)
{
    std::vector<StageView> stages;
    const auto add = [&](const QString &code, StageView::Place place) {
        const bool isKnown = std::ranges::any_of(stages, [&](const StageView &stage) { return stage.service == code; });
        if (!isKnown && int(stages.size()) < stagesMax) {
            stages.push_back({code, serviceName(setup, code), place});
        }
        return !isKnown;
    };
    for (const auto &stepped : queues::historyOf(state, ticket.id)) {
        if (stepped.step == queues::Step::Finish && stepped.from != ticket.service) {
            add(stepped.from, StageView::Place::Done);
        }
    }
    add(ticket.service, StageView::Place::Now);
    const auto *service = findByCode(setup.services, ticket.service);
    while (service != nullptr && !service->next.isEmpty() && add(service->next, StageView::Place::Next)) {
        service = findByCode(setup.services, service->next);
    }
    return stages;
}

TicketView viewOf(State &state, const EventSetup &setup, const queues::Ticket &ticket)
{
    TicketView view;
    view.number = ticket.number;
    if (ticket.guest) {
        view.guest = muster::viewOf(state, setup, *ticket.guest);
    }
    view.service = ticket.service;
    view.serviceName = serviceName(setup, ticket.service);
    view.phase = toString(ticket.phase);
    view.since = ticket.since.wall();
    view.persons = ticket.persons;
    view.isProvisional = ticket.isProvisional;
    view.journey = journeyOf(state, setup, ticket);
    if (const auto *service = findByCode(setup.services, ticket.service)) {
        view.papers = service->papers;
    }
    return view;
}

/// Why the desk with this stock would say no; nothing if it would not. @p why: what the rules say.
Words objection(const Prize &prize, const std::optional<std::pair<QString, Words>> &why, const DueView &due,
                int standing)
{
    if (standing >= prize.limit) {
        return rules::alreadyGiven(prize);
    }
    if (why) {
        return why->second;
    }
    return due.left < 1 ? rules::noStockHere(prize) : Words{};
}

}  // namespace

CounterDeskView counterOf(State &state, const EventSetup &setup, const QString &station)
{
    CounterDeskView desk;
    for (const auto &ticket : queues::atCounter(state, station)) {
        desk.atHand.push_back(viewOf(state, setup, ticket));
    }
    auto next = scarce_query::deckAt(state, station);
    const auto *planned = findByCode(setup.stations, station);
    if (next.empty() && planned != nullptr) {
        for (const auto &code : planned->services) {
            const auto *service = findByCode(setup.services, code);
            const bool isBatched = service != nullptr && service->batchSize > 0;
            const auto phase = isBatched ? queues::Phase::Ready : queues::Phase::Waiting;
            std::ranges::move(queues::inPhase(state, code, phase, nextMax), std::back_inserter(next));
        }
    }
    next.resize(std::min(next.size(), std::size_t(nextMax)));
    for (const auto &ticket : next) {
        desk.onDeck.push_back(viewOf(state, setup, ticket));
    }
    return desk;
}

std::vector<DueView> duesOf(State &state, const EventSetup &setup, const GuestId &guest, const StreamKey &self)
{
    std::vector<DueView> dues;
    for (const auto &prize : setup.prizes) {
        DueView due;
        due.prize = prize.code;
        due.name = prize.name;
        due.proof = prize.proof;
        due.left = int(ledger::spendable(state, prizes::stockResource(prize.code), ledger::holder(self)));
        int standing = 0;
        for (const auto &given : prizes::givenTo(state, guest, prize.code)) {
            standing += given.stands() ? 1 : 0;
            due.isHanded = due.isHanded || given.isHanded;
            if (given.isOpen() && given.stream.origin == self.origin) {
                due.grant = given.operation;
            }
        }
        const auto why = prizes::whyNot(state, setup, prize, guest);
        if (why && why->first == QLatin1String("wrong_class") && standing == 0) {
            continue;  // Never theirs: nothing that a desk need read past.
        }
        due.whyNot = due.grant ? Words{} : objection(prize, why, due, standing);
        dues.push_back(std::move(due));
    }
    return dues;
}

std::vector<OpenPrizeView> openPrizesOf(State &state, const EventSetup &setup, const DeviceId &device)
{
    std::vector<OpenPrizeView> views;
    for (const auto &given : prizes::open(state, openPrizesMax)) {
        if (given.stream.origin != device) {
            continue;
        }
        const auto *prize = findByCode(setup.prizes, given.prize);
        views.push_back({given.operation, given.prize, prize == nullptr ? Words{given.prize, given.prize} : prize->name,
                         prize == nullptr ? Proof::None : prize->proof, muster::viewOf(state, setup, given.guest),
                         given.time.wall()});
    }
    return views;
}

}  // namespace muster::desk_query
