#pragma once
#include "core/plan/table.h"

namespace muster::plan {

/// Splits comma-separated text (RFC 4180, and what spreadsheets make of it) into rows, fed in pieces of any size.
///
/// The separator (comma, semicolon, tab or "sep=x") is told from the beginning of the text; rows end in LF, CRLF or CR;
/// quoted cells may hold all of these. Limits: cellCharactersMax, columnsMax.
class CsvParser {
public:
    CsvParser(QString sheet, Findings &findings, const RowSink &sink);

    /// False once the sink wants no more or a limit was passed; nothing may be fed afterwards.
    bool feed(QStringView text);
    /// Gives the last row. False as feed().
    bool finish();
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    enum class State { CellStart, Plain, Quoted, QuoteInQuoted, AfterReturn };

    void tellSeparator(QStringView head);
    bool take(QChar c);
    bool endCell();
    bool endRow();
    bool refuse(const Words &words);

    QString m_sheet;
    Findings &m_findings;
    const RowSink &m_sink;
    QString m_head;  ///< Text that waits until there is enough of it to tell the separator.
    bool m_knowsSeparator = false;
    QChar m_separator = u',';
    State m_state = State::CellStart;
    QString m_cell;
    Row m_row{.number = 1};
    bool m_isStopped = false;
    bool m_hasFailed = false;
};

/// One CSV file as a row stream: UTF-8 (with or without byte order mark), UTF-16 with one, or GB18030, told by ICU.
/// False if the reading failed; @p findings says why.
bool readCsv(const QString &path, const QString &sheet, Findings &findings, const RowSink &sink);

}  // namespace muster::plan
