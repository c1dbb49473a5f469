#include "core/venue/incidents/incident_words.h"

namespace muster::incidents {

Result<QByteArray> sealWords(const QCborMap &said, const PublicKey &eventKey, Random &random)
{
    auto padded = said;
    const auto size = QCborValue(said).toCbor().size();
    padded.insert(QStringLiteral("pad"), QByteArray(paddedTo - size % paddedTo, ' '));
    return sealTo(QCborValue(padded).toCbor(), eventKey, random);
}

std::optional<QCborMap> Reader::open(const QByteArray &sealed) const
{
    const auto name = hash256(sealed);
    if (const auto known = m_kept.find(name); known != m_kept.end()) {
        return known->second;
    }
    const auto plain = m_key.open(sealed);
    if (!plain) {
        return std::nullopt;
    }
    auto said = QCborValue::fromCbor(*plain).toMap();
    said.remove(QStringLiteral("pad"));
    if (m_kept.size() >= keptMax) {
        m_kept.clear();
    }
    m_kept.emplace(name, said);
    return said;
}

std::optional<QString> readable(const Said &said, const Reader *reader)
{
    if (said.sealed.isEmpty()) {
        return said.text;
    }
    const auto opened = reader == nullptr ? std::nullopt : reader->open(said.sealed);
    return opened ? std::optional(opened->value(words::text).toString()) : std::nullopt;
}

}  // namespace muster::incidents
