#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

namespace muster {

using PinSalt = Id<struct PinSaltTag, 16>;
using PinHash = Id<struct PinHashTag, 32>;

/// Argon2id with libsodium's "interactive" limits (64 MiB, some 0.1 s): what a try at a short PIN costs everybody. The
/// salt is given, not drawn: it only has to be another one for every PIN that is set.
[[nodiscard]] Result<PinHash> hashPin(const QString &pin, const PinSalt &salt);

/// Takes as long for a wrong hash as for the right one.
[[nodiscard]] bool isSame(const PinHash &a, const PinHash &b);

}  // namespace muster
