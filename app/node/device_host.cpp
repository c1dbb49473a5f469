// What the device does for its sessions: the hub's word, keys, epochs, who may talk.
#include "app/node/device.h"

#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/devices/roles.h"

namespace muster {
namespace {

/// A cursor in one keyring: its vault, then a number; opaque to the peer that keeps it.
QByteArray encodeCursor(const people::VaultId &vault, quint64 cursor)
{
    return vault.toBytes() + QByteArray::number(cursor);
}

std::optional<std::pair<people::VaultId, quint64>> decodeCursor(const QByteArray &bytes)
{
    bool isNumber = false;
    const auto vault = people::VaultId::fromBytes(
        QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), people::VaultId::size)));
    const quint64 cursor = bytes.mid(people::VaultId::size).toULongLong(&isNumber);
    return vault && isNumber ? std::optional(std::pair(*vault, cursor)) : std::nullopt;
}

}  // namespace

SessionHost::KeyPart Device::keysSince(const DeviceId &peer, const QByteArray &cursor, qsizetype byteCountMax)
{
    if (m_world.keyring == nullptr) {
        return {};
    }
    const auto known = decodeCursor(cursor);
    const quint64 from = known && known->first == m_world.keyring->vault() ? known->second : 0;
    const auto record = epoch();
    const auto device = devices::find(m_journal->state(), peer);
    const bool isHubPeer = record && record->hub == peer;
    const auto level = isHubPeer || (device && roles::readingOf(device->role) == roles::Reading::Full)
                           ? people::KeyLevel::Full
                           : people::KeyLevel::Display;
    const int count = int(std::clamp<qsizetype>(byteCountMax / 64, 1, people::grantsPerMessageMax));
    auto page = m_world.keyring->since(from, count, level);
    if (!page) {
        page = m_world.keyring->since(0, count, level);
    }
    if (!page || page->grants.empty()) {
        return {};
    }
    return {people::encodeGrants(page->grants), encodeCursor(m_world.keyring->vault(), page->cursor)};
}

QByteArray Device::keyCursorFor(const DeviceId &peer)
{
    if (m_world.keyring == nullptr) {
        return {};
    }
    const auto progress = m_world.keyring->progressOf(peer);
    return progress && *progress ? encodeCursor((*progress)->vault, (*progress)->cursor) : QByteArray();
}

std::unique_ptr<SnapshotSource> Device::snapshotFor(const DeviceId &peer)
{
    Q_UNUSED(peer);
    quint64 count = 0;
    for (const auto &[key, heads] : m_journal->vector().heads) {
        count += quint64(heads.back().sequence);
    }
    if (!m_isHub || count < m_config.snapshotFrom) {
        return nullptr;
    }
    auto snapshot = m_journal->snapshot();
    return snapshot ? std::move(*snapshot) : nullptr;
}

Status Device::takeSnapshot(const DeviceId &peer, const frames::Snapshot &part)
{
    const auto record = epoch();
    if (!record || record->hub != peer || !m_journal->vector().heads.empty()) {
        return fail(ErrorCode::Refused, QStringLiteral("the hub's alone is taken, and by a device that has nothing"));
    }
    if (part.number == 1) {
        auto target = m_journal->snapshotTarget();
        if (!target) {
            return fail(target);
        }
        m_joining = std::move(*target);
    }
    if (!m_joining) {
        return fail(ErrorCode::Refused, QStringLiteral("a part of a snapshot that was not begun"));
    }
    const auto taken = part.part.isEmpty() ? Status{} : m_joining->take(part.part);
    if (!taken) {
        m_joining.reset();
    }
    return taken;
}

Status Device::adoptSnapshot(const DeviceId &peer)
{
    Q_UNUSED(peer);
    const auto target = std::exchange(m_joining, nullptr);
    if (!target) {
        return fail(ErrorCode::Refused, QStringLiteral("no snapshot was taken"));
    }
    if (const auto adopted = m_journal->adopt(*target); !adopted) {
        return adopted;
    }
    m_venue.forget();
    ++m_revision;
    settleAuthority();
    return takeStock();
}

void Device::dropSnapshot(const DeviceId &peer)
{
    Q_UNUSED(peer);
    m_joining.reset();
}

Status Device::acceptKeys(const DeviceId &peer, const QByteArray &keys, const QByteArray &cursor)
{
    if (m_world.keyring == nullptr) {
        return {};
    }
    const auto grants = people::decodeGrants(keys);
    const auto at = decodeCursor(cursor);
    if (!grants || !at) {
        return fail(ErrorCode::Invalid, QStringLiteral("not keys of guests"));
    }
    const auto kept = m_world.keyring->put(*grants, people::Keyring::PeerProgress{peer, at->first, at->second});
    if (!kept) {
        return fail(kept);
    }
    m_opened.insert(m_opened.end(), kept->opened.begin(), kept->opened.end());
    if (m_isHub && !kept->opened.empty()) {
        for (auto &[link, session] : m_sessions) {
            session->keysGrew();
        }
    }
    return {};
}

