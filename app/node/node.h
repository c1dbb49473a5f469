#pragma once
#include "app/node/health.h"
#include "app/node/local_device.h"
#include "app/node/port.h"

#include <QHostAddress>
#include <QThread>

namespace muster {

class NodeWorker;

/// How a new device was turned down, and how it goes meanwhile.
struct EnrolmentNews {
    enum class Kind {
        Comparing,  ///< The address was typed: nothing goes on before somebody has compared the code, see
                    ///< confirmCode().
        Waiting,    ///< For the coordinator.
        Enrolled,
        Failed,
    };
    Kind kind = Kind::Waiting;
    QString code;     ///< Comparing, Waiting: six digits, the same on the coordinator's screen.
    int failure = 0;  ///< Failed: a net::EnrolmentFailure.
    QString words;    ///< Failed: English, or the coordinator's own.
};

/// A device in its process: its worker thread with journal, links and timers, seen from the UI thread.
///
/// Why it exists: the UI never waits for disk or network; everything crosses threads as values.
///
/// A folder that belongs to no event yet gives a node that is not enrolled; enrol() makes it a device.
/// Threading: made, used and destroyed on one thread with an event loop; that is where callbacks and signals come.
class Node final : public NodePort {
    Q_OBJECT

public:
    struct Options {
        QString dataFolder;
        QString role;             ///< Wanted at enrolment.
        QString name;             ///< Wanted at enrolment; empty: the host's name.
        QString station;          ///< Wanted at enrolment; empty: the coordinator chooses.
        bool isNetworked = true;  ///< False: no links, for commands on an idle folder.
        QHostAddress listenAddress = QHostAddress(QHostAddress::Any);  ///< Of a hub.
        quint16 listenPort = defaultPort;        ///< Of a hub; 0: the one used before, else the system chooses.
        bool isAutoApproving = false;            ///< For tests and for "approve all": candidates that scanned the code.
        std::shared_ptr<HealthSource> health{};  ///< None: what the system says.
    };
    static constexpr quint16 defaultPort = 4711;
    using Settled = std::function<void(const Status &)>;

    /// Starts the worker. Errors of opening come here, before anything runs.
    [[nodiscard]] static Result<std::unique_ptr<Node>> open(const Options &options);
    ~Node() override;

    void submit(Act act, Told told) override;
    void search(const QString &words, Found found) override;
    void recent(int countMax, std::function<void(const std::vector<SignInView> &)> found) override;
    void rollCall(const QString &zone, std::function<void(const RollCall &)> found) override;
    void groupOf(const GuestId &guest, Found found) override;
    void counterDesk(std::function<void(const CounterDeskView &)> found) override;
    void board(std::function<void(const queue_board::Board &)> found) override;
    void prizesFor(const QByteArray &payload, const std::optional<GuestId> &guest,
                   std::function<void(const PrizeGuestView &)> found) override;
    void openPrizes(std::function<void(const std::vector<OpenPrizeView> &)> found) override;
    void signOns(std::function<void(const staff::SignOns &)> found) override;
    void incident(const QString &number, std::function<void(const IncidentView &)> found) override;
    void approve(const QString &candidate, const QString &compared) override { approve(candidate, compared, {}, {}); }
    /// As a @p role of the coordinator's choice, whatever it asked to be; empty: as it asked.
    void approve(const QString &candidate, const QString &compared, const QString &role, Settled settled);
    void refuse(const QString &candidate) override;
    void refuse(const QString &candidate, Settled settled);
    void openEnrolment() override { openEnrolment({}); }
    void openEnrolment(Settled settled);
    void closeEnrolment() override;
    [[nodiscard]] QString enrolUri() const override { return m_enrolUri; }
    [[nodiscard]] QStringList enrolAddresses() const override { return m_enrolAddresses; }
    [[nodiscard]] QStringList typedCandidates() const override { return m_typed; }
    [[nodiscard]] Identity identity() const override { return m_identity; }
    [[nodiscard]] DayView day() const override { return m_day; }
    [[nodiscard]] WallTime now() const override;
    void reportTrouble(const QString &code) override;

    /// Asks the hub to be let in; enrolmentNews tells. @p where: the coordinator's code (muster://…), or an address
    /// that was typed, HOST:PORT. A device that was shut out comes as a new one.
    void enrol(const QString &where);
    /// Somebody saw @p code here and at the coordinator. Ignored if another code holds by now.
    void confirmCode(const QString &code);
    /// Somebody saw different codes: ends the enrolment with CodeDenied and keeps nothing of it.
    void denyCode();
    void cancelEnrolment();
    /// Pulls the cable, and puts it back: for tests and the demo.
    void cutNetwork();
    void restoreNetwork();
    /// Runs @p work on the worker thread with the device, then @p done here. For commands that read or import much.
    void call(std::function<void(LocalDevice &)> work, std::function<void()> done);
    /// Runs @p done here once everything of this device is on another one, or @p limit has passed (false).
    void whenSafe(std::chrono::milliseconds limit, std::function<void(bool)> done);
    /// The port that a hub listens on; 0 otherwise.
    [[nodiscard]] quint16 port() const { return m_port; }

Q_SIGNALS:
    void enrolmentNews(const muster::EnrolmentNews &news);

private:
    friend class NodeWorker;
    Node();
    void post(std::function<void(NodeWorker &)> work);
    /// Runs @p read with the device, then @p found here with what it gave. Nothing changes by being looked at: no new
    /// view of the day is due, so a screen may look whenever the day changes.
    template<class View>
    void look(std::function<View(Device &)> read, std::function<void(const View &)> found);
    /// Posts @p work; its failure is everybody's to see, and @p settled is told how it went.
    void attempt(std::function<Status(NodeWorker &)> work, Settled settled);
    void take(DayView day, std::optional<Identity> identity, const std::optional<Error> &trouble,
              std::chrono::milliseconds correction);

    QThread m_thread;
    NodeWorker *m_worker = nullptr;
    Identity m_identity;
    DayView m_day;
    QString m_enrolUri;
    QStringList m_enrolAddresses;
    QStringList m_typed;
    quint16 m_port = 0;
    std::chrono::milliseconds m_correction{0};  ///< Of the wall clock, by what the hub says.
    bool m_wasCutOff = false;
    bool m_isInTrouble = false;
};

}  // namespace muster
