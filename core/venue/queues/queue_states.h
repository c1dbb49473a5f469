#pragma once
#include "core/venue/queues/queue_acts.h"

/// What may be done with a ticket in which state: the table that counters follow. Asked when deciding, never in a fold.
namespace muster::queues {

enum class Phase {
    Waiting,  ///< Or, of a service with batches, not called in yet.
    Ready,    ///< Called in with its batch, and there: counters call it.
    Batched,  ///< Called in with its batch, on the way.
    Called,   ///< To a counter.
    Serving,
    Held,    ///< With its counter, interrupted.
    Parked,  ///< Waiting, but not before a time.
    Missed,  ///< Did not come, and the rule for the late ended it; may be called by number all the same.
    Done,
    Cancelled,
};

/// May @p step be done with a ticket in this @p phase?
[[nodiscard]] bool isLegal(Phase phase, Step step);
/// The ticket's right lies with a counter that is at work on it.
[[nodiscard]] bool isAtCounter(Phase phase);
/// Over, one way or the other: the guest may take another number.
[[nodiscard]] bool isOver(Phase phase);

[[nodiscard]] QString toString(Phase phase);
[[nodiscard]] QString toString(Step step);

}  // namespace muster::queues
