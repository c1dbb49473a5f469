// Goal: the hub judges only what the asker's role permits, where it stands, and only while it is the hub.
// Method: a hub and a kiosk without network or disk; the kiosk's asks are changed on their way, as a thief would.
#include "app/node/device.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/plan/plan_room.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"

using namespace muster;
using namespace muster::test;

namespace {

class Pair {
public:
    Pair()
    {
        open(0, QStringLiteral("coordinator"));
        open(1, QStringLiteral("kiosk"));
        const auto founded = at(0).append([&](State &state, const EventSetup &) {
            std::vector<Draft> drafts{epochDraft(1, 0)};
            std::ranges::move(plan_room::draftsFor(plan(), state), std::back_inserter(drafts));
            drafts.push_back(sessions::set(state, QStringLiteral("day"), true));
            for (int i = 0; i < 2; ++i) {
                drafts.push_back(devices::enrolled({at(i).journal().device(), i, QStringLiteral("device"),
                                                    at(i).config().role, at(i).config().station, false, 1},
                                                   m_event, m_eventKey));
            }
            drafts.push_back(guests::listed(std::span(&guest, 1)));
            return drafts;
        });
        REQUIRE(founded);
        at(0).linkOpened(1, at(1).journal().device());
        at(1).linkOpened(1, at(0).journal().device());
        settle();
    }

    Device &at(int i) { return *m_devices[std::size_t(i)]; }
    Draft epochDraft(quint32 number, int hub)
    {
        Draft draft;
        draft.kind = epochs::kind();
        draft.body = record(number, hub).toCbor();
        return draft;
    }
    EpochRecord record(quint32 number, int hub)
    {
        return EpochRecord::make(Epoch{number}, at(hub).journal().device(), {}, m_event, m_eventKey);
    }
    void settle()
    {
        for (int round = 0; round < 8; ++round) {
            for (int i = 0; i < 2; ++i) {
                at(i).flush();
                for (auto &frame : std::exchange(m_wires[std::size_t(1 - i)], {})) {
                    at(1 - i).receive(1, frame);
                }
            }
        }
    }
    /// The kiosk signs the guest in; what it asks the hub is changed by @p change. True if the hub said yes.
    bool isGranted(const std::function<void(QCborMap &)> &change, const QString &zone = {})
    {
        m_change = change;
        SignIn signIn;
        signIn.guest = guest.id;
        signIn.isEachQuestionAsked = true;
        signIn.zone = zone;
        std::optional<Answer> told;
        at(1).submit({RequestId::make(m_random), {}, signIn}, [&told](const Answer &answer) { told = answer; });
        settle();
        m_clock.advance(std::chrono::seconds(1));  // Nobody answered: the cut-off rule.
        settle();
        REQUIRE(told);
        return told->outcome == Outcome::Admitted && !told->isProvisional;
    }
    [[nodiscard]] QString stationAtHub()
    {
        QString station;
        for (const auto &view : at(0).day().latest) {
            station = view.station;
        }
        return station;
    }
    void sendRecord(int to, const EpochRecord &epochRecord)
    {
        at(to).receive(1, frames::encode(frames::EpochRecord{epochRecord.encode()}));
        settle();
    }

    guests::Guest guest;

private:
    static EventSetup plan()
    {
        EventSetup setup;
        setup.timeZone = QStringLiteral("UTC");
        setup.day = QStringLiteral("2026-11-28");
        setup.zones.push_back({QStringLiteral("A"), {}, {}, {}, {}, {}, {}});
        TicketClass buyer;
        buyer.code = QStringLiteral("buyer");
        buyer.zone = QStringLiteral("A");
        setup.classes.push_back(buyer);
        setup.sessions.push_back({QStringLiteral("day"), {}, true});
        // It is one o'clock: S1 has a shift, S2 has none at this hour, S3 looks after no guests.
        for (const auto &[code, role] :
             {std::pair("S1", "greeter"), std::pair("S2", "greeter"), std::pair("S3", "cleaner")}) {
            StaffMember member;
            member.code = QString::fromLatin1(code);
            member.roles = {QString::fromLatin1(role)};
            setup.staff.push_back(member);
        }
        Shift shift;
        shift.code = QStringLiteral("early");
        shift.staff = QStringLiteral("S1");
        shift.untilMinute = 120;
        setup.shifts.push_back(shift);
        shift = {QStringLiteral("late"), QStringLiteral("S2"), {}, ShiftKind::Work, 600, 660};
        setup.shifts.push_back(shift);
        return setup;
    }
    void open(int i, const QString &role)
    {
        guest.classCode = QStringLiteral("buyer");
        guest.id.bytes.fill(9);
        guest.version = 1;
        Device::Config config;
        const auto key = SigningKey::make(m_random);
        config.journal = {QStringLiteral(":memory:"), {}, m_event, m_eventKey.publicKey, key, {}};
        config.journal.self = {key.publicKey,
                               m_signatures.sign(m_eventKey, Credential::message(m_event, key.publicKey))};
        config.role = role;
        config.station = QStringLiteral("gate-%1").arg(i);
        config.isHub = i == 0;
        auto device = Device::open(config, {m_clock, m_random, m_marks[std::size_t(i)], m_signatures, nullptr, nullptr,
                                            [this, i](Device::LinkId, const QByteArray &frame) {
                                                m_wires[std::size_t(1 - i)].push_back(changed(frame));
                                            }});
        REQUIRE(device);
        m_devices[std::size_t(i)] = std::move(*device);
    }
    QByteArray changed(const QByteArray &bytes) const
    {
        auto frame = frames::decode(bytes).value();
        auto *ask = std::get_if<frames::Ask>(&frame);
        if (ask == nullptr || !m_change) {
            return bytes;
        }
        auto map = QCborValue::fromCbor(ask->body).toMap();
        m_change(map);
        ask->body = QCborValue(map).toCbor();
        return frames::encode(frame);
    }

