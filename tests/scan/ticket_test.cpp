// Goal: a device with the event's public keys alone tells a genuine ticket from every other text.
// Method: sign, then change one byte, one key, one event, one field at a time; Base45 against RFC 9285's examples.
#include "core/scan/base45.h"
#include "core/scan/qr_image.h"
#include "core/scan/ticket.h"
#include "core/scan/zxing_adapter.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

using namespace muster;
using namespace muster::scan;

namespace {

struct Event {
    test::SeededRandom random;
    EventMark tag;
    SigningKey first;
    SigningKey second;
    KeyRing keys;

    explicit Event(quint64 seed)
        : random(seed),
          tag(eventMarkOf(EventId::make(random))),
          first(SigningKey::make(random)),
          second(SigningKey::make(random))
    {
        REQUIRE(keys.add(KeyId{1}, first.publicKey));
        REQUIRE(keys.add(KeyId{300}, second.publicKey));
    }
    Ticket ticket()
    {
        return {.event = tag,
                .serial = {GuestId::make(random), 3},
                .classCode = QStringLiteral("vip"),
                .companions = 2,
                .sessions = {QStringLiteral("evening"), QStringLiteral("morning")}};
    }
    TicketVerdict judge(QByteArrayView text) const
    {
        const auto parsed = parseTicket(text);
        REQUIRE(parsed);
        return verifyTicket(*parsed, keys, tag);
    }
};

}  // namespace

TEST_CASE("Base45 agrees with RFC 9285", "[ticket]")
{
    CHECK(toBase45("AB") == "BB8");
    CHECK(toBase45("Hello!!") == "%69 VD92EX0");
    CHECK(toBase45("base-45") == "UJCLQE7W581");
    CHECK(fromBase45("QED8WEX0").value() == "ietf!");
    CHECK(fromBase45("").value().isEmpty());
    CHECK_FALSE(fromBase45("GGW").has_value());   // 65536
    CHECK_FALSE(fromBase45("::").has_value());    // 2024
    CHECK_FALSE(fromBase45("BB8A").has_value());  // One character left over.
    CHECK_FALSE(fromBase45("bb8").has_value());
}

SCENARIO("a ticket is judged with no guest list", "[ticket]")
{
    Event event(1);
    const auto ticket = event.ticket();
    GIVEN("a ticket signed by the event")
    {
        const auto text = signTicket(ticket, KeyId{1}, event.first).value();
        THEN("it is valid, says what was signed, and is the same text every time")
        {
            CHECK(event.judge(text) == TicketVerdict::Valid);
            CHECK(parseTicket(text)->ticket == ticket);
            CHECK(signTicket(ticket, KeyId{1}, event.first).value() == text);
        }
        THEN("a QR code carries it, small enough for a phone")
        {
            const auto image = qrImage(text, {.modulePixels = 4});
            REQUIRE(image);
            CHECK(image->width() <= (45 + 8) * 4);  // Version 7.
            CHECK(readSymbol(image->view(), {}).value().payload == text);
        }
        THEN("no changed character makes another valid ticket")
        {
            for (qsizetype i = ticketPrefix.size(); i < text.size(); ++i) {
                auto changed = text;
                changed[i] = changed[i] == 'A' ? 'B' : 'A';
                const auto parsed = parseTicket(changed);
                CHECK((!parsed || verifyTicket(*parsed, event.keys, event.tag) != TicketVerdict::Valid));
                CHECK_FALSE(parseTicket(QByteArrayView(text).first(i)).has_value());
            }
            CHECK_FALSE(parseTicket(text + "000").has_value());
        }
    }
    GIVEN("a ticket signed by a key that came later")
    {
        CHECK(event.judge(signTicket(ticket, KeyId{300}, event.second).value()) == TicketVerdict::Valid);
    }
    GIVEN("a ticket that names a key which did not sign it")
    {
        CHECK(event.judge(signTicket(ticket, KeyId{1}, event.second).value()) == TicketVerdict::Forged);
    }
    GIVEN("a ticket under a key that is not here")
    {
        CHECK(event.judge(signTicket(ticket, KeyId{2}, event.first).value()) == TicketVerdict::UnknownKey);
    }
    GIVEN("another event's ticket")
    {
        Event other(2);
        CHECK(event.judge(signTicket(other.ticket(), KeyId{1}, other.first).value()) == TicketVerdict::WrongEvent);
        auto forged = ticket;
        forged.event = other.tag;
        CHECK(event.judge(signTicket(forged, KeyId{1}, other.first).value()) == TicketVerdict::WrongEvent);
    }
}

TEST_CASE("a ticket's fields have limits, when written and when read", "[ticket]")
{
    Event event(3);
    const auto refuses = [&](auto change) {
        auto ticket = event.ticket();
        change(ticket);
        return !signTicket(ticket, KeyId{1}, event.first).has_value();
    };
    CHECK(refuses([](Ticket &t) { t.classCode = QString(ticketCodeMax + 1, u'a'); }));
    CHECK(refuses([](Ticket &t) { t.classCode = QStringLiteral("貴"); }));
    CHECK(refuses([](Ticket &t) { t.companions = ticketCompanionsMax + 1; }));
    CHECK(refuses([](Ticket &t) { t.serial.issue = 0; }));
    CHECK(refuses([](Ticket &t) { t.serial.issue = ticketIssueMax + 1; }));
    CHECK(refuses([](Ticket &t) { t.sessions = {QStringLiteral("b"), QStringLiteral("a")}; }));
    CHECK(refuses([](Ticket &t) {
        t.sessions.clear();
        for (int i = 0; i <= ticketSessionsMax; ++i) {
            t.sessions += QString::number(i);
        }
    }));

    auto largest = event.ticket();
    largest.classCode = QString(ticketCodeMax, u'z');
    largest.companions = ticketCompanionsMax;
    largest.serial.issue = ticketIssueMax;
    largest.sessions.clear();
    for (int i = 0; i < ticketSessionsMax; ++i) {
        largest.sessions += QString::number(i) + QString(ticketCodeMax - 1, u'x');
    }
    const auto text = signTicket(largest, KeyId{1}, event.first).value();
    CHECK(text.size() <= ticketTextMax);
    CHECK(parseTicket(text)->ticket == largest);
    CHECK_FALSE(parseTicket(text + QByteArray(ticketTextMax, '0')).has_value());

    // An overlong varint says the same number in another form: two texts for one ticket.
    auto body = parseTicket(signTicket(event.ticket(), KeyId{1}, event.first).value())->body;
    body.replace(1 + 2 + 4 + 16, 1, QByteArray("\x83\x00", 2));
    const auto signature = event.first.sign(QByteArray("muster ticket 1\n") + body);
    CHECK_FALSE(parseTicket(ticketPrefix.toByteArray() + toBase45(body + signature.toBytes())).has_value());
}

TEST_CASE("a key ring keeps one key a number", "[ticket]")
{
    test::SeededRandom random(4);
    KeyRing keys;
    const auto key = PublicKey::make(random);
    CHECK(keys.add(KeyId{0}, key));
    CHECK(keys.add(KeyId{0}, key));
    CHECK_FALSE(keys.add(KeyId{0}, PublicKey::make(random)).has_value());
    for (quint16 i = 1; i < ticketKeysMax; ++i) {
        REQUIRE(keys.add(KeyId{i}, PublicKey::make(random)));
    }
    CHECK_FALSE(keys.add(KeyId{1000}, PublicKey::make(random)).has_value());
}
