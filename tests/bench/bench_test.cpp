// Goal: every promise of speed is measured by a program that runs and whose JSON a script can rely on.
// Method: run muster-bench with small sizes and read what it prints; whether a promise holds is not asked here.
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>

using namespace muster;

SCENARIO("the benchmarks run and say all they should", "[bench]")
{
    const test::TempDir dir;
    QProcess bench;
    bench.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    bench.start(QStringLiteral(MUSTER_BENCH), {QStringLiteral("--quick"), QStringLiteral("--dir"), dir.path()});
    REQUIRE(bench.waitForFinished(280'000));
    REQUIRE(bench.exitStatus() == QProcess::NormalExit);
    CHECK(bench.exitCode() == 0);

    QSet<QString> benches;
    QJsonObject summary;
    for (const auto &text : bench.readAllStandardOutput().split('\n')) {
        if (text.isEmpty()) {
            continue;
        }
        INFO(text.toStdString());
        const auto line = QJsonDocument::fromJson(text).object();
        if (line.contains(QStringLiteral("summary"))) {
            summary = line.value(QStringLiteral("summary")).toObject();
            continue;
        }
        CHECK(summary.isEmpty());  // It comes last.
        CHECK(line.value(QStringLiteral("figure")).toDouble() > 0);
        CHECK_FALSE(line.value(QStringLiteral("unit")).toString().isEmpty());
        const bool isPromise = line.value(QStringLiteral("bound")).toString() != QStringLiteral("reported");
        CHECK(line.value(QStringLiteral("limit")).isDouble() == isPromise);
        CHECK(line.value(QStringLiteral("holds")).isBool() == isPromise);
        CHECK(line.contains(QStringLiteral("ratio")));
        benches << line.value(QStringLiteral("bench")).toString();
    }
    const QSet<QString> expected{QStringLiteral("local_decision_1000_p50"),
                                 QStringLiteral("local_decision_1000_p99"),
                                 QStringLiteral("local_decision_10000_p50"),
                                 QStringLiteral("local_decision_10000_p99"),
                                 QStringLiteral("local_decision_growth"),
                                 QStringLiteral("connected_decision_p50"),
                                 QStringLiteral("catch_up"),
                                 QStringLiteral("propagation_200_p50"),
                                 QStringLiteral("propagation_200_p99"),
                                 QStringLiteral("propagation_1000_p50"),
                                 QStringLiteral("propagation_1000_p99"),
                                 QStringLiteral("join"),
                                 QStringLiteral("rejoin"),
                                 QStringLiteral("import"),
                                 QStringLiteral("search_p99_surname"),
                                 QStringLiteral("search_p99_phone_last_4"),
                                 QStringLiteral("search_p99_whole_pinyin"),
                                 QStringLiteral("frame_fast_pass"),
                                 QStringLiteral("frame_full_budget_worst"),
                                 QStringLiteral("people_post_in_p99"),
                                 QStringLiteral("people_incident_note_p99"),
                                 QStringLiteral("people_status_p99"),
                                 QStringLiteral("people_fold_growth")};
    for (const auto &name : expected) {
        INFO(name.toStdString());
        CHECK(benches.contains(name));
    }
    CHECK(summary.value(QStringLiteral("promises")).toInt() >= expected.size() - 2);
    CHECK(summary.value(QStringLiteral("quick")).toBool());
}
