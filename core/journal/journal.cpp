#include "core/journal/journal.h"

#include <QtEndian>
#include <sqlite3.h>

namespace muster {
namespace {

constexpr int formatVersion = 1;
constexpr int unsignedCountMax = 64;
constexpr std::size_t formerHeadsMax = 16;  ///< Remembered of a stream.
/// What changes with every commit: digest, the hybrid clock's latest, number of the commit.
constexpr qsizetype digestSize = sizeof(StateDigest::sum);
constexpr qsizetype tipSize = digestSize + 2 * sizeof(quint64);

QString wordsFor(const SQLite::Exception &failure)
{
    switch (failure.getErrorCode()) {
    case SQLITE_FULL: return QStringLiteral("the disk is full: free some space; nothing recorded before is lost");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return QStringLiteral("the data folder cannot be written: check its permissions and its disk");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return QStringLiteral("the database file is damaged: keep a copy of it and enrol this device anew");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return QStringLiteral("another program holds the database: is this device running twice?");
    default: return QStringLiteral("the disk failed: %1").arg(QLatin1String(failure.what()));
    }
}

}  // namespace

Signature Signatures::sign(const SigningKey &key, QByteArrayView message) const { return key.sign(message); }

bool Signatures::verify(const Signature &signature, QByteArrayView message, const PublicKey &key) const
{
    return muster::verify(signature, message, key);
}

Journal::Journal(Options options, World world)
    : m_options(std::move(options)),
      m_world(world),
      m_device(deviceIdOf(m_options.key.publicKey)),
      m_hybrid(world.clock)
{
}

Journal::~Journal()
{
    // A clean farewell: from here on even one operation less is a restored file.
    if (m_database && m_incarnation != Incarnation{}) {
        keepHighWater(1);
    }
}

Result<std::unique_ptr<Journal>> Journal::open(Options options, World world)
{
    std::unique_ptr<Journal> journal(new Journal(std::move(options), world));
    try {
        journal->openFile();
        journal->settleLog();
        journal->m_database->exec("BEGIN IMMEDIATE");
        journal->createTables();
        journal->load();
        journal->checkIncarnation();
        journal->commit();
        if (journal->m_opening.isRestored) {
            journal->keepHighWater(0);
        }
    } catch (const SQLite::Exception &failure) {
        journal->m_state.reset();
        journal->m_database.reset();
        return fail(ErrorCode::Storage, wordsFor(failure));
    }
    return journal;
}

void Journal::openFile()
{
    m_state.reset();
    m_database.reset();
    m_database = std::make_unique<SQLite::Database>(m_options.file.toStdString(),
                                                    SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                                                    5'000, m_options.vfs.toStdString());
    // FULL: in WAL mode NORMAL may lose the last commits at a power cut.
    m_database->exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
                     "PRAGMA recursive_triggers=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
    m_state = std::make_unique<State>(*m_database);
    m_isLogSuspect = true;
    try {
        settleLog();
    } catch (const SQLite::Exception &) {
        // A full disk can still be read. Nothing is written before this succeeded.
    }
}

void Journal::settleLog()
{
    if (m_isLogSuspect) {
        // What lies in SQLite's write-ahead log may only look written, after an fsync that failed: copy it out.
        m_database->exec("PRAGMA wal_checkpoint(TRUNCATE)");
        m_isLogSuspect = false;
    }
}

void Journal::createTables()
{
    m_opening.isFirst = !m_database->tableExists("log");
    m_database->exec(
        "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
        "CREATE TABLE IF NOT EXISTS author(origin BLOB PRIMARY KEY, key BLOB NOT NULL, credential BLOB NOT NULL);"
        "CREATE TABLE IF NOT EXISTS stream(id INTEGER PRIMARY KEY, origin BLOB NOT NULL, incarnation INTEGER NOT NULL,"
        " parent INTEGER NOT NULL, forked_at INTEGER NOT NULL);"
        // In order of arrival: appending is cheap, and the unique key is the only index to keep.
        "CREATE TABLE IF NOT EXISTS log(id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, seq INTEGER NOT NULL,"
        " hash BLOB NOT NULL, bytes BLOB NOT NULL, signature BLOB, UNIQUE(stream, seq));"
        "CREATE TABLE IF NOT EXISTS waiting(target BLOB NOT NULL, log_id INTEGER NOT NULL,"
        " PRIMARY KEY(target, log_id)) WITHOUT ROWID;"
        "CREATE TABLE IF NOT EXISTS dead_letter(log_id INTEGER PRIMARY KEY, why TEXT NOT NULL);"
        "CREATE TABLE IF NOT EXISTS unknown_kind(log_id INTEGER PRIMARY KEY);");
    if (m_opening.isFirst) {
        m_world.fold.createTables(*m_state);
        bindAll(m_state->statement("INSERT INTO meta VALUES('format', ?), ('fold', ?), ('tip', ?), ('event', ?)"),
                formatVersion, m_world.fold.version(), tip(), m_options.event)
            .exec();
    }
}

void Journal::load()
{
    m_streams.clear();
    m_branches.clear();
    m_authors.clear();
    m_vector = {};
    m_packedBefore = {};
    m_byRevision.clear();
    m_revisionOf.clear();
    auto meta = [&](const char *key) -> SQLite::Column {
        auto &query = m_state->statement("SELECT value FROM meta WHERE key = ?");
        query.bind(1, key);
        if (!query.executeStep()) {
            throw SQLite::Exception("a part of the database is missing", SQLITE_CORRUPT);
        }
        return query.getColumn(0);
    };
    if (idOf<EventId>(meta("event")) != m_options.event) {
        throw SQLite::Exception("the database belongs to another event", SQLITE_MISMATCH);
    }
    if (meta("format").getInt() != formatVersion) {
        throw SQLite::Exception("the database was written by a newer version of Muster: update it", SQLITE_MISMATCH);
    }
    const auto tip = bytesOf(meta("tip"));
    if (tip.size() != tipSize) {
        throw SQLite::Exception("the digest in the database is damaged", SQLITE_CORRUPT);
    }
    m_state->setDigest(StateDigest::fromBytes(tip.first(digestSize)));
    m_hybrid.restore({qFromLittleEndian<quint64>(tip.constData() + digestSize)});
    m_commitCount = qFromLittleEndian<quint64>(tip.constData() + digestSize + sizeof(quint64));
    m_state->watch(m_world.fold.tables());

    auto &untold = m_state->statement("SELECT 1 FROM meta WHERE key = 'untold'");
    m_isLifeUntold = untold.executeStep();

    auto &authors = m_state->statement("SELECT key, credential FROM author");
    while (authors.executeStep()) {
        const Credential credential{idOf<PublicKey>(authors.getColumn(0)), idOf<Signature>(authors.getColumn(1))};
        m_authors[deviceIdOf(credential.device)] = credential;
    }
    auto &streams = m_state->statement(
        "SELECT s.id, s.origin, s.incarnation, s.parent, s.forked_at, coalesce(l.seq, 0), l.hash FROM stream s"
        " LEFT JOIN log l ON l.stream = s.id AND l.seq = (SELECT max(seq) FROM log WHERE stream = s.id) ORDER BY s.id");
    while (streams.executeStep()) {
        Stream stream{streams.getColumn(0).getInt64(),
                      {idOf<DeviceId>(streams.getColumn(1)), Incarnation{quint64(streams.getColumn(2).getInt64())}},
                      streams.getColumn(3).getInt64(),
                      quint64(streams.getColumn(4).getInt64()),
                      {Sequence{quint64(streams.getColumn(5).getInt64())}, idOf<OperationHash>(streams.getColumn(6))},
                      {}};
        m_branches[stream.key].push_back(stream.id);
        m_vector.heads[stream.key].push_back(stream.head);
        m_streams[stream.id] = stream;
    }
    for (auto &[key, heads] : m_vector.heads) {
        std::ranges::sort(heads);
        markGrown(key);
    }
    auto &waiting = m_state->statement("SELECT count(*) FROM waiting");
    waiting.executeStep();
    m_waitingCount = waiting.getColumn(0).getInt64();
    if (meta("fold").getInt() != m_world.fold.version()) {
        foldAnewInside();
        m_opening.isFoldedAnew = true;
    }
}

void Journal::recover()
{
    m_unsignedCount = 0;
    m_unsignedBytes = 0;
    m_lastOwnLogId = 0;
    try {
        openFile();
        m_database->exec("BEGIN");
        load();
        auto &kept = m_state->statement("SELECT value FROM meta WHERE key = 'incarnation'");
        kept.executeStep();
        m_incarnation = Incarnation{quint64(kept.getColumn(0).getInt64())};
        m_state->finishQueries();
        m_database->exec("COMMIT");
    } catch (const SQLite::Exception &) {
        m_state.reset();
        m_database.reset();  // The next call tries again.
    }
}

QByteArray Journal::tip() const
{
    std::array<char, 2 * sizeof(quint64)> numbers{};
    qToLittleEndian(m_hybrid.latest().value, numbers.data());
    qToLittleEndian(m_commitCount, numbers.data() + sizeof(quint64));
    return m_state->digest().toBytes() + QByteArray(numbers.data(), qsizetype(numbers.size()));
}

void Journal::commit()
{
    m_world.fold.settle(*m_state);
    signHead();
    ++m_commitCount;
    bindAll(m_state->statement("UPDATE meta SET value = ? WHERE key = 'tip'"), tip()).exec();
    m_state->finishQueries();
    m_database->exec("COMMIT");
}

Status Journal::transact(const std::function<void()> &work)
{
    Q_ASSERT_X(!m_isInside, "Journal", "transactions do not nest");
    if (!m_database) {
        recover();
    }
    if (!m_database) {
        return fail(ErrorCode::Storage, QStringLiteral("the database cannot be opened: check the disk"));
    }
    m_isInside = true;
    const auto leave = qScopeGuard([this] { m_isInside = false; });
    const quint64 attempt = m_commitCount + 1;
    try {
        settleLog();
        m_database->exec("BEGIN IMMEDIATE");
        const auto changesBefore = m_state->changeCount();
        work();
        if (m_state->changeCount() == changesBefore && m_state->pendingSums().isEmpty() && !m_hasFailed) {
            // Acknowledgements, pings, questions: nothing to keep, so nothing to wait for.
            m_state->finishQueries();
            m_database->exec("COMMIT");
            return {};
        }
        commit();
        m_hasFailed = false;
    } catch (const SQLite::Exception &failure) {
        const auto words = wordsFor(failure);
        m_hasFailed = true;
        // Never the same handle again: after a failed fsync its pages only look clean.
        const bool isTried = m_commitCount == attempt;
        recover();
        if (!m_database || m_isLogSuspect || !isTried || m_commitCount != attempt) {
            return fail(ErrorCode::Storage, words);
        }
        // The very last step failed, and yet the file has it: reopening made it durable.
        m_hasFailed = false;
    }
    keepHighWater(HighWater::spacing);
    return {};
}

Status Journal::read(const std::function<void(State &)> &work)
{
    if (!m_database) {
        recover();
    }
    if (!m_database) {
        return fail(ErrorCode::Storage, QStringLiteral("the database cannot be opened: check the disk"));
    }
    try {
        work(*m_state);
        if (!m_isInside) {
            m_state->finishQueries();
        }
        return {};
    } catch (const SQLite::Exception &failure) {
        return fail(ErrorCode::Storage, wordsFor(failure));
    }
}

Operation Journal::append(Draft draft)
{
    Q_ASSERT_X(m_isInside, "Journal", "append inside transact only");
    if (std::exchange(m_isLifeUntold, false)) {
        m_state->statement("DELETE FROM meta WHERE key = 'untold'").exec();
    }
    Stream &stream = ownStream();
    Operation operation;
    operation.origin = m_device;
    operation.incarnation = m_incarnation;
    operation.sequence = Sequence{quint64(stream.head.sequence) + 1};
    operation.time = m_hybrid.next();
    operation.epoch = m_epoch;
    // Through UTF-8, as everybody else will read it: half a surrogate pair must not fold otherwise here.
    operation.actor = QString::fromUtf8(draft.actor.left(Operation::actorLengthMax).toUtf8());
    operation.request = draft.request;
    operation.kind = std::move(draft.kind);
    operation.version = draft.version;
    operation.body = QCborValue(draft.body).toCbor();
    operation.previous = stream.head.hash;
    Q_ASSERT_X(operation.body.size() <= Operation::bodySizeMax, "Journal", "a room wrote too long a body");
    Q_ASSERT_X(operation.kind.size() <= Operation::kindLengthMax, "Journal", "a room wrote too long a kind");
    const auto bytes = operation.encode();
    operation.hash = operationHashOf(bytes);
    const qint64 logId = store(stream, operation, bytes, std::nullopt);
    m_lastOwnLogId = logId;
    moveHead(stream, {operation.sequence, operation.hash});
    ++m_unsignedCount;
    m_unsignedBytes += bytes.size();
    if (m_unsignedCount >= unsignedCountMax || m_unsignedBytes >= Batch::byteCountAim - Operation::encodedSizeMax) {
        signHead();
    }
    foldOne(operation, logId);
    return operation;
}

void Journal::signHead()
{
    if (m_unsignedCount == 0) {
        return;
    }
    const auto &head = ownStream().head;
    bindAll(m_state->statement("UPDATE log SET signature = ? WHERE id = ?"),
            m_world.signatures.sign(m_options.key, Batch::message(m_options.event, head.hash)), m_lastOwnLogId)
        .exec();
    m_unsignedCount = 0;
    m_unsignedBytes = 0;
}

qint64 Journal::store(const Stream &stream, const Operation &operation, const QByteArray &bytes,
                      const std::optional<Signature> &signature)
{
    run(m_state->statement("INSERT INTO log(stream, seq, hash, bytes, signature) VALUES(?, ?, ?, ?, ?)"), stream.id,
        quint64(operation.sequence), operation.hash, bytes, signature);
    return m_database->getLastInsertRowid();
}

void Journal::rememberAuthor(const Credential &credential)
{
    const auto origin = deviceIdOf(credential.device);
    if (m_authors.contains(origin)) {
        return;
    }
    bindAll(m_state->statement("INSERT INTO author VALUES(?, ?, ?) ON CONFLICT(origin) DO NOTHING"), origin,
            credential.device, credential.byEvent)
        .exec();
    m_authors[origin] = credential;
}

Journal::Stream &Journal::addStream(const StreamKey &key, qint64 parent, quint64 forkedAt)
{
    bindAll(m_state->statement("INSERT INTO stream(origin, incarnation, parent, forked_at) VALUES(?, ?, ?, ?)"),
            key.origin, quint64(key.incarnation), parent, forkedAt)
        .exec();
    Stream stream{m_database->getLastInsertRowid(), key, parent, forkedAt, {Sequence{forkedAt}, {}}, {}};
    m_branches[key].push_back(stream.id);
    return m_streams[stream.id] = stream;
}

Journal::Stream &Journal::ownStream()
{
    const auto own = m_branches.find(self());
    return own == m_branches.end() ? addStream(self(), 0, 0) : m_streams.at(own->second.front());
}

void Journal::moveHead(Stream &stream, const Head &head)
{
    auto &heads = m_vector.heads[stream.key];
    std::erase(heads, stream.head);
    if (quint64(stream.head.sequence) > stream.forkedAt) {
        if (stream.former.size() >= formerHeadsMax) {
            stream.former.erase(stream.former.begin());
        }
        stream.former.push_back(stream.head);
    }
    stream.head = head;
    heads.insert(std::ranges::upper_bound(heads, head), head);
    markGrown(stream.key);
}

void Journal::markGrown(const StreamKey &key)
{
    auto &revision = m_revisionOf[key];
    m_byRevision.erase(revision);
    revision = ++m_revision;
    m_byRevision.emplace(revision, key);
}

void Journal::foldOne(const Operation &operation, qint64 logId)
{
    if (!applyOne(operation, logId) || m_waitingCount == 0) {
        return;
    }
    std::vector<OperationHash> arrived{operation.hash};
    while (!arrived.empty()) {
        auto &waiters = m_state->statement("DELETE FROM waiting WHERE target = ? RETURNING log_id");
        bindAll(waiters, arrived.back());
        arrived.pop_back();
        std::vector<qint64> ids;
        while (waiters.executeStep()) {
            ids.push_back(waiters.getColumn(0).getInt64());
        }
        m_waitingCount -= qint64(ids.size());
        for (const qint64 waiter : ids) {
            auto &row = m_state->statement("SELECT bytes FROM log WHERE id = ?");
            bindAll(row, waiter).executeStep();
            const auto decoded = Operation::decode(bytesOf(row.getColumn(0)));
            if (decoded && applyOne(*decoded, waiter)) {
                arrived.push_back(decoded->hash);
            }
        }
    }
}

bool Journal::applyOne(const Operation &operation, qint64 logId)
{
    const Folded folded = m_world.fold.apply(*m_state, operation);
    switch (folded.kind) {
    case Folded::Kind::Applied: return true;
    case Folded::Kind::Waiting:
        bindAll(m_state->statement("INSERT INTO waiting VALUES(?, ?)"), folded.waitsFor, logId).exec();
        ++m_waitingCount;
        return false;
    case Folded::Kind::Malformed:
        bindAll(m_state->statement("INSERT INTO dead_letter VALUES(?, ?)"), logId, folded.why).exec();
        return false;
    case Folded::Kind::Unknown:
        bindAll(m_state->statement("INSERT INTO unknown_kind VALUES(?)"), logId).exec();
        return false;
    }
    Q_UNREACHABLE();
}

}  // namespace muster
