// Words about what is given once: numbers, prizes, units.
#include "core/venue/devices/devices.h"
#include "core/venue/door/rules.h"

namespace muster::rules {

QString suffixNumber(State &state, const StreamKey &device, const Series &series)
{
    const auto prefix = series.prefix + deviceMark(state, device);
    auto &row = state.statement("SELECT count(*) FROM ticket WHERE series = ?1 AND origin = ?2"
                                " AND substr(number, 1, length(?3)) = ?3");
    bindAll(row, series.code, device.origin, prefix).executeStep();
    return prefix + QStringLiteral("%1").arg(row.getColumn(0).getInt() + 1, 3, 10, QLatin1Char('0'));
}

Words noSuchGuest()
{
    return {QStringLiteral("名单上没有这位来宾，请到疑难台"),
            QStringLiteral("This guest is not on the list: please go to the problem desk")};
}

Words noSuchSeries(const QString &series)
{
    return {QStringLiteral("没有排号序列 %1，请看方案").arg(series),
            QStringLiteral("There is no number series %1: see the plan").arg(series)};
}

Words seriesIsClosed(const Series &series)
{
    return {QStringLiteral("%1 现在不发号").arg(series.name.zh),
            QStringLiteral("No numbers of %1 are given now").arg(series.name.en)};
}

Words seriesOfOthers(const Series &series)
{
    return {QStringLiteral("%1 的号不发给此类来宾").arg(series.name.zh),
            QStringLiteral("%1 has no numbers for this class of guests").arg(series.name.en)};
}

Words seriesIsFull(const Series &series)
{
    return {QStringLiteral("%1 的号已发完").arg(series.name.zh),
            QStringLiteral("All numbers of %1 are given out").arg(series.name.en)};
}

Words tooManyPersons(int most)
{
    return {QStringLiteral("一个号最多 %1 人").arg(most),
            QStringLiteral("At most %1 persons with one number").arg(most)};
}

Words tryAgain() { return {QStringLiteral("请再试一次"), QStringLiteral("Try again")}; }

Words hasNumber(const QString &number)
{
    return {QStringLiteral("已有号 %1").arg(number), QStringLiteral("Already has number %1").arg(number)};
}

Words numberIsOnItsWay()
{
    return {QStringLiteral("正在另一处取号，请先去那里"),
            QStringLiteral("A number is being given at another device: go there first")};
}

Words noNumbersLeft()
{
    return {QStringLiteral("暂时没有可发的号，请稍后再试"),
            QStringLiteral("There are no numbers at the moment: try again shortly")};
}

Words noSuchTicket(const QString &number)
{
    return {QStringLiteral("没有号 %1").arg(number), QStringLiteral("There is no number %1").arg(number)};
}

Words ticketIsElsewhere(const QString &number)
{
    return {QStringLiteral("%1 在另一台设备上，联网后再试").arg(number),
            QStringLiteral("%1 lies with another device: try again when it is linked").arg(number)};
}

Words nothingWaiting() { return {QStringLiteral("没有人在等候"), QStringLiteral("Nobody is waiting")}; }

Words nothingOnDeck()
{
    return {QStringLiteral("离线，备叫号已用完"), QStringLiteral("Cut off, and no number is on deck here")};
}

Words noSuchCounter(const QString &counter)
{
    return {QStringLiteral("%1 不是叫号柜台，请看方案").arg(counter),
            QStringLiteral("%1 is no counter that calls numbers: see the plan").arg(counter)};
}

Words otherCounter(const QString &counter)
{
    return {QStringLiteral("这台设备不是柜台 %1").arg(counter),
            QStringLiteral("This device is not counter %1").arg(counter)};
}

Words noSuchService(const QString &service)
{
    return {QStringLiteral("没有业务 %1，请看方案").arg(service),
            QStringLiteral("There is no such service %1: see the plan").arg(service)};
}

Words paperIsMissing(const Words &paper)
{
    return {QStringLiteral("缺少：%1").arg(paper.zh), QStringLiteral("Missing: %1").arg(paper.en)};
}

Words identityIsUnchecked() { return {QStringLiteral("请先核对身份"), QStringLiteral("Check the identity first")}; }

Words hasOwner(const QString &consultant)
{
    return {QStringLiteral("已归属 %1，改归属请写明理由").arg(consultant),
            QStringLiteral("Belongs to %1: give a reason to change that").arg(consultant)};
}

Words ticketIs(const QString &number, const QString &phase)
{
    static const QMap<QString, QString> zh{{QStringLiteral("waiting"), QStringLiteral("候叫")},
                                           {QStringLiteral("ready"), QStringLiteral("已到场")},
                                           {QStringLiteral("batched"), QStringLiteral("批次已叫")},
                                           {QStringLiteral("called"), QStringLiteral("已叫号")},
                                           {QStringLiteral("serving"), QStringLiteral("办理中")},
                                           {QStringLiteral("held"), QStringLiteral("挂起")},
                                           {QStringLiteral("parked"), QStringLiteral("暂缓")},
                                           {QStringLiteral("missed"), QStringLiteral("过号")},
                                           {QStringLiteral("done"), QStringLiteral("已办结")},
                                           {QStringLiteral("cancelled"), QStringLiteral("已取消")}};
    return {QStringLiteral("%1 的状态是%2，不能这样做").arg(number, zh.value(phase, phase)),
            QStringLiteral("%1 is %2: that cannot be done now").arg(number, phase)};
}

Words noSuchUnit(const QString &unit)
{
    return {QStringLiteral("没有房源 %1").arg(unit), QStringLiteral("There is no unit %1").arg(unit)};
}

Words unitIs(const QString &unit, const QString &phase)
{
    static const QMap<QString, QString> zh{{QStringLiteral("free"), QStringLiteral("可售")},
                                           {QStringLiteral("held"), QStringLiteral("已锁定")},
                                           {QStringLiteral("subscribed"), QStringLiteral("已认购")},
                                           {QStringLiteral("signed"), QStringLiteral("已签约")},
                                           {QStringLiteral("withdrawn"), QStringLiteral("已撤出")}};
    return {QStringLiteral("%1 %2").arg(unit, zh.value(phase, phase)), QStringLiteral("%1 is %2").arg(unit, phase)};
}

Words unitIsElsewhere(const QString &unit)
{
    return {QStringLiteral("%1 暂不能办理：由另一台设备或指挥台掌握").arg(unit),
            QStringLiteral("Not now: %1 lies with another desk or the coordinator").arg(unit)};
}

Words unitsAreFrozen()
{
    return {QStringLiteral("销控已冻结，请等总指挥"),
            QStringLiteral("The unit board is frozen: wait for the commander")};
}

Words noSuchPrize(const QString &prize)
{
    return {QStringLiteral("没有礼品 %1，请看方案").arg(prize),
            QStringLiteral("There is no prize %1: see the plan").arg(prize)};
}

Words notEntitled(const Prize &prize)
{
    switch (prize.act) {
    case PrizeAct::SignIn:
        return {QStringLiteral("签到并符合类别的来宾才能领取"),
                QStringLiteral("For guests of its class who have signed in")};
    case PrizeAct::Stamps: return {QStringLiteral("集章未齐"), QStringLiteral("Not all stamps are collected yet")};
    case PrizeAct::Purchase:
        return {QStringLiteral("没有有效的认购"), QStringLiteral("No purchase of this guest stands")};
    case PrizeAct::Draw: return {QStringLiteral("没有中奖"), QStringLiteral("This guest has not won it")};
    }
    Q_UNREACHABLE();
}

Words missingStamp(const QString &zone)
{
    return {QStringLiteral("还差 %1 区的章").arg(zone), QStringLiteral("The stamp of zone %1 is missing").arg(zone)};
}

Words alreadyGiven(const Prize &prize)
{
    return {QStringLiteral("%1 已领取").arg(prize.name.zh), QStringLiteral("%1 was given already").arg(prize.name.en)};
}

Words noStockHere(const Prize &prize)
{
    return {QStringLiteral("本台没有 %1 了").arg(prize.name.zh),
            QStringLiteral("No %1 left at this desk").arg(prize.name.en)};
}

Words prizeNeedsHub(const Prize &prize)
{
    return {QStringLiteral("离线时不能发放 %1，联网后再来").arg(prize.name.zh),
            QStringLiteral("%1 cannot be given while cut off: come again when linked").arg(prize.name.en)};
}

Words proofNeeded(Proof proof)
{
    switch (proof) {
    case Proof::None: return {};
    case Proof::Phone:
        return {QStringLiteral("请核对手机号后四位"), QStringLiteral("Check the last four digits of the telephone")};
    case Proof::Identity:
        return {QStringLiteral("请核对证件并登记号码"), QStringLiteral("Check the identity paper and note its number")};
    case Proof::Signed: return {QStringLiteral("请来宾签字"), QStringLiteral("Ask the guest to sign")};
    }
    Q_UNREACHABLE();
}

Words grantIsOver()
{
    return {QStringLiteral("这笔领取已办结或已取消"), QStringLiteral("That was handed over or cancelled already")};
}

Words deskWillCancel()
{
    return {QStringLiteral("已请发放台取消：该台收到后取消，若此前已交付则作罢"),
            QStringLiteral(
                "The desk that set it aside cancels it when it hears of this, unless it was handed over before")};
}

Words otherDesk()
{
    return {QStringLiteral("请在原兑奖台办理"), QStringLiteral("To be done at the desk that granted it")};
}

Words deskIsAway(const QString &desk)
{
    return {QStringLiteral("%1 未连接，现在不能调拨").arg(desk),
            QStringLiteral("%1 is not linked: nothing can be moved there now").arg(desk)};
}

Words notSoMany(qint64 there)
{
    return {QStringLiteral("这里只有 %1 件").arg(there), QStringLiteral("There are only %1 here").arg(there)};
}

}  // namespace muster::rules
