#include "app/node/hub_keys.h"

#include "core/journal/body.h"

namespace muster {
namespace {

constexpr qsizetype saltSize = 16;

QByteArray contextOf(const EventId &event) { return QByteArrayLiteral("muster hub keys\n") + event.toBytes(); }

}  // namespace

QCborMap HubKeys::toCbor() const
{
    return {{key("event"), event.seed.toBytes()},
            {key("ca"), caKeyPem},
            {key("ticket_id"), ticketKeyId},
            {key("ticket"), ticket.seed.toBytes()}};
}

std::optional<HubKeys> HubKeys::fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    const auto event = body.id<Id<struct SeedTag, 32>>("event");
    const auto ticket = body.id<Id<struct SeedTag, 32>>("ticket");
    HubKeys keys;
    keys.caKeyPem = body.bytes("ca");
    keys.ticketKeyId = quint16(body.number("ticket_id", 0, 65'535));
    if (!body.isGood()) {
        return std::nullopt;
    }
    keys.event = SigningKey::fromSeed(event);
    keys.ticket = SigningKey::fromSeed(ticket);
    return keys;
}

bool isPassphrase(const QString &words)
{
    return words.size() >= passphraseLengthMin && words.size() <= passphraseLengthMax;
}

Error notAPassphrase()
{
    return {ErrorCode::Invalid, QStringLiteral("a passphrase has %1 to %2 characters; several words are best")
                                    .arg(passphraseLengthMin)
                                    .arg(passphraseLengthMax)};
}

Result<QByteArray> sealHubKeys(const HubKeys &keys, const QString &passphrase, const EventId &event, Random &random)
{
    if (!isPassphrase(passphrase)) {
        return tl::unexpected(notAPassphrase());
    }
    QByteArray salt(saltSize, Qt::Uninitialized);
    random.fill({reinterpret_cast<quint8 *>(salt.data()), std::size_t(salt.size())});  // NOLINT: bytes are bytes
    const auto key = keyFromPassphrase(passphrase, salt);
    if (!key) {
        return fail(key);
    }
    return salt + seal(QCborValue(keys.toCbor()).toCbor(), *key, contextOf(event), random);
}

Result<HubKeys> unsealHubKeys(const QByteArray &sealed, const QString &passphrase, const EventId &event)
{
    const auto key = keyFromPassphrase(passphrase, sealed.left(saltSize));
    if (!key) {
        return fail(key);
    }
    const auto plain = unseal(sealed.mid(saltSize), *key, contextOf(event));
    const auto keys = plain ? HubKeys::fromCbor(QCborValue::fromCbor(*plain).toMap()) : std::nullopt;
    if (!keys) {
        return fail(ErrorCode::Refused,
                    QStringLiteral("this is not the passphrase of the event's keys: try again, capitals and spaces "
                                   "count"));
    }
    return *keys;
}

}  // namespace muster
