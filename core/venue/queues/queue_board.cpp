#include "core/venue/queues/queue_board.h"

namespace muster::queue_board {
namespace {

/// When @p ticket was called to where it is.
void setCall(State &state, const queues::Ticket &ticket, Call &call)
{
    auto &row = state.statement("SELECT op, step, time FROM ticket_step WHERE ticket = ? AND step IN (0, 1)"
                                " ORDER BY version DESC, time DESC, op DESC LIMIT 1");
    static_assert(int(queues::Step::Called) == 0 && int(queues::Step::Recall) == 1);
    if (bindAll(row, ticket.id).executeStep()) {
        call.step = idOf<OperationHash>(row.getColumn(0));
        call.isRecall = row.getColumn(1).getInt() != 0;
        call.at = HybridTime{quint64(row.getColumn(2).getInt64())}.wall();
    }
}

void addLast(State &state, const QString &service, std::map<QString, std::pair<qint64, QString>> &last)
{
    auto &rows = state.statement("SELECT t.series, t.number, s.time FROM ticket_step s JOIN ticket t ON t.id = s.ticket"
                                 " WHERE s.came_from = ? AND s.step = 0 ORDER BY s.time DESC, s.op LIMIT ?");
    bindAll(rows, service, lookMax);
    while (rows.executeStep()) {
        auto &known = last[textOf(rows.getColumn(0))];
        known = std::max(known, {rows.getColumn(2).getInt64(), textOf(rows.getColumn(1))});
    }
}

}  // namespace

Board boardOf(State &state, const EventSetup &setup, const QStringList &services)
{
    const auto isShown = [&](const QString &service) { return services.isEmpty() || services.contains(service); };
    Board board;
    std::vector<queues::Ticket> deck;
    for (const auto &station : setup.stations) {
        if (!std::ranges::any_of(station.services, isShown)) {
            continue;
        }
        for (const auto &ticket : queues::atCounter(state, station.code)) {
            if (isShown(ticket.service) && ticket.phase != queues::Phase::Held) {
                Call call{{},
                          ticket.number,
                          ticket.series,
                          ticket.service,
                          station.code,
                          station.name,
                          {},
                          false,
                          ticket.phase == queues::Phase::Serving};
                setCall(state, ticket, call);
                board.nowServing.push_back(std::move(call));
            }
        }
        std::ranges::copy_if(scarce_query::deckAt(state, station.code), std::back_inserter(deck),
                             [&](const queues::Ticket &ticket) { return isShown(ticket.service); });
    }
    std::ranges::sort(board.nowServing, std::greater(), [](const Call &call) { return std::tie(call.at, call.step); });
    std::ranges::sort(deck, {}, [](const queues::Ticket &ticket) { return std::tie(ticket.rank, ticket.id); });
    std::ranges::transform(deck, std::back_inserter(board.onDeck), &queues::Ticket::number);
    std::map<QString, std::pair<qint64, QString>> last;
    for (const auto &service : setup.services) {
        if (isShown(service.code)) {
            addLast(state, service.code, last);
        }
    }
    for (const auto &[series, call] : last) {
        board.lastOfSeries.insert(series, call.second);
    }
    return board;
}

}  // namespace muster::queue_board
