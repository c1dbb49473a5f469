// Words about what is given once: numbers, prizes, units.
#include "core/venue/devices.h"
#include "core/venue/rules.h"

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

Words hasNumber(const QString &number)
{
    return {QStringLiteral("已有号 %1").arg(number), QStringLiteral("Already has number %1").arg(number)};
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

}  // namespace muster::rules
