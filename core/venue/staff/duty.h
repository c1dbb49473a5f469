#pragma once
#include "core/venue/act.h"

namespace muster {
class State;
}

/// Whether somebody is on duty, as far as plan and day know.
namespace muster::duty {

/// What the day knows of who acts.
struct Standing {
    std::optional<StaffMember> member;  ///< Unset: neither plan nor day knows them.
    /// Today the plan gives them shifts; without any it knows no duty of theirs, and on another day than the event's
    /// (setting up, a rehearsal) nobody's.
    bool isPlanned = false;
    bool isAtWork = false;                ///< Stands at a post, is on a break from one, or was sent somewhere.
    std::optional<int> minutesToShift;    ///< Until the next shift of work begins; 0: it is on.
    std::optional<int> minutesFromShift;  ///< Since the last one ended.
    bool isSignedOn = true;               ///< At the device where they act; or they have no PIN to do it with.
};

/// True if they are there, or should be now, as far as anybody knows.
[[nodiscard]] bool isOn(const Standing &standing);
/// @p device: where they act; nothing where another device has answered for that.
[[nodiscard]] Standing of(State &state, const EventSetup &setup, const QString &staff, WallTime now,
                          const std::optional<DeviceId> &device);

/// Staff with @p role who are on duty, in the plan's order; of a lead or deputy of @p zone that zone's, if it has one.
/// Everybody in that role if nobody is on duty: somebody must be called.
[[nodiscard]] std::vector<const StaffMember *> inRole(State &state, const EventSetup &setup, const QString &role,
                                                      const QString &zone, WallTime now);

}  // namespace muster::duty
