#include "core/people/keyring.h"

#include "core/people/storage.h"

#include <algorithm>
#include <limits>
#include <sqlite3.h>

namespace muster::people {
namespace {

constexpr int formatVersion = 1;

QString fileWord() { return QStringLiteral("keys"); }

KeyLevel levelOf(const SQLite::Column &column) { return column.getInt() == 0 ? KeyLevel::Display : KeyLevel::Full; }

}  // namespace

Keyring::Keyring(std::unique_ptr<Storage> storage) : m_storage(std::move(storage)) {}
Keyring::~Keyring() = default;

Result<std::unique_ptr<Keyring>> Keyring::open(const QString &path, Random &random)
{
    return guarded(fileWord(), [&]() -> Result<std::unique_ptr<Keyring>> {
        std::unique_ptr<Keyring> keyring(new Keyring(std::make_unique<Storage>(path, Durability::EveryCommit)));
        if (!keyring->m_storage->database().tableExists("meta")) {
            keyring->create(random);
        }
        keyring->load();
        return keyring;
    });
}

void Keyring::create(Random &random)
{
    const auto vault = VaultId::make(random);
    SQLite::Transaction transaction(m_storage->database(), SQLite::TransactionBehavior::IMMEDIATE);
    m_storage->execute(
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
        // A number of arrival is never given twice, or a peer's cursor would pass over what came later.
        "CREATE TABLE key(arrival INTEGER PRIMARY KEY AUTOINCREMENT, guest BLOB NOT NULL, level INTEGER NOT NULL,"
        " key BLOB NOT NULL);"
        "CREATE INDEX key_by_guest ON key(guest);"
        "CREATE TABLE forgotten(guest BLOB PRIMARY KEY) WITHOUT ROWID;"
        "CREATE TABLE peer(device BLOB PRIMARY KEY, vault BLOB NOT NULL, cursor INTEGER NOT NULL) WITHOUT ROWID;");
    auto &meta = m_storage->statement("INSERT INTO meta VALUES('format', ?), ('vault', ?), ('purged', 0)");
    meta.bind(1, formatVersion);
    bind(meta, 2, vault);
    meta.exec();
    transaction.commit();
}

void Keyring::load()
{
    SQLite::Statement query(m_storage->database(), "SELECT (SELECT value FROM meta WHERE key = 'format'),"
                                                   " (SELECT value FROM meta WHERE key = 'vault'),"
                                                   " (SELECT value FROM meta WHERE key = 'purged')");
    query.executeStep();
    if (query.getColumn(0).getInt() != formatVersion) {
        throw SQLite::Exception("it was written by a newer version of Muster: update it", SQLITE_MISMATCH);
    }
    // Younger than the format; a file without it has told all it had to tell.
    m_storage->execute("CREATE TABLE IF NOT EXISTS unsettled(arrival INTEGER PRIMARY KEY)");
    countUnsettled();
    m_vault = idOf<VaultId>(query.getColumn(1));
    m_isPurged = query.getColumn(2).getInt() != 0;
    query.reset();
    if (m_isPurged) {
        m_storage->execute("VACUUM");
    }
    m_storage->checkpoint();  // A power cut may have come between a forgetting and its own.
}

bool Keyring::hasTombstone(const GuestId &guest) const
{
    auto &query = m_storage->statement("SELECT 1 FROM forgotten WHERE guest = ?");
    bind(query, 1, guest);
    const bool isThere = query.executeStep();
    query.reset();
    return isThere;
}

std::vector<std::pair<qint64, KeyGrant>> Keyring::rowsOf(const GuestId &guest) const
{
    auto &query = m_storage->statement("SELECT arrival, level, key FROM key WHERE guest = ? ORDER BY level DESC, key");
    bind(query, 1, guest);
    std::vector<std::pair<qint64, KeyGrant>> rows;
    while (query.executeStep()) {
        rows.emplace_back(query.getColumn(0).getInt64(),
                          KeyGrant{guest, levelOf(query.getColumn(1)), idOf<SecretKey>(query.getColumn(2))});
    }
    query.reset();
    return rows;
}

void Keyring::erase(qint64 arrival)
{
    auto &query = m_storage->statement("DELETE FROM key WHERE arrival = ?");
    query.bind(1, int64_t(arrival));
    query.exec();
    auto &settled = m_storage->statement("DELETE FROM unsettled WHERE arrival = ?");
    settled.bind(1, int64_t(arrival));
    settled.exec();
}

void Keyring::countUnsettled()
{
    auto &query = m_storage->statement("SELECT count(*) FROM unsettled");
    query.executeStep();
    m_unsettledCount = query.getColumn(0).getInt64();
    query.reset();
}

void Keyring::putOne(const KeyGrant &grant, Made made, Kept &kept)
{
    if (m_isPurged || hasTombstone(grant.guest)) {
        ++kept.forgotten;
        return;
    }
    const auto rows = rowsOf(grant.guest);
    std::optional<qint64> replaced;
    const auto opensTheSame = [&](const KeyGrant &have) { return displayGrantOf(have) == displayGrantOf(grant); };
    for (const auto &[arrival, have] : rows) {
        if (opensTheSame(have)) {
            if (have.level == KeyLevel::Full || grant.level == KeyLevel::Display) {
                ++kept.known;
                return;
            }
            replaced = arrival;
        }
    }
    if (replaced) {
        erase(*replaced);  // It arrives anew, so that peers hear of the better one.
    } else if (rows.size() >= std::size_t(keysPerGuestMax)) {
        ++kept.beyondLimit;
        return;
    }
    auto &insert = m_storage->statement("INSERT INTO key(guest, level, key) VALUES(?, ?, ?)");
    bind(insert, 1, grant.guest);
    insert.bind(2, int(grant.level));
    bind(insert, 3, grant.key);
    insert.exec();
    if (made == Made::Here) {
        m_storage->execute("INSERT INTO unsettled VALUES(last_insert_rowid())");
    }
    kept.opened.push_back(grant.guest);
}

Result<Keyring::Kept> Keyring::put(std::span<const KeyGrant> grants, const std::optional<PeerProgress> &progress)
{
    return store(grants, Made::Elsewhere, progress);
}

Result<Keyring::Kept> Keyring::make(std::span<const KeyGrant> grants)
{
    return store(grants, Made::Here, std::nullopt);
}

Status Keyring::settle(quint64 cursor)
{
    if (m_unsettledCount == 0) {
        return {};
    }
    return guarded(fileWord(), [&]() -> Status {
        auto &query = m_storage->statement("DELETE FROM unsettled WHERE arrival <= ?");
        query.bind(1, int64_t(std::min<quint64>(cursor, quint64(std::numeric_limits<int64_t>::max()))));
        query.exec();
        countUnsettled();
        return {};
    });
}

Result<Keyring::Kept> Keyring::store(std::span<const KeyGrant> grants, Made made,
                                     const std::optional<PeerProgress> &progress)
{
    return guarded(fileWord(), [&]() -> Result<Kept> {
        Kept kept;
        SQLite::Transaction transaction(m_storage->database(), SQLite::TransactionBehavior::IMMEDIATE);
        for (const KeyGrant &grant : grants) {
            putOne(grant, made, kept);
        }
        if (progress) {
            auto &peer = m_storage->statement("INSERT OR REPLACE INTO peer VALUES(?, ?, ?)");
            bind(peer, 1, progress->peer);
            bind(peer, 2, progress->vault);
            peer.bind(3, int64_t(progress->cursor));
            peer.exec();
        }
        transaction.commit();
        countUnsettled();
        return kept;
    });
}

Result<std::vector<KeyGrant>> Keyring::keysOf(const GuestId &guest) const
{
    return guarded(fileWord(), [&]() -> Result<std::vector<KeyGrant>> {
        std::vector<KeyGrant> grants;
        for (const auto &[arrival, grant] : rowsOf(guest)) {
            grants.push_back(grant);
        }
        return grants;
    });
}

Result<KeyGrant> Keyring::keyOf(const GuestId &guest) const
{
    return keysOf(guest).and_then([](const std::vector<KeyGrant> &grants) -> Result<KeyGrant> {
        if (grants.empty()) {
            return fail(ErrorCode::NotFound, QStringLiteral("the key of this guest is not on this device"));
        }
        return grants.front();
    });
}

void Keyring::read(const std::function<void()> &work) const { m_storage->read(work); }

Result<Keyring::Page> Keyring::since(quint64 cursor, int countMax, KeyLevel level) const
{
    return guarded(fileWord(), [&]() -> Result<Page> {
        auto &last = m_storage->statement("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'key'");
        last.executeStep();
        const auto given = quint64(last.getColumn(0).getInt64());
        last.reset();
        if (cursor > given) {
            return fail(ErrorCode::Invalid, QStringLiteral("the key cursor is of another file: begin at 0"));
        }
        auto &query = m_storage->statement(
            "SELECT arrival, guest, level, key FROM key WHERE arrival > ? ORDER BY arrival LIMIT ?");
        const int rowsMax = std::clamp(countMax, 0, grantsPerMessageMax);
        query.bind(1, int64_t(cursor));
        query.bind(2, rowsMax);
        Page page;
        page.cursor = cursor;
        while (query.executeStep()) {
            page.cursor = quint64(query.getColumn(0).getInt64());
            const KeyGrant grant{idOf<GuestId>(query.getColumn(1)), levelOf(query.getColumn(2)),
                                 idOf<SecretKey>(query.getColumn(3))};
            page.grants.push_back(level == KeyLevel::Full ? grant : displayGrantOf(grant));
        }
        query.reset();
        page.isLast = page.grants.size() < std::size_t(rowsMax);
        return page;
    });
}

Result<quint64> Keyring::peerCursor(const DeviceId &peer, const VaultId &vault) const
{
    return guarded(fileWord(), [&]() -> Result<quint64> {
        auto &query = m_storage->statement("SELECT cursor FROM peer WHERE device = ? AND vault = ?");
        bind(query, 1, peer);
        bind(query, 2, vault);
        const quint64 cursor = query.executeStep() ? quint64(query.getColumn(0).getInt64()) : 0;
        query.reset();
        return cursor;
    });
}

Result<std::optional<Keyring::PeerProgress>> Keyring::progressOf(const DeviceId &peer) const
{
    return guarded(fileWord(), [&]() -> Result<std::optional<PeerProgress>> {
        auto &query = m_storage->statement("SELECT vault, cursor FROM peer WHERE device = ?");
        bind(query, 1, peer);
        std::optional<PeerProgress> progress;
        if (query.executeStep()) {
            const QByteArrayView vault(static_cast<const char *>(query.getColumn(0).getBlob()),
                                       query.getColumn(0).getBytes());
            progress = PeerProgress{peer, VaultId::fromBytes(vault).value_or(VaultId{}),
                                    quint64(query.getColumn(1).getInt64())};
        }
        query.reset();
        return progress;
    });
}

Status Keyring::forget(std::span<const GuestId> guests)
{
    return guarded(fileWord(), [&]() -> Status {
        bool isChanged = false;
        SQLite::Transaction transaction(m_storage->database(), SQLite::TransactionBehavior::IMMEDIATE);
        for (const GuestId &guest : guests) {
            if (hasTombstone(guest)) {
                continue;
            }
            isChanged = true;
            auto &bury = m_storage->statement("INSERT INTO forgotten VALUES(?)");
            bind(bury, 1, guest);
            bury.exec();
            for (const auto &[arrival, grant] : rowsOf(guest)) {
                erase(arrival);
            }
        }
        transaction.commit();
        countUnsettled();
        if (isChanged) {
            m_storage->checkpoint();
        }
        return {};
    });
}

Status Keyring::purge()
{
    return guarded(fileWord(), [&]() -> Status {
        SQLite::Transaction transaction(m_storage->database(), SQLite::TransactionBehavior::IMMEDIATE);
        m_storage->execute("INSERT OR IGNORE INTO forgotten SELECT guest FROM key; DELETE FROM key;"
                           "DELETE FROM unsettled;"
                           "UPDATE meta SET value = 1 WHERE key = 'purged';");
        transaction.commit();
        m_isPurged = true;
        m_unsettledCount = 0;
        m_storage->execute("VACUUM");
        m_storage->checkpoint();
        return {};
    });
}

Result<bool> Keyring::isForgotten(const GuestId &guest) const
{
    return guarded(fileWord(), [&]() -> Result<bool> { return m_isPurged || hasTombstone(guest); });
}

Result<std::vector<GuestId>> Keyring::forgotten() const
{
    return guarded(fileWord(), [&]() -> Result<std::vector<GuestId>> {
        auto &query = m_storage->statement("SELECT guest FROM forgotten ORDER BY guest");
        std::vector<GuestId> guests;
        while (query.executeStep()) {
            guests.push_back(idOf<GuestId>(query.getColumn(0)));
        }
        query.reset();
        return guests;
    });
}

Result<Keyring::Counts> Keyring::counts() const
{
    return guarded(fileWord(), [&]() -> Result<Counts> {
        auto &query = m_storage->statement("SELECT coalesce(sum(level = 1), 0), coalesce(sum(level = 0), 0),"
                                           " (SELECT count(*) FROM forgotten) FROM key");
        query.executeStep();
        const Counts counts{query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                            query.getColumn(2).getInt64()};
        query.reset();
        return counts;
    });
}

}  // namespace muster::people
