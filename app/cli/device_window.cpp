#include "app/cli/device_window.h"

#include "app/cli/run_options.h"
#include "app/devices/wedge_filter.h"
#include "app/models/face.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QQuickWindow>

namespace muster::cli {
namespace {

constexpr int windowSideMax = 16'384;

Result<QSize> sizeFrom(const std::string &given, const QSize &otherwise)
{
    if (given.empty()) {
        return otherwise;
    }
    const auto parts = QString::fromStdString(given).split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.isEmpty() || size.width() > windowSideMax || size.height() > windowSideMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("--size wants WIDTHxHEIGHT, such as 1280x800"));
    }
    return size;
}

struct Stroke {
    int key = 0;
    Qt::KeyboardModifiers modifiers;
    QString text;
};

Stroke strokeOf(char32_t letter)
{
    return {letter <= Qt::Key_AsciiTilde ? int(QChar::toUpper(letter)) : 0, Qt::NoModifier,
            QString::fromUcs4(&letter, 1)};
}

Result<Stroke> strokeOf(const QString &name)
{
    const auto sequence = QKeySequence::fromString(name, QKeySequence::PortableText);
    const auto pressed = sequence.isEmpty() ? QKeyCombination(Qt::Key_unknown) : sequence[0];
    const auto key = pressed.key();
    const bool isLetter = key > Qt::Key_Space && key <= Qt::Key_ydiaeresis;
    if (key == Qt::Key_unknown || (isLetter && !pressed.keyboardModifiers().testFlag(Qt::ControlModifier))) {
        return fail(
            ErrorCode::Invalid,
            QStringLiteral("%1 is no key: name keys like F2, Return, Esc, Shift+Tab or Ctrl+P, and give letters with "
                           "--text")
                .arg(name));
    }
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    return Stroke{key, pressed.keyboardModifiers(),
                  isReturn               ? QStringLiteral("\r")
                  : key == Qt::Key_Tab   ? QStringLiteral("\t")
                  : key == Qt::Key_Space ? QStringLiteral(" ")
                                         : QString()};
}

}  // namespace

DeviceWindow::DeviceWindow(std::unique_ptr<Face> face, const Clock &clock)
    : m_face(std::move(face)), m_wedge(std::make_unique<WedgeFilter>(clock))
{
    connect(m_face.get(), &Face::closed, this, &DeviceWindow::closed);
    connect(m_face.get(), &Face::previewSinkChanged, this, &DeviceWindow::previewSinkChanged);
    connect(m_wedge.get(), &WedgeFilter::scanned, this, &DeviceWindow::scanned);
    qGuiApp->installEventFilter(m_wedge.get());
}

DeviceWindow::~DeviceWindow() = default;

Result<std::unique_ptr<DeviceWindow>> DeviceWindow::show(NodePort &node, EnrolmentPort &enrolment, const Clock &clock,
                                                         const QString &settingsFile, const RunOptions &options,
                                                         PaperPort *paper)
{
    FaceOptions face;
    const auto size = sizeFrom(options.size, face.size);
    if (!size) {
        return fail(size);
    }
    face.role = QString::fromStdString(options.role);
    face.actor = QString::fromStdString(options.actor);
    face.language = QString::fromStdString(options.language);
    face.settingsFile = settingsFile;
    face.size = *size;
    face.isFullScreen = options.isFullScreen;
    face.isMuted = options.isMuted;
    face.isWall = options.isWall;
    face.paper = paper;
    auto shown = Face::show(node, &enrolment, face);
    if (!shown) {
        return fail(shown);
    }
    return std::unique_ptr<DeviceWindow>(new DeviceWindow(std::move(*shown), clock));
}

void DeviceWindow::scanned(const QByteArray &payload) { m_face->scanned(payload); }

void DeviceWindow::setTrouble(const QString &code) { m_face->setTrouble(code); }

QVideoSink *DeviceWindow::previewSink() const { return m_face->previewSink(); }

Status DeviceWindow::grabTo(const QString &path) { return m_face->grabTo(path); }

Status DeviceWindow::press(const QString &text, const QStringList &keys)
{
    std::vector<Stroke> strokes;
    for (const auto letter : text.toUcs4()) {
        strokes.push_back(strokeOf(char32_t(letter)));
    }
    for (const auto &name : keys) {
        const auto stroke = strokeOf(name);
        if (!stroke) {
            return fail(stroke);
        }
        strokes.push_back(*stroke);
    }
    auto *const window = m_face->window();
    if (window->activeFocusItem() == nullptr) {
        return fail(ErrorCode::Refused, QStringLiteral("the window has not the keyboard: bring it to the front"));
    }
    for (const auto &stroke : strokes) {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, stroke.key, stroke.modifiers, stroke.text);
            QCoreApplication::sendEvent(window, &event);
        }
    }
    return {};
}

QStringList DeviceWindow::selfTest(NodePort &node) { return Face::selfTest(node); }

}  // namespace muster::cli
