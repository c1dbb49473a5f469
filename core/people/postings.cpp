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

/// True if @p offset was there.
bool take(std::vector<Postings::Offset> &offsets, Postings::Offset offset)
{
    const auto found = std::find(offsets.rbegin(), offsets.rend(), offset);
    if (found == offsets.rend()) {
        return false;
    }
    offsets.erase(std::next(found).base());
    return true;
}

void sortOnce(std::vector<Postings::Offset> &offsets)
{
    if (!std::is_sorted(offsets.begin(), offsets.end())) {
        std::sort(offsets.begin(), offsets.end());
    }
}

}  // namespace

void Postings::createTables(Storage &storage)
{
    storage.execute("CREATE TABLE posting(token INTEGER NOT NULL, block INTEGER NOT NULL, offsets BLOB NOT NULL,"
                    " PRIMARY KEY(token, block)) WITHOUT ROWID");
}

void Postings::add(Row row, std::span<const Token> tokens)
{
    flushIfMany(tokens.size());
    for (const Token token : tokens) {
        Change &change = m_pending[{token, row / rowsPerBlock}];
        const auto offset = Offset(row % rowsPerBlock);
        if (change.removed.empty() || !take(change.removed, offset)) {
            change.added.push_back(offset);
        }
    }
}

void Postings::remove(Row row, std::span<const Token> tokens)
{
    flushIfMany(tokens.size());
    for (const Token token : tokens) {
        Change &change = m_pending[{token, row / rowsPerBlock}];
        const auto offset = Offset(row % rowsPerBlock);
        if (change.added.empty() || !take(change.added, offset)) {
            change.removed.push_back(offset);
        }
    }
}

void Postings::flushIfMany(std::size_t more)
{
    m_pendingCount += more;
    if (m_pendingCount > pendingMax) {
        flush();
    }
}

void Postings::forgetPending()
{
    m_pending.clear();
    m_pendingCount = 0;
}

void Postings::flush()
{
    std::vector<Place> places;
    places.reserve(m_pending.size());
    for (const auto &[place, change] : m_pending) {
        places.push_back(place);
    }
    std::sort(places.begin(), places.end());  // The order of the table: each page is touched once.
    for (const Place &place : places) {
        write(place, m_pending.at(place));
    }
    forgetPending();
}

void Postings::write(const Place &place, Change &change)
{
    auto offsets = rowsWith(place.token, place.block);
    const bool isNew = offsets.empty();
    sortOnce(change.added);
    sortOnce(change.removed);
    if (!change.removed.empty()) {
        std::vector<Offset> kept;
        std::set_difference(offsets.begin(), offsets.end(), change.removed.begin(), change.removed.end(),
                            std::back_inserter(kept));
        offsets = std::move(kept);
    }
    const auto middle = std::ptrdiff_t(offsets.size());
    offsets.insert(offsets.end(), change.added.begin(), change.added.end());
    std::inplace_merge(offsets.begin(), offsets.begin() + middle, offsets.end());
    if (offsets.empty()) {
        if (!isNew) {
            auto &erase = m_storage->statement("DELETE FROM posting WHERE token = ? AND block = ?");
            erase.bind(1, int64_t(place.token));
            erase.bind(2, int64_t(place.block));
            erase.exec();
        }
        return;
    }
    QByteArray blob(qsizetype(offsets.size() * sizeof(Offset)), Qt::Uninitialized);
    qToLittleEndian<Offset>(offsets.data(), qsizetype(offsets.size()), blob.data());
    auto &put = m_storage->statement("INSERT OR REPLACE INTO posting VALUES(?, ?, ?)");
    put.bind(1, int64_t(place.token));
    put.bind(2, int64_t(place.block));
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
