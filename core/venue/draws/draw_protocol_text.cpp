// The protocol of a draw on paper.
#include "core/venue/draws/draw_protocol.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace muster::draws {
namespace {

QString textOf(const QJsonObject &json, const char *name) { return json.value(QLatin1String(name)).toString(); }

QString numberOf(const QJsonObject &json, const char *name)
{
    return QString::number(json.value(QLatin1String(name)).toInteger());
}

/// "中文 / English", or the one that there is.
QString both(const QJsonObject &words)
{
    const auto zh = textOf(words, "zh");
    const auto en = textOf(words, "en");
    return zh.isEmpty() || en.isEmpty() ? zh + en : zh + QStringLiteral(" / ") + en;
}

/// Writes the lines of one protocol, times in the event's own zone.
class Writer {
public:
    explicit Writer(const QJsonObject &protocol)
        : m_zone(textOf(protocol.value(QLatin1String("event")).toObject(), "time_zone").toUtf8())
    {
        if (!m_zone.isValid()) {
            m_zone = QTimeZone::utc();
        }
    }

    void line(const QString &text = {}) { m_lines << text; }
    void field(const char16_t *zh, const char *en, const QString &value)
    {
        line(QStringLiteral("%1 %2: %3").arg(QString::fromUtf16(zh), QLatin1String(en), value));
    }
    /// Who, when, and under which name in the log.
    void step(const char16_t *zh, const char *en, const QJsonObject &step, const QString &value)
    {
        const auto at = QDateTime::fromString(textOf(step, "at"), Qt::ISODateWithMs).toTimeZone(m_zone);
        const auto by = textOf(step, "by").isEmpty() ? textOf(step, "device").left(8) : textOf(step, "by");
        field(zh, en, value);
        line(QStringLiteral("    %1, %2, %3")
                 .arg(at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t")), by, textOf(step, "operation").left(16)));
    }
    [[nodiscard]] QString text() const { return m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n'); }

private:
    QTimeZone m_zone;
    QStringList m_lines;
};

void writeResult(Writer &out, const QJsonObject &attempt)
{
    const auto result = attempt.value(QLatin1String("result")).toArray();
    if (result.isEmpty()) {
        return;
    }
    const bool isOrder = attempt.value(QLatin1String("order")).toBool();
    out.line(isOrder ? QStringLiteral("顺序结果 Order (名次 place, 分组 pool, 编号 entry code)")
                     : QStringLiteral("中奖结果 Winners (名次 place, 编号 entry code)"));
    for (const auto &value : result) {
        const auto line = value.toObject();
        const auto pool = textOf(line, "pool");
        out.line(QStringLiteral("  %1  %2%3%4")
                     .arg(numberOf(line, "place").rightJustified(5),
                          pool.isEmpty() ? QString()
                                         : pool + QLatin1Char('-') + numberOf(line, "rank") + QStringLiteral("  "),
                          textOf(line, "guest"),
                          line.value(QLatin1String("absent")).toBool() ? QStringLiteral("  缺席 absent") : QString()));
    }
}

void writeAttempt(Writer &out, const QJsonObject &attempt)
{
    out.line();
    out.line(QStringLiteral("第 %1 次 Attempt %1%2")
                 .arg(numberOf(attempt, "attempt"),
                      attempt.value(QLatin1String("stands")).toBool() ? QStringLiteral(" (有效 stands)") : QString()));
    out.step(u"种子封存", "Seed fixed, its hash", attempt, textOf(attempt, "seed_hash"));
    out.field(u"参加人数", "Entrants", numberOf(attempt, "entrant_count"));
    out.field(u"名单校验值", "Hash of the list of entrants", textOf(attempt, "entrants_hash"));
    for (const auto &value : attempt.value(QLatin1String("entrants")).toArray()) {
        const auto pool = value.toObject();
        if (!textOf(pool, "pool").isEmpty()) {
            out.field(u"  分组", "Pool",
                      QStringLiteral("%1: %2")
                          .arg(textOf(pool, "pool"))
                          .arg(pool.value(QLatin1String("guests")).toArray().size()));
        }
    }
    for (const auto &value : attempt.value(QLatin1String("calls")).toArray()) {
        out.step(u"现场数字", "Number called by the hall", value.toObject(), numberOf(value.toObject(), "number"));
    }
    if (const auto reveal = attempt.value(QLatin1String("reveal")).toObject(); !reveal.isEmpty()) {
        out.step(u"种子揭晓", "Seed shown", reveal, textOf(reveal, "seed"));
    }
    if (const auto abort = attempt.value(QLatin1String("abort")).toObject(); !abort.isEmpty()) {
        out.step(u"作废", "Given up", abort, textOf(abort, "reason"));
        out.field(u"作废时的种子", "Seed at that time", textOf(abort, "seed"));
    }
    for (const auto &value : attempt.value(QLatin1String("absences")).toArray()) {
        const auto absence = value.toObject();
        out.step(u"缺席", "Absent", absence,
                 QStringLiteral("%1  %2  %3")
                     .arg(numberOf(absence, "place"), textOf(absence, "guest"), textOf(absence, "reason")));
    }
    writeResult(out, attempt);
}

}  // namespace

QString toText(const QJsonObject &protocol)
{
    const auto event = protocol.value(QLatin1String("event")).toObject();
    const auto draw = protocol.value(QLatin1String("draw")).toObject();
    const auto seal = protocol.value(QLatin1String("seal")).toObject();
    const auto faults = mismatches(protocol);
    Writer out(protocol);
    out.line(QStringLiteral("抽奖（摇号）记录 Protocol of a draw"));
    out.line();
    out.field(u"活动", "Event", both(event.value(QLatin1String("name")).toObject()));
    out.field(u"地点", "Place", both(event.value(QLatin1String("place")).toObject()));
    out.field(u"日期", "Day", textOf(event, "day"));
    out.field(u"项目", "Draw",
              textOf(draw, "code") + QStringLiteral("  ") + both(draw.value(QLatin1String("name")).toObject()));
    out.field(u"算法", "Algorithm", textOf(protocol.value(QLatin1String("algorithm")).toObject(), "name"));
    for (const auto &attempt : protocol.value(QLatin1String("attempts")).toArray()) {
        writeAttempt(out, attempt.toObject());
    }
    out.line();
    out.line(faults.isEmpty() ? QStringLiteral("复算一致 Recomputed: everything fits")
                              : QStringLiteral("复算不一致 Recomputed, this does not fit:"));
    for (const auto &fault : faults) {
        out.line(QStringLiteral("  ") + fault);
    }
    out.field(u"活动公钥", "Event key", textOf(seal, "event_key"));
    out.field(u"签名", "Signature", textOf(seal, "signature"));
    out.line();
    out.line(QStringLiteral("主持人 Conducted by: ____________________    公证员 Notary: ____________________"));
    out.line();
    out.line(QStringLiteral("监督人 Witness: ____________________         日期 Date: ____________________"));
    return out.text();
}

}  // namespace muster::draws
