#include "app/node/data_folder.h"

#include "core/journal/body.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QThread>

#include <algorithm>

namespace muster {
namespace {

constexpr auto membershipFile = "membership.cbor";
constexpr auto deviceKeyFile = "device.key";
constexpr auto hubKeyFile = "hub.key";
constexpr auto sealedKeyFile = "hub.sealed";
constexpr auto shutOutFile = "shut-out";
constexpr auto quarantineFile = "quarantine.cbor";
constexpr auto lockFile = "lock";
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr qint64 fileBytesMax = 1024 * 1024;

}  // namespace

QCborMap EventTrust::toCbor() const
{
    QCborArray tickets;
    for (const auto &ticket : ticketKeys) {
        tickets.append(QCborArray{ticket.id, ticket.key.toBytes()});
    }
    return {{key("event"), event.toBytes()},
            {key("event_key"), eventKey.toBytes()},
            {key("code_key"), codeKey.toBytes()},
            {key("ca"), caPem},
            {key("tickets"), tickets},
            {key("epoch"), epoch.toCbor()}};
}

std::optional<EventTrust> EventTrust::fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    EventTrust trust;
    trust.event = body.id<EventId>("event");
    trust.eventKey = body.id<PublicKey>("event_key");
    trust.codeKey = body.id<SecretKey>("code_key");
    trust.caPem = body.bytes("ca");
    for (const auto &value : body.array("tickets", 64)) {
        const auto row = value.toArray();
        const auto ticketKey = PublicKey::fromBytes(row.at(1).toByteArray());
        body.require(ticketKey.has_value());
        trust.ticketKeys.push_back({quint16(row.at(0).toInteger()), ticketKey.value_or(PublicKey{})});
    }
    const auto epoch = EpochRecord::fromCbor(map.value(key("epoch")).toMap());
    body.require(epoch.has_value());
    trust.epoch = epoch.value_or(EpochRecord{});
    return body.isGood() ? std::optional(trust) : std::nullopt;
}

QByteArray Membership::encode() const
{
    const QCborMap map{{key("trust"), trust.toCbor()},
                       {key("device"), credential.device.toBytes()},
                       {key("credential"), credential.byEvent.toBytes()},
                       {key("number"), number},
                       {key("name"), name},
                       {key("role"), role},
                       {key("station"), station},
                       {key("keys"), int(keyLevel)}};
    return QCborValue(map).toCbor();
}

Result<Membership> Membership::decode(const QByteArray &bytes)
{
    const auto map = QCborValue::fromCbor(bytes).toMap();
    BodyReader body(map);
    Membership membership;
    const auto trust = EventTrust::fromCbor(map.value(key("trust")).toMap());
    body.require(trust.has_value());
    membership.trust = trust.value_or(EventTrust{});
    membership.credential = {body.id<PublicKey>("device"), body.id<Signature>("credential")};
    membership.number = int(body.number("number", 0, 1'000'000));
    membership.name = body.text("name");
    membership.role = body.text("role");
    membership.station = body.textOr("station");
    membership.keyLevel = people::KeyLevel(body.number("keys", 0, 1));
    if (!body.isGood()) {
        return fail(ErrorCode::Invalid, QStringLiteral("what the coordinator sent is not a membership"));
    }
    return membership;
}

QString DataFolder::file(const char *name) const { return QDir(m_path).filePath(QLatin1String(name)); }

Status DataFolder::prepare() const
{
    if (!QDir().mkpath(m_path)) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot make the folder %1: check its parent").arg(m_path));
    }
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

void DataFolder::closeToOthers() const
{
    // SQLite gives its helper files the permissions of the database, so that it must exist with the right ones first.
    QFile journal(journalFile());
    if (!journal.exists() && journal.open(QIODevice::WriteOnly)) {
        journal.close();
    }
    const auto files = QDir(m_path).entryInfoList(QDir::Files | QDir::Hidden);
    for (const auto &entry : files) {
        QFile::setPermissions(entry.filePath(), ownerOnly);
    }
}

Status DataFolder::lock(std::chrono::milliseconds patience)
{
    m_lock = std::make_unique<QLockFile>(file(lockFile));
    m_lock->setStaleLockTime(0);  // A lock is stale when its process is gone, however old it is.
    // Qt waits twice as long after every try: whoever asks for the status again and again would be before us each time.
    constexpr std::chrono::milliseconds tryEvery{20};
    const QDeadlineTimer deadline(patience);
    while (!m_lock->tryLock(0)) {
        if (deadline.hasExpired()) {
            m_lock.reset();
            return fail(ErrorCode::Refused,
                        QStringLiteral("another Muster runs on %1: use it, or close it first").arg(m_path));
        }
        QThread::msleep(static_cast<unsigned long>(tryEvery.count()));
    }
    return {};
}

QString DataFolder::socketName() const
{
    const auto canonical = QDir(m_path).canonicalPath().toUtf8();
    return QStringLiteral("muster-") +
           QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex().left(24));
}

Result<QCborMap> DataFolder::readMap(const char *name) const
{
    QFile stored(file(name));
    if (!stored.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 holds no %2").arg(m_path, QLatin1String(name)));
    }
    if (!stored.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("cannot read %1: %2").arg(stored.fileName(), stored.errorString()));
    }
    const auto value = QCborValue::fromCbor(stored.read(fileBytesMax));
    if (!value.isMap()) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("%1 is damaged: restore it or enrol anew").arg(stored.fileName()));
    }
    return value.toMap();
}

