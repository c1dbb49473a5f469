// Goal: guest lists import as they are, faults are named by cell, and what is exported comes back the same.
// Method: a list of pretix, Excel lists with Chinese headers, tables of bad rows, and round trips through both formats.
#include "core/plan/plan_writer.h"
#include "tests/plan/support.h"

#include <array>

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

namespace {

EventSetup smallSetup()
{
    EventSetup setup;
    setup.classes = {{.code = q("visitor"),
                      .name = {.zh = q("访客"), .en = q("Visitor")},
                      .zone = {},
                      .alert = {},
                      .band = {},
                      .questions = {}},
                     {.code = q("vip"),
                      .name = {.zh = q("贵宾"), .en = q("VIP")},
                      .zone = {},
                      .alert = {},
                      .band = {},
                      .questions = {}}};
    setup.sessions = {{.code = q("day"), .name = {.zh = q("白天"), .en = q("Day")}}};
    setup.staff = {{.code = q("S001"), .name = q("李主管"), .phone = {}, .company = {}, .roles = {}, .zone = {}}};
    return setup;
}

}  // namespace

TEST_CASE("pretix's order data export imports as it is", "[plan][guests]")
{
    const muster::test::TempDir dir;
    const QString path = write(
        dir, q("orders.csv"),
        "\"Event slug\",\"Order code\",\"Position ID\",\"Status\",\"Email\",\"Phone number\",\"Order date\",\"Order "
        "time\","
        "\"Product\",\"Variation\",\"Price\",\"Tax rate\",\"Tax rule\",\"Tax value\",\"Attendee name\","
        "\"Attendee name: Given name\",\"Attendee name: Family name\",\"Attendee email\",\"Company\",\"Address\","
        "\"Pseudonymization ID\",\"Ticket secret\",\"Seat ID\",\"Order comment\",\"Company\",\"Invoice address name\","
        "\"Sales channel\",\"Order locale\"\n"
        "\"expo\",\"ABC12\",\"1\",\"paid\",\"a@example.org\",\"+49 30 "
        "1234\",\"2026-11-01\",\"10:00:00\",\"Visitor\",\"\","
        "\"10.00\",\"19.00\",\"VAT\",\"1.60\",\"Anna "
        "Lindqvist\",\"Anna\",\"Lindqvist\",\"a@example.org\",\"ACME\",\"\","
        "\"PSEU1\",\"q7mwfxsd23\",\"\",\"\",\"ACME Invoice\",\"Anna L.\",\"web\",\"en\"\n"
        "\"expo\",\"ABC12\",\"2\",\"canceled\",\"a@example.org\",\"\",\"2026-11-01\",\"10:00:00\",\"VIP\",\"\",\"10."
        "00\","
        "\"19.00\",\"VAT\",\"1.60\",\"Karl Müller\",\"Karl\",\"Müller\",\"\",\"\",\"\",\"PSEU2\",\"z8k\",\"\",\"Gate "
        "2\",\"\",\"\",\"web\",\"en\"\n"
        "\"expo\",\"XYZ99\",\"1\",\"pending\",\"b@example.org\",\"\",\"2026-11-01\",\"10:00:00\",\"visitor\",\"\",\"10."
        "00\","
        "\"19.00\",\"VAT\",\"1.60\",\"=HYPERLINK(1)\",\"\",\"\",\"\",\"\",\"\",\"PSEU3\",\"k2\",\"\",\"\",\"\",\"\","
        "\"web\",\"en\"\n");
    const EventSetup setup = smallSetup();
    const auto [reading, guests] = guestsOf(path, {.mapping = {}, .sheet = {}, .setup = &setup, .defaultClass = {}});
    INFO(words(reading.findings));
    CHECK(words(reading.findings).empty());
    REQUIRE(guests.size() == 3);
    const GuestEntry &anna = guests.front();
    CHECK(anna.key == q("ABC12-1"));
    CHECK(anna.codes == QStringList{q("q7mwfxsd23")});
    CHECK(anna.name == q("Anna Lindqvist"));
    CHECK(anna.company == q("ACME"));
    CHECK(anna.group == q("ABC12"));
    CHECK(anna.classCode == q("visitor"));
    CHECK(anna.phone == q("+49 30 1234"));
    CHECK(anna.language == q("en"));
    CHECK(anna.status == GuestStatus::Valid);
    CHECK(anna.extra.value(q("Email")) == q("a@example.org"));
    CHECK(anna.extra.value(q("Company")) == q("ACME Invoice"));
    CHECK(guests[1].status == GuestStatus::Cancelled);
    CHECK(guests[1].classCode == q("vip"));
    CHECK(guests[1].notes == q("Gate 2"));
    CHECK(guests[2].status == GuestStatus::NotPaid);
    CHECK(guests[2].name == q("=HYPERLINK(1)"));
}

