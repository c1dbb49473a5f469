#include "core/venue/draws.h"

#include "core/journal/body.h"

namespace muster::draws {

QStringList kinds() { return {}; }

QStringList tables() { return {}; }

void createTables(State &state) { static_cast<void>(state); }

Folded fold(State &state, const Operation &operation)
{
    static_cast<void>(state);
    static_cast<void>(operation);
    return Folded::unknown();
}

}  // namespace muster::draws
