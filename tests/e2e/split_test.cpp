// Goal: nobody at a door waits for a network, nobody is counted twice in silence, and a hub that dies mid-answer loses
//       and doubles nothing.
// Method: real processes; cables pulled by command, a hub killed with -9 while kiosks ask it, a stick for a network.
#include "tests/e2e/event_rig.h"
#include "tests/support/seeded_random.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QThread>

using namespace muster::test;

SCENARIO("the same guest signs in at two kiosks that are cut off", "[e2e]")
{
    EventRig rig(10, EventRig::Zones::Open);
    rig.startHub();
    const QStringList kiosks{q("kiosk-1"), q("kiosk-2")};
    for (const auto &kiosk : kiosks) {
        rig.startKiosk(kiosk);
        REQUIRE(rig.isReady(kiosk));
        REQUIRE(rig.at(kiosk, {q("do"), q("network"), q("cut")}).exit == 0);
        REQUIRE(eventually([&] { return isCutOff(rig.status(kiosk)); }));
    }
    GIVEN("both said yes, and that nobody else was asked")
    {
        const auto code = rig.codes().first();
        for (const auto &kiosk : kiosks) {
            const auto said = rig.signIn(kiosk, code);
            CHECK(outcome(said) == q("admitted"));
            CHECK(said.json.value(q("provisional")).toBool());
            CHECK(rig.status(kiosk).value(q("link")).toObject().value(q("unsent")).toInt() > 0);
        }
        CHECK(eventually([&] { return hasAlert(rig.status(q("hub")), q("device_silent")); }));
        CHECK_FALSE(rig.deviceAtHub(q("kiosk-1")).value(q("linked")).toBool(true));
        WHEN("the cables are put back")
        {
            for (const auto &kiosk : kiosks) {
                REQUIRE(rig.at(kiosk, {q("do"), q("network"), q("restore")}).exit == 0);
            }
            THEN("every device shows exactly one conflict, the same one, until the coordinator judges it")
            {
                const QStringList all{q("hub"), q("kiosk-1"), q("kiosk-2")};
                REQUIRE(eventually([&] { return openConflicts(rig.status(q("hub"))) == 1 && rig.areEqual(all); },
                                   std::chrono::seconds(40)));
                const auto conflict = conflictsOf(rig.status(q("hub"))).first().toObject();
                CHECK(conflict.value(q("rivals")).toArray().size() == 2);
                for (const auto &name : all) {
                    const auto open = conflictsOf(rig.status(name));
                    REQUIRE(open.size() == 1);
                    CHECK(open.first().toObject().value(q("id")) == conflict.value(q("id")));
                    CHECK(rig.isSound(name));
                }
                CHECK(headcount(rig.status(q("hub"))) == 1);
                const auto judged = rig.at(q("hub"), {q("do"), q("resolve"), conflict.value(q("id")).toString(),
                                                      q("keep-first"), q("--reason"), q("came once")});
                CHECK(outcome(judged) == q("done"));
                CHECK(eventually([&] {
                    return std::ranges::all_of(
                        all, [&](const QString &name) { return openConflicts(rig.status(name)) == 0; });
                }));
                CHECK(headcount(rig.status(q("hub"))) == 1);
            }
        }
    }
}

SCENARIO("the hub is killed while a kiosk's requests are on their way, and returns", "[e2e]")
{
    EventRig rig(30, EventRig::Zones::Open);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    const auto request = [](std::size_t i) {
        return QStringList{q("--request"), QString::number(i + 1).rightJustified(32, u'0')};
    };
    GIVEN("a kiosk that admits guests while the hub dies")
    {
        std::vector<Said> said;
        for (std::size_t i = 0; i < 12; ++i) {
            if (i == 4) {
                rig.hub().kill();
            }
            said.push_back(rig.signIn(q("kiosk-1"), rig.codes().at(int(i)), request(i)));
        }
        THEN("every guest got a yes, those after it provisionally")
        {
            for (std::size_t i = 0; i < said.size(); ++i) {
                CHECK(outcome(said[i]) == q("admitted"));
                CHECK(said[i].json.value(q("provisional")).toBool() == (i >= 4));
            }
            AND_WHEN("the hub is back and every request is sent again")
            {
                rig.startHub();
                REQUIRE(rig.isReady(q("kiosk-1")));
                for (std::size_t i = 0; i < said.size(); ++i) {
                    const auto again = rig.signIn(q("kiosk-1"), rig.codes().at(int(i)), request(i));
                    CHECK(outcome(again) == q("admitted"));
                    CHECK(again.json.value(q("operation")) == said[i].json.value(q("operation")));
                }
                THEN("each guest is there once, with no conflict, and a second entry is refused")
                {
                    CHECK(eventually([&] { return headcount(rig.status(q("hub"))) == 12; }));
                    CHECK(openConflicts(rig.status(q("hub"))) == 0);
                    CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
                    CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().first())) == q("already_in"));
                    CHECK(rig.isSound(q("hub")));
                }
            }
        }
    }
}