TEST_CASE("pretix's check-in list imports as it is", "[plan][guests]")
{
    const muster::test::TempDir dir;
    const QString path =
        write(dir, q("checkin.csv"),
              "Order code;Attendee name;Product;Price;Checked in;Checked out;Automatically checked in;Paid;Secret;"
              "E-mail;Company;Voucher code;Order date;Requires special attention;Comment\n"
              "ABC12;Anna;VIP – Gold;10;;;No;Yes;s1;a@x;ACME;;2026-11-01;No;\n"
              "ABC12;Karl;VIP – Gold;10;;;No;No;s2;a@x;;;2026-11-01;No;hello\n");
    const EventSetup setup = smallSetup();
    const auto [reading, guests] =
        guestsOf(path, {.mapping = {}, .sheet = {}, .setup = &setup, .defaultClass = q("vip")});
    CHECK(words(reading.findings) ==
          "W checkin!C2 (Product): \"VIP – Gold\" (2 rows) is no class of this event: they become \"vip\"");
    REQUIRE(guests.size() == 2);
    CHECK(guests[0].status == GuestStatus::Valid);
    CHECK(guests[1].status == GuestStatus::NotPaid);
    CHECK(guests[0].codes == QStringList{q("s1")});
    CHECK(guests[0].extra.value(q("Product")) == q("VIP – Gold"));
    CHECK(guests[1].notes == q("hello"));
}

TEST_CASE("a typical Excel list imports as it is", "[plan][guests]")
{
    const muster::test::TempDir dir;
    const QString path = write(dir, q("list.csv"),
                               q("2026 开盘邀约名单,,,,\n制表：张三,,,,\n序号,客户姓名,联系电话,客户类别,置业顾问\n"
                                 "1,王小明,138 0000 0001,贵宾,李主管\n2,欧阳娜娜,13800000002,,\n,,,,\n")
                                   .toUtf8());
    const EventSetup setup = smallSetup();
    const auto [reading, guests] = guestsOf(path, {.mapping = {}, .sheet = {}, .setup = &setup, .defaultClass = {}});
    INFO(words(reading.findings));
    CHECK(reading.isComplete());
    REQUIRE(guests.size() == 2);
    CHECK(guests[0].name == q("王小明"));
    CHECK(guests[0].phone == q("138 0000 0001"));
    CHECK(guests[0].classCode == q("vip"));
    CHECK(guests[0].host == q("S001"));
    CHECK(guests[0].extra == QMap<QString, QString>{{q("序号"), q("1")}});
    CHECK(guests[0].key.startsWith(u"auto-"));
    CHECK(guests[1].classCode == q("visitor"));
    CHECK_THAT(words(reading.findings), Catch::Contains("1 rows have no class: they become \"visitor\""));
    CHECK_THAT(words(reading.findings), Catch::Contains("2 guests have no code"));
    THEN("reading it again names the guests the same") { CHECK(guestsOf(path).list[0].key == guests[0].key); }
}

TEST_CASE("--map names the columns of a list with its own words", "[plan][guests]")
{
    const muster::test::TempDir dir;
    const QString path = write(dir, q("x.csv"), q("尊称,Name,暗号\n王总,wang,A1\n").toUtf8());
    const auto [reading, guests] =
        guestsOf(path, {.mapping = {{q("name"), q("尊称")}, {q("码"), q("暗号")}}, .sheet = {}, .defaultClass = {}});
    REQUIRE(guests.size() == 1);
    CHECK(guests[0].name == q("王总"));
    CHECK(guests[0].codes == QStringList{q("A1")});
    CHECK(guests[0].extra == QMap<QString, QString>{{q("Name"), q("wang")}});
    const auto wrong = guestsOf(path, {.mapping = {{q("name"), q("称呼")}}, .sheet = {}, .defaultClass = {}});
    CHECK_THAT(words(wrong.reading.findings), Catch::Contains("there is no column \"称呼\" to take as \"name\""));
}

