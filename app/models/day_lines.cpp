#include "app/models/day_lines.h"

#include <QDateTime>

#include <algorithm>

namespace muster::lines {

QString timeOf(WallTime time, WallTime now, const Settings &settings)
{
    const auto local = [&settings](WallTime at) {
        return QDateTime::fromMSecsSinceEpoch(toMsecs(at), settings.timeZone());
    };
    const QDateTime at = local(time);
    return at.toString(at.date() == local(now).date() ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm"));
}

int minutesBetween(WallTime since, WallTime now)
{
    return int(std::max<qint64>(0, toMsecs(now) - toMsecs(since)) / 60'000);
}

PostRow postRow(const PostView &post, WallTime now, const Settings &settings)
{
    PostRow row;
    row.key = post.code;
    row.name = settings.say(post.name);
    row.zone = post.zone;
    row.staffing = QStringLiteral("%1/%2").arg(post.staffed).arg(post.minimum);
    row.kind = int(post.kind);
    row.gap = post.gap;
    row.gapMinutes = post.gap > 0 && post.gapSince ? minutesBetween(*post.gapSince, now) : -1;
    row.gapAt = post.gapAt ? settings.clockOf(*post.gapAt) : QString();
    QStringList people;
    bool isLook = post.gapAt.has_value();
    std::optional<WallTime> next;
    for (const StandingView &standing : post.standing) {
        people << (standing.name.isEmpty() ? standing.staff : standing.name);
        isLook = isLook || standing.isOverlong || !standing.isReady;
        const bool isDue = !standing.relief.isEmpty() && standing.reliefAt && *standing.reliefAt <= now;
        row.isReliefDue = row.isReliefDue || isDue;
        const bool isSooner = !next || (standing.reliefAt && *standing.reliefAt < *next);
        if (!standing.relief.isEmpty() && (row.relief.isEmpty() || isSooner)) {
            row.relief = standing.relief;
            row.reliefAt = standing.reliefAt ? settings.clockOf(*standing.reliefAt) : QString();
            next = standing.reliefAt;
        }
    }
    row.people = people.join(QStringLiteral(" · "));
    row.level = post.gap > 0 ? 2 : isLook || row.isReliefDue ? 1 : 0;
    return row;
}

StandingRow standingRow(const StandingView &standing, WallTime now, const Settings &settings)
{
    StandingRow row;
    row.key = standing.staff;
    row.name = standing.name.isEmpty() ? standing.staff : standing.name;
    row.company = standing.company;
    row.since = settings.clockOf(standing.since);
    row.missing = standing.missingTicks.value(0);
    row.relief = standing.relief;
    row.reliefAt = standing.reliefAt ? settings.clockOf(*standing.reliefAt) : QString();
    row.minutes = minutesBetween(standing.since, now);
    row.isReady = standing.isReady;
    row.isOverlong = standing.isOverlong;
    return row;
}

int turnOf(const StaffView &staff)
{
    switch (staff.whereabouts) {
    case Whereabouts::StandingBy: return 0;
    case Whereabouts::Sent: return 2;
    case Whereabouts::OnBreak:
    case Whereabouts::AtMeal: return 3;
    case Whereabouts::Standing: return 4;
    case Whereabouts::Away: break;
    }
    return 1;
}

QString incidentMark(const QString &number) { return QLatin1Char('#') + number; }

namespace {

/// In the words of the screen.
QString placeOf(const StaffView &staff, const DayView &day, const Settings &settings)
{
    const auto post = std::ranges::find(day.posts, staff.place, &PostView::code);
    if (post != day.posts.end()) {
        return settings.say(post->name);
    }
    const bool isIncident = std::ranges::find(day.incidents, staff.place, &IncidentView::number) != day.incidents.end();
    return isIncident || staff.incidents.contains(staff.place) ? incidentMark(staff.place) : staff.place;
}

QString incidentsOf(const StaffView &staff)
{
    QStringList marks;
    for (const QString &number : staff.incidents) {
        marks << incidentMark(number);
    }
    return marks.join(QStringLiteral(" · "));
}

}  // namespace

QString zoneSentTo(const StaffView &staff, const DayView &day)
{
    const auto post = std::ranges::find(day.posts, staff.place, &PostView::code);
    const auto incident = std::ranges::find(day.incidents, staff.place, &IncidentView::number);
    return post != day.posts.end() ? post->zone : incident != day.incidents.end() ? incident->zone : staff.place;
}

SentRow sentRow(const StaffView &staff, const DayView &day, WallTime now, const Settings &settings)
{
    SentRow row;
    row.key = staff.code;
    row.name = staff.name.isEmpty() ? staff.code : staff.name;
    row.place = placeOf(staff, day, settings);
    row.since = staff.since ? timeOf(*staff.since, now, settings) : QString();
    row.incidents = incidentsOf(staff);
    row.minutes = staff.since ? minutesBetween(*staff.since, now) : 0;
    row.status = int(staff.state);
    row.isDoubled = staff.isDoubled;
    return row;
}

StaffRow staffRow(const StaffView &staff, const DayView &day, const Settings &settings)
{
    StaffRow row;
    row.key = staff.code;
    row.name = staff.name.isEmpty() ? staff.code : staff.name;
    row.company = staff.company;
    row.zone = staff.zone;
    row.place = placeOf(staff, day, settings);
    row.incidents = incidentsOf(staff);
    row.whereabouts = int(staff.whereabouts);
    row.isDoubled = staff.isDoubled;
    return row;
}

IncidentRow incidentRow(const IncidentView &incident, WallTime now, const Settings &settings)
{
    IncidentRow row;
    row.key = incident.number;
    row.zone = incident.zone;
    QStringList types;
    for (const Words &name : incident.typeNames) {
        types << settings.say(name);
    }
    row.types = (types.isEmpty() ? incident.types : types).join(QStringLiteral(" · "));
    row.summary = incident.summary;
    QStringList people;
    for (const AssigneeView &assignee : incident.assignees) {
        if (assignee.state != incidents::AssigneeState::Released) {
            people << (assignee.name.isEmpty() ? assignee.staff : assignee.name);
        }
    }
    row.people = people.join(QStringLiteral(" · "));
    row.status = int(incident.state);
    row.minutes = minutesBetween(incident.since, now);
    row.isUrgent = incident.isUrgent;
    row.isRestricted = incident.isRestricted;
    row.isUntouched = incident.isUntouched;
    return row;
}

TaskRow taskRow(const TaskView &task, WallTime now, const Settings &settings)
{
    TaskRow row;
    row.key = task.code;
    row.name = settings.say(task.name);
    row.owner = task.ownerName.isEmpty() ? task.owner : task.ownerName;
    row.zone = task.zone;
    row.due = task.due ? timeOf(*task.due, now, settings) : QString();
    row.evidence = task.evidence;
    row.kind = int(task.kind);
    row.status = int(task.state);
    row.phase = int(task.phase);
    row.lateMinutes = task.isLate && task.due ? minutesBetween(*task.due, now) : 0;
    row.roundsDone = task.roundsDone;
    row.roundsMissed = task.roundsMissed;
    row.isEvidenceNeeded = task.isEvidenceNeeded;
    row.isLate = task.isLate;
    return row;
}

}  // namespace muster::lines
