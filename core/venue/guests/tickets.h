#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// The keys that sign tickets: a new one is added when an old one must sign no more. Signed with the event key, so that
/// no device can add a key of its own.
namespace muster::tickets {

struct TicketKey {
    quint16 id = 0;
    PublicKey key;
};

[[nodiscard]] QString kind();
[[nodiscard]] Draft keyAdded(const TicketKey &key, const EventId &event, const SigningKey &eventKey);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// A key that the event key did not sign is a dead letter.
[[nodiscard]] Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey);
[[nodiscard]] std::vector<TicketKey> keys(State &state);

}  // namespace muster::tickets
