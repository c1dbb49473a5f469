// Taking a post, leaving it, readiness, and who will relieve whom.
#include "core/journal/body.h"
#include "core/venue/day/day_query.h"
#include "core/venue/guests/presence.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/post_steps.h"
#include "core/venue/staff/people.h"

namespace muster::posts {
namespace {

Words wrongRole(const PostPlan &post)
{
    const auto roles = post.roles.join(QStringLiteral("、"));
    return {QStringLiteral("该岗位须由 %1 担任；确需如此请写明原因").arg(roles),
            QStringLiteral("This post is for %1; give a reason if it must be so")
                .arg(post.roles.join(QStringLiteral(", ")))};
}

Words needsRest(int minutes)
{
    return {QStringLiteral("已连续在岗 %1 分钟以上，请先休息 %2 分钟；确需如此请写明原因")
                .arg(minutes)
                .arg(restFor.count()),
            QStringLiteral("On their feet for %1 minutes or more: rest for %2 first, or give a reason")
                .arg(minutes)
                .arg(restFor.count())};
}

Words leadIsThere(const QString &staff)
{
    return {QStringLiteral("负责人 %1 在岗，请办理交接；确需两人请写明原因").arg(staff),
            QStringLiteral("%1 leads here: take over from them, or give a reason").arg(staff)};
}

Words sameAsRelief() { return {QStringLiteral("不能替换本人"), QStringLiteral("Nobody relieves themselves")}; }

Words wasElsewhere()
{
    return {QStringLiteral("那时已另有记录，请先核对岗位日志"),
            QStringLiteral("By then something later was written down: look at the log of the post first")};
}

Words nobodyStands(const QString &post)
{
    return {QStringLiteral("%1 无人在岗").arg(post), QStringLiteral("Nobody stands at %1").arg(post)};
}

Words noSuchTick(const QString &item)
{
    return {QStringLiteral("没有检查项 %1").arg(item), QStringLiteral("There is nothing called %1 to tick").arg(item)};
}

Words notReady(const QStringList &missing)
{
    return {QStringLiteral("尚未计入在岗，缺：%1").arg(missing.join(QStringLiteral("、"))),
            QStringLiteral("Does not count yet, missing: %1").arg(missing.join(QStringLiteral(", ")))};
}

/// What people tick although no post asks for it.
bool isTick(const EventSetup &setup, const QString &item)
{
    static const QStringList usual{QStringLiteral("uniform"), QStringLiteral("badge"), QStringLiteral("briefing"),
                                   QStringLiteral("radio")};
    return usual.contains(item) ||
           std::ranges::any_of(setup.posts, [&](const PostPlan &post) { return post.ticks.contains(item); });
}

QStringList wanted(const QStringList &ticks)
{
    QStringList items;
    for (const auto &tick : ticks) {
        const auto item = tick.trimmed();
        if (!item.isEmpty() && item.size() <= codeLengthMax && !items.contains(item) && items.size() < ticksMax) {
            items << item;
        }
    }
    return items;
}

Draft tickedDraft(State &state, const QString &staff, const QStringList &items, bool isOn)
{
    const auto day = presence::resetCount(state);
    auto &row = state.statement("SELECT coalesce(max(version), 0) FROM post_tick WHERE day = ? AND staff = ?");
    bindAll(row, day, staff).executeStep();
    Draft draft;
    draft.kind = tickedKind();
    draft.body = {{key("day"), day},
                  {key("staff"), staff},
                  {key("ticks"), QCborArray::fromStringList(items)},
                  {key("on"), isOn},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())}};
    return draft;
}

