// Numbers, prizes and units of the day, for `muster status`.
#include "app/cli/view_json.h"

#include <QDateTime>
#include <QJsonArray>

namespace muster::cli {
namespace {

QJsonValue timeJson(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(Qt::ISODateWithMs))
                : QJsonValue();
}

QJsonValue numberJson(const std::optional<int> &number) { return number ? QJsonValue(*number) : QJsonValue(); }

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonObject counterJson(const CounterView &counter)
{
    return {
        {QStringLiteral("station"), counter.station},         {QStringLiteral("open"), counter.isOpen},
        {QStringLiteral("staff"), textOrNull(counter.staff)}, {QStringLiteral("number"), textOrNull(counter.number)},
        {QStringLiteral("phase"), textOrNull(counter.phase)}, {QStringLiteral("since"), timeJson(counter.since)},
        {QStringLiteral("on_deck"), counter.onDeck}};
}

QJsonObject queueJson(const QueueView &queue)
{
    QJsonArray counters;
    for (const auto &counter : queue.counters) {
        counters.append(counterJson(counter));
    }
    return {{QStringLiteral("code"), queue.service},
            {QStringLiteral("name"), toJson(queue.name)},
            {QStringLiteral("zone"), queue.zone},
            {QStringLiteral("waiting"), queue.waiting},
            {QStringLiteral("not_in"), queue.notIn},
            {QStringLiteral("called"), queue.called},
            {QStringLiteral("serving"), queue.serving},
            {QStringLiteral("held"), queue.held},
            {QStringLiteral("parked"), queue.parked},
            {QStringLiteral("missed"), queue.missed},
            {QStringLiteral("on_deck"), queue.onDeck},
            {QStringLiteral("counters_open"), queue.openCounters},
            {QStringLiteral("waited_s"), numberJson(queue.waitedSeconds)},
            {QStringLiteral("service_s"), numberJson(queue.serviceSeconds)},
            {QStringLiteral("estimate_s"), queue.estimateSeconds},
            {QStringLiteral("counters"), counters}};
}

QJsonObject seriesJson(const SeriesView &series)
{
    return {{QStringLiteral("code"), series.code},
            {QStringLiteral("issued"), series.issued},
            {QStringLiteral("last"), textOrNull(series.lastNumber)},
            {QStringLiteral("at_most"), numberJson(series.numberMax)}};
}

QJsonObject prizeJson(const PrizeView &prize)
{
    QJsonArray stocks;
    for (const auto &stock : prize.stocks) {
        stocks.append(QJsonObject{{QStringLiteral("desk"), textOrNull(stock.desk)},
                                  {QStringLiteral("left"), stock.left},
                                  {QStringLiteral("low"), stock.lowSince.has_value()}});
    }
    return {{QStringLiteral("code"), prize.code},   {QStringLiteral("name"), toJson(prize.name)},
            {QStringLiteral("given"), prize.given}, {QStringLiteral("handed_over"), prize.handed},
            {QStringLiteral("open"), prize.open},   {QStringLiteral("stock"), stocks}};
}

QJsonObject unitJson(const UnitView &unit)
{
    return {{QStringLiteral("code"), unit.code},
            {QStringLiteral("phase"), unit.phase},
            {QStringLiteral("guest"), unit.guest ? QJsonValue(toJson(*unit.guest)) : QJsonValue()},
            {QStringLiteral("until"), timeJson(unit.until)},
            {QStringLiteral("expired"), unit.isExpired},
            {QStringLiteral("desk"), textOrNull(unit.desk)}};
}

template<class View>
QJsonValue listJson(const DayView &day, const std::vector<View> &views, QJsonObject (*toObject)(const View &))
{
    if (!day.isKnown) {
        return {};
    }
    QJsonArray list;
    for (const auto &view : views) {
        list.append(toObject(view));
    }
    return list;
}

QString toWords(const QueueView &queue)
{
    return QStringLiteral("queue %1: %2 waiting, %3 called, %4 in service, %5 of %6 counters open, about %7 min")
        .arg(queue.service)
        .arg(queue.waiting + queue.notIn)
        .arg(queue.called)
        .arg(queue.serving + queue.held)
        .arg(queue.openCounters)
        .arg(queue.counters.size())
        .arg((queue.estimateSeconds + 59) / 60);
}

QJsonObject referralJson(const ReferralView &referral)
{
    return {{QStringLiteral("id"), referral.operation.toHex()},
            {QStringLiteral("guest"), referral.guest ? QJsonValue(toJson(*referral.guest)) : QJsonValue()},
            {QStringLiteral("code_end"), referral.codeEnd},
            {QStringLiteral("reason"), toJson(referral.reason)},
            {QStringLiteral("note"), referral.note},
            {QStringLiteral("station"), referral.station},
            {QStringLiteral("at"), timeJson(referral.at)}};
}

QString toWords(const PrizeView &prize)
{
    QStringList stocks;
    for (const auto &stock : prize.stocks) {
        stocks << QStringLiteral("%1 %2%3")
                      .arg(stock.desk.isEmpty() ? QStringLiteral("store") : stock.desk)
                      .arg(stock.left)
                      .arg(stock.lowSince ? QStringLiteral(" (low)") : QString());
    }
    return QStringLiteral("prize %1: %2 handed over, %3 open; left: %4")
        .arg(prize.code)
        .arg(prize.handed)
        .arg(prize.open)
        .arg(stocks.isEmpty() ? QStringLiteral("none placed yet") : stocks.join(QStringLiteral(" · ")));
}

}  // namespace

QJsonObject scarceJson(const DayView &day)
{
    return {{QStringLiteral("queues"), listJson(day, day.queues, &queueJson)},
            {QStringLiteral("series"), listJson(day, day.series, &seriesJson)},
            {QStringLiteral("prizes"), listJson(day, day.prizes, &prizeJson)},
            {QStringLiteral("units"), listJson(day, day.units, &unitJson)},
            {QStringLiteral("referrals"), listJson(day, day.referrals, &referralJson)}};
}

QStringList scarceWords(const DayView &day)
{
    QStringList lines;
    if (!day.isKnown) {
        return lines;
    }
    for (const auto &queue : day.queues) {
        lines << toWords(queue);
    }
    for (const auto &prize : day.prizes) {
        lines << toWords(prize);
    }
    if (!day.referrals.empty()) {
        lines << QStringLiteral("at the problem desk %1").arg(day.referrals.size());
    }
    QMap<QString, int> counts;
    for (const auto &unit : day.units) {
        ++counts[unit.phase];
    }
    QStringList phases;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        phases << QStringLiteral("%1 %2").arg(it.value()).arg(it.key());
    }
    if (!phases.isEmpty()) {
        lines << QStringLiteral("units: ") + phases.join(QStringLiteral(" · "));
    }
    return lines;
}

}  // namespace muster::cli
