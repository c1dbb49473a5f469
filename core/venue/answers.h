#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"

/// What guests answered at sign-in: sealed like their names, opened only where the evaluation is made.
namespace muster::answers {

/// Answers sealed for one guest. `keyOf` names the key in the keyring: the guest's own, or one made for this act when
/// the guest's key has not arrived.
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

[[nodiscard]] QString kind();
[[nodiscard]] Draft answered(const GuestId &guest, const Sealed &sealed);

[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::vector<Answered> of(State &state, const GuestId &guest);

}  // namespace muster::answers
