#include "app/devices/scan_file.h"

#include "app/devices/frame_source.h"
#include "app/devices/picture_source.h"
#include "core/scan/payload.h"
#include "core/scan/pipeline.h"

#include <QEventLoop>
#include <QFileInfo>

namespace muster {
namespace {

qint64 msSince(const Clock &clock, Instant begun)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock.monotonic() - begun).count();
}

void note(FileScan &scan, std::optional<scan::Decoded> decoded)
{
    if (decoded) {
        scan.payload = std::move(decoded->reading.payload);
        scan.symbology = std::move(decoded->reading.symbology);
    }
}

Result<FileScan> scanVideo(FrameSource &source, FileScan scan, const Clock &clock)
{
    QEventLoop loop;
    scan::Pipeline pipeline(clock);
    QString trouble;
    QObject::connect(&source, &FrameSource::frame, &loop, [&](const Frame &frame) {
        const auto begun = clock.monotonic();
        note(scan, pipeline.decodeFrame(frame.luma()));
        scan.ms += msSince(clock, begun);
        if (scan.payload) {
            loop.quit();
        } else {
            // Not from within its own signal.
            QMetaObject::invokeMethod(
                &source, [&source] { source.acknowledge(); }, Qt::QueuedConnection);
        }
    });
    QObject::connect(&source, &FrameSource::failed, &loop, [&](const QString &reason) { trouble = reason; });
    QObject::connect(&source, &FrameSource::ended, &loop, &QEventLoop::quit);
    source.start();
    loop.exec();
    source.stop();
    if (!scan.payload && !trouble.isEmpty()) {
        return fail(ErrorCode::Invalid, trouble);
    }
    return scan;
}

}  // namespace

Result<FileScan> scanFile(const QString &path, const Clock &clock)
{
    FileScan scan{.file = path, .payload = {}, .symbology = {}};
    if (!QFileInfo(path).isFile()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no file “%1”").arg(path));
    }
    const auto source = openFrameSource(path);
    if (!source) {
        return fail(source);
    }
    if (dynamic_cast<PictureSource *>(source->get()) == nullptr) {
        return scanVideo(**source, std::move(scan), clock);
    }
    const auto picture = readPicture(path);
    if (!picture) {
        return fail(picture);
    }
    const auto begun = clock.monotonic();
    note(scan, scan::Pipeline::decodeAll(picture->luma()));
    scan.ms = msSince(clock, begun);
    return scan;
}

QJsonObject toJson(const FileScan &scan)
{
    QJsonValue text;  // null
    if (scan.payload) {
        const auto code = scan::parsePayload(*scan.payload);
        if (const auto *plain = std::get_if<scan::PlainCode>(&code)) {
            text = plain->text;
        } else if (const auto *rejected = std::get_if<scan::Rejected>(&code);
                   rejected == nullptr || rejected->reason == scan::RejectReason::MalformedTicket) {
            text = QString::fromLatin1(*scan.payload);
        }
    }
    return {{QStringLiteral("file"), scan.file}, {QStringLiteral("text"), text}, {QStringLiteral("ms"), scan.ms}};
}

}  // namespace muster
