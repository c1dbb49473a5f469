// Goal: what was recorded survives closing, killing and group commits; a restored disk is found out.
// Method: second objects on the same file, copies of files put back, marks removed or torn.
#include "tests/support/fault_vfs.h"
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

#include <QFile>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

TEST_CASE("a second object on the same file knows everything", "[journal]")
{
    const TempDir dir;
    const EventKeys event;
    Rig rig(event, 7, dir.file(QStringLiteral("a.db")));
    CHECK(rig.opened()->opening().isFirst);
    const auto first = rig.act(addDraft(QStringLiteral("in"), 2));
    const auto second = rig.act(setDraft(QStringLiteral("mode"), 0, QStringLiteral("开门")));
    const auto vector = rig->vector();
    const auto digest = rig->digest();
    const auto self = rig->self();
    rig.close();

    rig.opened();
    CHECK_FALSE(rig->opening().isFirst);
    CHECK_FALSE(rig->opening().isRestored);
    CHECK(rig->self() == self);
    CHECK(rig->vector() == vector);
    CHECK(rig->digest() == digest);
    CHECK(rig.sum(QStringLiteral("in")) == 2);
    CHECK(rig->holds(self, {first.sequence, first.hash}));
    CHECK_FALSE(rig->holds(self, {second.sequence, first.hash}));

    const auto third = rig.act(addDraft(QStringLiteral("in"), 1));
    CHECK(third.previous == second.hash);
    CHECK(quint64(third.sequence) == 3);
    CHECK(third.time > second.time);
    CHECK(rig->verify().value() == QStringList());
}

TEST_CASE("acts that arrive together share one commit and one signature, and stay separate operations", "[journal]")
{
    const EventKeys event;
    Rig rig(event, 7);
    rig.opened();
    std::vector<Operation> made;
    REQUIRE(rig->transact([&] {
                   for (int i = 0; i < 200; ++i) {
                       made.push_back(rig->append(addDraft(QStringLiteral("in"), 1)));
                   }
               })
                .has_value());
    for (std::size_t i = 1; i < made.size(); ++i) {
        CHECK(made[i].previous == made[i - 1].hash);
        CHECK(made[i].time > made[i - 1].time);
    }
    CHECK(rig.sum(QStringLiteral("in")) == 200);
    CHECK(rig->verify().value() == QStringList());
    const auto batches = rig->since({}, 1 << 20);
    REQUIRE(batches.has_value());
    std::size_t count = 0;
    for (const auto &batch : *batches) {
        CHECK(batch.encode().size() < 64 * 1024);
        count += batch.operations.size();
    }
    CHECK(count == 200);
}

TEST_CASE("large bodies still travel in frames of 64 KiB", "[journal]")
{
    const EventKeys event;
    Rig rig(event, 7);
    rig.opened();
    REQUIRE(rig->transact([&] {
                   for (int i = 0; i < 20; ++i) {
                       auto draft = makeDraft(QString(Operation::bodySizeMax - 100 - i * 1000, QLatin1Char('x')));
                       rig->append(draft);
                   }
               })
                .has_value());
    const auto batches = rig->since({}, 1 << 22).value();
    for (const auto &batch : batches) {
        CHECK(batch.encode().size() < 64 * 1024);
    }
    Rig other(event, 8);
    CHECK(other.opened().pull(rig) == 20);
}

TEST_CASE("a journal of another event is not opened", "[journal]")
{
    const TempDir dir;
    const EventKeys event(1);
    const EventKeys otherEvent(2);
    Rig rig(event, 7, dir.file(QStringLiteral("a.db")));
    rig.opened();
    rig.close();
    rig.options().event = otherEvent.id;
    const auto opened = rig.open();
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == ErrorCode::Storage);
    CHECK(opened.error().detail.contains(QStringLiteral("another event")));
}

TEST_CASE("an actor's name cut within a character reads the same everywhere", "[journal]")
{
    const EventKeys event;
    Rig rig(event, 7);
    rig.opened();
    auto draft = addDraft(QStringLiteral("in"), 1);
    draft.actor = QString(Operation::actorLengthMax - 1, QLatin1Char('a')) + QString::fromUcs4(U"\U00020BB7", 1);
    const auto made = rig.act(draft);
    Operation read;
    REQUIRE(rig->forEach([&](const Operation &operation) {
                   read = operation;
                   return true;
               })
                .has_value());
    CHECK(read.actor == made.actor);
    CHECK(read.hash == made.hash);
}

