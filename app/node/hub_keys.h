#pragma once
#include "core/base/crypto.h"

#include <QCborMap>

namespace muster {

/// What makes a device able to be the hub. Lies on the hub, readable by its owner only, so that a headless hub starts
/// without a person; and on its standbys, sealed.
struct HubKeys {
    SigningKey event;
    QByteArray caKeyPem;
    quint16 ticketKeyId = 1;
    SigningKey ticket;

    [[nodiscard]] QCborMap toCbor() const;
    [[nodiscard]] static std::optional<HubKeys> fromCbor(const QCborMap &map);
};

inline constexpr qsizetype passphraseLengthMin = 8;
inline constexpr qsizetype passphraseLengthMax = 1'024;

[[nodiscard]] bool isPassphrase(const QString &words);
[[nodiscard]] Error notAPassphrase();

/// @p keys as they may leave the hub: nobody opens them without @p passphrase, and only for this event.
/// Invalid if the passphrase is too short or too long.
[[nodiscard]] Result<QByteArray> sealHubKeys(const HubKeys &keys, const QString &passphrase, const EventId &event,
                                             Random &random);
/// Refused if the passphrase is another, or a byte was changed.
[[nodiscard]] Result<HubKeys> unsealHubKeys(const QByteArray &sealed, const QString &passphrase, const EventId &event);

}  // namespace muster
