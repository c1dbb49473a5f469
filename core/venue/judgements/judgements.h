#pragma once
#include "core/venue/desk.h"

/// Judged scores and suggestions: how content guests and merchants were, what the day did for trading, leasing and
/// sales, how the team worked. A set of words that only grows; who judges a subject again means the later one.
namespace muster::judgements {

inline constexpr int scoreMin = 1;
inline constexpr int scoreMax = 5;
inline constexpr qsizetype textMax = 500;

struct Judgement {
    QString subject;
    int score = 0;  ///< 0: none.
    QString evidence;
    QString suggestion;
    QString actor;
    WallTime at{};
};

/// "guests", "merchants", "trading", "leasing", "sales", "team".
[[nodiscard]] QStringList subjects();
[[nodiscard]] Words titleOf(const QString &subject);

[[nodiscard]] QString judgedKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Judge &command);

/// Of the present day, by subject, then time: the last one of each person, or device where nobody said who they are.
[[nodiscard]] std::vector<Judgement> all(State &state);

}  // namespace muster::judgements
