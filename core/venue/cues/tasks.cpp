#include "core/venue/cues/tasks.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"

namespace muster::tasks {
namespace {

constexpr qint64 lastingDay = -1;  ///< Where rows are kept that no reset ends.
constexpr qsizetype addedCodeDigits = 12;

qint64 dayFrom(BodyReader &body)
{
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    return body.flag("lasting") ? lastingDay : day;
}

qint64 dayOf(State &state, const TaskPlan &task) { return isLasting(task) ? lastingDay : presence::resetCount(state); }

QString taskFrom(BodyReader &body)
{
    const auto task = body.text("task");
    body.require(!task.isEmpty() && task.size() <= codeLengthMax);
    return task;
}

Folded foldStepped(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto task = taskFrom(body);
    const auto step = body.number("step", 0, qint64(Step::Skip));
    const auto version = body.number("version", 1, versionMax);
    const auto evidence = body.textOr("evidence");
    const auto reason = body.textOr("override");
    const auto happened = body.optionalNumber<qint64>("happened_s", 0, happenedMaxS);
    const auto day = dayFrom(body);
    body.require(evidence.size() <= evidenceLengthMax && reason.size() <= reasonLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a step of a task"));
    }
    const qint64 at = happened ? *happened * 1'000 : toMsecs(operation.time.wall());
    run(state.statement("INSERT INTO task_now VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " state = excluded.state, evidence = excluded.evidence, reason = excluded.reason,"
                        " actor = excluded.actor, at = excluded.at, version = excluded.version,"
                        " time = excluded.time, op = excluded.op"
                        " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        day, task, int(stateAfter(Step(step))), evidence, reason, operation.actor, at, version, operation.time.value,
        operation.hash);
    return Folded::applied();
}

Folded foldRound(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto task = taskFrom(body);
    const auto zone = body.textOr("zone");
    const auto evidence = body.textOr("evidence");
    const auto reason = body.textOr("override");
    const auto happened = body.optionalNumber<qint64>("happened_s", 0, happenedMaxS);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(zone.size() <= codeLengthMax && evidence.size() <= evidenceLengthMax);
    body.require(reason.size() <= reasonLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the proof of a round"));
    }
    const qint64 at = happened ? *happened * 1'000 : toMsecs(operation.time.wall());
    run(state.statement("INSERT INTO task_round VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
        day, task, at, zone, evidence, reason, operation.actor);
    return Folded::applied();
}

Folded foldAdded(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto name = body.text("name");
    const auto owner = body.textOr("owner");
    const auto zone = body.textOr("zone");
    const auto phase = body.number("phase", 0, qint64(Phase::Close));
    const auto due = body.optionalNumber<qint64>("due", 0, dueMinuteMax);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(!name.isEmpty() && name.size() <= nameLengthMax);
    body.require(owner.size() <= codeLengthMax && zone.size() <= codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a new task"));
    }
    run(state.statement("INSERT INTO task_added VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
        day, name, owner, zone, phase, due, operation.time.value);
    return Folded::applied();
}

Folded foldAssigned(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto task = taskFrom(body);
    const auto owner = body.text("owner");
    const auto version = body.number("version", 1, versionMax);
    const auto day = dayFrom(body);
    body.require(owner.size() <= codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an owner of a task"));
    }
    run(state.statement("INSERT INTO task_owner VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " owner = excluded.owner, version = excluded.version, time = excluded.time, op = excluded.op"
                        " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        day, task, owner, version, operation.time.value, operation.hash);
    return Folded::applied();
}

Folded foldPhase(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto phase = body.number("phase", 0, qint64(Phase::Close));
    const auto version = body.number("version", 1, versionMax);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    const auto reason = body.textOr("override");
    const auto unmet = body.arrayOr("unmet", unmetMax);
    body.require(reason.size() <= reasonLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a phase of the day"));
    }
    run(state.statement("INSERT INTO phase_now VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " phase = excluded.phase, reason = excluded.reason, version = excluded.version,"
                        " time = excluded.time, op = excluded.op"
                        " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        day, phase, reason, version, operation.time.value, operation.hash);
    return Folded::applied();
}

Now nowFrom(SQLite::Statement &row)
{
    Now now;
    now.state = TaskState(row.getColumn(0).getInt());
    now.evidence = textOf(row.getColumn(1));
    now.reason = textOf(row.getColumn(2));
    now.actor = textOf(row.getColumn(3));
    now.at = fromMsecs(row.getColumn(4).getInt64());
    now.version = row.getColumn(5).getInt64();
    return now;
}

/// Of one kind of rows, the lasting and today's, by task.
template<class Value>
std::map<std::pair<qint64, QString>, Value> readAll(SQLite::Statement &rows, State &state,
                                                    Value (*read)(SQLite::Statement &row), int taskColumn)
{
    std::map<std::pair<qint64, QString>, Value> found;
    bindAll(rows, presence::resetCount(state), lastingDay);
    while (rows.executeStep()) {
        found.emplace(std::pair(qint64(rows.getColumn(taskColumn).getInt64()), textOf(rows.getColumn(taskColumn + 1))),
                      read(rows));
    }
    return found;
}

std::vector<TaskPlan> added(State &state)
{
    auto &rows = state.statement("SELECT op, name, owner, zone, phase, due FROM task_added WHERE day = ?"
                                 " ORDER BY time, op LIMIT ?");
    bindAll(rows, presence::resetCount(state), addedMax);
    std::vector<TaskPlan> tasks;
    while (rows.executeStep()) {
        auto &task = tasks.emplace_back();
        task.code = codeOf(idOf<OperationHash>(rows.getColumn(0)));
        const auto name = textOf(rows.getColumn(1));
        task.name = {name, name};
        task.owner = textOf(rows.getColumn(2));
        task.zone = textOf(rows.getColumn(3));
        task.phase = Phase(rows.getColumn(4).getInt());
        if (!rows.getColumn(5).isNull()) {
            task.dueMinute = rows.getColumn(5).getInt();
        }
    }
    return tasks;
}

}  // namespace

QString steppedKind() { return QStringLiteral("task.stepped"); }
QString roundKind() { return QStringLiteral("task.round"); }
QString addedKind() { return QStringLiteral("task.added"); }
QString assignedKind() { return QStringLiteral("task.assigned"); }
QString phaseKind() { return QStringLiteral("phase.set"); }

QStringList kinds() { return {steppedKind(), roundKind(), addedKind(), assignedKind(), phaseKind()}; }

QStringList tables()
{
    return {QStringLiteral("task_now"), QStringLiteral("task_round"), QStringLiteral("task_added"),
            QStringLiteral("task_owner"), QStringLiteral("phase_now")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE task_now(day INTEGER, task TEXT, state INTEGER NOT NULL, evidence TEXT NOT NULL,"
                  " reason TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL,"
                  " time INTEGER NOT NULL, op BLOB NOT NULL, PRIMARY KEY(day, task)) WITHOUT ROWID;"
                  "CREATE TABLE task_round(op BLOB PRIMARY KEY, day INTEGER NOT NULL, task TEXT NOT NULL,"
                  " at INTEGER NOT NULL, zone TEXT NOT NULL, evidence TEXT NOT NULL, reason TEXT NOT NULL,"
                  " actor TEXT NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX task_round_task ON task_round(day, task, at);"
                  "CREATE TABLE task_added(op BLOB PRIMARY KEY, day INTEGER NOT NULL, name TEXT NOT NULL,"
                  " owner TEXT NOT NULL, zone TEXT NOT NULL, phase INTEGER NOT NULL, due INTEGER,"
                  " time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX task_added_day ON task_added(day, time, op);"
                  "CREATE TABLE task_owner(day INTEGER, task TEXT, owner TEXT NOT NULL, version INTEGER NOT NULL,"
                  " time INTEGER NOT NULL, op BLOB NOT NULL, PRIMARY KEY(day, task)) WITHOUT ROWID;"
                  "CREATE TABLE phase_now(day INTEGER PRIMARY KEY, phase INTEGER NOT NULL, reason TEXT NOT NULL,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == steppedKind()) {
        return foldStepped(state, operation);
    }
    if (operation.kind == roundKind()) {
        return foldRound(state, operation);
    }
    if (operation.kind == addedKind()) {
        return foldAdded(state, operation);
    }
    return operation.kind == assignedKind() ? foldAssigned(state, operation) : foldPhase(state, operation);
}

bool isLasting(const TaskPlan &task) { return task.kind == TaskKind::Milestone; }

QString codeOf(const OperationHash &added) { return QStringLiteral("t-") + added.toHex().left(addedCodeDigits); }

std::vector<TaskPlan> all(State &state, const EventSetup &setup)
{
    auto tasks = setup.tasks;
    std::ranges::move(added(state), std::back_inserter(tasks));
    const auto owners = readAll<QString>(
        state.statement("SELECT owner, day, task FROM task_owner WHERE day = ? OR day = ?"), state,
        [](SQLite::Statement &row) { return textOf(row.getColumn(0)); }, 1);
    const auto today = presence::resetCount(state);
    for (auto &task : tasks) {
        const auto owner = owners.find({isLasting(task) ? lastingDay : today, task.code});
        if (owner != owners.end()) {
            task.owner = owner->second;
        }
    }
    return tasks;
}

std::optional<TaskPlan> find(State &state, const EventSetup &setup, const QString &code)
{
    const auto tasks = all(state, setup);
    const auto *task = findByCode(tasks, code);
    return task == nullptr ? std::nullopt : std::optional(*task);
}

Now nowOf(State &state, const TaskPlan &task)
{
    auto &row = state.statement("SELECT state, evidence, reason, actor, at, version FROM task_now"
                                " WHERE day = ? AND task = ?");
    return bindAll(row, dayOf(state, task), task.code).executeStep() ? nowFrom(row) : Now{};
}

std::map<QString, Now> everyNow(State &state, const std::vector<TaskPlan> &tasks)
{
    const auto rows = readAll<Now>(state.statement("SELECT state, evidence, reason, actor, at, version, day, task"
                                                   " FROM task_now WHERE day = ? OR day = ?"),
                                   state, &nowFrom, 6);
    const auto today = presence::resetCount(state);
    std::map<QString, Now> found;
    for (const auto &task : tasks) {
        const auto now = rows.find({isLasting(task) ? lastingDay : today, task.code});
        if (now != rows.end()) {
            found.emplace(task.code, now->second);
        }
    }
    return found;
}

qint64 ownerVersion(State &state, const TaskPlan &task)
{
    auto &row = state.statement("SELECT version FROM task_owner WHERE day = ? AND task = ?");
    return bindAll(row, dayOf(state, task), task.code).executeStep() ? row.getColumn(0).getInt64() : 0;
}

PhaseNow phaseNow(State &state)
{
    auto &row = state.statement("SELECT phase, version, time FROM phase_now WHERE day = ?");
    if (!bindAll(row, presence::resetCount(state)).executeStep()) {
        return {};
    }
    return {Phase(row.getColumn(0).getInt()), HybridTime{quint64(row.getColumn(2).getInt64())},
            row.getColumn(1).getInt64()};
}

}  // namespace muster::tasks
