#pragma once
#include "core/authority/epochs.h"
#include "core/base/crypto.h"

/// Devices that can become the hub when its machine is gone, and hubs that are it no more.
///
/// A device that listens *offers* itself: where it can be reached, and the key that secrets are sealed to. The hub
/// makes it a *standby* by sending it the event's keys: sealed under a passphrase, and once more to that device alone,
/// since everybody can read the log. A hub that sees a later epoch *steps down*: whatever it booked as the hub lies
/// before that operation in its chain, so that its successor, once it has it, knows all of it.
namespace muster::standbys {

inline constexpr qsizetype sealedMax = 8 * 1'024;  ///< Bytes of the keys, sealed twice.

/// A device that listens for the others.
struct Offer {
    DeviceId device;
    PublicKey key;
    QStringList addresses;
    qint64 version = 0;  ///< 0: none yet.
};

[[nodiscard]] QStringList kinds();
[[nodiscard]] Draft offered(State &state, const PublicKey &self, const QStringList &addresses);
/// @p sealed empty: a standby no more. Signed, so that no device makes itself one.
[[nodiscard]] Draft appointed(State &state, const DeviceId &device, const QByteArray &sealed, const EventId &event,
                              const SigningKey &eventKey);
[[nodiscard]] Draft steppedDown(const EpochRecord &successor);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey);

[[nodiscard]] std::optional<Offer> offerOf(State &state, const DeviceId &device);
[[nodiscard]] bool isStandby(State &state, const DeviceId &device);
[[nodiscard]] std::vector<DeviceId> all(State &state);
/// The event's keys as they were sealed to @p device, if it is a standby.
[[nodiscard]] std::optional<QByteArray> sealedFor(State &state, const DeviceId &device);
/// The lives in which the hub of @p term stepped down from it.
[[nodiscard]] std::vector<Incarnation> steppedDownLives(State &state, const Term &term);

}  // namespace muster::standbys
