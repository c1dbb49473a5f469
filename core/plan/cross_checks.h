#pragma once
#include "core/plan/plan_check.h"

#include <QSet>

/// What the checks of a plan have in common: codes that come once, references that lead somewhere.
namespace muster::plan {

/// The codes that sheets refer to.
struct PlanCodes {
    QSet<QString> zones;
    QSet<QString> classes;
    QSet<QString> sessions;
    QSet<QString> questions;
    QSet<QString> stations;
    QSet<QString> services;
    QSet<QString> prizes;
    QSet<QString> staff;
    QSet<QString> roles;  ///< That somebody has.
    QSet<QString> posts;
    QSet<QString> incidentTypes;
    QSet<QString> cues;
    QSet<QString> tasks;
};

/// "<prize>@<desk>": what the venue knows a stock by.
[[nodiscard]] QString stockCode(const Stock &stock);
/// "<staff>-m1100": what a shift is known by if nobody gave it a code.
[[nodiscard]] QString shiftCode(const Shift &shift);

[[nodiscard]] QString codeOf(const ChoiceRow &row);
[[nodiscard]] QString codeOf(const PaperRow &row);
[[nodiscard]] QString codeOf(const Stock &stock);
[[nodiscard]] QString codeOf(const ChecklistRow &row);
[[nodiscard]] QString codeOf(const Shift &shift);
template<class T>
[[nodiscard]] QString codeOf(const T &record)
{
    return record.code;
}

/// The codes of a sheet; each one that comes twice is an error in the column @p key.
template<class T>
QSet<QString> uniqueCodes(const SheetRows<T> &sheet, Findings &findings, const QString &key = QStringLiteral("code"))
{
    QHash<QString, int> rows;
    for (const auto &[record, row] : sheet.rows) {
        const QString code = codeOf(record);
        if (code.isEmpty()) {
            continue;  // The cell has its own error.
        }
        if (const int first = rows.value(code, 0); first > 0) {
            findings.error(sheet.at(row, key),
                           {.zh = QStringLiteral("代码“%1”与第 %2 行重复：请改一个").arg(code).arg(first),
                            .en = QStringLiteral("the code \"%1\" stands in row %2 already: change one of them")
                                      .arg(code)
                                      .arg(first)});
        } else {
            rows.insert(code, row);
        }
    }
    return {rows.keyBegin(), rows.keyEnd()};
}

/// Says which codes in a cell are not in the sheet @p target.
void checkReferences(const QStringList &codes, const QSet<QString> &known, const Origin &at, const SheetText &target,
                     Findings &findings);

/// True if following @p next from @p code comes back to it.
[[nodiscard]] bool leadsBack(const QString &code, const QHash<QString, QString> &next);

/// Hours that end before they begin.
void checkHours(std::optional<int> from, std::optional<int> until, const Origin &at, Findings &findings);

/// Screens have nothing but the code to show for it.
void checkName(const Words &name, const Origin &at, Findings &findings);

/// Roles that no row of the staff has. A plan without staff says nothing of roles.
void checkRoles(const QStringList &roles, const PlanCodes &codes, const Origin &at, Findings &findings);

/// Series, services with their papers, priorities, and the counters' services.
void checkQueues(const PlanDraft &draft, const PlanCodes &codes, Findings &findings);
/// Prizes, stock, draws.
void checkPrizes(const PlanDraft &draft, const PlanCodes &codes, Findings &findings);
/// Posts, gear, assembly points.
void checkPosts(const PlanDraft &draft, const PlanCodes &codes, Findings &findings);
/// Shifts, and whether they staff the posts.
void checkShifts(const PlanDraft &draft, const PlanCodes &codes, Findings &findings);
/// Kinds of incident with their checklists, and how alerts behave.
void checkIncidents(const PlanDraft &draft, const PlanCodes &codes, Findings &findings);
/// The run of show and the tasks, which block each other.
void checkCues(const PlanDraft &draft, const PlanCodes &codes, Findings &findings);
/// Materials with their serial numbers, and targets.
void checkMaterials(const PlanDraft &draft, const PlanCodes &codes, Findings &findings);

}  // namespace muster::plan
