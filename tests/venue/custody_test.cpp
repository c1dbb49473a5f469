// Goal: what is lent is never lost from sight, whoever handed it to whom while cut off.
// Method: a hall of devices on real journals; tags are handed out at two desks that do not hear of each other.
#include "core/venue/zones/custody.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto chair = QStringLiteral("W-07");

zones::SetCustody change(bool isOut, std::optional<GuestId> guest = {}, const char *note = "")
{
    zones::SetCustody command;
    command.tag = chair;
    command.isOut = isOut;
    command.guest = guest;
    command.note = QString::fromLatin1(note);
    return command;
}

Answer set(Hall &hall, int device, const zones::SetCustody &command)
{
    hall.clock().advance(1s);
    return hall.decide(device, command);
}

std::vector<custody::Tenancy> out(Hall &hall, int device)
{
    std::vector<custody::Tenancy> list;
    REQUIRE(hall.at(device).journal->read([&](State &state) { list = custody::out(state, 100); }));
    return list;
}

std::vector<custody::Tenancy> history(Hall &hall, int device)
{
    std::vector<custody::Tenancy> list;
    REQUIRE(hall.at(device).journal->read([&](State &state) { list = custody::historyOf(state, chair); }));
    return list;
}

}  // namespace

SCENARIO("a wheelchair is lent", "[custody]")
{
    Hall hall(3);
    hall.invite(QStringLiteral("L1"));
    hall.invite(QStringLiteral("L2"));
    hall.syncAll();
    const auto first = hall.guest(QStringLiteral("L1"));
    const auto second = hall.guest(QStringLiteral("L2"));
    CHECK(set(hall, 1, change(true, first, "left wheel squeaks")).outcome == Outcome::Done);
    hall.syncAll();
    REQUIRE(out(hall, 2).size() == 1);
    CHECK(out(hall, 2).front().guest == first);
    CHECK(out(hall, 2).front().station == QStringLiteral("gate-1"));
    CHECK(out(hall, 2).front().note == QStringLiteral("left wheel squeaks"));
    WHEN("it comes back at another desk")
    {
        CHECK(set(hall, 2, change(false)).outcome == Outcome::Done);
        hall.syncAll();
        THEN("nothing is out, and its stay is kept")
        {
            CHECK(out(hall, 0).empty());
            REQUIRE(history(hall, 0).size() == 1);
            CHECK(history(hall, 0).front().until);
        }
    }
    WHEN("it is handed on, twice, by desks that do not know of each other")
    {
        set(hall, 1, change(true, second));
        set(hall, 2, change(true));
        hall.syncAll();
        THEN("every device names the same holder, and all three stays are kept")
        {
            CHECK(hall.isEqual());
            for (int i = 0; i < hall.count(); ++i) {
                REQUIRE(out(hall, i).size() == 1);
                CHECK_FALSE(out(hall, i).front().guest);
                const auto stays = history(hall, i);
                REQUIRE(stays.size() == 3);
                CHECK(stays[0].until == stays[1].since);
                CHECK(stays[1].guest == second);
                CHECK_FALSE(stays[2].until);
            }
        }
    }
    WHEN("the rehearsal is over")
    {
        CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        CHECK(out(hall, 0).empty());
    }
    THEN("a tag that is no tag is refused")
    {
        auto none = change(true);
        none.tag = QStringLiteral("  ");
        CHECK(set(hall, 1, none).outcome == Outcome::NotAllowed);
        none.tag = QString(100, QLatin1Char('x'));
        CHECK(set(hall, 1, none).outcome == Outcome::NotAllowed);
        auto unknown = change(true);
        unknown.payload = "NO-SUCH-CODE";
        CHECK(set(hall, 1, unknown).outcome == Outcome::NotFound);
    }
}
