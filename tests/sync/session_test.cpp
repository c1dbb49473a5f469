// Goal: two and three devices end with the same whatever links and disks do; asks never wait; strangers get nowhere.
// Method: sessions over pipes in memory that lose, hold and repeat; transactions that abort; a clock that is moved.
#include "core/sync/session.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/journal_rig.h"
#include "tests/support/temp_dir.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const QString in = QStringLiteral("in");

/// A device: a journal, a host that notes what it is told, and its links.
class Node final : public SessionHost {
public:
    Node(const EventKeys &event, quint64 seed, QString file = QStringLiteral(":memory:"), const QString &vfs = {})
        : rig(event, seed, std::move(file))
    {
        rig.options().vfs = vfs;
        rig.opened();
    }
    [[nodiscard]] bool mayTalk(const DeviceId &) override { return isAllowing; }
    [[nodiscard]] QByteArray currentEpochRecord() override { return epoch; }
    [[nodiscard]] QByteArray localStatus() override { return "ready"; }
    [[nodiscard]] QByteArray keyCursorFor(const DeviceId &) override { return QByteArray::number(keys.size()); }
    [[nodiscard]] KeyPart keysSince(const DeviceId &, const QByteArray &cursor, qsizetype) override
    {
        const auto part = keyring.mid(cursor.toLongLong(), 3);
        return {part, QByteArray::number(cursor.toLongLong() + part.size())};
    }
    [[nodiscard]] QByteArray answerAsk(const DeviceId &, const RequestId &request, const QByteArray &body) override
    {
        auto draft = addDraft(QStringLiteral("granted"), 1);
        draft.request = request;
        rig->append(draft);
        return "yes to " + body;
    }
    void answered(const DeviceId &, const RequestId &, const QByteArray &body) override { answers << body; }
    [[nodiscard]] Status acceptKeys(const DeviceId &, const QByteArray &bytes, const QByteArray &) override
    {
        if (isKeyringBroken) {
            return fail(ErrorCode::Storage, QStringLiteral("the disk is full"));
        }
        keys += bytes;
        return {};
    }
    void keysAcknowledged(const DeviceId &, const QByteArray &cursor) override { acknowledgedKeys = cursor; }
    [[nodiscard]] Status mayWrite(const Operation &operation) override
    {
        return operation.kind == forbidden ? Status(fail(ErrorCode::Refused, QStringLiteral("may not"))) : Status{};
    }
    void epochRecordReceived(const DeviceId &, const QByteArray &record) override { epochs << record; }
    void merged(const DeviceId &, const Journal::Merged &what) override { forks += what.isFork ? 1 : 0; }
    void quarantined(const DeviceId &, const StreamKey &, const QString &why) override { alarms << why; }
    void peerChanged(const DeviceId &, const PeerStatus &) override { ++changes; }
    std::unique_ptr<SnapshotSource> snapshotFor(const DeviceId &) override
    {
        return isGivingSnapshots ? std::move(rig->snapshot().value()) : nullptr;
    }
    Status takeSnapshot(const DeviceId &, const frames::Snapshot &part) override
    {
        if (!isTakingSnapshots) {
            return fail(ErrorCode::Refused, QStringLiteral("not here"));
        }
        if (part.number == 1) {
            joining = std::move(rig->snapshotTarget().value());
        }
        return part.part.isEmpty() ? Status{} : joining->take(part.part);
    }
    Status adoptSnapshot(const DeviceId &) override
    {
        ++adopted;
        return rig->adopt(*std::exchange(joining, nullptr));
    }
    void dropSnapshot(const DeviceId &) override { joining.reset(); }

    Rig rig;
    std::unique_ptr<SnapshotTarget> joining;
    bool isGivingSnapshots = false;
    bool isTakingSnapshots = true;
    int adopted = 0;
    Safety safety;
    bool isAllowing = true;
    bool isKeyringBroken = false;
    QByteArray acknowledgedKeys;
    QString forbidden;
    QByteArray epoch;
    QByteArray keyring;
    QByteArray keys;
    QList<QByteArray> answers;
    QList<QByteArray> epochs;
    QStringList alarms;
    int forks = 0;
    int changes = 0;
};

