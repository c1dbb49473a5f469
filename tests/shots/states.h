#pragma once
#include "tests/shots/scenes.h"

/// States of screens, before languages and sizes make scenes of them; for the files of scenes alone.
namespace muster::test {

struct State {
    QString name;
    QString role;
    std::function<void(FakeNode &)> prepare;
    std::function<void(Face &, FakeNode &, FakeEnrolment &)> act;
};

/// Lets everything that waits in the event loop happen.
void settle();

[[nodiscard]] std::vector<State> counterStates();
[[nodiscard]] std::vector<State> prizeStates();
[[nodiscard]] std::vector<State> boardStates();
[[nodiscard]] std::vector<State> hallStates();
[[nodiscard]] std::vector<State> zoneStates();
/// Of the wall in a zone's staff corner: the role "wall" here, a board to the program.
[[nodiscard]] std::vector<State> wallStates();
/// Of the coordinator, on the pages of people and the course of the day.
[[nodiscard]] std::vector<State> courseStates();

}  // namespace muster::test
