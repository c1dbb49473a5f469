#pragma once
#include "core/journal/operation.h"

#include <variant>

/// What devices say to each other: CBOR arrays of fixed shape, [type, fields…]. The link puts a length in front.
namespace muster::frames {

constexpr quint64 protocolVersion = 1;
constexpr qsizetype sizeMax = 1024 * 1024;  ///< Of any frame; a link refuses a longer one before reading it.
constexpr qsizetype sizeAim = 64 * 1024;    ///< Bulk frames stay below.
constexpr qsizetype textLengthMax = 1024;
constexpr qsizetype opaqueSizeMax = 256 * 1024;  ///< Asks, answers, keys, epoch records.
constexpr qsizetype statusSizeMax = 4 * 1024;
constexpr qsizetype cursorSizeMax = 64;
constexpr qsizetype snapshotPartMax = 320 * 1024;  ///< Rows of SnapshotSource::partSizeMax at most, and a head.
constexpr quint64 batchCountMax = 64;
constexpr qsizetype blobPartMax = 48 * 1024;
constexpr quint64 blobSizeMax = 4 * 1024 * 1024;

/// The first frame in either direction.
struct Hello {
    quint64 protocol = protocolVersion;
    EventId event;
    QString softwareVersion;
    int foldVersion = 0;
    VersionVector vector;
    QByteArray epochRecord;  ///< Opaque; empty: none seen yet.
    qint64 wallMs = 0;
    QByteArray keyCursor;  ///< Up to where the sender has the receiver's keyring; opaque to the sender.
};

/// Batches of several streams; consecutive operations of a stream never overtake each other.
struct Operations {
    quint64 number = 0;       ///< From 1, per session and direction.
    quint64 vectorsSeen = 0;  ///< How many Vector frames its sender had obeyed: tells an old gap from a new one.
    std::vector<QByteArray> batches;  ///< Encoded; one that is malformed does not harm the others.
};

/// All operation frames up to `number` are dealt with; what `heads` name is durable here, so safe on two devices.
struct Acknowledged {
    quint64 number = 0;
    VersionVector heads;
};

/// "Begin again from here": sent when operations came that do not follow what is here.
struct Vector {
    VersionVector vector;
};

struct Ask {
    RequestId request;
    QByteArray body;
};

struct Answer {
    RequestId request;
    QByteArray body;
};

struct Keys {
    QByteArray body;
    QByteArray cursor;
};

struct KeysAcknowledged {
    QByteArray cursor;
};

struct EpochRecord {
    QByteArray body;
};

struct Ping {
    quint64 sentAt = 0;  ///< The sender's own milliseconds; comes back in Pong.
    qint64 wallMs = 0;
    quint64 unsentCount = 0;   ///< Operations that the receiver lacks, as far as the sender knows.
    quint64 oldestUnsent = 0;  ///< Hybrid time of the sender's own oldest of them, 0: none.
    QByteArray digest;
    int foldVersion = 0;
    Hash256 vectorHash;
    QByteArray status;  ///< Opaque: what the day wants to be known of a device.
};

struct Pong {
    quint64 sentAt = 0;
    qint64 wallMs = 0;
};

/// The next part of all there is, for a device that has nothing; what came since follows as operations.
struct Snapshot {
    quint64 number = 0;  ///< From 1.
    bool isLast = false;
    QByteArray part;  ///< Opaque: the journal's.
};

/// Parts up to `number` were taken. Of the last one, or of one that is refused, the receiver says Vector instead.
struct SnapshotTaken {
    quint64 number = 0;
};

/// Bytes that are stored apart from the log (a photograph) are wanted from the receiver, who may not have them. There
/// is one such request at a time: a new one replaces it.
struct BlobWanted {
    Hash256 blob;  ///< What all of its bytes hash to.
    quint64 offset = 0;
};

/// The bytes from `offset` on, at most blobPartMax. Never sent while operations wait.
struct BlobPart {
    Hash256 blob;
    quint64 offset = 0;
    quint64 total = 0;  ///< Of the whole; 0: it is not here.
    QByteArray bytes;
};

enum class ByeReason : quint8 {
    Leaving,        ///< Closing down, or the link is replaced.
    WrongProtocol,  ///< One of the two must be updated.
    WrongEvent,
    Garbage,     ///< Bytes that no device of ours sends.
    Silent,      ///< Nothing was heard for too long.
    NotAllowed,  ///< Revoked, or never enrolled.
    Overrun,     ///< More at once than the protocol allows.
};

struct Bye {
    ByeReason reason = ByeReason::Leaving;
    QString text;
};

/// A frame of a newer version: a session counts it and goes on, so that versions can mix.
struct Unknown {
    quint64 type = 0;
};

using Frame = std::variant<Hello, Operations, Acknowledged, Vector, Ask, Answer, Keys, KeysAcknowledged, EpochRecord,
                           Ping, Pong, Bye, Snapshot, SnapshotTaken, BlobWanted, BlobPart, Unknown>;

/// Types are numbers on the wire, in the order above; never reuse one. A device of before a type passes it over: who
/// asks it for a blob gets no answer, and asks another.
constexpr quint64 firstFreeType = 16;
constexpr quint64 typeMax = 255;

[[nodiscard]] QByteArray encode(const Frame &frame);
/// Invalid if @p bytes are not exactly one frame within the limits; of an unknown type only the beginning is read.
/// Nothing is allocated for lengths that only claim.
[[nodiscard]] Result<Frame> decode(QByteArrayView bytes);
[[nodiscard]] QString toString(ByeReason reason);

}  // namespace muster::frames
