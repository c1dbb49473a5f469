// Goal: nobody can choose who wins, and nothing of a draw can be left out.
// Method: whole draws on several devices, and what two hubs of a split would write.
#include "tests/venue/drawing.h"

using namespace muster;
using namespace muster::test;

namespace {

std::vector<GuestId> present(const std::vector<draws::Place> &places)
{
    std::vector<GuestId> guests;
    for (const auto &place : places) {
        if (!place.isAbsent) {
            guests.push_back(place.guest);
        }
    }
    return guests;
}

QStringList hexOf(const std::vector<GuestId> &guests)
{
    QStringList all;
    for (const auto &guest : guests) {
        all << guest.toHex();
    }
    return all;
}

}  // namespace

SCENARIO("a draw from the commitment to the winners", "[draws]")
{
    Drawing drawing(20);
    GIVEN("that seed and list were fixed")
    {
        const auto committed = drawing.commit(car);
        CHECK(committed.outcome == Outcome::Done);
        THEN("neither a second commitment nor a reveal before the number is taken")
        {
            CHECK(drawing.commit(car).why == QStringLiteral("begun"));
            CHECK(drawing.reveal(car).why == QStringLiteral("no_number"));
            CHECK(drawing.absent(car, 1).why == QStringLiteral("not_shown"));
            CHECK(drawing.places(car).empty());
        }
        THEN("the seed is in no operation until it is shown")
        {
            CHECK(drawing.call(car, 7).outcome == Outcome::Done);
            std::vector<QByteArray> bodies;
            const auto collect = [&](const Operation &operation) {
                bodies.push_back(operation.body);
                return true;
            };
            REQUIRE(drawing.hall.at(0).journal->forEach(collect));
            CHECK(drawing.reveal(car).outcome == Outcome::Done);
            const auto seed = drawing.attempts(car).front().showing->seed.toBytes();
            CHECK(std::ranges::none_of(bodies, [&](const QByteArray &body) { return body.contains(seed); }));
        }
        THEN("the act of showing it, sent again, names the same winners")
        {
            CHECK(drawing.call(car, 7).outcome == Outcome::Done);
            const auto reveal = drawing.hall.actOf(draws::Reveal{car});
            const auto shown = drawing.hall.act(0, reveal, false);
            CHECK(shown.subjects.size() == 2);
            const auto again = drawing.hall.act(0, reveal, false);
            CHECK(again.outcome == Outcome::Done);
            CHECK(again.subjects == shown.subjects);
        }
        THEN("the number is called once, and within bounds")
        {
            CHECK(drawing.call(car, -1).why == QStringLiteral("bad_number"));
            CHECK(drawing.call(car, draws::numberMax + 1).why == QStringLiteral("bad_number"));
            CHECK(drawing.call(car, draws::numberMax).outcome == Outcome::Done);
            CHECK(drawing.call(car, 8).why == QStringLiteral("called"));
        }
        WHEN("the number was called and the seed shown")
        {
            CHECK(drawing.call(car, 7).outcome == Outcome::Done);
            const auto shown = drawing.reveal(car);
            CHECK(shown.outcome == Outcome::Done);
            drawing.hall.syncAll();
            THEN("every device knows the same two winners, who may have the prize")
            {
                const auto winners = present(drawing.places(car));
                CHECK(winners.size() == 2);
                CHECK(shown.subjects == hexOf(winners));
                CHECK(drawing.places(car, 1) == drawing.places(car, 0));
                CHECK(drawing.hasWon(winners[0]));
                CHECK(drawing.hasWon(winners[1]));
                CHECK(drawing.hall.isEqual());
                CHECK(drawing.hall.faults(0).isEmpty());
            }
            THEN("who is absent gives the place to the next, and has no prize")
            {
                const auto before = present(drawing.places(car));
                CHECK(drawing.absent(car, 1).outcome == Outcome::Done);
                const auto after = present(drawing.places(car));
                CHECK(after[1] == before[1]);
                CHECK(after[0] != before[0]);
                CHECK_FALSE(drawing.hasWon(before[0]));
                CHECK(drawing.hasWon(after[0]));
                CHECK(drawing.absent(car, 3).outcome == Outcome::NotFound);
            }
            THEN("it can be given up no more")
            {
                CHECK(drawing.abort(car).why == QStringLiteral("shown"));
                CHECK(drawing.commit(car).why == QStringLiteral("begun"));
            }
            THEN("whoever won does not win again, though everybody else is drawn")
            {
                const auto won = present(drawing.places(car));
                drawing.whole(mug);
                const auto entrants = drawing.at(0, [&](State &state) {
                    return draws::entrantsOf(state, *draws::standing(state, mug)).value().front().entrants;
                });
                for (const auto &guest : won) {
                    CHECK(std::ranges::find(entrants, guest) == entrants.end());
                }
            }
            THEN("the next day begins anew")
            {
                CHECK(drawing.hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
                CHECK(drawing.attempts(car).empty());
                CHECK(drawing.commit(car).why == QStringLiteral("no_entrants"));
            }
        }
    }
    GIVEN("a device that is not the hub")
    {
        THEN("it draws nothing")
        {
            CHECK(drawing.hall.decide(1, draws::Commit{car}).outcome == Outcome::NotNow);
            CHECK(drawing.hall.decide(1, draws::Reveal{car}).outcome == Outcome::NotNow);
        }
    }
    GIVEN("a draw that the plan does not know")
    {
        CHECK(drawing.commit(QStringLiteral("house")).outcome == Outcome::NotFound);
    }
    GIVEN("acts without a reason")
    {
        drawing.whole(car);
        CHECK(drawing.hall.decide(0, draws::Absent{car, 1, QStringLiteral(" ")}).why == QStringLiteral("no_reason"));
        CHECK(drawing.hall.decide(0, draws::Abort{car, {}}).why == QStringLiteral("no_reason"));
    }
}

SCENARIO("only who is there takes part", "[draws]")
{
    Drawing drawing(6);
    drawing.hall.invite(QStringLiteral("away"));
    CHECK(drawing.hall.annul(0, QStringLiteral("C-L0"), QStringLiteral("wrong person")).outcome == Outcome::Done);
    drawing.commit(mug);
    const auto pools =
        drawing.at(0, [&](State &state) { return draws::entrantsOf(state, *draws::standing(state, mug)).value(); });
    THEN("entrants are the plan's classes, signed in and standing, in ascending order")
    {
        REQUIRE(pools.size() == 1);
        auto wanted = std::vector{drawing.hall.guest(QStringLiteral("L1")), drawing.hall.guest(QStringLiteral("L3")),
                                  drawing.hall.guest(QStringLiteral("L4"))};
        std::ranges::sort(wanted);
        CHECK(pools.front().entrants == wanted);
    }
}

SCENARIO("an attempt is given up and stays for all to see", "[draws]")
{
    Drawing drawing(10);
    CHECK(drawing.commit(car).outcome == Outcome::Done);
    CHECK(drawing.call(car, 5).outcome == Outcome::Done);
    CHECK(drawing.abort(car).outcome == Outcome::Done);
    CHECK(drawing.abort(car).why == QStringLiteral("not_begun"));
    drawing.whole(car);
    const auto attempts = drawing.attempts(car);
    REQUIRE(attempts.size() == 2);
    CHECK(attempts[0].givingUp->reason == QStringLiteral("microphone"));
    CHECK(attempts[0].givingUp->seed.has_value());
    CHECK(attempts[0].seedHash != attempts[1].seedHash);
    CHECK_FALSE(attempts[0].stands);
    CHECK(attempts[1].stands);
    CHECK(attempts[1].number == 2);
    CHECK(draws::mismatches(drawing.protocol(car)).isEmpty());
}

SCENARIO("two hubs of a split commit to the same draw", "[draws]")
{
    Drawing drawing(10, 3);
    CHECK(drawing.commit(car).outcome == Outcome::Done);
    Draft rival;
    const auto attempt = drawing.attempts(car).front();
    rival.kind = draws::committedKind();
    rival.body = {{key("draw"), car},
                  {key("attempt"), 1},
                  {key("seed_hash"), hash256("another").toBytes()},
                  {key("list"), attempt.entrantsHash.toBytes()},
                  {key("count"), attempt.entrantCount},
                  {key("winners"), 2},
                  {key("nonce"), QByteArray(16, 'n')},
                  {key("parts"), QCborArray{attempt.parts.front().toBytes()}}};
    drawing.hall.at(1).journal->setEpoch(Epoch{2});
    drawing.hall.write(1, rival);
    drawing.hall.syncAll();
    THEN("both are shown, the earlier one stands everywhere, the other is a fault")
    {
        for (int i = 0; i < drawing.hall.count(); ++i) {
            const auto attempts = drawing.attempts(car, i);
            REQUIRE(attempts.size() == 2);
            CHECK(attempts[0].commit.operation == attempt.commit.operation);
            CHECK(attempts[0].stands);
            CHECK_FALSE(attempts[1].stands);
            CHECK(drawing.hall.faults(i).size() == 1);
        }
        CHECK_FALSE(draws::miscalculations(drawing.protocol(car)).isEmpty());
    }
    THEN("giving one up gives up the other one, and all is well")
    {
        drawing.hall.at(0).journal->setEpoch(Epoch{3});  // The one hub that is left after the split.
        CHECK(drawing.abort(car).outcome == Outcome::Done);
        CHECK(drawing.attempts(car)[0].stands);
        CHECK(drawing.hall.faults(0).isEmpty());
        CHECK(draws::mismatches(drawing.protocol(car)).isEmpty());
    }
    THEN("a seed that this device did not fix is not shown by it")
    {
        CHECK(drawing.call(car, 1).outcome == Outcome::Done);
        drawing.hall.write(1, [&] {
            Draft draft;
            draft.kind = draws::revealedKind();
            draft.body = {{key("commit"), attempt.commit.operation.toBytes()},
                          {key("seed"), QByteArray(32, 's')},
                          {key("number"), 1}};
            return draft;
        }());
        drawing.hall.syncAll();
        CHECK_FALSE(drawing.attempts(car)[0].showing);
        CHECK(drawing.attempts(car)[0].falseShowings.size() == 1);
        CHECK(drawing.hall.faults(0).size() == 2);
    }
}

SCENARIO("the hub draws on an old disk, which does not know of the draw that goes on", "[draws]")
{
    Hall hall(2, drawPlan(), Hall::Disk::Files);
    hall.invite(QStringLiteral("L0"));
    CHECK(hall.signIn(0, QStringLiteral("C-L0"), false).outcome == Outcome::Admitted);
    hall.syncAll();
    hall.keep(0);
    CHECK(hall.decide(0, draws::Commit{car}).outcome == Outcome::Done);
    hall.syncAll();
    hall.putBack(0);
    THEN("it waits until what was lost is settled, and then there is one draw")
    {
        const auto held = hall.decide(0, draws::Commit{car});
        CHECK(held.outcome == Outcome::NotNow);
        CHECK(held.why == QStringLiteral("authority"));
        hall.syncAll();
        DeclareLost lost;
        lost.device = hall.at(0).journal->device();
        lost.reason = QStringLiteral("recounted");
        CHECK(hall.decide(0, lost).outcome == Outcome::Done);
        CHECK(hall.decide(0, draws::Commit{car}).why == QStringLiteral("begun"));
        CHECK(hall.decide(0, draws::CallNumber{car, 7}).outcome == Outcome::Done);
        CHECK(hall.decide(0, draws::Reveal{car}).outcome == Outcome::Done);
        CHECK(hall.faults(0).isEmpty());
    }
}

SCENARIO("a full random order by pools", "[draws]")
{
    Drawing drawing(12);
    drawing.whole(order);
    const auto places = drawing.places(order);
    THEN("everybody has a place, each pool an order of its own")
    {
        REQUIRE(places.size() == 12);
        CHECK(places[0].pool == QStringLiteral("buyer"));
        CHECK(places[7].rank == 8);
        CHECK(places[8].pool == QStringLiteral("vip"));
        CHECK(places[8].rank == 1);
        CHECK(places[11].number == 12);
    }
    THEN("nobody moves up for an absent one, and nobody has won")
    {
        CHECK(drawing.absent(order, 1).outcome == Outcome::Done);
        CHECK(drawing.absent(order, 1).outcome == Outcome::NotFound);
        auto wanted = places;
        wanted[0].isAbsent = true;
        CHECK(drawing.places(order) == wanted);
        CHECK(drawing.at(0, [](State &state) { return draws::winners(state); }).empty());
        CHECK(draws::mismatches(drawing.protocol(order)).isEmpty());
    }
}

TEST_CASE("a list of entrants of many parts is the same everywhere", "[draws]")
{
    std::vector<draws::Pool> pools{{{}, {}}};
    SeededRandom random(3);
    for (int i = 0; i < draws::partEntrantsMax + 5; ++i) {
        pools[0].entrants.push_back(GuestId::make(random));
    }
    std::ranges::sort(pools[0].entrants);
    QCborArray parts;
    Drawing drawing(1);
    for (std::size_t at = 0; at < pools[0].entrants.size(); at += std::size_t(draws::partEntrantsMax)) {
        QByteArray guests;
        for (auto i = at; i < std::min(pools[0].entrants.size(), at + std::size_t(draws::partEntrantsMax)); ++i) {
            guests += pools[0].entrants[i].toBytes();
        }
        Draft part;
        part.kind = draws::entrantsKind();
        part.body = {{key("pool"), QString()}, {key("guests"), guests}};
        drawing.hall.write(0, part);
        parts.append(draws::partHash({}, guests).toBytes());
    }
    CHECK(parts.size() == 2);
    Draft commit;
    commit.kind = draws::committedKind();
    commit.body = {{key("draw"), car},
                   {key("attempt"), 1},
                   {key("seed_hash"), hash256("seed").toBytes()},
                   {key("list"), draws::entrantsHash(pools).toBytes()},
                   {key("count"), qint64(pools[0].entrants.size())},
                   {key("winners"), 2},
                   {key("nonce"), QByteArray(16, 'n')},
                   {key("parts"), parts}};
    drawing.hall.write(0, commit);
    drawing.hall.syncAll();
    const auto found =
        drawing.at(1, [&](State &state) { return draws::entrantsOf(state, *draws::standing(state, car)); });
    CHECK(found == pools);
}
