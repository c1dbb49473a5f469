#include "core/journal/state.h"

#include "core/base/crypto.h"

#include <bit>
#define SQLITE_ENABLE_PREUPDATE_HOOK  // Debian's library has it; its header hides it.
#include <sqlite3.h>

#include <QVarLengthArray>

namespace muster {
namespace {

static_assert(std::endian::native == std::endian::little, "row hashes feed integers as they lie in memory");

/// The bytes of one row. Type and length go in front of every value, so that no two rows feed the same bytes.
class RowBytes {
public:
    explicit RowBytes(std::string_view table) { addSized(table.data(), table.size()); }

    void add(sqlite3_value *value)
    {
        const auto type = char(sqlite3_value_type(value));
        m_bytes.append(type);
        switch (type) {
        case SQLITE_INTEGER: {
            const sqlite3_int64 number = sqlite3_value_int64(value);
            addRaw(&number, sizeof(number));
            break;
        }
        case SQLITE_TEXT: {
            const void *text = sqlite3_value_text(value);
            addSized(text, std::size_t(sqlite3_value_bytes(value)));
            break;
        }
        case SQLITE_BLOB: {
            const void *blob = sqlite3_value_blob(value);
            addSized(blob, std::size_t(sqlite3_value_bytes(value)));
            break;
        }
        case SQLITE_FLOAT: {
            const double number = sqlite3_value_double(value);
            addRaw(&number, sizeof(number));
            break;
        }
        default: break;
        }
    }
    [[nodiscard]] std::array<quint64, 4> hash() const
    {
        const auto hash = hash256({m_bytes.constData(), m_bytes.size()});
        std::array<quint64, 4> words{};
        std::memcpy(words.data(), hash.bytes.data(), sizeof(words));
        return words;
    }

private:
    void addRaw(const void *data, std::size_t size)
    {
        m_bytes.append(static_cast<const char *>(data), qsizetype(size));
    }
    void addSized(const void *data, std::size_t size)
    {
        const auto length = quint32(size);
        addRaw(&length, sizeof(length));
        if (size > 0) {
            addRaw(data, size);
        }
    }

    QVarLengthArray<char, 1024> m_bytes;
};

/// SQL: row_hashed('table', columns…) adds a row to the digest.
void onRow(sqlite3_context *context, int count, sqlite3_value **values)
{
    auto *digest = static_cast<StateDigest *>(sqlite3_user_data(context));
    const auto *table = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));  // NOLINT: SQLite's text
    RowBytes row({table, std::size_t(sqlite3_value_bytes(values[0]))});
    for (int i = 1; i < count; ++i) {
        row.add(values[i]);
    }
    digest->add(row.hash());
    sqlite3_result_null(context);
}

}  // namespace

void StateDigest::add(const std::array<quint64, 4> &row)
{
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += row[i];
    }
}

void StateDigest::subtract(const std::array<quint64, 4> &row)
{
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] -= row[i];
    }
}

QByteArray StateDigest::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(sum.data()), sizeof(sum));  // NOLINT: bytes are bytes
}

StateDigest StateDigest::fromBytes(QByteArrayView bytes)
{
    StateDigest digest;
    if (bytes.size() == qsizetype(sizeof(digest.sum))) {
        std::memcpy(digest.sum.data(), bytes.data(), sizeof(digest.sum));
    }
    return digest;
}

State::State(SQLite::Database &database) : m_database(&database) { registerHooks(); }

State::~State()
{
    m_statements.clear();
    sqlite3_preupdate_hook(m_database->getHandle(), nullptr, nullptr);
}

void State::registerHooks()
{
    sqlite3 *handle = m_database->getHandle();
    sqlite3_create_function(handle, "row_hashed", -1, SQLITE_UTF8, &m_digest, onRow, nullptr, nullptr);
    const auto hook = [](void *self, sqlite3 *, int operation, const char *, const char *table, sqlite3_int64,
                         sqlite3_int64) { static_cast<State *>(self)->rowChanges(operation, table); };
    sqlite3_preupdate_hook(handle, hook, this);
}

void State::rowChanges(int operation, std::string_view table)
{
    if (!m_watched.contains(table)) {
        return;
    }
    sqlite3 *handle = m_database->getHandle();
    const auto hashed = [&](auto valueAt) {
        RowBytes row(table);
        const int count = sqlite3_preupdate_count(handle);
        for (int i = 0; i < count; ++i) {
            sqlite3_value *value = nullptr;
            valueAt(handle, i, &value);
            row.add(value);
        }
        return row.hash();
    };
    if (operation != SQLITE_INSERT) {
        m_digest.subtract(hashed(sqlite3_preupdate_old));
    }
    if (operation != SQLITE_DELETE) {
        m_digest.add(hashed(sqlite3_preupdate_new));
    }
}

SQLite::Statement &State::statement(std::string_view sql)
{
    auto &slot = m_statements[sql];
    if (!slot.statement) {
        slot.statement = std::make_unique<SQLite::Statement>(*m_database, std::string(sql));
    } else {
        slot.statement->tryReset();
        slot.statement->clearBindings();
    }
    if (!slot.isUsed) {
        slot.isUsed = true;
        m_used.push_back(&slot);
    }
    return *slot.statement;
}

void State::finishQueries()
{
    for (auto *used : m_used) {
        used->statement->tryReset();
        used->isUsed = false;
    }
    m_used.clear();
}

qint64 State::changeCount() const { return sqlite3_total_changes64(m_database->getHandle()); }

void State::execute(const char *sql) { m_database->exec(sql); }

void State::watch(const QStringList &tables)
{
    m_watched.clear();
    for (const auto &table : tables) {
        m_watched.insert(table.toStdString());
    }
}

StateDigest State::computeDigest(const QStringList &tables)
{
    const StateDigest kept = m_digest;
    m_digest = {};
    for (const auto &table : tables) {
        SQLite::Statement columns(
            *m_database, "SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_table_info(?) ORDER BY cid)");
        columns.bind(1, table.toStdString());
        columns.executeStep();
        SQLite::Statement rows(*m_database, QStringLiteral("SELECT row_hashed('%1',%2) FROM %1")
                                                .arg(table, textOf(columns.getColumn(0)))
                                                .toStdString());
        while (rows.executeStep()) {}
    }
    const StateDigest computed = m_digest;
    m_digest = kept;
    return computed;
}

}  // namespace muster
