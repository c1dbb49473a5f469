#include "core/people/directory.h"

#include "core/people/search.h"

#include <QCborMap>
#include <QCborValue>
#include <QFile>
#include <sqlite3.h>

#include <unordered_map>

namespace muster::people {
namespace {

/// Of tables and tokens: raised with either, so that older files are made anew.
constexpr int formatVersion = 1;
constexpr std::size_t candidatesAllChecked = 200;  ///< So few are compared one by one before any is shown.
constexpr int candidatesMax = 500;                 ///< Compared for one degree of fit.

QString fileWord() { return QStringLiteral("people"); }

QByteArray encodeExtra(const QMap<QString, QString> &extra)
{
    QCborMap map;
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        map.insert(it.key(), it.value());
    }
    return map.isEmpty() ? QByteArray() : map.toCborValue().toCbor();
}

QMap<QString, QString> decodeExtra(const QByteArray &bytes)
{
    QMap<QString, QString> extra;
    for (const auto &[key, value] : QCborValue::fromCbor(bytes).toMap()) {
        extra.insert(key.toString(), value.toString());
    }
    return extra;
}

void deleteFiles(const QString &path)
{
    for (const auto *suffix : {"", "-wal", "-shm"}) {
        QFile::remove(path + QLatin1String(suffix));
    }
}

}  // namespace

class Directory::Impl {
public:
    explicit Impl(QString path) : m_path(std::move(path)) {}
    ~Impl()
    {
        close();
        if (m_isDamaged) {
            deleteFiles(m_path);
        }
    }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    void openOrRenew()
    {
        try {
            connect();
            if (isCurrent()) {
                load();
                return;
            }
        } catch (const SQLite::Exception &failure) {
            if (!isDamage(failure)) {
                throw;
            }
        }
        renew();
    }

    void renew()
    {
        close();
        deleteFiles(m_path);
        connect();
        SQLite::Transaction transaction(m_storage->database());
        m_storage->execute("CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
                           "CREATE TABLE person(id INTEGER PRIMARY KEY, guest BLOB NOT NULL UNIQUE,"
                           " name TEXT NOT NULL, latin TEXT NOT NULL, phone TEXT NOT NULL, company TEXT NOT NULL,"
                           " notes TEXT NOT NULL, extra BLOB NOT NULL);");
        Postings::createTables(*m_storage);
        auto &meta = m_storage->statement("INSERT INTO meta VALUES('format', ?), ('log_point', x'')");
        meta.bind(1, formatVersion);
        meta.exec();
        transaction.commit();
        load();
        m_isFresh = true;
    }

    [[nodiscard]] bool isFresh() const { return m_isFresh; }

    /// Runs @p work and turns SQLite's exceptions into errors; a damaged file goes when this object goes.
    template<class Work>
    auto guarded(Work &&work) -> decltype(work())
    {
        if (!m_storage) {
            return fail(ErrorCode::Storage, QStringLiteral("people.db is closed after a failure: open it again"));
        }
        try {
            return work();
        } catch (const SQLite::Exception &failure) {
            if (m_postings) {
                m_postings->forgetPending();
            }
            if (isDamage(failure)) {
                m_isDamaged = true;
                return fail(ErrorCode::Storage,
                            QStringLiteral("people.db is damaged: open it again, it is rebuilt from log and keys"));
            }
            return tl::unexpected<Error>(errorOf(failure, fileWord()));
        }
    }

    QByteArray logPoint()
    {
        auto &query = m_storage->statement("SELECT value FROM meta WHERE key = 'log_point'");
        query.executeStep();
        const QByteArray point = bytesOf(query.getColumn(0));
        query.reset();
        return point;
    }

    void put(std::span<const Entry> entries, const std::optional<QByteArray> &point)
    {
        change(point, [&] {
            for (const Entry &entry : entries) {
                putOne(entry);
            }
        });
    }

    void remove(std::span<const GuestId> guests, const std::optional<QByteArray> &point)
    {
        change(point, [&] {
            for (const GuestId &guest : guests) {
                removeOne(guest);
            }
        });
        m_storage->checkpoint();
    }

    void read(const std::function<void()> &work)
    {
        if (m_storage) {
            m_storage->read(work);
        } else {
            work();  // Closed after a failure: each question says so.
        }
    }

    std::optional<Person> find(const GuestId &guest)
    {
        const auto row = rowOf(guest);
        return row ? std::optional(row->person) : std::nullopt;
    }

    qint64 count()
    {
        auto &query = m_storage->statement("SELECT count(*) FROM person");
        query.executeStep();
        const qint64 count = query.getColumn(0).getInt64();
        query.reset();
        return count;
    }

    std::vector<GuestId> search(QStringView text, int countMax);

private:
    struct StoredRow {
        Postings::Row id = 0;
        Person person;
    };
    struct Hit {
        Fit fit;
        GuestId guest;
    };

