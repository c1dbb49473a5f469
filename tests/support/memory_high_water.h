#pragma once
#include "core/journal/high_water.h"

namespace muster::test {

/// A high-water mark that lives as long as the test keeps it.
class MemoryHighWater final : public HighWater {
public:
    [[nodiscard]] Result<std::optional<HighWaterMark>> load() override { return mark; }
    [[nodiscard]] Status store(const HighWaterMark &next) override
    {
        if (isDead) {
            return fail(ErrorCode::Storage, QStringLiteral("the disk is gone"));
        }
        mark = next;
        return {};
    }

    std::optional<HighWaterMark> mark;
    bool isDead = false;
};

}  // namespace muster::test
