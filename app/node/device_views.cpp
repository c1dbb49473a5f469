// What this device shows of the day, with the names and links that only it knows.
#include "app/node/device.h"

#include "core/venue/day_query.h"
#include "core/venue/devices.h"
#include "core/venue/open_grants.h"

namespace muster {

DeviceView Device::viewOf(DeviceView view)
{
    const auto record = epoch();
    view.isSelf = view.id == m_journal->device();
    view.isHub = record && record->hub == view.id;
    if (view.isSelf) {
        view.lastSeen = m_world.clock.wall();
        view.digest = DigestComparison::Equal;
        return view;
    }
    const auto seen = m_lastSeen.find(view.id);
    if (seen != m_lastSeen.end()) {
        view.lastSeen = seen->second;
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
            view.oldestUnsent = status.theirOldestUnsent.wall();
        }
        view.digest = status.comparison == Comparison::Equal       ? DigestComparison::Equal
                      : status.comparison == Comparison::Different ? DigestComparison::Different
                                                                   : DigestComparison::NotComparable;
    }
    const auto trouble = m_troubles.find(view.id);
    view.trouble = trouble == m_troubles.end() ? QString() : trouble->second;
    return view;
}

LinkView Device::link()
{
    LinkView view;
    view.isHub = m_config.isHub;
    view.isCutOff = isCutOff();
    view.lastHeard = hubHeardAt();
    view.notYetSafe = int(m_safety.notYetSafeCount(*m_journal));
    view.unsent = view.notYetSafe;
    return view;
}

void Device::addDeviceAlerts(const DeviceView &device, DayView &day) const
{
    const auto raise = [&](const char *kind, int weight, const QString &zh, const QString &en) {
        AlertView alert;
        alert.kind = QLatin1String(kind);
        alert.id = alert.kind + QLatin1Char(':') + device.id.toHex();
        alert.weight = weight;
        alert.since = day.asOf;
        alert.text = {zh.arg(device.name), en.arg(device.name)};
        day.alerts.push_back(std::move(alert));
    };
    if (m_quarantine.contains(device.id.toHex())) {
        raise("device_quarantine", 85, QStringLiteral("设备“%1”的数据有误，已隔离"),
              QStringLiteral("Data of device “%1” is damaged and set aside"));
    }
    if (m_forks.contains(device.id)) {
        raise("device_fork", 85, QStringLiteral("设备“%1”的数据出现两个分支"),
              QStringLiteral("Two copies of device “%1” are at work"));
    }
    if (device.digest == DigestComparison::Different) {
        raise("device_digest", 85, QStringLiteral("设备“%1”显示的数据与本机不同"),
              QStringLiteral("Device “%1” shows another state than this one"));
    }
    if (m_config.isHub && device.isSkewed) {
        raise("device_skew", 40, QStringLiteral("设备“%1”时钟不准"),
              QStringLiteral("The clock of device “%1” is wrong"));
    }
    if (m_config.isHub && !device.isSelf && !device.isRevoked && !device.isLinked && device.lastSeen) {
        raise("device_silent", 45, QStringLiteral("设备“%1”失去联系"), QStringLiteral("Device “%1” is silent"));
    }
    if (!device.trouble.isEmpty()) {
        raise("device_trouble", 50, QStringLiteral("设备“%1”故障：") + device.trouble,
              QStringLiteral("Device “%1” is out of order: ") + device.trouble);
    }
}

DayView Device::day()
{
    DayView day;
    const auto read = m_journal->read([&](State &state) { day = day_query::read(state, m_venue.setup(state), now()); });
    if (!read) {
        day = {};
        day.asOf = now();
        day.headcount.reset();  // Unknown is not zero.
        return day;
    }
    day.link = link();
    std::optional<WallTime> known = m_world.clock.wall();
    for (auto &device : day.devices) {
        device = viewOf(std::move(device));
        const bool counts = !device.isSelf && !device.isRevoked && (m_config.isHub || device.isHub);
        if (counts && known) {
            known = device.isLinked && device.lastSeen ? std::optional(std::min(*known, *device.lastSeen))
                                                       : device.lastSeen;
        }
        addDeviceAlerts(device, day);
    }
    day.knownSince = known;
    for (auto &view : day.latest) {
        name(view.guest);
    }
    for (auto &conflict : day.conflicts) {
        name(conflict.guest);
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