SCENARIO("an old copy of the database is put back", "[journal]")
{
    const TempDir dir;
    const EventKeys event;
    const auto file = dir.file(QStringLiteral("a.db"));
    Rig rig(event, 7, file);
    rig.opened();
    for (int i = 0; i < 5; ++i) {
        rig.act(addDraft(QStringLiteral("in"), 1));
    }
    const auto incarnation = rig->self().incarnation;
    rig.close();
    QFile::copy(file, file + QStringLiteral(".old"));
    const auto putBack = [&] {
        rig.close();
        QFile::remove(file);
        QFile::copy(file + QStringLiteral(".old"), file);
        rig.opened();
    };

    GIVEN("one operation more and a clean close")
    {
        rig.opened().act(addDraft(QStringLiteral("in"), 1));
        putBack();
        THEN("even the one missing operation shows")
        {
            CHECK(rig->opening().isRestored);
            CHECK(rig->self().incarnation != incarnation);
            CHECK(quint64(rig.act(addDraft(QStringLiteral("in"), 1)).sequence) == 1);
            rig.close();
            CHECK_FALSE(rig.opened()->opening().isRestored);
        }
    }
    GIVEN("a run that was killed after many operations")
    {
        rig.opened();
        for (quint64 i = 0; i < 2 * HighWater::spacing; ++i) {
            rig.act(addDraft(QStringLiteral("in"), 1));
        }
        rig.highWater.isDead = true;  // The farewell is not written.
        rig.close();
        rig.highWater.isDead = false;
        WHEN("nothing was put back")
        {
            rig.opened();
            THEN("there is no alarm") { CHECK_FALSE(rig->opening().isRestored); }
        }
        WHEN("the old copy was")
        {
            putBack();
            THEN("it shows") { CHECK(rig->opening().isRestored); }
        }
    }
    GIVEN("the mark is missing")
    {
        rig.highWater.mark.reset();
        THEN("the device is careful")
        {
            rig.opened();
            CHECK(rig->opening().isRestored);
            CHECK(rig->self().incarnation != incarnation);
        }
    }
    GIVEN("the database is gone but the mark is there")
    {
        QFile::remove(file);
        rig.opened();
        THEN("that is a restored device too")
        {
            CHECK(rig->opening().isFirst);
            CHECK(rig->opening().isRestored);
        }
    }
    GIVEN("a copy of another place, with its own mark")
    {
        rig.highWater.mark = HighWaterMark{Incarnation{12345}, 1};
        rig.opened();
        THEN("it is not continued") { CHECK(rig->opening().isRestored); }
    }
}

TEST_CASE("an import of many operations killed before its commit is no restored disk", "[journal]")
{
    const EventKeys event;
    FaultDisk disk(3);
    Rig rig(event, 7, QStringLiteral("a.db"));
    rig.options().vfs = disk.vfsName();
    rig.opened().act(addDraft(QStringLiteral("in"), 1));
    const auto done = rig->transact([&] {
        for (int i = 0; i < 500; ++i) {
            rig->append(addDraft(QStringLiteral("in"), 1));
        }
        disk.crash();
        rig.highWater.isDead = true;
    });
    CHECK_FALSE(done.has_value());
    rig.close();
    rig.highWater.isDead = false;
    rig.opened();
    CHECK_FALSE(rig->opening().isRestored);
    CHECK(rig.sum(QStringLiteral("in")) == 1);
}

TEST_CASE("the high-water file is replaced as a whole, and a torn one reads as missing", "[journal]")
{
    const TempDir dir;
    HighWaterFile file(dir.file(QStringLiteral("mark")));
    CHECK(file.load().value() == std::nullopt);
    REQUIRE(file.store({Incarnation{0xabcdef}, 48}).has_value());
    HighWaterFile again(dir.file(QStringLiteral("mark")));
    const auto mark = again.load().value();
    REQUIRE(mark.has_value());
    CHECK(mark->incarnation == Incarnation{0xabcdef});
    CHECK(mark->spent == 48);

    for (const char *torn : {"", "abcdef", "abcdef ", "xyz 48\n", "abcdef 4x8\n", "abcdef 48"}) {
        QFile raw(dir.file(QStringLiteral("mark")));
        REQUIRE(raw.open(QIODevice::WriteOnly));
        raw.write(torn);
        raw.close();
        INFO(torn);
        CHECK(again.load().value() == std::nullopt);
    }
    HighWaterFile nowhere(dir.file(QStringLiteral("no/such/folder/mark")));
    CHECK(nowhere.store({}).error().code == ErrorCode::Storage);
}

TEST_CASE("times continue after a restart, also when the wall clock fell back", "[journal]")
{
    const TempDir dir;
    const EventKeys event;
    Rig other(event, 8);
    other.clock.stepWall(30s);
    other.opened().act(addDraft(QStringLiteral("in"), 1));
    Rig rig(event, 7, dir.file(QStringLiteral("a.db")));
    rig.opened().pull(other);
    rig.close();
    rig.clock.stepWall(-24h);
    rig.opened();
    const auto made = rig.act(addDraft(QStringLiteral("in"), 1));
    REQUIRE(other
                ->forEach([&](const Operation &seen) {
                    CHECK(made.time > seen.time);
                    return true;
                })
                .has_value());
}
