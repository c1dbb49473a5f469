// What must be true of each decision about what is given once, when it is made.
#include "tests/sim/oracle_scarce.h"

#include "core/journal/body.h"
#include "core/venue/queue_states.h"
#include "core/venue/units.h"

namespace muster::sim {
namespace {

const QString issuedKind = QStringLiteral("queue.issued");
const QString ticketKind = QStringLiteral("queue.stepped");
const QString unitKind = QStringLiteral("unit.stepped");
const QString endedKind = QStringLiteral("prize.ended");
const QString grantedKind = QStringLiteral("authority.granted");

QString hexOf(const QCborMap &body, const char *name)
{
    return QString::fromLatin1(body.value(key(name)).toByteArray().toHex());
}

QString shortOf(const OperationHash &hash) { return hash.toHex().left(8); }

}  // namespace

QString ScarceOracle::Fact::text(const char *name) const { return body.value(key(name)).toString(); }
qint64 ScarceOracle::Fact::number(const char *name) const { return body.value(key(name)).toInteger(); }
QByteArray ScarceOracle::Fact::bytes(const char *name) const { return body.value(key(name)).toByteArray(); }
bool ScarceOracle::Fact::isByHub() const { return !body.value(key("provisional")).toBool(); }

QString ScarceOracle::subjectOf(const Operation &operation, const QCborMap &body)
{
    if (operation.kind == issuedKind && body.contains(key("guest"))) {
        return QStringLiteral("number/%1/%2").arg(body.value(key("series")).toString(), hexOf(body, "guest"));
    }
    if (operation.kind == ticketKind) {
        return QStringLiteral("ticket/") + hexOf(body, "ticket");
    }
    if (operation.kind == unitKind) {
        return QStringLiteral("unit/") + body.value(key("unit")).toString();
    }
    if (operation.kind == QLatin1String("prize.granted")) {
        return QStringLiteral("prize/%1/%2").arg(body.value(key("prize")).toString(), hexOf(body, "guest"));
    }
    if (operation.kind == endedKind) {
        return QStringLiteral("given/") + hexOf(body, "given");
    }
    if (operation.kind == QLatin1String("queue.counter")) {
        return QStringLiteral("counter/") + body.value(key("counter")).toString();
    }
    if (operation.kind == QLatin1String("clash.judged")) {
        return QStringLiteral("clash/") + hexOf(body, "conflict");
    }
    return operation.kind == grantedKind ? QStringLiteral("claim/") + body.value(key("claim")).toString() : QString();
}

QString ScarceOracle::describe(const Operation &operation)
{
    const auto body = operation.bodyMap().value_or(QCborMap());
    const auto subject = subjectOf(operation, body);
    return subject.isEmpty() || !body.contains(key("step")) ? subject
                                                            : QStringLiteral("%1 step %2 v%3 after %4")
                                                                  .arg(subject)
                                                                  .arg(body.value(key("step")).toInteger())
                                                                  .arg(body.value(key("version")).toInteger())
                                                                  .arg(hexOf(body, "previous").left(8));
}

bool ScarceOracle::isContender(const Fact &fact)
{
    const auto step = fact.number("step");
    return (fact.kind == ticketKind && step == qint64(queues::Step::Called)) ||
           (fact.kind == unitKind && (step == qint64(units::Step::Hold) || step == qint64(units::Step::Subscribe)));
}

void ScarceOracle::learn(int station, const Operation &operation, const Asks &isKnown)
{
    Q_UNUSED(station);
    Fact fact{operation.hash,
              operation.kind,
              {operation.origin, operation.incarnation},
              operation.time,
              operation.request,
              operation.bodyMap().value_or(QCborMap()),
              {},
              {},
              {}};
    fact.subject = subjectOf(operation, fact.body);
    for (const auto &value : fact.body.value(key("post")).toArray()) {
        const auto row = value.toArray();
        fact.postings.push_back(
            {row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), row.at(3).toInteger()});
    }
    const bool isWatched = !fact.subject.isEmpty() || !fact.postings.empty() ||
                           fact.kind == QLatin1String("rights.lost") || fact.kind == issuedKind ||
                           fact.kind == QLatin1String("devices.revoked") ||
                           fact.kind.startsWith(QLatin1String("authority."));
    if (!isWatched) {
        return;
    }
    if (!fact.subject.isEmpty()) {
        auto &others = m_bySubject[fact.subject];
        std::ranges::copy_if(others, std::inserter(fact.known, fact.known.end()), isKnown);
        others.push_back(fact.hash);
    }
    if (fact.kind == ticketKind) {
        checkCall(fact);
    } else if (fact.kind == unitKind) {
        checkUnit(fact);
    } else if (fact.kind == issuedKind) {
        checkIssue(fact, isKnown);
    } else if (fact.kind == grantedKind) {
        checkGrant(fact, isKnown);
    } else if (fact.kind == endedKind) {
        checkEnded(fact);
    } else if (fact.kind == QLatin1String("prize.granted")) {
        checkBudget(fact, isKnown);
    }
    m_facts.emplace(operation.hash, std::move(fact));
}

void ScarceOracle::told(const Act &act, const Answer &answer) { m_told.emplace_back(act, answer); }

ScarceOracle::Facts ScarceOracle::about(const QString &subject, const Asks &isIn) const
{
    Facts facts;
    const auto found = m_bySubject.find(subject);
    for (const auto &hash : found == m_bySubject.end() ? std::vector<OperationHash>() : found->second) {
        const auto fact = m_facts.find(hash);
        if (fact != m_facts.end() && isIn(hash)) {
            facts.push_back(&fact->second);
        }
    }
    return facts;
}

const ScarceOracle::Fact *ScarceOracle::lastOf(const Facts &facts)
{
    const auto last = std::ranges::max_element(facts, {}, [](const Fact *fact) { return fact->rank(); });
    return last == facts.end() ? nullptr : *last;
}

bool ScarceOracle::isLive(const QString &ticket, const Asks &isKnown) const
{
    const auto *last = lastOf(about(QStringLiteral("ticket/") + ticket, isKnown));
    return last == nullptr || !queues::isOver(queues::Phase(last->number("phase")));
}

/// Nobody is called who, as far as the counter knew, is at a counter or gone.
void ScarceOracle::checkCall(const Fact &fact) const
{
    const auto *last = lastOf(about(fact.subject, [&](const auto &hash) { return fact.known.contains(hash); }));
    if (isContender(fact) && last != nullptr &&
        !queues::isLegal(queues::Phase(last->number("phase")), queues::Step::Called)) {
        m_violate(QStringLiteral("ticket %1 is called by %2 although it is %3")
                      .arg(fact.subject, shortOf(fact.hash), queues::toString(queues::Phase(last->number("phase")))));
    }
}

/// No household is given a unit that, as far as the desk knew, another one has.
void ScarceOracle::checkUnit(const Fact &fact) const
{
    const auto *last = lastOf(about(fact.subject, [&](const auto &hash) { return fact.known.contains(hash); }));
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
    for (const auto &[hash, other] : m_facts) {
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
        const bool isLost = std::ranges::any_of(m_facts, [&](const auto &entry) {
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
    for (const auto &[hash, other] : m_facts) {
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

/// A prize is handed over or cancelled once, as far as the desk knew.
void ScarceOracle::checkEnded(const Fact &fact) const
{
    if (!fact.known.empty()) {
        m_violate(QStringLiteral("%1 was ended by %2 although %3 was known")
                      .arg(fact.subject, shortOf(fact.hash), shortOf(*fact.known.begin())));
    }
}

}  // namespace muster::sim
