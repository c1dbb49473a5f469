// What people may do about an incident; nobody is asked.
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/presence.h"
#include "core/venue/incidents/incident_writing.h"
#include "core/venue/staff/people.h"

namespace muster::incidents {
namespace {

constexpr std::chrono::minutes aheadMax{1};  ///< Clocks of two devices are never quite alike.

Words noSuchType(const QString &type)
{
    return {QStringLiteral("方案里没有事件类型 %1").arg(type),
            QStringLiteral("The plan has no incident type %1").arg(type)};
}

Words tooManyTypes()
{
    return {QStringLiteral("一个事件最多 %1 种类型").arg(typesMax),
            QStringLiteral("An incident has at most %1 types").arg(typesMax)};
}

Words lookOutTooLong()
{
    return {QStringLiteral("请用 %1 字以内说明留意什么").arg(lookOutMax),
            QStringLiteral("Say in at most %1 characters what to look out for").arg(lookOutMax)};
}

Words notYet()
{
    return {QStringLiteral("发生时间不能晚于现在"), QStringLiteral("It cannot have happened later than now")};
}

Words nothingToDo() { return {QStringLiteral("没有要更改的内容"), QStringLiteral("There is nothing to change")}; }

Words noSuchEntry() { return {QStringLiteral("没有这条记录"), QStringLiteral("There is no such entry")}; }

/// The highest version that this device has seen of what @p sql reads, and one.
template<class... Values>
qint64 versionAfter(SQLite::Statement &row, const Values &...values)
{
    bindAll(row, values...).executeStep();
    return nextVersion(row.getColumn(0).getInt64());
}

/// Why @p types cannot be; nothing if they can.
std::optional<Answer> judgeTypes(Desk &desk, const Act &act, const QStringList &types)
{
    if (types.size() > typesMax) {
        return desk.refused(act, Outcome::NotAllowed, tooManyTypes(), QStringLiteral("too_many_types"));
    }
    for (const auto &type : types) {
        if (findByCode(desk.setup().incidentTypes, type) == nullptr) {
            return desk.refused(act, Outcome::NotFound, noSuchType(type.left(codeMax)), QStringLiteral("no_type"));
        }
    }
    return std::nullopt;
}

std::optional<Answer> judgeZone(Desk &desk, const Act &act, const QString &zone)
{
    if (zone.isEmpty() || findByCode(desk.setup().zones, zone) != nullptr) {
        return std::nullopt;
    }
    return desk.refused(act, Outcome::NotFound, rules::noSuchZone(zone.left(codeMax)), QStringLiteral("no_zone"));
}

/// Why exits cannot be told @p lookOut of an incident of @p types; nothing if they can.
std::optional<Answer> judgeLookOut(Desk &desk, const Act &act, const QStringList &types, const QString &lookOut)
{
    if (!lookOut.isEmpty() && !isAny(desk.setup(), types, &IncidentType::isWatch)) {
        return notAWatch(desk, act);
    }
    if (lookOut.size() > lookOutMax) {
        return desk.refused(act, Outcome::NotAllowed, lookOutTooLong(), QStringLiteral("look_out_too_long"));
    }
    return std::nullopt;
}

bool isReturned(Tables &state, const Incident &incident)
{
    const auto returns = entriesOf(state, incident.operation, Step::Returned);
    return std::ranges::any_of(returns, [&](const Entry &entry) { return !strikeOf(state, entry.operation); });
}

QCborArray arrayOf(const QStringList &types)
{
    QCborArray array;
    for (const auto &type : types) {
        array.append(type);
    }
    return array;
}

/// Unique for ever: of a block that is this device's alone, else with the mark of this device in this life.
QString takeNumber(Desk &desk, std::vector<ledger::Posting> &postings)
{
    auto &state = desk.state();
    const auto self = desk.journal().self();
    const auto account = ledger::holder(self);
    if (const auto number = ledger::nextNumber(state, numberResource(), account)) {
        postings.push_back({numberResource(), account, ledger::used(), 1, *number});
        return QString::number(*number);
    }
    const auto mark = rules::deviceMark(state, self);
    auto &row = state.statement("SELECT count(*) FROM incident WHERE number >= ?1 AND number < ?1 || '~'");
    bindAll(row, mark).executeStep();
    return mark + QString::number(row.getColumn(0).getInt() + 1);
}

QStringList cleaned(const QStringList &types)
{
    QStringList all;
    for (const auto &type : types) {
        const auto code = type.trimmed();
        if (!code.isEmpty() && !all.contains(code)) {
            all << code;
        }
    }
    return all;
}

}  // namespace

Answer decide(Desk &desk, const Act &act, const Open &command)
{
    const auto &setup = desk.setup();
    const auto types = cleaned(command.types);
    const auto said = command.text.trimmed().left(textMax);
    auto zone = command.zone.trimmed();
    if (const auto *here = findByCode(setup.stations, desk.post().station); zone.isEmpty() && here != nullptr) {
        zone = here->zone;
    }
    if (types.isEmpty() && said.isEmpty()) {
        return noWords(desk, act);
    }
    if (const auto why = judgeTypes(desk, act, types)) {
        return *why;
    }
    if (const auto why = judgeZone(desk, act, zone)) {
        return *why;
    }
    const auto lookOut = command.lookOut.simplified();
    if (const auto why = judgeLookOut(desk, act, types, lookOut)) {
        return *why;
    }
    const bool isRestricted = command.isRestricted || isAny(setup, types, &IncidentType::isRestricted);
    std::vector<ledger::Posting> postings;
    Draft draft;
    draft.kind = openedKind();
    draft.body = {{key("number"), takeNumber(desk, postings)},
                  {key("zone"), zone},
                  {key("types"), arrayOf(types)},
                  {key("urgent"), command.isUrgent.value_or(isAny(setup, types, &IncidentType::isUrgent))},
                  {key("restricted"), isRestricted},
                  {key("station"), desk.post().station},
                  {key("day"), presence::resetCount(desk.state())}};
    if (!postings.empty()) {
        draft.body.insert(key("post"), ledger::encode(postings));
    }
    if (!lookOut.isEmpty()) {
        draft.body.insert(key("look_out"), lookOut);
    }
    setHappened(draft.body, command.happenedAt);
    if (!say(desk, isRestricted, {{words::text, said}}, draft.body)) {
        return notSealed(desk, act);
    }
    auto answer = desk.done(act, std::move(draft));
    tell(desk.state(), find(desk.state(), *answer.operation), answer);
    return answer;
}

Answer decide(Desk &desk, const Act &act, const Note &command)
{
    const auto incident = find(desk.state(), command.incident);
    const auto said = command.text.trimmed().left(textMax);
    if (!incident) {
        return unknown(desk, act, command.incident);
    }
    if (said.isEmpty()) {
        return noWords(desk, act);
    }
    Writing writing(desk, act, *incident, Step::Noted);
    if (command.corrects) {
        if (incidentOf(desk.state(), *command.corrects) != incident->operation) {
            return desk.refused(act, Outcome::NotFound, noSuchEntry(), QStringLiteral("no_entry"));
        }
        writing.set("corrects", command.corrects->toBytes());
    }
    return writing.happened(command.happenedAt).done({{words::text, said}});
}

Answer decide(Desk &desk, const Act &act, const Strike &command)
{
    const auto reason = command.reason.trimmed().left(textMax);
    const auto of = incidentOf(desk.state(), command.entry);
    const auto incident = of ? find(desk.state(), *of) : std::nullopt;
    if (!incident) {
        return desk.refused(act, Outcome::NotFound, noSuchEntry(), QStringLiteral("no_entry"));
    }
    if (reason.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, rules::reasonNeeded(), QStringLiteral("no_reason"));
    }
    if (strikeOf(desk.state(), command.entry)) {
        return desk.refused(act, Outcome::NotAllowed,
                            {QStringLiteral("这条记录已作废"), QStringLiteral("This entry was struck already")},
                            QStringLiteral("struck_already"));
    }
    Draft draft;
    draft.kind = struckKind();
    draft.body = {{key("entry"), command.entry.toBytes()}, {key("incident"), incident->operation.toBytes()}};
    if (!say(desk, incident->isRestricted, {{words::text, reason}}, draft.body)) {
        return notSealed(desk, act);
    }
    auto answer = desk.done(act, std::move(draft));
    answer.number = incident->number;
    return answer;
}

