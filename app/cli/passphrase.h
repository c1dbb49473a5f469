#pragma once
#include "app/cli/reply.h"
#include "core/base/result.h"

namespace muster::cli {

/// Whether a passphrase that is typed here is typed twice.
enum class Confirmed { No, Yes };

/// The first line of @p file; with no file, what is typed at the terminal, unseen. Refused where there is neither.
[[nodiscard]] Result<QString> readPassphrase(const Console &console, const QString &file, Confirmed confirmed);

}  // namespace muster::cli
