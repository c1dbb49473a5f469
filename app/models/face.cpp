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
      m_settings(options.settingsFile),
      m_staffMenu(node, m_settings,
                  options.role == kioskRole ? StaffMenu::Reach::Guarded : StaffMenu::Reach::StaffOnly),
      m_translations(m_settings),
      m_sounds(m_settings),
      m_enrolment(enrolment)
{
    connect(&m_stage, &Stage::previewSinkChanged, this, &Face::previewSinkChanged);
    connect(&m_node, &NodePort::identityChanged, this, &Face::adoptIdentity);
    connect(&m_enrolment, &EnrolmentController::stateChanged, this, &Face::adoptIdentity);
    connect(&m_staffMenu, &StaffMenu::leaveWanted, this, &Face::closed);
}

Face::~Face()
{
    m_engine.reset();  // Screens go before what they show.
}

Result<std::unique_ptr<Face>> Face::show(NodePort &node, EnrolmentPort *enrolment, const FaceOptions &options)
{
    if (options.role != kioskRole && options.role != greeterRole && options.role != coordinatorRole) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("no screen for the role \"%1\": kiosk, greeter or coordinator").arg(options.role));
    }
    std::unique_ptr<Face> face(new Face(node, enrolment, options));
    if (const Status loaded = face->load(options); !loaded) {
        return fail(loaded);
    }
    return face;
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
        connect(m_greeter.get(), &GreeterController::called, this, [this] { m_sounds.play(Meaning::Information); });
    } else {
        m_coordinator = std::make_unique<CoordinatorModel>(m_node, m_settings, options.actor);
        connect(m_coordinator.get(), &CoordinatorModel::escalated, this, [this] { m_sounds.play(Meaning::LookAgain); });
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
    m_stage.setScreen(isKnown ? screenOf(m_role) : Stage::EnrolmentScreen);
}

void Face::lend()
{
    SettingsForQml::instance = &m_settings;
    TranslationsForQml::instance = &m_translations;
    StageForQml::instance = &m_stage;
    StaffMenuForQml::instance = &m_staffMenu;
    TypistForQml::instance = &m_typist;
    EnrolmentForQml::instance = &m_enrolment;
    KioskForQml::instance = m_kiosk.get();
    GreeterForQml::instance = m_greeter.get();
    CoordinatorForQml::instance = m_coordinator.get();
}

void Face::scanned(const QByteArray &payload)
{
    if (m_staffMenu.take(payload)) {
        return;
    }
    m_staffMenu.close();  // A guest is here.
    switch (m_stage.screen()) {
    case Stage::EnrolmentScreen: m_enrolment.submit(QString::fromUtf8(payload)); break;
    case Stage::KioskScreen: m_kiosk->scanned(payload); break;
    case Stage::GreeterScreen: m_greeter->scanned(payload); break;
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
    for (const QString &role : {kioskRole, greeterRole, coordinatorRole}) {
        FaceOptions options;
        options.role = role;
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
