#pragma once
#include "core/venue/scarce/clashes.h"
#include "tests/sim/network.h"
#include "tests/support/catch.h"

namespace muster::sim {

/// The simulated event on a quiet day: every device on its own disk and clock, links as they are, no fault but those
/// that a test asks for. Device 0 is the hub; 7 and 8 are its standbys.
class SplitVenue {
public:
    SplitVenue();

    [[nodiscard]] Station &at(int device) { return *m_stations.at(std::size_t(device)); }
    /// Lets @p msecs pass.
    void run(SimTime msecs);
    /// Only who is in one group can reach each other; devices of no group stay where the first one is.
    void split(const std::vector<std::vector<int>> &groups);
    /// Everybody reaches everybody, and enough time passes for all to agree.
    void heal();
    void promote(int device);
    [[nodiscard]] Network &network() { return m_network; }
    enum class Loss { Seen, Silent };
    /// The power goes; in silence: those who were linked to it do not notice.
    void die(int device, Loss loss = Loss::Seen);
    void start(int device);

    /// What a person at @p device is told.
    Answer act(int device, Command command);
    Answer signIn(int device, int guest);
    Answer declareLost(int device, int lost);
    Answer issue(int device, int guest);
    Answer call(int device);
    Answer redeem(int device, const QString &prize, int guest);
    Answer unit(int device, const QString &unit, int guest);

    /// True if every device of @p devices has the same operations and state, and breaks no law.
    bool isOneDay(const std::vector<int> &devices = {0, 1, 2, 3, 4, 5, 6, 7, 8});
    std::vector<clashes::Clash> clashesAt(int device);

private:
    void wakeAll();

    Agenda m_agenda;
    test::SeededRandom m_random{5};
    test::FakeSignatures m_signatures;
    Plant m_none;
    std::vector<std::unique_ptr<Station>> m_stations;
    std::map<DeviceId, int> m_indexOf;
    Network m_network;
};

}  // namespace muster::sim
