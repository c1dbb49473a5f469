#include "core/journal/snapshot.h"

#include "core/journal/cbor_shape.h"

#include <SQLiteCpp/Backup.h>

#include <sqlite3.h>

namespace muster {
namespace {

constexpr int formatVersion = 1;
constexpr qsizetype tableNameMax = 64;
constexpr qsizetype tipSizeMax = 128;
constexpr quint64 columnCountMax = 64;
constexpr quint64 rowCountMax = 100'000;  ///< Of one part.

/// Everything but what belongs to one device alone.
std::vector<QString> tablesOf(SQLite::Database &database)
{
    std::vector<QString> tables;
    SQLite::Statement names(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta'"
                                      " AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (names.executeStep()) {
        tables.push_back(textOf(names.getColumn(0)));
    }
    return tables;
}

void removeFile(const QString &file, const QString &vfs)
{
    auto *system = sqlite3_vfs_find(vfs.isEmpty() ? nullptr : qPrintable(vfs));
    for (const char *part : {"", "-journal", "-wal", "-shm"}) {
        std::ignore = system->xDelete(system, qPrintable(file + QLatin1String(part)), 0);
    }
}

void append(QCborStreamWriter &writer, const SQLite::Column &value)
{
    switch (value.getType()) {
    case SQLITE_INTEGER: writer.append(qint64(value.getInt64())); break;
    case SQLITE_TEXT: writer.appendTextString(value.getText(), value.getBytes()); break;
    case SQLITE_BLOB: writer.appendByteString(static_cast<const char *>(value.getBlob()), value.getBytes()); break;
    default: writer.append(nullptr); break;
    }
}

/// Binds the next value of @p reader; bytes are only lent, and kept in @p held. False if no table can hold it.
bool bindNext(QCborStreamReader &reader, SQLite::Statement &insert, int column, qsizetype sizeMax, QByteArray &held)
{
    if (reader.isInteger()) {
        insert.bind(column, int64_t(reader.toInteger()));
        return reader.next();
    }
    if (reader.isNull()) {
        insert.bind(column);
        return reader.next();
    }
    const bool isBounded = reader.isLengthKnown() && reader.length() <= quint64(sizeMax);
    if (reader.isByteArray() && isBounded) {
        auto bytes = reader.readByteArray();
        held = std::move(bytes.data);
        insert.bindNoCopy(column, static_cast<const void *>(held.isNull() ? "" : held.constData()), int(held.size()));
        return bytes.status == QCborStreamReader::Ok && reader.readByteArray().status == QCborStreamReader::EndOfString;
    }
    if (reader.isString() && isBounded) {
        const auto text = reader.readString();
        insert.bind(column, text.data.toStdString());
        return text.status == QCborStreamReader::Ok && reader.readString().status == QCborStreamReader::EndOfString;
    }
    return false;
}

}  // namespace

/// Walks through all tables on one connection.
class SnapshotSource::Tables {
public:
    Tables(SQLite::Database &database, int foldVersion, const Hash256 &vector)
        : m_database(&database), m_names(tablesOf(database))
    {
        SQLite::Statement tip(database, "SELECT value FROM meta WHERE key = 'tip'");
        tip.executeStep();
        QCborStreamWriter writer(&m_head);
        writer.startArray(4);
        writer.append(qint64(formatVersion));
        writer.append(qint64(foldVersion));
        cbor::write(writer, vector);
        cbor::write(writer, bytesOf(tip.getColumn(0)));
        writer.endArray();
        SQLite::Statement size(database, "SELECT count(*) FROM log");
        size.executeStep();
        m_logCount = size.getColumn(0).getInt64();
    }
    Tables(std::unique_ptr<SQLite::Database> own, int foldVersion, const Hash256 &vector)
        : Tables(*own, foldVersion, vector)
    {
        m_own = std::move(own);
    }

