#include "app/paper/sheet_layout.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace muster::paper {
namespace {

// Millimetres.
constexpr double padX = 1.2;
constexpr double padY = 0.6;
constexpr double gap = 3.5;
constexpr double thin = 0.15;
constexpr double thick = 0.5;
// Points.
constexpr double frameSize = 12;
constexpr double aboutSize = 8.5;
constexpr double titleSize = 11;
constexpr double lineSize = 9;
constexpr double headSize = 7.5;

/// Lays @p layout out in lines of @p width, broken between words, or within one that is longer than its line.
double lineUp(QTextLayout &layout, double width, Qt::Alignment across = Qt::AlignLeft)
{
    QTextOption option(across);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1.0));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QString onLines(QString words) { return words.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)); }

}  // namespace

SheetLayout::SheetLayout(const Sheet &sheet, QPaintDevice &device, const QRectF &area, double dotsPerMm)
    : m_sheet(sheet), m_device(device), m_area(area), m_dotsPerMm(dotsPerMm)
{
    m_top = m_area.top() + heightOf(QStringLiteral("M"), fontOf(frameSize, true), m_area.width()) +
            heightOf(m_sheet.about, fontOf(aboutSize, false), m_area.width()) + mm(2 * padY + 1.5);
    beginPage();
    placeDoubts();
    for (const auto &table : m_sheet.tables) {
        if (!table.rows.empty() || !table.whenEmpty.isEmpty()) {
            placeTable(table);
        }
    }
}

void SheetLayout::beginPage()
{
    m_pages.emplace_back();
    m_y = m_top;
}

void SheetLayout::place(Block block)
{
    block.top = m_y;
    block.height = std::min(block.height, m_area.bottom() - m_y);
    m_y += block.height;
    m_pages.back().push_back(std::move(block));
}

void SheetLayout::placeDoubts()
{
    m_y += m_sheet.doubts.isEmpty() ? 0 : mm(1);
    for (const auto &doubt : m_sheet.doubts) {
        auto block = wordsBlock(Kind::Doubt, QStringLiteral("! ") + doubt);
        if (!fits(block.height)) {
            beginPage();
        }
        place(std::move(block));
        m_y += mm(1);
    }
}

void SheetLayout::placeTable(const Table &table)
{
    if (!m_pages.back().empty()) {
        m_y += mm(gap);
    }
    std::vector<Block> above{wordsBlock(Kind::Title, table.title, &table)};
    for (const auto &words : {table.note, table.rows.empty() ? table.whenEmpty : QString()}) {
        if (!words.isEmpty()) {
            above.push_back(wordsBlock(Kind::Note, words, &table));
        }
    }
    const auto head = headBlock(table);
    double wanted = table.rows.empty() ? 0 : head.height + lineBlock(table, table.rows.front()).height;
    for (const auto &block : above) {
        wanted += block.height;
    }
    if (!m_pages.back().empty() && (table.isOnNewPage || !fits(wanted))) {
        beginPage();
    }
    for (auto &block : above) {
        place(std::move(block));
    }
    if (!table.rows.empty() && head.height > 0) {
        place(head);
    }
    for (const auto &row : table.rows) {
        auto line = lineBlock(table, row);
        if (!fits(line.height)) {
            beginPage();
            if (head.height > 0) {
                place(head);
            }
        }
        place(std::move(line));
    }
}

SheetLayout::Block SheetLayout::wordsBlock(Kind kind, const QString &words, const Table *table) const
{
    Block block;
    block.kind = kind;
    block.table = table;
    block.words = words;
    const auto inset = kind == Kind::Doubt ? padX : 0;
    block.height = heightOf(words, fontOf(kind), m_area.width() - mm(2 * inset)) + mm(2 * padY);
    return block;
}

SheetLayout::Block SheetLayout::headBlock(const Table &table) const
{
    Block block;
    block.kind = Kind::Head;
    block.table = &table;
    if (std::ranges::all_of(table.columns, &QString::isEmpty, &Column::name)) {
        return block;
    }
    const auto cells = cellsOf(table, 0, 0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        block.height = std::max(block.height,
                                heightOf(table.columns[i].name, fontOf(Kind::Head), cells[i].width() - mm(2 * padX)));
    }
    block.height += mm(2 * padY);
    return block;
}

SheetLayout::Block SheetLayout::lineBlock(const Table &table, const Row &row) const
{
    Block block;
    block.table = &table;
    block.row = &row;
    const auto cells = cellsOf(table, 0, 0);
    for (std::size_t i = 0; i < std::min(cells.size(), std::size_t(row.cells.size())); ++i) {
        block.height = std::max(block.height, heightOf(row.cells[qsizetype(i)], fontOf(Kind::Line, row.isStrong),
                                                       cells[i].width() - mm(2 * padX)));
    }
    block.height = std::max(block.height + mm(2 * padY), mm(table.rowMm));
    return block;
}

std::vector<QRectF> SheetLayout::cellsOf(const Table &table, double top, double height) const
{
    double all = 0;
    for (const auto &column : table.columns) {
        all += column.share;
    }
    std::vector<QRectF> cells;
    double x = m_area.left();
    for (const auto &column : table.columns) {
        const auto width = m_area.width() * column.share / all;
        cells.emplace_back(x, top, width, height);
        x += width;
    }
    return cells;
}

