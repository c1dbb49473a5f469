// Goal: scripts give numbers, prizes and units, each once, and read back what happened.
// Method: the program itself, on an idle folder and beside the running coordinator: a number's journey, a gift, a flat,
// with the refusals on the way; then what status, audit and verify say of it.
#include "tests/e2e/event_rig.h"

#include <QJsonArray>

using namespace muster::test;

namespace {

Said act(const EventRig &rig, const QStringList &args) { return rig.act(q("hub"), args); }

QJsonObject withCode(const QJsonObject &day, const char *list, const char *code)
{
    for (const auto &entry : day.value(q(list)).toArray()) {
        if (entry.toObject().value(q("code")) == q(code)) {
            return entry.toObject();
        }
    }
    return {};
}

void serveNumber(const EventRig &rig, const QString &code)
{
    const auto counter = QStringList{q("--counter"), q("consult-1")};
    CHECK(outcome(act(rig, QStringList{q("queue-open")} + counter)) == q("done"));
    CHECK(outcome(act(rig, QStringList{q("queue-call")} + counter)) == q("nothing_waiting"));
    const auto issued = act(rig, {q("queue-issue"), q("B"), q("--guest"), code});
    INFO(issued.trouble.toStdString());
    CHECK(issued.exit == 0);
    const auto number = issued.json.value(q("number")).toString();
    CHECK(number == q("B001"));
    CHECK(issued.json.value(q("ahead")).toInt(-1) == 0);
    CHECK(issued.json.value(q("zone")) == q("B"));
    CHECK(issued.json.value(q("provisional")) == false);
    const auto again = act(rig, {q("queue-issue"), q("B"), q("--guest"), code});
    CHECK(again.exit == 1);
    CHECK(why(again) == q("has_number"));
    CHECK(again.json.value(q("number")) == number);
    CHECK_FALSE(again.json.value(q("words")).toObject().value(q("en")).toString().isEmpty());
    CHECK(withCode(rig.status(q("hub")), "queues", "consult").value(q("waiting")) == 1);
    const auto called = act(rig, QStringList{q("queue-call")} + counter);
    CHECK(called.exit == 0);
    CHECK(called.json.value(q("number")) == number);
    CHECK(called.json.value(q("phase")) == q("called"));
    CHECK(called.json.value(q("service")) == q("consult"));
    CHECK(act(rig, QStringList{q("queue-call")} + counter).exit == 1);
    CHECK(act(rig, {q("queue-recall"), number}).exit == 0);
    CHECK(act(rig, {q("queue-step"), q("arrive"), number}).exit == 0);
    CHECK(withCode(rig.status(q("hub")), "queues", "consult").value(q("serving")) == 1);
    CHECK(act(rig, {q("queue-finish"), number, q("--note"), q("has questions about the loan")}).exit == 0);
    const auto over = act(rig, {q("queue-finish"), number});
    CHECK(over.exit == 1);
    CHECK(why(over) == q("not_possible"));
    CHECK(why(act(rig, {q("queue-finish"), q("B999")})) == q("no_ticket"));
    CHECK(why(act(rig, {q("queue-issue"), q("no-series")})) == q("no_series"));
    CHECK(act(rig, {q("queue-step"), q("dance"), number}).exit == 2);
}

void givePrize(const EventRig &rig, const QString &code)
{
    const auto redeemed = act(rig, {q("redeem"), q("welcome"), code});
    INFO(redeemed.trouble.toStdString());
    CHECK(redeemed.exit == 0);
    CHECK(outcome(redeemed) == q("granted"));
    const auto grant = redeemed.json.value(q("grant")).toString();
    CHECK(grant.size() == 64);
    CHECK(withCode(rig.status(q("hub")), "prizes", "welcome").value(q("open")) == 1);
    CHECK(act(rig, {q("hand-over"), grant}).exit == 0);
    CHECK(why(act(rig, {q("hand-over"), grant})) == q("over"));
    const auto twice = act(rig, {q("redeem"), q("welcome"), code});
    CHECK(twice.exit == 1);
    CHECK(outcome(twice) == q("refused"));
    CHECK(why(twice) == q("already_given"));
    CHECK(why(act(rig, {q("redeem"), q("vip-gift"), code})) == q("wrong_class"));
    CHECK(act(rig, {q("hand-over"), q("no-grant")}).exit == 2);
    CHECK(outcome(act(rig, {q("stock"), q("damaged"), q("welcome"), q("2"), q("--reason"), q("wet")})) == q("done"));
    const auto welcome = withCode(rig.status(q("hub")), "prizes", "welcome");
    CHECK(welcome.value(q("handed_over")) == 1);
    CHECK(welcome.value(q("stock")).toArray().at(0).toObject().value(q("left")) == 297);
}

void sellUnit(const EventRig &rig, const QString &code, const QString &other)
{
    CHECK(outcome(act(rig, {q("unit-hold"), q("1-0101"), code})) == q("done"));
    const auto held = act(rig, {q("unit-hold"), q("1-0101"), other});
    CHECK(held.exit == 1);
    CHECK(why(held) == q("held"));
    CHECK(outcome(act(rig, {q("unit-freeze"), q("--reason"), q("a pause")})) == q("done"));
    CHECK(why(act(rig, {q("unit-hold"), q("1-0102"), other})) == q("frozen"));
    CHECK(outcome(act(rig, {q("unit-thaw"), q("--reason"), q("goes on")})) == q("done"));
    CHECK(outcome(act(rig, {q("unit-subscribe"), q("1-0101"), code})) == q("done"));
    const auto signedOff = act(rig, {q("unit-sign"), q("1-0101")});
    CHECK(outcome(signedOff) == q("done"));
    CHECK(signedOff.json.value(q("phase")) == q("signed"));
    CHECK(act(rig, {q("unit-release"), q("1-0101"), q("--reason"), q("changed their mind")}).exit == 1);
    CHECK(why(act(rig, {q("unit-hold"), q("no-unit"), other})) == q("no_unit"));
    CHECK(withCode(rig.status(q("hub")), "units", "1-0101").value(q("phase")) == q("signed"));
}

void workAt(const EventRig &rig)
{
    const auto code = rig.codes().at(0);
    CHECK(outcome(rig.signIn(q("hub"), code)) == q("admitted"));
    serveNumber(rig, code);
    givePrize(rig, code);
    sellUnit(rig, code, rig.codes().at(1));
    QStringList done;
    for (const auto &entry : rig.at(q("hub"), {q("audit"), code}).json.value(q("acts")).toArray()) {
        done << entry.toObject().value(q("act")).toString();
    }
    // One number came with the sign-in, the other was taken for consulting.
    CHECK(done == QStringList{q("sign_in"), q("queue_issue"), q("queue_issue"), q("queue_call"), q("queue_recall"),
                              q("queue_arrive"), q("queue_finish"), q("redeem"), q("hand_over"), q("unit_hold"),
                              q("unit_subscribe"), q("unit_sign")});
    CHECK(rig.isSound(q("hub")));
}

}  // namespace

SCENARIO("numbers, prizes and units on an idle folder, and the same beside the running device", "[e2e]")
{
    EventRig rig(10);
    GIVEN("an idle folder") { workAt(rig); }
    GIVEN("a running device")
    {
        rig.startHub();
        workAt(rig);
    }
}
