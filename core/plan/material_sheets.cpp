#include "core/plan/day_columns.h"
#include "core/plan/sheet_words.h"
#include "core/plan/sheets.h"

namespace muster::plan {
namespace {

constexpr Bounds pieces{.min = 0, .max = 10'000'000};
constexpr Bounds digits{.min = 1, .max = 9};

/// Zero stands for "as short as the number is": it is written as nothing.
Column<Material> digitsColumn()
{
    auto column = numberColumn<Material>(
        {.key = QStringLiteral("digits"),
         .title = {.zh = QStringLiteral("编号位数"), .en = QStringLiteral("Digits")},
         .note = {.zh = QStringLiteral("编号补足几位；空为不补，或按 0001-0400 的写法"),
                  .en = QStringLiteral("how many digits the numbers have; empty: as written in Serials")}},
        digits, [](auto &r) -> auto & { return r.serialDigits; });
    column.write = [](const Material &material) {
        return material.serialDigits == 0 ? QString() : QString::number(material.serialDigits);
    };
    return column;
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<Material> &materialSheet()
{
    static const SheetPlan<Material> plan{
        .head = {.key = QStringLiteral("materials"),
                 .title = {.zh = QStringLiteral("物料"), .en = QStringLiteral("Materials")},
                 .aliases = {QStringLiteral("material"), QStringLiteral("物资"), QStringLiteral("物料表")},
                 .note = {.zh = QStringLiteral("带出去、要带回来的东西，和带编号的单据"),
                          .en = QStringLiteral("What goes out and comes back, and numbered documents")}},
        .columns = {
            ownCodeColumn<Material>(QStringLiteral("brochure"), {QStringLiteral("material")}),
            chineseNameColumn<Material>(),
            englishNameColumn<Material>(),
            choiceColumn<Material>(
                {.key = QStringLiteral("category"),
                 .title = {.zh = QStringLiteral("类别"), .en = QStringLiteral("Category")},
                 .aliases = {QStringLiteral("分类")},
                 .note = {.zh = QStringLiteral("documents 文件；print 印刷；reception 接待；signage 导示；decoration 气"
                                               "氛；stage 节目；gifts 礼品；catering 餐饮；equipment 设备"),
                          .en = QStringLiteral("documents, print, reception, signage, decoration, stage, gifts, "
                                               "catering or equipment")},
                 .isRequired = true},
                materialCategories(), [](auto &r) -> auto & { return r.category; }),
            numberColumn<Material>(
                {.key = QStringLiteral("planned"),
                 .title = {.zh = QStringLiteral("计划数量"), .en = QStringLiteral("Planned")},
                 .aliases = {QStringLiteral("数量"), QStringLiteral("count")},
                 .note = {.zh = QStringLiteral("多少件"), .en = QStringLiteral("how many")},
                 .isRequired = true},
                pieces, [](auto &r) -> auto & { return r.planned; }),
            ownZoneColumn<Material>({.zh = QStringLiteral("用在哪个区域；空为全场"),
                                     .en = QStringLiteral("code of the zone; empty: the whole hall")}),
            ownerColumn<Material>(),
            flagColumn<Material>(
                {.key = QStringLiteral("consumed"),
                 .title = {.zh = QStringLiteral("不收回"), .en = QStringLiteral("Used up")},
                 .aliases = {QStringLiteral("consumed"), QStringLiteral("消耗品")},
                 .note = {.zh = QStringLiteral("yes：发出去不收回"),
                          .en = QStringLiteral("yes: it is not expected back")}},
                [](auto &r) -> auto & { return r.isConsumed; }),
            flagColumn<Material>(
                {.key = QStringLiteral("needed"),
                 .title = {.zh = QStringLiteral("开门必备"), .en = QStringLiteral("Needed")},
                 .aliases = {QStringLiteral("必备")},
                 .note = {.zh = QStringLiteral("yes：到场不足不能开门"),
                          .en = QStringLiteral("yes: fewer on site than planned, and the day is not ready")}},
                [](auto &r) -> auto & { return r.isNeeded; }),
            boundedTextColumn<Material>(
                {.key = QStringLiteral("prefix"),
                 .title = {.zh = QStringLiteral("编号字头"), .en = QStringLiteral("Prefix")},
                 .note = {.zh = QStringLiteral("编号前的字母，如 RG"),
                          .en = QStringLiteral("what stands before the number, such as RG")}},
                wordCharactersMax, [](auto &r) -> auto & { return r.serialPrefix; }),
            {.head = {.key = QStringLiteral("serials"),
                      .title = {.zh = QStringLiteral("编号"), .en = QStringLiteral("Serials")},
                      .aliases = {QStringLiteral("编号范围")},
                      .note = {.zh = QStringLiteral("带编号的单据：首号到末号，如 1-400 或 0001-0400"),
                               .en = QStringLiteral("of numbered documents: the first and the last number, such as "
                                                    "1-400 or 0001-0400")}},
             .read = parseSerials,
             .write = serialsText},
            digitsColumn()}};
    return plan;
}

const SheetPlan<Target> &targetSheet()
{
    static const SheetPlan<Target> plan{
        .head = {.key = QStringLiteral("targets"),
                 .title = {.zh = QStringLiteral("目标"), .en = QStringLiteral("Targets")},
                 .aliases = {QStringLiteral("target"), QStringLiteral("指标")},
                 .note = {.zh = QStringLiteral("事先签字确认的目标，评估时对照"),
                          .en = QStringLiteral("What was to be reached, signed beforehand; the evaluation compares")}},
        .columns = {
            ownCodeColumn<Target>(QStringLiteral("signed_in"), {QStringLiteral("figure"), QStringLiteral("指标")}),
            {.head = {.key = QStringLiteral("value"),
                      .title = {.zh = QStringLiteral("目标值"), .en = QStringLiteral("Value")},
                      .note = {.zh = QStringLiteral("整数；金额以元计"),
                               .en = QStringLiteral("a whole number; amounts in the currency's unit")},
                      .isRequired = true},
             .read = [](Target &r, const QString &text) { return parseWhole(r.value, text); },
             .write = [](const Target &r) { return QString::number(r.value); }},
            boundedTextColumn<Target>(
                {.key = QStringLiteral("basis_zh"),
                 .title = {.zh = QStringLiteral("依据"), .en = QStringLiteral("Basis in Chinese")},
                 .aliases = {QStringLiteral("basis")},
                 .note = {.zh = QStringLiteral("怎么定的，谁签的"),
                          .en = QStringLiteral("how it was set and who signed it, in Chinese")}},
                guideCharactersMax, [](auto &r) -> auto & { return r.basis.zh; }),
            boundedTextColumn<Target>(
                {.key = QStringLiteral("basis_en"),
                 .title = {.zh = QStringLiteral("英文依据"), .en = QStringLiteral("Basis in English")},
                 .note = {.zh = QStringLiteral("依据的英文"), .en = QStringLiteral("the same in English")}},
                guideCharactersMax, [](auto &r) -> auto & { return r.basis.en; })}};
    return plan;
}

}  // namespace muster::plan
