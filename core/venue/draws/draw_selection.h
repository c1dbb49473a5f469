#pragma once
#include "core/base/crypto.h"

#include <span>
#include <vector>

/// How the entrants of a draw get their order: public, free of bias, and written so that anyone can do it again with
/// nothing but BLAKE2b-256 ("b2sum -l 256"). "A : B" is the text of A, a colon, the text of B, without spaces; hashes
/// and ids are written in small hexadecimal digits, numbers in decimal ones, texts in UTF-8.
///
/// muster-draw-1
///  1. Entrants stand in pools; pools ascend by code, entrants of a pool ascend by id. The entrants' hash is
///  BLAKE2b-256
///     of one line an entrant: POOL , ID and a line feed (U+000A). A draw without pools has one, with the code "".
///  2. The seed is 32 bytes. Its hash, BLAKE2b-256 of these bytes, is published before the hall calls a number.
///  3. ROOT is BLAKE2b-256 of: "muster-draw-1" : SEED : ENTRANTS' HASH : NUMBER.
///  4. Each pool has a stream of 64-bit words. Block i = 0, 1, 2 … is BLAKE2b-256 of: ROOT : POOL : i. Its 32 bytes are
///     four words, the first byte of a word being the most significant.
///  5. A choice among n takes the next word w. If w ≥ floor(2^64 / n) × n it is thrown away and the next one is taken
///     (so that every choice is equally likely); else the choice is w mod n. A choice among 1 takes no word.
///  6. Fisher–Yates: for i = 0, 1, 2 …, entrant i changes places with entrant i + (a choice among the n − i that are
///     left). The entrants then stand in their order.
///  7. In a draw the first ones are the winners. Whoever is absent gives the place to the next in the order who has
///     none yet, in the order in which absences were recorded. In a full order nobody moves up: who is absent is
///     marked.
namespace muster::draws {

using Seed = Id<struct DrawSeedTag, 32>;

/// Entrants among whom one order is drawn.
struct Pool {
    QString code;
    std::vector<GuestId> entrants;
    friend bool operator==(const Pool &, const Pool &) = default;
};

/// A winner was not there when called up.
struct Missing {
    int place = 0;
    GuestId guest;
};

/// Who holds, or held, a place.
struct Place {
    int number = 0;  ///< From 1; of a full order, counted through all pools.
    QString pool;
    int rank = 0;  ///< From 1, within the pool's order.
    GuestId guest;
    bool isAbsent = false;
    friend bool operator==(const Place &, const Place &) = default;
};

[[nodiscard]] QString algorithmName();
[[nodiscard]] Hash256 entrantsHash(std::span<const Pool> pools);
[[nodiscard]] Hash256 seedHash(const Seed &seed);
[[nodiscard]] Hash256 rootOf(const Seed &seed, const Hash256 &entrants, qint64 number);
/// The first @p countMax of the pool's order.
[[nodiscard]] std::vector<GuestId> orderOf(const Pool &pool, const Hash256 &root, std::size_t countMax);

/// What makes a result, beside the pools.
struct Terms {
    bool isOrder = false;
    int winners = 1;
};
/// By place, and within a place in the order in which it was held. An absence that names somebody who does not hold
/// that place changes nothing.
[[nodiscard]] std::vector<Place> placesOf(std::span<const Pool> pools, const Hash256 &root, const Terms &terms,
                                          std::span<const Missing> missing);

}  // namespace muster::draws
