#pragma once
#include "core/base/result.h"

#include <QByteArray>

#include <optional>

namespace muster::net {

/// No frame is longer, whatever it carries.
inline constexpr qsizetype frameBytesMax = 1024 * 1024;
inline constexpr qsizetype frameHeaderBytes = 4;

/// Length (u32, big-endian) and payload, as they travel. @p payload: 1 to frameBytesMax bytes.
[[nodiscard]] QByteArray encodeFrame(QByteArrayView payload);

/// Cuts a stream of bytes into frames. The length is judged before anything is allocated, and memory grows only with
/// bytes that did arrive. After an error the stream is lost: close it.
class FrameDecoder {
public:
    /// @p payloadMax: longest payload accepted, 1 to frameBytesMax.
    explicit FrameDecoder(qsizetype payloadMax = frameBytesMax);

    /// How many bytes complete the header or payload at hand, ≥ 1; never asks beyond the frame.
    [[nodiscard]] qsizetype wanted() const;
    /// Takes @p bytes, at most wanted(); gives the payload when they complete it.
    /// Invalid if the frame is empty or too long.
    [[nodiscard]] Result<std::optional<QByteArray>> feed(QByteArrayView bytes);

private:
    qsizetype m_payloadMax;
    std::optional<qsizetype> m_length;  ///< Of the payload, once its header is complete.
    QByteArray m_part;                  ///< Of the header, then of the payload.
};

}  // namespace muster::net
