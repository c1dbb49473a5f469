#pragma once
#include "core/base/clock.h"
#include "core/journal/fold.h"
#include "core/journal/high_water.h"
#include "core/journal/state.h"

#include <functional>
#include <span>

namespace muster {

class SnapshotSource;
class SnapshotTarget;

/// Ed25519 behind an interface: a simulated venue of hundreds of seeds cannot afford 60 µs a check.
class Signatures {
public:
    Signatures() = default;
    virtual ~Signatures() = default;
    Signatures(const Signatures &) = delete;
    Signatures &operator=(const Signatures &) = delete;
    [[nodiscard]] virtual Signature sign(const SigningKey &key, QByteArrayView message) const;
    [[nodiscard]] virtual bool verify(const Signature &signature, QByteArrayView message, const PublicKey &key) const;
};

/// The operations of one event on this device, in the order they arrived, and the state folded from them.
///
/// Why it exists: a device must keep its word after a power cut and prove later what it said. Every act becomes an
/// operation here before anyone is told.
///
/// Guarantees
///  - **Durable**: transact() returns success only after fsync.
///  - **One way in**: state tables change in the same transaction as the log, nowhere else.
///  - **Tamper-evident**: every operation names its predecessor's hash; batches are signed by their origin.
///  - **Never stuck**: after a failed write the file is reopened and what was promised is still there.
///
/// Limits: those of Operation and Batch.
/// Threading: confined to the thread that opened it. Owns neither clock, chance nor fold.
class Journal {
public:
    struct Options {
        QString file;
        QString vfs;  ///< SQLite VFS; empty: the system's.
        EventId event;
        PublicKey eventKey;
        SigningKey key;
        Credential self;
    };
    struct World {
        const Clock &clock;
        Random &random;
        HighWater &highWater;
        const Signatures &signatures;
        Fold &fold;
    };
    /// What opening found; the alarms of a restored disk come from here.
    struct Opening {
        bool isFirst = false;       ///< The file was made just now.
        bool isRestored = false;    ///< An old copy, or a copy of another place: a new incarnation was begun.
        bool isFoldedAnew = false;  ///< The fold's version had changed.
    };
    struct Merged {
        int appliedCount = 0;       ///< Operations that were new here.
        bool isFork = false;        ///< The origin's chain has two branches now.
        bool isFromFuture = false;  ///< A clock more than 60 s ahead of ours wrote them.
        bool isOwnFork = false;     ///< Someone holds operations of ours that we do not: a new incarnation began.
        Head head;                  ///< Last operation of the batch.
        StreamKey stream;
    };
    /// May the origin write this? An error says why not.
    using Check = std::function<Status(const Operation &)>;
    static constexpr int deadLettersMax = 1'000;
    struct DeadLetter {
        OperationHash operation;
        QString kind;
        QString why;
        DeviceId origin;
    };

    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(Options options, World world);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    [[nodiscard]] const Opening &opening() const { return m_opening; }
    [[nodiscard]] DeviceId device() const { return m_device; }
    [[nodiscard]] StreamKey self() const { return {m_device, m_incarnation}; }
    [[nodiscard]] const Options &options() const { return m_options; }

    /// Runs @p work, which may append, merge and query, and commits durably. If anything cannot be stored nothing of
    /// it is, the file is reopened, and Storage says what to do: everybody @p work answered must be told so instead.
    /// Only if the disk fails at the very last step and at reopening too may it turn out kept later: request ids tell.
    [[nodiscard]] Status transact(const std::function<void()> &work);
    /// Runs @p work, which only queries.
    [[nodiscard]] Status read(const std::function<void(State &)> &work);

    /// Inside transact() only. Adds an operation of this device and folds it.
    Operation append(Draft draft);
    /// Inside transact() only. Adds a batch of another device (or of this one's earlier life) after checking chain,
    /// credential and signature. Invalid: the batch is bad, nothing of it was kept. NotFound: earlier operations of
    /// the stream are missing here. Refused: @p check objects to an operation that is new here; nothing was kept.
    [[nodiscard]] Result<Merged> merge(const Batch &batch, const Check &check = {});
    /// Inside transact() only, before anything was appended in it: this device goes on in a new incarnation.
    void beginLife();
    /// Inside transact() or read(): the state tables.
    [[nodiscard]] State &state() { return *m_state; }

