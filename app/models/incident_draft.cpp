#include "app/models/incident_draft.h"

namespace muster {

IncidentDraft::IncidentDraft(const Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    connect(&settings, &Settings::languageChanged, this, &IncidentDraft::fill);
    connect(&settings, &Settings::timeZoneChanged, this, &IncidentDraft::fill);
}

void IncidentDraft::begin(const IncidentView &view, const EventSetup &event, WallTime now)
{
    m_view = view;
    m_knownTypes = event.incidentTypes;
    std::ranges::stable_partition(m_knownTypes, [&view](const IncidentType &type) {  // In sight at once.
        return view.types.contains(type.code);
    });
    m_knownZones = event.zones;
    m_chosen = view.types;
    m_zone = view.zone;
    m_before = toMsecs(view.happenedAt) > 0 ? view.happenedAt : view.since;
    m_happenedAt = m_before;
    m_now = now;
    fill();
}

std::optional<incidents::Change> IncidentDraft::change() const
{
    incidents::Change command;
    command.incident = m_view.number;
    bool isAny = false;
    if (m_chosen != m_view.types) {
        command.types = m_chosen;
        isAny = true;
    }
    if (m_zone != m_view.zone) {
        command.zone = m_zone;
        isAny = true;
    }
    if (m_happenedAt != m_before) {
        command.happenedAt = m_happenedAt;
        isAny = true;
    }
    return isAny ? std::optional(command) : std::nullopt;
}

void IncidentDraft::toggleType(const QString &type)
{
    if (m_chosen.removeAll(type) == 0) {
        m_chosen << type;
    }
    fill();
}

void IncidentDraft::chooseZone(const QString &zone)
{
    m_zone = zone;
    fill();
}

void IncidentDraft::shift(int minutes)
{
    m_happenedAt = std::min(m_happenedAt + std::chrono::minutes(minutes), std::max(m_now, m_before));
    fill();
}

void IncidentDraft::fill()
{
    std::vector<ChoiceRow> types;
    for (const IncidentType &type : m_knownTypes) {
        types.push_back({type.code, m_settings.say(type.name), m_chosen.contains(type.code)});
    }
    m_types.set(std::move(types));
    std::vector<ChoiceRow> zones;
    for (const Zone &zone : m_knownZones) {
        const QString name = m_settings.say(zone.name);
        zones.push_back(
            {zone.code, name.isEmpty() ? zone.code : zone.code + QLatin1Char(' ') + name, zone.code == m_zone});
    }
    m_zones.set(std::move(zones));
    Q_EMIT changed();
}

}  // namespace muster
