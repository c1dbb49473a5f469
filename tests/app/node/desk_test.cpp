// Goal: a whole device lets nobody do more than the plan says, and does a retried act once.
// Method: the idle device of a coordinator on its files; opened again where it must remember.
#include "tests/app/node/node_fixture.h"

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
