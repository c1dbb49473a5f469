// What went wrong, and how soon somebody was there.
#include "core/report/parts.h"
#include "core/venue/incidents/incidents.h"

namespace muster::report {
namespace {

using incidents::AssigneeState;
using incidents::Incident;

constexpr int incidentsMax = 10'000;

/// Of incidents of one kind.
struct Response {
    qint64 count = 0;
    qint64 urgent = 0;
    qint64 open = 0;
    Durations assigned;
    Durations onScene;
    Durations closed;
};

/// Seconds from an incident's opening until what was done about it.
struct Times {
    std::optional<qint64> assigned;
    std::optional<qint64> onScene;
    std::optional<qint64> closed;
};

Times timesOf(State &state, const Incident &incident)
{
    const auto openedAt = incident.happenedAt.value_or(incident.time.wall());
    const auto since = [&](WallTime at) {
        return std::max<qint64>(std::chrono::duration_cast<std::chrono::seconds>(at - openedAt).count(), 0);
    };
    const auto keep = [&](std::optional<qint64> &time, WallTime at) {
        time = std::min(time.value_or(since(at)), since(at));
    };
    Times times;
    for (const auto &entry : incidents::entriesOf(state, incident.operation, incidents::Step::Assigned)) {
        const auto at = entry.happenedAt.value_or(entry.time.wall());
        const auto assignee = AssigneeState(entry.value);
        if (assignee != AssigneeState::Released) {
            keep(times.assigned, at);
        }
        if (assignee == AssigneeState::OnScene || assignee == AssigneeState::Done) {
            keep(times.onScene, at);
        }
    }
    if (!incident.isOpen()) {
        times.closed = since(incident.stateAt.wall());
    }
    return times;
}

void add(const Incident &incident, const Times &times, Response &response)
{
    const auto keep = [](const std::optional<qint64> &time, Durations &durations) {
        if (time) {
            durations.add(*time);
        }
    };
    ++response.count;
    response.urgent += incident.isUrgent ? 1 : 0;
    response.open += incident.isOpen() ? 1 : 0;
    keep(times.assigned, response.assigned);
    keep(times.onScene, response.onScene);
    keep(times.closed, response.closed);
}

Words howSoon()
{
    return words(u"从发生（未注明则上报）起算；到首次派人、首次有人到场、关闭",
                 u"From when it happened (else was logged) to the first assignee, the first on scene, the closing");
}

Table responses(const char *key, Words name, Words about, qint64 facts)
{
    Table table;
    table.key = k(key);
    table.name = std::move(name);
    table.how = howSoon();
    table.facts = facts;
    table.columns = {{k("what"), std::move(about), Unit::Words},
                     {k("count"), words(u"件数", u"Incidents")},
                     {k("urgent"), words(u"紧急", u"Urgent")},
                     {k("open"), words(u"未关闭", u"Still open")},
                     {k("assigned_median"), words(u"派人中位", u"Assigned, median"), Unit::Seconds},
                     {k("assigned_max"), words(u"派人最长", u"Assigned, longest"), Unit::Seconds},
                     {k("on_scene_median"), words(u"到场中位", u"On scene, median"), Unit::Seconds},
                     {k("on_scene_max"), words(u"到场最长", u"On scene, longest"), Unit::Seconds},
                     {k("closed_median"), words(u"关闭中位", u"Closed, median"), Unit::Seconds}};
    return table;
}

Row rowOf(const QString &key, const Words &name, const Response &response)
{
    return {key,
            {name, response.count, response.urgent, response.open, response.assigned.median(), response.assigned.most(),
             response.onScene.median(), response.onScene.most(), response.closed.median()}};
}

Words typeName(const EventSetup &setup, const QString &code)
{
    const auto *type = findByCode(setup.incidentTypes, code);
    return code.isEmpty() ? words(u"未分类", u"No type") : named(type != nullptr ? type->name : Words{}, code);
}

}  // namespace

Section mishaps(Reading &reading)
{
    auto all = incidents::open(reading.state, incidentsMax);
    std::ranges::move(incidents::closed(reading.state, incidentsMax), std::back_inserter(all));
    Section section;
    section.key = k("incidents");
    section.name = words(u"事件", u"Incidents");
    if (reading.setup.incidentTypes.empty() && all.empty()) {
        return section;
    }
    std::map<QString, Response> byType;
    std::map<QString, Response> byZone;
    Response urgent;
    Response normal;
    Response sum;
    for (const auto &incident : all) {
        const auto times = timesOf(reading.state, incident);
        for (const auto &type : incident.types.isEmpty() ? QStringList{QString()} : incident.types) {
            add(incident, times, byType[type]);
        }
        add(incident, times, byZone[incident.zone]);
        add(incident, times, incident.isUrgent ? urgent : normal);
        add(incident, times, sum);
    }
    section.figures = {figure("incidents", words(u"事件", u"Incidents"), sum.count, sum.count,
                              words(u"当日上报的事件", u"Logged on the day")),
                       figure("incidents_urgent", words(u"紧急事件", u"Urgent"), sum.urgent, sum.count,
                              words(u"最后为紧急的事件", u"Urgent as they were left")),
                       figure("incidents_open", words(u"未关闭", u"Still open"), sum.open, sum.count,
                              words(u"尚未关闭的事件", u"Not closed")),
                       figure("assigned_median", words(u"派人中位", u"Assigned, median"), sum.assigned.median(),
                              sum.assigned.count(), howSoon(), Unit::Seconds),
                       figure("on_scene_median", words(u"到场中位", u"On scene, median"), sum.onScene.median(),
                              sum.onScene.count(), howSoon(), Unit::Seconds),
                       figure("urgent_on_scene_median", words(u"紧急到场中位", u"Urgent, on scene, median"),
                              urgent.onScene.median(), urgent.onScene.count(), howSoon(), Unit::Seconds)};
    auto urgencies = responses("incidents_by_urgency", words(u"按紧急程度", u"Incidents by urgency"),
                               words(u"程度", u"Urgency"), sum.count);
    urgencies.rows = {rowOf(k("urgent"), words(u"紧急", u"Urgent"), urgent),
                      rowOf(k("normal"), words(u"一般", u"Normal"), normal)};
    auto types =
        responses("incidents_by_type", words(u"按类型", u"Incidents by type"), words(u"类型", u"Type"), sum.count);
    addDoubt(types.how, words(u"多类型的事件各计一次", u"One of several types counts with each"));
    for (const auto &[code, response] : byType) {
        types.rows.push_back(rowOf(code, typeName(reading.setup, code), response));
    }
    types.chart = Chart{Chart::Kind::Bars, {k("count")}, {}};
    auto zones =
        responses("incidents_by_zone", words(u"按区域", u"Incidents by zone"), words(u"区域", u"Zone"), sum.count);
    for (const auto &[code, response] : byZone) {
        const auto *zone = findByCode(reading.setup.zones, code);
        zones.rows.push_back(rowOf(
            code, code.isEmpty() ? words(u"未注明", u"Not named") : named(zone != nullptr ? zone->name : Words{}, code),
            response));
    }
    zones.isAppendix = true;
    section.tables = {std::move(urgencies), std::move(types), std::move(zones)};
    return section;
}

}  // namespace muster::report
