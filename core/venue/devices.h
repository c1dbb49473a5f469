#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// The devices of the day: enrolled, revoked, restored from an old disk.
namespace muster::devices {

struct Device {
    DeviceId id;
    int number = 0;  ///< Short; the suffix of numbers that it gives while cut off.
    QString name;
    QString role;
    QString station;
    bool isRevoked = false;
};

/// "I was restored from an old copy": raised by the device itself in its new life.
struct Restored {
    OperationHash operation;
    DeviceId device;
    WallTime at{};
};

[[nodiscard]] QStringList kinds();
[[nodiscard]] Draft enrolled(const Device &device, qint64 version);
[[nodiscard]] Draft revoked(const DeviceId &device, const QString &reason);
[[nodiscard]] Draft restored();

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

[[nodiscard]] std::optional<Device> find(State &state, const DeviceId &id);
[[nodiscard]] std::vector<Device> all(State &state);
[[nodiscard]] bool isRevoked(State &state, const DeviceId &id);
[[nodiscard]] int nextNumber(State &state);
[[nodiscard]] std::vector<Restored> restorations(State &state);

}  // namespace muster::devices