    static bool isDamage(const SQLite::Exception &failure)
    {
        return failure.getErrorCode() == SQLITE_CORRUPT || failure.getErrorCode() == SQLITE_NOTADB;
    }

    void connect()
    {
        m_storage = std::make_unique<Storage>(m_path, Durability::Rebuildable);
        m_postings = std::make_unique<Postings>(*m_storage);
    }
    void close()
    {
        m_postings.reset();
        m_storage.reset();
    }

    bool isCurrent()
    {
        if (!m_storage->database().tableExists("meta")) {
            return false;
        }
        auto &query = m_storage->statement("SELECT value FROM meta WHERE key = 'format'");
        const bool isSame = query.executeStep() && query.getColumn(0).getInt() == formatVersion;
        query.reset();
        return isSame;
    }

    void load()
    {
        auto &query = m_storage->statement("SELECT coalesce(max(id), 0) FROM person");
        query.executeStep();
        m_rowMax = Postings::Row(query.getColumn(0).getInt64());
        query.reset();
        m_storage->checkpoint();  // A removal may have been cut off before its own.
    }

    template<class Work>
    void change(const std::optional<QByteArray> &point, Work &&work)
    {
        const auto rowMax = m_rowMax;
        try {
            SQLite::Transaction transaction(m_storage->database(), SQLite::TransactionBehavior::IMMEDIATE);
            work();
            m_postings->flush();
            if (point) {
                auto &meta = m_storage->statement("UPDATE meta SET value = ? WHERE key = 'log_point'");
                bind(meta, 1, *point);
                meta.exec();
            }
            transaction.commit();
        } catch (...) {
            m_rowMax = rowMax;
            throw;
        }
    }

    void putOne(const Entry &entry)
    {
        if (write(m_storage->statement("INSERT INTO person VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                                       " ON CONFLICT(guest) DO NOTHING"),
                  m_rowMax + 1, entry)) {
            ++m_rowMax;
            m_postings->add(m_rowMax, SearchKeys::of(entry.person).tokens());
            return;
        }
        const auto old = rowOf(entry.guest);
        if (!old || old->person == entry.person) {
            return;
        }
        const auto before = SearchKeys::of(old->person).tokens();
        const auto after = SearchKeys::of(entry.person).tokens();
        std::vector<Token> lost;
        std::vector<Token> gained;
        std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(lost));
        std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(gained));
        m_postings->remove(old->id, lost);
        m_postings->add(old->id, gained);
        write(m_storage->statement("UPDATE person SET guest = ?2, name = ?3, latin = ?4, phone = ?5, company = ?6,"
                                   " notes = ?7, extra = ?8 WHERE id = ?1"),
              old->id, entry);
    }

    bool write(SQLite::Statement &statement, Postings::Row id, const Entry &entry)
    {
        const Person &person = entry.person;
        const std::array texts{person.name.toStdString(), person.latinName.toStdString(), person.phone.toStdString(),
                               person.company.toStdString(), person.notes.toStdString()};
        const QByteArray extra = encodeExtra(person.extra);
        statement.bind(1, int64_t(id));
        bind(statement, 2, entry.guest);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            statement.bindNoCopy(int(i) + 3, texts[i]);
        }
        bind(statement, 8, extra);
        return statement.exec() > 0;
    }

    void removeOne(const GuestId &guest)
    {
        const auto old = rowOf(guest);
        if (!old) {
            return;
        }
        m_postings->remove(old->id, SearchKeys::of(old->person).tokens());
        auto &erase = m_storage->statement("DELETE FROM person WHERE id = ?");
        erase.bind(1, int64_t(old->id));
        erase.exec();
    }

    std::optional<StoredRow> rowOf(const GuestId &guest)
    {
        auto &query =
            m_storage->statement("SELECT id, name, latin, phone, company, notes, extra FROM person WHERE guest = ?");
        bind(query, 1, guest);
        std::optional<StoredRow> row;
        if (query.executeStep()) {
            row = StoredRow{Postings::Row(query.getColumn(0).getInt64()),
                            {textOf(query.getColumn(1)), textOf(query.getColumn(2)), textOf(query.getColumn(3)),
                             textOf(query.getColumn(4)), textOf(query.getColumn(5)),
                             decodeExtra(bytesOf(query.getColumn(6)))}};
        }
        query.reset();
        return row;
    }

    std::optional<Hit> check(const Query &query, Postings::Row row);
    /// All of few candidates, compared and sorted.
    std::vector<Hit> bestOf(const Query &query, const std::vector<Postings::Row> &candidates);
    /// Of too many to compare them all: looks for the best first and stops as soon as there are enough.
    std::vector<Hit> firstOf(const Query &query, Sweep &sweep, int countMax);

    QString m_path;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Postings> m_postings;
    Postings::Row m_rowMax = 0;
    bool m_isFresh = false;
    bool m_isDamaged = false;
};