QFont SheetLayout::fontOf(double points, bool isBold) const
{
    constexpr double mmPerPoint = 25.4 / 72;
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(std::max(1, int(mm(points * mmPerPoint))));
    font.setBold(isBold);
    return font;
}

QFont SheetLayout::fontOf(Kind kind, bool isStrong) const
{
    switch (kind) {
    case Kind::Doubt: return fontOf(lineSize, true);
    case Kind::Title: return fontOf(titleSize, true);
    case Kind::Head: return fontOf(headSize, true);
    case Kind::Note:
    case Kind::Line: break;
    }
    return fontOf(lineSize, isStrong);
}

double SheetLayout::heightOf(const QString &words, const QFont &font, double width) const
{
    QTextLayout layout(words.isEmpty() ? QStringLiteral("M") : onLines(words), font, &m_device);
    return lineUp(layout, width);
}

void SheetLayout::draw(QPainter &painter, int page) const
{
    drawFrame(painter, page);
    for (const auto &block : m_pages[std::size_t(page)]) {
        block.kind == Kind::Head || block.kind == Kind::Line ? drawCells(painter, block) : drawWords(painter, block);
    }
}

void SheetLayout::drawFrame(QPainter &painter, int page) const
{
    painter.setPen(QPen(Qt::black, mm(thick)));
    painter.setBrush(Qt::NoBrush);
    const auto count = m_sheet.pagePattern.arg(QString::number(page + 1), QString::number(pageCount()));
    const QFont small = fontOf(aboutSize, false);
    painter.setFont(small);
    painter.drawText(m_area, int(Qt::AlignRight) | int(Qt::AlignTop), count);
    const auto taken = QFontMetricsF(small, &m_device).horizontalAdvance(count) + mm(gap);
    const QFont large = fontOf(frameSize, true);
    const QFontMetricsF metrics(large, &m_device);
    painter.setFont(large);
    painter.drawText(m_area, int(Qt::AlignLeft) | int(Qt::AlignTop),
                     metrics.elidedText(m_sheet.title + QStringLiteral(" – ") + m_sheet.event, Qt::ElideRight,
                                        m_area.width() - taken));
    drawText(painter, m_sheet.about, small,
             QRectF(m_area.left(), m_area.top() + metrics.height(), m_area.width(), m_top - m_area.top()));
    const auto rule = m_top - mm(1);
    painter.drawLine(QPointF(m_area.left(), rule), QPointF(m_area.right(), rule));
}

void SheetLayout::drawText(QPainter &painter, const QString &words, const QFont &font, const QRectF &place,
                           Qt::Alignment alignment) const
{
    QTextLayout layout(onLines(words), font, &m_device);
    const auto height = lineUp(layout, place.width(), alignment & Qt::AlignHorizontal_Mask);
    const auto left = std::max(0.0, place.height() - height);
    const auto down = alignment.testFlag(Qt::AlignBottom) ? left : alignment.testFlag(Qt::AlignVCenter) ? left / 2 : 0;
    painter.save();
    painter.setClipRect(place.adjusted(-mm(padX), -mm(padY), mm(padX), mm(padY)));
    layout.draw(&painter, place.topLeft() + QPointF(0, down));
    painter.restore();
}

void SheetLayout::drawWords(QPainter &painter, const Block &block) const
{
    QRectF place(m_area.left(), block.top, m_area.width(), block.height);
    painter.setPen(QPen(Qt::black, mm(thick)));
    if (block.kind == Kind::Doubt) {
        painter.drawRect(place);
        place.adjust(mm(padX), 0, -mm(padX), 0);
    }
    drawText(painter, block.words, fontOf(block.kind), place.adjusted(0, mm(padY), 0, -mm(padY)));
}

void SheetLayout::drawCells(QPainter &painter, const Block &block) const
{
    const bool isHead = block.kind == Kind::Head;
    const bool isRuled = block.table->rowMm > 0;
    const bool isStrong = block.row != nullptr && block.row->isStrong;
    const QRectF whole(m_area.left(), block.top, m_area.width(), block.height);
    if (isStrong && !isRuled) {
        painter.fillRect(whole, QColor(232, 232, 232));
    }
    const auto cells = cellsOf(*block.table, block.top, block.height);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto words = isHead ? block.table->columns[i].name : block.row->cells.value(qsizetype(i));
        painter.setPen(isHead ? QColor(70, 70, 70) : QColor(Qt::black));
        const auto across = block.table->columns[i].isFigure ? Qt::AlignRight : Qt::AlignLeft;
        const auto along = isHead ? Qt::AlignBottom : isRuled ? Qt::AlignVCenter : Qt::AlignTop;
        drawText(painter, words, fontOf(block.kind, isStrong),
                 cells[i].adjusted(mm(padX), mm(padY), -mm(padX), -mm(padY)), across | along);
        if (isRuled) {
            painter.setPen(QPen(QColor(90, 90, 90), mm(thin)));
            painter.drawRect(cells[i]);
        }
    }
    painter.setPen(QPen(isHead ? QColor(Qt::black) : QColor(150, 150, 150), mm(thin)));
    painter.drawLine(whole.bottomLeft(), whole.bottomRight());
}

}  // namespace muster::paper
