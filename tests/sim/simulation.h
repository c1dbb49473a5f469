#pragma once
#include "tests/sim/network.h"
#include "tests/sim/oracle.h"

#include <QStringList>

namespace muster::incidents {
struct Incident;
}

namespace muster::sim {

/// What a run is made of; all of it follows from the seed.
struct Options {
    /// A small venue has up to seven devices and 200 acts, a large one 20, two of them standbys, and 2,000.
    enum class Profile { BySeed, Small, Large };
    static constexpr quint64 largeEvery = 100;  ///< One seed of so many is a large venue's, if the seed may choose.

    quint64 seed = 1;
    Profile profile = Profile::BySeed;
    bool isTraced = false;         ///< Print every step.
    const Plant *plant = nullptr;  ///< A bug to be found; none: the venue as it is.
};

/// What became of it.
struct Report {
    QStringList violations;
    std::map<QString, quint64> faults;  ///< How often which fault struck.
    quint64 traceHash = 0;
    quint64 acts = 0;
    quint64 told = 0;
    quint64 operations = 0;
    quint64 conflicts = 0;
};

/// A whole day of a venue in one thread from one seed: a hub and its devices on simulated disks, clocks and links;
/// guests who come, leave, move and are disputed; faults of every kind; then it heals, and everything must converge.
class Simulation {
public:
    explicit Simulation(const Options &options);
    [[nodiscard]] Report run();

private:
    struct Request {  ///< One human act on its way.
        int station = 0;
        int life = 0;
        Act act;
        SimTime at = 0;
        bool isTold = false;
        int attempts = 1;
        QString number{};  ///< That was told.
        Outcome outcome = Outcome::Failed;
    };

    [[nodiscard]] static bool isLarge(const Options &options);
    [[nodiscard]] std::vector<int> whoIsHere();

    // The course of a day.
    void begin();
    void rush();
    void heal();
    void declareLost();
    void serveEverybody();
    void afterwards();
    void race(const char *when);

    // Who is the hub.
    /// The station that is the hub, by the latest turn of those that are up; else who was it last.
    [[nodiscard]] int hub();
    [[nodiscard]] std::vector<int> peersOf(int index);
    void appointSoon(int standby);
    /// Who is up, not the hub, and could be promoted.
    [[nodiscard]] std::vector<int> successors();
    void authorityFault();
    void split();
    void loseHub();
    enum class Loss { Unknown, Declared };
    void promoteWithin(int index, SimTime delayMax, Loss loss = Loss::Unknown);
    void promote(int index, Loss loss);
    /// Everything has healed, and the hub is gone for good: a standby takes its place.
    void replaceLostHub();
    /// Hubs of before that cannot step down are declared lost.
    void settleHubs();
    /// What is not yet as it must be with authority; empty: all is well.
    [[nodiscard]] QString amissWithHubs();

    // Machines.
    Station &station(int index) { return *m_stations[std::size_t(index)]; }
    void start(int index);
    void startWithin(int index, SimTime delayMax);
    void die(int index, bool isSeen);
    void quit(int index);
    void wake(int index);
    void flush(int index);
    void keepTicking(int index);
    [[nodiscard]] std::vector<Station *> everybody();
    /// What is not yet as it must be some time after healing; empty: all is well.
    [[nodiscard]] QString amiss();

    // Faults.
    void faultSoon();
    void fault();
    void diskFault(int index);
    void replaceDisk(int index);
    void partition(int index);
    void hit(const char *fault, int index);

