// Goal: how the hall runs, and what the commander says, is on every screen that it concerns, at once and until it is
// over. Method: models over a node that shows one day after another; a voice that remembers what it was asked to say.
#include "app/models/board_model.h"
#include "app/models/hall_model.h"
#include "app/models/kiosk_controller.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_day.h"
#include "tests/qml/sample_desks.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using modes::Mode;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

void pass(std::chrono::milliseconds time)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() <= time.count()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

MessageView messageTo(const char *whom, const char *text)
{
    MessageView message;
    message.id = q("m1");
    message.to = q(whom);
    message.text = q(text);
    message.at = sampleNow();
    return message;
}

ModeView at(const char *place, Mode mode)
{
    ModeView view;
    view.place = q(place);
    view.mode = mode;
    return view;
}

void set(FakeNode &node, std::vector<ModeView> views)
{
    auto day = node.day();
    day.modes = std::move(views);
    node.setDay(day);
}

class HeardVoice final : public Voice {
public:
    QStringList heard;
    void say(const QString &number, const QString &) override { heard << number; }
    void announce(const QString &words) override { heard << words; }
    void end() { Q_EMIT finished(); }
};

struct KioskRig {
    FakeNode node;
    Settings settings;
    std::unique_ptr<KioskController> kiosk;

    explicit KioskRig(std::vector<ModeView> views = {})
    {
        settings.setLanguage(q("en"));
        node.setNow(sampleNow());
        auto identity = sampleIdentity(q("kiosk"));
        Station station;
        station.code = identity.station;
        station.zone = q("A");
        identity.event.stations = {station};
        identity.event.assemblyPoints = {{q("east"), {q("E"), q("East car park")}, {q("A")}}};
        node.setIdentity(identity);
        node.setDay(busyDay());
        set(node, std::move(views));
        kiosk =
            std::make_unique<KioskController>(node, settings, KioskTiming{100ms, 100ms, 700ms, 50ms, 60ms, 5s, 300ms});
    }
    [[nodiscard]] KioskController::State state() const { return kiosk->state(); }
};

}  // namespace

SCENARIO("a kiosk follows the mode of the hall", "[models][kiosk][modes]")
{
    KioskRig rig;
    REQUIRE(rig.state() == KioskController::Ready);
    GIVEN("a hold")
    {
        set(rig.node, {at("", Mode::Hold)});
        CHECK(rig.state() == KioskController::Waiting);
        CHECK(rig.kiosk->modeTitle() == q("Please wait here"));
        THEN("no code is taken, and the all-clear opens it")
        {
            rig.kiosk->scanned("L-0001");
            CHECK(rig.node.acts.empty());
            set(rig.node, {at("", Mode::Normal)});
            CHECK(rig.state() == KioskController::Ready);
        }
        THEN("a broken camera is for staff to see, and an evacuation goes before it")
        {
            rig.kiosk->setTrouble(q("camera"));
            CHECK(rig.state() == KioskController::OutOfOrder);
            set(rig.node, {at("", Mode::Evacuate)});
            CHECK(rig.state() == KioskController::Evacuating);
            rig.kiosk->setTrouble({});
            CHECK(rig.state() == KioskController::Evacuating);
        }
    }
    GIVEN("a guest who is being answered")
    {
        rig.node.decide = [](const Act &) { return sampleAnswer(Outcome::Admitted); };
        rig.kiosk->scanned("L-0001");
        pass(10ms);
        REQUIRE(rig.state() == KioskController::Told);
        THEN("a hold waits until they have read it")
        {
            set(rig.node, {at("", Mode::Hold)});
            CHECK(rig.state() == KioskController::Told);
            pass(150ms);
            CHECK(rig.state() == KioskController::Waiting);
        }
        THEN("an evacuation of this zone waits for nobody, and says where to go")
        {
            set(rig.node, {at("", Mode::Normal), at("A", Mode::Evacuate)});
            CHECK(rig.state() == KioskController::Evacuating);
            CHECK(rig.kiosk->assembly().contains(q("East car park")));
        }
    }
    GIVEN("a hold of another zone, or of this one, which only its door minds")
    {
        set(rig.node, {at("", Mode::Normal), at("D", Mode::Evacuate), at("A", Mode::Hold)});
        CHECK(rig.state() == KioskController::Ready);
    }
}

TEST_CASE("a kiosk that starts while the hall is cleared says so at once", "[models][kiosk][modes]")
{
    const KioskRig rig({at("", Mode::Evacuate)});
    CHECK(rig.state() == KioskController::Evacuating);
}