/// A link between two nodes: two sessions and what is on its way.
struct Link {
    Link(Node &a, Node &b)
        : nodes{&a, &b},
          sessions{Session(b.rig->device(), QStringLiteral("1"), *a.rig, a, a.safety),
                   Session(a.rig->device(), QStringLiteral("1"), *b.rig, b, b.safety)}
    {
    }
    /// Takes up to @p max frames of @p side onto the wire.
    void send(std::size_t side, int max = 1000)
    {
        for (int i = 0; i < max; ++i) {
            auto frame = sessions[side].nextFrame();
            if (!frame) {
                return;
            }
            CHECK(frame->size() <= frames::sizeAim);
            ++sentCount;
            wire[1 - side].push_back(std::move(*frame));
        }
    }
    /// One commit at @p side with up to @p max of the frames that arrived.
    bool deliver(std::size_t side, int max = 1000)
    {
        const auto done = nodes[side]->rig->transact([&] {
            sessions[side].resume();
            for (int i = 0; i < max && !wire[side].empty(); ++i) {
                sessions[side].receive(wire[side].front());
                wire[side].pop_front();
            }
        });
        done ? sessions[side].committed() : sessions[side].aborted();
        return done.has_value();
    }
    void settle(int rounds = 1'000'000)
    {
        for (int idle = 0, round = 0; idle < 2 && round < rounds; ++round) {
            send(0);
            send(1);
            idle = wire[0].empty() && wire[1].empty() ? idle + 1 : 0;
            deliver(0);
            deliver(1);
        }
    }
    std::array<Node *, 2> nodes;
    std::array<Session, 2> sessions;
    std::array<std::deque<QByteArray>, 2> wire;  ///< On the way to that side.
    int sentCount = 0;
};

void act(Node &node, int count, qint64 by = 1)
{
    REQUIRE(node.rig
                ->transact([&] {
                    for (int i = 0; i < count; ++i) {
                        node.rig->append(addDraft(in, by));
                    }
                })
                .has_value());
}

void checkSame(Node &a, Node &b)
{
    CHECK(a.rig->vector() == b.rig->vector());
    CHECK(a.rig->digest() == b.rig->digest());
}

struct Fixture {
    FakeSignatures fake;
    EventKeys event{1, fake};
};

}  // namespace

TEST_CASE("two devices that meet end with the same, and know it", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    act(a, 30);
    act(b, 50);
    a.epoch = "epoch 3";
    a.keyring = "0123456789";
    CHECK(a.safety.notYetSafeCount(*a.rig) == 30);
    Link link(a, b);
    link.settle();
    checkSame(a, b);
    CHECK(a.rig.sum(in) == 80);
    CHECK(b.epochs == QList<QByteArray>{"epoch 3"});
    CHECK(b.keys == a.keyring);
    CHECK(a.safety.notYetSafeCount(*a.rig) == 0);

    a.rig.clock.advance(2s);
    b.rig.clock.advance(2s);
    b.rig.clock.stepWall(90s);
    link.sessions[0].tick();
    link.sessions[1].tick();
    link.settle();
    const auto &status = link.sessions[0].status();
    CHECK(status.isLinked);
    CHECK(status.comparison == Comparison::Equal);
    CHECK(status.skew == 90s);
    CHECK(status.lag == 0ms);
    CHECK(status.unsentCount == 0);
    CHECK(status.status == "ready");
    CHECK(status.softwareVersion == QStringLiteral("1"));

    // The same operations and another state: an alarm.
    REQUIRE(b.rig->transact([&] { b.rig->state().execute("UPDATE test_sum SET total = 7"); }).has_value());
    b.rig.clock.advance(2s);
    link.sessions[1].tick();
    link.settle();
    CHECK(link.sessions[0].status().comparison == Comparison::Different);
}

TEST_CASE("news goes through the hub to all others and never back", "[session]")
{
    Fixture f;
    Node hub(f.event, 1);
    Node a(f.event, 2);
    Node b(f.event, 3);
    Link left(hub, a);
    Link right(hub, b);
    left.settle();
    right.settle();
    for (int i = 0; i < 20; ++i) {
        act(a, 1);
        left.settle();
        const int before = right.sentCount;
        right.settle();
        CHECK(b.rig.sum(in) == i + 1);
        CHECK(right.sentCount - before == 2);  // The operation, and its acknowledgement.
    }
    const int before = left.sentCount;
    left.settle();
    CHECK(left.sentCount == before);
    checkSame(a, b);
}

