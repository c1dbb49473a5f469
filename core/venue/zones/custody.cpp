#include "core/venue/zones/custody.h"

#include "core/journal/body.h"

namespace muster::custody {
namespace {

Words noTag()
{
    return {QStringLiteral("请填写牌号（不超过 %1 字）").arg(zones::codeLengthMax),
            QStringLiteral("Please say the tag, in at most %1 letters").arg(zones::codeLengthMax)};
}

Words noSuchGuest()
{
    return {QStringLiteral("名单里没有此码"), QStringLiteral("No guest, or more than one, has this code")};
}

}  // namespace

QString kind() { return QStringLiteral("custody.set"); }

Draft set(State &state, const zones::SetCustody &command, const std::optional<GuestId> &guest, const QString &station)
{
    auto &row = state.statement("SELECT coalesce(max(version), 0) FROM custody WHERE tag = ?");
    bindAll(row, command.tag).executeStep();
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("tag"), command.tag},
                  {key("out"), command.isOut},
                  {key("note"), command.note.left(zones::noteLengthMax)},
                  {key("station"), station},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())},
                  {key("day"), presence::resetCount(state)}};
    if (guest) {
        draft.body.insert(key("guest"), guest->toBytes());
    }
    return draft;
}

QStringList tables() { return {QStringLiteral("custody")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE custody(op BLOB PRIMARY KEY, tag TEXT NOT NULL, out INTEGER NOT NULL, guest BLOB,"
                  " note TEXT NOT NULL, station TEXT NOT NULL, actor TEXT NOT NULL, version INTEGER NOT NULL,"
                  " day INTEGER NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX custody_tag ON custody(day, tag, version, time, op);");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto tag = body.text("tag");
    const bool isOut = body.flag("out");
    const auto guest = body.optionalId<GuestId>("guest");
    const auto note = body.textOr("note");
    const auto station = body.textOr("station");
    const auto version = body.number("version", 1, versionMax);
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(!tag.isEmpty() && tag.size() <= zones::codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a change of custody"));
    }
    run(state.statement("INSERT INTO custody VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, tag, isOut, guest, note, station, operation.actor, version, day, operation.time.value);
    return Folded::applied();
}

std::vector<Tenancy> out(State &state, int countMax)
{
    auto &rows = state.statement("SELECT tag, guest, note, station, actor, time FROM custody c WHERE day = ?1"
                                 " AND out = 1 AND NOT EXISTS(SELECT 1 FROM custody l WHERE l.day = ?1"
                                 " AND l.tag = c.tag AND (l.version, l.time, l.op) > (c.version, c.time, c.op))"
                                 " ORDER BY tag LIMIT ?2");
    bindAll(rows, presence::resetCount(state), countMax);
    std::vector<Tenancy> found;
    while (rows.executeStep()) {
        Tenancy stay{textOf(rows.getColumn(0)),
                     std::nullopt,
                     textOf(rows.getColumn(2)),
                     textOf(rows.getColumn(3)),
                     textOf(rows.getColumn(4)),
                     {quint64(rows.getColumn(5).getInt64())},
                     std::nullopt};
        if (!rows.getColumn(1).isNull()) {
            stay.guest = idOf<GuestId>(rows.getColumn(1));
        }
        found.push_back(std::move(stay));
    }
    return found;
}

std::vector<Tenancy> historyOf(State &state, const QString &tag)
{
    auto &rows = state.statement("SELECT out, guest, note, station, actor, time FROM custody WHERE day = ? AND tag = ?"
                                 " ORDER BY version, time, op");
    bindAll(rows, presence::resetCount(state), tag);
    std::vector<Tenancy> found;
    while (rows.executeStep()) {
        const HybridTime at{quint64(rows.getColumn(5).getInt64())};
        if (!found.empty() && !found.back().until) {
            found.back().until = at;
        }
        if (rows.getColumn(0).getInt() == 0) {
            continue;
        }
        const bool isNamed = !rows.getColumn(1).isNull();
        found.push_back({tag, isNamed ? std::optional(idOf<GuestId>(rows.getColumn(1))) : std::nullopt,
                         textOf(rows.getColumn(2)), textOf(rows.getColumn(3)), textOf(rows.getColumn(4)), at,
                         std::nullopt});
    }
    return found;
}

}  // namespace muster::custody

namespace muster::zones {

Answer decide(Desk &desk, const Act &act, const SetCustody &command)
{
    auto wanted = command;
    wanted.tag = command.tag.trimmed();
    if (wanted.tag.isEmpty() || wanted.tag.size() > codeLengthMax) {
        return desk.refused(act, Outcome::NotAllowed, custody::noTag(), QStringLiteral("no_tag"));
    }
    const auto guest = desk.guestOf(wanted.payload, wanted.guest);
    if (!wanted.payload.isEmpty() && !guest) {
        return desk.refused(act, Outcome::NotFound, custody::noSuchGuest(), QStringLiteral("no_guest"));
    }
    return desk.done(act, custody::set(desk.state(), wanted, guest, desk.post().station));
}

}  // namespace muster::zones
