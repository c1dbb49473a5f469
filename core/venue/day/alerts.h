#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// What somebody should see to. The list is derived from the state whenever it is asked for; the log only knows who
/// called and who acknowledged what.
namespace muster::alerts {

struct Acknowledgement {
    QString actor;
    WallTime at{};        ///< As corrected where it was said.
    HybridTime occasion;  ///< Covers what was raised until then, by the clocks of those who raised it.
    int recheckMinutes = 0;
};

/// A bell that nobody has answered yet: one for each station.
struct StaffCall {
    QString station;
    QString reason;  ///< Of the first ring.
    HybridTime first;
    HybridTime last;
};

[[nodiscard]] QString acknowledgedKind();
[[nodiscard]] QString staffCalledKind();
/// @p occasion: when what is acknowledged was raised; unknown: everything until now.
[[nodiscard]] Draft acknowledged(const QString &alert, int recheckMinutes, WallTime at,
                                 std::optional<HybridTime> occasion = {});
/// @p day: number of resets the author had seen; a call from the rehearsal rings no more afterwards.
[[nodiscard]] Draft staffCalled(const QString &station, const QString &reason, qint64 day);

[[nodiscard]] QString idOfCallsAt(const QString &station);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::vector<StaffCall> openCalls(State &state, qint64 day);
/// The latest acknowledgement of @p alert that covers what was raised at @p raisedAt.
[[nodiscard]] std::optional<Acknowledgement> find(State &state, const QString &alert, HybridTime raisedAt);

}  // namespace muster::alerts
