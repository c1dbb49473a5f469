// Who is the hub: this device's turn, its end, and what both lead to.
#include "app/node/device.h"

#include "core/authority/standbys.h"
#include "core/venue/devices/devices.h"
#include "core/venue/scarce/rights.h"

namespace muster {

void Device::settleAuthority()
{
    const auto record = epoch();
    if (record) {
        m_journal->setEpoch(record->number);
    }
    const bool isHub = m_config.isHub && (!record || record->hub == m_journal->device());
    if (isHub != m_isHub) {
        m_isHub = isHub;
        m_isCheckDue = isHub;
        ++m_revision;
    }
    if (record && (!m_told || *m_told < record->term())) {
        m_told = record->term();
        m_isHubAnswering = true;  // Another one, perhaps.
        for (auto &[link, session] : m_sessions) {
            session->epochChanged();
            if (m_isHub) {
                session->keysGrew();  // What was ours to keep is ours to pass on now.
            }
        }
    }
}

void Device::epochRecordReceived(const DeviceId &peer, const QByteArray &bytes)
{
    Q_UNUSED(peer);
    const auto record = EpochRecord::decode(bytes);
    const auto known = epoch();
    const bool isNewer = record && (!known || known->term() < record->term()) &&
                         record->isValid(m_config.journal.event, m_config.journal.eventKey);
    if (isNewer) {
        m_config.epoch = record;
        m_epoch.reset();
        settleAuthority();
    }
}

std::optional<EpochRecord> Device::epoch()
{
    // Read again only after the journal grew; a session asks at every frame.
    if (m_epochRevision != m_revision || !m_epoch) {
        std::ignore = m_journal->read([&](State &state) { m_epoch = epochs::current(state); });
        m_epochRevision = m_revision;
        if (!m_epoch) {
            m_epoch = m_config.epoch;
        } else if (m_config.epoch && m_epoch->term() < m_config.epoch->term()) {
            m_epoch = m_config.epoch;
        }
    }
    return m_epoch;
}

/// Once for each turn, and only when the successor's own word is here: it names the life that gets what this one had.
void Device::stepDown()
{
    if (!m_config.isHub || m_isHub) {
        return;
    }
    auto &state = m_journal->state();
    const auto self = m_journal->self();
    const auto own = epochs::latestTerm(state, self.origin);
    const auto record = epochs::current(state);
    const auto life = record ? epochs::lifeOf(state, record->term()) : std::nullopt;
    const bool isDue = own && life && record->hub != self.origin &&
                       !std::ranges::count(standbys::steppedDownLives(state, *own), self.incarnation);
    if (isDue) {
        for (auto &draft : rights::handOver(state, self, {record->hub, *life}, *record)) {
            m_journal->append(std::move(draft));
        }
    }
}

/// Staff declared it lost, and it is here all the same: what it held stays out of reach, and it goes on as a new life,
/// to which the hub gives rights anew. Not who was the hub or may be: that one is looked at by a person first.
void Device::leaveLostLife()
{
    auto &state = m_journal->state();
    const auto self = m_journal->self();
    const bool isCoordinators = m_config.isHub || standbys::isStandby(state, self.origin);
    if (!isCoordinators && ledger::isSetAside(state, ledger::holder(self))) {
        m_journal->beginLife();
    }
}

Status Device::announce(Epoch number, const SigningKey &eventKey, const QStringList &addresses)
{
    const auto record = EpochRecord::make(number, m_journal->device(),
                                          addresses.first(std::min(addresses.size(), EpochRecord::addressesMax)),
                                          m_config.journal.event, eventKey);
    m_journal->setEpoch(number);
    return append([&](State &, const EventSetup &) {
        Draft draft;
        draft.kind = epochs::kind();
        draft.body = record.toCbor();
        return std::vector<Draft>{draft};
    });
}

Status Device::listenAt(const QStringList &addresses)
{
    const auto record = epoch();
    if (!m_isHub) {
        const auto known = offer();
        const bool isKnown = known && known->addresses == addresses;
        return isKnown ? Status{} : append([&](State &state, const EventSetup &) {
            return std::vector<Draft>{standbys::offered(state, m_config.journal.self.device, addresses)};
        });
    }
    std::optional<EpochRecord> told;
    std::ignore = m_journal->read([&](State &state) { told = epochs::current(state); });
    // A turn that its log has lost is begun anew: else nobody, nor its own ledger, would know of the hub before it.
    const bool isTold = told && record && told->term() == record->term() && record->addresses == addresses;
    if (isTold && !m_journal->opening().isRestored) {
        return {};
    }
    return announce(Epoch{record ? quint32(record->number) + 1 : 1}, *m_config.eventKey, addresses);
}

Status Device::takeAuthority(const SigningKey &eventKey)
{
    bool isLost = false;
    std::ignore =
        m_journal->read([&](State &state) { isLost = ledger::isSetAside(state, ledger::holder(m_journal->self())); });
    if (m_isHub || m_isShutOut || isLost) {
        return fail(ErrorCode::Refused,
                    m_isHub ? QStringLiteral("this device is the hub already")
                            : QStringLiteral("this device was shut out or declared lost: promote another standby, or "
                                             "enrol it anew"));
    }
    if (eventKey.publicKey != m_config.journal.eventKey) {
        return fail(ErrorCode::Invalid, QStringLiteral("these are not the keys of this event"));
    }
    const auto record = epoch();
    const auto own = offer();
    m_config.isHub = true;
    m_config.eventKey = eventKey;
    return announce(Epoch{(record ? quint32(record->number) : 0) + EpochRecord::promotionStep}, eventKey,
                    own ? own->addresses : QStringList());
}

std::optional<standbys::Offer> Device::offer()
{
    std::optional<standbys::Offer> own;
    std::ignore = m_journal->read([&](State &state) { own = standbys::offerOf(state, m_journal->device()); });
    return own;
}

bool Device::wasHub(const DeviceId &device)
{
    bool wasHub = false;
    std::ignore = m_journal->read([&](State &state) { wasHub = epochs::wasHub(state, device); });
    return wasHub;
}

std::vector<DeviceId> Device::hubsLeftBehind()
{
    std::vector<DeviceId> hubs;
    std::ignore = m_journal->read([&](State &state) {
        for (const auto &term : epochs::latestTerms(state)) {
            if (rights::isLeftBehind(state, term.hub)) {
                hubs.push_back(term.hub);
            }
        }
    });
    return hubs;
}

std::vector<Device::Peer> Device::warmPeers()
{
    std::vector<Peer> peers;
    const auto hub = epoch();
    std::ignore = m_journal->read([&](State &state) {
        auto ids = standbys::all(state);
        for (const auto &term : epochs::latestTerms(state)) {
            ids.push_back(term.hub);
        }
        std::ranges::sort(ids);
        const auto twice = std::ranges::unique(ids);
        ids.erase(twice.begin(), twice.end());
        for (const auto &id : ids) {
            const auto offer = standbys::offerOf(state, id);
            const auto addresses = offer ? offer->addresses : epochs::addressesOf(state, id);
            const bool isOther = id != m_journal->device() && !(hub && hub->hub == id);
            if (isOther && !addresses.isEmpty() && !devices::isRevoked(state, id) && peers.size() < warmPeersMax) {
                peers.push_back({id, addresses});
            }
        }
    });
    return peers;
}

std::vector<Device::Peer> Device::peersToDial(const std::function<bool(const DeviceId &)> &hasCome)
{
    auto peers = warmPeers();
    if (m_config.role == QLatin1String("coordinator")) {
        std::erase_if(peers,
                      [&](const Peer &peer) { return !m_isHub || !wasHub(peer.device) || hasCome(peer.device); });
    }
    const auto record = epoch();
    if (!m_isHub && record) {
        peers.push_back({record->hub, record->addresses});
    }
    return peers;
}

}  // namespace muster
