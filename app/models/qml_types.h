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
#include "app/models/staff_menu.h"
#include "app/models/stage.h"
#include "app/models/translations.h"
#include "app/models/typist.h"
#include "app/models/wall_model.h"
#include "app/models/worker_controller.h"
#include "app/models/zone_controller.h"

#include <QQmlEngine>
#include <qqmlintegration.h>

/// Lends QML the objects that the composition root owns. Each instance is set before the engine starts.
namespace muster {

class QVideoSinkForQml {
    Q_GADGET
    QML_FOREIGN(QVideoSink)
    QML_ANONYMOUS
};

struct SettingsForQml {
    Q_GADGET
    QML_FOREIGN(muster::Settings)
    QML_NAMED_ELEMENT(Settings)
    QML_SINGLETON

public:
    inline static Settings *instance = nullptr;
    static Settings *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Settings", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct TranslationsForQml {
    Q_GADGET
    QML_FOREIGN(muster::Translations)
    QML_NAMED_ELEMENT(Translations)
    QML_SINGLETON

public:
    inline static Translations *instance = nullptr;
    static Translations *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Translations", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct StageForQml {
    Q_GADGET
    QML_FOREIGN(muster::Stage)
    QML_NAMED_ELEMENT(Stage)
    QML_SINGLETON

public:
    inline static Stage *instance = nullptr;
    static Stage *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Stage", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct StaffMenuForQml {
    Q_GADGET
    QML_FOREIGN(muster::StaffMenu)
    QML_NAMED_ELEMENT(StaffMenu)
    QML_SINGLETON

public:
    inline static StaffMenu *instance = nullptr;
    static StaffMenu *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "StaffMenu", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct WorkerForQml {
    Q_GADGET
    QML_FOREIGN(muster::WorkerController)
    QML_NAMED_ELEMENT(Worker)
    QML_SINGLETON

public:
    inline static WorkerController *instance = nullptr;
    static WorkerController *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Worker", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct TypistForQml {
    Q_GADGET
    QML_FOREIGN(muster::Typist)
    QML_NAMED_ELEMENT(Typist)
    QML_SINGLETON

public:
    inline static Typist *instance = nullptr;
    static Typist *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Typist", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct EnrolmentForQml {
    Q_GADGET
    QML_FOREIGN(muster::EnrolmentController)
    QML_NAMED_ELEMENT(Enrolment)
    QML_SINGLETON

public:
    inline static EnrolmentController *instance = nullptr;
    static EnrolmentController *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Enrolment", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct HallForQml {
    Q_GADGET
    QML_FOREIGN(muster::HallModel)
    QML_NAMED_ELEMENT(Hall)
    QML_SINGLETON

public:
    inline static HallModel *instance = nullptr;
    static HallModel *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Hall", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct KioskForQml {
    Q_GADGET
    QML_FOREIGN(muster::KioskController)
    QML_NAMED_ELEMENT(Kiosk)
    QML_SINGLETON

public:
    inline static KioskController *instance = nullptr;
    static KioskController *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Kiosk", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct GreeterForQml {
    Q_GADGET
    QML_FOREIGN(muster::GreeterController)
    QML_NAMED_ELEMENT(Greeter)
    QML_SINGLETON

public:
    inline static GreeterController *instance = nullptr;
    static GreeterController *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Greeter", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct CoordinatorForQml {
    Q_GADGET
    QML_FOREIGN(muster::CoordinatorModel)
    QML_NAMED_ELEMENT(Coordinator)
    QML_SINGLETON

public:
    inline static CoordinatorModel *instance = nullptr;
    static CoordinatorModel *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Coordinator", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct CourseForQml {
    Q_GADGET
    QML_FOREIGN(muster::CourseModel)
    QML_NAMED_ELEMENT(Course)
    QML_SINGLETON

public:
    inline static CourseModel *instance = nullptr;
    static CourseModel *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Course", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct ZoneLeadForQml {
    Q_GADGET
    QML_FOREIGN(muster::ZoneController)
    QML_NAMED_ELEMENT(ZoneLead)
    QML_SINGLETON

public:
    inline static ZoneController *instance = nullptr;
    static ZoneController *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "ZoneLead", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct CounterForQml {
    Q_GADGET
    QML_FOREIGN(muster::CounterController)
    QML_NAMED_ELEMENT(Counter)
    QML_SINGLETON

public:
    inline static CounterController *instance = nullptr;
    static CounterController *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Counter", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct PrizesForQml {
    Q_GADGET
    QML_FOREIGN(muster::PrizeController)
    QML_NAMED_ELEMENT(Prizes)
    QML_SINGLETON

public:
    inline static PrizeController *instance = nullptr;
    static PrizeController *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Prizes", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct BoardForQml {
    Q_GADGET
    QML_FOREIGN(muster::BoardModel)
    QML_NAMED_ELEMENT(Board)
    QML_SINGLETON

public:
    inline static BoardModel *instance = nullptr;
    static BoardModel *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Board", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct StaffWallForQml {
    Q_GADGET
    QML_FOREIGN(muster::WallModel)
    QML_NAMED_ELEMENT(StaffWall)
    QML_SINGLETON

public:
    inline static WallModel *instance = nullptr;
    static WallModel *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "StaffWall", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

struct PaperForQml {
    Q_GADGET
    QML_FOREIGN(muster::PaperDesk)
    QML_NAMED_ELEMENT(Paper)
    QML_SINGLETON

public:
    inline static PaperDesk *instance = nullptr;
    static PaperDesk *create(QQmlEngine *, QJSEngine *)
    {
        Q_ASSERT_X(instance, "Paper", "this role has no such screen");
        QJSEngine::setObjectOwnership(instance, QJSEngine::CppOwnership);
        return instance;
    }
};

}  // namespace muster
