#include "core/scan/base45.h"

#include <algorithm>

namespace muster::scan {
namespace {

constexpr QByteArrayView alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");

}  // namespace

QByteArray toBase45(QByteArrayView bytes)
{
    QByteArray text;
    text.reserve(bytes.size() / 2 * 3 + 2);
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        const bool isPair = i + 1 < bytes.size();
        unsigned value = quint8(bytes[i]);
        if (isPair) {
            value = value * 256 + quint8(bytes[i + 1]);
        }
        text += alphabet[value % 45];
        text += alphabet[value / 45 % 45];
        if (isPair) {
            text += alphabet[value / 2025];
        }
    }
    return text;
}

Result<QByteArray> fromBase45(QByteArrayView text)
{
    const auto bad = [] { return fail(ErrorCode::Invalid, QStringLiteral("not Base45 as RFC 9285 defines it")); };
    if (text.size() % 3 == 1) {
        return bad();
    }
    QByteArray bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (qsizetype i = 0; i < text.size(); i += 3) {
        const qsizetype count = std::min<qsizetype>(3, text.size() - i);
        unsigned value = 0;
        unsigned weight = 1;
        for (qsizetype j = 0; j < count; ++j, weight *= 45) {
            const auto digit = alphabet.indexOf(text[i + j]);
            if (digit < 0) {
                return bad();
            }
            value += unsigned(digit) * weight;
        }
        if (value > (count == 3 ? 0xffffU : 0xffU)) {
            return bad();
        }
        if (count == 3) {
            bytes += char(value >> 8U);
        }
        bytes += char(value & 0xffU);
    }
    return bytes;
}

}  // namespace muster::scan
