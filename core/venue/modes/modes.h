#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"
#include "core/venue/modes/mode_words.h"

/// How the hall and its zones run: normal, slow, hold, evacuate. It decides nothing scarce, so it works cut off and
/// commutes; and it is state, so a restart keeps it.
///
/// Guarantees
///  - **The register of a place** goes by version: who has seen a mode replaces it. Of two that replaced the same one
///  the
///    stricter stands, whatever the clocks say: nobody walks into a fire because a tablet is slow.
///  - **Effect**: at a place the stricter of the hall's and the zone's own mode.
///  - **Slow** lets in as many as went out since, and tricklePerMinute besides, as far as this device knows. Scans and
///    counts by hand are people; a recount is none. A party goes in whole as soon as one place is free.
namespace muster::modes {

inline constexpr int tricklePerMinute = 6;  ///< Of people, in slow, beside those who replace who left.
inline constexpr qsizetype placeMax = 64;
inline constexpr qsizetype reasonMax = 400;

/// What somebody set.
struct Setting {
    QString place;  ///< A zone; empty: the hall.
    Mode mode = Mode::Normal;
    QString reason;
    QString actor;
    qint64 flowed = 0;  ///< People who had come, less those who had gone, as its author knew.
    HybridTime time;
};

[[nodiscard]] QString hallKind();
[[nodiscard]] QString zoneKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// The hall's mode is the coordinator's; a zone's also its lead's, at the device that stands in it.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SetMode &command);

/// What @p place itself was set to in the current day; nothing if nobody ever did.
[[nodiscard]] std::optional<Setting> settingOf(State &state, const QString &place);
/// What holds at @p place: the stricter of its own and the hall's.
[[nodiscard]] Mode modeAt(State &state, const QString &place);
/// Nobody more is sent into @p zone by its own mode. (The hall's is kept at the door.)
[[nodiscard]] bool isShut(State &state, const QString &zone);
/// What keeps guests from coming into the hall at @p now; Normal: nothing.
[[nodiscard]] Mode barAtDoor(State &state, const EventSetup &setup, WallTime now);
/// The hall's, and every zone's of the plan that is not normal of its own.
[[nodiscard]] std::vector<ModeView> viewsOf(State &state, const EventSetup &setup);

}  // namespace muster::modes
