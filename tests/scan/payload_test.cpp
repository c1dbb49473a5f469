// Goal: whatever a scanner reads becomes exactly one of ticket, code, enrolment or a named rejection.
// Method: tables of payloads at and beyond every limit; the guard on a clock that moves only when told.
#include "core/scan/payload.h"
#include "core/scan/repeat_guard.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/seeded_random.h"

using namespace muster;
using namespace muster::scan;
using namespace std::chrono_literals;

namespace {

QString plain(QByteArrayView payload)
{
    const auto code = parsePayload(payload);
    REQUIRE(std::holds_alternative<PlainCode>(code));
    return std::get<PlainCode>(code).text;
}

RejectReason rejection(QByteArrayView payload)
{
    const auto code = parsePayload(payload);
    REQUIRE(std::holds_alternative<Rejected>(code));
    return std::get<Rejected>(code).reason;
}

}  // namespace

TEST_CASE("a plain code is compared in one form", "[payload]")
{
    CHECK(plain("L-0042") == QStringLiteral("L-0042"));
    CHECK(plain("  L-0042\r\n") == QStringLiteral("L-0042"));
    CHECK(plain("\xEF\xBB\xBFL-0042") == QStringLiteral("L-0042"));
    CHECK(plain("L-\xE2\x80\x8B"
                "0042") == QStringLiteral("L-0042"));                        // A zero-width space.
    CHECK(plain("e\xCC\x81t\xC3\xA9") == QStringLiteral("\u00e9t\u00e9"));   // Composed and decomposed.
    CHECK(plain("\xC3\xA9t\xE9") == QStringLiteral("\u00c3\u00a9t\u00e9"));  // Not UTF-8: Latin-1.
    CHECK(plain("王小明") == QStringLiteral("王小明"));
    CHECK(plain("a b") == QStringLiteral("a b"));
    CHECK(plain("mu2:x") == QStringLiteral("mu2:x"));
}

TEST_CASE("what is no code is rejected with its reason", "[payload]")
{
    CHECK(rejection("") == RejectReason::Empty);
    CHECK(rejection(" \t\r\n ") == RejectReason::Empty);
    CHECK(rejection("\xEF\xBB\xBF") == RejectReason::Empty);
    CHECK(rejection(QByteArrayView("a\0b", 3)) == RejectReason::Binary);
    CHECK(rejection("a\tb") == RejectReason::Binary);
    CHECK(rejection("a\x1b[2Jb") == RejectReason::Binary);
    CHECK(rejection("a\x90z") == RejectReason::Binary);  // A control character of Latin-1.
    CHECK(rejection("MU1:") == RejectReason::MalformedTicket);
    CHECK(rejection("mu1:HELLO") == RejectReason::MalformedTicket);
    CHECK(rejection("MU1:" + QByteArray(3000, 'A')) == RejectReason::MalformedTicket);
    CHECK(rejection("muster://enrol?token=a b") == RejectReason::Binary);
}

TEST_CASE("a code has a longest length", "[payload]")
{
    CHECK(plain(QByteArray(plainCodeMax, 'x')).size() == plainCodeMax);
    CHECK(rejection(QByteArray(plainCodeMax + 1, 'x')) == RejectReason::TooLong);
    CHECK(rejection(QByteArray(plainCodeMax - 1, '\xE9')) == RejectReason::TooLong);  // Two bytes each as UTF-8.
    CHECK(rejection(QByteArray(payloadMax + 1, ' ')) == RejectReason::TooLong);
    CHECK(rejection(QByteArray(payloadMax, ' ')) == RejectReason::Empty);
}

TEST_CASE("an enrolment invitation is told from a code", "[payload]")
{
    const auto code = parsePayload(" muster://enrol?at=10.0.0.2:7420&ca=00ff\n");
    REQUIRE(std::holds_alternative<EnrolUri>(code));
    CHECK(std::get<EnrolUri>(code).uri == QStringLiteral("muster://enrol?at=10.0.0.2:7420&ca=00ff"));
}

TEST_CASE("a ticket survives what scanners add to it", "[payload]")
{
    test::SeededRandom random(1);
    const auto key = SigningKey::make(random);
    for (int i = 0; i < 50; ++i) {  // Some end in a blank, which belongs to Base45.
        const Ticket ticket{.event = EventMark::make(random), .serial = {GuestId::make(random), 1}};
        const auto text = signTicket(ticket, KeyId{1}, key).value();
        for (const auto &read : {text, QByteArray(text + "\r\n"), text.toLower(), QByteArray(" " + text + "\t")}) {
            const auto code = parsePayload(read);
            REQUIRE(std::holds_alternative<SignedTicket>(code));
            CHECK(std::get<SignedTicket>(code).ticket == ticket);
        }
    }
}

SCENARIO("one showing of a code is one scan", "[scan][guard]")
{
    test::FakeClock clock;
    RepeatGuard guard(clock);
    GIVEN("a scanner that fires twice in 50 ms")
    {
        CHECK(guard.isFresh("L-1"));
        clock.advance(50ms);
        CHECK_FALSE(guard.isFresh("L-1"));
    }
    GIVEN("a phone held before the camera for ten seconds")
    {
        int scans = 0;
        for (int i = 0; i < 300; ++i, clock.advance(33ms)) {
            scans += guard.isFresh("L-1") ? 1 : 0;
        }
        CHECK(scans == 1);
        THEN("it counts again once it was away")
        {
            clock.advance(RepeatGuard::absenceMin);
            CHECK(guard.isFresh("L-1"));
        }
    }
    GIVEN("a guest who tries again on purpose")
    {
        CHECK(guard.isFresh("L-1"));
        clock.advance(RepeatGuard::repeatAfter - 1ms);
        CHECK_FALSE(guard.isFresh("L-1"));
        clock.advance(RepeatGuard::absenceMin);
        CHECK(guard.isFresh("L-1"));
    }
    GIVEN("two codes in view by turns")
    {
        CHECK(guard.isFresh("L-1"));
        CHECK(guard.isFresh("L-2"));
        clock.advance(33ms);
        CHECK_FALSE(guard.isFresh("L-1"));
        CHECK_FALSE(guard.isFresh("L-2"));
    }
    GIVEN("more codes than it remembers")
    {
        for (std::size_t i = 0; i <= RepeatGuard::recentMax; ++i, clock.advance(1ms)) {
            CHECK(guard.isFresh(QByteArray::number(qulonglong(i))));
        }
        CHECK_FALSE(guard.isFresh(QByteArray::number(qulonglong(RepeatGuard::recentMax))));
    }
}
