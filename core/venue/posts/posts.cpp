#include "core/venue/posts/posts.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/posts/roll.h"

namespace muster::posts {
namespace {

constexpr qint64 secondsMax = happenedMaxS;
constexpr int minuteMax = 7 * 24 * 60;

WallTime wallOf(qint64 seconds) { return fromMsecs(seconds * 1'000); }
qint64 secondsOf(WallTime time) { return std::clamp<qint64>(toMsecs(time) / 1'000, 0, secondsMax); }

/// One person's step, as the body says it.
struct Part {
    QString staff;
    qint64 whereabouts = 0;
    QString place;
    qint64 state = 0;
    QString back;
    qint64 at = 0;
    qint64 onFeet = 0;
    QString shift;
    std::optional<int> round;
    std::optional<qint64> until;
    qint64 version = 1;
    QString reason;
    QString note;
    QString station;
};

void write(State &state, const Operation &operation, qint64 day, int part, const Part &step)
{
    run(state.statement("INSERT INTO post_step VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        " ON CONFLICT DO NOTHING"),
        operation.hash, part, day, step.staff, step.whereabouts, step.place, step.state, step.back, step.at,
        step.onFeet, step.shift, step.round, step.until, step.version, operation.time.value, operation.actor,
        step.reason, step.note, step.station);
    if (step.until) {
        return;
    }
    run(state.statement("INSERT INTO post_now VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(day, staff)"
                        " DO UPDATE SET version = excluded.version, time = excluded.time, op = excluded.op,"
                        " part = excluded.part, whereabouts = excluded.whereabouts, place = excluded.place,"
                        " state = excluded.state, back = excluded.back, at = excluded.at,"
                        " on_feet = excluded.on_feet, shift = excluded.shift"
                        " WHERE (excluded.version, excluded.time, excluded.op) >"
                        " (post_now.version, post_now.time, post_now.op)"),
        day, step.staff, step.version, operation.time.value, operation.hash, part, step.whereabouts, step.place,
        step.state, step.back, step.at, step.onFeet, step.shift);
}

/// What is written down about somebody's readiness at once.
struct Ticking {
    QStringList items;
    bool isOn = true;
    qint64 version = 1;
    qint64 at = 0;  ///< Since when it was so, in seconds.
};

/// Every word is kept: whether a post was staffed at some minute is asked after the day.
void writeTicks(State &state, const Operation &operation, qint64 day, const QString &staff, const Ticking &ticking)
{
    for (const auto &item : ticking.items) {
        run(state.statement("INSERT INTO post_tick VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), day, staff,
            item, ticking.version, operation.time.value, operation.hash, ticking.isOn, ticking.at);
    }
}

bool isCode(const QString &text) { return !text.isEmpty() && text.size() <= codeLengthMax; }

QStringList itemsOf(BodyReader &body)
{
    QStringList items;
    for (const auto &value : body.arrayOr("ticks", ticksMax)) {
        body.require(value.isString() && isCode(value.toString()));
        items << value.toString().left(codeLengthMax);
    }
    items.removeDuplicates();
    return items;
}

Folded foldStepped(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto day = body.number("day", 0, versionMax);
    Part step;
    step.staff = body.text("staff");
    step.whereabouts = body.number("where", 0, int(Whereabouts::Sent));
    step.place = body.textOr("place");
    step.state = body.numberOr("state", 0, int(DispatchState::Back), 0);
    step.back = body.textOr("back");
    step.at = body.number("at_s", 0, secondsMax);
    step.onFeet = body.numberOr("on_feet_s", 0, secondsMax, step.at);
    step.shift = body.textOr("shift");
    step.round = body.optionalNumber("round", 0, minuteMax);
    step.until = body.optionalNumber<qint64>("until_s", 0, secondsMax);
    step.version = body.number("version", 1, versionMax);
    step.reason = body.textOr("reason");
    step.note = body.textOr("note");
    step.station = body.textOr("station");
    const auto items = itemsOf(body);
    const auto tickVersion = body.numberOr("tick_version", 1, versionMax, 1);
    Part leaving;
    leaving.staff = body.textOr("relieves");
    leaving.version = body.numberOr("relieved_version", 1, versionMax, 1);
    leaving.at = step.at;
    leaving.onFeet = body.numberOr("relieved_on_feet_s", 0, secondsMax, step.at);
    leaving.until = step.until;
    leaving.station = step.station;
    body.require(isCode(step.staff) && step.whereabouts != int(Whereabouts::StandingBy) &&
                 step.place.size() <= codeLengthMax && step.back.size() <= codeLengthMax &&
                 step.shift.size() <= codeLengthMax && step.reason.size() <= reasonLengthMax &&
                 step.note.size() <= noteLengthMax && step.station.size() <= codeLengthMax &&
                 leaving.staff.size() <= codeLengthMax && leaving.staff != step.staff);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a step of somebody at a post"));
    }
    write(state, operation, day, 0, step);
    if (!leaving.staff.isEmpty()) {
        write(state, operation, day, 1, leaving);
    }
    writeTicks(state, operation, day, step.staff, {items, true, tickVersion, step.at});
    return Folded::applied();
}

Folded foldTicked(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto day = body.number("day", 0, versionMax);
    const auto staff = body.text("staff");
    const auto items = itemsOf(body);
    const bool isOn = body.flag("on");
    const auto version = body.number("version", 1, versionMax);
    body.require(isCode(staff) && !items.isEmpty());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a tick of somebody's readiness"));
    }
    writeTicks(state, operation, day, staff, {items, isOn, version, secondsOf(operation.time.wall())});
    return Folded::applied();
}

Folded foldRelief(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto day = body.number("day", 0, versionMax);
    const auto staff = body.text("staff");
    const auto tenancy = body.id<OperationHash>("tenancy");
    const auto post = body.text("post");
    const auto relief = body.textOr("relief");
    const auto due = body.optionalNumber<qint64>("due_s", 0, secondsMax);
    const auto version = body.number("version", 1, versionMax);
    body.require(isCode(staff) && isCode(post) && relief.size() <= codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a name of a relief"));
    }
    run(state.statement("INSERT INTO post_relief VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(day, staff) DO UPDATE"
                        " SET tenancy = excluded.tenancy, post = excluded.post, relief = excluded.relief,"
                        " due = excluded.due, version = excluded.version, time = excluded.time, op = excluded.op"
                        " WHERE (excluded.version, excluded.time, excluded.op) >"
                        " (post_relief.version, post_relief.time, post_relief.op)"),
        day, staff, tenancy, post, relief, due, version, operation.time.value, operation.hash);
    return Folded::applied();
}

/// The columns of post_step, in the order of the table.
Step stepOf(SQLite::Statement &row)
{
    Step step;
    step.operation = idOf<OperationHash>(row.getColumn(0));
    step.part = row.getColumn(1).getInt();
    step.staff = textOf(row.getColumn(3));
    step.whereabouts = Whereabouts(row.getColumn(4).getInt());
    step.place = textOf(row.getColumn(5));
    step.state = DispatchState(row.getColumn(6).getInt());
    step.back = textOf(row.getColumn(7));
    step.at = wallOf(row.getColumn(8).getInt64());
    step.onFeet = wallOf(row.getColumn(9).getInt64());
    step.shift = textOf(row.getColumn(10));
    if (!row.getColumn(11).isNull()) {
        step.round = row.getColumn(11).getInt();
    }
    if (!row.getColumn(12).isNull()) {
        step.until = wallOf(row.getColumn(12).getInt64());
    }
    step.version = row.getColumn(13).getInt64();
    step.time = {quint64(row.getColumn(14).getInt64())};
    step.actor = textOf(row.getColumn(15));
    step.reason = textOf(row.getColumn(16));
    step.note = textOf(row.getColumn(17));
    step.station = textOf(row.getColumn(18));
    return step;
}

/// The columns of post_now, in the order of the table: what is so now, without who said so and why.
Step presentOf(SQLite::Statement &row)
{
    Step step;
    step.staff = textOf(row.getColumn(1));
    step.version = row.getColumn(2).getInt64();
    step.time = {quint64(row.getColumn(3).getInt64())};
    step.operation = idOf<OperationHash>(row.getColumn(4));
    step.part = row.getColumn(5).getInt();
    step.whereabouts = Whereabouts(row.getColumn(6).getInt());
    step.place = textOf(row.getColumn(7));
    step.state = DispatchState(row.getColumn(8).getInt());
    step.back = textOf(row.getColumn(9));
    step.at = wallOf(row.getColumn(10).getInt64());
    step.onFeet = wallOf(row.getColumn(11).getInt64());
    step.shift = textOf(row.getColumn(12));
    return step;
}

qint64 versionAfter(State &state, const QString &staff)
{
    auto &row = state.statement("SELECT coalesce(max(version), 0) FROM post_now WHERE day = ? AND staff = ?");
    bindAll(row, presence::resetCount(state), staff).executeStep();
    return nextVersion(row.getColumn(0).getInt64());
}

/// The columns item, is_on, time, staff of rows in the order of the table: of each item the last word counts.
QMap<QString, Ticked> lastTicks(SQLite::Statement &rows)
{
    struct Word {
        bool isOn = false;
        WallTime at{};
    };
    std::map<std::pair<QString, QString>, Word> words;
    while (rows.executeStep()) {
        words[{textOf(rows.getColumn(3)), textOf(rows.getColumn(0))}] = {
            rows.getColumn(1).getInt() != 0, HybridTime{quint64(rows.getColumn(2).getInt64())}.wall()};
    }
    QMap<QString, Ticked> found;
    for (const auto &[key, word] : words) {
        auto &ticked = found[key.first];
        if (word.isOn) {
            ticked.on << key.second;
        } else {
            ticked.offAt = ticked.offAt ? std::max(*ticked.offAt, word.at) : word.at;
        }
    }
    return found;
}

}  // namespace

QString steppedKind() { return QStringLiteral("post.stepped"); }
QString tickedKind() { return QStringLiteral("post.ticked"); }
QString reliefKind() { return QStringLiteral("post.relief_named"); }

QStringList kinds() { return {steppedKind(), tickedKind(), reliefKind(), helpers::kind(), gear::kind(), roll::kind()}; }

QStringList tables()
{
    return QStringList{QStringLiteral("post_step"), QStringLiteral("post_now"), QStringLiteral("post_tick"),
                       QStringLiteral("post_relief")} +
           helpers::tables() + gear::tables() + roll::tables();
}

void createTables(State &state)
{
    state.execute("CREATE TABLE post_step(op BLOB, part INTEGER, day INTEGER NOT NULL, staff TEXT NOT NULL,"
                  " whereabouts INTEGER NOT NULL, place TEXT NOT NULL, state INTEGER NOT NULL, back TEXT NOT NULL,"
                  " at INTEGER NOT NULL, on_feet INTEGER NOT NULL, shift TEXT NOT NULL, round INTEGER, until INTEGER,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL,"
                  " note TEXT NOT NULL, station TEXT NOT NULL, PRIMARY KEY(op, part)) WITHOUT ROWID;"
                  "CREATE INDEX post_step_staff ON post_step(day, staff, version, time, op, part);"
                  "CREATE INDEX post_step_place ON post_step(day, place, whereabouts, at);"
                  "CREATE TABLE post_now(day INTEGER, staff TEXT, version INTEGER NOT NULL, time INTEGER NOT NULL,"
                  " op BLOB NOT NULL, part INTEGER NOT NULL, whereabouts INTEGER NOT NULL, place TEXT NOT NULL,"
                  " state INTEGER NOT NULL, back TEXT NOT NULL, at INTEGER NOT NULL, on_feet INTEGER NOT NULL,"
                  " shift TEXT NOT NULL, PRIMARY KEY(day, staff)) WITHOUT ROWID;"
                  "CREATE TABLE post_tick(day INTEGER, staff TEXT, item TEXT, version INTEGER, time INTEGER, op BLOB,"
                  " is_on INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(day, staff, item, version, time, op))"
                  " WITHOUT ROWID;"
                  "CREATE TABLE post_relief(day INTEGER, staff TEXT, tenancy BLOB NOT NULL, post TEXT NOT NULL,"
                  " relief TEXT NOT NULL, due INTEGER, version INTEGER NOT NULL, time INTEGER NOT NULL,"
                  " op BLOB NOT NULL, PRIMARY KEY(day, staff)) WITHOUT ROWID;");
    helpers::createTables(state);
    gear::createTables(state);
    roll::createTables(state);
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == steppedKind()) {
        return foldStepped(state, operation);
    }
    if (operation.kind == tickedKind()) {
        return foldTicked(state, operation);
    }
    if (operation.kind == reliefKind()) {
        return foldRelief(state, operation);
    }
    if (operation.kind == helpers::kind()) {
        return helpers::fold(state, operation);
    }
    return operation.kind == gear::kind() ? gear::fold(state, operation) : roll::fold(state, operation);
}

Draft stepped(State &state, const Step &step, const std::optional<Step> &relieved, const QStringList &ticks)
{
    Draft draft;
    draft.kind = steppedKind();
    draft.body = {{key("day"), presence::resetCount(state)},
                  {key("staff"), step.staff},
                  {key("where"), int(step.whereabouts)},
                  {key("place"), step.place},
                  {key("state"), int(step.state)},
                  {key("back"), step.back},
                  {key("at_s"), secondsOf(step.at)},
                  {key("on_feet_s"), secondsOf(step.onFeet)},
                  {key("shift"), step.shift},
                  {key("version"), versionAfter(state, step.staff)},
                  {key("reason"), step.reason.left(reasonLengthMax)},
                  {key("note"), step.note.left(noteLengthMax)},
                  {key("station"), step.station}};
    if (step.round) {
        draft.body.insert(key("round"), *step.round);
    }
    if (step.until) {
        draft.body.insert(key("until_s"), secondsOf(*step.until));
    }
    if (relieved) {
        draft.body.insert(key("relieves"), relieved->staff);
        draft.body.insert(key("relieved_version"), versionAfter(state, relieved->staff));
        draft.body.insert(key("relieved_on_feet_s"), secondsOf(relieved->onFeet));
    }
    if (!ticks.isEmpty()) {
        draft.body.insert(key("ticks"), QCborArray::fromStringList(ticks));
        draft.body.insert(key("tick_version"), [&] {
            auto &row = state.statement("SELECT coalesce(max(version), 0) FROM post_tick WHERE day = ? AND staff"
                                        " = ?");
            bindAll(row, presence::resetCount(state), step.staff).executeStep();
            return nextVersion(row.getColumn(0).getInt64());
        }());
    }
    return draft;
}

std::optional<Step> now(State &state, const QString &staff)
{
    auto &row = state.statement("SELECT * FROM post_now WHERE day = ? AND staff = ?");
    bindAll(row, presence::resetCount(state), staff);
    return row.executeStep() ? std::optional(presentOf(row)) : std::nullopt;
}

std::vector<Step> everybody(State &state)
{
    const auto day = presence::resetCount(state);
    auto &rows = state.statement("SELECT * FROM post_now WHERE day = ? ORDER BY staff");
    bindAll(rows, day);
    std::vector<Step> found;
    while (rows.executeStep()) {
        found.push_back(presentOf(rows));
    }
    return found;
}

std::vector<Step> historyOf(State &state, const QString &staff)
{
    const auto day = presence::resetCount(state);
    auto &rows = state.statement("SELECT * FROM post_step WHERE day = ? AND staff = ?"
                                 " ORDER BY until IS NOT NULL, version, time, op, part");
    bindAll(rows, day, staff);
    std::vector<Step> found;
    while (rows.executeStep()) {
        found.push_back(stepOf(rows));
    }
    return found;
}

std::vector<Tenancy> tenanciesOf(State &state, const QString &post, int countMax)
{
    const auto day = presence::resetCount(state);
    auto &rows =
        state.statement("SELECT s.staff, s.at, s.until, s.actor, s.reason, s.op,"
                        " (SELECT n.at FROM post_step n WHERE n.day = s.day AND n.staff = s.staff AND n.until IS NULL"
                        "  AND (n.version, n.time, n.op, n.part) > (s.version, s.time, s.op, s.part)"
                        "  ORDER BY n.version, n.time, n.op, n.part LIMIT 1)"
                        " FROM post_step s WHERE s.day = ?1 AND s.place = ?2 AND s.whereabouts = ?3"
                        " ORDER BY s.at DESC, s.op DESC LIMIT ?4");
    bindAll(rows, day, post, int(Whereabouts::Standing), countMax);
    std::vector<Tenancy> found;
    while (rows.executeStep()) {
        Tenancy stay;
        stay.post = post;
        stay.staff = textOf(rows.getColumn(0));
        stay.since = wallOf(rows.getColumn(1).getInt64());
        const auto &end = rows.getColumn(2).isNull() ? rows.getColumn(6) : rows.getColumn(2);
        if (!end.isNull()) {
            stay.until = std::max(stay.since, wallOf(end.getInt64()));
        }
        stay.actor = textOf(rows.getColumn(3));
        stay.reason = textOf(rows.getColumn(4));
        stay.operation = idOf<OperationHash>(rows.getColumn(5));
        found.push_back(std::move(stay));
    }
    std::ranges::reverse(found);
    return found;
}

std::vector<Tenancy> standingAt(State &state, const QString &post, WallTime instant)
{
    auto found = tenanciesOf(state, post, std::numeric_limits<int>::max());
    std::erase_if(found, [instant](const Tenancy &stay) {
        return instant < stay.since || (stay.until && *stay.until <= instant);
    });
    return found;
}

QMap<QString, Ticked> ticked(State &state)
{
    auto &rows = state.statement("SELECT item, is_on, time, staff FROM post_tick WHERE day = ?"
                                 " ORDER BY staff, item, version, time, op");
    bindAll(rows, presence::resetCount(state));
    return lastTicks(rows);
}

Ticked tickedOf(State &state, const QString &staff)
{
    auto &rows = state.statement("SELECT item, is_on, time, staff FROM post_tick WHERE day = ? AND staff = ?"
                                 " ORDER BY item, version, time, op");
    bindAll(rows, presence::resetCount(state), staff);
    return lastTicks(rows).value(staff);
}

std::vector<ReadySpan> readySpans(State &state, const QString &staff, const QStringList &items)
{
    auto &rows = state.statement("SELECT item, is_on, at FROM post_tick WHERE day = ? AND staff = ?"
                                 " ORDER BY at, version, time, op, item");
    bindAll(rows, presence::resetCount(state), staff);
    std::vector<ReadySpan> spans;
    QSet<QString> missing(items.begin(), items.end());
    if (missing.isEmpty()) {
        return {ReadySpan{}};
    }
    while (rows.executeStep()) {
        const auto item = textOf(rows.getColumn(0));
        const bool wasReady = missing.isEmpty();
        if (!items.contains(item)) {
            continue;
        }
        rows.getColumn(1).getInt() != 0 ? void(missing.remove(item)) : void(missing.insert(item));
        const auto at = wallOf(rows.getColumn(2).getInt64());
        if (missing.isEmpty() && !wasReady) {
            spans.push_back({at, std::nullopt});
        } else if (!missing.isEmpty() && wasReady) {
            spans.back().until = at;
        }
    }
    return spans;
}

std::vector<Relief> reliefs(State &state)
{
    const auto day = presence::resetCount(state);
    auto &rows = state.statement("SELECT staff, tenancy, post, relief, due, time FROM post_relief WHERE day = ?"
                                 " AND relief <> '' ORDER BY staff");
    bindAll(rows, day);
    std::vector<Relief> found;
    while (rows.executeStep()) {
        Relief relief;
        relief.staff = textOf(rows.getColumn(0));
        relief.tenancy = idOf<OperationHash>(rows.getColumn(1));
        relief.post = textOf(rows.getColumn(2));
        relief.relief = textOf(rows.getColumn(3));
        if (!rows.getColumn(4).isNull()) {
            relief.due = wallOf(rows.getColumn(4).getInt64());
        }
        relief.time = {quint64(rows.getColumn(5).getInt64())};
        relief.namedAt = relief.time.wall();
        found.push_back(std::move(relief));
    }
    return found;
}

}  // namespace muster::posts
