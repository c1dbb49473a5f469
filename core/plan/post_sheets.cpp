#include "core/plan/day_columns.h"
#include "core/plan/sheet_words.h"
#include "core/plan/sheets.h"

namespace muster::plan {
namespace {

constexpr Bounds people{.min = 0, .max = 1'000};
constexpr Bounds minutesToStand{.min = 1, .max = 1'440};

/// A text that a post card shows, in both languages.
template<class Field>
Column<PostPlan> cardColumn(const QString &key, const Words &title, const Words &note, Field field)
{
    return boundedTextColumn<PostPlan>({.key = key, .title = title, .note = note}, guideCharactersMax, field);
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<PostPlan> &postSheet()
{
    static const SheetPlan<PostPlan> plan{
        .head = {.key = QStringLiteral("posts"),
                 .title = {.zh = QStringLiteral("岗位"), .en = QStringLiteral("Posts")},
                 .aliases = {QStringLiteral("post"), QStringLiteral("岗位表")},
                 .note = {.zh = QStringLiteral("要有人站的位置，和最少要几人"),
                          .en = QStringLiteral("Places where somebody must stand, and how many at least")}},
        .columns = {
            ownCodeColumn<PostPlan>(QStringLiteral("A-desk"), {QStringLiteral("post"), QStringLiteral("岗位代码")}),
            chineseNameColumn<PostPlan>(), englishNameColumn<PostPlan>(),
            ownZoneColumn<PostPlan>({.zh = QStringLiteral("在哪个区域；空为全场"),
                                     .en = QStringLiteral("code of the zone where it is; empty: the whole hall")}),
            choiceColumn<PostPlan>(
                {.key = QStringLiteral("kind"),
                 .title = {.zh = QStringLiteral("种类"), .en = QStringLiteral("Kind")},
                 .note = {.zh = QStringLiteral("post 岗位；lead 区域负责人；deputy 副手；floater 机动；空为 post"),
                          .en = QStringLiteral("post, lead (the zone's one lead), deputy or floater; empty: post")}},
                postKinds(), [](auto &r) -> auto & { return r.kind; }),
            rolesColumn<PostPlan>({.zh = QStringLiteral("哪些角色可站，用 ; 隔开；空为不限"),
                                   .en = QStringLiteral("roles of staff who may stand there, parted by ; (empty: "
                                                        "anybody)")}),
            numberColumn<PostPlan>(
                {.key = QStringLiteral("minimum"),
                 .title = {.zh = QStringLiteral("最少人数"), .en = QStringLiteral("At least")},
                 .aliases = {QStringLiteral("minimum"), QStringLiteral("人数")},
                 .note = {.zh = QStringLiteral("少于此数即缺岗；空为 1"),
                          .en = QStringLiteral("fewer people are a gap; empty: 1")}},
                people, [](auto &r) -> auto & { return r.minimum; }),
            minuteColumn<PostPlan>(
                {.key = QStringLiteral("from"),
                 .title = {.zh = QStringLiteral("开始"), .en = QStringLiteral("From")},
                 .note = {.zh = QStringLiteral("从几点起要有人；空为整场"),
                          .en = QStringLiteral("staffed from then on; empty: all day")}},
                [](auto &r) -> auto & { return r.fromMinute; }),
            minuteColumn<PostPlan>(
                {.key = QStringLiteral("until"),
                 .title = {.zh = QStringLiteral("结束"), .en = QStringLiteral("Until")},
                 .note = {.zh = QStringLiteral("到几点为止；空为整场"),
                          .en = QStringLiteral("staffed until then; empty: all day")}},
                [](auto &r) -> auto & { return r.untilMinute; }),
            numberColumn<PostPlan>(
                {.key = QStringLiteral("stand"),
                 .title = {.zh = QStringLiteral("连续上岗分钟"), .en = QStringLiteral("Minutes at a stretch")},
                 .aliases = {QStringLiteral("stand minutes")},
                 .note = {.zh = QStringLiteral("连续站多久须休息或替岗；空为 120"),
                          .en = QStringLiteral("nobody stands longer without a break or relief; empty: 120")}},
                minutesToStand, [](auto &r) -> auto & { return r.standMinutes; }),
            codesColumn<PostPlan>(
                {.key = QStringLiteral("ticks"),
                 .title = {.zh = QStringLiteral("上岗检查"), .en = QStringLiteral("Ticks")},
                 .note = {.zh = QStringLiteral("打勾后才算到岗：uniform 着装；badge 工牌；briefing 早会；radio "
                                               "对讲机，用 ; 隔开"),
                          .en = QStringLiteral("what must be ticked before somebody counts: uniform, badge, briefing, "
                                               "radio, parted by ;")}},
                [](auto &r) -> auto & { return r.ticks; }),
            cardColumn(
                QStringLiteral("duty_zh"), {.zh = QStringLiteral("职责"), .en = QStringLiteral("Duty in Chinese")},
                {.zh = QStringLiteral("岗位卡上的职责"), .en = QStringLiteral("what the post card says, in Chinese")},
                [](auto &r) -> auto & { return r.duty.zh; }),
            cardColumn(
                QStringLiteral("duty_en"), {.zh = QStringLiteral("英文职责"), .en = QStringLiteral("Duty in English")},
                {.zh = QStringLiteral("职责的英文"), .en = QStringLiteral("what the post card says, in English")},
                [](auto &r) -> auto & { return r.duty.en; }),
            boundedTextColumn<PostPlan>(
                {.key = QStringLiteral("channel"),
                 .title = {.zh = QStringLiteral("频道"), .en = QStringLiteral("Channel")},
                 .aliases = {QStringLiteral("对讲机频道")},
                 .note = {.zh = QStringLiteral("对讲机频道，如 3"), .en = QStringLiteral("of the radio, such as 3")}},
                wordCharactersMax, [](auto &r) -> auto & { return r.channel; }),
            cardColumn(
                QStringLiteral("spot_zh"), {.zh = QStringLiteral("站位"), .en = QStringLiteral("Spot in Chinese")},
                {.zh = QStringLiteral("站在哪里，如 正门左侧"), .en = QStringLiteral("where on the floor, in Chinese")},
                [](auto &r) -> auto & { return r.spot.zh; }),
            cardColumn(
                QStringLiteral("spot_en"), {.zh = QStringLiteral("英文站位"), .en = QStringLiteral("Spot in English")},
                {.zh = QStringLiteral("站位的英文"), .en = QStringLiteral("where on the floor, in English")},
                [](auto &r) -> auto & { return r.spot.en; }),
            flagColumn<PostPlan>(
                {.key = QStringLiteral("exit"),
                 .title = {.zh = QStringLiteral("出口"), .en = QStringLiteral("Exit")},
                 .note = {.zh = QStringLiteral("守着出口、走失时要确认留意的填 yes；全区没有则由签到台代替"),
                          .en = QStringLiteral("yes where people leave: it looks out for who is missing (a zone "
                                               "without one: its staffed doors do)")}},
                [](auto &r) -> auto & { return r.isExit; })}};
    return plan;
}

const SheetPlan<Shift> &shiftSheet()
{
    static const SheetPlan<Shift> plan{
        .head = {.key = QStringLiteral("shifts"),
                 .title = {.zh = QStringLiteral("班次"), .en = QStringLiteral("Shifts")},
                 .aliases = {QStringLiteral("shift"), QStringLiteral("排班"), QStringLiteral("轮餐")},
                 .note = {.zh = QStringLiteral("谁几点在哪个岗位，几点休息、用餐"),
                          .en = QStringLiteral("Who is to stand where, and when they rest and eat")}},
        .columns = {
            codeColumn<Shift>(
                {.key = QStringLiteral("staff"),
                 .title = {.zh = QStringLiteral("工号"), .en = QStringLiteral("Staff")},
                 .aliases = {QStringLiteral("人员")},
                 .note = {.zh = QStringLiteral("谁"), .en = QStringLiteral("code of the person")},
                 .isRequired = true,
                 .refersTo = QStringLiteral("staff")},
                [](auto &r) -> auto & { return r.staff; }),
            codeColumn<Shift>(
                {.key = QStringLiteral("post"),
                 .title = {.zh = QStringLiteral("岗位"), .en = QStringLiteral("Post")},
                 .note = {.zh = QStringLiteral("在哪个岗位；休息、用餐不写"),
                          .en = QStringLiteral("code of the post; empty for breaks and meals")},
                 .refersTo = QStringLiteral("posts")},
                [](auto &r) -> auto & { return r.post; }),
            choiceColumn<Shift>(
                {.key = QStringLiteral("kind"),
                 .title = {.zh = QStringLiteral("种类"), .en = QStringLiteral("Kind")},
                 .note = {.zh = QStringLiteral("work 上岗；break 休息；meal 用餐；空为 work"),
                          .en = QStringLiteral("work, break or meal; breaks and meals lie within work; empty: work")}},
                shiftKinds(), [](auto &r) -> auto & { return r.kind; }),
            timeColumn<Shift>(
                {.key = QStringLiteral("from"),
                 .title = {.zh = QStringLiteral("开始"), .en = QStringLiteral("From")},
                 .note = {.zh = QStringLiteral("几点开始，如 08:15"),
                          .en = QStringLiteral("when it begins, such as 08:15")}},
                [](auto &r) -> auto & { return r.fromMinute; }),
            timeColumn<Shift>(
                {.key = QStringLiteral("until"),
                 .title = {.zh = QStringLiteral("结束"), .en = QStringLiteral("Until")},
                 .note = {.zh = QStringLiteral("几点结束；次日凌晨一点写 25:00"),
                          .en = QStringLiteral("when it ends; 25:00 is one o'clock on the next day")}},
                [](auto &r) -> auto & { return r.untilMinute; }),
            codeColumn<Shift>(
                {.key = QStringLiteral("code"),
                 .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                 .note = {.zh = QStringLiteral("一般不填：由工号、种类和开始时间组成"),
                          .en = QStringLiteral("as a rule empty: made of person, kind and beginning")}},
                [](auto &r) -> auto & { return r.code; })}};
    return plan;
}

const SheetPlan<GearPlan> &gearSheet()
{
    static const SheetPlan<GearPlan> plan{
        .head = {.key = QStringLiteral("gear"),
                 .title = {.zh = QStringLiteral("随身器材"), .en = QStringLiteral("Gear")},
                 .aliases = {QStringLiteral("器材"), QStringLiteral("对讲机")},
                 .note = {.zh = QStringLiteral("借给工作人员的对讲机、钥匙、马甲，一行一件，离场前收回"),
                          .en = QStringLiteral("Radios, keys, vests that staff are lent, one a row; back when they "
                                               "leave")}},
        .columns = {ownCodeColumn<GearPlan>(QStringLiteral("R01"), {QStringLiteral("tag"), QStringLiteral("标签")}),
                    chineseNameColumn<GearPlan>(), englishNameColumn<GearPlan>(),
                    boundedTextColumn<GearPlan>(
                        {.key = QStringLiteral("kind"),
                         .title = {.zh = QStringLiteral("种类"), .en = QStringLiteral("Kind")},
                         .note = {.zh = QStringLiteral("如 radio、key、vest"),
                                  .en = QStringLiteral("such as radio, key, vest")}},
                        wordCharactersMax, [](auto &r) -> auto & { return r.kind; })}};
    return plan;
}

const SheetPlan<AssemblyPoint> &assemblySheet()
{
    static const SheetPlan<AssemblyPoint> plan{
        .head = {.key = QStringLiteral("assembly"),
                 .title = {.zh = QStringLiteral("集合点"), .en = QStringLiteral("Assembly points")},
                 .aliases = {QStringLiteral("疏散集合点"), QStringLiteral("assembly point")},
                 .note = {.zh = QStringLiteral("疏散后在哪里集合点名"),
                          .en = QStringLiteral("Where people gather and are called when the hall is evacuated")}},
        .columns = {
            ownCodeColumn<AssemblyPoint>(QStringLiteral("east"), {QStringLiteral("point")}),
            chineseNameColumn<AssemblyPoint>(), englishNameColumn<AssemblyPoint>(),
            codesColumn<AssemblyPoint>(
                {.key = QStringLiteral("zones"),
                 .title = {.zh = QStringLiteral("哪些区域"), .en = QStringLiteral("Zones")},
                 .aliases = {QStringLiteral("区域"), QStringLiteral("zone")},
                 .note = {.zh = QStringLiteral("哪些区域的人去那里，用 ; 隔开；空为所有人"),
                          .en = QStringLiteral("codes of the zones whose people go there, parted by ; (empty: all)")}},
                [](auto &r) -> auto & { return r.zones; })}};
    return plan;
}

}  // namespace muster::plan