/// What speaks against @p member at @p post; @p relieved leaves in the same act.
std::optional<Objection> objectionTo(const Roster &roster, const PostPlan &post, const StaffMember &member,
                                     const Step &step, const std::optional<QString> &relieved, const QStringList &ticks)
{
    const bool isFit = post.roles.isEmpty() || std::ranges::any_of(post.roles, [&](const QString &role) {
                           return member.roles.contains(role);
                       });
    if (!isFit) {
        return Objection{wrongRole(post), "wrong_role"};
    }
    if (post.standMinutes > 0 && step.at - step.onFeet >= std::chrono::minutes(post.standMinutes)) {
        return Objection{needsRest(post.standMinutes), "needs_rest"};
    }
    const auto there = roster.at(post.code);
    if (post.kind == PostKind::Lead && !relieved && !there.empty() && there.front()->staff != member.code) {
        return Objection{leadIsThere(day_query::staffName(roster.setup(), there.front()->staff)), "lead_is_there"};
    }
    if (const auto *now = roster.stepOf(member.code); now == nullptr || now->place != post.code) {
        if (auto why = objectionToLeaving(roster, member.code)) {
            return why;
        }
    }
    const bool isReady = std::ranges::all_of(roster.missingTicks(post, member.code),
                                             [&](const QString &item) { return ticks.contains(item); });
    return relieved && !isReady ? objectionToLeaving(roster, *relieved) : std::nullopt;
}

/// Who is to be relieved with @p command at @p post, if they stand there.
const Step *relievedAt(Desk &desk, const Roster &roster, const PostPlan &post, const QString &code)
{
    const auto member = staff::find(desk.state(), desk.setup(), code);
    const auto *step = member ? roster.stepOf(member->code) : nullptr;
    const bool isThere = step != nullptr && step->whereabouts == Whereabouts::Standing && step->place == post.code;
    return isThere ? step : nullptr;
}

/// Of a step that was written down afterwards: until when it was so; nothing if it still is.
std::optional<WallTime> endOf(State &state, const Step &step)
{
    std::optional<WallTime> end;
    for (const auto &later : historyOf(state, step.staff)) {
        if (!later.until && later.at > step.at) {
            end = end ? std::min(*end, later.at) : later.at;
        }
    }
    return end;
}

void tellOfGear(Desk &desk, const QString &staff, Answer &answer)
{
    for (const auto &tag : gear::heldBy(desk.state(), staff)) {
        answer.subjects << tag;
    }
}

Answer stand(Desk &desk, const Act &act, const In &command, const Roster &roster, const PostPlan &post,
             const StaffMember &member, const Step *relieved)
{
    const auto ticks = wanted(command.ticks);
    auto step = next(desk, roster, member.code, command.happenedAt);
    step.whereabouts = Whereabouts::Standing;
    step.place = post.code;
    step.reason = command.overrideReason.trimmed();
    if (command.happenedAt) {  // Else a clock that is wrong would make now a time of before.
        step.until = endOf(desk.state(), step);
    }
    if (step.until && relieved != nullptr) {
        return desk.refused(act, Outcome::NotAllowed, wasElsewhere(), QStringLiteral("elsewhere"));
    }
    const auto why = step.until ? std::nullopt
                                : objectionTo(roster, post, member, step,
                                              relieved ? std::optional(relieved->staff) : std::nullopt, ticks);
    if (why && step.reason.isEmpty()) {
        return refusedByRule(desk, act, *why);
    }
    auto answer = desk.done(
        act, stepped(desk.state(), step, relieved == nullptr ? std::nullopt : std::optional(*relieved), ticks));
    recall(desk, command, answer);
    return answer;
}

}  // namespace

Answer refusedByRule(Desk &desk, const Act &act, const Objection &why)
{
    return desk.refused(act, Outcome::Refused, why.reason, QLatin1String(why.why));
}

Words noSuchPost(const QString &post)
{
    return {QStringLiteral("方案中没有岗位 %1").arg(post), QStringLiteral("The plan has no post %1").arg(post)};
}

Words isNotThere(const QString &staff)
{
    return {QStringLiteral("%1 不在岗").arg(staff), QStringLiteral("%1 is not there").arg(staff)};
}

void setPost(const PostPlan *post, Answer &answer)
{
    if (post != nullptr) {
        answer.zone = post->zone;
        answer.zoneName = post->name;
    }
}

Step next(Desk &desk, const Roster &roster, const QString &staff, std::optional<WallTime> happenedAt)
{
    Step step;
    step.staff = staff;
    step.at = happenedAt ? std::min(*happenedAt, roster.now()) : roster.now();
    step.onFeet = step.at;
    step.station = desk.post().station.left(codeLengthMax);
    if (const auto *shift = roster.shiftOf(staff)) {
        step.shift = shift->code.left(codeLengthMax);
    }
    const auto *before = roster.stepOf(staff);
    if (before == nullptr) {
        return step;
    }
    const auto *post = before->whereabouts == Whereabouts::Standing ? roster.postNamed(before->place) : nullptr;
    if (post != nullptr && post->kind == PostKind::Floater) {
        return step;  // To stand by is to rest.
    }
    const bool isUp = before->whereabouts == Whereabouts::Standing || before->whereabouts == Whereabouts::Sent;
    if (isUp || step.at - before->at < restFor) {
        step.onFeet = std::min(before->onFeet, step.at);
    }
    return step;
}

