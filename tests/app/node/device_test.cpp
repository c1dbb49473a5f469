// Goal: a device says what is wrong with others for as long as it is so, and shows no figure that it does not know.
// Method: a hub and a kiosk without threads; a clock each, moved by hand; frames carried by hand over a link that is
// cut.
#include "app/node/device.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/plan/plan_room.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temp_dir.h"

#include <QBuffer>

#include <array>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

constexpr int hub = 0;
constexpr int kiosk = 1;

/// Two devices of one event. Only the hub knows the day at first.
class Pair {
public:
    Pair()
    {
        for (int i : {hub, kiosk}) {
            auto &config = m_places[i].config;
            const auto key = SigningKey::make(m_random);
            config.journal = {
                m_dir.file(QStringLiteral("journal-%1").arg(i)), {}, m_event, m_eventKey.publicKey, key, {}};
            config.journal.self = {key.publicKey,
                                   m_signatures.sign(m_eventKey, Credential::message(m_event, key.publicKey))};
            config.role = i == hub ? QStringLiteral("coordinator") : QStringLiteral("kiosk");
            config.station = QStringLiteral("gate-%1").arg(i);
            config.name = i == hub ? QStringLiteral("wall") : QStringLiteral("kiosk 1");
            config.number = i;
            config.isHub = i == hub;
            config.epoch = EpochRecord::make(Epoch{1}, deviceIdOf(m_places[hub].config.journal.key.publicKey), {},
                                             m_event, m_eventKey);
            start(i);
        }
        at(hub).journal().setEpoch(Epoch{1});
        REQUIRE(at(hub).append([&](State &state, const EventSetup &) {
            Draft epoch;
            epoch.kind = epochs::kind();
            epoch.body = m_places[hub].config.epoch->toCbor();
            std::vector<Draft> drafts{epoch};
            std::ranges::move(plan_room::draftsFor(plan(), state), std::back_inserter(drafts));
            drafts.push_back(sessions::set(state, QStringLiteral("day"), true));
            for (int i : {hub, kiosk}) {
                const auto &config = m_places[i].config;
                drafts.push_back(
                    devices::enrolled({at(i).journal().device(), i, config.name, config.role, config.station, false, 1},
                                      m_event, m_eventKey));
            }
            return drafts;
        }));
    }

    void start(int i)
    {
        auto &place = m_places[i];
        place.device.reset();
        auto device = Device::open(
            place.config,
            {place.clock, m_random, place.mark, m_signatures, nullptr, nullptr,
             [this, i](Device::LinkId, const QByteArray &frame) { m_wire[i == hub ? kiosk : hub].push_back(frame); },
             [&place](const Device::Remembered &what) { place.config.remembered = what; }});
        REQUIRE(device);
        place.device = std::move(*device);
    }
    Device &at(int i) { return *m_places[i].device; }
    FakeClock &clock(int i) { return m_places[i].clock; }
    const Device::Remembered &remembered(int i) { return m_places[i].config.remembered; }

    void link()
    {
        m_isLinked = true;
        at(hub).linkOpened(1, at(kiosk).journal().device());
        at(kiosk).linkOpened(1, at(hub).journal().device());
        pass(5s);
    }
    void cut()
    {
        m_isLinked = false;
        m_wire = {};
        for (int i : {hub, kiosk}) {
            at(i).linkClosed(1);
        }
    }
    /// Both clocks go on, and what is said arrives.
    void pass(std::chrono::milliseconds time)
    {
        constexpr auto step = 500ms;
        for (auto left = time; left > 0ms; left -= step) {
            for (int i : {hub, kiosk}) {
                clock(i).advance(std::min<std::chrono::milliseconds>(step, left));
                at(i).tick();
                at(i).flush();
            }
            carry();
        }
    }
    Answer act(int i, Command command)
    {
        Answer told;
        at(i).submit({{}, {}, std::move(command)}, [&told](const Answer &answer) { told = answer; });
        at(i).flush();
        carry();
        return told;
    }
    std::optional<AlertView> alert(const char *kind)
    {
        const auto day = at(hub).day();
        const auto found = std::ranges::find(day.alerts, QLatin1String(kind), &AlertView::kind);
        return found == day.alerts.end() ? std::nullopt : std::optional(*found);
    }

private:
    struct Place {
        Device::Config config;
        FakeClock clock;
        MemoryHighWater mark;
        std::unique_ptr<Device> device;
    };

    static EventSetup plan()
    {
        EventSetup setup;
        setup.timeZone = QStringLiteral("UTC");
        setup.day = QStringLiteral("2026-11-28");
        setup.zones = {{QStringLiteral("A"), {}, {}, {}, {}, {}, {}}};
        TicketClass buyer;
        buyer.code = QStringLiteral("buyer");
        setup.classes = {buyer};
        setup.sessions = {{QStringLiteral("day"), {}, true}};
        for (const auto *code : {"gate-0", "gate-1", "gate-2"}) {
            Station station;
            station.code = QString::fromLatin1(code);
            setup.stations.push_back(station);
        }
        return setup;
    }
    void carry()
    {
        for (int turn = 0; m_isLinked && turn < 20; ++turn) {
            auto wire = std::exchange(m_wire, {});
            for (int i : {hub, kiosk}) {
                for (const auto &frame : wire[std::size_t(i)]) {
                    at(i).receive(1, frame);
                }
                at(i).flush();
            }
        }
    }

