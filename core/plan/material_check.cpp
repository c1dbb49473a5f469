#include "core/plan/cross_checks.h"
#include "core/plan/known_words.h"

namespace muster::plan {
namespace {

void checkSerials(const SheetRows<Material> &sheet, const Material &material, int row, Findings &findings)
{
    const auto at = sheet.at(row, QStringLiteral("serials"));
    if (!material.isNumbered()) {
        if (!material.serialPrefix.isEmpty()) {
            findings.warning(sheet.at(row, QStringLiteral("prefix")),
                             {.zh = QStringLiteral("没有编号范围：字头不会用到"),
                              .en = QStringLiteral("it has no serials: the prefix is not used")});
        }
        return;
    }
    if (*material.serialFrom > *material.serialTo) {
        findings.error(at, {.zh = QStringLiteral("末号小于首号：请倒过来写"),
                            .en = QStringLiteral("the last number is before the first: turn them round")});
        return;
    }
    const qint64 count = qint64(*material.serialTo) - *material.serialFrom + 1;
    if (count != material.planned) {
        findings.error(
            at, {.zh = QStringLiteral("编号共 %1 个，计划数量是 %2：请改成一致").arg(count).arg(material.planned),
                 .en = QStringLiteral("these are %1 numbers, and %2 are planned: make them agree")
                           .arg(count)
                           .arg(material.planned)});
    }
}

}  // namespace

void checkMaterials(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.materials;
    for (const auto &[material, row] : sheet.rows) {
        checkName(material.name, sheet.at(row), findings);
        checkReferences({material.zone}, codes.zones, sheet.at(row, QStringLiteral("zone")), zoneSheet().head,
                        findings);
        checkReferences({material.owner}, codes.staff, sheet.at(row, QStringLiteral("owner")), staffSheet().head,
                        findings);
        if (material.isNeeded && material.owner.isEmpty()) {
            findings.warning(sheet.at(row, QStringLiteral("owner")),
                             {.zh = QStringLiteral("开门必备而没有负责人：请写谁负责"),
                              .en = QStringLiteral("doors wait for it and nobody owns it: write who sees to it")});
        }
        checkSerials(sheet, material, row, findings);
    }
    for (const auto &[target, row] : draft.targets.rows) {
        if (!target.code.isEmpty() && !targetFigures().contains(target.code)) {
            const auto known = targetFigures().join(QStringLiteral(", "));
            findings.warning(
                draft.targets.at(row, QStringLiteral("code")),
                {.zh = QStringLiteral("评估中没有“%1”这个指标，要自己算：%2").arg(target.code, known),
                 .en = QStringLiteral("the evaluation has no figure \"%1\", so you compare it yourself: %2")
                           .arg(target.code, known)});
        }
    }
}

}  // namespace muster::plan
