#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"
#include "core/venue/setup.h"

#include <set>

namespace muster {

/// The fold of the whole day: hands each operation to the room that knows its kind.
///
/// Besides the tables it keeps two things in memory that follow from them: the plan as read last, and which guests
/// changed since somebody asked; a node forgets both when a transaction failed.
class Venue final : public Fold {
public:
    Venue(EventId event, PublicKey eventKey) : m_event(event), m_eventKey(eventKey) {}

    [[nodiscard]] int version() const override { return 2; }
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
    void forget();

private:
    Folded dispatch(State &state, const Operation &operation);

    EventId m_event;
    PublicKey m_eventKey;
    std::optional<EventSetup> m_setup;
    std::set<GuestId> m_listed;
    std::set<GuestId> m_moved;
    std::set<GuestId> m_forgotten;
};

}  // namespace muster
