// Goal: scripts can rely on the command line: what each command answers, with which exit code, beside a running device
//       and on an idle folder alike.
// Method: the program itself; every command that an organiser or a script runs, its good and its bad ends.
#include "tests/e2e/event_rig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace muster::test;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
}

QString errorCode(const Said &said) { return said.json.value(q("error")).toObject().value(q("code")).toString(); }

/// A day at the desk, the same wherever it is asked for.
void workAt(const EventRig &rig)
{
    const auto hub = q("hub");
    const auto code = rig.codes().at(0);
    const auto asked = rig.signIn(hub, code, {q("--ask"), q("--as"), q("S001")});
    CHECK(asked.exit == 1);
    CHECK(outcome(asked) == q("needs_answers"));
    CHECK_FALSE(asked.json.value(q("questions")).toArray().isEmpty());
    CHECK(rig.status(hub).value(q("signed_in")).toInt(-1) == 0);

    CHECK(outcome(rig.at(hub, {q("do"), q("look"), code})) == q("admitted"));
    CHECK(rig.status(hub).value(q("signed_in")).toInt(-1) == 0);
    const auto in = rig.signIn(hub, code, {q("--as"), q("S001")});
    CHECK(in.exit == 0);
    CHECK(outcome(in) == q("admitted"));
    const auto again = rig.signIn(hub, code);
    CHECK(again.exit == 1);
    CHECK(outcome(again) == q("already_in"));
    CHECK(again.json.value(q("earlier")).toObject().value(q("actor")) == q("汤金"));
    CHECK(outcome(rig.at(hub, {q("do"), q("move"), code, q("H")})) == q("admitted"));
    CHECK(rig.status(hub).value(q("headcount")).toObject().value(q("zones")).toObject().value(q("H")).toInt() == 1);
    const auto annulled = rig.at(hub, {q("do"), q("annul"), code, q("--reason"), q("wrong guest")});
    CHECK(annulled.exit == 0);
    CHECK(outcome(annulled) == q("done"));
    CHECK(headcount(rig.status(hub)) == 0);
    CHECK(outcome(rig.signIn(hub, code)) == q("admitted"));
    const auto walkIn = rig.at(hub, {q("do"), q("walk-in"), q("--name"), q("李四"), q("--phone"), q("13800000000"),
                                     q("--consent"), q("--as"), q("S001")});
    CHECK(outcome(walkIn) == q("admitted"));
    CHECK_FALSE(walkIn.json.value(q("number")).toString().isEmpty());
    const auto found = rig.at(hub, {q("do"), q("search"), q("lisi")});
    CHECK(found.exit == 0);
    REQUIRE(found.json.value(q("guests")).toArray().size() == 1);
    CHECK(rig.at(hub, {q("do"), q("search"), q("nobody-of-this-name")}).exit == 1);
    const auto left = rig.at(hub, {q("do"), q("leave"), code});
    CHECK(left.exit == 0);
    CHECK(outcome(left) == q("checked_out"));
    CHECK(outcome(rig.at(hub, {q("do"), q("leave"), code})) == q("not_inside"));
    CHECK(outcome(rig.at(hub, {q("do"), q("session"), q("evening"), q("open")})) == q("done"));
    CHECK(outcome(rig.at(hub, {q("do"), q("session"), q("evening"), q("close")})) == q("done"));
    CHECK(rig.at(hub, {q("do"), q("open-grants")}).json.value(q("grants")).toArray().isEmpty());

    const auto day = rig.status(hub);
    CHECK(day.value(q("walk_ins")).toInt() == 1);
    CHECK(headcount(day) == 1);
    CHECK(openConflicts(day) == 0);
    for (const char *field : {"headcount", "signed_in", "conflicts", "devices", "alerts", "as_of", "link"}) {
        INFO(field);
        CHECK(day.contains(q(field)));
    }
    const auto digest = rig.at(hub, {q("digest")}).json;
    CHECK_FALSE(digest.value(q("state")).toString().isEmpty());
    CHECK_FALSE(digest.value(q("vector")).toString().isEmpty());
    CHECK(rig.isSound(hub));
}

}  // namespace