TEST_CASE("faults of a list are named by cell and nothing is imported", "[plan][guests]")
{
    struct Fault {
        const char *rows;
        const char *words;
    };
    constexpr std::array faults{
        Fault{"K1,C1,王,,\nK1,C2,李,,\n", "guests!A3 (Key): \"K1\" stands in row 2 already"},
        Fault{",C1,王,,\n,C1,李,,\n", "guests!B3 (Code): \"C1\" stands in row 2 already"},
        Fault{",,王,,\n,,王,,\n", "guests!C3 (Name): the same name, phone and company as in row 2"},
        Fault{"K1,C1,王,rare,\nK2,C2,李,rare,\n", "guests!D2 (Class): \"rare\" (2 rows) is not in the sheet classes"},
        Fault{"K1,C1,王,,perhaps\n", "guests!E2 (Status): \"perhaps\" is not understood: write one of valid, blocked"},
        Fault{"K1,1.38E+10,王,,\n", "guests!B2 (Code): \"1.38E+10\" is a number that Excel has cut short"}};
    const EventSetup setup = smallSetup();
    for (const auto &[rows, expected] : faults) {
        const muster::test::TempDir dir;
        const auto path = write(dir, q("guests.csv"), QByteArray("Key,Code,Name,Class,Status\n") + rows);
        const auto [reading, guests] =
            guestsOf(path, {.mapping = {}, .sheet = {}, .setup = &setup, .defaultClass = {}});
        CHECK(guests.empty());
        CHECK_THAT(words(reading.findings), Catch::Contains(expected));
    }
    const muster::test::TempDir dir;
    SECTION("a code of two guests and a missing name are warnings")
    {
        const auto [reading, guests] = guestsOf(write(dir, q("guests.csv"), "Key,Code,Name\nK1,C1,\nK2,C1,B\n"));
        CHECK(guests.size() == 2);
        CHECK_THAT(words(reading.findings), Catch::Contains("W guests!C2 (Name): there is no name"));
        CHECK_THAT(words(reading.findings), Catch::Contains("W guests!B3 (Code): the code \"C1\" stands in row 2 too"));
    }
    SECTION("a file without a known header")
    {
        CHECK_THAT(words(guestsOf(write(dir, q("x.csv"), "foo,bar\n1,2\n")).reading.findings),
                   Catch::Contains("no header is known here"));
        CHECK_THAT(words(guestsOf(write(dir, q("e.csv"), "")).reading.findings),
                   Catch::Contains("no header is known here"));
        CHECK_THAT(words(guestsOf(dir.file(q("none.csv"))).reading.findings),
                   Catch::Contains("there is no file or folder"));
    }
}

TEST_CASE("an exported list comes back the same, in both formats", "[plan][guests]")
{
    GuestEntry hostile{.key = q("=cmd|' /C calc'!A0"),
                       .codes = {q("A;1"), q("B\\2"), q("+C")},
                       .name = q("@SUM(1,2)"),
                       .latinName = q("O'Neil \"Ann\""),
                       .phone = q("+86 138-0000-0001"),
                       .company = q("a, b; c"),
                       .classCode = q("vip"),
                       .group = q("'=x"),
                       .companionsMax = 0,
                       .status = GuestStatus::NotApproved,
                       .sessions = {q("day"), q("night")},
                       .host = q("S001"),
                       .language = q("en"),
                       .notes = q("line 1\nline 2 _x0041_"),
                       .extra = {{q("Email"), q("-a@example.org")}, {q("name"), q("shadow")}, {q("序号"), q("7")}}};
    GuestEntry plain{.key = {},
                     .codes = {q("00123")},
                     .name = q("王小明"),
                     .latinName = {},
                     .phone = q("010"),
                     .company = {},
                     .classCode = {},
                     .group = {},
                     .companionsMax = {},
                     .sessions = {},
                     .host = {},
                     .language = {},
                     .notes = {},
                     .extra = {}};
    const std::vector<GuestEntry> guests{hostile, plain};
    for (const char *name : {"out.csv", "out.xlsx"}) {
        INFO(name);
        const muster::test::TempDir dir;
        REQUIRE(writeGuests(dir.file(q(name)), guests).has_value());
        const auto [reading, list] = guestsOf(dir.file(q(name)));
        INFO(words(reading.findings));
        REQUIRE(list.size() == 2);
        CHECK(list[0].codes == hostile.codes);
        CHECK(list[0].extra == hostile.extra);
        CHECK(list[0].notes == hostile.notes);
        CHECK((list[0] == hostile));
        CHECK((list[1] == plain));
    }
}

TEST_CASE("an export is safe to open in a spreadsheet and says its encoding", "[plan][guests]")
{
    const muster::test::TempDir dir;
    GuestEntry guest;
    guest.codes = {q("=1+1")};
    guest.name = q("\t=2+2");
    REQUIRE(writeGuests(dir.file(q("a.csv")), std::vector{guest}).has_value());
    REQUIRE(writeGuests(dir.file(q("b.csv")), std::vector{guest}, ByteOrderMark::No).has_value());
    QFile marked(dir.file(q("a.csv")));
    QFile bare(dir.file(q("b.csv")));
    REQUIRE((marked.open(QIODevice::ReadOnly) && bare.open(QIODevice::ReadOnly)));
    const QByteArray bytes = marked.readAll();
    CHECK(bytes.startsWith("\xef\xbb\xbf"));
    CHECK(bytes.sliced(3) == bare.readAll());
    CHECK(bytes.contains(",'=1+1,"));
    CHECK_FALSE(bytes.contains(",=1"));
    CHECK_FALSE(writeGuests(q("/nowhere/x.csv"), std::vector{guest}).has_value());
    CHECK_FALSE(writeGuests(q("/nowhere/x.xlsx"), std::vector{guest}).has_value());
}
