#pragma once

namespace muster::test {

/// True in a build with a sanitizer: our code is slower by an order of magnitude there and keeps freed memory for a
/// while; the libraries are what they always are.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isInstrumented = true;
#else
inline constexpr bool isInstrumented = false;
#endif

/// What a test's limit of time or memory is multiplied by.
inline constexpr int timeSlack = isInstrumented ? 20 : 1;
inline constexpr int memorySlack = isInstrumented ? 4 : 1;

/// Of @p runs of something, as many as an instrumented build does in the same time.
constexpr int scaled(int runs) { return isInstrumented ? runs / 20 : runs; }

}  // namespace muster::test
