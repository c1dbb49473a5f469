#include "core/people/tokens.h"

#include "core/base/folding.h"
#include "core/base/pinyin.h"

#include <algorithm>

namespace muster::people {
namespace {

constexpr unsigned kindShift = 56;
constexpr qsizetype initialsTogetherMax = 3;
constexpr unsigned characterBits = 21;

class Collector {
public:
    void word(TokenKind kind, QStringView letters) { m_tokens.push_back(wordToken(kind, letters)); }
    void character(TokenKind kind, char32_t first, char32_t second = 0)
    {
        m_tokens.push_back(characterToken(kind, first, second));
    }
    /// A syllable as a whole, and whatever one types on the way to a longer word.
    void starts(TokenKind kind, const QString &word)
    {
        for (qsizetype length = std::min<qsizetype>(2, word.size()); length <= std::min(word.size(), wordLettersMax);
             ++length) {
            this->word(kind, QStringView(word).first(length));
        }
    }
    std::vector<Token> take()
    {
        std::sort(m_tokens.begin(), m_tokens.end());
        m_tokens.erase(std::unique(m_tokens.begin(), m_tokens.end()), m_tokens.end());
        return std::move(m_tokens);
    }

private:
    std::vector<Token> m_tokens;
};

void collectSyllables(Collector &out, const std::vector<QString> &syllables)
{
    QString initials;
    for (const QString &syllable : syllables) {
        out.starts(TokenKind::Word, syllable);
        initials += syllable.front();
    }
    for (qsizetype from = 0; from < initials.size(); ++from) {
        for (qsizetype length = 1; length <= std::min(initialsTogetherMax, initials.size() - from); ++length) {
            out.word(TokenKind::Initials, QStringView(initials).sliced(from, length));
        }
    }
    if (!syllables.empty()) {
        out.word(TokenKind::FirstWord, QStringView(initials).first(1));
        out.starts(TokenKind::FirstWord, syllables.front());
        out.word(TokenKind::AllInitials, initials);
    }
}

void collectPhone(Collector &out, QStringView phone)
{
    for (qsizetype from = 0; from + phoneDigitsMin <= phone.size(); ++from) {
        out.word(TokenKind::PhoneTriple, phone.sliced(from, phoneDigitsMin));
    }
    if (phone.size() >= phoneDigitsMin) {
        out.word(TokenKind::PhoneEnd, phone.last(phoneDigitsMin));
    }
}

std::vector<QString> asciiWordsOf(QStringView folded)
{
    std::vector<QString> words;
    bool isInside = false;
    for (const QChar c : folded) {
        const bool isWord = c.unicode() < 0x80 && c.isLetterOrNumber();
        if (isWord && !isInside) {
            words.emplace_back();
        }
        if (isWord) {
            words.back() += c;
        }
        isInside = isWord;
    }
    return words;
}

}  // namespace

Token wordToken(TokenKind kind, QStringView letters)
{
    quint64 packed = 0;
    for (const QChar c : letters.first(std::min(letters.size(), wordLettersMax))) {
        packed = (packed << 8U) | quint8(c.unicode());
    }
    return Token{(quint64(kind) << kindShift) | packed};
}

Token characterToken(TokenKind kind, char32_t character, char32_t second)
{
    return Token{(quint64(kind) << kindShift) | (quint64(second) << characterBits) | character};
}

QString wideLettersOf(QStringView folded)
{
    QString wide;
    for (const QChar c : folded) {
        if (c.unicode() >= 0x80 && (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())) {
            wide += c;
        }
    }
    return wide;
}

SearchKeys SearchKeys::of(const Person &person)
{
    const QString name = person.name.left(indexedCharactersMax);
    const QString company = foldLatin(QStringView(person.company).left(indexedCharactersMax));
    return {wideLettersOf(foldLatin(name)),
            pinyinSyllables(name),
            pinyinSyllables(QStringView(person.latinName).left(indexedCharactersMax)),
            wideLettersOf(company),
            asciiWordsOf(company),
            phoneDigits(person.phone).left(indexedDigitsMax)};
}

std::vector<Token> SearchKeys::tokens() const
{
    Collector out;
    const auto characters = name.toUcs4();
    for (const auto character : characters) {
        out.character(TokenKind::Character, character);
    }
    for (qsizetype i = 0; i + 1 < characters.size(); ++i) {
        out.character(TokenKind::Pair, characters[i], characters[i + 1]);
    }
    if (!characters.empty()) {
        out.character(TokenKind::FirstCharacter, characters.front());
    }
    collectSyllables(out, syllables);
    collectSyllables(out, latinSyllables);
    const auto firm = company.toUcs4();
    for (qsizetype i = 0; i + 1 < firm.size(); ++i) {
        out.character(TokenKind::CompanyPair, firm[i], firm[i + 1]);
    }
    for (const QString &word : companyWords) {
        out.starts(TokenKind::Word, word);
    }
    collectPhone(out, phone);
    return out.take();
}

}  // namespace muster::people
