// Goal: the sample event can be lived through: nobody who is invited is turned away from a full zone.
// Method: all 2,000 invitations come to one kiosk of the sample, with everybody they may bring, and nobody leaves.
#include "core/venue/door/rules.h"
#include "deploy/sample/sample_plan.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

Outcome expectedOf(GuestStatus status)
{
    switch (status) {
    case GuestStatus::Valid: return Outcome::Admitted;
    case GuestStatus::Blocked: return Outcome::Blocked;
    case GuestStatus::Cancelled: return Outcome::Cancelled;
    case GuestStatus::NotPaid: return Outcome::NotPaid;
    case GuestStatus::NotApproved: return Outcome::NotApproved;
    }
    Q_UNREACHABLE();
}

}  // namespace

TEST_CASE("everybody who is invited comes in, though nobody leaves", "[sample]")
{
    const auto setup = sample::setup();
    Hall hall(2, setup);
    hall.at(1).station = QStringLiteral("kiosk-1");
    REQUIRE(hall.at(0).journal->transact([&] {
        hall.at(0).journal->append(sessions::set(hall.at(0).journal->state(), QStringLiteral("opening"), true));
    }));
    const auto list = sample::guests();
    std::map<Outcome, int> outcomes;
    int heads = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto &entry = list[i];
        guests::Guest row;
        row.id = hall.guest(entry.key);
        row.classCode = entry.classCode;
        row.companionsMax = entry.companionsMax;
        row.status = entry.status;
        row.sessions = entry.sessions;
        hall.put(row);
        hall.sync(0, 1);
        const auto ticketClass = std::ranges::find(setup.classes, entry.classCode, &TicketClass::code);
        SignIn command;
        command.isEachQuestionAsked = true;
        command.companions = entry.companionsMax.value_or(ticketClass->companionsMax);
        command.answers = {{QStringLiteral("consent"), QStringLiteral("yes")}};
        const auto answer = hall.scan(1, hall.actOf(command), Hall::ticket(row.id, row.classCode), i % 2 == 0);
        ++outcomes[answer.outcome];
        if (answer.outcome != expectedOf(entry.status)) {
            INFO(entry.key.toStdString());
            CHECK(toString(answer.outcome) == toString(expectedOf(entry.status)));
        }
        heads += answer.outcome == Outcome::Admitted ? 1 + *command.companions : 0;
    }
    hall.syncAll();
    CHECK(outcomes[Outcome::ZoneFull] == 0);
    CHECK(outcomes[Outcome::Admitted] > 1'900);
    CHECK(hall.day(0).headcount == heads);
    for (const auto &zone : hall.day(0).zones) {
        INFO(zone.code.toStdString());
        CHECK(zone.count <= zone.firmCapacity.value_or(zone.count));
    }
    CHECK(hall.faults(0).isEmpty());
    CHECK(hall.isEqual());
}

TEST_CASE("the sample comes out of the log as it went in", "[sample]")
{
    auto setup = sample::setup();
    Hall hall(2, setup);
    for (auto &member : setup.staff) {  // Telephones and companies of staff stay with the organiser.
        member.phone.clear();
        member.company.clear();
    }
    CHECK((plan_room::load(hall.at(0).journal->state()) == setup));
    CHECK((plan_room::load(hall.at(1).journal->state()) == setup));
}

TEST_CASE("every guest has a station of the sample, for the opening and for the dinner", "[sample]")
{
    const auto setup = sample::setup();
    const auto at = [&](const char *station, const QString &classCode, const char *session) {
        return rules::nearest(setup,
                              {classCode, QString::fromLatin1(session), QString::fromLatin1(station), fromMsecs(0)});
    };
    const auto vip = QStringLiteral("vip");
    const auto owner = QStringLiteral("owner");
    for (const auto &ticketClass : setup.classes) {
        INFO(ticketClass.code.toStdString());
        CHECK(at("kiosk-1", ticketClass.code, "opening").outcome == Outcome::Admitted);
    }
    CHECK(at("greeter-5", vip, "opening").outcome == Outcome::Admitted);
    CHECK(at("greeter-5", owner, "evening").outcome == Outcome::Admitted);
    CHECK(at("greeter-6", owner, "evening").outcome == Outcome::Admitted);
    CHECK(at("greeter-6", QStringLiteral("media"), "evening").outcome == Outcome::Admitted);
    const auto sentOn = at("greeter-6", vip, "evening");
    CHECK(sentOn.outcome == Outcome::WrongGate);
    CHECK(sentOn.words.en.endsWith(QStringLiteral("Sign-in desk 5")));
    CHECK(sentOn.words.zh.endsWith(QStringLiteral("签到台 5")));
    // The organiser's own words go first.
    CHECK(at("greeter-5", QStringLiteral("subscriber"), "opening").words.zh == QStringLiteral("请从正门签到"));
}

TEST_CASE("consent to the event is required, consent to marketing is apart and no by default", "[sample]")
{
    const auto setup = sample::setup();
    const auto find = [&](const char *code) {
        return *std::ranges::find(setup.questions, QString::fromLatin1(code), &Question::code);
    };
    CHECK(find("consent").isRequired);
    CHECK(find("consent").isBeforeAdmission);
    CHECK_FALSE(find("marketing").isRequired);
    CHECK(find("marketing").defaultAnswer == QStringLiteral("no"));
    CHECK(find("referrer").kind == QuestionKind::Text);
    for (const auto &ticketClass : setup.classes) {
        INFO(ticketClass.code.toStdString());
        CHECK(ticketClass.questions.contains(QStringLiteral("consent")));
        CHECK(ticketClass.questions.contains(QStringLiteral("marketing")));
        // How many came along is asked by the invitation's own limit, once.
        CHECK_FALSE(ticketClass.questions.contains(QStringLiteral("companions")));
    }
}
