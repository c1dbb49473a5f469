#pragma once
#include "core/venue/act.h"

#include <functional>

namespace muster::cli {

using Submit = std::function<void(Act, std::function<void(const Answer &)>)>;

/// Decides the SignIn in @p act where nobody is there to be asked: questions get the plan's default answers, unknown
/// companions are none, of a group only the guest who was scanned is here. The request id (made if null) stays the
/// same. The answer may still be NeedsAnswers where the plan requires one and has no default.
void signInUnattended(const Submit &submit, Act act, std::function<void(const Answer &)> told);

}  // namespace muster::cli
