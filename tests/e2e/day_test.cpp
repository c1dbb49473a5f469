// Goal: a whole day of the sample, on real processes, ends with one truth: what people did is what every device shows
//       and what the report says, though the hub died at the doors and a zone was alone for hours.
// Method: a hub, a standby and six devices; a clock that is moved from 06:30 to 18:40; every act from the command line,
//         counted by the script itself as it is told; then status, report, digests and journals are read on all.
#include "tests/e2e/played_day.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace muster::test;

namespace {

/// Sums @p key over the rows of @p list.
int sum(const QJsonValue &list, const char *key)
{
    int all = 0;
    for (const auto &value : list.toArray()) {
        all += value.toObject().value(QLatin1String(key)).toInt();
    }
    return all;
}

int standingIn(const QJsonObject &day)
{
    int all = 0;
    for (const auto &post : day.value(q("posts")).toArray()) {
        all += int(post.toObject().value(q("standing")).toArray().size());
    }
    return all;
}

QStringList doneIn(const QJsonValue &tasks)
{
    QStringList done;
    for (const auto &value : tasks.toArray()) {
        const auto task = value.toObject();
        if (task.value(q("state")) == q("done") && task.value(q("kind")) != q("round")) {
            done << task.value(q("code")).toString();
        }
    }
    done.sort();
    return done;
}

/// What `muster status` of every device must show at the end.
void checkStatus(const QJsonObject &day, const Count &count)
{
    CHECK(day.value(q("signed_in")).toInt() == count.signedIn + count.walkIns);
    CHECK(day.value(q("walk_ins")).toInt() == count.walkIns);
    CHECK(headcount(day) == count.persons);
    CHECK(day.value(q("incidents_open")).toInt() == count.incidents - count.incidentsClosed);
    CHECK(standingIn(day) == count.standing);
    CHECK(row(day.value(q("series")), "code", q("A")).value(q("issued")).toInt() == count.signedIn + count.walkIns);
    const auto welcome = row(day.value(q("prizes")), "code", q("welcome"));
    CHECK(welcome.value(q("handed_over")).toInt() == count.handedOver);
    CHECK(welcome.value(q("open")).toInt() == 0);
    CHECK(doneIn(day.value(q("tasks"))).join(u' ') == count.tasksDone.join(u' '));
    CHECK(sum(day.value(q("tasks")), "rounds_done") == count.roundsDone);
    const auto chairs = row(day.value(q("materials")), "code", q("chair"));
    CHECK(chairs.value(q("short")).toInt() == 10);
    CHECK(chairs.value(q("outstanding")).toInt() == 1);  // 600 out, 597 back, 2 missing.
    const auto forms = row(day.value(q("materials")), "code", q("subscription"));
    CHECK(forms.value(q("used")).toInt() == 30);
    CHECK(forms.value(q("void")).toInt() == 1);
    CHECK(forms.value(q("unaccounted")).toInt() == 0);
    CHECK(forms.value(q("disputed")).toArray().isEmpty());
    CHECK(row(day.value(q("materials")), "code", q("contract")).value(q("unaccounted")).toInt() == 10);
    CHECK(row(day.value(q("messages")), "text", q("The doors open at nine")).value(q("read_by")).toInt() == 2);
    CHECK(day.value(q("mode")) == q("normal"));
    CHECK(day.value(q("phase")).toObject().value(q("phase")) == q("close"));
    const auto doors = row(day.value(q("cues")), "code", q("doors"));
    CHECK(doors.value(q("state")) == q("done"));
    CHECK(doors.value(q("override")) == q("as the commander says"));
}

/// All figures of a report, by their keys.
QJsonObject figuresOf(const QJsonObject &report)
{
    QJsonObject figures;
    for (const auto &section : report.value(q("sections")).toArray()) {
        for (const auto &value : section.toObject().value(q("figures")).toArray()) {
            figures.insert(value.toObject().value(q("key")).toString(), value.toObject().value(q("value")));
        }
    }
    return figures;
}

QJsonObject reportOf(const EventRig &rig, const QString &device)
{
    const auto path = rig.folder(device + q("-report.json"));
    CHECK(rig.at(device, {q("report"), q("--out"), path}).exit == 0);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

void checkReport(const QJsonObject &figures, const Count &count)
{
    const std::map<QString, int> wanted{{q("signed_in"), count.signedIn + count.walkIns},
                                        {q("walk_ins"), count.walkIns},
                                        {q("provisional"), count.provisional},
                                        {q("last_present"), count.persons},
                                        {q("served"), count.served},
                                        {q("prizes"), count.handedOver},
                                        {q("prizes_open"), 0},
                                        {q("draws"), 1},
                                        {q("winners"), count.winners},
                                        {q("sales"), count.sales},
                                        {q("merchant_sales"), count.merchantSales},
                                        {q("voided"), 1},
                                        {q("incidents"), count.incidents},
                                        {q("incidents_urgent"), 1},
                                        {q("incidents_open"), count.incidents - count.incidentsClosed},
                                        {q("tasks_done"), int(count.tasksDone.size())},
                                        {q("rounds_done"), count.roundsDone},
                                        {q("materials_missing"), 2},
                                        {q("materials_outstanding"), 1},
                                        {q("serials_unaccounted"), 10},
                                        {q("conflicts_open"), 0}};
    for (const auto &[key, value] : wanted) {
        INFO(key.toStdString() << " in the report: " << figures.value(key).toVariant().toString().toStdString());
        CHECK(figures.value(key).toInt(-1) == value);
    }
    CHECK(figures.value(q("sale_amount")).toString() == QString::number(count.saleAmount, 'f', 2));
}

}  // namespace

SCENARIO("the sample's day over real processes", "[e2e][day]")
{
    PlayedDay played;
    if (!played.canBePlayed()) {
        WARN("skipped: needs the package faketime, and a program without sanitizers");
        return;
    }
    QElapsedTimer took;
    took.start();
    played.setUp();
    played.prepare();
    played.takePosts();
    played.openDoors();
    played.letGuestsIn();
    played.cutZoneOff();
    played.servePeople();
    played.aloneInZone();
    played.noon();
    played.comeBack();
    played.afternoon();
    played.close();
    auto &rig = played.rig();
    rig.mustConverge(everyone(), 0);
    const auto report = figuresOf(reportOf(rig, q("hub")));
    checkReport(report, played.count());
    for (const auto &name : everyone()) {
        INFO(name.toStdString());
        checkStatus(rig.status(name), played.count());
    }
    for (const auto &[incident, entries] : played.count().entries) {
        for (const auto &name : {q("hub"), q("standby"), q("zone-d"), q("zone-e")}) {
            const auto shown = rig.act(name, {q("incident-show"), incident}).json.value(q("entries")).toArray();
            const auto written = std::ranges::count_if(
                shown, [](const QJsonValue &entry) { return !entry.toObject().value(q("generated")).toBool(); });
            CHECK(written == entries);
        }
    }
    // The zone that was alone evaluates the same day.
    CHECK(figuresOf(reportOf(rig, q("zone-e"))) == report);
    WARN("played in " << took.elapsed() / 1'000 << " s");
}
