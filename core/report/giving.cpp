// What was given away: prizes by desk, and draws.
#include "core/report/parts.h"
#include "core/venue/draws/draws.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/scarce_query.h"

namespace muster::report {
namespace {

struct Given {
    qint64 handed = 0;
    qint64 open = 0;
    qint64 cancelled = 0;
    qint64 damaged = 0;
    qint64 before = 0;  ///< Handed over before the reset.

    Given &operator+=(const Given &other)
    {
        handed += other.handed;
        open += other.open;
        cancelled += other.cancelled;
        damaged += other.damaged;
        before += other.before;
        return *this;
    }
};

using ByDesk = std::map<QString, std::map<QString, Given>>;  ///< Prize → desk.

ByDesk readGiven(const Reading &reading)
{
    ByDesk found;
    auto &rows = reading.state.statement("SELECT prize, station, sum(time > ?1 AND handed = 1),"
                                         " sum(time > ?1 AND handed = 0 AND cancelled = 0),"
                                         " sum(time > ?1 AND handed = 0 AND cancelled = 1),"
                                         " sum(time <= ?1 AND handed = 1) FROM prize_given GROUP BY prize, station");
    bindAll(rows, reading.begin.value);
    while (rows.executeStep()) {
        auto &given = found[textOf(rows.getColumn(0))][textOf(rows.getColumn(1))];
        given.handed = rows.getColumn(2).getInt64();
        given.open = rows.getColumn(3).getInt64();
        given.cancelled = rows.getColumn(4).getInt64();
        given.before = rows.getColumn(5).getInt64();
    }
    auto &broken = reading.state.statement(
        "SELECT prize, desk, sum(count) FROM stock_log WHERE change = ? AND time > ? GROUP BY prize, desk");
    bindAll(broken, int(prizes::Change::Damaged), reading.begin.value);
    while (broken.executeStep()) {
        found[textOf(broken.getColumn(0))][textOf(broken.getColumn(1))].damaged = broken.getColumn(2).getInt64();
    }
    return found;
}

Given sumOf(const std::map<QString, Given> &desks)
{
    Given sum;
    for (const auto &[desk, given] : desks) {
        sum += given;
    }
    return sum;
}

qint64 plannedOf(const EventSetup &setup, const QString &prize)
{
    qint64 count = 0;
    for (const auto &stock : setup.stocks) {
        count += stock.prize == prize ? stock.count : 0;
    }
    return count;
}

qint64 leftOf(const PrizeView &view)
{
    qint64 left = 0;
    for (const auto &stock : view.stocks) {
        left += stock.left;
    }
    return left;
}

std::vector<Column> givenColumns()
{
    return {{k("handed"), words(u"已发放", u"Handed over")},
            {k("open"), words(u"待发放", u"Open")},
            {k("cancelled"), words(u"取消", u"Cancelled")},
            {k("damaged"), words(u"损坏", u"Damaged")},
            {k("left"), words(u"剩余", u"Left")}};
}

Table prizeTable(const Reading &reading, const std::vector<PrizeView> &views, const ByDesk &given)
{
    Table table;
    table.key = k("prizes");
    table.name = words(u"礼品发放", u"Prizes given");
    table.how = words(u"发放以交到来宾手中为准；剩余为各台账面库存",
                      u"Given is what is in guests' hands; left is the stock that desks hold by the ledger");
    table.columns = {{k("prize"), words(u"礼品", u"Prize"), Unit::Words}, {k("planned"), words(u"计划", u"Planned")}};
    std::ranges::move(givenColumns(), std::back_inserter(table.columns));
    qint64 facts = 0;
    qint64 before = 0;
    for (const auto &view : views) {
        const auto found = given.find(view.code);
        const auto sum = found == given.end() ? Given{} : sumOf(found->second);
        facts += sum.handed + sum.open + sum.cancelled;
        before += sum.before;
        table.rows.push_back({view.code,
                              {named(view.name, view.code), plannedOf(reading.setup, view.code), sum.handed, sum.open,
                               sum.cancelled, sum.damaged, leftOf(view)}});
    }
    table.facts = facts;
    if (before > 0) {
        table.doubt = counted(words(u"另有 %1 件在清零前已发放，库存已减",
                                    u"%1 more were handed over before the reset, and are gone from stock"),
                              before);
    }
    table.chart = Chart{Chart::Kind::Bars, {k("planned"), k("handed")}, {}};
    return table;
}

Table deskTable(const Reading &reading, const std::vector<PrizeView> &views, const ByDesk &given)
{
    Table table;
    table.key = k("prizes_by_desk");
    table.name = words(u"各台发放与剩余", u"Prizes by desk");
    table.how =
        words(u"按发放台；没有台名的是指挥台库存", u"By the desk that gave; without a desk: the coordinator's store");
    table.columns = {{k("prize"), words(u"礼品", u"Prize"), Unit::Words},
                     {k("desk"), words(u"发放台", u"Desk"), Unit::Words}};
    std::ranges::move(givenColumns(), std::back_inserter(table.columns));
    for (const auto &view : views) {
        std::map<QString, qint64> left;
        for (const auto &stock : view.stocks) {
            left[stock.desk] += stock.left;
        }
        const auto found = given.find(view.code);
        const auto desks = found == given.end() ? std::map<QString, Given>() : found->second;
        std::set<QString> codes;
        for (const auto &[desk, count] : left) {
            codes.insert(desk);
        }
        for (const auto &[desk, one] : desks) {
            codes.insert(desk);
        }
        for (const auto &code : codes) {
            const auto *station = findByCode(reading.setup.stations, code);
            const auto one = desks.contains(code) ? desks.at(code) : Given{};
            table.rows.push_back({view.code + QLatin1Char('@') + code,
                                  {named(view.name, view.code),
                                   code.isEmpty() ? words(u"指挥台库存", u"Coordinator's store")
                                                  : named(station != nullptr ? station->name : Words{}, code),
                                   one.handed, one.open, one.cancelled, one.damaged, left[code]}});
        }
    }
    table.facts = qint64(table.rows.size());
    table.isAppendix = true;
    return table;
}

void addPrizes(const Reading &reading, Section &section)
{
    // (Stock is what it is now: its warnings, which look at the clock, are not read.)
    const auto views = scarce_query::prizesOf(reading.state, reading.setup, {});
    const auto given = readGiven(reading);
    Given all;
    for (const auto &view : views) {
        const auto found = given.find(view.code);
        all += found == given.end() ? Given{} : sumOf(found->second);
    }
    const auto facts = all.handed + all.open + all.cancelled;
    section.figures.push_back(figure("prizes", words(u"发放礼品", u"Prizes handed over"), all.handed, facts,
                                     words(u"交到来宾手中的件数", u"Pieces in guests' hands")));
    section.figures.push_back(figure("prizes_open", words(u"待发放", u"Granted, not handed over"), all.open, facts,
                                     words(u"已批未交的件数", u"Granted, and never said to be handed over")));
    section.tables.push_back(prizeTable(reading, views, given));
    section.tables.push_back(deskTable(reading, views, given));
}

void addDraws(const Reading &reading, Section &section)
{
    Table table;
    table.key = k("draws");
    table.name = words(u"抽奖与摇号", u"Draws");
    table.how =
        words(u"有效的一次抽取；中奖以未缺席者为准；放弃的另列",
              u"The attempt that counts; winners are those who were not absent; attempts that were given up beside");
    table.columns = {
        {k("draw"), words(u"抽奖", u"Draw"), Unit::Words}, {k("shown_at"), words(u"揭晓", u"Shown at"), Unit::Time},
        {k("entrants"), words(u"参与", u"Entrants")},      {k("winners"), words(u"中奖", u"Winners")},
        {k("absent"), words(u"缺席", u"Absent")},          {k("given_up"), words(u"放弃", u"Given up")}};
    qint64 held = 0;
    qint64 winners = 0;
    for (const auto &plan : reading.setup.draws) {
        const auto attempts = draws::attemptsOf(reading.state, plan.code);
        const auto counting = std::ranges::find(attempts, true, &draws::Attempt::stands);
        const auto givenUp = std::ranges::count_if(attempts, [](const auto &one) { return one.givingUp.has_value(); });
        Row row{plan.code, {named(plan.name, plan.code), Cell(), Cell(), Cell(), Cell(), qint64(givenUp)}};
        if (counting != attempts.end()) {
            row.cells[2] = qint64(counting->entrantCount);
        }
        if (counting != attempts.end() && counting->showing) {
            const auto places = draws::placesOf(reading.state, *counting);
            const auto absent = qint64(std::ranges::count(places, true, &draws::Place::isAbsent));
            ++held;
            winners += plan.isOrder ? 0 : qint64(places.size()) - absent;
            row.cells[1] = toMsecs(counting->showing->step.at);
            row.cells[3] = qint64(places.size()) - absent;
            row.cells[4] = absent;
        }
        table.rows.push_back(std::move(row));
    }
    table.facts = held;
    section.figures.push_back(figure("draws", words(u"抽奖场次", u"Draws held"), held,
                                     qint64(reading.setup.draws.size()),
                                     words(u"已揭晓的抽奖与摇号", u"Draws and random orders whose result was shown")));
    section.figures.push_back(figure("winners", words(u"中奖人数", u"Winners"), winners, held,
                                     words(u"抽奖中奖且未缺席", u"Of draws, who were not absent")));
    section.tables.push_back(std::move(table));
}

}  // namespace

Section giving(Reading &reading)
{
    Section section;
    section.key = k("prizes");
    section.name = words(u"礼品与抽奖", u"Prizes and draws");
    if (!reading.setup.prizes.empty()) {
        addPrizes(reading, section);
    }
    if (!reading.setup.draws.empty()) {
        addDraws(reading, section);
    }
    return section;
}

}  // namespace muster::report
