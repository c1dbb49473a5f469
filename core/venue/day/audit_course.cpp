// Acts about cues, tasks, phases and materials, in the words of the day.
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/audit_readers.h"
#include "core/venue/materials/materials.h"

namespace muster::audit {
namespace {

QString textOf(const QCborMap &body, const char *name) { return body.value(QLatin1String(name)).toString(); }

/// One of @p names by the number in the body; the first for a number that no version of ours writes.
template<std::size_t Count>
QString nameOf(const std::array<const char *, Count> &names, const QCborMap &body, const char *field)
{
    const auto index = body.value(QLatin1String(field)).toInteger();
    return QLatin1String(names[index >= 0 && index < qint64(Count) ? std::size_t(index) : 0]);
}

QString numberOf(const QCborMap &body, const char *name, bool isSigned = false)
{
    const qint64 number = body.value(QLatin1String(name)).toInteger();
    return isSigned && number >= 0 ? QStringLiteral("+%1").arg(number) : QString::number(number);
}

/// The reason that went over something, what it went over, when it happened, and where it was said.
void readSaid(const QCborMap &body, AuditView &entry)
{
    entry.station = textOf(body, "station");
    const auto anyway = textOf(body, "override");
    entry.reason = anyway.isEmpty() ? entry.reason : anyway;
    QStringList unmet;
    for (const auto &subject : body.value(QLatin1String("unmet")).toArray()) {
        unmet << subject.toString();
    }
    if (!unmet.isEmpty()) {
        entry.detail += QStringLiteral(" (not ready: %1)").arg(unmet.join(QStringLiteral(", ")));
    }
    const auto happened = body.value(QLatin1String("happened_s"));
    if (happened.isInteger()) {
        entry.happenedAt = fromMsecs(std::clamp<qint64>(happened.toInteger(), 0, happenedMaxS) * 1'000);
    }
}

void readCue(const QCborMap &body, AuditView &entry)
{
    constexpr std::array names{"cue_go", "cue_hold", "cue_done", "cue_skip", "cue_reset", "cue_shift"};
    static_assert(names.size() == std::size_t(cues::Step::Shift) + 1);
    entry.act = nameOf(names, body, "step");
    entry.detail = textOf(body, "cue");
    if (body.contains(QLatin1String("by"))) {
        entry.detail += QStringLiteral(" %1 min").arg(numberOf(body, "by", true));
    }
    readSaid(body, entry);
}

void readTask(const QCborMap &body, AuditView &entry)
{
    constexpr std::array names{"task_start", "task_done", "task_reopen", "task_skip"};
    static_assert(names.size() == std::size_t(tasks::Step::Skip) + 1);
    entry.act = nameOf(names, body, "step");
    entry.detail = textOf(body, "task");
    readSaid(body, entry);
    entry.reason = entry.reason.isEmpty() ? textOf(body, "evidence") : entry.reason;
}

void readRound(const QCborMap &body, AuditView &entry)
{
    entry.act = QStringLiteral("task_round");
    entry.detail = QStringLiteral("%1 %2").arg(textOf(body, "task"), textOf(body, "zone")).trimmed();
    readSaid(body, entry);
    entry.reason = entry.reason.isEmpty() ? textOf(body, "evidence") : entry.reason;
}

void readAdded(const QCborMap &body, AuditView &entry)
{
    entry.act = QStringLiteral("task_add");
    entry.detail = QStringLiteral("%1 → %2").arg(textOf(body, "name"), textOf(body, "owner"));
    readSaid(body, entry);
}

void readAssigned(const QCborMap &body, AuditView &entry)
{
    entry.act = QStringLiteral("task_assign");
    entry.detail = QStringLiteral("%1 → %2").arg(textOf(body, "task"), textOf(body, "owner"));
}

void readPhase(const QCborMap &body, AuditView &entry)
{
    constexpr std::array names{"prepare", "open", "live", "close"};
    static_assert(names.size() == std::size_t(Phase::Close) + 1);
    entry.act = QStringLiteral("set_phase");
    entry.detail = nameOf(names, body, "phase");
    readSaid(body, entry);
}

void readMoved(const QCborMap &body, AuditView &entry)
{
    constexpr std::array names{"material_packed",   "material_arrived", "material_issued",
                               "material_returned", "material_missing", "material_broken"};
    static_assert(names.size() == std::size_t(materials::Step::Broken) + 1);
    entry.act = nameOf(names, body, "step");
    entry.detail =
        QStringLiteral("%1 %2 %3 %4")
            .arg(textOf(body, "material"), numberOf(body, "count", true), textOf(body, "zone"), textOf(body, "staff"))
            .simplified();
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "note");
}

void readMarked(const QCborMap &body, AuditView &entry)
{
    constexpr std::array names{"serial_issued", "serial_used", "serial_void", "serial_returned"};
    static_assert(names.size() == std::size_t(materials::SerialStep::Returned) + 1);
    entry.act = nameOf(names, body, "step");
    const auto from = numberOf(body, "from");
    const auto to = numberOf(body, "to");
    entry.detail = QStringLiteral("%1 %2%3 %4")
                       .arg(textOf(body, "material"), from, from == to ? QString() : QStringLiteral("-") + to,
                            textOf(body, "staff"))
                       .simplified();
    entry.station = textOf(body, "station");
    entry.reason = textOf(body, "note");
}

}  // namespace

std::map<QString, Reader> courseReaders()
{
    return {{cues::steppedKind(), &readCue},        {tasks::steppedKind(), &readTask},
            {tasks::roundKind(), &readRound},       {tasks::addedKind(), &readAdded},
            {tasks::assignedKind(), &readAssigned}, {tasks::phaseKind(), &readPhase},
            {materials::movedKind(), &readMoved},   {materials::markedKind(), &readMarked}};
}

}  // namespace muster::audit
