// Goal: a scan has one answer for each state a guest can be in, the same cut off as connected.
// Method: one hall a state and a way, arranged by a row of a table; the second device scans and is asked what it says.
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

const auto key = QStringLiteral("L1");
const auto code = QStringLiteral("C-L1");

TicketClass classNamed(const char *name, QStringList questions = {})
{
    TicketClass made;
    made.code = QString::fromLatin1(name);
    made.zone = QStringLiteral("A");
    made.questions = std::move(questions);
    return made;
}

Rule ruleFor(const char *classCode, QStringList gates, std::optional<int> from, const char *words)
{
    Rule rule;
    rule.code = QString::fromLatin1(classCode);
    rule.classes = {QString::fromLatin1(classCode)};
    rule.gates = std::move(gates);
    rule.sessions = {QStringLiteral("day")};
    rule.fromMinute = from;
    rule.message = {{}, QString::fromLatin1(words)};
    return rule;
}

EventSetup planWithRules()
{
    auto plan = Hall::samplePlan();
    Question consent;
    consent.code = QStringLiteral("privacy");
    consent.kind = QuestionKind::Consent;
    consent.isRequired = true;
    Question source;
    source.code = QStringLiteral("source");
    source.isBeforeAdmission = false;
    plan.questions = {consent, source};
    plan.classes.push_back(classNamed("evening"));
    plan.classes.push_back(classNamed("north"));
    plan.classes.push_back(classNamed("nowhere"));
    plan.classes.push_back(classNamed("asked", {consent.code, source.code}));
    plan.sessions.push_back({QStringLiteral("dinner"), {}, false});
    plan.rules = {ruleFor("buyer", {}, {}, "buyers"), ruleFor("asked", {}, {}, "asked"),
                  ruleFor("vip", {}, {}, "guests of honour"), ruleFor("evening", {}, 600, "from ten o'clock"),
                  ruleFor("north", {QStringLiteral("gate-9")}, {}, "the north gate, please")};
    return plan;
}

guests::Guest rowOf(Hall &hall, const char *classCode)
{
    guests::Guest row;
    row.id = hall.guest(key);
    row.classCode = QString::fromLatin1(classCode);
    return row;
}

struct Case {
    const char *name;
    Outcome expected;
    std::function<Presented(Hall &)> arrange;
    const char *words = "";  ///< That the reason has to have.
};

Case ofStatus(const char *name, Outcome expected, GuestStatus status)
{
    return {name, expected, [status](Hall &hall) {
                hall.invite(key, QStringLiteral("buyer"), status);
                return hall.present(code);
            }};
}

Case ofClass(const char *name, Outcome expected, const char *classCode, const char *words = "")
{
    return {name, expected,
            [classCode](Hall &hall) {
                hall.invite(key, QString::fromLatin1(classCode));
                return hall.present(code);
            },
            words};
}

Case ofKind(const char *name, Outcome expected, Presented::Kind kind)
{
    return {name, expected, [kind](Hall &) {
                Presented presented;
                presented.kind = kind;
                return presented;
            }};
}

std::vector<Case> states()
{
    return {
        ofClass("admitted", Outcome::Admitted, "buyer"),
        {"admitted by a ticket that is on no list", Outcome::Admitted,
         [](Hall &hall) { return Hall::ticket(hall.guest(key), QStringLiteral("vip")); }},
        {"already in", Outcome::AlreadyIn,
         [](Hall &hall) {
             hall.invite(key);
             hall.syncAll();
             CHECK(hall.signIn(2, code, true).outcome == Outcome::Admitted);
             return hall.present(code);
         }},
        {"unknown", Outcome::Unknown, [](Hall &hall) { return hall.present(QStringLiteral("C-nobody")); }},
        ofKind("forged", Outcome::Forged, Presented::Kind::Forged),
        ofKind("wrong event", Outcome::WrongEvent, Presented::Kind::WrongEvent),
        ofKind("malformed", Outcome::Malformed, Presented::Kind::Malformed),
        ofClass("wrong hour", Outcome::WrongTime, "evening", "ten o'clock"),
        {"wrong session", Outcome::WrongTime,
         [](Hall &hall) {
             auto row = rowOf(hall, "buyer");
             row.sessions = {QStringLiteral("dinner")};
             hall.put(row);
             return Hall::ticket(row.id, row.classCode);
         },
         "another session"},
        {"no session is open", Outcome::WrongTime,
         [](Hall &hall) {
             SetSession close;
             close.session = QStringLiteral("day");
             close.isOpen = false;
             CHECK(hall.decide(0, close).outcome == Outcome::Done);
             hall.invite(key);
             return hall.present(code);
         },
         "not open"},
        ofClass("wrong gate", Outcome::WrongGate, "north", "north gate"),
        ofStatus("blocked", Outcome::Blocked, GuestStatus::Blocked),
        ofStatus("cancelled", Outcome::Cancelled, GuestStatus::Cancelled),
        ofStatus("not paid", Outcome::NotPaid, GuestStatus::NotPaid),
        ofStatus("not approved", Outcome::NotApproved, GuestStatus::NotApproved),
        {"revoked", Outcome::Revoked,
         [](Hall &hall) {
             auto row = rowOf(hall, "buyer");
             row.serialMin = 2;
             hall.put(row);
             return Hall::ticket(row.id, row.classCode, 1);
         }},
        {"needs answers", Outcome::NeedsAnswers,
         [](Hall &hall) {
             hall.invite(key, QStringLiteral("asked"));
             return hall.present(code);
         }},
        {"ambiguous", Outcome::Ambiguous,
         [](Hall &hall) {
             hall.invite(key);
             auto second = rowOf(hall, "buyer");
             REQUIRE(hall.at(0).journal->read(
                 [&](State &state) { second.codes = guests::find(state, hall.guest(key))->codes; }));
             second.id = hall.guest(QStringLiteral("L2"));
             hall.put(second);
             return hall.present(code);
         }},
        ofClass("rule refused", Outcome::RuleRefused, "nowhere"),
    };
}

}  // namespace

