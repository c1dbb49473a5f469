// Goal: guests of one class who may go to several zones spread over them as the zones are large.
// Method: a hundred sign-ins at one device of a hall whose plan names several zones for the class.
#include "core/venue/zones/headcount.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

Zone lounge(const char *code, std::optional<int> soft, std::optional<int> firm = {})
{
    Zone zone;
    zone.code = QString::fromLatin1(code);
    zone.softCapacity = soft;
    zone.firmCapacity = firm;
    return zone;
}

EventSetup planWith(std::vector<Zone> zones, const char *codes)
{
    auto plan = Hall::samplePlan();
    plan.zones = std::move(zones);
    plan.classes.front().zone = QString::fromLatin1(codes);
    return plan;
}

std::map<QString, int> signInAll(Hall &hall, int guests)
{
    std::map<QString, int> sent;
    for (int i = 0; i < guests; ++i) {
        hall.invite(QString::number(i));
    }
    hall.syncAll();
    for (int i = 0; i < guests; ++i) {
        const auto answer = hall.signIn(1, QStringLiteral("C-%1").arg(i), false);
        REQUIRE(answer.outcome == Outcome::Admitted);
        ++sent[answer.zone];
    }
    return sent;
}

}  // namespace

TEST_CASE("guests spread over the zones of their class as these are large", "[zones][assignment]")
{
    Hall hall(2, planWith({lounge("X", 100), lounge("L", 200), lounge("M", 100), lounge("S", 50)}, "L;M;S;gone"));
    const auto sent = signInAll(hall, 70);
    CHECK(sent ==
          std::map<QString, int>{{QStringLiteral("L"), 40}, {QStringLiteral("M"), 20}, {QStringLiteral("S"), 10}});
}

TEST_CASE("a zone that was filled by hand gets nobody until the others have caught up", "[zones][assignment]")
{
    Hall hall(2, planWith({lounge("L", 20), lounge("M", 20)}, "L;M"));
    CHECK(hall.decide(1, zones::Count{QStringLiteral("L"), 10}).outcome == Outcome::Done);
    CHECK(signInAll(hall, 10) == std::map<QString, int>{{QStringLiteral("M"), 10}});
}

TEST_CASE("zones without figures count as large as the largest, and one of one is no choice", "[zones][assignment]")
{
    const char *codes = GENERATE("L;M", "M");
    Hall hall(2, planWith({lounge("L", 10), lounge("M", {})}, codes));
    const auto sent = signInAll(hall, 10);
    CHECK(sent.at(QStringLiteral("M")) == (QByteArray(codes) == "M" ? 10 : 5));
}