TEST_CASE("links break anywhere: whatever was lost comes again, nothing doubles", "[session]")
{
    Fixture f;
    for (quint64 seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        SeededRandom random(seed);
        Node hub(f.event, 1);
        Node a(f.event, 2);
        Node b(f.event, 3);
        std::array<Node *, 3> nodes{&hub, &a, &b};
        std::vector<std::unique_ptr<Link>> links;
        const auto renew = [&] {
            links.clear();
            links.push_back(std::make_unique<Link>(hub, a));
            links.push_back(std::make_unique<Link>(hub, b));
        };
        renew();
        qint64 total = 0;
        for (int step = 0; step < 150; ++step) {
            auto &link = *links[random.below(2)];
            const auto side = std::size_t(random.below(2));
            switch (random.below(8)) {
            case 0: {
                const int count = 1 + int(random.below(40));
                act(*nodes[random.below(3)], count);
                total += count;
                break;
            }
            case 1:
            case 2:
            case 3: link.send(side, 1 + int(random.below(4))); break;
            case 4:
            case 5:
            case 6: link.deliver(side, 1 + int(random.below(4))); break;
            default:
                if (random.chance(30)) {
                    renew();  // All that was on its way is lost.
                }
            }
        }
        renew();
        for (int i = 0; i < 3; ++i) {
            links[0]->settle();
            links[1]->settle();
        }
        checkSame(hub, a);
        checkSame(hub, b);
        CHECK(hub.rig.sum(in) == total);
        CHECK(hub.alarms + a.alarms + b.alarms == QStringList());
    }
}

TEST_CASE("an aborted transaction acknowledges and answers nothing, and loses nothing", "[session]")
{
    Fixture f;
    FaultDisk disk(1);
    Node a(f.event, 1);
    Node b(f.event, 2, QStringLiteral("b.db"), disk.vfsName());
    Link link(a, b);
    link.settle();
    act(a, 100);
    REQUIRE(link.sessions[0].ask(RequestId::make(a.rig.random), "enter").has_value());
    link.send(0);
    disk.failWritesAfter(0);
    CHECK_FALSE(link.deliver(1));
    link.send(1);
    link.deliver(0);
    CHECK(a.answers.isEmpty());
    CHECK(a.safety.notYetSafeCount(*a.rig) == 100);
    CHECK(b.rig.sum(in) == 0);
    CHECK(link.sessions[1].hasUnfinished());
    CHECK_FALSE(link.deliver(1));  // Still failing.
    disk.failWritesAfter(std::nullopt);
    CHECK(link.deliver(1));
    CHECK_FALSE(link.sessions[1].hasUnfinished());
    link.settle();
    CHECK(a.answers == QList<QByteArray>{"yes to enter"});
    CHECK(a.safety.notYetSafeCount(*a.rig) == 0);
    CHECK(b.rig.sum(QStringLiteral("granted")) == 1);
    checkSame(a, b);
}

