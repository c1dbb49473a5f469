#include "app/paper/sheet_writer.h"

#include "app/paper/sheet_layout.h"
#include "core/paper/sheet_html.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>

namespace muster::paper {
namespace {

constexpr double marginMm = 12;
constexpr double mmPerInch = 25.4;
constexpr int printerDots = 300;  ///< To the inch.

QPageLayout pageOf(const Sheet &sheet)
{
    return {QPageSize(QPageSize::A4), sheet.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait,
            QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter};
}

}  // namespace

QByteArray toPdf(const Sheet &sheet)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(pageOf(sheet));
    writer.setResolution(printerDots);
    writer.setTitle(sheet.event + QStringLiteral(" – ") + sheet.title);
    writer.setCreator(QStringLiteral("Muster"));
    const SheetLayout layout(sheet, writer, QRectF(0, 0, writer.width(), writer.height()), printerDots / mmPerInch);
    QPainter painter(&writer);
    for (int page = 0; page < layout.pageCount(); ++page) {
        if (page > 0) {
            writer.newPage();
        }
        layout.draw(painter, page);
    }
    painter.end();
    return buffer.data();
}

std::vector<QImage> toPictures(const Sheet &sheet, int dotsPerInch)
{
    const auto page = pageOf(sheet);
    QImage blank(page.fullRectPixels(dotsPerInch).size(), QImage::Format_RGB32);
    blank.fill(Qt::white);
    const SheetLayout layout(sheet, blank, page.paintRectPixels(dotsPerInch), dotsPerInch / mmPerInch);
    std::vector<QImage> pictures;
    for (int i = 0; i < layout.pageCount(); ++i) {
        auto picture = blank.copy();
        QPainter painter(&picture);
        layout.draw(painter, i);
        painter.end();
        pictures.push_back(picture);
    }
    return pictures;
}

Status save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    if (isOpen && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return fail(ErrorCode::Storage,
                QStringLiteral("cannot write %1: %2; free some space, or choose a folder that you may write to")
                    .arg(path, file.errorString()));
}

Status write(const QString &path, const Sheet &sheet)
{
    const auto suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("html")) {
        return save(path, toHtml(sheet));
    }
    if (suffix == QLatin1String("pdf")) {
        return save(path, toPdf(sheet));
    }
    return fail(ErrorCode::Invalid, QStringLiteral("paper wants a file ending in .pdf or .html"));
}

}  // namespace muster::paper
