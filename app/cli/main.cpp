#include "app/cli/command_line.h"
#include "app/cli/device_caller.h"
#include "app/cli/run_options.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdio>

using namespace muster;
using namespace muster::cli;

namespace {

/// A windowed run without a display must not die in Qt's own words.
bool isDisplayThere()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY") ||
           qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

Error noDisplay()
{
    return {ErrorCode::Refused,
            QStringLiteral("there is no display to show a window on: start it in a desktop session, "
                           "name a platform with QT_QPA_PLATFORM, or run it with --headless")};
}

bool s_isJson = false;

/// Qt ends the process when a display cannot be opened; this says so first. Only while the application is made.
void onFatal(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) {
        const Console console(s_isJson);
        console.note(message);
        std::_Exit(console.finish(errorReply(noDisplay())));
    }
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool isWindowed, bool needsGraphics)
{
    if (!isWindowed && !needsGraphics) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    if (!isWindowed) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const auto previous = qInstallMessageHandler(&onFatal);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(previous);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    return application;
}

}  // namespace

int main(int argc, char **argv)
{
    QStringList args;
    for (int i = 1; i < argc; ++i) {
        args << QString::fromLocal8Bit(argv[i]);
    }
    CommandLine line(QDir::currentPath());
    const auto stop = line.parse(args);
    const Console console(line.isJson());
    s_isJson = line.isJson();
    if (stop) {
        return console.finish(*stop);
    }
    const auto *device = std::get_if<AsDevice>(&line.chosen());
    const auto *here = std::get_if<Here>(&line.chosen());
    const auto *at = std::get_if<AtDevice>(&line.chosen());
    const bool isWindowed = device != nullptr && !device->options->isHeadless;
    const bool needsGraphics =
        device != nullptr || (here != nullptr && here->needsGraphics) || (at != nullptr && at->needsGraphics);
    if (isWindowed && !isDisplayThere()) {
        return console.finish(errorReply(noDisplay()));
    }
    // Qt takes its own options out of the line; ours were read before.
    int qtArgc = 1;
    const auto application = makeApplication(qtArgc, argv, isWindowed, needsGraphics);
    QCoreApplication::setApplicationName(QStringLiteral("muster"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MUSTER_VERSION));
    initCrypto();
    if (device != nullptr) {
        return runDevice(console, line.data(), *device->options);
    }
    if (here != nullptr) {
        return here->run(console);
    }
    const auto reply = DeviceCaller(line.data()).call(args);  // The folder is free before a slow reader has it all.
    return console.finish(reply);
}
