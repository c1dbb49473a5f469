#include "app/net/enrolment_uri.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace muster::net {
namespace {

constexpr QLatin1String prefix("muster://enrol?");
constexpr auto base64Options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

template<class IdType>
std::optional<IdType> idFromBase64(const QString &text)
{
    const auto ascii = text.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(ascii, base64Options | QByteArray::AbortOnBase64DecodingErrors);
    // One text a value: stray bits at the end would make a second one.
    if (!decoded || (*decoded).toBase64(base64Options) != ascii) {
        return std::nullopt;
    }
    return IdType::fromBytes(*decoded);
}

template<class IdType>
QString toBase64(const IdType &id)
{
    return QString::fromLatin1(id.toBytes().toBase64(base64Options));
}

/// Percent-decoding that refuses what QUrl would let pass: broken escapes and bytes that are not UTF-8.
std::optional<QString> percentDecoded(const QString &text)
{
    static const QRegularExpression allowed(QStringLiteral("\\A(?:[A-Za-z0-9._~:\\[\\]-]|%[0-9A-Fa-f]{2})*\\z"));
    if (!allowed.match(text).hasMatch()) {
        return std::nullopt;
    }
    const auto bytes = QByteArray::fromPercentEncoding(text.toLatin1());
    const auto decoded = QString::fromUtf8(bytes);
    return decoded.toUtf8() == bytes ? std::optional(decoded) : std::nullopt;
}

tl::unexpected<Error> notAnEnrolmentCode()
{
    return fail(ErrorCode::Invalid, QStringLiteral("not an enrolment code of Muster: scan the code that the "
                                                   "coordinator shows, or paste the whole text beneath it"));
}

bool isEventName(const QString &name)
{
    return name.size() <= EnrolmentUri::eventNameMax && std::none_of(name.begin(), name.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
           });
}

}  // namespace

QString EnrolmentUri::toString() const
{
    QStringList parts;
    for (const auto &address : addresses) {
        parts.append(QStringLiteral("a=") + address.toString());
    }
    parts.append(QStringLiteral("h=") + toBase64(caHash));
    parts.append(QStringLiteral("t=") + toBase64(token));
    parts.append(QStringLiteral("e=") + QString::number(expiry));
    parts.append(QStringLiteral("n=") + QString::fromLatin1(QUrl::toPercentEncoding(eventName)));
    return prefix + parts.join(u'&');
}

Result<EnrolmentUri> EnrolmentUri::parse(const QString &text)
{
    if (text.size() > textMax || !text.startsWith(prefix)) {
        return notAnEnrolmentCode();
    }
    EnrolmentUri uri;
    QHash<QChar, QString> rest;
    const auto parts = text.mid(prefix.size()).split(u'&');
    for (const auto &part : parts) {
        const auto value = part.size() >= 2 && part[1] == u'=' ? percentDecoded(part.mid(2)) : std::nullopt;
        if (!value) {
            return notAnEnrolmentCode();
        }
        if (part[0] == u'a') {
            const auto address = Endpoint::parse(*value);
            if (!address || uri.addresses.size() >= addressesMax) {
                return notAnEnrolmentCode();
            }
            uri.addresses.append(*address);
        } else if (QStringLiteral("hten").contains(part[0]) && !rest.contains(part[0])) {
            rest.insert(part[0], *value);
        } else {
            return notAnEnrolmentCode();
        }
    }
    static const QRegularExpression seconds(QStringLiteral("\\A(?:0|[1-9][0-9]{0,11})\\z"));
    const auto hash = idFromBase64<AuthorityHash>(rest.value(u'h'));
    const auto token = idFromBase64<EnrolmentToken>(rest.value(u't'));
    const auto name = rest.value(u'n');
    if (uri.addresses.isEmpty() || rest.size() != 4 || !hash || !token || !seconds.match(rest.value(u'e')).hasMatch() ||
        !isEventName(name)) {
        return notAnEnrolmentCode();
    }
    uri.caHash = *hash;
    uri.token = *token;
    uri.expiry = rest.value(u'e').toLongLong();
    uri.eventName = name;
    return uri;
}

}  // namespace muster::net
