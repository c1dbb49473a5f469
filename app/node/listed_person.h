#pragma once
#include "core/people/sealed_person.h"
#include "core/venue/guests/guests.h"

/// A row of the guest list, and the same guest as log and directory know them: in the clear what the door needs, the
/// person sealed.
namespace muster {

[[nodiscard]] people::Person personOf(const GuestEntry &entry);
[[nodiscard]] GuestEntry entryOf(const guests::Guest &guest, const people::Person &person);
/// The list's own key of @p person; empty if it has none.
[[nodiscard]] QString keyOf(const people::Person &person);
/// Whether @p key is what entryOf gave a walk-in that is known here.
[[nodiscard]] bool isWalkInHere(State &state, const QString &key);

/// What names the guest of @p entry: the key, else the first code, else name and phone.
[[nodiscard]] QString ownNameOf(const GuestEntry &entry);
/// The guest of @p entry as the log has it, with neither person nor version.
[[nodiscard]] guests::Guest listedGuestOf(const GuestEntry &entry, const SecretKey &codeKey);

}  // namespace muster
