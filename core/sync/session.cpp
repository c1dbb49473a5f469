// What goes out, in order of importance; and what time does to a session.
#include "core/sync/session.h"

namespace muster {

using namespace frames;

Session::Session(DeviceId peer, QString softwareVersion, Journal &journal, SessionHost &host, Safety &safety)
    : m_peer(peer),
      m_softwareVersion(std::move(softwareVersion)),
      m_journal(&journal),
      m_host(&host),
      m_safety(&safety),
      m_begun(now())
{
    m_status.lastHeard = m_begun;
}

quint64 Session::nowMs() const
{
    return quint64(std::chrono::duration_cast<std::chrono::milliseconds>(now().time_since_epoch()).count());
}

Status Session::ask(const RequestId &request, const QByteArray &body)
{
    if (!m_status.isLinked) {
        return fail(ErrorCode::Network, QStringLiteral("the device is not linked"));
    }
    if (body.size() > opaqueSizeMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("an ask is longer than %1 bytes").arg(opaqueSizeMax));
    }
    if (!m_asked.contains(request) && qsizetype(m_asked.size()) >= askCountMax) {
        return fail(ErrorCode::Network, QStringLiteral("more than %1 asks are open").arg(askCountMax));
    }
    if (m_asked.insert(request).second) {
        m_talk.emplace_back(Ask{request, body});
    }
    return {};
}

void Session::end(ByeReason reason, const QString &text)
{
    if (m_isEnded) {
        return;
    }
    m_isEnded = true;
    m_isByeDue = true;
    m_status.isLinked = false;
    m_status.bye = Bye{reason, text};
    m_isStatusNew = true;
}

void Session::tick()
{
    if (m_isEnded) {
        tellStatus();
        return;
    }
    if (!m_status.isLinked) {
        if (now() - m_begun >= helloWithin) {
            end(ByeReason::Silent, QStringLiteral("no hello within %1 s").arg(helloWithin.count()));
        }
    } else if (now() - m_status.lastHeard >= silenceMax) {
        end(ByeReason::Silent, QStringLiteral("nothing heard for %1 s").arg(silenceMax.count()));
    } else if (!m_host->mayTalk(m_peer)) {
        end(ByeReason::NotAllowed, QStringLiteral("this device was shut out"));
    } else if (now() - m_pinged >= pingEvery) {
        m_pinged = now();
        m_isPingDue = true;
    }
    tellStatus();
}

void Session::tellStatus()
{
    if (std::exchange(m_isStatusNew, false)) {
        m_host->peerChanged(m_peer, m_status);
    }
}

Hello Session::hello()
{
    return {protocolVersion,     m_journal->options().event,   m_softwareVersion, m_journal->foldVersion(),
            m_journal->vector(), m_host->currentEpochRecord(), wallMs(),          m_host->keyCursorFor(m_peer)};
}

Ping Session::ping()
{
    m_status.unsentCount = m_journal->missingCount(m_theirs, false);
    if (m_snapshot) {
        m_status.unsentCount = std::max<quint64>(quint64(double(m_status.unsentCount) * (1 - m_snapshot->share())), 1);
    }
    const auto oldest = m_journal->oldestMissing(m_theirs);
    return {nowMs(),
            wallMs(),
            m_status.unsentCount,
            oldest && *oldest ? (*oldest)->value : 0,
            m_journal->digest().toBytes(),
            m_journal->foldVersion(),
            vectorHash(),
            m_host->localStatus().left(statusSizeMax)};
}

std::optional<QByteArray> Session::nextFrame()
{
    if (m_isEnded) {
        return std::exchange(m_isByeDue, false) ? std::optional(encode(*m_status.bye)) : std::nullopt;
    }
    if (!std::exchange(m_isHelloSent, true)) {
        return encode(hello());
    }
    if (!m_status.isLinked) {
        return std::nullopt;
    }
    for (const auto next : {&Session::nextSmall, &Session::nextKeys, &Session::nextSnapshot, &Session::nextOperations,
                            &Session::nextBlob}) {
        if (const auto frame = (this->*next)()) {
            return encode(*frame);
        }
    }
    return std::nullopt;
}

