#pragma once
#include "core/journal/body.h"
#include "core/venue/draws/draw_protocol.h"
#include "tests/venue/hall.h"

namespace muster::test {

inline const auto car = QStringLiteral("car");
inline const auto mug = QStringLiteral("mug");
inline const auto order = QStringLiteral("order");

inline EventSetup drawPlan()
{
    auto plan = Hall::samplePlan();
    Prize prize;
    prize.code = QStringLiteral("car-key");
    prize.act = PrizeAct::Draw;
    plan.prizes = {prize};
    plan.draws = {{car, {QStringLiteral("汽车"), QStringLiteral("The car")}, false, prize.code, 2, {}},
                  {mug, {}, false, {}, 3, {QStringLiteral("buyer")}},
                  {order, {}, true, {}, 0, {}}};
    return plan;
}

/// A hall where @p guestCount guests signed in at the hub, every third of them a VIP.
struct Drawing {
    explicit Drawing(int guestCount, int deviceCount = 2) : hall(deviceCount, drawPlan())
    {
        for (int i = 0; i < guestCount; ++i) {
            const auto key = QStringLiteral("L%1").arg(i);
            hall.invite(key, i % 3 == 2 ? QStringLiteral("vip") : QStringLiteral("buyer"));
            CHECK(hall.signIn(0, QStringLiteral("C-") + key, false).outcome == Outcome::Admitted);
        }
        hall.syncAll();
    }
    Answer commit(const QString &draw) { return hall.decide(0, draws::Commit{draw}); }
    Answer call(const QString &draw, qint64 number) { return hall.decide(0, draws::CallNumber{draw, number}); }
    Answer reveal(const QString &draw) { return hall.decide(0, draws::Reveal{draw}); }
    Answer absent(const QString &draw, int place)
    {
        return hall.decide(0, draws::Absent{draw, place, QStringLiteral("not in the hall")});
    }
    Answer abort(const QString &draw) { return hall.decide(0, draws::Abort{draw, QStringLiteral("microphone")}); }
    Answer whole(const QString &draw, qint64 number = 4711)
    {
        CHECK(commit(draw).outcome == Outcome::Done);
        CHECK(call(draw, number).outcome == Outcome::Done);
        return reveal(draw);
    }
    template<class Work>
    auto at(int device, Work work)
    {
        std::optional<decltype(work(std::declval<State &>()))> found;
        REQUIRE(hall.at(device).journal->read([&](State &state) { found = work(state); }));
        return *found;
    }
    std::vector<draws::Attempt> attempts(const QString &draw, int device = 0)
    {
        return at(device, [&](State &state) { return draws::attemptsOf(state, draw); });
    }
    std::vector<draws::Place> places(const QString &draw, int device = 0)
    {
        return at(device, [&](State &state) {
            const auto attempt = draws::standing(state, draw);
            return attempt ? draws::placesOf(state, *attempt) : std::vector<draws::Place>();
        });
    }
    bool hasWon(const GuestId &guest)
    {
        return at(0, [&](State &state) { return draws::hasWon(state, drawPlan(), QStringLiteral("car-key"), guest); });
    }
    QJsonObject protocol(const QString &draw)
    {
        auto json = at(0, [&](State &state) { return draws::protocolOf(state, drawPlan(), draw).value(); });
        auto options = hall.at(0).journal->options();
        // The hall's own signatures are made up; a protocol's are not.
        options.self.byEvent = hall.eventKey().sign(Credential::message(hall.event(), options.key.publicKey));
        draws::seal(json, options, hall.clock().wall());
        return json;
    }

    Hall hall;
};

}  // namespace muster::test
