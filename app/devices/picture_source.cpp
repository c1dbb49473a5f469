#include "app/devices/picture_source.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>

namespace muster {
namespace {

/// Decoded size of a picture in memory, in MiB (four bytes a pixel at the scan limit).
constexpr int pictureMemoryMax = 256;

QStringList picturesIn(const QString &path)
{
    if (QFileInfo(path).isFile()) {
        return {path};
    }
    QStringList patterns;
    for (const auto &format : QImageReader::supportedImageFormats()) {
        patterns += QStringLiteral("*.") + QString::fromLatin1(format);
    }
    QStringList files;
    const QDir folder(path);
    for (const auto &name : folder.entryList(patterns, QDir::Files | QDir::Readable, QDir::Name)) {
        files += folder.filePath(name);
    }
    return files;
}

}  // namespace

Result<Frame> readPicture(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    reader.setAllocationLimit(pictureMemoryMax);
    const auto size = reader.size();
    if (size.width() > scan::imageSideMax || size.height() > scan::imageSideMax) {
        reader.setScaledSize(size.scaled(scan::imageSideMax, scan::imageSideMax, Qt::KeepAspectRatio));
    }
    auto frame = Frame::of(reader.read());
    if (frame.isEmpty()) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("“%1” cannot be read as a picture: %2").arg(path, reader.errorString()));
    }
    return frame;
}

Result<std::unique_ptr<FrameSource>> PictureSource::open(const QString &path, double perSecond)
{
    auto files = picturesIn(path);
    if (files.isEmpty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there are no pictures in “%1”").arg(path));
    }
    if (files.size() > picturesMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("“%1” holds more than %2 pictures").arg(path).arg(picturesMax));
    }
    return std::unique_ptr<FrameSource>(new PictureSource(std::move(files), perSecond));
}

PictureSource::PictureSource(QStringList files, double perSecond) : m_files(std::move(files))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(int(1000 / perSecond));
    connect(&m_timer, &QTimer::timeout, this, &PictureSource::deliverNext);
}

void PictureSource::start()
{
    m_next = 0;
    m_isRunning = true;
    m_timer.start(0);
}

void PictureSource::stop()
{
    m_isRunning = false;
    m_timer.stop();
}

void PictureSource::acknowledge()
{
    if (m_isRunning) {
        m_timer.start();
    }
}

void PictureSource::deliverNext()
{
    while (m_isRunning && m_next < m_files.size()) {
        const auto picture = readPicture(m_files.at(m_next++));
        if (picture) {
            Q_EMIT frame(*picture);
            return;
        }
        Q_EMIT failed(picture.error().detail);
    }
    if (m_isRunning) {
        m_isRunning = false;
        Q_EMIT ended();
    }
}

}  // namespace muster
