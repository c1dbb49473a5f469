#pragma once
#include "core/journal/hybrid_clock.h"
#include "core/venue/act.h"

/// What screens and scripts read of numbers, prizes and units: plain values, parts of a DayView.
namespace muster {

/// A place where numbers are called.
struct CounterView {
    QString station;
    Words name;
    QStringList services;
    bool isOpen = false;
    QString staff;   ///< Staff code of who opened or closed it last.
    QString number;  ///< Whom it has now; empty: nobody.
    QString phase;   ///< "called", "serving", "held".
    std::optional<WallTime> since;
    int onDeck = 0;  ///< Tickets that it may call cut off.
};

/// One stage of the journey.
struct QueueView {
    QString service;
    Words name;
    QString zone;
    int waiting = 0;  ///< May be called: of a service with batches, whoever is there.
    int notIn = 0;    ///< Of a service with batches: not called in yet, or on the way.
    int called = 0;
    int serving = 0;
    int held = 0;
    int parked = 0;
    int missed = 0;
    int onDeck = 0;
    int openCounters = 0;
    std::optional<int> waitedSeconds;   ///< On average, of the last that were called; unset: nobody was yet.
    std::optional<int> serviceSeconds;  ///< The same of the last that were finished.
    int estimateSeconds = 0;            ///< What a guest who takes a number now will wait, about.
    std::vector<CounterView> counters;
};

struct SeriesView {
    QString code;
    Words name;
    int issued = 0;
    QString lastNumber;  ///< The latest that was given; empty: none.
    std::optional<int> numberMax;
};

struct StockView {
    QString desk;  ///< A station; empty: the coordinator's store.
    int left = 0;
    std::optional<HybridTime> lowSince;  ///< Few are left, as the plan puts it.
};

struct PrizeView {
    QString code;
    Words name;
    int given = 0;   ///< Grants that stand,
    int handed = 0;  ///< of which these are in guests' hands,
    int open = 0;    ///< and these wait at a desk.
    std::vector<StockView> stocks;
};

struct UnitView {
    QString code;
    Words name;
    QString building;
    QString floor;
    QString phase;  ///< "free", "held", "subscribed", "signed", "withdrawn".
    std::optional<GuestView> guest;
    std::optional<WallTime> until;  ///< Held until then; afterwards it asks.
    bool isExpired = false;
    QString desk;  ///< Station of the last step; of an untouched one: as planned.
};

}  // namespace muster
