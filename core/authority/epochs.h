#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

namespace muster {

/// One turn of authority. Devices obey the highest that they know; between two of one number (two standbys promoted
/// apart) the device decides, everywhere alike.
struct Term {
    Epoch number{};
    DeviceId hub;
    friend auto operator<=>(const Term &, const Term &) = default;
};

/// Who holds authority: signed with the event key, so that no device can make itself the hub.
struct EpochRecord {
    static constexpr qsizetype addressesMax = 16;
    static constexpr qsizetype addressLengthMax = 256;
    /// A promotion goes so far ahead: a hub that was left behind and only tells new addresses must not outrank it.
    static constexpr quint32 promotionStep = 16;

    Epoch number{};
    DeviceId hub;
    QStringList addresses;  ///< "host:port" of the hub's links.
    Signature signature;

    [[nodiscard]] Term term() const { return {number, hub}; }
    [[nodiscard]] QByteArray message(const EventId &event) const;
    [[nodiscard]] QCborMap toCbor() const;
    [[nodiscard]] static std::optional<EpochRecord> fromCbor(const QCborMap &map);
    [[nodiscard]] QByteArray encode() const { return QCborValue(toCbor()).toCbor(); }
    [[nodiscard]] static std::optional<EpochRecord> decode(const QByteArray &bytes);

    [[nodiscard]] static EpochRecord make(Epoch number, const DeviceId &hub, QStringList addresses,
                                          const EventId &event, const SigningKey &eventKey);
    [[nodiscard]] bool isValid(const EventId &event, const PublicKey &eventKey) const;
};

namespace epochs {

/// "authority.epoch": the record as its body. A record that the event key did not sign is a dead letter.
[[nodiscard]] QString kind();
[[nodiscard]] QStringList tables();
void createTables(State &state);
Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey);
/// True if any epoch known named @p device.
[[nodiscard]] bool wasHub(State &state, const DeviceId &device);
/// The highest epoch known.
[[nodiscard]] std::optional<EpochRecord> current(State &state);
/// The latest term of every device that ever was the hub.
[[nodiscard]] std::vector<Term> latestTerms(State &state);
[[nodiscard]] std::optional<Term> latestTerm(State &state, const DeviceId &hub);
/// Where @p hub was in its latest term.
[[nodiscard]] QStringList addressesOf(State &state, const DeviceId &hub);
/// Where the present turn of @p hub began: its first epoch after all of others. Nothing if another one is later.
[[nodiscard]] std::optional<Epoch> turnBegin(State &state, const DeviceId &hub);
/// True if another device was the hub before @p hub's present turn.
[[nodiscard]] bool hasPredecessor(State &state, const DeviceId &hub);
/// The life in which @p term's hub said that it is the hub.
[[nodiscard]] std::optional<Incarnation> lifeOf(State &state, const Term &term);
/// When @p term became known to its own hub.
[[nodiscard]] std::optional<HybridTime> begunAt(State &state, const Term &term);

}  // namespace epochs
}  // namespace muster
