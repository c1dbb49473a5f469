#include "core/report/charts.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace muster::report {
namespace {

constexpr double pageWidth = 720;

QString coordinate(double value) { return QString::number(std::round(value * 10) / 10); }

/// About as wide as @p text is in a font of @p size: a Chinese character is as wide as high.
double widthOf(const QString &text, double size)
{
    double ems = 0;
    for (const auto c : text) {
        ems += c.unicode() >= 0x2e80 ? 1.0 : 0.56;
    }
    return ems * size;
}

QString shortened(QString text, double size, double widthMax)
{
    if (widthOf(text, size) <= widthMax) {
        return text;
    }
    while (!text.isEmpty() && widthOf(text, size) > widthMax - size) {
        text.chop(1);
    }
    return text.trimmed() + QChar(0x2026);
}

/// The pieces of one picture.
class Picture {
public:
    Picture(double width, double height, const QString &title) : m_width(width), m_height(height), m_title(title) {}

    void rect(double x, double y, double width, double height, const QString &fill)
    {
        m_parts << QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>")
                       .arg(coordinate(x), coordinate(y), coordinate(std::max(width, 0.0)),
                            coordinate(std::max(height, 0.0)), fill);
    }
    void line(double x1, double y1, double x2, double y2, const QString &colour, const QString &dash = {})
    {
        m_parts << QStringLiteral("<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" stroke=\"%5\"%6/>")
                       .arg(coordinate(x1), coordinate(y1), coordinate(x2), coordinate(y2), colour,
                            dash.isEmpty() ? QString() : QStringLiteral(" stroke-dasharray=\"%1\"").arg(dash));
    }
    /// @p anchor: start, middle or end.
    void text(double x, double y, const QString &words, double size, const QString &colour, const char *anchor,
              bool isBold = false)
    {
        m_parts << QStringLiteral("<text x=\"%1\" y=\"%2\" font-size=\"%3\" fill=\"%4\" text-anchor=\"%5\"%6>%7</text>")
                       .arg(coordinate(x), coordinate(y), coordinate(size), colour, QLatin1String(anchor),
                            isBold ? QStringLiteral(" font-weight=\"600\"") : QString(), escaped(words));
    }
    void path(const QString &points, const QString &fill, double opacity, const QString &stroke)
    {
        m_parts << QStringLiteral("<path d=\"%1\" fill=\"%2\" fill-opacity=\"%3\" stroke=\"%4\" stroke-width=\"1.5\"/>")
                       .arg(points, fill, coordinate(opacity), stroke);
    }
    [[nodiscard]] QString svg() const
    {
        return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" role=\"img\""
                              " aria-label=\"%3\">%4</svg>")
            .arg(coordinate(m_width), coordinate(m_height), escaped(m_title), m_parts.join(QString()));
    }

private:
    double m_width;
    double m_height;
    QString m_title;
    QStringList m_parts;
};

/// Round figures for an axis from zero to at least @p most.
struct Axis {
    qint64 step = 1;
    qint64 end = 1;

    /// @p unit: no step is smaller than a whole one of what people count.
    Axis(qint64 most, qint64 unit)
    {
        constexpr int stepsMax = 5;
        for (step = unit; (most + step - 1) / step > stepsMax;) {
            const auto digits = QString::number(step / unit);
            step = digits.startsWith(QLatin1Char('2')) ? step / 2 * 5 : step * 2;
        }
        end = std::max<qint64>((most + step - 1) / step, 1) * step;
    }
};

qint64 wholeOf(Unit unit)
{
    return unit == Unit::Amount || unit == Unit::Rating ? 100 : unit == Unit::Percent ? 10 : 1;
}

/// A tick's words: amounts without hundredths, large ones in thousands.
QString tickText(qint64 value, Unit unit, const Shower &shower)
{
    const auto whole = value / wholeOf(unit);
    return unit == Unit::Seconds ? shower.number(value, unit) : shower.number(whole, Unit::Count);
}

qint64 mostOf(const Table &table, const std::vector<std::size_t> &columns)
{
    qint64 most = 0;
    for (const auto &row : table.rows) {
        for (const auto column : columns) {
            most = std::max(most, row.cells[column].number.value_or(0));
        }
    }
    return most;
}

