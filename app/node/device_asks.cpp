// Acts that the hub is asked for: asking, its word, and what is told with it or without.
#include "app/node/device.h"

#include "core/journal/body.h"
#include "core/venue/devices/allow_list.h"
#include "core/venue/devices/devices.h"

namespace muster {
namespace {

template<class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

/// The act that @p wanted came from, as far as the right to it goes.
allow_list::Deed deedOf(const Door::Wanted &wanted)
{
    if (!wanted.number.isEmpty()) {
        return allow_list::Deed::WalkIn;
    }
    if (wanted.step == presence::Step::Move) {
        return allow_list::Deed::MoveGuest;
    }
    return wanted.overrideReason.isEmpty() ? allow_list::Deed::SignIn : allow_list::Deed::OverrideRule;
}

QCborMap toCbor(const std::variant<Door::Ruling, scarce::Ruling> &word)
{
    return std::visit([](const auto &ruling) { return ruling.toCbor(); }, word);
}

}  // namespace

void Device::pursue(const Act &act, Door::Examined examined, Told told, std::vector<Reply> &replies)
{
    if (examined.answer) {
        declineIfOpen(act.request, *examined.answer);
        replies.push_back({std::move(told), std::move(*examined.answer)});
        return;
    }
    Door door(*m_journal, m_venue, m_config.codeKey, post());
    if (!door.isScarce(examined.wanted)) {
        replies.push_back({std::move(told), door.tell(examined.wanted, std::nullopt)});
        return;
    }
    ask(act, std::move(examined.wanted), std::move(told), replies);
}

/// Granted to an earlier try that was never told; this one is told no, so nothing may wait for it.
void Device::declineIfOpen(const RequestId &request, const Answer &answer)
{
    const bool isQuestion = answer.outcome == Outcome::NeedsAnswers || answer.outcome == Outcome::Ambiguous;
    if (!isQuestion && !answer.operation && claims::hasOpen(m_journal->state(), request)) {
        m_journal->append(claims::decline(request));
    }
}

void Device::ask(const Act &act, Case wanted, Told told, std::vector<Reply> &replies)
{
    if (m_isHub) {
        const auto word = judge(wanted, m_journal->self(), m_config.station);
        replies.push_back({std::move(told), tell(wanted, word)});
        return;
    }
    // Who was told a no before the hub's word came, and tries again under the same request: what the hub granted then
    // ended with that no, and the rights of it may be spent. This device decides, with what is in its own account.
    const bool isDeclined = claims::done(m_journal->state(), act.request).has_value();
    const auto tellAlone = [&] {
        auto answer = tell(wanted, std::nullopt);
        if (!answer.operation && !isDeclined) {
            decline(wanted);  // The hub may have granted it to a try before, which a disk or the power cut short.
        }
        replies.push_back({std::move(told), std::move(answer)});
    };
    auto *hub = hubSession();
    if (hub == nullptr || !m_isHubAnswering || isDeclined) {
        tellAlone();
        return;
    }
    auto question = std::visit([](const auto &one) { return one.toCbor(); }, wanted);
    const bool isDoors = std::holds_alternative<Door::Wanted>(wanted);
    question.insert(QLatin1String("kind"), isDoors ? QStringLiteral("door") : QStringLiteral("right"));
    question.insert(QLatin1String("station"), m_config.station);
    question.insert(QLatin1String("incarnation"), qint64(m_journal->self().incarnation));
    question.insert(QLatin1String("epoch"), qint64(m_journal->epoch()));
    if (!hub->ask(act.request, QCborValue(question).toCbor())) {
        tellAlone();
        return;
    }
    m_pending.push_back({act, std::move(wanted), std::move(told), m_world.clock.monotonic() + askMax, std::nullopt,
                         m_journal->self().incarnation});
}

Device::Word Device::judge(const Case &wanted, const StreamKey &asker, const QString &station)
{
    return std::visit(Overloaded{[&](const Door::Wanted &one) -> Word {
                                     Door door(*m_journal, m_venue, m_config.codeKey, post());
                                     return door.judge(one, asker, station);
                                 },
                                 [&](const scarce::Wanted &one) -> Word {
                                     auto at = desk();
                                     return scarce::judge(at, one, asker, station);
                                 }},
                      wanted);
}

Answer Device::tell(const Case &wanted, const std::optional<Word> &word)
{
    return std::visit(
        Overloaded{[&](const Door::Wanted &one) {
                       Door door(*m_journal, m_venue, m_config.codeKey, post());
                       return door.tell(one, word ? std::optional(std::get<Door::Ruling>(*word)) : std::nullopt);
                   },
                   [&](const scarce::Wanted &one) {
                       auto at = desk();
                       return scarce::tell(at, one,
                                           word ? std::optional(std::get<scarce::Ruling>(*word)) : std::nullopt);
                   }},
        wanted);
}

/// A grant of it, if there is one, must not stay open for ever.
void Device::decline(const Case &wanted)
{
    if (const auto *door = std::get_if<Door::Wanted>(&wanted)) {
        for (const auto &member : door->members) {
            m_journal->append(claims::decline(member.request));
        }
    } else {
        m_journal->append(claims::decline(std::get<scarce::Wanted>(wanted).request));
    }
}

void Device::settlePending(std::vector<Reply> &replies)
{
    const auto now = m_world.clock.monotonic();
    const auto isDue = [now, this](const Pending &pending) {
        return m_isShutOut || pending.word || pending.deadline <= now;
    };
    std::vector<Answer> answers;
    for (const auto &pending : m_pending) {
        if (!isDue(pending)) {
            continue;
        }
        m_isHubAnswering = m_isHubAnswering && pending.word.has_value();
        // What was granted to an earlier life lies in the account of that one.
        const bool isOwn = pending.life == m_journal->self().incarnation;
        answers.push_back(m_isShutOut ? shutOutAnswer(pending.act)
                                      : tell(pending.wanted, isOwn ? pending.word : std::nullopt));
        if (!pending.word && !answers.back().operation) {
            decline(pending.wanted);  // Whatever the hub says now comes too late.
        }
    }
    // Nothing throws from here on: nobody who waits may be lost with a transaction that fails.
    std::deque<Pending> waiting;
    auto answer = answers.begin();
    for (auto &pending : m_pending) {
        if (isDue(pending)) {
            replies.push_back({std::move(pending.told), std::move(*answer++)});
        } else {
            waiting.push_back(std::move(pending));
        }
    }
    m_pending = std::move(waiting);
    m_waitingCount = m_pending.size();
}

void Device::answered(const DeviceId &peer, const RequestId &request, const QByteArray &answer)
{
    const auto record = epoch();
    if (!record || record->hub != peer) {
        return;  // The word of a hub that is one no more.
    }
    const auto pending = std::ranges::find_if(m_pending, [&](const Pending &p) { return p.act.request == request; });
    if (pending == m_pending.end() || answer.isEmpty()) {
        return;  // Told by the cut-off rule meanwhile, or not the hub's to say.
    }
    const auto map = QCborValue::fromCbor(answer).toMap();
    if (std::holds_alternative<Door::Wanted>(pending->wanted)) {
        auto ruling = Door::Ruling::fromCbor(map);
        const bool isOutdated = ruling && std::ranges::any_of(ruling->granted, [this](const auto &granted) {
                                    return granted.epoch < m_journal->epoch();
                                });
        if (ruling && !isOutdated) {
            pending->word = std::move(*ruling);
        }
    } else if (auto ruling = scarce::Ruling::fromCbor(map);
               ruling && (!ruling->grant || ruling->epoch >= m_journal->epoch())) {
        pending->word = std::move(*ruling);
    }
}

std::optional<Device::Case> Device::caseFrom(const QCborMap &question) const
{
    if (question.value(key("kind")).toString() == QLatin1String("door")) {
        auto wanted = Door::Wanted::fromCbor(question);
        return wanted ? std::optional<Case>(std::move(*wanted)) : std::nullopt;
    }
    auto wanted = scarce::Wanted::fromCbor(question);
    return wanted && scarce::roomOf(wanted->act) != nullptr ? std::optional<Case>(std::move(*wanted)) : std::nullopt;
}

bool Device::mayAsk(const DeviceId &peer, const Case &wanted)
{
    const auto device = devices::find(m_journal->state(), peer);
    const auto deed = std::visit(Overloaded{[](const Door::Wanted &one) { return deedOf(one); },
                                            [](const scarce::Wanted &one) { return scarce::roomOf(one.act)->deed; }},
                                 wanted);
    const auto actor = std::visit([](const auto &one) { return one.actor; }, wanted);
    // Whether they signed on there is for that device to say.
    return device && !device->isRevoked &&
           !allow_list::refusal(m_journal->state(), m_venue.setup(m_journal->state()), device->role, actor, now(),
                                std::nullopt, deed);
}

QByteArray Device::answerAsk(const DeviceId &peer, const RequestId &request, const QByteArray &ask)
{
    Q_UNUSED(request);
    const auto map = QCborValue::fromCbor(ask).toMap();
    BodyReader body(map);
    const Incarnation incarnation{quint64(body.number("incarnation", 0, std::numeric_limits<qint64>::max()))};
    const Epoch asked{quint32(body.number("epoch", 0, std::numeric_limits<quint32>::max()))};
    const auto wanted = caseFrom(map);
    settleAuthority();
    if (!m_isHub || !body.isGood() || !wanted || asked != m_journal->epoch() || !mayAsk(peer, *wanted)) {
        return {};
    }
    // Where it stands is the enrolment's word, not its own.
    const auto station = devices::find(m_journal->state(), peer)->station;
    return QCborValue(toCbor(judge(*wanted, {peer, incarnation}, station))).toCbor();
}

}  // namespace muster
