// Goal: who may do what is one table; no device and no member of staff does more than it says.
// Method: the table is written out here once more, by hand, and compared with the code over every deed and role; then
// annulments, early, late and of another's, are tried at the desk.
#include "core/venue/devices/allow_list.h"
#include "core/venue/devices/roles.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using allow_list::Deed;
using namespace std::chrono_literals;

namespace {

struct Expected {
    Deed deed;
    std::string_view devices;  ///< coordinator, greeter, kiosk, zone, counter, prize, board
    std::string_view staff;  ///< commander, coordinator, lead, problem_desk, greeter, relief, kiosk, cashier, cleaning
};

const auto deviceRoles = QStringLiteral("coordinator greeter kiosk zone counter prize board").split(QLatin1Char(' '));
const auto staffRoles = QStringLiteral("commander coordinator lead problem_desk greeter relief kiosk cashier cleaning")
                            .split(QLatin1Char(' '));

constexpr Expected expected[] = {
    {Deed::SignIn, "yyyyyy.", "yyyyyyyy."},          {Deed::OverrideRule, "yy.y...", "yyyyy...."},
    {Deed::AddAnswers, "yyyyyy.", "yyyyyyyy."},      {Deed::MoveGuest, "yy.yyy.", "yyyyyyyy."},
    {Deed::WalkIn, "yy.....", "yyyyyy..."},          {Deed::Undo, "yy.....", "yyyyyy..."},
    {Deed::Annul, "yy.....", "yyyy....."},           {Deed::AcknowledgeAlert, "yy.yyy.", "yyyyyyyyy"},
    {Deed::ReissueTicket, "yy.....", "yyyyy...."},   {Deed::SettleGrant, "yy.....", "yyyyy...."},
    {Deed::ResolveConflict, "y......", "yy......."}, {Deed::SetSession, "y......", "yy......."},
    {Deed::RevokeDevice, "y......", "yy......."},    {Deed::DeclareLost, "y......", "yy......."},
    {Deed::ResetDay, "y......", "yy......."},        {Deed::EmptyHall, "y......", "yy......."},
    {Deed::ForgetGuest, "y......", "yy......."},     {Deed::CallStaff, "yyyyyy.", "yyyyyyyyy"},
    {Deed::IssueNumber, "yyyyyy.", "yyyyyyyy."},     {Deed::ServeNumber, "yy.yy..", "yyyy.y.y."},
    {Deed::OpenCounter, "yy.yy..", "yyyy.y.y."},     {Deed::CallBatch, "y..yy..", "yyy......"},
    {Deed::SetOwner, "yy..y..", "yyyy....."},        {Deed::RedeemPrize, "yy...y.", "yyyy.y..."},
    {Deed::AdjustStock, "y....y.", "yyy......"},     {Deed::HoldUnit, "y...y..", "yyy..y.y."},
    {Deed::WithdrawUnit, "y......", "yy......."},    {Deed::FreezeUnits, "y......", "yy......."},
    {Deed::RecordSale, "y...yy.", "yyy..y.y."},      {Deed::VoidSale, "y...y..", "yyy....y."},
    {Deed::RunDraw, "y......", "yy......."},         {Deed::CountZone, "yyyyyy.", "yyyyyyyyy"},
    {Deed::RecountZone, "yy.y...", "yyy..y..."},     {Deed::SetCustody, "yy.yy..", "yyyyyyyy."},
    {Deed::ReferGuest, "yyyyyy.", "yyyyyyyy."},      {Deed::SettleReferral, "yy.....", "yyyyyy..."},
};

StaffMember member(const char *code, QStringList roles)
{
    StaffMember member;
    member.code = QString::fromLatin1(code);
    member.name = member.code;
    member.roles = std::move(roles);
    return member;
}

EventSetup staffedPlan()
{
    auto plan = Hall::samplePlan();
    plan.staff = {member("S1", {QStringLiteral("commander")}), member("S2", {QStringLiteral("greeter")}),
                  member("S3", {QStringLiteral("greeter"), QStringLiteral("problem_desk")}),
                  member("S4", {QStringLiteral("counter"), QStringLiteral("cashier")})};
    return plan;
}

}  // namespace

