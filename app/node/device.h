#pragma once
#include "core/people/directory.h"
#include "core/people/keyring.h"
#include "core/scan/ticket.h"
#include "core/sync/session.h"
#include "core/venue/desk.h"
#include "core/venue/views.h"

#include <deque>
#include <functional>

namespace muster {

/// A device's life without threads, sockets and timers of its own: acts and frames go in, answers and frames come out,
/// and everything that arrived together is decided and stored in one transaction.
///
/// Why it exists: the same code must run in the hall (driven by Node), and in the simulator, where time, network and
/// disk are made up.
///
/// Guarantees
///  - **Told after durable**: an answer, an acknowledgement and a relayed operation leave only after the fsync of the
///    transaction that made them. If that fails, everybody concerned is told so.
///  - **Never waits**: an ask that is not answered within askMax is decided by the cut-off rule; after one miss the hub
///    is not asked again until it is heard.
///
/// Threading: confined to one thread. Owns nothing of `World`.
class Device final : private sync::SessionHost {
public:
    static constexpr std::chrono::milliseconds askMax{150};
    static constexpr std::chrono::seconds skewMax{60};
    static constexpr std::chrono::seconds silentAfter{10};

    using Told = std::function<void(const Answer &)>;
    using LinkId = quint64;

    struct Config {
        Journal::Options journal;
        SecretKey codeKey;
        std::vector<std::pair<scan::KeyId, PublicKey>> ticketKeys;
        QString role;
        QString station;
        QString name;
        int number = 0;
        people::KeyLevel keyLevel = people::KeyLevel::Full;
        bool isHub = false;
    };
    struct World {
        const Clock &clock;
        Random &random;
        HighWater &highWater;
        const Signatures &signatures;
        people::Keyring *keyring = nullptr;      ///< None: names are never here (simulator).
        people::Directory *directory = nullptr;
        std::function<void(LinkId, const QByteArray &)> send;
    };

    [[nodiscard]] static Result<std::unique_ptr<Device>> open(Config config, World world);
    ~Device() override;

    /// Queues @p act; @p told is called by flush(), or by a later one if the hub is asked.
    void submit(Act act, Told told);
    void linkOpened(LinkId link, const DeviceId &peer);
    void linkClosed(LinkId link);
    void receive(LinkId link, QByteArray frame);
    /// Decides and stores all that is queued, then tells and sends.
    void flush();
    /// Lets time pass: pings, deadlines of asks, dead links. Call it at least every 50 ms, then flush().
    void tick();
    [[nodiscard]] bool hasWork() const { return !m_acts.empty() || !m_frames.empty(); }

    /// Writes drafts of the organiser's own (plan, list, enrolment), in one transaction.
    [[nodiscard]] Status append(const std::function<std::vector<Draft>(State &, const EventSetup &)> &make);
    [[nodiscard]] Result<people::Keyring::Kept> keepKeys(std::span<const people::KeyGrant> grants);

    [[nodiscard]] DayView day();
    [[nodiscard]] std::vector<SignInView> recent(int countMax);
    [[nodiscard]] std::vector<GuestView> search(const QString &words);
    [[nodiscard]] std::vector<GuestView> groupOf(const GuestId &guest);
    /// "recorded, not shown: done or void?"
    [[nodiscard]] std::vector<Verdict> openGrants();
    [[nodiscard]] Result<QStringList> faults();
    [[nodiscard]] EventSetup setup();
    [[nodiscard]] bool mayTalkTo(const DeviceId &device);
    [[nodiscard]] std::optional<EpochRecord> epoch();
    [[nodiscard]] Journal &journal() { return *m_journal; }
    [[nodiscard]] const Config &config() const { return m_config; }
    /// Wall clock of this device, corrected by what the hub says of it.
    [[nodiscard]] WallTime now() const;
    [[nodiscard]] bool isCutOff() const;
    [[nodiscard]] LinkView link();
    /// Grows with every transaction that changed something.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] const std::optional<Error> &storageTrouble() const { return m_trouble; }

private:
    struct Pending {  ///< An act whose ruling the hub was asked for.
        Act act;
        Door::Wanted wanted;
        Told told;
        Instant deadline;
        std::optional<Door::Ruling> ruling;
    };
    struct Queued {
        Act act;
        Told told;
    };
    struct Reply {
        Told told;
        Answer answer;
    };
    struct Frame {
        LinkId link = 0;
        QByteArray bytes;
    };

    Device(Config config, World world);
    [[nodiscard]] Status begin();

    // sync::SessionHost
    QByteArray answerAsk(const DeviceId &peer, const RequestId &request, const QByteArray &ask) override;
    void answered(const RequestId &request, const QByteArray &answer) override;
    sync::KeyPage keysSince(const DeviceId &peer, const QByteArray &cursor, qsizetype byteCountMax) override;
    QByteArray keysCursor(const DeviceId &peer) override;
    Status acceptKeys(const DeviceId &peer, const QByteArray &keys, const QByteArray &cursor) override;
    QByteArray epochRecord() override;
    void epochRecordReceived(const DeviceId &peer, const QByteArray &record) override;
    void quarantined(const StreamKey &stream, const QString &why) override;
    bool mayTalk(const DeviceId &peer) override;

    void work(std::vector<Reply> &replies);
    void decide(Queued queued, std::vector<Reply> &replies);
    void pursue(const Act &act, Door::Examined examined, Told told, std::vector<Reply> &replies);
    void settlePending(std::vector<Reply> &replies);
    void hubDuties();
    void readNames();
    [[nodiscard]] Presented present(const QByteArray &payload, const std::optional<GuestId> &guest) const;
    [[nodiscard]] std::optional<Answer> duplicateOf(const Act &act, const WalkIn &walkIn);
    [[nodiscard]] std::optional<guests::Guest> sealedGuest(const Act &act, const WalkIn &walkIn);
    [[nodiscard]] std::optional<answers::Sealed> sealAnswers(const GuestId &guest, const RequestId &request,
                                                             const QMap<QString, QString> &given);
    void name(GuestView &view);
    void name(Answer &answer);
    [[nodiscard]] Post post() const;
    [[nodiscard]] sync::Session *hubSession();
    [[nodiscard]] DeviceView viewOf(DeviceView device);

    Config m_config;
    World m_world;
    scan::KeyRing m_ticketKeys;
    Venue m_venue;
    std::unique_ptr<Journal> m_journal;
    std::map<LinkId, std::unique_ptr<sync::Session>> m_sessions;
    std::deque<Queued> m_acts;
    std::deque<Frame> m_frames;
    std::deque<Pending> m_pending;
    bool m_isHubAnswering = true;  ///< False from a missed answer until the hub is heard again.
    std::map<DeviceId, WallTime> m_lastSeen;
    QMap<QString, QString> m_quarantine;
    std::optional<std::chrono::milliseconds> m_skewToHub;
    std::optional<Error> m_trouble;
    quint64 m_revision = 0;
    bool m_isCheckDue = true;  ///< The hub's first look over all rights.
};

}  // namespace muster
