// Whom this device believes, its duties as the hub, and what becomes of it when it is believed no more.
#include "app/node/device.h"

#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/devices/roles.h"
#include "core/venue/scarce/rights.h"

namespace muster {
namespace {

QString nameOf(const StreamKey &stream)
{
    return stream.origin.toHex() + QLatin1Char('/') + QString::number(quint64(stream.incarnation), 16);
}

}  // namespace

void Device::hubDuties()
{
    auto &state = m_journal->state();
    const auto moved = m_venue.takeMoved();
    m_movedGuests.insert(m_movedGuests.end(), moved.begin(), moved.end());
    m_isCheckDue |= m_venue.takeCheckDue();
    if (moved.empty() && !m_isCheckDue) {
        return;
    }
    const auto due = rights::due(state, m_venue.setup(state), m_journal->self(), linkedStreams(),
                                 m_isCheckDue ? std::nullopt : std::optional(moved));
    m_isCheckDue = false;
    for (auto draft : due) {
        m_journal->append(std::move(draft));
    }
}

void Device::roomDuties()
{
    const bool isDue = m_venue.takeRightsDue() || m_areRightsDue || !m_movedGuests.empty();
    if (!isDue) {
        return;
    }
    const bool isAsking = std::ranges::any_of(
        m_pending, [](const Pending &pending) { return std::holds_alternative<scarce::Wanted>(pending.wanted); });
    if (isAsking) {
        m_areRightsDue = true;  // A right may be here whose grant is not: it must not go home before it is used.
        return;
    }
    m_areRightsDue = false;
    auto at = desk();
    m_movedGuests.clear();
    for (auto &draft : m_isHub ? scarce::hubDuties(at) : scarce::homeDuties(at)) {
        m_journal->append(std::move(draft));
    }
    std::ignore = m_venue.takeRightsDue();  // What this very work did.
}

std::vector<StreamKey> Device::linkedStreams() const
{
    std::vector<StreamKey> streams;
    for (const auto &[link, session] : m_sessions) {
        const auto life = m_lives.find(session->peer());
        const bool isKnown = session->isLinked() && life != m_lives.end();
        // Once each: a link that died unseen may stand beside the one that took its place.
        if (isKnown && std::ranges::find(streams, session->peer(), &StreamKey::origin) == streams.end()) {
            streams.push_back({session->peer(), life->second});
        }
    }
    // An old link may be half open still: what is dealt to a device is dealt once.
    std::ranges::sort(streams);
    const auto twice = std::ranges::unique(streams);
    streams.erase(twice.begin(), twice.end());
    return streams;
}

Status Device::mayWrite(const Operation &operation)
{
    // Judged where all operations pass. A grant is the word of whoever was the hub then, whatever its role.
    if (!m_isHub || operation.origin == m_journal->device()) {
        return {};
    }
    auto &state = m_journal->state();
    const auto held = devices::rolesOf(state, operation.origin);
    if (held.isEmpty() || roles::mayWrite(held, operation.kind) || epochs::wasHub(state, operation.origin)) {
        return {};
    }
    return fail(ErrorCode::Refused,
                QStringLiteral("a %1 wrote %2, which it may not").arg(held.join(QLatin1Char('/')), operation.kind));
}

bool Device::mayBrowse() const
{
    return m_config.role == QLatin1String("coordinator") || roles::readingOf(m_config.role) == roles::Reading::Full;
}

Device::Standing Device::standingOf(const DeviceId &device)
{
    auto standing = Standing::Unknown;
    std::ignore = m_journal->read([&](State &state) {
        standing = devices::isRevoked(state, device) ? Standing::Revoked
                   : devices::find(state, device)    ? Standing::Enrolled
                                                     : Standing::Unknown;
    });
    return standing;
}

void Device::shutOut()
{
    m_isShutOut = true;
    settleShutOut();
}

void Device::settleShutOut()
{
    if (!m_isShutOut || m_isShutOutSettled) {
        return;
    }
    m_isShutOutSettled = true;
    m_newNames.clear();  // Not to be written after all.
    m_opened.clear();
    for (auto &[link, session] : m_sessions) {
        session->end(frames::ByeReason::Leaving, QStringLiteral("this device was shut out"));
    }
    if (m_world.keyring != nullptr && m_world.directory != nullptr) {
        // If the disk refuses now, it is done at the next start.
        std::ignore = m_world.keyring->purge();
        std::ignore = m_world.directory->purge();
    }
    ++m_revision;
}

void Device::merged(const DeviceId &peer, const Journal::Merged &what)
{
    if (what.isFork || what.isOwnFork) {
        m_forks.insert(what.stream.origin);
    }
    m_isNewLifeUntold = m_isNewLifeUntold || what.isOwnFork;
    if (what.isFromFuture) {
        m_fromFuture.insert(what.stream.origin);
    }
    takeBack(what.stream);
    takeBack({peer, {}});  // What could not even be read.
}

void Device::quarantined(const DeviceId &peer, const StreamKey &stream, const QString &why)
{
    setAside(stream.origin.isNull() ? StreamKey{peer, {}} : stream, why);
}

void Device::setAside(const StreamKey &stream, const QString &why)
{
    if (m_aside.value(nameOf(stream)) == why) {
        return;
    }
    m_aside.insert(nameOf(stream), why);
    keepAside();
    if (m_world.keepQuarantine) {
        m_world.keepQuarantine(m_aside);
    }
}

void Device::takeBack(const StreamKey &stream)
{
    if (m_aside.remove(nameOf(stream)) > 0) {
        keepAside();
        if (m_world.keepQuarantine) {
            m_world.keepQuarantine(m_aside);
        }
    }
}

void Device::keepAside()
{
    m_quarantine.clear();
    for (auto at = m_aside.cbegin(); at != m_aside.cend(); ++at) {
        m_quarantine.insert(at.key().section(QLatin1Char('/'), 0, 0), at.value());
    }
    ++m_revision;
}

std::vector<FindingView> Device::findings()
{
    if (m_findingsRevision == m_revision && m_revision != 0) {
        return m_findings;
    }
    m_findings.clear();
    for (const auto &fork : m_journal->forks()) {
        m_findings.push_back(
            {FindingView::Kind::Fork, fork.origin, QString::number(quint64(fork.incarnation), 16), {}});
    }
    for (auto at = m_aside.cbegin(); at != m_aside.cend(); ++at) {
        const auto device =
            DeviceId::fromBytes(QByteArray::fromHex(at.key().section(QLatin1Char('/'), 0, 0).toLatin1()));
        m_findings.push_back({FindingView::Kind::Quarantine, device.value_or(DeviceId{}),
                              at.key().section(QLatin1Char('/'), 1), at.value()});
    }
    const auto letters = m_journal->deadLetters(DayView::findingsMax);
    for (const auto &letter : letters.value_or(std::vector<Journal::DeadLetter>())) {
        m_findings.push_back({FindingView::Kind::DeadLetter, letter.origin,
                              letter.kind + QLatin1Char(' ') + letter.operation.toHex(), letter.why});
    }
    m_findingsRevision = m_revision;
    return m_findings;
}

}  // namespace muster
