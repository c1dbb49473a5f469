#include "core/journal/state.h"

#include "core/base/crypto.h"

#include <bit>
#include <sodium.h>
#include <sqlite3.h>

namespace muster {
namespace {

void feed(crypto_generichash_state &hash, const void *data, std::size_t size)
{
    crypto_generichash_update(&hash, static_cast<const unsigned char *>(data), size);
}

/// Type and length go in front of every value, so that no two rows of different values feed the same bytes.
void feedValue(crypto_generichash_state &hash, sqlite3_value *value)
{
    const auto type = quint8(sqlite3_value_type(value));
    feed(hash, &type, 1);
    switch (type) {
    case SQLITE_INTEGER: {
        const sqlite3_int64 number = sqlite3_value_int64(value);
        feed(hash, &number, sizeof(number));
        break;
    }
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
        const void *data = type == SQLITE_TEXT ? sqlite3_value_text(value) : sqlite3_value_blob(value);
        const quint32 size = quint32(sqlite3_value_bytes(value));
        feed(hash, &size, sizeof(size));
        feed(hash, data, size);
        break;
    }
    case SQLITE_FLOAT: {
        const double number = sqlite3_value_double(value);
        feed(hash, &number, sizeof(number));
        break;
    }
    default: break;
    }
}

std::array<quint64, 4> rowHash(sqlite3_value **values, int count)
{
    static_assert(std::endian::native == std::endian::little, "row hashes feed integers as they lie in memory");
    crypto_generichash_state hash;
    crypto_generichash_init(&hash, nullptr, 0, 32);
    for (int i = 0; i < count; ++i) {
        feedValue(hash, values[i]);
    }
    std::array<quint64, 4> row{};
    crypto_generichash_final(&hash, reinterpret_cast<unsigned char *>(row.data()), 32);  // NOLINT: bytes are bytes
    return row;
}

template<auto change>
void onRow(sqlite3_context *context, int count, sqlite3_value **values)
{
    auto *digest = static_cast<StateDigest *>(sqlite3_user_data(context));
    (digest->*change)(rowHash(values, count));
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

State::State(SQLite::Database &database) : m_database(&database) { registerFunction(); }
State::~State() = default;

void State::registerFunction()
{
    sqlite3 *handle = m_database->getHandle();
    sqlite3_create_function(handle, "row_added", -1, SQLITE_UTF8, &m_digest, onRow<&StateDigest::add>, nullptr, nullptr);
    sqlite3_create_function(handle, "row_removed", -1, SQLITE_UTF8, &m_digest, onRow<&StateDigest::subtract>, nullptr,
                            nullptr);
}

SQLite::Statement &State::statement(std::string_view sql)
{
    auto &slot = m_statements[sql];
    if (!slot) {
        slot = std::make_unique<SQLite::Statement>(*m_database, std::string(sql));
    } else {
        slot->tryReset();
        slot->clearBindings();
    }
    m_used.push_back(slot.get());
    return *slot;
}

void State::finishQueries()
{
    for (auto *statement : m_used) {
        statement->tryReset();
    }
    m_used.clear();
}

void State::execute(const char *sql) { m_database->exec(sql); }

void State::watch(const QString &table)
{
    QStringList added{QStringLiteral("'%1'").arg(table)};
    QStringList removed = added;
    SQLite::Statement columns(*m_database, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    columns.bind(1, table.toStdString());
    while (columns.executeStep()) {
        const auto name = textOf(columns.getColumn(0));
        added << QStringLiteral("new.") + name;
        removed << QStringLiteral("old.") + name;
    }
    const auto add = QStringLiteral("SELECT row_added(%1);").arg(added.join(QLatin1Char(',')));
    const auto remove = QStringLiteral("SELECT row_removed(%1);").arg(removed.join(QLatin1Char(',')));
    const auto trigger = [&](const char *event, const QString &body) {
        execute(qPrintable(QStringLiteral("CREATE TRIGGER IF NOT EXISTS %1_%2 AFTER %2 ON %1 BEGIN %3 END")
                               .arg(table, QLatin1String(event), body)));
    };
    trigger("INSERT", add);
    trigger("DELETE", remove);
    trigger("UPDATE", remove + add);
}

StateDigest State::computeDigest(const QStringList &tables)
{
    const StateDigest kept = m_digest;
    m_digest = {};
    for (const auto &table : tables) {
        SQLite::Statement columns(*m_database, "SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_table_info(?) ORDER BY cid)");
        columns.bind(1, table.toStdString());
        columns.executeStep();
        SQLite::Statement rows(*m_database, QStringLiteral("SELECT row_added('%1',%2) FROM %1")
                                                .arg(table, textOf(columns.getColumn(0)))
                                                .toStdString());
        while (rows.executeStep()) {
        }
    }
    const StateDigest computed = m_digest;
    m_digest = kept;
    return computed;
}

}  // namespace muster
