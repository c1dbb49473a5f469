#pragma once
#include "core/venue/door/door.h"

/// Numbers that are given at the door, together with the way to the zone: within a sign-in, under its grant.
namespace muster::queues {

/// The series of which guests of @p classCode get a number when they sign in; null: none.
[[nodiscard]] const Series *seriesAtSignIn(const EventSetup &setup, const QString &classCode);

/// The guest's number of @p series, the live one if there is one; empty: never had any.
struct Held {
    QString number;
    bool isLive = false;
    int ahead = 0;
};
[[nodiscard]] std::optional<Held> heldBy(State &state, const GuestId &guest, const QString &series);

/// At the hub: the next number of @p series in its own account; nothing if none may be given now.
[[nodiscard]] std::optional<qint64> numberForDoor(Journal &journal, const EventSetup &setup, WallTime now,
                                                  const Series &series);
[[nodiscard]] QString numberResource(const QString &series);

struct AtDoor {
    RequestId signIn;
    QString actor;
    const Series *series = nullptr;
    GuestId guest;
    QString classCode;
    int persons = 1;
    std::optional<qint64> granted;  ///< By the hub; unset: of the device's own block.
};
/// Writes down the number that goes with a sign-in.
void issueAtDoor(Journal &journal, const EventSetup &setup, const Post &post, const AtDoor &door);

}  // namespace muster::queues