SCENARIO("a day is worked through on an idle folder, and the same beside the running device", "[e2e]")
{
    EventRig rig(10);
    GIVEN("an idle folder") { workAt(rig); }
    GIVEN("a running device")
    {
        rig.startHub();
        workAt(rig);
        const auto running = rig.at(q("hub"), {q("digest")}).json;
        rig.hub().stop();
        THEN("the folder it leaves behind says the same as it did")
        {
            CHECK(rig.at(q("hub"), {q("digest")}).json == running);
        }
    }
}

SCENARIO("the guest list goes out, comes in, and comes in wrong", "[e2e]")
{
    EventRig rig(10);
    for (const bool isRunning : {false, true}) {
        GIVEN((isRunning ? "a running coordinator" : "an idle coordinator's folder"))
        {
            if (isRunning) {
                rig.startHub();
            }
            THEN("its own list changes nothing, in both formats")
            {
                for (const char *name : {"list.csv", "list.xlsx"}) {
                    const auto file = rig.folder(q(name));
                    CHECK(rig.at(q("hub"), {q("guests"), q("export"), file}).json.value(q("guests")).toInt() == 10);
                    const auto again = rig.at(q("hub"), {q("guests"), q("import"), file});
                    CHECK(again.exit == 0);
                    CHECK(again.json.value(q("unchanged")).toInt() == 10);
                    CHECK(again.json.value(q("added")).toInt() + again.json.value(q("changed")).toInt() == 0);
                }
            }
            THEN("a list with walk-ins comes back without doubling them")
            {
                for (const char *name : {"张三", "张三", "Anna"}) {
                    REQUIRE(rig.at(q("hub"), {q("do"), q("walk-in"), q("--name"), q(name), q("--consent")}).exit == 0);
                }
                const auto file = rig.folder(q("list.csv"));
                CHECK(rig.at(q("hub"), {q("guests"), q("export"), file}).json.value(q("guests")).toInt() == 13);
                const auto again = rig.at(q("hub"), {q("guests"), q("import"), file});
                CHECK(again.exit == 0);
                CHECK(again.json.value(q("walk_ins")).toInt() == 3);
                CHECK(again.json.value(q("unchanged")).toInt() == 10);
                CHECK(again.json.value(q("added")).toInt() == 0);
                CHECK(rig.status(q("hub")).value(q("walk_ins")).toInt() == 3);
            }
            THEN("a list with one good and many bad rows names each cell and changes nothing")
            {
                const auto before = rig.at(q("hub"), {q("digest")}).json;
                write(rig.folder(q("bad.csv")), "Key,Code,Name,Class\n"
                                                "N1,NEW-1,Anna,subscriber\n"
                                                "N2,NEW-1,Berta,subscriber\n"
                                                "N3,NEW-3,,subscriber\n"
                                                "N3,NEW-4,Doris,subscriber\n"
                                                "N5,NEW-5,Emma,no-such-class\n");
                const auto said = rig.at(q("hub"), {q("guests"), q("import"), rig.folder(q("bad.csv"))});
                CHECK(said.exit == 1);
                CHECK(errorCode(said) == q("invalid"));
                const auto findings = said.json.value(q("findings")).toArray();
                CHECK(findings.size() >= 3);
                for (const auto &finding : findings) {
                    CHECK(finding.toObject().value(q("row")).toInt() >= 3);
                    CHECK_FALSE(finding.toObject().value(q("en")).toString().isEmpty());
                }
                CHECK(rig.at(q("hub"), {q("digest")}).json == before);
            }
            THEN("a name that is a formula is only a name, and leaves as text")
            {
                write(rig.folder(q("formula.csv")), "Key,Code,Name,Class\nN1,NEW-1,\"=HYPERLINK(\"\"x\"\")\",vip\n");
                const auto in = rig.at(q("hub"), {q("guests"), q("import"), rig.folder(q("formula.csv"))});
                CHECK(in.exit == 0);
                CHECK(in.json.value(q("added")).toInt() == 1);
                const auto out = rig.folder(q("out.csv"));
                CHECK(rig.at(q("hub"), {q("guests"), q("export"), out}).exit == 0);
                QFile file(out);
                REQUIRE(file.open(QIODevice::ReadOnly));
                CHECK_FALSE(file.readAll().contains(",\"=HYPERLINK"));
            }
        }
    }
}

