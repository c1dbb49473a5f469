#include "core/plan/csv_reader.h"

#include "core/plan/text_decoder.h"

#include <QFile>

#include <array>

namespace muster::plan {
namespace {

constexpr qsizetype separatorHeadCharacters = 4'096;
constexpr qint64 chunkBytes = 256 * 1024;

}  // namespace

CsvParser::CsvParser(QString sheet, Findings &findings, const RowSink &sink)
    : m_sheet(std::move(sheet)), m_findings(findings), m_sink(sink)
{
}

void CsvParser::tellSeparator(QStringView head)
{
    m_knowsSeparator = true;
    constexpr std::array<char16_t, 3> candidates{u',', u';', u'\t'};
    std::array<int, 3> counts{};
    bool isQuoted = false;
    for (const QChar c : head) {
        if (c == u'"') {
            isQuoted = !isQuoted;
        }
        for (std::size_t i = 0; i < candidates.size() && !isQuoted; ++i) {
            counts[i] += c == candidates[i] ? 1 : 0;
        }
    }
    // Most frequent wins; on a tie the one named first.
    for (std::size_t i = 0, best = 0; i < candidates.size(); ++i) {
        if (counts[i] > counts[best]) {
            best = i;
        }
        m_separator = candidates[best];
    }
}

bool CsvParser::feed(QStringView text)
{
    if (!m_knowsSeparator) {
        m_head += text;
        if (m_head.size() < separatorHeadCharacters) {
            return true;
        }
        tellSeparator(m_head);
        const QString head = std::exchange(m_head, {});
        return feed(head);
    }
    for (const QChar c : text) {
        if (!take(c)) {
            return false;
        }
    }
    return true;
}

bool CsvParser::finish()
{
    if (!m_knowsSeparator) {
        tellSeparator(m_head);
        const QString head = std::exchange(m_head, {});
        if (!feed(head)) {
            return false;
        }
    }
    if (m_isStopped) {
        return false;
    }
    if (m_state == State::Quoted) {
        return refuse({.zh = QStringLiteral("单元格开头的引号没有结束：请补上引号，或用表格软件重新另存"),
                       .en = QStringLiteral("a quotation mark is opened here and never closed: close it, or save the "
                                            "file again from the spreadsheet program")});
    }
    const bool hasRest = !m_row.cells.empty() || !m_cell.isEmpty() || m_state == State::QuoteInQuoted;
    return !hasRest || endRow();
}

bool CsvParser::take(QChar c)
{
    if (m_state == State::AfterReturn) {
        m_state = State::CellStart;
        if (c == u'\n') {
            return true;
        }
    }
    if (m_state == State::Quoted) {
        if (c == u'"') {
            m_state = State::QuoteInQuoted;
            return true;
        }
    } else if (m_state == State::QuoteInQuoted && c == u'"') {
        m_state = State::Quoted;
    } else if (c == m_separator) {
        return endCell();
    } else if (c == u'\n' || c == u'\r') {
        const bool goesOn = endRow();
        m_state = c == u'\r' ? State::AfterReturn : State::CellStart;
        return goesOn;
    } else if (m_state == State::CellStart && c == u'"') {
        m_state = State::Quoted;
        return true;
    } else {
        m_state = State::Plain;
    }
    m_cell += c;
    if (m_cell.size() > cellCharactersMax) {
        return refuse(
            {.zh = QStringLiteral("单元格超过 %1 个字：请缩短，或检查此处引号是否成对").arg(cellCharactersMax),
             .en = QStringLiteral("the cell is longer than %1 characters: shorten it, or see whether a "
                                  "quotation mark is left open here")
                       .arg(cellCharactersMax)});
    }
    return true;
}

bool CsvParser::endCell()
{
    m_state = State::CellStart;
    cleanCell(m_cell);
    m_row.cells.push_back(std::exchange(m_cell, {}));
    return m_row.cells.size() <= columnsMax ||
           refuse(
               {.zh = QStringLiteral("这一行超过 %1 列：请删去多余的列").arg(columnsMax),
                .en = QStringLiteral("the row has more than %1 columns: remove the superfluous ones").arg(columnsMax)});
}

bool CsvParser::endRow()
{
    if (!endCell()) {
        return false;
    }
    const bool isSeparatorLine = m_row.number == 1 && m_row.cells.front().startsWith(u"sep=", Qt::CaseInsensitive);
    m_isStopped = !isSeparatorLine && !m_sink(m_row);
    if (isSeparatorLine && m_row.cells.front().size() == 5) {
        m_separator = m_row.cells.front().back();
    }
    m_row = {.number = m_row.number + 1};
    return !m_isStopped;
}

bool CsvParser::refuse(const Words &words)
{
    m_hasFailed = true;
    m_isStopped = true;
    m_findings.error({.sheet = m_sheet, .row = m_row.number, .column = int(m_row.cells.size()) + 1}, words);
    return false;
}

bool readCsv(const QString &path, const QString &sheet, Findings &findings, const RowSink &sink)
{
    QFile file(path);
    const Origin whole{.sheet = sheet};
    if (!file.open(QIODevice::ReadOnly)) {
        findings.error(whole, {.zh = QStringLiteral("打不开 %1：%2").arg(path, file.errorString()),
                               .en = QStringLiteral("%1 cannot be opened: %2").arg(path, file.errorString())});
        return false;
    }
    if (file.size() > csvBytesMax) {
        findings.error(whole,
                       {.zh = QStringLiteral("文件超过 %1 MiB：请拆成几个文件").arg(csvBytesMax >> 20),
                        .en = QStringLiteral("the file is larger than %1 MiB: split it").arg(csvBytesMax >> 20)});
        return false;
    }
    auto decoder = TextDecoder::detect(file);
    if (!decoder) {
        findings.error(whole,
                       {.zh = QStringLiteral("文字编码无法识别：请另存为“CSV UTF-8”"), .en = decoder.error().detail});
        return false;
    }
    CsvParser parser(sheet, findings, sink);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(chunkBytes);
        if (bytes.isEmpty()) {
            break;
        }
        if (!parser.feed((*decoder)->decode(bytes))) {
            return !parser.hasFailed();
        }
    }
    parser.finish();
    if ((*decoder)->hasFailed()) {
        findings.warning(whole,
                         {.zh = QStringLiteral("有些字不合文字编码，已用 � 代替：请另存为“CSV UTF-8”"),
                          .en = QStringLiteral("some bytes are no text and became �: save it as \"CSV UTF-8\"")});
    }
    return !parser.hasFailed();
}

}  // namespace muster::plan
