// Goal: the models show what the node says, keep guests apart, and never show a figure that nobody knows.
// Method: a node that answers as told, short timings, and Qt's own checker on every list.
#include "app/models/contrast.h"
#include "app/models/coordinator_model.h"
#include "app/models/greeter_controller.h"
#include "app/models/kiosk_controller.h"
#include "app/models/pinyin_dictionary.h"
#include "app/models/sounds.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_day.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

void pass(std::chrono::milliseconds time)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() <= time.count()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

struct KioskRig {
    FakeNode node;
    Settings settings;
    KioskTiming timing{500ms, 500ms, 700ms, 400ms, 60ms, 5s, 300ms};
    std::unique_ptr<KioskController> kiosk;

    KioskRig()
    {
        node.setNow(sampleNow());
        node.setIdentity(sampleIdentity(QStringLiteral("kiosk")));
        kiosk = std::make_unique<KioskController>(node, settings, timing);
    }
    void answer(const Answer &told)
    {
        node.decide = [told](const Act &) { return told; };
    }
};

}  // namespace

SCENARIO("a guest holds one code before the kiosk for a while", "[models][kiosk]")
{
    KioskRig rig;
    rig.answer(sampleAnswer(Outcome::Admitted));
    WHEN("the scanner reads it five times")
    {
        for (int i = 0; i < 5; ++i) {
            rig.kiosk->scanned("L-0001");
            pass(10ms);
        }
        THEN("it is submitted once, and the green screen goes by itself")
        {
            CHECK(rig.node.acts.size() == 1);
            CHECK(rig.kiosk->state() == KioskController::Told);
            CHECK(rig.kiosk->answer()->zone() == QStringLiteral("D"));
            pass(600ms);
            CHECK(rig.kiosk->state() == KioskController::Ready);
            CHECK(rig.kiosk->answer()->name().isEmpty());
        }
    }
}

SCENARIO("an answer comes after its guest has gone", "[models][kiosk]")
{
    KioskRig rig;
    rig.answer(sampleAnswer(Outcome::Admitted));
    rig.node.isSilent = true;
    rig.kiosk->scanned("L-0001");
    REQUIRE(rig.kiosk->state() == KioskController::Checking);
    rig.kiosk->startOver();
    rig.node.release();
    pass(10ms);
    CHECK(rig.kiosk->state() == KioskController::Ready);
}

SCENARIO("a sign-in asks before it admits", "[models][kiosk]")
{
    KioskRig rig;
    Answer asking = sampleQuestion(QStringLiteral("all"));
    asking.companionsMax = 4;
    rig.node.decide = [asking](const Act &act) {
        return std::get<SignIn>(act.command).isEachQuestionAsked ? sampleAnswer(Outcome::Admitted) : asking;
    };
    rig.kiosk->scanned("L-0001");
    pass(10ms);
    REQUIRE(rig.kiosk->state() == KioskController::Asking);
    Questionnaire &questions = *rig.kiosk->questionnaire();
    WHEN("the guest answers one by one")
    {
        CHECK(questions.kind() == Questionnaire::Companions);
        questions.setNumber(9);
        CHECK(questions.number() == 4);
        questions.next();
        questions.choose(QStringLiteral("friend"));
        questions.skip();
        CHECK(questions.kind() == Questionnaire::Consent);
        questions.skip();
        CHECK(questions.kind() == Questionnaire::Consent);
        questions.choose(QStringLiteral("yes"));
        pass(10ms);
        THEN("the same act is sent again with the answers")
        {
            REQUIRE(rig.node.acts.size() == 2);
            const auto &signIn = std::get<SignIn>(rig.node.acts[1].command);
            CHECK(signIn.companions == 4);
            CHECK(signIn.answers.value(QStringLiteral("source")) == QStringLiteral("friend"));
            CHECK_FALSE(signIn.answers.contains(QStringLiteral("layout")));
            CHECK(signIn.answers.value(QStringLiteral("consent")) == QStringLiteral("yes"));
            CHECK(rig.kiosk->state() == KioskController::Told);
        }
    }
    WHEN("the guest walks away")
    {
        pass(900ms);
        THEN("the kiosk is ready for the next one") { CHECK(rig.kiosk->state() == KioskController::Ready); }
    }
}

