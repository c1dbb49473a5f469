#include "core/venue/posts/gear.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"
#include "core/venue/posts/posts.h"
#include "core/venue/staff/people.h"

namespace muster::gear {
namespace {

Words noTag()
{
    return {QStringLiteral("请填写牌号（不超过 %1 字）").arg(posts::codeLengthMax),
            QStringLiteral("Please say the tag, in at most %1 letters").arg(posts::codeLengthMax)};
}

Words noSuchGear(const QString &tag)
{
    return {QStringLiteral("方案中没有装备 %1").arg(tag), QStringLiteral("The plan has no gear %1").arg(tag)};
}

Words isNotOut(const QString &tag)
{
    return {QStringLiteral("%1 未借出").arg(tag), QStringLiteral("%1 is not out").arg(tag)};
}

Words wasWith(const QString &staff)
{
    return {QStringLiteral("此前由 %1 持有，未归还").arg(staff),
            QStringLiteral("%1 had it until now and did not give it back").arg(staff)};
}

/// Who else held what @p step moves, until then; empty: nobody.
QString holderBefore(State &state, const OperationHash &step)
{
    auto &row = state.statement("SELECT b.is_out AND (s.is_out = 0 OR b.staff <> s.staff), b.staff FROM gear_step s"
                                " JOIN gear_step b ON b.day = s.day AND b.tag = s.tag AND (b.version, b.time, b.op) < "
                                "(s.version, s.time, s.op) WHERE s.op = ?"
                                " ORDER BY b.version DESC, b.time DESC, b.op DESC LIMIT 1");
    bindAll(row, step);
    return row.executeStep() && row.getColumn(0).getInt() != 0 ? textOf(row.getColumn(1)) : QString();
}

std::optional<Stay> holderOf(State &state, const QString &tag)
{
    auto &row = state.statement("SELECT staff, time FROM gear_now WHERE day = ? AND tag = ? AND is_out = 1");
    bindAll(row, presence::resetCount(state), tag);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    Stay stay;
    stay.tag = tag;
    stay.staff = textOf(row.getColumn(0));
    stay.since = {quint64(row.getColumn(1).getInt64())};
    return stay;
}

Draft moved(State &state, const posts::SetGear &command, const QString &staff, const QString &station)
{
    auto &row = state.statement("SELECT coalesce(max(version), 0) FROM gear_now WHERE day = ? AND tag = ?");
    bindAll(row, presence::resetCount(state), command.tag).executeStep();
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("tag"), command.tag},
                  {key("out"), command.isOut},
                  {key("staff"), staff},
                  {key("note"), command.note.trimmed().left(posts::noteLengthMax)},
                  {key("station"), station},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())},
                  {key("day"), presence::resetCount(state)}};
    return draft;
}

}  // namespace

QString kind() { return QStringLiteral("gear.set"); }

