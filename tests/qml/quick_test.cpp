// Goal: what people touch and read behaves as the models say: in a scene, with fingers and keys.
// Method: Qt Quick Test; each tst_*.qml plays with a device of its own (Rig) over a node that answers as told.
#include "core/base/crypto.h"
#include "tests/qml/rig.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest/quicktest.h>

namespace muster::test {

class QuickTestSetup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        initCrypto();
        QGuiApplication::setFont(QFont(QStringLiteral("Noto Sans CJK SC")));
    }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_rig.reset();
        m_rig = std::make_unique<Rig>(*engine);
        engine->rootContext()->setContextProperty(QStringLiteral("rig"), m_rig.get());
    }
    void cleanupTestCase() { m_rig.reset(); }

private:
    std::unique_ptr<Rig> m_rig;
};

}  // namespace muster::test

int main(int argc, char **argv)
{
    QTEST_SET_MAIN_SOURCE_PATH
    qputenv("TZ", "UTC");
    muster::test::QuickTestSetup setup;
    return quick_test_main_with_setup(argc, argv, "quick_tests", MUSTER_SOURCE_DIR "/tests/qml", &setup);
}

#include "quick_test.moc"