SCENARIO("the hub is killed again and again in the middle of its answers", "[e2e]")
{
    constexpr int guests = 120;
    constexpr int kills = 6;
    EventRig rig(guests, EventRig::Zones::Open);
    rig.startHub();
    auto backwards = rig.codes();
    std::reverse(backwards.begin(), backwards.end());
    const auto forth = rig.deal(q("frames-1"), rig.codes());
    const auto back = rig.deal(q("frames-2"), backwards);
    for (const auto &name : {q("kiosk-1"), q("kiosk-2")}) {
        rig.startKiosk(name);
        REQUIRE(rig.isReady(name));
        rig.device(name).stop();
    }
    GIVEN("two kiosks that every guest visits, one from the first and one from the last")
    {
        SeededRandom random(7);
        auto &first = rig.startKiosk(q("kiosk-1"), forth + q("@12"));
        auto &second = rig.startKiosk(q("kiosk-2"), back + q("@12"));
        for (int i = 0; i < kills; ++i) {
            QThread::msleep(600 + random.below(900));
            rig.hub().kill();
            QThread::msleep(random.below(400));
            rig.startHub();
        }
        const auto here = first.linesToEnd();
        const auto there = second.linesToEnd();
        CHECK(here.size() == guests);
        CHECK(there.size() == guests);
        std::map<QString, int> outcomes;
        for (const auto &line : here + there) {
            ++outcomes[line.value(q("outcome")).toString() + (line.value(q("provisional")).toBool() ? q("?") : q(""))];
        }
        QString told;
        for (const auto &[what, count] : outcomes) {
            told += q("%1 %2, ").arg(count).arg(what);
        }
        INFO(told.toStdString());
        const auto admittedHere = admittedIn(here);
        const auto admittedThere = admittedIn(there);
        THEN("every guest was let in, and every guest that both let in is exactly one conflict")
        {
            CHECK((admittedHere | admittedThere).size() == guests);
            const auto doubled = (admittedHere & admittedThere).size();
            rig.startKiosk(q("kiosk-1"));
            rig.startKiosk(q("kiosk-2"));
            const QStringList all{q("hub"), q("kiosk-1"), q("kiosk-2")};
            REQUIRE(eventually([&] { return rig.areEqual(all); }, std::chrono::seconds(60)));
            for (const auto &name : all) {
                const auto day = rig.status(name);
                CHECK(openConflicts(day) == doubled);
                CHECK(day.value(q("signed_in")).toInt() == guests);
                CHECK(headcount(day) == guests);
                CHECK(rig.isSound(name));
            }
            for (const auto &conflict : conflictsOf(rig.status(q("hub")))) {
                CHECK(conflict.toObject().value(q("rivals")).toArray().size() == 2);
            }
        }
    }
}