SCENARIO("the kiosk's disk fails and recovers", "[models][kiosk]")
{
    KioskRig rig;
    rig.node.failStorage();
    CHECK(rig.kiosk->state() == KioskController::OutOfOrder);
    rig.kiosk->scanned("L-0001");
    CHECK(rig.node.acts.empty());
    rig.node.recoverStorage();
    CHECK(rig.kiosk->state() == KioskController::Ready);
}

SCENARIO("a guest rings the bell", "[models][kiosk]")
{
    KioskRig rig;
    Answer done;
    done.outcome = Outcome::Done;
    rig.answer(done);
    WHEN("it is rung in a hurry")
    {
        rig.kiosk->callStaff();
        rig.kiosk->callStaff();
        pass(10ms);
        THEN("it is one call, and nothing is promised before another device has it")
        {
            REQUIRE(rig.node.acts.size() == 1);
            CHECK(std::get<CallStaff>(rig.node.acts[0].command).reason == QStringLiteral("help"));
            CHECK(rig.kiosk->call() == KioskController::Ringing);
            DayView day = emptyDay();
            day.link.notYetSafe = 1;
            rig.node.setDay(day);
            CHECK(rig.kiosk->call() == KioskController::Ringing);
            rig.node.setDay(emptyDay());
            CHECK(rig.kiosk->isStaffCalled());
            pass(400ms);
            CHECK(rig.kiosk->call() == KioskController::NotCalled);
        }
    }
    WHEN("the kiosk is cut off")
    {
        rig.kiosk->callStaff();
        pass(10ms);
        DayView day = emptyDay();
        day.link.isCutOff = true;
        day.link.notYetSafe = 1;
        rig.node.setDay(day);
        THEN("it does not say that anybody comes, until the link is back")
        {
            CHECK(rig.kiosk->call() == KioskController::Unheard);
            rig.node.setDay(emptyDay());
            CHECK(rig.kiosk->isStaffCalled());
        }
    }
    WHEN("the disk does not take it")
    {
        rig.answer(Answer{});
        rig.kiosk->callStaff();
        pass(10ms);
        THEN("it says so, and may be rung again")
        {
            CHECK(rig.kiosk->call() == KioskController::CallFailed);
            rig.kiosk->callStaff();
            CHECK(rig.node.acts.size() == 2);
        }
    }
    WHEN("a refused guest rings")
    {
        rig.answer(sampleAnswer(Outcome::Unknown));
        rig.kiosk->scanned("X");
        pass(10ms);
        rig.kiosk->callStaff();
        THEN("the call says what sent them")
        {
            CHECK(std::get<CallStaff>(rig.node.acts.back().command).reason == QStringLiteral("unknown"));
        }
    }
}

