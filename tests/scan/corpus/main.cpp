// The decode rate on the corpus, degradation by degradation: plain ZXing, ZXing trying harder, Muster's pipeline on
// stills and over short bursts of frames. With --out the pictures are written beside, one PNG a shot, with what they
// encode in payloads.tsv.
#include "tests/scan/corpus/measure.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>

#include <cstdio>

using namespace muster;

namespace {

bool writePictures(const QString &folder, test::Degradation degradation, int shots)
{
    QFile payloads(QDir(folder).filePath(QStringLiteral("payloads.tsv")));
    bool isWritten = QDir().mkpath(folder) && payloads.open(QIODevice::Append);
    for (int i = 1; i <= shots && isWritten; ++i) {
        const auto shot = test::shoot(degradation, quint64(i));
        const auto &picture = shot.picture;
        const QString name = QStringLiteral("%1-%2.png").arg(toString(degradation)).arg(i, 3, 10, QLatin1Char('0'));
        const QImage image(picture.row(0), picture.width(), picture.height(), picture.width(),
                           QImage::Format_Grayscale8);
        isWritten =
            image.save(QDir(folder).filePath(name)) && payloads.write(name.toUtf8() + '\t' + shot.payload + '\n') > 0;
    }
    return isWritten;
}

void printRow(const test::ClassScore &score)
{
    std::printf("%-16s %3d/%d  %3d/%d  %3d/%d (%6.1f ms, p99 %6.1f)  %3d/%d (%5.1f ms, p99 %5.1f)\n",
                qPrintable(toString(score.degradation)), score.plain.right, score.shots, score.plainHarder.right,
                score.shots, score.pipelineStill.right, score.shots, score.pipelineStill.meanMs(),
                score.pipelineStill.p99Ms(), score.pipelineBurst.right, score.bursts, score.pipelineBurst.meanMs(),
                score.pipelineBurst.p99Ms());
}

}  // namespace

int main(int argc, char **argv)
{
    CLI::App app("Decode rates on the scan corpus");
    bool isJson = false;
    std::string out;
    test::Effort effort;
    app.add_flag("--json", isJson, "One JSON line a degradation");
    app.add_option("--out", out, "Also write the pictures into this folder");
    app.add_option("--shots", effort.shots, "Stills of each degradation")->check(CLI::Range(1, 1000));
    app.add_option("--bursts", effort.bursts, "Bursts of each degradation")->check(CLI::Range(0, 1000));
    CLI11_PARSE(app, argc, argv);

    const SystemClock clock;
    if (!isJson) {
        std::printf("%-16s plain  harder  pipeline, stills  pipeline, bursts\n", "");
    }
    for (const auto degradation : test::allDegradations()) {
        if (!out.empty() && !writePictures(QString::fromStdString(out), degradation, effort.shots)) {
            std::fprintf(stderr, "cannot write into %s\n", out.c_str());
            return 1;
        }
        const auto score = measure(degradation, effort, clock);
        if (isJson) {
            std::puts(QJsonDocument(toJson(score)).toJson(QJsonDocument::Compact).constData());
        } else {
            printRow(score);
        }
        (void)std::fflush(stdout);
    }
    return 0;
}
