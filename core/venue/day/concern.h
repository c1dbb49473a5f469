#pragma once
#include "core/venue/day/views.h"

/// Which alerts are shown where: the one rule behind the screens of staff. (The coordinator's wall shows all of them.)
///
///  - A zone's device: what calls its lead or deputy, of its zone or of none.
///  - A counter or prize desk: what happened at its station, what calls its kind of people wherever, and what is grave
///  in
///    its zone. (The rest is for the lead: a clerk's "Seen" would silence it there too.)
///  - A greeter: who is to be met, and where a bell rings, all over the hall.
///
/// Whom it called first keeps it when it escalates: it comes to more people and leaves nobody's screen unanswered.
namespace muster::day_query {

/// Where a device stands.
struct Place {
    QString role;     ///< Of the device: zone, counter, prize, greeter.
    QString station;  ///< Or empty.
    QString zone;     ///< Or empty.
};

[[nodiscard]] bool concerns(const AlertView &alert, const EventSetup &setup, const Place &place);
/// Of @p alerts those that concern @p place, in the same order.
[[nodiscard]] std::vector<AlertView> concerning(const std::vector<AlertView> &alerts, const EventSetup &setup,
                                                const Place &place);

}  // namespace muster::day_query
