#pragma once
#include "core/people/storage.h"
#include "core/people/tokens.h"

#include <vector>

namespace muster::people {

/// Which rows have which token: an inverted index in plain rows (token, block of 32,768 row numbers, 16-bit offsets).
///
/// Why not SQLite's FTS5: what is deleted stays readable in its older segments until all of them are merged. Here a
/// deleted row is gone from the file with the transaction that says so.
///
/// Errors: SQLite::Exception. Changes are gathered in memory until flush(), at most pendingMax of them.
class Postings {
public:
    using Row = quint32;
    using Block = quint32;
    using Offset = quint16;
    static constexpr Row rowsPerBlock = 32'768;
    static constexpr std::size_t pendingMax = 4'000'000;

    explicit Postings(Storage &storage) : m_storage(&storage) {}
    static void createTables(Storage &storage);

    void add(Row row, std::span<const Token> tokens);
    void remove(Row row, std::span<const Token> tokens);
    void flush();
    void forgetPending() { m_pending.clear(); }

    /// Ascending.
    [[nodiscard]] std::vector<Offset> rowsWith(Token token, Block block);

private:
    struct Change {
        Token token;
        Row row;
        bool isAdded;
    };

    void write(std::span<const Change> changes);

    Storage *m_storage;
    std::vector<Change> m_pending;
};

}  // namespace muster::people
