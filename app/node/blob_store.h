#pragma once
#include "core/base/crypto.h"
#include "core/base/result.h"

#include <QString>

#include <map>

namespace muster {

/// Photographs of incidents as files, each under what its bytes hash to; no part of the log, nor of the digest.
///
/// Guarantees: a file under a hash has these bytes (they are looked at again whenever they are read); keep() returns
/// after fsync; what came in parts goes on where it was cut off, after a restart too.
/// Limits: blobs of blobSizeMax, all together bytesMax. Files are readable by their owner only.
/// Threading: confined to one thread.
class BlobStore {
public:
    static constexpr qint64 blobSizeMax = 4 * 1024 * 1024;

    enum class Added {
        More,   ///< The next part is wanted.
        Whole,  ///< All of it is here, durably.
        Wrong,  ///< It hashes to something else: thrown away.
    };

    BlobStore(QString folder, qint64 bytesMax);

    [[nodiscard]] bool has(const Hash256 &blob) const { return m_sizes.contains(blob); }
    /// Of one that is here; else 0.
    [[nodiscard]] qint64 sizeOf(const Hash256 &blob) const;
    [[nodiscard]] qint64 bytesHeld() const { return m_bytesHeld; }
    /// Storage: there is no more room, or the disk refuses.
    [[nodiscard]] Status keep(const Hash256 &blob, const QByteArray &bytes);
    /// NotFound if it is not here; Storage if the file is damaged: then it counts as not here.
    [[nodiscard]] Result<QByteArray> read(const Hash256 &blob);
    [[nodiscard]] QByteArray part(const Hash256 &blob, qint64 offset, qint64 sizeMax) const;
    /// How much of an unfinished one is here.
    [[nodiscard]] qint64 arrived(const Hash256 &blob) const;
    /// Adds @p bytes at @p offset of @p total. Invalid if they do not follow what arrived.
    [[nodiscard]] Result<Added> add(const Hash256 &blob, qint64 offset, qint64 total, const QByteArray &bytes);

private:
    [[nodiscard]] QString fileOf(const Hash256 &blob) const;
    [[nodiscard]] QString partOf(const Hash256 &blob) const;
    [[nodiscard]] Status prepare() const;

    QString m_folder;
    qint64 m_bytesMax;
    qint64 m_bytesHeld = 0;
    std::map<Hash256, qint64> m_sizes;
};

}  // namespace muster
