#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"
#include "core/venue/modes/mode_words.h"

/// What the commander says to all, to a role or to a zone, and who has read it. A set of sayings and a set of receipts:
/// both only grow, so they work cut off and commute.
namespace muster::messages {

inline constexpr qsizetype toMax = 80;
inline constexpr qsizetype textMax = 500;
inline constexpr qsizetype stationMax = 64;
inline constexpr int shownMax = 50;     ///< Of the current day, the latest.
inline constexpr int readersMax = 500;  ///< Of one message that are named.

[[nodiscard]] QString saidKind();
[[nodiscard]] QString readKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// The answer's subjects: the devices that show it now; of none, the reason says so.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Say &command);
void recall(Desk &desk, const Say &command, Answer &answer);
/// Who reads it twice at the same device has read it once.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const MarkRead &command);

/// Names of the enrolled devices, besides the coordinator's, that show what is said to @p to: for their role, their
/// zone, or who signed on there.
[[nodiscard]] QStringList shownAt(State &state, const EventSetup &setup, const QString &to);
/// The latest first.
[[nodiscard]] std::vector<MessageView> viewsOf(State &state, const EventSetup &setup);
/// Says of each of @p views whether it was read at @p device.
void markRead(State &state, const DeviceId &device, std::vector<MessageView> &views);

}  // namespace muster::messages
