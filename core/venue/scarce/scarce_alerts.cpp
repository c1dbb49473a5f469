#include "core/venue/scarce/scarce_alerts.h"

#include "core/venue/day/day_query.h"
#include "core/venue/door/door.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/scarce_query.h"
#include "core/venue/units/units.h"

namespace muster::scarce_alerts {
namespace {

AlertView alertAt(const EventSetup &setup, const QString &kind, const QString &about, const QString &station,
                  HybridTime time)
{
    AlertView alert;
    alert.kind = kind;
    alert.id = kind + QLatin1Char(':') + about;
    alert.station = station;
    const auto *planned = findByCode(setup.stations, station);
    alert.stationName = planned == nullptr ? Words{} : planned->name;
    alert.zone = planned == nullptr ? QString() : planned->zone;
    alert.since = time.wall();
    alert.raisedAt = time;
    return alert;
}

Words nameOf(const EventSetup &setup, const QString &prize)
{
    const auto *planned = findByCode(setup.prizes, prize);
    return planned == nullptr ? Words{prize, prize} : planned->name;
}

/// Put aside for a guest and not handed over in time: was it, or not?
void addOpenGrants(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &grant : prizes::open(state, openMax)) {
        const auto *prize = findByCode(setup.prizes, grant.prize);
        const auto until = grant.time.wall() + std::chrono::minutes(prize == nullptr ? 0 : prize->expiresMinutes);
        if (now < until) {
            continue;
        }
        auto alert = alertAt(setup, QStringLiteral("prize_open"), grant.operation.toHex().left(32), grant.station,
                             HybridTime::at(until));
        const auto name = nameOf(setup, grant.prize);
        alert.guest = viewOf(state, setup, grant.guest);
        alert.text = {QStringLiteral("“%1”已登记未交付：请确认交付或取消").arg(name.zh),
                      QStringLiteral("\"%1\" was set aside and not handed over: confirm or cancel").arg(name.en)};
        day_query::raise(state, now, list, std::move(alert));
    }
}

/// How often stock of @p prize was placed, moved or counted: running low afterwards is another occasion.
qint64 refillCount(State &state, const QString &prize)
{
    auto &row = state.statement("SELECT count(*) FROM stock_log WHERE prize = ?");
    bindAll(row, prize).executeStep();
    return row.getColumn(0).getInt64();
}

void addLowStock(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &prize : scarce_query::prizesOf(state, setup, now)) {
        for (const auto &stock : prize.stocks) {
            if (!stock.lowSince) {
                continue;
            }
            auto alert =
                alertAt(setup, QStringLiteral("low_stock"),
                        QStringLiteral("%1:%2:%3").arg(prize.code, stock.desk).arg(refillCount(state, prize.code)),
                        stock.desk, *stock.lowSince);
            alert.text = {QStringLiteral("“%1”只剩 %2 份，请补货").arg(prize.name.zh).arg(stock.left),
                          QStringLiteral("\"%1\": %2 left, bring more").arg(prize.name.en).arg(stock.left)};
            day_query::raise(state, now, list, std::move(alert));
        }
    }
}

void addExpiredHolds(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &unit : units::touched(state)) {
        if (unit.phase != units::Phase::Held || !unit.until || *unit.until >= now) {
            continue;
        }
        auto alert =
            alertAt(setup, QStringLiteral("unit_expired"), unit.code, unit.station, HybridTime::at(*unit.until));
        if (unit.guest) {
            alert.guest = viewOf(state, setup, *unit.guest);
        }
        alert.text = {QStringLiteral("房源 %1 的保留已到时：请续留或释放").arg(unit.code),
                      QStringLiteral("The hold of %1 is over: hold it again or release it").arg(unit.code)};
        day_query::raise(state, now, list, std::move(alert));
    }
}

void addRecoveries(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    for (const auto &given : prizes::recoveries(state, setup)) {
        auto alert =
            alertAt(setup, QStringLiteral("gift_recover"), given.operation.toHex().left(32), given.station, given.time);
        const auto name = nameOf(setup, given.prize);
        alert.guest = viewOf(state, setup, given.guest);
        alert.text = {QStringLiteral("认购已取消，请收回“%1”").arg(name.zh),
                      QStringLiteral("The purchase was undone: bring back \"%1\"").arg(name.en)};
        day_query::raise(state, now, list, std::move(alert));
    }
}

}  // namespace

std::optional<Words> wordsOf(const QString &rule, const QString &subject)
{
    static const std::map<QString, Words> words{
        {QStringLiteral("called_twice"),
         {QStringLiteral("号码 %1 被两个窗口叫到"), QStringLiteral("Number %1 was called to two counters")}},
        {QStringLiteral("number_twice"),
         {QStringLiteral("号码 %1 发了两次"), QStringLiteral("Number %1 was given twice")}},
        {QStringLiteral("prize_twice"),
         {QStringLiteral("奖品 %1 重复发放"), QStringLiteral("Prize %1 was given more often than allowed")}},
        {QStringLiteral("settled_twice"),
         {QStringLiteral("奖品 %1 的同一笔发放在两处办结"),
          QStringLiteral("What became of one grant of prize %1 was written down twice")}},
        {QStringLiteral("unit_twice"),
         {QStringLiteral("房源 %1 给了两户"), QStringLiteral("Unit %1 was given to two households")}}};
    const auto known = words.find(rule);
    return known == words.end() ? std::nullopt
                                : std::optional(Words{known->second.zh.arg(subject), known->second.en.arg(subject)});
}

void add(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list)
{
    addOpenGrants(state, setup, now, list);
    addLowStock(state, setup, now, list);
    addExpiredHolds(state, setup, now, list);
    addRecoveries(state, setup, now, list);
}

}  // namespace muster::scarce_alerts
