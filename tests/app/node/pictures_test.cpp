// Goal: photographs reach the hub after everything else, survive cut links and bad senders, and those of restricted
// incidents are seen at the coordinator alone.
// Method: a hub and two desks without threads, each with a folder of its own; frames carried by hand, as many as told.
#include "app/node/blob_store.h"
#include "app/node/device.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/plan/plan_room.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temp_dir.h"

#include <QDir>
#include <QFile>

#include <deque>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

constexpr int hub = 0;
constexpr int desk = 1;
constexpr int other = 2;
constexpr int deviceCount = 3;

QString q(const char *text) { return QString::fromUtf8(text); }

/// A star of links to the hub. The link of desk i has number i at both ends.
class Hall {
public:
    Hall()
    {
        for (int i = 0; i < deviceCount; ++i) {
            auto &place = m_places[std::size_t(i)];
            auto &config = place.config;
            const auto key = SigningKey::make(m_random);
            config.journal = {m_dir.file(q("journal-%1").arg(i)), {}, m_event, m_eventKey.publicKey, key, {}};
            config.journal.self = {key.publicKey,
                                   m_signatures.sign(m_eventKey, Credential::message(m_event, key.publicKey))};
            config.role = i == hub ? q("coordinator") : q("zone");
            config.station = q("gate-%1").arg(i);
            config.name = q("device %1").arg(i);
            config.number = i;
            config.isHub = i == hub;
            if (i == hub) {
                config.eventKey = m_eventKey;
            }
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
            EventSetup plan;
            plan.timeZone = q("UTC");
            plan.day = q("2026-11-28");
            plan.zones = {{q("A"), {}, {}, {}, {}, {}, {}}};
            plan.sessions = {{q("day"), {}, true}};
            IncidentType medical;
            medical.code = q("medical");
            medical.isRestricted = true;
            plan.incidentTypes = {medical};
            std::ranges::move(plan_room::draftsFor(plan, state), std::back_inserter(drafts));
            for (int i = 0; i < deviceCount; ++i) {
                const auto &config = m_places[std::size_t(i)].config;
                drafts.push_back(
                    devices::enrolled({at(i).journal().device(), i, config.name, config.role, config.station, false, 1},
                                      m_event, m_eventKey));
            }
            return drafts;
        }));
    }

    void start(int i)
    {
        auto &place = m_places[std::size_t(i)];
        place.device.reset();
        place.blobs = std::make_unique<BlobStore>(pictures(i), incidents::devicePictureBytesMax);
        Device::World world{place.clock,
                            m_random,
                            place.mark,
                            m_signatures,
                            nullptr,
                            nullptr,
                            [this, i](Device::LinkId link, const QByteArray &frame) {
                                m_wire[std::size_t(link)].push_back({i == hub ? int(link) : hub, frame});
                            }};
        world.blobs = place.blobs.get();
        auto device = Device::open(place.config, std::move(world));
        REQUIRE(device);
        place.device = std::move(*device);
    }
    Device &at(int i) { return *m_places[std::size_t(i)].device; }
    QString pictures(int i) const { return m_dir.file(q("pictures-%1").arg(i)); }
    [[nodiscard]] QString journalFile(int i) const { return m_dir.file(q("journal-%1").arg(i)); }
    BlobStore &blobs(int i) { return *m_places[std::size_t(i)].blobs; }

    void link(int i)
    {
        m_linked.insert(i);
        at(hub).linkOpened(Device::LinkId(i), at(i).journal().device());
        at(i).linkOpened(Device::LinkId(i), at(hub).journal().device());
    }
    void cut(int i)
    {
        m_linked.erase(i);
        m_wire[std::size_t(i)].clear();
        at(hub).linkClosed(Device::LinkId(i));
        at(i).linkClosed(Device::LinkId(i));
    }
    /// So many frames travel on the link of @p i, one a turn, while both go on.
    void carry(int i, int frames)
    {
        auto &wire = m_wire[std::size_t(i)];
        for (int turn = 0; turn < 40 && frames > 0; ++turn) {
            beat();
            for (; !wire.empty() && frames > 0; --frames) {
                const auto [to, frame] = wire.front();
                wire.pop_front();
                at(to).receive(Device::LinkId(i), frame);
                at(to).flush();
            }
        }
    }
    void pass(std::chrono::milliseconds time)
    {
        for (auto left = time; left > 0ms; left -= 500ms) {
            advance(500ms);
            for (int i : m_linked) {
                carry(i, 400);
            }
            beat();
        }
    }
    void advance(std::chrono::milliseconds time)
    {
        for (auto &place : m_places) {
            place.clock.advance(time);
        }
    }
    Answer act(int i, Command command)
    {
        Answer told;
        at(i).submit({{}, {}, std::move(command)}, [&told](const Answer &answer) { told = answer; });
        at(i).flush();
        return told;
    }
    /// The number of an incident with a picture, logged at @p i.
    std::pair<QString, Hash256> photograph(int i, const QByteArray &content, bool isRestricted = false)
    {
        const auto number = act(i, incidents::Open{q("A"), {}, {}, isRestricted, q("look"), {}}).number;
        const auto told = act(i, incidents::Attach{number, content, q("photo")});
        REQUIRE(told.outcome == Outcome::Done);
        return {number, *Hash256::fromHex(told.subjects.front())};
    }

