// Who may become the hub, as far as it needs the data folder: passphrase, standbys, promotion.
#include "app/node/local_device.h"
#include "core/authority/standbys.h"
#include "core/venue/devices.h"

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

Result<HubKeys> LocalDevice::openedHubKeys(const QString &passphrase)
{
    if (m_folder.isHub()) {
        return m_folder.hubKeys();  // It was the hub before: they lie here in clear.
    }
    std::optional<QByteArray> box;
    std::ignore =
        m_device->journal().read([&](State &state) { box = standbys::sealedFor(state, m_device->journal().device()); });
    if (!box) {
        return fail(ErrorCode::Refused, QStringLiteral("this device is no standby: name one at the hub (muster standby "
                                                       "add), while there is one"));
    }
    const auto own = m_folder.deviceKeys();
    const auto sealed = own ? own->operations.open(*box) : Result<QByteArray>(fail(own));
    return sealed ? unsealHubKeys(*sealed, passphrase, m_membership.trust.event) : Result<HubKeys>(fail(sealed));
}

Status LocalDevice::promote(const QString &passphrase)
{
    const auto keys = openedHubKeys(passphrase);
    if (!keys) {
        return fail(keys);
    }
    // First the keys: a hub that was told so and cannot start after a power cut would be none.
    if (!m_folder.isHub()) {
        if (const auto stored = m_folder.store(*keys); !stored) {
            return stored;
        }
        if (const auto sealed = sealHubKeys(*keys, passphrase, m_membership.trust.event, m_random)) {
            std::ignore = m_folder.storeSealedHubKeys(*sealed);  // For standbys of its own.
        }
    }
    const auto taken = m_device->takeAuthority(keys->event);
    if (taken) {
        m_device->flush();
        keepStanding();
    }
    return taken;
}

bool LocalDevice::isPassphraseNeeded() const { return !m_folder.isHub(); }

}  // namespace muster
