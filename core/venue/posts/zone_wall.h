#pragma once
#include "core/venue/day/views.h"

/// What hangs in the staff corner of a zone: who is here, who goes, who comes, what is not in order.
namespace muster::posts {

inline constexpr std::chrono::minutes wallAhead{60};      ///< How far it looks for who comes and who goes.
inline constexpr std::chrono::minutes shiftEndsSoon{15};  ///< Whose shift ends within that is leaving.

/// Somebody on it, and why they are.
struct WallPerson {
    enum class Why {
        Stands,
        StandsBy,
        There,     ///< Was sent here, to no post.
        Overlong,  ///< Stands longer than is good,
        Relief,    ///< will be relieved,
        ShiftEnds,
        Sent,  ///< Is sent here and has not set out,
        OnTheWay,
        Relieves,  ///< was named to relieve somebody here,
        Late,      ///< should be here by now, and nobody has seen them,
        ShiftBegins,
        Unready,  ///< is here, and not everything is in order.
    };
    QString staff;
    QString name;
    Words place;       ///< The post, or the zone.
    QString incident;  ///< Number of the one that they see to; empty: none.
    Why why = Why::Stands;
    std::optional<WallTime> at;  ///< Since when, or by when.
    QString other;               ///< Name of who relieves them, or whom they relieve.
    QStringList missing;         ///< Codes of what is not in order.
};

/// A post with too few people.
struct WallGap {
    QString post;
    Words name;
    int count = 0;  ///< How many are missing now; 0: from `at` on some are, by the shifts.
    std::optional<WallTime> at;
};

struct ZoneWall {
    std::vector<WallPerson> here;      ///< By post.
    std::vector<WallPerson> leaving;   ///< The first to go first; everybody once.
    std::vector<WallPerson> arriving;  ///< The first to come first; everybody once.
    std::vector<WallPerson> unready;
    std::vector<WallGap> gaps;  ///< Those of now first.
};

/// Of @p zone, by what @p day says of posts and staff, and by the shifts of the plan.
[[nodiscard]] ZoneWall wallOf(const DayView &day, const EventSetup &setup, const QString &zone, WallTime now);

}  // namespace muster::posts
