// Goal: the evaluation tells the truth: whoever writes the day down by hand and counts comes to the same figures.
// Method: days played by chance over a venue on real journals; the expected figures are counted here from what was
//         done, by brute force and without any of the code that is tested.
#include "tests/report/true_day.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr qint64 quarter = 15 * 60 * 1'000;

/// How many are in @p zone (empty: in the venue) after all that happened before @p until.
qint64 presentIn(const TrueDay &day, const QString &zone, qint64 until)
{
    qint64 persons = 0;
    for (const auto &passing : day.passings) {
        if (passing.at < until) {
            const bool isIn = zone.isEmpty() ? passing.from.isEmpty() : passing.to == zone;
            const bool isOut = zone.isEmpty() ? passing.to.isEmpty() : passing.from == zone;
            persons += (isIn ? passing.persons : 0) - (isOut ? passing.persons : 0);
        }
    }
    return persons;
}

/// The most that were in @p zone at one moment from @p from on.
qint64 mostIn(const TrueDay &day, const QString &zone, qint64 from, qint64 until)
{
    qint64 most = presentIn(day, zone, from);
    for (const auto &passing : day.passings) {
        if (passing.at >= from && passing.at < until) {
            most = std::max(most, presentIn(day, zone, passing.at + 1));
        }
    }
    return most;
}

qint64 passed(const TrueDay &day, const QString &zone, bool isIn, qint64 from, qint64 until)
{
    qint64 persons = 0;
    for (const auto &passing : day.passings) {
        const auto &side = isIn ? passing.to : passing.from;
        const auto &other = isIn ? passing.from : passing.to;
        const bool counts = zone.isEmpty() ? other.isEmpty() : side == zone;
        persons += counts && passing.at >= from && passing.at < until ? passing.persons : 0;
    }
    return persons;
}

void checkFlow(const TrueDay &day, const report::Report &report)
{
    const auto end = std::numeric_limits<qint64>::max();
    CHECK(valueOf(report, "admissions") == passed(day, {}, true, 0, end));
    CHECK(valueOf(report, "exits") == passed(day, {}, false, 0, end));
    CHECK(valueOf(report, "last_present") == presentIn(day, {}, end));
    qint64 peak = 0;
    qint64 peakAt = 0;
    for (const auto &passing : day.passings) {
        const auto now = presentIn(day, {}, passing.at + 1);
        peakAt = now > peak ? passing.at : peakAt;
        peak = std::max(peak, now);
    }
    CHECK(valueOf(report, "peak_headcount") == peak);
    CHECK(valueOf(report, "peak_at") == peakAt);
    const auto &quarters = *report.table(q("quarters"));
    const auto begin = day.passings.front().at / quarter * quarter;
    REQUIRE(quarters.rows.size() == std::size_t((day.passings.back().at - begin) / quarter + 1));
    for (std::size_t i = 0; i < quarters.rows.size(); ++i) {
        const auto from = begin + qint64(i) * quarter;
        const auto key = quarters.rows[i].key;
        INFO(key.toStdString());
        CHECK(cellOf(report, "quarters", key, "at") == from);
        CHECK(cellOf(report, "quarters", key, "arrivals") == passed(day, {}, true, from, from + quarter));
        CHECK(cellOf(report, "quarters", key, "exits") == passed(day, {}, false, from, from + quarter));
        CHECK(cellOf(report, "quarters", key, "present") == presentIn(day, {}, from + quarter));
        for (const char *zone : {"A", "D", "H"}) {
            const auto column = QByteArray("zone_") + zone;
            CHECK(cellOf(report, "presence", key, column) == mostIn(day, q(zone), from, from + quarter));
            CHECK(cellOf(report, "zone_arrivals", key, column) == passed(day, q(zone), true, from, from + quarter));
            CHECK(cellOf(report, "zone_exits", key, column) == passed(day, q(zone), false, from, from + quarter));
        }
    }
}

