#pragma once
#include "core/scan/image.h"

#include <QImage>
#include <QMetaType>
#include <QVideoFrame>

#include <memory>

namespace muster {

/// One picture of a source, shared between threads and never changed. Keeps alive whatever owns the pixels: where the
/// video frame has a brightness plane, that plane itself is seen, not a copy.
class Frame {
public:
    Frame() = default;
    /// An empty frame where the picture cannot be mapped or is beyond the scan limits.
    [[nodiscard]] static Frame of(const QVideoFrame &video);
    [[nodiscard]] static Frame of(const QImage &image);
    [[nodiscard]] static Frame of(scan::LumaImage image);

    [[nodiscard]] bool isEmpty() const { return !m_view.isUsable(); }
    [[nodiscard]] const scan::LumaView &luma() const { return m_view; }

private:
    scan::LumaView m_view;
    std::shared_ptr<const void> m_owner;
};

}  // namespace muster

Q_DECLARE_METATYPE(muster::Frame)
