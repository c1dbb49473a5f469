#pragma once
#include "tests/qml/sample_day.h"

/// Counters, a prize desk and a board on the sample day.
namespace muster::test {

/// At a counter, a prize desk or under a board, with numbers and prizes in the plan.
[[nodiscard]] Identity deskIdentity(const QString &role);
/// @p phase: "called", "serving", "held", "waiting".
[[nodiscard]] TicketView sampleTicket(const QString &number, const QString &phase, int guest = 0);
/// busyDay(), where the counter is open or closed and @p waiting wait.
[[nodiscard]] DayView queueDay(bool isOpen, int waiting);
/// Due, given already, and not here any more.
[[nodiscard]] PrizeGuestView sampleDues(int guest = 0);
[[nodiscard]] OpenPrizeView sampleOpenPrize(int number);
[[nodiscard]] queue_board::Board sampleBoard();

}  // namespace muster::test
