#pragma once
#include <QtGlobal>

#include <span>

namespace muster {

/// The only door to chance. Keys, tokens and ids come from here, so that a
/// simulated venue replays from one seed.
class Random {
public:
    Random() = default;
    virtual ~Random() = default;
    Random(const Random &) = delete;
    Random &operator=(const Random &) = delete;
    /// Fills @p bytes with unpredictable values.
    virtual void fill(std::span<quint8> bytes) = 0;

    [[nodiscard]] quint64 next();
};

/// The operating system's generator (libsodium's randombytes_buf).
class SystemRandom final : public Random {
public:
    void fill(std::span<quint8> bytes) override;
};

}  // namespace muster
