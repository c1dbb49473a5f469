// Goal: pictures come after everything else, go on where they were cut off, and are what they are said to be.
// Method: sessions over pipes in memory that are cut and joined to others; a store that is a map; a peer of before.
#include "core/sync/session.h"
#include "tests/support/journal_rig.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

/// A device that wants one blob, or has it.
class Node final : public SessionHost {
public:
    Node(const EventKeys &event, quint64 seed) : rig(event, seed) { rig.opened(); }
    [[nodiscard]] bool mayTalk(const DeviceId &) override { return true; }
    [[nodiscard]] QByteArray currentEpochRecord() override { return {}; }
    [[nodiscard]] QByteArray localStatus() override { return {}; }
    [[nodiscard]] QByteArray keyCursorFor(const DeviceId &) override { return {}; }
    [[nodiscard]] KeyPart keysSince(const DeviceId &, const QByteArray &, qsizetype) override { return {}; }
    [[nodiscard]] QByteArray answerAsk(const DeviceId &, const RequestId &, const QByteArray &) override { return {}; }
    void answered(const DeviceId &, const RequestId &, const QByteArray &) override {}
    [[nodiscard]] Status acceptKeys(const DeviceId &, const QByteArray &, const QByteArray &) override { return {}; }
    void epochRecordReceived(const DeviceId &, const QByteArray &) override {}
    void merged(const DeviceId &, const Journal::Merged &) override {}
    void quarantined(const DeviceId &, const StreamKey &, const QString &) override {}
    void peerChanged(const DeviceId &, const PeerStatus &) override {}

    std::optional<frames::BlobWanted> blobWanted(const DeviceId &) override
    {
        return isWanting ? std::optional(frames::BlobWanted{wanted, quint64(arrived.size())}) : std::nullopt;
    }
    frames::BlobPart blobPart(const DeviceId &, const frames::BlobWanted &asked) override
    {
        ++served;
        offsets.push_back(asked.offset);
        return {asked.blob, asked.offset, quint64(held.size()), held.mid(qsizetype(asked.offset), frames::blobPartMax)};
    }
    void takeBlobPart(const DeviceId &, const frames::BlobPart &part) override
    {
        arrived += part.bytes;
        isWanting = part.total != 0 && arrived.size() < qsizetype(part.total);
    }

    Rig rig;
    Safety safety;
    bool isWanting = false;
    Hash256 wanted;
    QByteArray held;
    QByteArray arrived;
    int served = 0;
    std::vector<quint64> offsets;
};

struct Link {
    Link(Node &a, Node &b)
        : nodes{&a, &b},
          sessions{Session(b.rig->device(), QStringLiteral("1"), *a.rig, a, a.safety),
                   Session(a.rig->device(), QStringLiteral("1"), *b.rig, b, b.safety)}
    {
    }
    /// What each end has to say, and its arrival.
    void round()
    {
        for (std::size_t side : {0U, 1U}) {
            while (auto frame = sessions[side].nextFrame()) {
                const auto type = frames::decode(*frame).value().index();
                partsInFlight = type == 15 ? partsInFlight + 1 : partsInFlight;
                said.push_back(type);
                CHECK(frame->size() <= frames::sizeAim);
                wire[1 - side].push_back(std::move(*frame));
            }
        }
        partsMax = std::max(partsMax, std::exchange(partsInFlight, 0));
        for (std::size_t side : {0U, 1U}) {
            REQUIRE(nodes[side]->rig->transact([&] {
                for (const auto &frame : std::exchange(wire[side], {})) {
                    sessions[side].receive(frame);
                }
            }));
            sessions[side].committed();
        }
    }
    void rounds(int count)
    {
        for (int i = 0; i < count; ++i) {
            round();
        }
    }

    std::array<Node *, 2> nodes;
    std::array<Session, 2> sessions;
    std::array<std::vector<QByteArray>, 2> wire;
    std::vector<std::size_t> said;
    int partsInFlight = 0;
    int partsMax = 0;
};

struct Pair {
    Pair()
    {
        have.held = QByteArray(300'000, 'p');
        want.wanted = hash256(have.held);
        want.isWanting = true;
    }
    FakeSignatures fake;
    EventKeys event{1, fake};
    Node have{event, 1};
    Node want{event, 2};
};

void write(Node &node, int count)
{
    REQUIRE(node.rig->transact([&] {
        for (int i = 0; i < count; ++i) {
            node.rig->append(addDraft(QStringLiteral("counter"), 1));
        }
    }));
}

}  // namespace

TEST_CASE("a picture comes in parts, one at a time", "[session][blobs]")
{
    Pair pair;
    Link link(pair.have, pair.want);
    link.rounds(40);
    CHECK(pair.want.arrived == pair.have.held);
    CHECK(pair.have.served == 7);
    CHECK(link.partsMax == 1);
}

TEST_CASE("no part leaves while operations wait", "[session][blobs]")
{
    Pair pair;
    write(pair.have, 2'000);
    Link link(pair.have, pair.want);
    link.rounds(200);
    CHECK(pair.want.arrived == pair.have.held);
    CHECK(pair.want.rig->vector() == pair.have.rig->vector());
    const auto firstPart = std::ranges::find(link.said, std::size_t(15));
    const auto lastOperations = std::ranges::find(link.said.rbegin(), link.said.rend(), std::size_t(1));
    CHECK(firstPart - link.said.begin() > lastOperations.base() - link.said.begin() - 1);
}

TEST_CASE("what was cut off goes on where it was, also from another device", "[session][blobs]")
{
    Pair pair;
    Node third(pair.event, 3);
    third.held = pair.have.held;
    {
        Link link(pair.have, pair.want);
        link.rounds(8);
    }
    const auto before = pair.want.arrived.size();
    CHECK(before > 0);
    CHECK(before < pair.have.held.size());
    Link link(third, pair.want);
    link.rounds(40);
    CHECK(pair.want.arrived == pair.have.held);
    REQUIRE(!third.offsets.empty());
    CHECK(qsizetype(third.offsets.front()) == before);
}

TEST_CASE("who has no such picture says so, and an older device passes the question over", "[session][blobs]")
{
    Pair pair;
    SECTION("none here")
    {
        pair.have.held.clear();
        Link link(pair.have, pair.want);
        link.rounds(10);
        CHECK(pair.have.served == 1);
        CHECK_FALSE(pair.want.isWanting);
    }
    SECTION("an older one")
    {
        Link link(pair.have, pair.want);
        link.rounds(2);
        // It knows nothing of type 14: the frame does not reach it.
        std::erase_if(link.wire[0], [](const QByteArray &frame) { return frames::decode(frame)->index() == 14; });
        const auto asked = [&] { return std::ranges::count(link.said, std::size_t(14)); };
        const auto before = asked();
        link.sessions[1].tick();
        pair.want.rig.clock.advance(Session::blobWithin - 1s);
        CHECK(link.sessions[0].isLinked());
        CHECK(before <= 1);
    }
}

TEST_CASE("parts that nobody asked for are nothing", "[session][blobs]")
{
    Pair pair;
    pair.want.isWanting = false;
    Link link(pair.have, pair.want);
    link.rounds(4);
    link.wire[1].push_back(frames::encode(frames::BlobPart{pair.want.wanted, 0, 4, "evil"}));
    link.rounds(4);
    CHECK(pair.want.arrived.isEmpty());
    CHECK(link.sessions[1].isLinked());
}
