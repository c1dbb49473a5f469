// What people at a counter, at a prize desk and before a board look at, with the names that only this device knows.
#include "app/node/device.h"

#include "core/venue/queues/queue_board.h"
#include "core/venue/scarce/desk_query.h"

namespace muster {

CounterDeskView Device::counterDesk()
{
    CounterDeskView desk;
    std::ignore = m_journal->read(
        [&](State &state) { desk = desk_query::counterOf(state, m_venue.setup(state), m_config.station); });
    for (auto *tickets : {&desk.atHand, &desk.onDeck}) {
        for (auto &ticket : *tickets) {
            if (ticket.guest) {
                name(*ticket.guest);
            }
        }
    }
    return desk;
}

queue_board::Board Device::board()
{
    queue_board::Board board;
    std::ignore = m_journal->read([&](State &state) {
        const auto &setup = m_venue.setup(state);
        const auto *here = findByCode(setup.stations, m_config.station);
        QStringList services;  // Of those who wait where the board hangs; where nobody does, of all.
        for (const auto &service : setup.services) {
            if (here != nullptr && !here->zone.isEmpty() && service.zone == here->zone) {
                services << service.code;
            }
        }
        board = queue_board::boardOf(state, setup, services);
    });
    return board;
}

PrizeGuestView Device::prizesFor(const QByteArray &payload, const std::optional<GuestId> &guest)
{
    PrizeGuestView view;
    std::ignore = m_journal->read([&](State &state) {
        const auto found = guest ? guest : guestOf(payload);
        if (found) {
            const auto &setup = m_venue.setup(state);
            view.guest = muster::viewOf(state, setup, *found);
            view.dues = desk_query::duesOf(state, setup, *found, m_journal->self());
        }
    });
    if (view.guest) {
        name(*view.guest);
    }
    return view;
}

std::vector<OpenPrizeView> Device::openPrizes()
{
    std::vector<OpenPrizeView> views;
    std::ignore = m_journal->read(
        [&](State &state) { views = desk_query::openPrizesOf(state, m_venue.setup(state), m_journal->device()); });
    for (auto &view : views) {
        name(view.guest);
    }
    return views;
}

}  // namespace muster
