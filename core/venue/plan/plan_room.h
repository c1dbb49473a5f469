#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"
#include "core/venue/plan/setup.h"

/// The plan as the devices share it: one register an item (a zone, a class, a rule …), ordered like all registers.
namespace muster::plan_room {

/// "plan.set": items [section, code, map], and the version their author saw plus one.
[[nodiscard]] QString kind();
/// One entry of the plan that is another one in a new plan.
struct Change {
    enum What { Added, Changed, Gone };

    QString section;  ///< "event", "zone", "post" …
    QString code;
    What what = Changed;
};
/// In the order of the plan, then what is gone.
[[nodiscard]] std::vector<Change> changesTo(const EventSetup &wanted, State &state);
/// Operations that turn what @p known says into @p wanted; none if they agree. Items gone from the plan are emptied.
[[nodiscard]] std::vector<Draft> draftsFor(const EventSetup &wanted, State &state);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] EventSetup load(State &state);

}  // namespace muster::plan_room
