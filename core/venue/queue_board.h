#pragma once
#include "core/venue/scarce_query.h"

/// What hangs on the wall of a waiting zone: who is called where, and who comes next.
namespace muster::queue_board {

struct Call {
    OperationHash step;  ///< That called, or called once more: what an announcement is named by.
    QString number;
    QString series;
    QString service;
    QString counter;
    Words counterName;
    WallTime at{};
    bool isRecall = false;
    bool isArrived = false;  ///< The guest is there: shown, and not spoken any more.
};

struct Board {
    std::vector<Call> nowServing;         ///< The latest call first.
    QStringList onDeck;                   ///< Numbers that lie at counters already, the next first.
    QMap<QString, QString> lastOfSeries;  ///< The number of each series that was called last.
};

inline constexpr int lookMax = 50;  ///< Calls of one service that are looked at for the last of each series.

/// Of @p services; of all if there is none.
[[nodiscard]] Board boardOf(State &state, const EventSetup &setup, const QStringList &services = {});

}  // namespace muster::queue_board
