// Goal: the plan says how heavy an alert is, how soon it comes up, whom it calls and whom then; who sees to it silences
// it everywhere.
// Method: a guest rings a kiosk's bell in a hall on real journals; the day is read with one rule or another.
#include "core/venue/day/alert_kinds.h"
#include "tests/venue/hall.h"

#include <set>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

[[nodiscard]] std::vector<AlertView> inHand(Hall &hall, int device) { return hall.day(device).inHand; }

const auto bell = QStringLiteral("staff_called");
constexpr int kiosk = 1;

StaffMember member(const char *code, const char *role, const char *zone = "", const char *name = nullptr)
{
    StaffMember staff;
    staff.code = QString::fromLatin1(code);
    staff.name = QString::fromUtf8(name == nullptr ? code : name);
    staff.roles = {QString::fromLatin1(role)};
    staff.zone = QString::fromLatin1(zone);
    return staff;
}

EventSetup planWithStaff()
{
    auto plan = Hall::samplePlan();
    Station station;
    station.code = QStringLiteral("gate-1");
    station.role = QStringLiteral("kiosk");
    station.zone = QStringLiteral("D");
    plan.stations = {station};
    plan.staff = {member("G1", "greeter"), member("LA", "lead", "A"), member("LD", "lead", "D"),
                  member("F1", "floater"), member("C1", "commander"), member("H1", "host", "", "周敏")};
    return plan;
}

std::vector<AlertView> alertsWith(Hall &hall, const std::vector<AlertRule> &rules, int device = 0)
{
    std::vector<AlertView> alerts;
    auto &at = hall.at(device);
    REQUIRE(at.journal->read([&](State &state) {
        auto setup = at.venue.setup(state);
        setup.alertRules = rules;
        alerts = day_query::read(state, setup, hall.clock().wall()).alerts;
    }));
    return alerts;
}

std::optional<AlertView> bellWith(Hall &hall, const std::vector<AlertRule> &rules = {}, int device = 0)
{
    const auto alerts = alertsWith(hall, rules, device);
    const auto found = std::ranges::find(alerts, bell, &AlertView::kind);
    return found == alerts.end() ? std::nullopt : std::optional(*found);
}

AlertRule rule()
{
    AlertRule rule;
    rule.code = bell;
    return rule;
}

struct RingingHall : Hall {
    RingingHall() : Hall(3, planWithStaff())
    {
        REQUIRE(decide(kiosk, CallStaff{QStringLiteral("help")}).outcome == Outcome::Done);
        syncAll();
    }
};

}  // namespace

SCENARIO("a bell rings, and the plan has a word on bells", "[alerts][rules]")
{
    RingingHall hall;
    THEN("without one it calls as the table of kinds says: the lead of that zone and the greeters, then others")
    {
        const auto alert = bellWith(hall);
        REQUIRE(alert);
        CHECK(alert->weight == alert_kinds::find(bell)->weight);
        CHECK(alert->zone == QStringLiteral("D"));
        CHECK(alert->called == QStringList{QStringLiteral("G1"), QStringLiteral("LD")});
        hall.clock().advance(60s);
        const auto later = bellWith(hall);
        REQUIRE(later);
        CHECK(later->isEscalated);
        CHECK(later->roles == QStringList{QStringLiteral("floater"), QStringLiteral("commander")});
        CHECK(later->called == QStringList{QStringLiteral("F1"), QStringLiteral("C1")});
    }
    THEN("weight nothing: it is not raised")
    {
        auto off = rule();
        off.weight = 0;
        CHECK_FALSE(bellWith(hall, {off}));
    }
    THEN("a weight of its own puts it first or last")
    {
        auto heavy = rule();
        heavy.weight = 99;
        CHECK(bellWith(hall, {heavy})->weight == 99);
        CHECK(alertsWith(hall, {heavy}).front().kind == bell);
    }
    THEN("it comes up later, and its patience begins then")
    {
        auto late = rule();
        late.afterSeconds = 30;
        late.escalateSeconds = 20;
        hall.clock().advance(29s);
        CHECK_FALSE(bellWith(hall, {late}));
        hall.clock().advance(1s);
        CHECK_FALSE(bellWith(hall, {late}).value().isEscalated);
        hall.clock().advance(20s);
        CHECK(bellWith(hall, {late}).value().isEscalated);
    }
    THEN("it calls whom the plan names")
    {
        auto other = rule();
        other.roles = {QStringLiteral("host")};
        other.escalateRoles = {QStringLiteral("lead")};
        other.recheckMinutes = 7;
        CHECK(bellWith(hall, {other})->called == QStringList{QStringLiteral("周敏")});
        CHECK(bellWith(hall, {other})->recheckMinutes == 7);
        hall.clock().advance(60s);
        CHECK(bellWith(hall, {other})->called == QStringList{QStringLiteral("LD")});
    }
}

