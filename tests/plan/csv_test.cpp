// Goal: whatever a spreadsheet program saves as CSV is read as the organiser saw it, or refused with a place and
// advice. Method: a table of texts with their rows; the same list in every encoding; seeded mutations of bytes.
#include "tests/plan/support.h"
#include "tests/support/seeded_random.h"

#include <QStringEncoder>

#include <array>
#include <unicode/ucnv.h>

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

namespace {

struct Case {
    const char *bytes;
    const char *rows;  ///< Joined by a blank-free "¶".
};

QByteArray inEncoding(const QString &text, const char *encoding)
{
    QByteArray bytes(text.size() * 4, Qt::Uninitialized);
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    const int32_t size = ucnv_fromUChars(converter, bytes.data(), int32_t(bytes.size()),
                                         reinterpret_cast<const UChar *>(text.utf16()), int32_t(text.size()), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status) != 0);
    bytes.truncate(size);
    return bytes;
}

}  // namespace

TEST_CASE("CSV texts and their rows", "[plan][csv]")
{
    constexpr std::array cases{
        Case{"a,b\n1,2\n", "1:a|b¶2:1|2"},
        Case{"a,b\r\n1,2\r\n", "1:a|b¶2:1|2"},
        Case{"a,b\r1,2", "1:a|b¶2:1|2"},
        Case{"a;b\n1,5;2\n", "1:a|b¶2:1,5|2"},
        Case{"a\tb\n1,5\t2\n", "1:a|b¶2:1,5|2"},
        Case{"sep=;\na;b\n", "1:sep=|¶2:a|b"},
        Case{"sep=,\na;b,c\n", "1:sep=|¶2:a;b|c"},
        Case{"\"a,\"\"b\"\"\",c\n", "1:a,\"b\"|c"},
        Case{"\"line 1\r\nline 2\",c\nd,e\n", "1:line 1\nline 2|c¶2:d|e"},
        Case{"\"a\"x,b\n", "1:ax|b"},
        Case{"5\" pipe,b\n", "1:5\" pipe|b"},
        Case{"\"\",\"\"\n", "1:|"},
        Case{"a,b\n\n1,2\n", "1:a|b¶2:¶3:1|2"},
        Case{"  a ,\xe2\x80\x8b b\xef\xbb\xbf\n", "1:a|b"},
        Case{"\xe2\x80\xad"
             "13800000001\xe2\x80\xac,x\n",
             "1:13800000001|x"},
        Case{"=cmd|' /C calc'!A0,b\n", "1:=cmd|' /C calc'!A0|b"},
        Case{"", ""},
        Case{",\n", "1:|"},
    };
    for (const auto &[bytes, expected] : cases) {
        const muster::test::TempDir dir;
        Findings findings;
        const QStringList rows = rowsOf(write(dir, q("x.csv"), bytes), findings);
        INFO(bytes);
        QStringList wanted = q(expected).split(q("¶"), Qt::SkipEmptyParts);
        if (q(bytes).startsWith(u"sep=")) {  // The separator line gives no row.
            wanted.removeFirst();
        }
        CHECK(rows.join(u'~') == wanted.join(u'~'));
        CHECK_FALSE(findings.hasErrors());
    }
}

TEST_CASE("the encodings that spreadsheets write are told apart", "[plan][csv]")
{
    const QString text = q("姓名,手机,公司\n王小明,13800000001,示例公司\n尉迟长青,13800000002,㐂喆𠮷\n");
    const std::array<std::pair<const char *, QByteArray>, 5> files{
        {{"UTF-8", text.toUtf8()},
         {"UTF-8 with mark", "\xef\xbb\xbf" + text.toUtf8()},
         {"UTF-16LE", "\xff\xfe" + QByteArray(QStringEncoder(QStringEncoder::Utf16LE).encode(text))},
         {"UTF-16BE", "\xfe\xff" + QByteArray(QStringEncoder(QStringEncoder::Utf16BE).encode(text))},
         {"GB18030", inEncoding(text, "gb18030")}}};
    for (const auto &[name, bytes] : files) {
        const muster::test::TempDir dir;
        Findings findings;
        INFO(name);
        const QStringList rows = rowsOf(write(dir, q("x.csv"), bytes), findings);
        CHECK(rows.join(u'~') == q("1:姓名|手机|公司~2:王小明|13800000001|示例公司~3:尉迟长青|13800000002|㐂喆𠮷"));
        CHECK(words(findings.sorted()).empty());
    }
}

