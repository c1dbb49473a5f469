#include "core/plan/columns.h"

#include "core/base/folding.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace muster::plan {
namespace {

constexpr int countMax = 10'000'000;
constexpr int hoursMax = 72;  ///< An event that opens on its day and ends two days later still has minutes of its own.
constexpr qsizetype codeCharactersMax = 32;
constexpr qint64 hundredthsMax = 1'000'000'000'000;

template<class IsSeparator>
QStringList split(const QString &text, IsSeparator isSeparator, bool hasEscapes)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (hasEscapes && text[i] == u'\\' && i + 1 < text.size()) {
            parts.back() += text[++i];
        } else if (isSeparator(text[i])) {
            parts.append(QString());
        } else {
            parts.back() += text[i];
        }
    }
    for (QString &part : parts) {
        part = part.trimmed();
    }
    parts.removeAll(QString());
    return parts;
}

}  // namespace

QString headerOf(const Words &title)
{
    return title.zh.isEmpty() ? title.en : title.en.isEmpty() ? title.zh : title.zh + QStringLiteral(" / ") + title.en;
}

QString normalised(QStringView text)
{
    QString plain = foldLatin(text);
    plain.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return plain;
}

QStringList callingsOf(QStringView text)
{
    QStringList callings{normalised(text)};
    const auto parts = text.toString().split(QRegularExpression(QStringLiteral("[/|\\n（）()]")), Qt::SkipEmptyParts);
    if (parts.size() > 1) {
        for (const QString &part : parts) {
            callings.append(normalised(part));
        }
    }
    callings.removeAll(QString());
    return callings;
}

Complaint parseCode(QString &field, const QString &text)
{
    const bool isCode = text.size() <= codeCharactersMax && std::all_of(text.begin(), text.end(), [](QChar c) {
                            const char16_t u = c.unicode();
                            return (u < 0x80 && c.isLetterOrNumber()) || u == u'-' || u == u'_';
                        });
    if (!isCode) {
        return Words{.zh = QStringLiteral("“%1”不能作代码：只用英文字母、数字、- 和 _，最多 %2 个")
                               .arg(text)
                               .arg(codeCharactersMax),
                     .en = QStringLiteral("\"%1\" is no code: use letters a-z, digits, - and _ only, at most %2")
                               .arg(text)
                               .arg(codeCharactersMax)};
    }
    field = text;
    return {};
}

Complaint parseCount(std::optional<int> &field, const QString &text)
{
    bool isNumber = false;
    QString plain = foldLatin(text);
    plain.remove(u',');
    const int value = plain.toInt(&isNumber);
    if (!isNumber || value < 0 || value > countMax) {
        return Words{
            .zh = QStringLiteral("“%1”不是人数：请写 0 到 %2 的整数").arg(text).arg(countMax),
            .en = QStringLiteral("\"%1\" is no count: write a whole number from 0 to %2").arg(text).arg(countMax)};
    }
    field = value;
    return {};
}

Complaint parseFlag(bool &field, const QString &text)
{
    static const ChoiceParser<bool> parse(
        {{.value = true,
          .words = {QStringLiteral("yes"), QStringLiteral("是"), QStringLiteral("true"), QStringLiteral("y"),
                    QStringLiteral("1"), QStringLiteral("有"), QStringLiteral("对")}},
         {.value = false,
          .words = {QStringLiteral("no"), QStringLiteral("否"), QStringLiteral("false"), QStringLiteral("n"),
                    QStringLiteral("0"), QStringLiteral("无"), QStringLiteral("不")}}});
    return parse(field, text);
}

Complaint parseNumber(int &field, const QString &text, Bounds bounds)
{
    bool isNumber = false;
    QString plain = foldLatin(text);
    plain.remove(u',');
    const int value = plain.toInt(&isNumber);
    if (!isNumber || value < bounds.min || value > bounds.max) {
        return Words{.zh = QStringLiteral("“%1”不对：请写 %2 到 %3 的整数").arg(text).arg(bounds.min).arg(bounds.max),
                     .en = QStringLiteral("\"%1\" does not fit: write a whole number from %2 to %3")
                               .arg(text)
                               .arg(bounds.min)
                               .arg(bounds.max)};
    }
    field = value;
    return {};
}

QString numberText(std::optional<int> number) { return number ? QString::number(*number) : QString(); }

