// Measures what the design promises (section 11), each promise in turns with its probe. Prints one JSON document with
// --json, else a line a promise. Exits 0 if all are met, 1 if not.
#include "core/base/crypto.h"
#include "tests/bench/lines.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace muster;
using namespace muster::bench;

namespace {

struct Subject {
    const char *name;
    std::vector<Line> (*run)(const QString &folder, Scale scale);
};

constexpr std::array subjects{
    Subject{"decision", benchDecision},
    Subject{"catch-up", benchCatchUp},
};

double load()
{
    std::array<double, 3> averages{};
    return getloadavg(averages.data(), int(averages.size())) > 0 ? rounded(averages.front()) : -1;
}

QJsonObject toJson(const Line &line)
{
    QJsonObject json{{QStringLiteral("name"), line.name},
                     {QStringLiteral("target"), line.target},
                     {QStringLiteral("figures"), line.figures},
                     {QStringLiteral("met"), line.isMet}};
    if (!line.probe.isEmpty()) {
        json.insert(QStringLiteral("probe"), line.probe);
    }
    if (line.ratio) {
        json.insert(QStringLiteral("ratio"), *line.ratio);
    }
    if (!line.more.isEmpty()) {
        json.insert(QStringLiteral("more"), line.more);
    }
    return json;
}

QString words(const Line &line)
{
    const auto compact = [](const QJsonObject &object) {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    QString text =
        QStringLiteral("%1 %2\n    ours   %3\n")
            .arg(line.isMet ? QStringLiteral("met  ") : QStringLiteral("SHORT"), line.name, compact(line.figures));
    if (!line.probe.isEmpty()) {
        text += QStringLiteral("    probe  %1\n").arg(compact(line.probe));
    }
    if (line.ratio) {
        text += QStringLiteral("    ratio  %1\n").arg(*line.ratio);
    }
    return text + QStringLiteral("    target %1\n").arg(line.target) +
           (line.more.isEmpty() ? QString() : QStringLiteral("    more   %1\n").arg(compact(line.more)));
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures Muster's promises of speed."));
    parser.addHelpOption();
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Print one JSON document."));
    const QCommandLineOption quick(QStringLiteral("quick"), QStringLiteral("Small sizes: does everything run?"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("One subject only."), QStringLiteral("name"));
    const QCommandLineOption dir(QStringLiteral("dir"), QStringLiteral("Where the databases lie while measured."),
                                 QStringLiteral("folder"), QStringLiteral("."));
    parser.addOptions({json, quick, only, dir});
    parser.process(app);
    initCrypto();

    QJsonArray lines;
    bool areAllMet = true;
    bool isAnyRun = false;
    const double loadBefore = load();
    for (const auto &subject : subjects) {
        if (parser.isSet(only) && parser.value(only) != QLatin1String(subject.name)) {
            continue;
        }
        isAnyRun = true;
        const QTemporaryDir folder(parser.value(dir) + QStringLiteral("/muster-bench-XXXXXX"));
        if (!folder.isValid()) {
            std::fprintf(stderr, "no folder can be made in %s\n", qPrintable(parser.value(dir)));
            return 2;
        }
        const double loadThen = load();
        QElapsedTimer timer;
        timer.start();
        for (const auto &line : subject.run(folder.path(), {parser.isSet(quick)})) {
            auto object = toJson(line);
            object.insert(QStringLiteral("load"), QJsonArray{loadThen, load()});
            object.insert(QStringLiteral("subject_s"), rounded(double(timer.elapsed()) / 1'000));
            areAllMet = areAllMet && line.isMet;
            lines.append(object);
            if (!parser.isSet(json)) {
                std::fputs(qPrintable(words(line)), stdout);
                std::fflush(stdout);
            }
        }
    }
    if (!isAnyRun) {
        std::fprintf(stderr, "no subject is called %s\n", qPrintable(parser.value(only)));
        return 2;
    }
    if (parser.isSet(json)) {
        const QJsonObject document{
            {QStringLiteral("lines"), lines},
            {QStringLiteral("quick"), parser.isSet(quick)},
            {QStringLiteral("met"), areAllMet},
            {QStringLiteral("machine"), QJsonObject{{QStringLiteral("cores"), int(std::thread::hardware_concurrency())},
                                                    {QStringLiteral("load_before"), loadBefore},
                                                    {QStringLiteral("load_after"), load()}}}};
        std::puts(QJsonDocument(document).toJson(QJsonDocument::Compact).constData());
    }
    return areAllMet ? 0 : 1;
}
