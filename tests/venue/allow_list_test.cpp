// Goal: who may do what, and when, is one table; no device and no member of staff does more than it says.
// Method: the table is written out here once more, by hand, and compared with the code over every deed, role and hour,
// cell by cell; then annulments, early, late and of another's, and acts off duty are tried at the desk.
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
    char window;             ///< a: at any hour, n: near a shift, d: on duty
};

const auto deviceRoles = QStringLiteral("coordinator greeter kiosk zone counter prize board").split(QLatin1Char(' '));
const auto staffRoles = QStringLiteral("commander coordinator lead problem_desk greeter relief kiosk cashier cleaning")
                            .split(QLatin1Char(' '));

constexpr Expected expected[] = {
    {Deed::SignIn, "yyyyyy.", "yyyyyyyy.", 'd'},          {Deed::OverrideRule, "yy.y...", "yyyyy....", 'd'},
    {Deed::AddAnswers, "yyyyyy.", "yyyyyyyy.", 'd'},      {Deed::MoveGuest, "yy.yyy.", "yyyyyyyy.", 'd'},
    {Deed::WalkIn, "yy.....", "yyyyyy...", 'd'},          {Deed::Undo, "yy.....", "yyyyyy...", 'd'},
    {Deed::Annul, "yy.....", "yyyy.....", 'd'},           {Deed::AcknowledgeAlert, "yy.yyy.", "yyyyyyyyy", 'a'},
    {Deed::ReissueTicket, "yy.....", "yyyyy....", 'd'},   {Deed::SettleGrant, "yy.....", "yyyyy....", 'd'},
    {Deed::ResolveConflict, "y......", "yy.......", 'a'}, {Deed::SetSession, "y......", "yy.......", 'a'},
    {Deed::RevokeDevice, "y......", "yy.......", 'a'},    {Deed::DeclareLost, "y......", "yy.......", 'a'},
    {Deed::ResetDay, "y......", "yy.......", 'a'},        {Deed::EmptyHall, "y......", "yy.......", 'a'},
    {Deed::ForgetGuest, "y......", "yy.......", 'a'},     {Deed::CallStaff, "yyyyyy.", "yyyyyyyyy", 'a'},
    {Deed::IssueNumber, "yyyyyy.", "yyyyyyyy.", 'd'},     {Deed::ServeNumber, "yy.yy..", "yyyy.y.y.", 'd'},
    {Deed::OpenCounter, "yy.yy..", "yyyy.y.y.", 'd'},     {Deed::CallBatch, "y..yy..", "yyy......", 'd'},
    {Deed::SetOwner, "yy..y..", "yyyy.....", 'd'},        {Deed::RedeemPrize, "yy...y.", "yyyy.y...", 'd'},
    {Deed::AdjustStock, "y....y.", "yyy......", 'n'},     {Deed::HoldUnit, "y...y..", "yyy..y.y.", 'd'},
    {Deed::WithdrawUnit, "y......", "yy.......", 'n'},    {Deed::FreezeUnits, "y......", "yy.......", 'n'},
    {Deed::RecordSale, "y...yy.", "yyy..y.y.", 'd'},      {Deed::VoidSale, "y...y..", "yyy....y.", 'n'},
    {Deed::RunDraw, "y......", "yy.......", 'n'},         {Deed::CountZone, "yyyyyy.", "yyyyyyyyy", 'd'},
    {Deed::RecountZone, "yy.y...", "yyy..y...", 'd'},     {Deed::SetCustody, "yy.yy..", "yyyyyyyy.", 'd'},
    {Deed::ReferGuest, "yyyyyy.", "yyyyyyyy.", 'd'},      {Deed::SettleReferral, "yy.....", "yyyyyy...", 'd'},
    {Deed::StandPost, "yy.yyy.", "yyyyyyyyy", 'a'},       {Deed::RunPosts, "yy.y...", "yyy......", 'n'},
    {Deed::AddHelper, "yy.y...", "yyy......", 'n'},       {Deed::SetGear, "yy.yyy.", "yyy......", 'n'},
    {Deed::CallRoll, "yy.yyy.", "yyyyyyyyy", 'a'},        {Deed::SetPin, "yy.yyy.", "yyyyyyyyy", 'a'},
    {Deed::SignOn, "yy.yyy.", "yyyyyyyyy", 'a'},          {Deed::LogIncident, "yyyyyy.", "yyyyyyyyy", 'a'},
    {Deed::HandleIncident, "yy.yyy.", "yyyy.....", 'a'},  {Deed::WatchExit, "yy.y...", "yyyyyyyyy", 'a'},
    {Deed::RunCue, "y......", "yy.......", 'n'},          {Deed::DoTask, "yy.yyy.", "yyyyyyyyy", 'n'},
    {Deed::RunTasks, "y..y...", "yyy......", 'n'},        {Deed::SetPhase, "y......", "yy.......", 'a'},
    {Deed::MoveMaterial, "yy.yyy.", "yyy......", 'n'},    {Deed::MarkDocument, "y..yy..", "yyy....y.", 'n'},
    {Deed::SetHallMode, "y......", "yy.......", 'a'},     {Deed::SetZoneMode, "y..y...", "yyy......", 'a'},
    {Deed::SayToAll, "y......", "yy.......", 'a'},        {Deed::ReadMessage, "yy.yyyy", "yyyyyyyyy", 'a'},
    {Deed::JudgeDay, "y..y...", "yyy......", 'a'},
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

TEST_CASE("every deed, by every role of devices and of staff, at every hour", "[allow_list][duty]")
{
    struct Hour {
        duty::Standing standing;
        std::string_view may;  ///< Windows that are open: of "and".
    };
    const auto at = [](bool isAtWork, std::optional<int> toShift, std::optional<int> fromShift) {
        duty::Standing standing;
        standing.isPlanned = true;
        standing.isAtWork = isAtWork;
        standing.minutesToShift = toShift;
        standing.minutesFromShift = fromShift;
        return standing;
    };
    const Hour hours[] = {{duty::Standing{}, "and"},  {at(true, 500, {}), "and"}, {at(false, 0, {}), "and"},
                          {at(false, 15, {}), "and"}, {at(false, 16, {}), "an"},  {at(false, 60, {}), "an"},
                          {at(false, 61, {}), "a"},   {at(false, {}, 30), "and"}, {at(false, {}, 31), "an"},
                          {at(false, {}, 120), "an"}, {at(false, {}, 121), "a"},  {at(false, 300, 300), "a"}};
    const auto plan = staffedPlan();
    for (const auto &row : expected) {
        INFO(int(row.deed));
        for (int device = 0; device < deviceRoles.size(); ++device) {
            for (int person = 0; person < staffRoles.size(); ++person) {
                for (const auto &hour : hours) {
                    auto standing = hour.standing;
                    standing.member = member("S", {staffRoles[person]});
                    const bool isCommanding = person < 2;
                    const bool may = row.devices[std::size_t(device)] == 'y' && row.staff[std::size_t(person)] == 'y' &&
                                     (isCommanding || hour.may.find(row.window) != std::string_view::npos);
                    INFO(deviceRoles[device].toStdString()
                         << ' ' << staffRoles[person].toStdString() << ' ' << hour.may);
                    const auto why =
                        allow_list::refusal(plan, deviceRoles[device], QStringLiteral("S"), standing, row.deed);
                    CHECK(why.has_value() != may);
                    standing.isSignedOn = false;
                    const bool isFree = row.deed == Deed::SignOn || row.deed == Deed::SetPin;
                    CHECK(allow_list::refusal(plan, deviceRoles[device], QStringLiteral("S"), standing, row.deed)
                              .has_value() != (may && isFree));
                }
            }
        }
    }
}

TEST_CASE("every command is one of the deeds", "[allow_list]")
{
    SignIn forced;
    forced.overrideReason = QStringLiteral("the director says so");
    units::Advance withdraw;
    withdraw.step = units::Step::Withdraw;
    modes::SetMode ofZone;
    ofZone.place = QStringLiteral("A");
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
                                                 {referrals::Settle{}, Deed::SettleReferral},
                                                 {posts::In{}, Deed::StandPost},
                                                 {posts::Out{}, Deed::StandPost},
                                                 {posts::Pause{}, Deed::StandPost},
                                                 {posts::Tick{}, Deed::RunPosts},
                                                 {posts::NameRelief{}, Deed::RunPosts},
                                                 {posts::Dispatch{}, Deed::RunPosts},
                                                 {posts::AddHelper{}, Deed::AddHelper},
                                                 {posts::SetGear{}, Deed::SetGear},
                                                 {posts::CallRoll{}, Deed::CallRoll},
                                                 {staff::SetPin{}, Deed::SetPin},
                                                 {staff::SignOn{}, Deed::SignOn},
                                                 {staff::SignOff{}, Deed::SignOn},
                                                 {incidents::Open{}, Deed::LogIncident},
                                                 {incidents::Note{}, Deed::LogIncident},
                                                 {incidents::Attach{}, Deed::LogIncident},
                                                 {incidents::Strike{}, Deed::HandleIncident},
                                                 {incidents::Change{}, Deed::HandleIncident},
                                                 {incidents::Assign{}, Deed::HandleIncident},
                                                 {incidents::Link{}, Deed::HandleIncident},
                                                 {incidents::Check{}, Deed::HandleIncident},
                                                 {incidents::GiveBack{}, Deed::HandleIncident},
                                                 {incidents::AcknowledgeWatch{}, Deed::WatchExit},
                                                 {cues::Advance{}, Deed::RunCue},
                                                 {tasks::Advance{}, Deed::DoTask},
                                                 {tasks::Add{}, Deed::RunTasks},
                                                 {tasks::Assign{}, Deed::RunTasks},
                                                 {tasks::SetPhase{}, Deed::SetPhase},
                                                 {materials::Move{}, Deed::MoveMaterial},
                                                 {materials::Mark{}, Deed::MarkDocument},
                                                 {modes::SetMode{}, Deed::SetHallMode},
                                                 {ofZone, Deed::SetZoneMode},
                                                 {messages::Say{}, Deed::SayToAll},
                                                 {messages::MarkRead{}, Deed::ReadMessage},
                                                 {judgements::Judge{}, Deed::JudgeDay}};
    std::set<std::size_t> kinds;
    for (const auto &[command, deed] : commands) {
        CHECK(allow_list::deedOf(command) == deed);
        kinds.insert(command.index());
    }
    CHECK(kinds.size() == std::variant_size_v<AnyCommand>);
}

