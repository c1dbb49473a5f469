#pragma once
#include "core/base/crypto.h"
#include "tests/qml/rig.h"

#include <QFont>
#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlEngine>

namespace muster::test {

/// Gives every tst_*.qml a device of its own.
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
