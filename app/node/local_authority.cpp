// Who may become the hub, as far as it needs the data folder: passphrase, standbys, promotion.
#include "app/node/local_device.h"
#include "core/authority/standbys.h"
#include "core/venue/devices/devices.h"

namespace muster {
namespace {

Status notTheHub()
{
    return fail(ErrorCode::Refused, QStringLiteral("only the hub does that: name its folder with --data"));
}

}  // namespace

Status LocalDevice::setPassphrase(const QString &passphrase)
{
    const auto keys = m_folder.hubKeys();
    if (!m_device->isHub() || !keys) {
        return notTheHub();
    }
    const auto sealed = sealHubKeys(*keys, passphrase, m_membership.trust.event, m_random);
    if (!sealed) {
        return fail(sealed);
    }
    if (const auto stored = m_folder.storeSealedHubKeys(*sealed); !stored) {
        return stored;
    }
    std::vector<DeviceId> standbys;
    std::ignore = m_device->journal().read([&](State &state) { standbys = standbys::all(state); });
    for (const auto &standby : standbys) {
        if (const auto sent = appoint(standby); !sent) {
            return sent;
        }
    }
    return {};
}

Status LocalDevice::appoint(const DeviceId &device)
{
    const auto keys = m_folder.hubKeys();
    if (!m_device->isHub() || !keys) {
        return notTheHub();
    }
    const auto sealed = m_folder.sealedHubKeys();
    if (!sealed) {
        return sealed.error().code == ErrorCode::NotFound
                   ? fail(ErrorCode::Refused,
                          QStringLiteral("the event's keys have no passphrase yet: muster standby passphrase"))
                   : Status(fail(sealed));
    }
    std::optional<standbys::Offer> offer;
    std::optional<devices::Device> known;
    std::ignore = m_device->journal().read([&](State &state) {
        offer = standbys::offerOf(state, device);
        known = devices::find(state, device);
    });
    if (!known || known->isRevoked || known->role != QLatin1String("coordinator") || !offer ||
        device == m_device->journal().device()) {
        return fail(ErrorCode::Refused,
                    QStringLiteral("a standby is a second coordinator, enrolled and started once: muster coordinator "
                                   "--enrol URI on that device"));
    }
    const auto box = sealTo(*sealed, offer->key, m_random);
    if (!box) {
        return fail(box);
    }
    return m_device->append([&](State &state, const EventSetup &) {
        return std::vector<Draft>{standbys::appointed(state, device, *box, m_membership.trust.event, keys->event)};
    });
}

Status LocalDevice::dismiss(const DeviceId &device)
{
    const auto keys = m_folder.hubKeys();
    if (!m_device->isHub() || !keys) {
        return notTheHub();
    }
    return m_device->append([&](State &state, const EventSetup &) {
        return std::vector<Draft>{standbys::appointed(state, device, {}, m_membership.trust.event, keys->event)};
    });
}

Result<QByteArray> LocalDevice::keysSentHere()
{
    std::optional<QByteArray> box;
    std::ignore =
        m_device->journal().read([&](State &state) { box = standbys::sealedFor(state, m_device->journal().device()); });
    if (!box) {
        return fail(ErrorCode::Refused, QStringLiteral("this device is no standby: name one at the hub (muster standby "
                                                       "add), while there is one"));
    }
    const auto own = m_folder.deviceKeys();
    return own ? own->operations.open(*box) : Result<QByteArray>(fail(own));
}

/// First the keys: a hub that was told that it is one, and cannot start after a power cut, would be none.
Status LocalDevice::takeKeys(const QString &passphrase)
{
    const auto sealed = keysSentHere();
    const auto keys =
        sealed ? unsealHubKeys(*sealed, passphrase, m_membership.trust.event) : Result<HubKeys>(fail(sealed));
    if (!keys) {
        return fail(keys);
    }
    if (const auto stored = m_folder.storeSealedHubKeys(*sealed); !stored) {
        return stored;  // For standbys of its own.
    }
    return m_folder.store(*keys);
}

Status LocalDevice::promote(const QString &passphrase)
{
    if (!m_folder.isHub()) {  // Else it was the hub before: they lie here in clear.
        if (const auto taken = takeKeys(passphrase); !taken) {
            return taken;
        }
    }
    const auto keys = m_folder.hubKeys();
    const auto promoted = keys ? m_device->takeAuthority(keys->event) : Status(fail(keys));
    if (promoted) {
        m_device->flush();
        keepStanding();
    }
    return promoted;
}

}  // namespace muster
