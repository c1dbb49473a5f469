// How fast operations come in and go down, as ratios to bare SQLite doing the same inserts in the same run: both sides
// take turns, batch by batch, because the disk of one minute is not that of the next. Prints one JSON object.
#include "core/base/crypto.h"
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstdio>
#include <sqlite3.h>

using namespace muster;
using namespace muster::test;

namespace {

using Seconds = std::chrono::duration<double>;

template<class F>
double timeOf(F work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - begun).count();
}

template<class T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().detail));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// The same rows in the same tables, with nothing asked and nothing proved.
class BareLog {
public:
    explicit BareLog(const QString &file)
        : m_database(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), m_state(m_database)
    {
        m_database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
                        "PRAGMA cache_size=-65536;"
                        "CREATE TABLE log(id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, seq INTEGER NOT NULL,"
                        " hash BLOB NOT NULL, bytes BLOB NOT NULL, signature BLOB, UNIQUE(stream, seq));");
        TestFold().createTables(m_state);
    }
    void insert(int stream, const std::vector<Operation> &operations, const std::vector<QByteArray> &bytes)
    {
        m_database.exec("BEGIN IMMEDIATE");
        for (std::size_t i = 0; i < operations.size(); ++i) {
            insert(stream, operations[i], bytes[i]);
        }
        m_state.finishQueries();
        m_database.exec("COMMIT");
    }

private:
    void insert(int stream, const Operation &operation, const QByteArray &bytes)
    {
        bindAll(m_state.statement("INSERT INTO log(stream, seq, hash, bytes, signature) VALUES(?, ?, ?, ?, ?)"), stream,
                quint64(operation.sequence), operation.hash, bytes, nullptr)
            .exec();
        if (operation.kind == QLatin1String("test.make")) {
            bindAll(m_state.statement("INSERT INTO test_thing VALUES(?, ?)"), operation.hash, name).exec();
        } else {
            bindAll(m_state.statement("INSERT INTO test_sum VALUES(?, ?)"
                                      " ON CONFLICT(name) DO UPDATE SET total = total + excluded.total"),
                    name, 1)
                .exec();
        }
    }
    const QString name = QStringLiteral("a name of usual length");
    SQLite::Database m_database;
    State m_state;
};

Draft draftFor(int i)
{
    const auto name = QStringLiteral("a name of usual length");
    auto draft = i % 2 == 0 ? makeDraft(name) : addDraft(name, 1);
    draft.actor = QStringLiteral("greeter-7");
    draft.body.insert(QLatin1String("sealed"), QByteArray(80, 's'));
    return draft;
}

struct Part {
    Batch batch;
    std::vector<Operation> operations;
    int stream;
};

std::vector<Part> makeBacklog(const EventKeys &event, int authors, int perAuthor)
{
    std::vector<Part> parts;
    for (int a = 0; a < authors; ++a) {
        Rig author(event, quint64(10 + a));
        must(author.open());
        must(author->transact([&] {
            for (int i = 0; i < perAuthor; ++i) {
                author->append(draftFor(i));
            }
        }));
        for (auto &batch : must(author->since({}, qsizetype(1) << 40))) {
            Part part{std::move(batch), {}, a};
            for (const auto &bytes : part.batch.operations) {
                part.operations.push_back(must(Operation::decode(bytes)));
            }
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

QJsonObject catchUp(const EventKeys &event, const TempDir &dir)
{
    const auto parts = makeBacklog(event, 10, 5'000);
    Rig hub(event, 1, dir.file(QStringLiteral("hub.db")));
    must(hub.open());
    BareLog bare(dir.file(QStringLiteral("bare.db")));
    double ours = 0;
    double theirs = 0;
    qint64 count = 0;
    for (const auto &part : parts) {
        theirs += timeOf([&] { bare.insert(part.stream, part.operations, part.batch.operations); });
        const auto bytes = part.batch.encode();  // As it comes from the link.
        ours += timeOf([&] { must(hub->transact([&] { must(hub->merge(must(Batch::decode(bytes)))); })); });
        count += qint64(part.operations.size());
    }
    return {{QStringLiteral("operations"), count},
            {QStringLiteral("batches"), qint64(parts.size())},
            {QStringLiteral("operations_per_second"), double(count) / ours},
            {QStringLiteral("bare_per_second"), double(count) / theirs},
            {QStringLiteral("ratio"), theirs / ours}};
}

QJsonObject oneByOne(const EventKeys &event, const TempDir &dir)
{
    constexpr int count = 2'000;
    Rig device(event, 1, dir.file(QStringLiteral("device.db")));
    must(device.open());
    SQLite::Database bare(dir.file(QStringLiteral("commit.db")).toStdString(),
                          SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    bare.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
              "CREATE TABLE log(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    SQLite::Statement insert(bare, "INSERT INTO log(bytes) VALUES(zeroblob(300))");
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < count; ++i) {
        theirs.push_back(timeOf([&] {
            insert.reset();
            insert.exec();
        }));
        ours.push_back(timeOf([&] { must(device->transact([&] { device->append(draftFor(i)); })); }));
    }
    std::ranges::sort(ours);
    std::ranges::sort(theirs);
    const auto at = [](const std::vector<double> &sorted, double part) {
        return sorted[std::size_t(part * double(sorted.size() - 1))] * 1'000;
    };
    return {{QStringLiteral("append_p50_ms"), at(ours, 0.5)},
            {QStringLiteral("append_p99_ms"), at(ours, 0.99)},
            {QStringLiteral("bare_commit_p50_ms"), at(theirs, 0.5)},
            {QStringLiteral("bare_commit_p99_ms"), at(theirs, 0.99)},
            {QStringLiteral("ratio_p50"), at(ours, 0.5) / at(theirs, 0.5)}};
}

}  // namespace

int main()
{
    initCrypto();
    const TempDir dir;
    const EventKeys event;
    const QJsonObject result{{QStringLiteral("catch_up"), catchUp(event, dir)},
                             {QStringLiteral("append"), oneByOne(event, dir)}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
