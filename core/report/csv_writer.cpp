#include "core/report/writers.h"

namespace muster::report {
namespace {

/// What spreadsheets take for the beginning of a formula, in half and in full width; behind apostrophes, where one was
/// escaped before.
bool startsFormula(const QString &text)
{
    const auto first = std::ranges::find_if(text, [](QChar c) { return c != QLatin1Char('\''); });
    return first != text.end() && QStringView(u"=+-@\t\r＝＋－＠").contains(*first);
}

QString quoted(QString text)
{
    const auto needsQuotes = [](QChar c) { return QStringView(u",;\t\"\r\n").contains(c); };
    if (!std::ranges::any_of(text, needsQuotes)) {
        return text;
    }
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString word(const QString &text) { return quoted(startsFormula(text) ? QLatin1Char('\'') + text : text); }

QString title(const Words &words, Unit unit)
{
    const auto of = unitText(unit);
    return shown(words, Language::Both) + (of.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(of));
}

/// Lines of one file. Numbers come from plain() and start no formula.
class Lines {
public:
    explicit Lines(const Report &report) : m_zone(zoneOf(report)) {}

    Lines &add(const Words &words) { return put(word(shown(words, Language::Both))); }
    Lines &add(const QString &text) { return put(word(text)); }
    Lines &add(const std::optional<qint64> &value, Unit unit) { return put(plain(value, unit, m_zone)); }
    Lines &addCell(const Cell &cell, Unit unit)
    {
        return unit == Unit::Words ? add(cell.words) : add(cell.number, unit);
    }
    void end()
    {
        m_text += m_line.join(QLatin1Char(',')) + QLatin1Char('\n');
        m_line.clear();
    }
    [[nodiscard]] QByteArray bytes() const { return "\xef\xbb\xbf" + m_text.toUtf8(); }

private:
    Lines &put(const QString &cell)
    {
        m_line << cell;
        return *this;
    }

    QTimeZone m_zone;
    QStringList m_line;
    QString m_text;
};

void addHead(const Report &report, Lines &lines)
{
    lines.add({QStringLiteral("绩效评估报告"), QStringLiteral("Evaluation")}).add(report.event).end();
    lines.add({QStringLiteral("日期"), QStringLiteral("Day")}).add(report.day).add(report.timeZone).end();
    const auto time = [&](const Words &name, const std::optional<WallTime> &at) {
        if (at) {
            lines.add(name).add(toMsecs(*at), Unit::Time).end();
        }
    };
    time({QStringLiteral("生成时间"), QStringLiteral("Generated at")}, report.generatedAt);
    time({QStringLiteral("最晚记录"), QStringLiteral("Latest fact")}, report.latestFactAt);
    for (const auto &doubt : report.doubts) {
        lines.add({QStringLiteral("存疑"), QStringLiteral("Doubt")}).add(doubt).end();
    }
}

void addFigures(const Report &report, Lines &lines)
{
    lines.end();
    for (const auto &name :
         {Words{QStringLiteral("部分"), QStringLiteral("Section")},
          Words{QStringLiteral("指标"), QStringLiteral("Key")}, Words{QStringLiteral("名称"), QStringLiteral("Name")},
          Words{QStringLiteral("数值"), QStringLiteral("Value")}, Words{QStringLiteral("单位"), QStringLiteral("Unit")},
          Words{QStringLiteral("目标"), QStringLiteral("Target")},
          Words{QStringLiteral("差额"), QStringLiteral("Difference")},
          Words{QStringLiteral("目标依据"), QStringLiteral("Basis of the target")},
          Words{QStringLiteral("依据记录数"), QStringLiteral("Facts")},
          Words{QStringLiteral("口径"), QStringLiteral("How computed")},
          Words{QStringLiteral("存疑"), QStringLiteral("Doubt")}}) {
        lines.add(name);
    }
    lines.end();
    for (const auto &section : report.sections) {
        for (const auto &figure : section.figures) {
            const auto target = figure.target ? std::optional(figure.target->value) : std::nullopt;
            lines.add(section.name)
                .add(figure.key)
                .add(figure.name)
                .add(figure.value, figure.unit)
                .add(unitText(figure.unit))
                .add(target, figure.unit)
                .add(figure.difference(), figure.unit)
                .add(figure.target ? figure.target->basis : Words{})
                .add(figure.facts, Unit::Count)
                .add(figure.how)
                .add(figure.doubt)
                .end();
        }
    }
    for (const auto &figure : report.unmatched) {
        lines.add(Words{}).add(figure.key).add(Words{}).add(std::nullopt, Unit::Count).add(QString());
        lines.add(figure.target->value, Unit::Count).add(std::nullopt, Unit::Count).add(figure.target->basis).end();
    }
}

void addTable(const Table &table, Lines &lines)
{
    lines.end();
    lines.add(table.name).add(table.key).add(table.facts, Unit::Count).add(table.how).add(table.doubt).end();
    for (const auto &column : table.columns) {
        lines.add(title(column.name, column.unit));
    }
    lines.end();
    for (const auto &row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            lines.addCell(row.cells[i], table.columns[i].unit);
        }
        lines.end();
    }
}

}  // namespace

QByteArray toCsv(const Report &report)
{
    Lines lines(report);
    addHead(report, lines);
    addFigures(report, lines);
    for (const auto &section : report.sections) {
        for (const auto &table : section.tables) {
            addTable(table, lines);
        }
    }
    return lines.bytes();
}

}  // namespace muster::report
