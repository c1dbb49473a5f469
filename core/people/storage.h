#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

/// What the keyring and the directory share of SQLite: opening, words for failures, prepared statements.
namespace muster::people {

enum class Durability {
    EveryCommit,  ///< What was committed survives a power cut.
    Rebuildable,  ///< A power cut may take the last commits back, but leaves the file whole.
};

/// One private database file: readable by its owner only, deleted content overwritten.
///
/// Errors: SQLite::Exception; it ends in guarded() of the class that owns this one.
class Storage {
public:
    Storage(const QString &path, Durability durability);

    void execute(const char *sql) { m_database.exec(sql); }
    /// Runs @p work, which only asks: thousands of questions for the price of one lock. Without the lock, should it
    /// fail, they only cost more. What @p work throws passes through.
    void read(const std::function<void()> &work);
    /// Reset, without bindings, kept for the next call. @p sql must be a literal.
    [[nodiscard]] SQLite::Statement &statement(std::string_view sql);
    [[nodiscard]] SQLite::Database &database() { return m_database; }
    /// Moves everything into the main file and empties the log beside it, so that overwritten bytes are in neither.
    void checkpoint();

private:
    /// Literals are told apart by where they lie: looking at their text would cost more than many a query.
    struct SamePlace {
        std::size_t operator()(std::string_view sql) const { return std::hash<const char *>{}(sql.data()); }
        bool operator()(std::string_view a, std::string_view b) const
        {
            return a.data() == b.data() && a.size() == b.size();
        }
    };

    SQLite::Database m_database;
    std::unordered_map<std::string_view, std::unique_ptr<SQLite::Statement>, SamePlace, SamePlace> m_statements;
};

/// What failed and what staff can do about it. @p file is "keys" or "people".
[[nodiscard]] Error errorOf(const SQLite::Exception &failure, const QString &file);

/// Runs @p work, which returns a Result; an exception of SQLite becomes its error.
template<class Work>
auto guarded(const QString &file, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &failure) {
        return tl::unexpected<Error>(errorOf(failure, file));
    }
}

template<class Tag, std::size_t N>
void bind(SQLite::Statement &statement, int index, const Id<Tag, N> &id)
{
    statement.bindNoCopy(index, static_cast<const void *>(id.bytes.data()), int(N));
}
inline void bind(SQLite::Statement &statement, int index, const QByteArray &bytes)
{
    statement.bindNoCopy(index, static_cast<const void *>(bytes.isNull() ? "" : bytes.constData()), int(bytes.size()));
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
/// @throws SQLite::Exception (corrupt) if the column holds no such id.
template<class IdType>
[[nodiscard]] IdType idOf(const SQLite::Column &column)
{
    const auto id = IdType::fromBytes(bytesOf(column));
    if (!id) {
        throw SQLite::Exception("a column does not hold an id", 11 /* SQLITE_CORRUPT */);
    }
    return *id;
}

}  // namespace muster::people
