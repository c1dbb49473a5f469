#pragma once
#include "core/journal/operation.h"
#include "core/venue/day/views.h"

/// Who did what, when and why: the log in the words of the day. People's acts, not the machinery's.
namespace muster::audit {

/// What @p operation says by itself, with codes instead of names; nothing if no person stands behind it.
[[nodiscard]] std::optional<AuditView> entryOf(const Operation &operation);

}  // namespace muster::audit
