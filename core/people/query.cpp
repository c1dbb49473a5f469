#include "core/people/query.h"

#include "core/base/folding.h"
#include "core/base/pinyin.h"
#include "core/people/spelling.h"

#include <algorithm>

namespace muster::people {
namespace {

constexpr qsizetype firstWordLettersMax = 12;  ///< Of two Latin words typed as one.
constexpr qsizetype pieceCharactersMax = qsizetype(spelledLettersMax);

Expression has(TokenKind kind, QStringView letters) { return Expression::has(wordToken(kind, letters)); }

/// The token that a Latin word beginning with @p letters has.
Expression startsWord(QStringView letters)
{
    return has(letters.size() == 1 ? TokenKind::Initials : TokenKind::Word, letters);
}

std::vector<Expression> togetherOf(QStringView initials)
{
    constexpr qsizetype together = 3;
    std::vector<Expression> parts;
    for (qsizetype from = 0; from + together <= initials.size(); ++from) {
        parts.push_back(has(TokenKind::Initials, initials.sliced(from, together)));
    }
    if (parts.empty()) {
        parts.push_back(has(TokenKind::Initials, initials));
    }
    return parts;
}

Expression partExpression(const SpellingPart &part, TokenKind kind)
{
    if (part.kind == SpellingPart::Kind::Initial) {
        const auto initial = QStringView(part.text).first(1);
        return has(kind == TokenKind::Word ? TokenKind::Initials : kind, initial);
    }
    return has(kind, part.text);  // The start of a longer syllable is a token too.
}

Expression spellingExpression(const Spelling &spelling, Fit fit)
{
    QString initials;
    for (const SpellingPart &part : spelling) {
        initials += part.text.front();
    }
    auto parts = togetherOf(initials);  // First: they narrow most.
    if (fit == Fit::Exact) {
        parts.push_back(has(TokenKind::AllInitials, initials));
    }
    for (const SpellingPart &part : spelling) {
        if (part.kind != SpellingPart::Kind::Initial) {
            parts.push_back(partExpression(part, TokenKind::Word));
        }
    }
    if (fit != Fit::Inside) {
        parts.push_back(partExpression(spelling.front(), TokenKind::FirstWord));
    }
    return Expression::all(std::move(parts));
}

/// One Latin word begins so, or two words stand so beside each other.
void addLatinWords(std::vector<Expression> &ways, QStringView letters, Fit fit)
{
    const auto add = [&](std::vector<Expression> parts, const QString &initials, QStringView first) {
        if (fit == Fit::Exact) {
            parts.push_back(has(TokenKind::AllInitials, initials));
        }
        if (fit != Fit::Inside) {
            parts.push_back(has(TokenKind::FirstWord, first));
        }
        ways.push_back(Expression::all(std::move(parts)));
    };
    add({startsWord(letters)}, letters.first(1).toString(), letters);
    for (qsizetype k = 1; k < letters.size() && k <= firstWordLettersMax; ++k) {
        const auto first = letters.first(k);
        const auto second = letters.sliced(k);
        const QString initials = first.first(1).toString() + second.front();
        add({has(TokenKind::Initials, initials), startsWord(second), startsWord(first)}, initials, first);
    }
}

Expression latinExpression(QStringView letters, Fit fit)
{
    std::vector<Expression> ways;
    for (const Spelling &spelling : spellingsOf(letters)) {
        ways.push_back(spellingExpression(spelling, fit));
    }
    addLatinWords(ways, letters, fit);
    if (fit == Fit::Exact) {  // Typed by initials alone, Latin ones included.
        ways.push_back(has(TokenKind::AllInitials, letters));
    } else if (letters.size() <= qsizetype(spellingPartsMax)) {
        auto parts = togetherOf(letters);
        if (fit == Fit::Start) {
            parts.push_back(has(TokenKind::FirstWord, letters.first(1)));
        }
        ways.push_back(Expression::all(std::move(parts)));
    }
    return Expression::any(std::move(ways));
}

Expression phoneExpression(QStringView digits, Fit fit)
{
    std::vector<Expression> parts;
    if (fit != Fit::Inside) {
        parts.push_back(has(TokenKind::PhoneEnd, digits.last(phoneDigitsMin)));
    }
    for (qsizetype from = 0; from + phoneDigitsMin <= digits.size(); ++from) {
        parts.push_back(has(TokenKind::PhoneTriple, digits.sliced(from, phoneDigitsMin)));
    }
    return Expression::all(std::move(parts));
}

Expression pairsOf(TokenKind kind, const auto &characters)
{
    std::vector<Expression> pairs;
    for (qsizetype i = 0; i + 1 < characters.size(); ++i) {
        pairs.push_back(Expression::has(characterToken(kind, characters[i], characters[i + 1])));
    }
    return Expression::all(std::move(pairs));
}

Expression wideExpression(const QString &text, Fit fit)
{
    const auto characters = text.toUcs4();
    const bool isOne = characters.size() == 1;
    Expression name = isOne ? Expression::has(characterToken(TokenKind::Character, characters.front()))
                            : pairsOf(TokenKind::Pair, characters);
    if (fit == Fit::Inside) {
        return isOne ? name : Expression::any({std::move(name), pairsOf(TokenKind::CompanyPair, characters)});
    }
    std::vector<Expression> parts{std::move(name)};
    parts.push_back(Expression::has(characterToken(TokenKind::FirstCharacter, characters.front())));
    const QString initials = pinyinOf(text).initials;
    if (fit == Fit::Exact && initials.size() == characters.size()) {
        parts.push_back(has(TokenKind::AllInitials, initials));
    }
    return Expression::all(std::move(parts));
}

std::optional<Fit> better(std::optional<Fit> one, std::optional<Fit> other)
{
    if (!one || !other) {
        return one ? one : other;
    }
    return std::min(*one, *other);
}

std::optional<Fit> fitOf(Spelled spelled)
{
    switch (spelled) {
    case Spelled::No: return std::nullopt;
    case Spelled::Inside: return Fit::Inside;
    case Spelled::Start: return Fit::Start;
    case Spelled::Whole: return Fit::Exact;
    }
    return std::nullopt;
}

std::optional<Fit> wideFit(const QString &text, const SearchKeys &person)
{
    const bool isAll = person.syllables.empty() || qsizetype(person.syllables.size()) == text.toUcs4().size();
    if (person.name == text && isAll) {
        return Fit::Exact;
    }
    if (person.name.startsWith(text)) {
        return Fit::Start;
    }
    const bool isCompany = text.toUcs4().size() > 1 && person.company.contains(text);
    return isCompany || person.name.contains(text) ? std::optional(Fit::Inside) : std::nullopt;
}

std::optional<Fit> phoneFit(const QString &digits, const QString &phone)
{
    if (phone == digits) {
        return Fit::Exact;
    }
    if (phone.endsWith(digits)) {
        return Fit::Start;
    }
    return phone.contains(digits) ? std::optional(Fit::Inside) : std::nullopt;
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// "+86 138-0000 0001" is one number, "138 0001" the start and the end of one. Empty if @p text is none.
QString wholeNumber(QStringView text)
{
    qsizetype digits = 0;
    bool hasShortGroup = false;
    for (const QChar c : text) {
        if (isDigit(c)) {
            ++digits;
            continue;
        }
        if (!c.isSpace() && !QStringView(u"+-().").contains(c)) {
            return {};
        }
        hasShortGroup = hasShortGroup || (digits > 0 && digits < phoneDigitsMin);
        digits = 0;
    }
    hasShortGroup = hasShortGroup || (digits > 0 && digits < phoneDigitsMin);
    const bool isInternational = text.trimmed().startsWith(u'+') || text.trimmed().startsWith(u"00");
    return hasShortGroup || isInternational ? phoneDigits(text) : QString();
}

}  // namespace

Query::Query(QStringView text)
{
    const QString folded = foldLatin(text.first(std::min(text.size(), queryCharactersMax)));
    if (const QString number = wholeNumber(folded); number.size() >= phoneDigitsMin) {
        addPiece(number.left(indexedDigitsMax), false);
        return;
    }
    QString piece;
    bool isWide = false;
    for (const QChar c : folded + u' ') {
        const bool isAscii = c.unicode() < 0x80;
        const bool isWord = c.isLetterOrNumber() || (!isAscii && (c.isMark() || c.isSurrogate()));
        if (!piece.isEmpty() && (!isWord || isWide == isAscii)) {
            addPiece(piece, isWide);
            piece.clear();
        }
        if (isWord) {
            piece += c;
            isWide = !isAscii;
        }
    }
    const auto isOfFirstKind = [this](const Piece &p) { return p.isWide == m_pieces.front().isWide && !p.isDigits; };
    if (m_pieces.size() > 1 && std::all_of(m_pieces.begin(), m_pieces.end(), isOfFirstKind)) {
        m_joined = Piece{{}, m_pieces.front().isWide, false};
        for (const Piece &part : m_pieces) {
            m_joined->text += part.text;
        }
        m_joined->text.truncate(pieceCharactersMax);
    }
}

void Query::addPiece(const QString &text, bool isWide)
{
    if (qsizetype(m_pieces.size()) == queryPiecesMax) {
        return;
    }
    const bool isDigits = !isWide && text.size() >= phoneDigitsMin && std::all_of(text.begin(), text.end(), isDigit);
    m_pieces.push_back({text.left(pieceCharactersMax), isWide, isDigits});
}

Expression Query::expressionOf(const Piece &piece, Fit fit)
{
    if (piece.isWide) {
        return wideExpression(piece.text, fit);
    }
    if (!piece.isDigits) {
        return latinExpression(piece.text, fit);
    }
    return Expression::any({phoneExpression(piece.text, fit), latinExpression(piece.text, fit)});
}

std::optional<Fit> Query::fitOf(const Piece &piece, const SearchKeys &person)
{
    if (piece.isWide) {
        return wideFit(piece.text, person);
    }
    auto fit = better(people::fitOf(spelled(piece.text, person.syllables)),
                      people::fitOf(spelled(piece.text, person.latinSyllables)));
    if (piece.isDigits) {
        fit = better(fit, phoneFit(piece.text, person.phone));
    }
    const bool isCompany = std::any_of(person.companyWords.begin(), person.companyWords.end(),
                                       [&](const QString &word) { return word.startsWith(piece.text); });
    return isCompany ? better(fit, Fit::Inside) : fit;
}

Expression Query::expression(Fit fit) const
{
    std::vector<Expression> parts;
    for (const Piece &piece : m_pieces) {
        parts.push_back(expressionOf(piece, fit));
    }
    auto pieces = Expression::all(std::move(parts));
    if (fit == Fit::Inside || !m_joined) {
        return pieces;
    }
    return Expression::any({expressionOf(*m_joined, fit), std::move(pieces)});
}

std::optional<Fit> Query::fit(const SearchKeys &person) const
{
    Fit worst = Fit::Exact;
    for (const Piece &piece : m_pieces) {
        const auto fit = fitOf(piece, person);
        if (!fit) {
            return std::nullopt;
        }
        worst = std::max(worst, *fit);
    }
    return m_joined ? better(worst, fitOf(*m_joined, person)) : worst;
}

}  // namespace muster::people