SCENARIO("the day is evaluated, on an idle folder and beside the running device alike", "[e2e]")
{
    EventRig rig;
    for (int i = 0; i < 3; ++i) {
        CHECK(outcome(rig.signIn(q("hub"), rig.codes().at(i), {q("--as"), q("S001")})) == q("admitted"));
    }
    const auto evaluate = [&](const QString &name, const QStringList &more = {}) {
        const auto said = rig.at(q("hub"), QStringList{q("report"), q("--out"), rig.folder(name), q("--made-at"),
                                                       q("2026-11-28T20:00:00+08:00")} +
                                               more);
        CHECK(said.exit == 0);
        CHECK(said.json.value(q("known")) == true);
        QFile file(rig.folder(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const auto idle = evaluate(q("idle.json"));
    const auto html = evaluate(q("idle.html"), {q("--language"), q("en")});
    CHECK(html.startsWith("<!DOCTYPE html>"));
    CHECK(html.contains("Attendance"));
    CHECK(evaluate(q("idle.csv")).startsWith("\xef\xbb\xbf"));
    CHECK(rig.at(q("hub"), {q("report")}).json.value(q("format")) == q("muster-report/1"));
    CHECK(rig.at(q("hub"), {q("report"), q("--out"), rig.folder(q("day.doc"))}).exit == 2);
    CHECK(rig.at(q("hub"), {q("report"), q("--out"), rig.folder(q("none/day.html"))}).exit == 1);
    WHEN("the device runs")
    {
        rig.startHub();
        CHECK(evaluate(q("running.json")) == idle);
    }
}

SCENARIO("pictures are scanned for scripts", "[e2e]")
{
    EventRig rig(6);
    const auto deck = rig.deal(q("frames"), rig.codes().mid(0, 2));
    write(rig.folder(q("no-picture.png")), "this is no picture");
    const QStringList files{deck + q("/00000.png"), deck + q("/00001.png")};
    GIVEN("two tickets")
    {
        const auto said = muster::test::muster(QStringList{q("scan")} + files);
        CHECK(said.exit == 0);
        CHECK(said.rest.isEmpty());
        REQUIRE(said.lines.size() == 2);
        for (int i = 0; i < 2; ++i) {
            CHECK(said.lines.at(i).value(q("file")) == files.at(i));
            CHECK(said.lines.at(i).value(q("text")) == rig.codes().at(i));
            CHECK(said.lines.at(i).value(q("ms")).isDouble());
            CHECK_FALSE(said.lines.at(i).contains(q("verdict")));
        }
    }
    GIVEN("the event's folder as well")
    {
        CHECK(outcome(rig.signIn(q("hub"), rig.codes().at(0))) == q("admitted"));
        const auto said = rig.at(q("hub"), QStringList{q("scan")} + files);
        REQUIRE(said.lines.size() == 2);
        CHECK(said.lines.at(0).value(q("verdict")) == q("already_in"));
        CHECK(said.lines.at(1).value(q("verdict")) == q("admitted"));
    }
    GIVEN("codes for the zones, on paper")
    {
        const auto out = rig.folder(q("sheets"));
        const auto drawn = rig.at(q("hub"), {q("tickets"), q("--of"), q("zones"), q("--out"), out});
        REQUIRE(drawn.exit == 0);
        const auto sheets = QDir(out).entryInfoList({q("zone-*.png")});
        CHECK(sheets.size() == drawn.json.value(q("tickets")).toInt());
        REQUIRE(!sheets.isEmpty());
        const auto said = rig.at(q("hub"), {q("scan"), sheets.first().filePath()});
        REQUIRE(said.lines.size() == 1);
        CHECK(said.lines.at(0).value(q("text")).toString().startsWith(q("muster-zone:")));
    }
    GIVEN("a signed ticket, and one that another event signed")
    {
        const auto signedAt = [](const EventRig &event) {
            const auto out = event.folder(q("signed"));
            CHECK(event.at(q("hub"), {q("tickets"), q("--signed"), q("--out"), out}).exit == 0);
            return out + q("/RC0001.png");
        };
        const EventRig other(3);
        const auto said = rig.at(q("hub"), {q("scan"), signedAt(rig), signedAt(other)});
        REQUIRE(said.lines.size() == 2);
        CHECK(said.lines.at(0).value(q("verdict")) == q("admitted"));
        CHECK(said.lines.at(1).value(q("verdict")) == q("wrong_event"));
        const auto ticket = said.lines.at(0).value(q("text")).toString();
        CHECK(outcome(rig.at(q("hub"), {q("do"), q("look"), ticket})) == q("admitted"));
        const auto forged = ticket.chopped(6) + q("000000");
        CHECK(outcome(rig.at(q("hub"), {q("do"), q("look"), forged})) == q("forged"));
        CHECK(outcome(rig.at(q("hub"), {q("do"), q("look"), ticket.left(ticket.size() / 2)})) == q("malformed"));
    }
    GIVEN("a file that is no picture between two tickets")
    {
        const auto said = muster::test::muster({q("scan"), files.at(0), rig.folder(q("no-picture.png")), files.at(1)});
        CHECK(said.exit == 1);
        REQUIRE(said.lines.size() == 3);
        CHECK(said.lines.at(1).contains(q("error")));
        CHECK(said.lines.at(2).value(q("text")) == rig.codes().at(1));
    }
    GIVEN("a picture without a code")
    {
        QFile::copy(q(MUSTER_SOURCE_DIR "/deploy/pictures/kiosk.png"), rig.folder(q("empty.png")));
        const auto said = muster::test::muster({q("scan"), rig.folder(q("empty.png"))});
        CHECK(said.exit == 1);
        REQUIRE(said.lines.size() == 1);
        CHECK(said.json.value(q("text")).isNull());
        CHECK(said.json.contains(q("text")));
    }
}

SCENARIO("a device is asked while it starts", "[e2e]")
{
    EventRig rig(5);
    constexpr int startsMax = 10;
    for (int i = 0; i < startsMax; ++i) {
        INFO("start " << i);
        std::vector<std::unique_ptr<QProcess>> asks;
        for (int ask = 0; ask < 3; ++ask) {
            asks.push_back(std::make_unique<QProcess>());
            asks.back()->start(q(MUSTER_PROGRAM), {q("status"), q("--json"), q("--data"), rig.folder(q("hub"))});
        }
        rig.startHub();  // Says so if it does not come up.
        for (const auto &ask : asks) {
            REQUIRE(ask->waitForFinished(60'000));
            INFO(ask->readAllStandardOutput().left(500).toStdString());
            CHECK(ask->exitCode() == 0);
        }
        if (i < startsMax - 1) {
            rig.hub().stop();
        }
    }
    MusterProcess second({q("coordinator"), q("--data"), rig.folder(q("hub")), q("--listen"), q("127.0.0.1:0")});
    const auto lines = second.linesToEnd();
    CHECK(second.exitCode() == 1);
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().value(q("error")).toObject().value(q("code")) == q("refused"));
    CHECK(rig.at(q("hub"), {q("status")}).exit == 0);
}

SCENARIO("a device is let in by pasting the line that the coordinator prints", "[e2e]")
{
    EventRig rig(5);
    const auto hub = rig.folder(q("the hub's"));
    REQUIRE(QDir().rename(rig.folder(q("hub")), hub));
    QProcess coordinator;
    coordinator.setWorkingDirectory(rig.folder({}));
    coordinator.start(q(MUSTER_PROGRAM), {q("coordinator"), q("--headless"), q("--data"), q("the hub's"), q("--listen"),
                                          q("127.0.0.1:0")});
    const auto after = [&coordinator](const QString &mark) {
        QString line;
        const bool isThere = eventually([&] {
            coordinator.waitForReadyRead(50);
            while (coordinator.canReadLine() && !line.contains(mark)) {
                line = QString::fromUtf8(coordinator.readLine()).trimmed();
            }
            return line.contains(mark);
        });
        return isThere ? line.section(mark, 1) : QString();
    };
    const auto uri = after(q("enrol: "));
    REQUIRE(uri.startsWith(q("muster://enrol")));
    MusterProcess kiosk({q("kiosk"), q("--data"), rig.folder(q("k")), q("--name"), q("k"), q("--station"), q("kiosk-1"),
                         q("--frames"), q("none"), q("--enrol"), uri});
    const auto paste = q("muster do approve ") + after(q(": muster do approve "));
    CHECK(paste.endsWith(q("'")));
    const auto said = muster::test::muster({q("status"), q("--data"), hub});
    REQUIRE(said.json.value(q("candidates")).toArray().size() == 1);
    QProcess shell;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(q("PATH"), QFileInfo(q(MUSTER_PROGRAM)).path() + q(":/usr/bin:/bin"));
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(q("/"));
    shell.start(q("sh"), {q("-c"), paste});
    REQUIRE(shell.waitForFinished(60'000));
    INFO(paste.toStdString() << shell.readAllStandardError().toStdString());
    CHECK(shell.exitCode() == 0);
    CHECK(after(q("enrolled: ")).startsWith(q("k ")));
    coordinator.terminate();
    CHECK(coordinator.waitForFinished(30'000));
}

SCENARIO("two scans of one code in the same moment are one sign-in", "[e2e]")
{
    EventRig rig(5);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    std::vector<std::unique_ptr<QProcess>> scans;
    for (int i = 0; i < 4; ++i) {
        scans.push_back(std::make_unique<QProcess>());
        scans.back()->start(q(MUSTER_PROGRAM), {q("do"), q("sign-in"), rig.codes().first(), q("--json"), q("--data"),
                                                rig.folder(q("kiosk-1"))});
    }
    int admitted = 0;
    for (const auto &scan : scans) {
        REQUIRE(scan->waitForFinished(60'000));
        admitted += scan->exitCode() == 0 ? 1 : 0;
    }
    CHECK(admitted == 1);
    CHECK(eventually([&] { return headcount(rig.status(q("hub"))) == 1; }));
    CHECK(openConflicts(rig.status(q("hub"))) == 0);
}

SCENARIO("what cannot be done is said in JSON, with the right exit code", "[e2e]")
{
    TempDir folder;
    const auto data = q("--data");
    struct Case {
        QStringList args;
        int exit;
        QString code;
    };
    const std::vector<Case> cases{
        {{}, 2, q("usage")},
        {{q("no-such-command")}, 2, q("usage")},
        {{q("status"), q("--no-such-option")}, 2, q("usage")},
        {{q("scan")}, 2, q("usage")},
        {{q("event"), q("new")}, 2, q("usage")},
        {{q("do"), q("session"), q("opening"), q("ajar")}, 2, q("usage")},
        {{q("do"), q("sign-in"), q("X"), q("--request"), q("not-hex")}, 2, q("usage")},
        {{q("status"), data, folder.file(q("nothing"))}, 1, q("not_found")},
        {{q("event"), q("new"), q("--plan"), folder.path(), data, folder.file(q("new"))}, 1, q("invalid")},
        {{q("kiosk"), q("--headless"), q("--frames"), q("none"), data, folder.file(q("kiosk"))}, 1, q("refused")},
        {{q("coordinator"), q("--headless"), data, folder.file(q("hub"))}, 1, q("not_found")},
        {{q("kiosk"), q("--headless"), q("--frames"), folder.file(q("gone")), data, folder.file(q("kiosk"))},
         1,
         q("not_found")},
        {{q("kiosk"), q("--headless"), q("--frames"), q("none"), q("--enrol"), q("muster://enrol?x"), data,
          folder.file(q("kiosk"))},
         1,
         q("refused")},
    };
    GIVEN("each of them")
    {
        for (const auto &expected : cases) {
            INFO("muster " << expected.args.join(u' ').toStdString());
            const auto said = muster::test::muster(expected.args);
            CHECK(said.exit == expected.exit);
            CHECK(said.rest.isEmpty());
            CHECK(errorCode(said) == expected.code);
            CHECK_FALSE(said.json.value(q("error")).toObject().value(q("detail")).toString().isEmpty());
        }
    }
    GIVEN("a plan that says nothing")
    {
        for (const char *name : {"plan", "plan.xlsx"}) {
            REQUIRE(muster::test::muster({q("plan"), q("template"), folder.file(q(name))}).exit == 0);
            const auto again = muster::test::muster({q("plan"), q("template"), folder.file(q(name))});
            CHECK(again.exit == 1);  // Hours of somebody's work may be in it.
            CHECK(errorCode(again) == q("refused"));
            const auto checked = muster::test::muster({q("plan"), q("check"), folder.file(q(name))});
            CHECK(checked.exit == 1);
            CHECK_FALSE(checked.json.value(q("findings")).toArray().isEmpty());
        }
    }
    GIVEN("the sample plan")
    {
        for (const char *name : {"", "/sample.xlsx"}) {
            const auto checked =
                muster::test::muster({q("plan"), q("check"), q(MUSTER_SOURCE_DIR "/deploy/sample") + q(name)});
            CHECK(checked.exit == 0);
            CHECK(checked.json.value(q("errors")).toInt(-1) == 0);
            CHECK(checked.json.value(q("guests")).toInt() == 2'000);
        }
    }
    GIVEN("help")
    {
        for (const QStringList &command : {QStringList{}, {q("kiosk")}, {q("do"), q("sign-in")}}) {
            const auto said = muster::test::muster(command + QStringList(q("--help")));
            CHECK(said.exit == 0);
            CHECK_FALSE(said.json.value(q("help")).toString().isEmpty());
        }
    }
}

SCENARIO("zones are counted from the command line", "[e2e]")
{
    EventRig rig(5);
    const auto act = [&rig](const QStringList &words) { return rig.at(q("hub"), QStringList{q("do")} + words); };
    const auto zone = [&rig](const QString &code) {
        for (const auto &found : rig.status(q("hub")).value(q("zones")).toArray()) {
            if (found.toObject().value(q("code")) == code) {
                return found.toObject();
            }
        }
        return QJsonObject();
    };
    CHECK(outcome(act({q("count"), q("A"), q("+3")})) == q("done"));
    CHECK(outcome(act({q("count"), q("A"), q("-2")})) == q("done"));
    const auto slip = act({q("count"), q("A"), q("40"), q("--as"), q("S001")});
    CHECK(outcome(slip) == q("done"));
    CHECK(outcome(act({q("count"), q("--undo"), slip.json.value(q("operation")).toString()})) == q("done"));
    CHECK(zone(q("A")).value(q("count")).toInt() == 1);
    CHECK(zone(q("A")).value(q("soft")).toInt() == 120);
    CHECK(zone(q("A")).value(q("drift")).isNull());
    CHECK(zone(q("A")).value(q("full_in_min")).isNull());
    CHECK(headcount(rig.status(q("hub"))) == 1);
    CHECK(outcome(act({q("recount"), q("A"), q("5"), q("--reason"), q("walked through")})) == q("done"));
    CHECK(zone(q("A")).value(q("count")).toInt() == 5);
    CHECK(zone(q("A")).value(q("drift")).toInt() == 4);
    CHECK(zone(q("A")).value(q("unsure")) == false);
    const auto drift = act({q("drift")}).json.value(q("recounts")).toArray();
    REQUIRE(drift.size() == 1);
    CHECK(drift.first().toObject().value(q("shown")).toInt() == 1);
    CHECK(drift.first().toObject().value(q("reason")) == q("walked through"));

    CHECK(outcome(act({q("count"), q("H"), q("-4")})) == q("done"));
    CHECK(zone(q("H")).value(q("count")).toInt(-1) == 0);
    CHECK(zone(q("H")).value(q("unsure")) == true);

    REQUIRE(outcome(rig.signIn(q("hub"), rig.codes().at(0), {q("--zone"), q("A")})) == q("admitted"));
    CHECK(outcome(act({q("zone-enter"), q("B"), rig.codes().at(0)})) == q("admitted"));
    CHECK(zone(q("B")).value(q("count")).toInt() == 1);
    const auto history = act({q("zone-history"), q("A")}).json.value(q("zones")).toArray();
    REQUIRE(history.size() == 1);
    CHECK(history.first().toObject().value(q("peak")).toInt() == 6);
    CHECK_FALSE(history.first().toObject().value(q("basis")).toString().isEmpty());
    CHECK(act({q("zone-history")}).json.value(q("all")).toObject().value(q("firm")).toInt() == 1500);
    CHECK(act({q("zone-history"), q("nowhere")}).exit == 1);

    CHECK(outcome(act({q("custody"), q("W-07"), q("out"), rig.codes().at(0), q("--note"), q("pram")})) == q("done"));
    const auto out = act({q("custody")}).json.value(q("tags")).toArray();
    REQUIRE(out.size() == 1);
    CHECK(out.first().toObject().value(q("tag")) == q("W-07"));
    CHECK(out.first().toObject().value(q("guest")).isString());
    CHECK(outcome(act({q("custody"), q("W-07"), q("in")})) == q("done"));
    CHECK(act({q("custody")}).json.value(q("tags")).toArray().isEmpty());
    CHECK(act({q("custody"), q("W-07")}).json.value(q("tags")).toArray().size() == 1);

    CHECK(act({q("count"), q("A"), q("many")}).exit == 2);
    CHECK(act({q("count"), q("A")}).exit == 2);
    CHECK(act({q("count"), q("nowhere"), q("1")}).exit == 1);
    CHECK(act({q("count"), q("A"), q("0")}).exit == 1);
}
