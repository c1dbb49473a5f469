#pragma once
#include <QString>

#include <vector>

/// How letters typed without spaces may be read as syllables: "wangxm" as wang·x·m, "xian" as xian or xi·an.
namespace muster::people {

inline constexpr std::size_t spellingsMax = 24;  ///< Those with the fewest parts are kept.
inline constexpr std::size_t spellingPartsMax = 8;
inline constexpr std::size_t spelledLettersMax = 64;  ///< Of what spelled() compares.

struct SpellingPart {
    enum class Kind {
        Syllable,  ///< "wang"
        Initial,   ///< "w", "zh"
        Start,     ///< Two letters or more that begin a syllable; only at the end: "xia" of xiao.
    };
    Kind kind;
    QString text;
    friend bool operator==(const SpellingPart &, const SpellingPart &) = default;
};

using Spelling = std::vector<SpellingPart>;

/// Every syllable of pinyin without tones, sorted.
[[nodiscard]] const std::vector<QString> &pinyinSyllableList();
/// @p letters: lower-case ASCII. Empty if it cannot be read as pinyin.
[[nodiscard]] std::vector<Spelling> spellingsOf(QStringView letters);

/// Whether @p letters, typed from some syllable on, spell the name: each in full or by its initial, the last as
/// far as it was typed.
enum class Spelled { No, Inside, Start, Whole };
/// Whole only if every syllable is typed in full, or every one by its initial.
[[nodiscard]] Spelled spelled(QStringView letters, const std::vector<QString> &syllables);

}  // namespace muster::people
