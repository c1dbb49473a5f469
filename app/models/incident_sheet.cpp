#include "app/models/incident_sheet.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace muster {

IncidentSheet::IncidentSheet(const Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    connect(&settings, &Settings::languageChanged, this, &IncidentSheet::fill);
    connect(&settings, &Settings::timeZoneChanged, this, &IncidentSheet::fill);
}

void IncidentSheet::show(const IncidentView &view)
{
    auto entries = view.number == m_view.number ? std::exchange(m_view.entries, {}) : std::vector<IncidentEntryView>();
    m_view = view;
    if (m_view.entries.empty()) {
        m_view.entries = std::move(entries);
    }
    fill();
}

void IncidentSheet::await(const QString &number)
{
    m_view = {};
    m_view.number = number;
    fill();
}

QString IncidentSheet::types() const
{
    QStringList names;
    for (const Words &name : m_view.typeNames) {
        names << m_settings.say(name);
    }
    return (names.isEmpty() ? m_view.types : names).join(separator);
}

QString IncidentSheet::since() const
{
    return toMsecs(m_view.since) > 0 ? m_settings.clockOf(m_view.since) : QString();
}

QString IncidentSheet::happenedAt() const
{
    const bool isOther =
        toMsecs(m_view.happenedAt) > 0 && std::chrono::abs(m_view.since - m_view.happenedAt) >= laterMin;
    return isOther ? m_settings.clockOf(m_view.happenedAt) : QString();
}

EntryRow IncidentSheet::entryRow(const IncidentEntryView &entry) const
{
    EntryRow row;
    row.key = entry.operation.toHex();
    QStringList words{m_settings.say(entry.said), entry.text};
    words.removeAll(QString());
    row.text = words.join(separator);
    QStringList by{entry.actor, entry.station};
    by.removeAll(QString());
    row.by = by.join(separator);
    row.time = m_settings.clockOf(entry.happenedAt);
    row.enteredAt = entry.enteredAt - entry.happenedAt >= laterMin ? m_settings.clockOf(entry.enteredAt) : QString();
    row.struckBy = entry.struckBy;
    row.struckWhy = entry.struckWhy;
    row.isHidden = entry.isHidden;
    row.isGenerated = entry.isGenerated;
    row.isStruck = entry.isStruck;
    row.isCorrection = entry.corrects.has_value();
    return row;
}

void IncidentSheet::fill()
{
    std::vector<EntryRow> entries;
    QHash<QString, int> lines;  // One operation may change several things.
    for (const IncidentEntryView &entry : m_view.entries) {
        entries.push_back(entryRow(entry));
        if (const int line = lines[entries.back().key]++; line > 0) {
            entries.back().key += QStringLiteral(":%1").arg(line);
        }
    }
    m_entries.set(std::move(entries));
    std::vector<AssigneeRow> assignees;
    for (const AssigneeView &assignee : m_view.assignees) {
        assignees.push_back({assignee.staff, assignee.name.isEmpty() ? assignee.staff : assignee.name, assignee.role,
                             int(assignee.state), assignee.isDoubled});
    }
    m_assignees.set(std::move(assignees));
    std::vector<CheckRow> checklist;
    for (const ChecklistLineView &line : m_view.checklist) {
        checklist.push_back({line.code, m_settings.say(line.text), line.by, line.isDone});
    }
    m_checklist.set(std::move(checklist));
    std::vector<ExitRow> exits;
    for (const ExitView &exit : m_view.exits) {
        const QString name = m_settings.say(exit.name);
        exits.push_back({exit.code, name.isEmpty() ? exit.code : name, exit.zone, exit.by,
                         exit.isWatching ? m_settings.clockOf(exit.at) : QString(), exit.isWatching});
    }
    std::ranges::stable_partition(exits, [](const ExitRow &exit) { return !exit.isWatching; });
    m_exits.set(std::move(exits));
    Q_EMIT changed();
}

}  // namespace muster
