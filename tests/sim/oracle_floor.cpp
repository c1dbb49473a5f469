// What must be true of each act on the floor when it is written down: counts, sales, gifts.
#include "tests/sim/oracle_floor.h"

#include "core/authority/epochs.h"
#include "core/journal/body.h"
#include "core/venue/units/units.h"

namespace muster::sim {
namespace {

const QString countedKind = QStringLiteral("zone.counted");

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

bool isSamePeriod(const Fact &a, const Fact &b)
{
    return a.number("day") == b.number("day") && a.number("hall") == b.number("hall");
}

}  // namespace

void FloorOracle::learn(const Fact &fact, const Asks &isKnown, const std::function<People()> &people)
{
    if (fact.kind == epochs::kind()) {
        if (const auto record = EpochRecord::fromCbor(fact.body)) {
            m_hubs.insert(record->hub);
        }
    } else if (fact.kind == QLatin1String("zone.recounted")) {
        checkRecount(fact, isKnown, people());
    } else if (fact.kind == QLatin1String("zone.count_undone")) {
        checkUndo(fact, isKnown);
    } else if (fact.kind == QLatin1String("sale.voided")) {
        checkVoid(fact);
    } else if (fact.kind == QLatin1String("prize.granted")) {
        checkGift(fact, isKnown);
    } else if (fact.kind == QLatin1String("draw.committed")) {
        checkCommit(fact, isKnown, people());
    } else if (fact.subject.startsWith(QLatin1String("attempt/"))) {
        checkStep(fact, isKnown);
    }
}

qint64 FloorOracle::dayOf(const Asks &isIn) const
{
    qint64 day = 0;
    for (const auto *reset : m_book.ofKind(QStringLiteral("day.reset"), isIn)) {
        day = std::max(day, reset->number("day"));
    }
    return day;
}

bool FloorOracle::isUndone(const Fact &count, const Asks &isIn) const
{
    return !about(QStringLiteral("undone/") + count.hash.toHex(), isIn).empty();
}

bool FloorOracle::isVoid(const Fact &sale, const Asks &isIn) const
{
    return !about(QStringLiteral("void/") + sale.hash.toHex(), isIn).empty();
}

/// A recount takes as seen what its device had added up: scans, and what gates had counted.
void FloorOracle::checkRecount(const Fact &fact, const Asks &isKnown, const People &people)
{
    qint64 counted = 0;
    for (const auto *count : about(fact.subject, isKnown)) {
        const bool isIn = count->kind == countedKind && isSamePeriod(*count, fact) && !isUndone(*count, isKnown);
        counted += isIn ? count->number("delta") : 0;
    }
    m_absorbed[fact.hash] = counted;
    const auto scanned = people.persons.find(fact.text("zone"));
    const qint64 sum = counted + (scanned == people.persons.end() ? 0 : scanned->second);
    if (people.isExact && fact.number("base") != sum) {
        m_violate(QStringLiteral("recount %1 of zone %2 takes %3 as counted before, its device knew of %4")
                      .arg(shortOf(fact.hash), fact.text("zone"))
                      .arg(fact.number("base"))
                      .arg(sum));
    }
}

/// What was taken back, or mended by a recount, is not taken back again by whoever knows it.
void FloorOracle::checkUndo(const Fact &fact, const Asks &isKnown) const
{
    const auto *count = m_book.find(fact.hashIn("target"));
    if (count == nullptr || !fact.known.empty()) {
        m_violate(QStringLiteral("a count is taken back by %1, and is none any more").arg(shortOf(fact.hash)));
        return;
    }
    auto recounts = about(count->subject, isKnown);
    std::erase_if(recounts, [&](const Fact *one) { return one->kind == countedKind || !isSamePeriod(*one, *count); });
    const auto *anchor = FactBook::lastOf(recounts);
    if (anchor != nullptr && anchor->known.contains(count->hash)) {
        m_violate(QStringLiteral("count %1 is taken back by %2 after a recount that had seen it")
                      .arg(shortOf(count->hash), shortOf(fact.hash)));
    }
}

void FloorOracle::checkVoid(const Fact &fact) const
{
    if (!fact.known.empty()) {
        m_violate(QStringLiteral("a sale is voided by %1 although it was void").arg(shortOf(fact.hash)));
    }
}

/// A sale of the day that stands, or a unit that the household has.
bool FloorOracle::hasBought(const QByteArray &guest, const Asks &isIn) const
{
    const auto day = dayOf(isIn);
    const auto sales = about(QStringLiteral("sold/") + QString::fromLatin1(guest.toHex()), isIn);
    const bool hasSale = std::ranges::any_of(
        sales, [&](const Fact *sale) { return sale->number("day") == day && !isVoid(*sale, isIn); });
    for (int i = 0; i < Genesis::unitCount && !hasSale; ++i) {
        const auto *last = FactBook::lastOf(about(QStringLiteral("unit/") + Genesis::unitOf(i), isIn));
        const auto phase = last == nullptr ? units::Phase::Free : units::Phase(last->number("phase"));
        if ((phase == units::Phase::Subscribed || phase == units::Phase::Signed) && last->bytes("guest") == guest) {
            return true;
        }
    }
    return hasSale;
}

/// A gift with purchase goes to whom, as far as the desk knew, a sale stands for; what a draw gives, to who won.
void FloorOracle::checkGift(const Fact &fact, const Asks &isKnown) const
{
    static const auto plan = Genesis::plan();
    const auto *prize = findByCode(plan.prizes, fact.text("prize"));
    if (prize == nullptr) {
        return;
    }
    if (prize->act == PrizeAct::Purchase && !hasBought(fact.bytes("guest"), isKnown)) {
        m_violate(QStringLiteral("gift %1 goes to a guest who bought nothing").arg(shortOf(fact.hash)));
    }
    if (prize->act != PrizeAct::Draw) {
        return;
    }
    bool hasWon = false;
    for (const auto &draw : plan.draws) {
        for (const auto &attempt :
             draw.prize == prize->code ? attemptsOf(draw.code, isKnown) : std::vector<Attempt>()) {
            hasWon = hasWon || std::ranges::any_of(attempt.places, [&](const draws::Place &place) {
                         return place.guest.toBytes() == fact.bytes("guest") && !place.isAbsent;
                     });
        }
    }
    if (!hasWon) {
        m_violate(QStringLiteral("prize %1 of a draw goes to a guest who did not win").arg(shortOf(fact.hash)));
    }
}

}  // namespace muster::sim
