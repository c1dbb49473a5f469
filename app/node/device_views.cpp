// What this device shows of the day, with the names and links that only it knows.
#include "app/node/device.h"

#include "core/venue/day/day_query.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/open_grants.h"
#include "core/venue/modes/messages.h"

namespace muster {

WallTime Device::now() const { return m_world.clock.wall() + correction(); }

std::chrono::milliseconds Device::correction() const
{
    constexpr std::chrono::seconds unnoticedMax{2};
    const auto skew = m_isHub ? std::nullopt : m_remembered.skewToHub;
    return skew && std::chrono::abs(*skew) > unnoticedMax ? *skew : std::chrono::milliseconds(0);
}

WallTime Device::wallAt(Instant instant) const
{
    return now() - std::chrono::duration_cast<std::chrono::milliseconds>(m_world.clock.monotonic() - instant);
}

std::optional<WallTime> Device::hubHeardAt() const
{
    const auto record = m_epoch;
    if (!record) {
        return std::nullopt;
    }
    const auto seen = m_lastSeen.find(record->hub);
    return seen == m_lastSeen.end() ? std::nullopt : std::optional(wallAt(seen->second));
}

DeviceView Device::viewOf(DeviceView view)
{
    const auto record = epoch();
    view.isSelf = view.id == m_journal->device();
    view.isHub = record && record->hub == view.id;
    if (view.isSelf) {
        view.lastSeen = now();
        view.digest = DigestComparison::Equal;
        show(m_health, view);
        return view;
    }
    const auto seen = m_lastSeen.find(view.id);
    if (seen != m_lastSeen.end()) {
        view.lastSeen = wallAt(seen->second);
    }
    for (const auto &[link, session] : m_sessions) {
        const auto &status = session->status();
        if (session->peer() != view.id || !session->isLinked()) {
            continue;
        }
        view.isLinked = true;
        if (status.lag) {
            view.lagMsecs = int(status.lag->count());
        }
        if (status.skew) {
            view.skewMsecs = status.skew->count();
            view.isSkewed = std::chrono::abs(*status.skew) > skewMax;
        }
        view.unsent = int(status.theirUnsentCount);
        if (status.theirUnsentCount > 0 && status.theirOldestUnsent.value != 0) {
            const auto theirClock = status.skew.value_or(std::chrono::milliseconds(0));
            view.oldestUnsent = status.theirOldestUnsent.wall() - theirClock + correction();
        }
        view.digest = status.comparison == Comparison::Equal       ? DigestComparison::Equal
                      : status.comparison == Comparison::Different ? DigestComparison::Different
                                                                   : DigestComparison::NotComparable;
    }
    if (const auto health = m_peersHealth.find(view.id); health != m_peersHealth.end()) {
        show(health->second, view);
    }
    const auto trouble = m_troubles.find(view.id);
    view.trouble = trouble == m_troubles.end() ? QString() : trouble->second;
    return view;
}

QString Device::staffPin() const
{
    constexpr quint32 pinCount = 1'000'000;
    const auto hash = keyedHash256(QByteArrayLiteral("staff pin"), m_config.codeKey);
    quint32 number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
        number = number << 8 | hash.bytes.at(i);
    }
    return QString::number(number % pinCount).rightJustified(6, QLatin1Char('0'));
}

LinkView Device::link()
{
    LinkView view;
    view.isHub = m_isHub;
    view.isShutOut = m_isShutOut;
    view.isCutOff = isCutOff();
    view.lastHeard = hubHeardAt();
    view.notYetSafe = int(m_safety.notYetSafeCount(*m_journal));
    if (!m_isHub && m_world.keyring != nullptr) {
        view.notYetSafe += int(m_world.keyring->unsettledCount());
    }
    view.unsent = view.notYetSafe;
    return view;
}

