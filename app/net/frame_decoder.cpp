#include "app/net/frame_decoder.h"

#include <QtEndian>

namespace muster::net {

QByteArray encodeFrame(QByteArrayView payload)
{
    Q_ASSERT(!payload.isEmpty() && payload.size() <= frameBytesMax);
    QByteArray frame(frameHeaderBytes + payload.size(), Qt::Uninitialized);
    qToBigEndian(quint32(payload.size()), frame.data());
    std::copy(payload.begin(), payload.end(), frame.begin() + frameHeaderBytes);
    return frame;
}

FrameDecoder::FrameDecoder(qsizetype payloadMax) : m_payloadMax(payloadMax)
{
    Q_ASSERT(payloadMax > 0 && payloadMax <= frameBytesMax);
}

qsizetype FrameDecoder::wanted() const { return m_length.value_or(frameHeaderBytes) - m_part.size(); }

Result<std::optional<QByteArray>> FrameDecoder::feed(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= wanted());
    m_part.append(bytes);
    if (wanted() > 0) {
        return std::nullopt;
    }
    if (m_length) {
        m_length.reset();
        return std::optional(std::exchange(m_part, {}));
    }
    const auto length = qsizetype(qFromBigEndian<quint32>(m_part.constData()));
    if (length == 0) {
        return fail(ErrorCode::Invalid, QStringLiteral("the peer sent an empty frame"));
    }
    if (length > m_payloadMax) {
        return fail(
            ErrorCode::Invalid,
            QStringLiteral("the peer announced a frame of %1 bytes, allowed are %2").arg(length).arg(m_payloadMax));
    }
    m_length = length;
    m_part.clear();
    return std::nullopt;
}

}  // namespace muster::net
