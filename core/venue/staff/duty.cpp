#include "core/venue/staff/duty.h"

#include "core/venue/door/rules.h"
#include "core/venue/posts/posts.h"
#include "core/venue/staff/people.h"
#include "core/venue/staff/sign_on.h"

namespace muster::duty {

bool isOn(const Standing &standing)
{
    return standing.member && (!standing.isPlanned || standing.isAtWork || standing.minutesToShift == 0);
}

Standing of(State &state, const EventSetup &setup, const QString &staff, WallTime now,
            const std::optional<DeviceId> &device)
{
    constexpr qint64 minutesOfDay = 24 * 60;
    Standing standing;
    standing.member = staff::find(state, setup, staff);
    if (!standing.member || standing.member->code != staff) {
        return {};  // Who acts is written down as they are said to be: by their very code.
    }
    const auto &code = standing.member->code;
    standing.isSignedOn = !device || staff::isSignedOn(state, code, *device);
    const auto minute = rules::minuteOfEvent(setup, now);
    qint64 end = minutesOfDay;
    for (const auto &shift : setup.shifts) {
        end = std::max<qint64>(end, shift.untilMinute);
        if (shift.kind != ShiftKind::Work || shift.staff != code) {
            continue;
        }
        standing.isPlanned = true;
        if (minute < shift.untilMinute) {
            const int wait = int(std::max<qint64>(0, shift.fromMinute - minute));
            standing.minutesToShift = std::min(standing.minutesToShift.value_or(wait), wait);
        } else {
            const int past = int(std::min<qint64>(minute - shift.untilMinute, minutesOfDay * 365));
            standing.minutesFromShift = std::min(standing.minutesFromShift.value_or(past), past);
        }
    }
    // The day lasts until everybody has gone, past midnight too.
    standing.isPlanned = standing.isPlanned && minute >= 0 && minute < end + minutesOfDay / 4;
    if (standing.isPlanned) {
        const auto step = posts::now(state, code);
        standing.isAtWork = step && step->whereabouts != Whereabouts::Away;
    }
    return standing;
}

std::vector<const StaffMember *> inRole(State &state, const EventSetup &setup, const QString &role, const QString &zone,
                                        WallTime now)
{
    std::vector<const StaffMember *> found;
    for (const auto &member : setup.staff) {
        if (member.roles.contains(role)) {
            found.push_back(&member);
        }
    }
    const auto keep = [&](const auto &isWanted) {
        if (std::ranges::any_of(found, isWanted)) {
            std::erase_if(found, [&](const StaffMember *member) { return !isWanted(member); });
        }
    };
    if ((role == QLatin1String("lead") || role == QLatin1String("deputy")) && !zone.isEmpty()) {
        keep([&](const StaffMember *member) { return member->zone == zone; });
    }
    keep([&](const StaffMember *member) { return isOn(of(state, setup, member->code, now, std::nullopt)); });
    return found;
}

}  // namespace muster::duty
