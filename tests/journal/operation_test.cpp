// Goal: envelopes of strangers are read strictly: what was written reads back, all else is refused without harm.
// Method: round trips at the limits; seeded mutations, truncations and splices of valid bytes; hostile lengths.
#include "core/journal/operation.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <QCborStreamWriter>
#include <QCborValue>

using namespace muster;

namespace {

Operation sample(test::SeededRandom &random, qsizetype bodySize)
{
    Operation operation;
    operation.origin = DeviceId::make(random);
    operation.incarnation = Incarnation{random.step() >> 1U};
    operation.sequence = Sequence{1 + random.below(1000)};
    operation.time = {random.step()};
    operation.epoch = Epoch{7};
    operation.actor = QStringLiteral("王小明");
    operation.request = RequestId::make(random);
    operation.kind = QStringLiteral("test.add");
    operation.body = QByteArray(bodySize, 'b');
    operation.previous = OperationHash::make(random);
    return operation;
}

Batch sampleBatch(test::SeededRandom &random)
{
    Batch batch;
    batch.author = {PublicKey::make(random), Signature::make(random)};
    batch.signature = Signature::make(random);
    batch.operations = {sample(random, 10).encode(), sample(random, 20).encode()};
    return batch;
}

VersionVector sampleVector(test::SeededRandom &random)
{
    VersionVector vector;
    for (int i = 0; i < 5; ++i) {
        auto &heads = vector.heads[{DeviceId::make(random), Incarnation{1 + random.below(100)}}];
        for (quint64 k = 0; k <= random.below(3); ++k) {
            heads.push_back({Sequence{10 * k + 1 + random.below(9)}, OperationHash::make(random)});
        }
    }
    return vector;
}

/// Mutates @p valid in a seeded way, @p rounds times. Decoding must come back, and what it accepts must be whole.
template<class Type>
void mutate(const QByteArray &valid, quint64 seed, int rounds)
{
    test::SeededRandom random(seed);
    for (int i = 0; i < rounds; ++i) {
        QByteArray bytes = valid;
        for (quint64 k = 0; k <= random.below(4); ++k) {
            const auto at = qsizetype(random.below(quint64(bytes.size())));
            switch (random.below(5)) {
            case 0: bytes[at] = char(random.step()); break;
            case 1: bytes.truncate(at + 1); break;
            case 2: bytes.insert(at, char(random.step())); break;
            case 3: bytes.insert(at, QByteArray("\x9b\xff\xff\xff\xff\xff\xff\xff\xff", 9)); break;
            default: bytes.replace(at, 9, QByteArray("\x5b\x7f\xff\xff\xff\xff\xff\xff\xff", 9)); break;
            }
        }
        const auto decoded = Type::decode(bytes);
        if (decoded) {
            CHECK(Type::decode(decoded->encode()).has_value());
        }
    }
}

}  // namespace

TEST_CASE("an operation reads back as it was written", "[operation]")
{
    test::SeededRandom random(1);
    for (const qsizetype size : {qsizetype(0), qsizetype(200), Operation::bodySizeMax}) {
        auto operation = sample(random, size);
        operation.actor = QString(Operation::actorLengthMax, QChar(0x738b));
        operation.kind = QString(Operation::kindLengthMax, QLatin1Char('k'));
        const auto bytes = operation.encode();
        CHECK(bytes.size() <= Operation::encodedSizeMax);
        const auto read = Operation::decode(bytes);
        REQUIRE(read.has_value());
        CHECK(read->encode() == bytes);
        CHECK(read->hash == operationHashOf(bytes));
        CHECK(read->actor == operation.actor);
        CHECK(read->sequence == operation.sequence);
    }
}

