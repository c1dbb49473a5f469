#include "core/people/postings.h"

#include <algorithm>
#include <QtEndian>

namespace muster::people {
namespace {

std::vector<Postings::Offset> decode(const SQLite::Column &column)
{
    std::vector<Postings::Offset> offsets(std::size_t(column.getBytes()) / sizeof(Postings::Offset));
    if (!offsets.empty()) {
        qFromLittleEndian<Postings::Offset>(column.getBlob(), qsizetype(offsets.size()), offsets.data());
    }
    return offsets;
}

}  // namespace

void Postings::createTables(Storage &storage)
{
    storage.execute("CREATE TABLE posting(token INTEGER NOT NULL, block INTEGER NOT NULL, offsets BLOB NOT NULL,"
                    " PRIMARY KEY(token, block)) WITHOUT ROWID");
}

void Postings::add(Row row, std::span<const Token> tokens)
{
    for (const Token token : tokens) {
        m_pending.push_back({token, row, true});
    }
    if (m_pending.size() >= pendingMax) {
        flush();
    }
}

void Postings::remove(Row row, std::span<const Token> tokens)
{
    for (const Token token : tokens) {
        m_pending.push_back({token, row, false});
    }
    if (m_pending.size() >= pendingMax) {
        flush();
    }
}

void Postings::flush()
{
    // In the order of the table, so that each page is touched once; stable, so that the last word on a row counts.
    std::stable_sort(m_pending.begin(), m_pending.end(), [](const Change &a, const Change &b) {
        return std::tie(a.token, a.row) < std::tie(b.token, b.row);
    });
    const std::span<const Change> all(m_pending);
    for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
        const auto isSamePlace = [&](const Change &change) {
            return change.token == all[from].token && change.row / rowsPerBlock == all[from].row / rowsPerBlock;
        };
        while (to < all.size() && isSamePlace(all[to])) {
            ++to;
        }
        write(all.subspan(from, to - from));
    }
    m_pending.clear();
}

void Postings::write(std::span<const Change> changes)
{
    const Token token = changes.front().token;
    const Block block = changes.front().row / rowsPerBlock;
    std::vector<Offset> added;
    std::vector<Offset> removed;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (i + 1 == changes.size() || changes[i + 1].row != changes[i].row) {
            (changes[i].isAdded ? added : removed).push_back(Offset(changes[i].row % rowsPerBlock));
        }
    }
    const auto before = rowsWith(token, block);
    std::vector<Offset> kept;
    std::set_difference(before.begin(), before.end(), removed.begin(), removed.end(), std::back_inserter(kept));
    std::vector<Offset> after;
    std::set_union(kept.begin(), kept.end(), added.begin(), added.end(), std::back_inserter(after));
    if (after.empty()) {
        auto &erase = m_storage->statement("DELETE FROM posting WHERE token = ? AND block = ?");
        erase.bind(1, int64_t(token));
        erase.bind(2, int64_t(block));
        erase.exec();
        return;
    }
    QByteArray blob(qsizetype(after.size() * sizeof(Offset)), Qt::Uninitialized);
    qToLittleEndian<Offset>(after.data(), qsizetype(after.size()), blob.data());
    auto &put = m_storage->statement("INSERT OR REPLACE INTO posting VALUES(?, ?, ?)");
    put.bind(1, int64_t(token));
    put.bind(2, int64_t(block));
    bind(put, 3, blob);
    put.exec();
}

std::vector<Postings::Offset> Postings::rowsWith(Token token, Block block)
{
    auto &query = m_storage->statement("SELECT offsets FROM posting WHERE token = ? AND block = ?");
    query.bind(1, int64_t(token));
    query.bind(2, int64_t(block));
    auto offsets = query.executeStep() ? decode(query.getColumn(0)) : std::vector<Offset>();
    std::ignore = query.tryReset();  // An open query would hold back the checkpoint.
    return offsets;
}

}  // namespace muster::people
