// Goal: whoever types a name's pinyin, its initials, a plain Latin spelling or the end of a phone number finds the
// guest. Method: a table of names that dictionaries read wrongly, and a race against ICU's own transliteration.
#include "core/base/folding.h"
#include "core/base/pinyin.h"
#include "tests/support/catch.h"
#include "tests/support/pace.h"

#include <QElapsedTimer>

#include <array>
#include <iostream>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

using namespace muster;

namespace {

struct Expected {
    const char16_t *name;
    const char16_t *full;
    const char16_t *initials;
};

constexpr std::array trickyNames{
    Expected{u"王小明", u"wangxiaoming", u"wxm"},
    Expected{u"单雄信", u"shanxiongxin", u"sxx"},
    Expected{u"曾国藩", u"zengguofan", u"zgf"},
    Expected{u"仇英", u"qiuying", u"qy"},
    Expected{u"解缙", u"xiejin", u"xj"},
    Expected{u"任正非", u"renzhengfei", u"rzf"},
    Expected{u"区大相", u"oudaxiang", u"odx"},
    Expected{u"查良镛", u"zhaliangyong", u"zly"},
    Expected{u"盖叫天", u"gejiaotian", u"gjt"},
    Expected{u"尉迟恭", u"yuchigong", u"ycg"},
    Expected{u"尉健行", u"weijianxing", u"wjx"},
    Expected{u"长孙无忌", u"zhangsunwuji", u"zswj"},
    Expected{u"万俟卨", u"moqixie", u"mqx"},
    Expected{u"单于平", u"chanyuping", u"cyp"},
    Expected{u"澹台灭明", u"tantaimieming", u"ttmm"},
    Expected{u"令狐冲", u"linghuchong", u"lhc"},
    Expected{u"皇甫嵩", u"huangfusong", u"hfs"},
    Expected{u"欧阳修", u"ouyangxiu", u"oyx"},
    Expected{u"司马光", u"simaguang", u"smg"},
    Expected{u"诸葛亮", u"zhugeliang", u"zgl"},
    Expected{u"乐毅", u"yueyi", u"yy"},
    Expected{u"张乐", u"zhangle", u"zl"},
    Expected{u"朴智星", u"piaozhixing", u"pzx"},
    Expected{u"覃辉", u"qinhui", u"qh"},
    Expected{u"缪斯", u"miaosi", u"ms"},
    Expected{u"冼星海", u"xianxinghai", u"xxh"},
    Expected{u"折可适", u"sheke", nullptr},
    Expected{u"种师道", u"chongshidao", u"csd"},
    Expected{u"员半千", u"yunbanqian", u"ybq"},
    Expected{u"召平", u"shaoping", u"sp"},
    Expected{u"繁钦", u"poqin", u"pq"},
    Expected{u"翟志刚", u"zhaizhigang", u"zzg"},
    Expected{u"牟宗三", u"muzongsan", u"mzs"},
    Expected{u"隗嚣", u"weixiao", u"wx"},
    Expected{u"卜算子", u"busuanzi", u"bsz"},
    Expected{u"阚泽", u"kanze", u"kz"},
    Expected{u"吕布", u"lvbu", u"lb"},
    Expected{u"贾宝玉", u"jiabaoyu", u"jby"},
    Expected{u"沈从文", u"shencongwen", u"scw"},
    Expected{u"葛优", u"geyou", u"gy"},
    Expected{u"李长春", u"lichangchun", u"lcc"},
    Expected{u"范茜茜", u"fanxixi", u"fxx"},
    Expected{u"區志明", u"ouzhiming", u"ozm"},
    Expected{u"單國強", u"shanguoqiang", u"sgq"},
    Expected{u"王 David", u"wangdavid", u"wd"},
    Expected{u"José García", u"josegarcia", u"jg"},
    Expected{u"O’Neil Ann-Marie", u"oneilannmarie", u"onam"},
    Expected{u"欧阳·娜娜", u"ouyangnana", u"oynn"},
    Expected{u"李〇二", u"lilinger", u"lle"},
    Expected{u"", u"", u""},
    Expected{u"???", u"", u""},
    Expected{u"Łukasz", u"lukasz", u"l"},
};

}  // namespace

