// Goal: a whole device lets nobody do more than the plan says, and does a retried act once.
// Method: the idle device of a coordinator on its files; opened again where it must remember.
#include "tests/app/node/node_fixture.h"

#include <QThread>

using namespace muster;
using namespace muster::test;

namespace {

StaffMember member(const char *code, const char *role)
{
    StaffMember member;
    member.code = QString::fromLatin1(code);
    member.name = member.code;
    member.roles = {QString::fromLatin1(role)};
    return member;
}

class Coordinator {
public:
    Coordinator()
    {
        auto setup = plan();
        setup.staff = {member("S1", "commander"), member("S2", "cashier")};
        setup.zones.front().softCapacity = 20;
        setup.zones.front().firmCapacity = 200;
        REQUIRE(makeEvent(m_dir.file(QStringLiteral("hub")), setup, guestList(3), newAuthority));
        reopen();
    }
    void reopen()
    {
        m_local.reset();
        auto local = LocalDevice::open(m_dir.file(QStringLiteral("hub")));
        REQUIRE(local);
        m_local = std::move(*local);
    }
    Answer decide(Command command, const char *actor, const RequestId &request = {})
    {
        return m_local->decide({request, QString::fromLatin1(actor), std::move(command)});
    }
    LocalDevice &local() { return *m_local; }

private:
    TempDir m_dir;
    std::unique_ptr<LocalDevice> m_local;
};

SignIn codeOf(int guest)
{
    SignIn command;
    command.payload = QStringLiteral("CODE-%1").arg(guest).toUtf8();
    command.isEachQuestionAsked = true;
    return command;
}

}  // namespace

TEST_CASE("who acts must be on the plan's staff, and be allowed to", "[node][allow_list]")
{
    Coordinator hub;
    const auto unknown = hub.decide(codeOf(0), "NOBODY");
    CHECK(unknown.outcome == Outcome::NotAllowed);
    CHECK(unknown.reason.en.contains(QStringLiteral("NOBODY")));
    CHECK(hub.decide(codeOf(0), "S2").outcome == Outcome::Admitted);
    Annul annul;
    annul.payload = codeOf(0).payload;
    annul.reason = QStringLiteral("a mistake");
    const auto refused = hub.decide(annul, "S2");
    CHECK(refused.outcome == Outcome::NotAllowed);
    CHECK_FALSE(refused.reason.zh.isEmpty());
    CHECK(hub.local().device().day().headcount == 1);
    CHECK(hub.decide(annul, "S1").outcome == Outcome::Done);
    CHECK(hub.local().device().day().headcount == 0);
}

TEST_CASE("a walk-in tried again after a crash keeps number and name", "[node][walk_in]")
{
    Coordinator hub;
    SystemRandom random;
    const auto request = RequestId::make(random);
    WalkIn walkIn;
    walkIn.guest.name = QStringLiteral("李四");
    walkIn.guest.phone = QStringLiteral("10000008888");
    const auto first = hub.decide(walkIn, "S1", request);
    CHECK(first.outcome == Outcome::Admitted);
    CHECK_FALSE(first.number.isEmpty());
    hub.reopen();
    const auto again = hub.decide(walkIn, "S1", request);
    CHECK(again.outcome == Outcome::Admitted);
    CHECK(again.number == first.number);
    hub.reopen();
    const auto found = hub.local().device().search(QStringLiteral("8888"));
    REQUIRE(found.size() == 1);
    CHECK(found.front().name == QStringLiteral("李四"));
    CHECK(hub.local().device().day().walkIns == 1);
    // The same person, by another act: the desk is asked first.
    CHECK(hub.decide(walkIn, "S1").outcome == Outcome::DuplicateHint);
}

TEST_CASE("a helper's name is read where its key is, and nowhere else", "[node][helpers]")
{
    Coordinator hub;
    posts::AddHelper helper;
    helper.name = QStringLiteral("王小明");
    helper.phone = QStringLiteral("10000008888");
    helper.company = QStringLiteral("Neighbours");
    helper.roles = {QStringLiteral("cashier")};
    const auto told = hub.decide(helper, "S1");
    REQUIRE(told.outcome == Outcome::Done);
    CHECK(told.number == QStringLiteral("H1"));
    hub.reopen();
    const auto staff = hub.local().device().day().roster.staff;
    const auto found = std::ranges::find(staff, told.number, &StaffView::code);
    REQUIRE(found != staff.end());
    CHECK(found->name == helper.name);
    CHECK(found->company == helper.company);
    REQUIRE(hub.local().device().journal().forEach([&](const Operation &operation) {
        for (const auto &text : {helper.name, helper.phone, helper.company}) {
            CHECK_FALSE(operation.body.contains(text.toUtf8()));
        }
        return true;
    }));
    // Who helps acts under the code, within the roles that were given.
    CHECK(hub.decide(codeOf(0), "H1").outcome == Outcome::Admitted);
    CHECK(hub.decide(ResetDay{QStringLiteral("for fun")}, "H1").outcome == Outcome::NotAllowed);
}