TEST_CASE("every state of a scan, connected and cut off", "[door][states]")
{
    for (const auto &state : states()) {
        for (const bool isConnected : {true, false}) {
            INFO(state.name << (isConnected ? ", connected" : ", cut off"));
            Hall hall(3, planWithRules());
            const auto what = state.arrange(hall);
            hall.syncAll();
            SignIn command;
            command.isEachQuestionAsked = true;
            const auto before = hall.day(1).headcount;
            const auto answer = hall.scan(1, hall.actOf(command), what, isConnected);
            CHECK(answer.outcome == state.expected);
            CHECK(answer.reason.en.toStdString().find(state.words) != std::string::npos);
            CHECK(answer.earlier.has_value() == (state.expected == Outcome::AlreadyIn));
            CHECK(answer.candidates.size() == (state.expected == Outcome::Ambiguous ? 2 : 0));
            CHECK(answer.questions.size() == (state.expected == Outcome::NeedsAnswers ? 1 : 0));
            hall.syncAll();
            CHECK(*hall.day(2).headcount - *before == (state.expected == Outcome::Admitted ? 1 : 0));
            CHECK(hall.isEqual());
        }
    }
}

TEST_CASE("a station that is kept for some classes sends the others on", "[door][states]")
{
    const bool isConnected = GENERATE(true, false);
    const bool isRuled = GENERATE(true, false);
    CAPTURE(isConnected, isRuled);
    const auto vip = QStringLiteral("vip");
    auto plan = isRuled ? planWithRules() : Hall::samplePlan();
    plan.stations = {{QStringLiteral("board-1"), QStringLiteral("board"), {}, {}, {}, {}},
                     {QStringLiteral("gate-1"), QStringLiteral("greeter"), {}, {}, {vip}, {}},
                     {QStringLiteral("gate-2"),
                      QStringLiteral("greeter"),
                      {QStringLiteral("南门"), QStringLiteral("South gate")},
                      {},
                      {QStringLiteral("buyer"), QStringLiteral("firm")},
                      {}}};
    Hall hall(3, plan);
    hall.invite(key);
    hall.invite(QStringLiteral("V1"), vip);
    hall.syncAll();
    const auto refused = hall.signIn(1, code, isConnected);
    CHECK(refused.outcome == Outcome::WrongGate);
    CHECK(refused.reason.en.contains(QStringLiteral("South gate")));
    CHECK(refused.reason.zh.contains(QStringLiteral("南门")));
    CHECK(hall.signIn(1, QStringLiteral("C-V1"), isConnected).outcome == Outcome::Admitted);
    hall.syncAll();
    SECTION("there they come in") { CHECK(hall.signIn(2, code, isConnected).outcome == Outcome::Admitted); }
    SECTION("and at the coordinator's own device")
    {
        CHECK(hall.signIn(0, code, isConnected).outcome == Outcome::Admitted);
    }
    SECTION("or here, with a reason")
    {
        SignIn anyway;
        anyway.overrideReason = QStringLiteral("cannot walk far");
        CHECK(hall.signIn(1, code, isConnected, anyway).outcome == Outcome::Admitted);
        hall.syncAll();
        CHECK(hall.day(0).latest.front().overrideReason == anyway.overrideReason);
    }
}