std::optional<Objection> objectionToLeaving(const Roster &roster, const QString &staff)
{
    const auto *step = roster.stepOf(staff);
    const bool isStanding = step != nullptr && step->whereabouts == Whereabouts::Standing;
    const auto *post = isStanding ? roster.postNamed(step->place) : nullptr;
    if (post == nullptr || !roster.isNeeded(*post, *step)) {
        return std::nullopt;
    }
    if (const auto *relief = roster.reliefOf(*step)) {
        const auto there = roster.at(post->code);
        const auto isRelief = [&](const Step *one) {
            return one->staff == relief->relief && roster.missingTicks(*post, one->staff).isEmpty();
        };
        if (std::ranges::any_of(there, isRelief)) {
            return std::nullopt;
        }
    }
    const int needed = roster.minimum(*post, roster.minute());
    return Objection{
        {QStringLiteral("离开后 %1 不足 %2 人：请先由替岗到位，或写明原因").arg(nameOf(*post).zh).arg(needed),
         QStringLiteral("Fewer than %2 would be left at %1: name a relief who is there, or give a reason")
             .arg(nameOf(*post).en)
             .arg(needed)},
        "below_minimum"};
}

Answer decide(Desk &desk, const Act &act, const In &command)
{
    const auto *post = findByCode(desk.setup().posts, command.post.trimmed());
    if (post == nullptr) {
        return desk.refused(act, Outcome::NotFound, noSuchPost(command.post), QStringLiteral("no_post"));
    }
    const auto member = staff::find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, staff::unknown(command.staff), QStringLiteral("no_staff"));
    }
    const Roster roster(desk.state(), desk.setup(), desk.post().now);
    const Step *relieved = nullptr;
    if (!command.relieves.isEmpty()) {
        relieved = relievedAt(desk, roster, *post, command.relieves);
        if (relieved == nullptr) {
            return desk.refused(act, Outcome::NotFound, isNotThere(command.relieves), QStringLiteral("not_there"));
        }
        if (relieved->staff == member->code) {
            return desk.refused(act, Outcome::NotAllowed, sameAsRelief(), QStringLiteral("same_person"));
        }
    }
    const auto *now = roster.stepOf(member->code);
    const bool isThere = now != nullptr && now->whereabouts == Whereabouts::Standing && now->place == post->code;
    if (!isThere || relieved != nullptr || command.happenedAt) {
        return stand(desk, act, command, roster, *post, *member, relieved);
    }
    const auto ticks = wanted(command.ticks);
    Answer answer;
    if (ticks.isEmpty()) {  // There already: nothing is to be written down.
        answer.outcome = Outcome::Done;
        answer.request = act.request;
        answer.operation = now->operation;
    } else {
        answer = desk.done(act, tickedDraft(desk.state(), member->code, ticks, true));
    }
    recall(desk, command, answer);
    return answer;
}

void recall(Desk &desk, const In &command, Answer &answer)
{
    const auto *post = findByCode(desk.setup().posts, command.post.trimmed());
    setPost(post, answer);
    const auto member = staff::find(desk.state(), desk.setup(), command.staff);
    if (post != nullptr && member) {
        const auto missing = missingTicks(*post, tickedOf(desk.state(), member->code));
        if (!missing.isEmpty()) {
            answer.reason = notReady(missing);
            answer.why = QStringLiteral("not_ready");
        }
    }
    const auto relieved = staff::find(desk.state(), desk.setup(), command.relieves);
    if (relieved) {
        tellOfGear(desk, relieved->code, answer);
    }
}

