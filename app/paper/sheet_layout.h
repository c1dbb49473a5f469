#pragma once
#include "core/paper/sheet.h"

#include <QFont>
#include <QPaintDevice>
#include <QPainter>

namespace muster::paper {

/// A sheet parted into pages: every page says what it is of, when it was true and which of how many it is; a row is
/// never torn in two, and a table that goes on repeats its head.
///
/// Threading: confined to one thread, which need not be that of the window. Does not own the sheet or the device.
class SheetLayout {
public:
    /// @p area of each page in dots of @p device, of which @p dotsPerMm go into a millimetre.
    SheetLayout(const Sheet &sheet, QPaintDevice &device, const QRectF &area, double dotsPerMm);

    [[nodiscard]] int pageCount() const { return int(m_pages.size()); }
    void draw(QPainter &painter, int page) const;

private:
    enum class Kind { Doubt, Title, Note, Head, Line };
    struct Block {
        Kind kind = Kind::Line;
        double top = 0;
        double height = 0;
        const Table *table = nullptr;
        QString words;             ///< Of all but heads and lines.
        const Row *row = nullptr;  ///< Of a line.
    };

    void placeDoubts();
    void placeTable(const Table &table);
    void place(Block block);
    void beginPage();
    [[nodiscard]] bool fits(double height) const { return m_y + height <= m_area.bottom(); }
    [[nodiscard]] Block wordsBlock(Kind kind, const QString &words, const Table *table = nullptr) const;
    [[nodiscard]] Block headBlock(const Table &table) const;
    [[nodiscard]] Block lineBlock(const Table &table, const Row &row) const;
    [[nodiscard]] QFont fontOf(double points, bool isBold) const;
    [[nodiscard]] QFont fontOf(Kind kind, bool isStrong = false) const;
    [[nodiscard]] double heightOf(const QString &words, const QFont &font, double width) const;
    [[nodiscard]] std::vector<QRectF> cellsOf(const Table &table, double top, double height) const;
    [[nodiscard]] double mm(double length) const { return length * m_dotsPerMm; }

    void drawFrame(QPainter &painter, int page) const;
    void drawText(QPainter &painter, const QString &words, const QFont &font, const QRectF &place,
                  Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop) const;
    void drawWords(QPainter &painter, const Block &block) const;
    void drawCells(QPainter &painter, const Block &block) const;

    const Sheet &m_sheet;
    QPaintDevice &m_device;
    QRectF m_area;
    double m_dotsPerMm;
    double m_top = 0;  ///< Where a page's own begins, below its frame.
    double m_y = 0;
    std::vector<std::vector<Block>> m_pages;
};

}  // namespace muster::paper
