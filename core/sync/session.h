#pragma once
#include "core/sync/safety.h"
#include "core/sync/session_host.h"

#include <deque>
#include <set>

namespace muster {

/// The conversation with one device over one link: fed with frames, gives frames.
///
/// Why it exists: links break at any byte, disks refuse, peers lag or lie; what is said in which order must be right on
/// paper and testable without a network. Both ends run the same code; any node can relay.
///
/// How to use it
///  - `receive()` for the frames of all links inside one `Journal::transact()`; then `committed()` on each of these
///    sessions, or `aborted()` if it failed (the frames are kept and come again with the next `receive()` or
///    `resume()`).
///    A transaction that fails before its work ran has received nothing: keep those frames and feed them later.
///  - After any commit, and whenever the link can take more, call `nextFrame()` until it gives nothing. Keep the link's
///    own buffer small (two bulk frames): what waits here is ordered by importance, what waits there is not.
///  - `tick()` about every half second.
///  - When `isOver()`, close the link; a new link gets a new session. Asks without an answer are asked again there
///  under
///    the same request id.
///
/// Guarantees: acknowledges and answers only what is durable; never sends what the peer is known to have; an ask never
/// waits behind operations; a bad operation stops its own stream only.
/// Limits: the constants below.
/// Threading: that of the journal. Everything but receive() and resume() outside the transaction.
class Session {
public:
    static constexpr quint64 windowMax = 4;                   ///< Unacknowledged operation frames a direction.
    static constexpr qsizetype askCountMax = 64;              ///< Open asks a direction.
    static constexpr std::size_t uncommittedMax = 256;        ///< Frames that wait for a commit.
    static constexpr std::size_t quarantineMax = 64;          ///< Streams; a peer with more is not one of ours.
    static constexpr int gapAttemptMax = 3;                   ///< A stream's gap is asked for so often.
    static constexpr quint64 snapshotWindowMax = 8;           ///< Parts of a snapshot that were not taken yet.
    static constexpr quint64 vectorCountMax = 256;            ///< Vector frames obeyed in one session.
    static constexpr std::chrono::minutes snapshotWithin{5};  ///< A peer that takes longer gets operations.
    static constexpr std::chrono::seconds blobWithin{30};     ///< An older peer never answers; a busy one late.
    static constexpr std::chrono::milliseconds blobLookEvery{250};
    static constexpr std::chrono::seconds pingEvery{2};
    static constexpr std::chrono::seconds silenceMax{15};
    static constexpr std::chrono::seconds helloWithin{5};

    /// @p peer is who the link's certificate says. All references outlive the session.
    Session(DeviceId peer, QString softwareVersion, Journal &journal, SessionHost &host, Safety &safety);

    /// One whole frame, without its length.
    void receive(QByteArrayView bytes);
    /// Frames of an aborted transaction once more. Call it in a later transaction while hasUnfinished().
    void resume();
    [[nodiscard]] bool hasUnfinished() const { return !m_again.empty(); }
    void committed();
    void aborted();

    /// The most important frame that may be sent now.
    [[nodiscard]] std::optional<QByteArray> nextFrame();
    void tick();

    /// Network: not linked, or too many open asks; the caller decides by the cut-off rule.
    [[nodiscard]] Status ask(const RequestId &request, const QByteArray &body);
    void epochChanged() { m_isEpochDue = true; }
    void keysGrew() { m_areKeysDue = true; }
    /// Says goodbye; isOver() once that is sent.
    void end(frames::ByeReason reason, const QString &text = {});

    [[nodiscard]] DeviceId peer() const { return m_peer; }
    [[nodiscard]] const PeerStatus &status() const { return m_status; }
    [[nodiscard]] bool isLinked() const { return m_status.isLinked; }
    [[nodiscard]] bool isOver() const { return m_isEnded && !m_isByeDue; }
    /// What the peer surely holds.
    [[nodiscard]] const VersionVector &peerVector() const { return m_theirs; }

private:
    /// What a transaction led to, said only after its commit.
    struct Outcome {
        quint64 acknowledge = 0;
        VersionVector heads;
        std::vector<frames::Answer> answers;
        std::vector<RequestId> answered;
        std::vector<Journal::Merged> merged;
        std::map<StreamKey, QString> bad;
        std::set<StreamKey> gaps;
        std::optional<QByteArray> keyCursor;
        std::optional<frames::Keys> refusedKeys;  ///< That the disk did not take.
    };

