#include "core/plan/guest_reader.h"

#include "core/base/crypto.h"
#include "core/plan/guest_names.h"
#include "core/plan/sheet_reader.h"
#include "core/plan/sheets.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace muster::plan {
namespace {

constexpr QStringView extraPrefix = u"extra:";

/// Reads one sheet row by row; see readGuests() for what it promises.
class GuestSheetReader {
public:
    GuestSheetReader(QString sheet, const GuestListOptions &options, Findings &findings, const GuestSink &sink)
        : m_sheet(std::move(sheet)),
          m_options(options),
          m_findings(findings),
          m_sink(sink),
          m_plan(guestSheet()),
          m_heads(m_plan.heads()),
          m_names(options.setup, options.defaultClass)
    {
    }

    bool take(Row &row);
    /// Gives the last chunk and says what can only be said at the end.
    void finish();
    [[nodiscard]] int rows() const { return m_rows; }

private:
    bool takeHeader(const Row &row);
    /// Says which columns of --map the header does not have.
    void reportMissing(const Row &header);
    void takeGuest(Row &row);
    void compose(GuestRow &guest, const Origin &at);
    void checkDoubles(const GuestEntry &entry, int row);
    void checkCutNumbers(const GuestEntry &entry, int row);
    void readExtras(GuestEntry &entry, Row &row) const;
    [[nodiscard]] Origin at(int row, QStringView key) const;
    bool flush();

    QString m_sheet;
    const GuestListOptions &m_options;
    Findings &m_findings;
    const GuestSink &m_sink;
    const SheetPlan<GuestRow> &m_plan;
    std::vector<ColumnText> m_heads;
    GuestNames m_names;
    std::optional<HeaderMatch> m_header;
    std::vector<std::pair<int, QString>> m_extras;  ///< File column and its name in GuestEntry::extra.
    QHash<quint64, int> m_keyRows;                  ///< Hash of a key -> row; a false alarm would need about 10^9 rows.
    QHash<quint64, int> m_codeRows;
    std::vector<GuestEntry> m_chunk;
    int m_rows = 0;
    int m_nameless = 0;
    int m_codeless = 0;
    bool m_isStopped = false;
};

quint64 hashOf(const QString &text)
{
    const auto digest = hash256(text.toUtf8());
    quint64 head = 0;
    std::memcpy(&head, digest.bytes.data(), sizeof(head));
    return head;
}

Origin GuestSheetReader::at(int row, QStringView key) const
{
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        if (m_heads[i].key == key && m_header && m_header->columnOf[i] >= 0) {
            const int column = m_header->columnOf[i];
            return {.sheet = m_sheet, .row = row, .column = column + 1, .columnTitle = m_header->titles.at(column)};
        }
    }
    return {.sheet = m_sheet, .row = row};
}

bool GuestSheetReader::take(Row &row)
{
    // In a list of guests a # may begin a code, so only what stands above the first guest can be a remark.
    if (row.isEmpty() || (m_rows == 0 && m_header && isRemark(row))) {
        return true;
    }
    if (!m_header) {
        return takeHeader(row);
    }
    if (m_rows == guestRowsMax) {
        m_findings.error(
            {.sheet = m_sheet, .row = row.number},
            {.zh = QStringLiteral("名单超过 %1 人：请拆成几个活动").arg(guestRowsMax),
             .en = QStringLiteral("more than %1 guests: split the list into several events").arg(guestRowsMax)});
        m_isStopped = true;
        return false;
    }
    takeGuest(row);
    return m_chunk.size() < guestChunkRows || flush();
}

bool GuestSheetReader::takeHeader(const Row &row)
{
    HeaderMatch match = matchHeader(row, m_heads, m_options.mapping);
    if (!isHeader(row, match)) {
        return row.number <= rowsAboveHeaderMax;
    }
    QStringList taken;
    for (const int column : match.unknown) {
        QString title = match.titles.at(column);
        title = title.startsWith(extraPrefix) ? title.sliced(extraPrefix.size()) : title;
        QString name = title;
        for (int i = 2; taken.contains(name); ++i) {
            name = QStringLiteral("%1 (%2)").arg(title).arg(i);
        }
        taken.append(name);
        m_extras.emplace_back(column, name);
    }
    m_header = std::move(match);
    reportMissing(row);
    return true;
}

