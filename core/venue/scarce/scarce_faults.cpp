#include "core/venue/scarce/scarce_faults.h"

#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/units/units.h"

namespace muster::scarce_faults {
namespace {

constexpr qsizetype shortLength = 16;

bool isClash(State &state, const QString &rule, const QString &subject)
{
    return clashes::find(state, clashes::idFor(rule, subject)).has_value();
}

/// Rows of a query with two columns, before other queries run.
std::vector<std::pair<QString, qint64>> rowsOf(State &state, std::string_view sql)
{
    std::vector<std::pair<QString, qint64>> found;
    auto &rows = state.statement(sql);
    while (rows.executeStep()) {
        found.emplace_back(textOf(rows.getColumn(0)), rows.getColumn(1).getInt64());
    }
    return found;
}

void checkNumbers(State &state, QStringList &found)
{
    for (const auto &[number, count] :
         rowsOf(state, "SELECT number, count(*) FROM ticket GROUP BY number HAVING count(*) > 1")) {
        if (!isClash(state, QStringLiteral("number_twice"), number)) {
            found << QStringLiteral("queue: number %1 was given %2 times, and no conflict says so")
                         .arg(number)
                         .arg(count);
        }
    }
    for (const auto &[series, count] : rowsOf(state, "SELECT series, count(*) FROM ticket GROUP BY series")) {
        if (const auto kept = queues::issuedCount(state, series); kept != count) {
            found << QStringLiteral("sum: numbers of series %1 are kept as %2 but count %3")
                         .arg(series)
                         .arg(kept)
                         .arg(count);
        }
    }
    static_assert(int(queues::Step::Called) == 0);
    for (const auto &[ticket, count] : rowsOf(state, "SELECT lower(hex(ticket)), count(*) FROM ticket_step"
                                                     " WHERE step = 0 GROUP BY ticket, previous HAVING count(*) > 1")) {
        if (!isClash(state, QStringLiteral("called_twice"), ticket)) {
            found << QStringLiteral("queue: ticket %1 was called to %2 counters, and no conflict says so")
                         .arg(ticket.left(shortLength))
                         .arg(count);
        }
    }
    for (const auto &[ticket, unused] :
         rowsOf(state, "SELECT number, 0 FROM ticket WHERE id NOT IN (SELECT ticket FROM ticket_now)")) {
        found << QStringLiteral("queue: number %1 is in no state").arg(ticket);
    }
}

/// One ticket, one unit: one right, and one more for each life that had it and was declared lost.
void checkRights(State &state, QStringList &found)
{
    for (const auto &[resource, total] :
         rowsOf(state, "SELECT resource, -balance FROM account a WHERE holder = 'mint' AND -balance > 1 +"
                       " (SELECT count(*) FROM account q WHERE q.resource = a.resource AND q.holder IN"
                       " (SELECT holder FROM set_aside)) AND ((resource > 'ticket/' AND resource < 'ticket0') OR"
                       " (resource > 'unit/' AND resource < 'unit0'))")) {
        found << QStringLiteral("right: %1 exists %2 times").arg(resource).arg(total);
    }
    for (const auto &[resource, total] :
         rowsOf(state, "SELECT resource, -balance FROM account WHERE holder = 'mint' AND balance > 0"
                       " AND resource > 'stock/' AND resource < 'stock0'")) {
        found << QStringLiteral("stock: of %1 more were taken out than were ever there: %2").arg(resource).arg(total);
    }
}

/// Each step names the one that its author had seen last, and must have been possible after it.
void checkSteps(State &state, QStringList &found)
{
    auto &tickets = state.statement("SELECT t.number, s.step, coalesce(p.phase, 0) FROM ticket_step s"
                                    " JOIN ticket t ON t.id = s.ticket LEFT JOIN ticket_step p ON p.op = s.previous"
                                    " WHERE p.op IS NOT NULL OR s.previous = t.op");
    while (tickets.executeStep()) {
        const auto step = queues::Step(tickets.getColumn(1).getInt());
        const auto phase = queues::Phase(tickets.getColumn(2).getInt());
        if (!queues::isLegal(phase, step)) {
            found << QStringLiteral("queue: number %1 took the step %2 while it was %3")
                         .arg(textOf(tickets.getColumn(0)), toString(step), toString(phase));
        }
    }
    auto &steps = state.statement("SELECT s.unit, s.step, coalesce(p.phase, 0), s.guest IS p.guest FROM unit_step s"
                                  " LEFT JOIN unit_step p ON p.op = s.previous AND p.unit = s.unit"
                                  " WHERE p.op IS NOT NULL OR s.version = 1");
    while (steps.executeStep()) {
        const auto phase = units::Phase(steps.getColumn(2).getInt());
        if (!units::isLegal(phase, units::Step(steps.getColumn(1).getInt()), steps.getColumn(3).getInt() != 0)) {
            found << QStringLiteral("unit: %1 was given away while it was %2")
                         .arg(textOf(steps.getColumn(0)), toString(phase));
        }
    }
}

/// Two households' steps that follow one and the same, both of them to have it.
void checkUnits(State &state, QStringList &found)
{
    for (const auto &[unit, count] :
         rowsOf(state, "SELECT unit, count(*) FROM unit_step WHERE step IN (0, 1) GROUP BY unit, previous"
                       " HAVING count(*) > 1")) {
        static_assert(int(units::Step::Hold) == 0 && int(units::Step::Subscribe) == 1);
        if (!isClash(state, QStringLiteral("unit_twice"), unit)) {
            found << QStringLiteral("unit: %1 was given %2 times, and no conflict says so").arg(unit).arg(count);
        }
    }
}

void checkPrizes(State &state, QStringList &found)
{
    struct Over {
        QString prize;
        GuestId guest;
        qint64 count;
    };
    std::vector<Over> over;
    auto &rows = state.statement("SELECT prize, guest, sum(cancelled = 0 OR handed = 1) FROM prize_given"
                                 " GROUP BY prize, guest HAVING sum(cancelled = 0 OR handed = 1) > max(most)");
    while (rows.executeStep()) {
        over.push_back({textOf(rows.getColumn(0)), idOf<GuestId>(rows.getColumn(1)), rows.getColumn(2).getInt64()});
    }
    for (const auto &one : over) {
        const auto subject = one.prize + QLatin1Char('/') + one.guest.toHex();
        if (!isClash(state, QStringLiteral("prize_twice"), subject)) {
            found << QStringLiteral("prize: %1 was given %2 times to guest %3, and no conflict says so")
                         .arg(one.prize)
                         .arg(one.count)
                         .arg(one.guest.toHex().left(shortLength));
        }
    }
    for (const auto &[given, count] : rowsOf(state, "SELECT lower(hex(given)), count(*) FROM prize_end GROUP BY given"
                                                    " HAVING count(*) > 1 AND min(how) = 0")) {
        if (!isClash(state, prizes::settledTwiceRule(), given)) {
            found << QStringLiteral("prize: grant %1 was settled %2 times, and no conflict says so")
                         .arg(given.left(shortLength))
                         .arg(count);
        }
    }
    for (const auto &[prize, count] :
         rowsOf(state, "SELECT prize, sum(cancelled = 0 OR handed = 1) FROM prize_given GROUP BY prize")) {
        if (prizes::givenCount(state, prize) != count) {
            found << QStringLiteral("sum: grants of %1 are kept as %2 but count %3")
                         .arg(prize)
                         .arg(prizes::givenCount(state, prize))
                         .arg(count);
        }
    }
    for (const auto &[prize, count] : rowsOf(state, "SELECT prize, sum(handed) FROM prize_given GROUP BY prize")) {
        if (prizes::handedCount(state, prize) != count) {
            found << QStringLiteral("sum: hand-overs of %1 are kept as %2 but count %3")
                         .arg(prize)
                         .arg(prizes::handedCount(state, prize))
                         .arg(count);
        }
    }
}

}  // namespace

QStringList of(State &state)
{
    QStringList found;
    checkNumbers(state, found);
    checkRights(state, found);
    checkSteps(state, found);
    checkUnits(state, found);
    checkPrizes(state, found);
    return found;
}

}  // namespace muster::scarce_faults
