#pragma once
#include "core/scan/image.h"
#include "tests/support/seeded_random.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// A camera in front of an invitation, made of numbers: what it sees depends on the seed alone.
namespace muster::test {

/// What stands between a code and its reader.
enum class Degradation {
    Clean,
    Rotated,
    Tilted,
    Defocused,
    MotionBlurred,
    Noisy,
    Glare,
    LowContrast,
    Dim,
    Jpeg,
    Inverted,
    Tiny,
    Huge,
    RoundDots,
    Cracked,
    Occluded,
    Moire,
    Curled,
    DarkModeFaint,
    FarAndBlurred,
};

[[nodiscard]] const std::vector<Degradation> &allDegradations();
[[nodiscard]] QString toString(Degradation degradation);

/// One shot: what was encoded and what the camera saw of it.
struct Shot {
    QByteArray payload;
    scan::LumaImage picture;
};

/// @p frames pictures of one code held in a hand: the same invitation and degradation, another noise, a little
/// movement. 1280 × 720 (Huge: 1920 × 1440).
[[nodiscard]] std::vector<Shot> shootBurst(Degradation degradation, quint64 seed, int frames);
[[nodiscard]] Shot shoot(Degradation degradation, quint64 seed);

}  // namespace muster::test
