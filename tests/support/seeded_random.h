#pragma once
#include "core/base/random.h"

namespace muster::test {

/// SplitMix64. Our own, because <random>'s distributions differ between standard
/// libraries, and a seed must replay the same run on every machine.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) {}

    quint64 step()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// Uniform enough in [0, limit).
    quint64 below(quint64 limit) { return step() % limit; }
    bool chance(unsigned percent) { return below(100) < percent; }

    void fill(std::span<quint8> bytes) override
    {
        quint64 word = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            word = i % 8 == 0 ? step() : word >> 8U;
            bytes[i] = quint8(word);
        }
    }

private:
    quint64 m_state;
};

}  // namespace muster::test