TEST_CASE("other encodings are refused with advice, not read as wrong names", "[plan][csv]")
{
    const std::array<QByteArray, 3> files{
        inEncoding(q("姓名,電話,公司\n王小明,0912345678,臺灣公司\n陳麗華,0922,測試有限公司\n"), "Big5"),
        inEncoding(q("氏名,会社\n山田太郎,東京カイシャ\n鈴木はなこ,おおさかのかいしゃ\n"), "Shift_JIS"),
        inEncoding(q("name,company\nJosé García,Café Müller\nFrançois Lefèvre,Société\n"), "ISO-8859-1")};
    for (const QByteArray &bytes : files) {
        const muster::test::TempDir dir;
        Findings findings;
        CHECK(rowsOf(write(dir, q("x.csv"), bytes), findings).isEmpty());
        CHECK_THAT(words(findings.sorted()), Catch::Contains("save it as \"CSV UTF-8\""));
    }
}

TEST_CASE("a quotation mark left open is named where it was opened", "[plan][csv]")
{
    const muster::test::TempDir dir;
    Findings findings;
    (void)rowsOf(write(dir, q("zones.csv"), "a,b\n1,2\n3,\"open\n5,6\n"), findings);
    CHECK_THAT(words(findings.sorted()), Catch::Contains("E zones!B3: a quotation mark is opened here"));
}

TEST_CASE("formulas are escaped so that reading gives the same text", "[plan][csv]")
{
    for (const char *text : {"=1+1", "+86 138", "-5", "@x", "'=1", "''=1", "＝1", "'plain", "plain", "", "'", "\t=1"}) {
        INFO(text);
        const QString escaped = escapeFormula(q(text));
        CHECK(unescapeFormula(escaped) == q(text));
        CHECK_FALSE((!escaped.isEmpty() && QStringView(u"=+-@\t＝").contains(escaped.front())));
    }
}

TEST_CASE("no bytes break the CSV reader", "[plan][csv][fuzz]")
{
    const QByteArray seedFile = q("代码 / Code,名称,\"预警\n人数\"\nA,\"签\"\"到\",12\r\nB;c\td,,\n").toUtf8();
    muster::test::SeededRandom random(20261128);
    for (int round = 0; round < 3'000; ++round) {
        QByteArray bytes = round % 2 == 0 ? seedFile : inEncoding(QString::fromUtf8(seedFile), "gb18030");
        for (quint64 i = 0, changes = 1 + random.below(8); i < changes && !bytes.isEmpty(); ++i) {
            const auto at = qsizetype(random.below(quint64(bytes.size())));
            switch (random.below(4)) {
            case 0: bytes[at] = char(random.below(256)); break;
            case 1: bytes.remove(at, 1 + qsizetype(random.below(9))); break;
            case 2: bytes.insert(at, QByteArray(1 + qsizetype(random.below(5)), "\",\n;\xff"[random.below(5)])); break;
            default: bytes.truncate(at); break;
            }
        }
        const muster::test::TempDir dir;
        Findings findings;
        const QStringList rows = rowsOf(write(dir, q("x.csv"), bytes), findings);
        const bool isRefused = findings.hasErrors() && findings.sorted().front().words.en.size() > 20;
        CHECK((isRefused || !findings.hasErrors()));
        CHECK(rows.size() <= bytes.size());
    }
}
