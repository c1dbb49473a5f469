#include "core/scan/qr_image.h"

#include <memory>
#include <qrencode.h>

namespace muster::scan {
namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;
using Input = std::unique_ptr<QRinput, decltype(&QRinput_free)>;

QRecLevel toQrencode(QrLevel level)
{
    switch (level) {
    case QrLevel::Low: return QR_ECLEVEL_L;
    case QrLevel::Medium: return QR_ECLEVEL_M;
    case QrLevel::Quartile: return QR_ECLEVEL_Q;
    case QrLevel::High: return QR_ECLEVEL_H;
    }
    Q_UNREACHABLE();
}

bool isAlphanumeric(QByteArrayView payload)
{
    constexpr QByteArrayView others(" $%*+-./:");
    for (const char c : payload) {
        const bool isOne = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || others.contains(c);
        if (!isOne) {
            return false;
        }
    }
    return true;
}

}  // namespace

Result<LumaImage> qrModules(QByteArrayView payload, QrLevel level)
{
    if (payload.isEmpty() || payload.size() > qrPayloadMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("a QR code holds 1 to %1 bytes, not %2; shorten the text")
                                            .arg(qrPayloadMax)
                                            .arg(payload.size()));
    }
    const Input input(QRinput_new2(0, toQrencode(level)), &QRinput_free);
    const auto mode = isAlphanumeric(payload) ? QR_MODE_AN : QR_MODE_8;
    if (!input || QRinput_append(input.get(), mode, int(payload.size()),
                                 reinterpret_cast<const unsigned char *>(payload.data())) != 0) {
        return fail(ErrorCode::Invalid, QStringLiteral("the text cannot be put into a QR code"));
    }
    const Code code(QRcode_encodeInput(input.get()), &QRcode_free);
    if (!code) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("%1 bytes are too many for a QR code with this error correction; shorten the text")
                        .arg(payload.size()));
    }
    LumaImage modules(code->width, code->width);
    for (std::size_t i = 0; i < modules.pixels().size(); ++i) {
        modules.pixels()[i] = (code->data[i] & 1U) != 0 ? 0 : 255;
    }
    return modules;
}

Result<LumaImage> qrImage(QByteArrayView payload, const QrStyle &style)
{
    if (style.modulePixels < 1 || style.modulePixels > qrModulePixelsMax || style.quietZoneModules < 0 ||
        style.quietZoneModules > qrQuietZoneMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("a QR module has 1 to %1 pixels, a quiet zone 0 to %2 modules")
                                            .arg(qrModulePixelsMax)
                                            .arg(qrQuietZoneMax));
    }
    const auto modules = qrModules(payload, style.level);
    if (!modules) {
        return fail(modules);
    }
    const int side = (modules->width() + 2 * style.quietZoneModules) * style.modulePixels;
    auto image = LumaImage::create(side, side);
    if (!image) {
        return fail(image);
    }
    const int margin = style.quietZoneModules * style.modulePixels;
    for (int y = 0; y < side; ++y) {
        quint8 *row = image->row(y);
        for (int x = 0; x < side; ++x) {
            const bool isInside = x >= margin && y >= margin && x < side - margin && y < side - margin;
            row[x] = isInside ? modules->row((y - margin) / style.modulePixels)[(x - margin) / style.modulePixels]
                              : quint8(255);
        }
    }
    return image;
}

}  // namespace muster::scan
