// Cues, tasks, the phase and materials of the day, for `muster status` and the lists of their own.
#include "app/cli/view_json.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/materials/materials.h"

#include <QDateTime>
#include <QJsonArray>

namespace muster::cli {
namespace {

QJsonValue timeJson(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(Qt::ISODateWithMs))
                : QJsonValue();
}

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QString enOf(const Words &words) { return words.en.isEmpty() ? words.zh : words.en; }

QString hourOf(const std::optional<WallTime> &time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(QStringLiteral("MM-dd HH:mm'Z'"))
                : QStringLiteral("–");
}

QJsonArray unmetJson(const std::vector<UnmetView> &unmet)
{
    QJsonArray list;
    for (const auto &open : unmet) {
        list.append(QJsonObject{{QStringLiteral("kind"), open.kind},
                                {QStringLiteral("code"), open.code},
                                {QStringLiteral("text"), toJson(open.text)}});
    }
    return list;
}

QStringList unmetWords(const std::vector<UnmetView> &unmet)
{
    QStringList lines;
    for (const auto &open : unmet) {
        lines << QStringLiteral("  not ready: %1").arg(enOf(open.text));
    }
    return lines;
}

QJsonObject cueJson(const CueView &cue)
{
    return {{QStringLiteral("code"), cue.code},
            {QStringLiteral("name"), toJson(cue.name)},
            {QStringLiteral("zone"), textOrNull(cue.zone)},
            {QStringLiteral("owner"), textOrNull(cue.owner)},
            {QStringLiteral("state"), cues::toString(cue.state)},
            {QStringLiteral("planned"), timeJson(cue.planned)},
            {QStringLiteral("expected"), timeJson(cue.expected)},
            {QStringLiteral("started_at"), timeJson(cue.startedAt)},
            {QStringLiteral("ended_at"), timeJson(cue.endedAt)},
            {QStringLiteral("minutes"), cue.minutes},
            {QStringLiteral("offset_s"), cue.offsetSeconds ? QJsonValue(*cue.offsetSeconds) : QJsonValue()},
            {QStringLiteral("overrun"), cue.isOverrun},
            {QStringLiteral("doors"), cue.isDoors},
            {QStringLiteral("unmet"), unmetJson(cue.unmet)},
            {QStringLiteral("override"), textOrNull(cue.overrideReason)}};
}

QJsonObject taskJson(const TaskView &task)
{
    QJsonObject json{{QStringLiteral("code"), task.code},
                     {QStringLiteral("name"), toJson(task.name)},
                     {QStringLiteral("kind"), tasks::toString(task.kind)},
                     {QStringLiteral("owner"), textOrNull(task.owner)},
                     {QStringLiteral("owner_name"), textOrNull(task.ownerName)},
                     {QStringLiteral("zone"), textOrNull(task.zone)},
                     {QStringLiteral("phase"), tasks::toString(task.phase)},
                     {QStringLiteral("state"), tasks::toString(task.state)},
                     {QStringLiteral("due"), timeJson(task.due)},
                     {QStringLiteral("done_at"), timeJson(task.doneAt)},
                     {QStringLiteral("late"), task.isLate},
                     {QStringLiteral("evidence"), textOrNull(task.evidence)},
                     {QStringLiteral("evidence_needed"), task.isEvidenceNeeded}};
    if (task.kind == TaskKind::Round) {
        json.insert(QStringLiteral("rounds_done"), task.roundsDone);
        json.insert(QStringLiteral("rounds_missed"), task.roundsMissed);
    }
    return json;
}

QJsonObject materialJson(const MaterialView &material)
{
    const auto doubt = materials::doubtOf(material);
    QJsonArray holders;
    for (const auto &holder : material.holders) {
        holders.append(QJsonObject{{QStringLiteral("staff"), textOrNull(holder.staff)},
                                   {QStringLiteral("name"), textOrNull(holder.name)},
                                   {QStringLiteral("zone"), textOrNull(holder.zone)},
                                   {QStringLiteral("count"), holder.count},
                                   {QStringLiteral("serials"), textOrNull(holder.serials)}});
    }
    QJsonObject json{{QStringLiteral("code"), material.code},
                     {QStringLiteral("name"), toJson(material.name)},
                     {QStringLiteral("category"), material.category},
                     {QStringLiteral("zone"), textOrNull(material.zone)},
                     {QStringLiteral("owner"), textOrNull(material.owner)},
                     {QStringLiteral("planned"), material.planned},
                     {QStringLiteral("packed"), material.packed},
                     {QStringLiteral("on_site"), material.onSite},
                     {QStringLiteral("issued"), material.issued},
                     {QStringLiteral("returned"), material.returned},
                     {QStringLiteral("missing"), material.missing},
                     {QStringLiteral("broken"), material.broken},
                     {QStringLiteral("short"), material.shortBy},
                     {QStringLiteral("outstanding"), material.outstanding},
                     {QStringLiteral("holders"), holders},
                     {QStringLiteral("numbered"), material.isNumbered},
                     {QStringLiteral("unsure"), doubt.has_value()},
                     {QStringLiteral("doubt"), doubt ? QJsonValue(toJson(*doubt)) : QJsonValue()}};
    if (material.isNumbered) {
        json.insert(QStringLiteral("used"), material.used);
        json.insert(QStringLiteral("void"), material.voided);
        json.insert(QStringLiteral("unaccounted"), material.unaccounted);
        json.insert(QStringLiteral("open_serials"), QJsonArray::fromStringList(material.openSerials));
        json.insert(QStringLiteral("disputed"), QJsonArray::fromStringList(material.disputed));
    }
    return json;
}

template<class View>
QJsonValue listJson(const DayView &day, const std::vector<View> &views, QJsonObject (*toObject)(const View &))
{
    if (!day.isKnown) {
        return {};
    }
    QJsonArray list;
    for (const auto &view : views) {
        list.append(toObject(view));
    }
    return list;
}

}  // namespace

