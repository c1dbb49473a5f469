#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"

/// Roll call: who was seen at an assembly point when names were read out, and who was missed. Of every person, staff
/// or guest, the latest word counts, wherever it was said: who turns up at another point is missing no more.
namespace muster::roll {

/// What was last said of somebody.
struct Call {
    QString staff;  ///< Code; or
    std::optional<GuestId> guest;
    QString place;
    bool isPresent = true;
    HybridTime time;
};

[[nodiscard]] QString kind();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// The last words of today, by person.
[[nodiscard]] std::vector<Call> calls(State &state);

}  // namespace muster::roll

namespace muster::posts {

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const CallRoll &command);

}  // namespace muster::posts