TEST_CASE("what a device may write follows from what may be done at it", "[allow_list]")
{
    struct Writers {
        const char *kind;
        std::string_view devices;  ///< In the order of deviceRoles.
    };
    constexpr Writers writers[] = {{"queue.issued", "yyyyyy."},
                                   {"queue.stepped", "yy.yy.."},
                                   {"queue.counter", "yy.yy.."},
                                   {"queue.owner", "yy..y.."},
                                   {"prize.granted", "yy...y."},
                                   {"prize.ended", "yy...y."},
                                   {"prize.cancel_wanted", "yy...y."},
                                   {"prize.placed", "y......"},
                                   {"prize.adjusted", "y....y."},
                                   {"unit.stepped", "y...y.."},
                                   {"unit.frozen", "y......"},
                                   {"clash.judged", "y......"},
                                   {"rights.moved", "y......"},
                                   {"rights.returned", "yyyyyyy"},
                                   {"post.stepped", "yy.yyy."},
                                   {"post.ticked", "yy.yyy."},
                                   {"post.relief_named", "yy.y..."},
                                   {"post.helper_added", "yy.y..."},
                                   {"gear.set", "yy.yyy."},
                                   {"roll.called", "yy.yyy."},
                                   {"staff.pin_set", "yy.yyy."},
                                   {"staff.pin_refused", "yy.yyy."},
                                   {"staff.signed_on", "yy.yyy."},
                                   {"staff.signed_off", "yy.yyy."}};
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
    Hall hall(1, staffedPlan());
    const auto ask = [&](const EventSetup &plan, const char *device, const char *actor, Deed deed) {
        std::optional<Words> refused;
        REQUIRE(hall.at(0).journal->read([&](State &state) {
            refused = allow_list::refusal(state, plan, QString::fromLatin1(device), QString::fromLatin1(actor),
                                          hall.clock().wall(), std::nullopt, deed);
        }));
        return refused;
    };
    const auto why = [&](const char *device, const char *actor, Deed deed) {
        return ask(staffedPlan(), device, actor, deed);
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
    CHECK_FALSE(ask(Hall::samplePlan(), "greeter", "anyone", Deed::WalkIn));
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
