#include "tests/sim/split_venue.h"

#include "core/venue/plan/plan_room.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/units/units.h"

namespace muster::sim {
namespace {

constexpr SimTime step = 5;
constexpr SimTime patience = 3'000;

/// The simulated event's plan, and a draw.
EventSetup planWithDraw()
{
    auto plan = Genesis::plan();
    plan.draws.push_back({QStringLiteral("car"), {}, false, {}, 1, {}});
    return plan;
}

}  // namespace

SplitVenue::SplitVenue()
    : m_network(m_agenda, m_random, Genesis::deviceCount,
                {[this](int i) -> Station & { return at(i); },
                 [this](int i) {
                     std::vector<int> peers;
                     const auto hasCome = [&](const DeviceId &peer) {
                         return m_network.hasCome(i, m_indexOf.at(peer));
                     };
                     for (const auto &peer : at(i).device().peersToDial(hasCome)) {
                         peers.push_back(m_indexOf.at(peer.device));
                     }
                     return peers;
                 },
                 [](int) {}, [](const QString &) {},
                 [](const QString &what) {
                     INFO(what.toStdString());
                     CHECK(what.isEmpty());
                 },
                 [](int, const VersionVector &) {}},
                m_none)
{
    for (int i = 0; i < Genesis::deviceCount; ++i) {
        m_stations.push_back(std::make_unique<Station>(
            Genesis::instance(), i, m_agenda.clock(), quint64(i) + 1,
            [this](int from, Device::LinkId link, const QByteArray &frame) { m_network.send(from, link, frame); },
            m_signatures, m_none));
        m_indexOf[at(i).id()] = i;
    }
    for (int i = 0; i < Genesis::deviceCount; ++i) {
        start(i);
    }
    run(1'000);
    REQUIRE(at(0).device().append(
        [](State &state, const EventSetup &) { return plan_room::draftsFor(planWithDraw(), state); }));
    for (int i = Genesis::fieldCount; i < Genesis::deviceCount; ++i) {
        REQUIRE(at(0).device().append([&](State &state, const EventSetup &) {
            REQUIRE(standbys::offerOf(state, at(i).id()));
            const auto &genesis = Genesis::instance();
            return std::vector{standbys::appointed(state, at(i).id(), "sealed", genesis.event, genesis.eventKey)};
        }));
        run(3'000);  // The first one has its share before the second.
    }
    REQUIRE(isOneDay());
}

void SplitVenue::run(SimTime msecs)
{
    const SimTime end = m_agenda.now() + msecs;
    while (m_agenda.now() < end) {
        m_agenda.runUntil(m_agenda.now() + step);
        wakeAll();
    }
}

void SplitVenue::wakeAll()
{
    for (auto &machine : m_stations) {
        if (machine->isUp()) {
            machine->device().tick();
            machine->device().flush();
            machine->settleStanding();
            m_network.settle(machine->index());
        }
    }
}

void SplitVenue::split(const std::vector<std::vector<int>> &groups)
{
    std::vector<int> sides(Genesis::deviceCount, 0);
    for (std::size_t side = 0; side < groups.size(); ++side) {
        for (const int device : groups[side]) {
            sides[std::size_t(device)] = int(side);
        }
    }
    m_network.split(sides);
    run(16'000);  // Dead links are seen to be.
}

void SplitVenue::heal()
{
    m_network.heal();
    run(8'000);
}

void SplitVenue::promote(int device)
{
    REQUIRE(at(device).promote());
    run(4'000);
    REQUIRE(at(device).device().isHub());
}

void SplitVenue::die(int device, Loss loss)
{
    at(device).die();
    m_network.stationDied(device, loss == Loss::Seen);
    run(1'000);
}

void SplitVenue::start(int device)
{
    REQUIRE(at(device).start());
    m_network.keepLinked(device);
}

Answer SplitVenue::act(int device, Command command)
{
    std::optional<Answer> told;
    at(device).device().submit({RequestId::make(m_random), {}, std::move(command)},
                               [&told](const Answer &answer) { told = answer; });
    for (SimTime waited = 0; !told && waited < patience; waited += step) {
        run(step);
    }
    REQUIRE(told);
    return *told;
}

Answer SplitVenue::signIn(int device, int guest)
{
    SignIn signIn;
    signIn.payload = Genesis::codeOf(guest);
    signIn.isEachQuestionAsked = true;
    return act(device, signIn);
}

Answer SplitVenue::declareLost(int device, int lost)
{
    return act(device, DeclareLost{at(lost).id(), {}, QStringLiteral("off for good, recounted")});
}

Answer SplitVenue::issue(int device, int guest)
{
    queues::Issue issue;
    issue.series = QStringLiteral("a");
    issue.payload = guest < 0 ? QByteArray() : Genesis::codeOf(guest);
    return act(device, issue);
}

Answer SplitVenue::call(int device) { return act(device, queues::Call{}); }

Answer SplitVenue::redeem(int device, const QString &prize, int guest)
{
    return act(device, prizes::Redeem{prize, Genesis::codeOf(guest), {}});
}

Answer SplitVenue::unit(int device, const QString &unit, int guest)
{
    units::Advance advance;
    advance.unit = unit;
    advance.step = units::Step::Subscribe;
    advance.payload = Genesis::codeOf(guest);
    return act(device, advance);
}

bool SplitVenue::isOneDay(const std::vector<int> &devices)
{
    auto &first = at(devices.front()).device();
    return std::ranges::all_of(devices, [&](int i) {
        auto &device = at(i).device();
        UNSCOPED_INFO("device " << i << ": " << device.faults()->join(u' ').toStdString());
        return device.journal().vector() == first.journal().vector() &&
               device.journal().digest() == first.journal().digest() && device.faults()->isEmpty();
    });
}

std::vector<clashes::Clash> SplitVenue::clashesAt(int device)
{
    std::vector<clashes::Clash> found;
    REQUIRE(at(device).device().journal().read([&](State &state) { found = clashes::list(state, 100); }));
    return found;
}

}  // namespace muster::sim
