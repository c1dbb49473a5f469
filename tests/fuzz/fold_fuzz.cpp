// What an enrolled device that lies may write: any body under any kind. Folding never throws, and never refuses.
#include "tests/venue/hostile.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t count)
{
    static std::unique_ptr<test::HostileDay> day;
    static quint64 number = 0;
    if (number++ % 2'000 == 0) {  // Begun anew now and then, so that it does not grow for ever.
        day = std::make_unique<test::HostileDay>();
    }
    day->feed(QByteArrayView(data, qsizetype(count)));
    if (number % 500 == 0) {
        day->check();
    }
    return 0;
}
