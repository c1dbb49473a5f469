#include "app/cli/device_run.h"

#include "app/cli/command_line.h"
#include "app/cli/termination.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonDocument>

namespace muster::cli {
namespace {

struct Listening {
    QHostAddress address{QHostAddress::Any};
    quint16 port = Node::defaultPort;
};

Result<Listening> listeningFrom(const std::string &given)
{
    Listening listening;
    if (given.empty()) {
        return listening;
    }
    const auto where = text(given);
    const auto colon = where.lastIndexOf(QLatin1Char(':'));
    auto host = where.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'))) {
        host = host.mid(1, host.size() - 2);
    }
    bool isNumber = false;
    listening.port = where.mid(colon + 1).toUShort(&isNumber);
    if (!isNumber || (!host.isEmpty() && host != QLatin1String("*") && !listening.address.setAddress(host))) {
        return fail(ErrorCode::Invalid, QStringLiteral("--listen wants ADDR:PORT, such as 0.0.0.0:4711"));
    }
    return listening;
}

}  // namespace

DeviceRun::DeviceRun(const Console &console, QString data, const RunOptions &options)
    : m_console(console), m_folder(std::move(data)), m_options(options)
{
}

DeviceRun::~DeviceRun()
{
    m_scanner.reset();
    m_control.reset();
    m_window.reset();
}

Status DeviceRun::start()
{
    for (const auto step : {&DeviceRun::openNode, &DeviceRun::openWindow, &DeviceRun::openScanner}) {
        if (const auto done = (this->*step)(); !done) {
            return done;
        }
    }
    checkActor();
    if (isCoordinator() && m_node->identity().isEnrolled && !isComingBack()) {
        m_hubLines = std::make_unique<HubLines>(m_console, *m_node, m_folder.path());
        m_hubLines->setOpening(m_options.isHeadless || m_options.isAutoApproving);
    } else if (!m_node->identity().isEnrolled || isComingBack()) {
        enrol();
    } else {
        beginScanning();
    }
    if (m_node->identity().isShutOut && !isComingBack()) {
        m_console.note(QStringLiteral("this device was shut out by the coordinator: start it with --enrol and a new "
                                      "code, and it comes back as a new device"));
    }
    return {};
}

Status DeviceRun::openNode()
{
    const auto listening = listeningFrom(m_options.listen);
    if (!listening) {
        return fail(listening);
    }
    if (isAnswering(m_folder)) {
        return fail(ErrorCode::Refused,
                    QStringLiteral("another Muster runs on %1: use it, or close it first").arg(m_folder.path()));
    }
    if (!isCoordinator() || !m_options.enrolUri.empty()) {
        if (const auto prepared = m_folder.prepare(); !prepared) {
            return prepared;
        }
    }
    Node::Options options;
    options.dataFolder = m_folder.path();
    options.role = text(m_options.role);
    options.name = text(m_options.name);
    options.station = text(m_options.station);
    options.listenAddress = listening->address;
    options.listenPort = listening->port;
    options.isAutoApproving = m_options.isAutoApproving;
    auto node = Node::open(options);
    if (!node) {
        return fail(node);
    }
    m_node = std::move(*node);
    if (const auto right = checkMembership(); !right) {
        return right;
    }
    m_enrolment = std::make_unique<NodeEnrolment>(*m_node);
    m_access = std::make_unique<NodeAccess>(*m_node, [this] { return m_window.get(); });
    if (isCoordinator()) {
        m_paper = std::make_unique<PaperPress>(*m_access, *m_node, m_folder);
        connect(m_paper.get(), &PaperPort::missed, this, [this](const PaperNews &news) {
            m_console.note(QStringLiteral("no paper of this hour: ") + news.reason);
        });
    }
    auto control = ControlServer::listen(m_folder, *m_access);
    if (!control) {
        return fail(control);
    }
    m_control = std::move(*control);
    connect(m_node.get(), &Node::enrolmentNews, this, &DeviceRun::onNews);
    return {};
}

