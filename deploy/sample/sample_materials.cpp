#include "deploy/sample/sample_plan.h"

#include <algorithm>
#include <array>

namespace muster::sample {
namespace {

struct Line {
    const char16_t *code;
    const char16_t *category;
    int planned;
    const char16_t *zone;
    int owner;
    const char16_t *marks;  ///< used-up, needed.
    const char16_t *zh;
    const char16_t *en;
};

constexpr std::array lines{
    Line{u"subscription", u"documents", 400, u"E", 51, u"used-up;needed", u"认购书", u"Subscription forms"},
    Line{u"contract", u"documents", 100, u"G", 72, u"used-up;needed", u"合同", u"Contracts"},
    Line{u"receipt", u"documents", 10, u"F", 64, u"needed", u"收据（本）", u"Receipt books"},
    Line{u"pen", u"documents", 300, u"", 173, u"used-up", u"笔", u"Pens"},
    Line{u"sign-in-book", u"documents", 12, u"A", 22, u"", u"签到本", u"Sign-in books"},
    Line{u"brochure", u"print", 2000, u"I", 173, u"used-up", u"楼书", u"Brochures"},
    Line{u"layout-sheet", u"print", 6000, u"B", 173, u"used-up", u"户型单张", u"Layout sheets"},
    Line{u"price-list", u"print", 800, u"B", 30, u"used-up;needed", u"价目表", u"Price lists"},
    Line{u"poster", u"print", 60, u"", 173, u"", u"海报", u"Posters"},
    Line{u"invitation", u"reception", 2000, u"A", 22, u"used-up", u"邀请函", u"Invitations"},
    Line{u"table", u"reception", 90, u"", 174, u"", u"桌", u"Tables"},
    Line{u"chair", u"reception", 700, u"D", 174, u"needed", u"椅", u"Chairs"},
    Line{u"corsage", u"reception", 60, u"J", 100, u"used-up", u"胸花", u"Corsages"},
    Line{u"shuttle", u"reception", 8, u"P", 131, u"", u"看房车", u"Shuttles"},
    Line{u"sign", u"signage", 60, u"", 173, u"needed", u"导示牌", u"Signs"},
    Line{u"unit-board", u"signage", 2, u"E", 51, u"needed", u"销控板", u"Unit boards"},
    Line{u"barrier", u"signage", 120, u"", 133, u"needed", u"隔离带", u"Barriers"},
    Line{u"banner", u"decoration", 20, u"", 174, u"", u"条幅", u"Banners"},
    Line{u"flower-basket", u"decoration", 40, u"", 174, u"used-up", u"花篮", u"Flower baskets"},
    Line{u"balloon", u"decoration", 8, u"", 174, u"", u"空飘", u"Balloons"},
    Line{u"arch", u"decoration", 2, u"A", 174, u"", u"拱门", u"Arches"},
    Line{u"flag", u"decoration", 200, u"", 174, u"", u"彩旗", u"Flags"},
    Line{u"stage", u"stage", 1, u"H", 84, u"needed", u"舞台", u"Stage"},
    Line{u"sound", u"stage", 2, u"H", 84, u"needed", u"音响", u"Sound systems"},
    Line{u"led-screen", u"stage", 2, u"H", 84, u"", u"LED 屏", u"LED screens"},
    Line{u"microphone", u"stage", 8, u"H", 84, u"", u"话筒", u"Microphones"},
    Line{u"gift-welcome", u"gifts", 1800, u"K", 118, u"used-up;needed", u"到场礼", u"Welcome gifts"},
    Line{u"gift-purchase", u"gifts", 320, u"K", 118, u"used-up", u"认购礼", u"Subscription gifts"},
    Line{u"gift-stamps", u"gifts", 300, u"K", 119, u"used-up", u"集章礼", u"Stamp gifts"},
    Line{u"gift-referral", u"gifts", 100, u"K", 119, u"used-up", u"老带新卡", u"Referral cards"},
    Line{u"gift-vip", u"gifts", 60, u"K", 120, u"used-up", u"贵宾礼", u"VIP gifts"},
    Line{u"media-kit", u"gifts", 40, u"K", 120, u"used-up", u"媒体包", u"Media kits"},
    Line{u"prize-draw", u"gifts", 125, u"K", 121, u"used-up", u"抽奖奖品", u"Prizes of the draws"},
    Line{u"meal", u"catering", 210, u"", 175, u"used-up", u"工作餐", u"Staff meals"},
    Line{u"water", u"catering", 4800, u"", 175, u"used-up", u"水（瓶）", u"Bottles of water"},
    Line{u"banquet", u"catering", 6, u"J", 175, u"used-up", u"酒席（桌）", u"Tables of the dinner"},
    Line{u"kiosk", u"equipment", 8, u"A", 169, u"needed", u"自助机", u"Kiosks"},
    Line{u"tablet", u"equipment", 40, u"", 169, u"needed", u"平板", u"Tablets"},
    Line{u"scanner", u"equipment", 20, u"", 171, u"", u"扫码枪", u"Scanners"},
    Line{u"printer", u"equipment", 16, u"", 171, u"needed", u"打印机", u"Printers"},
    Line{u"radio", u"equipment", 60, u"", 172, u"needed", u"对讲机", u"Radios"},
    Line{u"ups", u"equipment", 4, u"", 170, u"needed", u"UPS", u"UPS"},
    Line{u"generator", u"equipment", 1, u"", 170, u"needed", u"发电机", u"Generator"}};

AlertRule rule(const char16_t *kind, std::optional<int> weight, std::optional<int> after, std::optional<int> escalate,
               const char16_t *roles, const char16_t *then, std::optional<int> recheck)
{
    return {.code = text(kind),
            .weight = weight,
            .afterSeconds = after,
            .escalateSeconds = escalate,
            .roles = list(roles),
            .escalateRoles = list(then),
            .recheckMinutes = recheck};
}

Target target(const char16_t *figure, qint64 value, const char16_t *zh, const char16_t *en)
{
    return {.code = text(figure), .value = value, .basis = {.zh = text(zh), .en = text(en)}};
}

}  // namespace

std::vector<Material> materials()
{
    std::vector<Material> all;
    for (const Line &line : lines) {
        const auto marks = list(line.marks);
        all.push_back({.code = text(line.code),
                       .name = {.zh = text(line.zh), .en = text(line.en)},
                       .category = text(line.category),
                       .planned = line.planned,
                       .zone = text(line.zone),
                       .owner = person(line.owner),
                       .isConsumed = marks.contains(QStringLiteral("used-up")),
                       .isNeeded = marks.contains(QStringLiteral("needed")),
                       .serialPrefix = {},
                       .serialFrom = {},
                       .serialTo = {},
                       .serialDigits = 0});
    }
    const auto number = [&all](const char16_t *code, const char16_t *prefix, int digits) {
        const auto found = std::ranges::find(all, text(code), &Material::code);
        found->serialPrefix = text(prefix);
        found->serialFrom = 1;
        found->serialTo = found->planned;
        found->serialDigits = digits;
    };
    number(u"subscription", u"RG", 4);
    number(u"contract", u"HT", 3);
    number(u"receipt", u"SJ", 2);
    return all;
}

/// What this hall wants otherwise than Muster would do it: whom an alert calls first, and who comes then.
std::vector<AlertRule> alertRules()
{
    return {rule(u"post_gap", 60, 60, 180, u"lead;deputy", u"commander", 5),
            rule(u"post_gap_soon", 30, {}, {}, u"lead;deputy", u"", 15),
            rule(u"lead_vacant", 70, 30, 120, u"deputy", u"commander", 5),
            rule(u"relief_overdue", 35, 120, 300, u"relief;lead", u"commander", 5),
            rule(u"overlong", 25, {}, {}, u"lead;deputy", u"", 10),
            rule(u"gear_out", 20, {}, 900, u"logistics", u"commander", 30),
            rule(u"incident_urgent", 95, 0, 60, u"security;medic;floater", u"commander", 3),
            rule(u"incident_untouched", 75, {}, 120, u"floater;lead", u"commander", 3),
            rule(u"watch_unanswered", 90, {}, 60, u"security", u"commander", 2),
            rule(u"cue_late", 40, 60, 300, u"stage", u"commander", 5),
            rule(u"cue_overrun", 30, 120, {}, u"stage", u"", 5),
            rule(u"task_late", 30, {}, 600, u"lead", u"commander", 15),
            rule(u"round_overdue", 25, 300, 900, u"security;cleaner", u"commander", 15),
            rule(u"material_short", 45, {}, 600, u"logistics", u"commander", 15),
            rule(u"serial_missing", 50, {}, 600, u"cashier;logistics", u"commander", 15),
            rule(u"low_stock", 35, {}, 600, u"prize;logistics", u"", 15),
            rule(u"station_missing", 40, {}, 300, u"technician", u"commander", 10),
            rule(u"device_battery", 20, {}, {}, u"technician", u"", 30)};
}

/// Signed at D-15; the report compares.
std::vector<Target> targets()
{
    return {
        target(u"signed_in", 1650, u"已邀 2,000 码，按 82% 到场，D-15 三方签字",
               u"2,000 invited, 82 in 100 come; signed at D-15"),
        target(u"companions", 900, u"每组平均 0.55 人随行", u"0.55 with each household"),
        target(u"walk_ins", 120, u"上次活动自然到访 110", u"110 at the last event"),
        target(u"peak_headcount", 1300, u"10:30 前后，低于预警 1,350", u"About 10:30, below the soft limit of 1,350"),
        target(u"subscriptions", 300, u"认筹 720 组，转化 42%", u"720 deposits, 42 in 100 buy"),
        target(u"vip_in", 55, u"已确认 60 位", u"60 have confirmed"),
        target(u"media_in", 28, u"已确认 30 家", u"30 have confirmed"),
        target(u"draws", 4, u"四个奖级全部公开抽出", u"All four held in public")};
}

}  // namespace muster::sample
