#pragma once
#include "core/venue/desk.h"

/// The rooms that bring their own acts: who decides what.
namespace muster::rooms {

/// What the room of @p act says; nothing if the act is the desk's or the door's own, or one that needs a right.
[[nodiscard]] std::optional<Answer> decide(Desk &desk, const Act &act);
/// Adds to @p answer, the bare yes to an act that was done before, what its room told beside it.
void recall(Desk &desk, const Act &act, Answer &answer);

}  // namespace muster::rooms