TEST_CASE("a name is found by its pinyin and its initials", "[pinyin]")
{
    for (const auto &expected : trickyNames) {
        const QString name = QString::fromUtf16(expected.name);
        INFO(name.toStdString());
        const PinyinKeys keys = pinyinOf(name);
        if (expected.initials == nullptr) {
            CHECK(keys.full.startsWith(QString::fromUtf16(expected.full)));
        } else {
            CHECK(keys == PinyinKeys{QString::fromUtf16(expected.full), QString::fromUtf16(expected.initials)});
        }
    }
}

TEST_CASE("a surname's own reading holds only at the front", "[pinyin]")
{
    CHECK(pinyinOf(u"李单").full == QStringLiteral("lidan"));
    CHECK(pinyinOf(u"王任").full == QStringLiteral("wangren"));
    CHECK(pinyinOf(u"张解").full == QStringLiteral("zhangjie"));
    CHECK(pinyinOfCharacter(U'A').isEmpty());
    CHECK(pinyinOfCharacter(U'\U0010ffff').isEmpty());
}

TEST_CASE("Latin names fold to what people type", "[pinyin]")
{
    CHECK(foldLatin(u"Müller-Straße") == QStringLiteral("muller-strasse"));
    CHECK(foldLatin(u"ŁÓDŹ Ørsted Đặng") == QStringLiteral("lodz orsted dang"));
    CHECK(foldLatin(u"ＡＢ１２") == QStringLiteral("ab12"));
    CHECK(foldLatin(u"王小明 Smith") == QStringLiteral("王小明 smith"));
    CHECK(foldLatin(u"İSTANBUL") == QStringLiteral("istanbul"));
}

TEST_CASE("a phone number is the same however it is written", "[pinyin]")
{
    for (const auto *written : {u"13800000001", u"+86 138-0000-0001", u"0086 138 0000 0001", u"138 0000 0001",
                                u"１３８００００ 0001", u"\u202d+8613800000001\u202c"}) {
        CHECK(phoneDigits(QString::fromUtf16(written)) == QStringLiteral("13800000001"));
        CHECK(phoneEnd(QString::fromUtf16(written)) == QStringLiteral("0001"));
    }
    CHECK(phoneDigits(u"+44 20 7946 0018") == QStringLiteral("442079460018"));
    CHECK(phoneDigits(u"00 44 20 7946 0018") == QStringLiteral("442079460018"));
    CHECK(phoneDigits(u"无") == QString());
    CHECK(phoneEnd(u"120") == QStringLiteral("120"));
}

TEST_CASE("a hundred thousand names cost a fraction of ICU's transliteration", "[pinyin][speed]")
{
    constexpr int names = 100'000;
    constexpr int namesForIcu = 4'000;
    const std::array<QString, 4> sample{QStringLiteral("王小明"), QStringLiteral("尉迟长青"),
                                        QStringLiteral("单于明月"), QStringLiteral("李雷")};
    QElapsedTimer timer;
    timer.start();
    qsizetype letters = 0;
    for (int i = 0; i < names; ++i) {
        letters += pinyinOf(sample[std::size_t(i) % sample.size()]).full.size();
    }
    const double ours = double(timer.nsecsElapsed()) / names;

    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> icuPinyin(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    REQUIRE(U_SUCCESS(status) != 0);
    timer.restart();
    for (int i = 0; i < namesForIcu; ++i) {
        icu::UnicodeString text(sample[std::size_t(i) % sample.size()].utf16());
        icuPinyin->transliterate(text);
        letters += text.length();
    }
    const double theirs = double(timer.nsecsElapsed()) / namesForIcu;
    std::cout << "pinyin: " << ours << " ns a name, ICU " << theirs << " ns, ratio " << theirs / ours << '\n';
    CHECK(letters > names);
    CHECK(ours * 10 < theirs * test::timeSlack);
    CHECK(ours < 5'000 * test::timeSlack);  // 0.5 s for all.
}