    void take(frames::Hello &&hello);
    void take(frames::Operations &&operations);
    void take(frames::Acknowledged &&acknowledged);
    void take(frames::Vector &&vector);
    void take(frames::Ask &&ask);
    void take(frames::Answer &&answer);
    void take(frames::Keys &&keys);
    void take(frames::KeysAcknowledged &&acknowledged);
    void take(frames::EpochRecord &&record);
    void take(frames::Ping &&ping);
    void take(frames::Pong &&pong);
    void take(frames::Bye &&bye);
    void take(frames::Snapshot &&part);
    void take(frames::SnapshotTaken &&taken);
    void take(frames::BlobWanted &&wanted);
    void take(frames::BlobPart &&part);
    void take(frames::Unknown &&unknown);

    void work(frames::Frame &&frame);
    void apply(const frames::Frame &frame);
    void apply(const frames::Operations &operations);
    void applyBatch(const QByteArray &bytes, quint64 vectorsSeen);
    void beginAgain(VersionVector &&theirs);
    void quarantine(const StreamKey &stream, const QString &why);
    void compare();
    void tellStatus();
    [[nodiscard]] Instant now() const { return m_journal->clock().monotonic(); }
    [[nodiscard]] quint64 nowMs() const;
    [[nodiscard]] qint64 wallMs() const { return toMsecs(m_journal->clock().wall()); }
    [[nodiscard]] Hash256 vectorHash() const { return hash256(m_journal->vector().encode()); }
    [[nodiscard]] frames::Hello hello();
    [[nodiscard]] frames::Ping ping();
    [[nodiscard]] std::optional<frames::Frame> nextSmall();
    [[nodiscard]] std::optional<frames::Frame> nextKeys();
    [[nodiscard]] std::optional<frames::Frame> nextSnapshot();
    void dropSnapshot();
    void adoptSnapshot();
    [[nodiscard]] std::optional<frames::Frame> nextOperations();
    [[nodiscard]] bool areOperationsWaiting() const;
    [[nodiscard]] std::optional<frames::Frame> nextBlob();

    DeviceId m_peer;
    QString m_softwareVersion;
    Journal *m_journal;
    SessionHost *m_host;
    Safety *m_safety;
    PeerStatus m_status;
    bool m_isHelloSent = false;
    bool m_isEnded = false;
    bool m_isByeDue = false;
    bool m_isStatusNew = false;
    Instant m_begun;

    // What comes in.
    std::vector<frames::Frame> m_uncommitted;
    std::vector<frames::Frame> m_again;
    Outcome m_outcome;
    quint64 m_receivedNumber = 0;
    quint64 m_settledNumber = 0;   ///< Committed here; to be acknowledged.
    qsizetype m_openAskCount = 0;  ///< The peer's, not yet answered.
    std::set<StreamKey> m_quarantined;
    std::map<StreamKey, int> m_gapAttempts;
    std::optional<frames::Ping> m_theirPing;
    quint64 m_snapshotTaken = 0;       ///< Parts of the peer's.
    bool m_isSnapshotRefused = false;  ///< Parts that were on their way are passed over.
    bool m_isSnapshotWhole = false;    ///< To be adopted after the transaction.
    bool m_isSnapshotTakenDue = false;

    // What goes out.
    std::unique_ptr<SnapshotSource> m_snapshot;
    bool m_isSnapshotWanted = false;
    bool m_isSnapshotSent = false;  ///< All of it: their vector follows.
    Instant m_snapshotBegun;
    quint64 m_snapshotSent = 0;
    quint64 m_snapshotAcknowledged = 0;
    std::deque<frames::Frame> m_talk;  ///< Asks and answers.
    std::set<RequestId> m_asked;
    std::optional<frames::Pong> m_pong;
    std::optional<QByteArray> m_keyCursorToAcknowledge;
    VersionVector m_headsToAcknowledge;
    bool m_isAcknowledgeDue = false;
    bool m_isPingDue = false;
    bool m_isEpochDue = false;
    bool m_isVectorDue = false;
    bool m_areKeysDue = false;
    bool m_areKeysInFlight = false;
    QByteArray m_peerKeyCursor;
    quint64 m_vectorsSent = 0;
    quint64 m_vectorsSeen = 0;
    Instant m_pinged;
    VersionVector m_theirs;   ///< What the peer surely holds.
    VersionVector m_assumed;  ///< And what is on its way.
    quint64 m_sentNumber = 0;
    quint64 m_acknowledgedNumber = 0;
    quint64 m_revision = 0;
    std::optional<frames::BlobWanted> m_blobRequested;  ///< By the peer.
    std::optional<frames::BlobWanted> m_blobAsked;      ///< Of the peer, on its way; the next waits for it.
    std::optional<Instant> m_blobLookedAt;              ///< When the host was last asked what it wants; unset: at once.
    std::deque<StreamKey> m_streams;                    ///< To be looked at, in turn.
    std::set<StreamKey> m_isStreamQueued;
};

}  // namespace muster
