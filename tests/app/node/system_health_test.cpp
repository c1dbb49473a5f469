// Goal: a device says of its battery and disk what the system says, and nothing where that says nothing.
// Method: a folder that looks like /sys/class/power_supply.
#include "app/node/system_health.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QDir>
#include <QFile>

using namespace muster;
using namespace muster::test;

namespace {

void put(const TempDir &folder, const char *supply, std::initializer_list<std::pair<const char *, const char *>> lines)
{
    const auto path = folder.file(QString::fromLatin1(supply));
    REQUIRE(QDir().mkpath(path));
    for (const auto &[name, words] : lines) {
        QFile file(path + QLatin1Char('/') + QLatin1String(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(words);
        file.write("\n");
    }
}

}  // namespace

TEST_CASE("the emptiest battery speaks for the device", "[health]")
{
    const TempDir power;
    const TempDir data;
    SystemHealth system(data.file(QString()), power.file(QString()));
    CHECK_FALSE(system.read().batteryPercent);
    CHECK(system.read().diskFreeMb.value_or(-1) >= 0);
    CHECK_FALSE(system.read().labelsLeft);
    put(power, "AC", {{"type", "Mains"}, {"online", "1"}});
    put(power, "BAT0", {{"type", "Battery"}, {"capacity", "80"}, {"status", "Discharging"}});
    put(power, "BAT1", {{"type", "Battery"}, {"capacity", "35"}, {"status", "Discharging"}});
    put(power, "mouse", {{"type", "Battery"}, {"capacity", "3"}, {"scope", "Device"}, {"status", "Discharging"}});
    put(power, "broken", {{"type", "Battery"}, {"capacity", "?"}});
    CHECK(system.read().batteryPercent == 35);
    CHECK_FALSE(system.read().isCharging);
    put(power, "BAT0", {{"status", "Charging"}});
    CHECK(system.read().isCharging);
}

TEST_CASE("a folder that is not there says nothing", "[health]")
{
    SystemHealth system(QStringLiteral("/nonexistent/data"), QStringLiteral("/nonexistent/power"));
    CHECK(system.read() == Health{});
}
