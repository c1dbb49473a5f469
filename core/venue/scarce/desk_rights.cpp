// What staff decide about rights that lie where nobody can use them: of lost devices, of grants that were never told.
#include "core/authority/standbys.h"
#include "core/venue/desk.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/open_grants.h"
#include "core/venue/door/rules.h"
#include "core/venue/scarce/rights.h"

namespace muster {
namespace {

/// True if a life of @p device is @p atWork that was the hub and has not stepped down: what it holds is being used.
bool isStillTheHub(State &state, const DeviceId &device, const std::vector<StreamKey> &atWork)
{
    const auto term = epochs::latestTerm(state, device);
    if (!term || !rights::isLeftBehind(state, device)) {
        return false;
    }
    const auto over = standbys::steppedDownLives(state, *term);
    return std::ranges::any_of(atWork, [&](const StreamKey &life) {
        return life.origin == device && std::ranges::find(over, life.incarnation) == over.end();
    });
}

}  // namespace

Answer Desk::decide(const Act &act, const DeclareLost &command)
{
    if (command.reason.trimmed().isEmpty()) {
        return refused(act, Outcome::NotAllowed, rules::reasonNeeded());
    }
    if (!devices::find(m_state, command.device)) {
        return refused(act, Outcome::NotFound, {});
    }
    const auto atWork = refused(act, Outcome::NotAllowed, rules::deviceIsAtWork(), QStringLiteral("at_work"));
    const auto self = m_journal.self();
    const bool isShutOut = devices::isRevoked(m_state, command.device);  // Its link may not have ended yet.
    const auto isAtWork = [&](const StreamKey &life) {
        return life == self || (!isShutOut && std::ranges::find(m_post.atWork, life) != m_post.atWork.end());
    };
    if (command.life && isAtWork({command.device, *command.life})) {
        return atWork;
    }
    std::vector<Incarnation> lives;
    bool hasWorking = false;
    for (const auto &life : ledger::livesOf(m_state, command.device)) {
        hasWorking = hasWorking || (life != self && isAtWork(life));
        if (!isAtWork(life) && (!command.life || *command.life == life.incarnation)) {
            lives.push_back(life.incarnation);
        }
    }
    if (isStillTheHub(m_state, command.device, m_post.atWork)) {
        return atWork;  // It steps down by itself.
    }
    const bool isOwn = command.device == self.origin;
    const bool isAwaited = isOwn ? rights::arePlacesHeld(m_state, self) : rights::isLeftBehind(m_state, command.device);
    if (lives.empty() && !isAwaited) {
        return hasWorking ? atWork : refused(act, Outcome::NotFound, rules::nothingIsHeld());
    }
    return done(act, rights::lost(command.device, lives, isOwn ? std::optional(self.incarnation) : std::nullopt,
                                  command.reason.trimmed()));
}

/// Only the holder of a grant's places may move them: elsewhere they stay where they are, until that device uses them
/// for another guest, or is declared lost. So whatever it told meanwhile, no place is there twice.
Answer Desk::decide(const Act &act, const VoidGrant &command)
{
    if (command.reason.trimmed().isEmpty()) {
        return refused(act, Outcome::NotAllowed, rules::reasonNeeded());
    }
    const auto open = open_grants::find(m_state, command.grant);
    if (!open) {
        return refused(act, Outcome::NotFound, rules::grantIsSettled());
    }
    std::vector<ledger::Posting> postings;
    const auto resource = rights::placeResource(open->fact.zone);
    const auto account = ledger::holder(m_journal.self());
    const bool isHolder = open->verdict.device == m_journal.device() && open->places > 0 && open->hub != account &&
                          ledger::spendable(m_state, resource, account) >= open->places;
    if (isHolder) {
        postings.push_back({resource, account, open->hub, open->places, {}});
    }
    auto answer = done(act, claims::voidGrants({command.grant}, command.reason, ledger::encode(postings)));
    answer.guest = viewOf(m_state, m_setup, open->fact.guest);
    return answer;
}

Answer Desk::decide(const Act &act, const ConfirmGrant &command)
{
    const auto open = open_grants::find(m_state, command.grant);
    if (!open) {
        return refused(act, Outcome::NotFound, rules::grantIsSettled());
    }
    auto fact = open->fact;
    if (fact.step == presence::Step::In && presence::dayOf(m_state, fact.guest).isInside) {
        return refused(act, Outcome::NotAllowed, rules::isInAlready());
    }
    fact.actor = act.actor;
    fact.happenedAt = open->verdict.at;
    presence::situate(m_state, m_journal.self(), fact);
    std::vector<ledger::Posting> postings;
    const auto resource = rights::placeResource(fact.zone);
    const auto account = ledger::holder(m_journal.self());
    // The person is in: a place of one's own stands for them where there is one; else the granted one does, unspent.
    if (open->places > 0 && ledger::spendable(m_state, resource, account) >= open->places) {
        fact.places = open->places;
        postings.push_back({resource, account, ledger::used(), fact.places, {}});
    }
    Answer answer;
    answer.outcome = Outcome::Done;
    answer.request = act.request;
    answer.operation = m_journal.append(presence::told(fact, {command.grant}, ledger::encode(postings), {})).hash;
    answer.guest = viewOf(m_state, m_setup, fact.guest);
    answer.zone = fact.zone;
    return answer;
}

}  // namespace muster
