// A guest who is on no list: registered at the door, with a number, and wanting in like any other.
#include "core/venue/door/door.h"
#include "core/venue/door/rules.h"
#include "core/venue/queues/queue_door.h"
#include "core/venue/scarce/rights.h"

namespace muster {

Door::Examined Door::examine(const Act &act, const WalkIn &command, guests::Guest guest)
{
    Examined examined;
    if (auto before = toldBefore(act.request, {})) {
        examined.answer = std::move(before);
        return examined;
    }
    if (guest.classCode.isEmpty() && !m_setup.classes.empty()) {
        guest.classCode = m_setup.classes.front().code;
    }
    Wanted &wanted = examined.wanted;
    wanted.request = act.request;
    wanted.actor = act.actor;
    wanted.companions = std::max(command.companions, 0);
    Words closed;
    wanted.session = sessionFor(guest.id, closed);
    wanted.members.push_back({guest.id, guest.classCode, act.request});
    const auto refuse = [&](Outcome outcome, const Words &reason) {
        examined.answer = refusal(wanted, outcome, reason, std::nullopt);
        return examined;
    };
    const auto *ticketClass = classNamed(guest.classCode);
    if (ticketClass == nullptr && !m_setup.classes.empty()) {
        return refuse(Outcome::NotFound, rules::noSuchClass(guest.classCode));
    }
    if (const auto why = noWayInto(command.zone); why != Words{}) {
        return refuse(Outcome::NotFound, why);
    }
    if (closed != Words{}) {
        return refuse(Outcome::WrongTime, closed);
    }
    if (const auto entry = judgeEntry(wanted, wanted.members.front()); entry.outcome != Outcome::Admitted) {
        return refuse(entry.outcome, entry.reason);
    }
    const auto isMissing = [&](const Question &question) {
        return ticketClass != nullptr && ticketClass->questions.contains(question.code) &&
               rules::isConsentRefused(question, command.answers.value(question.code)) &&
               !(command.isConsentGiven && command.answers.value(question.code).isEmpty());
    };
    if (std::ranges::any_of(m_setup.questions, isMissing)) {
        return refuse(Outcome::RuleRefused, rules::consentNeeded());
    }
    wanted.zone = firstZone(command.zone, guest.classCode);
    wanted.series = seriesFor(guest.id, guest.classCode);
    wanted.number = registerWalkIn(act, std::move(guest), command.isConsentGiven);
    return examined;
}

QString Door::registerWalkIn(const Act &act, guests::Guest guest, bool isConsentGiven)
{
    if (const auto known = guests::find(m_state, guest.id)) {
        return known->number;
    }
    const auto account = ledger::holder(m_journal.self());
    std::vector<ledger::Posting> postings;
    if (const auto number = ledger::nextNumber(m_state, rights::walkInResource(), account)) {
        guest.number = QStringLiteral("W%1").arg(*number, 4, 10, QLatin1Char('0'));
        postings.push_back({rights::walkInResource(), account, ledger::used(), 1, *number});
    } else {
        guest.number = rules::cutOffNumber(m_state, m_journal.self());
    }
    guest.version = 1;
    const auto number = guest.number;
    auto draft = guests::walkedIn(guest, isConsentGiven, ledger::encode(postings));
    draft.request = act.request;
    draft.actor = act.actor;
    m_journal.append(std::move(draft));
    return number;
}

QString Door::seriesFor(const GuestId &guest, const QString &classCode)
{
    const auto *series = queues::seriesAtSignIn(m_setup, classCode);
    return series == nullptr || queues::heldBy(m_state, guest, series->code) ? QString() : series->code;
}

void Door::grantNumber(const Wanted &wanted, const QString &account, Ruling &ruling,
                       std::vector<ledger::Posting> &postings)
{
    const auto *series = findByCode(m_setup.series, wanted.series);
    if (series == nullptr || queues::heldBy(m_state, wanted.members.front().guest, series->code)) {
        return;
    }
    ruling.queueNumber = queues::numberForDoor(m_journal, m_setup, m_post.now, *series);
    const auto hub = ledger::holder(m_journal.self());
    if (ruling.queueNumber && account != hub) {
        postings.push_back({queues::numberResource(series->code), hub, account, 1, ruling.queueNumber});
    }
}

void Door::tellNumber(const Wanted &wanted, const std::optional<Ruling> &ruling, Answer &told)
{
    const auto &first = wanted.members.front();
    const auto *series = findByCode(m_setup.series, wanted.series);
    const bool mayNumber = !ruling || ruling->queueNumber;
    if (told.operation && series != nullptr && mayNumber && !queues::heldBy(m_state, first.guest, series->code)) {
        queues::issueAtDoor(m_journal, m_setup, m_post,
                            {wanted.request, wanted.actor, series, first.guest, first.classCode, heads(wanted),
                             ruling ? ruling->queueNumber : std::nullopt});
    }
    showNumber(first.guest, first.classCode, told);
}

void Door::showNumber(const GuestId &guest, const QString &classCode, Answer &answer)
{
    const auto *series = queues::seriesAtSignIn(m_setup, classCode);
    const auto held = series == nullptr ? std::nullopt : queues::heldBy(m_state, guest, series->code);
    if (held && held->isLive) {
        answer.number = held->number;
        answer.ahead = held->ahead;
    }
}

}  // namespace muster
