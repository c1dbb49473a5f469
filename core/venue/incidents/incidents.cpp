// The tables of incidents, and how operations become rows.
#include "core/venue/incidents/incidents.h"

#include "core/authority/ledger.h"
#include "core/journal/body.h"

namespace muster::incidents {
namespace {

constexpr qsizetype linkPartsMax = 2;

QString joined(const QStringList &codes) { return codes.join(QLatin1Char('\n')); }

QStringList typesFrom(BodyReader &body, const QCborArray &array)
{
    QStringList types;
    for (const auto &value : array) {
        const auto code = value.toString();
        body.require(value.isString() && !code.isEmpty() && code.size() <= codeMax &&
                     !code.contains(QLatin1Char('\n')) && !types.contains(code));
        types << code;
    }
    return types;
}

/// What anybody wrote, in clear or sealed.
Said saidFrom(BodyReader &body)
{
    Said said{body.textOr("text"), body.bytesOr("sealed")};
    body.require(said.text.size() <= textMax && said.sealed.size() <= sealedMax);
    return said;
}

/// What exits look out for: always in clear.
QString lookOutFrom(BodyReader &body)
{
    auto lookOut = body.textOr("look_out");
    body.require(lookOut.size() <= lookOutMax);
    return lookOut;
}

QString codeFrom(BodyReader &body, const char *name)
{
    auto code = body.textOr(name);
    body.require(code.size() <= codeMax);
    return code;
}

/// As the incident stands by all that is known of it; nothing before its opening came.
void derive(Tables &state, const OperationHash &incident)
{
    auto &opening = state.statement(
        "SELECT day, zone, types, urgent, restricted, time, happened, look_out FROM incident WHERE op = ?");
    if (!bindAll(opening, incident).executeStep()) {
        return;
    }
    const qint64 day = opening.getColumn(0).getInt64();
    QString zone = textOf(opening.getColumn(1));
    QString types = textOf(opening.getColumn(2));
    qint64 urgent = opening.getColumn(3).getInt64();
    qint64 restricted = opening.getColumn(4).getInt64();
    const qint64 opened = opening.getColumn(5).getInt64();
    auto happened =
        opening.getColumn(6).isNull() ? std::nullopt : std::optional<qint64>(opening.getColumn(6).getInt64());
    QString lookOut = textOf(opening.getColumn(7));
    qint64 lookOutVersion = 0;
    qint64 now = 0;
    qint64 stateAt = opened;
    qint64 urgentAt = opened;
    auto &changes = state.statement("SELECT state, urgent, types, zone, restricted, time, value, look_out, version FROM"
                                    " incident_step WHERE incident = ? AND step = 1 ORDER BY version, time, op");
    bindAll(changes, incident);
    while (changes.executeStep()) {
        const qint64 time = changes.getColumn(5).getInt64();
        if (!changes.getColumn(0).isNull()) {
            stateAt = changes.getColumn(0).getInt64() == now ? stateAt : time;
            now = changes.getColumn(0).getInt64();
        }
        if (!changes.getColumn(1).isNull()) {
            urgentAt = changes.getColumn(1).getInt64() == urgent ? urgentAt : time;
            urgent = changes.getColumn(1).getInt64();
        }
        types = changes.getColumn(2).isNull() ? types : textOf(changes.getColumn(2));
        zone = changes.getColumn(3).isNull() ? zone : textOf(changes.getColumn(3));
        happened = changes.getColumn(6).getInt64() == 0 ? happened : changes.getColumn(6).getInt64();
        if (!changes.getColumn(7).isNull()) {
            lookOut = textOf(changes.getColumn(7));
            lookOutVersion = changes.getColumn(8).getInt64();
        }
        restricted |= changes.getColumn(4).getInt64();  // Never less than it was: words are sealed already.
    }
    auto &last = state.statement("SELECT max(time) FROM incident_step WHERE incident = ? AND step <> 5");
    bindAll(last, incident).executeStep();
    const qint64 touched = std::max<qint64>(opened, last.getColumn(0).getInt64());
    run(state.statement(
            "INSERT INTO incident_now VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " state = excluded.state, urgent = excluded.urgent, restricted = excluded.restricted,"
            " zone = excluded.zone, types = excluded.types, touched = excluded.touched,"
            " state_at = excluded.state_at, urgent_at = excluded.urgent_at, happened = excluded.happened,"
            " look_out = excluded.look_out, look_out_version = excluded.look_out_version"),
        incident, day, now, urgent, restricted, zone, types, opened, touched, stateAt, urgentAt, happened, lookOut,
        lookOutVersion);
}

Folded foldOpened(Tables &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto number = body.text("number");
    const auto zone = codeFrom(body, "zone");
    const auto types = typesFrom(body, body.arrayOr("types", typesMax));
    const bool isUrgent = body.flag("urgent");
    const bool isRestricted = body.flag("restricted");
    const auto said = saidFrom(body);
    const auto station = codeFrom(body, "station");
    const auto happened = body.optionalNumber<qint64>("happened_s", 0, happenedMaxS);
    const auto day = body.number("day", 0, versionMax);
    const auto lookOut = lookOutFrom(body);
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    body.require(!number.isEmpty() && number.size() <= numberMax && postings.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the opening of an incident"));
    }
    run(state.statement("INSERT INTO incident VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, number, day, zone, joined(types), isUrgent, isRestricted, said.text, said.sealed, happened,
        station, operation.actor, operation.time.value, lookOut);
    ledger::fold(state, operation, *postings);
    derive(state, operation.hash);
    return Folded::applied();
}

Folded foldStruck(Tables &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto entry = body.id<OperationHash>("entry");
    const auto said = saidFrom(body);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the striking of an entry"));
    }
    run(state.statement("INSERT INTO incident_strike VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), entry,
        operation.hash, said.text, said.sealed, operation.actor, operation.time.value);
    return Folded::applied();
}

/// What each kind of step holds beside who, where, when and the words.
struct Parts {
    std::optional<qint64> state;
    std::optional<qint64> urgent;
    std::optional<QString> types;
    std::optional<QString> zone;
    std::optional<QString> lookOut;
    bool isRestricted = false;
    QString subject;
    std::optional<OperationHash> other;
    QByteArray blob;
    qint64 value = 0;
    qint64 version = 0;
};

Parts partsFrom(BodyReader &body, Step step)
{
    Parts parts;
    switch (step) {
    case Step::Noted: parts.other = body.optionalId<OperationHash>("corrects"); break;
    case Step::Changed:
        parts.state = body.optionalNumber<qint64>("state", 0, qint64(State::Closed));
        parts.urgent = body.has("urgent") ? std::optional<qint64>(body.flag("urgent")) : std::nullopt;
        if (body.has("types")) {
            parts.types = joined(typesFrom(body, body.array("types", typesMax)));
        }
        parts.zone = body.has("zone") ? std::optional(codeFrom(body, "zone")) : std::nullopt;
        parts.lookOut = body.has("look_out") ? std::optional(lookOutFrom(body)) : std::nullopt;
        parts.isRestricted = body.flag("restricted");
        parts.value = body.numberOr("occurred_s", 1, happenedMaxS, 0);
        break;
    case Step::Assigned:
        parts.subject = codeFrom(body, "staff");
        parts.value = body.number("state", 0, qint64(AssigneeState::Released));
        body.require(!parts.subject.isEmpty());
        break;
    case Step::Linked:
        parts.other = body.id<OperationHash>("other");
        parts.value = linkPartsMax * body.number("link", 0, qint64(LinkKind::DuplicateOf)) + (body.flag("on") ? 1 : 0);
        break;
    case Step::Checked:
        parts.subject = codeFrom(body, "item");
        parts.value = body.flag("done") ? 1 : 0;
        body.require(!parts.subject.isEmpty());
        break;
    case Step::Pictured:
        parts.blob = body.id<Hash256>("blob").toBytes();
        parts.value = body.number("size", 1, blobBytesMax);
        break;
    case Step::Watched:
        parts.subject = codeFrom(body, "post");
        parts.value = body.numberOr("seen", 0, versionMax, 0);
        body.require(!parts.subject.isEmpty());
        break;
    case Step::Returned: break;
    }
    const bool isRegister =
        step == Step::Changed || step == Step::Assigned || step == Step::Linked || step == Step::Checked;
    parts.version = isRegister ? body.number("version", 1, versionMax) : 0;
    return parts;
}

Folded foldStep(Tables &state, const Operation &operation, Step step)
{
    BodyReader body(operation.bodyMap());
    const auto incident = body.id<OperationHash>("incident");
    const auto parts = partsFrom(body, step);
    const auto said = saidFrom(body);
    const auto happened = body.optionalNumber<qint64>("happened_s", 0, happenedMaxS);
    const auto station = codeFrom(body, "station");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an entry of an incident"));
    }
    run(state.statement("INSERT INTO incident_step VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        " ?)"
                        " ON CONFLICT DO NOTHING"),
        operation.hash, incident, int(step), parts.state, parts.urgent, parts.types, parts.zone, parts.isRestricted,
        parts.subject, parts.other, parts.blob, parts.value, parts.version, said.text, said.sealed, happened, station,
        operation.actor, operation.time.value, parts.lookOut);
    if (step == Step::Assigned) {
        run(state.statement("INSERT INTO incident_assignee VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " state = excluded.state, version = excluded.version, time = excluded.time,"
                            " op = excluded.op"
                            " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
            incident, parts.subject, parts.value, parts.version, operation.time.value, operation.hash);
    }
    derive(state, incident);
    return Folded::applied();
}

}  // namespace

QString numberResource() { return QStringLiteral("number/incident"); }
QString openedKind() { return QStringLiteral("incident.opened"); }
QString struckKind() { return QStringLiteral("incident.struck"); }

QString kindOf(Step step)
{
    switch (step) {
    case Step::Noted: return QStringLiteral("incident.noted");
    case Step::Changed: return QStringLiteral("incident.changed");
    case Step::Assigned: return QStringLiteral("incident.assigned");
    case Step::Linked: return QStringLiteral("incident.linked");
    case Step::Checked: return QStringLiteral("incident.checked");
    case Step::Pictured: return QStringLiteral("incident.pictured");
    case Step::Watched: return QStringLiteral("incident.watched");
    case Step::Returned: return QStringLiteral("incident.returned");
    }
    Q_UNREACHABLE();
}

QStringList kinds()
{
    QStringList all{openedKind(), struckKind()};
    for (int step = 0; step < stepCount; ++step) {
        all << kindOf(Step(step));
    }
    return all;
}

QStringList tables()
{
    return {QStringLiteral("incident"), QStringLiteral("incident_step"), QStringLiteral("incident_strike"),
            QStringLiteral("incident_assignee"), QStringLiteral("incident_now")};
}

void createTables(Tables &state)
{
    state.execute("CREATE TABLE incident(op BLOB PRIMARY KEY, number TEXT NOT NULL, day INTEGER NOT NULL,"
                  " zone TEXT NOT NULL, types TEXT NOT NULL, urgent INTEGER NOT NULL, restricted INTEGER NOT NULL,"
                  " text TEXT NOT NULL, sealed BLOB NOT NULL, happened INTEGER, station TEXT NOT NULL,"
                  " actor TEXT NOT NULL, time INTEGER NOT NULL, look_out TEXT NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX incident_number ON incident(number, op);"
                  "CREATE TABLE incident_step(op BLOB PRIMARY KEY, incident BLOB NOT NULL, step INTEGER NOT NULL,"
                  " state INTEGER, urgent INTEGER, types TEXT, zone TEXT, restricted INTEGER NOT NULL,"
                  " subject TEXT NOT NULL, other BLOB, blob BLOB NOT NULL, value INTEGER NOT NULL,"
                  " version INTEGER NOT NULL, text TEXT NOT NULL, sealed BLOB NOT NULL, happened INTEGER,"
                  " station TEXT NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL,"
                  " look_out TEXT) WITHOUT ROWID;"
                  "CREATE INDEX incident_steps ON incident_step(incident, step, version, time, op);"
                  "CREATE INDEX incident_linked ON incident_step(other) WHERE step = 3;"
                  "CREATE INDEX incident_pictures ON incident_step(blob, time, op) WHERE step = 5;"
                  "CREATE TABLE incident_strike(entry BLOB, op BLOB, text TEXT NOT NULL, sealed BLOB NOT NULL,"
                  " actor TEXT NOT NULL, time INTEGER NOT NULL, PRIMARY KEY(entry, op)) WITHOUT ROWID;"
                  "CREATE TABLE incident_assignee(incident BLOB, staff TEXT, state INTEGER NOT NULL,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL,"
                  " PRIMARY KEY(incident, staff)) WITHOUT ROWID;"
                  "CREATE TABLE incident_now(incident BLOB PRIMARY KEY, day INTEGER NOT NULL, state INTEGER NOT NULL,"
                  " urgent INTEGER NOT NULL, restricted INTEGER NOT NULL, zone TEXT NOT NULL, types TEXT NOT NULL,"
                  " opened INTEGER NOT NULL, touched INTEGER NOT NULL, state_at INTEGER NOT NULL,"
                  " urgent_at INTEGER NOT NULL, happened INTEGER, look_out TEXT NOT NULL,"
                  " look_out_version INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX incident_open ON incident_now(day, state, state_at);"
                  "CREATE INDEX incident_zone ON incident_now(day, zone, opened) WHERE state < 3;");
}

Folded fold(Tables &state, const Operation &operation)
{
    if (operation.kind == openedKind()) {
        return foldOpened(state, operation);
    }
    if (operation.kind == struckKind()) {
        return foldStruck(state, operation);
    }
    int step = 0;
    while (kindOf(Step(step)) != operation.kind) {
        ++step;
    }
    return foldStep(state, operation, Step(step));
}

}  // namespace muster::incidents
