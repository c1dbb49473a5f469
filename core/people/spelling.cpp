#include "core/people/spelling.h"

#include "core/base/pinyin.h"

#include <algorithm>
#include <bitset>
#include <set>

namespace muster::people {
namespace {

constexpr char32_t commonHanFirst = 0x4e00;
constexpr char32_t commonHanLast = 0x9fff;
constexpr qsizetype syllableLettersMax = 6;
constexpr int stepsMax = 5'000;  ///< Of one search for spellings: bounds the time of a hostile query.

/// Looks for the spellings with exactly so many parts.
class Speller {
public:
    Speller(QStringView letters, std::vector<Spelling> &found) : m_letters(letters), m_found(&found) {}

    void spell(qsizetype from, std::size_t partsLeft)
    {
        if (++m_steps > stepsMax || m_found->size() >= spellingsMax) {
            return;
        }
        const QStringView rest = m_letters.sliced(from);
        if (rest.isEmpty() || partsLeft == 0 || rest.size() > qsizetype(partsLeft) * syllableLettersMax) {
            if (rest.isEmpty() && partsLeft == 0) {
                m_found->push_back(m_parts);
            }
            return;
        }
        for (qsizetype length = std::min(rest.size(), syllableLettersMax); length > 0; --length) {
            tryPart(rest.first(length), from, partsLeft, length == rest.size());
        }
    }

private:
    void tryPart(QStringView text, qsizetype from, std::size_t partsLeft, bool isLast)
    {
        const auto &list = pinyinSyllableList();
        const auto lower = std::lower_bound(list.begin(), list.end(), text);
        if (lower == list.end() || !lower->startsWith(text)) {
            return;
        }
        const bool isInitial = text.size() == 1 || text == u"zh" || text == u"ch" || text == u"sh";
        using Kind = SpellingPart::Kind;
        // At the end a syllable may still be on its way to a longer one ("xian" to xiang).
        const Kind kind = isInitial ? Kind::Initial : isLast ? Kind::Start : Kind::Syllable;
        if (kind == Kind::Syllable && *lower != text) {
            return;
        }
        m_parts.push_back({kind, text.toString()});
        spell(from + text.size(), partsLeft - 1);
        m_parts.pop_back();
    }

    QStringView m_letters;
    std::vector<Spelling> *m_found;
    Spelling m_parts;
    int m_steps = 0;
};

/// Whether @p letters are used up from syllable @p index on. All ways at once: their number may be large.
bool spellsFrom(QStringView letters, const std::vector<QString> &syllables, std::size_t index)
{
    std::bitset<spelledLettersMax + 1> reached(1);  // Bit n: the first n letters are used up.
    const auto wanted = std::size_t(letters.size());
    for (; reached.any() && !reached[wanted] && index < syllables.size(); ++index) {
        std::bitset<spelledLettersMax + 1> next;
        for (std::size_t from = 0; from < wanted; ++from) {
            const QString &syllable = syllables[index];
            for (std::size_t i = 0; reached[from] && from + i < wanted && qsizetype(i) < syllable.size() &&
                                    syllable[qsizetype(i)] == letters[qsizetype(from + i)];
                 ++i) {
                const std::size_t length = i + 1;
                const bool isWhole = qsizetype(length) == syllable.size() || from + length == wanted;
                if (isWhole || length == 1 || (length == 2 && syllable[1] == u'h')) {
                    next.set(from + length);
                }
            }
        }
        reached = next;
    }
    return reached[wanted];
}

}  // namespace

const std::vector<QString> &pinyinSyllableList()
{
    static const std::vector<QString> list = [] {
        std::set<QString> syllables;
        for (char32_t c = commonHanFirst; c <= commonHanLast; ++c) {
            if (const QStringView syllable = pinyinOfCharacter(c); !syllable.isEmpty()) {
                syllables.insert(syllable.toString());
            }
        }
        return std::vector<QString>(syllables.begin(), syllables.end());
    }();
    return list;
}

std::vector<Spelling> spellingsOf(QStringView letters)
{
    std::vector<Spelling> found;
    Speller speller(letters, found);
    for (std::size_t parts = 1; parts <= spellingPartsMax && found.size() < spellingsMax; ++parts) {
        speller.spell(0, parts);
    }
    return found;
}

Spelled spelled(QStringView letters, const std::vector<QString> &syllables)
{
    Q_ASSERT(letters.size() <= qsizetype(spelledLettersMax));
    for (std::size_t index = 0; index < syllables.size(); ++index) {
        if (!spellsFrom(letters, syllables, index)) {
            continue;
        }
        if (index > 0) {
            return Spelled::Inside;
        }
        QString full;
        QString initials;
        for (const QString &syllable : syllables) {
            full += syllable;
            initials += syllable.front();
        }
        return letters == full || letters == initials ? Spelled::Whole : Spelled::Start;
    }
    return Spelled::No;
}

}  // namespace muster::people