TEST_CASE("an operation beyond a limit is refused", "[operation]")
{
    test::SeededRandom random(2);
    SECTION("body") { CHECK_FALSE(Operation::decode(sample(random, Operation::bodySizeMax + 1).encode()).has_value()); }
    SECTION("actor")
    {
        auto operation = sample(random, 1);
        operation.actor = QString(Operation::actorLengthMax + 1, QLatin1Char('a'));
        CHECK_FALSE(Operation::decode(operation.encode()).has_value());
    }
    SECTION("kind")
    {
        auto operation = sample(random, 1);
        operation.kind = QString(Operation::kindLengthMax + 1, QLatin1Char('a'));
        CHECK_FALSE(Operation::decode(operation.encode()).has_value());
    }
    SECTION("sequence 0")
    {
        auto operation = sample(random, 1);
        operation.sequence = Sequence{0};
        CHECK_FALSE(Operation::decode(operation.encode()).has_value());
    }
    SECTION("anything behind it") { CHECK_FALSE(Operation::decode(sample(random, 1).encode() + 'x').has_value()); }
    SECTION("empty") { CHECK_FALSE(Operation::decode(QByteArray()).has_value()); }
}

TEST_CASE("every cut of an operation, a batch and a vector is refused", "[operation]")
{
    test::SeededRandom random(3);
    const auto operation = sample(random, 30).encode();
    for (qsizetype i = 0; i < operation.size(); ++i) {
        CHECK_FALSE(Operation::decode(operation.first(i)).has_value());
    }
    const auto batch = sampleBatch(random).encode();
    for (qsizetype i = 0; i < batch.size(); ++i) {
        CHECK_FALSE(Batch::decode(batch.first(i)).has_value());
    }
    const auto vector = sampleVector(random).encode();
    for (qsizetype i = 0; i < vector.size(); ++i) {
        CHECK_FALSE(VersionVector::decode(vector.first(i)).has_value());
    }
}

TEST_CASE("mutated envelopes never do harm", "[operation]")
{
    test::SeededRandom random(4);
    mutate<Operation>(sample(random, 100).encode(), 11, 20'000);
    mutate<Batch>(sampleBatch(random).encode(), 12, 20'000);
    mutate<VersionVector>(sampleVector(random).encode(), 13, 20'000);
}

TEST_CASE("a batch has one operation at least and 256 at most", "[operation]")
{
    test::SeededRandom random(5);
    auto batch = sampleBatch(random);
    batch.operations.assign(Batch::operationCountMax, sample(random, 1).encode());
    CHECK(Batch::decode(batch.encode()).has_value());
    batch.operations.push_back(sample(random, 1).encode());
    CHECK_FALSE(Batch::decode(batch.encode()).has_value());
    batch.operations.clear();
    CHECK_FALSE(Batch::decode(batch.encode()).has_value());
}

TEST_CASE("a vector reads back, and one that names a stream twice or without a head is refused", "[operation]")
{
    test::SeededRandom random(6);
    const auto vector = sampleVector(random);
    CHECK(VersionVector::decode(vector.encode()).value() == vector);
    CHECK(VersionVector::decode(VersionVector{}.encode()).value() == VersionVector{});

    auto headless = vector;
    headless.heads[{DeviceId::make(random), Incarnation{1}}] = {};
    CHECK_FALSE(VersionVector::decode(headless.encode()).has_value());

    QByteArray twice = vector.encode();
    const auto body = twice.sliced(1);
    twice = QByteArray(1, char(0x80 + 2 * vector.heads.size())) + body + body;
    CHECK_FALSE(VersionVector::decode(twice).has_value());
}

TEST_CASE("a body nested without end is no map", "[operation]")
{
    Operation operation;
    operation.body = QByteArray(Operation::bodySizeMax, char(0x81));
    CHECK_FALSE(operation.bodyMap().has_value());
    operation.body = QCborValue(QCborMap{{QLatin1String("a"), 1}}).toCbor();
    CHECK(operation.bodyMap().has_value());
    operation.body += "x";
    CHECK_FALSE(operation.bodyMap().has_value());
}