std::optional<Frame> Session::nextSmall()
{
    if (m_pong) {
        return *std::exchange(m_pong, {});
    }
    if (!m_talk.empty()) {
        auto frame = std::move(m_talk.front());
        m_talk.pop_front();
        m_openAskCount -= std::holds_alternative<Answer>(frame) ? 1 : 0;
        return frame;
    }
    if (std::exchange(m_isEpochDue, false)) {
        return EpochRecord{m_host->currentEpochRecord()};
    }
    if (std::exchange(m_isAcknowledgeDue, false)) {
        return Acknowledged{m_settledNumber, std::exchange(m_headsToAcknowledge, {})};
    }
    if (m_keyCursorToAcknowledge) {
        return KeysAcknowledged{*std::exchange(m_keyCursorToAcknowledge, {})};
    }
    if (std::exchange(m_isSnapshotTakenDue, false)) {
        return SnapshotTaken{m_snapshotTaken};
    }
    if (std::exchange(m_isVectorDue, false)) {
        ++m_vectorsSent;
        return Vector{m_journal->vector()};
    }
    if (std::exchange(m_isPingDue, false)) {
        return ping();
    }
    return std::nullopt;
}

std::optional<Frame> Session::nextKeys()
{
    if (!m_areKeysDue || m_areKeysInFlight) {
        return std::nullopt;
    }
    auto part = m_host->keysSince(m_peer, m_peerKeyCursor, Batch::byteCountAim);
    if (part.bytes.isEmpty()) {
        m_areKeysDue = false;
        return std::nullopt;
    }
    m_areKeysInFlight = true;
    return Keys{std::move(part.bytes), std::move(part.cursor)};
}

void Session::dropSnapshot()
{
    m_isSnapshotWanted = false;
    m_snapshot.reset();
}

std::optional<Frame> Session::nextSnapshot()
{
    if (m_isSnapshotWanted) {
        if (!m_journal->isDurable()) {
            return std::nullopt;
        }
        m_isSnapshotWanted = false;
        m_snapshot = m_host->snapshotFor(m_peer);
        m_snapshotBegun = now();
    }
    if (m_snapshot && !m_isSnapshotSent && now() - m_snapshotBegun >= snapshotWithin) {
        dropSnapshot();  // It holds back our log's checkpoint.
    }
    if (!m_snapshot || m_isSnapshotSent || m_snapshotSent - m_snapshotAcknowledged >= snapshotWindowMax) {
        return std::nullopt;
    }
    auto part = m_snapshot->next(Batch::byteCountAim);
    if (!part) {
        dropSnapshot();
        return std::nullopt;
    }
    m_isSnapshotSent = part->isEmpty();
    return Snapshot{++m_snapshotSent, m_isSnapshotSent, std::move(*part)};
}

std::optional<Frame> Session::nextOperations()
{
    if (m_snapshot || m_isSnapshotWanted) {
        return std::nullopt;  // They go on where it ends.
    }
    if (m_sentNumber - m_acknowledgedNumber >= windowMax) {
        return std::nullopt;
    }
    for (const auto &key : m_journal->grownSince(m_revision)) {
        if (m_isStreamQueued.insert(key).second) {
            m_streams.push_back(key);
        }
    }
    Operations frame{m_sentNumber + 1, m_vectorsSeen, {}};
    qsizetype room = Batch::byteCountAim;
    while (!m_streams.empty() && room > 0 && frame.batches.size() < batchCountMax) {
        const StreamKey key = m_streams.front();
        const auto batch = m_journal->nextBatch(key, m_assumed, room);
        if (!batch) {
            break;  // The disk; the next call tries again.
        }
        m_streams.pop_front();
        if (!*batch) {
            m_isStreamQueued.erase(key);
            continue;
        }
        const auto &bytes = (*batch)->bytes;
        if (!frame.batches.empty() && bytes.size() > room) {
            m_streams.push_front(key);  // The first of the next frame.
            break;
        }
        m_journal->advance(m_assumed, key, (*batch)->last);
        m_streams.push_back(key);  // Behind the others: a long backlog of one never holds up the rest.
        room -= bytes.size();
        frame.batches.push_back(bytes);
    }
    if (frame.batches.empty()) {
        return std::nullopt;
    }
    ++m_sentNumber;
    return frame;
}

bool Session::areOperationsWaiting() const
{
    return m_snapshot || m_isSnapshotWanted || !m_streams.empty() || m_sentNumber != m_acknowledgedNumber;
}

/// Last of all, and one part at a time: whoever wants more says so when the part is stored.
std::optional<Frame> Session::nextBlob()
{
    if (areOperationsWaiting()) {
        return std::nullopt;
    }
    if (m_blobRequested) {
        return m_host->blobPart(m_peer, *std::exchange(m_blobRequested, {}));
    }
    const std::chrono::milliseconds patience = m_blobAsked ? blobWithin : blobLookEvery;
    if (m_blobLookedAt && now() - *m_blobLookedAt < patience) {
        return std::nullopt;
    }
    m_blobAsked = m_host->blobWanted(m_peer);
    m_blobLookedAt = now();
    return m_blobAsked ? std::optional<Frame>(*m_blobAsked) : std::nullopt;
}

}  // namespace muster
