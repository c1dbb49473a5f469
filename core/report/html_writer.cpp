#include "core/report/charts.h"
#include "core/report/writers.h"
#include "core/venue/judgements/judgements.h"

#include <cmath>

namespace muster::report {
namespace {

constexpr auto styleSheet = R"(
@page{size:A4;margin:14mm 13mm 16mm}
*{box-sizing:border-box}
html{color:#1c2430;background:#fff;font:15px/1.5 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
body{max-width:780px;margin:0 auto;padding:28px 24px 60px}
header{border-top:6px solid var(--brand);padding-top:18px;margin-bottom:22px}
h1{font-size:30px;line-height:1.25;margin:0 0 4px}
h2{font-size:21px;margin:38px 0 12px;padding-bottom:6px;border-bottom:2px solid var(--brand);break-after:avoid}
h3{font-size:15px;margin:22px 0 6px;break-after:avoid}
.meta{color:#5b6675;font-size:13px;margin:0}
.doubt{background:#fff4dc;border-left:4px solid #a86400;padding:8px 12px;margin:12px 0;font-size:13.5px;color:#5d3a00;break-inside:avoid}
.doubt b{margin-right:6px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(168px,1fr));gap:10px}
.card{border:1px solid #dde3ea;border-radius:8px;padding:10px 12px;break-inside:avoid}
.card .name{font-size:12.5px;color:#5b6675;line-height:1.35}
.card .value{font-size:25px;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.3}
.card .goal{font-size:12px;color:#1c2430;font-variant-numeric:tabular-nums}
.card .unsure{font-size:11.5px;color:#8a5200;line-height:1.35;margin-top:3px}
.how{color:#5b6675;font-size:11.5px;line-height:1.4;margin:4px 0 0}
figure{margin:0 0 4px;break-inside:avoid}
svg{display:block;width:100%;height:auto;font-family:inherit}
.panels{display:grid;grid-template-columns:repeat(3,1fr);gap:14px 16px}
.panels figure{margin:0}
table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums;margin:6px 0}
th,td{padding:4px 6px;border-bottom:1px solid #dde3ea;text-align:right;vertical-align:top}
th{font-weight:600;color:#5b6675;font-size:12px;line-height:1.3;vertical-align:bottom}
thead{display:table-header-group}
tr{break-inside:avoid}
.words{text-align:left}
.over{color:#b3261e;font-weight:600}
.wide{font-size:11px}
.wide th{font-size:10px}
.wide th,.wide td{padding:2px 4px}
.blank td{height:34px}
.sign{display:grid;grid-template-columns:repeat(2,1fr);gap:26px 30px;margin-top:26px}
.sign div{border-top:1px solid #1c2430;padding-top:4px;font-size:12.5px;color:#5b6675;break-inside:avoid}
@media print{body{max-width:none;padding:0}html{font-size:12.5px}.appendix{break-before:page}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@media (max-width:620px){.panels{grid-template-columns:repeat(2,1fr)}.scroll{overflow-x:auto}}
)";

constexpr std::size_t wideFrom = 9;  ///< A table of so many columns is set small.

double luminance(const QString &colour)
{
    const auto channel = [&](int at) {
        const double part = colour.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/// The plan's colour where it can be seen on white, else ours.
QString brandOf(const Report &report)
{
    const auto &colour = report.brandColour;
    const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
    const bool isColour = colour.size() == 7 && colour.startsWith(QLatin1Char('#')) &&
                          std::all_of(colour.begin() + 1, colour.end(), isHex);
    constexpr double contrastMin = 3;
    const bool isSeen = isColour && 1.05 / (luminance(colour) + 0.05) >= contrastMin;
    return isSeen ? colour : ChartStyle().main;
}

/// Writes one page.
class Page {
public:
    Page(const Report &report, Language language) : m_report(report), m_shower(report, language)
    {
        m_style.main = brandOf(report);
    }

    QByteArray write()
    {
        begin();
        addTargets();
        for (const auto &section : m_report.sections) {
            addSection(section);
        }
        addJudgement();
        addAppendix();
        m_html += QStringLiteral("</body></html>\n");
        return m_html.toUtf8();
    }

private:
    [[nodiscard]] QString say(const char16_t *zh, const char16_t *en) const
    {
        return escaped(m_shower.text({QString::fromUtf16(zh), QString::fromUtf16(en)}));
    }
    [[nodiscard]] QString say(const Words &words) const { return escaped(m_shower.text(words)); }
    void add(const QString &html) { m_html += html; }

    void begin()
    {
        const bool isEnglish = m_shower.language() == Language::English;
        add(QStringLiteral(
                "<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"/>"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>%2 %3</title>"
                "<style>:root{--brand:%4}%5</style></head><body>\n")
                .arg(isEnglish ? QStringLiteral("en") : QStringLiteral("zh-CN"), say(m_report.event),
                     say(u"绩效评估报告", u"Evaluation"), m_style.main, QLatin1String(styleSheet)));
        QStringList facts;
        for (const auto &fact : {say(m_report.place), escaped(m_report.day), escaped(m_report.timeZone)}) {
            if (!fact.isEmpty()) {
                facts << fact;
            }
        }
        add(QStringLiteral("<header><h1>%1</h1><p class=\"meta\">%2 · %3</p>")
                .arg(say(m_report.event), say(u"绩效评估报告", u"Evaluation"), facts.join(QStringLiteral(" · "))));
        const auto time = [&](const QString &name, const std::optional<WallTime> &at) {
            if (at) {
                add(QStringLiteral("<p class=\"meta\">%1 %2</p>").arg(name, m_shower.dateTime(*at)));
            }
        };
        time(say(u"数据截至", u"Figures up to"), m_report.latestFactAt);
        time(say(u"生成于", u"Made at"), m_report.generatedAt);
        for (const auto &doubt : m_report.doubts) {
            addDoubt(doubt);
        }
        add(QStringLiteral("</header>\n"));
    }

    void addDoubt(const Words &doubt)
    {
        if (doubt != Words{}) {
            add(QStringLiteral("<p class=\"doubt\"><b>%1</b>%2</p>").arg(say(u"存疑", u"Doubt"), say(doubt)));
        }
    }

    void addTargets()
    {
        QString rows;
        const auto row = [&](const QString &name, const QString &target, const QString &actual,
                             const QString &difference, const Words &basis) {
            rows += QStringLiteral("<tr><td class=\"words\">%1</td><td>%2</td><td>%3</td><td>%4</td>"
                                   "<td class=\"words\">%5</td></tr>")
                        .arg(name, target, actual, difference, say(basis));
        };
        for (const auto &section : m_report.sections) {
            for (const auto &figure : section.figures) {
                if (figure.target) {
                    row(say(figure.name), m_shower.number(figure.target->value, figure.unit),
                        m_shower.number(figure.value, figure.unit),
                        m_shower.difference(figure.difference(), figure.unit), figure.target->basis);
                }
            }
        }
        for (const auto &figure : m_report.unmatched) {
            row(say(figure.name), m_shower.number(figure.target->value, Unit::Count), QString(noFigure),
                QString(noFigure), figure.target->basis);
        }
        if (!rows.isEmpty()) {
            add(QStringLiteral("<h2>%1</h2><table><thead><tr><th class=\"words\">%2</th><th>%3</th><th>%4</th>"
                               "<th>%5</th><th class=\"words\">%6</th></tr></thead><tbody>%7</tbody></table>\n")
                    .arg(say(u"目标与完成", u"Targets"), say(u"指标", u"Figure"), say(u"目标", u"Target"),
                         say(u"实际", u"Actual"), say(u"差额", u"Difference"), say(u"依据", u"Basis"), rows));
        }
    }

    void addCard(const Figure &figure)
    {
        add(QStringLiteral("<div class=\"card\"><div class=\"name\">%1</div><div class=\"value\">%2</div>")
                .arg(say(figure.name), m_shower.number(figure.value, figure.unit)));
        if (figure.target) {
            add(QStringLiteral("<div class=\"goal\">%1 %2 (%3)</div>")
                    .arg(say(u"目标", u"Target"), m_shower.number(figure.target->value, figure.unit),
                         m_shower.difference(figure.difference(), figure.unit)));
        }
        if (figure.doubt != Words{}) {
            add(QStringLiteral("<div class=\"unsure\">? %1</div>").arg(say(figure.doubt)));
        }
        add(QStringLiteral("</div>"));
    }

    void addSection(const Section &section)
    {
        add(QStringLiteral("<h2>%1</h2>\n").arg(say(section.name)));
        if (!section.figures.empty()) {
            add(QStringLiteral("<div class=\"cards\">"));
            for (const auto &figure : section.figures) {
                addCard(figure);
            }
            add(QStringLiteral("</div>\n"));
        }
        for (const auto &table : section.tables) {
            const auto pictures = chartsOf(table, m_shower, m_style);
            if (pictures.isEmpty() && (table.isAppendix || table.rows.empty())) {
                continue;
            }
            add(QStringLiteral("<h3>%1</h3>").arg(say(table.name)));
            addDoubt(table.doubt);
            addPictures(pictures);
            if (!table.isAppendix) {
                addTable(table);
            }
            addHow(table);
        }
    }

    void addPictures(const QStringList &pictures)
    {
        const bool isGrid = pictures.size() > 1;
        add(isGrid ? QStringLiteral("<div class=\"panels\">") : QString());
        for (const auto &picture : pictures) {
            add(QStringLiteral("<figure>%1</figure>").arg(picture));
        }
        add(isGrid ? QStringLiteral("</div>") : QString());
    }

    void addHow(const Table &table)
    {
        const auto facts = table.facts
                               ? say(u"依据", u"From") + QStringLiteral(" %1 ").arg(*table.facts) + say(u"条", u"facts")
                               : QString();
        add(QStringLiteral("<p class=\"how\">%1%2%3</p>\n")
                .arg(say(table.how), table.how != Words{} && table.facts ? QStringLiteral(" · ") : QString(), facts));
    }

    void addTable(const Table &table)
    {
        add(QStringLiteral("<div class=\"scroll\"><table%1><thead><tr>")
                .arg(table.columns.size() >= wideFrom ? QStringLiteral(" class=\"wide\"") : QString()));
        for (const auto &column : table.columns) {
            add(QStringLiteral("<th%1>%2</th>").arg(alignOf(column), say(column.name)));
        }
        add(QStringLiteral("</tr></thead><tbody>"));
        for (const auto &row : table.rows) {
            add(QStringLiteral("<tr>"));
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                add(cellOf(table.columns[i], row.cells[i]));
            }
            add(QStringLiteral("</tr>"));
        }
        add(QStringLiteral("</tbody></table></div>"));
    }

    [[nodiscard]] static QString alignOf(const Column &column)
    {
        return column.unit == Unit::Words ? QStringLiteral(" class=\"words\"") : QString();
    }

    /// What exceeds what was approved stands out, and says so with its figure.
    [[nodiscard]] QString cellOf(const Column &column, const Cell &cell) const
    {
        constexpr qint64 whole = 1'000;
        const bool isOver = column.key == QLatin1String("of_approved") && cell.number.value_or(0) > whole;
        return QStringLiteral("<td%1>%2</td>")
            .arg(isOver ? QStringLiteral(" class=\"over\"") : alignOf(column),
                 escaped(m_shower.cell(cell, column.unit)) + (isOver ? QStringLiteral(" !") : QString()));
    }

    /// What no device can know: scores with their evidence and suggestions, of subjects that nobody judged at one; and
    /// who signs.
    void addJudgement()
    {
        const auto *judged = m_report.table(QStringLiteral("judgements"));
        auto open = judgements::subjects();
        open.removeIf([judged](const QString &subject) {
            return judged != nullptr && std::ranges::find(judged->rows, subject, &Row::key) != judged->rows.end();
        });
        if (!open.isEmpty()) {
            add(QStringLiteral("<h2>%1</h2><table class=\"blank\"><thead><tr><th class=\"words\">%2</th><th>%3</th>"
                               "<th class=\"words\">%4</th><th class=\"words\">%5</th></tr></thead><tbody>")
                    .arg(say(u"评分与建议（手写）", u"Judged scores and suggestions, by hand"),
                         say(u"项目", u"Subject"), say(u"评分", u"Score"), say(u"依据", u"Evidence"),
                         say(u"建议", u"Suggestions")));
            for (const auto &subject : open) {
                add(QStringLiteral("<tr><td class=\"words\">%1</td><td></td><td></td><td></td></tr>")
                        .arg(say(judgements::titleOf(subject))));
            }
            add(QStringLiteral("</tbody></table>"));
        }
        add(QStringLiteral("<div class=\"sign\">"));
        for (const auto &role : {say(u"总指挥", u"Commander"), say(u"销售负责人", u"Head of sales"),
                                 say(u"策划负责人", u"Head of planning"), say(u"财务", u"Accounts")}) {
            add(QStringLiteral("<div>%1 · %2</div>").arg(role, say(u"签字、日期", u"signature, date")));
        }
        add(QStringLiteral("</div>\n"));
    }

    void addAppendix()
    {
        add(QStringLiteral("<div class=\"appendix\"><h2>%1</h2>").arg(say(u"附表", u"Appendix")));
        for (const auto &section : m_report.sections) {
            for (const auto &table : section.tables) {
                if (table.isAppendix && !table.rows.empty()) {
                    add(QStringLiteral("<h3>%1</h3>").arg(say(table.name)));
                    addDoubt(table.doubt);
                    addTable(table);
                    addHow(table);
                }
            }
        }
        add(QStringLiteral("<h3>%1</h3><table class=\"wide\"><thead><tr><th class=\"words\">%2</th><th>%3</th>"
                           "<th class=\"words\">%4</th></tr></thead><tbody>")
                .arg(say(u"指标口径", u"How the figures were computed"), say(u"指标", u"Figure"),
                     say(u"记录数", u"Facts"), say(u"口径", u"How")));
        for (const auto &section : m_report.sections) {
            for (const auto &figure : section.figures) {
                add(QStringLiteral("<tr><td class=\"words\">%1</td><td>%2</td><td class=\"words\">%3</td></tr>")
                        .arg(say(figure.name), m_shower.number(figure.facts, Unit::Count), say(figure.how)));
            }
        }
        add(QStringLiteral("</tbody></table></div>\n"));
    }

    const Report &m_report;
    Shower m_shower;
    ChartStyle m_style;
    QString m_html;
};

}  // namespace

QByteArray toHtml(const Report &report, Language language) { return Page(report, language).write(); }

}  // namespace muster::report
