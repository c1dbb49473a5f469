#pragma once
#include <QString>

/// A draw, step by step, by the coordinator alone. Source of the procedure: commit–reveal with a public number, as in
/// verifiable raffles: neither the organiser (who fixed the seed before) nor the hall (which named the number after)
/// can choose the result alone.
namespace muster::draws {

/// A seed is fixed and its hash shown, and with it the hash of the list of entrants.
struct Commit {
    QString draw;
};

/// The hall calls a number; from now on the result is fixed.
struct CallNumber {
    QString draw;
    qint64 number = 0;
};

/// The seed is shown and the winners follow.
struct Reveal {
    QString draw;
};

/// A winner is not there: the next in order takes the place.
struct Absent {
    QString draw;
    int place = 0;  ///< From 1.
    QString reason;
};

/// The draw is given up; it stays in the log, and a new one begins with Commit.
struct Abort {
    QString draw;
    QString reason;
};

}  // namespace muster::draws
