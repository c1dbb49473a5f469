#include "core/venue/cues/cues.h"

#include "core/journal/body.h"
#include "core/venue/cues/cue_needs.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/presence.h"

namespace muster::cues {
namespace {

/// Two registers a cue: a start and a delay that were told apart from each other both count.
enum class Track { State, Shift };

constexpr qint64 msecsMax = happenedMaxS * 1'000;

Words noSuchCue(const QString &code)
{
    return {QStringLiteral("方案里没有环节“%1”").arg(code), QStringLiteral("The plan has no cue \"%1\"").arg(code)};
}

Words cueIs(CueState state)
{
    switch (state) {
    case CueState::Waiting: return {QStringLiteral("该环节还没有开始"), QStringLiteral("This cue has not started")};
    case CueState::Held: return {QStringLiteral("该环节已暂缓"), QStringLiteral("This cue is held")};
    case CueState::Running: return {QStringLiteral("该环节正在进行"), QStringLiteral("This cue is running")};
    case CueState::Done: return {QStringLiteral("该环节已结束"), QStringLiteral("This cue is done")};
    case CueState::Skipped: return {QStringLiteral("该环节已取消"), QStringLiteral("This cue was skipped")};
    }
    Q_UNREACHABLE();
}

Words noMinutes()
{
    return {QStringLiteral("请填写顺延（或提前）的分钟数，累计不超过 %1").arg(shiftMinutesMax),
            QStringLiteral("Say by how many minutes, %1 all in all at most").arg(shiftMinutesMax)};
}

Folded foldState(State &state, const Operation &operation, BodyReader &body, const QString &cue, qint64 version)
{
    const auto step = Step(body.number("step", 0, qint64(Step::Reset)));
    const auto told = body.number("state", 0, qint64(CueState::Skipped));
    const auto before = body.optionalNumber<qint64>("started", 0, msecsMax);
    const auto happened = body.optionalNumber<qint64>("happened_s", 0, happenedMaxS);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    const auto reason = body.textOr("override");
    const auto unmet = body.arrayOr("unmet", unmetMax);
    body.require(reason.size() <= reasonLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a step of a cue"));
    }
    const qint64 at = happened ? *happened * 1'000 : toMsecs(operation.time.wall());
    const auto now = CueState(told);
    const auto started = step == Step::Go ? std::optional(at) : before;
    const bool isOver = now == CueState::Done || now == CueState::Skipped;
    run(state.statement("INSERT INTO cue_now VALUES(?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " state = excluded.state, started = excluded.started, ended = excluded.ended,"
                        " reason = excluded.reason, version = excluded.version, time = excluded.time,"
                        " op = excluded.op WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        day, cue, int(Track::State), told, started, isOver ? std::optional(at) : std::nullopt, reason, version,
        operation.time.value, operation.hash);
    return Folded::applied();
}

Folded foldShift(State &state, const Operation &operation, BodyReader &body, const QString &cue, qint64 version)
{
    const auto minutes = body.number("minutes", -shiftMinutesMax, shiftMinutesMax);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a shift of a cue"));
    }
    run(state.statement("INSERT INTO cue_now VALUES(?, ?, ?, 0, NULL, NULL, ?, '', ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " minutes = excluded.minutes, version = excluded.version, time = excluded.time,"
                        " op = excluded.op WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        day, cue, int(Track::Shift), minutes, version, operation.time.value, operation.hash);
    return Folded::applied();
}

Now nowOf(State &state, const QString &cue)
{
    const auto all = course(state);
    const auto found = all.find(cue);
    return found == all.end() ? Now{} : found->second;
}

Draft draftOf(Desk &desk, const Advance &command)
{
    Draft draft;
    draft.kind = steppedKind();
    draft.body = {{key("cue"), command.cue},
                  {key("step"), int(command.step)},
                  {key("station"), desk.post().station},
                  {key("day"), presence::resetCount(desk.state())}};
    return draft;
}

Answer shift(Desk &desk, const Act &act, const Advance &command, const Now &now)
{
    const qint64 minutes = qint64(now.shiftMinutes) + command.minutes;
    if (command.minutes == 0 || std::abs(minutes) > shiftMinutesMax) {
        return desk.refused(act, Outcome::NotAllowed, noMinutes(), QStringLiteral("minutes"));
    }
    auto draft = draftOf(desk, command);
    draft.body.insert(key("by"), command.minutes);
    draft.body.insert(key("minutes"), minutes);
    draft.body.insert(key("version"), nextVersion(now.shiftVersion));
    return desk.done(act, std::move(draft));
}

}  // namespace

bool isLegal(CueState state, Step step)
{
    const bool isToCome = state == CueState::Waiting || state == CueState::Held;
    switch (step) {
    case Step::Go:
    case Step::Skip:
    case Step::Shift: return isToCome;
    case Step::Hold: return state == CueState::Waiting;
    case Step::Done: return state == CueState::Running;
    case Step::Reset: return state != CueState::Waiting;
    }
    Q_UNREACHABLE();
}

CueState stateAfter(CueState state, Step step, bool isMomentary)
{
    switch (step) {
    case Step::Go: return isMomentary ? CueState::Done : CueState::Running;
    case Step::Hold: return CueState::Held;
    case Step::Done: return CueState::Done;
    case Step::Skip: return CueState::Skipped;
    case Step::Reset: return CueState::Waiting;
    case Step::Shift: return state;
    }
    Q_UNREACHABLE();
}

QString toString(CueState state)
{
    switch (state) {
    case CueState::Waiting: return QStringLiteral("waiting");
    case CueState::Held: return QStringLiteral("held");
    case CueState::Running: return QStringLiteral("running");
    case CueState::Done: return QStringLiteral("done");
    case CueState::Skipped: return QStringLiteral("skipped");
    }
    Q_UNREACHABLE();
}

QString steppedKind() { return QStringLiteral("cue.stepped"); }
QStringList kinds() { return {steppedKind()}; }
QStringList tables() { return {QStringLiteral("cue_now")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE cue_now(day INTEGER, cue TEXT, track INTEGER, state INTEGER NOT NULL, started INTEGER,"
                  " ended INTEGER, minutes INTEGER NOT NULL, reason TEXT NOT NULL, version INTEGER NOT NULL,"
                  " time INTEGER NOT NULL, op BLOB NOT NULL, PRIMARY KEY(day, cue, track)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto cue = body.text("cue");
    const auto step = Step(body.number("step", 0, qint64(Step::Shift)));
    const auto version = body.number("version", 1, versionMax);
    const auto station = body.textOr("station");
    body.require(!cue.isEmpty() && cue.size() <= codeLengthMax);
    return step == Step::Shift ? foldShift(state, operation, body, cue, version)
                               : foldState(state, operation, body, cue, version);
}

Answer decide(Desk &desk, const Act &act, const Advance &command)
{
    const auto *cue = findByCode(desk.setup().cues, command.cue);
    if (cue == nullptr) {
        return desk.refused(act, Outcome::NotFound, noSuchCue(command.cue), QStringLiteral("no_cue"));
    }
    const auto now = nowOf(desk.state(), cue->code);
    if (!isLegal(now.state, command.step)) {
        return desk.refused(act, Outcome::Refused, cueIs(now.state), toString(now.state));
    }
    if (command.step == Step::Shift) {
        return shift(desk, act, command, now);
    }
    auto draft = draftOf(desk, command);
    if (command.step == Step::Go) {
        const auto unmet = Needs(desk.state(), desk.setup(), desk.post().now).unmet(*cue);
        const auto reason = command.overrideReason.trimmed();
        if (!unmet.empty() && reason.isEmpty()) {
            auto answer = desk.refused(act, Outcome::Refused, wordsOf(unmet), QStringLiteral("unmet"));
            answer.subjects = subjectsOf(unmet);
            return answer;
        }
        if (!unmet.empty()) {
            draft.body.insert(key("override"), reason);
            draft.body.insert(key("unmet"), QCborArray::fromStringList(subjectsOf(unmet).mid(0, unmetMax)));
        }
    } else if (const auto reason = command.overrideReason.trimmed(); !reason.isEmpty()) {
        draft.body.insert(key("reason"), reason);  // Why it is held, skipped …: for who reads it up later.
    }
    const bool isStarted = command.step == Step::Done && now.startedAt;
    if (isStarted) {
        draft.body.insert(key("started"), toMsecs(*now.startedAt));
        if (!now.overrideReason.isEmpty()) {
            draft.body.insert(key("override"), now.overrideReason);
        }
    }
    draft.body.insert(key("state"), int(stateAfter(now.state, command.step, cue->minutes == 0)));
    draft.body.insert(key("version"), nextVersion(now.version));
    if (command.happenedAt) {
        draft.body.insert(key("happened_s"), toMsecs(*command.happenedAt) / 1'000);
    }
    return desk.done(act, std::move(draft));
}

Course course(State &state)
{
    Course course;
    auto &rows = state.statement("SELECT cue, track, state, started, ended, minutes, reason, version FROM cue_now"
                                 " WHERE day = ?");
    bindAll(rows, presence::resetCount(state));
    while (rows.executeStep()) {
        auto &now = course[textOf(rows.getColumn(0))];
        if (Track(rows.getColumn(1).getInt()) == Track::Shift) {
            now.shiftMinutes = rows.getColumn(5).getInt();
            now.shiftVersion = rows.getColumn(7).getInt64();
            continue;
        }
        const auto timeOf = [&](int column) {
            return rows.getColumn(column).isNull() ? std::nullopt
                                                   : std::optional(fromMsecs(rows.getColumn(column).getInt64()));
        };
        now.state = CueState(rows.getColumn(2).getInt());
        now.startedAt = timeOf(3);
        now.endedAt = timeOf(4);
        now.overrideReason = textOf(rows.getColumn(6));
        now.version = rows.getColumn(7).getInt64();
    }
    return course;
}

}  // namespace muster::cues
