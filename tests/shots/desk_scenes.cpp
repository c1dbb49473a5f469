// The counter, the prize desk and the board in every state.
#include "tests/qml/sample_desks.h"
#include "tests/shots/states.h"

#include <QQuickItem>
#include <QQuickWindow>

namespace muster::test {
namespace {

using Act = std::function<void(Face &, FakeNode &, FakeEnrolment &)>;

const QString counter = QStringLiteral("counter");
const QString prize = QStringLiteral("prize");
const QString board = QStringLiteral("board");

/// A counter with @p hand, that is open, and that @p waiting wait for.
std::function<void(FakeNode &)> at(std::vector<TicketView> hand, int waiting = 12, bool isOpen = true)
{
    return [=](FakeNode &node) {
        node.setIdentity(deskIdentity(counter));
        node.setDay(queueDay(isOpen, waiting));
        node.desk.atHand = hand;
        if (waiting > 0) {
            node.desk.onDeck = {sampleTicket(QStringLiteral("A024"), QStringLiteral("waiting"), 1),
                                sampleTicket(QStringLiteral("A025"), QStringLiteral("waiting"), 6),
                                sampleTicket(QStringLiteral("A026"), QStringLiteral("waiting"), 5)};
            node.desk.onDeck[2].guest.reset();
        }
    };
}

TicketView ticket(const char *phase, int guest = 0, const char *number = "A023")
{
    return sampleTicket(QString::fromLatin1(number), QString::fromLatin1(phase), guest);
}

/// Presses Next, and the node says this.
Act callAnswer(Outcome outcome, Words reason, bool isProvisional = false)
{
    return [=](Face &face, FakeNode &node, FakeEnrolment &) {
        node.decide = [=](const muster::Act &) {
            Answer answer;
            answer.outcome = outcome;
            answer.reason = reason;
            answer.isProvisional = isProvisional;
            return answer;
        };
        face.counter()->callNext();
        settle();
    };
}

std::function<void(FakeNode &)> desk(PrizeGuestView dues, std::vector<OpenPrizeView> open = {})
{
    return [=](FakeNode &node) {
        node.setIdentity(deskIdentity(prize));
        node.dues = dues;
        node.unsettled = open;
        node.decide = [](const muster::Act &act) {
            Answer answer;
            const bool isRedeemed = std::holds_alternative<prizes::Redeem>(act.command);
            answer.outcome = isRedeemed ? Outcome::Granted : Outcome::Done;
            answer.operation = sampleId<OperationHash>(41);
            return answer;
        };
    };
}

/// Something urgent and something lighter at the desk of @p node.
DayView calling(const FakeNode &node)
{
    DayView day = node.day();
    AlertView alert;
    alert.id = alert.kind = QStringLiteral("incident_urgent");
    alert.station = node.identity().station;
    alert.weight = 95;
    alert.text = {QStringLiteral("紧急事件 21，医疗，E区"), QStringLiteral("Urgent: incident 21, Medical, zone E")};
    alert.since = node.now() - std::chrono::seconds(20);
    AlertView lighter = alert;
    lighter.id = QStringLiteral("zone_full");
    day.alerts = {alert, lighter};
    return day;
}

Act scanAnd(const char *handed)
{
    return [handed](Face &face, FakeNode &, FakeEnrolment &) {
        face.scanned("L-0042");
        settle();
        face.prize()->handOver(QString::fromLatin1(handed));
        settle();
    };
}

}  // namespace

std::vector<State> counterStates()
{
    TicketView nameless = ticket("called");
    nameless.guest.reset();
    nameless.persons = 3;
    TicketView papers = ticket("called", 3);
    papers.papers = {{QStringLiteral("id"), {QStringLiteral("身份证"), QStringLiteral("Identity card")}},
                     {QStringLiteral("slip"), {QStringLiteral("认筹单"), QStringLiteral("Subscription slip")}}};
    const Words nobody{QStringLiteral("没有等候的号码。"), QStringLiteral("Nobody is waiting.")};
    return {{QStringLiteral("closed"), counter, at({}, 12, false), {}},
            {QStringLiteral("unplanned"), counter, [](FakeNode &) {}, {}},
            {QStringLiteral("idle"), counter, at({}), {}},
            {QStringLiteral("quiet"), counter, at({}, 0), callAnswer(Outcome::NothingWaiting, nobody)},
            {QStringLiteral("called"), counter, at({ticket("called")}), {}},
            {QStringLiteral("called-papers"), counter, at({papers}),
             [](Face &face, FakeNode &, FakeEnrolment &) { face.counter()->tickPaper(QStringLiteral("id")); }},
            {QStringLiteral("called-nameless"), counter, at({nameless}), {}},
            {QStringLiteral("serving"),
             counter,
             at({ticket("serving", 6), ticket("held", 1, "A017"), ticket("held", 2, "A1009-12")}),
             {}},
            {QStringLiteral("held"), counter, at({ticket("held", 4), ticket("held", 1, "A017")}), {}},
            {QStringLiteral("alert"),
             counter,
             [](FakeNode &node) {
                 at({ticket("serving")})(node);
                 node.setDay(calling(node));
             },
             {}},
            {QStringLiteral("transfer"), counter, at({ticket("serving")}),
             [](Face &face, FakeNode &, FakeEnrolment &) {
                 auto *button = face.window()->findChild<QQuickItem *>(QStringLiteral("transfer"));
                 QMetaObject::invokeMethod(button, "clicked");
             }},
            {QStringLiteral("documents"), counter, at({ticket("serving")}),
             [](Face &face, FakeNode &, FakeEnrolment &) {
                 auto *button = face.window()->findChild<QQuickItem *>(QStringLiteral("documents"));
                 QMetaObject::invokeMethod(button, "clicked");
             }},
            {QStringLiteral("cut-off"), counter,
             [](FakeNode &node) {
                 at({})(node);
                 DayView day = queueDay(true, 12);
                 day.link.isCutOff = true;
                 day.link.unsent = 3;
                 node.setDay(day);
             },
             callAnswer(Outcome::Done, {}, true)}};
}

std::vector<State> prizeStates()
{
    const auto scan = [](Face &face, FakeNode &, FakeEnrolment &) {
        face.scanned("L-0042");
        settle();
    };
    return {{QStringLiteral("idle"), prize, desk({}), {}},
            {QStringLiteral("open"), prize, desk({}, {sampleOpenPrize(0), sampleOpenPrize(6)}), {}},
            {QStringLiteral("alert"), prize,
             [](FakeNode &node) {
                 desk(sampleDues())(node);
                 node.setDay(calling(node));
             },
             scan},
            {QStringLiteral("unknown"), prize, desk({}), scan},
            {QStringLiteral("guest"), prize, desk(sampleDues()), scan},
            {QStringLiteral("guest-vip"), prize, desk(sampleDues(6)), scan},
            {QStringLiteral("handed"), prize, desk(sampleDues()), scanAnd("gift")},
            {QStringLiteral("proof-phone"), prize, desk(sampleDues()), scanAnd("buyer")},
            {QStringLiteral("refused"), prize,
             [](FakeNode &node) {
                 desk(sampleDues())(node);
                 node.decide = [](const muster::Act &) {
                     Answer answer;
                     answer.outcome = Outcome::NotNow;
                     return answer;
                 };
             },
             scanAnd("gift")},
            {QStringLiteral("proof-signed"), prize,
             [](FakeNode &node) {
                 PrizeGuestView dues = sampleDues();
                 dues.dues[3].whyNot = {};
                 desk(dues)(node);
             },
             scanAnd("toy")}};
}

std::vector<State> boardStates()
{
    const auto hang = [](FakeNode &node) {
        node.setIdentity(deskIdentity(board));
        node.calls = sampleBoard();
    };
    return {{QStringLiteral("calling"), board, hang, {}},
            {QStringLiteral("idle"), board, [](FakeNode &node) { node.setIdentity(deskIdentity(board)); }, {}},
            {QStringLiteral("stale"),
             board,
             [hang](FakeNode &node) {
                 hang(node);
                 node.setDay(staleDay());
             },
             {}},
            {QStringLiteral("unknown"),
             board,
             [](FakeNode &node) {
                 node.setIdentity(deskIdentity(board));
                 node.setDay({});
             },
             {}}};
}

}  // namespace muster::test