void Device::keysAcknowledged(const DeviceId &peer, const QByteArray &cursor)
{
    const auto record = epoch();
    const auto at = decodeCursor(cursor);
    // Safe is what the hub has: others hold only what opens the names.
    if (m_world.keyring != nullptr && at && at->first == m_world.keyring->vault() && record && record->hub == peer) {
        std::ignore = m_world.keyring->settle(at->second);
        ++m_revision;
    }
}

QByteArray Device::currentEpochRecord()
{
    const auto record = epoch();
    return record ? record->encode() : QByteArray();
}

QByteArray Device::localStatus()
{
    QCborMap status{{key("life"), qint64(m_journal->self().incarnation)}, {key("trouble"), m_deviceTrouble}};
    const auto say = [&](const char *what, const auto &number) {
        if (number) {
            status.insert(key(what), qint64(*number));
        }
    };
    say("battery", m_health.batteryPercent);
    say("disk_mb", m_health.diskFreeMb);
    say("labels", m_health.labelsLeft);
    if (m_health.isCharging) {
        status.insert(key("charging"), true);
    }
    return QCborValue(status).toCbor();
}

void Device::peerChanged(const DeviceId &peer, const PeerStatus &status)
{
    BodyReader body(QCborValue::fromCbor(status.status).toMap());
    const Incarnation life{quint64(body.numberOr("life", 0, std::numeric_limits<qint64>::max(), 0))};
    const auto trouble = body.textOr("trouble");
    constexpr qint64 most = std::numeric_limits<qint32>::max();
    const Health health{body.optionalNumber("battery", 0, 100), body.flag("charging"),
                        body.optionalNumber<qint64>("disk_mb", 0, std::numeric_limits<qint64>::max()),
                        body.optionalNumber("labels", 0, most)};
    // (The end of a link says nothing new: the device may have come back over another one, in another life.)
    if (body.isGood() && status.isLinked) {
        m_troubles[peer] = trouble;
        m_peersHealth[peer] = health;
        if (life != Incarnation{} && m_lives[peer] != life) {
            m_lives[peer] = life;
            m_isCheckDue = m_isHub;  // A device that came may need numbers and headroom.
            m_areRightsDue = true;
        }
        if (life != Incarnation{} && m_returned.erase(peer) > 0) {
            m_areRightsDue = true;  // What could not go home, or on deck, while it was away can now.
        }
    }
    const auto record = epoch();
    if (record && record->hub == peer) {
        noteHub(status);
    }
    const bool isTurnedAway = status.bye && status.bye->reason == frames::ByeReason::NotAllowed;
    if (isTurnedAway && record && record->hub == peer && standingOf(peer) != Standing::Revoked) {
        shutOut();  // The hub's word, not ours about a hub that was revoked.
    }
    ++m_revision;
}

void Device::noteHub(const PeerStatus &status)
{
    constexpr std::chrono::seconds jitter{1};  // The measure trembles with the network; a disk need not.
    auto known = m_remembered;
    if (status.skew && (!known.skewToHub || std::chrono::abs(*status.skew - *known.skewToHub) > jitter)) {
        known.skewToHub = status.skew;
    }
    // Pinged, and nothing of theirs is missing here.
    const bool isWhole = status.isLinked && status.foldVersion > 0 && status.theirUnsentCount == 0;
    known.isDayKnown = known.isDayKnown || isWhole || status.comparison == Comparison::Equal;
    remember(known);
}

void Device::remember(const Remembered &known)
{
    if (known != m_remembered) {
        m_remembered = known;
        if (m_world.remember) {
            m_world.remember(known);
        }
    }
}

Result<stick::Imported> Device::importStick(QIODevice &from)
{
    auto imported = stick::read(*m_journal, from, writersLaw());
    for (const auto &what : imported ? imported->merged : std::vector<Journal::Merged>()) {
        merged(what.stream.origin, what);
    }
    m_isCheckDue = m_isHub;
    ++m_revision;
    if (!imported) {
        m_venue.forget();  // What was committed before the disk refused is in the tables; names are read at the start.
        return imported;
    }
    readNames(m_venue.takeListed());
    forgetPeople(m_venue.takeForgotten());
    auto known = m_remembered;
    known.isDayKnown = known.isDayKnown || (!imported->damage && imported->refused.isEmpty());
    remember(known);
    return imported;
}

bool Device::mayTalk(const DeviceId &peer)
{
    return peer != m_journal->device() && !devices::isRevoked(m_journal->state(), peer);
}

}  // namespace muster