TEST_CASE("who comes too fast is asked to wait a moment, and the next one may try", "[models][kiosk][modes]")
{
    KioskRig rig({at("", Mode::Slow)});
    CHECK(rig.kiosk->isSlow());
    Answer slow;
    slow.outcome = Outcome::RuleRefused;
    slow.why = q("slow");
    rig.node.decide = [slow](const Act &) { return slow; };
    rig.kiosk->scanned("L-0001");
    pass(10ms);
    CHECK(rig.state() == KioskController::Waiting);
    CHECK(rig.kiosk->modeTitle() == q("Please wait a moment"));
    rig.node.decide = [](const Act &) { return sampleAnswer(Outcome::Admitted); };
    rig.kiosk->scanned("L-0002");
    pass(10ms);
    CHECK(rig.state() == KioskController::Told);
    pass(150ms);
    CHECK(rig.state() == KioskController::Ready);
}

SCENARIO("a board says the mode before any number", "[models][board][modes]")
{
    FakeNode node;
    Settings settings;
    settings.setLanguage(q("en"));
    HeardVoice voice;
    node.setNow(sampleNow());
    node.setIdentity(deskIdentity(q("board")));
    node.setDay(busyDay());
    node.calls = sampleBoard();
    node.calls.nowServing[1].at = sampleNow() - 30s;
    GIVEN("an evacuation")
    {
        set(node, {at("", Mode::Evacuate)});
        const BoardModel board(node, settings, voice);
        pass(20ms);
        REQUIRE(voice.heard.size() == 1);
        CHECK(voice.heard.front().contains(q("leave calmly")));
        voice.end();
        pass(20ms);
        THEN("no number is called, and it is said again after a while")
        {
            CHECK(voice.heard.size() == 1);
            node.setNow(sampleNow() + 31s);
            set(node, {at("", Mode::Evacuate)});
            pass(20ms);
            CHECK(voice.heard.size() == 2);
        }
        THEN("the all-clear is said, and then the numbers go on")
        {
            set(node, {at("", Mode::Normal)});
            pass(20ms);
            REQUIRE(voice.heard.size() == 2);
            CHECK(voice.heard.back().contains(q("All clear")));
            voice.end();
            pass(20ms);
            CHECK(voice.heard.size() == 3);
        }
    }
    GIVEN("a day as usual")
    {
        set(node, {at("", Mode::Normal)});
        const BoardModel board(node, settings, voice);
        pass(20ms);
        THEN("nobody hears of an all-clear") { CHECK_FALSE(voice.heard.value(0).contains(q("All clear"))); }
    }
}

SCENARIO("the commander says something to a role", "[models][messages]")
{
    FakeNode node;
    Settings settings;
    node.setNow(sampleNow());
    auto identity = sampleIdentity(q("greeter"));
    StaffMember lead;
    lead.code = q("S-07");
    lead.roles = {q("lead")};
    identity.event.staff = {lead};
    node.setIdentity(identity);
    DayView day = busyDay();
    const auto message = messageTo("role:lead", "meeting");
    HallModel ours(node, settings, q("S-07"));
    HallModel others(node, settings, q("S-08"));
    QSignalSpy heard(&ours, &HallModel::called);
    day.messages = {message};
    node.setDay(day);
    CHECK(ours.text() == q("meeting"));
    CHECK(heard.count() == 1);
    CHECK(others.unreadCount() == 0);
    THEN("it stays until they say that they have read it")
    {
        ours.markRead();
        REQUIRE(node.acts.size() == 1);
        CHECK(std::get<messages::MarkRead>(node.acts.front().command).message == q("m1"));
        CHECK(node.acts.front().actor == q("S-07"));
        day.messages.front().isReadHere = true;
        node.setDay(day);
        CHECK(ours.unreadCount() == 0);
        CHECK(heard.count() == 1);
    }
    THEN("of several the oldest is read first")
    {
        MessageView later = message;
        later.id = q("m2");
        later.text = q("lunch");
        day.messages = {later, message};
        node.setDay(day);
        CHECK(ours.text() == q("meeting"));
        CHECK(ours.unreadCount() == 2);
    }
}

TEST_CASE("what is said to leads is read where a zone is led", "[models][messages]")
{
    FakeNode node;
    Settings settings;
    node.setNow(sampleNow());
    node.setIdentity(deskIdentity(q("zone")));
    DayView day = busyDay();
    const auto message = messageTo("role:lead", "meeting");
    day.messages = {message};
    HallModel hall(node, settings, {});
    node.setDay(day);
    CHECK(hall.text() == q("meeting"));
}

TEST_CASE("a wall shows what is said to all for a while, and nothing else", "[models][messages]")
{
    FakeNode node;
    Settings settings;
    node.setNow(sampleNow());
    node.setIdentity(deskIdentity(q("board")));
    DayView day = busyDay();
    const auto message = messageTo("all", "lunch");
    day.messages = {message};
    HallModel wall(node, settings, {});
    node.setDay(day);
    CHECK(wall.text() == q("lunch"));
    wall.markRead();
    CHECK(node.acts.empty());
    day.messages.front().to = q("role:lead");
    node.setDay(day);
    CHECK(wall.text().isEmpty());
    day.messages.front().to = q("all");
    node.setNow(sampleNow() + HallModel::wallFor);
    node.setDay(day);
    CHECK(wall.text().isEmpty());
}
