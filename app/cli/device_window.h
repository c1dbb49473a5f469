#pragma once
#include "app/models/enrolment_port.h"
#include "app/node/port.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QVideoSink>

#include <memory>

namespace muster {
class Face;
class PaperPort;
class WedgeFilter;
}  // namespace muster

namespace muster::cli {

struct RunOptions;

/// A device's window, with the keyboard scanner that is typed into it.
///
/// Threading: the main thread. Owns neither node nor enrolment nor clock.
class DeviceWindow final : public QObject {
    Q_OBJECT

public:
    /// Invalid for an option that makes no window; Storage if the screens do not load.
    [[nodiscard]] static Result<std::unique_ptr<DeviceWindow>> show(NodePort &node, EnrolmentPort &enrolment,
                                                                    const Clock &clock, const QString &settingsFile,
                                                                    const RunOptions &options, PaperPort *paper);
    ~DeviceWindow() override;

    void scanned(const QByteArray &payload);
    [[nodiscard]] QVideoSink *previewSink() const;
    /// The camera fails (@p code), or is well again (empty).
    void setTrouble(const QString &code);
    [[nodiscard]] Status grabTo(const QString &path);
    /// Types @p text, then presses @p keys (Qt's names: F2, Return, Shift+Tab), as a keyboard or a wedge scanner does.
    /// Invalid for a name that is no key; Refused while no item of the window has the keyboard.
    [[nodiscard]] Status press(const QString &text, const QStringList &keys);
    /// Every screen once; what Qt complained about.
    [[nodiscard]] static QStringList selfTest(NodePort &node);

Q_SIGNALS:
    void previewSinkChanged();
    void closed();

private:
    DeviceWindow(std::unique_ptr<Face> face, const Clock &clock);

    std::unique_ptr<Face> m_face;
    std::unique_ptr<WedgeFilter> m_wedge;
};

}  // namespace muster::cli
