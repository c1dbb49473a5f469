#include "core/base/pinyin.h"

#include "core/base/folding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace muster {
namespace {

#include "pinyin_table.inc"

constexpr char32_t firstHan = 0x3400;
constexpr char32_t hanZero = 0x3007;

struct Reading {
    QStringView text;   ///< One or two characters.
    QStringView first;  ///< The syllable of each.
    QStringView second;
};

/// Surnames of two characters that ICU would read wrongly.
constexpr std::array compoundSurnames{
    Reading{u"尉迟", u"yu", u"chi"},    Reading{u"尉遲", u"yu", u"chi"},   Reading{u"长孙", u"zhang", u"sun"},
    Reading{u"長孫", u"zhang", u"sun"}, Reading{u"万俟", u"mo", u"qi"},    Reading{u"萬俟", u"mo", u"qi"},
    Reading{u"单于", u"chan", u"yu"},   Reading{u"單于", u"chan", u"yu"},  Reading{u"澹台", u"tan", u"tai"},
    Reading{u"澹臺", u"tan", u"tai"},   Reading{u"宿勤", u"su", u"qin"},   Reading{u"乐正", u"yue", u"zheng"},
    Reading{u"樂正", u"yue", u"zheng"}, Reading{u"皇甫", u"huang", u"fu"}, Reading{u"夏侯", u"xia", u"hou"},
    Reading{u"子车", u"zi", u"ju"},
};

/// Characters that are read in another way when they are a surname.
constexpr std::array surnames{
    Reading{u"单", u"shan", {}},  Reading{u"單", u"shan", {}},  Reading{u"曾", u"zeng", {}},
    Reading{u"仇", u"qiu", {}},   Reading{u"解", u"xie", {}},   Reading{u"任", u"ren", {}},
    Reading{u"区", u"ou", {}},    Reading{u"區", u"ou", {}},    Reading{u"查", u"zha", {}},
    Reading{u"盖", u"ge", {}},    Reading{u"蓋", u"ge", {}},    Reading{u"乐", u"yue", {}},
    Reading{u"樂", u"yue", {}},   Reading{u"朴", u"piao", {}},  Reading{u"覃", u"qin", {}},
    Reading{u"缪", u"miao", {}},  Reading{u"繆", u"miao", {}},  Reading{u"洗", u"xian", {}},
    Reading{u"折", u"she", {}},   Reading{u"种", u"chong", {}}, Reading{u"秘", u"bi", {}},
    Reading{u"员", u"yun", {}},   Reading{u"員", u"yun", {}},   Reading{u"召", u"shao", {}},
    Reading{u"祭", u"zhai", {}},  Reading{u"繁", u"po", {}},    Reading{u"黑", u"he", {}},
    Reading{u"能", u"nai", {}},   Reading{u"翟", u"zhai", {}},  Reading{u"牟", u"mu", {}},
    Reading{u"句", u"gou", {}},   Reading{u"隗", u"wei", {}},   Reading{u"乜", u"nie", {}},
    Reading{u"郇", u"xun", {}},   Reading{u"阚", u"kan", {}},   Reading{u"闞", u"kan", {}},
    Reading{u"佴", u"nai", {}},   Reading{u"卜", u"bu", {}},    Reading{u"阙", u"que", {}},
    Reading{u"炅", u"gui", {}},   Reading{u"藏", u"zang", {}},  Reading{u"逄", u"pang", {}},
    Reading{u"车", u"che", {}},   Reading{u"莘", u"shen", {}},  Reading{u"谌", u"chen", {}},
    Reading{u"郗", u"xi", {}},    Reading{u"贾", u"jia", {}},   Reading{u"薄", u"bo", {}},
    Reading{u"仉", u"zhang", {}}, Reading{u"尉", u"wei", {}},   Reading{u"宓", u"mi", {}},
    Reading{u"费", u"fei", {}},   Reading{u"哈", u"ha", {}},    Reading{u"撒", u"sa", {}},
    Reading{u"咸", u"xian", {}},  Reading{u"相", u"xiang", {}},
};

/// Characters that are read in another way inside a given name than ICU reads them alone.
constexpr std::array givenNames{
    Reading{u"长", u"chang", {}}, Reading{u"長", u"chang", {}}, Reading{u"茜", u"xi", {}},
    Reading{u"曾", u"zeng", {}},  Reading{u"盖", u"gai", {}},   Reading{u"薄", u"bo", {}},
    Reading{u"种", u"zhong", {}}, Reading{u"卜", u"bu", {}},    Reading{u"朝", u"chao", {}},
    Reading{u"俟", u"si", {}},
};

std::optional<Reading> find(std::span<const Reading> readings, QStringView text)
{
    const auto found = std::find_if(readings.begin(), readings.end(), [&](const Reading &r) { return r.text == text; });
    return found == readings.end() ? std::nullopt : std::optional(*found);
}

bool isHan(QChar c) { return !pinyinOfCharacter(c.unicode()).isEmpty(); }

/// Appends the run of Latin letters and digits that starts at @p from; returns where it ends.
qsizetype appendLatin(QStringView name, qsizetype from, std::vector<QString> &syllables)
{
    qsizetype to = from;
    while (to < name.size() && !isHan(name[to]) && (name[to].isLetterOrNumber() || name[to].isMark())) {
        ++to;
    }
    QString plain = foldLatin(name.sliced(from, to - from));
    plain.removeIf([](QChar c) { return c.unicode() >= 0x80 || !c.isLetterOrNumber(); });
    if (!plain.isEmpty()) {
        syllables.push_back(plain);
    }
    return std::max(to, from + 1);
}

}  // namespace

QStringView pinyinOfCharacter(char32_t character)
{
    if (character == hanZero) {
        return u"ling";
    }
    const auto index = std::size_t(character) - firstHan;  // Wraps below firstHan, and is then too large.
    return index < indexOfHan.size() ? syllableTexts[indexOfHan[index]] : QStringView();
}

std::vector<QString> pinyinSyllables(QStringView name)
{
    std::vector<QString> result;
    bool isSurname = true;
    for (qsizetype i = 0; i < name.size();) {
        if (!isHan(name[i])) {
            i = appendLatin(name, i, result);
            continue;
        }
        if (isSurname) {
            isSurname = false;
            if (const auto compound = find(compoundSurnames, name.mid(i, 2))) {
                result.push_back(compound->first.toString());
                result.push_back(compound->second.toString());
                i += 2;
                continue;
            }
            if (const auto surname = find(surnames, name.mid(i, 1))) {
                result.push_back(surname->first.toString());
                ++i;
                continue;
            }
        } else if (const auto given = find(givenNames, name.mid(i, 1))) {
            result.push_back(given->first.toString());
            ++i;
            continue;
        }
        result.push_back(pinyinOfCharacter(name[i].unicode()).toString());
        ++i;
    }
    return result;
}

PinyinKeys pinyinOf(QStringView name)
{
    PinyinKeys keys;
    for (const QString &syllable : pinyinSyllables(name)) {
        keys.full += syllable;
        keys.initials += syllable.front();
    }
    return keys;
}

}  // namespace muster
