#pragma once
#include "core/base/error.h"

#include <tl/expected.hpp>

namespace muster {

/// Either a value or the Error that explains why there is none.
/// Do not write `for (auto &x : *f())`: the temporary dies before the loop.
template<class T>
using Result = tl::expected<T, Error>;

/// The result of something that returns nothing but can fail.
using Status = Result<void>;

/// Shorthand: `return fail(ErrorCode::Invalid, "…");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Passes an error on: `if (!x) { return fail(x); }`
template<class T>
[[nodiscard]] tl::unexpected<Error> fail(const Result<T> &failed)
{
    return tl::unexpected<Error>(failed.error());
}

}  // namespace muster
