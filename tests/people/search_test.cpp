// Goal: whoever stands at the door finds the guest by whatever they remember of them, the likeliest first.
// Method: a small hall of awkward names and a table of what people type; the whole index against plain comparison.
#include "core/people/directory.h"
#include "core/people/query.h"
#include "core/people/spelling.h"
#include "tests/people/people_fixture.h"
#include "tests/support/pace.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <QElapsedTimer>

using namespace muster;
using namespace muster::people;
using muster::test::guest;

namespace {

struct Row {
    const char16_t *name;
    const char16_t *latin;
    const char16_t *phone;
    const char16_t *company;
};

constexpr std::array hall{
    /* 0*/ Row{u"王小明", u"", u"13812345678", u"万科地产"},
    /* 1*/ Row{u"王小明", u"", u"13912340000", u""},
    /* 2*/ Row{u"李王明", u"", u"+86 137-0000-5678", u"华为技术有限公司"},
    /* 3*/ Row{u"王明", u"", u"18600001111", u""},
    /* 4*/ Row{u"单雄信", u"", u"", u""},
    /* 5*/ Row{u"曾国藩", u"", u"", u"湘军 ABB Ltd."},
    /* 6*/ Row{u"仇英", u"", u"", u""},
    /* 7*/ Row{u"欧阳·娜娜", u"", u"", u""},
    /* 8*/ Row{u"尉迟恭", u"", u"", u""},
    /* 9*/ Row{u"吕布", u"", u"", u""},
    /*10*/ Row{u"José García", u"", u"+34 600 123 456", u"Telefónica"},
    /*11*/ Row{u"O’Neil Ann-Marie", u"", u"", u""},
    /*12*/ Row{u"王 David", u"", u"", u""},
    /*13*/ Row{u"張偉", u"Cheung Wai", u"", u"新鴻基"},
    /*14*/ Row{u"Иван Петров", u"Ivan Petrov", u"", u""},
    /*15*/ Row{u"김철수", u"Kim Cheolsu", u"", u""},
    /*16*/ Row{u"Müller, Jürgen", u"", u"0049 171 5556667", u"Siemens"},
    /*17*/ Row{u"西安", u"", u"", u""},
    /*18*/ Row{u"鲜明", u"", u"", u""},
    /*19*/ Row{u"𠮷田 太郎", u"", u"", u""},
    /*20*/ Row{u"Guest 42", u"", u"", u""},
    /*21*/ Row{u"ｗａｎｇ ＬＥＩ", u"", u"１３７７７７７８８８８", u""},
    /*22*/ Row{u"庄双", u"", u"", u""},
    /*23*/ Row{u"张小祥", u"", u"", u""},
    /*24*/ Row{u"", u"", u"17000000001", u""},
    /*25*/ Row{u"Łukasz Żółć", u"", u"", u"万科物业"},
};

struct Hall {
    test::TempDir dir;
    std::unique_ptr<Directory> directory;
    Hall()
    {
        directory = Directory::open(dir.file(QStringLiteral("people.db"))).value();
        std::vector<Directory::Entry> entries;
        for (std::size_t i = 0; i < hall.size(); ++i) {
            const Row &row = hall[i];
            entries.push_back({guest(quint32(i)),
                               {QString::fromUtf16(row.name),
                                QString::fromUtf16(row.latin),
                                QString::fromUtf16(row.phone),
                                QString::fromUtf16(row.company),
                                {},
                                {}}});
        }
        REQUIRE(directory->put(entries));
    }
    [[nodiscard]] std::vector<int> find(const QString &text) const
    {
        std::vector<int> rows;
        const auto guests = directory->search(text);
        REQUIRE(guests);
        for (const GuestId &id : *guests) {
            for (std::size_t i = 0; i < hall.size(); ++i) {
                if (guest(quint32(i)) == id) {
                    rows.push_back(int(i));
                }
            }
        }
        return rows;
    }
};

struct Typed {
    const char16_t *text;
    std::vector<int> rows;  ///< In this order.
};

const std::vector<Typed> table{
    // By characters.
    {u"王", {0, 1, 3, 12, 2}},
    {u"小明", {0, 1}},
    {u"王小明", {0, 1}},
    {u"王 小明", {0, 1}},
    {u"明", {0, 1, 2, 3, 18}},
    {u"王明", {3, 2}},
    {u"明王", {}},
    {u"欧阳娜娜", {7}},
    {u"欧阳·娜娜", {7}},
    {u"娜", {7}},
    {u"張", {13}},
    {u"𠮷", {19}},
    {u"太郎", {19}},
    {u"петр", {14}},
    {u"ИВАН", {14}},
    {u"김철수", {15}},
    {u"철", {15}},
    // By pinyin and initials.
    {u"wxm", {0, 1}},
    {u"WXM", {0, 1}},
    {u"wangxm", {0, 1}},
    {u"wang xiaoming", {0, 1}},
    {u"wangxiaoming", {0, 1}},
    {u"wang xiao ming", {0, 1}},
    {u"xiaoming", {0, 1}},
    {u"xiaoming wang", {0, 1}},
    {u"wxiaoming", {0, 1}},
    {u"xiaom", {0, 1}},
    {u"xiao", {0, 1, 23}},
    {u"xm", {18, 0, 1}},
    {u"wm", {3, 2}},
    {u"wang", {0, 1, 3, 12, 21, 2}},
    {u"wa", {0, 1, 3, 12, 21, 2, 13}},
    {u"shan", {4}},
    {u"shanxx", {4}},
    {u"danxiongxin", {}},
    {u"zengguofan", {5}},
    {u"qiuying", {6}},
    {u"qy", {6}},
    {u"ouyang", {7}},
    {u"oynn", {7}},
    {u"yuchigong", {8}},
    {u"lvbu", {9}},
    {u"lb", {9}},
    {u"xian", {17, 18, 23}},
    {u"xa", {17}},
    {u"xi'an", {17}},
    {u"xianm", {18}},
    {u"zhuangshuang", {22}},
    {u"zhuangsh", {22}},
    {u"zhshuang", {22}},
    {u"zhxx", {23}},
    {u"zxx", {23}},
    {u"xiaoxiang", {23}},
    {u"zhangwei", {13}},
    {u"王xm", {0, 1}},
    {u"xm王", {0, 1}},
    // Latin names.
    {u"jose", {10}},
    {u"JOSÉ", {10}},
    {u"garcia", {10}},
    {u"garc", {10}},
    {u"jg", {10}},
    {u"josegarcia", {10}},
    {u"garcia jose", {10}},
    {u"o'neil", {11}},
    {u"oneil", {11}},
    {u"annmarie", {11}},
    {u"ann-marie", {11}},
    {u"david", {12}},
    {u"wangdavid", {12}},
    {u"wd", {12}},
    {u"cheung", {13}},
    {u"wai", {13}},
    {u"petrov", {14}},
    {u"cheolsu", {15}},
    {u"muller", {16}},
    {u"Jürgen Müller", {16}},
    {u"jurg", {16}},
    {u"guest 42", {20}},
    {u"42", {20}},
    {u"wang lei", {21}},
    {u"lukasz", {25}},
    {u"zolc", {25}},
    // Phones.
    {u"5678", {0, 2}},
    {u"678", {0, 2}},
    {u"1234", {0, 1, 10}},
    {u"138", {0}},
    {u"13812345678", {0}},
    {u"+86 138 1234 5678", {0}},
    {u"0086-138-1234-5678", {0}},
    {u"138 5678", {0}},
    {u"8888", {21}},
    {u"５６７８", {0, 2}},
    {u"123456", {10, 0}},
    {u"171 555", {16}},
    {u"0001", {24, 3}},
    {u"99", {}},
    {u"8765", {}},
    // Companies, and several words of all kinds.
    {u"万科", {0, 25}},
    {u"科", {}},
    {u"华为技术", {2}},
    {u"abb", {5}},
    {u"telefonica", {10}},
    {u"siem", {16}},
    {u"王 万科", {0}},
    {u"wxm 5678", {0}},
    {u"小明 0000", {1}},
    {u"明 5678", {0, 2}},
    {u"wang 万科 138", {0}},
    {u"王 华为", {2}},
    {u"王 zzz", {}},
    // Nothing to look for.
    {u"", {}},
    {u"   ", {}},
    {u"\t\n", {}},
    {u"-", {}},
    {u"***", {}},
    {u"\"", {}},
    {u"' OR 1=1 --", {}},
    {u"name:王 NOT", {}},
    {u"NEAR(", {}},
};

}  // namespace

