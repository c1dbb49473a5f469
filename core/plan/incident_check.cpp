#include "core/plan/cross_checks.h"
#include "core/plan/known_words.h"

namespace muster::plan {
namespace {

void checkChecklists(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    QHash<QString, int> lines;
    for (const auto &[line, row] : draft.checklists.rows) {
        const auto atType = draft.checklists.at(row, QStringLiteral("type"));
        checkReferences({line.type}, codes.incidentTypes, atType, incidentTypeSheet().head, findings);
        if (line.item.text == Words{}) {
            findings.error(draft.checklists.at(row, QStringLiteral("text_zh")),
                           {.zh = QStringLiteral("这一步没有文字"), .en = QStringLiteral("the step has no words")});
        }
        if (++lines[line.type] == checklistMax + 1) {
            findings.error(atType,
                           {.zh = QStringLiteral("“%1”的步骤超过 %2 条：请合并").arg(line.type).arg(checklistMax),
                            .en = QStringLiteral("\"%1\" has more than %2 steps: put some together")
                                      .arg(line.type)
                                      .arg(checklistMax)});
        }
    }
}

void checkAlertRules(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.alertRules;
    for (const auto &[rule, row] : sheet.rows) {
        if (!rule.code.isEmpty() && !alertKinds().contains(rule.code)) {
            findings.error(sheet.at(row, QStringLiteral("code")), unknownWord(rule.code, alertKinds()));
        }
        checkRoles(rule.roles, codes, sheet.at(row, QStringLiteral("roles")), findings);
        checkRoles(rule.escalateRoles, codes, sheet.at(row, QStringLiteral("escalate_roles")), findings);
    }
}

}  // namespace

void checkIncidents(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.incidentTypes;
    for (const auto &[type, row] : sheet.rows) {
        checkName(type.name, sheet.at(row), findings);
        checkRoles(type.roles, codes, sheet.at(row, QStringLiteral("roles")), findings);
        if (type.guide == Words{}) {
            findings.warning(sheet.at(row, QStringLiteral("guide_zh")),
                             {.zh = QStringLiteral("没有处置：出事时没有预案可看"),
                              .en = QStringLiteral("there is no guide: whoever is there has no plan to go by")});
        }
    }
    checkChecklists(draft, codes, findings);
    checkAlertRules(draft, codes, findings);
}

}  // namespace muster::plan
