#include "tests/scan/hostile.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, std::size_t count)
{
    muster::test::feedPayload(QByteArrayView(bytes, qsizetype(count)));
    return 0;
}
