// Goal: what people touch and read behaves as the models say: in a scene, with fingers and keys.
// Method: Qt Quick Test; each tst_*.qml plays with a device of its own (Rig) over a node that answers as told.
#include "tests/qml/quick_test_setup.h"

#include <QtQuickTest/quicktest.h>

int main(int argc, char **argv)
{
    QTEST_SET_MAIN_SOURCE_PATH
    qputenv("TZ", "UTC");
    muster::test::QuickTestSetup setup;
    return quick_test_main_with_setup(argc, argv, "quick_tests", MUSTER_SOURCE_DIR "/tests/qml", &setup);
}
