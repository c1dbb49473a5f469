// Goal: whoever changes what was recorded is found out, and a bad batch leaves nothing behind.
// Method: change the closed file with plain SQL, every kind of byte; merge batches with one thing wrong at a time.
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

#include <QCborValue>

using namespace muster;
using namespace muster::test;

namespace {

const QString in = QStringLiteral("in");

void changeFile(const QString &file, const char *sql)
{
    SQLite::Database database(file.toStdString(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

/// What verify() says after @p sql was done to the closed file.
QStringList faultsAfter(const char *sql)
{
    const TempDir dir;
    const EventKeys event;
    const auto file = dir.file(QStringLiteral("a.db"));
    Rig other(event, 8);
    other.opened();
    Rig rig(event, 7, file);
    rig.opened();
    for (int i = 0; i < 5; ++i) {
        rig.act(addDraft(in, 1));
        other.act(addDraft(in, 1));
    }
    rig.pull(other);
    CHECK(rig->verify().value() == QStringList());
    rig.close();
    changeFile(file, sql);
    rig.opened();
    return rig->verify().value();
}

Batch batchOf(Rig &rig)
{
    const auto batches = rig->since({}, 1 << 20);
    REQUIRE(batches.has_value());
    REQUIRE(batches->size() == 1);
    return batches->front();
}

}  // namespace

TEST_CASE("verify names what was changed in the file", "[tamper]")
{
    const auto [sql, words] = GENERATE(table<const char *, const char *>({
        {"UPDATE log SET bytes = CAST(substr(bytes, 1, 80) || x'00' || substr(bytes, 82) AS BLOB) WHERE id = 3",
         "its bytes were changed"},
        {"UPDATE log SET hash = (SELECT hash FROM log WHERE id = 2) WHERE id = 3", "its bytes were changed"},
        {"DELETE FROM log WHERE id = 3", "operations before it are missing"},
        {"UPDATE log SET seq = seq + 100 WHERE id = 3", "operations before it are missing"},
        {"UPDATE log SET signature = CAST(x'00' || substr(signature, 2) AS BLOB) WHERE id = 3",
         "its signature is wrong"},
        {"UPDATE log SET signature = NULL WHERE id = (SELECT max(id) FROM log)", "are not signed"},
        {"UPDATE author SET credential = CAST(x'00' || substr(credential, 2) AS BLOB)",
         "does not belong to this event"},
        {"DELETE FROM author", "has no credential"},
        {"UPDATE stream SET incarnation = incarnation + 1", "its bytes were changed"},
        {"UPDATE test_sum SET total = total + 1", "do not match their digest"},
        {"DELETE FROM test_sum", "do not match their digest"},
        {"INSERT INTO test_sum VALUES('out', 1)", "do not match their digest"},
    }));
    INFO(sql);
    const auto faults = faultsAfter(sql).join(QLatin1Char('\n'));
    INFO(faults.toStdString());
    CHECK(faults.contains(QLatin1String(words)));
}

TEST_CASE("verify names every fault, not only the first", "[tamper]")
{
    const auto faults = faultsAfter("UPDATE log SET bytes = CAST(substr(bytes, 1, 80) || x'00' || substr(bytes, 82) AS"
                                    " BLOB) WHERE id IN (2, 4, 7)");
    CHECK(faults.size() == 3);
}

TEST_CASE("a row that rotted on the disk is not sent, and holds up nobody else's", "[tamper]")
{
    const TempDir dir;
    const EventKeys event;
    const auto file = dir.file(QStringLiteral("a.db"));
    Rig other(event, 8);
    other.opened();
    other.act(addDraft(in, 1));
    Rig rig(event, 7, file);
    rig.opened();
    rig.act(addDraft(in, 1));
    const auto self = rig->self();
    rig.pull(other);
    rig.close();
    changeFile(file, "UPDATE log SET bytes = x'00' WHERE id = 1");
    rig.opened();
    CHECK_FALSE(rig->nextBatch(self, {}).value().has_value());
    CHECK(rig->nextBatch(other->self(), {}).value().has_value());
    CHECK_FALSE(rig->verify().value().isEmpty());
}

TEST_CASE("no byte of an operation can be changed unseen", "[tamper]")
{
    const EventKeys event;
    Rig author(event, 7);
    author.opened().act(addDraft(in, 1));
    author.act(addDraft(in, 2));
    const auto batch = batchOf(author);
    Rig reader(event, 8);
    reader.opened();
    for (std::size_t i = 0; i < batch.operations.size(); ++i) {
        for (qsizetype k = 0; k < batch.operations[i].size(); ++k) {
            auto changed = batch;
            changed.operations[i][k] = char(changed.operations[i][k] ^ (1 << (k % 8)));
            const auto merged = reader.take(changed);
            REQUIRE_FALSE(merged.has_value());
        }
    }
    CHECK(reader->vector() == VersionVector{});
    CHECK(reader->digest() == StateDigest{});
    CHECK(reader.take(batch).value().appliedCount == 2);
}

TEST_CASE("a batch with one thing wrong is refused and leaves nothing", "[tamper]")
{
    EventKeys event;
    const EventKeys stranger(99);
    Rig author(event, 7);
    author.opened();
    for (int i = 0; i < 3; ++i) {
        author.act(addDraft(in, 1));
    }
    Rig reader(event, 8);
    reader.opened();
    auto batch = batchOf(author);
    SECTION("signature") { batch.signature.bytes[5] ^= 1U; }
    SECTION("signed for fewer operations") { batch.operations.pop_back(); }
    SECTION("a credential of another event") { batch.author.byEvent = stranger.enrol(author.options().key).byEvent; }
    SECTION("another author's name")
    {
        const auto other = SigningKey::make(event.random);
        batch.author = event.enrol(other);
        batch.signature = other.sign(Batch::message(event.id, author->vector().heads.begin()->second.front().hash));
    }
    SECTION("an operation left out") { batch.operations.erase(batch.operations.begin() + 1); }
    SECTION("operations swapped") { std::swap(batch.operations[0], batch.operations[1]); }
    SECTION("no operations") { batch.operations.clear(); }
    SECTION("no bytes in an operation") { batch.operations[1].clear(); }
    const auto merged = reader.take(batch);
    REQUIRE_FALSE(merged.has_value());
    CHECK(merged.error().code == ErrorCode::Invalid);
    CHECK(reader->vector() == VersionVector{});
    CHECK(reader->digest() == StateDigest{});
    CHECK(reader.sum(in) == 0);
    CHECK(reader->verify().value() == QStringList());
}

TEST_CASE("a chain that claims to begin in the middle is refused", "[tamper]")
{
    const EventKeys event;
    Rig author(event, 7);
    Operation operation = author.opened().act(addDraft(in, 1));
    operation.sequence = Sequence{2};  // With no predecessor named.
    const auto bytes = operation.encode();
    const Batch batch{
        author.options().self, {bytes}, author.options().key.sign(Batch::message(event.id, operationHashOf(bytes)))};
    Rig reader(event, 8);
    CHECK(reader.opened().take(batch).error().code == ErrorCode::Invalid);
}
