#include "core/scan/payload.h"

#include <QStringDecoder>

#include <algorithm>

namespace muster::scan {
namespace {

/// UTF-8; where the bytes are not, Latin-1, which old list printers use.
QString decoded(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

bool startsWithIgnoringCase(QByteArrayView text, QByteArrayView prefix)
{
    return text.size() >= prefix.size() && text.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
}

}  // namespace

std::variant<PlainCode, Rejected> normaliseCode(const QString &text)
{
    if (text.size() > payloadMax) {
        return Rejected{RejectReason::TooLong};
    }
    QString visible;
    for (const QChar c : text.trimmed()) {
        const auto category = c.category();
        if (category == QChar::Other_Control) {
            return Rejected{RejectReason::Binary};
        }
        if (category != QChar::Other_Format) {  // Byte order marks, zero-width and direction marks.
            visible += c;
        }
    }
    const QString code = visible.normalized(QString::NormalizationForm_C).trimmed();
    if (code.isEmpty()) {
        return Rejected{RejectReason::Empty};
    }
    if (code.toUtf8().size() > plainCodeMax) {
        return Rejected{RejectReason::TooLong};
    }
    return PlainCode{code};
}

ScannedCode parsePayload(QByteArrayView payload)
{
    if (payload.size() > payloadMax) {
        return Rejected{RejectReason::TooLong};
    }
    const auto trimmed = payload.trimmed();
    if (trimmed.isEmpty()) {
        return Rejected{RejectReason::Empty};
    }
    if (startsWithIgnoringCase(trimmed, ticketPrefix)) {
        // Blanks belong to Base45, also at the end; capitals may be lost to a keyboard's caps lock.
        auto text = payload.toByteArray().toUpper();
        while (text.endsWith('\r') || text.endsWith('\n') || text.endsWith('\t')) {
            text.chop(1);
        }
        auto ticket = parseTicket(QByteArrayView(text).sliced(text.indexOf(ticketPrefix)));
        if (!ticket) {
            return Rejected{RejectReason::MalformedTicket};
        }
        return *std::move(ticket);
    }
    if (startsWithIgnoringCase(trimmed, enrolPrefix)) {
        const bool isPrintable =
            std::all_of(trimmed.begin(), trimmed.end(), [](char c) { return c > ' ' && c <= '~'; });
        if (!isPrintable) {
            return Rejected{RejectReason::Binary};
        }
        return EnrolUri{QString::fromLatin1(trimmed)};
    }
    return std::visit([](auto code) -> ScannedCode { return code; }, normaliseCode(decoded(trimmed)));
}

QString toString(RejectReason reason)
{
    switch (reason) {
    case RejectReason::Empty: return QStringLiteral("empty");
    case RejectReason::TooLong: return QStringLiteral("too_long");
    case RejectReason::Binary: return QStringLiteral("binary");
    case RejectReason::MalformedTicket: return QStringLiteral("malformed_ticket");
    }
    Q_UNREACHABLE();
}

}  // namespace muster::scan
