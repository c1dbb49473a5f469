// Goal: a whole day of the sample, on real processes, ends with one truth: what people did is what every device shows
//       and what the report says, though the hub died at the doors and a zone was alone for hours.
// Method: a hub, a standby and six devices; a clock that is moved from 06:30 to 17:45, with a rehearsal that is reset
//         before the doors; every act from the command line, counted by the script itself as it is told; then status,
//         report, digests, journals and files are read on all.
#include "tests/e2e/played_day.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace muster::test;

namespace {

/// What was lent, and who came.
void checkPeople(const QJsonObject &day, const Count &count)
{
    CHECK(standingIn(day) == count.standing);
    int helpers = 0;
    int lent = 0;
    for (const auto &value : day.value(q("staff")).toObject().value(q("people")).toArray()) {
        helpers += value.toObject().value(q("helper")).toBool() ? 1 : 0;
        lent += int(value.toObject().value(q("gear")).toArray().size());
    }
    CHECK(helpers == count.helpers);
    CHECK(lent == int(count.gearOut.size()));
    const auto west = row(day.value(q("assembly")), "place", q("west"));
    CHECK(west.value(q("present")).toInt() == count.seenOutside);
    CHECK(west.value(q("missing")).toInt(-1) == 0);
    CHECK(modeOf(day, q("D")) == q("normal"));
    CHECK(row(day.value(q("units")), "code", q("1-0301")).value(q("phase")) == q("signed"));
    CHECK(row(day.value(q("units")), "code", q("1-0302")).value(q("phase")) == q("subscribed"));
}

void checkStores(const QJsonObject &day)
{
    const auto chairs = row(day.value(q("materials")), "code", q("chair"));
    CHECK(chairs.value(q("short")).toInt() == 10);
    CHECK(chairs.value(q("outstanding")).toInt() == 1);  // 600 out, 597 back, 2 missing.
    const auto forms = row(day.value(q("materials")), "code", q("subscription"));
    CHECK(forms.value(q("used")).toInt() == 30);
    CHECK(forms.value(q("void")).toInt() == 1);
    CHECK(forms.value(q("unaccounted")).toInt() == 0);
    CHECK(forms.value(q("disputed")).toArray().isEmpty());
    CHECK(row(day.value(q("materials")), "code", q("contract")).value(q("unaccounted")).toInt() == 10);
}

/// What `muster status` of every device must show at the end.
void checkStatus(const QJsonObject &day, const Count &count)
{
    CHECK(day.value(q("signed_in")).toInt() == count.signedIn + count.walkIns);
    CHECK(day.value(q("walk_ins")).toInt() == count.walkIns);
    CHECK(headcount(day) == count.persons);
    CHECK(day.value(q("incidents_open")).toInt() == count.incidents - count.incidentsClosed);
    CHECK(row(day.value(q("series")), "code", q("A")).value(q("issued")).toInt() == count.signedIn + count.walkIns);
    const auto welcome = row(day.value(q("prizes")), "code", q("welcome"));
    CHECK(welcome.value(q("handed_over")).toInt() == count.handedOver);
    CHECK(welcome.value(q("open")).toInt() == 0);
    CHECK(doneIn(day).join(u' ') == count.tasksDone.join(u' '));
    CHECK(sum(day.value(q("tasks")), "rounds_done") == count.roundsDone);
    CHECK(row(day.value(q("messages")), "text", q("The doors open at nine")).value(q("read_by")).toInt() == 2);
    CHECK(day.value(q("mode")) == q("normal"));
    CHECK(day.value(q("phase")).toObject().value(q("phase")) == q("close"));
    const auto doors = row(day.value(q("cues")), "code", q("doors"));
    CHECK(doors.value(q("state")) == q("done"));
    CHECK(doors.value(q("override")) == q("as the commander says"));
    checkPeople(day, count);
    checkStores(day);
}

void checkReport(const QJsonObject &figures, const Count &count)
{
    const std::map<QString, int> wanted{{q("signed_in"), count.signedIn + count.walkIns},
                                        {q("walk_ins"), count.walkIns},
                                        {q("provisional"), count.provisional},
                                        {q("last_present"), count.persons},
                                        {q("numbers"), count.signedIn + count.walkIns - count.numbersBefore},
                                        {q("served"), count.served - count.numbersBefore},
                                        {q("prizes"), count.handedOver},
                                        {q("prizes_open"), 0},
                                        {q("draws"), 1},
                                        {q("winners"), count.winners},
                                        {q("sales"), count.sales},
                                        {q("merchant_sales"), count.merchantSales},
                                        {q("voided"), 1},
                                        {q("buyers"), int(count.buyers.size())},
                                        {q("subscriptions"), count.subscriptions},
                                        {q("contracts"), count.contracts},
                                        {q("incidents"), count.incidents},
                                        {q("incidents_urgent"), count.incidentsUrgent},
                                        {q("incidents_open"), count.incidents - count.incidentsClosed},
                                        {q("staff"), int(count.stood.size())},
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

/// What was written of each incident, on @p device.
void checkEntries(const EventRig &rig, const QString &device, const Count &count)
{
    for (const auto &[incident, entries] : count.entries) {
        INFO("incident " << incident.toStdString());
        const auto shown = rig.act(device, {q("incident-show"), incident}).json;
        const auto lines = shown.value(q("entries")).toArray();
        const auto items = shown.value(q("checklist")).toArray();
        const auto is = [](const char *key) {
            return [key](const QJsonValue &value) { return value.toObject().value(QLatin1String(key)).toBool(); };
        };
        CHECK(lines.size() - std::ranges::count_if(lines, is("generated")) == entries);
        const auto checked = count.itemsChecked.find(incident);
        CHECK(std::ranges::count_if(items, is("done")) == (checked == count.itemsChecked.end() ? 0 : checked->second));
        for (const auto &[hash, of] : count.pictures) {
            CHECK(row(shown.value(q("pictures")), "picture", hash).isEmpty() == (of != incident));
        }
    }
}

/// The words of the restricted incident are told at the hub, and are nowhere else.
void checkSecrecy(const PlayedDay &played, const EventRig &rig, const QString &device)
{
    const bool mayRead = device == q("hub");
    const auto shown = row(rig.status(device).value(q("incidents")), "incident", played.restricted());
    CHECK(shown.value(q("restricted")).toBool());
    CHECK(shown.value(q("summary")).isNull() == !mayRead);
    const auto said = rig.act(device, {q("incident-show"), played.restricted()}).json;
    QString told;
    for (const auto &value : said.value(q("entries")).toArray()) {
        const auto entry = value.toObject();
        CHECK((mayRead || entry.value(q("generated")).toBool() || entry.value(q("hidden")).toBool()));
        told += entry.value(q("text")).toString();
    }
    for (const auto &secret : PlayedDay::secrets().first(3)) {
        CHECK(told.contains(QString::fromUtf8(secret)) == mayRead);
    }
    for (const auto &secret : PlayedDay::secrets()) {
        CHECK_FALSE(rig.isInFilesOf(device, secret));
    }
    CHECK(rig.isInFilesOf(device, "water on the floor"));  // What all may read is found so.
}

/// Who had what, and that all of it is back.
void checkGear(const EventRig &rig, const QString &device, const Count &count)
{
    CHECK(count.gearOut.empty());
    for (const auto &[tag, holders] : count.gear) {
        QStringList had;
        for (const auto &stay : rig.act(device, {q("gear"), tag}).json.value(q("gear")).toArray()) {
            had << stay.toObject().value(q("staff")).toString();
            CHECK(stay.toObject().value(q("until")).isString());
        }
        CHECK(had.join(u' ') == holders.join(u' '));
    }
}

void play(PlayedDay &played)
{
    played.setUp();
    played.rehearse();
    played.resetAfterRehearsal();
    played.prepare();
    played.takePosts();
    played.openDoors();
    played.letGuestsIn();
    played.cutZoneOff();
    played.servePeople();
    played.somebodyIsIll();
    played.helpComes();
    played.aloneInZone();
    played.noon();
    played.takeBreak();
    played.comeBack();
    played.clearZone();
    played.callRoll();
    played.allClear();
    played.afternoon();
    played.sellUnits();
    played.close();
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
    play(played);
    auto &rig = played.rig();
    rig.mustConverge(everyone(), 0);
    const auto report = figuresOf(rig, q("hub"));
    checkReport(report, played.count());
    for (const auto &name : everyone()) {
        INFO(name.toStdString());
        checkStatus(rig.status(name), played.count());
        checkSecrecy(played, rig, name);
        checkGear(rig, name, played.count());
    }
    for (const auto &name : {q("hub"), q("standby"), q("zone-d"), q("zone-e")}) {
        INFO(name.toStdString());
        checkEntries(rig, name, played.count());
    }
    // The zone that was alone evaluates the same day.
    CHECK(figuresOf(rig, q("zone-e")) == report);
    WARN("played in " << took.elapsed() / 1'000 << " s");
}
