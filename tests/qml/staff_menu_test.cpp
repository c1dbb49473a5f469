// Goal: the switches of a device are staff's alone, hold after a restart, and a bell never promises what it cannot do.
// Method: menu, settings and kiosk over a node that answers as told; every setting is read back from its file.
#include "app/models/kiosk_controller.h"
#include "app/models/staff_menu.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_day.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

void pass(std::chrono::milliseconds time)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() <= time.count()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

void type(StaffMenu &menu, const char *digits)
{
    for (const QChar digit : QString::fromLatin1(digits)) {
        menu.type(digit);
    }
}

}  // namespace

SCENARIO("a stranger and a member of staff stand at a kiosk", "[models][staff]")
{
    FakeNode node;
    node.setIdentity(sampleIdentity(QStringLiteral("kiosk")));
    Settings settings;
    StaffMenu menu(node, settings, StaffMenu::Reach::Guarded, {60s, 100ms});
    CHECK(menu.pin().isEmpty());  // A kiosk never shows what it asks for.
    CHECK(menu.code().isEmpty());
    menu.ask();
    REQUIRE(menu.state() == StaffMenu::Locked);
    type(menu, "000000");
    CHECK(menu.isWrong());
    CHECK(menu.state() == StaffMenu::Locked);
    type(menu, "471928");
    CHECK(menu.state() == StaffMenu::Open);
    menu.close();
    WHEN("a staff code is scanned")
    {
        CHECK_FALSE(menu.take("L-0042"));
        CHECK(menu.take("muster-staff:999999"));
        CHECK(menu.state() == StaffMenu::Locked);
        CHECK(menu.take("muster-staff:471928"));
        THEN("the right one opens the menu") { CHECK(menu.state() == StaffMenu::Open); }
    }
    WHEN("somebody guesses, by hand or by showing codes")
    {
        for (int i = 0; i < StaffMenu::wrongMax; ++i) {
            CHECK(menu.take("muster-staff:123456"));
        }
        THEN("even the right one waits")
        {
            CHECK(menu.take("muster-staff:471928"));
            CHECK(menu.state() == StaffMenu::Locked);
            pass(150ms);
            CHECK(menu.take("muster-staff:471928"));
            CHECK(menu.state() == StaffMenu::Open);
        }
    }
}

SCENARIO("a greeter opens the menu of their own tablet", "[models][staff]")
{
    FakeNode node;
    node.setIdentity(sampleIdentity(QStringLiteral("greeter")));
    Settings settings;
    StaffMenu menu(node, settings, StaffMenu::Reach::StaffOnly);
    menu.ask();
    CHECK(menu.state() == StaffMenu::Open);
    CHECK(menu.pin() == QStringLiteral("471\u00a0928"));
    CHECK(menu.code() == QStringLiteral("muster-staff:471928"));
}

SCENARIO("a device is set up, restarted, and used by a guest of another language", "[models][staff]")
{
    TempDir folder;
    const QString file = folder.file(QStringLiteral("settings.ini"));
    FakeNode node;
    {
        Settings settings(file);
        CHECK_FALSE(settings.hasLanguage());
        StaffMenu menu(node, settings, StaffMenu::Reach::StaffOnly);
        menu.setLanguage(QStringLiteral("en"));
        menu.setScheme(Settings::HighContrast);
        menu.setMuted(true);
        menu.setNamesHidden(true);
        menu.setCameraSide(Settings::CameraLeft);
        menu.setMotionReduced(true);
        settings.setLanguage(QStringLiteral("zh"));  // A guest's.
        menu.setMuted(true);
    }
    Settings restarted(file);
    CHECK(restarted.hasLanguage());
    CHECK(restarted.language() == QStringLiteral("en"));
    CHECK(restarted.scheme() == Settings::HighContrast);
    CHECK(restarted.isMuted());
    CHECK(restarted.areNamesHidden());
    CHECK(restarted.cameraSide() == Settings::CameraLeft);
    CHECK(restarted.isMotionReduced());
    restarted.setLanguage(QStringLiteral("zh"));
    restarted.goHome();
    CHECK(restarted.language() == QStringLiteral("en"));
}

SCENARIO("a guest reads in another language and leaves", "[models][kiosk]")
{
    FakeNode node;
    Settings settings;
    KioskTiming timing;
    timing.idle = 120ms;
    KioskController kiosk(node, settings, timing);
    QSignalSpy idled(&kiosk, &KioskController::idled);
    pass(200ms);
    idled.clear();
    settings.setLanguage(QStringLiteral("en"));
    pass(60ms);
    CHECK(idled.isEmpty());  // Who chose it is given time to read,
    pass(150ms);
    CHECK(idled.size() == 1);  // and then the next one's turn begins.
}

SCENARIO("the camera of a kiosk breaks while its disk is full", "[models][kiosk]")
{
    FakeNode node;
    Settings settings;
    KioskController kiosk(node, settings);
    kiosk.setTrouble(QStringLiteral("camera"));
    CHECK(kiosk.troubleCode() == QStringLiteral("camera"));
    node.failStorage();
    CHECK(kiosk.troubleCode() == QStringLiteral("disk"));
    kiosk.setTrouble({});
    CHECK(kiosk.state() == KioskController::OutOfOrder);
    node.recoverStorage();
    CHECK(kiosk.state() == KioskController::Ready);
}
