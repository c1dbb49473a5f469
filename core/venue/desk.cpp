#include "core/venue/desk.h"

#include "core/journal/body.h"
#include "core/venue/day/alerts.h"
#include "core/venue/day/day_query.h"
#include "core/venue/devices/allow_list.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/forgetting.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/rooms.h"
#include "core/venue/scarce/clashes.h"

namespace muster {

Desk::Desk(Journal &journal, Venue &venue, Post post, Finder finder, Sealer sealer)
    : m_journal(journal),
      m_state(journal.state()),
      m_setup(venue.setup(journal.state())),
      m_post(std::move(post)),
      m_finder(std::move(finder)),
      m_sealer(std::move(sealer))
{
}

Answer Desk::done(const Act &act, Draft draft)
{
    draft.request = act.request;
    draft.actor = act.actor;
    Answer answer;
    answer.outcome = Outcome::Done;
    answer.request = act.request;
    answer.operation = m_journal.append(std::move(draft)).hash;
    // No room may write what it does not take itself. If one does, nothing was done, and nobody is told otherwise.
    auto &dead = m_state.statement("SELECT 1 FROM dead_letter WHERE log_id = (SELECT max(id) FROM log)");
    if (dead.executeStep()) {
        answer.outcome = Outcome::Failed;
        answer.reason = {QStringLiteral("本机无法记录此操作，请改用其他设备并通知技术人员"),
                         QStringLiteral("This device cannot record that: use another one and tell a technician")};
        answer.why = QStringLiteral("dead_letter");
    }
    return answer;
}

std::optional<Answer> Desk::doneBefore(const Act &act)
{
    const auto operation = claims::done(m_state, act.request);
    if (!operation) {
        return std::nullopt;
    }
    Answer answer;
    answer.outcome = Outcome::Done;
    answer.request = act.request;
    answer.operation = operation;
    if (const auto *annul = std::get_if<Annul>(&act.command); annul != nullptr && annul->target) {
        if (const auto target = presence::find(m_state, *annul->target)) {
            answer.guest = viewOf(m_state, m_setup, target->guest);
            answer.earlier = earlierFrom(m_setup, *target);
        }
    } else if (const auto *reissue = std::get_if<ReissueTicket>(&act.command)) {
        const auto guest = guests::find(m_state, reissue->guest);
        answer.number = guest ? QString::number(guest->serialMin) : QString();
        answer.guest = viewOf(m_state, m_setup, reissue->guest);
    } else {
        rooms::recall(*this, act, answer);
    }
    return answer;
}

std::optional<GuestId> Desk::guestOf(const QByteArray &payload, const std::optional<GuestId> &guest) const
{
    return guest || payload.isEmpty() || !m_finder ? guest : m_finder(payload);
}

Answer Desk::refused(const Act &act, Outcome outcome, const Words &reason, const QString &why) const
{
    Answer answer;
    answer.outcome = outcome;
    answer.request = act.request;
    answer.reason = reason;
    answer.why = why;
    return answer;
}

Answer Desk::decide(const Act &act, const Annul &command, const std::optional<GuestId> &guest)
{
    if (command.reason.trimmed().isEmpty()) {
        return refused(act, Outcome::NotAllowed, rules::reasonNeeded());
    }
    std::optional<presence::Fact> target;
    if (command.target) {
        target = presence::find(m_state, *command.target);
    } else if (guest) {
        for (const auto &fact : presence::standing(m_state, *guest)) {
            if (fact.step == presence::Step::In && (!target || target->time < fact.time)) {
                target = fact;
            }
        }
    }
    if (!target || target->isAnnulled) {
        return refused(act, Outcome::NotFound, rules::nothingToAnnul());
    }
    const bool isAuthor = target->stream.origin == m_journal.device() && target->actor == act.actor;
    if (!isAuthor || m_post.now - target->time.wall() > allow_list::undoMax) {
        if (const auto why = allow_list::refusal(m_state, m_setup, m_post.role, act.actor, m_post.now,
                                                 m_journal.device(), allow_list::Deed::Annul)) {
            return refused(act, Outcome::NotAllowed, *why);
        }
    }
    auto answer = done(act, presence::annulled(target->operation, target->guest, command.reason));
    answer.guest = viewOf(m_state, m_setup, target->guest);
    answer.earlier = earlierFrom(m_setup, *target);
    return answer;
}

Answer Desk::decide(const Act &act, const AddAnswers &command, const std::optional<answers::Sealed> &sealed)
{
    const auto fact = presence::find(m_state, command.signIn);
    if (!fact || !sealed) {
        return refused(act, Outcome::NotFound, {});
    }
    return done(act, answers::answered(fact->guest, *sealed));
}

Answer Desk::decide(const Act &act, const ResolveConflict &command)
{
    if (command.reason.trimmed().isEmpty()) {
        return refused(act, Outcome::NotAllowed, rules::reasonNeeded());
    }
    const auto conflict = presence::findConflict(m_state, command.conflict);
    const auto clash = conflict ? std::nullopt : clashes::find(m_state, command.conflict);
    if (!conflict && !clash) {
        return refused(act, Outcome::NotFound, {});
    }
    std::vector<OperationHash> rivals;
    if (conflict) {
        rivals = conflict->rivals;
    } else {
        std::ranges::transform(clash->rivals, std::back_inserter(rivals), &clashes::Rival::operation);
    }
    auto judgement = command;
    if (judgement.judged.empty()) {
        judgement.judged = rivals;
    }
    const bool isWhole = std::ranges::all_of(rivals, [&](const auto &rival) {
        return std::ranges::find(judgement.judged, rival) != judgement.judged.end();
    });
    if (!isWhole) {
        return refused(act, Outcome::NotAllowed, rules::conflictChanged());
    }
    return done(act, conflict ? presence::resolved(judgement, conflict->guest) : clashes::judged(judgement));
}

Answer Desk::decide(const Act &act, const AcknowledgeAlert &command)
{
    const auto id = command.alert.left(160);
    const auto occasion = day_query::occasionOf(m_state, m_setup, m_post.now, id);
    const int recheck = command.recheckMinutes.value_or(occasion.recheckMinutes);
    return done(act, alerts::acknowledged(id, std::clamp(recheck, 0, 24 * 60), m_post.now, occasion.raisedAt));
}

Answer Desk::decide(const Act &act, const CallStaff &command)
{
    return done(act, alerts::staffCalled(m_post.station, command.reason, presence::resetCount(m_state)));
}

Answer Desk::decide(const Act &act, const SetSession &command)
{
    if (std::ranges::find(m_setup.sessions, command.session, &SessionPlan::code) == m_setup.sessions.end()) {
        return refused(act, Outcome::NotFound, {});
    }
    return done(act, sessions::set(m_state, command.session, command.isOpen));
}

Answer Desk::decide(const Act &act, const RevokeDevice &command, const std::optional<SigningKey> &eventKey)
{
    if (!devices::find(m_state, command.device) || command.device == m_journal.device()) {
        return refused(act, Outcome::NotFound, {});
    }
    if (!eventKey) {
        return refused(act, Outcome::NotNow, rules::onlyAtHub());
    }
    return done(act, devices::revoked(command.device, command.reason, m_journal.options().event, *eventKey));
}

Answer Desk::decide(const Act &act, const ResetDay &command)
{
    if (command.reason.trimmed().isEmpty()) {
        return refused(act, Outcome::NotAllowed, rules::reasonNeeded());
    }
    return done(act, presence::reset(presence::resetCount(m_state) + 1, command.reason, presence::lastTold(m_state)));
}

Answer Desk::decide(const Act &act, const ReissueTicket &command)
{
    auto guest = guests::find(m_state, command.guest);
    if (!guest) {
        return refused(act, Outcome::NotFound, {});
    }
    guest->serialMin = std::max<qint64>(guest->serialMin, 1) + 1;
    guest->version = nextVersion(guest->version);
    auto draft = guests::listed(std::span(&*guest, 1));
    draft.body.insert(key("reason"), command.reason.left(200));
    auto answer = done(act, std::move(draft));
    answer.number = QString::number(guest->serialMin);
    answer.guest = viewOf(m_state, m_setup, command.guest);
    return answer;
}

Answer Desk::decide(const Act &act, const ForgetGuest &command)
{
    if (command.reason.trimmed().isEmpty()) {
        return refused(act, Outcome::NotAllowed, rules::reasonNeeded());
    }
    if (!guests::find(m_state, command.guest)) {
        return refused(act, Outcome::NotFound, {});
    }
    return done(act, forgetting::forgotten(command.guest, command.reason));
}

Answer Desk::decide(const Act &act, const EmptyHall &command)
{
    if (command.reason.trimmed().isEmpty()) {
        return refused(act, Outcome::NotAllowed, rules::reasonNeeded());
    }
    return done(act,
                presence::emptied(presence::emptiedCount(m_state) + 1, command.reason, presence::lastTold(m_state)));
}

}  // namespace muster