    [[nodiscard]] const VersionVector &vector() const { return m_vector; }
    [[nodiscard]] StateDigest digest() const { return m_state ? m_state->digest() : StateDigest{}; }
    [[nodiscard]] int foldVersion() const { return m_world.fold.version(); }
    /// Streams that grew or were read anew since @p revision (0: all there are), which moves on to now.
    [[nodiscard]] std::vector<StreamKey> grownSince(quint64 &revision) const;
    /// Grows whenever a stream does.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// An encoded batch, and how far its chain is with it.
    struct Packed {
        QByteArray bytes;
        Head last;
        int operationCount = 0;
    };
    /// False after a commit that failed, until the disk holds what is read here: till then nothing of it may leave.
    [[nodiscard]] bool isDurable() const { return m_database && !m_isLogSuspect; }
    /// The next batch of @p key, of about @p byteCountMax at most, that @p theirs lacks; of all branches in turn.
    [[nodiscard]] Result<std::optional<Packed>> nextBatch(const StreamKey &key, const VersionVector &theirs,
                                                          qsizetype byteCountMax = Batch::byteCountAim);
    /// Adds to @p theirs that they hold all up to @p head of @p key; heads that this covers go.
    void advance(VersionVector &theirs, const StreamKey &key, const Head &head);
    /// Batches that @p theirs lacks, oldest first within a stream, until about @p byteCountMax are collected.
    [[nodiscard]] Result<std::vector<Batch>> since(const VersionVector &theirs, qsizetype byteCountMax);
    /// How many operations @p theirs lacks, of all streams or of this device's only.
    [[nodiscard]] quint64 missingCount(const VersionVector &theirs, bool isOwnOnly);
    /// Time of this device's oldest operation that @p theirs lacks.
    [[nodiscard]] Result<std::optional<HybridTime>> oldestMissing(const VersionVector &theirs);
    /// True if this journal holds everything up to @p head of @p key.
    [[nodiscard]] bool holds(const StreamKey &key, const Head &head);

    /// All there is now, for a device that has nothing. Outside transactions.
    [[nodiscard]] Result<std::unique_ptr<SnapshotSource>> snapshot();
    /// Where parts of a snapshot are collected, in a file beside this one.
    [[nodiscard]] Result<std::unique_ptr<SnapshotTarget>> snapshotTarget();
    /// Takes a whole snapshot in place of the empty log, if its chains, signatures and digest are right. Outside
    /// transactions. Refused: there are operations here. Invalid: it is damaged. Storage: no room. Then all is as
    /// before.
    [[nodiscard]] Status adopt(SnapshotTarget &target);

    /// Every operation, in order of arrival. Stops at the first false.
    [[nodiscard]] Status forEach(const std::function<bool(const Operation &)> &visit);
    /// The newest first, at most @p countMax.
    [[nodiscard]] Result<std::vector<DeadLetter>> deadLetters(int countMax = deadLettersMax);
    /// Empties the state tables and folds the whole log again.
    [[nodiscard]] Status foldAnew();
    /// Reads the whole log again and checks hashes, chains, signatures, and the digest from scratch; one line a fault.
    [[nodiscard]] Result<QStringList> verify();

    /// The highest epoch seen; every operation from now on carries it.
    void setEpoch(Epoch epoch) { m_epoch = std::max(m_epoch, epoch); }
    [[nodiscard]] Epoch epoch() const { return m_epoch; }
    /// Hybrid time of now, without making an operation.
    [[nodiscard]] const Clock &clock() const { return m_world.clock; }
    [[nodiscard]] Random &random() { return m_world.random; }
    /// Origins whose chains have more than one branch.
    [[nodiscard]] std::vector<StreamKey> forks() const;

private:
    friend class SnapshotTarget;
    struct Stream {
        qint64 id = 0;
        StreamKey key;
        qint64 parent = 0;     ///< Stream that this one branched off, or 0.
        quint64 forkedAt = 0;  ///< Last sequence shared with the parent.
        Head head;
        std::vector<Head> former;  ///< Some heads before, newest last: what peers say they have mostly is one of them.
    };

