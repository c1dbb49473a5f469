#pragma once
#include "core/base/ids.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

#include <limits>

/// Strict reading and writing of CBOR whose shape is known: what strangers send is looked at with nothing else.
namespace muster::cbor {

constexpr quint64 anyNumber = std::numeric_limits<quint64>::max();
constexpr quint64 anySigned = quint64(std::numeric_limits<qint64>::max());

template<class Tag, std::size_t N>
void write(QCborStreamWriter &writer, const Id<Tag, N> &id)
{
    writer.appendByteString(reinterpret_cast<const char *>(id.bytes.data()), id.size);  // NOLINT: bytes are bytes
}
inline void write(QCborStreamWriter &writer, const QByteArray &bytes)
{
    writer.appendByteString(bytes.constData(), bytes.size());
}

/// Reads values in a given order; the first thing that does not fit makes it fail for good, and every later value is
/// empty. Lengths are checked before anything is allocated. Does not own the bytes.
class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_data(QByteArray::fromRawData(bytes.data(), bytes.size())), m_cbor(m_data)
    {
    }

    void enterArray(quint64 length)
    {
        m_ok =
            m_ok && m_cbor.isArray() && m_cbor.isLengthKnown() && m_cbor.length() == length && m_cbor.enterContainer();
    }
    /// The length of the array entered, 0 if there is none within @p lengthMax.
    quint64 enterList(quint64 lengthMax)
    {
        m_ok = m_ok && m_cbor.isArray() && m_cbor.isLengthKnown() && m_cbor.length() <= lengthMax;
        const quint64 length = m_ok ? m_cbor.length() : 0;
        m_ok = m_ok && m_cbor.enterContainer();
        return m_ok ? length : 0;
    }
    void leave() { m_ok = m_ok && m_cbor.leaveContainer(); }
    quint64 number(quint64 max)
    {
        m_ok = m_ok && m_cbor.isUnsignedInteger() && m_cbor.toUnsignedInteger() <= max;
        const quint64 value = m_ok ? m_cbor.toUnsignedInteger() : 0;
        m_ok = m_ok && m_cbor.next();
        return value;
    }
    qint64 signedNumber()
    {
        const bool isNegative = m_ok && m_cbor.isNegativeInteger();
        m_ok = m_ok && (m_cbor.isUnsignedInteger() || isNegative) &&
               (isNegative ? quint64(m_cbor.toNegativeInteger()) - 1 : m_cbor.toUnsignedInteger()) <= anySigned;
        const qint64 value = m_ok ? m_cbor.toInteger() : 0;
        m_ok = m_ok && m_cbor.next();
        return value;
    }
    QByteArray bytes(qsizetype sizeMax)
    {
        m_ok = m_ok && m_cbor.isByteArray() && m_cbor.isLengthKnown() && m_cbor.length() <= quint64(sizeMax);
        return m_ok ? byteString() : QByteArray();
    }
    /// @p lengthMax in UTF-16 units.
    QString text(qsizetype lengthMax)
    {
        m_ok = m_ok && m_cbor.isString() && m_cbor.isLengthKnown() && m_cbor.length() <= quint64(lengthMax) * 4;
        if (!m_ok) {
            return {};
        }
        const auto chunk = m_cbor.readString();
        m_ok = chunk.status == QCborStreamReader::Ok && chunk.data.size() <= lengthMax &&
               m_cbor.readString().status == QCborStreamReader::EndOfString;
        return m_ok ? chunk.data : QString();
    }
    template<class IdType>
    IdType id()
    {
        IdType value;
        m_ok = m_ok && m_cbor.isByteArray() && m_cbor.isLengthKnown() && m_cbor.length() == quint64(IdType::size);
        if (m_ok) {
            const auto chunk =
                m_cbor.readStringChunk(reinterpret_cast<char *>(value.bytes.data()), IdType::size);  // NOLINT: bytes
            m_ok = chunk.status == QCborStreamReader::Ok && chunk.data == IdType::size &&
                   m_cbor.readByteArray().status == QCborStreamReader::EndOfString;
        }
        return m_ok ? value : IdType{};
    }
    void refuse() { m_ok = false; }
    [[nodiscard]] bool isGood() const { return m_ok; }
    /// True if everything fitted and nothing is left over.
    [[nodiscard]] bool isWhole() const { return m_ok && m_cbor.currentOffset() == m_data.size(); }

private:
    QByteArray byteString()
    {
        const auto chunk = m_cbor.readByteArray();
        m_ok = chunk.status == QCborStreamReader::Ok && m_cbor.readByteArray().status == QCborStreamReader::EndOfString;
        return m_ok ? chunk.data : QByteArray();
    }

    QByteArray m_data;
    QCborStreamReader m_cbor;
    bool m_ok = true;
};

}  // namespace muster::cbor