DayView Device::day()
{
    DayView day;
    const auto read = m_journal->read([&](State &state) { day = day_query::read(state, m_venue.setup(state), now()); });
    if (!read) {
        day = {};
        day.asOf = now();
        day.isKnown = false;  // Unknown is not zero.
        day.headcount.reset();
        return day;
    }
    day.link = link();
    day.findings = findings();
    day.isKnown = m_isHub || m_remembered.isDayKnown;
    if (!day.isKnown) {
        day.headcount.reset();
    }
    std::optional<WallTime> known = now();
    for (auto &device : day.devices) {
        device = viewOf(std::move(device));
        const bool counts = !device.isSelf && !device.isRevoked && (m_isHub || device.isHub);
        if (counts && known) {
            known = device.lastSeen ? std::optional(std::min(*known, *device.lastSeen)) : std::nullopt;
        }
    }
    day.knownSince = known;
    addDeviceAlerts(day);
    watchZones(day);
    nameStaff(day);
    reveal(day);
    std::ignore = m_journal->read([&](State &state) {
        day_query::finish(state, m_venue.setup(state), day.asOf, day.alerts, day.inHand);
        messages::markRead(state, m_journal->device(), day.messages);
    });
    for (auto &view : day.latest) {
        name(view.guest);
    }
    for (auto &conflict : day.conflicts) {
        if (conflict.guest) {
            name(*conflict.guest);
        }
    }
    for (auto &unit : day.units) {
        if (unit.guest) {
            name(*unit.guest);
        }
    }
    for (auto &grant : day.openGrants) {
        name(grant.guest);
    }
    for (auto &alert : day.alerts) {
        if (alert.guest) {
            name(*alert.guest);
        }
    }
    return day;
}

RollCall Device::rollCall(const QString &zone)
{
    constexpr int listMax = 20'000;
    RollCall call;
    const auto day = this->day();
    const auto read =
        m_journal->read([&](State &state) { call = day_query::rollCall(state, m_venue.setup(state), zone, listMax); });
    call.asOf = day.asOf;
    call.knownSince = day.knownSince;
    if (!read || !day.isKnown) {
        call.persons.reset();
    }
    if (!mayBrowse()) {
        call.entries.clear();  // A kiosk says how many, never who.
    }
    for (auto &entry : call.entries) {
        name(entry.guest);
    }
    return call;
}

std::vector<SignInView> Device::recent(int countMax)
{
    std::vector<SignInView> list;
    std::ignore = m_journal->read(
        [&](State &state) { list = day_query::recent(state, m_venue.setup(state), m_journal->device(), countMax); });
    for (auto &view : list) {
        name(view.guest);
    }
    return list;
}

Answer Device::look(const QByteArray &payload, const QString &station)
{
    Answer answer;
    const auto read = m_journal->read([&](State &) {
        auto place = post();
        place.station = station.isEmpty() ? place.station : station;
        Door door(*m_journal, m_venue, m_config.codeKey, place);
        Act act;
        act.request = RequestId::make(m_world.random);
        SignIn signIn;
        signIn.payload = payload;
        signIn.isEachQuestionAsked = true;
        auto examined = door.examine(act, signIn, present(payload, std::nullopt));
        if (examined.answer && examined.answer->outcome != Outcome::NeedsAnswers) {
            answer = std::move(*examined.answer);
            return;
        }
        const auto &wanted = examined.wanted;
        answer.outcome = Outcome::Admitted;
        answer.code = wanted.code;
        answer.zone = wanted.zone;
        answer.guest =
            muster::viewOf(m_journal->state(), m_venue.setup(m_journal->state()), wanted.members.front().guest);
    });
    if (!read) {
        answer.outcome = Outcome::Failed;
        answer.reason = {read.error().detail, read.error().detail};
    }
    name(answer);
    return answer;
}

std::vector<OpenGrantView> Device::openGrants()
{
    std::vector<OpenGrantView> open;
    std::ignore =
        m_journal->read([&](State &state) { open = open_grants::list(state, m_venue.setup(state), std::nullopt); });
    std::erase_if(open, [this](const OpenGrantView &grant) {
        return std::ranges::any_of(m_pending, [&](const Pending &p) { return p.act.request == grant.request; });
    });
    for (auto &grant : open) {
        name(grant.guest);
    }
    return open;
}

Result<QStringList> Device::faults()
{
    auto found = m_journal->verify();
    if (!found) {
        return found;
    }
    const auto read = m_journal->read([&](State &state) { *found += day_query::faults(state); });
    if (!read) {
        return fail(read);
    }
    return found;
}

}  // namespace muster