SCENARIO("a stick carries what no network does", "[e2e]")
{
    EventRig rig(10, EventRig::Zones::Open);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    REQUIRE(rig.at(q("kiosk-1"), {q("do"), q("network"), q("cut")}).exit == 0);
    REQUIRE(eventually([&] { return isCutOff(rig.status(q("kiosk-1"))); }));
    for (int i = 0; i < 3; ++i) {
        REQUIRE(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(i))) == q("admitted"));
    }
    const auto stick = rig.folder(q("stick.muster"));
    for (const bool isRunning : {true, false}) {
        GIVEN((isRunning ? "a stick written beside the running kiosk" : "a stick written from the folder it left"))
        {
            if (!isRunning) {
                rig.device(q("kiosk-1")).stop();
                rig.hub().stop();
            }
            const auto out = rig.at(q("kiosk-1"), {q("journal"), q("export"), stick});
            REQUIRE(out.exit == 0);
            CHECK(out.json.value(q("operations")).toInt() > 3);
            CHECK(headcount(rig.status(q("hub"))) == 0);
            THEN("the coordinator takes it, once, and both agree without ever having talked")
            {
                const auto in = rig.at(q("hub"), {q("journal"), q("import"), stick});
                CHECK(in.exit == 0);
                CHECK(in.json.value(q("new")).toInt() >= 3);
                CHECK(headcount(rig.status(q("hub"))) == 3);
                CHECK(openConflicts(rig.status(q("hub"))) == 0);
                const auto again = rig.at(q("hub"), {q("journal"), q("import"), stick});
                CHECK(again.json.value(q("new")).toInt(-1) == 0);
                CHECK(again.json.value(q("known")) == out.json.value(q("operations")));
                CHECK(outcome(rig.signIn(q("hub"), rig.codes().at(0))) == q("already_in"));
                const auto home = rig.folder(q("home.muster"));
                REQUIRE(rig.at(q("hub"), {q("journal"), q("export"), home}).exit == 0);
                REQUIRE(rig.at(q("kiosk-1"), {q("journal"), q("import"), home}).exit == 0);
                CHECK(rig.areEqual({q("hub"), q("kiosk-1")}));
                CHECK(rig.isSound(q("hub")));
            }
            THEN("a stick that was pulled too early, and one of another event, are named as such")
            {
                QFile file(stick);
                REQUIRE(file.resize(file.size() - 20));
                const auto cut = rig.at(q("hub"), {q("journal"), q("import"), stick});
                CHECK(cut.exit == 1);
                CHECK_FALSE(cut.json.value(q("error")).toObject().value(q("detail")).toString().isEmpty());
                const EventRig other(3);
                const auto foreign = other.at(q("hub"), {q("journal"), q("import"), stick});
                CHECK(foreign.exit == 1);
                CHECK(other.isSound(q("hub")));
                CHECK(rig.at(q("hub"), {q("journal"), q("import"), rig.folder(q("no-stick"))}).exit == 1);
            }
        }
    }
}

SCENARIO("cables that have a loose contact", "[e2e]")
{
    constexpr int guests = 120;
    constexpr int firm = 60;
    EventRig rig(guests, EventRig::Zones::AsPlanned,
                 {{q("zones.csv"), "C,排号区,Numbering,80,,,", "C,排号区,Numbering,50,60,B,"}});
    rig.wire();
    if (!rig.isWired()) {
        return;
    }
    rig.startHub();
    const QStringList kiosks{q("kiosk-1"), q("kiosk-2")};
    rig.open(q("kiosk"), kiosks);
    auto backwards = rig.codes();
    std::reverse(backwards.begin(), backwards.end());
    const QStringList decks{rig.deal(q("frames-1"), rig.codes()) + q("@12"),
                            rig.deal(q("frames-2"), backwards) + q("@12")};
    for (int i = 0; i < 2; ++i) {
        rig.device(kiosks.at(i)).stop();
    }
    GIVEN("two kiosks that every guest visits, while their cables come and go")
    {
        std::array<MusterProcess *, 2> running{};
        for (int i = 0; i < 2; ++i) {
            running[std::size_t(i)] = &rig.startKiosk(kiosks.at(i), decks.at(i));
        }
        SeededRandom random(3);
        while (running[0]->isRunning() || running[1]->isRunning()) {
            rig.cut({kiosks.at(int(random.below(2)))});
            QThread::msleep(20 + random.below(500));
            rig.heal();
            QThread::msleep(20 + random.below(300));
        }
        const auto here = running[0]->linesToEnd();
        const auto there = running[1]->linesToEnd();
        QSet<QString> numbers;
        int provisional = 0;
        for (const auto &line : here + there) {
            provisional += line.value(q("provisional")).toBool() ? 1 : 0;
            if (line.value(q("outcome")) == q("admitted") && line.contains(q("number"))) {
                CHECK_FALSE(numbers.contains(line.value(q("number")).toString()));
                numbers.insert(line.value(q("number")).toString());
            }
        }
        WARN(provisional << " of " << here.size() + there.size() << " answers were provisional");
        CHECK(provisional > 0);
        CHECK(numbers.size() >= guests);
        const auto admittedHere = admittedIn(here);
        const auto admittedThere = admittedIn(there);
        CHECK((admittedHere | admittedThere).size() == guests);
        const auto doubled = int((admittedHere & admittedThere).size());
        THEN("whom both let in is exactly one conflict, and the firm zone is not above its limit")
        {
            rig.startKiosk(kiosks.at(0));
            rig.startKiosk(kiosks.at(1));
            rig.mustConverge(QStringList{q("hub")} + kiosks, doubled);
            const auto day = rig.status(q("hub"));
            CHECK(headcount(day) == guests);
            const auto inC = day.value(q("headcount")).toObject().value(q("zones")).toObject().value(q("C")).toInt(-1);
            CHECK(inC > 0);
            CHECK(inC <= firm);
        }
    }
}
