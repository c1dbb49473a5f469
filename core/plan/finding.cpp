#include "core/plan/finding.h"

#include <algorithm>
#include <tuple>

namespace muster::plan {
namespace {

/// 1 -> "A", 28 -> "AB".
QString columnLetters(int column)
{
    QString letters;
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    }
    return letters;
}

Finding more(Severity severity, int count)
{
    return {.severity = severity,
            .at = {},
            .words = {.zh = QStringLiteral("另有 %1 处同类提示，先改好以上各处再检查一次").arg(count),
                      .en = QStringLiteral("and %1 more; mend the ones above and check again").arg(count)}};
}

}  // namespace

QString describe(const Finding &finding, const QString &language)
{
    const Words &words = finding.words;
    const bool isChinese = language == u"zh" && !words.zh.isEmpty();
    QString place = finding.at.sheet;
    if (finding.at.row > 0) {
        place += u'!' + columnLetters(finding.at.column) + QString::number(finding.at.row);
    }
    if (!finding.at.columnTitle.isEmpty()) {
        place += QStringLiteral(" (%1)").arg(finding.at.columnTitle);
    }
    const QString &text = isChinese || words.en.isEmpty() ? words.zh : words.en;
    return place.isEmpty() ? text : place + (isChinese ? QStringLiteral("：") : QStringLiteral(": ")) + text;
}

void Findings::error(const Origin &at, Words words)
{
    if (++m_errors <= findingsMax) {
        m_kept.push_back({.severity = Severity::Error, .at = at, .words = std::move(words)});
    }
}

void Findings::warning(const Origin &at, Words words)
{
    if (++m_warnings <= findingsMax) {
        m_kept.push_back({.severity = Severity::Warning, .at = at, .words = std::move(words)});
    }
}

std::vector<Finding> Findings::sorted() const
{
    std::vector<Finding> all = m_kept;
    std::stable_sort(all.begin(), all.end(), [](const Finding &a, const Finding &b) {
        return std::tuple(a.severity != Severity::Error, a.at.sheet, a.at.row, a.at.column) <
               std::tuple(b.severity != Severity::Error, b.at.sheet, b.at.row, b.at.column);
    });
    if (m_warnings > findingsMax) {
        all.push_back(more(Severity::Warning, m_warnings - findingsMax));
    }
    if (m_errors > findingsMax) {
        const auto firstWarning = std::find_if(
            all.begin(), all.end(), [](const Finding &finding) { return finding.severity == Severity::Warning; });
        all.insert(firstWarning, more(Severity::Error, m_errors - findingsMax));
    }
    return all;
}

}  // namespace muster::plan
