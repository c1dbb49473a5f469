#pragma once
#include "core/journal/high_water.h"

namespace muster::test {

/// A high-water mark that lives as long as the test keeps it, like a disk that never fails.
class MemoryHighWater final : public HighWater {
public:
    [[nodiscard]] Result<std::optional<HighWaterMark>> load() override { return m_mark; }
    [[nodiscard]] Status store(const HighWaterMark &mark) override
    {
        m_mark = mark;
        return {};
    }

private:
    std::optional<HighWaterMark> m_mark;
};

}  // namespace muster::test
