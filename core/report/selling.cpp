// What was sold: units and their states, and the ledger of sales by zone, merchant, hour and payment.
#include "core/report/parts.h"

namespace muster::report {
namespace {

using sales::Sum;

struct Ledger {
    Sum all;
    Sum ofUnits;
    Sum ofMerchants;
    Sum voided;
    std::map<QString, Sum> byZone;
    std::map<QString, Sum> byMerchant;
    std::map<WallTime, Sum> byHour;
    std::map<QString, Sum> byPayment;
    std::map<QString, Sum> byUnit;
};

void add(Sum &sum, const sales::Sale &sale)
{
    ++sum.count;
    sum.amount += sale.amount;
}

Ledger read(const Reading &reading)
{
    Ledger ledger;
    for (const auto &sale : reading.sales) {
        if (!sale.stands()) {
            add(ledger.voided, sale);
            continue;
        }
        add(ledger.all, sale);
        add(ledger.byZone[sale.zone], sale);
        add(ledger.byHour[beginOf(reading, sale.at, std::chrono::hours(1))], sale);
        add(ledger.byPayment[sales::toString(sale.payment)], sale);
        if (sale.unit.isEmpty()) {
            add(ledger.ofMerchants, sale);
            add(ledger.byMerchant[sale.merchant], sale);
        } else {
            add(ledger.ofUnits, sale);
            add(ledger.byUnit[sale.unit], sale);
        }
    }
    return ledger;
}

Words howSold()
{
    return words(u"台账中有效的销售，作废的不计", u"Sales of the ledger that stand; voided ones are left out");
}

Table sumTable(const char *key, Words name, Column about, qint64 facts)
{
    Table table;
    table.key = k(key);
    table.name = std::move(name);
    table.how = howSold();
    table.facts = facts;
    table.columns = {std::move(about),
                     {k("count"), words(u"笔数", u"Sales")},
                     {k("amount"), words(u"金额", u"Amount"), Unit::Amount}};
    return table;
}

Row sumRow(const QString &key, Cell about, const Sum &sum) { return {key, {std::move(about), sum.count, sum.amount}}; }

/// By one of the plan's lists, in its order; what the plan does not name comes last.
template<class Things>
Table byPlanned(Table table, const Things &planned, const std::map<QString, Sum> &sums, const Words &none)
{
    QStringList codes;
    for (const auto &thing : planned) {
        if (sums.contains(thing.code)) {
            codes << thing.code;
        }
    }
    for (const auto &[code, sum] : sums) {
        if (!codes.contains(code)) {
            codes << code;
        }
    }
    for (const auto &code : codes) {
        const auto *thing = findByCode(planned, code);
        const auto name = code.isEmpty() ? none : named(thing != nullptr ? thing->name : Words{}, code);
        table.rows.push_back(sumRow(code, name, sums.at(code)));
    }
    return table;
}

Table byHour(const Ledger &ledger)
{
    auto table = sumTable("sales_by_hour", words(u"每小时销售", u"Sales by hour"),
                          {k("at"), words(u"小时", u"Hour"), Unit::Time}, ledger.all.count);
    std::optional<WallTime> last;
    for (const auto &[hour, sum] : ledger.byHour) {
        // Hours without a sale are told too, but for a night between two days.
        constexpr std::chrono::hours gapMax{8};
        for (auto at = last ? *last + std::chrono::hours(1) : hour; last && hour - *last <= gapMax && at < hour;
             at += std::chrono::hours(1)) {
            table.rows.push_back(sumRow(isoOf(at), toMsecs(at), {}));
        }
        table.rows.push_back(sumRow(isoOf(hour), toMsecs(hour), sum));
        last = hour;
    }
    table.chart = Chart{Chart::Kind::Columns, {k("amount")}, {}};
    return table;
}

Words paymentName(const QString &payment)
{
    static const std::map<QString, Words> names{{k("cash"), words(u"现金", u"Cash")},
                                                {k("card"), words(u"刷卡", u"Card")},
                                                {k("transfer"), words(u"转账", u"Transfer")},
                                                {k("mobile"), words(u"移动支付", u"Mobile")},
                                                {k("other"), words(u"其他", u"Other")}};
    const auto found = names.find(payment);
    return found == names.end() ? same(payment) : found->second;
}

Table byPayment(const Ledger &ledger)
{
    auto table = sumTable("sales_by_payment", words(u"付款方式", u"Sales by payment"),
                          {k("payment"), words(u"方式", u"Payment"), Unit::Words}, ledger.all.count);
    for (const auto &[payment, sum] : ledger.byPayment) {
        table.rows.push_back(sumRow(payment, paymentName(payment), sum));
    }
    return table;
}

Words phaseName(units::Phase phase)
{
    switch (phase) {
    case units::Phase::Free: return words(u"可售", u"Free");
    case units::Phase::Held: return words(u"锁定", u"Held");
    case units::Phase::Subscribed: return words(u"认购", u"Subscribed");
    case units::Phase::Signed: return words(u"签约", u"Signed");
    case units::Phase::Withdrawn: return words(u"撤出", u"Withdrawn");
    }
    Q_UNREACHABLE();
}

constexpr std::array phases{units::Phase::Free, units::Phase::Held, units::Phase::Subscribed, units::Phase::Signed,
                            units::Phase::Withdrawn};

units::Phase phaseOf(const std::map<QString, units::Phase> &touched, const QString &unit)
{
    const auto found = touched.find(unit);
    return found == touched.end() ? units::Phase::Free : found->second;
}

std::map<QString, units::Phase> touchedPhases(const Reading &reading)
{
    std::map<QString, units::Phase> found;
    for (const auto &unit : reading.units) {
        found.emplace(unit.code, unit.phase);
    }
    return found;
}

/// Units by @p group (building, type), and where they stand.
Table unitTable(const Reading &reading, const Ledger &ledger, const char *key, Words name, Words about,
                QString SaleUnit::*group)
{
    const auto touched = touchedPhases(reading);
    std::map<QString, std::map<units::Phase, qint64>> counts;
    std::map<QString, Sum> sums;
    for (const auto &unit : reading.setup.units) {
        ++counts[unit.*group][phaseOf(touched, unit.code)];
        if (const auto sold = ledger.byUnit.find(unit.code); sold != ledger.byUnit.end()) {
            sums[unit.*group].count += sold->second.count;
            sums[unit.*group].amount += sold->second.amount;
        }
    }
    Table table;
    table.key = k(key);
    table.name = std::move(name);
    table.how = words(u"每套房源的最后状态；金额为台账中有效的房源销售",
                      u"Each unit as it was left; the amount is of the ledger's sales of units that stand");
    table.facts = qint64(reading.units.size());
    table.columns = {{k("group"), std::move(about), Unit::Words}, {k("units"), words(u"套数", u"Units")}};
    for (const auto phase : phases) {
        table.columns.push_back({units::toString(phase), phaseName(phase)});
    }
    table.columns.push_back({k("amount"), words(u"金额", u"Amount"), Unit::Amount});
    for (auto &[code, byPhase] : counts) {
        qint64 all = 0;
        for (const auto &[phase, count] : byPhase) {
            all += count;
        }
        Row row{code, {code.isEmpty() ? words(u"未注明", u"Not named") : same(code), all}};
        for (const auto phase : phases) {
            row.cells.emplace_back(byPhase[phase]);
        }
        row.cells.emplace_back(sums[code].amount);
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Every unit that somebody has, or that was sold.
Table soldUnits(const Reading &reading, const Ledger &ledger)
{
    const auto touched = touchedPhases(reading);
    Table table;
    table.key = k("units_sold");
    table.name = words(u"成交房源明细", u"Units that were sold");
    table.how = words(u"认购、签约或台账中有有效销售的房源", u"Subscribed, signed, or with a sale that stands");
    table.columns = {{k("unit"), words(u"房源", u"Unit"), Unit::Words},
                     {k("phase"), words(u"状态", u"State"), Unit::Words},
                     {k("price"), words(u"表价", u"Price"), Unit::Amount},
                     {k("amount"), words(u"成交金额", u"Sold for"), Unit::Amount}};
    for (const auto &unit : reading.setup.units) {
        const auto phase = phaseOf(touched, unit.code);
        const auto sold = ledger.byUnit.find(unit.code);
        const bool isTaken = phase == units::Phase::Subscribed || phase == units::Phase::Signed;
        if (isTaken || sold != ledger.byUnit.end()) {
            table.rows.push_back(
                {unit.code,
                 {named(unit.name, unit.code), phaseName(phase), unit.price > 0 ? Cell(unit.price) : Cell(),
                  sold == ledger.byUnit.end() ? Cell() : Cell(sold->second.amount)}});
        }
    }
    table.facts = qint64(table.rows.size());
    table.isAppendix = true;
    return table;
}

Words kindName(sales::Discrepancy::Kind kind)
{
    switch (kind) {
    case sales::Discrepancy::Kind::DocumentTwice: return words(u"一个单据号多笔销售", u"One document, several sales");
    case sales::Discrepancy::Kind::UnitTwice: return words(u"一套房源多笔销售", u"One unit, several sales");
    case sales::Discrepancy::Kind::NotSubscribed: return words(u"已售但无认购", u"Sold, and not subscribed");
    case sales::Discrepancy::Kind::DocumentMissing: return words(u"无单据号", u"No document");
    }
    Q_UNREACHABLE();
}

Table toCheck(const Reading &reading)
{
    const auto touched = touchedPhases(reading);
    const auto isSubscribed = [&](const QString &unit) {
        const auto phase = phaseOf(touched, unit);
        return phase == units::Phase::Subscribed || phase == units::Phase::Signed;
    };
    Table table;
    table.key = k("sales_to_check");
    table.name = words(u"待核对的销售", u"Sales to be checked");
    table.how =
        words(u"对账：单据号、房源、认购互相核对", u"Documents, units and subscriptions held against each other");
    table.facts = qint64(reading.sales.size());
    table.columns = {{k("what"), words(u"情况", u"What"), Unit::Words}, {k("sales"), words(u"笔数", u"Sales")}};
    std::map<sales::Discrepancy::Kind, qint64> counts;
    for (const auto &found : sales::reconcile(reading.sales, isSubscribed)) {
        counts[found.kind] += qint64(found.sales.size());
    }
    for (const auto &[kind, count] : counts) {
        table.rows.push_back({sales::toString(kind), {kindName(kind), count}});
    }
    return table;
}

qint64 countOf(const Reading &reading, units::Phase phase)
{
    return std::ranges::count(reading.units, phase, &units::Unit::phase);
}

void addUnits(const Reading &reading, const Ledger &ledger, Section &section)
{
    const auto subscribed = countOf(reading, units::Phase::Subscribed);
    const auto contracts = countOf(reading, units::Phase::Signed);
    const auto facts = qint64(reading.units.size());
    Words doubt;
    if (reading.unitsBefore > 0) {
        doubt =
            counted(words(u"%1 套在清零前认购或签约，未列入，请在销控上释放",
                          u"%1 were subscribed or signed before the reset: left out; release them on the unit board"),
                    reading.unitsBefore);
    }
    const auto add = [&](Figure one) {
        one.doubt = doubt;
        section.figures.push_back(std::move(one));
    };
    add(figure("subscriptions", words(u"认购", u"Subscriptions"), subscribed + contracts, facts,
               words(u"现为认购或签约的房源", u"Units that are subscribed or signed")));
    add(figure("contracts", words(u"签约", u"Contracts"), contracts, facts,
               words(u"现为签约的房源", u"Units that are signed")));
    add(figure("sold_share", words(u"去化率", u"Share of units sold"),
               shareOf(subscribed + contracts, qint64(reading.setup.units.size())), facts,
               words(u"认购 ÷ 方案中的房源", u"Subscriptions, of the plan's units"), Unit::Percent));
    section.tables.push_back(unitTable(reading, ledger, "units_by_building", words(u"各楼栋销控", u"Units by building"),
                                       words(u"楼栋", u"Building"), &SaleUnit::building));
    section.tables.push_back(unitTable(reading, ledger, "units_by_type", words(u"各户型销控", u"Units by type"),
                                       words(u"户型", u"Type"), &SaleUnit::type));
    section.tables.push_back(soldUnits(reading, ledger));
}

}  // namespace

Section selling(Reading &reading)
{
    Section section;
    section.key = k("sales");
    section.name = words(u"销售", u"Sales");
    if (!reading.sellsAnything() && reading.sales.empty()) {
        return section;
    }
    const auto ledger = read(reading);
    const auto facts = qint64(reading.sales.size());
    const auto buyers = qint64(reading.buyers.size());
    section.figures = {
        figure("sales", words(u"销售笔数", u"Sales"), ledger.all.count, facts, howSold()),
        figure("sale_amount", words(u"销售金额", u"Amount sold"), ledger.all.amount, facts, howSold(), Unit::Amount),
        figure("unit_sale_amount", words(u"房源金额", u"Of units"), ledger.ofUnits.amount, ledger.ofUnits.count,
               howSold(), Unit::Amount),
        figure("merchant_sales", words(u"商户特惠购买", u"Special purchases"), ledger.ofMerchants.count, facts,
               words(u"商户当日的有效销售", u"Sales of merchants on the day that stand")),
        figure("merchant_sale_amount", words(u"商户金额", u"Of merchants"), ledger.ofMerchants.amount,
               ledger.ofMerchants.count, howSold(), Unit::Amount),
        figure("voided", words(u"作废", u"Voided"), ledger.voided.count, facts,
               words(u"作废的销售笔数", u"Sales that were taken back")),
        figure("voided_amount", words(u"作废金额", u"Amount voided"), ledger.voided.amount, ledger.voided.count,
               words(u"作废的销售金额", u"What was taken back"), Unit::Amount),
        figure("buyers", words(u"成交来宾", u"Guests who bought"), buyers, facts + qint64(reading.units.size()),
               words(u"有有效认购、签约或销售的来宾；未记来宾的销售不计",
                     u"Guests with a subscription, contract or sale that stands; sales to nobody known are left out")),
        figure("conversion", words(u"成交率", u"Conversion"),
               shareOf(std::min(buyers, reading.signedIn), reading.signedIn), reading.signedIn,
               words(u"成交来宾 ÷ 签到来宾", u"Guests who bought, of guests signed in"), Unit::Percent)};
    const auto nowhere = words(u"未注明", u"Not named");
    section.tables = {
        byPlanned(sumTable("sales_by_zone", words(u"各区域销售", u"Sales by zone"),
                           {k("zone"), words(u"区域", u"Zone"), Unit::Words}, ledger.all.count),
                  reading.setup.zones, ledger.byZone, nowhere),
        byPlanned(sumTable("sales_by_merchant", words(u"各商户销售", u"Sales by merchant"),
                           {k("merchant"), words(u"商户", u"Merchant"), Unit::Words}, ledger.ofMerchants.count),
                  reading.setup.merchants, ledger.byMerchant, nowhere),
        byHour(ledger), byPayment(ledger), toCheck(reading)};
    section.tables[1].chart = Chart{Chart::Kind::Bars, {k("amount")}, {}};
    if (!reading.setup.units.empty()) {
        addUnits(reading, ledger, section);
    }
    return section;
}

}  // namespace muster::report