Status DataFolder::writeMap(const char *name, const QCborMap &map) const
{
    QSaveFile stored(file(name));
    const auto bytes = QCborValue(map).toCbor();
    if (!stored.open(QIODevice::WriteOnly) || !stored.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        stored.write(bytes) != bytes.size() || !stored.commit()) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(file(name), stored.errorString()));
    }
    return {};
}

Result<Membership> DataFolder::membership() const
{
    QFile stored(file(membershipFile));
    if (!stored.exists()) {
        return fail(
            ErrorCode::NotFound,
            QStringLiteral("%1 belongs to no event yet: make one with 'muster event new', or enrol").arg(m_path));
    }
    if (!stored.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("cannot read %1: %2").arg(stored.fileName(), stored.errorString()));
    }
    return Membership::decode(stored.read(fileBytesMax));
}

Status DataFolder::store(const Membership &membership) const
{
    return writeMap(membershipFile, QCborValue::fromCbor(membership.encode()).toMap());
}

Result<DeviceKeys> DataFolder::deviceKeys() const
{
    const auto map = readMap(deviceKeyFile);
    if (!map) {
        return fail(map);
    }
    BodyReader body(*map);
    const auto seed = body.id<Id<struct SeedTag, 32>>("seed");
    DeviceKeys keys{{}, body.bytes("link"), body.bytesOr("certificate")};
    if (!body.isGood()) {
        return fail(ErrorCode::Storage, QStringLiteral("%1 is damaged: enrol anew").arg(file(deviceKeyFile)));
    }
    keys.operations = SigningKey::fromSeed(seed);
    return keys;
}

Status DataFolder::store(const DeviceKeys &keys) const
{
    return writeMap(deviceKeyFile, {{key("seed"), keys.operations.seed.toBytes()},
                                    {key("link"), keys.linkKeyPem},
                                    {key("certificate"), keys.certificatePem}});
}

Result<HubKeys> DataFolder::hubKeys() const
{
    const auto map = readMap(hubKeyFile);
    if (!map) {
        return fail(map);
    }
    const auto keys = HubKeys::fromCbor(*map);
    if (!keys) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("%1 is damaged: restore it from a backup").arg(file(hubKeyFile)));
    }
    return *keys;
}

Status DataFolder::store(const HubKeys &keys) const { return writeMap(hubKeyFile, keys.toCbor()); }

Result<QByteArray> DataFolder::sealedHubKeys() const
{
    const auto map = readMap(sealedKeyFile);
    if (!map) {
        return fail(map);
    }
    BodyReader body(*map);
    const auto sealed = body.bytes("sealed");
    if (!body.isGood()) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("%1 is damaged: give the passphrase anew (muster standby passphrase)")
                        .arg(file(sealedKeyFile)));
    }
    return sealed;
}

Status DataFolder::storeSealedHubKeys(const QByteArray &sealed) const
{
    return writeMap(sealedKeyFile, {{key("sealed"), sealed}});
}

bool DataFolder::isShutOut() const { return QFile::exists(file(shutOutFile)); }

Status DataFolder::storeShutOut() const { return writeMap(shutOutFile, {}); }

Status DataFolder::setDeviceAside() const
{
    QDir folder(m_path);
    int number = 1;
    while (folder.exists(QStringLiteral("shut-out-%1").arg(number))) {
        ++number;
    }
    const auto aside = QStringLiteral("shut-out-%1").arg(number);
    const auto refuse = [this](const QString &name) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot move %1 aside: check %2").arg(name, m_path));
    };
    if (!folder.mkdir(aside)) {
        return refuse(aside);
    }
    QFile::setPermissions(folder.filePath(aside), ownerOnly | QFile::ExeOwner);
    // The membership last: until it is gone this folder is the old device, and the move is begun again.
    auto names = folder.entryList(QDir::Files | QDir::Hidden);
    const QStringList staying{QLatin1String(lockFile), QStringLiteral("settings.ini")};
    std::ranges::stable_partition(names, [](const QString &name) { return name != QLatin1String(membershipFile); });
    QDir(paperFolder()).removeRecursively();  // It names guests, whom this device is to know no more.
    const auto pictures = QFileInfo(picturesFolder()).fileName();
    if (folder.exists(pictures) && !folder.rename(pictures, aside + QLatin1Char('/') + pictures)) {
        return refuse(pictures);
    }
    for (const auto &name : names) {
        if (!staying.contains(name) && !folder.rename(name, aside + QLatin1Char('/') + name)) {
            return refuse(name);
        }
    }
    return {};
}

void DataFolder::discardDeviceKeys() const { QFile::remove(file(deviceKeyFile)); }

QMap<QString, QString> DataFolder::quarantine() const
{
    QMap<QString, QString> streams;
    const auto map = readMap(quarantineFile).value_or(QCborMap());
    for (const auto &[stream, why] : map) {
        streams.insert(stream.toString(), why.toString());
    }
    return streams;
}

Status DataFolder::storeQuarantine(const QMap<QString, QString> &streams) const
{
    QCborMap map;
    for (auto at = streams.cbegin(); at != streams.cend(); ++at) {
        map.insert(at.key(), at.value());
    }
    return writeMap(quarantineFile, map);
}

bool DataFolder::isHub() const { return QFile::exists(file(hubKeyFile)); }

}  // namespace muster