private:
    struct Place {
        Device::Config config;
        FakeClock clock;
        MemoryHighWater mark;
        std::unique_ptr<BlobStore> blobs;
        std::unique_ptr<Device> device;
    };

    void beat()
    {
        for (auto &place : m_places) {
            place.device->tick();
            place.device->flush();
        }
    }

    TempDir m_dir;
    SeededRandom m_random{7};
    FakeSignatures m_signatures;
    EventId m_event = EventId::make(m_random);
    SigningKey m_eventKey = SigningKey::make(m_random);
    std::array<std::deque<std::pair<int, QByteArray>>, deviceCount> m_wire;
    std::set<int> m_linked;
    std::array<Place, deviceCount> m_places;
};

QByteArray picture(char fill, qsizetype size = 300'000) { return QByteArray(size, fill); }

}  // namespace

SCENARIO("a photograph goes to the hub by itself, and to others who ask", "[device][pictures]")
{
    Hall hall;
    hall.link(desk);
    hall.link(other);
    hall.pass(5s);
    const auto [number, blob] = hall.photograph(desk, picture('a'));
    hall.pass(5s);
    CHECK(hall.at(hub).picture(blob) == picture('a'));
    CHECK(hall.at(hub).incident(number)->pictures.front().isHere);
    CHECK_FALSE(hall.blobs(other).has(blob));
    CHECK_FALSE(hall.at(other).incident(number)->pictures.front().isHere);
    CHECK(hall.at(other).picture(blob).error().code == ErrorCode::NotFound);  // And asks for it.
    hall.pass(5s);
    CHECK(hall.at(other).picture(blob) == picture('a'));
    CHECK(hall.at(hub).journal().digest() == hall.at(other).journal().digest());
    CHECK(hall.at(other).picture(Hash256{}).error().code == ErrorCode::Invalid);
}

