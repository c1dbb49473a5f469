#pragma once
#include "core/base/ids.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace muster {

/// Reads a body field by field. What is missing or of another shape makes isGood() false for good, so that a fold
/// reads everything first, asks once, and writes only then.
class BodyReader {
public:
    static constexpr qsizetype textLengthMax = 4'096;
    static constexpr qsizetype bytesSizeMax = 32 * 1024;

    explicit BodyReader(const QCborMap &body) : m_body(body) {}
    explicit BodyReader(const std::optional<QCborMap> &body) : m_body(body.value_or(QCborMap())), m_ok(body.has_value())
    {
    }
    explicit BodyReader(const QCborValue &value) : m_body(value.toMap()), m_ok(value.isMap()) {}

    [[nodiscard]] bool isGood() const { return m_ok; }
    [[nodiscard]] bool has(const char *key) const { return m_body.contains(QLatin1String(key)); }

    QString text(const char *key)
    {
        const auto value = m_body.value(QLatin1String(key));
        m_ok = m_ok && value.isString();
        return bounded(value.toString());
    }
    /// Empty if absent.
    QString textOr(const char *key)
    {
        const auto value = m_body.value(QLatin1String(key));
        m_ok = m_ok && (value.isUndefined() || value.isString());
        return bounded(value.toString());
    }
    qint64 number(const char *key, qint64 min, qint64 max)
    {
        return within(m_body.value(QLatin1String(key)), min, max);
    }
    qint64 numberOr(const char *key, qint64 min, qint64 max, qint64 otherwise)
    {
        const auto value = m_body.value(QLatin1String(key));
        return value.isUndefined() ? otherwise : within(value, min, max);
    }
    template<class Number = int>
    std::optional<Number> optionalNumber(const char *key, qint64 min, qint64 max)
    {
        return has(key) ? std::optional(Number(number(key, min, max))) : std::nullopt;
    }
    bool flag(const char *key)
    {
        const auto value = m_body.value(QLatin1String(key));
        m_ok = m_ok && (value.isUndefined() || value.isBool());
        return value.toBool();
    }
    QByteArray bytes(const char *key)
    {
        const auto value = m_body.value(QLatin1String(key));
        m_ok = m_ok && value.isByteArray() && value.toByteArray().size() <= bytesSizeMax;
        return value.toByteArray();
    }
    QByteArray bytesOr(const char *key) { return has(key) ? bytes(key) : QByteArray(); }
    template<class IdType>
    IdType id(const char *key)
    {
        const auto value = IdType::fromBytes(bytes(key));
        m_ok = m_ok && value.has_value();
        return value.value_or(IdType{});
    }
    template<class IdType>
    std::optional<IdType> optionalId(const char *key)
    {
        return has(key) ? std::optional(id<IdType>(key)) : std::nullopt;
    }
    QCborArray array(const char *key, qsizetype sizeMax)
    {
        const auto value = m_body.value(QLatin1String(key));
        m_ok = m_ok && value.isArray() && value.toArray().size() <= sizeMax;
        return value.toArray();
    }
    QCborArray arrayOr(const char *key, qsizetype sizeMax)
    {
        const auto value = m_body.value(QLatin1String(key));
        m_ok = m_ok && (value.isUndefined() || (value.isArray() && value.toArray().size() <= sizeMax));
        return value.toArray();
    }
    BodyReader map(const char *key) { return BodyReader(m_body.value(QLatin1String(key))); }
    /// For what only the caller can judge.
    void require(bool condition) { m_ok = m_ok && condition; }

private:
    qint64 within(const QCborValue &value, qint64 min, qint64 max)
    {
        m_ok = m_ok && value.isInteger() && value.toInteger() >= min && value.toInteger() <= max;
        return std::clamp(value.toInteger(), min, max);
    }
    QString bounded(const QString &text)
    {
        m_ok = m_ok && text.size() <= textLengthMax;
        return text.left(textLengthMax);
    }

    QCborMap m_body;
    bool m_ok = true;
};

/// Of two words to a register the one with the higher (version, time, hash) stands.
constexpr qint64 versionMax = 1'000'000'000;
/// For who has seen version @p last of a register (0: none). At the end of them the later word stands, so that nobody
/// can make a register deaf.
[[nodiscard]] constexpr qint64 nextVersion(qint64 last) { return std::min(last, versionMax - 1) + 1; }

/// Key of a body: `{key("guest"), …}`.
[[nodiscard]] inline QLatin1String key(const char *name) { return QLatin1String(name); }

}  // namespace muster
