#pragma once
#include <QString>

/// What people think of the day, for its evaluation.
namespace muster::judgements {

/// A score with its evidence, a suggestion, or both. Of one subject a person's last word counts.
struct Judge {
    QString subject;     ///< One of subjects().
    int score = 0;       ///< 1 (poor) to 5 (excellent); 0: none is given.
    QString evidence;    ///< What the score rests on; must be said with one.
    QString suggestion;  ///< What to do better; empty: none.
};

}  // namespace muster::judgements
