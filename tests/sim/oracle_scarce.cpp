// What must be true of each decision about what is given once, when it is made.
#include "tests/sim/oracle_scarce.h"

#include "core/journal/body.h"
#include "core/venue/queues/queue_states.h"
#include "core/venue/units/units.h"

namespace muster::sim {
namespace {

const QString issuedKind = QStringLiteral("queue.issued");
const QString ticketKind = QStringLiteral("queue.stepped");
const QString unitKind = QStringLiteral("unit.stepped");
const QString endedKind = QStringLiteral("prize.ended");
const QString grantedKind = QStringLiteral("authority.granted");

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

}  // namespace

bool ScarceOracle::isContender(const Fact &fact)
{
    const auto step = fact.number("step");
    return (fact.kind == ticketKind && step == qint64(queues::Step::Called)) ||
           (fact.kind == unitKind && (step == qint64(units::Step::Hold) || step == qint64(units::Step::Subscribe)));
}

void ScarceOracle::learn(const Fact &fact, const Asks &isKnown)
{
    if (fact.kind == ticketKind) {
        checkStep(fact);
    } else if (fact.kind == unitKind) {
        checkUnit(fact);
    } else if (fact.kind == issuedKind) {
        checkIssue(fact, isKnown);
    } else if (fact.kind == grantedKind) {
        checkGrant(fact, isKnown);
    } else if (fact.kind == endedKind) {
        checkEnded(fact, isKnown);
    } else if (fact.kind == QLatin1String("prize.granted")) {
        checkBudget(fact, isKnown);
    }
}

void ScarceOracle::told(const Act &act, const Answer &answer) { m_told.emplace_back(act, answer); }

bool ScarceOracle::isLive(const QString &ticket, const Asks &isKnown) const
{
    const auto *last = FactBook::lastOf(about(QStringLiteral("ticket/") + ticket, isKnown));
    return last == nullptr || !queues::isOver(queues::Phase(last->number("phase")));
}

/// No step that cannot follow the one before, as far as the counter knew: nobody is called who is at a counter or gone.
void ScarceOracle::checkStep(const Fact &fact) const
{
    const auto *last =
        FactBook::lastOf(about(fact.subject, [&](const auto &hash) { return fact.known.contains(hash); }));
    const auto phase = last == nullptr ? queues::Phase::Waiting : queues::Phase(last->number("phase"));
    const auto step = queues::Step(fact.number("step"));
    if (!queues::isLegal(phase, step)) {
        m_violate(QStringLiteral("%1 takes the step %2 (%3) although it is %4")
                      .arg(fact.subject, queues::toString(step), shortOf(fact.hash), queues::toString(phase)));
    }
}

/// No household is given a unit that, as far as the desk knew, another one has.
void ScarceOracle::checkUnit(const Fact &fact) const
{
    const auto *last =
        FactBook::lastOf(about(fact.subject, [&](const auto &hash) { return fact.known.contains(hash); }));
    const auto phase = last == nullptr ? units::Phase::Free : units::Phase(last->number("phase"));
    const bool isOthers = phase == units::Phase::Subscribed || phase == units::Phase::Signed ||
                          phase == units::Phase::Withdrawn ||
                          (phase == units::Phase::Held && last->bytes("guest") != fact.bytes("guest"));
    if (isContender(fact) && isOthers) {
        m_violate(QStringLiteral("%1 is given away by %2 although it is %3")
                      .arg(fact.subject, shortOf(fact.hash), units::toString(phase)));
    }
}

/// Nobody is given a second number of a series by a device that knows of the first.
void ScarceOracle::checkIssue(const Fact &fact, const Asks &isKnown) const
{
    for (const auto *other : about(fact.subject, isKnown)) {
        if (!fact.subject.isEmpty() && other->kind == issuedKind && other->request != fact.request &&
            isLive(other->request.toHex(), isKnown)) {
            m_violate(QStringLiteral("number %1 is given to a guest who has %2 as the device knows")
                          .arg(fact.text("number"), other->text("number")));
        }
    }
}

/// Nor does the hub grant two to one guest at different devices.
void ScarceOracle::checkGrant(const Fact &fact, const Asks &isKnown) const
{
    const auto claim = fact.text("claim");
    if (!claim.startsWith(QLatin1String("number/"))) {
        return;
    }
    std::set<RequestId> over;
    std::set<QByteArray> ended;
    for (const auto &[hash, other] : m_book.all()) {
        const bool isEnd = other.kind == QLatin1String("authority.declined") ||
                           other.kind == QLatin1String("authority.voided") || other.kind == issuedKind;
        if (!isEnd || !isKnown(hash)) {
            continue;
        }
        if (other.kind != issuedKind || !isLive(other.request.toHex(), isKnown)) {
            over.insert(other.request);
            for (const auto &grant : other.body.value(key("grants")).toArray()) {
                ended.insert(grant.toByteArray());
            }
        }
    }
    for (const auto *other : about(fact.subject, isKnown)) {
        const bool isLost = std::ranges::any_of(m_book.all(), [&](const auto &entry) {
            const bool isEnd = entry.second.kind == QLatin1String("rights.lost") ||
                               entry.second.kind == QLatin1String("devices.revoked");
            return isEnd && isKnown(entry.first) && entry.second.bytes("device") == other->bytes("device");
        });
        if (other->bytes("device") != fact.bytes("device") && other->request != fact.request &&
            !over.contains(other->request) && !ended.contains(other->hash.toBytes()) && !isLost) {
            m_violate(QStringLiteral("the hub grants two numbers to one guest: %1 and %2")
                          .arg(shortOf(other->hash), shortOf(fact.hash)));
        }
    }
}

/// A desk that is cut off gives no more than its budget, and none of a prize that has no budget.
void ScarceOracle::checkBudget(const Fact &fact, const Asks &isKnown) const
{
    if (fact.body.value(key("by_right")).toBool()) {
        return;
    }
    static const auto plan = Genesis::plan();
    const auto *prize = findByCode(plan.prizes, fact.text("prize"));
    int given = 1;
    for (const auto &[hash, other] : m_book.all()) {
        const bool isSame = other.kind == fact.kind && other.author == fact.author &&
                            other.text("prize") == fact.text("prize") && !other.body.value(key("by_right")).toBool();
        const auto ends = isSame && isKnown(hash) ? about(QStringLiteral("given/") + hash.toHex(), isKnown) : Facts();
        const bool isCancelled =
            !ends.empty() && std::ranges::all_of(ends, [](const Fact *end) { return end->number("how") == 1; });
        given += isSame && isKnown(hash) && !isCancelled ? 1 : 0;
    }
    if (prize == nullptr || given > prize->budget) {
        m_violate(QStringLiteral("a desk gives %1 of %2 by its budget").arg(given).arg(fact.text("prize")));
    }
}

/// A prize is handed over or cancelled once, as far as the desk knew; and cancelled by the desk that has set it aside,
/// or for one that is lost.
void ScarceOracle::checkEnded(const Fact &fact, const Asks &isKnown) const
{
    if (!fact.known.empty()) {
        m_violate(QStringLiteral("%1 was ended by %2 although %3 was known")
                      .arg(fact.subject, shortOf(fact.hash), shortOf(*fact.known.begin())));
    }
    const auto *given = m_book.find(fact.hashIn("given"));
    if (given == nullptr || fact.number("how") == 0 || given->author == fact.author) {
        return;
    }
    const auto losses = m_book.ofKind(QStringLiteral("rights.lost"), isKnown);
    const bool isLost = std::ranges::any_of(losses, [&](const Fact *loss) {
        const auto lives = loss->body.value(key("lives")).toArray();
        return loss->bytes("device") == given->author.origin.toBytes() &&
               lives.contains(qint64(given->author.incarnation));
    });
    if (!isLost) {
        m_violate(
            QStringLiteral("%1 is cancelled by %2, which had not set it aside").arg(fact.subject, shortOf(fact.hash)));
    }
}

}  // namespace muster::sim