    QByteArray next(qsizetype byteCountMax)
    {
        if (!m_head.isEmpty()) {
            return std::exchange(m_head, {});
        }
        QByteArray rows;
        quint64 rowCount = 0;
        while (rowCount == 0 && (m_rows || m_next < m_names.size())) {
            if (!m_rows) {
                m_rows = std::make_unique<SQLite::Statement>(
                    *m_database, QStringLiteral("SELECT * FROM %1").arg(m_names[m_next++]).toStdString());
            }
            rows.clear();
            QCborStreamWriter writer(&rows);
            writer.startArray();
            while (rows.size() < byteCountMax && rowCount < rowCountMax && m_rows->executeStep()) {
                for (int i = 0; i < m_rows->getColumnCount(); ++i) {
                    append(writer, m_rows->getColumn(i));
                }
                ++rowCount;
            }
            writer.endArray();
            if (rowCount > 0) {
                m_given += qint64(m_names[m_next - 1] == QLatin1String("log") ? rowCount : 0);
                return part(rows, rowCount);
            }
            m_rows.reset();
        }
        return {};
    }

    [[nodiscard]] double share() const { return m_logCount == 0 ? 0 : double(m_given) / double(m_logCount); }

private:
    QByteArray part(const QByteArray &rows, quint64 rowCount)
    {
        QByteArray bytes;
        QCborStreamWriter writer(&bytes);
        writer.startArray(4);
        writer.append(m_names[m_next - 1]);
        writer.append(quint64(m_rows->getColumnCount()));
        writer.append(rowCount);
        cbor::write(writer, rows);
        writer.endArray();
        if (m_rows->isDone()) {
            m_rows.reset();
        }
        return bytes;
    }

