#include "core/venue/queues.h"

namespace muster::queues {

QStringList kinds() { return {}; }

QStringList tables() { return {}; }

void createTables(State &state) { static_cast<void>(state); }

Folded fold(State &state, const Operation &operation)
{
    static_cast<void>(state);
    static_cast<void>(operation);
    return Folded::unknown();
}

std::map<QString, scarce::Room> rooms() { return {}; }

}  // namespace muster::queues
