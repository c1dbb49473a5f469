// Goal: a file on a stick carries everything, is checked like a link, and a damaged one keeps its good beginning.
// Method: export to memory; cut it everywhere, flip its bytes, read it twice, read it at another event.
#include "core/sync/stick.h"
#include "tests/support/journal_rig.h"

#include <QBuffer>

using namespace muster;
using namespace muster::test;

namespace {

const QString in = QStringLiteral("in");

QByteArray exported(Rig &rig, const VersionVector &theirs = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto done = stick::write(*rig, theirs, buffer);
    REQUIRE(done.has_value());
    CHECK(done->byteCount == buffer.size());
    return buffer.data();
}

Result<stick::Imported> imported(Rig &rig, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return stick::read(*rig, buffer);
}

}  // namespace

TEST_CASE("a stick carries all operations of all devices, once", "[stick]")
{
    const EventKeys event;
    Rig author(event, 1);
    Rig other(event, 2);
    author.opened();
    other.opened().act(addDraft(in, 5));
    for (int i = 0; i < 700; ++i) {
        author.act(addDraft(in, 1));
    }
    author.pull(other);
    const auto file = exported(author);
    Rig reader(event, 3);
    reader.opened();
    const auto first = imported(reader, file).value();
    CHECK(first.operationCount == 701);
    CHECK_FALSE(first.damage.has_value());
    CHECK(first.refused.isEmpty());
    CHECK(first.writer == author->vector());
    CHECK(reader->vector() == author->vector());
    CHECK(reader->digest() == author->digest());
    const auto again = imported(reader, file).value();
    CHECK(again.operationCount == 0);
    CHECK(again.knownCount == 701);
    CHECK(exported(author, reader->vector()).size() < 1000);
}

TEST_CASE("a cut or changed stick keeps what is good and says so", "[stick]")
{
    const FakeSignatures fake;
    const EventKeys event(1, fake);
    Rig author(event, 1);
    author.opened();
    for (int i = 0; i < 500; ++i) {
        author.act(makeDraft(QString(100, QLatin1Char('x'))));
    }
    const auto file = exported(author);
    SeededRandom random(9);
    qint64 most = 0;
    for (int i = 0; i < 150; ++i) {
        const auto at = qsizetype(random.below(quint64(file.size())));
        auto bytes = file;
        const bool isCut = i % 2 == 0;
        if (isCut) {
            bytes.truncate(at);
        } else {
            bytes[at] = char(bytes[at] ^ (1 << random.below(8)));
        }
        Rig reader(event, 3);
        reader.opened();
        const auto result = imported(reader, bytes);
        CAPTURE(i, at);
        if (result) {
            CHECK((result->damage || !result->refused.isEmpty()));
            CHECK(result->operationCount <= 500);
            CHECK(reader->verify().value() == QStringList());
            most = std::max(most, result->operationCount);
        } else {
            CHECK(result.error().code == ErrorCode::Invalid);
        }
        // The whole file afterwards brings the rest.
        CHECK_FALSE(imported(reader, file).value().damage.has_value());
        CHECK(reader->vector() == author->vector());
    }
    CHECK(most > 100);
}

TEST_CASE("a stick of another event, or any other file, is refused", "[stick]")
{
    const EventKeys event(1);
    const EventKeys otherEvent(2);
    Rig author(event, 1);
    author.opened().act(addDraft(in, 1));
    Rig stranger(otherEvent, 1);
    stranger.opened();
    CHECK(imported(stranger, exported(author)).error().detail.contains(QStringLiteral("another event")));
    CHECK(imported(stranger, "PK\x03\x04").error().code == ErrorCode::Invalid);
    CHECK(imported(stranger, {}).error().code == ErrorCode::Invalid);
    CHECK(stranger->vector() == VersionVector{});
}

TEST_CASE("a length that only claims allocates nothing", "[stick]")
{
    const EventKeys event;
    Rig reader(event, 1);
    reader.opened();
    CHECK(imported(reader, "MUSTERSTICK1\n\xff\xff\xff\xff").value().damage.has_value());
}

TEST_CASE("a full stick is an error that says so", "[stick]")
{
    const EventKeys event;
    Rig author(event, 1);
    author.opened().act(addDraft(in, 1));
    QBuffer closed;
    closed.open(QIODevice::ReadOnly);
    CHECK(stick::write(*author, {}, closed).error().code == ErrorCode::Storage);
}
