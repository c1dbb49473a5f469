#include "app/devices/frame_source.h"

#include "app/devices/camera_source.h"
#include "app/devices/picture_source.h"
#include "app/devices/video_file_source.h"

#include <QFileInfo>
#include <QImageReader>
#include <QLoggingCategory>
#include <QMimeDatabase>

namespace muster {
namespace {

/// "FOLDER@5" in its two parts, unless a file of that very name exists.
std::pair<QString, double> pathAndRate(const QString &spec)
{
    const auto at = spec.lastIndexOf(u'@');
    if (at > 0 && !QFileInfo::exists(spec)) {
        bool isNumber = false;
        const double rate = spec.sliced(at + 1).toDouble(&isNumber);
        if (isNumber && rate > 0 && rate <= picturesPerSecondMax) {
            return {spec.first(at), rate};
        }
    }
    return {spec, picturesPerSecondDefault};
}

}  // namespace

Result<std::unique_ptr<FrameSource>> openFrameSource(const QString &spec)
{
    chooseMediaBackend();
    const QString camera = QStringLiteral("camera");
    if (spec == camera || spec.startsWith(camera + u':')) {
        return std::make_unique<CameraSource>(spec.sliced(std::min(spec.size(), camera.size() + 1)));
    }
    const auto [path, rate] = pathAndRate(spec);
    const QFileInfo info(path);
    if (!info.exists() || !info.isReadable()) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("there is no readable file or folder “%1”; give “camera”, “camera:NAME”, a video, "
                                   "a picture or a folder of pictures")
                        .arg(path));
    }
    if (info.isDir() || QImageReader(path).canRead()) {
        return PictureSource::open(path, rate);
    }
    if (QMimeDatabase().mimeTypeForFile(info).name().startsWith(QStringLiteral("video/"))) {
        return std::make_unique<VideoFileSource>(info.absoluteFilePath());
    }
    return fail(ErrorCode::Invalid, QStringLiteral("“%1” is neither a picture nor a video").arg(path));
}

void chooseMediaBackend()
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.multimedia.*.debug=false"));  // It tells of every codec.
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND")) {
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    }
}

}  // namespace muster
