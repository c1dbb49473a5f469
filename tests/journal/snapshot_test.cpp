// Goal: a device that has nothing gets the whole of another one's journal: all of it or, whatever fails, nothing.
// Method: journals on real files and on a disk that fails; parts that are changed, cut short or left out.
#include "core/journal/snapshot.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

using namespace muster;
using namespace muster::test;

namespace {

const QString in = QStringLiteral("in");

/// A day of two devices with every kind of thing in it, at the hub.
struct Day {
    explicit Day(const EventKeys &event, QString file, const QString &vfs = {})
        : hub(event, 1, std::move(file)), other(event, 2)
    {
        hub.options().vfs = vfs;
        hub.opened();
        other.opened();
        for (int i = 0; i < 200; ++i) {
            other.act(addDraft(QStringLiteral("zone %1").arg(i % 7), 1));
            hub.act(setDraft(QStringLiteral("guest %1").arg(i % 11), i / 11, QStringLiteral("测试 %1").arg(i)));
        }
        const auto thing = other.act(makeDraft(QStringLiteral("chair")));
        other.act(targetDraft(QStringLiteral("test.remove"), thing.hash));
        other.act(targetDraft(QStringLiteral("test.remove"), OperationHash::make(other.random)));  // Waits.
        other.act(targetDraft(QStringLiteral("test.later"), thing.hash));  // Of a newer version.
        hub.pull(other);
    }
    Rig hub;
    Rig other;
};

/// A hub with a day, and a device that has nothing.
struct Pair {
    EventKeys event;
    TempDir folder;
    Day day{event, folder.file(QStringLiteral("hub.db"))};
    Rig device{event, 3, folder.file(QStringLiteral("device.db"))};
};

std::vector<QByteArray> partsOf(Rig &rig, qsizetype size = 2'000)
{
    std::vector<QByteArray> parts;
    auto source = rig->snapshot();
    REQUIRE(source.has_value());
    for (;;) {
        auto part = (*source)->next(size);
        REQUIRE(part.has_value());
        if (part->isEmpty()) {
            return parts;
        }
        parts.push_back(std::move(*part));
    }
}

Status give(Rig &rig, const std::vector<QByteArray> &parts)
{
    auto target = rig->snapshotTarget();
    if (!target) {
        return fail(target);
    }
    for (const auto &part : parts) {
        if (const auto taken = (*target)->take(part); !taken) {
            UNSCOPED_INFO(taken.error().detail.toStdString());
            return taken;
        }
    }
    const auto adopted = rig->adopt(**target);
    UNSCOPED_INFO((adopted ? std::string() : adopted.error().detail.toStdString()));
    return adopted;
}

void checkSame(Rig &a, Rig &b)
{
    CHECK(a->vector() == b->vector());
    CHECK(a->digest() == b->digest());
    CHECK(b.scratchDigest() == b->digest());
    CHECK(b->verify().value() == QStringList());
}

}  // namespace

TEST_CASE("a device that has nothing gets all, and goes on from there", "[snapshot]")
{
    Pair pair;
    auto &[event, folder, day, device] = pair;
    device.opened();
    const auto self = device->self();
    REQUIRE(give(device, partsOf(day.hub)).has_value());
    checkSame(day.hub, device);
    CHECK(device->self() == self);
    CHECK(device.ask(thingCount) == day.hub.ask(thingCount));
    device.act(addDraft(in, 1));
    day.hub.act(addDraft(in, 1));
    CHECK(day.hub.pull(device) == 1);
    CHECK(device.pull(day.hub) == 1);
    checkSame(day.hub, device);
    device.close();
    device.opened();
    CHECK_FALSE(device->opening().isRestored);
    CHECK(device->self() == self);
    REQUIRE(device->foldAnew().has_value());
    checkSame(day.hub, device);
    CHECK(QDir(folder.path()).entryList({QStringLiteral("*joining*")}).isEmpty());
}

TEST_CASE("a snapshot is of one moment", "[snapshot]")
{
    const EventKeys event;
    TempDir folder;
    Day day(event, folder.file(QStringLiteral("hub.db")));
    const auto vector = day.hub->vector();
    const auto digest = day.hub->digest();
    auto source = day.hub->snapshot();
    REQUIRE(source.has_value());
    std::vector<QByteArray> parts;
    for (auto part = (*source)->next(500); part && !part->isEmpty(); part = (*source)->next(500)) {
        parts.push_back(*part);
        day.hub.act(addDraft(QStringLiteral("zone 1"), 1));
    }
    Rig device(event, 3, folder.file(QStringLiteral("device.db")));
    device.opened();
    REQUIRE(give(device, parts).has_value());
    CHECK(device->vector() == vector);
    CHECK(device->digest() == digest);
    device.pull(day.hub);
    checkSame(day.hub, device);
}

TEST_CASE("both branches of a fork travel", "[snapshot]")
{
    const EventKeys event;
    TempDir folder;
    Rig hub(event, 1, folder.file(QStringLiteral("hub.db")));
    hub.opened();
    {
        Rig a(event, 2, folder.file(QStringLiteral("a.db")));
        a.opened();
        a.act(addDraft(in, 1));
        a.act(addDraft(in, 1));
        a.close();
        REQUIRE(QFile::copy(folder.file(QStringLiteral("a.db")), folder.file(QStringLiteral("b.db"))));
        Rig b(event, 2, folder.file(QStringLiteral("b.db")));
        b.random.step();
        b.highWater.mark = a.highWater.mark;
        a.opened();
        b.opened();
        a.act(addDraft(in, 10));
        b.act(addDraft(in, 100));
        hub.pull(a);
        hub.pull(b);
    }
    REQUIRE_FALSE(hub->forks().empty());
    Rig device(event, 3, folder.file(QStringLiteral("device.db")));
    device.opened();
    REQUIRE(give(device, partsOf(hub)).has_value());
    CHECK(device->forks() == hub->forks());
    checkSame(hub, device);
}

TEST_CASE("a device that has written something keeps it, and gets no snapshot", "[snapshot]")
{
    Pair pair;
    auto &[event, folder, day, device] = pair;
    device.opened();
    device.act(addDraft(in, 1));
    const auto given = give(device, partsOf(day.hub));
    REQUIRE_FALSE(given.has_value());
    CHECK(given.error().code == ErrorCode::Refused);
    CHECK(device.sum(in) == 1);
    device.pull(day.hub);
    CHECK(device.sum(in) == 1);
    CHECK(device->verify().value() == QStringList());
}

TEST_CASE("a snapshot that was changed on its way is refused, or makes no difference", "[snapshot]")
{
    const EventKeys event;
    TempDir folder;
    Day day(event, folder.file(QStringLiteral("hub.db")));
    const auto parts = partsOf(day.hub, 20'000);
    SeededRandom random(5);
    int refused = 0;
    constexpr int rounds = 150;
    for (int round = 0; round < rounds; ++round) {
        CAPTURE(round);
        auto changed = parts;
        const auto at = random.below(changed.size());
        switch (random.below(4)) {
        case 0: changed.erase(changed.begin() + qsizetype(at)); break;
        case 1: changed[at].chop(qsizetype(1 + random.below(40))); break;
        case 2: changed.insert(changed.begin() + qsizetype(at), changed[random.below(changed.size())]); break;
        default:
            changed[at][qsizetype(random.below(quint64(changed[at].size())))] ^= char(1U << random.below(8));
            break;
        }
        Rig device(event, 3, folder.file(QStringLiteral("%1.db").arg(round)));
        device.opened();
        const auto given = give(device, changed);
        if (given) {
            checkSame(day.hub, device);
            continue;
        }
        ++refused;
        CHECK(device->vector().heads.empty());
        device.act(addDraft(in, 1));
        device.pull(day.hub);
        CHECK(device->verify().value() == QStringList());
    }
    CHECK(refused > rounds / 2);
}

TEST_CASE("power cut or disk full while a snapshot is taken: all of it or nothing", "[snapshot][fault]")
{
    const EventKeys event;
    FaultDisk hubDisk(1);
    Day day(event, QStringLiteral("hub.db"), hubDisk.vfsName());
    const auto parts = partsOf(day.hub);
    const bool isPower = GENERATE(true, false);
    int whole = 0;
    int nothing = 0;
    for (qint64 at = 1; at < 400; at += 7) {
        CAPTURE(isPower, at);
        FaultDisk disk{quint64(at)};
        Rig device(event, 3, QStringLiteral("device.db"));
        device.options().vfs = disk.vfsName();
        device.opened();
        const auto self = device->self();
        if (isPower) {
            disk.crashAfter(at);
        } else {
            disk.setFreeBytes(at * 1'000);
        }
        const auto given = give(device, parts);
        if (isPower && disk.hasCrashed()) {
            device.journal.reset();
            disk.crash();
            disk.powerOn();
        }
        disk.crashAfter(std::nullopt);
        disk.setFreeBytes(std::nullopt);
        device.opened();
        CHECK_FALSE(device->opening().isRestored);
        CHECK(device->self() == self);
        if (device->vector().heads.empty()) {
            CHECK_FALSE(given.has_value());
            ++nothing;
            REQUIRE(give(device, parts).has_value());
        } else {
            ++whole;
        }
        checkSame(day.hub, device);
    }
    CHECK(whole > 0);
    CHECK(nothing > 0);
}
