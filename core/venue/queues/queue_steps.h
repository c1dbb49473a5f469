#pragma once
#include "core/venue/queues/queues.h"

/// What the rooms' files about tickets share; for them alone.
namespace muster::queues {

[[nodiscard]] scarce::Room issueRoom();
[[nodiscard]] scarce::Room callRoom();

/// The body of a step that leaves @p ticket as it is; the caller changes what the step changes.
[[nodiscard]] QCborMap stepBody(Desk &desk, const Ticket &ticket, Step step);
/// The account among @p accounts that holds @p ticket's right, if any does.
[[nodiscard]] std::optional<QString> holderAmong(Desk &desk, const Ticket &ticket, const QStringList &accounts);
[[nodiscard]] Answer answerFor(Desk &desk, const RequestId &request, const Ticket &ticket);
/// As far as this device's clock can say; never negative.
[[nodiscard]] qint64 secondsSince(Desk &desk, const HybridTime &time);
/// The step that this act made before, if it did.
[[nodiscard]] std::optional<Stepped> stepOfRequest(State &state, const RequestId &request);
/// True if @p staff has opened a counter that is open.
[[nodiscard]] bool isAtWork(Desk &desk, const QString &staff);

/// What keeps guests of @p service from being called to @p station: nobody is sent to where nobody may go, nor called
/// out of a zone that is being cleared. Normal: nothing.
[[nodiscard]] modes::Mode barOf(State &state, const Station *station, const Service &service);
[[nodiscard]] Words callsAreHeld(modes::Mode bar);

}  // namespace muster::queues