void GuestSheetReader::reportMissing(const Row &header)
{
    for (auto entry = m_options.mapping.begin(); entry != m_options.mapping.end(); ++entry) {
        if (!std::any_of(header.cells.begin(), header.cells.end(),
                         [&](const QString &cell) { return normalised(cell) == normalised(entry.value()); })) {
            m_findings.error(
                {.sheet = m_sheet, .row = header.number},
                {.zh = QStringLiteral("没有列“%1”，无法作为“%2”：请核对列名").arg(entry.value(), entry.key()),
                 .en = QStringLiteral("there is no column \"%1\" to take as \"%2\": look at the header")
                           .arg(entry.value(), entry.key())});
        }
    }
}

void GuestSheetReader::takeGuest(Row &row)
{
    GuestRow guest;
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        const int column = m_header->columnOf[i];
        if (column < 0 || std::size_t(column) >= row.cells.size() || row.cells[std::size_t(column)].isEmpty()) {
            continue;
        }
        const QString text = unescapeFormula(row.cells[std::size_t(column)]);
        if (const Complaint complaint = m_plan.columns[i].read(guest, text)) {
            m_findings.error(at(row.number, m_heads[i].key), *complaint);
        }
    }
    readExtras(guest.entry, row);
    compose(guest, at(row.number, u"name"));
    m_names.resolve(guest.entry, at(row.number, u"class"), at(row.number, u"sessions"), at(row.number, u"host"));
    checkCutNumbers(guest.entry, row.number);
    checkDoubles(guest.entry, row.number);
    m_chunk.push_back(std::move(guest.entry));
    ++m_rows;
}

void GuestSheetReader::readExtras(GuestEntry &entry, Row &row) const
{
    for (const auto &[column, name] : m_extras) {
        if (std::size_t(column) < row.cells.size() && !row.cells[std::size_t(column)].isEmpty()) {
            entry.extra.insert(name, unescapeFormula(row.cells[std::size_t(column)]));
        }
    }
}

void GuestSheetReader::compose(GuestRow &guest, const Origin &at)
{
    GuestEntry &entry = guest.entry;
    if (entry.key.isEmpty() && !guest.position.isEmpty() && !entry.group.isEmpty()) {
        entry.key = entry.group + u'-' + guest.position;
    }
    if (!guest.isPaid && entry.status == GuestStatus::Valid) {
        entry.status = GuestStatus::NotPaid;
    }
    if (entry.name.isEmpty() && ++m_nameless <= findingsMax) {
        m_findings.warning(at, {.zh = QStringLiteral("没有姓名：屏幕上将只显示类别"),
                                .en = QStringLiteral("there is no name: screens will show the class only")});
    }
    if (entry.codes.isEmpty()) {
        ++m_codeless;
        if (entry.key.isEmpty()) {
            const QString identity = QStringList{entry.name, entry.phone, entry.company}.join(u'\n');
            entry.key = QStringLiteral("auto-") + hash256(identity.toUtf8()).toHex().left(16);
        }
    }
}

void GuestSheetReader::checkCutNumbers(const GuestEntry &entry, int row)
{
    static const QRegularExpression cut(QStringLiteral("^\\d(\\.\\d+)?[eE]\\+\\d{2,}$"));
    const auto tell = [&](const QString &text, QStringView key) {
        if (text.contains(QLatin1Char('+')) && cut.match(text).hasMatch()) {
            m_findings.error(
                at(row, key),
                {.zh = QStringLiteral("“%1”是被 Excel 截断的数字：请把该列设为“文本”后重新粘贴").arg(text),
                 .en = QStringLiteral(
                           "\"%1\" is a number that Excel has cut short: make the column text and paste it again")
                           .arg(text)});
        }
    };
    tell(entry.key, u"key");
    tell(entry.phone, u"phone");
    for (const QString &code : entry.codes) {
        tell(code, u"code");
    }
}

