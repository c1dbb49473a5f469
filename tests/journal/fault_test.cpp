// Goal: whatever the disk does, what was answered is still there, and work goes on when the disk recovers.
// Method: a disk in memory that fails from a seed: full, EIO at write or fsync, power cut between any two writes.
#include "tests/support/fault_vfs.h"
#include "tests/support/journal_rig.h"

using namespace muster;
using namespace muster::test;

namespace {

const QString in = QStringLiteral("in");

struct Place {
    explicit Place(quint64 seed, const EventKeys &event) : disk(seed), rig(event, seed, QStringLiteral("muster.db"))
    {
        rig.options().vfs = disk.vfsName();
    }
    /// One act of @p by. True if it was answered as done.
    bool act(qint64 by, qsizetype padding = 0)
    {
        auto draft = addDraft(in, by);
        draft.body.insert(QLatin1String("padding"), QString(padding, QLatin1Char('p')));
        return rig->transact([&] { rig->append(draft); }).has_value();
    }
    FaultDisk disk;
    Rig rig;
};

}  // namespace

TEST_CASE("a full disk refuses, keeps all it had, and goes on when there is space", "[fault]")
{
    const EventKeys event;
    Place place(1, event);
    place.rig.opened();
    qint64 told = 0;
    for (int i = 0; i < 20; ++i) {
        REQUIRE(place.act(1));
        ++told;
    }
    place.disk.setFreeBytes(40'000);
    int refused = 0;
    for (int i = 0; i < 50; ++i) {
        const bool isDone = place.act(1, 3000);
        told += isDone ? 1 : 0;
        refused += isDone ? 0 : 1;
    }
    CHECK(refused > 0);
    const auto failed = place.rig->transact([&] { place.rig->append(addDraft(in, 1)); });
    if (!failed) {
        CHECK(failed.error().code == ErrorCode::Storage);
        CHECK(failed.error().detail.contains(QStringLiteral("full")));
    } else {
        ++told;
    }
    place.disk.setFreeBytes(std::nullopt);
    REQUIRE(place.act(1));
    ++told;
    CHECK(place.rig.sum(in) == told);
    CHECK(place.rig->verify().value() == QStringList());
    place.rig.close();
    CHECK(place.rig.opened().sum(in) == told);
    CHECK_FALSE(place.rig->opening().isRestored);
}

TEST_CASE("a failing write or fsync at any moment: an answer is true, and the next act works", "[fault]")
{
    const EventKeys event;
    const bool isSync = GENERATE(false, true);
    for (qint64 at = 0; at < 40; ++at) {
        CAPTURE(isSync, at);
        Place place(quint64(100 + at), event);
        place.rig.opened();
        qint64 told = 0;
        const auto arm = [&](std::optional<qint64> count) {
            if (isSync) {
                place.disk.failSyncsAfter(count);
            } else {
                place.disk.failWritesAfter(count);
            }
        };
        arm(at);
        for (int i = 0; i < 30; ++i) {
            told += place.act(1) ? 1 : 0;
        }
        arm(std::nullopt);
        // While the disk fails, an act may be on it although it was answered with "storage": never the other way.
        REQUIRE(place.act(0));
        const qint64 kept = place.rig.sum(in);
        CHECK(kept >= told);
        CHECK(kept <= told + 1);
        REQUIRE(place.act(1));
        // And nothing of it only looked written.
        place.disk.crash();
        place.rig.highWater.isDead = true;
        place.rig.close();
        place.rig.highWater.isDead = false;
        CHECK(place.rig.opened().sum(in) == kept + 1);
        CHECK(place.rig->verify().value() == QStringList());
    }
}

TEST_CASE("one failed fsync is answered exactly: what was refused is not there", "[fault]")
{
    const EventKeys event;
    for (quint64 seed = 0; seed < 20; ++seed) {
        Place place(seed, event);
        place.rig.opened();
        REQUIRE(place.act(1));
        bool isDone = false;
        const auto status = place.rig->transact([&] {
            place.rig->append(addDraft(in, 10));
            place.disk.failSyncsAfter(qint64(seed % 3), FaultDisk::Fault::Once);
            isDone = true;
        });
        place.disk.failSyncsAfter(std::nullopt);
        CHECK(isDone);
        REQUIRE(place.act(100));
        CHECK(place.rig.sum(in) == 101 + (status ? 10 : 0));
        place.disk.crash();
        place.rig.highWater.isDead = true;
        place.rig.close();
        CHECK(place.rig.opened().sum(in) == 101 + (status ? 10 : 0));
    }
}

TEST_CASE("what a failed commit left, only looking written, is given to nobody", "[fault]")
{
    const EventKeys event;
    int suspects = 0;
    for (quint64 seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        Place place(seed, event);
        place.rig.opened();
        REQUIRE(place.act(1));
        place.disk.failSyncsAfter(0);
        CHECK_FALSE(place.act(10));
        if (place.rig.sum(in) == 11) {
            ++suspects;  // It is read, and may be gone after a power cut.
            CHECK_FALSE(place.rig->isDurable());
            CHECK_FALSE(place.rig->since({}, 1 << 20).has_value());
            CHECK_FALSE(place.rig->nextBatch(place.rig->self(), {}).has_value());
        }
        place.disk.failSyncsAfter(std::nullopt);
        REQUIRE(place.act(100));
        CHECK(place.rig->isDurable());
        CHECK_FALSE(place.rig->since({}, 1 << 20).value().empty());
    }
    CHECK(suspects > 0);
}

TEST_CASE("a transaction that kept nothing waits for no disk, and does not make a sick one look well", "[fault]")
{
    const EventKeys event;
    Place place(3, event);
    place.rig.opened();
    REQUIRE(place.act(1));
    const auto nothing = [&] { return place.rig->transact([] {}).has_value(); };
    const auto syncs = place.disk.syncCount();
    const auto writes = place.disk.writeCount();
    CHECK(nothing());
    CHECK(place.disk.syncCount() == syncs);
    CHECK(place.disk.writeCount() == writes);

    place.disk.failWritesAfter(0);
    CHECK(nothing());
    CHECK_FALSE(place.act(1));
    CHECK_FALSE(nothing());
    place.disk.failWritesAfter(std::nullopt);
    CHECK(nothing());
    REQUIRE(place.act(1));
    CHECK(place.rig.sum(in) == 2);
    CHECK(place.rig->verify().value() == QStringList());
}

TEST_CASE("power cut between any two writes: what was answered survives, whole", "[fault]")
{
    const EventKeys event;
    int crashes = 0;
    for (qint64 at = 0; at < 400; ++at) {
        CAPTURE(at);
        Place place(quint64(at), event);
        place.disk.crashAfter(at * 2 / 3);
        qint64 told = 0;
        if (place.rig.open()) {
            for (int i = 0; i < 40 && !place.disk.hasCrashed(); ++i) {
                told += place.act(1, i % 7 == 0 ? 6000 : 0) ? 1 : 0;
            }
        }
        crashes += place.disk.hasCrashed() ? 1 : 0;
        place.rig.highWater.isDead = true;
        place.rig.close();
        place.rig.highWater.isDead = false;
        place.disk.crashAfter(std::nullopt);
        place.disk.powerOn();
        place.rig.opened();
        const qint64 kept = place.rig.sum(in);
        CHECK(kept >= told);
        CHECK(kept <= told + 1);
        CHECK(place.rig->verify().value() == QStringList());
        CHECK_FALSE(place.rig->opening().isRestored);
        CHECK(place.act(1));
    }
    CHECK(crashes > 100);
}

TEST_CASE("without fsync the same power cuts lose answers: the fault disk finds what it is for", "[fault]")
{
    const EventKeys event;
    int lost = 0;
    for (quint64 seed = 0; seed < 20; ++seed) {
        Place place(seed, event);
        place.rig.opened();
        REQUIRE(place.rig->read([](State &state) { state.execute("PRAGMA synchronous=OFF"); }).has_value());
        for (int i = 0; i < 10; ++i) {
            REQUIRE(place.act(1));
        }
        place.disk.crash();
        place.rig.highWater.isDead = true;
        place.rig.close();
        lost += place.rig.open() && place.rig.sum(in) < 10 ? 1 : 0;
    }
    CHECK(lost > 0);
}

TEST_CASE("a flipped bit in the file is found, or did not matter", "[fault]")
{
    const EventKeys event;
    SeededRandom random(5);
    int found = 0;
    for (int round = 0; round < 60; ++round) {
        Place place(quint64(round), event);
        place.rig.opened();
        for (int i = 0; i < 20; ++i) {
            REQUIRE(place.act(1));
        }
        const auto digest = place.rig->digest();
        const auto vector = place.rig->vector();
        place.rig.close();
        REQUIRE(place.disk.flipBit("muster.db", qint64(random.below(quint64(place.disk.size("muster.db")) * 8))));
        if (!place.rig.open()) {
            ++found;
            continue;
        }
        const auto faults = place.rig->verify();
        if (!faults || !faults->isEmpty()) {
            ++found;
        } else {
            CHECK(place.rig->digest() == digest);
        }
    }
    CHECK(found > 0);
}

TEST_CASE("a restored database says so until its new life has written something", "[fault][incarnation]")
{
    const EventKeys event;
    Place place(1, event);
    place.rig.opened();
    REQUIRE(place.act(1));
    place.rig.close();
    const auto old = place.disk.image();
    place.rig.opened();
    for (int i = 0; i < 40; ++i) {
        REQUIRE(place.act(1));
    }
    place.rig.close();
    place.disk.restore(old);
    CHECK(place.rig.opened()->opening().isRestored);
    place.disk.setFreeBytes(0);
    CHECK_FALSE(place.act(1));
    place.rig.close();
    place.disk.setFreeBytes(std::nullopt);
    CHECK(place.rig.opened()->opening().isRestored);
    REQUIRE(place.act(1));
    place.rig.close();
    CHECK_FALSE(place.rig.opened()->opening().isRestored);
}
