#include "core/plan/sheet_words.h"
#include "core/plan/sheets.h"

namespace muster::plan {
namespace {

constexpr Bounds perGuest{.min = 1, .max = 1'000};
constexpr Bounds pieces{.min = 0, .max = 10'000'000};
constexpr Bounds minutesToHandOver{.min = 1, .max = 1'440};

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<Prize> &prizeSheet()
{
    static const SheetPlan<Prize> plan{
        .head = {.key = QStringLiteral("prizes"),
                 .title = {.zh = QStringLiteral("奖品"), .en = QStringLiteral("Prizes")},
                 .aliases = {QStringLiteral("礼品"), QStringLiteral("prize"), QStringLiteral("gifts")},
                 .note = {.zh = QStringLiteral("兑奖台发放的礼品和奖品"),
                          .en = QStringLiteral("What the prize desks hand over")}},
        .columns = {
            ownCodeColumn<Prize>(QStringLiteral("welcome"), {QStringLiteral("prize")}), chineseNameColumn<Prize>(),
            englishNameColumn<Prize>(),
            choiceColumn<Prize>(
                {.key = QStringLiteral("act"),
                 .title = {.zh = QStringLiteral("凭什么领"), .en = QStringLiteral("Earned by")},
                 .aliases = {QStringLiteral("条件")},
                 .note = {.zh = QStringLiteral("sign-in 签到；stamps 集章；purchase 认购；draw 抽中"),
                          .en = QStringLiteral("sign-in, stamps, purchase or draw; empty: sign-in")}},
                prizeActs(), [](auto &r) -> auto & { return r.act; }),
            classesColumn<Prize>(
                {.zh = QStringLiteral("哪些类别可领，用 ; 隔开；空为全部"),
                 .en = QStringLiteral("codes of the classes that may have it, parted by ; (empty: all)")}),
            codesColumn<Prize>(
                {.key = QStringLiteral("sessions"),
                 .title = {.zh = QStringLiteral("场次"), .en = QStringLiteral("Sessions")},
                 .aliases = {QStringLiteral("session")},
                 .note = {.zh = QStringLiteral("签到了其中一个场次才可领；空为任一"),
                          .en = QStringLiteral("signed in to one of them, parted by ; (empty: any)")}},
                [](auto &r) -> auto & { return r.sessions; }),
            codesColumn<Prize>(
                {.key = QStringLiteral("stamps"),
                 .title = {.zh = QStringLiteral("集章区域"), .en = QStringLiteral("Stamps")},
                 .note = {.zh = QStringLiteral("stamps：去过哪些区域才可领，用 ; 隔开"),
                          .en = QStringLiteral("with stamps: codes of the zones to visit, parted by ;")}},
                [](auto &r) -> auto & { return r.stamps; }),
            numberColumn<Prize>(
                {.key = QStringLiteral("limit"),
                 .title = {.zh = QStringLiteral("每人限领"), .en = QStringLiteral("Per guest")},
                 .aliases = {QStringLiteral("限领")},
                 .note = {.zh = QStringLiteral("每人最多几份；空为 1"),
                          .en = QStringLiteral("how many a guest may have; empty: 1")}},
                perGuest, [](auto &r) -> auto & { return r.limit; }),
            choiceColumn<Prize>(
                {.key = QStringLiteral("cut_off"),
                 .title = {.zh = QStringLiteral("断网时"), .en = QStringLiteral("When cut off")},
                 .note = {.zh = QStringLiteral("refuse 暂不发；lease 签到时已指定兑奖台；budget 每台限额内先发"),
                          .en = QStringLiteral(
                              "refuse: not now; lease: sign-in names the desk; budget: so many a desk")}},
                cutOffRules(), [](auto &r) -> auto & { return r.cutOff; }),
            numberColumn<Prize>(
                {.key = QStringLiteral("budget"),
                 .title = {.zh = QStringLiteral("断网限额"), .en = QStringLiteral("Budget")},
                 .note = {.zh = QStringLiteral("budget：断网时每台最多发几份"),
                          .en = QStringLiteral("with budget: pieces that a desk may give while cut off")}},
                pieces, [](auto &r) -> auto & { return r.budget; }),
            choiceColumn<Prize>(
                {.key = QStringLiteral("proof"),
                 .title = {.zh = QStringLiteral("领取凭证"), .en = QStringLiteral("Proof")},
                 .note = {.zh = QStringLiteral("none 不需要；phone 手机后四位；identity 身份证件；signed 签字"),
                          .en = QStringLiteral("none, phone, identity or signed; empty: none")}},
                proofs(), [](auto &r) -> auto & { return r.proof; }),
            numberColumn<Prize>(
                {.key = QStringLiteral("low"),
                 .title = {.zh = QStringLiteral("低库存提醒"), .en = QStringLiteral("Low stock")},
                 .note = {.zh = QStringLiteral("一个兑奖台只剩这么多时提醒；空为不提醒"),
                          .en = QStringLiteral("warn when a desk has no more than this; empty: never")}},
                pieces, [](auto &r) -> auto & { return r.lowStock; }),
            numberColumn<Prize>(
                {.key = QStringLiteral("expires"),
                 .title = {.zh = QStringLiteral("待交付分钟"), .en = QStringLiteral("Minutes to hand over")},
                 .note = {.zh = QStringLiteral("批准后几分钟还没交到手就询问；空为 10"),
                          .en = QStringLiteral("the desk is asked when it was not handed over after this; empty: 10")}},
                minutesToHandOver, [](auto &r) -> auto & { return r.expiresMinutes; })}};
    return plan;
}

const SheetPlan<Stock> &stockSheet()
{
    static const SheetPlan<Stock> plan{
        .head = {.key = QStringLiteral("stock"),
                 .title = {.zh = QStringLiteral("奖品库存"), .en = QStringLiteral("Stock")},
                 .aliases = {QStringLiteral("库存"), QStringLiteral("stocks")},
                 .note = {.zh = QStringLiteral("开场时每个兑奖台有多少，一行一台一种"),
                          .en = QStringLiteral("How many of a prize lie at a desk when the day begins")}},
        .columns = {codeColumn<Stock>(
                        {.key = QStringLiteral("prize"),
                         .title = {.zh = QStringLiteral("奖品"), .en = QStringLiteral("Prize")},
                         .aliases = {QStringLiteral("礼品"), QStringLiteral("奖品代码")},
                         .note = {.zh = QStringLiteral("奖品代码"), .en = QStringLiteral("code of the prize")},
                         .isRequired = true,
                         .refersTo = QStringLiteral("prizes")},
                        [](auto &r) -> auto & { return r.prize; }),
                    codeColumn<Stock>(
                        {.key = QStringLiteral("desk"),
                         .title = {.zh = QStringLiteral("兑奖台"), .en = QStringLiteral("Desk")},
                         .aliases = {QStringLiteral("设备"), QStringLiteral("station")},
                         .note = {.zh = QStringLiteral("放在哪个兑奖台；空为总指挥的库房"),
                                  .en = QStringLiteral("code of the station; empty: the coordinator's store")},
                         .refersTo = QStringLiteral("stations")},
                        [](auto &r) -> auto & { return r.desk; }),
                    numberColumn<Stock>(
                        {.key = QStringLiteral("count"),
                         .title = {.zh = QStringLiteral("数量"), .en = QStringLiteral("Count")},
                         .aliases = {QStringLiteral("件数")},
                         .note = {.zh = QStringLiteral("多少件"), .en = QStringLiteral("how many")},
                         .isRequired = true},
                        pieces, [](auto &r) -> auto & { return r.count; })}};
    return plan;
}

const SheetPlan<DrawPlan> &drawSheet()
{
    static const SheetPlan<DrawPlan> plan{
        .head = {.key = QStringLiteral("draws"),
                 .title = {.zh = QStringLiteral("抽奖"), .en = QStringLiteral("Draws")},
                 .aliases = {QStringLiteral("摇号"), QStringLiteral("draw")},
                 .note = {.zh = QStringLiteral("在已签到的来宾中抽奖，或摇出先后顺序"),
                          .en = QStringLiteral("Lucky draws among guests who signed in, or a random order of them")}},
        .columns = {
            ownCodeColumn<DrawPlan>(QStringLiteral("grand"), {QStringLiteral("draw")}), chineseNameColumn<DrawPlan>(),
            englishNameColumn<DrawPlan>(),
            flagColumn<DrawPlan>(
                {.key = QStringLiteral("order"),
                 .title = {.zh = QStringLiteral("摇顺序"), .en = QStringLiteral("Order of all")},
                 .note = {.zh = QStringLiteral("yes：摇出所有人的先后；no：抽出中奖者"),
                          .en = QStringLiteral("yes: a random order of all; no: some winners")}},
                [](auto &r) -> auto & { return r.isOrder; }),
            codeColumn<DrawPlan>(
                {.key = QStringLiteral("prize"),
                 .title = {.zh = QStringLiteral("奖品"), .en = QStringLiteral("Prize")},
                 .aliases = {QStringLiteral("奖品代码")},
                 .note = {.zh = QStringLiteral("中奖者到兑奖台领的奖品代码；空为台上颁发"),
                          .en = QStringLiteral("code of what its winners redeem; empty: given on the "
                                               "stage")},
                 .refersTo = QStringLiteral("prizes")},
                [](auto &r) -> auto & { return r.prize; }),
            numberColumn<DrawPlan>(
                {.key = QStringLiteral("winners"),
                 .title = {.zh = QStringLiteral("中奖人数"), .en = QStringLiteral("Winners")},
                 .aliases = {QStringLiteral("名额")},
                 .note = {.zh = QStringLiteral("抽出几人；空为 1"), .en = QStringLiteral("how many win; empty: 1")}},
                pieces, [](auto &r) -> auto & { return r.winners; }),
            classesColumn<DrawPlan>(
                {.zh = QStringLiteral("哪些类别参加，用 ; 隔开；空为全部"),
                 .en = QStringLiteral("codes of the classes that take part, parted by ; (empty: all)")})}};
    return plan;
}

}  // namespace muster::plan
