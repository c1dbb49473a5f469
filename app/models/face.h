#pragma once
#include "app/models/board_model.h"
#include "app/models/coordinator_model.h"
#include "app/models/counter_controller.h"
#include "app/models/course_model.h"
#include "app/models/enrolment_controller.h"
#include "app/models/greeter_controller.h"
#include "app/models/hall_model.h"
#include "app/models/kiosk_controller.h"
#include "app/models/paper_desk.h"
#include "app/models/prize_controller.h"
#include "app/models/sounds.h"
#include "app/models/staff_menu.h"
#include "app/models/stage.h"
#include "app/models/translations.h"
#include "app/models/typist.h"
#include "app/models/wall_model.h"
#include "app/models/worker_controller.h"
#include "app/models/zone_controller.h"
#include "core/base/result.h"

#include <QSize>

class QQmlApplicationEngine;
class QQuickWindow;

namespace muster {

struct FaceOptions {
    QString role;                            ///< One of Face::roles().
    QString actor;                           ///< Staff code of who works here; empty: who signed on last, if anybody.
    QString language;                        ///< "zh", "en"; empty: what was kept, else the plan's.
    std::optional<Settings::Scheme> scheme;  ///< Unset: what was kept, else dark for a coordinator, light for others.
    QString settingsFile;                    ///< Empty: nothing is kept.
    QSize size{1280, 800};
    bool isFullScreen = false;
    bool isMotionReduced = false;
    bool isMuted = false;
    bool isWall = false;         ///< A board that hangs in the staff corner of its zone, not before guests.
    PaperPort *paper = nullptr;  ///< None: this device writes no paper.
};

/// The window of a device: its screens, their models and sounds, over a node that it does not own.
///
/// Guarantees: a device that is not enrolled shows how to enrol first, and goes to its role by itself afterwards.
/// Limits: one Face at a time in a process; make it after QGuiApplication, on the UI thread, destroy it before.
class Face : public QObject {
    Q_OBJECT

public:
    /// Fails with Invalid for an unknown role, with Storage if a screen does not load (which is a broken install).
    [[nodiscard]] static Result<std::unique_ptr<Face>> show(NodePort &node, EnrolmentPort *enrolment,
                                                            const FaceOptions &options);
    ~Face() override;
    /// Those that have a screen.
    [[nodiscard]] static QStringList roles();

    /// Routes a code from camera or scanner to the screen that is shown.
    void scanned(const QByteArray &payload);
    /// The scanner sees a code but has not read it yet.
    void seeing();
    /// Camera, printer … of this device fail: a kiosk says so until @p code is empty again.
    void setTrouble(const QString &code);

    /// Where the camera's frames go to be seen; null while no screen shows them. See previewSinkChanged.
    [[nodiscard]] QVideoSink *previewSink() const { return m_stage.previewSink(); }
    [[nodiscard]] KioskController *kiosk() { return m_kiosk.get(); }
    [[nodiscard]] GreeterController *greeter() { return m_greeter.get(); }
    [[nodiscard]] CoordinatorModel *coordinator() { return m_coordinator.get(); }
    [[nodiscard]] CourseModel *course() { return m_course.get(); }
    [[nodiscard]] ZoneController *zone() { return m_zone.get(); }
    [[nodiscard]] CounterController *counter() { return m_counter.get(); }
    [[nodiscard]] PrizeController *prize() { return m_prize.get(); }
    [[nodiscard]] BoardModel *board() { return m_board.get(); }
    [[nodiscard]] EnrolmentController &enrolment() { return m_enrolment; }
    [[nodiscard]] PaperDesk &paper() { return m_paper; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] StaffMenu &staffMenu() { return m_staffMenu; }
    [[nodiscard]] WorkerController &worker() { return m_worker; }
    [[nodiscard]] Sounds &sounds() { return m_sounds; }
    [[nodiscard]] QQuickWindow *window() const { return m_window; }

    /// Writes a picture of the window as it is now; the format follows the name's ending.
    [[nodiscard]] Status grabTo(const QString &path);

    /// Loads the screens of every role once, each in both languages, and says every warning that Qt gave meanwhile.
    [[nodiscard]] static QStringList selfTest(NodePort &node);

Q_SIGNALS:
    void previewSinkChanged();
    void told(const muster::Answer &answer);  ///< For the slip.
    void closed();                            ///< The window was closed, or staff chose to leave.

private:
    Face(NodePort &node, EnrolmentPort *enrolment, const FaceOptions &options);
    [[nodiscard]] Status load(const FaceOptions &options);
    void makeControllers(const FaceOptions &options);
    void makeDesk(const FaceOptions &options);
    void adoptIdentity();
    /// What is done on the screen is the worker's.
    void adoptWorker();
    void lend();

    NodePort &m_node;
    QString m_role;
    QString m_actor;
    Settings m_settings;
    bool m_isLanguageGiven = false;
    StaffMenu m_staffMenu;
    Translations m_translations;
    Sounds m_sounds;
    Stage m_stage;
    Typist m_typist;
    EnrolmentController m_enrolment;
    WorkerController m_worker;
    HallModel m_hall;
    PaperDesk m_paper;
    std::unique_ptr<KioskController> m_kiosk;
    std::unique_ptr<GreeterController> m_greeter;
    std::unique_ptr<CoordinatorModel> m_coordinator;
    std::unique_ptr<CourseModel> m_course;
    std::unique_ptr<ZoneController> m_zone;
    std::unique_ptr<CounterController> m_counter;
    std::unique_ptr<PrizeController> m_prize;
    std::unique_ptr<Voice> m_voice;
    std::unique_ptr<BoardModel> m_board;
    std::unique_ptr<WallModel> m_wall;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

}  // namespace muster
