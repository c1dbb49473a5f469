#include "core/paper/sheet_html.h"

#include "core/report/charts.h"

namespace muster::paper {
namespace {

using report::escaped;

constexpr auto styleSheet = R"(
*{box-sizing:border-box}
html{color:#000;background:#fff;font:13px/1.4 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
body{margin:0 auto;padding:16px}
header{border-bottom:2px solid #000;padding-bottom:6px;margin-bottom:10px}
h1{font-size:19px;margin:0}
h2{font-size:15px;margin:16px 0 4px;break-after:avoid}
p{margin:2px 0}
.doubt{border:2px solid #000;padding:4px 8px;margin:6px 0;font-weight:600}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-variant-numeric:tabular-nums}
th,td{padding:2px 5px;border-bottom:1px solid #999;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-size:11px;color:#444;vertical-align:bottom}
thead{display:table-header-group}
tr{break-inside:avoid}
.figure{text-align:right}
.strong td{font-weight:700}
.ruled th,.ruled td{border:1px solid #666}
.page{break-before:page}
@media print{body{max-width:none;padding:0}}
)";

void addTable(const Table &table, QString &html)
{
    if (table.rows.empty() && table.whenEmpty.isEmpty()) {
        return;
    }
    html += QStringLiteral("<section id=\"%1\"%2><h2>%3</h2>\n")
                .arg(escaped(table.key), table.isOnNewPage ? QStringLiteral(" class=\"page\"") : QString(),
                     escaped(table.title));
    for (const auto &words : {table.note, table.rows.empty() ? table.whenEmpty : QString()}) {
        html += words.isEmpty() ? QString() : QStringLiteral("<p>%1</p>\n").arg(escaped(words));
    }
    if (!table.rows.empty()) {
        double all = 0;
        for (const auto &column : table.columns) {
            all += column.share;
        }
        html += QStringLiteral("<table%1><thead><tr>")
                    .arg(table.rowMm > 0 ? QStringLiteral(" class=\"ruled\"") : QString());
        const auto classOf = [&](std::size_t i) {
            const bool isFigure = i < table.columns.size() && table.columns[i].isFigure;
            return isFigure ? QStringLiteral(" class=\"figure\"") : QString();
        };
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            html += QStringLiteral("<th%1 style=\"width:%2%\">%3</th>")
                        .arg(classOf(i), QString::number(100 * table.columns[i].share / all, 'f', 1),
                             escaped(table.columns[i].name));
        }
        html += QStringLiteral("</tr></thead><tbody>\n");
        for (const auto &row : table.rows) {
            html += row.isStrong ? QStringLiteral("<tr class=\"strong\">") : QStringLiteral("<tr>");
            for (std::size_t i = 0; i < std::size_t(row.cells.size()); ++i) {
                const auto height =
                    table.rowMm > 0 ? QStringLiteral(" style=\"height:%1mm\"").arg(table.rowMm) : QString();
                html += QStringLiteral("<td%1%2>%3</td>").arg(classOf(i), height, escaped(row.cells[qsizetype(i)]));
            }
            html += QStringLiteral("</tr>\n");
        }
        html += QStringLiteral("</tbody></table>");
    }
    html += QStringLiteral("</section>\n");
}

}  // namespace

QByteArray toHtml(const Sheet &sheet)
{
    auto html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"/><title>%2 %3</title>"
                               "<style>@page{size:A4 %4;margin:12mm}body{max-width:%5}%6</style></head><body>\n"
                               "<header><h1>%2 – %3</h1><p>%7</p></header>\n")
                    .arg(sheet.language, escaped(sheet.event), escaped(sheet.title),
                         sheet.isLandscape ? QStringLiteral("landscape") : QStringLiteral("portrait"),
                         sheet.isLandscape ? QStringLiteral("1120px") : QStringLiteral("800px"),
                         QLatin1String(styleSheet), escaped(sheet.about));
    for (const auto &doubt : sheet.doubts) {
        html += QStringLiteral("<p class=\"doubt\">%1</p>\n").arg(escaped(doubt));
    }
    for (const auto &table : sheet.tables) {
        addTable(table, html);
    }
    html += QStringLiteral("</body></html>\n");
    return html.toUtf8();
}

}  // namespace muster::paper
