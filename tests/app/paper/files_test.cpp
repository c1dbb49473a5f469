// Goal: paper is written whole or not at all, fits its pages, and the last hours are kept and no more.
// Method: sheets made by hand into folders of the test's own; pages looked at as pictures, files as bytes.
#include "app/paper/paper_folder.h"
#include "app/paper/sheet_writer.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QDir>
#include <QFile>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

paper::Sheet sheetOf(int rowCount)
{
    paper::Sheet sheet;
    sheet.event = q("开盘日");
    sheet.title = q("State of the day");
    sheet.about = q("as of 09:58");
    sheet.pagePattern = q("Page %1 of %2");
    sheet.language = q("en");
    paper::Table table;
    table.key = q("list");
    table.title = q("List");
    table.columns = {{q("Name"), 3, false}, {q("Count"), 1, true}};
    for (int i = 0; i < rowCount; ++i) {
        table.rows.push_back({{q("Row %1").arg(i), QString::number(i)}, i % 2 == 0});
    }
    sheet.tables.push_back(table);
    return sheet;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

bool isInk(const QImage &picture, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (qGray(picture.pixel(x, y)) < 128) {
                return true;
            }
        }
    }
    return false;
}

const WallTime nine = fromMsecs(1'795'827'480'000);  // 2026-11-28 00:58 UTC

}  // namespace

SCENARIO("a sheet becomes a file", "[paper]")
{
    TempDir folder;
    WHEN("it is a page for the screen")
    {
        const auto path = folder.file(q("day.html"));
        REQUIRE(paper::write(path, sheetOf(3)));
        CHECK(bytesOf(path).contains("Row 2"));
    }
    WHEN("it is for a printer")
    {
        const auto path = folder.file(q("day.pdf"));
        REQUIRE(paper::write(path, sheetOf(200)));
        const auto pdf = bytesOf(path);
        CHECK(pdf.startsWith("%PDF"));
        CHECK(pdf.count("/Type /Page\n") == qsizetype(paper::toPictures(sheetOf(200), 60).size()));
        CHECK_FALSE(QFile::permissions(path).testFlag(QFile::ReadOther));
    }
    WHEN("its name ends otherwise, or its folder is not there")
    {
        CHECK(paper::write(folder.file(q("day.doc")), sheetOf(1)).error().code == ErrorCode::Invalid);
        const auto refused = paper::write(folder.file(q("nowhere/day.pdf")), sheetOf(1));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Storage);
        CHECK(refused.error().detail.contains(q("nowhere/day.pdf")));
        CHECK(refused.error().detail.contains(q("free some space")));
    }
}

SCENARIO("long lists go on over pages", "[paper]")
{
    const auto one = paper::toPictures(sheetOf(5), 60);
    const auto many = paper::toPictures(sheetOf(200), 60);
    CHECK(one.size() == 1);
    CHECK(many.size() > 3);
    THEN("nothing is written into the margins, and every page has its frame")
    {
        for (const auto &page : many) {
            CHECK_FALSE(isInk(page, QRect(0, page.height() - 20, page.width(), 20)));
            CHECK_FALSE(isInk(page, QRect(0, 0, 20, page.height())));
            CHECK(isInk(page, QRect(page.width() - 120, 25, 90, 20)));  // "Page n of m"
        }
    }
    THEN("forms may lie across")
    {
        auto wide = sheetOf(5);
        wide.isLandscape = true;
        const auto page = paper::toPictures(wide, 60).front();
        CHECK(page.width() > page.height());
    }
    THEN("a word that is longer than its page is cut, not endless")
    {
        auto sheet = sheetOf(1);
        sheet.tables.front().rows.front().cells[0] = QString(50'000, QChar(u'x'));
        CHECK(paper::toPictures(sheet, 60).size() <= 3);
    }
}

SCENARIO("the last hours are kept", "[paper]")
{
    TempDir folder;
    const paper::PaperFolder papers(folder.file(q("paper")));
    const QTimeZone shanghai("Asia/Shanghai");
    CHECK(papers.fileFor(nine, shanghai).endsWith(q("paper/state-20261128-0858.pdf")));
    for (int hour = 0; hour < paper::PaperFolder::keptMax + 5; ++hour) {
        REQUIRE(papers.keep(papers.fileFor(nine + std::chrono::hours(hour), shanghai), "pdf"));
    }
    const auto files = papers.files();
    REQUIRE(files.size() == paper::PaperFolder::keptMax);
    CHECK(files.first() == papers.fileFor(nine + std::chrono::hours(paper::PaperFolder::keptMax + 4), shanghai));
    CHECK(files.last() == papers.fileFor(nine + 5h, shanghai));
    THEN("those that may name who is to be forgotten go, once")
    {
        REQUIRE(papers.dropOld(0));
        CHECK(papers.files().isEmpty());
        REQUIRE(papers.keep(papers.fileFor(nine, shanghai), "pdf"));
        REQUIRE(papers.dropOld(0));
        CHECK(papers.files().size() == 1);
        REQUIRE(papers.dropOld(1));
        CHECK(papers.files().isEmpty());
        CHECK(papers.forgottenCount() == 1);
    }
}

SCENARIO("a folder that cannot be written", "[paper]")
{
    TempDir folder;
    QFile inTheWay(folder.file(q("paper")));
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    const paper::PaperFolder papers(inTheWay.fileName());
    const auto kept = papers.keep(papers.fileFor(nine, QTimeZone::utc()), "pdf");
    REQUIRE_FALSE(kept);
    CHECK(kept.error().code == ErrorCode::Storage);
    CHECK(kept.error().detail.contains(inTheWay.fileName()));
}

SCENARIO("hours are those of the place", "[paper]")
{
    const QTimeZone kolkata("Asia/Kolkata");  // Half an hour beside the others.
    const auto before = fromMsecs(0) + 29min;
    CHECK(paper::hourOf(before, kolkata) + 1 == paper::hourOf(before + 1min, kolkata));
    CHECK(paper::hourOf(before, QTimeZone::utc()) == paper::hourOf(before + 1min, QTimeZone::utc()));
}
