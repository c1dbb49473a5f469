// Goal: a wedge scanner's code arrives whole on any keyboard layout, and a person's typing is never taken for one.
// Method: key sequences with times, as scanners and people make them.
#include "core/scan/wedge.h"
#include "tests/support/catch.h"

#include <vector>

using namespace muster;
using namespace muster::scan;
using namespace std::chrono_literals;

namespace {

constexpr quint32 shift = 42;
constexpr quint32 enter = 28;

/// Presses keys at a steady pace and counts what becomes of them.
struct Typist {
    WedgeAssembler assembler;
    std::chrono::milliseconds pace = 5ms;
    Instant now{1h};
    std::vector<QByteArray> scans;
    int released = 0;
    int discarded = 0;

    void send(const WedgeKey &key)
    {
        const auto result = assembler.feed(key);
        if (result.action == WedgeAction::Scan) {
            scans.push_back(result.payload);
        }
        const bool isGivenBack = result.action == WedgeAction::Release || result.action == WedgeAction::Restart;
        released += key.isPress && isGivenBack ? 1 : 0;
        discarded += result.action == WedgeAction::Discard ? 1 : 0;
    }
    void tap(quint32 position, const QString &text = {}, bool isShifted = false)
    {
        now += pace;
        if (isShifted) {
            send({.position = shift, .isPress = true, .at = now});
        }
        send({.position = position, .text = text, .isPress = true, .at = now});
        send({.position = position, .isPress = false, .at = now});
        if (isShifted) {
            send({.position = shift, .isPress = false, .at = now});
        }
    }
    void text(const QString &characters)
    {
        for (const QChar c : characters) {
            tap(0, QString(c));
        }
    }
};

}  // namespace

SCENARIO("a scanner's burst is one payload", "[wedge]")
{
    Typist scanner;
    GIVEN("key positions on a device with a French layout")
    {
        scanner.tap(38, QStringLiteral("L"), true);
        scanner.tap(12, QStringLiteral(")"));  // The minus key.
        scanner.tap(30, QStringLiteral("q"));  // The key of a US A.
        scanner.tap(3, QStringLiteral("é"));
        scanner.tap(enter);
        CHECK(scanner.scans == std::vector<QByteArray>{"L-a2"});
    }
    GIVEN("a scanner set to the device's own layout")
    {
        scanner.assembler = WedgeAssembler(WedgeLayout::SystemText);
        scanner.tap(16, QStringLiteral("a"));
        scanner.tap(30, QStringLiteral("q"));
        scanner.tap(44, QStringLiteral("w"));
        scanner.tap(enter);
        CHECK(scanner.scans == std::vector<QByteArray>{"aqw"});
    }
    GIVEN("text without positions, ended by a tab")
    {
        scanner.text(QStringLiteral("王小明-7\t"));
        CHECK(scanner.scans == std::vector<QByteArray>{QStringLiteral("王小明-7").toUtf8()});
    }
    GIVEN("two codes one after the other")
    {
        scanner.text(QStringLiteral("A100\nB200\n"));
        CHECK(scanner.scans == std::vector<QByteArray>{"A100", "B200"});
    }
    GIVEN("a slow Bluetooth scanner with one hiccup")
    {
        scanner.pace = 30ms;
        scanner.text(QStringLiteral("12345"));
        scanner.pace = WedgeAssembler::keyGapMax;
        scanner.text(QStringLiteral("6"));
        scanner.pace = 30ms;
        scanner.text(QStringLiteral("789\r"));
        CHECK(scanner.scans == std::vector<QByteArray>{"123456789"});
    }
}

SCENARIO("a person's typing is given back", "[wedge]")
{
    Typist person;
    GIVEN("a fast typist, each key within the gap")
    {
        person.pace = 80ms;
        person.text(QStringLiteral("wang\n"));
        CHECK(person.scans.empty());
        CHECK(person.released > 0);
    }
    GIVEN("a slow one")
    {
        person.pace = 180ms;
        person.text(QStringLiteral("wang\n"));
        CHECK(person.scans.empty());
        CHECK(person.released >= 4);
    }
    GIVEN("one key and then nothing")
    {
        person.text(QStringLiteral("w"));
        CHECK(person.assembler.isHolding());
        CHECK_FALSE(person.assembler.expire(person.now + WedgeAssembler::keyGapMax));
        CHECK(person.assembler.expire(person.now + WedgeAssembler::keyGapMax + 1ms));
        CHECK_FALSE(person.assembler.isHolding());
    }
    GIVEN("a few quick keys, too few for a code")
    {
        person.text(QStringLiteral("ok\n"));
        CHECK(person.scans.empty());
    }
    GIVEN("a person's key just before the scanner's burst")
    {
        person.text(QStringLiteral("x"));
        person.now += 150ms;
        person.text(QStringLiteral("A100\n"));
        CHECK(person.scans == std::vector<QByteArray>{"A100"});
        CHECK(person.released == 1);
    }
    GIVEN("a shortcut, a resting finger, an arrow")
    {
        for (const WedgeKey &key : {WedgeKey{.position = 46, .hasCommand = true},
                                    WedgeKey{.position = 46, .isRepeat = true}, WedgeKey{.position = 105}}) {
            person.text(QStringLiteral("abc"));
            auto late = key;
            late.at = person.now;
            CHECK(person.assembler.feed(late).action == WedgeAction::Release);
            CHECK_FALSE(person.assembler.isHolding());
        }
    }
}

TEST_CASE("a scan has a longest length", "[wedge]")
{
    Typist scanner;
    scanner.pace = 1ms;
    scanner.text(QString(WedgeAssembler::lengthMax, u'x') + u'\n');
    REQUIRE(scanner.scans.size() == 1);
    CHECK(scanner.scans.front().size() == WedgeAssembler::lengthMax);
    scanner.text(QString(WedgeAssembler::lengthMax + 1, u'x') + u'\n');
    CHECK(scanner.scans.size() == 1);
    CHECK(scanner.discarded == 1);
    scanner.text(QStringLiteral("A100\n"));
    CHECK(scanner.scans.back() == "A100");
}
