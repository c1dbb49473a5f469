#include "core/journal/journal_reader.h"

namespace muster {

Status readApart(const QString &file, const std::function<void(State &)> &work)
{
    constexpr int busyTimeoutMsecs = 5'000;
    try {
        SQLite::Database database(file.toStdString(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, busyTimeoutMsecs);
        database.exec("PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; BEGIN");
        State state(database);
        work(state);
        state.finishQueries();
        database.exec("COMMIT");
        return {};
    } catch (const SQLite::Exception &failure) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("%1 cannot be read: %2").arg(file, QString::fromUtf8(failure.what())));
    }
}

}  // namespace muster
