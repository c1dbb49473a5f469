#pragma once
#include "app/net/enrolment_client.h"
#include "app/net/enrolment_server.h"
#include "app/net/link_connector.h"
#include "app/net/link_listener.h"
#include "app/node/node.h"

#include <QTimer>

namespace muster {

/// The inside of a Node, on its own thread: the device, its links, its timers.
class NodeWorker final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds tickEvery{50};
    static constexpr std::chrono::seconds healthEvery{10};
    static constexpr std::chrono::milliseconds viewEvery{100};  ///< Fastest; at least once a second for the ages.

    NodeWorker(Node &node, Node::Options options);
    ~NodeWorker() override;

    /// Opens what the folder holds. NotFound: belongs to no event yet, waits for enrol().
    [[nodiscard]] Status open();
    [[nodiscard]] LocalDevice *local() { return m_local.get(); }
    /// Decides what is queued, soon; everything that arrives until then is stored together.
    void flushSoon();

    void enrol(const QString &where);
    void confirmCode(const QString &code);
    void denyCode();
    void cancelEnrolment();
    [[nodiscard]] Status openEnrolment();
    void closeEnrolment();
    /// @p compared: see NodePort. @p role: empty as the device asked for. NotFound if nobody waits under this number;
    /// of other errors the device still waits.
    [[nodiscard]] Status approve(quint64 candidate, const QString &compared = {}, const QString &role = {});
    [[nodiscard]] Status refuse(quint64 candidate);
    void cut();
    void restore();
    void whenSafe(Instant deadline, std::function<void(bool)> done);
    /// Something that a screen shows may have changed.
    void touch() { m_isViewDue = true; }
    [[nodiscard]] Identity identity();

private:
    [[nodiscard]] Status openDevice();
    [[nodiscard]] Status startNetwork();
    /// Coordinators listen, the hub or not: who is linked to a standby finds the new hub at once.
    [[nodiscard]] Status startListener(const net::TlsIdentity &identity);
    [[nodiscard]] Status startEnrolment();
    [[nodiscard]] Status announce();
    /// Under which a device may reach this one.
    [[nodiscard]] QStringList hosts() const;
    [[nodiscard]] net::LinkVerdict verdictOn(const DeviceId &device);
    /// Of the code that is shown now, those that a person would type.
    [[nodiscard]] static QStringList typedAddresses(const QString &uri);
    void introduce(const net::Candidate &candidate);
    /// This device became the hub, or is it no more.
    void settleTurn();
    void turnedAway(const DeviceId &by, net::LinkVerdict verdict);
    /// Makes room for a new device in place of one that was shut out.
    [[nodiscard]] Status leaveOldDevice();
    void addLink(net::FrameLink *link);
    void send(Device::LinkId id, const QByteArray &frame);
    void tick();
    void readHealth();
    void settleLinks();
    /// Links to whom this device should be linked to: the hub, standbys, hubs of before.
    void settleConnectors();
    void connectTo(const Device::Peer &peer);
    void publish();
    void tellUi(std::function<void(Node &)> work);
    void join(const net::EnrolmentResult &result);
    /// The keys to ask with: those of an earlier attempt, or new ones, stored.
    [[nodiscard]] Result<net::LinkKey> prepareKeys();
    void makeApplicant(const net::LinkKey &linkKey, bool isTyped);
    void failEnrolment(int failure, const QString &words);
    [[nodiscard]] Result<QByteArray> admit(const net::Candidate &candidate);

    Node &m_node;
    Node::Options m_options;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<LocalDevice> m_local;
    std::unique_ptr<net::LinkListener> m_listener;
    std::map<DeviceId, std::unique_ptr<net::LinkConnector>> m_connectors;
    std::optional<net::TlsIdentity> m_identity;  ///< While there is a network.
    bool m_isCut = false;
    quint64 m_connectorsRevision = 0;
    std::size_t m_connectorsLinks = 0;
    std::unique_ptr<net::EnrolmentServer> m_enrolment;
    std::unique_ptr<net::EnrolmentClient> m_applicant;
    std::optional<DeviceKeys> m_newKeys;
    std::map<quint64, net::Candidate> m_candidates;
    std::map<Device::LinkId, net::FrameLink *> m_links;
    Device::LinkId m_nextLink = 1;
    struct Waiter {
        Instant deadline;
        std::function<void(bool)> done;
    };
    std::vector<Waiter> m_waiters;
    QTimer m_ticker;
    std::shared_ptr<HealthSource> m_health;
    std::optional<Instant> m_healthRead;
    bool m_isFlushDue = false;
    bool m_isViewDue = true;
    quint64 m_seenRevision = 0;
    Instant m_published;
    Instant::duration m_publishCost{};
};

}  // namespace muster
