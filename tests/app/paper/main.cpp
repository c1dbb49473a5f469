#define CATCH_CONFIG_RUNNER
#include "core/base/crypto.h"
#include "tests/support/catch.h"
#include "tests/support/qt_hand_overs.h"

#include <QGuiApplication>
#include <QLocale>

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale::c());
    const QGuiApplication app(argc, argv);
    muster::test::watchQtHandOvers();
    muster::initCrypto();
    return Catch::Session().run(argc, argv);
}