    TempDir m_dir;
    SeededRandom m_random{7};
    FakeSignatures m_signatures;
    EventId m_event = EventId::make(m_random);
    SigningKey m_eventKey = SigningKey::make(m_random);
    std::array<std::vector<QByteArray>, 2> m_wire;
    bool m_isLinked = false;
    std::array<Place, 2> m_places;
};

}  // namespace

SCENARIO("a kiosk falls silent", "[device][alerts]")
{
    Pair pair;
    pair.link();
    CHECK_FALSE(pair.alert("device_silent"));
    pair.cut();
    pair.pass(9s);
    CHECK_FALSE(pair.alert("device_silent"));
    pair.pass(2s);
    const auto alert = pair.alert("device_silent");
    REQUIRE(alert);
    CHECK_FALSE(alert->isEscalated);
    WHEN("nobody cares for a minute")
    {
        pair.pass(60s);
        THEN("the alert is a minute old and escalates")
        {
            CHECK(pair.at(hub).now() - pair.alert("device_silent")->since >= 60s);
            CHECK(pair.alert("device_silent")->isEscalated);
        }
    }
    WHEN("somebody has seen it")
    {
        CHECK(pair.act(hub, AcknowledgeAlert{alert->id, 0}).outcome == Outcome::Done);
        CHECK_FALSE(pair.alert("device_silent"));
        THEN("the next silence is another alert")
        {
            pair.link();
            CHECK_FALSE(pair.alert("device_silent"));
            pair.cut();
            pair.pass(12s);
            CHECK(pair.alert("device_silent"));
        }
    }
}

SCENARIO("the hub starts again while a kiosk is gone", "[device][alerts]")
{
    Pair pair;
    pair.link();
    pair.cut();
    pair.start(hub);
    pair.pass(29s);
    CHECK_FALSE(pair.alert("device_silent"));
    pair.pass(2s);
    CHECK(pair.alert("device_silent"));
    pair.link();
    CHECK_FALSE(pair.alert("device_silent"));
}

SCENARIO("more than one thing is wrong", "[device][alerts]")
{
    Pair pair;
    pair.link();
    pair.at(kiosk).setTrouble(QStringLiteral("camera"));
    pair.clock(kiosk).stepWall(90s);
    CHECK(pair.act(kiosk, CallStaff{QStringLiteral("help")}).outcome == Outcome::Done);
    pair.pass(5s);
    const auto alerts = pair.at(hub).day().alerts;
    THEN("the weightiest comes first, whoever raised it")
    {
        QStringList kinds;
        for (const auto &alert : alerts) {
            kinds << alert.kind;
        }
        CHECK(kinds == QStringList{QStringLiteral("staff_called"), QStringLiteral("device_trouble"),
                                   QStringLiteral("device_future"), QStringLiteral("device_skew")});
    }
}

SCENARIO("a new kiosk has not heard the day yet", "[device]")
{
    Pair pair;
    const auto fresh = pair.at(kiosk).day();
    CHECK_FALSE(fresh.isKnown);
    CHECK_FALSE(fresh.headcount);
    CHECK_FALSE(pair.at(kiosk).rollCall({}).persons);
    CHECK(pair.at(hub).day().headcount == 0);
    pair.link();
    CHECK(pair.at(kiosk).day().headcount == 0);
    WHEN("it starts again, cut off")
    {
        pair.cut();
        pair.start(kiosk);
        THEN("it still shows what it knew, and that nobody vouches for it")
        {
            CHECK(pair.at(kiosk).day().headcount == 0);
            CHECK_FALSE(pair.at(kiosk).day().knownSince);
        }
    }
}

SCENARIO("the coordinator does what cannot be taken back, and is asked about it later", "[device][audit]")
{
    Pair pair;
    WalkIn walkIn;
    walkIn.isConsentGiven = true;
    const auto answer = pair.act(hub, walkIn);
    REQUIRE(answer.outcome == Outcome::Admitted);
    const auto guest = answer.guest->id;
    CHECK(pair.at(hub).ticketIssueOf(guest) == 1);
    CHECK(pair.act(hub, ReissueTicket{guest, QStringLiteral("lost")}).outcome == Outcome::Done);
    CHECK(pair.at(hub).ticketIssueOf(guest) == 2);
    CHECK(pair.at(hub).rollCall({}).entries.size() == 1);
    CHECK(pair.act(hub, EmptyHall{QStringLiteral("fire drill")}).outcome == Outcome::Done);
    CHECK(pair.at(hub).rollCall({}).persons == 0);
    const auto said = [&pair](const std::optional<GuestId> &whose, int countMax) {
        const auto entries = pair.at(hub).audit(whose, countMax);
        REQUIRE(entries);
        QStringList acts;
        for (const auto &entry : *entries) {
            CHECK(entry.device == QStringLiteral("wall"));
            acts << (entry.act + QLatin1Char(' ') + entry.reason).trimmed();
        }
        return acts;
    };
    CHECK(said(guest, 100) ==
          QStringList{QStringLiteral("walk_in"), QStringLiteral("sign_in"), QStringLiteral("change_guest lost")});
    CHECK(said({}, 1) == QStringList{QStringLiteral("empty_hall fire drill")});
}

