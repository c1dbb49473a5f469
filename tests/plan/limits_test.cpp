// Goal: long lists are read in bounded memory and time, and the limits hold at the row they name.
// Method: generated lists of 100,000, 1,000,000 and 1,000,001 guests; time and resident memory are measured.
#include "core/base/pinyin.h"
#include "core/plan/plan_writer.h"
#include "tests/plan/support.h"
#include "tests/support/pace.h"

#include <iostream>
#include <sys/resource.h>

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

namespace {

QString listOf(const muster::test::TempDir &dir, int guests)
{
    QFile file(dir.file(q("guests.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(q("编号,码,姓名,手机,单位,类别,状态,座位\n").toUtf8());
    for (int i = 0; i < guests; ++i) {
        const QByteArray number = QByteArray::number(i);
        file.write("G" + number + ",QR-" + number + "-x7,王小明" + number.right(2) + ",1000000" + number.right(4) +
                   ",示例公司,vip,有效,A" + number + "\n");
    }
    return file.fileName();
}

qint64 peakBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

/// Seconds of processor time: how busy the machine is otherwise does not count.
double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Bytes more than before that @p work needed at its peak, and its seconds.
template<class Work>
std::pair<qint64, double> costOf(Work work)
{
    const qint64 before = peakBytes();
    const double start = processorSeconds();
    work();
    return {peakBytes() - before, processorSeconds() - start};
}

}  // namespace

TEST_CASE("a million guests are read in bounded memory, one more is refused", "[plan][limits][speed]")
{
    EventSetup setup;
    setup.classes = {{.code = q("vip"), .name = {}, .zone = {}, .alert = {}, .band = {}, .questions = {}}};
    const GuestListOptions options{.mapping = {}, .sheet = {}, .setup = &setup, .defaultClass = {}};
    SECTION("100,000 with pinyin keys take at most 2 s")
    {
        const muster::test::TempDir dir;
        const QString path = listOf(dir, 100'000);
        qsizetype letters = 0;
        const auto [bytes, seconds] = costOf([&] {
            const auto reading = readGuests(path, options, [&](std::span<GuestEntry> chunk) {
                for (const GuestEntry &guest : chunk) {
                    letters += pinyinOf(guest.name).full.size();
                }
                return true;
            });
            CHECK(reading.guests == 100'000);
            CHECK(words(reading.findings).empty());
        });
        std::cout << "100,000 guests (CSV, checked twice, with pinyin): " << seconds << " s, " << (bytes >> 20)
                  << " MiB\n";
        CHECK(letters > 1'000'000);
        CHECK(seconds <= 2.0 * muster::test::timeSlack);
    }
    SECTION("the last row that is allowed and the first that is not")
    {
        const muster::test::TempDir dir;
        const QString path = listOf(dir, guestRowsMax);
        qsizetype largestChunk = 0;
        int seen = 0;
        const auto count = [&](std::span<GuestEntry> chunk) {
            largestChunk = std::max(largestChunk, qsizetype(chunk.size()));
            seen += int(chunk.size());
            return true;
        };
        const auto [bytes, seconds] = costOf([&] { CHECK(readGuests(path, options, count).isComplete()); });
        std::cout << "1,000,000 guests (CSV): " << seconds << " s, " << (bytes >> 20) << " MiB\n";
        CHECK(seen == guestRowsMax);
        CHECK(largestChunk == guestChunkRows);
        CHECK(bytes < muster::test::memorySlack * (160LL << 20));

        seen = 0;
        QFile file(path);
        REQUIRE(file.open(QIODevice::Append));
        file.write("G,QR,x,,,vip,,\n");
        file.close();
        const auto tooMany = readGuests(path, options, count);
        CHECK_THAT(words(tooMany.findings), Catch::Contains("E guests!1000002: more than 1000000 guests"));
        CHECK(seen == 0);
    }
    SECTION("a workbook is streamed, too")
    {
        const muster::test::TempDir dir;
        std::vector<GuestEntry> guests;
        REQUIRE(readGuests(listOf(dir, 100'000), options, [&](std::span<GuestEntry> chunk) {
                    guests.insert(guests.end(), chunk.begin(), chunk.end());
                    return true;
                }).isComplete());
        const QString path = dir.file(q("guests.xlsx"));
        REQUIRE(writeGuests(path, guests).has_value());
        guests = {};
        int seen = 0;
        const auto [bytes, seconds] = costOf([&] {
            CHECK(readGuests(path, options, [&](std::span<GuestEntry> chunk) {
                      seen += int(chunk.size());
                      return true;
                  }).isComplete());
        });
        std::cout << "100,000 guests (xlsx, checked twice): " << seconds << " s, " << (bytes >> 20) << " MiB\n";
        CHECK(seen == 100'000);
        CHECK(bytes < muster::test::memorySlack * (100LL << 20));
    }
}

TEST_CASE("cells, columns and plan rows have limits that name their cell", "[plan][limits]")
{
    const muster::test::TempDir dir;
    Findings findings;
    SECTION("a cell")
    {
        CHECK(rowsOf(write(dir, q("x.csv"), "a,b\n1," + QByteArray(cellCharactersMax, 'x')), findings).size() == 2);
        CHECK_FALSE(findings.hasErrors());
        (void)rowsOf(write(dir, q("x.csv"), "a,b\n1," + QByteArray(cellCharactersMax + 1, 'x')), findings);
        CHECK_THAT(words(findings.sorted()), Catch::Contains("E x!B2: the cell is longer than 4096 characters"));
    }
    SECTION("columns")
    {
        CHECK(rowsOf(write(dir, q("x.csv"), QByteArray("a,").repeated(columnsMax - 1) + "a\n"), findings).size() == 1);
        CHECK_FALSE(findings.hasErrors());
        (void)rowsOf(write(dir, q("x.csv"), QByteArray("a,").repeated(columnsMax) + "a\n"), findings);
        CHECK_THAT(words(findings.sorted()), Catch::Contains("has more than 200 columns"));
    }
    SECTION("rows of a sheet of the plan")
    {
        QByteArray zones = "Code,Name\n";
        for (int i = 0; i < planRowsMax; ++i) {
            zones += "Z" + QByteArray::number(i) + ",n\n";
        }
        write(dir, q("zones.csv"), zones);
        CHECK_THAT(words(readPlan(dir.path()).findings), Catch::Contains("E zones!20001: more than 20000 rows"));
    }
    SECTION("sheets of a folder")
    {
        for (int i = 0; i <= sheetsMax; ++i) {
            write(dir, QString::number(i) + q(".csv"), "a\n");
        }
        CHECK_THAT(words(readPlan(dir.path()).findings), Catch::Contains("holds more than 64 .csv files"));
    }
}
