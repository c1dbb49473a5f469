#include "core/plan/cross_checks.h"

#include <algorithm>

namespace muster::plan {
namespace {

/// How much of a prize there is.
struct Supply {
    qint64 inAll = 0;
    qint64 atDesks = 0;  ///< The coordinator's store is out of a desk's reach while it is cut off.
};

QHash<QString, Supply> supplies(const SheetRows<Stock> &sheet)
{
    QHash<QString, Supply> all;
    for (const auto &[stock, row] : sheet.rows) {
        Supply &supply = all[stock.prize];
        supply.inAll += stock.count;
        supply.atDesks += stock.desk.isEmpty() ? 0 : stock.count;
    }
    return all;
}

void checkSupply(const Prize &prize, const Supply &supply, const Origin &at, Findings &findings)
{
    if (supply.inAll == 0) {
        findings.error(at,
                       {.zh = QStringLiteral("“%1”没有库存：请写到“奖品库存”表").arg(prize.code),
                        .en = QStringLiteral("\"%1\" has no stock: write it into the sheet stock").arg(prize.code)});
    } else if (prize.cutOff == CutOffRule::Lease && supply.atDesks == 0) {
        findings.error(at, {.zh = QStringLiteral("“%1”断网时按 lease 发，但没有一个兑奖台有库存").arg(prize.code),
                            .en = QStringLiteral("\"%1\" is given by lease while cut off, and no desk has stock of it")
                                      .arg(prize.code)});
    }
}

void checkBudget(const Prize &prize, const Origin &at, Findings &findings)
{
    const bool hasBudgetRule = prize.cutOff == CutOffRule::Budget;
    if (hasBudgetRule && prize.budget == 0) {
        findings.error(at, {.zh = QStringLiteral("断网时按 budget 发，限额却是 0：请写每台最多几份，或改为 refuse"),
                            .en = QStringLiteral("given by budget while cut off, and the budget is 0: write how many a "
                                                 "desk may give, or refuse")});
    } else if (!hasBudgetRule && prize.budget > 0) {
        findings.warning(at, {.zh = QStringLiteral("断网时不是 budget：这个限额不会用到"),
                              .en = QStringLiteral("the rule when cut off is not budget: this figure is not used")});
    }
}

void checkStamps(const Prize &prize, const Origin &at, Findings &findings)
{
    const bool needsStamps = prize.act == PrizeAct::Stamps;
    if (needsStamps && prize.stamps.isEmpty()) {
        findings.error(at, {.zh = QStringLiteral("凭集章领，却没写集哪些区域的章"),
                            .en = QStringLiteral("earned by stamps, and no zone is named: write which ones to visit")});
    } else if (!needsStamps && !prize.stamps.isEmpty()) {
        findings.warning(at, {.zh = QStringLiteral("不是凭集章领：这些区域不会用到"),
                              .en = QStringLiteral("it is not earned by stamps: these zones are not used")});
    }
}

/// The prizes that some draw gives.
QSet<QString> drawnPrizes(const SheetRows<DrawPlan> &draws)
{
    QSet<QString> drawn;
    for (const auto &draw : draws.rows) {
        drawn.insert(draw.value.prize);
    }
    return drawn;
}

void checkEachPrize(const PlanDraft &draft, const PlanCodes &codes, const QHash<QString, Supply> &supply,
                    Findings &findings)
{
    const auto &sheet = draft.prizes;
    const auto drawn = drawnPrizes(draft.draws);
    for (const auto &[prize, row] : sheet.rows) {
        const auto at = [&sheet, row = row](const char *key) { return sheet.at(row, QString::fromLatin1(key)); };
        checkName(prize.name, sheet.at(row), findings);
        checkReferences(prize.classes, codes.classes, at("classes"), classSheet().head, findings);
        checkReferences(prize.sessions, codes.sessions, at("sessions"), sessionSheet().head, findings);
        checkReferences(prize.stamps, codes.zones, at("stamps"), zoneSheet().head, findings);
        checkSupply(prize, supply.value(prize.code), at("code"), findings);
        checkBudget(prize, at("budget"), findings);
        checkStamps(prize, at("stamps"), findings);
        if (prize.act == PrizeAct::Draw && !drawn.contains(prize.code)) {
            findings.error(at("act"),
                           {.zh = QStringLiteral("没有一场抽奖给“%1”：请写到“抽奖”表").arg(prize.code),
                            .en = QStringLiteral("no draw gives \"%1\": name it in the sheet draws").arg(prize.code)});
        }
    }
}

void checkStock(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    QHash<QString, QString> roles;
    for (const auto &station : draft.stations.rows) {
        roles.insert(station.value.code, station.value.role);
    }
    for (const auto &[stock, row] : draft.stocks.rows) {
        const auto atDesk = draft.stocks.at(row, QStringLiteral("desk"));
        checkReferences({stock.prize}, codes.prizes, draft.stocks.at(row, QStringLiteral("prize")), prizeSheet().head,
                        findings);
        checkReferences({stock.desk}, codes.stations, atDesk, stationSheet().head, findings);
        if (codes.stations.contains(stock.desk) && roles.value(stock.desk) != QLatin1String("prize")) {
            findings.warning(
                atDesk,
                {.zh = QStringLiteral("“%1”不是兑奖台（prize）：放在那里的奖品发不出去").arg(stock.desk),
                 .en = QStringLiteral("\"%1\" is no prize desk: what lies there is not given out").arg(stock.desk)});
        }
    }
}

/// What a draw gives must be a prize for winners, and enough of it.
void checkDrawnPrize(const PlanDraft &draft, const DrawPlan &draw, const Origin &at, Findings &findings)
{
    for (const auto &prize : draft.prizes.rows) {
        if (prize.value.code == draw.prize && prize.value.act != PrizeAct::Draw) {
            findings.error(at, {.zh = QStringLiteral("“%1”不是凭抽中领：请在“奖品”表写 draw").arg(draw.prize),
                                .en = QStringLiteral("\"%1\" is not earned by a draw: write draw into the sheet prizes")
                                          .arg(draw.prize)});
        }
    }
}

void checkDraws(const PlanDraft &draft, const PlanCodes &codes, QHash<QString, Supply> supply, Findings &findings)
{
    const auto &sheet = draft.draws;
    for (const auto &[draw, row] : sheet.rows) {
        const auto at = [&sheet, row = row](const char *key) { return sheet.at(row, QString::fromLatin1(key)); };
        checkName(draw.name, sheet.at(row), findings);
        checkReferences(draw.classes, codes.classes, at("classes"), classSheet().head, findings);
        checkReferences({draw.prize}, codes.prizes, at("prize"), prizeSheet().head, findings);
        checkDrawnPrize(draft, draw, at("prize"), findings);
        if (draw.isOrder) {
            continue;  // Everybody gets a place; `winners` says nothing.
        }
        qint64 &left = supply[draw.prize].inAll;  // Draws of one prize share its stock.
        if (draw.winners == 0) {
            findings.error(at("winners"), {.zh = QStringLiteral("中奖人数是 0：请写抽出几人"),
                                           .en = QStringLiteral("it has no winners: write how many there are")});
        } else if (codes.prizes.contains(draw.prize) && draw.winners > left) {
            findings.error(at("winners"),
                           {.zh = QStringLiteral("抽出 %1 人，“%2”只有 %3 件可给：请减少人数或增加库存")
                                      .arg(draw.winners)
                                      .arg(draw.prize)
                                      .arg(left),
                            .en = QStringLiteral("it draws %1 winners, and %3 of \"%2\" are there to give: draw fewer "
                                                 "or stock more")
                                      .arg(draw.winners)
                                      .arg(draw.prize)
                                      .arg(left)});
        }
        left = std::max<qint64>(left - draw.winners, 0);
    }
}

}  // namespace

void checkPrizes(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto supply = supplies(draft.stocks);
    checkEachPrize(draft, codes, supply, findings);
    checkStock(draft, codes, findings);
    checkDraws(draft, codes, supply, findings);
}

}  // namespace muster::plan
