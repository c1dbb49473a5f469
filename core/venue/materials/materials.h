#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"

/// Things that go out by category and come back, and documents by their numbers.
///
/// What went through a step is a sum of signed counts, so that several people may count at once and cut off. Numbered
/// documents are told by serial (core/venue/materials/serials.h). Both ask nobody.
namespace muster::materials {

inline constexpr int stepCount = int(Step::Broken) + 1;
inline constexpr int countMax = 100'000;  ///< Of one move.
inline constexpr qsizetype codeLengthMax = 64;
inline constexpr qsizetype noteLengthMax = 400;
inline constexpr int serialsShownMax = 20;  ///< Of those that are open or disputed.
inline constexpr int serialsHeldMax = 100;  ///< Of those of which it is shown who has them.

/// Of one material, by step.
using Sums = std::array<qint64, stepCount>;

[[nodiscard]] QString toString(Step step);
[[nodiscard]] QString toString(SerialStep step);

[[nodiscard]] QString movedKind();
[[nodiscard]] QString markedKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Move &command);
/// `subjects` of the answer: the first and the last serial as they are printed.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Mark &command);
void recall(Desk &desk, const Mark &command, Answer &answer);

/// Of the current day.
[[nodiscard]] std::map<QString, Sums> sums(State &state);
/// So many of a material are with somebody; or in a zone, where nobody was named.
struct Holding {
    QString material;
    QString staff;
    QString zone;
    qint64 count = 0;  ///< Less than none: more came back than went out under this name.
};
/// Of the current day, by material, the most first.
[[nodiscard]] std::vector<Holding> held(State &state);
/// "RG0012".
[[nodiscard]] QString serialText(const Material &material, int serial);

/// In the plan's order.
[[nodiscard]] std::vector<MaterialView> viewsOf(State &state, const EventSetup &setup);
/// Why the figures of @p view cannot all be true, as several people counted, and what to do; nothing if they can. They
/// are shown as they add up, less than none too, and never without this.
[[nodiscard]] std::optional<Words> doubtOf(const MaterialView &view);
/// What is needed and short: stands between the day and "ready".
[[nodiscard]] std::vector<UnmetView> unmetNeeded(State &state, const EventSetup &setup, WallTime now);
/// What is still out, and documents that nobody accounted for: stand in the way of closing.
[[nodiscard]] std::vector<UnmetView> unmetOfClosing(State &state, const EventSetup &setup);
/// Counts the kept sums anew from the moves and names those that are wrong.
[[nodiscard]] QStringList faults(State &state);

}  // namespace muster::materials
