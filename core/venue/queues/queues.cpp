#include "core/venue/queues/queues.h"

#include "core/journal/body.h"
#include "core/venue/day/tally.h"
#include "core/venue/scarce/clashes.h"

namespace muster::queues {
namespace {

constexpr qsizetype numberLengthMax = 32;

/// Tickets with what they are now: every query's columns, as ticketOf() reads them.
#define MUSTER_TICKETS                                                                                                 \
    "SELECT t.id, t.op, t.number, t.series, t.guest, t.priority, t.persons, t.time, t.station, t.provisional, n.op,"   \
    " n.version, n.phase, n.service, n.counter, n.person, n.rank, n.time, n.until FROM "

Ticket ticketOf(SQLite::Statement &row)
{
    Ticket ticket;
    ticket.id = idOf<RequestId>(row.getColumn(0));
    ticket.issue = idOf<OperationHash>(row.getColumn(1));
    ticket.number = textOf(row.getColumn(2));
    ticket.series = textOf(row.getColumn(3));
    if (!row.getColumn(4).isNull()) {
        ticket.guest = idOf<GuestId>(row.getColumn(4));
    }
    ticket.priority = textOf(row.getColumn(5));
    ticket.persons = row.getColumn(6).getInt();
    ticket.issuedAt = {quint64(row.getColumn(7).getInt64())};
    ticket.station = textOf(row.getColumn(8));
    ticket.isProvisional = row.getColumn(9).getInt() != 0;
    ticket.last = idOf<OperationHash>(row.getColumn(10));
    ticket.version = row.getColumn(11).getInt64();
    ticket.phase = Phase(row.getColumn(12).getInt());
    ticket.service = textOf(row.getColumn(13));
    ticket.counter = textOf(row.getColumn(14));
    ticket.person = textOf(row.getColumn(15));
    ticket.rank = row.getColumn(16).getInt64();
    ticket.since = {quint64(row.getColumn(17).getInt64())};
    if (!row.getColumn(18).isNull()) {
        ticket.until = fromMsecs(row.getColumn(18).getInt64());
    }
    return ticket;
}

std::vector<Ticket> all(SQLite::Statement &rows)
{
    std::vector<Ticket> found;
    while (rows.executeStep()) {
        found.push_back(ticketOf(rows));
    }
    return found;
}

Stepped steppedOf(SQLite::Statement &row)
{
    Stepped step;
    step.operation = idOf<OperationHash>(row.getColumn(0));
    step.ticket = idOf<RequestId>(row.getColumn(1));
    step.previous = idOf<OperationHash>(row.getColumn(2));
    step.version = row.getColumn(3).getInt64();
    step.step = Step(row.getColumn(4).getInt());
    step.phase = Phase(row.getColumn(5).getInt());
    step.service = textOf(row.getColumn(6));
    step.from = textOf(row.getColumn(7));
    step.counter = textOf(row.getColumn(8));
    step.person = textOf(row.getColumn(9));
    step.actor = textOf(row.getColumn(10));
    step.note = textOf(row.getColumn(11));
    step.code = textOf(row.getColumn(12));
    step.station = textOf(row.getColumn(13));
    step.rank = row.getColumn(14).getInt64();
    if (!row.getColumn(15).isNull()) {
        step.until = fromMsecs(row.getColumn(15).getInt64());
    }
    if (!row.getColumn(16).isNull()) {
        step.tookSeconds = row.getColumn(16).getInt64();
    }
    step.time = {quint64(row.getColumn(17).getInt64())};
    step.stream = {idOf<DeviceId>(row.getColumn(18)), Incarnation{quint64(row.getColumn(19).getInt64())}};
    step.isProvisional = row.getColumn(20).getInt() != 0;
    return step;
}

/// What a step leaves.
struct Now {
    Phase phase = Phase::Waiting;
    QString service;
    QString counter;
    QString person;
    qint64 rank = 0;
    std::optional<qint64> until;
};

/// Writes what @p ticket is now, if @p operation comes last of all that are known.
void settleNow(State &state, const RequestId &ticket, const Operation &operation, qint64 version, const Now &now)
{
    run(state.statement("INSERT INTO ticket_now VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " op = excluded.op, version = excluded.version, phase = excluded.phase,"
                        " service = excluded.service, counter = excluded.counter, person = excluded.person,"
                        " rank = excluded.rank, time = excluded.time, until = excluded.until"
                        " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        ticket, operation.hash, version, int(now.phase), now.service, now.counter, now.person, now.rank,
        operation.time.value, now.until);
}

/// A copied disk may give a number twice: nobody else can.
void deriveNumber(State &state, const QString &number)
{
    std::vector<clashes::Rival> rivals;
    auto &rows = state.statement("SELECT op, origin, station, actor, time, provisional FROM ticket WHERE number = ?"
                                 " ORDER BY time, op");
    bindAll(rows, number);
    while (rows.executeStep()) {
        rivals.push_back({idOf<OperationHash>(rows.getColumn(0)), idOf<DeviceId>(rows.getColumn(1)),
                          textOf(rows.getColumn(2)), textOf(rows.getColumn(3)),
                          HybridTime{quint64(rows.getColumn(4).getInt64())}, rows.getColumn(5).getInt() != 0});
    }
    const auto rule = QStringLiteral("number_twice");
    if (rivals.size() > 1 || clashes::find(state, clashes::idFor(rule, number))) {
        clashes::derive(state, rule, number, std::nullopt, rivals);
    }
}

struct Issued {
    QString number;
    QString series;
};

/// Of a ticket that is known already: the same act told twice by two lives of a disk may name two numbers.
std::optional<Issued> issuedAs(State &state, const RequestId &ticket)
{
    auto &row = state.statement("SELECT number, series FROM ticket WHERE id = ?");
    return bindAll(row, ticket).executeStep()
               ? std::optional(Issued{textOf(row.getColumn(0)), textOf(row.getColumn(1))})
               : std::nullopt;
}

QString issuedSum(const QString &series) { return QStringLiteral("issued:") + series; }

Folded foldIssued(State &state, const Operation &operation)
{
    const auto map = operation.bodyMap();
    BodyReader body(map);
    const auto number = body.text("number");
    const auto series = body.text("series");
    const auto guest = body.optionalId<GuestId>("guest");
    const auto priority = body.textOr("priority");
    const auto persons = body.numberOr("persons", 1, companionCountMax, 1);
    const auto service = body.text("service");
    const auto station = body.textOr("station");
    const auto told = scarce::readTold(body);
    body.require(!number.isEmpty() && number.size() <= numberLengthMax && !operation.request.isNull());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the issue of a queue number"));
    }
    const auto count = [&state](const std::optional<Issued> &ticket, int sign) {
        if (ticket) {
            tally::add(state, issuedSum(ticket->series), sign);
        }
    };
    const auto before = issuedAs(state, operation.request);
    // The same act told twice (by two lives of a disk) is one ticket.
    run(state.statement("INSERT INTO ticket VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " op = excluded.op, number = excluded.number, series = excluded.series, guest = excluded.guest,"
                        " priority = excluded.priority, persons = excluded.persons, time = excluded.time,"
                        " station = excluded.station, provisional = excluded.provisional, origin = excluded.origin,"
                        " actor = excluded.actor WHERE (excluded.time, excluded.op) < (time, op)"),
        operation.request, operation.hash, number, series, guest, priority, persons, operation.time.value, station,
        told.isProvisional, operation.origin, operation.actor);
    settleNow(state, operation.request, operation, 0,
              {Phase::Waiting, service, {}, {}, toMsecs(operation.time.wall()), std::nullopt});
    scarce::book(state, operation, told);
    deriveNumber(state, number);
    if (before && before->number != number) {
        deriveNumber(state, before->number);
    }
    count(before, -1);
    count(issuedAs(state, operation.request), 1);
    return Folded::applied();
}

/// Two calls that knew nothing of each other: one guest, called to two counters.
void deriveCalls(State &state, const RequestId &ticket)
{
    std::vector<clashes::Link> links;
    for (const auto &step : historyOf(state, ticket)) {
        links.push_back({{step.operation, step.stream.origin, step.station, step.actor, step.time, step.isProvisional},
                         step.previous,
                         step.step == Step::Called});
    }
    clashes::derive(state, QStringLiteral("called_twice"), ticket.toHex(), std::nullopt, clashes::unaware(links));
}

/// True if two steps of @p ticket follow one and the same: nearly never.
bool isForked(State &state, const RequestId &ticket)
{
    auto &row = state.statement("SELECT 1 FROM ticket_step WHERE ticket = ? GROUP BY previous HAVING count(*) > 1"
                                " LIMIT 1");
    return bindAll(row, ticket).executeStep();
}

Folded foldStepped(State &state, const Operation &operation)
{
    const auto map = operation.bodyMap();
    BodyReader body(map);
    const auto ticket = body.id<RequestId>("ticket");
    const auto previous = body.id<OperationHash>("previous");
    const auto version = body.number("version", 1, versionMax);
    const auto step = body.number("step", 0, qint64(Step::Rescued));
    const auto from = body.textOr("from");
    const Now now{Phase(body.number("phase", 0, qint64(Phase::Cancelled))),
                  body.textOr("service"),
                  body.textOr("counter"),
                  body.textOr("person"),
                  body.number("rank", 0, std::numeric_limits<qint64>::max()),
                  body.optionalNumber<qint64>("until", 0, happenedMaxS * 1'000)};
    const auto took = body.optionalNumber<qint64>("took_s", 0, happenedMaxS);
    const auto note = body.textOr("note");
    const auto code = body.textOr("code");
    const auto station = body.textOr("station");
    const auto told = scarce::readTold(body);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a step of a queue number"));
    }
    const int isNew =
        run(state.statement("INSERT INTO ticket_step VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                            " ?, ?) ON CONFLICT DO NOTHING"),
            operation.hash, ticket, previous, version, step, int(now.phase), now.service, from, now.counter, now.person,
            operation.actor, note, code, station, now.rank, now.until, took, operation.time.value, operation.origin,
            qint64(operation.incarnation), told.isProvisional);
    settleNow(state, ticket, operation, version, now);
    scarce::book(state, operation, told);
    if (isNew > 0 && isForked(state, ticket)) {
        deriveCalls(state, ticket);
    }
    return Folded::applied();
}

Folded foldCounter(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto counter = body.text("counter");
    const bool isOpen = body.flag("open");
    const auto version = body.number("version", 1, versionMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the opening or closing of a counter"));
    }
    run(state.statement("INSERT INTO counter_now VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " open = excluded.open, version = excluded.version, time = excluded.time, op = excluded.op,"
                        " staff = excluded.staff WHERE (excluded.version, excluded.time, excluded.op) >"
                        " (version, time, op)"),
        counter, isOpen, version, operation.time.value, operation.hash, operation.actor);
    return Folded::applied();
}

Folded foldOwner(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto guest = body.id<GuestId>("guest");
    const auto consultant = body.textOr("consultant");
    const auto reason = body.textOr("reason");
    const auto version = body.number("version", 1, versionMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a guest's consultant"));
    }
    run(state.statement("INSERT INTO owner_log VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
        guest, consultant, reason, version, operation.time.value, operation.actor);
    return Folded::applied();
}

}  // namespace

QString issuedKind() { return QStringLiteral("queue.issued"); }
QString steppedKind() { return QStringLiteral("queue.stepped"); }
QString counterKind() { return QStringLiteral("queue.counter"); }
QString ownerKind() { return QStringLiteral("queue.owner"); }

QStringList kinds() { return {issuedKind(), steppedKind(), counterKind(), ownerKind()}; }

QStringList tables()
{
    return {QStringLiteral("ticket"), QStringLiteral("ticket_now"), QStringLiteral("ticket_step"),
            QStringLiteral("counter_now"), QStringLiteral("owner_log")};
}

void createTables(State &state)
{
    state.execute(
        "CREATE TABLE ticket(id BLOB PRIMARY KEY, op BLOB NOT NULL, number TEXT NOT NULL, series TEXT NOT NULL,"
        " guest BLOB, priority TEXT NOT NULL, persons INTEGER NOT NULL, time INTEGER NOT NULL, station TEXT NOT NULL,"
        " provisional INTEGER NOT NULL, origin BLOB NOT NULL, actor TEXT NOT NULL) WITHOUT ROWID;"
        "CREATE INDEX ticket_number ON ticket(number);"
        "CREATE INDEX ticket_guest ON ticket(guest) WHERE guest IS NOT NULL;"
        "CREATE INDEX ticket_origin ON ticket(series, origin, time);"
        "CREATE TABLE ticket_now(ticket BLOB PRIMARY KEY, op BLOB NOT NULL, version INTEGER NOT NULL,"
        " phase INTEGER NOT NULL, service TEXT NOT NULL, counter TEXT NOT NULL, person TEXT NOT NULL,"
        " rank INTEGER NOT NULL, time INTEGER NOT NULL, until INTEGER) WITHOUT ROWID;"
        "CREATE INDEX ticket_now_queue ON ticket_now(service, phase, rank, ticket);"
        "CREATE INDEX ticket_now_counter ON ticket_now(counter, phase);"
        "CREATE TABLE ticket_step(op BLOB PRIMARY KEY, ticket BLOB NOT NULL, previous BLOB NOT NULL,"
        " version INTEGER NOT NULL, step INTEGER NOT NULL, phase INTEGER NOT NULL, service TEXT NOT NULL,"
        " came_from TEXT NOT NULL, counter TEXT NOT NULL, person TEXT NOT NULL, actor TEXT NOT NULL,"
        " note TEXT NOT NULL, code TEXT NOT NULL, station TEXT NOT NULL, rank INTEGER NOT NULL, until INTEGER,"
        " took INTEGER, time INTEGER NOT NULL, origin BLOB NOT NULL, life INTEGER NOT NULL,"
        " provisional INTEGER NOT NULL) WITHOUT ROWID;"
        "CREATE INDEX ticket_step_ticket ON ticket_step(ticket, previous);"
        "CREATE INDEX ticket_step_service ON ticket_step(came_from, step, time);"
        "CREATE TABLE counter_now(counter TEXT PRIMARY KEY, open INTEGER NOT NULL, version INTEGER NOT NULL,"
        " time INTEGER NOT NULL, op BLOB NOT NULL, staff TEXT NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE owner_log(op BLOB PRIMARY KEY, guest BLOB NOT NULL, consultant TEXT NOT NULL,"
        " reason TEXT NOT NULL, version INTEGER NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL) WITHOUT ROWID;"
        "CREATE INDEX owner_log_guest ON owner_log(guest, version, time, op);");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == issuedKind()) {
        return foldIssued(state, operation);
    }
    if (operation.kind == steppedKind()) {
        return foldStepped(state, operation);
    }
    return operation.kind == counterKind() ? foldCounter(state, operation) : foldOwner(state, operation);
}

QString ticketResource(const RequestId &ticket) { return QStringLiteral("ticket/") + ticket.toHex(); }
QString numberResource(const QString &series) { return QStringLiteral("number/") + series; }

QString numberText(const Series &series, qint64 number)
{
    return series.prefix + QStringLiteral("%1").arg(number, series.digits, 10, QLatin1Char('0'));
}

std::optional<Ticket> find(State &state, const RequestId &id)
{
    auto &row = state.statement(MUSTER_TICKETS "ticket t JOIN ticket_now n ON n.ticket = t.id WHERE t.id = ?");
    return bindAll(row, id).executeStep() ? std::optional(ticketOf(row)) : std::nullopt;
}

std::optional<Ticket> withNumber(State &state, const QString &number)
{
    auto &row = state.statement(MUSTER_TICKETS "ticket t JOIN ticket_now n ON n.ticket = t.id WHERE t.number = ?"
                                               " ORDER BY t.time, t.op LIMIT 1");
    return bindAll(row, number).executeStep() ? std::optional(ticketOf(row)) : std::nullopt;
}

std::optional<Ticket> ofGuest(State &state, const GuestId &guest, const QString &series)
{
    auto &rows = state.statement(MUSTER_TICKETS "ticket t JOIN ticket_now n ON n.ticket = t.id WHERE t.guest = ?"
                                                " ORDER BY t.time, t.op");
    bindAll(rows, guest);
    while (rows.executeStep()) {
        auto ticket = ticketOf(rows);
        if (ticket.series == series && !isOver(ticket.phase)) {
            return ticket;
        }
    }
    return std::nullopt;
}

std::optional<Held> heldBy(State &state, const GuestId &guest, const QString &series)
{
    if (const auto live = ofGuest(state, guest, series)) {
        return Held{live->number, true, aheadOf(state, *live)};
    }
    auto &row = state.statement("SELECT number FROM ticket WHERE guest = ? AND series = ? ORDER BY time, op LIMIT 1");
    bindAll(row, guest, series);
    return row.executeStep() ? std::optional(Held{textOf(row.getColumn(0)), false, 0}) : std::nullopt;
}

std::vector<Ticket> inPhase(State &state, const QString &service, Phase phase, int countMax)
{
    auto &rows = state.statement(MUSTER_TICKETS "ticket_now n CROSS JOIN ticket t ON t.id = n.ticket"
                                                " WHERE n.service = ? AND n.phase = ? ORDER BY n.rank, n.ticket"
                                                " LIMIT ?");
    bindAll(rows, service, int(phase), countMax);
    return all(rows);
}

int countInPhase(State &state, const QString &service, Phase phase)
{
    auto &row = state.statement("SELECT count(*) FROM ticket_now WHERE service = ? AND phase = ?");
    bindAll(row, service, int(phase)).executeStep();
    return row.getColumn(0).getInt();
}

int aheadOf(State &state, const Ticket &ticket)
{
    auto &row = state.statement("SELECT count(*) FROM ticket_now WHERE service = ? AND phase = ? AND"
                                " (rank, ticket) < (?, ?)");
    bindAll(row, ticket.service, int(ticket.phase), ticket.rank, ticket.id).executeStep();
    return row.getColumn(0).getInt();
}

std::vector<Ticket> atCounter(State &state, const QString &counter)
{
    auto &rows = state.statement(MUSTER_TICKETS "ticket_now n CROSS JOIN ticket t ON t.id = n.ticket"
                                                " WHERE n.counter = ? AND n.phase IN (3, 4, 5)"
                                                " ORDER BY n.time DESC, n.op");
    static_assert(int(Phase::Called) == 3 && int(Phase::Held) == 5);
    bindAll(rows, counter);
    return all(rows);
}

std::vector<Stepped> historyOf(State &state, const RequestId &ticket)
{
    std::vector<Stepped> steps;
    auto &rows = state.statement("SELECT * FROM ticket_step WHERE ticket = ? ORDER BY version, time, op");
    bindAll(rows, ticket);
    while (rows.executeStep()) {
        steps.push_back(steppedOf(rows));
    }
    return steps;
}

std::optional<QString> ownerOf(State &state, const GuestId &guest)
{
    auto &row = state.statement("SELECT consultant FROM owner_log WHERE guest = ?"
                                " ORDER BY version DESC, time DESC, op DESC LIMIT 1");
    return bindAll(row, guest).executeStep() ? std::optional(textOf(row.getColumn(0))) : std::nullopt;
}

bool isOpen(State &state, const QString &counter)
{
    auto &row = state.statement("SELECT open FROM counter_now WHERE counter = ?");
    return bindAll(row, counter).executeStep() && row.getColumn(0).getInt() != 0;
}

int issuedCount(State &state, const QString &series) { return int(tally::of(state, issuedSum(series))); }

}  // namespace muster::queues
