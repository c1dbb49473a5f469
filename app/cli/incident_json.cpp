// Incidents, for scripts and for people.
#include "app/cli/view_json.h"
#include "core/venue/incidents/incidents.h"

#include <QDateTime>

namespace muster::cli {
namespace {

QString isoOf(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonObject assigneeJson(const AssigneeView &assignee)
{
    return {{QStringLiteral("staff"), assignee.staff},
            {QStringLiteral("name"), assignee.name},
            {QStringLiteral("role"), textOrNull(assignee.role)},
            {QStringLiteral("state"), incidents::toString(assignee.state)},
            {QStringLiteral("since"), isoOf(assignee.since)},
            {QStringLiteral("doubled"), assignee.isDoubled}};
}

QJsonObject entryJson(const IncidentEntryView &entry)
{
    return {{QStringLiteral("id"), entry.operation.toHex()},
            {QStringLiteral("text"), entry.isHidden ? QJsonValue() : QJsonValue(entry.text)},
            {QStringLiteral("hidden"), entry.isHidden},
            {QStringLiteral("generated"), entry.isGenerated},
            {QStringLiteral("said"), entry.isGenerated ? QJsonValue(toJson(entry.said)) : QJsonValue()},
            {QStringLiteral("struck"), entry.isStruck},
            {QStringLiteral("struck_by"), textOrNull(entry.struckBy)},
            {QStringLiteral("struck_why"), textOrNull(entry.struckWhy)},
            {QStringLiteral("corrects"), entry.corrects ? QJsonValue(entry.corrects->toHex()) : QJsonValue()},
            {QStringLiteral("actor"), textOrNull(entry.actor)},
            {QStringLiteral("station"), textOrNull(entry.station)},
            {QStringLiteral("happened_at"), isoOf(entry.happenedAt)},
            {QStringLiteral("entered_at"), isoOf(entry.enteredAt)}};
}

template<class View>
QJsonArray listJson(const std::vector<View> &views, QJsonObject (*toObject)(const View &))
{
    QJsonArray list;
    for (const auto &view : views) {
        list.append(toObject(view));
    }
    return list;
}

QJsonObject lineJson(const ChecklistLineView &line)
{
    return {{QStringLiteral("item"), line.code},
            {QStringLiteral("text"), toJson(line.text)},
            {QStringLiteral("done"), line.isDone},
            {QStringLiteral("by"), textOrNull(line.by)}};
}

QJsonObject pictureJson(const PictureView &picture)
{
    return {{QStringLiteral("picture"), QString::fromLatin1(picture.blob.toHex())},
            {QStringLiteral("name"), textOrNull(picture.name)},
            {QStringLiteral("bytes"), picture.size},
            {QStringLiteral("here"), picture.isHere}};
}

QJsonObject exitJson(const ExitView &exit)
{
    return {{QStringLiteral("exit"), exit.code},
            {QStringLiteral("name"), toJson(exit.name)},
            {QStringLiteral("zone"), textOrNull(exit.zone)},
            {QStringLiteral("watching"), exit.isWatching},
            {QStringLiteral("by"), textOrNull(exit.by)},
            {QStringLiteral("at"), exit.isWatching ? QJsonValue(isoOf(exit.at)) : QJsonValue()}};
}

QJsonObject nameJson(const Words &name) { return toJson(name); }

QString toWords(const IncidentEntryView &entry)
{
    QStringList parts;
    if (entry.isGenerated) {
        parts << entry.said.en;
    }
    if (entry.isHidden) {
        parts << QStringLiteral("(restricted)");
    } else if (!entry.text.isEmpty()) {
        parts << entry.text;
    }
    auto line = QStringLiteral("%1  %2  %3%4")
                    .arg(isoOf(entry.happenedAt), entry.actor.isEmpty() ? QStringLiteral("–") : entry.actor,
                         entry.isStruck ? QStringLiteral("[struck] ") : QString(), parts.join(QStringLiteral(": ")));
    if (entry.isStruck) {
        line += QStringLiteral(" [by %1: %2]").arg(entry.struckBy, entry.struckWhy);
    }
    return line;
}

}  // namespace

QJsonObject toJson(const IncidentView &incident)
{
    // Of a restricted one no words are here, as of one that was logged without any: never an empty text that lies.
    const bool isSilent = incident.summary.isEmpty();
    QJsonObject json{{QStringLiteral("incident"), incident.number},
                     {QStringLiteral("id"), incident.operation.toHex()},
                     {QStringLiteral("zone"), textOrNull(incident.zone)},
                     {QStringLiteral("types"), QJsonArray::fromStringList(incident.types)},
                     {QStringLiteral("type_names"), listJson(incident.typeNames, &nameJson)},
                     {QStringLiteral("guide"), toJson(incident.guide)},
                     {QStringLiteral("urgent"), incident.isUrgent},
                     {QStringLiteral("restricted"), incident.isRestricted},
                     {QStringLiteral("state"), incidents::toString(incident.state)},
                     {QStringLiteral("summary"), isSilent ? QJsonValue() : QJsonValue(incident.summary)},
                     {QStringLiteral("since"), isoOf(incident.since)},
                     {QStringLiteral("happened_at"), isoOf(incident.happenedAt)},
                     {QStringLiteral("touched_at"), isoOf(incident.touchedAt)},
                     {QStringLiteral("untouched"), incident.isUntouched},
                     {QStringLiteral("assignees"), listJson(incident.assignees, &assigneeJson)},
                     {QStringLiteral("checklist"), listJson(incident.checklist, &lineJson)},
                     {QStringLiteral("related"), QJsonArray::fromStringList(incident.related)},
                     {QStringLiteral("duplicate_of"), textOrNull(incident.duplicateOf)},
                     {QStringLiteral("maybe_same"), QJsonArray::fromStringList(incident.maybeSame)},
                     {QStringLiteral("pictures"), listJson(incident.pictures, &pictureJson)},
                     {QStringLiteral("look_out"), textOrNull(incident.lookOut)},
                     {QStringLiteral("exits"), listJson(incident.exits, &exitJson)},
                     {QStringLiteral("watching"), QJsonArray::fromStringList(incident.exitsThat(true))},
                     {QStringLiteral("not_watching"), QJsonArray::fromStringList(incident.exitsThat(false))}};
    if (!incident.entries.empty()) {
        json.insert(QStringLiteral("entries"), listJson(incident.entries, &entryJson));
    }
    return json;
}

QJsonObject incidentsJson(const DayView &day)
{
    QJsonArray list;
    for (const auto &incident : day.incidents) {
        list.append(toJson(incident));
    }
    return {{QStringLiteral("incidents"), day.isKnown ? QJsonValue(list) : QJsonValue()},
            {QStringLiteral("incidents_open"), day.isKnown ? QJsonValue(day.incidentsOpen) : QJsonValue()}};
}

QString toWords(const IncidentView &incident)
{
    QStringList about{incident.types.join(QLatin1Char(','))};
    about << (incident.zone.isEmpty() ? QString() : QStringLiteral("zone ") + incident.zone);
    about << (incident.isUrgent ? QStringLiteral("urgent") : QString());
    about << incidents::toString(incident.state).replace(QLatin1Char('_'), QLatin1Char(' '));
    about << (incident.isUntouched ? QStringLiteral("untouched") : QString());
    about << (incident.isRestricted && incident.summary.isEmpty() ? QStringLiteral("(restricted)") : incident.summary);
    for (const auto &assignee : incident.assignees) {
        about << QStringLiteral("%1 %2%3").arg(assignee.name, incidents::toString(assignee.state),
                                               assignee.isDoubled ? QStringLiteral(" (on another too)") : QString());
    }
    about << (incident.lookOut.isEmpty() ? QString() : QStringLiteral("look out for: ") + incident.lookOut);
    if (const auto open = incident.exitsThat(false); incident.state != incidents::State::Closed && !open.isEmpty()) {
        about << QStringLiteral("exits not looking out: ") + open.join(QStringLiteral(", "));
    }
    about.removeAll(QString());
    auto words = QStringLiteral("incident %1: %2").arg(incident.number, about.join(QStringLiteral(" · ")));
    for (const auto &entry : incident.entries) {
        words += QStringLiteral("\n  ") + toWords(entry);
    }
    return words;
}

QStringList incidentWords(const DayView &day)
{
    QStringList lines;
    if (!day.isKnown) {
        return lines;
    }
    for (const auto &incident : day.incidents) {
        if (incident.state != incidents::State::Closed) {
            lines << toWords(incident);
        }
    }
    return lines;
}

}  // namespace muster::cli