TEST_CASE("guests are found by whatever is typed, best first", "[people][search]")
{
    const Hall venue;
    CHECK(table.size() >= 60);
    for (const Typed &typed : table) {
        const QString text = QString::fromUtf16(typed.text);
        INFO("typed: " << text.toStdString());
        CHECK(venue.find(text) == typed.rows);
    }
}

TEST_CASE("no text of any length breaks a search or makes it slow", "[people][search]")
{
    const Hall venue;
    test::SeededRandom random(21);
    QElapsedTimer timer;
    qint64 slowest = 0;
    const QString alphabet =
        QStringLiteral("wangxiaoming王小明0123456789 \"'*():^-+%_;\\\u0000\u200dé") + QChar(0xd800) + QChar(0xdc00);
    for (int i = 0; i < 3'000; ++i) {
        QString text;
        for (quint64 n = random.below(200); n > 0; --n) {
            text += alphabet[qsizetype(random.below(quint64(alphabet.size())))];
        }
        timer.restart();
        REQUIRE(venue.directory->search(text));
        slowest = std::max(slowest, timer.elapsed());
    }
    for (const QString &hostile :
         {QString(100'000, u'a'), QString(100'000, u'王'), QString(100'000, u'1'),
          QStringLiteral("a ").repeated(50'000), QStringLiteral("xian").repeated(16), QString(1'000, u'ﷺ')}) {
        timer.restart();
        REQUIRE(venue.directory->search(hostile));
        slowest = std::max(slowest, timer.elapsed());
    }
    CHECK(slowest < 100 * test::timeSlack);
    CHECK(Query(QString(queryCharactersMax + 1, u'王'))
              .fit(SearchKeys::of({QString(queryCharactersMax, u'王'), {}, {}, {}, {}, {}})));
}

TEST_CASE("the search finds whoever a plain comparison finds", "[people][search]")
{
    test::TempDir dir;
    const auto directory = Directory::open(dir.file(QStringLiteral("people.db"))).value();
    test::SeededRandom random(31);
    const QString characters = QStringLiteral("王李张小明伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂单曾西安先");
    const QStringList latin{QStringLiteral("Ana"), QStringLiteral("Wang"), QStringLiteral("Li"),
                            QStringLiteral("Xian")};
    std::vector<Directory::Entry> entries;
    const auto character = [&] { return characters[qsizetype(random.below(quint64(characters.size())))]; };
    for (quint32 i = 0; i < 40'000; ++i) {  // More than one block of the index.
        QString name = QString(character()) + character();
        if (random.chance(60)) {
            name += character();
        }
        if (random.chance(5)) {
            name = latin[qsizetype(random.below(4))] + u' ' + latin[qsizetype(random.below(4))];
        }
        entries.push_back(
            {guest(i),
             {name, {}, QStringLiteral("13%1").arg(random.below(1'000'000'000), 9, 10, QLatin1Char('0')), {}, {}, {}}});
    }
    REQUIRE(directory->put(entries));
    int compared = 0;
    for (int round = 0; round < 120; ++round) {
        // Typed: something of a person who is there, so that there is something to find.
        const Person &person = entries[std::size_t(random.below(entries.size()))].person;
        const auto keys = SearchKeys::of(person);
        QString text;
        for (const QString &syllable : keys.syllables) {
            text += syllable.left(random.chance(50) ? syllable.size() : 1);
        }
        text = round % 4 == 0 ? keys.phone.right(4) : round % 4 == 1 ? person.name.right(2) : text;
        const Query query(text);
        std::array<std::vector<GuestId>, 3> byFit;
        for (const auto &entry : entries) {
            if (const auto fit = query.fit(SearchKeys::of(entry.person))) {
                byFit[std::size_t(*fit)].push_back(entry.guest);
            }
        }
        std::vector<GuestId> expected = byFit[0];
        expected.insert(expected.end(), byFit[1].begin(), byFit[1].end());
        expected.insert(expected.end(), byFit[2].begin(), byFit[2].end());
        INFO(text.toStdString());
        if (expected.size() > 50) {
            expected.resize(50);
        }
        CHECK(directory->search(text).value() == expected);
        ++compared;
    }
    CHECK(compared == 120);
}

TEST_CASE("results are bounded", "[people][search]")
{
    test::TempDir dir;
    const auto directory = Directory::open(dir.file(QStringLiteral("people.db"))).value();
    std::vector<Directory::Entry> entries;
    for (quint32 i = 0; i < 2'000; ++i) {
        entries.push_back(
            {guest(i), {QStringLiteral("王小") + QStringLiteral("明伟芳娜")[qsizetype(i % 4)], {}, {}, {}, {}, {}}});
    }
    entries.push_back({guest(9'999), {QStringLiteral("王小"), {}, {}, {}, {}, {}}});
    REQUIRE(directory->put(entries));
    CHECK(directory->search(u"王").value().size() == 50);
    CHECK(directory->search(u"王", 3).value().size() == 3);
    CHECK(directory->search(u"王", 1'000'000).value().size() == std::size_t(searchResultsMax));
    CHECK(directory->search(u"王", 0).value().empty());
    CHECK(directory->search(u"王", -1).value().empty());
    CHECK(directory->search(u"王小").value().front() == guest(9'999));  // Last on the list, but it is the whole name.
    CHECK(directory->search(u"wangxiao").value().front() == guest(9'999));
}

TEST_CASE("letters are read as syllables in every sensible way", "[people][search]")
{
    const auto texts = [](QStringView letters) {
        QStringList result;
        for (const Spelling &spelling : spellingsOf(letters)) {
            QStringList parts;
            for (const SpellingPart &part : spelling) {
                parts += part.text;
            }
            result += parts.join(u'.');
        }
        return result;
    };
    CHECK(texts(u"xian").contains(QStringLiteral("xian")));
    CHECK(texts(u"xian").contains(QStringLiteral("xi.an")));
    CHECK(texts(u"wangxm").front() == QStringLiteral("wang.x.m"));
    CHECK(texts(u"zhx").front() == QStringLiteral("zh.x"));
    CHECK(texts(u"uuu").isEmpty());
    CHECK(spellingsOf(QString(60, u'a')).size() <= spellingsMax);
    CHECK(pinyinSyllableList().size() > 380);
}
