#pragma once
#include "core/journal/snapshot.h"
#include "core/sync/frames.h"

namespace muster {

enum class Comparison {
    NotComparable,  ///< Vectors or fold versions differ: normal while operations are on their way.
    Equal,
    Different,  ///< Same operations, same fold, another state: an alarm.
};

/// What is known of the device at the other end of a link.
struct PeerStatus {
    bool isLinked = false;
    Instant lastHeard{};
    std::optional<std::chrono::milliseconds> lag;   ///< Round trip of the last ping.
    std::optional<std::chrono::milliseconds> skew;  ///< Its wall clock minus ours, half the round trip corrected.
    quint64 unsentCount = 0;                        ///< Ours that it lacks.
    quint64 theirUnsentCount = 0;                   ///< Theirs that we lack, as they say.
    HybridTime theirOldestUnsent;                   ///< 0: none.
    Comparison comparison = Comparison::NotComparable;
    QString softwareVersion;
    int foldVersion = 0;
    QByteArray status;               ///< Opaque bytes of its last ping.
    quint64 unknownFrameCount = 0;   ///< Of a newer version than ours; they were passed over.
    std::optional<frames::Bye> bye;  ///< Why the link ended, ours or theirs.
};

/// What a Session needs to know from the device it belongs to, and what it tells it.
class SessionHost {
public:
    struct KeyPart {
        QByteArray bytes;   ///< About byteCountMax at most; empty: nothing newer.
        QByteArray cursor;  ///< ≤ frames::cursorSizeMax.
    };

    SessionHost() = default;
    virtual ~SessionHost() = default;
    SessionHost(const SessionHost &) = delete;
    SessionHost &operator=(const SessionHost &) = delete;

    [[nodiscard]] virtual bool mayTalk(const DeviceId &peer) = 0;
    [[nodiscard]] virtual QByteArray currentEpochRecord() = 0;
    /// What the day wants others to know of this device, in every ping.
    [[nodiscard]] virtual QByteArray localStatus() = 0;
    /// Up to where this device has @p peer's keyring.
    [[nodiscard]] virtual QByteArray keyCursorFor(const DeviceId &peer) = 0;
    /// What @p peer may have of the keyring after @p cursor.
    [[nodiscard]] virtual KeyPart keysSince(const DeviceId &peer, const QByteArray &cursor, qsizetype byteCountMax) = 0;

    /// All there is, if @p peer, which has nothing, is better off with it than with every operation in turn; else null.
    /// Outside transactions.
    [[nodiscard]] virtual std::unique_ptr<SnapshotSource> snapshotFor(const DeviceId &peer)
    {
        Q_UNUSED(peer);
        return nullptr;
    }
    /// A part of a snapshot of @p peer's; perhaps inside the journal's transaction, which it does not touch. An error:
    /// this device does without, and gets the operations.
    [[nodiscard]] virtual Status takeSnapshot(const DeviceId &peer, const frames::Snapshot &part)
    {
        Q_UNUSED(peer);
        Q_UNUSED(part);
        return fail(ErrorCode::Refused, QStringLiteral("snapshots are not taken here"));
    }
    /// Called after the last part, outside transactions: makes it the journal's. An error: as above.
    [[nodiscard]] virtual Status adoptSnapshot(const DeviceId &peer)
    {
        Q_UNUSED(peer);
        return fail(ErrorCode::Refused, QStringLiteral("snapshots are not taken here"));
    }
    /// Nothing more of it comes; as takeSnapshot().
    virtual void dropSnapshot(const DeviceId &peer) { Q_UNUSED(peer); }

    // Bytes beside the log: perhaps inside the journal's transaction, which they do not touch.
    /// What this device lacks and @p peer may have; asked again once that came, failed, or blobWithin passed.
    [[nodiscard]] virtual std::optional<frames::BlobWanted> blobWanted(const DeviceId &peer)
    {
        Q_UNUSED(peer);
        return std::nullopt;
    }
    /// What there is of what @p peer wants; a part without bytes and total if there is none.
    [[nodiscard]] virtual frames::BlobPart blobPart(const DeviceId &peer, const frames::BlobWanted &wanted)
    {
        Q_UNUSED(peer);
        return {wanted.blob, wanted.offset, 0, {}};
    }
    /// The next part of what was asked for.
    virtual void takeBlobPart(const DeviceId &peer, const frames::BlobPart &part)
    {
        Q_UNUSED(peer);
        Q_UNUSED(part);
    }

    /// May the origin of @p operation, which came over a link, write such a thing? Inside the journal's transaction.
    [[nodiscard]] virtual Status mayWrite(const Operation &operation)
    {
        Q_UNUSED(operation);
        return {};
    }

    // Called inside the journal's transaction; called again in the next one if that is aborted.
    [[nodiscard]] virtual QByteArray answerAsk(const DeviceId &peer, const RequestId &request,
                                               const QByteArray &body) = 0;
    virtual void answered(const DeviceId &peer, const RequestId &request, const QByteArray &body) = 0;
    /// Success once the keys are durable: only then the peer may count on them. Invalid: they make no sense; any other
    /// error: they are offered again in a later transaction.
    [[nodiscard]] virtual Status acceptKeys(const DeviceId &peer, const QByteArray &bytes,
                                            const QByteArray &cursor) = 0;
    virtual void epochRecordReceived(const DeviceId &peer, const QByteArray &record) = 0;

    // Called outside transactions.
    /// @p peer holds our keyring up to @p cursor, durably.
    virtual void keysAcknowledged(const DeviceId &peer, const QByteArray &cursor)
    {
        Q_UNUSED(peer);
        Q_UNUSED(cursor);
    }

    // Called after the commit.
    virtual void merged(const DeviceId &peer, const Journal::Merged &what) = 0;
    virtual void quarantined(const DeviceId &peer, const StreamKey &stream, const QString &why) = 0;
    /// Linked, heard a ping or pong, or ended.
    virtual void peerChanged(const DeviceId &peer, const PeerStatus &status) = 0;
};

}  // namespace muster
