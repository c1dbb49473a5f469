#pragma once
#include "core/venue/cues/cue_views.h"
#include "core/venue/plan/words.h"

/// How states are called on paper.
namespace muster::report {

[[nodiscard]] Words nameOf(CueState state);

}  // namespace muster::report
