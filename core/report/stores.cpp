// What was taken along and came back: materials by category, documents by their numbers.
#include "core/report/parts.h"
#include "core/venue/materials/materials.h"

namespace muster::report {
namespace {

Words categoryName(const QString &category)
{
    static const std::map<QString, Words> names{
        {k("documents"), words(u"文件", u"Documents")},   {k("print"), words(u"印刷", u"Print")},
        {k("reception"), words(u"接待", u"Reception")},   {k("signage"), words(u"导示", u"Signage")},
        {k("decoration"), words(u"气氛", u"Decoration")}, {k("stage"), words(u"节目", u"Stage")},
        {k("gifts"), words(u"礼品", u"Gifts")},           {k("catering"), words(u"餐饮", u"Catering")},
        {k("equipment"), words(u"设备", u"Equipment")}};
    const auto found = names.find(category);
    return found != names.end() ? found->second : category.isEmpty() ? words(u"其他", u"Other") : same(category);
}

struct Sums {
    qint64 planned = 0;
    qint64 onSite = 0;
    qint64 issued = 0;
    qint64 returned = 0;
    qint64 missing = 0;
    qint64 broken = 0;
    qint64 outstanding = 0;

    void add(const MaterialView &view)
    {
        planned += view.planned;
        onSite += view.onSite;
        issued += view.issued;
        returned += view.returned;
        missing += view.missing;
        broken += view.broken;
        outstanding += view.outstanding;
    }
    [[nodiscard]] std::vector<Cell> cells(Words name) const
    {
        return {std::move(name), planned, onSite, issued, returned, missing, broken, outstanding};
    }
};

std::vector<Column> columns(Words about)
{
    return {{k("what"), std::move(about), Unit::Words},   {k("planned"), words(u"计划", u"Planned")},
            {k("on_site"), words(u"到场", u"On site")},   {k("issued"), words(u"领用", u"Issued")},
            {k("returned"), words(u"归还", u"Returned")}, {k("missing"), words(u"缺失", u"Missing")},
            {k("broken"), words(u"损坏", u"Broken")},     {k("outstanding"), words(u"未归还", u"Outstanding")}};
}

Table documents(const std::vector<MaterialView> &views)
{
    Table table;
    table.key = k("serials");
    table.name = words(u"编号文件", u"Numbered documents");
    table.how = words(u"按编号：领用后应为已用、作废或归还；其余为未说明",
                      u"By serial: issued ones are to be used, void or returned");
    table.columns = {{k("what"), words(u"文件", u"Document"), Unit::Words},
                     {k("used"), words(u"已用", u"Used")},
                     {k("voided"), words(u"作废", u"Void")},
                     {k("unaccounted"), words(u"未说明", u"Unaccounted")},
                     {k("disputed"), words(u"说法不一", u"Disputed")}};
    qint64 facts = 0;
    for (const auto &view : views) {
        if (view.isNumbered) {
            facts += view.used + view.voided + view.unaccounted;
            table.rows.push_back({view.code,
                                  {named(view.name, view.code), qint64(view.used), qint64(view.voided),
                                   qint64(view.unaccounted), qint64(view.disputed.size())}});
        }
    }
    table.facts = facts;
    return table;
}

Table sumsTable(const QString &key, const Words &name, const Words &how, const Words &first, bool isAppendix)
{
    return {key, name, how, {}, {}, columns(first), {}, std::nullopt, isAppendix};
}

}  // namespace

Section stores(Reading &reading)
{
    Section section;
    section.key = k("materials");
    section.name = words(u"物料", u"Materials");
    const auto views = materials::viewsOf(reading.state, reading.setup);
    if (views.empty()) {
        return section;
    }
    const auto how =
        words(u"按领用、归还等记录相加；消耗品不要求归还", u"Sums of what was counted; consumables need not come back");
    auto each = sumsTable(k("materials"), words(u"各项物料", u"Materials"), how, words(u"物料", u"Material"), true);
    auto byCategory = sumsTable(k("materials_by_category"), words(u"按类别", u"Materials by category"), how,
                                words(u"类别", u"Category"), false);
    std::map<QString, Sums> sums;
    Sums all;
    qint64 expected = 0;
    qint64 back = 0;
    qint64 unaccounted = 0;
    QStringList order;
    for (const auto &view : views) {
        Sums one;
        one.add(view);
        all.add(view);
        sums[view.category].add(view);
        order << (order.contains(view.category) ? QStringList() : QStringList{view.category});
        each.rows.push_back({view.code, one.cells(named(view.name, view.code))});
        const auto *planned = findByCode(reading.setup.materials, view.code);
        if (planned != nullptr && !planned->isConsumed && !view.isNumbered) {
            expected += view.issued;
            back += view.returned;
        }
        unaccounted += view.unaccounted;
        if (const auto doubt = materials::doubtOf(view)) {
            addDoubt(each.doubt, *doubt);
        }
    }
    for (const auto &category : order) {
        byCategory.rows.push_back({category, sums[category].cells(categoryName(category))});
    }
    each.facts = byCategory.facts = all.onSite + all.issued + all.returned;
    section.figures = {
        figure("materials_back", words(u"物料归还率", u"Materials back"), shareOf(std::max<qint64>(back, 0), expected),
               expected,
               words(u"归还 ÷ 领用（消耗品与编号文件不计）",
                     u"Returned, of issued; without consumables and numbered documents"),
               Unit::Percent),
        figure("materials_outstanding", words(u"未归还", u"Outstanding"), all.outstanding, all.issued, how),
        figure("materials_missing", words(u"缺失", u"Missing"), all.missing, all.onSite, how),
        figure("materials_broken", words(u"损坏", u"Broken"), all.broken, all.onSite, how),
        figure("serials_unaccounted", words(u"未说明的编号", u"Serials unaccounted for"), unaccounted, unaccounted,
               words(u"已领用而未说明用途的编号文件", u"Issued, and neither used, void nor returned"))};
    section.tables = {std::move(byCategory)};
    if (auto numbered = documents(views); !numbered.rows.empty()) {
        section.tables.push_back(std::move(numbered));
    }
    section.tables.push_back(std::move(each));
    return section;
}

}  // namespace muster::report
