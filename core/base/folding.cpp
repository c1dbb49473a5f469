#include "core/base/folding.h"

#include <algorithm>

namespace muster {
namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// Letters that Unicode does not decompose although people type them as plain ones.
QStringView plainOf(QChar c)
{
    switch (c.unicode()) {
    case u'ß': return u"ss";
    case u'æ': return u"ae";
    case u'œ': return u"oe";
    case u'ø': return u"o";
    case u'ł': return u"l";
    case u'đ':
    case u'ð': return u"d";
    case u'þ': return u"th";
    case u'ı': return u"i";
    case u'ħ': return u"h";
    case u'ŋ': return u"n";
    case u'’':
    case u'‘': return u"'";
    default: return {};
    }
}

constexpr qsizetype chinaMobileDigits = 11;
constexpr qsizetype phoneEndDigits = 4;

}  // namespace

QString foldLatin(QStringView text)
{
    if (isAscii(text)) {
        return text.toString().toLower();
    }
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing) {
            continue;
        }
        const QStringView plain = plainOf(c);
        if (plain.isEmpty()) {
            folded.append(c);
        } else {
            folded.append(plain);
        }
    }
    return folded;
}

QString phoneDigits(QStringView phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (const int value = c.digitValue(); value >= 0 && c.isDigit()) {
            digits.append(QChar(u'0' + value));
        }
    }
    if (digits.startsWith(u"00")) {
        digits.remove(0, 2);
    }
    if (digits.size() == chinaMobileDigits + 2 && digits.startsWith(u"861")) {
        digits.remove(0, 2);
    }
    return digits;
}

QString phoneEnd(QStringView phone) { return phoneDigits(phone).right(phoneEndDigits); }

}  // namespace muster
