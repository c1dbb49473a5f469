#pragma once
#include "app/cli/code_question.h"
#include "app/cli/control_server.h"
#include "app/cli/device_window.h"
#include "app/cli/headless_door.h"
#include "app/cli/hub_lines.h"
#include "app/cli/node_enrolment.h"
#include "app/cli/paper_press.h"
#include "app/cli/run_options.h"
#include "app/devices/scanner.h"

namespace muster::cli {

/// The composition root of a device: its node, its scanner, its window or its lines, and the door for commands.
///
/// Threading: the main thread. Ends the application's event loop by itself: when a finite source has ended, when the
/// window was closed, or with Exit::Refused if enrolment failed where nobody can try again.
class DeviceRun final : public QObject {
    Q_OBJECT

public:
    DeviceRun(const Console &console, QString data, const RunOptions &options);
    ~DeviceRun() override;

    [[nodiscard]] Status start();

private:
    [[nodiscard]] Status openNode();
    [[nodiscard]] Status checkMembership() const;
    /// Ends the run, with words, if the plan knows nobody of the name given with --as.
    void checkActor();
    /// Shut out, and started with a code to come back as a new device.
    [[nodiscard]] bool isComingBack() const;
    [[nodiscard]] Status openWindow();
    [[nodiscard]] Status openScanner();
    void enrol();
    void onNews(const EnrolmentNews &news);
    /// Prints the code of a typed enrolment; asks about it here where no screen does.
    void compare(const QString &code);
    void beginScanning();
    void scanned(const QByteArray &payload);
    void setTrouble(const QString &code);
    [[nodiscard]] bool isCoordinator() const { return m_options.role == "coordinator"; }
    [[nodiscard]] Status writeShot();

    const Console &m_console;
    DataFolder m_folder;
    const RunOptions &m_options;
    SystemClock m_clock;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<NodeAccess> m_access;
    std::unique_ptr<ControlServer> m_control;
    std::unique_ptr<NodeEnrolment> m_enrolment;
    std::unique_ptr<HubLines> m_hubLines;
    std::unique_ptr<PaperPress> m_paper;
    std::unique_ptr<HeadlessDoor> m_door;
    std::unique_ptr<DeviceWindow> m_window;
    std::unique_ptr<Scanner> m_scanner;
    std::unique_ptr<CodeQuestion> m_question;
    QString m_compared;  ///< The code that was asked about last.
    QString m_trouble;
    bool m_isNewDevice = false;
};

}  // namespace muster::cli
