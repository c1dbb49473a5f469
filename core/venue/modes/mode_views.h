#pragma once
#include "core/base/clock.h"
#include "core/venue/modes/mode_acts.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace muster {

struct ModeView {
    QString place;  ///< A zone; empty: the hall.
    modes::Mode mode = modes::Mode::Normal;
    QString reason;
    QString by;  ///< Staff name.
    std::optional<WallTime> since;
};

struct MessageView {
    QString id;
    QString to;
    QString text;
    QString from;  ///< Staff name.
    WallTime at{};
    int shownAt = 0;  ///< Devices that show it now, besides the coordinator's.
    int readBy = 0;
    QStringList readers;  ///< Names and stations of who read it.
    bool isReadHere = false;
};

/// Who was seen at an assembly point.
struct AssemblyView {
    QString place;
    int present = 0;
    int missing = 0;
    QStringList missingNames;  ///< At most 100.
};

}  // namespace muster