TEST_CASE("rules of entry, exit and coming back", "[door][states]")
{
    struct Row {
        Reentry reentry;
        bool isOutBetween;
        std::optional<int> entriesMax;
        std::vector<Outcome> told;  ///< Of each scan in turn.
    };
    const auto in = Outcome::Admitted;
    const Row rows[] = {
        {Reentry::No, false, {}, {in, Outcome::AlreadyIn}},
        {Reentry::No, true, {}, {in, Outcome::AlreadyIn}},
        {Reentry::AfterExit, false, {}, {in, Outcome::AlreadyIn}},
        {Reentry::AfterExit, true, {}, {in, in, in}},
        {Reentry::AfterExit, true, 2, {in, in, Outcome::RuleRefused}},
        {Reentry::Always, false, {}, {in, in, in}},
        {Reentry::Always, false, 2, {in, in, Outcome::RuleRefused}},
    };
    for (const auto &row : rows) {
        for (const bool isConnected : {true, false}) {
            INFO(int(row.reentry) << ' ' << row.isOutBetween << ' ' << row.entriesMax.value_or(0) << isConnected);
            auto plan = Hall::samplePlan();
            plan.rules = {ruleFor("buyer", {}, {}, "twice at most")};
            plan.rules.front().reentry = row.reentry;
            plan.rules.front().entriesMax = row.entriesMax;
            Hall hall(2, plan);
            hall.invite(key);
            hall.syncAll();
            CHECK(hall.signOut(1, code).outcome == Outcome::NotInside);
            for (std::size_t i = 0; i < row.told.size(); ++i) {
                if (i > 0 && row.isOutBetween) {
                    CHECK(hall.signOut(1, code).outcome == Outcome::CheckedOut);
                    CHECK(hall.day(1).headcount == 0);
                    hall.syncAll();
                }
                CHECK(hall.signIn(1, code, isConnected).outcome == row.told[i]);
                hall.syncAll();
            }
            CHECK(hall.day(0).signedIn == 1);
            CHECK(hall.day(0).headcount == (row.isOutBetween ? row.told.back() == in ? 1 : 0 : 1));
        }
    }
}

TEST_CASE("a family comes by one scan, and every head is counted", "[door][states]")
{
    for (const bool isConnected : {true, false}) {
        INFO(isConnected);
        auto plan = planWithRules();
        plan.classes.front().companionsMax = 2;
        Hall hall(2, plan);
        const auto family = QStringLiteral("family");
        hall.invite(key, QStringLiteral("buyer"), GuestStatus::Valid, family);
        hall.invite(QStringLiteral("L2"), QStringLiteral("buyer"), GuestStatus::Valid, family);
        hall.invite(QStringLiteral("L3"), QStringLiteral("buyer"), GuestStatus::Blocked, family);
        hall.invite(QStringLiteral("L4"), QStringLiteral("buyer"));
        hall.syncAll();
        const auto asked = hall.scan(1, hall.actOf(SignIn{}), hall.present(code), isConnected);
        CHECK(asked.outcome == Outcome::NeedsAnswers);
        CHECK(asked.group.size() == 2);
        CHECK(asked.companionsMax == 2);
        SignIn together;
        together.isEachQuestionAsked = true;
        together.party = {hall.guest(QStringLiteral("L2")), hall.guest(QStringLiteral("L3")),
                          hall.guest(QStringLiteral("L4"))};
        together.companions = 3;
        CHECK(hall.scan(1, hall.actOf(together), hall.present(code), isConnected).outcome == Outcome::RuleRefused);
        together.companions = 2;
        const auto told = hall.scan(1, hall.actOf(together), hall.present(code), isConnected);
        CHECK(told.outcome == Outcome::Admitted);
        CHECK(told.companions == 2);
        REQUIRE(told.party.size() == 1);  // Neither the blocked one nor the stranger.
        CHECK(told.party.front().id == hall.guest(QStringLiteral("L2")));
        hall.syncAll();
        CHECK(hall.day(0).headcount == 4);
        CHECK(hall.day(0).zones.front().count == 4);
        CHECK(hall.day(0).signedIn == 2);
        CHECK(hall.isEqual());
    }
}

TEST_CASE("questions are asked once, and a refused consent is answered with what to do", "[door][states]")
{
    for (const bool isConnected : {true, false}) {
        INFO(isConnected);
        Hall hall(2, planWithRules());
        hall.invite(key, QStringLiteral("asked"));
        hall.syncAll();
        SignIn command;
        const auto first = hall.scan(1, hall.actOf(command), hall.present(code), isConnected);
        REQUIRE(first.questions.size() == 1);
        CHECK(first.questions.front().code == QStringLiteral("privacy"));
        command.isEachQuestionAsked = true;
        command.answers = {{QStringLiteral("privacy"), QStringLiteral("no")}};
        const auto refused = hall.scan(1, hall.actOf(command), hall.present(code), isConnected);
        CHECK(refused.outcome == Outcome::RuleRefused);
        CHECK(refused.reason.en.contains(QStringLiteral("consent")));
        CHECK_FALSE(refused.reason.zh.isEmpty());
        CHECK(hall.day(1).headcount == 0);
        command.answers = {{QStringLiteral("privacy"), QStringLiteral("yes")}};
        const auto told = hall.scan(1, hall.actOf(command), hall.present(code), isConnected);
        CHECK(told.outcome == Outcome::Admitted);
        REQUIRE(told.questions.size() == 1);  // After the green screen.
        CHECK(told.questions.front().code == QStringLiteral("source"));
        CHECK(hall.signOut(1, code).outcome == Outcome::CheckedOut);
        hall.syncAll();
        CHECK(hall.signIn(1, code, isConnected).questions.empty());
    }
}