std::vector<std::size_t> seriesOf(const Table &table)
{
    std::vector<std::size_t> columns;
    for (const auto &key : table.chart->series) {
        if (const auto column = table.column(key)) {
            columns.push_back(*column);
        }
    }
    return columns;
}

/// So many rows from one label of the time to the next that at most @p labelsMax are written.
std::size_t labelStep(std::size_t rows, std::size_t labelsMax)
{
    std::size_t step = 1;
    while ((rows + step - 1) / step > labelsMax) {
        step *= 2;
    }
    return step;
}

/// The first row that falls on a full hour, where one label stands for more than an hour.
std::size_t firstLabel(const Table &table, std::size_t step)
{
    for (std::size_t i = 0; i < std::min(step, table.rows.size()); ++i) {
        const auto seconds = table.rows[i].cells[0].number.value_or(0) / 1'000;
        if (seconds % 3'600 == 0) {
            return i;
        }
    }
    return 0;
}

QString columnsPicture(const Table &table, const Shower &shower, const ChartStyle &style)
{
    constexpr double height = 230;
    constexpr double top = 18;
    constexpr double bottom = 26;
    constexpr double fontSize = 11;
    constexpr std::size_t valuesShownMax = 26;
    const auto columns = seriesOf(table);
    const auto unit = table.columns[columns.front()].unit;
    const Axis axis(mostOf(table, columns), wholeOf(unit));
    const auto widest = tickText(axis.end, unit, shower);
    const double left = widthOf(widest, fontSize) + 10;
    const double plotWidth = pageWidth - left;
    const double plotHeight = height - top - bottom;
    Picture picture(pageWidth, height, shower.text(table.name));
    const auto y = [&](qint64 value) { return top + plotHeight * (1 - double(value) / double(axis.end)); };
    for (qint64 tick = 0; tick <= axis.end; tick += axis.step) {
        picture.line(left, y(tick), pageWidth, y(tick), style.grid);
        picture.text(left - 6, y(tick) + 4, tickText(tick, unit, shower), fontSize, style.faint, "end");
    }
    const auto rows = table.rows.size();
    const double slot = plotWidth / double(rows);
    const double gap = slot > 6 ? slot * 0.18 : 0.5;
    const auto step = labelStep(rows, 14);
    const auto first = firstLabel(table, step);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto &row = table.rows[i];
        const auto value = row.cells[columns.front()].number.value_or(0);
        const double x = left + slot * double(i);
        picture.rect(x + gap / 2, y(value), slot - gap, y(0) - y(value), style.main);
        if (value > 0 && rows <= valuesShownMax && unit == Unit::Count) {
            picture.text(x + slot / 2, y(value) - 4, shower.number(value, unit), 10, style.faint, "middle");
        }
        if (i >= first && (i - first) % step == 0) {
            picture.text(x + (slot - gap) / 2, height - 8, shower.cell(row.cells[0], Unit::Time), fontSize, style.faint,
                         "middle");
        }
    }
    return picture.svg();
}

void addLegend(const Table &table, const std::vector<std::size_t> &columns, const Shower &shower,
               const ChartStyle &style, Picture &picture)
{
    double x = 0;
    for (const auto column : columns) {
        const auto name = shower.text(table.columns[column].name);
        picture.rect(x, 2, 11, 11, column == columns.back() ? style.main : style.second);
        picture.text(x + 16, 12, name, 11, style.faint, "start");
        x += 16 + widthOf(name, 11) + 20;
    }
}

