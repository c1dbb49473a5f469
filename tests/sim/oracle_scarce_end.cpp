// What must be true of what is given once when everything has healed.
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/rights.h"
#include "tests/sim/oracle_scarce.h"

namespace muster::sim {
namespace {

bool isWatched(const QString &resource)
{
    // Places come home by a way of their own, which the oracle of the door follows.
    return !resource.startsWith(QLatin1String("place/"));
}

bool isPool(const QString &holder) { return holder == QLatin1String("mint") || holder == QLatin1String("used"); }

}  // namespace

ScarceOracle::Accounts ScarceOracle::accountsOf(const End &end) const
{
    Accounts accounts;
    for (const auto &[hash, fact] : m_book.all()) {
        if (!end.isOfTheDay(hash)) {
            continue;
        }
        for (const auto &posting : fact.postings) {
            if (isWatched(posting.resource)) {
                accounts.balances[posting.resource][posting.from] -= posting.count;
                accounts.balances[posting.resource][posting.to] += posting.count;
            }
        }
        const auto device = DeviceId::fromBytes(fact.bytes("device"));
        if (fact.kind == rights::lostKind() && device) {
            for (const auto &life : fact.body.value(key("lives")).toArray()) {
                accounts.setAside.insert(ledger::holder({*device, Incarnation{quint64(life.toInteger())}}));
            }
        }
    }
    return accounts;
}

std::map<QString, ScarceOracle::Waiting> ScarceOracle::ticketsOf(const End &end) const
{
    std::map<QString, Waiting> tickets;
    for (const auto &[hash, fact] : m_book.all()) {
        if (fact.kind == QLatin1String("queue.issued") && end.isOfTheDay(hash)) {
            const auto id = QStringLiteral("ticket/") + fact.request.toHex();
            auto &ticket = tickets[id];
            const auto *last = FactBook::lastOf(about(id, end.isOfTheDay));
            const bool isFirst = ticket.issue == nullptr || fact.rank() < ticket.issue->rank();
            ticket.issue = isFirst ? &fact : ticket.issue;
            ticket.last = last != nullptr ? last : ticket.issue;
        }
    }
    return tickets;
}

bool ScarceOracle::isOpen(const QString &counter, const End &end) const
{
    const auto *last = FactBook::lastOf(about(QStringLiteral("counter/") + counter, end.isOfTheDay));
    return last != nullptr && last->body.value(key("open")).toBool();
}

void ScarceOracle::checkHome(const std::vector<Station *> &stations, const End &end)
{
    if (end.areRightsAmiss) {
        return;
    }
    const auto accounts = accountsOf(end);
    std::map<QString, int> linked;
    for (auto *station : stations) {
        linked[ledger::holder(station->device().journal().self())] = station->index();
    }
    const auto plan = Genesis::plan();
    std::map<std::pair<QString, QString>, int> onDeck;
    for (const auto &[id, ticket] : ticketsOf(end)) {
        const auto phase = queues::Phase(ticket.last->number("phase"));
        if (queues::isOver(phase)) {
            continue;
        }
        std::vector<QString> holders;
        const auto balances = accounts.balances.find(id);
        for (const auto &[holder, count] :
             balances == accounts.balances.end() ? std::map<QString, qint64>() : balances->second) {
            if (count > 0 && !isPool(holder) && !accounts.setAside.contains(holder)) {
                holders.push_back(holder);
            }
        }
        const auto number = ticket.issue->text("number");
        if (holders.size() != 1 || !linked.contains(holders.front())) {
            m_violate(QStringLiteral("the right of number %1 lies in %2 accounts, %3")
                          .arg(number)
                          .arg(holders.size())
                          .arg(holders.empty() ? QString() : holders.front()));
            continue;
        }
        const int index = linked.at(holders.front());
        const auto *service = findByCode(plan.services, ticket.last->text("service"));
        const auto *station = findByCode(plan.stations, Genesis::stationOf(index));
        if (index == stations.front()->index() || queues::isAtCounter(phase) || service == nullptr ||
            station == nullptr) {
            continue;
        }
        const auto counter = ticket.last->text("counter");
        const auto person = ticket.last->text("person");
        const auto deckPhase = service->batchSize > 0 ? queues::Phase::Ready : queues::Phase::Waiting;
        const bool isTheirs = (counter.isEmpty() || counter == station->code) &&
                              (person.isEmpty() || person == Genesis::consultantAt(index)) && !service->isOwned;
        const bool isOfUse = phase == deckPhase && isTheirs && isOpen(station->code, end) &&
                             station->services.contains(service->code) &&
                             ++onDeck[{holders.front(), service->code}] <= service->onDeck;
        if (!isOfUse) {
            m_violate(QStringLiteral("number %1 waits in vain with device %2").arg(number).arg(index));
        }
    }
}

void ScarceOracle::checkEnd(const std::vector<Station *> &stations, const End &end)
{
    const auto accounts = accountsOf(end);
    checkAccounts(*stations.front(), end, accounts);
    checkTold(end);
    const auto expected = clashesOf(end, accounts);
    m_clashCount = expected.size();
    for (auto *station : stations) {
        checkClashes(*station, end, expected);
    }
    if (end.areRightsAmiss) {
        return;
    }
    for (const auto &[id, ticket] : ticketsOf(end)) {
        const auto phase = queues::Phase(ticket.last->number("phase"));
        const bool isInLine =
            phase == queues::Phase::Waiting || phase == queues::Phase::Ready || phase == queues::Phase::Batched;
        const auto isServing = [&](const Station *station) {
            const auto counter = ticket.last->text("counter");
            const auto person = ticket.last->text("person");
            return (counter.isEmpty() || counter == Genesis::stationOf(station->index())) &&
                   (person.isEmpty() || person == Genesis::consultantAt(station->index()));
        };
        if (isInLine && std::ranges::any_of(stations, isServing)) {
            m_violate(QStringLiteral("number %1 waits and no counter calls it").arg(ticket.issue->text("number")));
        }
    }
}

/// Nobody gave away more than came to them, and the devices' books say the same as these.
void ScarceOracle::checkAccounts(Station &hub, const End &end, const Accounts &accounts) const
{
    std::ignore = hub.device().journal().read([&](State &state) {
        for (const auto &[resource, balances] : accounts.balances) {
            for (const auto &[holder, count] : balances) {
                if (count < 0 && !isPool(holder) && !end.areRightsAmiss) {
                    m_violate(QStringLiteral("%1 gave away more of %2 than it had").arg(holder.left(8), resource));
                } else if (!isPool(holder) && ledger::balance(state, resource, holder) != count) {
                    m_violate(QStringLiteral("the books say that %1 has %2 of %3, the operations make %4")
                                  .arg(holder.left(8))
                                  .arg(ledger::balance(state, resource, holder))
                                  .arg(resource)
                                  .arg(count));
                }
            }
        }
    });
}

/// What was told of queues and prizes is what was written down.
void ScarceOracle::checkTold(const End &end) const
{
    std::map<QString, RequestId> numbers;
    for (const auto &[act, answer] : m_told) {
        const auto fact = answer.operation ? m_book.all().find(*answer.operation) : m_book.all().end();
        const bool isYes = answer.outcome == Outcome::Done || answer.outcome == Outcome::Granted;
        if (!isYes || fact == m_book.all().end() || !end.isOfTheDay(fact->first)) {
            continue;  // That it is kept is asked of everything that is told.
        }
        QString wanted;
        if (std::holds_alternative<queues::Issue>(act.command)) {
            wanted = QStringLiteral("queue.issued");
        } else if (std::holds_alternative<prizes::Redeem>(act.command)) {
            wanted = QStringLiteral("prize.granted");
        } else if (std::holds_alternative<queues::Call>(act.command)) {
            wanted = QStringLiteral("queue.stepped");
        } else if (const auto *advance = std::get_if<queues::Advance>(&act.command)) {
            wanted = QStringLiteral("queue.stepped");
            if (answer.number != advance->ticket) {
                m_violate(QStringLiteral("number %1 goes on as %2").arg(advance->ticket, answer.number));
            }
        } else if (std::holds_alternative<units::Advance>(act.command)) {
            wanted = QStringLiteral("unit.stepped");
        }
        if (!wanted.isEmpty() && (fact->second.kind != wanted || fact->second.request != act.request)) {
            m_violate(QStringLiteral("a yes to %1 names %2").arg(wanted, fact->second.kind));
        }
        if (wanted == QLatin1String("queue.issued") && fact->second.text("number") != answer.number) {
            m_violate(QStringLiteral("number %1 was told as %2").arg(fact->second.text("number"), answer.number));
        }
        const auto issues = std::ranges::count_if(m_book.all(), [&](const auto &entry) {
            return entry.second.kind == QLatin1String("queue.issued") &&
                   QStringLiteral("ticket/") + entry.second.request.toHex() == fact->second.subject &&
                   entry.second.text("number") == answer.number && end.isOfTheDay(entry.first);
        });
        if (wanted == QLatin1String("queue.stepped") && issues == 0 && !end.areRightsAmiss) {
            m_violate(QStringLiteral("number %1 was called and never given").arg(answer.number));
        }
    }
}

std::map<ConflictId, ScarceOracle::Expected> ScarceOracle::clashesOf(const End &end, const Accounts &accounts) const
{
    std::map<ConflictId, Expected> expected;
    std::map<QString, std::set<OperationHash>> numbers;
    for (const auto &[id, ticket] : ticketsOf(end)) {
        numbers[ticket.issue->text("number")].insert(ticket.issue->hash);
    }
    for (const auto &[number, issues] : numbers) {
        if (issues.size() > 1) {
            expected[clashes::idFor(QStringLiteral("number_twice"), number)] = {issues, true};
            const bool isForked = std::ranges::any_of(
                issues, [&](const auto &hash) { return end.mayFork.contains(m_book.all().at(hash).author.origin); });
            if (!isForked && !end.areRightsAmiss) {
                m_violate(QStringLiteral("number %1 was given twice").arg(number));
            }
        }
    }
    for (const auto &[subject, hashes] : m_book.bySubject()) {
        const auto facts = about(subject, end.isOfTheDay);
        for (const auto *one : facts) {
            const bool isContested = isContender(*one) && std::ranges::any_of(facts, [&](const Fact *other) {
                                         return other != one && isContender(*other) &&
                                                !other->known.contains(one->hash) && !one->known.contains(other->hash);
                                     });
            if (isContested) {
                const bool isTicket = subject.startsWith(QLatin1String("ticket/"));
                const auto rule = isTicket ? QStringLiteral("called_twice") : QStringLiteral("unit_twice");
                expected[clashes::idFor(rule, subject.section(QLatin1Char('/'), 1))].rivals.insert(one->hash);
                if (!end.areRightsAmiss && !end.mayFork.contains(one->author.origin)) {
                    m_violate(QStringLiteral("%1 in %2 without a reason").arg(rule, subject));
                }
            }
        }
    }
    checkBatches(end);
    expectPrizes(end, accounts, expected);
    return expected;
}

/// Nobody is called to a tour by one who did not know that they were called already.
void ScarceOracle::checkBatches(const End &end) const
{
    for (const auto *one : end.areRightsAmiss ? Facts() : m_book.ofKind(queues::steppedKind(), end.isOfTheDay)) {
        const auto others = about(one->subject, end.isOfTheDay);
        const bool isContested = queues::Step(one->number("step")) == queues::Step::Batched &&
                                 std::ranges::any_of(others, [&](const Fact *other) {
                                     const auto step = queues::Step(other->number("step"));
                                     return (step == queues::Step::Batched || step == queues::Step::Called) &&
                                            other != one && !other->known.contains(one->hash) &&
                                            !one->known.contains(other->hash);
                                 });
        if (isContested && !end.mayFork.contains(one->author.origin)) {
            m_violate(QStringLiteral("%1 is called to a batch and elsewhere too").arg(one->subject));
        }
    }
}

/// More grants that stand than the limit allows are one conflict of them all; without a budget there are none.
void ScarceOracle::expectPrizes(const End &end, const Accounts &accounts,
                                std::map<ConflictId, Expected> &expected) const
{
    const auto plan = Genesis::plan();
    for (const auto &[subject, hashes] : m_book.bySubject()) {
        if (subject.startsWith(QLatin1String("given/"))) {
            expectOneEnd(subject, end, expected);
        }
        if (!subject.startsWith(QLatin1String("prize/"))) {
            continue;
        }
        std::set<OperationHash> standing;
        bool isSettledTwice = false;
        for (const auto *given : about(subject, end.isOfTheDay)) {
            int handed = 0;
            int cancelled = 0;
            for (const auto *ended : about(QStringLiteral("given/") + given->hash.toHex(), end.isOfTheDay)) {
                ++(ended->number("how") == 0 ? handed : cancelled);
            }
            isSettledTwice = isSettledTwice || (handed > 0 && cancelled > 0);
            if (handed > 0 || cancelled == 0) {
                standing.insert(given->hash);
            }
        }
        const auto *prize = findByCode(plan.prizes, subject.section(QLatin1Char('/'), 1, 1));
        if (prize == nullptr || int(standing.size()) <= prize->limit) {
            continue;
        }
        expected[clashes::idFor(QStringLiteral("prize_twice"), subject.section(QLatin1Char('/'), 1))] = {standing,
                                                                                                         true};
        bool isSetAside = false;
        const auto due = accounts.balances.find(QStringLiteral("due/") + subject.section(QLatin1Char('/'), 1));
        for (const auto &[holder, count] : due == accounts.balances.end() ? std::map<QString, qint64>() : due->second) {
            isSetAside = isSetAside || accounts.setAside.contains(holder);
        }
        const bool isForked = std::ranges::any_of(
            standing, [&](const auto &hash) { return end.mayFork.contains(m_book.all().at(hash).author.origin); });
        if (prize->cutOff != CutOffRule::Budget && !end.areRightsAmiss && !isSetAside && !isSettledTwice && !isForked) {
            m_violate(QStringLiteral("%1 was given %2 times").arg(subject).arg(standing.size()));
        }
    }
}

/// It is in somebody's hands, and somebody wrote down as well what became of it: one conflict of them all.
void ScarceOracle::expectOneEnd(const QString &subject, const End &end, std::map<ConflictId, Expected> &expected) const
{
    std::set<OperationHash> ends;
    bool isHanded = false;
    for (const auto *ended : about(subject, end.isOfTheDay)) {
        ends.insert(ended->hash);
        isHanded = isHanded || ended->number("how") == 0;
    }
    if (isHanded && ends.size() > 1) {
        expected[clashes::idFor(QStringLiteral("settled_twice"), subject.section(QLatin1Char('/'), 1))] = {ends, true};
    }
}

void ScarceOracle::checkClashes(Station &station, const End &end, const std::map<ConflictId, Expected> &expected) const
{
    std::set<ConflictId> found;
    std::ignore = station.device().journal().read([&](State &state) {
        for (const auto &clash : clashes::list(state, 10'000)) {
            const auto wanted = expected.find(clash.id);
            if (wanted == expected.end() || !found.insert(clash.id).second) {
                m_violate(QStringLiteral("a clash where none is: %1 of %2").arg(clash.rule, clash.subject));
                continue;
            }
            std::set<OperationHash> rivals;
            std::ranges::transform(clash.rivals, std::inserter(rivals, rivals.end()), &clashes::Rival::operation);
            const bool isRight = wanted->second.isExact ? rivals == wanted->second.rivals
                                                        : std::ranges::includes(rivals, wanted->second.rivals);
            if (!isRight) {
                m_violate(QStringLiteral("clash %1 of %2 names %3 rivals, there are %4")
                              .arg(clash.rule, clash.subject)
                              .arg(rivals.size())
                              .arg(wanted->second.rivals.size()));
            }
            bool isJudged = false;
            for (const auto *judgement : about(QStringLiteral("clash/") + clash.id.toHex(), end.isOfTheDay)) {
                std::set<OperationHash> judged;
                for (const auto &value : judgement->body.value(key("judged")).toArray()) {
                    judged.insert(OperationHash::fromBytes(value.toByteArray()).value_or(OperationHash{}));
                }
                isJudged = isJudged || std::ranges::includes(judged, rivals);
            }
            if (clash.isOpen == isJudged) {
                m_violate(QStringLiteral("clash %1 of %2 is %3")
                              .arg(clash.rule, clash.subject,
                                   isJudged ? QStringLiteral("open but judged") : QStringLiteral("closed unjudged")));
            }
        }
    });
    for (const auto &[id, wanted] : expected) {
        if (!found.contains(id)) {
            m_violate(QStringLiteral("a silent double: device %1 shows no clash of %2 rivals")
                          .arg(station.index())
                          .arg(wanted.rivals.size()));
        }
    }
}

}  // namespace muster::sim
