#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

namespace muster {

/// Who holds authority: signed with the event key, so that no device can make itself the hub.
struct EpochRecord {
    static constexpr qsizetype addressesMax = 16;

    Epoch number{};
    DeviceId hub;
    QStringList addresses;  ///< "host:port" of the hub's links.
    Signature signature;

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

}  // namespace epochs
}  // namespace muster
