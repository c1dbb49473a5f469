#include "core/venue/draws/draw_selection.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <limits>
#include <map>

namespace muster::draws {
namespace {

Hash256 hashOfText(const QString &text) { return hash256(text.toUtf8()); }

/// Words that follow from the root alone.
class Stream {
public:
    Stream(const Hash256 &root, const QString &pool) : m_prefix(root.toHex() + QLatin1Char(':') + pool) {}

    /// Each number below @p limit is equally likely.
    quint64 below(quint64 limit)
    {
        if (limit <= 1) {
            return 0;
        }
        // 2^64 mod limit; the words from 2^64 minus that on would favour small numbers.
        const quint64 excess = (std::numeric_limits<quint64>::max() % limit + 1) % limit;
        const quint64 last = std::numeric_limits<quint64>::max() - excess;
        quint64 word = next();
        while (word > last) {
            word = next();
        }
        return word % limit;
    }

private:
    quint64 next()
    {
        constexpr std::size_t wordsInBlock = 4;
        if (m_used == wordsInBlock) {
            m_block = hashOfText(m_prefix + QLatin1Char(':') + QString::number(m_number++));
            m_used = 0;
        }
        return qFromBigEndian<quint64>(m_block.bytes.data() + sizeof(quint64) * m_used++);
    }

    QString m_prefix;
    Hash256 m_block;
    std::size_t m_used = 4;
    quint64 m_number = 0;
};

std::vector<Place> orderedPlaces(std::span<const Pool> pools, const Hash256 &root, std::span<const Missing> missing)
{
    std::vector<Place> places;
    for (const auto &pool : pools) {
        int rank = 0;
        for (const auto &guest : orderOf(pool, root, pool.entrants.size())) {
            places.push_back({int(places.size()) + 1, pool.code, ++rank, guest, false});
        }
    }
    for (const auto &absence : missing) {
        const bool isPlace = absence.place >= 1 && std::size_t(absence.place) <= places.size();
        if (isPlace && places[std::size_t(absence.place) - 1].guest == absence.guest) {
            places[std::size_t(absence.place) - 1].isAbsent = true;
        }
    }
    return places;
}

}  // namespace

QString algorithmName() { return QStringLiteral("muster-draw-1"); }

Hash256 entrantsHash(std::span<const Pool> pools)
{
    QByteArray lines;
    for (const auto &pool : pools) {
        for (const auto &entrant : pool.entrants) {
            lines += pool.code.toUtf8() + ',' + entrant.toBytes().toHex() + '\n';
        }
    }
    return hash256(lines);
}

Hash256 seedHash(const Seed &seed) { return hash256(seed.toBytes()); }

Hash256 rootOf(const Seed &seed, const Hash256 &entrants, qint64 number)
{
    return hashOfText(
        QStringList{algorithmName(), seed.toHex(), entrants.toHex(), QString::number(number)}.join(QLatin1Char(':')));
}

std::vector<GuestId> orderOf(const Pool &pool, const Hash256 &root, std::size_t countMax)
{
    auto order = pool.entrants;
    Stream stream(root, pool.code);
    const auto count = std::min(countMax, order.size());
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(order[i], order[i + std::size_t(stream.below(order.size() - i))]);
    }
    order.resize(count);
    return order;
}

std::vector<Place> placesOf(std::span<const Pool> pools, const Hash256 &root, const Terms &terms,
                            std::span<const Missing> missing)
{
    if (terms.isOrder) {
        return orderedPlaces(pools, root, missing);
    }
    if (pools.empty()) {
        return {};
    }
    const auto &pool = pools.front();
    const auto winners = std::size_t(std::max(terms.winners, 0));
    const auto order = orderOf(pool, root, winners + missing.size());
    std::map<int, std::vector<Place>> holders;
    std::size_t next = 0;
    const auto give = [&](int place) {
        if (next < order.size()) {
            holders[place].push_back({place, pool.code, int(next) + 1, order[next], false});
            ++next;
        }
    };
    for (std::size_t i = 0; i < winners && next < order.size(); ++i) {
        give(int(i) + 1);
    }
    for (const auto &absence : missing) {
        const auto held = holders.find(absence.place);
        if (held != holders.end() && !held->second.back().isAbsent && held->second.back().guest == absence.guest) {
            held->second.back().isAbsent = true;
            give(absence.place);
        }
    }
    std::vector<Place> places;
    for (const auto &[number, held] : holders) {
        places.insert(places.end(), held.begin(), held.end());
    }
    return places;
}

}  // namespace muster::draws
