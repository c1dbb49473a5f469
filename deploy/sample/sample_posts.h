#pragma once
#include "deploy/sample/sample_plan.h"

#include <span>

/// Who stands at the posts of the sample: the numbers of the staff, and their hours.
namespace muster::sample {

/// People with numbers that follow each other, who share a post and its hours.
struct PostTeam {
    const char16_t *post;
    int first;
    int people;
    int start;
    int end;
};

[[nodiscard]] std::span<const PostTeam> postTeams();

/// The zones in the order in which their leads and deputies are numbered.
inline constexpr QStringView zoneLetters = u"ABCDEFGHIJKP";
[[nodiscard]] QString deputyOf(QChar zone);

/// Of a team of so many, a third eats at a time: who is left.
constexpr int leftWhileEating(int people) { return people - (people + 2) / 3; }

}  // namespace muster::sample
