#pragma once
#include "app/node/port.h"

#include <functional>

/// The sample event 认筹开盘日 at 09:58: plain values for screens. All people and figures are invented.
namespace muster::test {

[[nodiscard]] WallTime sampleNow();
[[nodiscard]] EventSetup sampleEvent();
[[nodiscard]] Identity sampleIdentity(const QString &role);
/// The same, with a problem desk at station "desk-1".
[[nodiscard]] Identity sampleIdentityWithDesk(const QString &role);
/// What a node answers that refuses sign-ins with @p refusal and sends those guests to the problem desk.
[[nodiscard]] std::function<Answer(const Act &)> sampleReferring(Answer refusal);
/// One of them, on the way.
[[nodiscard]] ReferralView sampleReferral();
/// @p name's place in the list names the guest.
[[nodiscard]] GuestView sampleGuest(int number);
[[nodiscard]] Answer sampleAnswer(Outcome outcome, int guest = 0);
/// An answer that asks: @p question is the code of one of the plan's questions.
[[nodiscard]] Answer sampleQuestion(const QString &question);
[[nodiscard]] std::vector<SignInView> sampleSignIns(int count);
[[nodiscard]] DayView busyDay();
/// Before doors: everything known, nobody here.
[[nodiscard]] DayView emptyDay();
/// The busy day as it looks when two devices have not been heard for half a minute.
[[nodiscard]] DayView staleDay();

template<class Id>
[[nodiscard]] Id sampleId(int number)
{
    Id id;
    id.bytes[0] = quint8(number + 1);
    id.bytes[1] = quint8(number / 256);
    return id;
}

}  // namespace muster::test
