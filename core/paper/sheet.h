#pragma once
#include <QString>
#include <QStringList>

#include <vector>

/// What is printed, as plain data in the language of whoever reads it. Writers turn it into pages.
namespace muster::paper {

struct Column {
    QString name;           ///< Empty: the column says by itself what it is.
    double share = 1;       ///< Of the width, beside the others'.
    bool isFigure = false;  ///< Stands at the right.
};

struct Row {
    QStringList cells;
    bool isStrong = false;  ///< Wants to be seen first.
};

struct Table {
    QString key;  ///< Stable: zones, posts, incidents …
    QString title;
    QString note;  ///< What is doubtful about it, or how it is to be used.
    std::vector<Column> columns;
    std::vector<Row> rows;
    QString whenEmpty;         ///< Said instead of rows; empty: an empty table is left out.
    double rowMm = 0;          ///< To be written on by hand: rows are ruled, and at least so high.
    bool isOnNewPage = false;  ///< Begins a page, so that it can be handed to somebody.
};

/// Everything that goes to one printer at once.
struct Sheet {
    QString event;
    QString title;
    QString about;        ///< The day, when this was so, when it was printed, by which device.
    QString pagePattern;  ///< "Page %1 of %2"
    QString language;     ///< "zh-CN" or "en".
    QStringList doubts;   ///< What makes all of it doubtful: stands before everything else.
    std::vector<Table> tables;
    bool isLandscape = false;
};

/// To be ticked by hand.
inline const QString emptyBox = QStringLiteral("□");

}  // namespace muster::paper
