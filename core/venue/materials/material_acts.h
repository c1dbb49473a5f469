#pragma once
#include <QString>

/// Things that go out by category and come back; documents by their serial numbers.
namespace muster::materials {

enum class Step {
    Packed,
    Arrived,  ///< On site.
    Issued,   ///< In somebody's hands.
    Returned,
    Missing,
    Broken,
};

/// So many more (or, negative, fewer: a slip) went through a step.
struct Move {
    QString material;
    Step step = Step::Packed;
    int count = 0;
    QString zone;
    QString staff;  ///< Who has them.
    QString note;
};

enum class SerialStep { Issued, Used, Void, Returned };

/// What became of numbered documents, one or a run of them.
struct Mark {
    QString material;
    int from = 0;
    int to = 0;
    SerialStep step = SerialStep::Issued;
    QString staff;
    QString note;  ///< Of a void: why.
};

}  // namespace muster::materials
