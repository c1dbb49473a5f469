#pragma once
#include "tests/bench/figures.h"

#include <QObject>
#include <QString>
#include <QThread>
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

/// What it takes at least to be durable at two places one after the other: a commit on one thread, a message to
/// another, a commit there.
class TwoPlaces {
public:
    explicit TwoPlaces(const QString &folder)
    {
        for (int i = 0; i < 2; ++i) {
            m_commits[std::size_t(i)] =
                std::make_unique<BareCommit>(QStringLiteral("%1/place-%2.db").arg(folder).arg(i));
            m_homes[std::size_t(i)].moveToThread(&m_threads[std::size_t(i)]);
            m_threads[std::size_t(i)].start();
        }
    }
    ~TwoPlaces()
    {
        for (auto &thread : m_threads) {
            thread.quit();
            thread.wait();
        }
    }
    TwoPlaces(const TwoPlaces &) = delete;
    TwoPlaces &operator=(const TwoPlaces &) = delete;

    /// Forgets the times so far.
    void forget()
    {
        QMetaObject::invokeMethod(
            &m_homes[1], [this] { m_times = {}; }, Qt::BlockingQueuedConnection);
    }
    /// Does not wait; the time is in times() later.
    void start()
    {
        const auto begun = std::chrono::steady_clock::now();
        const auto second = [this, begun] {
            m_commits[1]->run();
            m_times.add(std::chrono::steady_clock::now() - begun);
        };
        const auto first = [this, second] {
            m_commits[0]->run();
            QMetaObject::invokeMethod(&m_homes[1], second, Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(&m_homes[0], first, Qt::QueuedConnection);
    }
    /// Of all that were started; waits for them.
    [[nodiscard]] Times times()
    {
        Times copy;
        const auto last = [&] { copy = m_times; };
        QMetaObject::invokeMethod(
            &m_homes[0], [] {}, Qt::BlockingQueuedConnection);
        QMetaObject::invokeMethod(&m_homes[1], last, Qt::BlockingQueuedConnection);
        return copy;
    }

private:
    std::array<std::unique_ptr<BareCommit>, 2> m_commits;
    std::array<QObject, 2> m_homes;
    std::array<QThread, 2> m_threads;
    Times m_times;  ///< Of the second thread.
};

}  // namespace muster::bench
