#pragma once
#include "app/node/health.h"

#include <QString>

namespace muster {

/// What Linux says: /sys/class/power_supply and the file system. Mice and pens have batteries of their own; those do
/// not count.
class SystemHealth final : public HealthSource {
public:
    explicit SystemHealth(QString dataFolder, QString powerFolder = QStringLiteral("/sys/class/power_supply"));

    /// Of several batteries the emptiest: the device is as good as that.
    [[nodiscard]] Health read() override;

private:
    QString m_dataFolder;
    QString m_powerFolder;
};

}  // namespace muster
