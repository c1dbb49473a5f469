// What comes in: frames, their transaction, and what follows from its commit.
#include "core/sync/session.h"

namespace muster {

using namespace frames;

void Session::receive(QByteArrayView bytes)
{
    if (m_isEnded) {
        return;
    }
    resume();
    m_status.lastHeard = now();
    auto frame = decode(bytes);
    if (!frame) {
        end(ByeReason::Garbage, frame.error().detail);
        return;
    }
    if (!m_status.isLinked && !std::holds_alternative<Hello>(*frame) && !std::holds_alternative<Bye>(*frame)) {
        end(ByeReason::Garbage, QStringLiteral("the first frame is not a hello"));
        return;
    }
    std::visit([this](auto &&known) { take(std::move(known)); }, std::move(*frame));
}

void Session::resume()
{
    // Kept before any is tried: if the disk throws midway, aborted() finds all of them again.
    const auto from = m_uncommitted.size();
    std::ranges::move(std::exchange(m_again, {}), std::back_inserter(m_uncommitted));
    for (auto i = from; i < m_uncommitted.size(); ++i) {
        apply(m_uncommitted[i]);
    }
}

void Session::take(Hello &&hello)
{
    if (m_status.isLinked) {
        end(ByeReason::Garbage, QStringLiteral("a second hello"));
    } else if (hello.protocol != protocolVersion) {
        end(ByeReason::WrongProtocol, QStringLiteral("protocol %1 here, %2 there: update the older device")
                                          .arg(protocolVersion)
                                          .arg(hello.protocol));
    } else if (hello.event != m_journal->options().event) {
        end(ByeReason::WrongEvent, QStringLiteral("this device belongs to another event: enrol it anew"));
    } else if (!m_host->mayTalk(m_peer)) {
        end(ByeReason::NotAllowed, QStringLiteral("this device is not enrolled or was shut out"));
    } else {
        m_status.isLinked = true;
        m_status.softwareVersion = hello.softwareVersion;
        m_status.foldVersion = hello.foldVersion;
        m_isStatusNew = true;
        m_pinged = now() - pingEvery;
        m_peerKeyCursor = hello.keyCursor;
        m_host->keysAcknowledged(m_peer, m_peerKeyCursor);
        m_areKeysDue = true;
        m_safety->learn(*m_journal, hello.vector);
        m_isSnapshotWanted = hello.vector.heads.empty() && hello.foldVersion == m_journal->foldVersion();
        beginAgain(std::move(hello.vector));
        if (!hello.epochRecord.isEmpty()) {
            work(EpochRecord{hello.epochRecord});
        }
    }
}

void Session::beginAgain(VersionVector &&theirs)
{
    m_theirs = std::move(theirs);
    m_assumed = m_theirs;
    m_revision = 0;  // All streams are looked at.
}

void Session::take(Operations &&operations)
{
    if (operations.number != m_receivedNumber + 1) {
        end(ByeReason::Garbage, QStringLiteral("an operation frame out of order"));
    } else if (operations.number > m_settledNumber + windowMax) {
        end(ByeReason::Overrun, QStringLiteral("more than %1 unacknowledged operation frames").arg(windowMax));
    } else {
        ++m_receivedNumber;
        if (m_snapshotTaken > 0 && !m_isSnapshotWhole && !std::exchange(m_isSnapshotRefused, true)) {
            m_host->dropSnapshot(m_peer);  // The peer gave it up.
        }
        work(std::move(operations));
    }
}

void Session::take(Acknowledged &&acknowledged)
{
    if (acknowledged.number < m_acknowledgedNumber || acknowledged.number > m_sentNumber) {
        end(ByeReason::Garbage, QStringLiteral("an acknowledgement of what was not sent"));
        return;
    }
    m_acknowledgedNumber = acknowledged.number;
    m_safety->learn(*m_journal, acknowledged.heads);
    for (const auto &[key, heads] : acknowledged.heads.heads) {
        if (!m_journal->vector().heads.contains(key)) {
            continue;  // Cannot be of use, and could fill our memory.
        }
        for (const auto &head : heads) {
            m_journal->advance(m_theirs, key, head);
            m_journal->advance(m_assumed, key, head);
        }
    }
}

void Session::take(Vector &&vector)
{
    if (++m_vectorsSeen > vectorCountMax) {
        end(ByeReason::Overrun, QStringLiteral("asked to begin again more than %1 times").arg(vectorCountMax));
        return;
    }
    // Of a snapshot too: it was adopted, or is not wanted.
    dropSnapshot();
    m_safety->learn(*m_journal, vector.vector);
    beginAgain(std::move(vector.vector));
}

void Session::take(Ask &&ask)
{
    if (++m_openAskCount > askCountMax) {
        end(ByeReason::Overrun, QStringLiteral("more than %1 open asks").arg(askCountMax));
        return;
    }
    work(std::move(ask));
}

void Session::take(Answer &&answer)
{
    if (m_asked.contains(answer.request)) {
        work(std::move(answer));
    }
}

void Session::take(Keys &&keys) { work(std::move(keys)); }

void Session::take(KeysAcknowledged &&acknowledged)
{
    m_peerKeyCursor = acknowledged.cursor;
    m_host->keysAcknowledged(m_peer, m_peerKeyCursor);
    m_areKeysInFlight = false;
}

void Session::take(EpochRecord &&record) { work(std::move(record)); }

void Session::take(Ping &&ping)
{
    m_pong = Pong{ping.sentAt, wallMs()};
    m_status.theirUnsentCount = ping.unsentCount;
    m_status.theirOldestUnsent = {ping.oldestUnsent};
    m_status.foldVersion = ping.foldVersion;
    m_status.status = ping.status;
    m_theirPing = std::move(ping);
    m_isStatusNew = true;
}

void Session::take(Pong &&pong)
{
    if (pong.sentAt > nowMs() || nowMs() - pong.sentAt > quint64(std::chrono::milliseconds(silenceMax).count())) {
        return;
    }
    const auto lag = std::chrono::milliseconds(nowMs() - pong.sentAt);
    m_status.lag = lag;
    // A pong of a lying clock must not overflow: what differs by more than a century differs by a century.
    constexpr qint64 century = 100LL * 365 * 24 * 3600 * 1000;
    const qint64 theirs = std::clamp(pong.wallMs, wallMs() - century, wallMs() + century);
    m_status.skew = std::chrono::milliseconds(theirs - wallMs()) + lag / 2;
    m_isStatusNew = true;
}

void Session::take(Bye &&bye)
{
    m_status.bye = std::move(bye);
    m_status.isLinked = false;
    m_isEnded = true;
    m_isStatusNew = true;
}

void Session::take(Snapshot &&part)
{
    if (m_isSnapshotRefused) {
        return;
    }
    if (part.number != m_snapshotTaken + 1 || m_isSnapshotWhole) {
        end(ByeReason::Garbage, QStringLiteral("a part of a snapshot out of order"));
        return;
    }
    if (!m_host->takeSnapshot(m_peer, part)) {
        m_isSnapshotRefused = true;
        m_isVectorDue = true;
        return;
    }
    ++m_snapshotTaken;
    m_isSnapshotWhole = part.isLast;
    m_isSnapshotTakenDue = true;
}

void Session::take(SnapshotTaken &&taken)
{
    if (!m_snapshot) {
        return;  // Given up here, and they had not heard of it.
    }
    if (taken.number < m_snapshotAcknowledged || taken.number > m_snapshotSent) {
        end(ByeReason::Garbage, QStringLiteral("parts of a snapshot were taken that were not sent"));
        return;
    }
    m_snapshotAcknowledged = taken.number;
}

void Session::take(BlobWanted &&wanted) { m_blobRequested = wanted; }

void Session::take(BlobPart &&part)
{
    // One that comes late was asked of another meanwhile.
    if (m_blobAsked && m_blobAsked->blob == part.blob && m_blobAsked->offset == part.offset) {
        m_blobAsked.reset();
        m_blobLookedAt.reset();
        m_host->takeBlobPart(m_peer, part);
    }
}

void Session::take(Unknown &&unknown)
{
    Q_UNUSED(unknown);
    ++m_status.unknownFrameCount;
}

void Session::work(Frame &&frame)
{
    if (m_uncommitted.size() >= uncommittedMax) {
        end(ByeReason::Overrun, QStringLiteral("more than %1 frames wait for the disk").arg(uncommittedMax));
        return;
    }
    m_uncommitted.push_back(std::move(frame));  // First: if the disk throws in apply(), aborted() keeps it.
    apply(m_uncommitted.back());
}

void Session::apply(const Frame &frame)
{
    if (const auto *operations = std::get_if<Operations>(&frame)) {
        apply(*operations);
    } else if (const auto *ask = std::get_if<Ask>(&frame)) {
        m_outcome.answers.push_back({ask->request, m_host->answerAsk(m_peer, ask->request, ask->body)});
    } else if (const auto *answer = std::get_if<Answer>(&frame)) {
        m_host->answered(m_peer, answer->request, answer->body);
        m_outcome.answered.push_back(answer->request);
    } else if (const auto *keys = std::get_if<Keys>(&frame)) {
        if (const auto kept = m_host->acceptKeys(m_peer, keys->body, keys->cursor)) {
            m_outcome.keyCursor = keys->cursor;
        } else if (kept.error().code != ErrorCode::Invalid) {
            m_outcome.refusedKeys = *keys;  // One at a time is on its way: the peer waits for its acknowledgement.
        }
    } else if (const auto *record = std::get_if<EpochRecord>(&frame)) {
        m_host->epochRecordReceived(m_peer, record->body);
    }
}

void Session::apply(const Operations &operations)
{
    for (const auto &batch : operations.batches) {
        applyBatch(batch, operations.vectorsSeen);
    }
    m_outcome.acknowledge = operations.number;
}

void Session::applyBatch(const QByteArray &bytes, quint64 vectorsSeen)
{
    const auto batch = Batch::decode(bytes);
    if (!batch) {
        m_outcome.bad.emplace(StreamKey{}, batch.error().detail);
        return;
    }
    StreamKey key{deviceIdOf(batch->author.device), {}};
    if (const auto first = Operation::decode(batch->operations.front())) {
        key.incarnation = first->incarnation;
    }
    if (m_quarantined.contains(key) || m_outcome.bad.contains(key)) {
        return;
    }
    const auto merged =
        m_journal->merge(*batch, [this](const Operation &operation) { return m_host->mayWrite(operation); });
    if (merged) {
        m_journal->advance(m_outcome.heads, merged->stream, merged->head);
        m_journal->advance(m_theirs, merged->stream, merged->head);
        m_journal->advance(m_assumed, merged->stream, merged->head);
        m_gapAttempts.erase(merged->stream);
        if (merged->appliedCount > 0) {
            m_outcome.merged.push_back(*merged);
        }
    } else if (merged.error().code == ErrorCode::NotFound) {
        if (vectorsSeen == m_vectorsSent) {  // Else it was sent before our last request to begin again arrived.
            m_outcome.gaps.insert(key);
        }
    } else {
        m_outcome.bad.emplace(key, merged.error().detail);
    }
}

void Session::committed()
{
    m_uncommitted.clear();
    if (std::exchange(m_isSnapshotWhole, false)) {
        adoptSnapshot();
    }
    const auto outcome = std::exchange(m_outcome, {});
    if (outcome.acknowledge != 0) {
        m_settledNumber = outcome.acknowledge;
        m_isAcknowledgeDue = true;
        for (const auto &[key, heads] : outcome.heads.heads) {
            for (const auto &head : heads) {
                m_journal->advance(m_headsToAcknowledge, key, head);
            }
        }
    }
    for (const auto &request : outcome.answered) {
        m_asked.erase(request);
    }
    for (const auto &answer : outcome.answers) {
        m_talk.emplace_back(answer);
    }
    if (outcome.refusedKeys) {
        m_again.emplace_back(*outcome.refusedKeys);
    }
    if (outcome.keyCursor) {
        m_keyCursorToAcknowledge = outcome.keyCursor;
    }
    for (const auto &merged : outcome.merged) {
        m_host->merged(m_peer, merged);
    }
    for (const auto &[stream, why] : outcome.bad) {
        quarantine(stream, why);
    }
    for (const auto &stream : outcome.gaps) {
        if (++m_gapAttempts[stream] > gapAttemptMax) {
            quarantine(stream, QStringLiteral("operations before those that came are missing, and do not come"));
        } else {
            m_isVectorDue = true;
        }
    }
    compare();
    tellStatus();
}

void Session::adoptSnapshot()
{
    m_isSnapshotRefused = true;  // There is one a session.
    m_isSnapshotTakenDue = false;
    m_isVectorDue = true;
    if (!m_host->adoptSnapshot(m_peer)) {
        return;  // The vector says that nothing is here; operations follow.
    }
    for (const auto &[key, heads] : m_journal->vector().heads) {
        for (const auto &head : heads) {
            m_journal->advance(m_theirs, key, head);
            m_journal->advance(m_assumed, key, head);
        }
    }
}

void Session::aborted()
{
    // Also if the transaction failed before it could run: then what waits still waits.
    std::ranges::move(m_again, std::back_inserter(m_uncommitted));
    m_again = std::exchange(m_uncommitted, {});
    m_outcome = {};
    m_theirPing.reset();
    tellStatus();
}

void Session::quarantine(const StreamKey &stream, const QString &why)
{
    if (!m_quarantined.insert(stream).second) {
        return;
    }
    m_host->quarantined(m_peer, stream, why);
    if (m_quarantined.size() > quarantineMax) {
        end(ByeReason::Garbage, QStringLiteral("bad operations of more than %1 streams").arg(quarantineMax));
    }
}

void Session::compare()
{
    if (const auto ping = std::exchange(m_theirPing, {})) {
        const bool isComparable = ping->foldVersion == m_journal->foldVersion() && ping->vectorHash == vectorHash();
        m_status.comparison = !isComparable                                   ? Comparison::NotComparable
                              : ping->digest == m_journal->digest().toBytes() ? Comparison::Equal
                                                                              : Comparison::Different;
    }
}

}  // namespace muster