Answer decide(Desk &desk, const Act &act, const Change &command)
{
    auto &state = desk.state();
    const auto &setup = desk.setup();
    auto incident = find(state, command.incident);
    const auto zone = command.zone.trimmed();
    const auto reason = command.reason.trimmed().left(textMax);
    if (!incident) {
        return unknown(desk, act, command.incident);
    }
    const bool isPlaced = command.types || !zone.isEmpty() || command.happenedAt;
    if (!command.state && !command.isUrgent && !isPlaced && !command.lookOut) {
        return desk.refused(act, Outcome::NotAllowed, nothingToDo(), QStringLiteral("nothing_to_change"));
    }
    if (command.happenedAt && *command.happenedAt > desk.post().now + aheadMax) {
        return desk.refused(act, Outcome::NotAllowed, notYet(), QStringLiteral("not_yet"));
    }
    const auto types = command.types ? cleaned(*command.types) : incident->types;
    if (const auto why = judgeTypes(desk, act, command.types ? types : QStringList())) {
        return *why;
    }
    if (const auto why = judgeZone(desk, act, zone)) {
        return *why;
    }
    const auto lookOut = command.lookOut.value_or(QString()).simplified();
    if (const auto why = judgeLookOut(desk, act, types, lookOut)) {
        return *why;
    }
    if (command.state == State::Closed && isAny(setup, types, &IncidentType::isProperty) && reason.isEmpty() &&
        !isReturned(state, *incident)) {
        return desk.refused(act, Outcome::Refused,
                            {QStringLiteral("尚未签收归还：请先登记归还，或说明原因"),
                             QStringLiteral("Nobody has signed for it: record the return first, or give a reason")},
                            QStringLiteral("not_returned"));
    }
    incident->isRestricted = incident->isRestricted || isAny(setup, types, &IncidentType::isRestricted);
    Writing writing(desk, act, *incident, Step::Changed);
    writing.set("version", versionAfter(state.statement("SELECT max(version) FROM incident_step WHERE incident = ?"
                                                        " AND step = 1"),
                                        incident->operation));
    writing.set("restricted", incident->isRestricted);
    if (command.state) {
        writing.set("state", int(*command.state));
    }
    if (command.isUrgent) {
        writing.set("urgent", *command.isUrgent);
    }
    if (command.types) {
        writing.set("types", arrayOf(types));
    }
    if (!zone.isEmpty()) {
        writing.set("zone", zone);
    }
    if (command.lookOut) {
        writing.set("look_out", lookOut);
    }
    if (command.happenedAt) {
        writing.set("occurred_s", std::clamp<qint64>(toMsecs(*command.happenedAt) / 1'000, 1, happenedMaxS));
    }
    return writing.done({{words::text, reason}});
}

Answer decide(Desk &desk, const Act &act, const Assign &command)
{
    const auto incident = find(desk.state(), command.incident);
    // The plan's and the day's people, by their own code; a plan that names nobody takes any.
    const auto member = staff::find(desk.state(), desk.setup(), command.staff);
    const auto staff = member ? member->code : command.staff.trimmed();
    if (!incident) {
        return unknown(desk, act, command.incident);
    }
    if (staff.isEmpty() || staff.size() > codeMax || (!desk.setup().staff.empty() && !member)) {
        return desk.refused(act, Outcome::NotFound, rules::unknownStaff(staff.left(codeMax)),
                            QStringLiteral("no_staff"));
    }
    Writing writing(desk, act, *incident, Step::Assigned);
    writing.set("staff", staff).set("state", int(command.state));
    writing.set("version", versionAfter(desk.state().statement("SELECT max(version) FROM incident_assignee"
                                                               " WHERE incident = ? AND staff = ?"),
                                        incident->operation, staff));
    auto answer = writing.done({{words::text, command.role.trimmed().left(roleMax)}});
    if (doubled(desk.state()).contains(staff)) {
        answer.why = QStringLiteral("doubled");
        answer.reason = {QStringLiteral("此人还在处理另一个事件"),
                         QStringLiteral("This person is on another open incident too")};
    }
    return answer;
}

Answer decide(Desk &desk, const Act &act, const Link &command)
{
    const auto incident = find(desk.state(), command.incident);
    const auto other = find(desk.state(), command.other);
    if (!incident || !other) {
        return unknown(desk, act, incident ? command.other : command.incident);
    }
    if (incident->operation == other->operation) {
        return desk.refused(act, Outcome::NotAllowed,
                            {QStringLiteral("不能与自身关联"), QStringLiteral("An incident is not linked to itself")},
                            QStringLiteral("itself"));
    }
    Writing writing(desk, act, *incident, Step::Linked);
    writing.set("other", other->operation.toBytes()).set("link", int(command.kind)).set("on", command.isOn);
    writing.set("version", versionAfter(desk.state().statement("SELECT max(version) FROM incident_step WHERE step = 3"
                                                               " AND ((incident = ?1 AND other = ?2) OR"
                                                               " (incident = ?2 AND other = ?1))"),
                                        incident->operation, other->operation));
    return writing.done();
}

Answer decide(Desk &desk, const Act &act, const Check &command)
{
    const auto incident = find(desk.state(), command.incident);
    const auto item = command.item.trimmed();
    if (!incident) {
        return unknown(desk, act, command.incident);
    }
    const bool isOnList = std::ranges::any_of(desk.setup().incidentTypes, [&](const IncidentType &type) {
        return incident->types.contains(type.code) && findByCode(type.checklist, item) != nullptr;
    });
    if (!isOnList) {
        return desk.refused(act, Outcome::NotFound,
                            {QStringLiteral("检查单里没有这一项"), QStringLiteral("Its checklist has no such item")},
                            QStringLiteral("no_item"));
    }
    Writing writing(desk, act, *incident, Step::Checked);
    writing.set("item", item).set("done", command.isDone);
    writing.set("version", versionAfter(desk.state().statement("SELECT max(version) FROM incident_step"
                                                               " WHERE incident = ? AND step = 4 AND subject = ?"),
                                        incident->operation, item));
    return writing.done();
}

}  // namespace muster::incidents
