// Goal: authority outlives its machine: a standby becomes the hub by one act, keeps places within their limit, and a
// hub
//       of before steps down; two standbys promoted apart end as one hub.
// Method: devices without network or disk on wires that can be cut; then whole nodes over TLS on loopback.
#include "app/node/device.h"
#include "core/authority/standbys.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/plan/plan_room.h"
#include "core/venue/scarce/rights.h"
#include "tests/app/node/node_fixture.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr int capacity = 40;

/// A hub (0), two coordinators that stand by (1, 2) and a kiosk (3), all linked to all; zone A has firm places.
class Hall4 {
public:
    static constexpr int count = 4;

    Hall4()
    {
        for (int i = 0; i < count; ++i) {
            open(i);
        }
        const auto founded = at(0).append([&](State &state, const EventSetup &) {
            Draft epoch;
            epoch.kind = epochs::kind();
            epoch.body = EpochRecord::make(Epoch{1}, id(0), {}, m_event, m_eventKey).toCbor();
            std::vector<Draft> drafts{epoch};
            std::ranges::move(plan_room::draftsFor(plan(), state), std::back_inserter(drafts));
            drafts.push_back(sessions::set(state, QStringLiteral("day"), true));
            for (int i = 0; i < count; ++i) {
                drafts.push_back(devices::enrolled({id(i), i, QStringLiteral("device"), roleOf(i), {}, false, 1},
                                                   m_event, m_eventKey));
            }
            for (int i = 1; i <= 2; ++i) {
                drafts.push_back(standbys::appointed(state, id(i), "sealed", m_event, m_eventKey));
            }
            drafts.push_back(guests::listed(guests));
            return drafts;
        });
        REQUIRE(founded);
        for (int i = 0; i < count; ++i) {
            for (int j = 0; j < i; ++j) {
                link(i, j);
            }
        }
        settle();
        REQUIRE(placesOf(1) > 0);
    }