bool DeviceRun::isComingBack() const { return m_node->identity().isShutOut && !m_options.enrolUri.empty(); }

Status DeviceRun::checkMembership() const
{
    const auto identity = m_node->identity();
    if (isCoordinator() && !identity.isEnrolled && m_options.enrolUri.empty()) {
        return fail(
            ErrorCode::NotFound,
            QStringLiteral("%1 holds no event: make one with muster event new, name its folder with --data, or join "
                           "another coordinator's with --enrol")
                .arg(m_folder.path()));
    }
    if (identity.isEnrolled && !isComingBack() && identity.role != text(m_options.role)) {
        return fail(
            ErrorCode::Refused,
            QStringLiteral("this device was enrolled as a %1: run muster %1, or enrol another folder (--data) as "
                           "a %2")
                .arg(identity.role, text(m_options.role)));
    }
    return {};
}

void DeviceRun::checkActor()
{
    const auto actor = text(m_options.actor);
    const auto isKnown = std::make_shared<bool>(true);
    m_access->call(
        [actor, isKnown](LocalDevice &local) {
            // A device that is new has no plan yet: its acts are refused with words, once it has.
            const auto staff = actor.isEmpty() ? std::vector<StaffMember>() : local.device().setup().staff;
            *isKnown = staff.empty() || std::ranges::find(staff, actor, &StaffMember::code) != staff.end();
        },
        [this, actor, isKnown] {
            if (!*isKnown) {
                QCoreApplication::exit(m_console.finish(errorReply(
                    {ErrorCode::NotFound,
                     QStringLiteral("the plan knows no member of staff %1: see its sheet of staff").arg(actor)})));
            }
        });
}

Status DeviceRun::openWindow()
{
    if (m_options.isHeadless) {
        m_door = std::make_unique<HeadlessDoor>(m_console, *m_node);
        connect(m_door.get(), &HeadlessDoor::ended, this, [this] {
            if (!m_options.isStaying) {
                QCoreApplication::quit();
            }
        });
        return {};
    }
    auto window = DeviceWindow::show(*m_node, *m_enrolment, m_clock, m_folder.settingsFile(), m_options, m_paper.get());
    if (!window) {
        return fail(window);
    }
    m_window = std::move(*window);
    connect(m_window.get(), &DeviceWindow::closed, qGuiApp, &QCoreApplication::quit);
    connect(qGuiApp, &QCoreApplication::aboutToQuit, this, [this] {
        if (const auto written = writeShot(); !written) {
            m_console.note(written.error().detail);
        }
    });
    return {};
}

Status DeviceRun::writeShot()
{
    if (m_options.shots.empty()) {
        return {};
    }
    const QDir folder(text(m_options.shots));
    if (!folder.mkpath(QStringLiteral("."))) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot make the folder %1").arg(folder.path()));
    }
    return m_window->grabTo(folder.filePath(text(m_options.role) + QStringLiteral(".png")));
}

Status DeviceRun::openScanner()
{
    if (isCoordinator() || !hasFrames(m_options)) {
        return {};
    }
    auto source = openFrameSource(m_options.frames.empty() ? QStringLiteral("camera") : text(m_options.frames));
    if (!source) {
        return fail(source);
    }
    m_scanner = std::make_unique<Scanner>(m_clock, std::move(*source));
    connect(m_scanner.get(), &Scanner::scanned, this, [this](const QByteArray &payload) {
        setTrouble({});
        scanned(payload);
    });
    connect(m_scanner.get(), &Scanner::failed, this, [this](const QString &reason) {
        m_console.note(reason);
        if (isCamera(m_options)) {
            setTrouble(QStringLiteral("camera"));
        }
    });
    connect(m_scanner.get(), &Scanner::stalled, this, [this] { setTrouble(QStringLiteral("camera")); });
    connect(m_scanner.get(), &Scanner::resumed, this, [this] { setTrouble({}); });
    if (m_door) {
        connect(m_scanner.get(), &Scanner::ended, m_door.get(), &HeadlessDoor::finish);
    }
    if (m_window) {
        connect(m_window.get(), &DeviceWindow::previewSinkChanged, this,
                [this] { m_scanner->setPreview(m_window->previewSink()); });
        m_scanner->setPreview(m_window->previewSink());
    }
    return {};
}

