#pragma once
#include "core/venue/modes/mode_views.h"
#include "core/venue/plan/words.h"

/// What modes are called and what is said of them: for screens and scripts, without the room that keeps them.
namespace muster::modes {

/// "normal", "slow", "hold", "evacuate"
[[nodiscard]] QString toString(Mode mode);
[[nodiscard]] std::optional<Mode> modeFrom(const QString &name);
/// The same in two or three words for people.
[[nodiscard]] Words titleOf(Mode mode);
/// What guests are told who want in; of Normal nothing.
[[nodiscard]] Words wordsAtDoor(Mode mode);
/// What is said before all: on boards and by voice. Of Normal it is the all-clear.
[[nodiscard]] Words announcementOf(Mode mode);
/// The stricter of what @p views say of the hall and of @p zone.
[[nodiscard]] Mode modeIn(const std::vector<ModeView> &views, const QString &zone);

}  // namespace muster::modes

namespace muster::messages {

/// Whom something concerns: a device in one of @p roles that stands in @p zone. The coordinator sees everything.
[[nodiscard]] bool isFor(const QString &to, const QStringList &roles, const QString &zone);

}  // namespace muster::messages
