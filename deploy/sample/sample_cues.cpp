#include "deploy/sample/sample_plan.h"

namespace muster::sample {
namespace {

constexpr int commander = 1;
constexpr int leadOfA = 5;
constexpr int leadOfE = 9;
constexpr int stageManager = 84;
constexpr int mediaHost = 115;
constexpr int technician = 169;
constexpr int store = 172;

Cue cue(const char16_t *code, int minute, int minutes, int owner, const char16_t *zone, const char16_t *zh,
        const char16_t *en)
{
    return {.code = text(code),
            .name = {.zh = text(zh), .en = text(en)},
            .minute = minute,
            .minutes = minutes,
            .after = {},
            .overrun = Overrun::Shift,
            .owner = person(owner),
            .zone = text(zone),
            .isDoors = false,
            .needs = {}};
}

/// Keeps its time whatever happens before it.
Cue fixed(Cue made)
{
    made.overrun = Overrun::Hold;
    return made;
}

Cue linked(Cue made, const char16_t *after, const char16_t *needs = u"")
{
    made.after = text(after);
    made.needs = list(needs);
    return made;
}

Cue needing(Cue made, const char16_t *needs)
{
    made.needs = list(needs);
    return made;
}

/// From the first light to the doors: each waits for the one before it.
std::vector<Cue> morning()
{
    Cue doors =
        linked(cue(u"doors", at(8, 40), 20, commander, u"A", u"开门条件确认，倒计时", u"Ready to open, countdown"),
               u"test-scan",
               u"posts;materials;incidents;inspection;test-scan;chk-signage;chk-parking;chk-weather;chk-cleaning;"
               u"chk-security;chk-catering;chk-medic;chk-power;chk-network");
    doors.isDoors = true;
    return {
        cue(u"self-check", at(6, 30), 30, technician, u"", u"设备自检", u"Devices check themselves"),
        linked(cue(u"load-in", at(7, 0), 30, store, u"", u"物料到位", u"Materials in place"), u"self-check"),
        linked(cue(u"roll-call", at(7, 30), 15, commander, u"", u"点名、停车就位", u"Roll call, parking in place"),
               u"load-in"),
        linked(cue(u"briefing", at(7, 45), 15, commander, u"H", u"早会", u"Briefing"), u"roll-call"),
        linked(cue(u"inspection", at(8, 0), 15, commander, u"", u"分区验收", u"Inspection of all zones"), u"briefing"),
        linked(cue(u"test-scan", at(8, 15), 25, leadOfA, u"A", u"试扫、清零", u"Test scans, figures back to zero"),
               u"inspection"),
        doors,
        linked(fixed(cue(u"sign-in", at(9, 0), 450, leadOfA, u"A", u"开始签到", u"Sign-in begins")), u"doors",
               u"doors"),
        cue(u"rules", at(9, 25), 10, stageManager, u"D", u"宣读选房规则", u"The rules of unit choice are read")};
}

std::vector<Cue> midday()
{
    return {
        linked(fixed(cue(u"batches", at(9, 40), 350, leadOfE, u"E", u"首批选房（20 组/10 分钟，至第 35 批）",
                         u"First batch chooses (20 households in 10 minutes, to batch 35)")),
               u"rules", u"rules"),
        fixed(cue(u"draw-1", at(10, 0), 15, stageManager, u"H", u"抽奖一：三等奖 100 名", u"Draw 1: 100 third prizes")),
        fixed(cue(u"meal-1", at(11, 0), 45, store, u"", u"轮餐一（65 人）", u"Meal, first round (65)")),
        fixed(cue(u"draw-2", at(11, 30), 15, stageManager, u"H", u"抽奖二：三等奖缺席补抽",
                  u"Draw 2: third prizes again, for the absent")),
        fixed(cue(u"meal-2", at(11, 45), 45, store, u"", u"轮餐二（65 人）", u"Meal, second round (65)")),
        fixed(cue(u"meal-3", at(12, 30), 45, store, u"", u"轮餐三（65 人）", u"Meal, third round (65)")),
        fixed(cue(u"draw-3", at(13, 30), 15, stageManager, u"H", u"抽奖三：二等奖", u"Draw 3: second prizes")),
        needing(cue(u"guest-star", at(14, 0), 40, stageManager, u"H", u"嘉宾见面（限流）",
                    u"Meeting the guest star (numbers limited)"),
                u"incidents;chk-stage"),
        fixed(cue(u"draw-4", at(15, 0), 15, stageManager, u"H", u"抽奖四：一等奖", u"Draw 4: first prizes"))};
}

std::vector<Cue> evening()
{
    return {
        linked(cue(u"last-batch", at(15, 30), 20, leadOfE, u"E", u"第 36 批选房", u"Batch 36, the last one"),
               u"batches"),
        linked(cue(u"missed", at(15, 50), 40, leadOfE, u"E", u"过号补选", u"Those who missed their batch"),
               u"last-batch", u"last-batch"),
        fixed(cue(u"sign-in-ends", at(16, 30), 10, leadOfA, u"A", u"停签到", u"Sign-in ends")),
        fixed(cue(u"draw-5", at(17, 0), 20, stageManager, u"H", u"抽奖五：特等奖", u"Draw 5: grand prize")),
        cue(u"clearing", at(17, 30), 10, commander, u"", u"清场", u"Everybody out"),
        linked(cue(u"pack-up", at(17, 40), 50, store, u"", u"回收、清点、保洁", u"Materials back, counting, cleaning"),
               u"clearing"),
        linked(cue(u"reconcile", at(18, 30), 30, commander, u"F", u"对账", u"Figures reconciled"), u"pack-up",
               u"close-serials"),
        linked(cue(u"review", at(19, 0), 60, commander, u"", u"复盘", u"Review"), u"reconcile", u"reconcile"),
        linked(cue(u"press", at(20, 0), 30, mediaHost, u"", u"发稿", u"Press release"), u"review", u"review")};
}

}  // namespace

std::vector<Cue> cues()
{
    auto all = morning();
    for (const auto &part : {midday(), evening()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace muster::sample
