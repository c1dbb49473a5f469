// Goal: the pictures of the evaluation are right and can be read: heights follow the figures, labels stay inside.
// Method: small tables with known figures as pictures, taken apart as XML; every picture of a played day is looked
// over.
#include "core/report/charts.h"
#include "tests/report/true_day.h"

#include <QXmlStreamReader>

using namespace muster;
using namespace muster::test;

namespace {

struct Shape {
    QString name;
    QMap<QString, QString> attributes;
    QString text;
    [[nodiscard]] double at(const char *attribute) const { return attributes.value(q(attribute)).toDouble(); }
};

std::vector<Shape> shapesOf(const QString &svg)
{
    std::vector<Shape> shapes;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            Shape shape{reader.name().toString(), {}, {}};
            for (const auto &attribute : reader.attributes()) {
                shape.attributes.insert(attribute.name().toString(), attribute.value().toString());
            }
            if (shape.name == QLatin1String("text")) {
                shape.text = reader.readElementText();
            }
            shapes.push_back(std::move(shape));
        }
    }
    INFO(svg.toStdString());
    REQUIRE_FALSE(reader.hasError());
    return shapes;
}

report::Report reportOfDay()
{
    report::Report report;
    report.day = q("2026-11-28");
    report.timeZone = q("Asia/Shanghai");
    return report;
}

report::Table timeTable(const std::vector<qint64> &values, report::Chart::Kind kind)
{
    report::Table table;
    table.name = {QStringLiteral("到达"), q("Arrivals")};
    table.columns = {{q("at"), {}, report::Unit::Time}, {q("zone_A"), {q("A"), q("A")}}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = 1'795'827'600'000 + qint64(i) * 900'000;  // 09:00 in Shanghai.
        table.rows.push_back({QString::number(i), {at, values[i]}});
    }
    table.chart = report::Chart{kind, {q("zone_A")}, {}};
    return table;
}

void checkInside(const QString &svg)
{
    const auto shapes = shapesOf(svg);
    const auto box = shapes.front().attributes.value(q("viewBox")).split(QLatin1Char(' '));
    const double width = box.at(2).toDouble();
    const double height = box.at(3).toDouble();
    for (const auto &shape : shapes) {
        if (shape.name == QLatin1String("rect")) {
            CHECK(shape.at("x") >= 0);
            CHECK(shape.at("x") + shape.at("width") <= width + 0.2);
            CHECK(shape.at("y") >= 0);
            CHECK(shape.at("y") + shape.at("height") <= height + 0.2);
        } else if (shape.name == QLatin1String("text")) {
            INFO(shape.text.toStdString());
            CHECK(shape.at("y") <= height);
            CHECK(shape.at("x") >= 0);
            CHECK(shape.at("x") <= width);
        }
    }
}

}  // namespace

TEST_CASE("columns are as high as their figures", "[report][charts]")
{
    const report::Shower shower(reportOfDay(), report::Language::English);
    const auto svgs = chartsOf(timeTable({10, 40, 20, 0}, report::Chart::Kind::Columns), shower, {});
    REQUIRE(svgs.size() == 1);
    checkInside(svgs.front());
    std::vector<double> heights;
    QStringList labels;
    for (const auto &shape : shapesOf(svgs.front())) {
        if (shape.name == QLatin1String("rect")) {
            heights.push_back(shape.at("height"));
        } else if (shape.name == QLatin1String("text")) {
            labels << shape.text;
        }
    }
    REQUIRE(heights.size() == 4);
    CHECK(std::abs(heights[1] - 4 * heights[0]) < 0.5);
    CHECK(std::abs(heights[2] - 2 * heights[0]) < 0.5);
    CHECK(heights[3] == 0);
    CHECK(labels.contains(q("09:00")));
    CHECK(labels.contains(q("09:45")));
    CHECK(labels.contains(q("40")));
}

TEST_CASE("a panel shows what was approved, and what exceeded it", "[report][charts]")
{
    const report::Shower shower(reportOfDay(), report::Language::English);
    auto table = timeTable({10, 120, 20}, report::Chart::Kind::Panels);
    table.chart->limits = {100};
    const auto svgs = chartsOf(table, shower, {});
    REQUIRE(svgs.size() == 1);
    checkInside(svgs.front());
    CHECK(svgs.front().contains(q("120 / 100")));
    CHECK(svgs.front().count(report::ChartStyle().limit) == 2);  // The line, and the figure beside it.
    table.chart->limits = {200};
    CHECK(chartsOf(table, shower, {}).front().count(report::ChartStyle().limit) == 1);
}

TEST_CASE("nothing is drawn of nothing", "[report][charts]")
{
    const report::Shower shower(reportOfDay(), report::Language::English);
    CHECK(chartsOf(timeTable({}, report::Chart::Kind::Columns), shower, {}).isEmpty());
    CHECK(chartsOf(timeTable({0, 0}, report::Chart::Kind::Columns), shower, {}).isEmpty());
}

TEST_CASE("every picture of a day stays within its frame", "[report][charts]")
{
    TrueDay day(5);
    day.play(200);
    const auto report = day.hall.evaluate();
    const report::Shower shower(report, report::Language::Both);
    int count = 0;
    for (const auto &section : report.sections) {
        for (const auto &table : section.tables) {
            for (const auto &svg : chartsOf(table, shower, {})) {
                checkInside(svg);
                ++count;
            }
        }
    }
    CHECK(count > 8);
}
