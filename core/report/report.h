#pragma once
#include "core/base/clock.h"
#include "core/venue/plan/words.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// The evaluation of a day as plain data: sections of figures and tables, which writers turn into files.
///
/// Every figure says how it was computed, from how many facts, and what is doubtful about it. What is not known is
/// unset, never zero: so is a share of nothing.
namespace muster::report {

/// What a number is of, and so how it is written.
enum class Unit {
    Words,    ///< No number: a name, a state.
    Count,    ///< Guests, persons, pieces.
    Percent,  ///< Tenths of one in a hundred.
    Seconds,
    Amount,  ///< Hundredths of the currency.
    Rating,  ///< Hundredths.
    Time,    ///< Milliseconds since 1970, UTC.
};

/// What was to be reached, in the unit of its figure.
struct Goal {
    qint64 value = 0;
    Words basis;
    friend bool operator==(const Goal &, const Goal &) = default;
};

struct Figure {
    QString key;  ///< What a target of the plan names it by; stable.
    Words name;
    Unit unit = Unit::Count;
    std::optional<qint64> value;
    std::optional<qint64> facts;  ///< How many it was computed from.
    Words how;
    Words doubt;  ///< Empty: none of its own (Report::doubts are everybody's).
    std::optional<Goal> target;

    [[nodiscard]] std::optional<qint64> difference() const
    {
        return value && target ? std::optional(*value - target->value) : std::nullopt;
    }
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// One field of a table, of the unit of its column.
struct Cell {
    std::optional<qint64> number;
    Words words;

    Cell() = default;
    Cell(qint64 value) : number(value) {}
    Cell(std::optional<qint64> value) : number(value) {}
    Cell(Words value) : words(std::move(value)) {}
    friend bool operator==(const Cell &, const Cell &) = default;
};

struct Column {
    QString key;
    Words name;
    Unit unit = Unit::Count;
    friend bool operator==(const Column &, const Column &) = default;
};

struct Row {
    QString key;  ///< The plan's code of what the row is about, or its time in UTC.
    std::vector<Cell> cells;
    friend bool operator==(const Row &, const Row &) = default;
};

/// How a table is drawn.
struct Chart {
    enum class Kind {
        Columns,  ///< Over time: the first column is one of Unit::Time.
        Bars,     ///< A bar a row and series, in the rows' order.
        Panels,   ///< Over time, a small picture each series.
    };
    Kind kind = Kind::Bars;
    QStringList series;                         ///< Keys of the columns that are drawn.
    std::vector<std::optional<qint64>> limits;  ///< Of each series, what was approved; may be left out.
    friend bool operator==(const Chart &, const Chart &) = default;
};

struct Table {
    QString key;
    Words name;
    Words how;
    std::optional<qint64> facts;
    Words doubt;
    std::vector<Column> columns;  ///< The first one says what a row is about.
    std::vector<Row> rows;
    std::optional<Chart> chart;
    bool isAppendix = false;  ///< Long: on paper it stands at the end.

    [[nodiscard]] std::optional<std::size_t> column(const QString &columnKey) const;
    /// Empty where there is no such row or column.
    [[nodiscard]] Cell cell(const QString &row, const QString &columnKey) const;
    friend bool operator==(const Table &, const Table &) = default;
};

struct Section {
    QString key;
    Words name;
    std::vector<Figure> figures;
    std::vector<Table> tables;
    friend bool operator==(const Section &, const Section &) = default;
};

struct Report {
    Words event;
    Words place;
    QString day;          ///< ISO date.
    QString timeZone;     ///< IANA; times are shown in it.
    QString brandColour;  ///< "#rrggbb", or empty.
    std::optional<WallTime> generatedAt;
    std::optional<WallTime> latestFactAt;  ///< Of all that it was computed from.
    bool isKnown = true;                   ///< False: this device never held the whole day, and says no figure.
    std::vector<Words> doubts;             ///< What makes every figure doubtful.
    std::vector<Section> sections;
    std::vector<Figure> unmatched;  ///< Targets of the plan that no figure answers to: name and target alone.

    [[nodiscard]] const Section *section(const QString &key) const;
    [[nodiscard]] const Figure *figure(const QString &key) const;
    [[nodiscard]] const Table *table(const QString &key) const;
    friend bool operator==(const Report &, const Report &) = default;
};

}  // namespace muster::report
