#include "app/models/face.h"

#include "app/models/qml_types.h"

#include <QFont>
#include <QGuiApplication>
#include <QMutex>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace muster {
namespace {

const QString kioskRole = QStringLiteral("kiosk");
const QString greeterRole = QStringLiteral("greeter");
const QString coordinatorRole = QStringLiteral("coordinator");
const QString counterRole = QStringLiteral("counter");
const QString prizeRole = QStringLiteral("prize");
const QString zoneRole = QStringLiteral("zone");
const QString boardRole = QStringLiteral("board");

/// Collects what Qt complains about while it lives, and passes it on.
class WarningLog {
public:
    WarningLog()
    {
        s_log = this;
        m_previous = qInstallMessageHandler(&WarningLog::handle);
    }
    ~WarningLog()
    {
        qInstallMessageHandler(m_previous);
        s_log = nullptr;
    }
    WarningLog(const WarningLog &) = delete;
    WarningLog &operator=(const WarningLog &) = delete;

    [[nodiscard]] QStringList warnings() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_warnings;
    }

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        if (type == QtWarningMsg || type == QtCriticalMsg) {
            const QMutexLocker lock(&s_log->m_mutex);
            s_log->m_warnings.append(message);
        }
        if (s_log->m_previous) {
            s_log->m_previous(type, context, message);
        }
    }

    static inline WarningLog *s_log = nullptr;
    mutable QMutex m_mutex;
    QStringList m_warnings;
    QtMessageHandler m_previous = nullptr;
};

Stage::Screen screenOf(const QString &role)
{
    return role == greeterRole       ? Stage::GreeterScreen
           : role == coordinatorRole ? Stage::CoordinatorScreen
           : role == counterRole     ? Stage::CounterScreen
           : role == prizeRole       ? Stage::PrizeScreen
           : role == zoneRole        ? Stage::ZoneScreen
           : role == boardRole       ? Stage::BoardScreen
                                     : Stage::KioskScreen;
}

void useFont()
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setHintingPreference(QFont::PreferNoHinting);
    QGuiApplication::setFont(font);
}

}  // namespace

Face::Face(NodePort &node, EnrolmentPort *enrolment, const FaceOptions &options)
    : m_node(node),
      m_role(options.role),
      m_actor(options.actor),
      m_settings(options.settingsFile),
      m_staffMenu(node, m_settings,
                  options.role == kioskRole || options.role == boardRole ? StaffMenu::Reach::Guarded
                                                                         : StaffMenu::Reach::StaffOnly),
      m_translations(m_settings),
      m_sounds(m_settings),
      m_enrolment(enrolment),
      m_worker(node, m_settings,
               options.role == kioskRole || options.role == boardRole ? WorkerController::Reach::Closed
                                                                      : WorkerController::Reach::Open,
               options.actor),
      m_hall(node, m_settings, options.actor),
      m_paper(options.paper, m_settings)
{
    connect(&m_stage, &Stage::previewSinkChanged, this, &Face::previewSinkChanged);
    connect(&m_node, &NodePort::identityChanged, this, &Face::adoptIdentity);
    connect(&m_enrolment, &EnrolmentController::stateChanged, this, &Face::adoptIdentity);
    connect(&m_staffMenu, &StaffMenu::leaveWanted, this, &Face::closed);
    connect(&m_worker, &WorkerController::workerChanged, this, &Face::adoptWorker);
    connect(&m_hall, &HallModel::called, this, [this] {
        if (m_role != kioskRole) {
            m_sounds.play(m_hall.mode() == HallModel::Evacuate ? Meaning::Stop : Meaning::Information);
        }
    });
}

Face::~Face()
{
    m_engine.reset();  // Screens go before what they show.
}

Result<std::unique_ptr<Face>> Face::show(NodePort &node, EnrolmentPort *enrolment, const FaceOptions &options)
{
    if (!roles().contains(options.role)) {
        return fail(ErrorCode::Invalid, QStringLiteral("no screen for the role \"%1\": there are %2")
                                            .arg(options.role, roles().join(QStringLiteral(", "))));
    }
    std::unique_ptr<Face> face(new Face(node, enrolment, options));
    if (const Status loaded = face->load(options); !loaded) {
        return fail(loaded);
    }
    return face;
}

QStringList Face::roles()
{
    return {kioskRole, greeterRole, counterRole, zoneRole, prizeRole, boardRole, coordinatorRole};
}

