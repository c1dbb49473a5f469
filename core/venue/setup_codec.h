#pragma once
#include "core/journal/body.h"
#include "core/venue/setup.h"

/// The plan's structs as CBOR maps and back. Absent fields take their defaults, so that old plans stay readable.
namespace muster {

[[nodiscard]] QCborArray toCbor(const Words &words);
[[nodiscard]] Words wordsFrom(const QCborValue &value);

[[nodiscard]] QCborMap toCbor(const Zone &zone);
[[nodiscard]] QCborMap toCbor(const TicketClass &ticketClass);
[[nodiscard]] QCborMap toCbor(const Rule &rule);
[[nodiscard]] QCborMap toCbor(const SessionPlan &session);
[[nodiscard]] QCborMap toCbor(const Question &question);
[[nodiscard]] QCborMap toCbor(const StaffMember &staff);  ///< Without phone and company: they are nobody's business.
[[nodiscard]] QCborMap toCbor(const Station &station);
/// Name, place, day … without the lists.
[[nodiscard]] QCborMap headToCbor(const EventSetup &setup);

void fromCbor(BodyReader &body, const QString &code, Zone &zone);
void fromCbor(BodyReader &body, const QString &code, TicketClass &ticketClass);
void fromCbor(BodyReader &body, const QString &code, Rule &rule);
void fromCbor(BodyReader &body, const QString &code, SessionPlan &session);
void fromCbor(BodyReader &body, const QString &code, Question &question);
void fromCbor(BodyReader &body, const QString &code, StaffMember &staff);
void fromCbor(BodyReader &body, const QString &code, Station &station);
void headFromCbor(BodyReader &body, EventSetup &setup);

}  // namespace muster
