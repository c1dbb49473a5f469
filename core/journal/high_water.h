#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

namespace muster {

/// Kept outside the database: how many sequence numbers this device has surely spent. A database that is behind it was
/// restored from an old copy or lost what it had promised to keep.
struct HighWaterMark {
    Incarnation incarnation{};
    quint64 spent = 0;  ///< Operations up to this sequence were durable when the mark was written.
};

class HighWater {
public:
    /// The mark is written again after so many spends (and at a clean close, when it is exact): a restored database
    /// that lacks more is always found. Written after the commit it speaks of, so that a crash never looks like one.
    static constexpr quint64 spacing = 16;

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
