#include "core/plan/cross_checks.h"

#include <algorithm>

namespace muster::plan {
namespace {

constexpr int minutesOfDay = 1'440;

/// What a cue may need besides tasks and cues.
const QStringList &needWords()
{
    static const QStringList words{QStringLiteral("posts"), QStringLiteral("materials"), QStringLiteral("incidents")};
    return words;
}

/// That a cue needs something when it starts.
struct Use {
    QString cue;
    int start = 0;
};

/// The cues by code; of a code that stands twice, which is an error of its own, the first.
class RunOfShow {
public:
    explicit RunOfShow(const SheetRows<Cue> &sheet)
    {
        for (const auto &located : sheet.rows) {
            if (!m_cues.contains(located.value.code)) {
                m_cues.insert(located.value.code, &located.value);
                m_after.insert(located.value.code, located.value.after);
            }
        }
        for (const auto &located : sheet.rows) {
            addUses(located.value);
        }
    }

    /// When it is to start by the plan; nothing if no cue that it follows has a time.
    [[nodiscard]] std::optional<int> startOf(const QString &code) const
    {
        int behind = 0;
        QSet<QString> passed;
        for (const Cue *cue = m_cues.value(code); cue && !passed.contains(cue->code);) {
            passed.insert(cue->code);
            if (cue->minute) {
                return *cue->minute + behind;
            }
            cue = m_cues.value(cue->after);
            behind += cue ? cue->minutes : 0;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isInCircle(const QString &code) const { return leadsBack(code, m_after); }

    /// True if it could only start after itself, by what it needs and what it follows.
    [[nodiscard]] bool waitsForItself(const QString &code) const
    {
        QSet<QString> passed;
        QStringList open = waitsFor(code);
        while (!open.isEmpty()) {
            const QString at = open.takeLast();
            if (at == code) {
                return true;
            }
            if (!passed.contains(at)) {
                passed.insert(at);
                open.append(waitsFor(at));
            }
        }
        return false;
    }

    /// When doors open, if a cue says so.
    [[nodiscard]] std::optional<int> doors() const { return m_doors; }

    /// The first cue that needs @p code; nothing if no cue with a time does.
    [[nodiscard]] std::optional<Use> firstUseOf(const QString &code) const
    {
        const auto found = m_uses.find(code);
        return found == m_uses.end() ? std::nullopt : std::optional(*found);
    }

private:
    void addUses(const Cue &cue)
    {
        const auto start = startOf(cue.code);
        if (!start) {
            return;
        }
        m_doors = cue.isDoors && !m_doors ? start : m_doors;
        for (const QString &need : cue.needs) {
            const auto known = firstUseOf(need);
            if (!known || *start < known->start) {
                m_uses.insert(need, {cue.code, *start});
            }
        }
    }

    [[nodiscard]] QStringList waitsFor(const QString &code) const
    {
        const Cue *const cue = m_cues.value(code);
        return cue ? cue->needs + QStringList{cue->after} : QStringList();
    }

    QHash<QString, const Cue *> m_cues;
    QHash<QString, QString> m_after;
    QHash<QString, Use> m_uses;
    std::optional<int> m_doors;
};

/// From when to when somebody works; nothing if the plan has no shifts.
struct Hours {
    int from = 0;
    int until = 0;
};

std::optional<Hours> workingHours(const SheetRows<Shift> &shifts)
{
    std::optional<Hours> hours;
    for (const auto &shift : shifts.rows) {
        if (shift.value.kind == ShiftKind::Work) {
            hours = hours.value_or(Hours{shift.value.fromMinute, shift.value.untilMinute});
            hours->from = std::min(hours->from, shift.value.fromMinute);
            hours->until = std::max(hours->until, shift.value.untilMinute);
        }
    }
    return hours;
}

void checkStart(const SheetRows<Cue> &sheet, const Cue &cue, int row, const RunOfShow &show,
                const std::optional<Hours> &hours, Findings &findings)
{
    const auto at = sheet.at(row, QStringLiteral("start"));
    const auto start = show.startOf(cue.code);
    if (!cue.minute && cue.after.isEmpty()) {
        findings.error(at, {.zh = QStringLiteral("没有开始时间，也没有接在哪个环节之后"),
                            .en = QStringLiteral("it has no time and follows no cue: write one of the two")});
    } else if (start && hours && *start < hours->from) {
        findings.warning(at, {.zh = QStringLiteral("%1 还没有人上班（%2 起）：过了零点请写 24:30 这样的时刻")
                                        .arg(minuteText(start), minuteText(hours->from)),
                              .en = QStringLiteral("at %1 nobody works yet (from %2 on): times after midnight are "
                                                   "written as 24:30")
                                        .arg(minuteText(start), minuteText(hours->from))});
    } else if (start && hours && *start >= hours->until) {
        findings.warning(at, {.zh = QStringLiteral("%1 已没有人上班（到 %2）：请改时间或补班次")
                                        .arg(minuteText(start), minuteText(hours->until)),
                              .en = QStringLiteral("at %1 nobody works any more (until %2): change it or add a shift")
                                        .arg(minuteText(start), minuteText(hours->until))});
    }
}

void checkLinks(const SheetRows<Cue> &sheet, const Cue &cue, int row, const PlanCodes &codes, const RunOfShow &show,
                Findings &findings)
{
    const auto atAfter = sheet.at(row, QStringLiteral("after"));
    const auto atNeeds = sheet.at(row, QStringLiteral("needs"));
    checkReferences({cue.after}, codes.cues, atAfter, cueSheet().head, findings);
    for (const QString &need : cue.needs) {
        if (!needWords().contains(need) && !codes.tasks.contains(need) && !codes.cues.contains(need)) {
            const auto words = needWords().join(QStringLiteral(", "));
            findings.error(atNeeds,
                           {.zh = QStringLiteral("不认识前提“%1”：请写 %2，或任务、环节的代码").arg(need, words),
                            .en = QStringLiteral("the need \"%1\" is not known: write %2 or the code of a task or cue")
                                      .arg(need, words)});
        }
    }
    if (show.isInCircle(cue.code)) {
        findings.error(atAfter, {.zh = QStringLiteral("环节首尾相接绕成了圈：没有一个能先开始"),
                                 .en = QStringLiteral("the cues follow each other in a circle: none can start first")});
    } else if (show.waitsForItself(cue.code)) {
        findings.error(
            atNeeds,
            {.zh = QStringLiteral("前提绕回了“%1”自己：它永远等不到").arg(cue.code),
             .en = QStringLiteral("what it needs leads back to \"%1\" itself: it would wait for ever").arg(cue.code)});
    }
}

void checkDoors(const SheetRows<Cue> &sheet, Findings &findings)
{
    int first = 0;
    for (const auto &[cue, row] : sheet.rows) {
        if (cue.isDoors && first > 0) {
            findings.error(sheet.at(row, QStringLiteral("doors")),
                           {.zh = QStringLiteral("第 %1 行已是开门：只能有一个").arg(first),
                            .en = QStringLiteral("row %1 opens the doors already: one cue only").arg(first)});
        }
        first = cue.isDoors && first == 0 ? row : first;
    }
    if (first == 0 && !sheet.rows.empty()) {
        findings.warning(sheet.whole(), {.zh = QStringLiteral("没有一个环节是开门：屏幕上没有倒计时"),
                                         .en = QStringLiteral("no cue opens the doors: there is no countdown")});
    }
}

/// Minutes after midnight of the event's day by which it must be done; a day without a time means its end.
std::optional<int> dueOf(const TaskPlan &task)
{
    if (!task.dueMinute && task.day == 0) {
        return std::nullopt;
    }
    return task.day * minutesOfDay + task.dueMinute.value_or(minutesOfDay - 1);
}

/// A task that is due after what waits for it.
void checkBlocked(const TaskPlan &task, const Origin &at, const RunOfShow &show, Findings &findings)
{
    const auto due = dueOf(task);
    if (!due) {
        return;
    }
    if (const auto use = show.firstUseOf(task.code); use && *due > use->start) {
        findings.error(
            at, {.zh = QStringLiteral("期限晚于等它的环节“%1”（%2）：请提前").arg(use->cue, minuteText(use->start)),
                 .en = QStringLiteral("it is due after the cue \"%1\" that needs it (%2): make it earlier")
                           .arg(use->cue, minuteText(use->start))});
        return;
    }
    const auto doors = show.doors();
    const bool isBeforeDoors = task.phase == Phase::Prepare && *due > doors.value_or(minutesOfDay - 1);
    if (isBeforeDoors || (task.phase == Phase::Open && task.day > 0)) {
        findings.error(at,
                       {.zh = QStringLiteral("开门前的任务，期限却在开门之后：请提前，或改为后面的阶段"),
                        .en = QStringLiteral("a task that doors wait for is due after them: make it earlier, or put "
                                             "it into a later phase")});
    }
}

void checkRound(const SheetRows<TaskPlan> &sheet, const TaskPlan &task, int row, Findings &findings)
{
    const auto at = [&sheet, row](const char *key) { return sheet.at(row, QString::fromLatin1(key)); };
    if (task.kind != TaskKind::Round) {
        if (task.everyMinutes > 0 || task.untilMinute) {
            findings.warning(at("every"), {.zh = QStringLiteral("不是巡查：间隔和巡查到不会用到"),
                                           .en = QStringLiteral("it is no round: these figures are not used")});
        }
        return;
    }
    if (!task.dueMinute) {
        findings.error(at("due"), {.zh = QStringLiteral("巡查要写第一次的时间，如 09:00"),
                                   .en = QStringLiteral("a round needs the time of its first one, such as 09:00")});
    }
    if (task.everyMinutes == 0) {
        findings.error(at("every"), {.zh = QStringLiteral("巡查要写每隔几分钟"),
                                     .en = QStringLiteral("a round needs the minutes between")});
    }
    if (!task.untilMinute) {
        findings.error(at("until"), {.zh = QStringLiteral("巡查要写到几点为止"),
                                     .en = QStringLiteral("a round needs the time of its last one")});
    }
    if (task.dueMinute && task.untilMinute && *task.untilMinute < *task.dueMinute) {
        findings.error(at("until"), {.zh = QStringLiteral("最后一次早于第一次：过了零点请写 25:30 这样的时刻"),
                                     .en = QStringLiteral("the last round is before the first one: write times after "
                                                          "midnight as 25:30")});
    }
    if (task.zone.isEmpty()) {
        findings.warning(at("zone"), {.zh = QStringLiteral("没有区域：没有码可扫，巡查无从证明"),
                                      .en = QStringLiteral("it has no zone, so there is no code that proves it")});
    }
}

void checkTasks(const PlanDraft &draft, const PlanCodes &codes, const RunOfShow &show, Findings &findings)
{
    const auto &sheet = draft.tasks;
    for (const auto &[task, row] : sheet.rows) {
        const auto at = [&sheet, row = row](const char *key) { return sheet.at(row, QString::fromLatin1(key)); };
        checkName(task.name, sheet.at(row), findings);
        checkReferences({task.owner}, codes.staff, at("owner"), staffSheet().head, findings);
        checkReferences({task.zone}, codes.zones, at("zone"), zoneSheet().head, findings);
        if (task.owner.isEmpty()) {
            findings.warning(at("owner"), {.zh = QStringLiteral("没有负责人：请写谁负责"),
                                           .en = QStringLiteral("nobody owns it: write who sees to it")});
        }
        if (codes.cues.contains(task.code) || needWords().contains(task.code)) {
            findings.error(at("code"),
                           {.zh = QStringLiteral("“%1”已是环节或前提的名字：请改一个").arg(task.code),
                            .en = QStringLiteral("\"%1\" names a cue or a need already: change it").arg(task.code)});
        }
        checkBlocked(task, at("due"), show, findings);
        checkRound(sheet, task, row, findings);
    }
}

}  // namespace

void checkCues(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.cues;
    const RunOfShow show(sheet);
    const auto hours = workingHours(draft.shifts);
    for (const auto &[cue, row] : sheet.rows) {
        checkName(cue.name, sheet.at(row), findings);
        checkReferences({cue.owner}, codes.staff, sheet.at(row, QStringLiteral("owner")), staffSheet().head, findings);
        checkReferences({cue.zone}, codes.zones, sheet.at(row, QStringLiteral("zone")), zoneSheet().head, findings);
        checkStart(sheet, cue, row, show, hours, findings);
        checkLinks(sheet, cue, row, codes, show, findings);
    }
    checkDoors(sheet, findings);
    checkTasks(draft, codes, show, findings);
}

}  // namespace muster::plan
