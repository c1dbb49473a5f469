#include "app/node/device.h"

#include "core/authority/claims.h"
#include "core/scan/payload.h"
#include "core/venue/devices/allow_list.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/forgetting.h"
#include "core/venue/guests/tickets.h"
#include "core/venue/rooms.h"

namespace muster {

Device::Device(Config config, World world)
    : m_config(std::move(config)),
      m_world(std::move(world)),
      m_venue(m_config.journal.event, m_config.journal.eventKey),
      m_remembered(m_config.remembered),
      m_begun(m_world.clock.monotonic())
{
}

Result<std::unique_ptr<Device>> Device::open(Config config, World world)
{
    std::unique_ptr<Device> device(new Device(std::move(config), std::move(world)));
    if (const auto begun = device->begin(); !begun) {
        return fail(begun);
    }
    return device;
}

Status Device::begin()
{
    for (const auto &[id, key] : m_config.ticketKeys) {
        if (const auto added = m_ticketKeys.add(id, key); !added) {
            return fail(added);
        }
    }
    m_foldAround = m_world.foldAround ? m_world.foldAround(m_venue) : nullptr;
    Fold &fold = m_foldAround ? *m_foldAround : m_venue;
    auto journal =
        Journal::open(m_config.journal, {m_world.clock, m_world.random, m_world.highWater, m_world.signatures, fold});
    if (!journal) {
        return fail(journal);
    }
    m_journal = std::move(*journal);
    m_isShutOut = m_config.isShutOut;
    m_aside = m_config.quarantine;
    keepAside();
    settleAuthority();
    const auto greeted = m_journal->transact([this] {
        if (m_journal->opening().isRestored && !m_journal->opening().isFirst) {
            m_journal->append(devices::restored());
        }
    });
    return greeted ? takeStock() : greeted;
}

Status Device::takeStock()
{
    for (const auto &fork : m_journal->forks()) {
        m_forks.insert(fork.origin);
    }
    std::vector<GuestId> gone;
    const auto read = m_journal->read([&](State &state) {
        gone = forgetting::buried(state);
        m_isShutOut = m_isShutOut || devices::isRevoked(state, m_journal->device());
        for (const auto &ticket : tickets::keys(state)) {
            std::ignore = m_ticketKeys.add(scan::KeyId{ticket.id}, ticket.key);
        }
    });
    if (m_isShutOut) {
        settleShutOut();
        return read;
    }
    forgetPeople(gone);  // Again at every start: a keyring put back from a backup must lose them again.
    return read ? catchUpNames() : read;
}

void Device::submit(Act act, Told told)
{
    if (act.request.isNull()) {
        act.request = RequestId::make(m_world.random);
    }
    bound(act.command);
    m_acts.push_back({std::move(act), std::move(told)});
}

bool Device::isPendingDue() const
{
    const auto now = m_world.clock.monotonic();
    return std::ranges::any_of(
        m_pending, [&](const Pending &pending) { return m_isShutOut || pending.word || pending.deadline <= now; });
}

void Device::flush()
{
    const bool isUnfinished =
        std::ranges::any_of(m_sessions, [](const auto &entry) { return entry.second->hasUnfinished(); });
    const bool isIdle = m_acts.empty() && m_frames.empty() && !isPendingDue() && !m_isCheckDue && !m_areRightsDue &&
                        !isUnfinished && !m_isNewLifeUntold;
    if (isIdle && !m_venue.hasNews()) {  // A stick may have brought some.
        pump();
        return;
    }
    std::vector<Reply> replies;
    m_waitingCount = m_pending.size();
    const auto before = m_journal->revision();
    const auto stored = m_journal->transact([&] { work(replies); });
    if (stored) {
        m_trouble.reset();
        m_isNewLifeUntold = false;
        for (auto &[link, session] : m_sessions) {
            session->committed();
        }
    } else {
        abandon(stored.error(), replies);
    }
    if (m_journal->revision() != before) {
        ++m_revision;
        settleAuthority();
    }
    readNames(m_venue.takeListed());
    forgetPeople(m_venue.takeForgotten());
    settleShutOut();
    pump();
    for (auto &reply : replies) {
        name(reply.answer);
        if (reply.told) {
            reply.told(reply.answer);
        }
    }
    if (stored && isPendingDue()) {
        flush();  // The hub's word came with this transaction: it is told now, not at the next tick.
    }
}

void Device::abandon(const Error &why, std::vector<Reply> &replies)
{
    m_trouble = why;
    m_isCheckDue = m_isHub;
    m_areRightsDue = true;
    ++m_revision;
    m_venue.forget();
    for (auto &[link, session] : m_sessions) {
        session->aborted();
    }
    const auto failed = [&why](const Act &act) {
        Answer answer;
        answer.outcome = Outcome::Failed;
        answer.request = act.request;
        answer.reason = {why.detail, why.detail};
        return answer;
    };
    for (auto &reply : replies) {
        Act act;
        act.request = reply.answer.request;
        reply.answer = failed(act);
    }
    for (; m_pending.size() > m_waitingCount; m_pending.pop_back()) {
        replies.push_back({std::move(m_pending.back().told), failed(m_pending.back().act)});
    }
    for (auto &queued : m_acts) {
        replies.push_back({queued.told, failed(queued.act)});
    }
    m_acts.clear();  // Frames that were not looked at stay: the peer counts on their having arrived.
}

void Device::work(std::vector<Reply> &replies)
{
    for (auto &[link, session] : m_sessions) {
        session->resume();
    }
    takeFrames();
    leaveLostLife();
    if (m_isNewLifeUntold) {
        m_journal->append(devices::restored());
    }
    settleAuthority();
    stepDown();
    m_isShutOut = m_isShutOut || devices::isRevoked(m_journal->state(), m_journal->device());
    settlePending(replies);
    for (; !m_acts.empty(); m_acts.pop_front()) {
        decide(m_acts.front(), replies);
    }
    if (m_isHub) {
        hubDuties();
    }
    roomDuties();
    m_isCheckDue = false;
}

Post Device::post() const
{
    Post post{m_config.station, m_config.role, m_isHub, hubHeardAt(), now(), linkedStreams(), {}, m_movedGuests};
    if (m_isHub) {
        post.hub = m_journal->self();
    } else if (m_epoch) {
        const auto hub = std::ranges::find(post.atWork, m_epoch->hub, &StreamKey::origin);
        post.hub = hub == post.atWork.end() ? std::nullopt : std::optional(*hub);
    }
    return post;
}

Desk Device::desk()
{
    Desk::Sealer sealer;
    if (m_world.keyring != nullptr) {
        sealer = [this](const GuestId &guest, const RequestId &request, const QMap<QString, QString> &texts) {
            return sealAnswers(guest, request, texts);
        };
    }
    return {*m_journal, m_venue, post(), [this](const QByteArray &payload) { return guestOf(payload); },
            std::move(sealer)};
}

Presented Device::present(const QByteArray &payload, const std::optional<GuestId> &guest) const
{
    Presented presented;
    presented.code = payload.left(scan::plainCodeMax);
    if (guest) {
        presented.kind = Presented::Kind::Guest;
        presented.guest = *guest;
        return presented;
    }
    const auto code = scan::parsePayload(payload);
    if (const auto *plain = std::get_if<scan::PlainCode>(&code)) {
        presented.kind = Presented::Kind::Plain;
        presented.text = plain->text;
        presented.code = plain->text.toUtf8();
    } else if (const auto *ticket = std::get_if<scan::SignedTicket>(&code)) {
        switch (scan::verifyTicket(*ticket, m_ticketKeys, scan::eventMarkOf(m_config.journal.event))) {
        case scan::TicketVerdict::Valid: presented.kind = Presented::Kind::Ticket; break;
        case scan::TicketVerdict::WrongEvent: presented.kind = Presented::Kind::WrongEvent; break;
        case scan::TicketVerdict::Forged:
        case scan::TicketVerdict::UnknownKey: presented.kind = Presented::Kind::Forged; break;
        }
        presented.guest = ticket->ticket.serial.guest;
        presented.serial = ticket->ticket.serial.issue;
        presented.classCode = ticket->ticket.classCode;
        presented.companionsMax = ticket->ticket.companions;
    }
    return presented;
}

void Device::decide(const Queued &queued, std::vector<Reply> &replies)
{
    const Act &act = queued.act;
    if (const auto asked = std::ranges::find(m_pending, act.request, [](const Pending &p) { return p.act.request; });
        asked != m_pending.end()) {
        // The same act once more while the hub is asked: one decision, told to both.
        asked->told = [first = std::move(asked->told), second = queued.told](const Answer &answer) {
            for (const auto *told : {&first, &second}) {
                if (*told) {
                    (*told)(answer);
                }
            }
        };
        return;
    }
    const auto refuse = [&](Outcome outcome, const Words &reason) {
        Answer answer;
        answer.outcome = outcome;
        answer.request = act.request;
        answer.reason = reason;
        replies.push_back({queued.told, std::move(answer)});
    };
    const auto told = [&](Answer answer) { replies.push_back({queued.told, std::move(answer)}); };
    if (m_isShutOut) {
        return told(shutOutAnswer(act));
    }
    if (const auto why = allow_list::refusal(m_journal->state(), m_venue.setup(m_journal->state()), m_config.role,
                                             act.actor, now(), m_journal->device(), allow_list::deedOf(act.command));
        why && !claims::done(m_journal->state(), act.request)) {  // What was done is told as done once more.
        return refuse(Outcome::NotAllowed, *why);
    }
    Door door(*m_journal, m_venue, m_config.codeKey, post());
    if (const auto *signIn = std::get_if<SignIn>(&act.command)) {
        auto examined = door.examine(act, *signIn, present(signIn->payload, signIn->guest));
        if (!examined.answer && !signIn->answers.isEmpty()) {
            examined.wanted.sealed = sealAnswers(examined.wanted.members.front().guest, act.request, signIn->answers);
        }
        pursue(act, std::move(examined), queued.told, replies);
    } else if (const auto *move = std::get_if<MoveGuest>(&act.command)) {
        pursue(act, door.examine(act, *move, present(move->payload, move->guest)), queued.told, replies);
    } else if (const auto *walkIn = std::get_if<WalkIn>(&act.command)) {
        // A retry finds the guest registered: sealed again, under a new key, nobody could open what the log has.
        auto guest = guests::find(m_journal->state(), guests::guestIdFor(act.request));
        if (auto duplicate = guest ? std::nullopt : duplicateOf(act, *walkIn)) {
            return told(std::move(*duplicate));
        }
        guest = guest ? guest : sealedGuest(act, *walkIn);
        if (!guest) {
            return refuse(Outcome::Failed, {});
        }
        auto examined = door.examine(act, *walkIn, std::move(*guest));
        if (!examined.answer && !walkIn->answers.isEmpty()) {
            examined.wanted.sealed = sealAnswers(examined.wanted.members.front().guest, act.request, walkIn->answers);
        }
        pursue(act, std::move(examined), queued.told, replies);
    } else {
        decideAtDesk(queued, replies);
    }
}

Answer Device::shutOutAnswer(const Act &act) const
{
    Answer answer;
    answer.outcome = Outcome::NotAllowed;
    answer.request = act.request;
    answer.reason = rules::shutOut();
    return answer;
}

void Device::decideAtDesk(const Queued &queued, std::vector<Reply> &replies)
{
    auto desk = this->desk();
    const auto examined = scarce::examine(desk, queued.act);
    if (!examined) {
        const auto before = desk.doneBefore(queued.act);
        replies.push_back({queued.told, before ? *before : decideAlone(desk, queued.act)});
    } else if (const auto *answer = std::get_if<Answer>(&*examined)) {
        replies.push_back({queued.told, *answer});
        declineIfOpen(queued.act.request, *answer);
    } else {
        ask(queued.act, std::get<scarce::Wanted>(*examined), queued.told, replies);
    }
}

Answer Device::decideAlone(Desk &desk, const Act &act)
{
    if (const auto *annul = std::get_if<Annul>(&act.command)) {
        return desk.decide(act, *annul, guestOf(annul->payload));
    }
    if (const auto *more = std::get_if<AddAnswers>(&act.command)) {
        const auto fact = presence::find(m_journal->state(), more->signIn);
        return desk.decide(act, *more, fact ? sealAnswers(fact->guest, act.request, more->answers) : std::nullopt);
    }
    if (const auto *revoke = std::get_if<RevokeDevice>(&act.command)) {
        return desk.decide(act, *revoke, m_config.eventKey);
    }
    if (const auto *attach = std::get_if<incidents::Attach>(&act.command)) {
        return attachPicture(desk, act, *attach);
    }
    if (auto decided = rooms::decide(desk, act)) {
        return std::move(*decided);
    }
    return std::visit(
        [&](const auto &command) {
            if constexpr (requires { desk.decide(act, command); }) {
                return desk.decide(act, command);
            } else {
                return Answer{};  // The door's acts, decided above.
            }
        },
        act.command);
}

std::optional<GuestId> Device::guestOf(const QByteArray &payload)
{
    const auto presented = present(payload, std::nullopt);
    if (presented.kind == Presented::Kind::Ticket) {
        return presented.guest;
    }
    const auto found = guests::withCode(m_journal->state(), guests::codeHash(presented.text, m_config.codeKey));
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

Status Device::append(const std::function<std::vector<Draft>(State &, const EventSetup &)> &make)
{
    const auto stored = m_journal->transact([&] {
        auto &state = m_journal->state();
        for (auto &draft : make(state, m_venue.setup(state))) {
            m_journal->append(std::move(draft));
        }
    });
    if (!stored) {
        m_venue.forget();
        return stored;
    }
    ++m_revision;  // First: what was known of the epoch is read anew.
    settleAuthority();
    m_isCheckDue = m_isHub;
    readNames(m_venue.takeListed());
    return {};
}

EventSetup Device::setup()
{
    EventSetup setup;
    std::ignore = m_journal->read([&](State &state) { setup = m_venue.setup(state); });
    return setup;
}

}  // namespace muster
