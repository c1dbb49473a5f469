// The hub takes in what cut-off devices did, against SQLite inserting the same log rows and the same rows of the day.
#include "tests/bench/bench_event.h"
#include "tests/bench/history.h"
#include "tests/bench/lines.h"

#include <QJsonArray>

#include <map>
#include <variant>

namespace muster::bench {
namespace {

constexpr int guestsTwice = 100;  ///< One guest in so many is signed in at two devices: a conflict.

using Value = std::variant<std::nullptr_t, qint64, std::string, QByteArray>;
using Row = std::vector<Value>;

struct Part {
    QByteArray batch;  ///< As it comes from the link.
    std::vector<Operation> operations;
    std::vector<QByteArray> bytes;
    int stream = 0;
    std::map<std::string, std::vector<Row>> rows;  ///< Of the day, as they are after this batch, each once.
};

/// What cut-off devices did with their guests, in their own order; all of them know the whole list.
std::vector<Part> makeBacklog(BenchEvent &event, int authors, int perAuthor)
{
    std::vector<Part> parts;
    const int step = perAuthor - perAuthor / guestsTwice;
    for (int a = 1; a <= authors; ++a) {
        auto device = event.copyFor(a);
        auto before = device->journal().vector();
        before.heads.erase(device->journal().self());  // It says first that its file is a copy.
        for (int i = 0; i < perAuthor; ++i) {
            SignIn command;
            command.payload = QByteArrayLiteral("C-") + QByteArray::number((a - 1) * step + i);
            command.isEachQuestionAsked = true;
            (*device)->submit({{}, {}, command}, [](const Answer &answer) {
                if (answer.outcome != Outcome::Admitted) {
                    qFatal("a guest of the benchmark was not admitted: %s", qPrintable(toString(answer.outcome)));
                }
            });
            if (i % 50 == 49 || i + 1 == perAuthor) {
                (*device)->flush();
            }
        }
        for (auto &batch : must(device->journal().since(before, qsizetype(1) << 40))) {
            Part part;
            part.batch = batch.encode();
            part.bytes = std::move(batch.operations);
            part.stream = a + 1;
            for (const auto &bytes : part.bytes) {
                part.operations.push_back(must(Operation::decode(bytes)));
            }
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

/// The hub's journal with the fold of the day, and nothing above it.
class Hub {
public:
    Hub(const BenchEvent &event, const QString &file) : Hub(event, file, new Venue(event.id(), event.key())) {}
    [[nodiscard]] Journal &journal() { return *m_journal; }
    void take(const Part &part)
    {
        must(m_journal->transact([&] { must(m_journal->merge(must(Batch::decode(part.batch)))); }));
        std::ignore = m_venue->takeMoved();
    }

private:
    Hub(const BenchEvent &event, const QString &file, Venue *venue)
        : m_venue(venue),
          m_journal(event.journalOptions(0, file), file + QStringLiteral(".mark"), std::unique_ptr<Fold>(venue))
    {
    }

    Venue *m_venue;  ///< The journal's.
    JournalFile m_journal;
};

Row rowOf(SQLite::Statement &row)
{
    Row values;
    for (int i = 0; i < row.getColumnCount(); ++i) {
        const auto column = row.getColumn(i);
        if (column.isNull()) {
            values.emplace_back(nullptr);
        } else if (column.isInteger()) {
            values.emplace_back(qint64(column.getInt64()));
        } else if (column.isBlob()) {
            values.emplace_back(bytesOf(column));
        } else {
            values.emplace_back(std::string(column.getText(), std::size_t(column.getBytes())));
        }
    }
    return values;
}

template<class... Keys>
void collect(State &state, std::string_view sql, std::vector<Row> &rows, const Keys &...keys)
{
    auto &statement = state.statement(sql);
    bindAll(statement, keys...);
    while (statement.executeStep()) {
        rows.push_back(rowOf(statement));
    }
}

/// The rows that @p part changed, once each, read from a hub that has just taken it.
void noteRows(Hub &hub, Part &part, std::map<std::string, qint64> &tallies)
{
    must(hub.journal().read([&](State &state) {
        for (const auto &operation : part.operations) {
            const auto &op = operation.hash;
            collect(state, "SELECT * FROM told WHERE op = ?", part.rows["told"], op);
            collect(state, "SELECT * FROM told_request WHERE request = ?", part.rows["told_request"],
                    operation.request);
            collect(state, "SELECT d.* FROM guest_day d JOIN told t ON t.guest = d.guest WHERE t.op = ?",
                    part.rows["guest_day"], op);
            collect(state, "SELECT c.* FROM conflict c JOIN told t ON t.guest = c.guest WHERE t.op = ?",
                    part.rows["conflict"], op);
        }
        std::vector<Row> all;
        collect(state, "SELECT name, value FROM tally", all);
        for (const auto &row : all) {
            auto &known = tallies[std::get<std::string>(row[0])];
            if (std::exchange(known, std::get<qint64>(row[1])) != known) {
                part.rows["tally"].push_back(row);
            }
        }
    }));
}

/// SQLite with the tables of the same file, and nothing else: no hash, no proof, no look at what is there.
class Bare {
public:
    explicit Bare(const QString &file) : m_database(file.toStdString(), SQLite::OPEN_READWRITE)
    {
        m_database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
                        "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
        m_log = std::make_unique<SQLite::Statement>(
            m_database, "INSERT INTO log(stream, seq, hash, bytes, signature) VALUES(?, ?, ?, ?, NULL)");
    }
    void insert(const Part &part)
    {
        m_database.exec("BEGIN IMMEDIATE");
        for (std::size_t i = 0; i < part.operations.size(); ++i) {
            const auto &operation = part.operations[i];
            m_log->reset();
            m_log->bind(1, part.stream + 1'000);
            m_log->bind(2, int64_t(operation.sequence));
            m_log->bindNoCopy(3, operation.hash.bytes.data(), int(operation.hash.bytes.size()));
            m_log->bindNoCopy(4, part.bytes[i].constData(), int(part.bytes[i].size()));
            m_log->exec();
        }
        for (const auto &[table, rows] : part.rows) {
            for (const auto &row : rows) {
                put(table, row);
            }
        }
        m_log->reset();
        m_database.exec("COMMIT");
    }

private:
    void put(const std::string &table, const Row &row)
    {
        auto &statement = m_statements[table];
        if (!statement) {
            std::string marks = "?";
            for (std::size_t i = 1; i < row.size(); ++i) {
                marks += ",?";
            }
            statement = std::make_unique<SQLite::Statement>(m_database, "INSERT OR REPLACE INTO " + table + " VALUES(" +
                                                                            marks + ")");
        }
        statement->reset();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int at = int(i) + 1;
            if (const auto *number = std::get_if<qint64>(&row[i])) {
                statement->bind(at, int64_t(*number));
            } else if (const auto *text = std::get_if<std::string>(&row[i])) {
                statement->bindNoCopy(at, *text);
            } else if (const auto *blob = std::get_if<QByteArray>(&row[i])) {
                statement->bindNoCopy(at, blob->isNull() ? "" : static_cast<const void *>(blob->constData()),
                                      int(blob->size()));
            } else {
                statement->bind(at);
            }
        }
        statement->exec();
        statement->reset();
    }

    SQLite::Database m_database;
    std::unique_ptr<SQLite::Statement> m_log;
    std::map<std::string, std::unique_ptr<SQLite::Statement>> m_statements;
};

}  // namespace

std::vector<Line> benchCatchUp(const QString &folder, Scale scale)
{
    BenchEvent event(folder + QStringLiteral("/catch-up"), scale.of(100'000, 4'000), 11);
    auto parts = makeBacklog(event, scale.of(10, 2), scale.of(5'000, 1'000));
    qint64 rowCount = 0;
    qint64 operationCount = 0;
    {
        Hub reference(event, event.copyOfFile(QStringLiteral("reference")));
        std::map<std::string, qint64> tallies;
        for (auto &part : parts) {
            reference.take(part);
            noteRows(reference, part, tallies);
            operationCount += qint64(part.operations.size());
            for (const auto &[table, rows] : part.rows) {
                rowCount += qint64(rows.size());
            }
        }
    }
    Hub hub(event, event.copyOfFile(QStringLiteral("hub")));
    Bare bare(event.copyOfFile(QStringLiteral("bare")));
    Times ours;
    Times theirs;
    const double cpuBefore = cpuSeconds();
    double cpuOurs = 0;
    for (const auto &part : parts) {
        theirs.measure([&] { bare.insert(part); });
        const double begun = cpuSeconds();
        ours.measure([&] { hub.take(part); });
        cpuOurs += cpuSeconds() - begun;
    }
    const double cpuTheirs = cpuSeconds() - cpuBefore - cpuOurs;
    const double count = double(operationCount);
    const auto perSecond = [count](const Times &times) { return count / times.total() * 1'000; };
    const auto cpu = [count](double seconds) { return rounded(seconds * 1e6 / count); };
    return {{QStringLiteral("catch_up"),
             perSecond(ours),
             QStringLiteral("operations/s"),
             Line::Bound::AtLeast,
             0.8 * perSecond(theirs),
             theirs.total() / ours.total(),
             {{QStringLiteral("ours"), ours.toJson()},
              {QStringLiteral("probe"), theirs.toJson()},
              {QStringLiteral("cpu_us_per_operation"), QJsonArray{cpu(cpuOurs), cpu(cpuTheirs)}},
              {QStringLiteral("operations"), operationCount},
              {QStringLiteral("batches"), qint64(parts.size())},
              {QStringLiteral("rows_of_the_day"), rowCount}}}};
}

}  // namespace muster::bench
