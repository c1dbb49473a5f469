#pragma once
#include "core/base/random.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <functional>
#include <optional>
#include <span>

namespace muster {

/// A fixed number of bytes that names one kind of thing; ids of different kinds do not mix.
template<class Tag, std::size_t N>
struct Id {
    static constexpr qsizetype size = qsizetype(N);
    std::array<quint8, N> bytes{};

    friend constexpr auto operator<=>(const Id &, const Id &) = default;

    /// All zero: "none yet".
    [[nodiscard]] constexpr bool isNull() const { return *this == Id{}; }
    [[nodiscard]] QByteArray toBytes() const
    {
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), size);  // NOLINT: bytes are bytes
    }
    [[nodiscard]] QString toHex() const { return QString::fromLatin1(toBytes().toHex()); }

    /// Nothing if @p raw is not exactly N bytes long.
    [[nodiscard]] static std::optional<Id> fromBytes(QByteArrayView raw)
    {
        if (raw.size() != size) {
            return std::nullopt;
        }
        Id id;
        std::memcpy(id.bytes.data(), raw.data(), N);
        return id;
    }
    [[nodiscard]] static std::optional<Id> fromHex(const QString &hex)
    {
        return fromBytes(QByteArray::fromHex(hex.toLatin1()));
    }
    [[nodiscard]] static Id make(Random &random)
    {
        Id id;
        random.fill(id.bytes);
        return id;
    }
};

/// First 16 bytes of the BLAKE2b-256 of the device's Ed25519 public key: a device cannot claim another's name.
using DeviceId = Id<struct DeviceTag, 16>;
using EventId = Id<struct EventTag, 16>;
/// Made once per human act and kept through every retry of it.
using RequestId = Id<struct RequestTag, 16>;
/// The list's own key hashed with the event's secret, else the first code hashed likewise.
using GuestId = Id<struct GuestTag, 16>;
/// BLAKE2b-256 of an operation's bytes: the operation's identity, and the name of what it made.
using OperationHash = Id<struct OperationTag, 32>;
using ConflictId = Id<struct ConflictTag, 16>;

/// Random, made with the database file: a restored or copied file starts a new one.
enum class Incarnation : quint64 {};
/// Per origin and incarnation, gapless from 1.
enum class Sequence : quint64 {};
/// The term of one hub; a higher one replaces a lower one for good.
enum class Epoch : quint32 {};

/// Hashes every Id; for unordered containers and QHash.
struct IdHash {
    template<class Tag, std::size_t N>
    std::size_t operator()(const Id<Tag, N> &id) const noexcept
    {
        std::size_t head = 0;  // The bytes are hashes or random already.
        std::memcpy(&head, id.bytes.data(), std::min(sizeof(head), N));
        return head;
    }
};

}  // namespace muster

template<class Tag, std::size_t N>
struct std::hash<muster::Id<Tag, N>> : muster::IdHash {
};