void GuestSheetReader::checkDoubles(const GuestEntry &entry, int row)
{
    const QString key = !entry.key.isEmpty() ? entry.key : entry.codes.front();
    const quint64 keyHash = hashOf(key);
    const int first = m_keyRows.value(keyHash, 0);
    if (first == 0) {
        m_keyRows.insert(keyHash, row);
    } else if (key.startsWith(u"auto-")) {
        m_findings.error(
            at(row, u"name"),
            {.zh = QStringLiteral("与第 %1 行重复：姓名、手机、单位都相同，请删去一行或各加一个编号").arg(first),
             .en = QStringLiteral("the same name, phone and company as in row %1: remove one, or give each a key")
                       .arg(first)});
    } else {
        m_findings.error(
            at(row, entry.key.isEmpty() ? u"code" : u"key"),
            {.zh = QStringLiteral("“%1”与第 %2 行重复：请删去一行或改正").arg(key).arg(first),
             .en =
                 QStringLiteral("\"%1\" stands in row %2 already: remove one of them or mend it").arg(key).arg(first)});
    }
    for (const QString &code : entry.codes) {
        const quint64 hash = hashOf(code);
        if (const int other = m_codeRows.value(hash, row); other != row && !entry.key.isEmpty()) {
            m_findings.warning(
                at(row, u"code"),
                {.zh = QStringLiteral("码“%1”与第 %2 行相同：扫到时须问是哪位来宾").arg(code).arg(other),
                 .en = QStringLiteral(
                           "the code \"%1\" stands in row %2 too: a scan of it will have to ask which guest it is")
                           .arg(code)
                           .arg(other)});
        } else {
            m_codeRows.insert(hash, row);
        }
    }
}

bool GuestSheetReader::flush()
{
    m_isStopped = !m_chunk.empty() && !m_sink(m_chunk);
    m_chunk.clear();
    return !m_isStopped;
}

void GuestSheetReader::finish()
{
    if (!m_header) {
        reportMissing({});
        m_findings.error(
            {.sheet = m_sheet, .row = 0},
            {.zh = QStringLiteral("没有认得的表头（如 姓名、手机、码）：请在第一行写上列名，或用 --map 指明"),
             .en = QStringLiteral("no header is known here (such as name, phone, code): write one into the first row, "
                                  "or name the columns with --map")});
        return;
    }
    m_names.report(m_findings);
    if (m_codeless > 0) {
        m_findings.warning(
            {.sheet = m_sheet, .row = 0},
            {.zh = QStringLiteral("%1 人没有码：可用 muster tickets 生成邀请，或到场按姓名查找").arg(m_codeless),
             .en = QStringLiteral(
                       "%1 guests have no code: \"muster tickets\" makes invitations; else they are found by name")
                       .arg(m_codeless)});
    }
    if (!m_isStopped) {
        flush();
    }
}

QString chooseSheet(const Book &book, const GuestListOptions &options)
{
    if (!options.sheet.isEmpty()) {
        return book.sheets().contains(options.sheet) ? options.sheet : QString();
    }
    const QString own = findSheet(book, guestSheet().head);
    return own.isEmpty() ? book.sheets().front() : own;
}

}  // namespace

int readGuestSheet(Book &book, const QString &sheet, const GuestListOptions &options, Findings &findings,
                   const GuestSink &sink)
{
    GuestSheetReader reader(sheet, options, findings, sink);
    if (book.forEachRow(sheet, findings, [&](Row &row) { return reader.take(row); })) {
        reader.finish();
    }
    return reader.rows();
}

GuestReading readGuests(const QString &path, const GuestListOptions &options, const GuestSink &sink)
{
    Findings findings;
    GuestReading reading;
    auto book = Book::open(path);
    const QString sheet = book ? chooseSheet(**book, options) : QString();
    if (!book) {
        findings.error({}, {.zh = QStringLiteral("读不出 %1").arg(path), .en = book.error().detail});
    } else if (sheet.isEmpty()) {
        findings.error({}, {.zh = QStringLiteral("没有工作表“%1”").arg(options.sheet),
                            .en = QStringLiteral("there is no sheet \"%1\"; the file has %2")
                                      .arg(options.sheet, (*book)->sheets().join(QStringLiteral(", ")))});
    } else {
        reading.guests = readGuestSheet(**book, sheet, options, findings, [](std::span<GuestEntry>) { return true; });
        if (!findings.hasErrors()) {
            Findings again;
            reading.guests = readGuestSheet(**book, sheet, options, again, sink);
        }
    }
    reading.findings = findings.sorted();
    reading.errorCount = findings.errorCount();
    reading.warningCount = findings.warningCount();
    return reading;
}

}  // namespace muster::plan
