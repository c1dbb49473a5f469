#pragma once
#include "core/authority/epochs.h"
#include "core/venue/day_query.h"
#include "core/venue/desk.h"
#include "core/venue/devices.h"
#include "core/venue/plan_room.h"
#include "core/venue/rights.h"
#include "core/venue/sessions.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"

#include <deque>

namespace muster::test {

/// A small venue without network: devices on real journals in memory, and hands that carry operations between them
/// when a test says so. Device 0 is the hub.
class Hall {
public:
    struct Device {
        Device(EventId event, PublicKey eventKey) : venue(event, eventKey) {}
        MemoryHighWater highWater;
        Venue venue;
        std::unique_ptr<Journal> journal;
        QString station;
        QString role;
    };

    explicit Hall(int deviceCount, EventSetup plan = samplePlan());

    [[nodiscard]] static EventSetup samplePlan();
    /// Adds a guest with code "C-<key>" to the list.
    void invite(const QString &key, const QString &classCode = QStringLiteral("buyer"),
                GuestStatus status = GuestStatus::Valid, const QString &group = {});

    /// Every device sends everything to every other, until nothing is new.
    void syncAll();
    void sync(int from, int to);

    /// Scans @p code at @p device; connected ones ask the hub directly.
    Answer signIn(int device, const QString &code, bool isConnected, SignIn command = {}, QString actor = {});
    /// Scans @p code at every device but the hub in the same millisecond; the hub rules in any order, and all are told
    /// before any of them hears of another.
    std::vector<Answer> signInEverywhere(const QString &code, SeededRandom &random);
    Answer signOut(int device, const QString &code);
    Answer move(int device, const QString &code, const QString &zone, bool isConnected);
    Answer walkIn(int device, bool isConnected);
    Answer annul(int device, const QString &code, const QString &reason);
    template<class Act>
    Answer decide(int device, const Act &command)
    {
        Answer answer;
        const auto act = actOf(command);
        inside(device, [&](Door &, Desk &desk) { answer = desk.decide(act, command); });
        return answer;
    }

    [[nodiscard]] DayView day(int device);
    [[nodiscard]] QStringList faults(int device);
    [[nodiscard]] bool isEqual();
    [[nodiscard]] GuestId guest(const QString &key) const { return guests::guestIdFor(key, m_codeKey); }
    Device &at(int device) { return m_devices[std::size_t(device)]; }
    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] EventId event() const { return m_event; }
    [[nodiscard]] const SigningKey &eventKey() const { return m_eventKey; }
    /// @p device writes @p draft, whatever it is.
    void write(int device, const Draft &draft);
    [[nodiscard]] int count() const { return int(m_devices.size()); }
    /// The hub hands out what is due.
    void hubDuties();

private:
    Act actOf(Command command, QString actor = {});
    void inside(int device, const std::function<void(Door &, Desk &)> &work);
    Answer finish(int device, const Door::Examined &examined, bool isConnected);
    Presented present(const QString &code) const;
    [[nodiscard]] Post postOf(int device);

    FakeClock m_clock;
    SeededRandom m_random{42};
    FakeSignatures m_signatures;
    EventId m_event;
    SigningKey m_eventKey;
    SecretKey m_codeKey;
    std::deque<Device> m_devices;
};

}  // namespace muster::test
