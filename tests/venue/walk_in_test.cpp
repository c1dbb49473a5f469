// Goal: a guest on no list is registered with consent, by the rules, once, and is told one number whatever happens.
// Method: walk-ins at a greeter's desk, connected and cut off, tried again under the same request id.
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

EventSetup planWithConsent()
{
    auto plan = Hall::samplePlan();
    Question consent;
    consent.code = QStringLiteral("privacy");
    consent.kind = QuestionKind::Consent;
    consent.isRequired = true;
    plan.questions = {consent};
    plan.classes[0].questions = {consent.code};
    plan.zones[1].overflow.clear();
    Rule day;
    day.code = QStringLiteral("day");
    day.classes = {QStringLiteral("buyer"), QStringLiteral("firm")};
    day.gates = {QStringLiteral("gate-1")};
    day.message = {{}, QStringLiteral("gate one, please")};
    plan.rules = {day};
    return plan;
}

WalkIn consenting(const char *classCode = "buyer")
{
    WalkIn walkIn;
    walkIn.guest.classCode = QString::fromLatin1(classCode);
    walkIn.isConsentGiven = true;
    return walkIn;
}

}  // namespace

TEST_CASE("who may not be registered is told why, and leaves no trace", "[walk_in]")
{
    for (const bool isConnected : {true, false}) {
        INFO(isConnected);
        Hall hall(3, planWithConsent());
        auto silent = consenting();
        silent.isConsentGiven = false;
        const auto refused = hall.walkIn(1, isConnected, silent);
        CHECK(refused.outcome == Outcome::RuleRefused);
        CHECK(refused.reason.en.contains(QStringLiteral("consent")));
        auto declining = consenting();
        declining.answers = {{QStringLiteral("privacy"), QStringLiteral("no")}};
        CHECK(hall.walkIn(1, isConnected, declining).outcome == Outcome::RuleRefused);
        CHECK(hall.walkIn(1, isConnected, consenting("buyr")).outcome == Outcome::NotFound);
        auto nowhere = consenting();
        nowhere.zone = QStringLiteral("ZZZ");
        CHECK(hall.walkIn(1, isConnected, nowhere).outcome == Outcome::NotFound);
        const auto elsewhere = hall.walkIn(2, isConnected, consenting());
        CHECK(elsewhere.outcome == Outcome::WrongGate);
        CHECK(elsewhere.reason.en.contains(QStringLiteral("gate one")));
        CHECK(hall.walkIn(1, isConnected, consenting("vip")).outcome == Outcome::RuleRefused);
        hall.syncAll();
        CHECK(hall.day(0).walkIns == 0);
        qint64 listed = -1;
        REQUIRE(hall.at(0).journal->read([&](State &state) { listed = guests::count(state); }));
        CHECK(listed == 0);
        CHECK(hall.walkIn(1, isConnected, consenting()).outcome == Outcome::Admitted);
        auto answering = consenting();
        answering.isConsentGiven = false;
        answering.answers = {{QStringLiteral("privacy"), QStringLiteral("yes")}};
        CHECK(hall.walkIn(1, isConnected, answering).outcome == Outcome::Admitted);
    }
}

TEST_CASE("a retried walk-in is the same guest with the same number", "[walk_in]")
{
    Hall hall(2, planWithConsent());
    const auto request = hall.actOf(WalkIn{}).request;
    const auto first = hall.walkIn(1, false, consenting(), request);
    REQUIRE_FALSE(first.number.isEmpty());
    const auto before = hall.at(1).journal->vector();
    const auto again = hall.walkIn(1, false, consenting(), request);
    CHECK(again.outcome == Outcome::Admitted);
    CHECK(again.number == first.number);
    CHECK(hall.at(1).journal->vector() == before);
    CHECK(hall.walkIn(1, false, consenting()).number != first.number);
}

TEST_CASE("a walk-in for whom the zone is full knows the number, and comes in with it later", "[walk_in]")
{
    Hall hall(2, planWithConsent());
    for (int i = 0; i < 5; ++i) {
        CHECK(hall.walkIn(1, true, consenting("firm")).outcome == Outcome::Admitted);
    }
    const auto request = hall.actOf(WalkIn{}).request;
    const auto full = hall.walkIn(1, true, consenting("firm"), request);
    CHECK(full.outcome == Outcome::ZoneFull);
    CHECK_FALSE(full.number.isEmpty());
    const auto again = hall.walkIn(1, true, consenting("firm"), request);
    CHECK(again.number == full.number);
    REQUIRE(full.guest);
    SignIn later;
    later.isEachQuestionAsked = true;
    later.zone = QStringLiteral("A");
    Presented picked;
    picked.kind = Presented::Kind::Guest;
    picked.guest = full.guest->id;
    CHECK(hall.scan(1, hall.actOf(later), picked, true).outcome == Outcome::Admitted);
    hall.syncAll();
    CHECK(hall.day(0).walkIns == 6);
    CHECK(hall.faults(0).isEmpty());
}
