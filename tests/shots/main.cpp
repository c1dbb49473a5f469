// Renders every screen in every state, and every printed page, to PNG files, for eyes: muster-shots --out DIR [--only
// WORDS].
#include "core/base/crypto.h"
#include "tests/shots/paper_pages.h"
#include "tests/shots/scenes.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication app(argc, argv);
    muster::initCrypto();
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Renders every screen of Muster in every state to PNG files."));
    parser.addHelpOption();
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Folder for the pictures."),
                                 QStringLiteral("dir"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Only names that contain this."),
                                  QStringLiteral("words"));
    parser.addOptions({out, only});
    parser.process(app);
    if (!parser.isSet(out) || !QDir().mkpath(parser.value(out))) {
        std::fprintf(stderr, "Say a folder that can be written: --out DIR\n");
        return 2;
    }
    int failures = 0;
    int pictures = 0;
    for (const muster::test::Scene &scene : muster::test::scenes()) {
        if (!scene.name.contains(parser.value(only))) {
            continue;
        }
        const auto saved = muster::test::shoot(scene, parser.value(out));
        ++pictures;
        if (!saved) {
            ++failures;
            std::fprintf(stderr, "%s: %s\n", qPrintable(scene.name), qPrintable(saved.error().detail));
        }
    }
    const int pages = muster::test::shootPaper(parser.value(out), parser.value(only));
    pictures += std::max(pages, 0);
    failures += pages < 0 ? 1 : 0;
    std::printf("%d pictures, %d failures\n", pictures, failures);
    return failures == 0 ? 0 : 1;
}