Status Face::load(const FaceOptions &options)
{
    useFont();
    m_isLanguageGiven = !options.language.isEmpty();
    if (!options.language.isEmpty()) {
        m_settings.setHomeLanguage(options.language);
    }
    if (options.scheme || !m_settings.hasScheme()) {
        m_settings.setScheme(options.scheme.value_or(m_role == coordinatorRole ? Settings::Dark : Settings::Light));
    }
    m_settings.setMotionReduced(options.isMotionReduced || m_settings.isMotionReduced());
    m_settings.setMuted(options.isMuted || m_settings.isMuted());
    makeControllers(options);
    adoptIdentity();
    lend();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));  // The default only since Qt 6.5.
    m_engine->setInitialProperties(
        {{QStringLiteral("width"), options.size.width()}, {QStringLiteral("height"), options.size.height()}});
    m_translations.follow(*m_engine);
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Muster/Ui/Main.qml")));
    m_window =
        m_engine->rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(m_engine->rootObjects().first());
    if (!m_window) {
        return fail(ErrorCode::Storage, QStringLiteral("the screens do not load: reinstall Muster"));
    }
    connect(m_window, &QQuickWindow::visibleChanged, this, [this](bool isVisible) {
        if (!isVisible) {
            Q_EMIT closed();
        }
    });
    options.isFullScreen ? m_window->showFullScreen() : m_window->show();
    QTimer::singleShot(0, &m_sounds, &Sounds::prepare);
    return {};
}

void Face::makeControllers(const FaceOptions &options)
{
    if (m_role == kioskRole) {
        m_kiosk = std::make_unique<KioskController>(m_node, m_settings);
        connect(m_kiosk.get(), &KioskController::isStaffCalledChanged, this, [this] {
            if (m_kiosk->call() == KioskController::Ringing) {
                m_sounds.play(Meaning::Information);
            }
        });
        connect(m_kiosk.get(), &KioskController::told, this, [this](const Answer &answer) {
            m_sounds.play(Meaning::of(answer.outcome));
            Q_EMIT told(answer);
        });
        connect(m_kiosk.get(), &KioskController::idled, &m_settings, &Settings::goHome);
    } else if (m_role == greeterRole) {
        m_greeter = std::make_unique<GreeterController>(m_node, m_settings, options.actor);
        connect(m_greeter.get(), &GreeterController::told, this, [this](const Answer &answer) {
            const bool isCalled = answer.outcome == Outcome::Admitted && answer.guest && !answer.guest->alert.isEmpty();
            m_sounds.play(isCalled ? Meaning::Information : Meaning::of(answer.outcome));
            Q_EMIT told(answer);
        });
        connect(m_greeter->watch(), &StaffAlerts::called, this, [this] { m_sounds.play(Meaning::LookAgain); });
        connect(m_greeter.get(), &GreeterController::called, this, [this] { m_sounds.play(Meaning::Information); });
    } else if (m_role == coordinatorRole) {
        m_coordinator = std::make_unique<CoordinatorModel>(m_node, m_settings, options.actor);
        connect(m_coordinator.get(), &CoordinatorModel::escalated, this, [this] { m_sounds.play(Meaning::LookAgain); });
        m_course = std::make_unique<CourseModel>(m_node, m_settings, options.actor);
    } else {
        makeDesk(options);
    }
}

void Face::makeDesk(const FaceOptions &options)
{
    const auto sound = [this](const Answer &answer) { m_sounds.play(Meaning::of(answer.outcome)); };
    const auto hear = [this](DeskController &desk) {
        connect(desk.alerts(), &StaffAlerts::called, this, [this] { m_sounds.play(Meaning::LookAgain); });
    };
    if (m_role == counterRole) {
        m_counter = std::make_unique<CounterController>(m_node, m_settings, options.actor);
        hear(*m_counter);
        connect(m_counter.get(), &CounterController::told, this, [this, sound](const Answer &answer) {
            if (answer.outcome != Outcome::Done) {
                sound(answer);  // Two rising notes at every press would be a nuisance.
            }
        });
    } else if (m_role == zoneRole) {
        m_zone = std::make_unique<ZoneController>(m_node, m_settings, options.actor);
        hear(*m_zone);
        connect(m_zone.get(), &ZoneController::told, this, [sound](const Answer &answer) {
            if (answer.outcome != Outcome::Done) {
                sound(answer);  // Silent at every tap that went well: both hands are busy.
            }
        });
        connect(m_zone.get(), &ZoneController::called, this, [this] { m_sounds.play(Meaning::LookAgain); });
    } else if (m_role == prizeRole) {
        m_prize = std::make_unique<PrizeController>(m_node, m_settings, options.actor);
        hear(*m_prize);
        connect(m_prize.get(), &PrizeController::told, this, [sound](const Answer &answer) {
            if (answer.outcome != Outcome::Granted) {
                sound(answer);  // Heard when it is in the guest's hands.
            }
        });
    } else if (options.isWall) {
        m_wall = std::make_unique<WallModel>(m_node, m_settings);
    } else {
        m_voice = std::make_unique<ChimeVoice>(m_sounds);
        m_board = std::make_unique<BoardModel>(m_node, m_settings, *m_voice);
    }
}

