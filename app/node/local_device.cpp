#include "app/node/local_device.h"

#include "app/node/guest_import.h"
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/incidents/incidents.h"
#include "core/venue/plan/plan_room.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace muster {
namespace {

constexpr auto rememberedFile = "remembered";

/// Losing it costs a right clock until the next link, nothing else: errors are no news.
Device::Remembered readRemembered(const DataFolder &folder)
{
    QFile file(folder.file(rememberedFile));
    const auto map = file.open(QIODevice::ReadOnly) ? QCborValue::fromCbor(file.read(1'024)).toMap() : QCborMap();
    Device::Remembered remembered;
    if (const auto skew = map.value(key("skew_ms")); skew.isInteger()) {
        remembered.skewToHub = std::chrono::milliseconds(skew.toInteger());
    }
    remembered.isDayKnown = map.value(key("day_known")).toBool();
    return remembered;
}

void writeRemembered(const DataFolder &folder, const Device::Remembered &remembered)
{
    QCborMap map{{key("day_known"), remembered.isDayKnown}};
    if (remembered.skewToHub) {
        map.insert(key("skew_ms"), qint64(remembered.skewToHub->count()));
    }
    QSaveFile file(folder.file(rememberedFile));
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(QCborValue(map).toCbor());
        file.commit();
    }
}

Status fill(LocalDevice &local, const SigningKey &eventKey, const EventSetup &setup, std::span<const GuestEntry> guests)
{
    const auto &membership = local.membership();
    auto &device = local.device();
    const auto stored = device.append([&](State &state, const EventSetup &) {
        Draft epoch;
        epoch.kind = epochs::kind();
        epoch.body = membership.trust.epoch.toCbor();
        std::vector<Draft> drafts{epoch};
        auto plan = plan_room::draftsFor(setup, state);
        std::ranges::move(plan, std::back_inserter(drafts));
        drafts.push_back(devices::enrolled({device.journal().device(), membership.number, membership.name,
                                            membership.role, membership.station, false, 1},
                                           membership.trust.event, eventKey));
        for (const auto &session : setup.sessions) {
            if (session.opensAtStart) {
                drafts.push_back(sessions::set(state, session.code, true));
            }
        }
        return drafts;
    });
    if (!stored) {
        return stored;
    }
    GuestImport import({guests.begin(), guests.end()}, membership.trust.codeKey);
    while (!import.isDone()) {
        if (const auto imported = import.storeNext(device, GuestImport::Pace::Alone); !imported) {
            return imported;
        }
    }
    device.flush();  // The hub's first duties: places and numbers.
    return {};
}

}  // namespace

Result<std::unique_ptr<LocalDevice>> LocalDevice::open(const QString &path,
                                                       std::function<void(Device::LinkId, const QByteArray &)> send,
                                                       std::chrono::milliseconds patience)
{
    initCrypto();
    std::unique_ptr<LocalDevice> local(new LocalDevice(path));
    if (!QDir(path).exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no folder %1").arg(path));
    }
    auto membership = local->m_folder.membership();
    if (!membership) {
        return fail(membership);
    }
    if (const auto locked = local->m_folder.lock(patience); !locked) {
        return fail(locked);
    }
    const auto keys = local->m_folder.deviceKeys();
    if (!keys) {
        return fail(keys);
    }
    auto keyring = people::Keyring::open(local->m_folder.keyringFile(), local->m_random);
    if (!keyring) {
        return fail(keyring);
    }
    auto directory = people::Directory::open(local->m_folder.directoryFile());
    if (!directory) {
        return fail(directory);
    }
    local->m_membership = std::move(*membership);
    local->m_keyring = std::move(*keyring);
    local->m_directory = std::move(*directory);
    local->m_blobs = std::make_unique<BlobStore>(local->m_folder.picturesFolder(), incidents::devicePictureBytesMax);
    const auto &trust = local->m_membership.trust;
    Device::Config config;
    config.journal = {local->m_folder.journalFile(), {}, trust.event, trust.eventKey, keys->operations,
                      local->m_membership.credential};
    config.codeKey = trust.codeKey;
    for (const auto &ticket : trust.ticketKeys) {
        config.ticketKeys.emplace_back(scan::KeyId{ticket.id}, ticket.key);
    }
    config.role = local->m_membership.role;
    config.station = local->m_membership.station;
    config.name = local->m_membership.name;
    config.number = local->m_membership.number;
    config.isHub = local->m_folder.isHub();
    if (config.isHub) {
        const auto hub = local->m_folder.hubKeys();
        if (!hub) {
            return fail(hub);
        }
        config.eventKey = hub->event;
    }
    config.epoch = trust.epoch;
    config.isShutOut = local->m_folder.isShutOut();
    config.quarantine = local->m_folder.quarantine();
    config.remembered = readRemembered(local->m_folder);
    local->m_folder.closeToOthers();
    if (!send) {
        send = [](Device::LinkId, const QByteArray &) {};
    }
    auto device = Device::open(std::move(config), {local->m_clock,
                                                   local->m_random,
                                                   local->m_highWater,
                                                   local->m_signatures,
                                                   local->m_keyring.get(),
                                                   local->m_directory.get(),
                                                   std::move(send),
                                                   [&folder = local->m_folder](const Device::Remembered &remembered) {
                                                       writeRemembered(folder, remembered);
                                                   },
                                                   [&folder = local->m_folder](const QMap<QString, QString> &streams) {
                                                       std::ignore = folder.storeQuarantine(streams);
                                                   },
                                                   {},
                                                   local->m_blobs.get()});
    if (!device) {
        return fail(device);
    }
    local->m_device = std::move(*device);
    local->keepStanding();
    return local;
}

void LocalDevice::keepStanding()
{
    const auto record = m_device->epoch();
    if (record && m_membership.trust.epoch.term() < record->term()) {
        auto later = m_membership;
        later.trust.epoch = *record;
        if (m_folder.store(later)) {
            m_membership = std::move(later);
        }
    }
    if (m_device->isShutOut() && !m_isShutOutKept) {
        m_isShutOutKept = m_folder.isShutOut() || m_folder.storeShutOut().has_value();
    }
}

void LocalDevice::shutOut()
{
    // First the mark: if the power fails now, the next start goes on from it.
    m_isShutOutKept = m_folder.storeShutOut().has_value();
    m_device->shutOut();
}

Answer LocalDevice::decide(Act act)
{
    Answer told;
    m_device->submit(std::move(act), [&told](const Answer &answer) { told = answer; });
    m_device->flush();
    return told;
}

Status makeEvent(const QString &path, const EventSetup &setup, std::span<const GuestEntry> guests,
                 const std::function<Result<NewAuthority>(const DeviceId &hub)> &makeAuthority)
{
    initCrypto();
    const DataFolder folder(path);
    if (QDir(path).exists() && !QDir(path).isEmpty()) {
        return fail(ErrorCode::Refused, QStringLiteral("%1 is not empty: choose another folder").arg(path));
    }
    if (const auto prepared = folder.prepare(); !prepared) {
        return prepared;
    }
    SystemRandom random;
    HubKeys hub{SigningKey::make(random), {}, 1, SigningKey::make(random)};
    DeviceKeys own{SigningKey::make(random), {}, {}};
    const auto device = deviceIdOf(own.operations.publicKey);
    const auto authority = makeAuthority(device);
    if (!authority) {
        return fail(authority);
    }
    hub.caKeyPem = authority->caKeyPem;
    own.linkKeyPem = authority->linkKeyPem;
    own.certificatePem = authority->certificatePem;
    Membership membership;
    membership.trust.event = EventId::make(random);
    membership.trust.eventKey = hub.event.publicKey;
    membership.trust.codeKey = SecretKey::make(random);
    membership.trust.caPem = authority->caPem;
    membership.trust.ticketKeys = {{hub.ticketKeyId, hub.ticket.publicKey}};
    membership.trust.epoch = EpochRecord::make(Epoch{1}, device, {}, membership.trust.event, hub.event);
    membership.credential = {own.operations.publicKey,
                             hub.event.sign(Credential::message(membership.trust.event, own.operations.publicKey))};
    membership.name = QStringLiteral("coordinator");
    membership.role = QStringLiteral("coordinator");
    membership.keyLevel = people::KeyLevel::Full;
    for (const auto &stored : {folder.store(hub), folder.store(own), folder.store(membership)}) {
        if (!stored) {
            QDir(path).removeRecursively();
            return stored;
        }
    }
    auto local = LocalDevice::open(path);
    const auto filled = local ? fill(**local, hub.event, setup, guests) : Status(fail(local));
    if (!filled) {
        local = fail(ErrorCode::Storage, {});  // Closes its files.
        QDir(path).removeRecursively();
    }
    return filled;
}

}  // namespace muster
