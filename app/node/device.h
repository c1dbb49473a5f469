#pragma once
#include "app/node/health.h"
#include "core/authority/standbys.h"
#include "core/people/directory.h"
#include "core/people/keyring.h"
#include "core/scan/ticket.h"
#include "core/sync/session.h"
#include "core/sync/stick.h"
#include "core/venue/day/views.h"
#include "core/venue/incidents/incident_words.h"
#include "core/venue/posts/helpers.h"
#include "core/venue/scarce/desk_views.h"
#include "core/venue/scarce/scarce.h"
#include "core/venue/staff/sign_on.h"
#include "core/venue/zones/zone_watch.h"

#include <deque>
#include <functional>

namespace muster {

class BlobStore;

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
class Device final : private SessionHost {
public:
    static constexpr std::chrono::milliseconds askMax{150};
    static constexpr std::chrono::milliseconds workMax{40};  ///< Of one transaction's frames, where there are more.
    static constexpr std::chrono::seconds skewMax{60};
    static constexpr std::size_t warmPeersMax = 3;
    static constexpr std::chrono::seconds blobAgainAfter{10};  ///< A peer that had none of it is asked again.
    static constexpr std::size_t blobsWantedMax = 1'000;
    static constexpr std::chrono::seconds silentAfter{10};          ///< So long without a link: an alarm.
    static constexpr std::chrono::seconds absentAfter{30};          ///< So long after the start never heard: an alarm.
    static constexpr std::chrono::seconds missingAfter{60};         ///< A station that no device serves for so long.
    static constexpr int batteryLow = 20;                           ///< Per cent; not charging: an alarm.
    static constexpr qint64 diskLowMb = 500;                        ///< Less than this: an alarm.
    static constexpr std::size_t newNamesMax = 20'000;              ///< Names that wait to be written together,
    static constexpr std::chrono::milliseconds newNamesFor{1'000};  ///< and how long, while more keep coming.

    using Told = std::function<void(const Answer &)>;
    using LinkId = quint64;

    /// What a device knows beside its log and needs again after a restart.
    struct Remembered {
        std::optional<std::chrono::milliseconds> skewToHub;  ///< The hub's wall clock minus ours.
        bool isDayKnown = false;                             ///< It has once held all that the hub held.
        friend bool operator==(const Remembered &, const Remembered &) = default;
    };
    struct Config {
        Journal::Options journal;
        SecretKey codeKey;
        std::vector<std::pair<scan::KeyId, PublicKey>> ticketKeys;
        QString role;
        QString station;
        QString name;
        int number = 0;
        bool isHub = false;
        std::optional<SigningKey> eventKey;  ///< Where devices can be enrolled and revoked.
        bool isShutOut = false;              ///< The coordinator said so before.
        QMap<QString, QString> quarantine;   ///< As keepQuarantine() gave it last.
        std::optional<EpochRecord> epoch;    ///< As known from enrolment; the log may know a later one.
        Remembered remembered;
        quint64 snapshotFrom = 1'000;  ///< So many operations: a new device gets a snapshot instead.
    };
    struct World {
        const Clock &clock;
        Random &random;
        HighWater &highWater;
        const Signatures &signatures;
        people::Keyring *keyring = nullptr;  ///< None: names are never here (simulator).
        people::Directory *directory = nullptr;
        std::function<void(LinkId, const QByteArray &)> send;
        std::function<void(const Remembered &)> remember = {};  ///< Keeps it for the next start.
        /// Keeps what is set aside, for the next start: "device/incarnation" in hex → why.
        std::function<void(const QMap<QString, QString> &)> keepQuarantine{};
        /// Another fold around the venue's own (simulator); none: the venue's.
        std::function<std::unique_ptr<Fold>(Fold &venue)> foldAround = {};
        BlobStore *blobs = nullptr;  ///< None: this device keeps no pictures.
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
    /// Something waits for a flush; also after one, which lets no backlog keep an ask waiting.
    [[nodiscard]] bool hasWork() const { return !m_acts.empty() || !m_frames.empty(); }
    /// Links to be closed, and why (English, for the log).
    [[nodiscard]] std::vector<std::pair<LinkId, QString>> closingLinks() const;

    /// Writes drafts of the organiser's own (plan, list, enrolment), in one transaction.
    [[nodiscard]] Status append(const std::function<std::vector<Draft>(State &, const EventSetup &)> &make);

    struct Imported {
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        int walkIns = 0;      ///< Rows of an export that are walk-ins of the door: left as they are.
        QStringList tooLong;  ///< Keys of guests whose texts exceed the limits; they were left out.
    };
    /// Takes what a stick carries, as if it had come over a link. Keys do not travel on sticks: names come later.
    [[nodiscard]] Result<stick::Imported> importStick(QIODevice &from);
    /// Adds and updates guests of the list; the same list again changes nothing. At the hub, or before it starts.
    /// All of @p entries at once, each guest once; GuestImport takes whole lists.
    [[nodiscard]] Result<Imported> importGuests(std::span<const GuestEntry> entries);
    /// Names that wait to be written into the directory, and writing them: a search does it anyhow.
    [[nodiscard]] std::size_t newNamesCount() const { return m_newNames.size(); }
    Status storeNewNames() { return storeNames(namesPoint()); }
    /// The issue of @p guest's ticket that is good; earlier ones are refused.
    [[nodiscard]] quint32 ticketIssueOf(const GuestId &guest);
    /// Every guest of the list, with the names that are here.
    [[nodiscard]] Status forEachGuest(const std::function<void(const GuestId &, const GuestEntry &)> &visit);

    [[nodiscard]] DayView day();
    [[nodiscard]] std::vector<SignInView> recent(int countMax);
    [[nodiscard]] std::vector<GuestView> search(const QString &words);
    [[nodiscard]] std::vector<GuestView> groupOf(const GuestId &guest);
    /// What the counter, the prize desk or the board at this device's station looks at.
    [[nodiscard]] CounterDeskView counterDesk();
    [[nodiscard]] queue_board::Board board();
    [[nodiscard]] PrizeGuestView prizesFor(const QByteArray &payload, const std::optional<GuestId> &guest);
    [[nodiscard]] std::vector<OpenPrizeView> openPrizes();
    /// Who signed on at this device, and whom a PIN is asked of.
    [[nodiscard]] staff::SignOns signOns();
    /// An incident with all its entries; with their words as far as this device may read them.
    [[nodiscard]] std::optional<IncidentView> incident(const QString &number);
    /// All of the day, the oldest first, without entries.
    [[nodiscard]] std::vector<IncidentView> allIncidents();
    /// The bytes of a photograph. NotFound: it is not here, and asked for from now on where the log knows it; Refused:
    /// it may not be seen here.
    [[nodiscard]] Result<QByteArray> picture(const Hash256 &blob);
    /// Everybody inside, by zone (of one zone if given).
    [[nodiscard]] RollCall rollCall(const QString &zone);
    /// The acts of @p guest, or of everybody, oldest first; the last @p countMax.
    [[nodiscard]] Result<std::vector<AuditView>> audit(const std::optional<GuestId> &guest, int countMax);
    /// The guest with this code or key, if exactly one has it.
    [[nodiscard]] std::optional<GuestId> guestWithCode(const QByteArray &payload);
    /// What the door at @p station (empty: here) would say to @p payload; writes nothing, asks nobody. Questions that
    /// are still open do not count against it.
    [[nodiscard]] Answer look(const QByteArray &payload, const QString &station);
    /// "recorded, not shown: done or void?"
    [[nodiscard]] std::vector<OpenGrantView> openGrants();
    [[nodiscard]] Result<QStringList> faults();
    [[nodiscard]] EventSetup setup();
    enum class Standing { Unknown, Enrolled, Revoked };
    [[nodiscard]] Standing standingOf(const DeviceId &device);
    /// This device judges: it holds the keys, and no later epoch names another one.
    [[nodiscard]] bool isHub() const { return m_isHub; }
    /// This device was revoked: it refuses every act, and what it knew of guests is destroyed.
    [[nodiscard]] bool isShutOut() const { return m_isShutOut; }
    /// The coordinator said that this device is revoked.
    void shutOut();
    /// May whoever stands here look through the list of guests?
    [[nodiscard]] bool mayBrowse() const;
    /// What came and could not be taken as it is.
    [[nodiscard]] std::vector<FindingView> findings();
    /// The law for operations of others, whichever way they come.
    [[nodiscard]] Journal::Check writersLaw()
    {
        return [this](const Operation &operation) { return mayWrite(operation); };
    }
    [[nodiscard]] std::optional<EpochRecord> epoch();
    /// Where this device's listener can be reached: of the hub a new epoch says so, of others an offer to stand by.
    /// Nothing is written if that is known already.
    [[nodiscard]] Status listenAt(const QStringList &addresses);
    [[nodiscard]] std::optional<standbys::Offer> offer();
    /// Makes this device the hub: one deliberate act of a person, at a standby. Refused if it is the hub, or was shut
    /// out or declared lost.
    [[nodiscard]] Status takeAuthority(const SigningKey &eventKey);
    /// A standby, or a hub of before.
    struct Peer {
        DeviceId device;
        QStringList addresses;
        friend bool operator==(const Peer &, const Peer &) = default;
    };
    /// With whom a link is kept beside the hub's: who may become the hub, and who may not know yet that it is it no
    /// more.
    [[nodiscard]] std::vector<Peer> warmPeers();
    /// Whom this device dials: the hub, and its warm peers. Two that both listen would link to each other twice: of
    /// them, only who is not the hub goes to it; and the hub to a hub of before that does not come by itself (@p
    /// hasCome), since it may not know yet.
    [[nodiscard]] std::vector<Peer> peersToDial(const std::function<bool(const DeviceId &)> &hasCome);
    [[nodiscard]] bool wasHub(const DeviceId &device);
    /// Hubs of before that neither stepped down nor were declared lost.
    [[nodiscard]] std::vector<DeviceId> hubsLeftBehind();
    [[nodiscard]] Journal &journal() { return *m_journal; }
    [[nodiscard]] const Config &config() const { return m_config; }
    /// Wall clock of this device, corrected by what the hub says of it.
    [[nodiscard]] WallTime now() const;
    [[nodiscard]] bool isCutOff() const;
    [[nodiscard]] LinkView link();
    /// Grows with every transaction that changed something.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// Six digits that only devices of the event can work out; a kiosk's menu asks for them.
    [[nodiscard]] QString staffPin() const;
    /// A code for staff that this device's camera, printer … is out of order; empty: well.
    void setTrouble(const QString &code) { m_deviceTrouble = code; }
    /// How the machine does; told to the others in every ping.
    void setHealth(const Health &health) { m_health = health; }
    [[nodiscard]] const std::optional<Error> &storageTrouble() const { return m_trouble; }

private:
    using Case = std::variant<Door::Wanted, scarce::Wanted>;  ///< What the hub is asked for,
    using Word = std::variant<Door::Ruling, scarce::Ruling>;  ///< and what it says: of the same kind.
    struct Pending {                                          ///< An act that the hub was asked for.
        Act act;
        Case wanted;
        Told told;
        Instant deadline;
        std::optional<Word> word;
        Incarnation life{};  ///< That asked.
    };
    struct Queued {
        Act act;
        Told told;
    };
    struct Reply {
        Told told;
        Answer answer;
    };

    Device(Config config, World world);
    [[nodiscard]] Status begin();
    /// Everything that is kept beside the journal, taken from it: at the start, and when it was replaced.
    [[nodiscard]] Status takeStock();
    [[nodiscard]] Status catchUpNames();
    void pump();
    void abandon(const Error &why, std::vector<Reply> &replies);
    [[nodiscard]] bool isPendingDue() const;
    [[nodiscard]] std::optional<WallTime> hubHeardAt() const;
    [[nodiscard]] std::optional<GuestId> guestOf(const QByteArray &payload);

    // SessionHost
    Status mayWrite(const Operation &operation) override;
    bool mayTalk(const DeviceId &peer) override;
    QByteArray currentEpochRecord() override;
    QByteArray localStatus() override;
    QByteArray keyCursorFor(const DeviceId &peer) override;
    KeyPart keysSince(const DeviceId &peer, const QByteArray &cursor, qsizetype byteCountMax) override;
    QByteArray answerAsk(const DeviceId &peer, const RequestId &request, const QByteArray &body) override;
    void answered(const DeviceId &peer, const RequestId &request, const QByteArray &body) override;
    void keysAcknowledged(const DeviceId &peer, const QByteArray &cursor) override;
    std::unique_ptr<SnapshotSource> snapshotFor(const DeviceId &peer) override;
    Status takeSnapshot(const DeviceId &peer, const frames::Snapshot &part) override;
    Status adoptSnapshot(const DeviceId &peer) override;
    void dropSnapshot(const DeviceId &peer) override;
    std::optional<frames::BlobWanted> blobWanted(const DeviceId &peer) override;
    frames::BlobPart blobPart(const DeviceId &peer, const frames::BlobWanted &wanted) override;
    void takeBlobPart(const DeviceId &peer, const frames::BlobPart &part) override;
    Status acceptKeys(const DeviceId &peer, const QByteArray &bytes, const QByteArray &cursor) override;
    void epochRecordReceived(const DeviceId &peer, const QByteArray &record) override;
    void merged(const DeviceId &peer, const Journal::Merged &what) override;
    void quarantined(const DeviceId &peer, const StreamKey &stream, const QString &why) override;
    void peerChanged(const DeviceId &peer, const PeerStatus &status) override;

    void work(std::vector<Reply> &replies);
    void takeFrames();
    void take(LinkId link, const QByteArray &frame);
    void decide(const Queued &queued, std::vector<Reply> &replies);
    void decideAtDesk(const Queued &queued, std::vector<Reply> &replies);
    [[nodiscard]] Answer decideAlone(Desk &desk, const Act &act);
    [[nodiscard]] Answer attachPicture(Desk &desk, const Act &act, const incidents::Attach &command);
    /// The hub collects all pictures.
    void collectBlobs();
    /// What opens sealed words; null where the event's key is not.
    [[nodiscard]] const incidents::Reader *reader();
    void showPictures(IncidentView &view) const;
    void reveal(DayView &day);
    void pursue(const Act &act, Door::Examined examined, Told told, std::vector<Reply> &replies);
    void ask(const Act &act, Case wanted, Told told, std::vector<Reply> &replies);
    [[nodiscard]] Word judge(const Case &wanted, const StreamKey &asker, const QString &station);
    [[nodiscard]] Answer tell(const Case &wanted, const std::optional<Word> &word);
    void decline(const Case &wanted);
    void declineIfOpen(const RequestId &request, const Answer &answer);
    [[nodiscard]] std::optional<Case> caseFrom(const QCborMap &question) const;
    [[nodiscard]] Answer shutOutAnswer(const Act &act) const;
    void settlePending(std::vector<Reply> &replies);
    void hubDuties();
    /// Moves the rights of queues, prizes and units where they are due: as the hub, or back to it.
    void roomDuties();
    void settleAuthority();
    void stepDown();
    void leaveLostLife();
    [[nodiscard]] Status announce(Epoch number, const SigningKey &eventKey, const QStringList &addresses);
    void settleShutOut();
    [[nodiscard]] bool mayAsk(const DeviceId &peer, const Case &wanted);
    void setAside(const StreamKey &stream, const QString &why);
    void takeBack(const StreamKey &stream);
    void keepAside();
    void readNames(std::vector<GuestId> guests);
    void keepName(const GuestId &guest, people::Person person);
    /// Writes the names that wait into the directory; @p logPoint if nothing else is to be read up to there.
    Status storeNames(const std::optional<QByteArray> &logPoint);
    void storeNamesIfDue();
    [[nodiscard]] std::optional<people::Person> personHere(const GuestId &guest) const;
    void forgetPeople(std::span<const GuestId> guests);
    /// How much of list and keys the directory has: changes so far, keys so far.
    [[nodiscard]] QByteArray namesPoint();
    struct ListPart;
    void prepare(State &state, const GuestEntry &entry, ListPart &part);
    [[nodiscard]] Result<Imported> storeList(ListPart part);
    [[nodiscard]] Presented present(const QByteArray &payload, const std::optional<GuestId> &guest) const;
    [[nodiscard]] std::optional<Answer> duplicateOf(const Act &act, const WalkIn &walkIn);
    [[nodiscard]] std::optional<guests::Guest> sealedGuest(const Act &act, const WalkIn &walkIn);
    [[nodiscard]] std::optional<answers::Sealed> sealAnswers(const GuestId &guest, const RequestId &request,
                                                             const QMap<QString, QString> &given);
    void name(GuestView &view);
    void name(Answer &answer);
    [[nodiscard]] Post post() const;
    [[nodiscard]] Desk desk();
    [[nodiscard]] std::vector<StreamKey> linkedStreams() const;
    [[nodiscard]] Session *hubSession();
    [[nodiscard]] DeviceView viewOf(DeviceView device);
    /// What is wrong with @p device, each since it was first seen.
    [[nodiscard]] std::vector<AlertView> alertsOf(const DeviceView &device);
    void addDeviceAlerts(DayView &day);
    [[nodiscard]] QMap<QString, QString> helperTexts(const helpers::Helper &helper) const;
    /// Names that the log does not hold: of helpers, and of guests who are missing at an assembly point.
    void nameStaff(DayView &day);
    /// Stations of the plan where no device was heard for missingAfter, or ever, while the event is on.
    [[nodiscard]] std::vector<AlertView> missingStations(DayView &day);
    static void show(const Health &health, DeviceView &view);
    /// Feeds the watches of zones and venue with the figures of @p day, and adds what they say.
    void watchZones(DayView &day);
    /// Wall clock as now(), at the time of @p instant: no clock that was set meanwhile shifts it.
    [[nodiscard]] WallTime wallAt(Instant instant) const;
    [[nodiscard]] std::chrono::milliseconds correction() const;
    void noteHub(const PeerStatus &status);
    void remember(const Remembered &known);

    Config m_config;
    World m_world;
    scan::KeyRing m_ticketKeys;
    Venue m_venue;
    std::unique_ptr<Fold> m_foldAround;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<SnapshotTarget> m_joining;  ///< The day that is on its way.
    std::map<LinkId, std::unique_ptr<Session>> m_sessions;
    std::deque<Queued> m_acts;
    std::map<LinkId, std::deque<QByteArray>> m_frames;  ///< None of the queues is empty.
    std::deque<Pending> m_pending;
    std::size_t m_waitingCount = 0;  ///< Of them, so many are older than the present transaction.
    bool m_isHubAnswering = true;    ///< False from a missed answer until the hub is heard again.
    std::optional<EpochRecord> m_epoch;
    std::optional<Term> m_told;  ///< The latest that links were told of.
    quint64 m_epochRevision = 0;
    std::vector<GuestId> m_opened;  ///< Guests whose keys arrived and whose names are still to be read.
    /// Read, and not in the directory yet: it takes thousands at once for little more than the price of one.
    std::map<GuestId, people::Person> m_newNames;
    Instant m_newNamesSince{};
    bool m_didNamesGrow = false;  ///< Since the last tick.
    Safety m_safety;
    std::map<DeviceId, Instant> m_lastSeen;
    std::map<QString, Instant> m_alertsSince;    ///< When alerts about devices were first seen, while they last.
    std::map<QString, ZoneWatch> m_zoneWatches;  ///< By zone; empty: the venue.
    std::map<QString, Instant> m_unsureSince;    ///< When a zone's figure was first not to be believed, while it lasts.
    std::map<DeviceId, Incarnation> m_lives;     ///< The present incarnation of linked devices.
    std::set<DeviceId> m_returned;               ///< Linked anew; they have not yet said which life they are in.
    std::map<DeviceId, QString> m_troubles;      ///< What linked devices say of their cameras, printers …
    std::set<DeviceId> m_forks;                  ///< Devices of which two branches were seen,
    std::set<DeviceId> m_fromFuture;             ///< and that wrote at a time which is still to come.
    QString m_deviceTrouble;
    Health m_health;
    std::map<DeviceId, Health> m_peersHealth;  ///< As they said last.
    QMap<QString, QString> m_quarantine;       ///< Device in hex → why.
    QMap<QString, QString> m_aside;            ///< The same by stream: "device/incarnation".
    std::vector<FindingView> m_findings;
    quint64 m_findingsRevision = 0;
    bool m_isHub = false;
    bool m_isShutOut = false;
    bool m_isShutOutSettled = false;
    Remembered m_remembered;
    Instant m_begun{};
    std::optional<Error> m_trouble;
    quint64 m_revision = 0;
    bool m_isCheckDue = true;            ///< The hub's first look over all rights.
    std::vector<GuestId> m_movedGuests;  ///< Whose prizes may be placed with desks now.
    bool m_areRightsDue = true;          ///< A link came, a plan changed: rights may have to move.
    std::optional<incidents::Reader> m_reader;
    std::deque<Hash256> m_blobsWanted;  ///< Pictures that are not here: all of them at the hub, else those asked for.
    struct Coming {
        DeviceId from;
        Instant since{};
    };
    std::map<Hash256, Coming> m_blobsComing;
    std::map<std::pair<DeviceId, Hash256>, Instant> m_blobsNotAt;  ///< Whom not to ask for what, since when.
    std::optional<quint64> m_blobsSeen;                            ///< The journal's revision that was looked at.
    bool m_isNewLifeUntold = false;  ///< What the earlier lives held is frozen, and staff must know.
};

}  // namespace muster
