#include "deploy/sample/sample_plan.h"

#include <algorithm>

namespace muster::sample {

/// Where people stay, the approved figure is firm: nobody more is sent in. Where they pass through, nobody scans them
/// out again, so that a firm figure would soon turn the next guest away from an empty room: there it is an alarm, and
/// the lead of the zone holds the line. Who finds a firm zone full is sent on, in the end to one that only raises
/// alarms.
std::vector<Zone> zones()
{
    const auto zone = [](const char16_t *code, const char16_t *zh, const char16_t *en, int soft, int approved) {
        return Zone{.code = text(code),
                    .name = {.zh = text(zh), .en = text(en)},
                    .softCapacity = soft,
                    .firmCapacity = {},
                    .overflow = {},
                    .capacityAuthor = text(u"示例策划公司"),
                    .capacityBasis = QStringLiteral("大型活动安全许可 示例-2026-011，核定 %1 人").arg(approved)};
    };
    const auto firm = [&zone](const char16_t *code, const char16_t *zh, const char16_t *en, int soft, int approved,
                              const char16_t *overflow) {
        auto made = zone(code, zh, en, soft, approved);
        made.firmCapacity = approved;
        made.overflow = text(overflow);
        return made;
    };
    auto carPark = firm(u"P", u"停车场", u"Car park", 240, 260, u"");
    carPark.unit = ZoneUnit::Vehicles;
    carPark.capacityBasis = text(u"大型活动安全许可 示例-2026-011，核定 260 车位");
    return {
        zone(u"A", u"签到区", u"Sign-in", 120, 150),          zone(u"B", u"咨询区", u"Consulting", 80, 100),
        zone(u"C", u"排号区", u"Numbering", 80, 100),         firm(u"D", u"等候区", u"Waiting", 480, 600, u"H"),
        firm(u"E", u"选房区", u"Unit choice", 80, 100, u"D"), firm(u"F", u"财务区", u"Cashier", 50, 60, u"D"),
        firm(u"G", u"签约区", u"Contract", 70, 90, u"D"),     firm(u"H", u"表演区", u"Stage", 240, 300, u"I"),
        zone(u"I", u"展示区", u"Exhibits", 160, 200),         firm(u"J", u"嘉宾休息区", u"VIP lounge", 50, 60, u"I"),
        zone(u"K", u"兑奖区", u"Prize desk", 60, 80),         std::move(carPark)};
}

namespace {

std::vector<TicketClass> classes()
{
    const auto kind = [](const char16_t *code, const char16_t *zh, const char16_t *en, const char16_t *zone,
                         int companions, const char16_t *questions) {
        return TicketClass{.code = text(code),
                           .name = {.zh = text(zh), .en = text(en)},
                           .zone = text(zone),
                           .alert = {},
                           .band = {},
                           .companionsMax = companions,
                           .questions = list(questions)};
    };
    std::vector<TicketClass> all{
        kind(u"subscriber", u"认筹", u"Subscriber", u"C", 2, u"travel;offer;consent;marketing"),
        kind(u"prospect", u"意向", u"Prospect", u"B", 2,
             u"source;referrer;travel;intent;layout;purpose;offer;area;consent;marketing"),
        kind(u"owner", u"老业主", u"Owner", u"I", 3, u"travel;intent;consent;marketing"),
        kind(u"vip", u"贵宾", u"VIP", u"J", 3, u"consent;marketing"),
        kind(u"media", u"媒体", u"Media", u"H", 1, u"consent;marketing"),
        kind(u"partner", u"合作商户", u"Partner", u"I", 2, u"travel;consent;marketing")};
    all[3].alert = text(u"vip");
    all[3].band = text(u"violet");
    all[4].alert = text(u"media");
    all[4].band = text(u"blue");
    return all;
}

/// No rule names an hour: sign-in is open while the coordinator has its session open, whatever a clock says.
std::vector<Rule> rules()
{
    const QStringList publicGates = list(u"kiosk-1;kiosk-2;kiosk-3;kiosk-4;kiosk-5;kiosk-6;kiosk-7;kiosk-8;greeter-1;"
                                         u"greeter-2;greeter-3;greeter-4");
    return {
        {.code = text(u"main"),
         .classes = list(u"subscriber;prospect;owner;partner"),
         .gates = publicGates,
         .sessions = list(u"opening"),
         .fromMinute = {},
         .untilMinute = {},
         .reentry = Reentry::AfterExit,
         .entriesMax = 5,
         .message = {.zh = text(u"请从正门签到"), .en = text(u"Please sign in at the main gate")}},
        {.code = text(u"vip-media"),
         .classes = list(u"vip;media"),
         .gates = {},
         .sessions = list(u"opening"),
         .fromMinute = {},
         .untilMinute = {},
         .reentry = Reentry::AfterExit,
         .entriesMax = {},
         .message = {.zh = text(u"请稍候，专属接待马上到"), .en = text(u"One moment please: your host is on the way")}},
        {.code = text(u"problem-desk"),
         .classes = {},
         .gates = list(u"desk-1;desk-2"),
         .sessions = list(u"opening"),
         .fromMinute = {},
         .untilMinute = {},
         .reentry = Reentry::AfterExit,
         .entriesMax = {},
         .message = {.zh = text(u"请到疑难台，我们为您处理"), .en = text(u"Please see the problem desk")}},
        {.code = text(u"evening"),
         .classes = list(u"vip;media;owner"),
         .gates = list(u"greeter-5;greeter-6"),
         .sessions = list(u"evening"),
         .fromMinute = {},
         .untilMinute = {},
         .reentry = Reentry::No,
         .entriesMax = 1,
         .message = {.zh = text(u"答谢晚宴凭邀请入场，每码一次"),
                     .en = text(u"The dinner is by invitation, one entry a ticket")}}};
}

struct ChoiceText {
    const char16_t *code;
    const char16_t *zh;
    const char16_t *en;
};

Question question(const char16_t *code, QuestionKind kind, const char16_t *zh, const char16_t *en,
                  const char16_t *answer, std::initializer_list<ChoiceText> choices)
{
    Question asked{.code = text(code),
                   .kind = kind,
                   .text = {.zh = text(zh), .en = text(en)},
                   .choices = {},
                   .isRequired = false,
                   .isBeforeAdmission = false,
                   .defaultAnswer = text(answer),
                   .report = text(code)};
    for (const auto &choice : choices) {
        asked.choices.push_back({.code = text(choice.code), .text = {.zh = text(choice.zh), .en = text(choice.en)}});
    }
    return asked;
}

std::vector<Question> questions()
{
    std::vector<Question> all{
        question(u"source", QuestionKind::Choice, u"您从哪里得知本次活动？", u"How did you hear of us?", u"friend",
                 {{u"newspaper", u"报纸", u"Newspaper"},
                  {u"outdoor", u"户外", u"Outdoor"},
                  {u"tv", u"电视", u"Television"},
                  {u"radio", u"电台", u"Radio"},
                  {u"magazine", u"杂志", u"Magazine"},
                  {u"dm", u"直邮", u"Mail"},
                  {u"poster", u"海报", u"Poster"},
                  {u"float", u"花车", u"Parade"},
                  {u"sms", u"短信", u"Text message"},
                  {u"web", u"网络", u"Internet"},
                  {u"friend", u"亲友", u"Friends"},
                  {u"passing", u"路过", u"Passing by"}}),
        question(u"referrer", QuestionKind::Text, u"亲友推荐的，请填推荐人姓名（可跳过）",
                 u"If friends told you of us: who? (may be skipped)", u"", {}),
        question(u"travel", QuestionKind::Choice, u"您怎样来的？", u"How did you travel?", u"car",
                 {{u"car", u"自驾", u"Own car"},
                  {u"shuttle", u"看房车", u"Shuttle"},
                  {u"transit", u"公交地铁", u"Bus or metro"},
                  {u"taxi", u"打车", u"Taxi"},
                  {u"walk", u"步行", u"On foot"}}),
        question(u"intent", QuestionKind::Choice, u"您打算何时购房？", u"When do you intend to buy?", u"looking",
                 {{u"today", u"今日", u"Today"},
                  {u"month", u"一个月内", u"Within a month"},
                  {u"half-year", u"半年内", u"Within half a year"},
                  {u"looking", u"先了解", u"Only looking"}}),
        question(u"layout", QuestionKind::Choices, u"您关注哪些户型？", u"Which layouts interest you?", u"three",
                 {{u"two", u"两房", u"Two rooms"},
                  {u"three", u"三房", u"Three rooms"},
                  {u"four", u"四房", u"Four rooms"},
                  {u"villa", u"叠墅", u"Town house"}}),
        question(u"purpose", QuestionKind::Choice, u"购房用途？", u"What is it for?", u"first",
                 {{u"first", u"首次置业", u"First home"},
                  {u"better", u"改善", u"Better home"},
                  {u"invest", u"投资", u"Investment"}}),
        question(u"offer", QuestionKind::Choice, u"哪项优惠吸引您？", u"Which offer attracted you?", u"discount",
                 {{u"discount", u"折扣", u"Discount"}, {u"gift", u"赠品", u"Gift"}, {u"draw", u"抽奖", u"Draw"}}),
        question(u"area", QuestionKind::Text, u"您现在住在哪个区域？", u"Which part of town do you live in?", u"", {}),
        question(u"consent", QuestionKind::Consent, u"同意主办方为今天的活动使用我的姓名和电话（必需）",
                 u"I agree that my name and telephone are used for today's event (required)", u"yes", {}),
        // Apart, and no unless the guest says yes: a kiosk without a person never agrees for them.
        question(u"marketing", QuestionKind::Consent, u"愿意以后收到优惠和新品信息（可不同意，不影响入场）",
                 u"I would like to hear of later offers (no is fine, and you come in all the same)", u"no", {})};
    const auto required = [&all](const char16_t *code) -> Question & {
        const auto found = std::ranges::find(all, text(code), &Question::code);
        found->isRequired = true;
        return *found;
    };
    required(u"intent");
    required(u"consent").isBeforeAdmission = true;
    return all;
}

std::vector<Station> stations()
{
    std::vector<Station> all;
    const auto add = [&](const char16_t *prefix, int count, const char16_t *role, const char16_t *zh,
                         const char16_t *en, const char16_t *zone, const char16_t *services = u"") {
        for (int i = 1; i <= count; ++i) {
            all.push_back({.code = QStringLiteral("%1-%2").arg(text(prefix)).arg(i),
                           .role = text(role),
                           .name = {.zh = QStringLiteral("%1 %2").arg(text(zh)).arg(i),
                                    .en = QStringLiteral("%1 %2").arg(text(en)).arg(i)},
                           .zone = text(zone),
                           .classes = {},
                           .services = list(services)});
        }
    };
    add(u"kiosk", 8, u"kiosk", u"自助签到机", u"Kiosk", u"A");
    add(u"greeter", 6, u"greeter", u"签到台", u"Sign-in desk", u"A");
    all[12].classes = list(u"vip;owner");  // Owners come to the dinner.
    all[13].classes = list(u"media;owner");
    add(u"desk", 2, u"greeter", u"疑难台", u"Problem desk", u"A");
    all[14].isProblemDesk = all[15].isProblemDesk = true;
    add(u"consult", 8, u"counter", u"洽谈桌", u"Consulting table", u"B", u"consult");
    add(u"verify", 6, u"counter", u"验资取号台", u"Numbering desk", u"C", u"number");
    add(u"unit", 10, u"counter", u"选房台", u"Unit desk", u"E", u"unit");
    add(u"cashier", 8, u"counter", u"收银台", u"Cashier", u"F", u"cashier");
    add(u"contract", 12, u"counter", u"签约台", u"Contract desk", u"G", u"contract");
    add(u"prize", 3, u"prize", u"兑奖台", u"Prize desk", u"K");
    add(u"board", 4, u"board", u"叫号屏", u"Board", u"D");
    for (const QChar zone : QStringView(u"ABCDEFGHIJKP")) {
        all.push_back(
            {.code = QStringLiteral("zone-") + zone.toLower(),
             .role = text(u"zone"),
             .name = {.zh = QStringLiteral("%1 区平板").arg(zone), .en = QStringLiteral("Tablet of zone %1").arg(zone)},
             .zone = QString(zone),
             .classes = {},
             .services = {}});
    }
    add(u"hub", 2, u"coordinator", u"指挥台", u"Coordinator", u"A");
    return all;
}

}  // namespace

EventSetup setup()
{
    return {.name = {.zh = text(u"云栖里认筹开盘日"), .en = text(u"Yunqi Court Opening Day")},
            .place = {.zh = text(u"云栖里营销中心（示例）"), .en = text(u"Yunqi Court Sales Centre (invented)")},
            .timeZone = text(u"Asia/Shanghai"),
            .day = text(u"2026-11-28"),
            .brandColour = text(u"#1f6f5c"),
            .language = text(u"zh"),
            .zones = zones(),
            .classes = classes(),
            .rules = rules(),
            .sessions = {{.code = text(u"opening"),
                          .name = {.zh = text(u"开盘日"), .en = text(u"Opening day")},
                          .opensAtStart = true},
                         {.code = text(u"evening"),
                          .name = {.zh = text(u"答谢晚宴"), .en = text(u"Dinner")},
                          .opensAtStart = false}},
            .questions = questions(),
            .staff = staff(),
            .stations = stations(),
            .series = series(),
            .services = services(),
            .priorities = priorities(),
            .prizes = prizes(),
            .stocks = stocks(),
            .draws = draws(),
            .units = units(),
            .merchants = merchants(),
            .posts = posts(),
            .shifts = shifts(),
            .gear = gear(),
            .assemblyPoints = assemblyPoints(),
            .incidentTypes = incidentTypes(),
            .cues = cues(),
            .tasks = tasks(),
            .materials = materials(),
            .alertRules = alertRules(),
            .targets = targets(),
            .softCapacity = 1350,
            .firmCapacity = 1500};
}

}  // namespace muster::sample
