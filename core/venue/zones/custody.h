#pragma once
#include "core/venue/zones/zones.h"

/// Cloakroom tags, wheelchairs, prams: who has what. A log of tenancy: a hand-over closes the earlier one, and both are
/// kept. Cut off or not, nobody is refused: the thing itself says where it is.
namespace muster::custody {

/// One stay of a thing with somebody.
struct Tenancy {
    QString tag;
    std::optional<GuestId> guest;
    QString note;
    QString station;
    QString actor;
    HybridTime since;
    std::optional<HybridTime> until;  ///< Given back, or handed on; unset: still out.
};

[[nodiscard]] QString kind();
[[nodiscard]] Draft set(State &state, const zones::SetCustody &command, const std::optional<GuestId> &guest,
                        const QString &station);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// What is out now, by tag; at most @p countMax.
[[nodiscard]] std::vector<Tenancy> out(State &state, int countMax);
/// Everybody who had @p tag today, in order.
[[nodiscard]] std::vector<Tenancy> historyOf(State &state, const QString &tag);

}  // namespace muster::custody
