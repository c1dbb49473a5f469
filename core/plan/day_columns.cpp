#include "core/plan/day_columns.h"

#include "core/base/folding.h"

#include <QRegularExpression>

namespace muster::plan {
namespace {

constexpr qint64 wholeMax = 1'000'000'000'000;

/// As people type it: any dash, letters of any width.
QString plainDashes(const QString &text)
{
    QString plain = foldLatin(text);
    for (const QChar dash : QStringView(u"\u2010\u2011\u2012\u2013\u2014\u2212\uff0d~\uff5e")) {
        plain.replace(dash, u'-');
    }
    return plain;
}

}  // namespace

Complaint parseDue(TaskPlan &task, const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(d)(?:\\s*([+-])\\s*(\\d{1,3}))?(?:\\s+|$)|(次日)\\s*|(当天|当日)\\s*)?(\\d.*)?$"));
    QString plain = plainDashes(text);
    plain.replace(u'＋', u'+');
    const auto match = pattern.match(plain);
    const int days = match.captured(3).toInt() * (match.captured(2) == u"-" ? -1 : 1);
    const int day = match.captured(4).isEmpty() ? days : 1;
    std::optional<int> minute;
    const QString time = match.captured(6);
    const bool isTime = time.isEmpty() || !parseMinute(minute, time);
    if (!match.hasMatch() || !isTime || day < -daysMax || day > daysMax) {
        return Words{.zh = QStringLiteral("“%1”不是期限：请写成 D-20、D-1 18:00、09:30（当天）或 D+3").arg(text),
                     .en = QStringLiteral("\"%1\" is no time to be done by: write it as D-20, D-1 18:00, 09:30 (on the "
                                          "day) or D+3")
                               .arg(text)};
    }
    task.day = day;
    task.dueMinute = minute;
    return {};
}

QString dueText(const TaskPlan &task)
{
    QString time = minuteText(task.dueMinute);
    if (task.day == 0) {
        return time;
    }
    const QString day =
        (task.day < 0 ? QStringLiteral("D-") : QStringLiteral("D+")) + QString::number(std::abs(task.day));
    return time.isEmpty() ? day : day + u' ' + time;
}

Complaint parseSerials(Material &material, const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,9})\\s*-\\s*(\\d{1,9})$"));
    const auto match = pattern.match(plainDashes(text));
    if (!match.hasMatch()) {
        return Words{.zh = QStringLiteral("“%1”不是编号：请写成 1-400 或 0001-0400").arg(text),
                     .en = QStringLiteral("\"%1\" is no run of numbers: write it as 1-400 or 0001-0400").arg(text)};
    }
    material.serialFrom = match.captured(1).toInt();
    material.serialTo = match.captured(2).toInt();
    if (match.captured(1).startsWith(u'0') && match.captured(1).size() == match.captured(2).size()) {
        material.serialDigits = int(match.captured(1).size());
    }
    return {};
}

QString serialsText(const Material &material)
{
    return material.isNumbered() ? QStringLiteral("%1-%2").arg(*material.serialFrom).arg(*material.serialTo)
                                 : QString();
}

Complaint parseWhole(qint64 &field, const QString &text)
{
    bool isNumber = false;
    QString plain = foldLatin(text);
    plain.remove(u',');
    const qint64 value = plain.toLongLong(&isNumber);
    if (!isNumber || value < 0 || value > wholeMax) {
        return Words{
            .zh = QStringLiteral("“%1”不对：请写 0 到 %2 的整数").arg(text).arg(wholeMax),
            .en = QStringLiteral("\"%1\" does not fit: write a whole number from 0 to %2").arg(text).arg(wholeMax)};
    }
    field = value;
    return {};
}

Complaint tooLong(const QString &text, qsizetype max)
{
    if (text.size() <= max) {
        return {};
    }
    return Words{.zh = QStringLiteral("太长：%1 个字，最多 %2 个").arg(text.size()).arg(max),
                 .en = QStringLiteral("too long: %1 characters, at most %2").arg(text.size()).arg(max)};
}

}  // namespace muster::plan
