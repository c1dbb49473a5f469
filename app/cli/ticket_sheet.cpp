#include "app/cli/ticket_sheet.h"

#include "core/scan/qr_image.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace muster::cli {
namespace {

constexpr double quietModules = 4;
constexpr qsizetype fileNameMax = 100;

/// Parts of a ticket's height, from its top.
struct Bands {
    static constexpr double eventTop = 0.03;
    static constexpr double eventHeight = 0.08;
    static constexpr double qrTop = 0.12;
    static constexpr double qrHeight = 0.62;
    static constexpr double nameTop = 0.75;
    static constexpr double nameHeight = 0.11;
    static constexpr double lineTop = 0.87;
    static constexpr double lineHeight = 0.055;
};

QRectF band(const QRectF &area, double top, double height)
{
    return {area.left() + area.width() * 0.05, area.top() + area.height() * top, area.width() * 0.9,
            area.height() * height};
}

/// One line in the middle of @p area, as large as fits.
void drawLine(QPainter &painter, const QRectF &area, const QString &words, bool isBold)
{
    if (words.isEmpty()) {
        return;
    }
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setBold(isBold);
    font.setPixelSize(int(area.height() * 0.72));
    painter.setFont(font);
    const auto width = QFontMetricsF(font, painter.device()).horizontalAdvance(words);
    if (width > area.width()) {
        font.setPixelSize(std::max(1, int(font.pixelSize() * area.width() / width)));
        painter.setFont(font);
    }
    painter.setPen(Qt::black);
    painter.drawText(area, int(Qt::AlignCenter) | int(Qt::TextSingleLine), words);
}

void drawQr(QPainter &painter, const QRectF &area, const scan::LumaView &modules)
{
    const auto side = std::min(area.width(), area.height());
    // Whole pixels a module: a scaled symbol has ragged edges.
    const auto module = std::floor(side / (modules.width + 2 * quietModules));
    const auto size = module * modules.width;
    const QPointF corner(std::round(area.center().x() - size / 2), std::round(area.center().y() - size / 2));
    for (int y = 0; y < modules.height; ++y) {
        for (int x = 0; x < modules.width; ++x) {
            if (modules.row(y)[x] == 0) {
                painter.fillRect(QRectF(corner.x() + x * module, corner.y() + y * module, module, module), Qt::black);
            }
        }
    }
}

Status draw(QPainter &painter, const QRectF &area, const Invitation &invitation)
{
    const auto modules = scan::qrModules(invitation.payload);
    if (!modules) {
        return fail(modules);
    }
    drawLine(painter, band(area, Bands::eventTop, Bands::eventHeight), invitation.eventWords, false);
    drawQr(painter, band(area, Bands::qrTop, Bands::qrHeight), modules->view());
    drawLine(painter, band(area, Bands::nameTop, Bands::nameHeight), invitation.guest, true);
    drawLine(painter, band(area, Bands::lineTop, Bands::lineHeight), invitation.classWords, false);
    drawLine(painter, band(area, Bands::lineTop + Bands::lineHeight, Bands::lineHeight), invitation.code, false);
    return {};
}

}  // namespace

Status TicketSheet::writePicture(const QString &folder, const Invitation &invitation)
{
    QImage picture(pictureWidth, pictureHeight, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const auto drawn = draw(painter, picture.rect(), invitation);
    painter.end();
    if (!drawn) {
        return drawn;
    }
    const auto file = folder + QLatin1Char('/') + invitation.file + QStringLiteral(".png");
    if (!picture.save(file)) {
        return fail(ErrorCode::Storage,
                    QStringLiteral("cannot write %1: is there space, and may you write there?").arg(file));
    }
    return {};
}

Status TicketSheet::writePdf(const QString &file, const std::vector<Invitation> &invitations)
{
    QFile device(file);
    if (!device.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(file, device.errorString()));
    }
    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(300);
    QPainter painter(&writer);
    const QSizeF cell(double(writer.width()) / columnsPerPage, double(writer.height()) / rowsPerPage);
    constexpr std::size_t perPage = std::size_t(columnsPerPage) * rowsPerPage;
    for (std::size_t i = 0; i < invitations.size(); ++i) {
        if (i > 0 && i % perPage == 0) {
            writer.newPage();
        }
        const auto place = int(i % perPage);
        const QRectF area(QPointF(place % columnsPerPage * cell.width(), place / columnsPerPage * cell.height()), cell);
        painter.setPen(QPen(Qt::lightGray, 2, Qt::DashLine));
        painter.drawRect(area);
        if (const auto drawn = draw(painter, area, invitations[i]); !drawn) {
            return drawn;
        }
    }
    painter.end();
    if (device.error() != QFile::NoError) {
        return fail(ErrorCode::Storage, QStringLiteral("cannot write %1: %2").arg(file, device.errorString()));
    }
    return {};
}

QString fileNameOf(const QString &name)
{
    QString file = name.left(fileNameMax);
    for (auto &letter : file) {
        const bool isPlain = letter.isLetterOrNumber() || letter == QLatin1Char('-') || letter == QLatin1Char('.');
        letter = isPlain ? letter : QChar(u'_');
    }
    return file.startsWith(QLatin1Char('.')) ? QLatin1Char('_') + file : file;
}

}  // namespace muster::cli