SCENARIO("there is no network at all, only a stick", "[device]")
{
    Pair pair;
    QBuffer file;
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(stick::write(pair.at(hub).journal(), {}, file));
    REQUIRE(file.seek(0));
    const auto before = pair.at(kiosk).revision();
    const auto imported = pair.at(kiosk).importStick(file);
    REQUIRE(imported);
    CHECK(imported->operationCount > 0);
    THEN("the running kiosk shows the day at once")
    {
        CHECK(pair.at(kiosk).revision() > before);
        CHECK(pair.at(kiosk).day().headcount == 0);
        CHECK(pair.at(kiosk).setup().zones.size() == 1);
    }
}

SCENARIO("a kiosk's clock is ten minutes slow", "[device]")
{
    Pair pair;
    pair.clock(kiosk).stepWall(-10min);
    pair.link();
    const auto apart = [&pair](WallTime time) { return std::chrono::abs(time - pair.clock(hub).wall()); };
    CHECK(apart(pair.at(kiosk).now()) < 1s);
    CHECK(apart(pair.at(kiosk).link().lastHeard.value()) < 4s);
    CHECK(apart(pair.at(kiosk).day().knownSince.value()) < 4s);
    WHEN("it starts again, cut off")
    {
        pair.cut();
        pair.start(kiosk);
        THEN("it still knows how wrong its clock is") { CHECK(apart(pair.at(kiosk).now()) < 1s); }
    }
}

SCENARIO("a kiosk says how its machine does", "[device][health]")
{
    Pair pair;
    Health health;
    health.batteryPercent = 15;
    health.diskFreeMb = 90'000;
    health.labelsLeft = 40;
    pair.at(kiosk).setHealth(health);
    pair.link();
    const auto shown = [&pair] {
        const auto day = pair.at(hub).day();
        const auto id = pair.at(kiosk).journal().device();
        return *std::ranges::find(day.devices, id, &DeviceView::id);
    };
    CHECK(shown().batteryPercent == 15);
    CHECK(shown().diskFreeMb == 90'000);
    CHECK(shown().labelsLeft == 40);
    CHECK_FALSE(shown().isCharging);
    const auto low = pair.alert("device_battery");
    REQUIRE(low);
    CHECK(low->text.en.contains(QStringLiteral("\"kiosk 1\"")));
    CHECK_FALSE(pair.alert("device_disk"));
    WHEN("somebody plugs it in, and its disk fills up")
    {
        health.isCharging = true;
        health.diskFreeMb = 100;
        pair.at(kiosk).setHealth(health);
        pair.pass(5s);
        THEN("one alert goes, the other comes")
        {
            CHECK(shown().isCharging);
            CHECK_FALSE(pair.alert("device_battery"));
            CHECK(pair.alert("device_disk"));
        }
    }
    WHEN("a machine says nothing of itself")
    {
        pair.at(kiosk).setHealth({});
        pair.pass(5s);
        THEN("unknown is not zero") { CHECK_FALSE(shown().batteryPercent); }
    }
}

SCENARIO("nobody is at a station of the plan while guests come", "[device][alerts]")
{
    Pair pair;
    const auto missing = [&pair](const char *station) {
        const auto day = pair.at(hub).day();
        return std::ranges::any_of(day.alerts, [&](const AlertView &alert) {
            return alert.kind == QLatin1String("station_missing") && alert.station == QLatin1String(station);
        });
    };
    pair.link();
    pair.pass(60s);
    CHECK_FALSE(missing("gate-2"));  // The doors are not open.
    WalkIn guest;
    guest.guest.name = QStringLiteral("Ann");
    guest.guest.classCode = QStringLiteral("buyer");
    REQUIRE(pair.act(hub, guest).outcome == Outcome::Admitted);
    THEN("a station that never had a device is missing, one with a device is not")
    {
        CHECK(missing("gate-2"));
        CHECK_FALSE(missing("gate-1"));
        CHECK_FALSE(missing("gate-0"));
    }
    WHEN("the kiosk is silent")
    {
        pair.cut();
        pair.pass(59s);
        CHECK_FALSE(missing("gate-1"));
        pair.pass(2s);
        THEN("its station is missing after a minute, and it is said which device that was")
        {
            CHECK(missing("gate-1"));
            const auto day = pair.at(hub).day();
            const auto id = pair.at(kiosk).journal().device();
            CHECK(std::ranges::find(day.devices, id, &DeviceView::id)->isMissing);
        }
        AND_WHEN("it comes back")
        {
            pair.link();
            THEN("it is there") { CHECK_FALSE(missing("gate-1")); }
        }
    }
}
