#pragma once
#include <QString>
#include <QStringView>

#include <vector>

/// How people type a Chinese name on a Latin keyboard: the keys of the search for guests and staff.
namespace muster {

/// The two keys of one name, lower-case ASCII letters and digits only.
struct PinyinKeys {
    QString full;      ///< "wangxiaoming"; ü is "v", as on every Chinese keyboard.
    QString initials;  ///< "wxm".
    friend bool operator==(const PinyinKeys &, const PinyinKeys &) = default;
};

/// The reading of one character without its tone ("wang", ü as "v"); empty if it is no Han character of U+3400–U+9FFF
/// or U+3007. The commonest reading; surnames have their own only in pinyinSyllables().
[[nodiscard]] QStringView pinyinOfCharacter(char32_t character);

/// The syllables of a person's name. The first characters are read as a surname (单 shan, 尉迟 yu chi, 长孙 zhang sun),
/// a run of Latin letters is one syllable (folded as in foldLatin()); all else parts syllables and is dropped.
[[nodiscard]] std::vector<QString> pinyinSyllables(QStringView name);

/// Both keys of a person's name, Latin parts included ("王 David" -> "wangdavid", "wd").
[[nodiscard]] PinyinKeys pinyinOf(QStringView name);

}  // namespace muster
