#pragma once

namespace muster::test {

/// Tells the thread sanitizer what Qt hands from one thread to another; nothing in other builds.
#ifdef __SANITIZE_THREAD__
void watchQtHandOvers();
#else
inline void watchQtHandOvers() {}
#endif

}  // namespace muster::test