SCENARIO("somebody is to be met, and a bell rings", "[models][greeter]")
{
    FakeNode node;
    Settings settings;
    settings.setLanguage(QStringLiteral("en"));
    node.setNow(sampleNow());
    Identity identity = sampleIdentity(QStringLiteral("greeter"));
    identity.event.staff = {{QStringLiteral("S-07"), sampleGuest(3).host, {}, {}, {}, {}}};
    node.setIdentity(identity);
    GreeterController greeter(node, settings, QStringLiteral("S-07"));
    QAbstractItemModelTester tester(greeter.alerts(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy called(&greeter, &GreeterController::called);
    node.setDay(busyDay());
    const auto said = [&greeter](const char *role, int row = 0) {
        return greeter.alerts()->index(row).data(greeter.alerts()->roleNames().key(role));
    };
    CHECK(called.size() == 1);
    CHECK(said("name").toString() == sampleGuest(3).name);
    CHECK(said("className").toString() == QStringLiteral("VIP"));
    CHECK(said("station").toString() == QStringLiteral("East gate"));
    CHECK(said("isMine").toBool());
    CHECK(said("isEscalated").toBool());
    CHECK(greeter.alerts()->count() == 3);  // What concerns devices and conflicts is the coordinator's.
    node.setDay(busyDay());
    CHECK(called.size() == 1);
    greeter.acknowledge(said("key").toString());
    REQUIRE(node.acts.size() == 1);
    CHECK(node.acts[0].actor == QStringLiteral("S-07"));
    CHECK(std::get<AcknowledgeAlert>(node.acts[0].command).alert == said("key").toString());
}

SCENARIO("a greeter searches faster than answers come", "[models][greeter]")
{
    FakeNode node;
    Settings settings;
    node.setNow(sampleNow());
    GreeterController greeter(node, settings, QStringLiteral("S-07"));
    QAbstractItemModelTester results(greeter.results(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester recent(greeter.recent(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    node.isSilent = true;
    node.found = {sampleGuest(0), sampleGuest(1)};
    greeter.setQuery(QStringLiteral("w"));
    greeter.setQuery(QStringLiteral("wx"));
    greeter.startOver();
    node.release();
    pass(10ms);
    CHECK(greeter.results()->count() == 0);
    WHEN("one is picked and signed in")
    {
        node.decide = [](const Act &) { return sampleAnswer(Outcome::AlreadyIn); };
        greeter.setQuery(QStringLiteral("wx"));
        pass(10ms);
        greeter.pick(sampleGuest(0).id.toHex());
        CHECK(greeter.primary() == GreeterController::DoSignIn);
        greeter.setCompanions(2);
        greeter.doPrimary();
        pass(10ms);
        THEN("the act names the guest and the greeter, and staff may let in with a reason only")
        {
            REQUIRE(node.acts.size() == 1);
            CHECK(node.acts[0].actor == QStringLiteral("S-07"));
            CHECK(std::get<SignIn>(node.acts[0].command).companions == 2);
            CHECK(greeter.primary() == GreeterController::NextGuest);
            greeter.override(QStringLiteral("  "));
            CHECK(node.acts.size() == 1);
            greeter.override(QStringLiteral("father and son"));
            CHECK(node.acts.size() == 2);
        }
    }
}

SCENARIO("a walk-in whose phone is known", "[models][greeter]")
{
    FakeNode node;
    Settings settings;
    GreeterController greeter(node, settings, QStringLiteral("S-07"));
    node.decide = [](const Act &act) {
        Answer hint =
            sampleAnswer(std::get<WalkIn>(act.command).isDuplicateChecked ? Outcome::Admitted : Outcome::DuplicateHint);
        hint.candidates = {sampleGuest(1)};
        return hint;
    };
    greeter.openWalkIn();
    greeter.setProperty("formName", QStringLiteral("新来宾"));
    CHECK_FALSE(greeter.isPrimaryReady());
    greeter.setProperty("isFormConsentGiven", true);
    greeter.doPrimary();
    pass(10ms);
    CHECK(greeter.primary() == GreeterController::RegisterAnyway);
    CHECK(greeter.results()->count() == 1);
    greeter.doPrimary();
    pass(10ms);
    CHECK(greeter.mode() == GreeterController::Told);
    CHECK(std::get<WalkIn>(node.acts.back().command).guest.name == QStringLiteral("新来宾"));
}

SCENARIO("the wall before anything is known, on a busy day, and when figures are old", "[models][coordinator]")
{
    FakeNode node;
    Settings settings;
    node.setNow(sampleNow());
    CoordinatorModel wall(node, settings, QStringLiteral("C-01"));
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (ListModel *list : {wall.zones(), wall.latest(), wall.devices(), wall.conflicts(), wall.rivals(), wall.alerts(),
                            wall.candidates(), wall.arrivals(), wall.sessions(), wall.roll()}) {
        testers.push_back(
            std::make_unique<QAbstractItemModelTester>(list, QAbstractItemModelTester::FailureReportingMode::Fatal));
    }
    const QString dash = QStringLiteral("–");
    CHECK(wall.headcount() == dash);
    CHECK(wall.signedIn() == dash);
    CHECK(wall.openConflicts() == dash);
    CHECK(wall.isStale());
    node.setDay(emptyDay());
    CHECK(wall.headcount() == QStringLiteral("0"));
    node.setDay(busyDay());
    CHECK(wall.headcount() == QStringLiteral("1\u00a0204"));
    CHECK_FALSE(wall.isStale());
    CHECK(wall.devicesSilent() == 1);
    node.setDay(staleDay());
    CHECK(wall.ageSeconds() == 31);
    CHECK(wall.isStale());
    WHEN("the headcount is lost")
    {
        DayView day = busyDay();
        day.headcount.reset();
        node.setDay(day);
        THEN("no zone shows a figure")
        {
            const int countRole = wall.zones()->roleNames().key("count");
            for (int row = 0; row < wall.zones()->count(); ++row) {
                CHECK(wall.zones()->index(row).data(countRole).toString() == dash);
            }
        }
    }
    WHEN("the open conflict is judged")
    {
        wall.resolve(CoordinatorModel::KeepFirst, {});
        CHECK(node.acts.empty());
        wall.resolve(CoordinatorModel::KeepFirst, QStringLiteral("same person"));
        THEN("the act names every rival that was on the screen")
        {
            REQUIRE(node.acts.size() == 1);
            CHECK(std::get<ResolveConflict>(node.acts[0].command).judged.size() == 2);
        }
    }
}

SCENARIO("the commander is called, looks who is inside, and acts", "[models][coordinator]")
{
    FakeNode node;
    Settings settings;
    node.setNow(sampleNow());
    CoordinatorModel wall(node, settings, QStringLiteral("C-01"));
    WHEN("nobody answers an alert for a minute")
    {
        QSignalSpy heard(&wall, &CoordinatorModel::escalated);
        node.setDay(busyDay());
        node.setDay(busyDay());
        THEN("it is heard once, and says who it is about")
        {
            CHECK(heard.size() == 1);
            CHECK(wall.alerts()->index(0).data(wall.alerts()->roleNames().key("name")).toString() ==
                  sampleGuest(3).name);
        }
    }
    WHEN("something grave comes up")
    {
        QSignalSpy heard(&wall, &CoordinatorModel::escalated);
        DayView day = busyDay();
        day.alerts.resize(1);
        day.alerts.front().isEscalated = false;
        node.setDay(day);
        CHECK(heard.empty());
        day.alerts.front().id = QStringLiteral("zone_evacuated:D");
        day.alerts.front().weight = 90;
        node.setDay(day);
        node.setDay(day);
        THEN("it is heard at once, and once") { CHECK(heard.size() == 1); }
    }
    WHEN("somebody sees to an alert")
    {
        node.setDay(busyDay());
        THEN("it is said who, and when it is looked at again")
        {
            CHECK(wall.inHand().contains(QStringLiteral("王敏 · ") + settings.clockOf(sampleNow() + 4min)));
        }
    }
    WHEN("a device cannot be let in")
    {
        node.failAct(QStringLiteral("the disk is full"));
        THEN("the screen says so until it was read")
        {
            CHECK(wall.isNoticeBad());
            CHECK(wall.noticeReason() == QStringLiteral("the disk is full"));
            wall.dismissNotice();
            CHECK_FALSE(wall.isNoticeBad());
        }
    }
    WHEN("a roll call is held")
    {
        node.inside.asOf = sampleNow();
        node.inside.knownSince = sampleNow();
        node.inside.persons = 3;
        node.inside.entries = {{sampleGuest(0), sampleNow() - 5min}};
        wall.openRoll(QStringLiteral("D"));
        pass(10ms);
        THEN("everybody of the zone is on the list until it is closed")
        {
            CHECK(node.rollZones == QStringList{QStringLiteral("D")});
            CHECK(wall.rollPersons() == QStringLiteral("3"));
            CHECK(wall.isRollWhole());
            CHECK(wall.roll()->count() == 1);
            wall.closeRoll();
            CHECK(wall.roll()->count() == 0);
            CHECK(wall.rollPersons() == QStringLiteral("–"));
        }
    }
    WHEN("the rehearsal ends and the hall is emptied")
    {
        wall.resetDay(QStringLiteral(" "));
        CHECK(node.acts.empty());
        wall.resetDay(QStringLiteral("rehearsal"));
        wall.emptyHall(QStringLiteral("fire drill"));
        wall.setSession(QStringLiteral("day"), true);
        THEN("each act says who and why")
        {
            REQUIRE(node.acts.size() == 3);
            CHECK(node.acts[0].actor == QStringLiteral("C-01"));
            CHECK(std::get<ResetDay>(node.acts[0].command).reason == QStringLiteral("rehearsal"));
            CHECK(std::get<EmptyHall>(node.acts[1].command).reason == QStringLiteral("fire drill"));
            CHECK(std::get<SetSession>(node.acts[2].command).isOpen);
        }
    }
}

TEST_CASE("a brand colour that cannot be read is corrected, one that can is left alone", "[models][theme]")
{
    CHECK(Contrast::ratio(Qt::black, Qt::white) == Approx(21));
    for (const char *colour : {"#ffee33", "#77ccff", "#000000", "#ffffff", "#2f6f9f", "#808080"}) {
        for (const QColor ground : {QColor(Qt::white), QColor(0x0e, 0x13, 0x19)}) {
            CHECK(Contrast::ratio(Contrast::legible(QColor(QLatin1String(colour)), ground, 4.5), ground) >= 4.5);
        }
    }
    CHECK(Contrast::legible(QColor(0x1f, 0x3f, 0x6f), Qt::white, 4.5) == QColor(0x1f, 0x3f, 0x6f));
}

TEST_CASE("each meaning sounds different and the same every time; a muted device is silent", "[models][sounds]")
{
    QSet<QByteArray> sounds;
    for (const auto meaning : {Meaning::ComeIn, Meaning::LookAgain, Meaning::Stop, Meaning::Information}) {
        const QByteArray wav = Sounds::wavOf(meaning);
        CHECK(wav.startsWith("RIFF"));
        CHECK(wav == Sounds::wavOf(meaning));
        sounds.insert(wav);
    }
    CHECK(sounds.size() == 4);
    Settings settings;
    settings.setMuted(true);
    Sounds device(settings);
    QSignalSpy played(&device, &Sounds::played);
    device.play(Meaning::Stop);
    CHECK(played.isEmpty());
}

TEST_CASE("a greeter types a Chinese name by pinyin", "[models][pinyin]")
{
    auto dictionary = PinyinDictionary::open();
    REQUIRE(dictionary.has_value());
    const auto find = [&dictionary](const char *letters, const QString &word) {
        for (const auto &candidate : (*dictionary)->candidates(QString::fromLatin1(letters), 40)) {
            if (candidate.text == word) {
                return candidate.length;
            }
        }
        return 0;
    };
    CHECK(find("wang", QStringLiteral("王")) == 4);
    CHECK(find("wangxiaoming", QStringLiteral("王")) == 4);
    CHECK(find("chen", QStringLiteral("陈")) == 4);
    CHECK((*dictionary)->candidates(QStringLiteral("!!"), 40).empty());
}

TEST_CASE("no text of a screen waits for its translation", "[models][translations]")
{
    QFile file(QStringLiteral(MUSTER_SOURCE_DIR "/qml/i18n/muster_zh_CN.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray texts = file.readAll();
    CHECK(texts.count("<source>") > 200);
    CHECK_FALSE(texts.contains("unfinished"));
    CHECK_FALSE(texts.contains("<translation></translation>"));
}
