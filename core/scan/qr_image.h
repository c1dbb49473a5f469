#pragma once
#include "core/base/result.h"
#include "core/scan/image.h"

#include <QByteArrayView>

/// A payload as a QR code, for tickets, slips and screens (libqrencode).
namespace muster::scan {

inline constexpr int qrModulePixelsMax = 64;
inline constexpr int qrQuietZoneMax = 16;
/// What the largest QR code holds at level L.
inline constexpr qsizetype qrPayloadMax = 2953;

/// How much of the symbol may be lost: 7, 15, 25 or 30 %.
enum class QrLevel { Low, Medium, Quartile, High };

/// How a QR code is drawn.
struct QrStyle {
    int modulePixels = 8;
    int quietZoneModules = 4;  ///< The standard asks for four.
    QrLevel level = QrLevel::Medium;
};

/// The bare symbol, one pixel a module (0 dark, 255 light), no quiet zone.
[[nodiscard]] Result<LumaImage> qrModules(QByteArrayView payload, QrLevel level = QrLevel::Medium);

/// The symbol as a picture. Alphanumeric payloads (like signed tickets) take the denser alphanumeric mode.
/// Invalid: an empty payload, one over what a QR code holds, a style beyond its limits.
[[nodiscard]] Result<LumaImage> qrImage(QByteArrayView payload, const QrStyle &style = {});

}  // namespace muster::scan
