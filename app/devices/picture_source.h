#pragma once
#include "app/devices/frame_source.h"

#include <QStringList>
#include <QTimer>

namespace muster {

/// The pictures of a folder in the order of their names, or one picture, at a given rate at most.
/// A file that cannot be read is told by failed() and passed over.
class PictureSource final : public FrameSource {
    Q_OBJECT
public:
    static constexpr int picturesMax = 100'000;

    /// NotFound: a folder without pictures. Invalid: more than picturesMax.
    [[nodiscard]] static Result<std::unique_ptr<FrameSource>> open(const QString &path, double perSecond);

    [[nodiscard]] Pace pace() const override { return Pace::Every; }
    /// From the first picture.
    void start() override;
    void stop() override;
    void acknowledge() override;

private:
    PictureSource(QStringList files, double perSecond);
    void deliverNext();

    QStringList m_files;
    qsizetype m_next = 0;
    bool m_isRunning = false;
    QTimer m_timer;
};

/// A picture file as a frame, upright as its metadata says. Pictures beyond the scan limits are read smaller.
/// Invalid: not a picture, or damaged.
[[nodiscard]] Result<Frame> readPicture(const QString &path);

}  // namespace muster