TEST_CASE("an act that needs its device lost names one that is known", "[node][rights]")
{
    Coordinator hub;
    DeclareLost lost;
    lost.device = hub.local().device().journal().device();
    lost.reason = QStringLiteral("recounted");
    CHECK(hub.decide(lost, "S2").outcome == Outcome::NotAllowed);
    CHECK(hub.decide(lost, "S1").outcome == Outcome::NotFound);  // It is at work, and holds nothing from before.
    lost.life = hub.local().device().journal().self().incarnation;
    CHECK(hub.decide(lost, "S1").outcome == Outcome::NotAllowed);
}

SCENARIO("a zone that fills up calls people until somebody takes it in hand", "[node][zones]")
{
    Coordinator hub;
    const auto alerts = [&hub] {
        auto list = hub.local().device().day().alerts;
        std::erase_if(list, [](const AlertView &alert) { return !alert.kind.startsWith(QStringLiteral("zone_")); });
        return list;
    };
    SystemRandom random;
    const auto count = [&](int delta) {
        return hub.decide(zones::Count{QStringLiteral("A"), delta}, "S2", RequestId::make(random));
    };
    CHECK(count(19).outcome == Outcome::Done);
    CHECK(alerts().empty());
    CHECK(count(1).outcome == Outcome::Done);
    REQUIRE(alerts().size() == 1);
    CHECK(alerts().front().id == QStringLiteral("zone_filling:A"));
    CHECK(alerts().front().text.en.contains(QStringLiteral("20 people, soft limit 20")));
    WHEN("somebody takes it in hand")
    {
        QThread::msleep(20);  // Nobody answers in the millisecond of the alarm.
        CHECK(hub.decide(AcknowledgeAlert{alerts().front().id, 0}, "S1", RequestId::make(random)).outcome ==
              Outcome::Done);
        CHECK(alerts().empty());
        THEN("it calls once more only when the firm limit is reached")
        {
            CHECK(count(10).outcome == Outcome::Done);
            CHECK(alerts().empty());
            CHECK(count(170).outcome == Outcome::Done);
            REQUIRE(alerts().size() == 1);
            CHECK(alerts().front().kind == QStringLiteral("zone_full"));
        }
    }
    WHEN("more went than came")
    {
        CHECK(count(-23).outcome == Outcome::Done);
        THEN("the figure is nobody, and an alert says that it cannot be")
        {
            CHECK(hub.local().device().day().headcount == 0);
            CHECK(std::ranges::any_of(alerts(), [](const AlertView &alert) {
                return alert.id == QStringLiteral("zone_unsure:A") &&
                       alert.text.en.contains(QStringLiteral("counts say -3"));
            }));
        }
    }
    WHEN("the same count is sent twice")
    {
        const auto request = RequestId::make(random);
        const auto first = hub.decide(zones::Count{QStringLiteral("A"), 5}, "S2", request);
        const auto second = hub.decide(zones::Count{QStringLiteral("A"), 5}, "S2", request);
        THEN("it counts once")
        {
            CHECK(second.outcome == first.outcome);
            CHECK(second.operation == first.operation);
            CHECK(hub.local().device().day().headcount == 25);
        }
    }
    WHEN("a count is taken back")
    {
        const auto slip = count(7);
        zones::Count back;
        back.undoes = slip.operation;
        CHECK(hub.decide(back, "S2", RequestId::make(random)).outcome == Outcome::Done);
        THEN("the history shows who did both")
        {
            const auto audit = hub.local().device().audit(std::nullopt, 100);
            REQUIRE(audit);
            const auto found = std::ranges::find(*audit, *slip.operation, &AuditView::operation);
            REQUIRE(found != audit->end());
            CHECK(found->act == QStringLiteral("count"));
            CHECK(found->detail == QStringLiteral("A +7"));
            CHECK(found->isAnnulled);
            CHECK(found->annulledBy == QStringLiteral("S2"));
            CHECK(audit->back().act == QStringLiteral("undo_count"));
        }
    }
}
