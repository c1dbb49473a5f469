#include "deploy/sample/sample_plan.h"

#include <array>

namespace muster::sample {
namespace {

constexpr int buildings = 6;
constexpr int floors = 15;

struct Layout {
    const char16_t *name;
    int squareMetres;
};

/// Four flats a floor, the largest at both ends.
constexpr std::array<Layout, 4> layouts{
    {{u"四房 143㎡", 143}, {u"两房 78㎡", 78}, {u"三房 98㎡", 98}, {u"三房 118㎡", 118}}};

/// By the square metre: more with the height and the distance from the road, less on top under the roof.
qint64 priceOf(int building, int floor, int squareMetres)
{
    const int perSquareMetre = 15'800 + building * 150 + floor * 60 - (floor == floors ? 400 : 0);
    return qint64(perSquareMetre) * squareMetres * 100;
}

}  // namespace

/// The coordinator holds the right to every one: a desk that is cut off sells none.
std::vector<SaleUnit> units()
{
    std::vector<SaleUnit> all;
    for (int building = 1; building <= buildings; ++building) {
        for (int floor = 1; floor <= floors; ++floor) {
            for (int door = 1; door <= int(layouts.size()); ++door) {
                const Layout &layout = layouts.at(std::size_t(door - 1));
                const auto room = QStringLiteral("%1%2").arg(floor, 2, 10, QChar(u'0')).arg(door, 2, 10, QChar(u'0'));
                all.push_back({.code = QStringLiteral("%1-%2").arg(building).arg(room),
                               .name = {.zh = QStringLiteral("%1 栋 %2").arg(building).arg(room),
                                        .en = QStringLiteral("Building %1, %2").arg(building).arg(room)},
                               .building = QString::number(building),
                               .floor = QString::number(floor),
                               .type = text(layout.name),
                               .price = priceOf(building, floor, layout.squareMetres),
                               .desk = {}});
            }
        }
    }
    return all;
}

std::vector<Merchant> merchants()
{
    const auto merchant = [](const char16_t *code, const char16_t *zh, const char16_t *en) {
        return Merchant{.code = text(code), .name = {.zh = text(zh), .en = text(en)}, .zone = QStringLiteral("I")};
    };
    return {merchant(u"mortgage", u"示例银行按揭", u"Example Bank mortgages"),
            merchant(u"interior", u"示例家装", u"Example Interiors"),
            merchant(u"kitchen", u"示例橱柜", u"Example Kitchens"),
            merchant(u"appliances", u"示例家电", u"Example Appliances"),
            merchant(u"furniture", u"示例家具", u"Example Furniture"),
            merchant(u"parking", u"示例物业车位", u"Example Parking")};
}

}  // namespace muster::sample