TEST_CASE("every deed, by every role of devices and of staff", "[allow_list]")
{
    CHECK(std::size(expected) == std::size_t(allow_list::lastDeed) + 1);
    for (const auto &row : expected) {
        INFO(int(row.deed));
        REQUIRE(row.devices.size() == std::size_t(deviceRoles.size()));
        REQUIRE(row.staff.size() == std::size_t(staffRoles.size()));
        for (int i = 0; i < deviceRoles.size(); ++i) {
            INFO(deviceRoles[i].toStdString());
            CHECK(allow_list::mayDevice(deviceRoles[i], row.deed) == (row.devices[std::size_t(i)] == 'y'));
        }
        for (int i = 0; i < staffRoles.size(); ++i) {
            INFO(staffRoles[i].toStdString());
            CHECK(allow_list::mayStaff({staffRoles[i]}, row.deed) == (row.staff[std::size_t(i)] == 'y'));
        }
        CHECK_FALSE(allow_list::mayDevice({}, row.deed));
    }
}

TEST_CASE("every command is one of the deeds", "[allow_list]")
{
    SignIn forced;
    forced.overrideReason = QStringLiteral("the director says so");
    units::Advance withdraw;
    withdraw.step = units::Step::Withdraw;
    const std::pair<Command, Deed> commands[] = {{SignIn{}, Deed::SignIn},
                                                 {forced, Deed::OverrideRule},
                                                 {Annul{}, Deed::Undo},
                                                 {WalkIn{}, Deed::WalkIn},
                                                 {AddAnswers{}, Deed::AddAnswers},
                                                 {MoveGuest{}, Deed::MoveGuest},
                                                 {ResolveConflict{}, Deed::ResolveConflict},
                                                 {AcknowledgeAlert{}, Deed::AcknowledgeAlert},
                                                 {SetSession{}, Deed::SetSession},
                                                 {RevokeDevice{}, Deed::RevokeDevice},
                                                 {ResetDay{}, Deed::ResetDay},
                                                 {ReissueTicket{}, Deed::ReissueTicket},
                                                 {ForgetGuest{}, Deed::ForgetGuest},
                                                 {EmptyHall{}, Deed::EmptyHall},
                                                 {DeclareLost{}, Deed::DeclareLost},
                                                 {ConfirmGrant{}, Deed::SettleGrant},
                                                 {VoidGrant{}, Deed::SettleGrant},
                                                 {CallStaff{}, Deed::CallStaff},
                                                 {queues::Issue{}, Deed::IssueNumber},
                                                 {queues::Call{}, Deed::ServeNumber},
                                                 {queues::Advance{}, Deed::ServeNumber},
                                                 {queues::SetCounter{}, Deed::OpenCounter},
                                                 {queues::CallBatch{}, Deed::CallBatch},
                                                 {queues::Roll{}, Deed::CallBatch},
                                                 {queues::SetOwner{}, Deed::SetOwner},
                                                 {prizes::Redeem{}, Deed::RedeemPrize},
                                                 {prizes::HandOver{}, Deed::RedeemPrize},
                                                 {prizes::Cancel{}, Deed::RedeemPrize},
                                                 {prizes::AdjustStock{}, Deed::AdjustStock},
                                                 {units::Advance{}, Deed::HoldUnit},
                                                 {withdraw, Deed::WithdrawUnit},
                                                 {units::Freeze{}, Deed::FreezeUnits},
                                                 {sales::Record{}, Deed::RecordSale},
                                                 {sales::Void{}, Deed::VoidSale},
                                                 {draws::Commit{}, Deed::RunDraw},
                                                 {draws::CallNumber{}, Deed::RunDraw},
                                                 {draws::Reveal{}, Deed::RunDraw},
                                                 {draws::Absent{}, Deed::RunDraw},
                                                 {draws::Abort{}, Deed::RunDraw},
                                                 {zones::Count{}, Deed::CountZone},
                                                 {zones::Recount{}, Deed::RecountZone},
                                                 {zones::SetCustody{}, Deed::SetCustody},
                                                 {referrals::Refer{}, Deed::ReferGuest},
                                                 {referrals::Settle{}, Deed::SettleReferral}};
    std::set<std::size_t> kinds;
    for (const auto &[command, deed] : commands) {
        CHECK(allow_list::deedOf(command) == deed);
        kinds.insert(command.index());
    }
    CHECK(kinds.size() == std::variant_size_v<Command>);
}

