#pragma once
#include "core/venue/incidents/incidents.h"

/// What Muster itself says of incidents. Of what people wrote only what exits look out for: the rest may be sealed.
namespace muster::incidents::text {

[[nodiscard]] Words wordsOf(State state);
[[nodiscard]] Words wordsOf(AssigneeState state);
/// What @p entry changed; @p linked: the number of the incident that it names.
[[nodiscard]] Words saidOf(const Entry &entry, const EventSetup &setup, const QString &linked);
[[nodiscard]] Words urgentOf(const Incident &incident, const EventSetup &setup);
[[nodiscard]] Words untouchedOf(const Incident &incident, const EventSetup &setup);
[[nodiscard]] Words unwatchedOf(const Incident &incident, const EventSetup &setup,
                                const std::vector<ExitView> &unanswered);

}  // namespace muster::incidents::text