void DeviceRun::enrol()
{
    if (m_window) {
        beginScanning();  // The screen shows how: the coordinator's code is scanned like any other.
    }
    if (!m_options.enrolUri.empty()) {
        m_node->enrol(text(m_options.enrolUri));
    } else if (m_options.isHeadless) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                QCoreApplication::exit(m_console.finish(
                    errorReply({ErrorCode::Refused,
                                QStringLiteral("this device belongs to no event yet: start it with --enrol and "
                                               "the coordinator's code")})));
            },
            Qt::QueuedConnection);
    }
}

void DeviceRun::onNews(const EnrolmentNews &news)
{
    if (m_question && news.kind != EnrolmentNews::Kind::Comparing) {
        m_question->takeBack();
    }
    switch (news.kind) {
    case EnrolmentNews::Kind::Comparing: compare(news.code); break;
    case EnrolmentNews::Kind::Waiting: {
        const QJsonObject json{{QStringLiteral("enrolment"), QStringLiteral("waiting")},
                               {QStringLiteral("code"), news.code}};
        m_console.note(m_console.isJson()
                           ? QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))
                           : QStringLiteral("waiting for the coordinator; both screens must show %1").arg(news.code));
        break;
    }
    case EnrolmentNews::Kind::Enrolled:
        m_isNewDevice = true;
        if (isCoordinator()) {
            m_hubLines = std::make_unique<HubLines>(m_console, *m_node, m_folder.path());
            m_hubLines->setOpening(m_options.isHeadless || m_options.isAutoApproving);
        }
        if (m_options.isHeadless) {
            beginScanning();
        }
        m_node->reportTrouble(m_trouble);  // What was said before nobody could hear.
        break;
    case EnrolmentNews::Kind::Failed:
        if (m_options.isHeadless) {
            QCoreApplication::exit(m_console.finish(errorReply({ErrorCode::Refused, news.words})));
        } else {
            m_console.note(news.words);
        }
        break;
    }
}

void DeviceRun::compare(const QString &code)
{
    m_compared = code;
    m_console.line({{QStringLiteral("compare"), code}}, QStringLiteral("compare: ") + code);
    if (!m_options.isHeadless) {
        return;  // The screen asks.
    }
    const auto words = QStringLiteral("Does the coordinator show the same? [y/n]");
    m_console.note(words);
    if (!m_question) {
        m_question = std::make_unique<CodeQuestion>();
        connect(m_question.get(), &CodeQuestion::misunderstood, this, [this, words] { m_console.note(words); });
        connect(m_question.get(), &CodeQuestion::answered, this,
                [this](bool isSame) { isSame ? m_node->confirmCode(m_compared) : m_node->denyCode(); });
    }
    m_question->ask();
}

void DeviceRun::beginScanning()
{
    if (!m_scanner) {
        return;
    }
    if (m_door && !isCamera(m_options)) {
        m_door->whenReady(m_isNewDevice, [this] { m_scanner->start(); });
    } else {
        m_scanner->start();
    }
}

void DeviceRun::scanned(const QByteArray &payload)
{
    if (m_window) {
        m_window->scanned(payload);
    } else if (m_door) {
        m_door->scanned(payload);
    }
}

void DeviceRun::setTrouble(const QString &code)
{
    if (m_trouble != code) {
        m_trouble = code;
        m_node->reportTrouble(code);
        if (m_window) {
            m_window->setTrouble(code);
        }
    }
}

int runDevice(const Console &console, const QString &data, const RunOptions &options)
{
    const Termination termination;
    DeviceRun run(console, data, options);
    if (const auto started = run.start(); !started) {
        return console.finish(errorReply(started.error()));
    }
    return QCoreApplication::exec();
}

}  // namespace muster::cli
