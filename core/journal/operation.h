#pragma once
#include "core/base/crypto.h"
#include "core/journal/hybrid_clock.h"

#include <QCborMap>

#include <map>
#include <vector>

namespace muster {

/// What a room wants to be written down; the journal adds who, when and where in the chain.
struct Draft {
    QString kind;  ///< "room.what_happened", ASCII, ≤ Operation::kindLengthMax.
    QCborMap body;
    RequestId request{};
    QString actor;       ///< Staff code; empty: self-service or the device itself.
    quint8 version = 1;  ///< Of the body's shape.
};

/// One thing that happened, for ever. Its identity is the BLAKE2b-256 of its bytes, which name its predecessor.
struct Operation {
    static constexpr qsizetype bodySizeMax = 32 * 1024;
    static constexpr qsizetype kindLengthMax = 40;
    static constexpr qsizetype actorLengthMax = 64;
    static constexpr qsizetype encodedSizeMax = bodySizeMax + 512;

    DeviceId origin;
    Incarnation incarnation{};
    Sequence sequence{};
    HybridTime time;
    Epoch epoch{};
    QString actor;
    RequestId request;
    QString kind;
    quint8 version = 1;
    QByteArray body;  ///< A CBOR map.
    OperationHash previous;

    OperationHash hash;  ///< Of the encoded bytes; set by encode's caller and by decode.

    /// The bytes that are hashed, stored and sent: a CBOR array of fixed shape.
    [[nodiscard]] QByteArray encode() const;
    /// Invalid if @p bytes are not exactly one operation within the limits. Sets `hash`. The body is not looked into.
    [[nodiscard]] static Result<Operation> decode(QByteArrayView bytes);
    /// The body as a map, or nothing if it is malformed (or nested deeper than Qt's reader allows).
    [[nodiscard]] std::optional<QCborMap> bodyMap() const;
};

[[nodiscard]] OperationHash operationHashOf(QByteArrayView encoded);

/// The event key's word that a device belongs to the event.
struct Credential {
    PublicKey device;  ///< The Ed25519 key that signs its operations.
    Signature byEvent;

    [[nodiscard]] static QByteArray message(const EventId &event, const PublicKey &device);
    [[nodiscard]] bool isValid(const EventId &event, const PublicKey &eventKey) const;
};

/// Consecutive operations of one origin and incarnation, proved by one signature over the last hash.
struct Batch {
    static constexpr qsizetype operationCountMax = 256;
    static constexpr qsizetype byteCountAim = 48 * 1024;  ///< A frame stays below 64 KiB as a rule.

    Credential author;
    std::vector<QByteArray> operations;
    Signature signature;

    [[nodiscard]] static QByteArray message(const EventId &event, const OperationHash &last);
    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static Result<Batch> decode(QByteArrayView bytes);
};

/// One end of a chain.
struct Head {
    Sequence sequence{};
    OperationHash hash;
    friend auto operator<=>(const Head &, const Head &) = default;
};

struct StreamKey {
    DeviceId origin;
    Incarnation incarnation{};
    friend auto operator<=>(const StreamKey &, const StreamKey &) = default;
};

/// What a device has: every chain's head. More than one head for a key: a fork, both branches are kept.
struct VersionVector {
    static constexpr qsizetype headCountMax = 16 * 1024;

    std::map<StreamKey, std::vector<Head>> heads;  ///< Heads of a key in ascending order.

    friend bool operator==(const VersionVector &, const VersionVector &) = default;
    [[nodiscard]] bool has(const StreamKey &key, const Head &head) const;
    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static Result<VersionVector> decode(QByteArrayView bytes);
};

}  // namespace muster
