#include "core/scan/zxing_guard.h"

#include <atomic>
#include <cassert>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

namespace {

thread_local std::jmp_buf *escape = nullptr;
std::atomic<int> brokenAssertions{0};

}  // namespace

namespace muster::scan {

bool runGuarded(const std::function<void()> &work)
{
    std::jmp_buf here;
    if (setjmp(here) != 0) {  // NOLINT(cert-err52-cpp): an exception cannot pass __assert_fail, which is noexcept.
        escape = nullptr;
        return false;
    }
    escape = &here;
    try {
        work();
    } catch (...) {
        escape = nullptr;
        throw;
    }
    escape = nullptr;
    return true;
}

}  // namespace muster::scan

#ifdef __GLIBC__
// What assert() calls in every library of this process: the program's own symbol comes before that of libc.
extern "C" __attribute__((visibility("default"))) void __assert_fail(const char *assertion, const char *file,
                                                                     unsigned int line, const char *function) noexcept
{
    if (escape != nullptr && brokenAssertions.fetch_add(1) < muster::scan::brokenAssertionsMax) {
        std::longjmp(*escape, 1);  // NOLINT(cert-err52-cpp)
    }
    (void)std::fprintf(stderr, "%s:%u: %s: Assertion `%s' failed.\n", file, line, function, assertion);
    std::abort();
}
#endif
