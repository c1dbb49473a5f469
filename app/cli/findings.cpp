#include "app/cli/findings.h"

namespace muster::cli {

QJsonArray toJson(const std::vector<plan::Finding> &findings)
{
    QJsonArray list;
    for (const auto &finding : findings) {
        const bool isError = finding.severity == plan::Severity::Error;
        list.append(
            QJsonObject{{QStringLiteral("severity"), isError ? QStringLiteral("error") : QStringLiteral("warning")},
                        {QStringLiteral("sheet"), finding.at.sheet},
                        {QStringLiteral("row"), finding.at.row},
                        {QStringLiteral("column"), finding.at.column},
                        {QStringLiteral("title"), finding.at.columnTitle},
                        {QStringLiteral("zh"), finding.words.zh},
                        {QStringLiteral("en"), finding.words.en}});
    }
    return list;
}

QString toWords(const std::vector<plan::Finding> &findings)
{
    QStringList lines;
    for (const auto &finding : findings) {
        lines << (finding.severity == plan::Severity::Error ? QStringLiteral("error ") : QStringLiteral("warning ")) +
                     plan::describe(finding, QStringLiteral("en"));
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonObject summaryJson(const std::vector<plan::Finding> &findings, int errors, int warnings)
{
    return {{QStringLiteral("complete"), errors == 0},
            {QStringLiteral("errors"), errors},
            {QStringLiteral("warnings"), warnings},
            {QStringLiteral("findings"), toJson(findings)}};
}

Reply refusal(const std::vector<plan::Finding> &findings, int errors, int warnings, const QString &file)
{
    const auto detail = QStringLiteral("%1 has %2: correct and try again").arg(file, counted(errors, "error"));
    Reply reply{Exit::Refused, summaryJson(findings, errors, warnings), toWords(findings) + QLatin1Char('\n') + detail,
                true};
    const auto error = errorJson(QStringLiteral("invalid"), detail);
    reply.json.insert(QStringLiteral("error"), error.value(QStringLiteral("error")));
    return reply;
}

}  // namespace muster::cli