    FakeClock m_clock;
    SeededRandom m_random{5};
    FakeSignatures m_signatures;
    EventId m_event = EventId::make(m_random);
    SigningKey m_eventKey = SigningKey::make(m_random);
    std::array<MemoryHighWater, 2> m_marks;
    std::array<std::vector<QByteArray>, 2> m_wires;  ///< On the way to that device.
    std::function<void(QCborMap &)> m_change;
    std::array<std::unique_ptr<Device>, 2> m_devices;
};

QString at(const char *key) { return QString::fromLatin1(key); }

}  // namespace

SCENARIO("a kiosk asks the hub", "[node][ask]")
{
    Pair pair;
    GIVEN("an honest ask")
    {
        THEN("it is granted") { CHECK(pair.isGranted({})); }
    }
    GIVEN("an ask against a rule, which only staff may make")
    {
        THEN("the hub does not say yes")
        {
            CHECK_FALSE(pair.isGranted([](QCborMap &ask) { ask[at("override")] = at("let me"); }));
        }
    }
    GIVEN("an ask in somebody's name")
    {
        const auto isGrantedTo = [&](const char *staff) {
            return pair.isGranted([staff](QCborMap &ask) { ask[at("actor")] = at(staff); });
        };
        THEN("the hub says yes to who may do it and is on duty") { CHECK(isGrantedTo("S1")); }
        THEN("to nobody off duty") { CHECK_FALSE(isGrantedTo("S2")); }
        THEN("to nobody of another role") { CHECK_FALSE(isGrantedTo("S3")); }
        THEN("and to nobody unknown") { CHECK_FALSE(isGrantedTo("S9")); }
    }
    GIVEN("an ask that says it comes from another station")
    {
        REQUIRE(pair.isGranted([](QCborMap &ask) { ask[at("station")] = at("gate-99"); }));
        THEN("the hub goes by the enrolment") { CHECK(pair.stationAtHub() == at("gate-1")); }
    }
    GIVEN("an ask of another epoch")
    {
        const auto asked = GENERATE(0, 2);
        THEN("the hub does not say yes")
        {
            CHECK_FALSE(pair.isGranted([asked](QCborMap &ask) { ask[at("epoch")] = asked; }));
        }
    }
}

SCENARIO("the hub hears of a later epoch", "[node][ask]")
{
    Pair pair;
    REQUIRE(pair.at(0).isHub());
    GIVEN("one that names another device")
    {
        pair.sendRecord(0, pair.record(2, 1));
        THEN("it stops judging, and shows so")
        {
            CHECK_FALSE(pair.at(0).isHub());
            CHECK_FALSE(pair.at(0).day().link.isHub);
            CHECK_FALSE(pair.isGranted([](QCborMap &ask) { ask[at("epoch")] = 2; }));
        }
    }
    GIVEN("one that the event key did not sign")
    {
        auto forged = pair.record(2, 1);
        forged.signature.bytes[0] ^= 1;
        pair.sendRecord(0, forged);
        THEN("it goes on")
        {
            CHECK(pair.at(0).isHub());
            CHECK(pair.isGranted({}));
        }
    }
    GIVEN("an earlier one")
    {
        pair.sendRecord(0, pair.record(5, 0));
        pair.sendRecord(0, pair.record(4, 1));
        THEN("it goes on") { CHECK(pair.at(0).isHub()); }
    }
    GIVEN("one of the same number")
    {
        pair.sendRecord(0, pair.record(1, 1));
        THEN("the device decides, everywhere alike")
        {
            CHECK(pair.at(0).isHub() == (pair.at(1).journal().device() < pair.at(0).journal().device()));
        }
    }
}
