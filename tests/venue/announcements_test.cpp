// Goal: the hall hears every call that still helps somebody, one at a time, and none twice.
// Method: calls come in by hand, in any order and again; time is a number.
#include "core/venue/queues/announcements.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace std::chrono_literals;

namespace {

constexpr WallTime noon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(12)};

Announcements::Call call(const char *number, std::chrono::seconds after, const char *id = nullptr)
{
    return {QString::fromLatin1(id == nullptr ? number : id), QString::fromLatin1(number), QStringLiteral("1"),
            noon + after, id != nullptr};
}

QString numberOf(const std::optional<Announcements::Call> &spoken) { return spoken ? spoken->number : QString(); }

}  // namespace

SCENARIO("calls are spoken one at a time, the oldest first", "[venue][announcements]")
{
    Announcements announcements;
    CHECK_FALSE(announcements.next(noon));
    announcements.add(call("A002", 2s));
    announcements.add(call("A001", 1s));
    CHECK(numberOf(announcements.next(noon + 3s)) == QStringLiteral("A001"));
    CHECK_FALSE(announcements.next(noon + 3s));
    announcements.add(call("A003", 3s));
    announcements.finished();
    CHECK(numberOf(announcements.next(noon + 6s)) == QStringLiteral("A002"));
    announcements.finished();
    WHEN("the board reads the same calls again")
    {
        announcements.add(call("A001", 1s));
        announcements.add(call("A003", 3s));
        THEN("none is spoken twice")
        {
            CHECK(numberOf(announcements.next(noon + 8s)) == QStringLiteral("A003"));
            announcements.finished();
            CHECK_FALSE(announcements.next(noon + 9s));
        }
    }
    WHEN("a number is called once more")
    {
        announcements.add(call("A001", 8s, "recall"));
        announcements.finished();
        THEN("that is a call of its own")
        {
            CHECK(numberOf(announcements.next(noon + 9s)) == QStringLiteral("A003"));
            announcements.finished();
            const auto again = announcements.next(noon + 9s);
            CHECK(numberOf(again) == QStringLiteral("A001"));
            CHECK((again && again->isRecall));
        }
    }
}

SCENARIO("what nobody waits for any more is not spoken", "[venue][announcements]")
{
    Announcements announcements;
    announcements.add(call("A001", 0s));
    announcements.add(call("A002", 1s));
    CHECK(numberOf(announcements.next(noon + 61s)) == QStringLiteral("A002"));
    announcements.finished();
    CHECK_FALSE(announcements.next(noon + 61s));
    GIVEN("more calls than can be spoken in time")
    {
        for (int i = 0; i < 500; ++i) {
            announcements.add(call(QByteArray("B" + QByteArray::number(i)).constData(), std::chrono::seconds(i)));
        }
        THEN("the latest are left, and their number is bounded")
        {
            int spoken = 0;
            while (announcements.next(noon + 499s)) {
                announcements.finished();
                ++spoken;
            }
            CHECK(spoken == 61);
        }
    }
}
