#pragma once
#include <QString>

/// How the hall runs, and what the commander says to everybody.
namespace muster::modes {

enum class Mode {
    Normal,
    Slow,      ///< Fewer in: gates let in as fast as others leave.
    Hold,      ///< Nobody more in.
    Evacuate,  ///< Everybody out.
};

/// One act changes gates, kiosks, boards and voice. Normal again is the all-clear.
struct SetMode {
    QString place;  ///< A zone; empty: the hall.
    Mode mode = Mode::Normal;
    QString reason;
};

}  // namespace muster::modes

namespace muster::messages {

struct Say {
    QString to;  ///< "all", "role:<role>", "zone:<zone>".
    QString text;
};

struct MarkRead {
    QString message;  ///< MessageView::id
};

}  // namespace muster::messages
