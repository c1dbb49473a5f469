// What every device must show of the floor when everything has healed.
#include "core/journal/body.h"
#include "core/venue/day/tally.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/units/sales.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/headcount.h"
#include "tests/sim/oracle_floor.h"

namespace muster::sim {
namespace {

const QString countedKind = QStringLiteral("zone.counted");
const QString recountedKind = QStringLiteral("zone.recounted");

}  // namespace

void FloorOracle::checkEnd(const std::vector<Station *> &stations, const DayEnd &end, const People &people) const
{
    std::map<QString, QJsonObject> protocols;
    for (auto *station : stations) {
        checkZones(*station, end, people);
        checkSales(*station, end);
        checkRecoveries(*station, end);
        checkDraws(*station, end, protocols);
        checkRegisters(*station, end);
    }
}

/// Heads that somebody counted, and since then scans and counts that they had not seen; never fewer than nobody
/// without a word.
void FloorOracle::checkZones(Station &station, const DayEnd &end, const People &people) const
{
    const auto day = dayOf(end.isOfTheDay);
    qint64 persons = 0;
    for (const auto &zone : Genesis::plan().zones) {
        Facts counts;
        Facts recounts;
        for (const auto *fact : about(QStringLiteral("zone/") + zone.code, end.isOfTheDay)) {
            if (fact->number("day") == day) {
                (fact->kind == countedKind ? counts : recounts).push_back(fact);
            }
        }
        const auto *anchor = FactBook::lastOf(recounts);
        qint64 exact = anchor == nullptr ? 0 : anchor->number("value");
        for (const auto *count : counts) {
            const bool isSeen = anchor != nullptr && anchor->known.contains(count->hash);
            exact += isSeen || isUndone(*count, end.isOfTheDay) ? 0 : count->number("delta");
        }
        zones::Headcount shown;
        qint64 scanned = 0;
        std::ignore = station.device().journal().read([&](State &state) {
            shown = zones::headcount(state, zone.code);
            scanned = tally::of(state, QStringLiteral("zone:") + zone.code);
        });
        persons += shown.persons - scanned;
        const auto there = people.persons.find(zone.code);
        scanned = !people.isExact ? scanned : there == people.persons.end() ? 0 : there->second;
        exact += anchor == nullptr ? scanned : scanned - (anchor->number("base") - m_absorbed.at(anchor->hash));
        if (shown.exact != exact) {
            m_violate(QStringLiteral("device %1 has %2 persons in zone %3, scans and counts make %4")
                          .arg(station.index())
                          .arg(shown.exact)
                          .arg(zone.code)
                          .arg(exact));
        }
        if (shown.persons != std::max<qint64>(shown.exact, 0) || (shown.exact < 0 && !shown.isUnsure)) {
            m_violate(QStringLiteral("device %1 shows %2 persons in zone %3, sure of it, where sums say %4")
                          .arg(station.index())
                          .arg(shown.persons)
                          .arg(zone.code)
                          .arg(shown.exact));
        }
    }
    // And those whom a device let in that did not know the plan yet: they are in no zone.
    std::ignore =
        station.device().journal().read([&](State &state) { persons += tally::of(state, QStringLiteral("inside")); });
    if (const auto all = station.device().day().headcount; all != std::max<qint64>(persons, 0)) {
        m_violate(QStringLiteral("device %1 shows %2 persons in the hall, its zones have %3")
                      .arg(station.index())
                      .arg(all.value_or(-1))
                      .arg(persons));
    }
}

void FloorOracle::checkSales(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    sales::Sum all;
    sales::Sum voided;
    for (const auto *sale : m_book.ofKind(sales::recordedKind(), end.isOfTheDay)) {
        if (sale->number("day") == day) {
            auto &sum = isVoid(*sale, end.isOfTheDay) ? voided : all;
            ++sum.count;
            sum.amount += sale->number("amount");
        }
    }
    sales::Totals totals;
    std::ignore = station.device().journal().read(
        [&](State &state) { totals = sales::totals(sales::all(state), Genesis::plan()); });
    if (totals.all != all || totals.voided != voided) {
        m_violate(QStringLiteral("device %1 has sold for %2 and voided %3, the sales make %4 and %5")
                      .arg(station.index())
                      .arg(totals.all.amount)
                      .arg(totals.voided.amount)
                      .arg(all.amount)
                      .arg(voided.amount));
    }
}

/// Each gift whose purchase does not stand any more is asked back once, and no other.
void FloorOracle::checkRecoveries(Station &station, const DayEnd &end) const
{
    const auto plan = Genesis::plan();
    std::multiset<OperationHash> wanted;
    for (const auto *given : m_book.ofKind(prizes::grantedKind(), end.isOfTheDay)) {
        const auto ends = about(QStringLiteral("given/") + given->hash.toHex(), end.isOfTheDay);
        const bool isCancelled =
            !ends.empty() && std::ranges::all_of(ends, [](const Fact *one) { return one->number("how") == 1; });
        const auto *prize = findByCode(plan.prizes, given->text("prize"));
        const bool isEarned = hasBought(given->bytes("guest"), end.isOfTheDay);
        if (prize != nullptr && prize->act == PrizeAct::Purchase && !isCancelled && !isEarned) {
            wanted.insert(given->hash);
        }
    }
    std::multiset<OperationHash> found;
    std::ignore = station.device().journal().read([&](State &state) {
        for (const auto &given : prizes::recoveries(state, plan)) {
            found.insert(given.operation);
        }
    });
    if (found != wanted) {
        m_violate(QStringLiteral("device %1 asks %2 gifts back, %3 were not earned")
                      .arg(station.index())
                      .arg(found.size())
                      .arg(wanted.size()));
    }
}

/// Things that are lent, and whose guest is whose: the last word counts.
void FloorOracle::checkRegisters(Station &station, const DayEnd &end) const
{
    const auto day = dayOf(end.isOfTheDay);
    std::ignore = station.device().journal().read([&](State &state) {
        std::set<QString> out;
        for (const auto &stay : custody::out(state, 1'000)) {
            out.insert(stay.tag);
        }
        for (const auto &[subject, hashes] : m_book.bySubject()) {
            if (subject.startsWith(QLatin1String("tag/"))) {
                auto facts = about(subject, end.isOfTheDay);
                std::erase_if(facts, [&](const Fact *fact) { return fact->number("day") != day; });
                const auto *last = FactBook::lastOf(facts);
                const bool isOut = last != nullptr && last->body.value(key("out")).toBool();
                if (isOut != out.contains(subject.mid(4))) {
                    m_violate(QStringLiteral("device %1: %2 is lent, or is not").arg(station.index()).arg(subject));
                }
            } else if (subject.startsWith(QLatin1String("owner/"))) {
                const auto *last = FactBook::lastOf(about(subject, end.isOfTheDay));
                const auto guest = GuestId::fromHex(subject.mid(6)).value_or(GuestId{});
                if (last != nullptr && queues::ownerOf(state, guest) != last->text("consultant")) {
                    m_violate(QStringLiteral("device %1: %2 is somebody else's").arg(station.index()).arg(subject));
                }
            }
        }
    });
}

}  // namespace muster::sim
