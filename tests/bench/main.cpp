// Measures what the design promises (section 11), each promise in turns with its probe. Prints JSON lines: one a
// figure, then a summary. Exits 0 if all promises hold, 1 if not; with --quick figures are not judged.
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
    Subject{"decision", benchDecision}, Subject{"connected", benchConnected}, Subject{"catch-up", benchCatchUp},
    Subject{"spread", benchSpread},     Subject{"join", benchJoin},           Subject{"import", benchImport},
    Subject{"search", benchSearch},     Subject{"frame", benchFrame},         Subject{"busy", benchBusy},
    Subject{"people", benchPeople},
};

double load()
{
    std::array<double, 3> averages{};
    return getloadavg(averages.data(), int(averages.size())) > 0 ? rounded(averages.front()) : -1;
}

void print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    (void)std::fflush(stdout);
}

/// Counts what held.
struct Summary {
    int promises = 0;
    QJsonArray broken;
    double loadBefore = load();

    void add(const Line &line)
    {
        promises += line.bound == Line::Bound::Reported ? 0 : 1;
        if (!line.holds()) {
            broken.append(line.bench);
        }
    }
    [[nodiscard]] QJsonObject toJson(bool isQuick) const
    {
        return {
            {QStringLiteral("summary"), QJsonObject{{QStringLiteral("promises"), promises},
                                                    {QStringLiteral("hold"), promises - int(broken.size())},
                                                    {QStringLiteral("broken"), broken},
                                                    {QStringLiteral("quick"), isQuick},
                                                    {QStringLiteral("cores"), int(std::thread::hardware_concurrency())},
                                                    {QStringLiteral("load"), QJsonArray{loadBefore, load()}}}}};
    }
};

void run(const Subject &subject, const QString &folder, Scale scale, Summary &summary)
{
    std::fprintf(stderr, "%s …\n", subject.name);
    const double loadBefore = load();
    QElapsedTimer timer;
    timer.start();
    for (auto &line : subject.run(folder, scale)) {
        line.more.insert(QStringLiteral("load"), QJsonArray{loadBefore, load()});
        line.more.insert(QStringLiteral("subject_s"), rounded(double(timer.elapsed()) / 1'000));
        summary.add(line);
        print(line.toJson());
    }
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures Muster's promises of speed; prints JSON lines."));
    parser.addHelpOption();
    const QCommandLineOption json(QStringLiteral("json"),
                                  QStringLiteral("As every program takes it; changes nothing."));
    const QCommandLineOption quick(QStringLiteral("quick"), QStringLiteral("Small sizes: does everything run?"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("This subject only (again for more)."),
                                  QStringLiteral("name"));
    const QCommandLineOption dir(QStringLiteral("dir"), QStringLiteral("Where the databases lie while measured."),
                                 QStringLiteral("folder"), QStringLiteral("."));
    parser.addOptions({json, quick, only, dir});
    parser.process(app);
    initCrypto();

    const auto wanted = parser.values(only);
    for (const auto &name : wanted) {
        if (std::ranges::none_of(subjects, [&](const Subject &s) { return name == QLatin1String(s.name); })) {
            std::fprintf(stderr, "no subject is called %s\n", qPrintable(name));
            return 2;
        }
    }
    Summary summary;
    for (const auto &subject : subjects) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1String(subject.name))) {
            continue;
        }
        const QTemporaryDir folder(parser.value(dir) + QStringLiteral("/muster-bench-XXXXXX"));
        if (!folder.isValid()) {
            std::fprintf(stderr, "no folder can be made in %s\n", qPrintable(parser.value(dir)));
            return 2;
        }
        run(subject, folder.path(), {parser.isSet(quick)}, summary);
    }
    print(summary.toJson(parser.isSet(quick)));
    return summary.broken.isEmpty() || parser.isSet(quick) ? 0 : 1;
}
