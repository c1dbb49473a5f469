#pragma once
#include "core/venue/posts/roster.h"

/// What the acts of this room share; for its own files.
namespace muster::posts {

/// So long off one's feet is a rest.
inline constexpr std::chrono::minutes restFor{10};

/// Why an act may not be, unless a reason is given.
struct Objection {
    Words reason;
    const char *why;
};

[[nodiscard]] Answer refusedByRule(Desk &desk, const Act &act, const Objection &why);
/// What @p member does next, when nothing is said otherwise: begins now, on their feet as long as they have been.
[[nodiscard]] Step next(Desk &desk, const Roster &roster, const QString &staff, std::optional<WallTime> happenedAt);
/// Leaving the post that they stand at would leave too few there: nothing if relief stands there, or it is enough.
[[nodiscard]] std::optional<Objection> objectionToLeaving(const Roster &roster, const QString &staff);
/// Where @p answer sends who takes @p post.
void setPost(const PostPlan *post, Answer &answer);

[[nodiscard]] Words noSuchPost(const QString &post);
[[nodiscard]] Words isNotThere(const QString &staff);

}  // namespace muster::posts
