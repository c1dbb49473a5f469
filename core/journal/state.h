#pragma once
#include "core/base/ids.h"

#include <QHash>
#include <QStringList>
#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace muster {

/// An order-free sum of row hashes: equal sets of rows have equal digests, however they came about.
struct StateDigest {
    std::array<quint64, 4> sum{};

    void add(const std::array<quint64, 4> &row);
    void subtract(const std::array<quint64, 4> &row);
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static StateDigest fromBytes(QByteArrayView bytes);
    friend bool operator==(const StateDigest &, const StateDigest &) = default;
};

/// The tables of the day in this device's database file, and how to speak SQL to them.
///
/// Why it exists: folds and queries want prepared statements and a digest that cannot be forgotten: SQLite's preupdate
/// hook adds and subtracts the hashes of changed rows, whatever statement of this program changes them. What another
/// program changes shows when the digest is computed from scratch.
///
/// Limits: no REAL columns in state tables (a sum of doubles depends on order).
/// Errors: SQLite::Exception travels up to Journal, where library exceptions end.
/// Threading: confined to the thread of its Journal.
class State {
public:
    explicit State(SQLite::Database &database);
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    /// A prepared statement, reset and without bindings, kept for the next call with the same text.
    /// @p sql must live as long as this object: a literal.
    [[nodiscard]] SQLite::Statement &statement(std::string_view sql);
    void execute(const char *sql);
    /// Ends every query that was begun: an unfinished one would hold back the log's checkpoint.
    void finishQueries();
    /// Changes of sums that nearly every operation touches, by name: the fold writes them once, when it settles.
    [[nodiscard]] QHash<QString, qint64> &pendingSums() { return m_pendingSums; }
    /// Rows that were inserted, changed or deleted so far, in all tables.
    [[nodiscard]] qint64 changeCount() const;

    /// Makes @p tables, and no others, part of the digest.
    void watch(const QStringList &tables);
    [[nodiscard]] const StateDigest &digest() const { return m_digest; }
    void setDigest(const StateDigest &digest) { m_digest = digest; }
    /// From scratch, over all rows of @p tables; what digest() must equal.
    [[nodiscard]] StateDigest computeDigest(const QStringList &tables);

private:
    struct Prepared {
        std::unique_ptr<SQLite::Statement> statement;
        bool isUsed = false;
    };
    /// Literals are told apart by where they lie: looking at their text would cost more than many a query.
    struct SamePlace {
        std::size_t operator()(std::string_view sql) const { return std::hash<const char *>{}(sql.data()); }
        bool operator()(std::string_view a, std::string_view b) const
        {
            return a.data() == b.data() && a.size() == b.size();
        }
    };

    void registerHooks();
    void rowChanges(int operation, std::string_view table);

    SQLite::Database *m_database;
    std::unordered_map<std::string_view, Prepared, SamePlace, SamePlace> m_statements;
    std::vector<Prepared *> m_used;
    std::set<std::string, std::less<>> m_watched;
    StateDigest m_digest;
    QHash<QString, qint64> m_pendingSums;
};

/// Binds, in order, whatever SQLite knows: integers, text, bytes, ids, nothing.
template<class... Values>
SQLite::Statement &bindAll(SQLite::Statement &statement, const Values &...values);

namespace detail {

inline void bindOne(SQLite::Statement &s, int i, qint64 value) { s.bind(i, int64_t(value)); }
inline void bindOne(SQLite::Statement &s, int i, int value) { s.bind(i, value); }
inline void bindOne(SQLite::Statement &s, int i, bool value) { s.bind(i, value ? 1 : 0); }
inline void bindOne(SQLite::Statement &s, int i, quint64 value) { s.bind(i, int64_t(value)); }
inline void bindOne(SQLite::Statement &s, int i, const QString &value) { s.bind(i, value.toStdString()); }
inline void bindOne(SQLite::Statement &s, int i, const QByteArray &value)
{
    s.bind(i, static_cast<const void *>(value.isNull() ? "" : value.constData()), int(value.size()));
}
inline void bindOne(SQLite::Statement &s, int i, std::nullptr_t) { s.bind(i); }
template<class Tag, std::size_t N>
void bindOne(SQLite::Statement &s, int i, const Id<Tag, N> &id)
{
    s.bind(i, static_cast<const void *>(id.bytes.data()), int(N));
}
template<class T>
void bindOne(SQLite::Statement &s, int i, const std::optional<T> &value)
{
    if (value) {
        bindOne(s, i, *value);
    } else {
        s.bind(i);
    }
}

}  // namespace detail

template<class... Values>
SQLite::Statement &bindAll(SQLite::Statement &statement, const Values &...values)
{
    int i = 0;
    (detail::bindOne(statement, ++i, values), ...);
    return statement;
}

namespace detail {

// What a statement is lent for one run: texts as UTF-8, all else as it is.
inline std::string lent(const QString &value) { return value.toStdString(); }
template<class T>
const T &lent(const T &value)
{
    return value;
}

inline void lend(SQLite::Statement &s, int i, const std::string &text) { s.bindNoCopy(i, text); }
inline void lend(SQLite::Statement &s, int i, const QByteArray &value)
{
    s.bindNoCopy(i, static_cast<const void *>(value.isNull() ? "" : value.constData()), int(value.size()));
}
template<class Tag, std::size_t N>
void lend(SQLite::Statement &s, int i, const Id<Tag, N> &id)
{
    s.bindNoCopy(i, static_cast<const void *>(id.bytes.data()), int(N));
}
template<class T>
void lend(SQLite::Statement &s, int i, const T &value)
{
    bindOne(s, i, value);
}

}  // namespace detail

/// Binds in order without copying, and executes: for what nearly every operation writes. Returns the rows changed.
template<class... Values>
int run(SQLite::Statement &statement, const Values &...values)
{
    const std::tuple<decltype(detail::lent(values))...> held{detail::lent(values)...};
    std::apply(
        [&statement](const auto &...value) {
            int i = 0;
            (detail::lend(statement, ++i, value), ...);
        },
        held);
    return statement.exec();
}

[[nodiscard]] inline QString textOf(const SQLite::Column &column)
{
    return QString::fromUtf8(column.getText(), column.getBytes());
}
[[nodiscard]] inline QByteArray bytesOf(const SQLite::Column &column)
{
    const auto *data = static_cast<const char *>(column.getBlob());
    return data == nullptr ? QByteArray() : QByteArray(data, column.getBytes());
}
template<class IdType>
[[nodiscard]] IdType idOf(const SQLite::Column &column)
{
    const auto *data = static_cast<const char *>(column.getBlob());
    return IdType::fromBytes({data, data == nullptr ? 0 : column.getBytes()}).value_or(IdType{});
}
/// The first column of all rows.
template<class IdType>
[[nodiscard]] std::vector<IdType> idsOf(SQLite::Statement &rows)
{
    std::vector<IdType> ids;
    while (rows.executeStep()) {
        ids.push_back(idOf<IdType>(rows.getColumn(0)));
    }
    return ids;
}

}  // namespace muster
