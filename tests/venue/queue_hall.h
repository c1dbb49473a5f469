#pragma once
#include "core/venue/queues/queues.h"
#include "tests/venue/hall.h"

/// A hub, a kiosk and two counters on real journals; hands carry operations only when a test says so.
namespace muster::test {

using queues::Step;

inline QString q(const char *text) { return QString::fromLatin1(text); }

/// Consulting, then the cashier; buyers and VIPs with numbers of one series.
inline EventSetup queuePlan()
{
    auto plan = Hall::samplePlan();
    Series series;
    series.code = q("a");
    series.prefix = q("A");
    series.service = q("consult");
    plan.series = {series};
    Service consult;
    consult.code = q("consult");
    consult.zone = q("A");
    consult.next = q("cashier");
    consult.onDeck = 2;
    Service cashier;
    cashier.code = q("cashier");
    cashier.zone = q("H");
    cashier.onDeck = 0;
    plan.services = {consult, cashier};
    plan.priorities = {{q("vip"), {}, 2, {q("vip")}}};
    for (int i = 0; i < 4; ++i) {
        Station station;
        station.code = q("gate-%1").arg(i);
        station.role = q("counter");
        station.services = i == 1   ? QStringList()
                           : i == 0 ? QStringList{q("cashier")}
                                    : QStringList{q("consult"), q("cashier")};
        plan.stations.push_back(station);
    }
    return plan;
}

inline constexpr int kiosk = 1;
inline constexpr int first = 2;
inline constexpr int second = 3;

struct QueueHall : Hall {
    explicit QueueHall(EventSetup plan = queuePlan()) : Hall(4, std::move(plan))
    {
        syncAll();
        settleRights();
    }
    QString issue(bool isConnected, const QString &guest = {}, int at = kiosk)
    {
        queues::Issue command;
        command.series = q("a");
        command.payload = guest.toUtf8();
        const auto answer = act(at, command, isConnected);
        REQUIRE(answer.outcome == Outcome::Done);
        if (isConnected) {
            sync(at, 0);
        }
        clock().advance(std::chrono::seconds(1));
        return answer.number;
    }
    Answer call(int counter, bool isConnected, const QString &number = {})
    {
        const auto answer = act(counter, queues::Call{{}, number}, isConnected);
        if (isConnected) {
            sync(counter, 0);
        }
        clock().advance(std::chrono::seconds(1));
        return answer;
    }
    Answer advance(int counter, const QString &number, Step step)
    {
        queues::Advance command;
        command.ticket = number;
        command.step = step;
        return act(counter, command, false);
    }
    void open(int counter) { REQUIRE(act(counter, queues::SetCounter{}, false).outcome == Outcome::Done); }
    queues::Ticket ticket(int device, const QString &number)
    {
        std::optional<queues::Ticket> found;
        REQUIRE(at(device).journal->read([&](State &state) { found = queues::withNumber(state, number); }));
        REQUIRE(found);
        return *found;
    }
};

}  // namespace muster::test
