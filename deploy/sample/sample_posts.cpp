#include "deploy/sample/sample_posts.h"

#include <algorithm>
#include <array>

namespace muster::sample {
namespace {

constexpr std::array teams{
    PostTeam{u"command", 1, 4, at(6, 30), at(20, 30)},      PostTeam{u"A-kiosk", 17, 4, at(8, 30), at(17, 30)},
    PostTeam{u"A-desk", 22, 5, at(8, 30), at(17, 30)},      PostTeam{u"A-problem", 27, 2, at(8, 30), at(17, 30)},
    PostTeam{u"B-consult", 30, 7, at(8, 30), at(17, 30)},   PostTeam{u"C-number", 38, 5, at(8, 30), at(17, 30)},
    PostTeam{u"D-usher", 44, 5, at(8, 30), at(17, 30)},     PostTeam{u"E-verify", 49, 2, at(8, 30), at(17, 30)},
    PostTeam{u"E-board", 51, 2, at(8, 30), at(19, 0)},      PostTeam{u"E-desk", 54, 9, at(8, 30), at(17, 30)},
    PostTeam{u"F-cashier", 64, 7, at(8, 30), at(19, 0)},    PostTeam{u"G-contract", 72, 11, at(8, 30), at(18, 0)},
    PostTeam{u"H-stage", 84, 5, at(8, 30), at(17, 30)},     PostTeam{u"I-guide", 90, 9, at(8, 30), at(17, 30)},
    PostTeam{u"J-host", 100, 11, at(8, 30), at(17, 30)},    PostTeam{u"J-lounge", 111, 4, at(8, 30), at(17, 30)},
    PostTeam{u"A-media", 115, 2, at(8, 30), at(20, 30)},    PostTeam{u"K-prize", 118, 5, at(8, 30), at(17, 45)},
    PostTeam{u"P-park", 124, 7, at(7, 30), at(17, 45)},     PostTeam{u"P-shuttle", 131, 2, at(7, 30), at(17, 45)},
    PostTeam{u"A-guard", 133, 4, at(7, 30), at(17, 45)},    PostTeam{u"D-guard", 137, 4, at(7, 30), at(17, 45)},
    PostTeam{u"E-guard", 141, 4, at(7, 30), at(17, 45)},    PostTeam{u"H-guard", 145, 4, at(7, 30), at(17, 45)},
    PostTeam{u"P-guard", 149, 4, at(7, 30), at(17, 45)},    PostTeam{u"patrol", 153, 4, at(7, 30), at(18, 30)},
    PostTeam{u"A-clean", 157, 3, at(7, 30), at(18, 30)},    PostTeam{u"D-clean", 160, 4, at(7, 30), at(18, 30)},
    PostTeam{u"H-clean", 164, 3, at(7, 30), at(18, 30)},    PostTeam{u"medic", 167, 2, at(8, 30), at(17, 45)},
    PostTeam{u"technician", 169, 3, at(6, 30), at(18, 30)}, PostTeam{u"logistics", 172, 4, at(6, 30), at(18, 30)},
    PostTeam{u"floater", 176, 8, at(8, 30), at(17, 45)}};

/// What the card of a post says.
struct Card {
    const char16_t *code;
    const char16_t *zone;
    const char16_t *zh;
    const char16_t *en;
    const char16_t *roles;
    int stand;
    const char16_t *channel;
    const char16_t *dutyZh;
    const char16_t *dutyEn;
    const char16_t *spotZh;
    const char16_t *spotEn;
};

constexpr std::array cards{
    Card{u"command", u"", u"总指挥台", u"Command", u"commander", 300, u"1",
         u"掌握全场人流、岗位和事件，一切以总指挥口令为准；任何时候至少两人在台。",
         u"Keeps the whole in view; what the commander says goes. Two are always there.", u"二楼指挥室",
         u"Command room, first floor"},
    Card{u"A-kiosk", u"A", u"自助签到引导", u"Kiosk guide", u"kiosk;greeter;floater;relief", 120, u"2",
         u"请来宾把邀请码对准扫描窗；扫不出的带到疑难台，不让队伍停下。",
         u"Helps guests hold their code to the kiosk; takes those whom it cannot read to the problem desk.",
         u"正门内 8 台自助机之间", u"Between the 8 kiosks inside the main gate"},
    Card{u"A-desk", u"A", u"人工签到", u"Sign-in desk", u"greeter;floater;relief", 240, u"2",
         u"查人、签到、问渠道和到达方式、发号；贵宾走 5 号台，媒体走 6 号台。",
         u"Finds and signs in guests, asks and hands out numbers; VIPs at desk 5, media at desk 6.",
         u"正门右侧签到台 1–6", u"Sign-in desks 1 to 6, right of the main gate"},
    Card{u"A-problem", u"A", u"疑难台", u"Problem desk", u"problem_desk;greeter;lead;deputy", 240, u"2",
         u"处理查无此人、重复签到、码失效、现场登记；说清原因，三分钟内给结果。",
         u"Unknown guests, double sign-ins, dead codes, walk-ins: says why, and settles it within three minutes.",
         u"签到区尽头", u"At the end of the sign-in zone"},
    Card{u"A-media", u"A", u"媒体接待", u"Media desk", u"media_host;floater;relief", 300, u"2",
         u"发媒体包、登记拍摄需求、专人陪同；遇负面采访请媒体专员，不单独答复。",
         u"Hands out kits, notes what they want to film and goes with them; never answers critical questions alone.",
         u"签到台 6 旁", u"Beside sign-in desk 6"},
    Card{u"B-consult", u"B", u"置业咨询", u"Consultant", u"consultant;lead;deputy", 240, u"3",
         u"叫号接待，讲清户型、价目和认购流程；决定购买的转排号区。",
         u"Calls numbers, explains layouts, prices and the way to buy; whoever decides goes on to numbering.",
         u"洽谈桌 1–8", u"Consulting tables 1 to 8"},
    Card{u"C-number", u"C", u"验资取号", u"Numbering", u"verifier;lead;deputy", 240, u"3",
         u"核身份证、认筹单、验资证明，三样齐才发选房号；不齐的说明补什么。",
         u"Checks identity, deposit slip and proof of funds; all three, or no number, and says what is missing.",
         u"取号台 1–6", u"Numbering desks 1 to 6"},
    Card{u"D-usher", u"D", u"等候引导", u"Usher", u"usher;floater;relief", 120, u"3",
         u"按批领号入座，看着叫号屏，提前一批到选房口排好；老幼孕残优先。",
         u"Seats guests by batch and brings the next batch to the gate in time; elderly and infants first.",
         u"等候区 1–36 批座位牌处", u"At the seats of batches 1 to 36"},
    Card{u"E-verify", u"E", u"选房核验", u"Verification", u"verifier;usher;lead;deputy", 120, u"3",
         u"逐户核号、核证、核人数（一号三人以内），按批放行，不放错一户。",
         u"Checks number, papers and persons (three at most) of each household; lets in by batch.", u"选房区入口",
         u"At the way into unit choice"},
    Card{u"E-board", u"E", u"销控", u"Unit board", u"unit_board", 240, u"3",
         u"唯一有权锁房、放房；每一套只听选房台口令并复述房号，争议先冻结再报总指挥。",
         u"Alone holds and frees units; repeats each number aloud; freezes first in a dispute, then reports.",
         u"销控板旁", u"Beside the unit board"},
    Card{u"E-desk", u"E", u"选房台", u"Unit desk", u"unit_desk", 240, u"3",
         u"五分钟内选定一套：报销控锁房、打印认购书、核对姓名房号总价，签字后转财务。",
         u"One unit in five minutes: has it held, prints the subscription, checks it and sends them on to pay.",
         u"选房台 1–10", u"Unit desks 1 to 10"},
    Card{u"F-cashier", u"F", u"收银", u"Cashier", u"cashier", 240, u"3",
         u"凭认购书收定金，当面点清、开收据、盖章；每小时与销控对一次数。",
         u"Takes deposits against the subscription, counts before them, writes the receipt; agrees with the board "
         u"hourly.",
         u"收银台 1–8", u"Cashiers 1 to 8"},
    Card{u"G-contract", u"G", u"签约", u"Contract desk", u"contract", 240, u"3",
         u"逐条说明合同，核身份证和定金收据，签字页齐全才盖章；作废件当场写明编号。",
         u"Explains the contract, checks papers and receipt; stamps only when all is signed, and notes every void "
         u"number.",
         u"签约台 1–12", u"Contract desks 1 to 12"},
    Card{u"H-stage", u"H", u"舞台", u"Stage", u"stage;floater;relief", 120, u"4",
         u"按流程表走，主持、抽奖、音响口令由舞台总监一人给；台前不超过 300 人。",
         u"Follows the run of show; one stage manager gives every cue; no more than 300 before the stage.",
         u"舞台侧幕和台前", u"Wings and front of the stage"},
    Card{u"I-guide", u"I", u"讲解", u"Guide", u"guide;floater;relief", 120, u"4",
         u"沙盘、样板间分组讲解，每组 15 人，单向走；盖集章。",
         u"Tours of model and show flats, 15 a group, one way round; stamps the cards.", u"沙盘和样板间 1–4",
         u"Site model and show flats 1 to 4"},
    Card{u"J-host", u"J", u"专属接待", u"Personal host", u"host;lead;deputy", 240, u"4",
         u"贵宾到场一分钟内迎到，一对一陪同到离场。", u"Meets the VIP within a minute and stays until they leave.",
         u"签到台 5 旁和休息区", u"At sign-in desk 5 and in the lounge"},
    Card{u"J-lounge", u"J", u"休息区服务", u"Lounge", u"lounge;host;floater;relief", 120, u"4",
         u"茶点、座位、行李；满 50 人告诉区域负责人。", u"Tea, seats, luggage; tells the lead from 50 people on.",
         u"嘉宾休息区", u"VIP lounge"},
    Card{u"K-prize", u"K", u"兑奖", u"Prize desk", u"prize;floater;relief", 240, u"2",
         u"扫码核资格，一人一份，签收；只剩 50 份时要货，不口头许诺。",
         u"Scans, hands over once, has it signed; asks for more at 50 left and promises nothing.", u"兑奖台 1–3",
         u"Prize desks 1 to 3"},
    Card{u"P-park", u"P", u"停车引导", u"Parking", u"parking;floater;relief", 180, u"5",
         u"数车位，贵宾 30 位留足；满 240 报预警，满 260 引到备用场。",
         u"Counts bays and keeps 30 for VIPs; warns at 240, sends on to the spare park at 260.", u"停车场进出口",
         u"Ways into and out of the car park"},
    Card{u"P-shuttle", u"P", u"看房班车", u"Shuttle", u"shuttle;parking", 180, u"5",
         u"每 20 分钟一班，报人数；末班 17:30。", u"Every 20 minutes, reports heads; the last one at 17:30.", u"班车站",
         u"Shuttle stop"},
    Card{u"A-guard", u"A", u"正门安保", u"Main gate security", u"security;floater;relief", 180, u"6",
         u"单进单出、计数、禁带物；听到“限流”立即停放行。",
         u"One way in, one way out, counts; stops letting in at the word.", u"正门内外", u"Main gate"},
    Card{u"D-guard", u"D", u"等候区安保", u"Waiting zone security", u"security;floater;relief", 180, u"6",
         u"守隔离带和两个出口，防插队；有争执先分开再报。",
         u"Keeps the lanes and two exits; parts people first, then reports.", u"等候区东西口", u"East and west exits"},
    Card{u"E-guard", u"E", u"选房财务安保", u"Unit and cashier security", u"security;floater;relief", 180, u"6",
         u"凭号放行，看护收银和票据；押款两人同行。",
         u"Lets in by number, guards money and documents; two go with the cash.", u"选房口和收银台侧",
         u"Way into unit choice and beside the cashiers"},
    Card{u"H-guard", u"H", u"舞台安保", u"Stage security", u"security;floater;relief", 180, u"6",
         u"守舞台两侧和安全出口；嘉宾出场走单向通道。",
         u"Keeps both sides of the stage and its exit; guests leave one way.", u"舞台两侧", u"Both sides of the stage"},
    Card{u"P-guard", u"P", u"停车场安保", u"Car park security", u"security;floater;relief", 180, u"6",
         u"看车、疏导、保持消防通道畅通。", u"Watches the cars and keeps the fire lane free.", u"停车场和消防通道",
         u"Car park and fire lane"},
    Card{u"patrol", u"", u"巡逻安保", u"Patrol", u"security;floater", 180, u"6",
         u"每小时巡各区扫码，查出口、灭火器、线缆、遗留物。",
         u"Round of every zone each hour by its code: exits, extinguishers, cables, things left behind.", u"全场",
         u"Everywhere"},
    Card{u"A-clean", u"A", u"前场保洁", u"Cleaning, front", u"cleaner", 180, u"7",
         u"签到、咨询、排号、兑奖区地面和卫生间，湿滑先围挡。",
         u"Floors and lavatories of A, B, C and K; wet floors are fenced first.", u"前场", u"Front of the hall"},
    Card{u"D-clean", u"D", u"中场保洁", u"Cleaning, middle", u"cleaner", 180, u"7",
         u"等候、选房、财务、签约区，随时清座位和水瓶。", u"D, E, F and G: seats and bottles all the time.", u"中场",
         u"Middle of the hall"},
    Card{u"H-clean", u"H", u"后场保洁", u"Cleaning, back", u"cleaner", 180, u"7",
         u"舞台、展示、休息区和样板间，节目间隙清场。", u"H, I and J and the show flats, between programmes.", u"后场",
         u"Back of the hall"},
    Card{u"medic", u"", u"医疗点", u"First aid", u"medic", 240, u"1", u"两分钟到场，先急救再问信息；记录受限，不外传。",
         u"There within two minutes; treats first, asks later; what is written is restricted.", u"展示区医疗点",
         u"First aid room in the exhibits"},
    Card{u"technician", u"", u"网络电工设备", u"Technicians", u"technician", 240, u"1",
         u"网络、供电、设备各一人值守；备用机和发电机随时可用。",
         u"Network, power and devices, one each; spares and generator ready.", u"设备间", u"Equipment room"},
    Card{u"logistics", u"", u"后勤物料", u"Logistics", u"logistics", 240, u"7",
         u"物料收发登记、轮餐、饮水；发出必有领用人。",
         u"Materials out and back, meals, water; nothing leaves without a name.", u"后勤库房", u"Store"},
    Card{u"floater", u"", u"机动", u"Floaters", u"floater", 240, u"1",
         u"待命，听总指挥派遣；两分钟内到位，完成后回来报到。",
         u"Stand by and go where the commander sends them within two minutes; report back.", u"指挥室外",
         u"Outside the command room"}};

Words both(const char16_t *zh, const char16_t *en) { return {.zh = text(zh), .en = text(en)}; }

PostPlan postOf(const PostTeam &team)
{
    const auto *const card =
        std::ranges::find(cards, QStringView(team.post), [](const Card &c) { return QStringView(c.code); });
    const bool isAtTheDoor = text(card->zone) == u"A" && text(card->roles).contains(u"greeter");
    PostPlan post{.code = text(team.post),
                  .name = both(card->zh, card->en),
                  .zone = text(card->zone),
                  .kind = text(team.post) == u"floater" ? PostKind::Floater : PostKind::Post,
                  .roles = list(card->roles),
                  .minimum = leftWhileEating(team.people),
                  .fromMinute = std::max(team.start, at(8, 40)),
                  .untilMinute = isAtTheDoor ? at(16, 30) : at(17, 30),
                  .standMinutes = card->stand,
                  .ticks = list(u"uniform;badge;briefing"),
                  .duty = both(card->dutyZh, card->dutyEn),
                  .channel = text(card->channel),
                  .spot = both(card->spotZh, card->spotEn)};
    post.isExit = list(u"A-guard;D-guard;H-guard;P-guard").contains(post.code);  // People leave past these.
    if (list(card->roles).contains(QStringLiteral("security")) || post.zone.isEmpty()) {
        post.ticks.append(QStringLiteral("radio"));
    }
    return post;
}

PostPlan leadOf(const Zone &zone, bool isDeputy)
{
    const auto part = zone.code + (isDeputy ? QStringLiteral("-deputy") : QStringLiteral("-lead"));
    const Words name = isDeputy ? both(u"副负责人", u"deputy") : both(u"负责人", u"lead");
    PostPlan post{.code = part,
                  .name = {.zh = zone.name.zh + name.zh, .en = zone.name.en + u' ' + name.en},
                  .zone = zone.code,
                  .kind = isDeputy ? PostKind::Deputy : PostKind::Lead,
                  .roles = isDeputy ? list(u"deputy;lead;relief") : list(u"lead;deputy"),
                  .minimum = 1,
                  .fromMinute = at(8, 40),
                  .untilMinute = at(17, 30),
                  .standMinutes = 360,
                  .ticks = list(u"uniform;badge;briefing;radio"),
                  .duty = both(u"本区人数、岗位、事件由您负责；满预警人数先限流再报，替岗先有人再走人。",
                               u"Answers for the zone's people, posts and incidents; slows the way in at the soft "
                               u"limit, and nobody leaves before relief is there."),
                  .channel = QStringLiteral("1"),
                  .spot = both(u"本区入口", u"At the way into the zone")};
    if (isDeputy) {
        post.duty = both(u"负责人离开时接任；平时补本区最忙的岗位。",
                         u"Leads while the lead is away; else helps where the zone is busiest.");
    }
    return post;
}

}  // namespace

std::span<const PostTeam> postTeams() { return teams; }

QString deputyOf(QChar zone)
{
    constexpr std::array numbers{21, 29, 37, 43, 53, 63, 71, 83, 89, 99, 117, 123};
    return person(numbers.at(std::size_t(zoneLetters.indexOf(zone))));
}

std::vector<PostPlan> posts()
{
    std::vector<PostPlan> all;
    for (const Zone &zone : zones()) {
        all.push_back(leadOf(zone, false));
        all.push_back(leadOf(zone, true));
    }
    for (const PostTeam &team : teams) {
        all.push_back(postOf(team));
    }
    PostPlan relief{.code = QStringLiteral("relief"),
                    .name = both(u"替岗", u"Relief"),
                    .zone = {},
                    .roles = list(u"relief"),
                    .minimum = 0,
                    .fromMinute = {},
                    .untilMinute = {},
                    .standMinutes = 240,
                    .ticks = list(u"uniform;badge;briefing"),
                    .duty = both(u"每区一人，轮餐和休息时顶岗；到岗说一句交接，再放人走。",
                                 u"One for each zone, for meals and breaks; takes over with a word before anybody "
                                 u"goes."),
                    .channel = QStringLiteral("1"),
                    .spot = both(u"各区负责人旁", u"With the lead of the zone")};
    all.push_back(std::move(relief));
    return all;
}

/// 60 radios, and the keys that nobody may take home.
std::vector<GearPlan> gear()
{
    std::vector<GearPlan> all;
    for (int i = 1; i <= 60; ++i) {
        all.push_back({.code = QStringLiteral("R%1").arg(i, 2, 10, QChar(u'0')),
                       .name = {.zh = QStringLiteral("对讲机 %1").arg(i), .en = QStringLiteral("Radio %1").arg(i)},
                       .kind = QStringLiteral("radio")});
    }
    const auto keys = [&all](const char16_t *code, const char16_t *zh, const char16_t *en) {
        all.push_back({.code = text(code), .name = both(zh, en), .kind = QStringLiteral("key")});
    };
    keys(u"K01", u"库房钥匙", u"Keys of the store");
    keys(u"K02", u"收银保险柜钥匙", u"Key of the cashiers' safe");
    keys(u"K03", u"印章柜钥匙", u"Key of the stamps");
    keys(u"K04", u"配电间钥匙", u"Keys of the switch room");
    keys(u"K05", u"发电机钥匙", u"Key of the generator");
    keys(u"K06", u"设备间钥匙", u"Keys of the equipment room");
    keys(u"K07", u"奖品柜钥匙", u"Key of the prizes");
    keys(u"K08", u"嘉宾室钥匙", u"Keys of the VIP rooms");
    keys(u"K09", u"接待室钥匙", u"Keys of the reception room");
    keys(u"K10", u"样板间钥匙（一套）", u"Keys of the show flats");
    keys(u"K11", u"消防通道钥匙", u"Keys of the fire lane");
    keys(u"K12", u"看房车钥匙（一套）", u"Keys of the shuttles");
    return all;
}

std::vector<AssemblyPoint> assemblyPoints()
{
    return {
        {.code = QStringLiteral("east"),
         .name = both(u"东广场（旗杆下）", u"East square, at the flagpoles"),
         .zones = list(u"A;B;C;K")},
        {.code = QStringLiteral("west"),
         .name = both(u"西侧班车站", u"West side, shuttle stop"),
         .zones = list(u"D;E;F;G")},
        {.code = QStringLiteral("south"), .name = both(u"南草坪", u"South lawn"), .zones = list(u"H;I;J")},
        {.code = QStringLiteral("park"), .name = both(u"停车场出口", u"Way out of the car park"), .zones = list(u"P")}};
}

}  // namespace muster::sample
