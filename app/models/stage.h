#pragma once
#include <QObject>
#include <QPointer>
#include <QVideoSink>

namespace muster {

/// Which screen this device shows, and where the camera's picture goes.
class Stage : public QObject {
    Q_OBJECT
    Q_PROPERTY(Screen screen READ screen NOTIFY screenChanged FINAL)
    Q_PROPERTY(QVideoSink *previewSink READ previewSink WRITE setPreviewSink NOTIFY previewSinkChanged FINAL)

public:
    enum Screen {
        EnrolmentScreen,
        KioskScreen,
        GreeterScreen,
        CoordinatorScreen,
        CounterScreen,
        PrizeScreen,
        BoardScreen,
        ZoneScreen,
        WallScreen
    };
    Q_ENUM(Screen)

    using QObject::QObject;

    [[nodiscard]] Screen screen() const { return m_screen; }
    [[nodiscard]] QVideoSink *previewSink() const { return m_previewSink; }

    void setScreen(Screen screen)
    {
        if (screen != m_screen) {
            m_screen = screen;
            Q_EMIT screenChanged();
        }
    }
    void setPreviewSink(QVideoSink *sink)
    {
        if (sink != m_previewSink) {
            m_previewSink = sink;
            Q_EMIT previewSinkChanged();
        }
    }

Q_SIGNALS:
    void screenChanged();
    void previewSinkChanged();

private:
    Screen m_screen = KioskScreen;
    QPointer<QVideoSink> m_previewSink;
};

}  // namespace muster
