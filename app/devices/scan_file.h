#pragma once
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace muster {

/// What `muster scan` found in one file.
struct FileScan {
    QString file;
    std::optional<QByteArray> payload;  ///< As encoded; nothing: no code was found.
    QString symbology;
    qint64 ms = 0;  ///< Spent on decoding.
};

/// Decodes a picture (every pass) or a video (frame by frame, until the first code). Needs a QGuiApplication; runs an
/// event loop of its own for a video. NotFound, Invalid: no such file, or neither picture nor video.
[[nodiscard]] Result<FileScan> scanFile(const QString &path, const Clock &clock);

/// {"file":…, "text":… or null, "ms":…}; text as it will be compared with the list, null also for binary content.
[[nodiscard]] QJsonObject toJson(const FileScan &scan);

}  // namespace muster
