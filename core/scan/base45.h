#pragma once
#include "core/base/result.h"

#include <QByteArray>

/// Base45 (RFC 9285): bytes as the characters that a QR code stores most densely.
namespace muster::scan {

[[nodiscard]] QByteArray toBase45(QByteArrayView bytes);
/// Invalid at a foreign character, a value out of range, or a length that no encoder makes.
[[nodiscard]] Result<QByteArray> fromBase45(QByteArrayView text);

}  // namespace muster::scan
