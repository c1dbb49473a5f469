#include "core/sync/stick.h"

#include <QtEndian>

namespace muster::stick {
namespace {

const QByteArray magic = QByteArrayLiteral("MUSTERSTICK1\n");
constexpr qsizetype batchesPerCommit = 16;
constexpr qsizetype readAhead = 1024 * 1024;

/// Writes and hashes. The hash is chained over the chunks, so that nothing large is held.
class Sink {
public:
    explicit Sink(QIODevice &to) : m_to(&to) { put(magic); }
    void chunk(const QByteArray &bytes)
    {
        QByteArray length(4, Qt::Uninitialized);
        qToBigEndian(quint32(bytes.size()), length.data());
        put(length);
        put(bytes);
    }
    [[nodiscard]] Status finish()
    {
        chunk({});
        put(m_hash.toBytes());
        if (!m_isGood) {
            return fail(ErrorCode::Storage, QStringLiteral("cannot write: %1").arg(m_to->errorString()));
        }
        return {};
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void put(const QByteArray &bytes)
    {
        m_isGood = m_isGood && m_to->write(bytes) == bytes.size();
        m_hash = hash256(m_hash.toBytes() + bytes);
        m_count += bytes.size();
    }
    QIODevice *m_to;
    Hash256 m_hash;
    bool m_isGood = true;
    qint64 m_count = 0;
};

class Source {
public:
    explicit Source(QIODevice &from) : m_from(&from) {}
    /// Exactly @p size bytes, or nothing.
    std::optional<QByteArray> get(qint64 size)
    {
        QByteArray bytes;
        while (bytes.size() < size) {
            const auto part = m_from->read(std::min<qint64>(size - bytes.size(), readAhead));
            if (part.isEmpty()) {
                return std::nullopt;
            }
            bytes += part;
        }
        m_hash = hash256(m_hash.toBytes() + bytes);
        return bytes;
    }
    std::optional<QByteArray> chunk()
    {
        const auto length = get(4);
        const quint32 size = length ? qFromBigEndian<quint32>(length->constData()) : 0;
        return length && size <= chunkSizeMax ? get(size) : std::nullopt;
    }
    [[nodiscard]] bool isTrailerRight()
    {
        const auto expected = m_hash.toBytes();
        return get(expected.size()) == expected;
    }

private:
    QIODevice *m_from;
    Hash256 m_hash;
};

Error damaged()
{
    return {ErrorCode::Invalid,
            QStringLiteral("the file is cut or damaged: what came before is kept; export it again to get the rest")};
}

Status takeAll(Journal &journal, const std::vector<Batch> &batches, const Journal::Check &check, Imported &imported)
{
    Imported taken;
    const auto done = journal.transact([&] {
        taken = {};
        for (const auto &batch : batches) {
            const auto merged = journal.merge(batch, check);
            if (!merged) {
                taken.refused << merged.error().detail;
                continue;
            }
            taken.operationCount += merged->appliedCount;
            taken.knownCount += qint64(batch.operations.size()) - merged->appliedCount;
            if (merged->appliedCount > 0) {
                taken.merged.push_back(*merged);
            }
        }
    });
    if (done) {
        imported.operationCount += taken.operationCount;
        imported.knownCount += taken.knownCount;
        imported.refused << taken.refused;
        imported.merged.insert(imported.merged.end(), taken.merged.begin(), taken.merged.end());
    }
    return done;
}

}  // namespace

Result<Exported> write(Journal &journal, const VersionVector &theirs, QIODevice &to)
{
    Sink sink(to);
    sink.chunk(journal.options().event.toBytes());
    sink.chunk(journal.vector().encode());
    VersionVector written = theirs;
    Exported exported;
    quint64 revision = 0;
    for (const auto &key : journal.grownSince(revision)) {
        for (;;) {
            const auto batch = journal.nextBatch(key, written);
            if (!batch) {
                return fail(batch);
            }
            if (!*batch || !sink.isGood()) {
                break;
            }
            journal.advance(written, key, (*batch)->last);
            exported.operationCount += (*batch)->operationCount;
            sink.chunk((*batch)->bytes);
        }
    }
    if (const auto finished = sink.finish(); !finished) {
        return fail(finished);
    }
    exported.byteCount = sink.count();
    return exported;
}

Result<Imported> read(Journal &journal, QIODevice &from, const Journal::Check &check)
{
    Source source(from);
    if (source.get(magic.size()) != magic) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a file written by \"muster journal export\""));
    }
    const auto event = source.chunk();
    if (event && *event != journal.options().event.toBytes()) {
        return fail(ErrorCode::Invalid, QStringLiteral("the file belongs to another event"));
    }
    Imported imported;
    const auto vector = source.chunk();
    const auto writer = vector ? VersionVector::decode(*vector) : fail(ErrorCode::Invalid, {});
    if (!event || !writer) {
        imported.damage = damaged();
        return imported;
    }
    imported.writer = *writer;
    std::vector<Batch> batches;
    for (bool isMore = true; isMore;) {
        const auto bytes = source.chunk();
        isMore = bytes && !bytes->isEmpty();
        if (isMore) {
            if (auto batch = Batch::decode(*bytes)) {
                batches.push_back(std::move(*batch));
            } else {
                imported.refused << batch.error().detail;
            }
        }
        if (!batches.empty() && (!isMore || qsizetype(batches.size()) >= batchesPerCommit)) {
            if (const auto taken = takeAll(journal, batches, check, imported); !taken) {
                return fail(taken);
            }
            batches.clear();
        }
        if (!bytes || (bytes->isEmpty() && !source.isTrailerRight())) {
            imported.damage = damaged();
        }
    }
    return imported;
}

}  // namespace muster::stick
