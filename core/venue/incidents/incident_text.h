#pragma once
#include "core/venue/incidents/incidents.h"

/// What Muster itself says of incidents. Never what people wrote: that may be sealed.
namespace muster::incidents::text {

/// What @p entry changed; @p linked: the number of the incident that it names.
[[nodiscard]] Words saidOf(const Entry &entry, const EventSetup &setup, const QString &linked);
[[nodiscard]] Words urgentOf(const Incident &incident, const EventSetup &setup);
[[nodiscard]] Words untouchedOf(const Incident &incident, const EventSetup &setup);
[[nodiscard]] Words unwatchedOf(const Incident &incident, const EventSetup &setup, const QStringList &exits);

}  // namespace muster::incidents::text
