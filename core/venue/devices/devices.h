#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// The devices of the day: enrolled, revoked, restored from an old disk.
///
/// Enrolments and revocations are signed with the event key: a device's role decides what it may read, so no device may
/// give itself one, and none may shut out another. Only who holds the event key can write them.
namespace muster::devices {

struct Device {
    DeviceId id;
    int number = 0;  ///< Short; the suffix of numbers that it gives while cut off.
    QString name;
    QString role;
    QString station;
    bool isRevoked = false;
    qint64 version = 1;  ///< Of its enrolment: the highest holds.
};

/// "I was restored from an old copy": raised by the device itself in its new life.
struct Restored {
    OperationHash operation;
    DeviceId device;
    Incarnation life{};  ///< The new one.
    WallTime at{};
};

[[nodiscard]] QStringList kinds();
[[nodiscard]] QString enrolledKind();
[[nodiscard]] QString revokedKind();
[[nodiscard]] Draft enrolled(const Device &device, const EventId &event, const SigningKey &eventKey);
[[nodiscard]] Draft revoked(const DeviceId &device, const QString &reason, const EventId &event,
                            const SigningKey &eventKey);
[[nodiscard]] Draft restored();

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// What the event key did not sign is a dead letter.
[[nodiscard]] Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey);

[[nodiscard]] std::optional<Device> find(State &state, const DeviceId &id);
[[nodiscard]] std::vector<Device> all(State &state);
[[nodiscard]] bool isRevoked(State &state, const DeviceId &id);
/// When it was first shut out, by the clock of who did it.
[[nodiscard]] std::optional<HybridTime> revokedAt(State &state, const DeviceId &id);
/// Every role that @p id was ever enrolled in: what it wrote in an earlier one stays rightful.
[[nodiscard]] QStringList rolesOf(State &state, const DeviceId &id);
[[nodiscard]] int nextNumber(State &state);
[[nodiscard]] std::vector<Restored> restorations(State &state);

}  // namespace muster::devices