QString barsPicture(const Table &table, const Shower &shower, const ChartStyle &style)
{
    constexpr double fontSize = 12;
    constexpr double labelMax = 250;
    constexpr double barHeight = 13;
    constexpr double valueWidth = 90;
    const auto columns = seriesOf(table);
    const auto rows = std::min(table.rows.size(), barsMax);
    const double top = columns.size() > 1 ? 22 : 2;
    const double rowHeight = barHeight * double(columns.size()) + 10;
    double labels = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        labels = std::max(labels, widthOf(shower.cell(table.rows[i].cells[0], Unit::Words), fontSize));
    }
    labels = std::min(labels, labelMax) + 10;
    const auto most = std::max<qint64>(mostOf(table, columns), 1);
    const double plotWidth = pageWidth - labels - valueWidth;
    Picture picture(pageWidth, top + rowHeight * double(rows), shower.text(table.name));
    if (columns.size() > 1) {
        addLegend(table, columns, shower, style, picture);
    }
    for (std::size_t i = 0; i < rows; ++i) {
        const auto &row = table.rows[i];
        const double y = top + rowHeight * double(i);
        const auto label = shortened(shower.cell(row.cells[0], Unit::Words), fontSize, labelMax);
        picture.text(labels - 8, y + rowHeight / 2 + 4, label, fontSize, style.ink, "end");
        double barY = y + 5;
        for (const auto column : columns) {
            const auto value = row.cells[column].number;
            const double width = plotWidth * double(value.value_or(0)) / double(most);
            const auto colour = column == columns.back() ? style.main : style.second;
            picture.rect(labels, barY, width, barHeight - 1, colour);
            picture.text(labels + width + 5, barY + barHeight - 3, shower.number(value, table.columns[column].unit), 11,
                         style.faint, "start");
            barY += barHeight;
        }
        picture.line(labels, y, labels, y + rowHeight, style.faint);
    }
    return picture.svg();
}

/// One series over time, small, with what was approved as a line.
QString panelPicture(const Table &table, std::size_t column, const std::optional<qint64> &limit, const Shower &shower,
                     const ChartStyle &style)
{
    constexpr double width = 232;
    constexpr double height = 112;
    constexpr double top = 30;
    constexpr double bottom = 18;
    const auto peak = mostOf(table, {column});
    const double end = std::max({double(peak), double(limit.value_or(0)), 1.0}) * 1.06;
    const double plotHeight = height - top - bottom;
    const auto y = [&](double value) { return top + plotHeight * (1 - value / end); };
    const auto name = shower.text(table.columns[column].name);
    Picture picture(width, height, name);
    const auto code = table.columns[column].key.section(QLatin1Char('_'), 1);
    const auto figures = limit ? QStringLiteral("%1 / %2").arg(peak).arg(*limit) : shower.number(peak, Unit::Count);
    const double figuresWidth = widthOf(figures, 11) + 8;
    picture.text(0, 12, shortened(code + QLatin1Char(' ') + name, 12, width - figuresWidth), 12, style.ink, "start",
                 true);
    picture.text(width, 12, figures, 11, limit && peak > *limit ? style.limit : style.faint, "end");
    const auto rows = table.rows.size();
    const double slot = width / double(rows);
    QStringList points;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto value = double(table.rows[i].cells[column].number.value_or(0));
        points << QStringLiteral("%1,%2").arg(coordinate(slot * double(i)), coordinate(y(value)))
               << QStringLiteral("%1,%2").arg(coordinate(slot * double(i + 1)), coordinate(y(value)));
    }
    const auto floor = coordinate(y(0));
    picture.path(QStringLiteral("M0,%1 L%2 L%3,%1 Z").arg(floor, points.join(QStringLiteral(" L")), coordinate(width)),
                 style.main, 0.2, QStringLiteral("none"));
    picture.path(QStringLiteral("M") + points.join(QStringLiteral(" L")), QStringLiteral("none"), 1, style.main);
    picture.line(0, y(0), width, y(0), style.faint);
    if (limit) {
        picture.line(0, y(double(*limit)), width, y(double(*limit)), style.limit, QStringLiteral("5 3"));
    }
    picture.text(0, height - 4, shower.cell(table.rows.front().cells[0], Unit::Time), 10, style.faint, "start");
    picture.text(width, height - 4, shower.cell(table.rows.back().cells[0], Unit::Time), 10, style.faint, "end");
    return picture.svg();
}

}  // namespace

QString escaped(const QString &text) { return text.toHtmlEscaped(); }

QStringList chartsOf(const Table &table, const Shower &shower, const ChartStyle &style)
{
    if (!table.chart || table.rows.empty() || seriesOf(table).empty()) {
        return {};
    }
    const auto columns = seriesOf(table);
    if (mostOf(table, columns) == 0) {
        return {};
    }
    switch (table.chart->kind) {
    case Chart::Kind::Columns: return {columnsPicture(table, shower, style)};
    case Chart::Kind::Bars: return {barsPicture(table, shower, style)};
    case Chart::Kind::Panels: break;
    }
    QStringList panels;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto limit = i < table.chart->limits.size() ? table.chart->limits[i] : std::nullopt;
        panels << panelPicture(table, columns[i], limit, shower, style);
    }
    return panels;
}

}  // namespace muster::report
