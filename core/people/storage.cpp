#include "core/people/storage.h"

#include <QFile>
#include <QScopeGuard>
#include <sqlite3.h>

namespace muster::people {
namespace {

constexpr int busyTimeoutMsecs = 5'000;

/// SQLite gives its helper files the permissions of the database, so that it must exist with the right ones first.
std::string prepared(const QString &path)
{
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    return path.toStdString();
}

}  // namespace

Storage::Storage(const QString &path, Durability durability)
    : m_database(prepared(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyTimeoutMsecs)
{
    m_database.exec("PRAGMA secure_delete=ON; PRAGMA journal_mode=WAL; PRAGMA temp_store=MEMORY;"
                    "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864;");
    m_database.exec(durability == Durability::EveryCommit ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

SQLite::Statement &Storage::statement(std::string_view sql)
{
    auto &statement = m_statements[sql];
    if (!statement) {
        statement = std::make_unique<SQLite::Statement>(m_database, std::string(sql));
    }
    // An error of the last run was thrown already; tryReset() reports it once more.
    std::ignore = statement->tryReset();
    statement->clearBindings();
    return *statement;
}

void Storage::read(const std::function<void()> &work)
{
    const bool isLocked = m_database.tryExec("BEGIN") == SQLITE_OK;
    const auto end = qScopeGuard([&] {
        if (isLocked) {
            for (auto &[sql, statement] : m_statements) {
                std::ignore = statement->tryReset();
            }
            std::ignore = m_database.tryExec("COMMIT");
        }
    });
    work();
}

void Storage::checkpoint()
{
    for (auto &[sql, statement] : m_statements) {
        std::ignore = statement->tryReset();  // A query left open would hold old pages in the log.
    }
    SQLite::Statement query(m_database, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!query.executeStep() || query.getColumn(0).getInt() != 0) {
        throw SQLite::Exception("another program reads the file", SQLITE_BUSY);
    }
}

Error errorOf(const SQLite::Exception &failure, const QString &file)
{
    const auto words = [&] {
        switch (failure.getErrorCode()) {
        case SQLITE_FULL: return QStringLiteral("the disk is full while writing %1.db: free some space").arg(file);
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return QStringLiteral("%1.db cannot be written: check the permissions and the disk of the data folder")
                .arg(file);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return QStringLiteral("%1.db is damaged: keep a copy and enrol this device anew").arg(file);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return QStringLiteral("another program holds %1.db: is this device running twice?").arg(file);
        default: return QStringLiteral("the disk failed at %1.db: %2").arg(file, QLatin1String(failure.what()));
        }
    };
    return {ErrorCode::Storage, words()};
}

}  // namespace muster::people
