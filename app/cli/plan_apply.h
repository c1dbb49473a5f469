#pragma once
#include "app/cli/command_line.h"
#include "core/venue/plan/setup.h"

namespace muster::cli {

/// muster plan apply: the plan of an event that is there already becomes another one.
void addPlanApply(CommandLine &line, CLI::App &plan);
/// @p day is YYYY-MM-DD, or "today" where the event takes place; everything that the plan says by hours goes with it.
/// Invalid for anything else.
[[nodiscard]] Status moveDay(EventSetup &setup, const QString &day);

}  // namespace muster::cli
