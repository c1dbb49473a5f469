#pragma once
#include "core/journal/state.h"
#include "core/report/report.h"
#include "core/venue/guests/answers.h"
#include "core/venue/plan/setup.h"

#include <functional>

/// Computes the evaluation of the present day from the state of one device: since the last reset, nothing of a
/// rehearsal. Costs a walk through all of the day's facts; reads only.
namespace muster::report {

/// Opens one guest's answers, where the key is here; none: nobody here may read them.
using AnswerReader = std::function<std::optional<QMap<QString, QString>>(const answers::Answered &)>;

/// A device whose latest acts may not be here.
struct Unheard {
    QString name;
    std::optional<WallTime> heardAt;  ///< Unset: never, as far as this device remembers.
    int unsent = 0;                   ///< Acts that it said it has not sent.
    friend bool operator==(const Unheard &, const Unheard &) = default;
};

/// What the state does not say. With equal ones, two devices of the same operations give the same report.
struct Sources {
    bool isDayKnown = true;  ///< This device has once held all that the hub held.
    std::optional<WallTime> generatedAt{};
    std::vector<Unheard> unheard{};
    AnswerReader answers{};
};

inline constexpr std::chrono::minutes sliceLength{15};
inline constexpr int daysMax = 8;               ///< Days that are cut into slices: the one before, and from then on.
inline constexpr std::size_t namedMax = 10;     ///< Devices that a doubt names.
inline constexpr std::size_t valuesMax = 12;    ///< Different numbers of one question that get a row each.
inline constexpr qint64 answerMax = 1'000'000;  ///< Larger numbers that guests gave are left out.

[[nodiscard]] Report evaluate(State &state, const EventSetup &setup, const Sources &sources);

}  // namespace muster::report
