// Goal: workbooks of any program are read as a person sees them, and hostile ones are refused in bounded memory.
// Method: workbooks put together by hand with libzip, part by part; seeded mutations of parts and of the archive.
#include "core/plan/plan_writer.h"
#include "core/plan/xlsx_cells.h"
#include "tests/plan/support.h"
#include "tests/support/seeded_random.h"

#include <array>
#include <zip.h>

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

namespace {

using Parts = QMap<QString, QByteArray>;

Parts workbook(const QByteArray &sheetData, const QByteArray &sharedStrings = {})
{
    const QByteArray types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return {{q("_rels/.rels"), "<Relationships><Relationship Id=\"r1\" Type=\"" + types +
                                   "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
            {q("xl/workbook.xml"), "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook><workbookPr/><sheets><sheet "
                                   "name=\"guests\" sheetId=\"1\" r:id=\"r1\" xmlns:r=\"x\"/></sheets></workbook>"},
            {q("xl/_rels/workbook.xml.rels"),
             "<Relationships><Relationship Id=\"r1\" Type=\"" + types +
                 "worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + types +
                 "styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"" + types +
                 "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
            {q("xl/styles.xml"),
             "<styleSheet><numFmts><numFmt numFmtId=\"170\" "
             "formatCode=\"[$-804]yyyy\\-mm\\-dd\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
             "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"22\"/><xf "
             "numFmtId=\"170\"/></cellXfs></styleSheet>"},
            {q("xl/sharedStrings.xml"), "<sst>" + sharedStrings + "</sst>"},
            {q("xl/worksheets/sheet1.xml"), "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>"}};
}

QString pack(const muster::test::TempDir &dir, const Parts &parts)
{
    const QString path = dir.file(q("x.xlsx"));
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    REQUIRE(archive != nullptr);
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        zip_source_t *source = zip_source_buffer(archive, part->constData(), zip_uint64_t(part->size()), 0);
        REQUIRE(zip_file_add(archive, part.key().toUtf8().constData(), source, ZIP_FL_OVERWRITE) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
    return path;
}

std::string refusal(const Parts &parts)
{
    const muster::test::TempDir dir;
    Findings findings;
    (void)rowsOf(pack(dir, parts), findings);
    return words(findings.sorted());
}

}  // namespace

TEST_CASE("cells come as a person sees them", "[plan][xlsx]")
{
    const muster::test::TempDir dir;
    const QString path = pack(
        dir, workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" "
                      "t=\"inlineStr\"><is><t>inline</t></is></c></row>"
                      "<row r=\"3\"><c r=\"A3\"><v>13800000001</v></c><c r=\"B3\"><v>1.38E+10</v></c><c r=\"C3\" "
                      "s=\"1\"><v>46354</v></c><c r=\"D3\" s=\"2\"><v>0.395833333333333</v></c>"
                      "<c r=\"E3\" s=\"3\"><v>46354.5</v></c><c r=\"F3\" s=\"4\"><v>46354</v></c><c r=\"H3\" "
                      "t=\"b\"><v>1</v></c></row>"
                      "<row><c t=\"str\"><f>A1&amp;B1</f><v>joined</v></c><c><f>cmd|'x'!A0</f></c><c><v>0.1</v></c><c "
                      "t=\"e\"><v>#N/A</v></c></row>"
                      "<row r=\"9\"><c r=\"A9\" s=\"3\"/></row>",
                      "<si><t xml:space=\"preserve\"> 王小明 "
                      "</t></si><si><r><t>rich</t></r><rPh><t>hint</t></rPh><r><t>_x0041_</t></r></si>"));
    Findings findings;
    const QStringList rows = rowsOf(path, findings);
    CHECK(words(findings.sorted()).empty());
    REQUIRE(rows.size() == 4);
    CHECK(rows[0] == q("1:王小明|richA|inline"));
    CHECK(rows[1] == q("3:13800000001|13800000000|2026-11-28|09:30|2026-11-28 12:00|2026-11-28||TRUE"));
    CHECK(rows[2] == q("4:joined|=cmd|'x'!A0|0.1|#N/A"));
}

TEST_CASE("number formats are told apart", "[plan][xlsx]")
{
    CHECK(formatOf(0, u"") == CellFormat::General);
    CHECK(formatOf(165, u"0.00\"days\"") == CellFormat::General);
    CHECK(formatOf(165, u"[Red]#,##0") == CellFormat::General);
    CHECK(formatOf(165, u"yyyy\"年\"m\"月\"d\"日\"") == CellFormat::Date);
    CHECK(formatOf(165, u"h:mm AM/PM") == CellFormat::Time);
    CHECK(formatOf(165, u"[h]:mm") == CellFormat::Time);
    CHECK(formatOf(165, u"yyyy-mm-dd hh:mm") == CellFormat::DateTime);
    CHECK(textOfNumber(u"1.0625", CellFormat::Time, false) == q("25:30"));
    CHECK(textOfNumber(u"44892", CellFormat::Date, true) == q("2026-11-28"));
    CHECK(textOfNumber(u"nan", CellFormat::Date, false) == q("nan"));
    CHECK(textOfNumber(u"1e300", CellFormat::Date, false) == q("1e+300"));
    CHECK(columnOfReference(u"XFD1") == 16'384);
    CHECK_FALSE(columnOfReference(u"XFE1").has_value());
    CHECK_FALSE(columnOfReference(u"ZZZZZZZZZZZZ1").has_value());
    CHECK_FALSE(columnOfReference(u"12").has_value());
}

TEST_CASE("a document type, a bomb, a huge cell or too many columns are refused", "[plan][xlsx][limits]")
{
    const QByteArray row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
    SECTION("a document type in any part")
    {
        for (const char *part :
             {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"}) {
            Parts parts = workbook(row);
            parts[q(part)].prepend("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]>");
            INFO(part);
            CHECK_THAT(refusal(parts), Catch::Contains("cannot be read") || Catch::Contains("no spreadsheet"));
        }
    }
    SECTION("a document type in another encoding")
    {
        Parts parts = workbook(row);
        parts[q("xl/worksheets/sheet1.xml")] = QByteArray("\xff\xfe<\0a\0/\0>\0", 10);
        CHECK_THAT(refusal(parts), Catch::Contains("not UTF-8"));
    }
    SECTION("a part that unpacks to a thousand times its size")
    {
        Parts parts = workbook(row);
        parts[q("xl/worksheets/sheet1.xml")] = QByteArray(64 << 20, ' ');
        CHECK_THAT(refusal(parts), Catch::Contains("unpacks to more than 500 times its size"));
    }
    SECTION("too many parts")
    {
        Parts parts = workbook(row);
        for (int i = 0; i < xlsxPartsMax; ++i) {
            parts[q("p") + QString::number(i)] = "x";
        }
        CHECK_THAT(refusal(parts), Catch::Contains("more than 2000 parts"));
    }
    SECTION("a cell or a row beyond the limits")
    {
        const QByteArray longText(cellCharactersMax + 1, 'x');
        CHECK_THAT(
            refusal(workbook("<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t>" + longText + "</t></is></c></row>")),
            Catch::Contains("E guests!B7: the cell is longer than 4096 characters"));
        CHECK_THAT(refusal(workbook("<row r=\"7\"><c r=\"GS7\"><v>1</v></c></row>")),
                   Catch::Contains("E guests!GS7: beyond 200 columns"));
    }
    SECTION("what is no workbook at all")
    {
        CHECK_THAT(refusal({{q("a.txt"), "x"}}), Catch::Contains("it is no spreadsheet"));
        CHECK_THAT(refusal({{q("content.xml"), "x"}, {q("mimetype"), "x"}}),
                   Catch::Contains("OpenDocument file: save it as .xlsx"));
        const muster::test::TempDir dir;
        Findings findings;
        (void)rowsOf(write(dir, q("old.xls"), QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", 12)), findings);
        CHECK_THAT(words(findings.sorted()), Catch::Contains("old .xls file or has a password: save it as .xlsx"));
    }
}

TEST_CASE("no bytes break the workbook reader", "[plan][xlsx][fuzz]")
{
    const Parts good = workbook(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>"
        "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46354</v></c><c r=\"B2\" t=\"str\"><f>A1</f><v>x</v></c></row>",
        "<si><t>代码</t></si><si><r><t>a</t></r></si>");
    muster::test::SeededRandom random(4711);
    const std::array<QByteArray, 8> pieces{"<", ">", "\"", "&", "</c>", "<c r=\"ZZZ1\">", "99999999999", "\xff"};
    int refused = 0;
    for (int round = 0; round < 1'500; ++round) {
        Parts parts = good;
        QByteArray &part = parts[parts.keys().at(qsizetype(random.below(quint64(parts.size()))))];
        for (quint64 i = 0, changes = 1 + random.below(5); i < changes && !part.isEmpty(); ++i) {
            const auto at = qsizetype(random.below(quint64(part.size())));
            switch (random.below(3)) {
            case 0: part[at] = char(random.below(256)); break;
            case 1: part.remove(at, 1 + qsizetype(random.below(12))); break;
            default: part.insert(at, pieces[random.below(pieces.size())]); break;
            }
        }
        const muster::test::TempDir dir;
        const QString path = pack(dir, parts);
        if (round % 3 == 0) {  // The archive itself, too.
            QFile file(path);
            REQUIRE(file.open(QIODevice::ReadWrite));
            QByteArray bytes = file.readAll();
            bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.below(256));
            file.seek(0);
            file.write(bytes);
        }
        Findings findings;
        const QStringList rows = rowsOf(path, findings);
        CHECK(rows.size() < 20);
        refused += findings.hasErrors() ? 1 : 0;
    }
    CHECK(refused > 500);  // Damage is mostly noticed.
}
