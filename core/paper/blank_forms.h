#pragma once
#include "core/paper/sheet.h"
#include "core/report/shown.h"
#include "core/venue/day/views.h"
#include "core/venue/plan/setup.h"

/// Forms to write on by hand when everything is down, and to type in later.
namespace muster::paper {

enum class Form {
    SignIn,    ///< Staff and helpers: who came, when, in order or not; the roster of the day.
    Incident,  ///< One incident, with the fields that ours has.
    PostLog,   ///< Who stood at each post from when to when.
    Count,     ///< Heads of each zone by the quarter of an hour.
};
/// "sign-in", "incident", "post-log", "count"
[[nodiscard]] std::optional<Form> formFrom(const QString &name);

inline constexpr int spareRows = 12;  ///< For helpers who walk up; of a post log for who was not planned.

/// @p day names the helpers who came today; the plan is enough where it is not known.
[[nodiscard]] Sheet blankForm(Form form, const EventSetup &setup, const DayView &day, report::Language language);

}  // namespace muster::paper