SCENARIO("a device is cut in the middle of a photograph", "[device][pictures]")
{
    Hall hall;
    hall.link(desk);
    hall.pass(5s);
    const auto [number, blob] = hall.photograph(desk, picture('b', 900'000));
    int turns = 0;
    while (hall.blobs(hub).arrived(blob) == 0 && ++turns < 100) {
        hall.advance(20ms);
        hall.carry(desk, 1);
    }
    hall.carry(desk, 4);
    const auto arrived = hall.blobs(hub).arrived(blob);
    REQUIRE(arrived > 0);
    REQUIRE(arrived < 900'000);
    hall.cut(desk);
    WHEN("it comes back, after the hub was started anew")
    {
        hall.start(hub);
        CHECK(hall.blobs(hub).arrived(blob) == arrived);
        hall.link(desk);
        hall.pass(5s);
        THEN("it goes on where it was") { CHECK(hall.at(hub).picture(blob) == picture('b', 900'000)); }
    }
    WHEN("what arrived is not what was sent")
    {
        QFile part(hall.pictures(hub) + QLatin1Char('/') + blob.toHex() + q(".part"));
        REQUIRE(part.open(QIODevice::ReadWrite));
        REQUIRE(part.write("xxxx") == 4);
        part.close();
        hall.link(desk);
        hall.pass(5s);
        CHECK_FALSE(hall.blobs(hub).has(blob));  // Thrown away,
        hall.pass(Device::blobAgainAfter + 5s);
        THEN("it is asked for again, from the beginning")
        {
            CHECK(hall.at(hub).picture(blob) == picture('b', 900'000));
        }
    }
}

SCENARIO("the photograph of a restricted incident", "[device][pictures][restricted]")
{
    Hall hall;
    hall.link(desk);
    hall.link(other);
    hall.pass(5s);
    const auto [number, blob] = hall.photograph(desk, "the face of somebody in pain", true);
    hall.pass(5s);
    CHECK(hall.at(hub).picture(blob) == QByteArray("the face of somebody in pain"));
    CHECK(hall.at(hub).incident(number)->pictures.front().name == q("photo"));
    CHECK(hall.at(hub).day().incidents.front().summary == q("look"));
    for (int i : {desk, other}) {
        CHECK(hall.at(i).picture(blob).error().code == ErrorCode::Refused);
        CHECK(hall.at(i).incident(number)->pictures.front().name.isEmpty());
        CHECK(hall.at(i).day().incidents.front().summary.isEmpty());
        CHECK(hall.at(i).day().incidentsOpen == 1);
    }
    QFile file(hall.pictures(desk) + QLatin1Char('/') + blob.toHex());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("somebody"));
}

TEST_CASE("a picture is older than the restriction of its incident", "[device][pictures][restricted]")
{
    Hall hall;
    hall.link(desk);
    hall.link(other);
    hall.pass(5s);
    const auto [number, blob] = hall.photograph(desk, picture('c'));
    hall.pass(5s);
    CHECK(hall.at(other).picture(blob).error().code == ErrorCode::NotFound);  // And will ask for it.
    incidents::Change change;
    change.incident = number;
    change.types = QStringList{q("medical")};
    REQUIRE(hall.act(hub, change).outcome == Outcome::Done);
    hall.pass(10s);
    CHECK(hall.at(hub).picture(blob) == picture('c'));
    CHECK_FALSE(hall.blobs(other).has(blob));
    CHECK(hall.at(other).picture(blob).error().code == ErrorCode::Refused);
}

TEST_CASE("a device keeps so many bytes of pictures and no more, and none that is not what it is called", "[pictures]")
{
    TempDir dir;
    const auto blob = hash256("abc");
    {
        BlobStore store(dir.file(q("p")), 5);
        CHECK(store.keep(blob, "abc"));
        CHECK(store.keep(blob, "abc"));
        CHECK(store.bytesHeld() == 3);
        CHECK(store.keep(hash256("def"), "def").error().code == ErrorCode::Storage);
        CHECK(store.add(hash256("defg"), 0, 4, "de").error().code == ErrorCode::Storage);
        CHECK(store.add(hash256("de"), 0, 2, "dx").value() == BlobStore::Added::Wrong);
        CHECK(store.arrived(hash256("de")) == 0);
        CHECK(store.add(hash256("de"), 0, 2, "d").value() == BlobStore::Added::More);
        CHECK_FALSE(store.add(hash256("de"), 0, 2, "d"));
    }
    BlobStore again(dir.file(q("p")), 5);
    CHECK(again.read(blob) == QByteArray("abc"));
    CHECK(again.add(hash256("de"), 1, 2, "e").value() == BlobStore::Added::Whole);
    CHECK(again.read(hash256("de")) == QByteArray("de"));
    QFile file(dir.file(q("p/")) + blob.toHex());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("abd");
    file.close();
    CHECK(again.read(blob).error().code == ErrorCode::Storage);
    CHECK_FALSE(again.has(blob));
}
