#include "core/base/random.h"

#include <array>
#include <cstring>
#include <sodium.h>

namespace muster {

quint64 Random::next()
{
    std::array<quint8, sizeof(quint64)> bytes{};
    fill(bytes);
    quint64 value = 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    return value;
}

void SystemRandom::fill(std::span<quint8> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

}  // namespace muster
