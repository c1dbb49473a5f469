#pragma once
#include "core/scan/qr_image.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QImage>
#include <QPainter>
#include <QProcess>

#include <functional>

namespace muster::test {

/// A code on a white sheet.
inline QImage pictureOf(QByteArrayView payload, QSize size = {640, 480})
{
    const auto code = scan::qrImage(payload, {.modulePixels = 6}).value();
    const QImage symbol(code.row(0), code.width(), code.height(), code.width(), QImage::Format_Grayscale8);
    QImage sheet(size, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter(&sheet).drawImage((size.width() - code.width()) / 2, (size.height() - code.height()) / 2, symbol);
    return sheet;
}

/// A sheet with nothing on it.
inline QImage blank(QSize size = {640, 480})
{
    QImage sheet(size, QImage::Format_RGB32);
    sheet.fill(Qt::lightGray);
    return sheet;
}

/// Runs the event loop until @p isDone; false after ten seconds.
inline bool waitUntil(const std::function<bool()> &isDone, int msecs = 10'000)
{
    const QDeadlineTimer deadline(msecs);
    while (!isDone() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return isDone();
}

/// A video at 25 frames a second of the pictures frame-000.png, frame-001.png … in @p folder.
inline void makeVideo(const QString &folder, const QString &video)
{
    const int code = QProcess::execute(QStringLiteral(FFMPEG),
                                       {QStringLiteral("-loglevel"), QStringLiteral("error"), QStringLiteral("-y"),
                                        QStringLiteral("-framerate"), QStringLiteral("25"), QStringLiteral("-i"),
                                        folder + QStringLiteral("/frame-%03d.png"), QStringLiteral("-pix_fmt"),
                                        QStringLiteral("yuv420p"), video});
    REQUIRE(code == 0);
}

inline QString frameName(int index) { return QStringLiteral("frame-%1.png").arg(index, 3, 10, QLatin1Char('0')); }

}  // namespace muster::test
