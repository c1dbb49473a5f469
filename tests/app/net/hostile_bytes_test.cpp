// Goal: no bytes from outside crash a parser, make it use much memory, or are understood in two ways.
// Method: seeded random bytes and mutations of good ones into the frame decoder, the enrolment messages, the greeting
//         and the enrolment code; what is accepted must survive a round trip.
#include "app/net/enrolment_messages.h"
#include "app/net/frame_decoder.h"
#include "app/net/link_greeting.h"
#include "tests/app/net/net_fixture.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

namespace {

QByteArray randomBytes(SeededRandom &random, quint64 limit)
{
    QByteArray bytes(qsizetype(random.below(limit)), Qt::Uninitialized);
    for (auto &byte : bytes) {
        byte = char(random.step());
    }
    return bytes;
}

/// A few bytes changed, cut out, doubled or put in.
QByteArray mutated(QByteArray bytes, SeededRandom &random)
{
    for (auto changes = 1 + random.below(4); changes > 0 && !bytes.isEmpty(); --changes) {
        const auto at = qsizetype(random.below(quint64(bytes.size())));
        switch (random.below(5)) {
        case 0: bytes[at] = char(random.step()); break;
        case 1: bytes[at] = char(bytes[at] ^ char(1U << random.below(8))); break;
        case 2: bytes.remove(at, qsizetype(1 + random.below(8))); break;
        case 3: bytes.insert(at, randomBytes(random, 8)); break;
        default: bytes.insert(at, bytes.mid(at, qsizetype(random.below(16)))); break;
        }
    }
    return bytes;
}

QList<EnrolmentMessage> samples(SeededRandom &random)
{
    const auto nonce = Id<struct SampleTag, enrolmentNonceBytes>::make(random).toBytes();
    Application application;
    application.token = EnrolmentToken::make(random);
    application.linkKeyDer = QByteArray(91, 'k');
    application.operationsKey = PublicKey::make(random);
    application.nonce = nonce;
    application.role = QStringLiteral("kiosk");
    application.name = QStringLiteral("自助机 3");
    application.linkProof = QByteArray(71, 'p');
    application.operationsProof = Signature::make(random);
    Application typed = application;
    typed.token.reset();
    return {Offer{nonce, nonce, QStringLiteral("开盘日")},
            application,
            typed,
            Reveal{nonce},
            Approval{"certificate", "ca", "bundle"},
            Refusal{EnrolmentFailure::WrongToken, QStringLiteral("no")},
            Heartbeat{},
            Received{}};
}

}  // namespace

TEST_CASE("a stream cut anywhere gives the same frames", "[net][hostile]")
{
    SeededRandom random(11);
    for (int round = 0; round < 300; ++round) {
        QList<QByteArray> sent;
        QByteArray stream;
        for (auto count = random.below(8); count > 0; --count) {
            sent.append(randomBytes(random, 400) + "x");
            stream += encodeFrame(sent.last());
        }
        FrameDecoder decoder;
        QList<QByteArray> got;
        qsizetype at = 0;
        while (at < stream.size()) {
            REQUIRE(decoder.wanted() > 0);
            const auto size = std::min({decoder.wanted(), qsizetype(1 + random.below(200)), stream.size() - at});
            const auto frame = decoder.feed(QByteArrayView(stream).sliced(at, size)).value();
            at += size;
            if (frame) {
                got.append(*frame);
            }
        }
        REQUIRE(got == sent);
    }
}

TEST_CASE("random bytes never make the decoder ask for more than a frame", "[net][hostile]")
{
    SeededRandom random(12);
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        FrameDecoder decoder(4096);
        auto bytes = randomBytes(random, 64);
        if (random.chance(50)) {
            bytes.prepend(QByteArray(2, '\0'));  // Else nearly every length is too long.
        }
        qsizetype at = 0;
        while (at < bytes.size()) {
            REQUIRE(decoder.wanted() <= 4096);
            const auto size = std::min(decoder.wanted(), bytes.size() - at);
            const auto frame = decoder.feed(QByteArrayView(bytes).sliced(at, size));
            at += size;
            if (!frame) {
                ++refused;
                break;
            }
        }
    }
    CHECK(refused > 1000);
}

TEST_CASE("every enrolment message comes back as it went", "[net][hostile]")
{
    SeededRandom random(13);
    for (const auto &message : samples(random)) {
        const auto bytes = encode(message);
        CHECK(decode(bytes).value() == message);
        CHECK_FALSE(decode(bytes + '\0').has_value());
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            CHECK_FALSE(decode(bytes.first(size)).has_value());
        }
    }
    CHECK(encode(samples(random)[1]).size() < applicationFrameMax);
}

TEST_CASE("changed enrolment messages are refused or understood in one way", "[net][hostile]")
{
    SeededRandom random(14);
    const auto messages = samples(random);
    int accepted = 0;
    for (int round = 0; round < 40'000; ++round) {
        const auto &message = messages[qsizetype(random.below(quint64(messages.size())))];
        const auto decoded = decode(mutated(encode(message), random));
        if (decoded) {
            ++accepted;
            REQUIRE(decode(encode(*decoded)).value() == *decoded);
        }
    }
    CHECK(accepted > 0);
    for (int round = 0; round < 20'000; ++round) {
        CHECK_FALSE(decode(randomBytes(random, 200)).has_value());
    }
}

