#include "app/devices/frame.h"

namespace muster {
namespace {

/// Where the brightness bytes of a pixel format lie; step 0: not as whole bytes.
struct LumaLayout {
    int offset = 0;
    int step = 0;
};

LumaLayout lumaLayout(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_IMC1:
    case QVideoFrameFormat::Format_IMC2:
    case QVideoFrameFormat::Format_IMC3:
    case QVideoFrameFormat::Format_IMC4:
    case QVideoFrameFormat::Format_Y8: return {0, 1};
    case QVideoFrameFormat::Format_YUYV: return {0, 2};
    case QVideoFrameFormat::Format_UYVY: return {1, 2};
    case QVideoFrameFormat::Format_P010:
    case QVideoFrameFormat::Format_P016:
    case QVideoFrameFormat::Format_Y16: return {1, 2};  // The high byte; little endian.
    default: return {};
    }
}

/// Unmaps when the last user lets go.
struct MappedVideo {
    QVideoFrame video;

    explicit MappedVideo(const QVideoFrame &frame) : video(frame) { video.map(QVideoFrame::ReadOnly); }
    ~MappedVideo()
    {
        if (video.isMapped()) {
            video.unmap();
        }
    }
    MappedVideo(const MappedVideo &) = delete;
    MappedVideo &operator=(const MappedVideo &) = delete;
};

scan::LumaImage everySecondByte(const QVideoFrame &video, int offset)
{
    scan::LumaImage image(video.width(), video.height());
    for (int y = 0; y < video.height(); ++y) {
        const uchar *in = video.bits(0) + qsizetype(y) * video.bytesPerLine(0) + offset;
        quint8 *out = image.row(y);
        for (int x = 0; x < video.width(); ++x) {
            out[x] = in[2 * x];
        }
    }
    return image;
}

}  // namespace

Frame Frame::of(const QVideoFrame &video)
{
    const auto layout = lumaLayout(video.pixelFormat());
    const bool isTooLarge = video.width() > scan::imageSideMax || video.height() > scan::imageSideMax;
    if (!video.isValid() || isTooLarge) {
        return {};
    }
    if (layout.step == 0) {
        return of(video.toImage());
    }
    const auto mapped = std::make_shared<MappedVideo>(video);
    const auto &pixels = mapped->video;
    const qint64 bytesNeeded =
        qint64(pixels.bytesPerLine(0)) * (pixels.height() - 1) + qint64(pixels.width()) * layout.step;
    if (!pixels.isMapped() || pixels.bits(0) == nullptr || pixels.mappedBytes(0) < bytesNeeded) {
        return {};
    }
    if (layout.step == 2) {
        return of(everySecondByte(pixels, layout.offset));
    }
    Frame frame;
    frame.m_view = {pixels.bits(0), pixels.width(), pixels.height(), pixels.bytesPerLine(0)};
    frame.m_owner = mapped;
    return frame;
}

Frame Frame::of(const QImage &image)
{
    if (image.isNull()) {
        return {};
    }
    const bool isTooLarge = image.width() > scan::imageSideMax || image.height() > scan::imageSideMax;
    const auto smaller =
        isTooLarge ? image.scaled(scan::imageSideMax, scan::imageSideMax, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                   : image;
    const auto grey = std::make_shared<const QImage>(smaller.convertToFormat(QImage::Format_Grayscale8));
    Frame frame;
    frame.m_view = {grey->constBits(), grey->width(), grey->height(), int(grey->bytesPerLine())};
    frame.m_owner = grey;
    return frame;
}

Frame Frame::of(scan::LumaImage image)
{
    const auto shared = std::make_shared<const scan::LumaImage>(std::move(image));
    Frame frame;
    frame.m_view = shared->view();
    frame.m_owner = shared;
    return frame;
}

}  // namespace muster
