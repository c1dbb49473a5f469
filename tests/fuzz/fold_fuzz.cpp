// What an enrolled device that lies may write: any body under any kind. Folding never throws, and never refuses.
#include "core/venue/venue.h"

using namespace muster;

namespace {

const QStringList kinds{QStringLiteral("guests.told"),         QStringLiteral("guests.annulled"),
                        QStringLiteral("guests.listed"),       QStringLiteral("guests.walked_in"),
                        QStringLiteral("guests.answered"),     QStringLiteral("guests.forgotten"),
                        QStringLiteral("conflicts.resolved"),  QStringLiteral("day.reset"),
                        QStringLiteral("day.emptied"),         QStringLiteral("authority.granted"),
                        QStringLiteral("authority.refused"),   QStringLiteral("authority.voided"),
                        QStringLiteral("authority.declined"),  QStringLiteral("authority.epoch"),
                        QStringLiteral("rights.moved"),        QStringLiteral("devices.enrolled"),
                        QStringLiteral("devices.revoked"),     QStringLiteral("devices.restored"),
                        QStringLiteral("sessions.set"),        QStringLiteral("plan.set"),
                        QStringLiteral("tickets.key_added"),   QStringLiteral("alerts.acknowledged"),
                        QStringLiteral("alerts.staff_called"), QStringLiteral("rights.lost")};

/// A day in memory, begun anew now and then so that it does not grow for ever.
struct Day {
    Day() : database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), state(database), venue({}, {})
    {
        venue.createTables(state);
        state.watch(venue.tables());
    }
    SQLite::Database database;
    State state;
    Venue venue;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t count)
{
    static std::unique_ptr<Day> day;
    static quint64 number = 0;
    if (count < 2) {
        return 0;
    }
    if (number++ % 2'000 == 0) {
        day.reset();
        day = std::make_unique<Day>();
    }
    Operation operation;
    operation.kind = kinds[data[0] % kinds.size()];
    operation.sequence = Sequence{number};
    operation.time = {number << 16U};
    operation.body = QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(count - 1));
    operation.hash = operationHashOf(operation.encode());
    std::ignore = day->venue.apply(day->state, operation);
    day->venue.settle(day->state);
    day->state.finishQueries();
    if (number % 500 == 0 && day->state.digest() != day->state.computeDigest(day->venue.tables())) {
        qFatal("broken: the digest follows every change");
    }
    return 0;
}
