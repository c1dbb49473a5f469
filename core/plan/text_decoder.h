#pragma once
#include "core/base/result.h"

#include <QIODevice>

#include <memory>

namespace muster::plan {

/// Turns the bytes of one text file into characters, fed in pieces of any size.
class TextDecoder {
public:
    TextDecoder() = default;
    virtual ~TextDecoder() = default;
    TextDecoder(const TextDecoder &) = delete;
    TextDecoder &operator=(const TextDecoder &) = delete;

    /// Reads the whole of @p device once and leaves it behind the byte order mark. A byte order mark decides; else
    /// faultless UTF-8 is UTF-8; else faultless GB18030 that ICU does not hold for another Asian encoding is that.
    /// Invalid if it is neither: the words say how to save the file.
    [[nodiscard]] static Result<std::unique_ptr<TextDecoder>> detect(QIODevice &device);

    [[nodiscard]] virtual QString decode(QByteArrayView bytes) = 0;
    /// True if some bytes were none of the encoding.
    [[nodiscard]] virtual bool hasFailed() const = 0;
};

}  // namespace muster::plan