Complaint parseAmount(qint64 &hundredths, const QString &text)
{
    // A comma parts thousands only: "1,5" may mean either, and is asked about.
    static const QRegularExpression amount(
        QStringLiteral("^[¥$€£]?\\s*(\\d{1,11}|\\d{1,3}(?:,\\d{3}){1,3})(?:\\.(\\d{1,2}))?\\s*元?$"));
    const auto match = amount.match(foldLatin(text));
    const qint64 whole = match.captured(1).remove(u',').toLongLong();
    const qint64 value = whole * 100 + match.captured(2).leftJustified(2, u'0').toLongLong();
    if (!match.hasMatch() || value > hundredthsMax) {
        return Words{.zh =
                         QStringLiteral("“%1”不是金额：请写成 1280000 或 1280000.50（单位元，最多两位小数）").arg(text),
                     .en = QStringLiteral("\"%1\" is no amount: write it as 1280000 or 1280000.50, with at most two "
                                          "decimals")
                               .arg(text)};
    }
    hundredths = value;
    return {};
}

QString amountText(qint64 hundredths)
{
    const QString whole = QString::number(hundredths / 100);
    const qint64 rest = hundredths % 100;
    return rest == 0 ? whole : QStringLiteral("%1.%2").arg(whole).arg(rest, 2, 10, QChar(u'0'));
}

Complaint parseMinute(std::optional<int> &field, const QString &text)
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,2})(?:[:：](\\d{2})(?::00)?)?$"));
    const auto match = clock.match(text);
    int minutes = -1;
    if (match.hasMatch() && match.captured(1).toInt() <= hoursMax && match.captured(2).toInt() < 60) {
        minutes = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    } else if (text.startsWith(u"0.")) {  // A time of day whose cell has no format.
        bool isNumber = false;
        const double day = text.toDouble(&isNumber);
        minutes = isNumber ? qRound(day * 24 * 60) : -1;
    }
    if (minutes < 0) {
        return Words{.zh = QStringLiteral("“%1”不是时刻：请写成 09:30（次日凌晨一点半写 25:30）").arg(text),
                     .en =
                         QStringLiteral("\"%1\" is no time: write it as 09:30 (25:30 is half past one on the next day)")
                             .arg(text)};
    }
    field = minutes;
    return {};
}

QString minuteText(std::optional<int> minute)
{
    if (!minute) {
        return {};
    }
    return QStringLiteral("%1:%2").arg(*minute / 60, 2, 10, QChar(u'0')).arg(*minute % 60, 2, 10, QChar(u'0'));
}

Complaint parseDay(QString &field, const QString &text)
{
    static const QRegularExpression parts(QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?: 00:00)?$"));
    const auto match = parts.match(text);
    QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    constexpr int firstDay = 36'526;  // 2000-01-01 as Excel counts, so that a bare year is no day.
    constexpr int lastDay = 73'050;   // 2099-12-31.
    if (const int number = text.toInt(); !day.isValid() && number >= firstDay && number <= lastDay) {
        day = QDate(1899, 12, 30).addDays(number);
    }
    if (!day.isValid()) {
        return Words{.zh = QStringLiteral("“%1”不是日期：请写成 2026-11-28").arg(text),
                     .en = QStringLiteral("\"%1\" is no date: write it as 2026-11-28").arg(text)};
    }
    field = day.toString(Qt::ISODate);
    return {};
}

QStringList splitCodes(const QString &text)
{
    return split(
        text, [](QChar c) { return QStringView(u";；,，、|\n").contains(c); }, false);
}

QStringList splitTexts(const QString &text)
{
    return split(
        text, [](QChar c) { return QStringView(u";；\n").contains(c); }, true);
}

QString joinTexts(const QStringList &texts)
{
    QStringList escaped;
    for (QString text : texts) {
        text.replace(u'\\', QStringLiteral("\\\\"));
        for (const QChar separator : {QChar(u';'), QChar(u'；'), QChar(u'\n')}) {
            text.replace(separator, QString(u'\\') + separator);
        }
        escaped.append(text);
    }
    return escaped.join(u';');
}

Words unknownWord(const QString &text, const QStringList &known)
{
    const QString list = known.join(QStringLiteral(", "));
    return {.zh = QStringLiteral("看不懂“%1”：请写其中之一：%2").arg(text, list),
            .en = QStringLiteral("\"%1\" is not understood: write one of %2").arg(text, list)};
}

}  // namespace muster::plan