Answer decide(Desk &desk, const Act &act, const Out &command)
{
    const auto member = staff::find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, staff::unknown(command.staff), QStringLiteral("no_staff"));
    }
    const Roster roster(desk.state(), desk.setup(), desk.post().now);
    const auto *now = roster.stepOf(member->code);
    const auto post = command.post.trimmed();
    const bool isThere = now != nullptr && now->whereabouts != Whereabouts::Away &&
                         (post.isEmpty() || now->place == post || now->back == post);
    if (!isThere) {
        return desk.refused(act, Outcome::NotFound, isNotThere(member->code), QStringLiteral("not_there"));
    }
    auto step = next(desk, roster, member->code, command.happenedAt);
    step.reason = command.overrideReason.trimmed();
    if (command.happenedAt && step.at < now->at) {
        return desk.refused(act, Outcome::NotAllowed, wasElsewhere(), QStringLiteral("elsewhere"));
    }
    if (const auto why = objectionToLeaving(roster, member->code); why && step.reason.isEmpty()) {
        return refusedByRule(desk, act, *why);
    }
    auto answer = desk.done(act, stepped(desk.state(), step, std::nullopt, {}));
    recall(desk, command, answer);
    return answer;
}

/// What they hold is to come back, if they leave for good.
void recall(Desk &desk, const Out &command, Answer &answer)
{
    if (const auto member = staff::find(desk.state(), desk.setup(), command.staff)) {
        tellOfGear(desk, member->code, answer);
    }
}

Answer decide(Desk &desk, const Act &act, const Tick &command)
{
    const auto member = staff::find(desk.state(), desk.setup(), command.staff);
    if (!member) {
        return desk.refused(act, Outcome::NotFound, staff::unknown(command.staff), QStringLiteral("no_staff"));
    }
    const auto items = wanted({command.item});
    if (items.isEmpty() || !isTick(desk.setup(), items.front())) {
        return desk.refused(act, Outcome::NotFound, noSuchTick(command.item), QStringLiteral("no_tick"));
    }
    return desk.done(act, tickedDraft(desk.state(), member->code, items, command.isOn));
}

Answer decide(Desk &desk, const Act &act, const NameRelief &command)
{
    const auto *post = findByCode(desk.setup().posts, command.post.trimmed());
    if (post == nullptr) {
        return desk.refused(act, Outcome::NotFound, noSuchPost(command.post), QStringLiteral("no_post"));
    }
    const Roster roster(desk.state(), desk.setup(), desk.post().now);
    const Step *relieved = nullptr;
    if (!command.staff.isEmpty()) {
        relieved = relievedAt(desk, roster, *post, command.staff);
    } else if (const auto there = roster.at(post->code); !there.empty()) {
        relieved = there.front();
    }
    if (relieved == nullptr) {
        return command.staff.isEmpty()
                   ? desk.refused(act, Outcome::NotFound, nobodyStands(post->code), QStringLiteral("nobody_there"))
                   : desk.refused(act, Outcome::NotFound, isNotThere(command.staff), QStringLiteral("not_there"));
    }
    QString relief;
    if (!command.relief.trimmed().isEmpty()) {
        const auto member = staff::find(desk.state(), desk.setup(), command.relief);
        if (!member) {
            return desk.refused(act, Outcome::NotFound, staff::unknown(command.relief), QStringLiteral("no_staff"));
        }
        if (member->code == relieved->staff) {
            return desk.refused(act, Outcome::NotAllowed, sameAsRelief(), QStringLiteral("same_person"));
        }
        relief = member->code;
    }
    const auto day = presence::resetCount(desk.state());
    auto &row = desk.state().statement("SELECT coalesce(max(version), 0) FROM post_relief WHERE day = ? AND staff"
                                       " = ?");
    bindAll(row, day, relieved->staff).executeStep();
    Draft draft;
    draft.kind = reliefKind();
    draft.body = {{key("day"), day},
                  {key("staff"), relieved->staff},
                  {key("tenancy"), relieved->operation.toBytes()},
                  {key("post"), post->code},
                  {key("relief"), relief},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())}};
    if (command.minute && !relief.isEmpty()) {
        draft.body.insert(key("due_s"),
                          std::clamp<qint64>(toMsecs(roster.wallOf(*command.minute)) / 1'000, 0, happenedMaxS));
    }
    auto answer = desk.done(act, std::move(draft));
    recall(desk, command, answer);
    return answer;
}

void recall(Desk &desk, const NameRelief &command, Answer &answer)
{
    setPost(findByCode(desk.setup().posts, command.post.trimmed()), answer);
}

}  // namespace muster::posts
