#pragma once
#include <QString>

namespace muster {

/// What went wrong, in terms a caller can act on. A new code is added only when
/// some caller would handle it differently from every existing one.
enum class ErrorCode {
    Invalid,   ///< The input breaks a rule; retrying the same input is pointless.
    NotFound,  ///< The named thing does not exist here (it may exist elsewhere).
    Refused,   ///< A rule of the day says no; `detail` names the rule.
    Storage,   ///< The database refused or the disk failed; what was told stays true.
    Network,   ///< A peer is unreachable; safe to retry under the same request id.
};

/// An expected failure. Programmer mistakes are not errors: they are asserted.
struct Error {
    ErrorCode code;
    QString detail;  ///< For staff and the log, in English: what is wrong and what to do.

    friend bool operator==(const Error &, const Error &) = default;
};

/// The name that scripts see in JSON, e.g. "not_found".
[[nodiscard]] QString toString(ErrorCode code);

}  // namespace muster