void checkGuests(const TrueDay &day, const report::Report &report)
{
    qint64 signedIn = 0;
    qint64 ofList = 0;
    qint64 walkIns = 0;
    qint64 companions = 0;
    qint64 returned = 0;
    qint64 vips = 0;
    qint64 buyers = 0;
    std::map<QString, qint64> bySource;
    std::map<QString, qint64> buyersBySource;
    std::map<int, qint64> byRating;
    for (const auto &guest : day.guests) {
        if (guest.signIns == 0) {
            continue;
        }
        ++signedIn;
        ofList += guest.isWalkIn ? 0 : 1;
        walkIns += guest.isWalkIn ? 1 : 0;
        companions += guest.companionsMost;
        returned += guest.signIns > 1 ? 1 : 0;
        vips += guest.classCode == q("vip") ? 1 : 0;
        buyers += guest.isBuyer ? 1 : 0;
        if (!guest.source.isEmpty()) {
            ++bySource[guest.source];
            buyersBySource[guest.source] += guest.isBuyer ? 1 : 0;
            ++byRating[guest.rating];
        }
    }
    CHECK(valueOf(report, "invited") == 90);
    CHECK(valueOf(report, "signed_in") == signedIn);
    CHECK(valueOf(report, "turnout") == std::llround(double(ofList) * 1'000 / 90));
    CHECK(valueOf(report, "walk_ins") == walkIns);
    CHECK(valueOf(report, "companions") == companions);
    CHECK(valueOf(report, "returned") == returned);
    CHECK(valueOf(report, "vip_in") == vips);
    CHECK(valueOf(report, "provisional") == day.provisional);
    CHECK(valueOf(report, "buyers") == buyers);
    CHECK(cellOf(report, "classes", q("vip"), "signed_in") == vips);
    CHECK(cellOf(report, "classes", q("buyer"), "walk_ins") == walkIns);
    for (const auto &code : sourceCodes) {
        CHECK(cellOf(report, "answers_source", code, "guests") == bySource[code]);
        CHECK(cellOf(report, "answers_source", code, "buyers") == buyersBySource[code]);
    }
    qint64 rated = 0;
    qint64 satisfied = 0;
    for (const auto &[rating, guests] : byRating) {
        CHECK(cellOf(report, "answers_rating", QString::number(rating), "guests") == guests);
        rated += guests;
        satisfied += rating >= 4 ? guests : 0;
    }
    CHECK(valueOf(report, "satisfaction") == std::llround(double(satisfied) * 1'000 / double(rated)));
    CHECK(valueOf(report, "response_rate") == std::llround(double(rated) * 1'000 / double(signedIn)));
}

void checkSales(const TrueDay &day, const report::Report &report)
{
    qint64 amount = 0;
    qint64 count = 0;
    qint64 voided = 0;
    std::map<QString, qint64> byMerchant;
    std::map<qint64, qint64> byHour;
    for (const auto &sale : day.sales) {
        if (sale.isVoid) {
            ++voided;
            continue;
        }
        ++count;
        amount += sale.amount;
        byMerchant[sale.merchant] += sale.amount;
        byHour[sale.at / 3'600'000 * 3'600'000] += sale.amount;
    }
    CHECK(valueOf(report, "sales") == count);
    CHECK(valueOf(report, "sale_amount") == amount);
    CHECK(valueOf(report, "merchant_sale_amount") == amount);
    CHECK(valueOf(report, "voided") == voided);
    CHECK(valueOf(report, "subscriptions") == day.subscribed);
    CHECK(cellOf(report, "sales_by_zone", q("H"), "amount") == amount);
    for (const auto &[merchant, sum] : byMerchant) {
        CHECK(cellOf(report, "sales_by_merchant", merchant, "amount") == sum);
    }
    for (const auto &row : report.table(q("sales_by_hour"))->rows) {
        CHECK(row.cells[2].number == byHour[*row.cells[0].number]);
    }
    CHECK(valueOf(report, "prizes") == day.handed);
    CHECK(cellOf(report, "prizes", q("gift"), "handed") == day.handed);
}

/// The smallest that at least @p percent do not exceed.
std::optional<qint64> quantile(std::vector<qint64> values, int percent)
{
    std::ranges::sort(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if ((i + 1) * 100 >= values.size() * std::size_t(percent)) {
            return values[i];
        }
    }
    return std::nullopt;
}

void checkQueues(const TrueDay &day, const report::Report &report)
{
    std::vector<qint64> waits;
    std::vector<qint64> served;
    std::map<int, qint64> byCounter;
    for (const auto &ticket : day.tickets) {
        if (ticket.calledAt) {
            waits.push_back((*ticket.calledAt - ticket.issuedAt) / 1'000);
            ++byCounter[ticket.counter];
        }
        if (ticket.finishedAt) {
            served.push_back((*ticket.finishedAt - *ticket.arrivedAt) / 1'000);
        }
    }
    REQUIRE(waits.size() > 3);
    CHECK(valueOf(report, "numbers") == qint64(day.tickets.size()));
    CHECK(cellOf(report, "services", q("consult"), "called") == qint64(waits.size()));
    CHECK(cellOf(report, "services", q("consult"), "finished") == qint64(served.size()));
    CHECK(cellOf(report, "services", q("cashier"), "entered") == qint64(served.size()));
    CHECK(cellOf(report, "services", q("consult"), "wait_median") == quantile(waits, 50));
    CHECK(cellOf(report, "services", q("consult"), "wait_p90") == quantile(waits, 90));
    CHECK(cellOf(report, "services", q("consult"), "wait_max") == quantile(waits, 100));
    CHECK(cellOf(report, "services", q("consult"), "service_median") == quantile(served, 50));
    for (const auto &[counter, called] : byCounter) {
        CHECK(cellOf(report, "counters", q("consult@gate-%1").arg(counter), "called") == called);
    }
}

}  // namespace

TEST_CASE("days played by chance are evaluated as they were", "[report]")
{
    for (const quint64 seed : {1U, 2U, 3U}) {
        INFO("seed " << seed);
        TrueDay day(seed);
        day.play(260);
        const auto report = day.hall.evaluate();
        checkFlow(day, report);
        checkGuests(day, report);
        checkSales(day, report);
        checkQueues(day, report);
        REQUIRE(day.hall.isEqual());
        for (int device = 1; device < day.hall.count(); ++device) {
            INFO("two devices that know the same say the same, to the byte");
            const auto other = day.hall.evaluate(device);
            CHECK(other == report);
            CHECK(report::toJson(other) == report::toJson(report));
            CHECK(report::toHtml(other) == report::toHtml(report));
        }
    }
}
