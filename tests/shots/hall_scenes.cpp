// The hall is slowed, held or cleared, and the commander says something: what guests and staff see of it.
#include "tests/qml/sample_day.h"
#include "tests/qml/sample_desks.h"
#include "tests/shots/states.h"

namespace muster::test {
namespace {

using modes::Mode;

Words words(const char16_t *zh, const char16_t *en) { return {QString::fromUtf16(zh), QString::fromUtf16(en)}; }

std::function<void(FakeNode &)> run(Mode mode, bool isBoard = false)
{
    return [mode, isBoard](FakeNode &node) {
        auto identity = isBoard ? deskIdentity(QStringLiteral("board")) : node.identity();
        identity.event.assemblyPoints = {{QStringLiteral("east"), words(u"东门停车场", u"East car park"), {}}};
        node.setIdentity(identity);
        if (isBoard) {
            node.calls = sampleBoard();
        }
        DayView day = busyDay();
        ModeView view;
        view.mode = mode;
        view.reason = QString::fromUtf16(u"D 区有烟");
        day.modes = {view};
        node.setDay(day);
    };
}

std::function<void(FakeNode &)> say(const char *to, bool isBoard = false)
{
    return [to, isBoard](FakeNode &node) {
        if (isBoard) {
            node.setIdentity(deskIdentity(QStringLiteral("board")));
            node.calls = sampleBoard();
        }
        DayView day = busyDay();
        MessageView message;
        message.id = QStringLiteral("m1");
        message.to = QString::fromLatin1(to);
        message.text = QString::fromUtf16(u"午餐推迟十分钟，11:10 开始；各区请按新时间替岗");
        message.from = QString::fromUtf16(u"总指挥 陈立");
        message.at = sampleNow() - std::chrono::minutes(2);
        day.messages = {message, message};
        node.setDay(day);
    };
}

}  // namespace

std::vector<State> hallStates()
{
    const auto kiosk = QStringLiteral("kiosk");
    const auto board = QStringLiteral("board");
    const auto turnAway = [](Face &face, FakeNode &node, FakeEnrolment &) {
        Answer slow;
        slow.outcome = Outcome::RuleRefused;
        slow.why = QStringLiteral("slow");
        node.decide = [slow](const Act &) { return slow; };
        face.scanned("L-0042-7KQ9");
        settle();
    };
    return {{QStringLiteral("mode-hold"), kiosk, run(Mode::Hold), {}},
            {QStringLiteral("mode-evacuate"), kiosk, run(Mode::Evacuate), {}},
            {QStringLiteral("mode-slow"), kiosk, run(Mode::Slow), turnAway},
            {QStringLiteral("mode-slow"), board, run(Mode::Slow, true), {}},
            {QStringLiteral("mode-evacuate"), board, run(Mode::Evacuate, true), {}},
            {QStringLiteral("message"), board, say("all", true), {}},
            {QStringLiteral("message"), QStringLiteral("greeter"), say("all"), {}},
            {QStringLiteral("mode-hold"), QStringLiteral("greeter"), run(Mode::Hold), {}},
            {QStringLiteral("message"), QStringLiteral("coordinator"), say("role:lead"), {}},
            {QStringLiteral("mode-evacuate"), QStringLiteral("coordinator"), run(Mode::Evacuate), {}}};
}

}  // namespace muster::test
