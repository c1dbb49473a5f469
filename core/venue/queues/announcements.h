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
/// the board reads it; a recall is a call of its own. A notice goes before every call that waits.
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
    /// What goes before all calls: the mode of the hall.
    struct Notice {
        QString id;
        QString words;
        std::chrono::seconds again{0};  ///< Said once more after so long, until another one comes; 0: once.
        bool isAlone = false;           ///< No call is spoken beside it.
        friend bool operator==(const Notice &, const Notice &) = default;
    };

    /// Takes @p call in, unless it was taken in before.
    void add(const Call &call);
    /// Takes the place of the notice before; of the same id it is not said again at once. None: there is none any more.
    void setNotice(std::optional<Notice> notice);
    /// The notice, if it is to be said now; before next().
    [[nodiscard]] std::optional<Notice> nextNotice(WallTime now);
    /// What to speak now; nothing while one is spoken, or nothing waits.
    [[nodiscard]] std::optional<Call> next(WallTime now);
    /// What next() gave was spoken, or could not be.
    void finished() { m_isSpeaking = false; }

private:
    std::deque<Call> m_waiting;  ///< By time.
    std::deque<QString> m_heard;
    std::optional<Notice> m_notice;
    std::optional<WallTime> m_noticeSpoken;
    bool m_isSpeaking = false;
};

}  // namespace muster
