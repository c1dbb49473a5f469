#pragma once
#include "core/people/sealed_person.h"

/// What a guest can be found by, as numbers: no text of a person or of a query ever becomes SQL.
namespace muster::people {

inline constexpr qsizetype indexedCharactersMax = 64;  ///< Of a name and of a company; the rest is kept, not searched.
inline constexpr qsizetype indexedDigitsMax = 20;      ///< Of a telephone number.
inline constexpr qsizetype wordLettersMax = 6;         ///< Of a syllable ("zhuang") and of a Latin word's start.
inline constexpr qsizetype phoneDigitsMin = 3;         ///< Fewer digits are not taken for a part of a phone number.

/// A kind in the top byte and up to seven bytes of content.
enum class Token : quint64 {};

enum class TokenKind : quint8 {
    Character = 1,   ///< A character of the name that is not ASCII (Han, Cyrillic, Hangul …).
    Pair,            ///< Two neighbouring ones.
    FirstCharacter,  ///< The name's first one.
    Word,            ///< A syllable of the name's pinyin, or the first 2–6 letters of a Latin word.
    FirstWord,       ///< Likewise of the name's first syllable or word, its single initial included.
    Initials,        ///< One to three initials that stand beside each other.
    AllInitials,     ///< The initials of the whole name, up to wordLettersMax.
    CompanyPair,     ///< Two neighbouring characters of the company that are not ASCII.
    PhoneTriple,     ///< Three neighbouring digits of the phone number.
    PhoneEnd,        ///< Its last three digits.
};

/// @p letters is ASCII; what is beyond wordLettersMax does not count.
[[nodiscard]] Token wordToken(TokenKind kind, QStringView letters);
[[nodiscard]] Token characterToken(TokenKind kind, char32_t character, char32_t second = 0);

/// A person as a search compares them.
struct SearchKeys {
    QString name;                         ///< Folded, only what is not ASCII: "欧阳·娜娜" -> "欧阳娜娜".
    std::vector<QString> syllables;       ///< Of the name.
    std::vector<QString> latinSyllables;  ///< Of the Latin name.
    QString company;                      ///< Folded, only what is not ASCII.
    std::vector<QString> companyWords;
    QString phone;  ///< Digits.

    [[nodiscard]] static SearchKeys of(const Person &person);
    /// Sorted, each once.
    [[nodiscard]] std::vector<Token> tokens() const;
};

/// The letters and numbers of @p folded that are not ASCII.
[[nodiscard]] QString wideLettersOf(QStringView folded);

}  // namespace muster::people