std::optional<Directory::Impl::Hit> Directory::Impl::check(const Query &query, Postings::Row row)
{
    auto &select = m_storage->statement("SELECT guest, name, latin, phone, company FROM person WHERE id = ?");
    select.bind(1, int64_t(row));
    std::optional<Hit> hit;
    if (select.executeStep()) {
        Person person;
        person.name = textOf(select.getColumn(1));
        person.latinName = textOf(select.getColumn(2));
        person.phone = textOf(select.getColumn(3));
        person.company = textOf(select.getColumn(4));
        if (const auto fit = query.fit(SearchKeys::of(person))) {
            hit = Hit{*fit, idOf<GuestId>(select.getColumn(0))};
        }
    }
    select.reset();
    return hit;
}

std::vector<GuestId> Directory::Impl::search(QStringView text, int countMax)
{
    const Query query(text);
    if (query.isBlank() || countMax <= 0) {
        return {};
    }
    countMax = std::min(countMax, searchResultsMax);
    Sweep sweep(*m_storage, *m_postings, m_rowMax);
    std::vector<Postings::Row> candidates;
    sweep.run(query.expression(Fit::Inside), [&](Postings::Row row) {
        candidates.push_back(row);
        return candidates.size() <= candidatesAllChecked;
    });
    auto hits = candidates.size() <= candidatesAllChecked ? bestOf(query, candidates) : firstOf(query, sweep, countMax);
    hits.resize(std::min(hits.size(), std::size_t(countMax)));
    std::vector<GuestId> guests;
    for (const Hit &hit : hits) {
        guests.push_back(hit.guest);
    }
    return guests;
}

std::vector<Directory::Impl::Hit> Directory::Impl::bestOf(const Query &query,
                                                          const std::vector<Postings::Row> &candidates)
{
    std::vector<Hit> hits;
    for (const auto row : candidates) {
        if (const auto hit = check(query, row)) {
            hits.push_back(*hit);
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.fit < b.fit; });
    return hits;
}

std::vector<Directory::Impl::Hit> Directory::Impl::firstOf(const Query &query, Sweep &sweep, int countMax)
{
    std::vector<Hit> hits;
    std::unordered_map<Postings::Row, std::optional<Hit>> compared;
    for (const Fit wanted : {Fit::Exact, Fit::Start, Fit::Inside}) {
        int count = 0;
        sweep.run(query.expression(wanted), [&](Postings::Row row) {
            const auto [entry, isNew] = compared.try_emplace(row);
            if (isNew) {
                entry->second = check(query, row);
                ++count;
            }
            if (entry->second && entry->second->fit == wanted) {
                hits.push_back(*entry->second);
            }
            return hits.size() < std::size_t(countMax) && count < candidatesMax;
        });
        if (hits.size() >= std::size_t(countMax)) {
            break;
        }
    }
    return hits;
}

Directory::Directory(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Directory::~Directory() = default;

Result<std::unique_ptr<Directory>> Directory::open(const QString &path)
{
    return people::guarded(fileWord(), [&]() -> Result<std::unique_ptr<Directory>> {
        auto impl = std::make_unique<Impl>(path);
        impl->openOrRenew();
        return std::unique_ptr<Directory>(new Directory(std::move(impl)));
    });
}

bool Directory::isFresh() const { return m_impl->isFresh(); }

Result<QByteArray> Directory::logPoint() const
{
    return m_impl->guarded([&]() -> Result<QByteArray> { return m_impl->logPoint(); });
}

Status Directory::put(std::span<const Entry> entries, const std::optional<QByteArray> &logPoint)
{
    Q_ASSERT(!logPoint || logPoint->size() <= logPointBytesMax);
    return m_impl->guarded([&]() -> Status {
        m_impl->put(entries, logPoint);
        return {};
    });
}

Status Directory::remove(std::span<const GuestId> guests, const std::optional<QByteArray> &logPoint)
{
    Q_ASSERT(!logPoint || logPoint->size() <= logPointBytesMax);
    return m_impl->guarded([&]() -> Status {
        m_impl->remove(guests, logPoint);
        return {};
    });
}

Status Directory::purge()
{
    return m_impl->guarded([&]() -> Status {
        m_impl->renew();
        return {};
    });
}

Result<Person> Directory::find(const GuestId &guest) const
{
    return m_impl->guarded([&]() -> Result<Person> {
        if (auto person = m_impl->find(guest)) {
            return std::move(*person);
        }
        return fail(ErrorCode::NotFound, QStringLiteral("nothing in clear is known of this guest on this device"));
    });
}

void Directory::read(const std::function<void()> &work) const { m_impl->read(work); }

Result<qint64> Directory::count() const
{
    return m_impl->guarded([&]() -> Result<qint64> { return m_impl->count(); });
}

Result<std::vector<GuestId>> Directory::search(QStringView text, int countMax) const
{
    return m_impl->guarded([&]() -> Result<std::vector<GuestId>> { return m_impl->search(text, countMax); });
}

}  // namespace muster::people
