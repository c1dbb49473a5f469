#pragma once
#include "app/node/device.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/fault_vfs.h"

#include <vector>

namespace muster::sim {

/// What the venue of every seed starts from: an event with its plan, its list and enrolled devices, already on disk.
///
/// Why it exists: making it costs more than a whole simulated day; so it is made once a process and copied.
struct Genesis {
    static constexpr int fieldCount = 7;    ///< The first is the hub; most days use four to seven of them,
    static constexpr int standbyCount = 2;  ///< and up to two that come after: coordinators that may stand by.
    static constexpr int deviceCount = 9;   ///< Both.
    static constexpr int largeCount = 20;   ///< Of a large venue: more in the field, behind the standbys.
    static constexpr int guestCount = 24;
    static constexpr int unitCount = 12;
    static constexpr int serialCount = 12;  ///< Of numbered forms.
    static constexpr int firmPlaces = 5;    ///< In zone D; who finds it full goes to H.

    struct Place {
        Device::Config config;
        test::FaultDisk::Image disk;
        std::optional<HighWaterMark> mark;
    };

    SigningKey eventKey;
    EventId event;
    std::vector<Place> places;

    /// The same event, list and keys in both.
    [[nodiscard]] static const Genesis &instance();
    [[nodiscard]] static const Genesis &large();
    [[nodiscard]] static QByteArray codeOf(int guest) { return "C-" + QByteArray::number(guest); }
    [[nodiscard]] GuestId guest(int index) const;
    [[nodiscard]] static bool mayBringCompanions(int guest);
    /// The row of the list for guest @p index.
    [[nodiscard]] guests::Guest listed(int index, GuestStatus status, qint64 version) const;
    [[nodiscard]] static QString unitOf(int unit) { return QStringLiteral("u-%1").arg(unit); }
    [[nodiscard]] static QString roleOf(int device);
    [[nodiscard]] static bool isStandby(int device) { return device >= fieldCount && device < deviceCount; }
    /// Where a coordinator listens.
    [[nodiscard]] static QStringList addressesOf(int device) { return {QStringLiteral("10.0.0.%1:7000").arg(device)}; }
    [[nodiscard]] static QString stationOf(int device) { return QStringLiteral("gate-%1").arg(device); }
    /// Who stands at a counter; empty: nobody in particular.
    [[nodiscard]] static QString consultantAt(int device);
    /// Who has a PIN, and acts for nobody else; and the PIN.
    [[nodiscard]] static QString withPin() { return QStringLiteral("pat"); }
    [[nodiscard]] static QString pin() { return QStringLiteral("4711"); }
    [[nodiscard]] static EventSetup plan();
    /// Of zones with a firm limit.
    [[nodiscard]] static const std::map<QString, int> &firmLimits();
    [[nodiscard]] static QByteArray file() { return "muster.db"; }
};

}  // namespace muster::sim
