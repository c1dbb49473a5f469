// Goal: what strangers send is read strictly: frames read back, all else is refused without harm or memory.
// Method: round trips, limits, every cut, seeded mutations.
#include "core/sync/frames.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

using namespace muster;
using namespace muster::frames;

namespace {

std::vector<Frame> samples()
{
    test::SeededRandom random(1);
    VersionVector vector;
    vector.heads[{DeviceId::make(random), Incarnation{5}}] = {{Sequence{3}, OperationHash::make(random)}};
    const auto request = RequestId::make(random);
    return {Hello{1, EventId::make(random), QStringLiteral("0.1 测试"), 7, vector, "epoch", -5, "cursor"},
            Operations{3, 1, {"one", "two"}},
            Acknowledged{3, vector},
            Vector{vector},
            Ask{request, "may I?"},
            Answer{request, "yes"},
            Keys{"keys", "cursor"},
            KeysAcknowledged{"cursor"},
            EpochRecord{"record"},
            Ping{1, -1, 2, 3, QByteArray(32, 'd'), 7, Hash256::make(random), "status"},
            Pong{1, std::numeric_limits<qint64>::min()},
            Bye{ByeReason::Overrun, QStringLiteral("too much")},
            Snapshot{1, true, "rows"},
            SnapshotTaken{1},
            BlobWanted{Hash256::make(random), 7},
            BlobPart{Hash256::make(random), 7, 9, "ab"}};
}

}  // namespace

TEST_CASE("every frame reads back as it was written", "[frames]")
{
    const auto all = samples();
    REQUIRE(all.size() + 1 == std::variant_size_v<Frame>);  // All but the unknown one, which has no shape.
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(i);
        REQUIRE(all[i].index() == i);
        const auto bytes = encode(all[i]);
        const auto read = decode(bytes);
        REQUIRE(read.has_value());
        CHECK(read->index() == i);
        CHECK(encode(*read) == bytes);
    }
}

TEST_CASE("every cut of a frame, and anything behind it, is refused", "[frames]")
{
    for (const auto &frame : samples()) {
        const auto bytes = encode(frame);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            CHECK_FALSE(decode(bytes.first(i)).has_value());
        }
        CHECK_FALSE(decode(bytes + 'x').has_value());
    }
}

TEST_CASE("limits of frames", "[frames]")
{
    CHECK(decode(encode(Ask{{}, QByteArray(opaqueSizeMax, 'a')})).has_value());
    CHECK_FALSE(decode(encode(Ask{{}, QByteArray(opaqueSizeMax + 1, 'a')})).has_value());
    CHECK_FALSE(decode(encode(Operations{1, 0, {QByteArray(sizeMax, 'a')}})).has_value());
    CHECK(decode(encode(Operations{1, 0, std::vector<QByteArray>(batchCountMax, "b")})).has_value());
    CHECK_FALSE(decode(encode(Operations{1, 0, std::vector<QByteArray>(batchCountMax + 1, "b")})).has_value());
    Ping ping;
    ping.status = QByteArray(statusSizeMax + 1, 's');
    CHECK_FALSE(decode(encode(ping)).has_value());
    Hello hello;
    hello.softwareVersion = QString(textLengthMax + 1, QLatin1Char('v'));
    CHECK_FALSE(decode(encode(hello)).has_value());
    hello.softwareVersion.clear();
    hello.keyCursor = QByteArray(cursorSizeMax + 1, 'c');
    CHECK_FALSE(decode(encode(hello)).has_value());
    CHECK(std::get<Bye>(decode(encode(Bye{{}, QString(5000, QLatin1Char('t'))})).value()).text.size() == textLengthMax);
}

TEST_CASE("mutated frames never do harm", "[frames]")
{
    test::SeededRandom random(2);
    const auto all = samples();
    for (int i = 0; i < 60'000; ++i) {
        QByteArray bytes = encode(all[random.below(all.size())]);
        for (quint64 k = 0; k <= random.below(3); ++k) {
            const auto at = qsizetype(random.below(quint64(bytes.size())));
            switch (random.below(5)) {
            case 0: bytes[at] = char(random.step()); break;
            case 1: bytes.truncate(at + 1); break;
            case 2: bytes.insert(at, char(random.step())); break;
            case 3: bytes.insert(at, QByteArray("\x9b\xff\xff\xff\xff\xff\xff\xff\xff", 9)); break;
            default: bytes.replace(at, 9, QByteArray("\x5b\x7f\xff\xff\xff\xff\xff\xff\xff", 9)); break;
            }
        }
        if (const auto read = decode(bytes)) {
            CHECK(decode(encode(*read)).has_value());
        }
    }
}
