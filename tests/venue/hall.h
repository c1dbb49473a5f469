#pragma once
#include "core/authority/epochs.h"
#include "core/venue/day/day_query.h"
#include "core/venue/desk.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/plan/plan_room.h"
#include "core/venue/rooms.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/scarce/scarce.h"
#include "core/venue/zones/zones.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temp_dir.h"

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
        SigningKey key;
        std::unique_ptr<Journal> journal;
        QString station;
        QString role;
    };
    enum class Disk { Memory, Files };

    explicit Hall(int deviceCount, EventSetup plan = samplePlan(), Disk disk = Disk::Memory);

    [[nodiscard]] static EventSetup samplePlan();
    /// Adds a guest with code "C-<key>" to the list.
    void invite(const QString &key, const QString &classCode = QStringLiteral("buyer"),
                GuestStatus status = GuestStatus::Valid, const QString &group = {});
    /// Puts a row on the list, or changes it.
    void put(guests::Guest guest);

    /// Every device sends everything to every other, until nothing is new.
    void syncAll();
    void sync(int from, int to);

    /// Scans @p code at @p device; connected ones ask the hub directly.
    Answer signIn(int device, const QString &code, bool isConnected, SignIn command = {}, QString actor = {});
    /// Scans @p code at every device but the hub in the same millisecond; the hub rules in any order, and all are told
    /// before any of them hears of another.
    std::vector<Answer> signInEverywhere(const QString &code, SeededRandom &random);
    /// The hub rules on both guests, asked by @p device in one breath; then they are told in that order.
    std::pair<Answer, Answer> signInBeside(int device, const QString &first, const QString &second);
    Answer signOut(int device, const QString &code);
    Answer move(int device, const QString &code, const QString &zone, bool isConnected);
    Answer walkIn(int device, bool isConnected, const WalkIn &command = {}, std::optional<RequestId> request = {});
    /// The same act of @p device as given, once more or for the first time; @p act holds a SignIn.
    Answer scan(int device, const Act &act, const Presented &what, bool isConnected);
    /// The hub grants what @p device asked for @p code, and the device stops before it told anybody: the grant.
    OperationHash grantUntold(int device, const QString &code);
    Answer annul(int device, const QString &code, const QString &reason, const QString &actor = {});
    template<class Act>
    Answer decide(int device, const Act &command, const QString &actor = {})
    {
        Answer answer;
        const auto act = actOf(command, actor);
        inside(device, [&](Door &, Desk &desk) {
            if constexpr (std::is_same_v<Act, RevokeDevice>) {
                answer = desk.decide(act, command, device == 0 ? std::optional(m_eventKey) : std::nullopt);
            } else if constexpr (requires { desk.decide(act, command); }) {
                answer = desk.decide(act, command);
            } else {
                answer = rooms::decide(desk, act).value();
            }
        });
        return answer;
    }
    /// Any act that needs a right, or none: asked at the hub if @p isConnected, else decided by the cut-off rule.
    Answer act(int device, Command command, bool isConnected, QString actor = {});
    Answer act(int device, const Act &act, bool isConnected);
    /// The hub's word on @p act of @p device, which stops before it tells anybody.
    scarce::Ruling rule(int device, const Act &act);
    Act actOf(Command command, QString actor = {});
    [[nodiscard]] Presented present(const QString &code) const;
    /// A valid ticket of @p guest, whose signature was looked at already.
    [[nodiscard]] static Presented ticket(const GuestId &guest, const QString &classCode, qint64 serial = 1);

    /// Copies the device's file, and puts the copy back later: the disk of a device that was restored.
    void keep(int device);
    void putBack(int device);
    /// Devices that are linked to the hub; all of them unless a test says otherwise.
    std::set<int> unlinked;
    /// Guests whose day changed, for the hub's next look over its rights.
    std::vector<GuestId> moved;

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
    /// Every linked device gives back what it need not hold, and the hub hands out what is due, till all is quiet.
    void settleRights();

private:
    void open(int device);
    [[nodiscard]] QString file(int device) const;
    void inside(int device, const std::function<void(Door &, Desk &)> &work);
    Answer finish(int device, const Door::Examined &examined, bool isConnected);
    [[nodiscard]] Post postOf(int device);
    [[nodiscard]] std::vector<StreamKey> linked();

    FakeClock m_clock;
    SeededRandom m_random{42};
    FakeSignatures m_signatures;
    EventId m_event;
    SigningKey m_eventKey;
    SecretKey m_codeKey;
    Disk m_disk;
    TempDir m_folder;
    std::deque<Device> m_devices;
};

}  // namespace muster::test