QJsonObject courseJson(const DayView &day)
{
    const auto doors = day.isKnown ? cues::secondsToDoors(day.cues, day.asOf) : std::nullopt;
    const QJsonObject phase{{QStringLiteral("phase"), tasks::toString(day.phase.phase)},
                            {QStringLiteral("since"), timeJson(day.phase.since)},
                            {QStringLiteral("unmet"), unmetJson(day.phase.unmet)}};
    return {{QStringLiteral("cues"), listJson(day, day.cues, &cueJson)},
            {QStringLiteral("tasks"), listJson(day, day.tasks, &taskJson)},
            {QStringLiteral("materials"), listJson(day, day.materials, &materialJson)},
            {QStringLiteral("phase"), day.isKnown ? QJsonValue(phase) : QJsonValue()},
            {QStringLiteral("doors"), doors ? QJsonValue(*doors) : QJsonValue()}};
}

QStringList courseWords(const DayView &day)
{
    QStringList lines;
    if (!day.isKnown || (day.cues.empty() && day.tasks.empty() && day.materials.empty())) {
        return lines;
    }
    lines << QStringLiteral("phase %1").arg(tasks::toString(day.phase.phase));
    if (const auto doors = cues::secondsToDoors(day.cues, day.asOf)) {
        lines.last() += *doors >= 0 ? QStringLiteral(" · doors in %1 min").arg((*doors + 59) / 60)
                                    : QStringLiteral(" · doors opened %1 min ago").arg(-*doors / 60);
    }
    for (const auto &cue : day.cues) {
        if (cue.state == CueState::Running || cue.state == CueState::Held) {
            lines << QStringLiteral("cue %1: %2").arg(enOf(cue.name), cues::toString(cue.state));
        }
    }
    const auto late = std::ranges::count_if(day.tasks, [](const TaskView &task) { return task.isLate; });
    lines << QStringLiteral("tasks late %1").arg(late);
    for (const auto &material : day.materials) {
        const auto doubt = materials::doubtOf(material);
        if (material.shortBy > 0 || doubt) {
            lines << QStringLiteral("material %1: %2")
                         .arg(enOf(material.name),
                              material.shortBy > 0 ? QStringLiteral("%1 short").arg(material.shortBy) : enOf(*doubt));
        }
    }
    return lines;
}

QStringList toWords(const std::vector<CueView> &cues)
{
    QStringList lines;
    for (const auto &cue : cues) {
        const auto offset = cue.offsetSeconds.value_or(0) / 60;
        lines << QStringLiteral("%1  %2  %3%4  %5%6")
                     .arg(hourOf(cue.expected ? cue.expected : cue.planned), cues::toString(cue.state), cue.code,
                          cue.isDoors ? QStringLiteral(" (doors)") : QString(), enOf(cue.name),
                          offset == 0 ? QString() : QString::asprintf("  %+d min", offset));
        lines += unmetWords(cue.unmet);
    }
    return lines;
}

QStringList toWords(const std::vector<TaskView> &tasks)
{
    QStringList lines;
    for (const auto &task : tasks) {
        const auto rounds = task.kind == TaskKind::Round
                                ? QStringLiteral("  %1 done, %2 missed").arg(task.roundsDone).arg(task.roundsMissed)
                                : QString();
        lines << QStringLiteral("%1  %2%3  %4  %5%6%7")
                     .arg(hourOf(task.due), tasks::toString(task.state),
                          task.isLate ? QStringLiteral(" LATE") : QString(), task.code, enOf(task.name),
                          task.ownerName.isEmpty() ? QString() : QStringLiteral("  ") + task.ownerName, rounds);
    }
    return lines;
}

QStringList toWords(const std::vector<MaterialView> &materials)
{
    QStringList lines;
    for (const auto &material : materials) {
        auto line = QStringLiteral("%1  planned %2  packed %3  on site %4  issued %5  returned %6")
                        .arg(material.code)
                        .arg(material.planned)
                        .arg(material.packed)
                        .arg(material.onSite)
                        .arg(material.issued)
                        .arg(material.returned);
        if (material.shortBy > 0) {
            line += QStringLiteral("  %1 short").arg(material.shortBy);
        }
        if (material.outstanding + material.unaccounted > 0) {
            line += QStringLiteral("  %1 not accounted for").arg(material.outstanding + material.unaccounted);
        }
        const auto doubt = materials::doubtOf(material);
        lines << line + (doubt ? QStringLiteral("  (unsure: %1)").arg(enOf(*doubt)) : QString());
    }
    return lines;
}

QStringList toWords(const PhaseView &phase)
{
    return QStringList{QStringLiteral("phase %1").arg(tasks::toString(phase.phase))} + unmetWords(phase.unmet);
}

}  // namespace muster::cli
