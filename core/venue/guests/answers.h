#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// What guests answered at sign-in: sealed like their names, opened only where the evaluation is made.
namespace muster::answers {

/// Answers sealed for one guest. `keyOf` names the key in the keyring: the guest's own, or, when the guest's key has
/// not arrived, one made for this act and called keyNameOf(). Any other name is a dead letter: to be forgotten takes
/// the key along, and nobody may take along somebody else's.
struct Sealed {
    GuestId keyOf;
    QByteArray bytes;
};

struct Answered {
    OperationHash operation;
    GuestId guest;
    Sealed sealed;
    WallTime at{};
};

[[nodiscard]] GuestId keyNameOf(const GuestId &guest, const RequestId &request);

[[nodiscard]] QString kind();
[[nodiscard]] Draft answered(const GuestId &guest, const Sealed &sealed);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// Adds to @p changed the guest who answered.
[[nodiscard]] Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed);
[[nodiscard]] std::vector<Answered> of(State &state, const GuestId &guest);

}  // namespace muster::answers