    Device &at(int i) { return *m_devices.at(std::size_t(i)); }
    DeviceId id(int i) { return at(i).journal().device(); }
    static QString roleOf(int i) { return i == 3 ? QStringLiteral("kiosk") : QStringLiteral("coordinator"); }
    void link(int i, int j)
    {
        at(i).linkOpened(Device::LinkId(j), id(j));
        at(j).linkOpened(Device::LinkId(i), id(i));
        m_links.insert({std::min(i, j), std::max(i, j)});
    }
    void cut(int i, int j)
    {
        at(i).linkClosed(Device::LinkId(j));
        at(j).linkClosed(Device::LinkId(i));
        m_links.erase({std::min(i, j), std::max(i, j)});
    }
    void cutOff(int i)
    {
        for (int j = 0; j < count; ++j) {
            if (m_links.contains({std::min(i, j), std::max(i, j)})) {
                cut(i, j);
            }
        }
    }
    void settle()
    {
        for (int round = 0; round < 40; ++round) {
            for (int i = 0; i < count; ++i) {
                at(i).tick();
                at(i).flush();
            }
            for (auto &wire : std::exchange(m_wires, {})) {
                if (m_links.contains({std::min(wire.from, wire.to), std::max(wire.from, wire.to)})) {
                    at(wire.to).receive(Device::LinkId(wire.from), wire.frame);
                }
            }
            m_clock.advance(std::chrono::milliseconds(100));
        }
    }
    Status promote(int i) { return at(i).takeAuthority(m_eventKey); }
    Answer signIn(int device, int guest)
    {
        SignIn signIn;
        signIn.guest = guests.at(std::size_t(guest)).id;
        signIn.isEachQuestionAsked = true;
        std::optional<Answer> told;
        at(device).submit({RequestId::make(m_random), {}, signIn}, [&told](const Answer &answer) { told = answer; });
        settle();
        REQUIRE(told);
        return *told;
    }
    Answer declareLost(int device, int lost)
    {
        std::optional<Answer> told;
        at(device).submit({RequestId::make(m_random), {}, DeclareLost{id(lost), {}, QStringLiteral("off")}},
                          [&told](const Answer &answer) { told = answer; });
        settle();
        REQUIRE(told);
        return *told;
    }
    qint64 placesOf(int i, int atDevice = -1)
    {
        qint64 places = 0;
        const auto account = ledger::holder(at(i).journal().self());
        REQUIRE(at(atDevice < 0 ? i : atDevice).journal().read([&](State &state) {
            places = ledger::balance(state, rights::placeResource(QStringLiteral("A")), account);
        }));
        return places;
    }
    qint64 mintedAt(int i)
    {
        qint64 minted = 0;
        const auto resource = rights::placeResource(QStringLiteral("A"));
        REQUIRE(at(i).journal().read(
            [&](State &state) { minted = ledger::total(state, resource) - ledger::quarantined(state, resource); }));
        return minted;
    }
    bool isOneDay()
    {
        for (int i = 0; i < count; ++i) {
            UNSCOPED_INFO(i << ": " << at(i).faults().value().join(u' ').toStdString());
            if (at(i).journal().digest() != at(0).journal().digest() || !at(i).faults().value().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    std::vector<guests::Guest> guests;

private:
    struct Wire {
        int from = 0;
        int to = 0;
        QByteArray frame;
    };

    static EventSetup plan()
    {
        EventSetup setup;
        setup.timeZone = QStringLiteral("UTC");
        setup.day = QStringLiteral("2026-11-28");
        Zone zone{QStringLiteral("A"), {}, {}, {}, {}, {}, {}};
        zone.firmCapacity = capacity;
        setup.zones.push_back(zone);
        TicketClass buyer;
        buyer.code = QStringLiteral("buyer");
        buyer.zone = QStringLiteral("A");
        setup.classes.push_back(buyer);
        setup.sessions.push_back({QStringLiteral("day"), {}, true});
        return setup;
    }
    void open(int i)
    {
        while (guests.size() < capacity + 10) {
            guests::Guest guest;
            guest.classCode = QStringLiteral("buyer");
            guest.id.bytes.fill(quint8(guests.size() + 1));
            guest.version = 1;
            guests.push_back(guest);
        }
        Device::Config config;
        const auto key = SigningKey::make(m_random);
        config.journal = {QStringLiteral(":memory:"), {}, m_event, m_eventKey.publicKey, key, {}};
        config.journal.self = {key.publicKey,
                               m_signatures.sign(m_eventKey, Credential::message(m_event, key.publicKey))};
        config.role = roleOf(i);
        config.isHub = i == 0;
        auto device = Device::open(config, {m_clock, m_random, m_marks.at(std::size_t(i)), m_signatures, nullptr,
                                            nullptr, [this, i](Device::LinkId to, const QByteArray &frame) {
                                                m_wires.push_back({i, int(to), frame});
                                            }});
        REQUIRE(device);
        m_devices.at(std::size_t(i)) = std::move(*device);
    }

    FakeClock m_clock;
    SeededRandom m_random{11};
    FakeSignatures m_signatures;
    EventId m_event = EventId::make(m_random);
    SigningKey m_eventKey = SigningKey::make(m_random);
    std::array<MemoryHighWater, count> m_marks;
    std::vector<Wire> m_wires;
    std::set<std::pair<int, int>> m_links;
    std::array<std::unique_ptr<Device>, count> m_devices;
};

}  // namespace

SCENARIO("the hub is gone and a standby is promoted", "[node][promote]")
{
    Hall4 hall;
    REQUIRE(hall.signIn(3, 0).outcome == Outcome::Admitted);
    hall.cutOff(0);
    const auto share = hall.placesOf(1);
    REQUIRE(hall.promote(1));
    hall.settle();
    REQUIRE(hall.at(1).isHub());
    GIVEN("it was not declared lost")
    {
        THEN("the kiosk asks the new hub, which grants from its own share and mints nothing")
        {
            const auto answer = hall.signIn(3, 1);
            CHECK(answer.outcome == Outcome::Admitted);
            CHECK_FALSE(answer.isProvisional);
            CHECK(hall.mintedAt(1) == capacity);
            CHECK(hall.placesOf(1) <= share);
            CHECK(hall.at(1).hubsLeftBehind() == std::vector{hall.id(0)});
            int admitted = 2;
            for (int guest = 2; guest < int(hall.guests.size()); ++guest) {
                admitted += hall.signIn(3, guest).outcome == Outcome::Admitted ? 1 : 0;
            }
            CHECK(admitted < capacity);  // What the old hub holds is frozen.
            CHECK(admitted >= share);
        }
        THEN("the old hub refuses nobody's word, steps down when it is back, and hands over")
        {
            REQUIRE(hall.at(0).isHub());  // It cannot know.
            REQUIRE(hall.signIn(0, 5).outcome == Outcome::Admitted);
            hall.link(0, 3);
            hall.settle();
            CHECK_FALSE(hall.at(0).isHub());
            CHECK(hall.placesOf(0) == 0);
            CHECK(hall.at(1).hubsLeftBehind().empty());
            hall.link(0, 1);
            hall.settle();
            REQUIRE(hall.signIn(1, 6).outcome == Outcome::Admitted);
            CHECK(hall.mintedAt(1) == capacity);
            CHECK(hall.placesOf(0) > 0);  // Of the new hub's, as any device.
            CHECK(hall.isOneDay());
        }
    }
    GIVEN("staff declare it lost")
    {
        REQUIRE(hall.declareLost(1, 0).outcome == Outcome::Done);
        THEN("as many places as it took along are minted")
        {
            CHECK(hall.mintedAt(1) == capacity);
            CHECK(hall.at(1).hubsLeftBehind().empty());
            CHECK(hall.placesOf(1) > share);
        }
        THEN("it cannot be promoted again, and its operations still come in")
        {
            REQUIRE(hall.signIn(0, 6).outcome == Outcome::Admitted);
            hall.link(0, 1);
            hall.link(0, 2);
            hall.link(0, 3);
            hall.settle();
            CHECK_FALSE(hall.at(0).isHub());
            CHECK_FALSE(hall.promote(0));
            CHECK(hall.isOneDay());
        }
    }
}

SCENARIO("two standbys are promoted apart", "[node][promote]")
{
    Hall4 hall;
    hall.cutOff(0);
    hall.cutOff(2);
    REQUIRE(hall.promote(1));
    REQUIRE(hall.promote(2));
    hall.settle();
    CHECK(hall.at(1).isHub());
    CHECK(hall.at(2).isHub());
    GIVEN("both signed guests in and gave numbers out")
    {
        REQUIRE(hall.signIn(1, 1).outcome == Outcome::Admitted);
        REQUIRE(hall.signIn(2, 2).outcome == Outcome::Admitted);
        WHEN("they meet, and the first hub too")
        {
            hall.link(2, 3);
            hall.link(0, 3);
            hall.settle();
            hall.link(1, 2);
            hall.link(0, 1);
            hall.link(0, 2);
            hall.settle();
            THEN("one is the hub, everywhere the same, and the others handed over")
            {
                const int winner = hall.id(1) < hall.id(2) ? 2 : 1;
                for (int i = 0; i < Hall4::count; ++i) {
                    CHECK(hall.at(i).isHub() == (i == winner));
                    REQUIRE(hall.at(i).epoch());
                    CHECK(hall.at(i).epoch()->hub == hall.id(winner));
                }
                CHECK(hall.at(winner).hubsLeftBehind().empty());
                CHECK(hall.mintedAt(winner) == capacity);
                CHECK(hall.isOneDay());
            }
        }
    }
}

SCENARIO("a kiosk that was declared lost turns up again", "[node][rights]")
{
    Hall4 hall;
    const auto old = hall.at(3).journal().self();
    const auto places = hall.placesOf(3);
    REQUIRE(places > 0);
    hall.cutOff(3);
    hall.settle();
    REQUIRE(hall.declareLost(0, 3).outcome == Outcome::Done);
    CHECK(hall.mintedAt(0) == capacity);
    hall.link(0, 3);
    hall.settle();
    GIVEN("it is at work again")
    {
        THEN("it goes on as a new life with places of its own, and nobody touches the old ones")
        {
            CHECK(hall.at(3).journal().self() != old);
            CHECK(hall.placesOf(3) > 0);
            const auto answer = hall.signIn(3, 1);
            CHECK(answer.outcome == Outcome::Admitted);
            CHECK_FALSE(answer.isProvisional);
            qint64 setAside = 0;
            REQUIRE(hall.at(0).journal().read([&](State &state) {
                setAside = ledger::balance(state, rights::placeResource(QStringLiteral("A")), ledger::holder(old));
            }));
            CHECK(setAside == places);
            CHECK(hall.mintedAt(0) == capacity);
            hall.link(1, 3);
            hall.link(2, 3);
            hall.settle();
            CHECK(hall.isOneDay());
            CHECK(hall.at(0).day().alerts.empty());
        }
    }
}

SCENARIO("who is the hub already is not promoted", "[node][promote]")
{
    Hall4 hall;
    CHECK_FALSE(hall.promote(0));
    REQUIRE(hall.promote(1));
    hall.settle();
    CHECK_FALSE(hall.at(0).isHub());  // It lives, and heard of it.
    CHECK(hall.isOneDay());
    REQUIRE(hall.promote(0));  // And back.
    hall.settle();
    CHECK(hall.at(0).isHub());
    CHECK_FALSE(hall.at(1).isHub());
    CHECK(hall.mintedAt(0) == capacity);
    CHECK(hall.isOneDay());
}

TEST_CASE("the event's keys open with their passphrase only", "[node][promote]")
{
    initCrypto();
    SeededRandom random(3);
    const HubKeys keys{SigningKey::make(random), "pem", 2, SigningKey::make(random)};
    const auto event = EventId::make(random);
    const auto words = QStringLiteral("three quiet lanterns");
    const auto sealed = sealHubKeys(keys, words, event, random);
    REQUIRE(sealed);
    const auto opened = unsealHubKeys(*sealed, words, event);
    REQUIRE(opened);
    CHECK(opened->event.publicKey == keys.event.publicKey);
    CHECK(opened->ticket.publicKey == keys.ticket.publicKey);
    CHECK(opened->caKeyPem == "pem");
    CHECK_FALSE(unsealHubKeys(*sealed, QStringLiteral("three quiet lantern"), event));
    CHECK_FALSE(unsealHubKeys(*sealed, words, EventId::make(random)));
    CHECK_FALSE(unsealHubKeys(sealed->left(20), words, event));
    CHECK_FALSE(sealHubKeys(keys, QStringLiteral("short"), event, random));
}