TEST_CASE("limits of enrolment messages hold to the character", "[net][hostile]")
{
    SeededRandom random(15);
    auto application = std::get<Application>(samples(random)[1]);
    const auto isTaken = [](const EnrolmentMessage &message) { return decode(encode(message)).has_value(); };
    const auto with = [&application](auto member, auto value) {
        auto changed = application;
        changed.*member = value;
        return changed;
    };
    CHECK(isTaken(with(&Application::role, QString(roleMax, u'r'))));
    CHECK_FALSE(isTaken(with(&Application::role, QString(roleMax + 1, u'r'))));
    CHECK(isTaken(with(&Application::name, QString(deviceNameMax, u'开'))));
    CHECK_FALSE(isTaken(with(&Application::name, QString(deviceNameMax + 1, u'n'))));
    CHECK_FALSE(isTaken(with(&Application::name, QStringLiteral("two\nlines"))));
    CHECK_FALSE(isTaken(with(&Application::name, QStringLiteral("kiosk \u202e3"))));  // Turns round what follows.
    CHECK(toPlainText(QStringLiteral(" two\nlines \u202e3\u0007 "), 11) == QStringLiteral("two lines 3"));
    CHECK(toPlainText(QStringLiteral("自助机 3"), 2) == QStringLiteral("自助"));
    CHECK_FALSE(isTaken(with(&Application::nonce, QByteArray(31, 'n'))));
    CHECK_FALSE(isTaken(with(&Application::linkKeyDer, QByteArray(linkKeyBytesMax + 1, 'k'))));
    CHECK_FALSE(isTaken(with(&Application::linkProof, QByteArray(linkProofBytesMax + 1, 'k'))));
    CHECK_FALSE(isTaken(Approval{"c", "ca", QByteArray(bundleMax + 1, 'b')}));
    CHECK_FALSE(isTaken(Approval{"", "ca", "b"}));
    CHECK_FALSE(isTaken(Refusal{EnrolmentFailure(0), {}}));
    CHECK_FALSE(isTaken(Refusal{EnrolmentFailure(12), {}}));
    CHECK(encode(Approval{QByteArray(certificateMax, 'c'), QByteArray(certificateMax, 'a'), QByteArray(bundleMax, 'b')})
              .size() <= frameBytesMax);

    const auto withExtra = [](qint64 key, const QCborValue &value) {
        auto map = QCborValue::fromCbor(encode(Heartbeat{})).toMap();
        map.insert(key, value);
        return QCborValue(map).toCbor();
    };
    CHECK_FALSE(decode(withExtra(9, 1)).has_value());
    CHECK_FALSE(decode(withExtra(0, 2)).has_value());  // A later version.
    CHECK_FALSE(decode(QCborValue(QCborArray{1, 2}).toCbor()).has_value());
}

TEST_CASE("nesting and announced lengths cost nothing", "[net][hostile]")
{
    const auto before = residentBytes();
    for (const char opener : {'\x81', '\xa1', '\x9f', '\xbf', '\xc1'}) {
        CHECK_FALSE(decode(QByteArray(applicationFrameMax, opener)).has_value());
        CHECK_FALSE(decode(QByteArray(int(frameBytesMax), opener)).has_value());
    }
    for (const char major : {'\x5b', '\x7b', '\x9b', '\xbb'}) {
        CHECK_FALSE(decode(major + QByteArray(8, '\x7f')).has_value());
        CHECK_FALSE(
            decode(QByteArray("\xa1\x00", 2) + major + QByteArray("\x00\x00\x00\x00\x40\x00\x00\x00", 8)).has_value());
    }
    CHECK(residentBytes() - before < 64 * 1024 * 1024);
}

TEST_CASE("a greeting is taken only whole and of this version", "[net][hostile]")
{
    for (const auto verdict : {LinkVerdict::Accepted, LinkVerdict::ShutOut, LinkVerdict::Full}) {
        CHECK(decodeGreeting(encodeGreeting(verdict)).value() == verdict);
    }
    auto later = encodeGreeting(LinkVerdict::Accepted);
    later[6] = char(linkVersion + 1);
    REQUIRE_FALSE(decodeGreeting(later));
    CHECK(decodeGreeting(later).error().detail.contains(QStringLiteral("update")));
    SeededRandom random(16);
    for (int round = 0; round < 10'000; ++round) {
        const auto bytes = mutated(encodeGreeting(LinkVerdict::Accepted), random);
        const auto verdict = decodeGreeting(bytes);
        CHECK((!verdict || encodeGreeting(*verdict) == bytes));
    }
}

TEST_CASE("changed enrolment codes are refused or read in one way", "[net][hostile]")
{
    SeededRandom random(17);
    EnrolmentUri uri;
    uri.addresses = {{QStringLiteral("192.168.1.5"), 4711}};
    uri.caHash = AuthorityHash::make(random);
    uri.token = EnrolmentToken::make(random);
    uri.eventName = QStringLiteral("day");
    const auto good = uri.toString().toLatin1();
    int accepted = 0;
    for (int round = 0; round < 40'000; ++round) {
        const auto parsed = EnrolmentUri::parse(QString::fromLatin1(mutated(good, random)));
        if (parsed) {
            ++accepted;
            REQUIRE(EnrolmentUri::parse(parsed->toString()).value() == *parsed);
        }
    }
    CHECK(accepted > 0);
}
