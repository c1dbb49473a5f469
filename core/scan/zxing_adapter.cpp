#include "core/scan/zxing_adapter.h"

#include "core/scan/zxing_guard.h"

#include <exception>

#include <ZXing/BarcodeFormat.h>
#include <ZXing/ReadBarcode.h>
#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
namespace {
using ZXingOptions = ZXing::ReaderOptions;
}
#else
#include <ZXing/DecodeHints.h>
namespace {
using ZXingOptions = ZXing::DecodeHints;
}
#endif

namespace muster::scan {
namespace {

ZXing::BarcodeFormats formatsOf(Symbologies symbologies)
{
    using enum ZXing::BarcodeFormat;
    switch (symbologies) {
    case Symbologies::Qr: return QRCode;
    case Symbologies::Matrix: return QRCode | MicroQRCode | DataMatrix | Aztec | PDF417;
    case Symbologies::All:
        return QRCode | MicroQRCode | DataMatrix | Aztec | PDF417 | Code128 | Code39 | Code93 | Codabar | EAN13 | EAN8 |
               UPCA | UPCE | ITF;
    }
    Q_UNREACHABLE();
}

ZXingOptions toZXing(const ReadOptions &options)
{
    ZXingOptions hints;
    hints.setFormats(formatsOf(options.symbologies));
    hints.setTryHarder(options.isHarder);
    hints.setTryRotate(options.isRotated);
    hints.setTryDownscale(options.isDownscaled);
    hints.setMaxNumberOfSymbols(1);
    hints.setBinarizer(options.isBlackAndWhite ? ZXing::Binarizer::BoolCast : ZXing::Binarizer::LocalAverage);
#if __has_include(<ZXing/ReaderOptions.h>)
    hints.setTryInvert(false);  // The pipeline inverts by itself, in its own turn.
#endif
    return hints;
}

std::optional<Reading> readWithZXing(const LumaView &picture, const ReadOptions &options)
{
    const ZXing::ImageView view(picture.pixels, picture.width, picture.height, ZXing::ImageFormat::Lum, picture.stride);
    const auto result = ZXing::ReadBarcode(view, toZXing(options));
    if (!result.isValid()) {
        return std::nullopt;
    }
    Reading reading;
    reading.symbology = QString::fromStdString(ZXing::ToString(result.format()));
    if (result.hasECI()) {
        reading.payload = QByteArray::fromStdString(result.text());
    } else {
        const auto &bytes = result.bytes();
        reading.payload = QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    }
    return reading;
}

}  // namespace

std::optional<Reading> readSymbol(const LumaView &picture, const ReadOptions &options)
{
    if (!picture.isUsable()) {
        return std::nullopt;
    }
    std::optional<Reading> reading;
    try {
        const bool isWhole = runGuarded([&] { reading = readWithZXing(picture, options); });
        return isWhole ? reading : std::nullopt;
    } catch (const std::exception &) {
        return std::nullopt;  // ZXing throws on pictures that it cannot make sense of.
    }
}

}  // namespace muster::scan
