#include "app/models/course_lines.h"

#include "app/models/day_lines.h"

#include <QRegularExpression>

#include <cstdlib>

namespace muster::lines {

QString countdown(WallTime until, WallTime now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 3600;
    const qint64 seconds = std::abs((toMsecs(until) - toMsecs(now)) / 1'000);
    const QString tail = QStringLiteral("%1:%2")
                             .arg(seconds % hour / minute, 2, 10, QLatin1Char('0'))
                             .arg(seconds % minute, 2, 10, QLatin1Char('0'));
    return seconds >= hour ? QStringLiteral("%1:%2").arg(seconds / hour).arg(tail) : tail;
}

CueRow cueRow(const CueView &cue, WallTime now, const Settings &settings)
{
    const auto at = [&](std::optional<WallTime> time) { return time ? timeOf(*time, now, settings) : QString(); };
    CueRow row;
    row.key = cue.code;
    row.name = settings.say(cue.name);
    row.zone = cue.zone;
    row.owner = cue.owner;
    row.planned = at(cue.planned);
    row.expected = at(cue.startedAt ? cue.startedAt : cue.expected);
    row.ended = at(cue.endedAt);
    row.status = int(cue.state);
    row.minutes = cue.minutes;
    row.lateMinutes = cue.offsetSeconds.value_or(0) / 60;
    row.unmetCount = int(cue.unmet.size());
    row.isOverrun = cue.isOverrun;
    row.isDoors = cue.isDoors;
    return row;
}

std::vector<UnmetRow> unmetRows(const std::vector<UnmetView> &unmet, const Settings &settings)
{
    std::vector<UnmetRow> rows;
    for (const UnmetView &view : unmet) {
        rows.push_back({view.kind + QLatin1Char(':') + view.code, view.kind, settings.say(view.text)});
    }
    return rows;
}

MaterialRow materialRow(const MaterialView &material, const Settings &settings)
{
    MaterialRow row;
    row.key = material.code;
    row.name = settings.say(material.name);
    row.category = material.category;
    row.zone = material.zone;
    row.owner = material.owner;
    row.openSerials = material.openSerials.join(QStringLiteral(", "));
    row.disputed = material.disputed.join(QStringLiteral(", "));
    row.planned = material.planned;
    row.packed = material.packed;
    row.onSite = material.onSite;
    row.issued = material.issued;
    row.returned = material.returned;
    row.missing = material.missing;
    row.broken = material.broken;
    row.shortBy = material.shortBy;
    row.outstanding = material.outstanding;
    row.unaccounted = material.unaccounted;
    row.used = material.used;
    row.voided = material.voided;
    row.isNumbered = material.isNumbered;
    row.level = material.shortBy > 0 || !material.disputed.isEmpty()   ? 2
                : material.outstanding > 0 || material.unaccounted > 0 ? 1
                                                                       : 0;
    return row;
}

std::vector<HolderRow> holderRows(const MaterialView &material)
{
    std::vector<HolderRow> rows;
    for (const HolderView &holder : material.holders) {
        const QString key = holder.staff.isEmpty() ? QLatin1Char('@') + holder.zone : holder.staff;
        rows.push_back({key, holder.name, holder.zone, holder.serials, holder.count});
    }
    return rows;
}

QString numberOf(const QString &serial)
{
    static const QRegularExpression digits(QStringLiteral(R"((\d{1,9})$)"));
    return QString::number(digits.match(serial).captured(1).toInt());
}

std::optional<materials::Mark> markOf(const QString &material, int step, const QString &run)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*$)"));
    const auto match = form.match(run);
    const bool isStep = step >= int(materials::SerialStep::Issued) && step <= int(materials::SerialStep::Returned);
    if (!isStep || !match.hasMatch() || material.isEmpty()) {
        return std::nullopt;
    }
    const int from = match.captured(1).toInt();
    const int to = match.captured(2).isEmpty() ? from : match.captured(2).toInt();
    return materials::Mark{material, from, to, materials::SerialStep(step), {}, {}};
}

}  // namespace muster::lines
