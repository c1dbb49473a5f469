#pragma once
#include "core/authority/epochs.h"
#include "tests/sim/station.h"

#include <unordered_map>

namespace muster::sim {

/// The part of the oracle that watches authority: who knew whom to be the hub when it wrote what.
///
/// Like the rest of it, it uses no fold of the venue: what a device knew is what had arrived in its log.
class HubOracle {
public:
    using Say = std::function<void(const QString &)>;

    HubOracle(std::size_t stationCount, Say violate) : m_violate(std::move(violate)), m_known(stationCount) {}

    /// Which rights @p operation moves, for the trace.
    [[nodiscard]] static QString movesOf(const Operation &operation);
    /// @p station wrote @p operation, after all that arrived() said.
    void learn(int station, const Operation &operation);
    /// @p operation lies in @p station's log now.
    void arrived(int station, const OperationHash &operation);
    /// @p station starts, maybe on another disk; beside it, it keeps @p kept as the latest turn.
    void restarted(int station, const Term &kept)
    {
        m_known[std::size_t(station)] = {};
        m_known[std::size_t(station)].now = kept;
    }
    /// True if @p station knows itself to be the hub.
    [[nodiscard]] bool isHub(int station, const DeviceId &device) const
    {
        const auto &now = m_known[std::size_t(station)].now;
        return now && now->hub == device;
    }
    [[nodiscard]] bool wasHub(const DeviceId &device) const;
    /// After healing, the hub first: rights that a hub of before held are where they are of use.
    void checkHome(const std::vector<Station *> &stations) const;

private:
    /// What matters of one operation.
    struct Fact {
        enum class Kind { Turn, SteppedDown, Lost };
        Kind kind = Kind::Turn;
        DeviceId device;  ///< Whose turn it is, or was.
        Epoch number{};   ///< Of the turn, of the later one that ended it, in which it was declared lost.
        DeviceId successor;
        std::vector<Incarnation> lives{};  ///< That were declared lost.
    };
    /// What one device knows, from its log.
    struct Known {
        std::optional<Term> now;
        std::set<Term> turns;
        std::map<DeviceId, Term> steppedDownFor;
        std::map<DeviceId, Epoch> lostIn;
    };

    [[nodiscard]] static std::optional<Fact> read(const Operation &operation);
    void checkTurn(int station, const Fact &turn, const Known &known) const;
    void checkVerdict(int station, const Operation &operation, const Known &known) const;
    void checkMint(int station, const Operation &operation, const Known &known) const;
    /// True if @p hub may still be at work, as far as is known.
    [[nodiscard]] static bool isAwaited(const DeviceId &hub, const Known &known);

    Say m_violate;
    std::vector<Known> m_known;
    std::unordered_map<OperationHash, Fact> m_facts;
};

}  // namespace muster::sim