QStringList tables() { return {QStringLiteral("gear_step"), QStringLiteral("gear_now")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE gear_step(op BLOB PRIMARY KEY, day INTEGER NOT NULL, tag TEXT NOT NULL,"
                  " is_out INTEGER NOT NULL, staff TEXT NOT NULL, note TEXT NOT NULL, station TEXT NOT NULL,"
                  " actor TEXT NOT NULL, version INTEGER NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX gear_step_tag ON gear_step(day, tag, version, time, op);"
                  "CREATE TABLE gear_now(day INTEGER, tag TEXT, is_out INTEGER NOT NULL, staff TEXT NOT NULL,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL, PRIMARY KEY(day, tag))"
                  " WITHOUT ROWID;"
                  "CREATE INDEX gear_now_staff ON gear_now(day, staff) WHERE is_out = 1;");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto tag = body.text("tag");
    const bool isOut = body.flag("out");
    const auto staff = body.textOr("staff");
    const auto note = body.textOr("note");
    const auto station = body.textOr("station");
    const auto version = body.number("version", 1, versionMax);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(!tag.isEmpty() && tag.size() <= posts::codeLengthMax && staff.size() <= posts::codeLengthMax &&
                 (!isOut || !staff.isEmpty()) && note.size() <= posts::noteLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a change of who holds gear"));
    }
    run(state.statement("INSERT INTO gear_step VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, day, tag, isOut, staff, note, station, operation.actor, version, operation.time.value);
    run(state.statement("INSERT INTO gear_now VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(day, tag) DO UPDATE SET"
                        " is_out = excluded.is_out, staff = excluded.staff, version = excluded.version,"
                        " time = excluded.time, op = excluded.op WHERE (excluded.version, excluded.time, excluded.op)"
                        " > (gear_now.version, gear_now.time, gear_now.op)"),
        day, tag, isOut, staff, version, operation.time.value, operation.hash);
    return Folded::applied();
}

std::vector<Stay> out(State &state)
{
    auto &rows = state.statement("SELECT tag, staff, time FROM gear_now WHERE day = ? AND is_out = 1 ORDER BY tag");
    bindAll(rows, presence::resetCount(state));
    std::vector<Stay> found;
    while (rows.executeStep()) {
        Stay stay;
        stay.tag = textOf(rows.getColumn(0));
        stay.staff = textOf(rows.getColumn(1));
        stay.since = {quint64(rows.getColumn(2).getInt64())};
        found.push_back(std::move(stay));
    }
    return found;
}

QStringList heldBy(State &state, const QString &staff)
{
    auto &rows = state.statement("SELECT tag FROM gear_now WHERE day = ? AND staff = ? AND is_out = 1 ORDER BY tag");
    bindAll(rows, presence::resetCount(state), staff);
    QStringList tags;
    while (rows.executeStep()) {
        tags << textOf(rows.getColumn(0));
    }
    return tags;
}

std::vector<Stay> historyOf(State &state, const QString &tag)
{
    auto &rows = state.statement("SELECT is_out, staff, note, station, actor, time FROM gear_step WHERE day = ?"
                                 " AND tag = ? ORDER BY version, time, op");
    bindAll(rows, presence::resetCount(state), tag);
    std::vector<Stay> found;
    while (rows.executeStep()) {
        const HybridTime at{quint64(rows.getColumn(5).getInt64())};
        if (!found.empty() && !found.back().until) {
            found.back().until = at;
        }
        if (rows.getColumn(0).getInt() != 0) {
            found.push_back({tag, textOf(rows.getColumn(1)), textOf(rows.getColumn(2)), textOf(rows.getColumn(3)),
                             textOf(rows.getColumn(4)), at, std::nullopt});
        }
    }
    return found;
}

}  // namespace muster::gear

namespace muster::posts {

Answer decide(Desk &desk, const Act &act, const SetGear &command)
{
    auto wanted = command;
    wanted.tag = command.tag.trimmed();
    if (wanted.tag.isEmpty() || wanted.tag.size() > codeLengthMax) {
        return desk.refused(act, Outcome::NotAllowed, gear::noTag(), QStringLiteral("no_tag"));
    }
    // A plan that lists no gear lends what there is.
    if (!desk.setup().gear.empty() && findByCode(desk.setup().gear, wanted.tag) == nullptr) {
        return desk.refused(act, Outcome::NotFound, gear::noSuchGear(wanted.tag), QStringLiteral("no_gear"));
    }
    const auto before = gear::holderOf(desk.state(), wanted.tag);
    QString holder;
    if (wanted.isOut) {
        const auto member = staff::find(desk.state(), desk.setup(), wanted.staff);
        if (!member) {
            return desk.refused(act, Outcome::NotFound, staff::unknown(wanted.staff), QStringLiteral("no_staff"));
        }
        holder = member->code;
    } else if (!before) {
        return desk.refused(act, Outcome::NotFound, gear::isNotOut(wanted.tag), QStringLiteral("not_out"));
    }
    auto answer = desk.done(act, gear::moved(desk.state(), wanted, holder, desk.post().station));
    recall(desk, wanted, answer);
    return answer;
}

/// Says whose it was, if somebody else takes it over.
void recall(Desk &desk, const SetGear &command, Answer &answer)
{
    const auto before = answer.operation ? gear::holderBefore(desk.state(), *answer.operation) : QString();
    if (!before.isEmpty()) {
        answer.subjects = {before};
        answer.reason = command.isOut ? gear::wasWith(before) : Words{};
    }
}

}  // namespace muster::posts
