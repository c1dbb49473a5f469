#pragma once
#include "core/venue/setup.h"

#include <vector>

/// 认筹开盘日, a property-sale opening day. All people, places and figures are invented; the same on every run.
namespace muster::sample {

/// Zones, classes, rules, sessions, questions, 195 people and the stations of the day.
[[nodiscard]] EventSetup setup();

/// 2,000 invitations: 720 subscribers' households, 900 prospects, 200 owners, 60 VIPs, 30 media, 90 partners.
/// Telephone numbers begin with 100, which no Chinese mobile number does.
[[nodiscard]] std::vector<GuestEntry> guests();

/// Part of setup().
[[nodiscard]] std::vector<StaffMember> staff();
/// A person's name for the number @p index; names repeat after some thousands.
[[nodiscard]] QString nameOf(quint64 index);
/// An invented telephone number: "1000000" and four digits.
[[nodiscard]] QString phoneOf(int index);

}  // namespace muster::sample
