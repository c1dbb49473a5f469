#pragma once
#include "core/base/clock.h"

#include <QString>

#include <deque>
#include <optional>

namespace muster {

/// The calls that a board still has to speak, one at a time, the oldest first.
///
/// Guarantees: never two at once: the next comes only after finished(). A call that is older than `staleAfter` when
/// its turn comes is skipped: whoever came since would only be confused. The same call is spoken once however often
/// the board reads it; a recall is a call of its own.
class Announcements {
public:
    static constexpr std::chrono::seconds staleAfter{60};
    static constexpr std::size_t waitingMax = 100;  ///< The oldest give way: they would be stale by their turn.
    static constexpr std::size_t heardMax = 1'000;

    struct Call {
        QString id;  ///< Of the step that called: the operation, in hex.
        QString number;
        QString counter;
        WallTime at{};
        bool isRecall = false;
    };

    /// Takes @p call in, unless it was taken in before.
    void add(const Call &call);
    /// What to speak now; nothing while one is spoken, or nothing waits.
    [[nodiscard]] std::optional<Call> next(WallTime now);
    /// What next() gave was spoken, or could not be.
    void finished() { m_isSpeaking = false; }

private:
    std::deque<Call> m_waiting;  ///< By time.
    std::deque<QString> m_heard;
    bool m_isSpeaking = false;
};

}  // namespace muster
