#pragma once
#include <QString>
#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

namespace muster::bench {

/// One durable commit of SQLite, the least that any promise costs.
class BareCommit {
public:
    explicit BareCommit(const QString &file)
        : m_database(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        m_database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
                        "PRAGMA cache_size=-65536;"
                        "CREATE TABLE log(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        m_insert = std::make_unique<SQLite::Statement>(m_database, "INSERT INTO log(bytes) VALUES(zeroblob(300))");
    }
    void run()
    {
        m_insert->reset();
        m_insert->exec();
    }

private:
    SQLite::Database m_database;
    std::unique_ptr<SQLite::Statement> m_insert;
};

}  // namespace muster::bench
