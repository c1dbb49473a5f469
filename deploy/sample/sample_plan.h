#pragma once
#include "core/venue/plan/setup.h"

#include <vector>

/// 认筹开盘日, a property-sale opening day. All people, places and figures are invented; the same on every run.
namespace muster::sample {

/// Zones, classes, rules, sessions, questions, 195 people, the stations, the households' way with its numbers, prizes
/// and draws, 360 flats and the merchants of the day; posts with their shifts, contingency plans, the run of show,
/// tasks, materials, alerts and targets.
[[nodiscard]] EventSetup setup();

/// 2,000 invitations: 720 subscribers' households, 900 prospects, 200 owners, 60 VIPs, 30 media, 90 partners.
/// Telephone numbers begin with 100, which no Chinese mobile number does.
[[nodiscard]] std::vector<GuestEntry> guests();

// Parts of setup().
[[nodiscard]] std::vector<Zone> zones();
[[nodiscard]] std::vector<StaffMember> staff();
[[nodiscard]] std::vector<Service> services();
[[nodiscard]] std::vector<Series> series();
[[nodiscard]] std::vector<Priority> priorities();
[[nodiscard]] std::vector<Prize> prizes();
[[nodiscard]] std::vector<Stock> stocks();
[[nodiscard]] std::vector<DrawPlan> draws();
[[nodiscard]] std::vector<SaleUnit> units();
[[nodiscard]] std::vector<Merchant> merchants();
[[nodiscard]] std::vector<PostPlan> posts();
[[nodiscard]] std::vector<Shift> shifts();
[[nodiscard]] std::vector<GearPlan> gear();
[[nodiscard]] std::vector<AssemblyPoint> assemblyPoints();
[[nodiscard]] std::vector<IncidentType> incidentTypes();
[[nodiscard]] std::vector<Cue> cues();
[[nodiscard]] std::vector<TaskPlan> tasks();
[[nodiscard]] std::vector<Material> materials();
[[nodiscard]] std::vector<AlertRule> alertRules();
[[nodiscard]] std::vector<Target> targets();

/// The sample's words are written as UTF-16.
inline QString text(const char16_t *words) { return QString::fromUtf16(words); }
inline QStringList list(const char16_t *words) { return text(words).split(u';', Qt::SkipEmptyParts); }
/// Minutes after midnight: at(8, 40) is 08:40.
constexpr int at(int hour, int minute) { return hour * 60 + minute; }
/// The code of the person with this number: "S017".
inline QString person(int number) { return QStringLiteral("S%1").arg(number, 3, 10, QChar(u'0')); }
/// A person's name for the number @p index; names repeat after some thousands.
[[nodiscard]] QString nameOf(quint64 index);
/// An invented telephone number: "1000000" and four digits.
[[nodiscard]] QString phoneOf(int index);

}  // namespace muster::sample
