// Goal: no bytes that a scanner may read break a promise of the parsers.
// Method: thousands of seeded mutations of good and odd inputs through the fuzzers' own entry points.
#include "core/scan/base45.h"
#include "core/scan/qr_image.h"
#include "core/scan/ticket.h"
#include "tests/scan/hostile.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <vector>

using namespace muster;

namespace {

QByteArray mutated(QByteArray bytes, test::SeededRandom &random)
{
    for (quint64 i = 0; i <= random.below(4); ++i) {
        const auto at = qsizetype(random.below(quint64(bytes.size()) + 1));
        switch (random.below(6)) {
        case 0: bytes.truncate(at); break;
        case 1: bytes.insert(at, char(random.below(256))); break;
        case 2: bytes.insert(at, bytes.left(qsizetype(random.below(40)))); break;
        case 3: bytes.remove(at, 1 + qsizetype(random.below(3))); break;
        default:
            if (at < bytes.size()) {
                bytes[at] = random.chance(50) ? char(random.below(256)) : char(bytes[at] ^ (1 << random.below(8)));
            }
        }
    }
    return bytes;
}

std::vector<QByteArray> seeds(test::SeededRandom &random)
{
    const scan::Ticket ticket{.event = scan::EventMark::make(random),
                              .serial = {GuestId::make(random), 1},
                              .classCode = QStringLiteral("vip"),
                              .companions = 3,
                              .sessions = {QStringLiteral("a"), QStringLiteral("b")}};
    const auto key = SigningKey::fromSeed({});
    const auto text = scan::signTicket(ticket, scan::KeyId{1}, key).value();
    const auto bytes = scan::fromBase45(QByteArrayView(text).sliced(scan::ticketPrefix.size())).value();
    return {text,
            bytes,
            "L-0042",
            QStringLiteral("王小明 \u202e\u0301").toUtf8(),
            QByteArray(600, 'x'),
            "muster://enrol?at=10.0.0.2:7420&ca=00ff&token=aa",
            "MU1:",
            ""};
}

}  // namespace

TEST_CASE("mutated payloads keep every promise", "[scan][hostile]")
{
    test::SeededRandom random(2026);
    const auto good = seeds(random);
    for (int i = 0; i < 40'000; ++i) {
        const auto bytes = mutated(good[random.below(good.size())], random);
        test::feedPayload(bytes);
        test::feedTicket(bytes);
    }
    SUCCEED("nothing broke");
}

TEST_CASE("mutated pictures end without harm", "[scan][hostile]")
{
    test::SeededRandom random(7);
    const auto code = scan::qrImage("L-0042", {.modulePixels = 4}).value();
    QByteArray good(2 + qsizetype(code.pixels().size()), '\0');
    good[0] = char(code.width() - 1);
    good[1] = char(code.height() - 1);
    std::copy(code.pixels().begin(), code.pixels().end(), good.begin() + 2);
    for (int i = 0; i < 150; ++i) {
        auto bytes = mutated(good, random);
        for (int j = 0; j < 40 && !bytes.isEmpty(); ++j) {
            bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.below(256));
        }
        test::feedPicture(bytes);
    }
    SUCCEED("nothing broke");
}
