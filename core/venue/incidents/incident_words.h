#pragma once
#include "core/base/crypto.h"
#include "core/venue/act.h"

#include <QCborMap>

#include <map>

/// What people wrote about an incident: in clear, or sealed to the event's public key.
///
/// Why it exists: welfare, medical matters and complaints are written down at any device, and read only where the
/// event's key is (the coordinator, a promoted standby). The device that wrote keeps no more than the others: words are
/// sealed before they reach the journal, and the answer, the audit and the search never hold them.
namespace muster::incidents {

/// One of the two is empty.
struct Said {
    QString text;
    QByteArray sealed;
};

inline constexpr qsizetype sealedMax = 16 * 1024;
inline constexpr qsizetype paddedTo = 256;  ///< So that how long it is says little about what it is.

/// The names of words inside a seal.
namespace words {
inline const QString text = QStringLiteral("text");
inline const QString to = QStringLiteral("to");
inline const QString proof = QStringLiteral("proof");
inline const QString signature = QStringLiteral("signature");
inline const QString key = QStringLiteral("key");  ///< Of a picture's bytes.
}  // namespace words

/// Only who has the event's secret key opens it. Invalid if @p eventKey is none.
[[nodiscard]] Result<QByteArray> sealWords(const QCborMap &said, const PublicKey &eventKey, Random &random);

/// Opens what was sealed, each once: it is asked for at every look at the day. Keeps what it opened in memory only.
/// Threading: confined to one thread.
class Reader {
public:
    static constexpr std::size_t keptMax = 5'000;

    explicit Reader(SigningKey eventKey) : m_key(std::move(eventKey)) {}

    /// Nothing if it was sealed to another, or is damaged.
    [[nodiscard]] std::optional<QCborMap> open(const QByteArray &sealed) const;

private:
    SigningKey m_key;
    mutable std::map<Hash256, QCborMap> m_kept;
};

/// The text as @p reader may show it; nothing if it may not.
[[nodiscard]] std::optional<QString> readable(const Said &said, const Reader *reader);

}  // namespace muster::incidents
