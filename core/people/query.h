#pragma once
#include "core/people/tokens.h"

#include <optional>

/// What somebody typed into the search field. Untrusted: any text is a query, at worst one that finds nobody.
namespace muster::people {

inline constexpr qsizetype queryCharactersMax = 64;  ///< The rest is not read.
inline constexpr qsizetype queryPiecesMax = 8;       ///< Words, roughly; the rest is not read.

/// Which rows may match: a tree of "has this token", "all of", "any of".
struct Expression {
    enum class Kind { Has, All, Any };
    Kind kind = Kind::All;
    Token token{};
    std::vector<Expression> parts;

    [[nodiscard]] static Expression has(Token token) { return {Kind::Has, token, {}}; }
    [[nodiscard]] static Expression all(std::vector<Expression> parts) { return {Kind::All, {}, std::move(parts)}; }
    [[nodiscard]] static Expression any(std::vector<Expression> parts) { return {Kind::Any, {}, std::move(parts)}; }
};

/// How well a person fits, best first.
enum class Fit {
    Exact,   ///< The whole name, its pinyin or initials, or the whole number.
    Start,   ///< A name starts so, or a number ends so.
    Inside,  ///< Anything else.
};

/// A query taken apart: its words in one script each.
class Query {
public:
    /// Blank if nothing in @p text is a letter or a digit.
    explicit Query(QStringView text);

    [[nodiscard]] bool isBlank() const { return m_pieces.empty(); }
    /// A tree whose rows hold every person who fits at least so, and some more. Any part that cannot be narrowed down
    /// to @p fit is narrowed down to Inside.
    [[nodiscard]] Expression expression(Fit fit) const;
    /// Unset if @p person does not fit: all pieces must.
    [[nodiscard]] std::optional<Fit> fit(const SearchKeys &person) const;

private:
    struct Piece {
        QString text;
        bool isWide = false;    ///< Not ASCII; else Latin letters and digits.
        bool isDigits = false;  ///< Enough of them to be a part of a phone number.
    };

    void addPiece(const QString &text, bool isWide);
    [[nodiscard]] static Expression expressionOf(const Piece &piece, Fit fit);
    [[nodiscard]] static std::optional<Fit> fitOf(const Piece &piece, const SearchKeys &person);

    std::vector<Piece> m_pieces;
    std::optional<Piece> m_joined;  ///< All pieces as one, if they are of one kind and more than one.
};

}  // namespace muster::people
