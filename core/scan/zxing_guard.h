#pragma once
#include <functional>

/// Debian builds ZXing with its assertions on, and there are pictures that break them: whoever holds one before the
/// camera would end the process. Here such a picture is one that holds no code.
namespace muster::scan {

/// After so many broken assertions the next one does end the process, which starts afresh within a second: each loses
/// the memory that ZXing held at that moment (up to a byte a pixel).
inline constexpr int brokenAssertionsMax = 256;

/// Runs @p work, which must call nothing but ZXing; false if an assertion of ZXing broke. Assertions elsewhere end the
/// process as ever.
[[nodiscard]] bool runGuarded(const std::function<void()> &work);

}  // namespace muster::scan
