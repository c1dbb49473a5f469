#pragma once
#include "core/journal/journal.h"
#include "core/sync/session_host.h"

#include <deque>

namespace muster::sync {

/// What is known of the device at the other end.
struct PeerStatus {
    enum class Comparison { NotComparable, Equal, Different };
    bool isGreeted = false;                        ///< Its hello was good.
    std::optional<Instant> heardAt;
    std::optional<StreamKey> self;                 ///< The peer's own stream: its device and present incarnation.
    std::optional<std::chrono::milliseconds> lag;  ///< Half a round trip.
    std::optional<std::chrono::milliseconds> skew; ///< The peer's wall clock minus ours, corrected by half a round trip.
    quint64 unsent = 0;                            ///< Operations of the peer's own that nobody else has, as it says.
    std::optional<WallTime> oldestUnsent;
    Comparison digest = Comparison::NotComparable;  ///< Only at equal vectors and equal fold version.
    QString software;
};

/// One link of this device to another, without the link: fed with frames, giving frames. Symmetric.
///
/// receive() is called inside the journal's transaction; then, after its fsync, committed() – or aborted(), if it
/// failed: whatever the transaction would have answered or acknowledged is forgotten, and the peer sends it again.
class Session final {
public:
    Session(Journal &journal, SessionHost &host, const DeviceId &peer, const Clock &clock);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Says hello.
    void start();
    /// Inside Journal::transact().
    void receive(const QByteArray &frame);
    void committed();
    void aborted();
    /// The journal has new operations (of this device or of other links).
    void journalGrew();
    /// The keyring has new keys.
    void keysGrew();
    /// The epoch this device knows has changed: tells the peer.
    void epochGrew();
    /// Lets time pass: pings every 2 s, silence, hello timeout.
    void tick();

    /// Sends @p ask ahead of everything else; the host hears the answer.
    void ask(const RequestId &request, const QByteArray &ask);
    /// The next frame to send, most urgent first; nothing while the window is full and nothing urgent waits.
    [[nodiscard]] std::optional<QByteArray> next();

    [[nodiscard]] const DeviceId &peer() const;
    [[nodiscard]] const PeerStatus &status() const;
    /// The link is to be closed once next() gives nothing more, and why (English, for the log).
    [[nodiscard]] std::optional<QString> closing() const;
    /// What the peer durably has, as far as it said.
    [[nodiscard]] const VersionVector &peerVector() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace muster::sync
