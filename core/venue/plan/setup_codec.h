#pragma once
#include "core/journal/body.h"
#include "core/venue/plan/setup.h"

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
[[nodiscard]] QCborMap toCbor(const Series &series);
[[nodiscard]] QCborMap toCbor(const Service &service);
[[nodiscard]] QCborMap toCbor(const Priority &priority);
[[nodiscard]] QCborMap toCbor(const Prize &prize);
[[nodiscard]] QCborMap toCbor(const Stock &stock);
[[nodiscard]] QCborMap toCbor(const DrawPlan &draw);
[[nodiscard]] QCborMap toCbor(const SaleUnit &unit);
[[nodiscard]] QCborMap toCbor(const Merchant &merchant);
[[nodiscard]] QCborMap toCbor(const PostPlan &post);
[[nodiscard]] QCborMap toCbor(const Shift &shift);
[[nodiscard]] QCborMap toCbor(const GearPlan &gear);
[[nodiscard]] QCborMap toCbor(const AssemblyPoint &point);
[[nodiscard]] QCborMap toCbor(const IncidentType &type);
[[nodiscard]] QCborMap toCbor(const Cue &cue);
[[nodiscard]] QCborMap toCbor(const TaskPlan &task);
[[nodiscard]] QCborMap toCbor(const Material &material);
[[nodiscard]] QCborMap toCbor(const AlertRule &rule);
[[nodiscard]] QCborMap toCbor(const Target &target);
/// Name, place, day … without the lists.
[[nodiscard]] QCborMap headToCbor(const EventSetup &setup);

void fromCbor(BodyReader &body, const QString &code, Zone &zone);
void fromCbor(BodyReader &body, const QString &code, TicketClass &ticketClass);
void fromCbor(BodyReader &body, const QString &code, Rule &rule);
void fromCbor(BodyReader &body, const QString &code, SessionPlan &session);
void fromCbor(BodyReader &body, const QString &code, Question &question);
void fromCbor(BodyReader &body, const QString &code, StaffMember &staff);
void fromCbor(BodyReader &body, const QString &code, Station &station);
void fromCbor(BodyReader &body, const QString &code, Series &series);
void fromCbor(BodyReader &body, const QString &code, Service &service);
void fromCbor(BodyReader &body, const QString &code, Priority &priority);
void fromCbor(BodyReader &body, const QString &code, Prize &prize);
void fromCbor(BodyReader &body, const QString &code, Stock &stock);
void fromCbor(BodyReader &body, const QString &code, DrawPlan &draw);
void fromCbor(BodyReader &body, const QString &code, SaleUnit &unit);
void fromCbor(BodyReader &body, const QString &code, Merchant &merchant);
void fromCbor(BodyReader &body, const QString &code, PostPlan &post);
void fromCbor(BodyReader &body, const QString &code, Shift &shift);
void fromCbor(BodyReader &body, const QString &code, GearPlan &gear);
void fromCbor(BodyReader &body, const QString &code, AssemblyPoint &point);
void fromCbor(BodyReader &body, const QString &code, IncidentType &type);
void fromCbor(BodyReader &body, const QString &code, Cue &cue);
void fromCbor(BodyReader &body, const QString &code, TaskPlan &task);
void fromCbor(BodyReader &body, const QString &code, Material &material);
void fromCbor(BodyReader &body, const QString &code, AlertRule &rule);
void fromCbor(BodyReader &body, const QString &code, Target &target);
void headFromCbor(BodyReader &body, EventSetup &setup);

}  // namespace muster
