#pragma once
#include "core/journal/journal.h"

#include <deque>

namespace muster {

/// The whole of a journal at one moment, row by row.
///
/// Why it exists: a device that has nothing would otherwise fold every operation of the day again before its first
/// guest. It gets the log, and the state that the sender folded from it.
///
/// Guarantees: all parts together are one moment of the journal, whatever is written to it meanwhile.
/// Limits: while it lives the sender's write-ahead log cannot shrink: do not keep one for hours.
/// Threading: that of the journal.
class SnapshotSource {
public:
    static constexpr qsizetype partSizeMax = 256 * 1024;  ///< Of any part, also of a single row.

    ~SnapshotSource();
    SnapshotSource(const SnapshotSource &) = delete;
    SnapshotSource &operator=(const SnapshotSource &) = delete;

    /// The next part, of about @p byteCountMax; empty: that was all.
    [[nodiscard]] Result<QByteArray> next(qsizetype byteCountMax);
    /// How much of it was given, 0 to 1.
    [[nodiscard]] double share() const;

private:
    friend class Journal;
    class Tables;

    SnapshotSource();

    std::unique_ptr<Tables> m_tables;
    std::deque<QByteArray> m_parts;  ///< All of them, where the file cannot be opened a second time.
    std::size_t m_partCount = 0;
};

/// A journal that is being built from the parts of another device's snapshot, in a file beside the device's own.
///
/// Nothing of it counts before Journal::adopt(); dropping it leaves nothing behind.
/// Threading: that of the journal.
class SnapshotTarget {
public:
    ~SnapshotTarget();
    SnapshotTarget(const SnapshotTarget &) = delete;
    SnapshotTarget &operator=(const SnapshotTarget &) = delete;

    /// Invalid: not a part of a snapshot that this version understands. Storage: no room. Either way it is of no use
    /// any more.
    [[nodiscard]] Status take(QByteArrayView part);

private:
    friend class Journal;

    explicit SnapshotTarget(std::unique_ptr<Journal> side);
    [[nodiscard]] Status takeRows(const QString &table, qsizetype columnCount, quint64 rowCount,
                                  const QByteArray &rows);
    /// Indexes, and what is this device's own.
    void finish(Incarnation self);

    std::unique_ptr<Journal> m_side;
    std::map<QString, qsizetype> m_columnCounts;  ///< Of the tables that may come.
    std::vector<std::string> m_indexes;           ///< To be made when all rows are there: in order it is cheaper.
    QString m_table;                              ///< Whose rows came last.
    std::unique_ptr<SQLite::Statement> m_insert;
    bool m_isBegun = false;
    Hash256 m_vector;  ///< Of what the log must hold in the end.
};

}  // namespace muster
