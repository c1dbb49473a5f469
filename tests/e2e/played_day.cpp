#include "tests/e2e/played_day.h"

#include <QFile>
#include <QJsonDocument>

namespace muster::test {
namespace {

constexpr int guestsMax = 300;

QByteArray pictureOfBoard() { return QByteArray("board").repeated(40'000); }

}  // namespace

const QStringList &everyone()
{
    static const QStringList names{q("hub"),      q("standby"), q("kiosk-1"), q("greeter-1"),
                                   q("verify-1"), q("zone-d"),  q("zone-e"),  q("prize-1")};
    return names;
}

PlayedDay::PlayedDay() : DayScript(guestsMax) {}

bool PlayedDay::isPictureAt(const QString &device, const QString &hash) const
{
    const auto shown = m_rig.act(device, {q("incident-show"), m_count.pictures.at(hash)}).json;
    return row(shown.value(q("pictures")), "picture", hash).value(q("here")).toBool();
}

QByteArray PlayedDay::fetched(const QString &device, const QString &hash) const
{
    QFile file(m_rig.folder(q("fetched.jpg")));
    file.remove();
    must(device, q("incident-picture --get %1").arg(hash), {q("--out"), file.fileName()});
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void PlayedDay::mustSee(const QStringList &devices, const std::function<bool(const QJsonObject &)> &holds) const
{
    for (const auto &name : devices) {
        INFO(name.toStdString());
        CHECK(eventually([&] { return holds(m_rig.status(name)); }));
    }
}

void PlayedDay::setUp()
{
    goTo(q("06:30"));
    m_rig.startHub();
    m_standby = std::make_unique<Standby>(m_rig);
    m_rig.startDevice(q("zone"), q("zone-d"), q("zone-d"));
    m_rig.startDevice(q("zone"), q("zone-e"), q("zone-e"));
    m_rig.startDevice(q("greeter"), q("greeter-1"), q("greeter-1"));
    m_rig.open(q("kiosk"), {q("kiosk-1")});
    m_rig.open(q("counter"), {q("verify-1")});
    m_rig.open(q("prize"), {q("prize-1")});
    for (const auto &name : {q("zone-d"), q("zone-e"), q("greeter-1")}) {
        REQUIRE(m_rig.isReady(name));
    }
}

void PlayedDay::prepare()
{
    for (const auto *code : {"self-check", "load-in", "roll-call", "briefing"}) {
        cue(q(code), q("go"));
        cue(q(code), q("done"));
    }
    goTo(q("07:00"));
    for (const auto *moved : {"chair packed 700", "chair arrived 690", "sign packed 60", "sign arrived 60",
                              "radio packed 60", "radio arrived 60", "chair issued 600 --zone D"}) {
        must(q("hub"), q("material %1 --as S172").arg(q(moved)));
    }
    must(q("hub"), q("serial subscription 1-40 issued --staff S051 --as S001"));
    must(q("hub"), q("serial contract 1-10 issued --staff S051 --as S001"));
    mustNot(q("hub"), q("task chk-weather done --as S174"));  // Without evidence.
    task(q("chk-weather"), q("S174"), {q("--evidence"), q("dry, wind three")});
    task(q("chk-network"), q("S169"));
    task(q("chk-parking"), q("S124"));
    must(q("hub"), q("say all --as S001"), {q("The doors open at nine")});
}

void PlayedDay::takePosts()
{
    goTo(q("08:35"));
    postIn(q("hub"), q("command"), q("S001"), q("S001"));
    postIn(q("hub"), q("command"), q("S002"), q("S001"));
    postIn(q("hub"), q("A-lead"), q("S005"), q("S001"));
    postIn(q("zone-d"), q("D-lead"), q("S008"), q("S008"));
    postIn(q("zone-d"), q("D-deputy"), q("S043"), q("S008"));
    postIn(q("zone-e"), q("E-lead"), q("S009"), q("S009"));
    for (const auto *floater : {"S176", "S177", "S178"}) {
        postIn(q("hub"), q("floater"), q(floater), q("S001"));
    }
    lend(q("zone-d"), q("R01"), q("S008"), q("S008"));
    lend(q("zone-e"), q("R02"), q("S009"), q("S009"));
    lend(q("zone-d"), q("R01"), q("S043"), q("S008"));  // Handed on.
}

void PlayedDay::openDoors()
{
    goTo(q("08:50"));
    const auto no = mustNot(q("hub"), q("cue doors go --as S001"));
    const auto words = QString::fromUtf8(QJsonDocument(no.json).toJson());
    CHECK(words.contains(q("Not ready")));
    CHECK(words.contains(q("post:A-deputy")));
    CHECK(words.contains(q("material:chair")));
    CHECK(words.contains(q("task:chk-signage")));
    CHECK_FALSE(words.contains(q("task:chk-weather")));
    CHECK_FALSE(words.contains(q("post:D-lead")));
    cue(q("doors"), q("go"));
    must(q("hub"), q("phase open --as S001"), {q("--reason"), q("the rest follows")});
    m_rig.hub().kill();
    signIn(q("kiosk-1"), 5);  // Nobody waits for it.
    CHECK(m_count.provisional == 5);
    m_rig.startHub();
    REQUIRE(eventually([&] { return !isCutOff(m_rig.status(q("kiosk-1"))) && !isCutOff(m_rig.status(q("zone-e"))); },
                       std::chrono::seconds(40)));
    // What was said before the power went is there.
    CHECK(row(m_rig.status(q("hub")).value(q("cues")), "code", q("doors")).value(q("state")) == q("running"));
}

void PlayedDay::letGuestsIn()
{
    goTo(q("09:05"));
    cue(q("doors"), q("done"));
    cue(q("sign-in"), q("go"));
    must(q("hub"), q("phase live --as S001"), {q("--reason"), q("the rest follows")});
    signIn(q("kiosk-1"), 50);
    signIn(q("greeter-1"), 20);
    for (int i = 0; i < 4; ++i) {
        must(q("greeter-1"), q("walk-in --consent --phone 1380000000%1").arg(i), {q("--name"), q("李%1").arg(i)});
        ++m_count.walkIns;
        ++m_count.persons;
    }
    CHECK(outcome(mustNot(q("greeter-1"), q("sign-in"), {m_inside.first()})) == q("already_in"));
    // The same press twice is one act.
    const auto code = m_rig.codes().at(m_next++);
    const QStringList press{code, q("--request"), q("00112233445566778899aabbccddeeff")};
    const auto once = must(q("kiosk-1"), q("sign-in"), press);
    const auto twice = must(q("kiosk-1"), q("sign-in"), press);
    CHECK(once.json.value(q("operation")) == twice.json.value(q("operation")));
    CHECK(number(once) == number(twice));
    ++m_count.signedIn;
    ++m_count.persons;
}

void PlayedDay::cutZoneOff()
{
    goTo(q("09:30"));
    REQUIRE(eventually([&] { return m_rig.areEqual(everyone()); }, std::chrono::seconds(60)));
    m_rig.cut({q("zone-e")});
    REQUIRE(eventually([&] { return isCutOff(m_rig.status(q("zone-e"))); }));
}

void PlayedDay::sell(const QString &words, double amount)
{
    must(q("hub"), q("sale %1 %2 --as S001").arg(amount, 0, 'f', 2).arg(words));
    ++m_count.sales;
    m_count.saleAmount += amount;
}

void PlayedDay::servePeople()
{
    goTo(q("10:10"));
    must(q("verify-1"), q("queue-open"));
    for (int i = 0; i < 8; ++i) {
        const auto called = number(must(q("verify-1"), q("queue-call")));
        must(q("verify-1"), q("queue-arrive %1 --identity --paper identity deposit funds").arg(called));
        must(q("verify-1"), q("queue-finish %1").arg(called));
        ++m_count.served;
    }
    for (int i = 0; i < 12; ++i) {
        const auto grant = must(q("prize-1"), q("redeem welcome"), {m_inside.at(i)}).json.value(q("grant")).toString();
        if (i == 11) {
            must(q("prize-1"), q("prize-cancel %1").arg(grant), {q("--reason"), q("came without a bag")});
            continue;
        }
        must(q("prize-1"), q("hand-over %1").arg(grant));
        ++m_count.handedOver;
    }
    mustNot(q("prize-1"), q("redeem welcome"), {m_inside.first()});
    must(q("zone-d"), q("count D 40 --as S008"));
    must(q("zone-d"), q("count D -6 --as S008"));
    m_count.persons += 34;
    round(q("zone-d"), q("clean-D"), q("D"), q("S160"));
    for (const auto *what : {"water on the floor", "a bench broke", "a bag was left"}) {
        const auto number = incident(q("zone-d"), q("--zone D --as S008"), q(what));
        note(q("zone-d"), number, q("somebody looks"));
        must(q("zone-d"), q("incident-assign %1 S176 --as S008").arg(number));
        must(q("zone-d"), q("incident-state %1 in_hand --as S008").arg(number));
        closeIncident(q("zone-d"), number, q("S008"));
    }
}

void PlayedDay::aloneInZone()
{
    goTo(q("11:15"));
    REQUIRE(isCutOff(m_rig.status(q("zone-e"))));
    const auto e = q("zone-e");
    m_alone = incident(e, q("--zone E --urgent --as S009"), q("two families, one unit"));
    ++m_count.incidentsUrgent;
    for (const auto *words : {"both at desk three", "the board is locked", "the commander is asked for"}) {
        note(e, m_alone, q(words));
    }
    m_board = picture(e, m_alone, pictureOfBoard(), q("S009"));
    must(e, q("count E 25 --as S009"));
    must(e, q("count E -5 --as S009"));
    m_count.persons += 20;
    // The relief stands there first; only then may the lead go to eat.
    mustNot(e, q("meal S009 start --as S009"));
    postIn(e, q("E-deputy"), q("S188"), q("S009"));
    must(e, q("post-in E-lead --staff S188 --relieves S009 --as S009 --ticks uniform,badge,briefing,radio"),
         {q("--reason"), q("the lead eats")});
    --m_count.standing;
    must(e, q("meal S009 start --as S009"));
    round(e, q("clean-E"), q("E"), q("S161"));
    const auto mode = must(e, q("mode E slow --as S009"), {q("--reason"), q("one out, one in")});
    CHECK_FALSE(mode.json.isEmpty());
}

void PlayedDay::noon()
{
    goTo(q("11:55"));
    must(q("zone-e"), q("meal S009 end --as S009"));
    must(q("hub"), q("meal S002 start --as S001"), {q("--reason"), q("S001 stays")});
    must(q("zone-d"), q("relief D-lead --relief S043 --as S008"));
    goTo(q("12:40"));
    must(q("hub"), q("meal S002 end --as S001"));
    must(q("hub"), q("mode hall hold --as S001"), {q("--reason"), q("too many at the stage")});
    REQUIRE(eventually([&] { return m_rig.status(q("kiosk-1")).value(q("mode")) == q("hold"); }));
    mustNot(q("kiosk-1"), q("sign-in"), {m_rig.codes().at(m_next)});
    must(q("hub"), q("mode hall normal --as S001"), {q("--reason"), q("room again")});
    REQUIRE(eventually([&] { return m_rig.status(q("kiosk-1")).value(q("mode")) == q("normal"); }));
    signIn(q("kiosk-1"), 10);
}

void PlayedDay::comeBack()
{
    goTo(q("13:30"));
    m_rig.heal();
    m_rig.mustConverge(everyone(), 0);
    const auto hub = m_rig.status(q("hub"));
    const auto known = row(hub.value(q("incidents")), "incident", m_alone);
    CHECK(known.value(q("urgent")).toBool());
    CHECK(known.value(q("state")) == q("open"));
    CHECK(row(hub.value(q("posts")), "code", q("E-lead")).value(q("standing")).toArray().size() == 1);
    CHECK(modeOf(hub, q("E")) == q("slow"));
    // What was photographed there comes after the words, and is what it was.
    REQUIRE(eventually([&] { return isPictureAt(q("hub"), m_board); }));
    CHECK(fetched(q("hub"), m_board) == pictureOfBoard());
    CHECK(row(hub.value(q("messages")), "text", q("The doors open at nine")).value(q("read_by")).toInt() == 0);
    const auto message = row(hub.value(q("messages")), "text", q("The doors open at nine")).value(q("id")).toString();
    must(q("zone-e"), q("read %1 --as S009").arg(message));
    must(q("zone-d"), q("read %1 --as S008").arg(message));
    must(q("hub"), q("dispatch S176 %1 --as S001").arg(m_alone));
    --m_count.standing;
    must(q("hub"), q("incident-state %1 in_hand --as S001").arg(m_alone));
    must(q("zone-e"), q("mode E normal --as S009"));
}

void PlayedDay::afternoon()
{
    goTo(q("15:05"));
    sell(q("--unit 1-0101 --payment card --document RG0001 --guest %1").arg(m_inside.at(0)), 2'000'000);
    sell(q("--unit 1-0102 --payment transfer --document RG0002 --guest %1").arg(m_inside.at(1)), 1'200'000);
    m_count.buyers.insert({m_inside.at(0), m_inside.at(1)});
    sell(q("--merchant interior --payment cash"), 5'400.50);
    ++m_count.merchantSales;
    const auto wrong = must(q("hub"), q("sale 77 --merchant interior --payment cash --as S001"));
    must(q("hub"), q("sale-void %1 --as S001").arg(wrong.json.value(q("operation")).toString()),
         {q("--reason"), q("typed twice")});
    cue(q("draw-4"), q("go"));
    must(q("hub"), q("draw-commit first --as S001"));
    must(q("hub"), q("draw-number first 4711 --as S001"));
    const auto shown = must(q("hub"), q("draw-reveal first --as S001"));
    m_count.winners = int(shown.json.value(q("draw")).toObject().value(q("places")).toArray().size());
    CHECK(m_count.winners == 4);
    cue(q("draw-4"), q("done"));
    round(q("zone-d"), q("clean-D"), q("D"), q("S160"));
    round(q("zone-e"), q("clean-E"), q("E"), q("S161"));
    closeIncident(q("hub"), m_alone, q("S001"));
    must(q("hub"), q("dispatch S176 --state back --as S001"));
    ++m_count.standing;
    incident(q("zone-e"), q("--zone E --as S188"), q("a phone was found"));
    must(q("hub"), q("serial subscription 1-30 used --as S001"));
    must(q("hub"), q("serial subscription 31 void --as S001"), {q("--note"), q("torn")});
}

void PlayedDay::close()
{
    goTo(q("17:45"));
    must(q("hub"), q("phase close --as S001"), {q("--reason"), q("as the commander says")});
    must(q("hub"), q("serial subscription 32-40 returned --as S001"));
    must(q("hub"), q("material chair returned 597 --zone D --as S172"));
    must(q("hub"), q("material chair missing 2 --as S172"));
    giveBack(q("zone-d"), q("R01"), q("S008"));
    giveBack(q("zone-e"), q("R02"), q("S009"));
    for (const auto &staff : {m_helper, q("S043"), q("S008")}) {
        postOut(q("zone-d"), staff, q("S008"));
    }
    cue(q("sign-in"), q("done"));
}

}  // namespace muster::test
