#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

namespace muster {

/// Kept outside the database: how far this device may have spent its sequence numbers. A database that is behind it by
/// more than the reserve was restored from an old copy or lost what it had promised to keep.
struct HighWaterMark {
    Incarnation incarnation{};
    quint64 spentMax = 0;  ///< No operation beyond this sequence was ever shown to anyone.
};

class HighWater {
public:
    static constexpr quint64 reserve = 16;  ///< Sequence numbers claimed ahead by one write of the file.

    HighWater() = default;
    virtual ~HighWater() = default;
    HighWater(const HighWater &) = delete;
    HighWater &operator=(const HighWater &) = delete;
    [[nodiscard]] virtual Result<std::optional<HighWaterMark>> load() = 0;
    /// Durable when it returns.
    [[nodiscard]] virtual Status store(const HighWaterMark &mark) = 0;
};

/// A small file that is replaced as a whole.
class HighWaterFile final : public HighWater {
public:
    explicit HighWaterFile(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] Result<std::optional<HighWaterMark>> load() override;
    [[nodiscard]] Status store(const HighWaterMark &mark) override;

private:
    QString m_path;
};

}  // namespace muster
