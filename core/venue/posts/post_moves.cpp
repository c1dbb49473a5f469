// Breaks and meals, and who is sent where.
#include "core/venue/posts/post_steps.h"
#include "core/venue/staff/people.h"

namespace muster::posts {
namespace {

Words isPaused(const QString &staff)
{
    return {QStringLiteral("%1 正在休息或用餐").arg(staff), QStringLiteral("%1 is on a break already").arg(staff)};
}

Words isNotPaused(const QString &staff)
{
    return {QStringLiteral("%1 没有在休息或用餐").arg(staff), QStringLiteral("%1 is not on a break").arg(staff)};
}

Words noBreak() { return {QStringLiteral("请选择休息或用餐"), QStringLiteral("Say whether it is a break or a meal")}; }

Words secondMeal(const QString &staff)
{
    return {QStringLiteral("%1 本班次已领过工作餐；确需再领请写明原因").arg(staff),
            QStringLiteral("%1 had a meal in this shift: give a reason for another one").arg(staff)};
}

Words noTarget(const QString &target)
{
    return {QStringLiteral("没有岗位、区域或事件 %1").arg(target),
            QStringLiteral("There is no post, zone or incident %1").arg(target)};
}

Words isNotSent(const QString &staff)
{
    return {QStringLiteral("%1 未被派出").arg(staff), QStringLiteral("%1 was not sent anywhere").arg(staff)};
}

bool isPause(Whereabouts whereabouts)
{
    return whereabouts == Whereabouts::OnBreak || whereabouts == Whereabouts::AtMeal;
}

/// The post that @p step is to come back to.
QString postOf(const Step &step) { return step.whereabouts == Whereabouts::Standing ? step.place : step.back; }

bool hadMeal(Desk &desk, const QString &staff, const QString &shift)
{
    return std::ranges::any_of(historyOf(desk.state(), staff), [&shift](const Step &step) {
        return step.whereabouts == Whereabouts::AtMeal && step.shift == shift;
    });
}

/// Goes back to where they belong; to nowhere if that is no post of the plan any more.
void goBack(const Roster &roster, const Step &before, Step &step)
{
    if (roster.postNamed(before.back) != nullptr) {
        step.whereabouts = Whereabouts::Standing;
        step.place = before.back;
    }
}

/// Where the step that @p answer tells of leads to, however much later it is asked for again.
void tellPlace(Desk &desk, Answer &answer)
{
    auto &row = desk.state().statement("SELECT place FROM post_step WHERE op = ? AND part = 0");
    if (answer.operation && bindAll(row, *answer.operation).executeStep()) {
        setPost(findByCode(desk.setup().posts, textOf(row.getColumn(0))), answer);
    }
}

Answer endPause(Desk &desk, const Act &act, const Roster &roster, const QString &staff)
{
    const auto *before = roster.stepOf(staff);
    if (before == nullptr || !isPause(before->whereabouts)) {
        return desk.refused(act, Outcome::NotAllowed, isNotPaused(staff), QStringLiteral("not_on_break"));
    }
    auto step = next(desk, roster, staff, std::nullopt);
    goBack(roster, *before, step);
    auto answer = desk.done(act, stepped(desk.state(), step, std::nullopt, {}));
    tellPlace(desk, answer);
    return answer;
}

/// A post or zone of the plan, or the number of an incident.
bool isTarget(const EventSetup &setup, const QString &target)
{
    if (target.isEmpty() || target.size() > codeLengthMax) {
        return false;
    }
    return findByCode(setup.posts, target) != nullptr || findByCode(setup.zones, target) != nullptr ||
           std::ranges::any_of(target, [](QChar letter) { return letter.isDigit(); });
}

}  // namespace

Answer decide(Desk &desk, const Act &act, const Pause &command)
{
    const auto member = staff::find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, staff::unknown(command.staff), QStringLiteral("no_staff"));
    }
    if (command.kind != ShiftKind::Break && command.kind != ShiftKind::Meal) {
        return desk.refused(act, Outcome::NotAllowed, noBreak(), QStringLiteral("no_break"));
    }
    const Roster roster(desk.state(), desk.setup(), desk.post().now);
    if (!command.isStart) {
        return endPause(desk, act, roster, member->code);
    }
    const auto *before = roster.stepOf(member->code);
    if (before != nullptr && isPause(before->whereabouts)) {
        return desk.refused(act, Outcome::NotAllowed, isPaused(member->name), QStringLiteral("on_break"));
    }
    auto step = next(desk, roster, member->code, std::nullopt);
    step.reason = command.overrideReason.trimmed();
    step.back = before == nullptr ? QString() : postOf(*before);
    step.whereabouts = command.kind == ShiftKind::Meal ? Whereabouts::AtMeal : Whereabouts::OnBreak;
    if (command.kind == ShiftKind::Meal) {
        if (hadMeal(desk, member->code, step.shift) && step.reason.isEmpty()) {
            return refusedByRule(desk, act, {secondMeal(member->name), "second_meal"});
        }
        if (const auto *meal = roster.mealOf(member->code)) {
            step.round = meal->fromMinute;
        }
    }
    if (const auto why = objectionToLeaving(roster, member->code); why && step.reason.isEmpty()) {
        return refusedByRule(desk, act, *why);
    }
    return desk.done(act, stepped(desk.state(), step, std::nullopt, {}));
}