TEST_CASE("what a device may write follows from what may be done at it", "[allow_list]")
{
    struct Writers {
        const char *kind;
        std::string_view devices;  ///< In the order of deviceRoles.
    };
    constexpr Writers writers[] = {
        {"queue.issued", "yyyyyy."},        {"queue.stepped", "yy.yy.."},  {"queue.counter", "yy.yy.."},
        {"queue.owner", "yy..y.."},         {"prize.granted", "yy...y."},  {"prize.ended", "yy...y."},
        {"prize.cancel_wanted", "yy...y."}, {"prize.placed", "y......"},   {"prize.adjusted", "y....y."},
        {"unit.stepped", "y...y.."},        {"unit.frozen", "y......"},    {"clash.judged", "y......"},
        {"rights.moved", "y......"},        {"rights.returned", "yyyyyyy"}};
    for (const auto &[kind, devices] : writers) {
        INFO(kind);
        for (int i = 0; i < deviceRoles.size(); ++i) {
            INFO(deviceRoles[i].toStdString());
            CHECK(roles::mayWrite({deviceRoles[i]}, QString::fromLatin1(kind)) == (devices[std::size_t(i)] == 'y'));
        }
    }
    CHECK(roles::mayWrite({QStringLiteral("board"), QStringLiteral("counter")}, QStringLiteral("unit.stepped")));
}

TEST_CASE("device and person must both be allowed, and the person be known", "[allow_list]")
{
    const auto plan = staffedPlan();
    const auto why = [&](const char *device, const char *actor, Deed deed) {
        return allow_list::refusal(plan, QString::fromLatin1(device), QString::fromLatin1(actor), deed);
    };
    CHECK_FALSE(why("coordinator", "S1", Deed::ResetDay));
    CHECK_FALSE(why("coordinator", "", Deed::ResetDay));
    CHECK(why("coordinator", "S2", Deed::ResetDay));
    CHECK(why("greeter", "S1", Deed::ResetDay));
    CHECK(why("coordinator", "S4", Deed::Undo));
    CHECK_FALSE(why("kiosk", "", Deed::SignIn));
    const auto unknown = why("greeter", "NOBODY", Deed::SignIn);
    REQUIRE(unknown);
    CHECK(unknown->en.contains(QStringLiteral("NOBODY")));
    CHECK_FALSE(
        allow_list::refusal(Hall::samplePlan(), QStringLiteral("greeter"), QStringLiteral("anyone"), Deed::WalkIn));
}

SCENARIO("an annulment is its author's for a minute, then the lead's", "[allow_list][door]")
{
    const auto code = QStringLiteral("C-L1");
    const auto mistake = QStringLiteral("a mistake");
    Hall hall(3, staffedPlan());
    hall.invite(QStringLiteral("L1"));
    hall.syncAll();
    REQUIRE(hall.signIn(1, code, true, {}, QStringLiteral("S2")).outcome == Outcome::Admitted);
    hall.syncAll();
    WHEN("a minute has not passed")
    {
        hall.clock().advance(59s);
        THEN("the author takes it back, where it was done, and nobody else of the greeters does")
        {
            CHECK(hall.annul(2, code, mistake, QStringLiteral("S2")).outcome == Outcome::NotAllowed);
            CHECK(hall.annul(1, code, mistake).outcome == Outcome::NotAllowed);
            CHECK(hall.annul(1, code, mistake, QStringLiteral("S2")).outcome == Outcome::Done);
        }
    }
    WHEN("a minute has passed")
    {
        hall.clock().advance(61s);
        THEN("the author is sent to the lead, with words")
        {
            const auto late = hall.annul(1, code, mistake, QStringLiteral("S2"));
            CHECK(late.outcome == Outcome::NotAllowed);
            CHECK(late.reason.en.contains(QStringLiteral("60 seconds")));
            CHECK(hall.day(1).headcount == 1);
        }
        THEN("the lead at any desk may, and so may the coordinator")
        {
            CHECK(hall.annul(2, code, mistake, QStringLiteral("S3")).outcome == Outcome::Done);
        }
        THEN("the coordinator may, a cashier at the coordinator's device may not")
        {
            CHECK(hall.annul(0, code, mistake, QStringLiteral("S4")).outcome == Outcome::NotAllowed);
            CHECK(hall.annul(0, code, mistake, QStringLiteral("S1")).outcome == Outcome::Done);
        }
    }
}
