#pragma once
#include <QtGlobal>

#include <optional>

namespace muster {

/// How the machine under a device does, as far as it can say; what is unset it does not have, or does not know.
struct Health {
    std::optional<int> batteryPercent;
    bool isCharging = false;
    std::optional<qint64> diskFreeMb;  ///< Where the device's data lie.
    std::optional<int> labelsLeft;     ///< In the printer.
    friend bool operator==(const Health &, const Health &) = default;
};

/// Where a node asks how its machine does. Called on the node's thread, seldom.
class HealthSource {
public:
    HealthSource() = default;
    virtual ~HealthSource() = default;
    HealthSource(const HealthSource &) = delete;
    HealthSource &operator=(const HealthSource &) = delete;

    [[nodiscard]] virtual Health read() = 0;
};

}  // namespace muster
