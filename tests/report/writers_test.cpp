// Goal: what leaves the program is safe to open, says no names, and is the same whenever it is written again.
// Method: a day with hostile words in its plan, written in every form and read back with other readers.
#include "tests/report/true_day.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace muster;
using namespace muster::test;

namespace {

EventSetup hostilePlan()
{
    auto plan = reportPlan();
    plan.name = {QStringLiteral("开盘 <b>&"), QStringLiteral("Opening \"day\" </style><script>alert(1)</script>")};
    plan.merchants[0].name = {q("=HYPERLINK(\"http://x\")"), q("=HYPERLINK(\"http://x\")")};
    plan.zones[0].name = {q("-1+2"), q("@SUM(A1), \"x\"")};
    plan.classes[0].name = {q("%1 %2 %9"), q("%1 %2 %9")};
    return plan;
}

report::Report hostileDay()
{
    ReportHall hall(hostilePlan());
    hall.invite(q("1"));
    hall.syncAll();
    REQUIRE(hall.signIn(kiosk, q("C-1"), true).outcome == Outcome::Admitted);
    hall.sync(kiosk, 0);
    sales::Record sale;
    sale.merchant = q("cafe");
    sale.amount = 250;
    REQUIRE(hall.decide(kiosk, sale).outcome == Outcome::Done);
    hall.sync(kiosk, 0);
    report::Sources sources;
    sources.generatedAt = fromMsecs(1'795'000'000'000);
    return hall.evaluate(0, sources);
}

/// Fields of a line as RFC 4180 has them.
QStringList fieldsOf(const QString &line)
{
    QStringList fields{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto c = line[i];
        if (c == QLatin1Char('"') && isQuoted && line.mid(i + 1, 1) == QLatin1String("\"")) {
            fields.last() += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (c == QLatin1Char(',') && !isQuoted) {
            fields << QString();
        } else {
            fields.last() += c;
        }
    }
    return fields;
}

}  // namespace

TEST_CASE("the page needs nothing but itself", "[report][html]")
{
    const auto report = hostileDay();
    for (const auto language : {report::Language::Both, report::Language::Chinese, report::Language::English}) {
        const auto html = report::toHtml(report, language);
        QXmlStreamReader reader(html);
        int svgCount = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement()) {
                const auto name = reader.name().toString();
                svgCount += name == QLatin1String("svg") ? 1 : 0;
                CHECK(name != QLatin1String("script"));
                CHECK(name != QLatin1String("link"));
                CHECK(name != QLatin1String("img"));
                for (const auto &attribute : reader.attributes()) {
                    CHECK_FALSE(attribute.name() == QLatin1String("src"));
                    CHECK_FALSE(attribute.name() == QLatin1String("href"));
                    CHECK_FALSE(attribute.name().startsWith(QLatin1String("on")));
                }
            }
        }
        INFO(reader.errorString().toStdString() << " in line " << reader.lineNumber());
        CHECK_FALSE(reader.hasError());
        CHECK(svgCount > 3);
        CHECK_FALSE(html.contains("url("));
        CHECK_FALSE(html.contains("@import"));
        CHECK(html.contains("%1 %2 %9"));
        CHECK(html == report::toHtml(report, language));
    }
}

TEST_CASE("a page in one language has no words of the other", "[report][html]")
{
    ReportHall hall;
    const auto report = hall.evaluate();
    CHECK_FALSE(report::toHtml(report, report::Language::Chinese).contains("Attendance"));
    CHECK_FALSE(report::toHtml(report, report::Language::English).contains(QStringLiteral("到场").toUtf8()));
    const auto both = report::toHtml(report);
    CHECK(both.contains("Attendance"));
    CHECK(both.contains(QStringLiteral("到场").toUtf8()));
}

TEST_CASE("no text of a spreadsheet starts a formula", "[report][csv]")
{
    const auto csv = report::toCsv(hostileDay());
    CHECK(csv.startsWith("\xef\xbb\xbf"));
    const QRegularExpression number(q("^-?[0-9]+(\\.[0-9]+)?$"));
    int lineCount = 0;
    for (const auto &line : QString::fromUtf8(csv.mid(3)).split(QLatin1Char('\n'))) {
        ++lineCount;
        for (const auto &field : fieldsOf(line)) {
            INFO(field.toStdString());
            const bool isDangerous = !field.isEmpty() && q("=+-@\t\r").contains(field.front());
            CHECK((!isDangerous || number.match(field).hasMatch()));
        }
    }
    CHECK(lineCount > 100);
    CHECK(csv.contains("'=HYPERLINK"));
    CHECK(csv.contains("2.50"));
}

TEST_CASE("programs read figures by their keys", "[report][json]")
{
    const auto report = hostileDay();
    const auto bytes = report::toJson(report);
    CHECK(bytes == report::toJson(report));
    const auto json = QJsonDocument::fromJson(bytes).object();
    CHECK(json.value(q("format")) == q("muster-report/1"));
    CHECK(json.value(q("generated_at")) == q("2026-11-18T11:06:40Z"));
    CHECK(json.value(q("time_zone")) == q("Asia/Shanghai"));
    CHECK(json.value(q("known")) == true);
    QStringList keys;
    QMap<QString, QJsonObject> figures;
    for (const auto &section : json.value(q("sections")).toArray()) {
        for (const auto &value : section.toObject().value(q("figures")).toArray()) {
            const auto figure = value.toObject();
            keys << figure.value(q("key")).toString();
            figures.insert(keys.last(), figure);
            CHECK(figure.contains(q("value")));
            CHECK_FALSE(figure.value(q("how")).toObject().value(q("zh")).toString().isEmpty());
            CHECK_FALSE(figure.value(q("how")).toObject().value(q("en")).toString().isEmpty());
        }
        for (const auto &value : section.toObject().value(q("tables")).toArray()) {
            const auto table = value.toObject();
            CHECK_FALSE(table.value(q("how")).toObject().value(q("zh")).toString().isEmpty());
            for (const auto &row : table.value(q("rows")).toArray()) {
                CHECK(row.toObject().value(q("values")).toObject().size() ==
                      table.value(q("columns")).toArray().size());
            }
        }
    }
    CHECK(keys.removeDuplicates() == 0);
    CHECK(figures[q("sale_amount")].value(q("value")) == q("2.50"));
    CHECK(figures[q("turnout")].value(q("value")) == 100.0);
    CHECK(figures[q("satisfaction")].value(q("value")).isNull());
    CHECK(figures[q("signed_in")].value(q("target")).toObject().value(q("difference")) == -99);
    CHECK(json.value(q("targets_without_figure")).toArray().at(0).toObject().value(q("key")) == q("applause"));
}

TEST_CASE("nobody is named", "[report]")
{
    TrueDay day(11);
    day.play(120);
    const auto report = day.hall.evaluate();
    for (const auto &bytes : {report::toJson(report), report::toCsv(report), report::toHtml(report)}) {
        CHECK_FALSE(bytes.contains(QStringLiteral("王五").toUtf8()));
        for (const auto &guest : day.guests) {
            CHECK_FALSE(bytes.contains(guest.id.toHex().toUtf8()));
            CHECK((guest.code.isEmpty() || !bytes.contains(guest.code.toUtf8())));
        }
    }
}
