#define CATCH_CONFIG_RUNNER
#include "core/base/crypto.h"
#include "tests/support/catch.h"
#include "tests/support/qt_hand_overs.h"

#include <QCoreApplication>
#include <QHashSeed>
#include <QLocale>

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QHashSeed::setDeterministicGlobalSeed();
    QLocale::setDefault(QLocale::c());
    QCoreApplication app(argc, argv);
    muster::test::watchQtHandOvers();
    muster::initCrypto();
    return Catch::Session().run(argc, argv);
}
