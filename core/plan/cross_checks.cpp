#include "core/plan/cross_checks.h"

namespace muster::plan {

QString stockCode(const Stock &stock) { return stock.prize + u'@' + stock.desk; }

QString shiftCode(const Shift &shift)
{
    const QString kind = shift.kind == ShiftKind::Meal    ? QStringLiteral("m")
                         : shift.kind == ShiftKind::Break ? QStringLiteral("b")
                                                          : QStringLiteral("w");
    return shift.staff + u'-' + kind + minuteText(shift.fromMinute).remove(u':');
}

QString codeOf(const ChoiceRow &row) { return row.question + u'/' + row.choice.code; }
QString codeOf(const PaperRow &row) { return row.service + u'/' + row.paper.code; }
QString codeOf(const Stock &stock) { return stock.prize.isEmpty() ? QString() : stockCode(stock); }
QString codeOf(const ChecklistRow &row) { return row.type + u'/' + row.item.code; }
QString codeOf(const Shift &shift)
{
    const bool isNamed = !shift.code.isEmpty() || shift.staff.isEmpty();
    return isNamed ? shift.code : shiftCode(shift);
}

void checkReferences(const QStringList &codes, const QSet<QString> &known, const Origin &at, const SheetText &target,
                     Findings &findings)
{
    for (const QString &code : codes) {
        if (!code.isEmpty() && !known.contains(code)) {
            findings.error(
                at,
                {.zh = QStringLiteral("“%1”不在“%2”表中：请补到该表或改正").arg(code, target.title.zh),
                 .en = QStringLiteral("\"%1\" is not in the sheet %2: add it there or mend it").arg(code, target.key)});
        }
    }
}

bool leadsBack(const QString &code, const QHash<QString, QString> &next)
{
    QSet<QString> passed;
    for (QString at = next.value(code); !at.isEmpty() && !passed.contains(at); at = next.value(at)) {
        passed.insert(at);
    }
    return passed.contains(code);
}

void checkHours(std::optional<int> from, std::optional<int> until, const Origin &at, Findings &findings)
{
    if (from && until && *from >= *until) {
        findings.error(at, {.zh = QStringLiteral("结束不晚于开始：过了零点请写 25:30 这样的时刻"),
                            .en = QStringLiteral("it ends before it begins: write times after midnight as 25:30")});
    }
}

void checkName(const Words &name, const Origin &at, Findings &findings)
{
    if (name.zh.isEmpty() && name.en.isEmpty()) {
        findings.warning(at, {.zh = QStringLiteral("没有名称：屏幕上只有代码"),
                              .en = QStringLiteral("there is no name: screens will show the code only")});
    }
}

void checkRoles(const QStringList &roles, const PlanCodes &codes, const Origin &at, Findings &findings)
{
    for (const QString &role : roles) {
        if (!codes.roles.contains(role) && !codes.staff.isEmpty()) {
            findings.warning(
                at, {.zh = QStringLiteral("没有人有“%1”这个角色：请看“工作人员”表的角色").arg(role),
                     .en = QStringLiteral("nobody has the role \"%1\": see the column Roles of the staff").arg(role)});
        }
    }
}

}  // namespace muster::plan