TEST_CASE("an ask overtakes a backlog of 20,000 operations", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    act(a, 20'000);
    Link link(a, b);
    link.send(0);
    link.send(1);
    link.deliver(0);
    link.deliver(1);
    link.send(0, 2);  // Bulk is under way.
    REQUIRE(link.sessions[0].ask(RequestId::make(a.rig.random), "enter").has_value());
    link.send(0, 1);
    const auto last = frames::decode(link.wire[1].back()).value();
    CHECK(std::holds_alternative<frames::Ask>(last));
    link.deliver(1);
    link.send(1, 1);
    link.deliver(0);
    CHECK(a.answers.size() == 1);
    link.settle();
    checkSame(a, b);
}

TEST_CASE("no more than four operation frames are on their way, and a small stream does not wait for a large",
          "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    Node c(f.event, 3);
    act(a, 20'000);
    act(c, 1, 1000);
    Link before(a, c);
    before.settle();
    Link link(a, b);
    link.send(0);
    link.send(1);
    link.deliver(0);
    link.deliver(1);
    link.send(0);
    CHECK(link.wire[1].size() == Session::windowMax);
    link.deliver(1, 2);
    CHECK(b.rig.sum(in) >= 1000);
    CHECK(b.rig.sum(in) < 20'000);
}

TEST_CASE("a device whose disk was cloned: both branches reach everybody", "[session]")
{
    const int before = GENERATE(5, 2'000);  // Far more than one frame holds: both have to get past what they share.
    Fixture f;
    FaultDisk first(1);
    FaultDisk second(2);
    Node a(f.event, 1, QStringLiteral("a.db"), first.vfsName());
    act(a, before);
    a.rig.close();
    second.restore(first.image());
    Node hub(f.event, 3);
    Node b(f.event, 1, QStringLiteral("b.db"), second.vfsName());
    b.rig.close();
    second.restore({{"b.db", first.image().at("a.db")}});
    b.rig.highWater.mark = a.rig.highWater.mark;
    b.rig.random.step();  // Chance is not cloned.
    b.rig.opened();
    a.rig.opened();
    b.rig.clock.advance(1s);
    act(a, 2, 10);
    act(b, 4, 100);
    for (int i = 0; i < 3; ++i) {
        Link(hub, a).settle(1'000);
        Link(hub, b).settle(1'000);
    }
    CHECK(hub.rig.sum(in) == before + 20 + 400);
    checkSame(hub, a);
    checkSame(hub, b);
    CHECK(hub.rig->forks().size() == 1);
    CHECK(hub.forks == 1);
    CHECK(a.rig->self() != b.rig->self());
}

TEST_CASE("a bad operation stops its own stream with an alarm, and nothing else", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    Node c(f.event, 3);
    Node stranger(f.event, 4);
    const EventKeys otherEvent(9, f.fake);
    // Its credential is another event's.
    stranger.rig.options().self = otherEvent.enrol(stranger.rig.options().key);
    stranger.rig.options().file = QStringLiteral(":memory:");
    stranger.rig.highWater.mark.reset();
    stranger.rig.opened();
    act(stranger, 3);
    const auto bad = stranger.rig->since({}, 1 << 20).value().at(0).encode();
    act(c, 7);
    const auto good = c.rig->since({}, 1 << 20).value().at(0).encode();
    Link link(a, b);
    link.settle();
    link.wire[1].push_back(frames::encode(frames::Operations{1, 0, {bad, "no batch", good}}));
    link.deliver(1);
    CHECK(b.alarms.size() == 2);
    CHECK(b.rig.sum(in) == 7);
    link.wire[1].push_back(frames::encode(frames::Operations{2, 0, {bad}}));
    link.deliver(1);
    CHECK(b.alarms.size() == 2);
    CHECK(link.sessions[1].isLinked());
}

TEST_CASE("a gap is asked for a bounded number of times", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    Node c(f.event, 3);
    act(c, 1);
    const auto begin = c.rig->vector();
    act(c, 1);
    const auto tail = c.rig->since(begin, 1 << 20).value().at(0).encode();
    Link link(a, b);
    link.settle();
    quint64 number = 0;
    quint64 vectors = 0;
    for (int i = 0; i < 10 && b.alarms.isEmpty(); ++i) {
        link.wire[1].push_back(frames::encode(frames::Operations{++number, vectors, {tail}}));
        link.deliver(1);
        while (const auto frame = link.sessions[1].nextFrame()) {
            vectors += std::holds_alternative<frames::Vector>(*frames::decode(*frame)) ? 1 : 0;
        }
    }
    CHECK(int(vectors) == Session::gapAttemptMax);
    CHECK(b.alarms.size() == 1);
    CHECK(link.sessions[1].isLinked());
}

TEST_CASE("keys are acknowledged once they are on the other disk, and are not lost before", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    a.keyring = "abcdef";
    b.isKeyringBroken = true;
    Link link(a, b);
    link.settle();
    CHECK(b.keys.isEmpty());
    CHECK(a.acknowledgedKeys.toLongLong() == 0);
    CHECK(link.sessions[1].hasUnfinished());
    b.isKeyringBroken = false;
    link.settle();
    CHECK(b.keys == "abcdef");
    CHECK(a.acknowledgedKeys.toLongLong() == 6);
    CHECK_FALSE(link.sessions[1].hasUnfinished());
}

TEST_CASE("an origin that writes what it may not is set aside from there on, and nobody else", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    b.forbidden = QStringLiteral("test.set");
    act(a, 2);
    Link link(a, b);
    link.settle();
    checkSame(a, b);
    REQUIRE(a.rig->transact([&] { a.rig->append(setDraft(in, 0, QStringLiteral("x"))); }).has_value());
    act(a, 1);
    act(b, 1);
    link.settle();
    CHECK(b.alarms.size() == 1);
    CHECK(b.rig->missingCount({}, false) == 3);  // Two good ones of the other, one of its own.
    CHECK(a.rig->missingCount({}, false) == 5);
    CHECK(a.safety.notYetSafeCount(*a.rig) == 2);
}

SCENARIO("a device that has nothing joins by a snapshot", "[session][snapshot]")
{
    Fixture f;
    TempDir folder;
    Node hub(f.event, 1, folder.file(QStringLiteral("hub.db")));
    Node device(f.event, 2, folder.file(QStringLiteral("device.db")));
    hub.isGivingSnapshots = true;
    act(hub, 5'000);
    GIVEN("a link that holds")
    {
        Link link(hub, device);
        link.settle();
        THEN("it has all of it, more follows as operations, and its own go back")
        {
            CHECK(device.adopted == 1);
            checkSame(hub, device);
            CHECK(device.rig->verify().value() == QStringList());
            CHECK(hub.safety.notYetSafeCount(*hub.rig) == 0);
            act(hub, 3);
            act(device, 3);
            link.settle();
            checkSame(hub, device);
            CHECK(device.adopted == 1);
        }
    }
    WHEN("operations come at both ends while it is on its way")
    {
        Link link(hub, device);
        link.send(0);
        link.send(1);
        link.deliver(1);
        link.deliver(0);
        link.send(0, 4);
        act(hub, 10);
        AND_WHEN("the new device writes none")
        {
            link.settle();
            CHECK(device.adopted == 1);
            checkSame(hub, device);
        }
        AND_WHEN("the new device writes some")
        {
            act(device, 2);
            link.settle();
            checkSame(hub, device);
            CHECK(device.rig.sum(in) == 5'012);
        }
    }
    WHEN("the link breaks in the middle")
    {
        {
            Link link(hub, device);
            link.settle(3);
            REQUIRE(device.rig->vector().heads.empty());
        }
        THEN("the next one begins it anew")
        {
            Link link(hub, device);
            link.settle();
            CHECK(device.adopted == 1);
            checkSame(hub, device);
        }
    }
    WHEN("it takes too long")
    {
        Link link(hub, device);
        link.settle(3);
        hub.rig.clock.advance(Session::snapshotWithin);
        device.rig.clock.advance(Session::snapshotWithin);
        link.settle();
        THEN("it goes on with operations")
        {
            CHECK(device.adopted == 0);
            CHECK(device.joining == nullptr);
            checkSame(hub, device);
        }
    }
    WHEN("the device takes none")
    {
        device.isTakingSnapshots = false;
        Link link(hub, device);
        link.settle();
        CHECK(device.adopted == 0);
        checkSame(hub, device);
    }
    WHEN("parts come in another order")
    {
        Link link(hub, device);
        link.settle(2);
        link.wire[1].push_back(frames::encode(frames::Snapshot{77, false, "rows"}));
        link.deliver(1);
        CHECK_FALSE(link.sessions[1].isLinked());
        CHECK(device.rig->vector().heads.empty());
    }
}

TEST_CASE("a frame of a newer version is passed over, and the talk goes on", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    Link link(a, b);
    link.settle();
    link.wire[1].push_back(frames::encode(frames::Unknown{frames::firstFreeType}));
    link.wire[1].push_back(
        QByteArray("\x83\x10\x41x\xf6", 5));  // [16, bytes, null]: of another shape than any of ours.
    act(a, 1);
    link.settle();
    CHECK(link.sessions[1].isLinked());
    CHECK(link.sessions[1].status().unknownFrameCount == 2);
    checkSame(a, b);
}

TEST_CASE("who is not one of us gets a reason and no more", "[session]")
{
    Fixture f;
    const EventKeys otherEvent(9, f.fake);
    Node a(f.event, 1);
    Node b(f.event, 2);
    Node alien(otherEvent, 3);
    act(a, 1);
    using frames::ByeReason;
    const auto reasonOf = [](const Session &session) { return session.status().bye.value().reason; };
    SECTION("another event")
    {
        Link link(a, alien);
        link.settle();
        CHECK(link.sessions[0].isOver());
        CHECK(reasonOf(link.sessions[0]) == ByeReason::WrongEvent);
        CHECK(alien.rig->vector() == VersionVector{});
    }
    SECTION("not allowed")
    {
        a.isAllowing = false;
        Link link(a, b);
        link.settle();
        CHECK(reasonOf(link.sessions[1]) == ByeReason::NotAllowed);
        CHECK(b.rig->vector() == VersionVector{});
    }
    SECTION("shut out later")
    {
        Link link(a, b);
        link.settle();
        a.isAllowing = false;
        link.sessions[0].tick();
        link.settle();
        CHECK(reasonOf(link.sessions[1]) == ByeReason::NotAllowed);
    }
    SECTION("another protocol")
    {
        Link link(a, b);
        frames::Hello hello;
        hello.protocol = 99;
        hello.event = f.event.id;
        link.wire[0].push_back(frames::encode(hello));
        link.deliver(0);
        CHECK(reasonOf(link.sessions[0]) == ByeReason::WrongProtocol);
    }
    SECTION("garbage, an ask before hello, a second hello, an acknowledgement of nothing, frames out of order")
    {
        const auto bad = GENERATE(0, 1, 2, 3, 4);
        Link link(a, b);
        if (bad >= 2) {
            link.settle();
        }
        const std::array<QByteArray, 5> bytes{QByteArray("garbage"), frames::encode(frames::Ask{}),
                                              frames::encode(frames::Hello{1, f.event.id, {}, 1, {}, {}, 0, {}}),
                                              frames::encode(frames::Acknowledged{1000, {}}),
                                              frames::encode(frames::Operations{7, 0, {}})};
        link.wire[0].push_back(bytes[std::size_t(bad)]);
        link.deliver(0);
        CHECK(reasonOf(link.sessions[0]) == ByeReason::Garbage);
        CHECK_FALSE(link.sessions[0].isLinked());
    }
    SECTION("silence")
    {
        Link link(a, b);
        a.rig.clock.advance(Session::helloWithin - 1ms);
        link.sessions[0].tick();
        CHECK_FALSE(link.sessions[0].isOver());
        a.rig.clock.advance(1ms);
        link.sessions[0].tick();
        link.settle();
        CHECK(reasonOf(link.sessions[0]) == ByeReason::Silent);

        Link later(a, b);
        later.settle();
        a.rig.clock.advance(Session::silenceMax - 1ms);
        later.sessions[0].tick();
        CHECK(later.sessions[0].isLinked());
        a.rig.clock.advance(1ms);
        later.sessions[0].tick();
        CHECK(reasonOf(later.sessions[0]) == ByeReason::Silent);
    }
    SECTION("too much at once")
    {
        Link link(a, b);
        link.settle();
        for (qsizetype i = 0; i <= Session::askCountMax; ++i) {
            link.wire[0].push_back(frames::encode(frames::Ask{RequestId::make(b.rig.random), "x"}));
        }
        link.deliver(0);
        CHECK(reasonOf(link.sessions[0]) == ByeReason::Overrun);

        Link window(a, b);
        window.settle();
        for (quint64 i = 1; i <= Session::windowMax + 1; ++i) {
            window.wire[0].push_back(frames::encode(frames::Operations{i, 0, {}}));
        }
        window.deliver(0);
        CHECK(reasonOf(window.sessions[0]) == ByeReason::Overrun);
    }
}

TEST_CASE("seeded garbage in the middle of a talk never harms the journal", "[session]")
{
    Fixture f;
    for (quint64 seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        SeededRandom random(seed);
        Node a(f.event, 1);
        Node b(f.event, 2);
        act(a, 20);
        Link link(a, b);
        for (int i = 0; i < 6; ++i) {
            link.send(0);
            link.send(1);
            if (random.chance(40) && !link.wire[1].empty()) {
                auto &frame = link.wire[1].back();
                frame[qsizetype(random.below(quint64(frame.size())))] = char(random.step());
            }
            link.deliver(0);
            link.deliver(1);
        }
        CHECK(b.rig->verify().value() == QStringList());
        Link again(a, b);
        again.settle();
        checkSame(a, b);
    }
}

TEST_CASE("asks are bounded and need a link", "[session]")
{
    Fixture f;
    Node a(f.event, 1);
    Node b(f.event, 2);
    Link link(a, b);
    CHECK(link.sessions[0].ask(RequestId::make(a.rig.random), "x").error().code == ErrorCode::Network);
    link.settle();
    for (qsizetype i = 0; i < Session::askCountMax; ++i) {
        REQUIRE(link.sessions[0].ask(RequestId::make(a.rig.random), "x").has_value());
    }
    CHECK(link.sessions[0].ask(RequestId::make(a.rig.random), "x").error().code == ErrorCode::Network);
    link.settle();
    CHECK(a.answers.size() == Session::askCountMax);
    CHECK(link.sessions[0].ask(RequestId::make(a.rig.random), "x").has_value());
}
