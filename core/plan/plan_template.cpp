#include "core/plan/plan_template.h"

#include "core/plan/sheet_writer.h"
#include "core/plan/sheets.h"

namespace muster::plan {
namespace {

QStringList explanation()
{
    QStringList lines{QStringLiteral("Muster 活动计划 / event plan"),
                      QStringLiteral("每张表写一类事物，一行一个；红色（必填）列不能空，其余可空。"),
                      QStringLiteral("Each sheet holds one kind of thing, one a row. Columns that must be filled in "
                                     "are marked; others may stay empty."),
                      QStringLiteral("代码由您自定：英文字母、数字、- 和 _，最多 32 "
                                     "个；同一张表内不重复。表间用代码互相引用，多个代码用 ; 隔开。"),
                      QStringLiteral("Codes are yours: letters a-z, digits, - and _, at most 32, unique within their "
                                     "sheet. Sheets refer to each other by code; several are parted by ;."),
                      QStringLiteral("以 # 开头的行是注释。填好后运行 muster plan check，逐格指出需要修改之处。"),
                      QStringLiteral("Rows that begin with # are remarks. When done, \"muster plan check\" names every "
                                     "cell that needs attention."),
                      QString()};
    for (const SheetDescription &sheet : allSheets()) {
        lines.append(
            QStringLiteral("【%1 %2】 %3").arg(sheet.head.title.zh, sheet.head.title.en, headerOf(sheet.head.note)));
        for (const ColumnText &column : sheet.columns) {
            if (!column.isImportOnly) {
                lines.append(QStringLiteral("    %1%2：%3")
                                 .arg(headerOf(column.title), column.isRequired ? QStringLiteral(" *") : QString(),
                                      headerOf(column.note)));
            }
        }
        lines.append(QString());
    }
    return lines;
}

/// What a field list starts with; the rest is for the organiser.
QString initialValue(const QString &key)
{
    return key == u"time_zone"  ? QStringLiteral("Asia/Shanghai")
           : key == u"language" ? QStringLiteral("zh")
                                : QString();
}

Status writeEmpty(SheetWriter &writer, const SheetDescription &sheet)
{
    SheetDescription shown{.head = sheet.head};
    for (const ColumnText &column : sheet.columns) {
        if (!column.isImportOnly) {
            shown.columns.push_back(column);
        }
    }
    Status status = writer.begin(shown, Explanations::Yes);
    for (const ColumnText &column : shown.columns) {
        if (status && sheet.head.isFieldList) {
            status = writer.row({headerOf(column.title), initialValue(column.key), headerOf(column.note)});
        }
    }
    return status;
}

}  // namespace

Status writeTemplate(const QString &path)
{
    auto created = SheetWriter::create(path);
    if (!created) {
        return fail(created);
    }
    Status status = (*created)->explain(explanation());
    for (const SheetDescription &sheet : allSheets()) {
        status = status ? writeEmpty(**created, sheet) : status;
    }
    return status ? (*created)->finish() : status;
}

}  // namespace muster::plan
