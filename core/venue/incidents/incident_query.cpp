// What is known of incidents, as it stands.
#include "core/venue/guests/presence.h"
#include "core/venue/incidents/incidents.h"

namespace muster::incidents {
namespace {

/// Of every query that incidentOf() reads; closed by its own condition. Literals differ by where they lie.
#define MUSTER_INCIDENT_COLUMNS                                                                                        \
    "SELECT i.op, i.number, n.day, n.zone, n.types, n.urgent, n.restricted, n.state, i.text, i.sealed, i.station,"     \
    " i.actor, n.happened, i.time, n.touched, n.state_at, n.urgent_at, n.look_out, n.look_out_version, i.happened"     \
    " FROM incident_now n JOIN incident i"                                                                             \
    " ON i.op = n.incident "

HybridTime timeOf(const SQLite::Column &column) { return {quint64(column.getInt64())}; }

std::optional<WallTime> happenedOf(const SQLite::Column &column)
{
    return column.isNull() ? std::nullopt : std::optional(fromMsecs(column.getInt64() * 1'000));
}

QStringList split(const QString &joined) { return joined.split(QLatin1Char('\n'), Qt::SkipEmptyParts); }

Incident incidentOf(SQLite::Statement &row)
{
    Incident incident;
    incident.operation = idOf<OperationHash>(row.getColumn(0));
    incident.number = textOf(row.getColumn(1));
    incident.day = row.getColumn(2).getInt64();
    incident.zone = textOf(row.getColumn(3));
    incident.types = split(textOf(row.getColumn(4)));
    incident.isUrgent = row.getColumn(5).getInt() != 0;
    incident.isRestricted = row.getColumn(6).getInt() != 0;
    incident.state = State(row.getColumn(7).getInt());
    incident.said = {textOf(row.getColumn(8)), bytesOf(row.getColumn(9))};
    incident.station = textOf(row.getColumn(10));
    incident.actor = textOf(row.getColumn(11));
    incident.happenedAt = happenedOf(row.getColumn(12));
    incident.time = timeOf(row.getColumn(13));
    incident.touched = timeOf(row.getColumn(14));
    incident.stateAt = timeOf(row.getColumn(15));
    incident.urgentAt = timeOf(row.getColumn(16));
    incident.lookOut = textOf(row.getColumn(17));
    incident.lookOutVersion = row.getColumn(18).getInt64();
    incident.firstSaid = happenedOf(row.getColumn(19));
    return incident;
}

std::vector<Incident> incidentsOf(SQLite::Statement &rows)
{
    std::vector<Incident> found;
    while (rows.executeStep()) {
        found.push_back(incidentOf(rows));
    }
    return found;
}

Entry entryOf(SQLite::Statement &row)
{
    Entry entry;
    entry.operation = idOf<OperationHash>(row.getColumn(0));
    entry.step = Step(row.getColumn(1).getInt());
    if (!row.getColumn(2).isNull()) {
        entry.state = State(row.getColumn(2).getInt());
    }
    if (!row.getColumn(3).isNull()) {
        entry.isUrgent = row.getColumn(3).getInt() != 0;
    }
    if (!row.getColumn(4).isNull()) {
        entry.types = split(textOf(row.getColumn(4)));
    }
    if (!row.getColumn(5).isNull()) {
        entry.zone = textOf(row.getColumn(5));
    }
    entry.subject = textOf(row.getColumn(6));
    if (!row.getColumn(7).isNull()) {
        entry.other = idOf<OperationHash>(row.getColumn(7));
    }
    entry.blob = bytesOf(row.getColumn(8));
    entry.value = row.getColumn(9).getInt64();
    if (entry.step == Step::Changed && entry.value > 0) {
        entry.movedTo = fromMsecs(std::exchange(entry.value, 0) * 1'000);
    }
    entry.version = row.getColumn(10).getInt64();
    entry.said = {textOf(row.getColumn(11)), bytesOf(row.getColumn(12))};
    entry.happenedAt = happenedOf(row.getColumn(13));
    entry.station = textOf(row.getColumn(14));
    entry.actor = textOf(row.getColumn(15));
    entry.time = timeOf(row.getColumn(16));
    if (!row.getColumn(17).isNull()) {
        entry.lookOut = textOf(row.getColumn(17));
    }
    return entry;
}

}  // namespace

std::optional<Incident> find(Tables &state, const OperationHash &operation)
{
    auto &row = state.statement(MUSTER_INCIDENT_COLUMNS "WHERE n.incident = ?");
    bindAll(row, operation);
    return row.executeStep() ? std::optional(incidentOf(row)) : std::nullopt;
}

std::optional<Incident> find(Tables &state, const QString &number)
{
    auto &row = state.statement(MUSTER_INCIDENT_COLUMNS "WHERE i.number = ? AND n.day = ? ORDER BY i.op LIMIT 1");
    bindAll(row, number.trimmed(), presence::resetCount(state));
    return row.executeStep() ? std::optional(incidentOf(row)) : std::nullopt;
}

std::vector<Incident> open(Tables &state, int countMax)
{
    auto &rows = state.statement(MUSTER_INCIDENT_COLUMNS "WHERE n.day = ? AND n.state < 3"
                                                         " ORDER BY n.urgent DESC, n.opened, n.incident LIMIT ?");
    bindAll(rows, presence::resetCount(state), countMax);
    return incidentsOf(rows);
}

std::vector<Incident> closed(Tables &state, int countMax)
{
    auto &rows = state.statement(MUSTER_INCIDENT_COLUMNS "WHERE n.day = ? AND n.state = 3"
                                                         " ORDER BY n.state_at DESC, n.incident LIMIT ?");
    bindAll(rows, presence::resetCount(state), countMax);
    return incidentsOf(rows);
}

int openCount(Tables &state)
{
    auto &row = state.statement("SELECT count(*) FROM incident_now WHERE day = ? AND state < 3");
    bindAll(row, presence::resetCount(state)).executeStep();
    return row.getColumn(0).getInt();
}

std::vector<Entry> entriesOf(Tables &state, const OperationHash &incident, std::optional<Step> step)
{
    // (One at a time: registers are read in the order in which they hold, a history as it came about.)
    auto &rows =
        step ? state.statement("SELECT op, step, state, urgent, types, zone, subject, other, blob, value,"
                               " version, text, sealed, happened, station, actor, time, look_out FROM incident_step"
                               " WHERE incident = ?1 AND step = ?2 ORDER BY version, time, op")
             : state.statement("SELECT * FROM (SELECT op, step, state, urgent, types, zone, subject, other,"
                               " blob, value, version, text, sealed, happened, station, actor, time,"
                               " look_out FROM incident_step WHERE incident = ?1 ORDER BY time DESC, op DESC LIMIT ?2)"
                               " ORDER BY time, op");
    bindAll(rows, incident, step ? int(*step) : entriesMax);
    std::vector<Entry> entries;
    while (rows.executeStep()) {
        entries.push_back(entryOf(rows));
    }
    return entries;
}

std::vector<Entry> registersOf(Tables &state, const OperationHash &incident)
{
    auto &rows = state.statement("SELECT op, step, state, urgent, types, zone, subject, other, blob, value,"
                                 " version, text, sealed, happened, station, actor, time, look_out FROM incident_step"
                                 " WHERE incident = ? AND step IN (?, ?, ?, ?) ORDER BY step, version, time, op");
    bindAll(rows, incident, int(Step::Assigned), int(Step::Checked), int(Step::Pictured), int(Step::Watched));
    std::vector<Entry> entries;
    while (rows.executeStep()) {
        entries.push_back(entryOf(rows));
    }
    return entries;
}

std::optional<Struck> strikeOf(Tables &state, const OperationHash &entry)
{
    auto &row = state.statement("SELECT text, sealed, actor, time FROM incident_strike WHERE entry = ?"
                                " ORDER BY time, op LIMIT 1");
    bindAll(row, entry);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Struck{
        {textOf(row.getColumn(0)), bytesOf(row.getColumn(1))}, textOf(row.getColumn(2)), timeOf(row.getColumn(3))};
}

std::optional<OperationHash> incidentOf(Tables &state, const OperationHash &entry)
{
    auto &row = state.statement("SELECT op FROM incident WHERE op = ?1"
                                " UNION ALL SELECT incident FROM incident_step WHERE op = ?1");
    bindAll(row, entry);
    return row.executeStep() ? std::optional(idOf<OperationHash>(row.getColumn(0))) : std::nullopt;
}

std::vector<Duty> duties(Tables &state)
{
    auto &rows = state.statement("SELECT a.staff, i.number, a.state, a.time FROM incident_now n"
                                 " CROSS JOIN incident_assignee a ON a.incident = n.incident"
                                 " JOIN incident i ON i.op = n.incident WHERE n.day = ? AND n.state < 3 AND a.state < 3"
                                 " ORDER BY a.time, a.op");
    bindAll(rows, presence::resetCount(state));
    std::vector<Duty> found;
    while (rows.executeStep()) {
        found.push_back({textOf(rows.getColumn(0)), textOf(rows.getColumn(1)),
                         AssigneeState(rows.getColumn(2).getInt()), timeOf(rows.getColumn(3))});
    }
    return found;
}

QStringList doubled(Tables &state)
{
    auto &rows = state.statement("SELECT a.staff FROM incident_now n CROSS JOIN incident_assignee a"
                                 " ON a.incident = n.incident WHERE n.day = ? AND n.state < 3 AND a.state < 3"
                                 " GROUP BY a.staff HAVING count(*) > 1 ORDER BY a.staff");
    bindAll(rows, presence::resetCount(state));
    QStringList staff;
    while (rows.executeStep()) {
        staff << textOf(rows.getColumn(0));
    }
    return staff;
}

std::vector<std::pair<Hash256, qint64>> pictures(Tables &state)
{
    auto &rows = state.statement("SELECT s.blob, s.value FROM incident_step s JOIN incident_now n"
                                 " ON n.incident = s.incident WHERE s.step = 5 AND n.day = ?"
                                 " AND NOT EXISTS(SELECT 1 FROM incident_strike k WHERE k.entry = s.op)"
                                 " ORDER BY s.time, s.op");
    bindAll(rows, presence::resetCount(state));
    std::vector<std::pair<Hash256, qint64>> found;
    while (rows.executeStep()) {
        found.emplace_back(idOf<Hash256>(rows.getColumn(0)), rows.getColumn(1).getInt64());
    }
    return found;
}

std::optional<std::pair<Entry, OperationHash>> pictureOf(Tables &state, const Hash256 &blob)
{
    auto &row = state.statement("SELECT op, step, state, urgent, types, zone, subject, other, blob, value, version,"
                                " text, sealed, happened, station, actor, time, look_out, incident FROM incident_step"
                                " WHERE step = 5 AND blob = ? ORDER BY time, op LIMIT 1");
    bindAll(row, blob);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return std::pair(entryOf(row), idOf<OperationHash>(row.getColumn(18)));
}

QStringList maybeSame(Tables &state, const Incident &self)
{
    constexpr int sameMax = 5;
    auto &rows = state.statement("SELECT i.number, n.types FROM incident_now n JOIN incident i ON i.op = n.incident"
                                 " WHERE n.day = ? AND n.state < 3 AND n.zone = ? AND n.incident <> ?"
                                 " AND n.opened BETWEEN ? AND ? ORDER BY n.opened, n.incident");
    const auto at = self.time.wall();
    bindAll(rows, self.day, self.zone, self.operation, HybridTime::at(at - sameWithin).value,
            HybridTime::at(at + sameWithin).value);
    QStringList numbers;
    while (rows.executeStep() && numbers.size() < sameMax) {
        const auto types = split(textOf(rows.getColumn(1)));
        const auto isShared = [&](const QString &type) { return types.contains(type); };
        if (std::ranges::any_of(self.types, isShared) || (types.isEmpty() && self.types.isEmpty())) {
            numbers << textOf(rows.getColumn(0));
        }
    }
    return numbers;
}

QStringList faults(Tables &state)
{
    QStringList found;
    auto &rows = state.statement("SELECT number, count(*) FROM incident GROUP BY number HAVING count(*) > 1");
    while (rows.executeStep()) {
        found << QStringLiteral("number of incident %1 was given %2 times")
                     .arg(textOf(rows.getColumn(0)))
                     .arg(rows.getColumn(1).getInt());
    }
    return found;
}

}  // namespace muster::incidents