    std::unique_ptr<SQLite::Database> m_own;
    SQLite::Database *m_database;
    std::vector<QString> m_names;
    std::size_t m_next = 0;
    std::unique_ptr<SQLite::Statement> m_rows;
    QByteArray m_head;
    qint64 m_logCount = 0;
    qint64 m_given = 0;
};

SnapshotSource::SnapshotSource() = default;
SnapshotSource::~SnapshotSource() = default;

Result<QByteArray> SnapshotSource::next(qsizetype byteCountMax)
{
    if (!m_tables) {
        QByteArray part;
        if (!m_parts.empty()) {
            part = std::move(m_parts.front());
            m_parts.pop_front();
        }
        return part;
    }
    try {
        auto part = m_tables->next(byteCountMax);
        if (part.isEmpty()) {
            m_tables.reset();
        }
        return part;
    } catch (const SQLite::Exception &failure) {
        return fail(ErrorCode::Storage, QLatin1String(failure.what()));
    }
}

double SnapshotSource::share() const
{
    return m_tables ? m_tables->share() : 1 - double(m_parts.size()) / double(std::max<std::size_t>(m_partCount, 1));
}

Result<std::unique_ptr<SnapshotSource>> Journal::snapshot()
{
    if (!isDurable() || m_isInside) {
        return fail(ErrorCode::Storage, QStringLiteral("the disk does not hold yet what is to be sent"));
    }
    std::unique_ptr<SnapshotSource> source(new SnapshotSource);
    const auto vector = hash256(m_vector.encode());
    try {
        m_state->finishQueries();
        if (m_options.vfs.isEmpty() && m_options.file != QLatin1String(":memory:")) {
            auto own = std::make_unique<SQLite::Database>(m_options.file.toStdString(),
                                                          SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, 5'000);
            own->exec("BEGIN");
            source->m_tables = std::make_unique<SnapshotSource::Tables>(std::move(own), m_world.fold.version(), vector);
            return source;
        }
        // A file that only one connection can open: all of it at once, before anything changes.
        SnapshotSource::Tables tables(*m_database, m_world.fold.version(), vector);
        for (auto part = tables.next(Batch::byteCountAim); !part.isEmpty(); part = tables.next(Batch::byteCountAim)) {
            source->m_parts.push_back(std::move(part));
        }
        source->m_partCount = source->m_parts.size();
    } catch (const SQLite::Exception &failure) {
        return fail(ErrorCode::Storage, QLatin1String(failure.what()));
    }
    return source;
}

SnapshotTarget::SnapshotTarget(std::unique_ptr<Journal> side) : m_side(std::move(side))
{
    auto &database = *m_side->m_database;
    for (const auto &table : tablesOf(database)) {
        SQLite::Statement columns(database, "SELECT count(*) FROM pragma_table_info(?)");
        columns.bind(1, table.toStdString());
        columns.executeStep();
        m_columnCounts[table] = columns.getColumn(0).getInt();
    }
    std::vector<std::string> names;
    SQLite::Statement indexes(database, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
    while (indexes.executeStep()) {
        names.push_back(indexes.getColumn(0).getString());
        m_indexes.push_back(indexes.getColumn(1).getString());
    }
    indexes.reset();
    for (const auto &name : names) {
        database.exec("DROP INDEX " + name);
    }
}

SnapshotTarget::~SnapshotTarget()
{
    m_insert.reset();
    const auto options = m_side->m_options;
    m_side.reset();
    removeFile(options.file, options.vfs);
}

Status SnapshotTarget::take(QByteArrayView part)
{
    cbor::Reader reader(part);
    try {
        if (!std::exchange(m_isBegun, true)) {
            reader.enterArray(4);
            const auto format = int(reader.number(1'000));
            const auto foldVersion = int(reader.number(1'000'000));
            m_vector = reader.id<Hash256>();
            const auto tip = reader.bytes(tipSizeMax);
            reader.leave();
            if (!reader.isWhole() || format != formatVersion || foldVersion != m_side->foldVersion()) {
                return fail(ErrorCode::Invalid, QStringLiteral("a snapshot of another version of Muster"));
            }
            SQLite::Statement keep(*m_side->m_database, "UPDATE meta SET value = ? WHERE key = 'tip'");
            bindAll(keep, tip).exec();
            return {};
        }
        reader.enterArray(4);
        const auto table = reader.text(tableNameMax);
        const auto columnCount = qsizetype(reader.number(columnCountMax));
        const auto rowCount = reader.number(rowCountMax);
        const auto rows = reader.bytes(SnapshotSource::partSizeMax);
        reader.leave();
        if (!reader.isWhole()) {
            return fail(ErrorCode::Invalid, QStringLiteral("not a part of a snapshot"));
        }
        return takeRows(table, columnCount, rowCount, rows);
    } catch (const SQLite::Exception &failure) {
        return fail(failure.getErrorCode() == SQLITE_CONSTRAINT ? ErrorCode::Invalid : ErrorCode::Storage,
                    QStringLiteral("the snapshot cannot be stored: %1").arg(QLatin1String(failure.what())));
    }
}

Status SnapshotTarget::takeRows(const QString &table, qsizetype columnCount, quint64 rowCount, const QByteArray &rows)
{
    const auto known = m_columnCounts.find(table);
    if (known == m_columnCounts.end() || known->second != columnCount) {
        return fail(ErrorCode::Invalid, QStringLiteral("a snapshot with a table that is not known here"));
    }
    if (m_table != table) {
        m_insert = std::make_unique<SQLite::Statement>(*m_side->m_database,
                                                       QStringLiteral("INSERT INTO %1 VALUES(?%2)")
                                                           .arg(table, QStringLiteral(",?").repeated(columnCount - 1))
                                                           .toStdString());
        m_table = table;
    }
    QCborStreamReader reader(rows);
    bool isGood = reader.isArray() && reader.enterContainer();
    std::vector<QByteArray> held(std::size_t(columnCount) + 1);
    for (quint64 row = 0; row < rowCount; ++row) {
        for (int column = 1; column <= int(columnCount); ++column) {
            isGood = isGood && bindNext(reader, *m_insert, column, rows.size(), held[std::size_t(column)]);
        }
        if (!isGood) {
            return fail(ErrorCode::Invalid, QStringLiteral("a row of a snapshot is malformed"));
        }
        m_insert->exec();
        m_insert->reset();
        m_insert->clearBindings();  // What they were lent goes with this part.
    }
    isGood = isGood && !reader.hasNext() && reader.leaveContainer();
    return isGood && reader.currentOffset() == rows.size()
               ? Status{}
               : fail(ErrorCode::Invalid, QStringLiteral("a part of a snapshot is longer than its rows"));
}

void SnapshotTarget::finish(Incarnation self)
{
    m_insert.reset();
    auto &database = *m_side->m_database;
    for (const auto &index : m_indexes) {
        database.exec(index);
    }
    SQLite::Statement own(database, "INSERT INTO meta VALUES('incarnation', ?)");
    bindAll(own, quint64(self)).exec();
    SQLite::Statement author(database, "INSERT INTO author VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
    const auto &credential = m_side->m_options.self;
    bindAll(author, deviceIdOf(credential.device), credential.device, credential.byEvent).exec();
    database.exec("COMMIT");
}

Result<std::unique_ptr<SnapshotTarget>> Journal::snapshotTarget()
{
    if (m_options.file == QLatin1String(":memory:")) {
        return fail(ErrorCode::Storage, QStringLiteral("a journal in memory has no file beside it"));
    }
    auto options = m_options;
    options.file += QStringLiteral(".joining");
    removeFile(options.file, options.vfs);  // Of a try that the power cut short.
    try {
        std::unique_ptr<Journal> side(new Journal(options, m_world));
        side->m_database = std::make_unique<SQLite::Database>(
            options.file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, 5'000,
            options.vfs.toStdString());
        // Worth nothing before it is whole, so it need not survive anything.
        side->m_database->exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
                               "PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY; BEGIN");
        side->m_state = std::make_unique<State>(*side->m_database);
        side->createTables();
        side->m_state->finishQueries();
        return std::unique_ptr<SnapshotTarget>(new SnapshotTarget(std::move(side)));
    } catch (const SQLite::Exception &failure) {
        removeFile(options.file, options.vfs);
        return fail(ErrorCode::Storage, QLatin1String(failure.what()));
    }
}

Status Journal::adopt(SnapshotTarget &target)
{
    if (!isDurable() || m_isInside || !m_vector.heads.empty()) {
        return fail(ErrorCode::Refused, QStringLiteral("this device has written operations of its own meanwhile"));
    }
    try {
        target.finish(m_incarnation);
        auto &side = *target.m_side;
        side.load();
        if (side.m_branches.contains(self())) {
            return fail(ErrorCode::Invalid, QStringLiteral("the snapshot holds a life of this device that never was"));
        }
        if (hash256(side.m_vector.encode()) != target.m_vector) {
            return fail(ErrorCode::Invalid, QStringLiteral("the snapshot is not whole"));
        }
        const auto faults = side.verify();
        if (!faults || !faults->isEmpty()) {
            return fail(
                ErrorCode::Invalid,
                QStringLiteral("the snapshot is damaged: %1").arg(faults ? faults->front() : faults.error().detail));
        }
        side.m_state->finishQueries();
        m_state->finishQueries();
        m_hasFailed = true;  // Until the disk has shown that it holds all of this.
        SQLite::Backup copy(*m_database, *side.m_database);
        if (copy.executeStep(-1) != SQLITE_DONE) {
            return fail(ErrorCode::Storage, QStringLiteral("the snapshot cannot be stored: the database is in use"));
        }
    } catch (const SQLite::Exception &failure) {
        recover();
        return fail(ErrorCode::Storage,
                    QStringLiteral("the snapshot cannot be stored: %1").arg(QLatin1String(failure.what())));
    }
    recover();
    if (!m_database || m_isLogSuspect) {
        return fail(ErrorCode::Storage, QStringLiteral("the database cannot be opened: check the disk"));
    }
    return {};
}

}  // namespace muster
