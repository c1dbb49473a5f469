#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// What somebody should see to. The list is derived from the state whenever it is asked for; the log only knows who
/// acknowledged what.
namespace muster::alerts {

struct Acknowledgement {
    QString actor;
    WallTime at{};
    int recheckMinutes = 0;
};

[[nodiscard]] QString kind();
[[nodiscard]] Draft acknowledged(const QString &alert, int recheckMinutes);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
/// The latest acknowledgement of @p alert.
[[nodiscard]] std::optional<Acknowledgement> find(State &state, const QString &alert);

}  // namespace muster::alerts