void Face::adoptIdentity()
{
    const Identity identity = m_node.identity();
    m_settings.adopt(identity.event);
    const QString &planned = identity.event.language;
    const bool isChosen = m_isLanguageGiven || m_settings.hasLanguage();
    if (!isChosen && !planned.isEmpty() && planned != m_settings.homeLanguage()) {
        m_settings.setHomeLanguage(planned);
    }
    const bool isKnown = identity.isEnrolled || m_role == coordinatorRole;
    m_stage.setScreen(!isKnown ? Stage::EnrolmentScreen : m_wall ? Stage::WallScreen : screenOf(m_role));
}

void Face::adoptWorker()
{
    const QString actor = m_worker.code();
    if (actor == m_actor) {
        return;
    }
    m_actor = actor;
    m_hall.setActor(actor);
    if (m_greeter) {
        m_greeter->setActor(actor);
    }
    if (m_coordinator) {
        m_coordinator->setActor(actor);
    }
    for (DeskController *const desk :
         std::initializer_list<DeskController *>{m_course.get(), m_zone.get(), m_counter.get(), m_prize.get()}) {
        if (desk != nullptr) {
            desk->setActor(actor);
        }
    }
}

void Face::lend()
{
    SettingsForQml::instance = &m_settings;
    TranslationsForQml::instance = &m_translations;
    StageForQml::instance = &m_stage;
    StaffMenuForQml::instance = &m_staffMenu;
    TypistForQml::instance = &m_typist;
    EnrolmentForQml::instance = &m_enrolment;
    WorkerForQml::instance = &m_worker;
    HallForQml::instance = &m_hall;
    KioskForQml::instance = m_kiosk.get();
    GreeterForQml::instance = m_greeter.get();
    CoordinatorForQml::instance = m_coordinator.get();
    CourseForQml::instance = m_course.get();
    ZoneLeadForQml::instance = m_zone.get();
    CounterForQml::instance = m_counter.get();
    PrizesForQml::instance = m_prize.get();
    BoardForQml::instance = m_board.get();
    StaffWallForQml::instance = m_wall.get();
    PaperForQml::instance = &m_paper;
}

void Face::scanned(const QByteArray &payload)
{
    if (m_staffMenu.take(payload) || m_worker.take(payload)) {
        return;
    }
    m_staffMenu.close();  // A guest is here.
    switch (m_stage.screen()) {
    case Stage::EnrolmentScreen: m_enrolment.submit(QString::fromUtf8(payload)); break;
    case Stage::KioskScreen: m_kiosk->scanned(payload); break;
    case Stage::GreeterScreen: m_greeter->scanned(payload); break;
    case Stage::PrizeScreen: m_prize->scanned(payload); break;
    case Stage::ZoneScreen: m_zone->scanned(payload); break;
    case Stage::CounterScreen:
    case Stage::BoardScreen:
    case Stage::WallScreen:
    case Stage::CoordinatorScreen: break;
    }
}

void Face::seeing()
{
    if (m_stage.screen() == Stage::KioskScreen) {
        m_kiosk->seeing();
    }
}

void Face::setTrouble(const QString &code)
{
    if (m_kiosk) {
        m_kiosk->setTrouble(code);
    }
}

Status Face::grabTo(const QString &path)
{
    const QImage picture = m_window->grabWindow();
    if (picture.isNull() || !picture.save(path)) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot write the picture %1").arg(path));
    }
    return {};
}

QStringList Face::selfTest(NodePort &node)
{
    const WarningLog log;
    QStringList failures;
    const QString wall = QStringLiteral("wall");  // A board in a staff corner.
    for (const QString &role : roles() + QStringList(wall)) {
        FaceOptions options;
        options.isWall = role == wall;
        options.role = options.isWall ? boardRole : role;
        options.language = QStringLiteral("en");
        options.isMuted = true;
        auto face = Face::show(node, nullptr, options);
        if (!face) {
            failures.append(face.error().detail);
            continue;
        }
        for (const Stage::Screen screen : {(*face)->m_stage.screen(), Stage::EnrolmentScreen}) {
            (*face)->m_stage.setScreen(screen);
            (*face)->m_settings.setLanguage(QStringLiteral("zh"));
            QCoreApplication::processEvents();
            (*face)->m_window->grabWindow();
            (*face)->m_settings.setLanguage(QStringLiteral("en"));
            QCoreApplication::processEvents();
        }
    }
    return failures + log.warnings();
}

}  // namespace muster
