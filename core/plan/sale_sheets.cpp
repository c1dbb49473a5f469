#include "core/plan/sheets.h"

namespace muster::plan {

const SheetPlan<SaleUnit> &unitSheet()
{
    static const SheetPlan<SaleUnit> plan{
        .head = {.key = QStringLiteral("units"),
                 .title = {.zh = QStringLiteral("房源"), .en = QStringLiteral("Units")},
                 .aliases = {QStringLiteral("unit"), QStringLiteral("车位")},
                 .note = {.zh = QStringLiteral("只有一份的东西：一套房、一个车位，一行一件"),
                          .en = QStringLiteral("Things of which there is one: a flat, a parking bay")}},
        .columns = {
            ownCodeColumn<SaleUnit>(QStringLiteral("1-0501"), {QStringLiteral("unit"), QStringLiteral("房号")}),
            chineseNameColumn<SaleUnit>(), englishNameColumn<SaleUnit>(),
            textColumn<SaleUnit>(
                {.key = QStringLiteral("building"),
                 .title = {.zh = QStringLiteral("楼栋"), .en = QStringLiteral("Building")},
                 .aliases = {QStringLiteral("栋"), QStringLiteral("栋号")},
                 .note = {.zh = QStringLiteral("如 1"), .en = QStringLiteral("such as 1")}},
                [](auto &r) -> auto & { return r.building; }),
            textColumn<SaleUnit>(
                {.key = QStringLiteral("floor"),
                 .title = {.zh = QStringLiteral("楼层"), .en = QStringLiteral("Floor")},
                 .note = {.zh = QStringLiteral("如 5"), .en = QStringLiteral("such as 5")}},
                [](auto &r) -> auto & { return r.floor; }),
            textColumn<SaleUnit>(
                {.key = QStringLiteral("type"),
                 .title = {.zh = QStringLiteral("户型"), .en = QStringLiteral("Type")},
                 .aliases = {QStringLiteral("类型"), QStringLiteral("layout")},
                 .note = {.zh = QStringLiteral("如 三房 105㎡"), .en = QStringLiteral("such as 3 rooms 105 m²")}},
                [](auto &r) -> auto & { return r.type; }),
            amountColumn<SaleUnit>(
                {.key = QStringLiteral("price"),
                 .title = {.zh = QStringLiteral("总价"), .en = QStringLiteral("Price")},
                 .aliases = {QStringLiteral("价格")},
                 .note = {.zh = QStringLiteral("整套总价（元），最多两位小数，如 1280000"),
                          .en = QStringLiteral("of the whole unit, at most two decimals, such as "
                                               "1280000")}},
                [](auto &r) -> auto & { return r.price; }),
            codeColumn<SaleUnit>(
                {.key = QStringLiteral("desk"),
                 .title = {.zh = QStringLiteral("归属台"), .en = QStringLiteral("Desk")},
                 .aliases = {QStringLiteral("设备"), QStringLiteral("station")},
                 .note = {.zh = QStringLiteral("断网时只有这台设备能卖；空为总指挥统一销控"),
                          .en = QStringLiteral("code of the station that alone may sell it while cut "
                                               "off; empty: the coordinator")},
                 .refersTo = QStringLiteral("stations")},
                [](auto &r) -> auto & { return r.desk; })}};
    return plan;
}

const SheetPlan<Merchant> &merchantSheet()
{
    static const SheetPlan<Merchant> plan{
        .head = {.key = QStringLiteral("merchants"),
                 .title = {.zh = QStringLiteral("商户"), .en = QStringLiteral("Merchants")},
                 .aliases = {QStringLiteral("商家"), QStringLiteral("品牌"), QStringLiteral("merchant")},
                 .note = {.zh = QStringLiteral("现场另有销售的商户或品牌"),
                          .en = QStringLiteral("Who else sells on the day: shops, brands")}},
        .columns = {
            ownCodeColumn<Merchant>(QStringLiteral("bank"), {QStringLiteral("merchant")}),
            chineseNameColumn<Merchant>(), englishNameColumn<Merchant>(),
            codeColumn<Merchant>(
                {.key = QStringLiteral("zone"),
                 .title = {.zh = QStringLiteral("区域"), .en = QStringLiteral("Zone")},
                 .aliases = {QStringLiteral("所在区域")},
                 .note = {.zh = QStringLiteral("在哪个区域"), .en = QStringLiteral("code of the zone where it stands")},
                 .refersTo = QStringLiteral("zones")},
                [](auto &r) -> auto & { return r.zone; })}};
    return plan;
}

}  // namespace muster::plan
