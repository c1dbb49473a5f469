#include "core/plan/text_decoder.h"

#include <QStringDecoder>

#include <algorithm>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace muster::plan {
namespace {

constexpr qint64 chunkBytes = 256 * 1024;
constexpr qint64 guessBytes = 64 * 1024;

class QtDecoder final : public TextDecoder {
public:
    explicit QtDecoder(QStringConverter::Encoding encoding) : m_decoder(encoding) {}
    QString decode(QByteArrayView bytes) override { return m_decoder.decode(bytes); }
    [[nodiscard]] bool hasFailed() const override { return m_decoder.hasError(); }

private:
    QStringDecoder m_decoder;
};

/// GB18030 through ICU; a superset of GBK and GB2312, what Chinese Excel writes as "CSV".
class GbDecoder final : public TextDecoder {
public:
    GbDecoder()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_converter = ucnv_open("gb18030", &status);
        ucnv_setToUCallBack(m_converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        m_hasFailed = U_FAILURE(status) != 0;
    }
    ~GbDecoder() override { ucnv_close(m_converter); }
    GbDecoder(const GbDecoder &) = delete;
    GbDecoder &operator=(const GbDecoder &) = delete;

    QString decode(QByteArrayView bytes) override
    {
        QString text(bytes.size() + 1, Qt::Uninitialized);
        UChar *to = reinterpret_cast<UChar *>(text.data());  // NOLINT: both are UTF-16
        const UChar *begin = to;
        const char *from = bytes.data();
        UErrorCode status = m_hasFailed ? U_ILLEGAL_ARGUMENT_ERROR : U_ZERO_ERROR;
        ucnv_toUnicode(m_converter, &to, begin + text.size(), &from, bytes.data() + bytes.size(), nullptr, 0, &status);
        m_hasFailed = U_FAILURE(status) != 0;
        text.truncate(to - begin);
        return text;
    }
    [[nodiscard]] bool hasFailed() const override { return m_hasFailed; }

private:
    UConverter *m_converter = nullptr;
    bool m_hasFailed = false;
};

bool isFaultless(QIODevice &device, TextDecoder &decoder)
{
    device.seek(0);
    while (!device.atEnd() && !decoder.hasFailed()) {
        const QByteArray bytes = device.read(chunkBytes);
        if (bytes.isEmpty()) {
            break;
        }
        (void)decoder.decode(bytes);
    }
    device.seek(0);
    return !decoder.hasFailed();
}

/// The name of another encoding that ICU is surer of than of GB18030; empty if there is none.
QByteArray betterGuess(const QByteArray &head)
{
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    ucsdet_setText(detector, head.constData(), int32_t(head.size()), &status);
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
    QByteArray better;
    if (U_SUCCESS(status) != 0 && count > 0) {
        better = ucsdet_getName(matches[0], &status);
        const bool isAsian = better == "Big5" || better == "Shift_JIS" || better == "EUC-JP" || better == "EUC-KR";
        // A short Chinese list looks like Latin-1 to ICU; a Latin-1 list is seldom faultless GB18030.
        better = isAsian && ucsdet_getConfidence(matches[0], &status) > 50 ? better : QByteArray();
    }
    ucsdet_close(detector);
    return better;
}

tl::unexpected<Error> unknownEncoding(const QByteArray &guess)
{
    const QString looksLike =
        guess.isEmpty() ? QString() : QStringLiteral(" (it looks like %1)").arg(QString::fromLatin1(guess));
    return fail(ErrorCode::Invalid,
                QStringLiteral("the text is neither UTF-8 nor GB18030%1: save it as \"CSV UTF-8\"").arg(looksLike));
}

}  // namespace

Result<std::unique_ptr<TextDecoder>> TextDecoder::detect(QIODevice &device)
{
    const QByteArray head = device.peek(guessBytes);
    if (head.startsWith("\xef\xbb\xbf")) {
        device.seek(3);
        return std::make_unique<QtDecoder>(QStringConverter::Utf8);
    }
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff")) {
        const bool isLittle = head.startsWith("\xff\xfe");
        device.seek(2);
        return std::make_unique<QtDecoder>(isLittle ? QStringConverter::Utf16LE : QStringConverter::Utf16BE);
    }
    QtDecoder utf8(QStringConverter::Utf8);
    if (isFaultless(device, utf8)) {
        return std::make_unique<QtDecoder>(QStringConverter::Utf8);
    }
    const QByteArray guess = betterGuess(head);
    GbDecoder gb;
    if (!guess.isEmpty() || !isFaultless(device, gb)) {
        return unknownEncoding(guess);
    }
    return std::make_unique<GbDecoder>();
}

}  // namespace muster::plan