Answer decide(Desk &desk, const Act &act, const Dispatch &command)
{
    const auto member = staff::find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, staff::unknown(command.staff), QStringLiteral("no_staff"));
    }
    const Roster roster(desk.state(), desk.setup(), desk.post().now);
    const auto *before = roster.stepOf(member->code);
    const bool isSent = before != nullptr && before->whereabouts == Whereabouts::Sent;
    // Who was sent to a post and is there stands at it, and can be called back from it.
    const bool isLent = before != nullptr && before->whereabouts == Whereabouts::Standing && !before->back.isEmpty();
    const auto target = command.target.trimmed().isEmpty() && isSent ? before->place : command.target.trimmed();
    auto step = next(desk, roster, member->code, std::nullopt);
    step.state = command.state;
    step.note = command.note.trimmed();
    step.reason = command.overrideReason.trimmed();
    if (command.state == DispatchState::Back) {
        if (!isSent && !isLent) {
            return desk.refused(act, Outcome::NotAllowed, isNotSent(member->code), QStringLiteral("not_sent"));
        }
        goBack(roster, *before, step);
    } else {
        if (!isTarget(desk.setup(), target)) {
            return desk.refused(act, Outcome::NotFound, noTarget(target), QStringLiteral("no_target"));
        }
        step.place = target;
        step.back = before == nullptr ? QString() : isLent || isSent ? before->back : postOf(*before);
        const bool isAtPost = command.state == DispatchState::There && roster.postNamed(target) != nullptr;
        step.whereabouts = isAtPost ? Whereabouts::Standing : Whereabouts::Sent;
    }
    const bool isStaying = before != nullptr && step.whereabouts == Whereabouts::Standing &&
                           before->whereabouts == Whereabouts::Standing && before->place == step.place;
    if (const auto why = isStaying ? std::nullopt : objectionToLeaving(roster, member->code);
        why && step.note.isEmpty() && step.reason.isEmpty()) {
        return refusedByRule(desk, act, *why);
    }
    auto answer = desk.done(act, stepped(desk.state(), step, std::nullopt, {}));
    recall(desk, command, answer);
    return answer;
}

void recall(Desk &desk, const Pause &command, Answer &answer)
{
    if (!command.isStart) {
        tellPlace(desk, answer);
    }
}

void recall(Desk &desk, const Dispatch & /*command*/, Answer &answer) { tellPlace(desk, answer); }

}  // namespace muster::posts
