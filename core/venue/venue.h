#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"
#include "core/venue/plan/setup.h"

#include <set>

namespace muster {

/// The fold of the whole day: hands each operation to the room that knows its kind.
///
/// Besides the tables it keeps in memory what follows from them: the plan as read last, and what changed since somebody
/// asked; a node forgets it when a transaction failed.
class Venue final : public Fold {
public:
    Venue(EventId event, PublicKey eventKey) : m_event(event), m_eventKey(eventKey) {}

    [[nodiscard]] int version() const override { return 16; }
    void createTables(State &state) override;
    [[nodiscard]] QStringList tables() const override;
    Folded apply(State &state, const Operation &operation) override;
    void settle(State &state) override;

    /// The plan, read again only after it changed.
    [[nodiscard]] const EventSetup &setup(State &state);
    /// Guests whose row of the list changed (names to read anew), since the last call.
    [[nodiscard]] std::vector<GuestId> takeListed();
    /// Guests whose day changed since the last call.
    [[nodiscard]] std::vector<GuestId> takeMoved();
    /// Guests to be forgotten, since the last call.
    [[nodiscard]] std::vector<GuestId> takeForgotten();
    /// True if something happened that concerns the rights of everybody, since the last call: the hub looks over them.
    [[nodiscard]] bool takeCheckDue();
    /// True if something happened to queues, prizes, units or rights since the last call: rights may be due to move.
    [[nodiscard]] bool takeRightsDue();
    /// True if takeListed() or takeForgotten() would give something.
    [[nodiscard]] bool hasNews() const { return !m_listed.empty() || !m_forgotten.empty(); }
    void forget();

private:
    Folded dispatch(State &state, const Operation &operation);

    EventId m_event;
    PublicKey m_eventKey;
    std::optional<EventSetup> m_setup;
    std::set<GuestId> m_listed;
    std::set<GuestId> m_moved;
    std::set<GuestId> m_forgotten;
    bool m_isCheckDue = false;
    bool m_areRightsDue = false;
};

}  // namespace muster
