#pragma once
#include "core/scan/image.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// The only door to ZXing: built against 1.4 (Debian 12) and 2.x (Debian 13), which name the same things differently.
namespace muster::scan {

enum class Symbologies {
    Qr,      ///< QR only: the cheapest.
    Matrix,  ///< And Micro QR, Data Matrix, Aztec, PDF417.
    All,     ///< And the linear ones: EAN, Code 128, Code 39, ITF …
};

/// How much one call of ZXing may try.
struct ReadOptions {
    Symbologies symbologies = Symbologies::Qr;
    bool isHarder = false;         ///< ZXing's tryHarder: denser rows.
    bool isRotated = false;        ///< Also turned by 90°.
    bool isDownscaled = false;     ///< Also at a third of the size.
    bool isBlackAndWhite = false;  ///< The picture holds only 0 and 255: no binarizer is run.
};

/// What a symbol said.
struct Reading {
    QByteArray payload;  ///< The bytes as encoded; where the symbol names a character set, its text as UTF-8.
    QString symbology;   ///< ZXing's name, e.g. "QRCode".
};

/// The first symbol found in @p picture, or nothing. Never throws, and survives ZXing's own assertions.
[[nodiscard]] std::optional<Reading> readSymbol(const LumaView &picture, const ReadOptions &options);

}  // namespace muster::scan