    /// A batch as it was packed last: a hub sends the same to a hundred links.
    struct PackedBefore {
        qint64 stream = 0;
        quint64 from = 0;
        Head head;  ///< Of the stream at that time.
        qsizetype byteCountMax = 0;
        Packed packed;
    };

    /// A point on the way from a stream's head back to the first operation.
    struct Stretch {
        qint64 stream = 0;
        quint64 upTo = 0;
    };

    Journal(Options options, World world);
    void openFile();
    void settleLog();
    void createTables();
    void load();
    void recover();
    void commit();
    [[nodiscard]] QByteArray tip() const;
    void foldAnewInside();
    void beginIncarnation();
    void keepLifeUntold();
    void checkIncarnation();
    void keepHighWater(quint64 spacing);
    [[nodiscard]] quint64 spentCount() const;
    void foldOne(const Operation &operation, qint64 logId);
    /// True if it went into the tables; what waits for it may follow.
    [[nodiscard]] bool applyOne(const Operation &operation, qint64 logId);
    [[nodiscard]] qint64 store(const Stream &stream, const Operation &operation, const QByteArray &bytes,
                               const std::optional<Signature> &signature);
    void signHead();
    void rememberAuthor(const Credential &credential);
    Stream &addStream(const StreamKey &key, qint64 parent, quint64 forkedAt);
    Stream &ownStream();
    void moveHead(Stream &stream, const Head &head);
    void markGrown(const StreamKey &key);
    [[nodiscard]] std::vector<Stretch> wayBack(const Stream &stream, quint64 from) const;
    [[nodiscard]] std::optional<OperationHash> hashAt(const Stream &stream, quint64 sequence);
    /// The stream that itself holds @p head of @p key.
    [[nodiscard]] Stream *holderOf(const StreamKey &key, const Head &head);
    [[nodiscard]] Status checkAuthor(const Batch &batch, const DeviceId &origin);
    /// True if @p lower is @p upper or an ancestor of it, as far as this journal knows.
    [[nodiscard]] bool covers(const StreamKey &key, const Head &upper, const Head &lower);
    /// Highest sequence on @p stream's way back that @p theirs proves to hold.
    [[nodiscard]] quint64 heldBy(const VersionVector &theirs, const Stream &stream);
    /// Reads batches of at most @p batchSizeMax (one signed stretch at least) until about @p byteCountMax.
    qsizetype collect(const Stream &stream, quint64 from, qsizetype byteCountMax, qsizetype batchSizeMax,
                      std::vector<Batch> &into);
    [[nodiscard]] static Result<std::vector<Operation>> decodeChain(const Batch &batch);
    [[nodiscard]] std::size_t knownCount(const std::vector<Operation> &chain);
    /// The stream to which @p first can be added; a new branch where its place is taken.
    [[nodiscard]] Result<Stream *> placeFor(const Operation &first, Merged &merged);
    [[nodiscard]] std::optional<Packed> pack(const Stream &stream, quint64 from, qsizetype byteCountMax);
    void verifyStream(const Stream &stream, QStringList &faults);

    Options m_options;
    World m_world;
    DeviceId m_device;
    HybridClock m_hybrid;
    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<State> m_state;
    Opening m_opening;
    Incarnation m_incarnation{};
    Epoch m_epoch{};
    HighWaterMark m_mark;
    std::map<qint64, Stream> m_streams;
    std::map<StreamKey, std::vector<qint64>> m_branches;
    std::map<DeviceId, Credential> m_authors;
    VersionVector m_vector;
    std::array<PackedBefore, 8> m_packedBefore;
    std::size_t m_nextPackedBefore = 0;
    std::map<quint64, StreamKey> m_byRevision;  ///< Streams in the order in which they last grew.
    std::map<StreamKey, quint64> m_revisionOf;
    quint64 m_revision = 0;
    quint64 m_commitCount = 0;
    qint64 m_waitingCount = 0;
    int m_unsignedCount = 0;
    qsizetype m_unsignedBytes = 0;
    qint64 m_lastOwnLogId = 0;
    bool m_isInside = false;
    bool m_isLifeUntold = false;  ///< A life began that is not the first, and nothing was written in it.
    bool m_isLogSuspect = false;
    bool m_hasFailed = false;  ///< The last write: the next transaction writes even if it need not, to know the disk.
};

}  // namespace muster
