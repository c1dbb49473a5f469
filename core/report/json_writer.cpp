#include "core/report/writers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace muster::report {
namespace {

QString unitName(Unit unit)
{
    switch (unit) {
    case Unit::Words: return QStringLiteral("words");
    case Unit::Count: return QStringLiteral("count");
    case Unit::Percent: return QStringLiteral("percent");
    case Unit::Seconds: return QStringLiteral("seconds");
    case Unit::Amount: return QStringLiteral("amount");
    case Unit::Rating: return QStringLiteral("rating");
    case Unit::Time: return QStringLiteral("time");
    }
    Q_UNREACHABLE();
}

QString isoOf(qint64 msecs) { return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC).toString(Qt::ISODate); }

QJsonObject wordsJson(const Words &words)
{
    return {{QStringLiteral("zh"), words.zh}, {QStringLiteral("en"), words.en}};
}

QJsonValue wordsOrNull(const Words &words) { return words == Words{} ? QJsonValue() : QJsonValue(wordsJson(words)); }

/// Amounts as text, as everywhere: no reader rounds them. What is not known is null.
QJsonValue numberJson(const std::optional<qint64> &value, Unit unit)
{
    if (!value) {
        return {};
    }
    switch (unit) {
    case Unit::Time: return isoOf(*value);
    case Unit::Amount: return plain(value, unit, QTimeZone::utc());
    case Unit::Percent: return double(*value) / 10;
    case Unit::Rating: return double(*value) / 100;
    default: return *value;
    }
}

QJsonValue countOrNull(const std::optional<qint64> &count) { return count ? QJsonValue(*count) : QJsonValue(); }

QJsonObject figureJson(const Figure &figure)
{
    QJsonObject json{{QStringLiteral("key"), figure.key},
                     {QStringLiteral("name"), wordsJson(figure.name)},
                     {QStringLiteral("unit"), unitName(figure.unit)},
                     {QStringLiteral("value"), numberJson(figure.value, figure.unit)},
                     {QStringLiteral("facts"), countOrNull(figure.facts)},
                     {QStringLiteral("how"), wordsOrNull(figure.how)},
                     {QStringLiteral("doubt"), wordsOrNull(figure.doubt)},
                     {QStringLiteral("target"), QJsonValue()}};
    if (figure.target) {
        json[QStringLiteral("target")] =
            QJsonObject{{QStringLiteral("value"), numberJson(figure.target->value, figure.unit)},
                        {QStringLiteral("difference"), numberJson(figure.difference(), figure.unit)},
                        {QStringLiteral("basis"), wordsOrNull(figure.target->basis)}};
    }
    return json;
}

QJsonArray rowsJson(const Table &table)
{
    QJsonArray rows;
    for (const auto &row : table.rows) {
        QJsonObject values;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto &column = table.columns[i];
            values.insert(column.key, column.unit == Unit::Words ? wordsOrNull(row.cells[i].words)
                                                                 : numberJson(row.cells[i].number, column.unit));
        }
        rows.append(QJsonObject{{QStringLiteral("key"), row.key}, {QStringLiteral("values"), values}});
    }
    return rows;
}

QJsonObject tableJson(const Table &table)
{
    QJsonArray columns;
    for (const auto &column : table.columns) {
        columns.append(QJsonObject{{QStringLiteral("key"), column.key},
                                   {QStringLiteral("name"), wordsJson(column.name)},
                                   {QStringLiteral("unit"), unitName(column.unit)}});
    }
    return {{QStringLiteral("key"), table.key},
            {QStringLiteral("name"), wordsJson(table.name)},
            {QStringLiteral("facts"), countOrNull(table.facts)},
            {QStringLiteral("how"), wordsOrNull(table.how)},
            {QStringLiteral("doubt"), wordsOrNull(table.doubt)},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("rows"), rowsJson(table)}};
}

QJsonObject sectionJson(const Section &section)
{
    QJsonArray figures;
    for (const auto &figure : section.figures) {
        figures.append(figureJson(figure));
    }
    QJsonArray tables;
    for (const auto &table : section.tables) {
        tables.append(tableJson(table));
    }
    return {{QStringLiteral("key"), section.key},
            {QStringLiteral("name"), wordsJson(section.name)},
            {QStringLiteral("figures"), figures},
            {QStringLiteral("tables"), tables}};
}

}  // namespace

QByteArray toJson(const Report &report)
{
    QJsonArray doubts;
    for (const auto &doubt : report.doubts) {
        doubts.append(wordsJson(doubt));
    }
    QJsonArray sections;
    for (const auto &section : report.sections) {
        sections.append(sectionJson(section));
    }
    QJsonArray unmatched;
    for (const auto &figure : report.unmatched) {
        unmatched.append(QJsonObject{{QStringLiteral("key"), figure.key},
                                     {QStringLiteral("value"), countOrNull(figure.target->value)},
                                     {QStringLiteral("basis"), wordsOrNull(figure.target->basis)}});
    }
    const auto timeOrNull = [](const std::optional<WallTime> &at) {
        return at ? QJsonValue(isoOf(toMsecs(*at))) : QJsonValue();
    };
    const QJsonObject json{{QStringLiteral("format"), QLatin1String(jsonFormat)},
                           {QStringLiteral("event"), wordsJson(report.event)},
                           {QStringLiteral("place"), wordsJson(report.place)},
                           {QStringLiteral("day"), report.day},
                           {QStringLiteral("time_zone"), report.timeZone},
                           {QStringLiteral("generated_at"), timeOrNull(report.generatedAt)},
                           {QStringLiteral("latest_fact_at"), timeOrNull(report.latestFactAt)},
                           {QStringLiteral("known"), report.isKnown},
                           {QStringLiteral("doubts"), doubts},
                           {QStringLiteral("sections"), sections},
                           {QStringLiteral("targets_without_figure"), unmatched}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

}  // namespace muster::report
