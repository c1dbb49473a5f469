#pragma once
#include "core/journal/journal.h"

#include <QIODevice>

/// The last transport: a file on a stick that carries operations from one device to another.
///
/// Layout: "MUSTERSTICK1\n", then chunks (32-bit big-endian length, bytes): the event's id, the writer's version
/// vector, any number of batches, one of length 0; then the BLAKE2b-256 of everything before it. What a batch says is
/// checked by Journal::merge as if it came over a link; the trailer only tells a whole file from a cut one.
namespace muster::stick {

constexpr quint32 chunkSizeMax = 16 * 1024 * 1024;

struct Exported {
    qint64 operationCount = 0;
    qint64 byteCount = 0;
};

/// Writes what @p theirs lacks (nothing known of the reader: an empty vector). Storage if @p to refuses.
[[nodiscard]] Result<Exported> write(Journal &journal, const VersionVector &theirs, QIODevice &to);

struct Imported {
    VersionVector writer;         ///< What the writer had: the file that goes back need hold no more than it lacks.
    qint64 operationCount = 0;    ///< New here.
    qint64 knownCount = 0;        ///< Were here already.
    QStringList refused;          ///< Batches that were not taken, and why.
    std::optional<Error> damage;  ///< Set if the file is cut or changed; what came before the damage is kept.
    std::vector<Journal::Merged> merged;
};

/// Takes everything good. Invalid: not a stick of this event; Storage: this device's disk refused (what was taken
/// before is kept). Reading the same file again changes nothing.
/// Batches in which @p check objects to an operation are refused.
[[nodiscard]] Result<Imported> read(Journal &journal, QIODevice &from, const Journal::Check &check = {});

}  // namespace muster::stick
