#include "app/node/system_health.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <algorithm>

namespace muster {
namespace {

constexpr qint64 lineMax = 64;

QString lineOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(lineMax)).trimmed() : QString();
}

}  // namespace

SystemHealth::SystemHealth(QString dataFolder, QString powerFolder)
    : m_dataFolder(std::move(dataFolder)), m_powerFolder(std::move(powerFolder))
{
}

Health SystemHealth::read()
{
    constexpr qint64 mega = 1024 * 1024;
    constexpr int full = 100;
    Health health;
    const QDir supplies(m_powerFolder);
    for (const auto &name : supplies.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto of = [&](const char *what) {
            return lineOf(supplies.filePath(name + QLatin1Char('/') + QLatin1String(what)));
        };
        if (of("type") != QLatin1String("Battery") || of("scope") == QLatin1String("Device")) {
            continue;
        }
        bool isNumber = false;
        const int percent = of("capacity").toInt(&isNumber);
        if (!isNumber || percent < 0) {
            continue;
        }
        health.batteryPercent = std::min({health.batteryPercent.value_or(full), percent, full});
        const auto status = of("status");
        health.isCharging = health.isCharging || status == QLatin1String("Charging") || status == QLatin1String("Full");
    }
    if (const QStorageInfo disk(m_dataFolder); disk.isValid() && disk.isReady()) {
        health.diskFreeMb = disk.bytesAvailable() / mega;
    }
    return health;
}

}  // namespace muster
