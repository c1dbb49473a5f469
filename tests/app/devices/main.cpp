#define CATCH_CONFIG_RUNNER
#include "app/devices/frame_source.h"
#include "core/base/crypto.h"
#include "tests/support/catch.h"
#include "tests/support/qt_hand_overs.h"

#include <QGuiApplication>
#include <QLocale>

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    muster::chooseMediaBackend();
    QLocale::setDefault(QLocale::c());
    const QGuiApplication app(argc, argv);
    muster::test::watchQtHandOvers();
    muster::initCrypto();
    return Catch::Session().run(argc, argv);
}