SCENARIO("somebody sees to an alert", "[alerts][rules]")
{
    RingingHall hall;
    hall.clock().advance(1s);
    const auto alert = bellWith(hall, {}, 2);
    REQUIRE(alert);
    REQUIRE(hall.decide(2, AcknowledgeAlert{alert->id, 5}, QStringLiteral("G1")).outcome == Outcome::Done);
    THEN("it is silent there at once, and elsewhere as soon as it is heard of")
    {
        CHECK_FALSE(bellWith(hall, {}, 2));
        CHECK(bellWith(hall));
        hall.sync(2, 0);
        CHECK_FALSE(bellWith(hall));
    }
    THEN("it comes up again when they said they would look, by name, and a delay does not count twice")
    {
        hall.syncAll();
        hall.clock().advance(5min);
        auto late = rule();
        late.afterSeconds = 600;
        const auto again = bellWith(hall, {late});
        REQUIRE(again);
        CHECK(again->acknowledgedBy == QStringLiteral("G1"));
        CHECK_FALSE(again->isEscalated);
    }
}

SCENARIO("a VIP arrives and the host does not answer", "[alerts][rules]")
{
    Hall hall(2, planWithStaff());
    hall.invite(QStringLiteral("V"), QStringLiteral("vip"));
    hall.syncAll();
    REQUIRE(hall.signIn(1, QStringLiteral("C-V"), true).outcome == Outcome::Admitted);
    hall.syncAll();
    const auto find = [&](const char *kind) {
        const auto alerts = alertsWith(hall, {});
        const auto found = std::ranges::find(alerts, QLatin1String(kind), &AlertView::kind);
        return found == alerts.end() ? std::nullopt : std::optional(*found);
    };
    REQUIRE(find("vip"));
    CHECK(find("vip")->called == QStringList{QStringLiteral("周敏")});
    hall.clock().advance(59s);
    CHECK_FALSE(find("vip_without_host"));
    WHEN("a minute is over")
    {
        hall.clock().advance(1s);
        THEN("the lead is called to a guest whom nobody hosts")
        {
            const auto alone = find("vip_without_host");
            REQUIRE(alone);
            CHECK(alone->guest->id == hall.guest(QStringLiteral("V")));
            CHECK(alone->called == QStringList{QStringLiteral("LA")});
            CHECK(find("vip")->isEscalated);
        }
    }
    WHEN("the host answers in time")
    {
        REQUIRE(hall.decide(0, AcknowledgeAlert{find("vip")->id, 0}, QStringLiteral("H1")).outcome == Outcome::Done);
        hall.clock().advance(5min);
        THEN("nobody else is called") { CHECK_FALSE(find("vip_without_host")); }
    }
}

TEST_CASE("the table of kinds is whole", "[alerts][rules]")
{
    std::set<QString> codes;
    for (const auto &kind : alert_kinds::all()) {
        CAPTURE(kind.code);
        CHECK(codes.insert(kind.code).second);
        CHECK(kind.weight > 0);
        CHECK_FALSE(kind.words.zh.isEmpty());
        CHECK_FALSE(kind.words.en.isEmpty());
        CHECK_FALSE(kind.roles.isEmpty());
        CHECK_FALSE(kind.escalateRoles.isEmpty());
        CHECK(alert_kinds::find(kind.code) == &kind);
    }
    CHECK(alert_kinds::find(QStringLiteral("nonsense")) == nullptr);
}

SCENARIO("who takes an alert in hand without a word on when is reminded as its kind is", "[alerts]")
{
    auto plan = planWithStaff();
    AlertRule often;
    often.code = bell;
    often.recheckMinutes = 3;
    plan.alertRules = {often};
    Hall hall(3, plan);
    REQUIRE(hall.decide(kiosk, CallStaff{QStringLiteral("help")}).outcome == Outcome::Done);
    hall.syncAll();
    hall.clock().advance(1s);
    const auto rung = hall.day(2).alerts;
    REQUIRE(rung.size() == 1);
    REQUIRE(hall.decide(2, AcknowledgeAlert{rung.front().id, {}}, QStringLiteral("G1")).outcome == Outcome::Done);
    hall.syncAll();
    for (const int device : {0, 1, 2}) {
        CHECK(hall.day(device).alerts.empty());
        REQUIRE(inHand(hall, device).size() == 1);
        CHECK(inHand(hall, device).front().acknowledgedBy == QStringLiteral("G1"));
        CHECK(inHand(hall, device).front().againAt == hall.clock().wall() + 3min);
    }
    hall.clock().advance(3min);
    CHECK(hall.day(0).alerts.size() == 1);
    CHECK(inHand(hall, 0).empty());
    THEN("of a kind that is switched off nothing is in hand either")
    {
        auto off = often;
        off.weight = 0;
        auto &at = hall.at(0);
        REQUIRE(hall.decide(0, AcknowledgeAlert{rung.front().id, 5}).outcome == Outcome::Done);
        CHECK(inHand(hall, 0).size() == 1);
        REQUIRE(at.journal->read([&](State &state) {
            auto setup = at.venue.setup(state);
            setup.alertRules = {off};
            CHECK(day_query::read(state, setup, hall.clock().wall()).inHand.empty());
        }));
    }
    THEN("0 is for good")
    {
        REQUIRE(hall.decide(0, AcknowledgeAlert{rung.front().id, 0}, QStringLiteral("G1")).outcome == Outcome::Done);
        hall.clock().advance(1h);
        CHECK(hall.day(0).alerts.empty());
        CHECK(inHand(hall, 0).empty());  // A bell that was answered rings no more.
    }
}