    // People.
    void actSoon(int left);
    void person();
    void atSeveralDevices(const QByteArray &code);
    void staff(int index);
    void coordinator();
    void judge();
    void dispute(const SignIn &signIn);
    void relist();
    void loseDevices();
    // What is given once: numbers, calls, prizes, units.
    void wanting();
    void takeNumber();
    void counterWork();
    void advanceTicket(int index);
    void prizeWork();
    void settleGrant(int index);
    void countStock(int index);
    void unitWork();
    void callBatch();
    void setOwner(const QByteArray &code, int left);
    void rollAll();
    // The floor: heads that are counted, sales, draws, things that are lent.
    void floorWork();
    void countHeads();
    void recount(int index, const QString &zone);
    void walk(const QByteArray &code, int left);
    void saleWork();
    void takeBack();
    void drawWork(int left);
    void lend();
    void lend(const QString &tag, int left);
    // People of ours and the course of the day, beside what guests want.
    [[nodiscard]] unsigned busyness() const;
    void besides();
    void postWork();
    void runPosts(const QString &staff, const QString &why);
    void careWork();
    void hand(const QString &tag, int left);
    void openIncident();
    void incidentWork();
    void changeIncident(int index, const QString &number);
    void followIncident(int index, const incidents::Incident &incident);
    /// No two alike; of a restricted incident such as no device may keep.
    [[nodiscard]] QString wordsOf(const char *what, bool isRestricted);
    void materialWork();
    void modeWork();
    void clearModes();
    void messageWork();
    void alertWork(int left);
    void courseWork(int left);
    /// In some seconds, unless everything heals before.
    void soon(std::function<void()> what);
    /// Submits @p command, and now and then once more at once under another request: an impatient hand.
    void submitImpatiently(int index, const Command &command);
    /// A device of @p role that is up; the coordinator's if there is none, and now and then.
    [[nodiscard]] int anyOf(const QString &role);
    void submit(int index, Command command, const RequestId &request, int attempts = 1);
    void submit(int index, Command command) { submit(index, std::move(command), RequestId::make(m_random)); }
    void answered(std::size_t request, Answer answer);
    void again(std::size_t request);
    [[nodiscard]] int anyStation(bool isStaffed);
    [[nodiscard]] int anyGuest();
    [[nodiscard]] QByteArray anyCode();
    [[nodiscard]] QByteArray anyCodeInside(int index);
    /// Mostly of a guest who, as @p index knows, is due @p prize.
    [[nodiscard]] QByteArray anyCodeFor(int index, const QString &prize);
    [[nodiscard]] static QByteArray codeOf(const GuestId &guest);
    /// What this day is busy with most.
    struct Mood {
        unsigned door = 45;
        unsigned floor = 25;
    };
    [[nodiscard]] Mood mood() const;

    void trace(const QString &line);
    void violate(const QString &what);

    Options m_options;
    Plant m_plant;
    const Genesis &m_genesis;
    Report m_report;
    Agenda m_agenda;
    test::SeededRandom m_random;
    test::FakeSignatures m_signatures;
    std::vector<std::unique_ptr<Station>> m_stations;  ///< Of every place, also of devices that are not here today.
    std::vector<int> m_present;                        ///< Those that are.
    std::map<DeviceId, int> m_indexOf;
    std::unique_ptr<Network> m_network;
    Oracle m_oracle;
    std::deque<Request> m_requests;
    std::vector<bool> m_isFlushPlanned;
    std::vector<std::optional<Station::Backup>> m_backups;
    std::vector<bool> m_mustNotice;  ///< Its disk was replaced by one that is surely found to be old.
    std::vector<bool> m_isRevoked;
    std::vector<bool> m_isGone;  ///< Its machine will never be back.
    int m_hub = 0;
    int m_splitCount = 0;
    std::vector<SimTime> m_diskTrouble;  ///< Until when its disk is known to fail now and then.
    std::vector<OperationHash> m_admissions;
    std::vector<std::pair<int, OperationHash>> m_counts;  ///< Of heads, by device.
    int m_actCount = 0;
    quint64 m_besideCount = 0;  ///< Acts of people of ours; they do not count among those that make up a day.
    SimTime m_actGapMax = 0;
    bool m_isRacing = false;
    bool m_isHealing = false;
    unsigned m_faultPercent = 0;
};

}  // namespace muster::sim
