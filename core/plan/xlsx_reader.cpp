#include "core/plan/xlsx_reader.h"

#include "core/plan/xlsx_cells.h"
#include "core/plan/zip_part.h"

#include <QDir>
#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>

namespace muster::plan {
namespace {

constexpr QStringView usualWorkbook = u"xl/workbook.xml";

tl::unexpected<Error> unreadable(const QString &why)
{
    return fail(ErrorCode::Invalid,
                QStringLiteral("the .xlsx file cannot be read (%1): save it again, or as \"CSV UTF-8\"").arg(why));
}

/// A reader over one part that ends with an error at any document type or foreign encoding.
struct PartReader {
    std::unique_ptr<QIODevice> device;
    QXmlStreamReader xml;

    static Result<std::unique_ptr<PartReader>> open(const ZipArchive &archive, const QString &name)
    {
        auto device = archive.part(name);
        if (!device) {
            return fail(device);
        }
        auto reader = std::make_unique<PartReader>();
        reader->device = std::move(*device);
        reader->xml.setDevice(reader->device.get());
        return reader;
    }

    /// At the end or at an error. Not xml.atEnd(): cut off in the middle, that one waits for more from the device.
    [[nodiscard]] bool isOver() const { return xml.hasError() || xml.tokenType() == QXmlStreamReader::EndDocument; }

    /// The next start of an element; false at the end or at an error.
    bool nextStart()
    {
        while (!isOver()) {
            const auto token = next();
            if (token == QXmlStreamReader::StartElement) {
                return true;
            }
        }
        return false;
    }

    QXmlStreamReader::TokenType next()
    {
        const auto token = xml.readNext();
        const bool isForeign = token == QXmlStreamReader::StartDocument && !xml.documentEncoding().isEmpty() &&
                               xml.documentEncoding().compare(u"utf-8", Qt::CaseInsensitive) != 0;
        if (token == QXmlStreamReader::DTD || isForeign) {
            xml.raiseError(QStringLiteral("it holds a document type or is not UTF-8"));
        }
        return token;
    }

    [[nodiscard]] Status status() const
    {
        if (!xml.hasError()) {
            return {};
        }
        const QString why = device->errorString();
        return unreadable(why.isEmpty() || why == u"Unknown error" ? xml.errorString() : why);
    }
};

/// All texts of the element at which @p reader stands (rich text comes in runs); phonetic hints are left out.
QString textOfItem(PartReader &reader)
{
    QString text;
    const QString item = reader.xml.name().toString();
    bool isHint = false;
    bool isText = false;
    while (!reader.isOver()) {
        const auto token = reader.next();
        const QStringView name = reader.xml.name();
        if (token == QXmlStreamReader::EndElement && name == item) {
            break;
        }
        if (token == QXmlStreamReader::StartElement || token == QXmlStreamReader::EndElement) {
            const bool isStart = token == QXmlStreamReader::StartElement;
            isHint = name == u"rPh" ? isStart : isHint;
            isText = name == u"t" && isStart;
        } else if (token == QXmlStreamReader::Characters && isText && !isHint && text.size() <= cellCharactersMax) {
            text += reader.xml.text();
        }
    }
    return unescapeXlsx(text);
}

/// The shared strings as one block of UTF-8: a million small QStrings would need several times the memory.
class StringPool {
public:
    void append(const QString &text)
    {
        m_bytes += text.toUtf8();
        m_ends.push_back(m_bytes.size());
    }
    [[nodiscard]] qint64 bytes() const { return m_bytes.size(); }
    [[nodiscard]] QString at(qsizetype index) const
    {
        if (index < 0 || index >= qsizetype(m_ends.size())) {
            return {};
        }
        const qsizetype from = index == 0 ? 0 : m_ends[std::size_t(index) - 1];
        return QString::fromUtf8(QByteArrayView(m_bytes).sliced(from, m_ends[std::size_t(index)] - from));
    }

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends;
};

struct SheetPart {
    QString name;
    QString part;
};

class XlsxBook final : public Book {
public:
    static Result<std::unique_ptr<Book>> open(const QString &path);
    [[nodiscard]] QStringList sheets() const override;
    bool forEachRow(const QString &sheet, Findings &findings, const RowSink &sink) override;

private:
    struct Cell {
        int column = 0;
        QString type;
        int style = 0;
        QString value;
        QString formula;
    };

    Status readWorkbook(const QString &workbookPart);
    Status readStrings(const QString &part);
    Status readStyles(const QString &part);
    [[nodiscard]] Result<QHash<QString, QString>> relations(const QString &ofPart) const;
    Cell readCell(PartReader &reader, int previousColumn) const;
    [[nodiscard]] QString textOf(const Cell &cell) const;
    /// False if the row breaks a limit or the sink stops.
    bool readRow(PartReader &reader, const QString &sheet, Findings &findings, Row &row) const;

    std::unique_ptr<ZipArchive> m_archive;
    std::vector<SheetPart> m_sheets;
    StringPool m_strings;
    std::vector<CellFormat> m_styles;
    bool m_is1904 = false;
};

Result<QHash<QString, QString>> XlsxBook::relations(const QString &ofPart) const
{
    const qsizetype slash = ofPart.lastIndexOf(u'/');
    const QString folder = ofPart.left(slash + 1);
    auto reader = PartReader::open(*m_archive,
                                   folder + QStringLiteral("_rels/") + ofPart.mid(slash + 1) + QStringLiteral(".rels"));
    if (!reader) {
        return fail(reader);
    }
    QHash<QString, QString> targets;
    while ((*reader)->nextStart()) {
        const auto attributes = (*reader)->xml.attributes();
        if ((*reader)->xml.name() == u"Relationship") {
            const QString target = attributes.value(QLatin1String("Target")).toString();
            const QString part = target.startsWith(u'/') ? target.mid(1) : QDir::cleanPath(folder + target);
            targets.insert(attributes.value(QLatin1String("Id")).toString(), part);
            const QStringView type = attributes.value(QLatin1String("Type"));
            targets.insert(type.mid(type.lastIndexOf(u'/') + 1).toString(), part);  // "styles", "sharedStrings" …
        }
    }
    if (const auto status = (*reader)->status(); !status) {
        return fail(status);
    }
    return targets;
}

Status XlsxBook::readWorkbook(const QString &workbookPart)
{
    const auto targets = relations(workbookPart);
    if (!targets) {
        return fail(targets);
    }
    auto reader = PartReader::open(*m_archive, workbookPart);
    if (!reader) {
        return fail(reader);
    }
    while ((*reader)->nextStart()) {
        const auto attributes = (*reader)->xml.attributes();
        if ((*reader)->xml.name() == u"workbookPr") {
            const QStringView is1904 = attributes.value(QLatin1String("date1904"));
            m_is1904 = is1904 == u"1" || is1904 == u"true";
        } else if ((*reader)->xml.name() == u"sheet" && m_sheets.size() < sheetsMax) {
            QString id;
            for (const auto &attribute : attributes) {
                id = attribute.name() == u"id" ? attribute.value().toString() : id;
            }
            m_sheets.push_back(
                {.name = attributes.value(QLatin1String("name")).toString(), .part = targets->value(id)});
        }
    }
    if (const auto status = (*reader)->status(); !status) {
        return status;
    }
    if (m_sheets.empty()) {
        return unreadable(QStringLiteral("it has no sheets"));
    }
    if (const auto styles = readStyles(targets->value(QStringLiteral("styles"))); !styles) {
        return styles;
    }
    return readStrings(targets->value(QStringLiteral("sharedStrings")));
}

Status XlsxBook::readStrings(const QString &part)
{
    if (part.isEmpty() || !m_archive->contains(part)) {
        return {};
    }
    auto reader = PartReader::open(*m_archive, part);
    if (!reader) {
        return fail(reader);
    }
    while ((*reader)->nextStart()) {
        if ((*reader)->xml.name() == u"si") {
            m_strings.append(textOfItem(**reader));
            if (m_strings.bytes() > xlsxStringsBytesMax) {
                return unreadable(QStringLiteral("its texts are larger than %1 MiB").arg(xlsxStringsBytesMax >> 20));
            }
        }
    }
    return (*reader)->status();
}

Status XlsxBook::readStyles(const QString &part)
{
    constexpr std::size_t stylesMax = 100'000;
    if (part.isEmpty() || !m_archive->contains(part)) {
        return {};
    }
    auto reader = PartReader::open(*m_archive, part);
    if (!reader) {
        return fail(reader);
    }
    QHash<int, QString> codes;
    bool isCellFormats = false;
    while ((*reader)->nextStart() && m_styles.size() < stylesMax) {
        const QStringView name = (*reader)->xml.name();
        const auto attributes = (*reader)->xml.attributes();
        isCellFormats = name == u"cellXfs" || (isCellFormats && name != u"cellStyles" && name != u"dxfs");
        if (name == u"numFmt") {
            codes.insert(attributes.value(QLatin1String("numFmtId")).toInt(),
                         attributes.value(QLatin1String("formatCode")).toString());
        } else if (name == u"xf" && isCellFormats) {
            const int id = attributes.value(QLatin1String("numFmtId")).toInt();
            m_styles.push_back(formatOf(id, codes.value(id)));
        }
    }
    return (*reader)->status();
}

Result<std::unique_ptr<Book>> XlsxBook::open(const QString &path)
{
    auto archive = ZipArchive::open(path);
    if (!archive) {
        return fail(archive);
    }
    auto book = std::make_unique<XlsxBook>();
    book->m_archive = std::move(*archive);
    if (book->m_archive->contains(QStringLiteral("content.xml"))) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("%1 is an OpenDocument file: save it as .xlsx or as \"CSV UTF-8\"").arg(path));
    }
    const auto roots = book->relations(QString());
    if (!roots) {
        return unreadable(QStringLiteral("it is no spreadsheet"));
    }
    if (const auto read = book->readWorkbook(roots->value(QStringLiteral("officeDocument"), usualWorkbook.toString()));
        !read) {
        return fail(read);
    }
    return book;
}

QStringList XlsxBook::sheets() const
{
    QStringList names;
    for (const auto &sheet : m_sheets) {
        names.push_back(sheet.name);
    }
    return names;
}

XlsxBook::Cell XlsxBook::readCell(PartReader &reader, int previousColumn) const
{
    const auto attributes = reader.xml.attributes();
    Cell cell{.column = columnOfReference(attributes.value(QLatin1String("r"))).value_or(previousColumn + 1),
              .type = attributes.value(QLatin1String("t")).toString(),
              .style = attributes.value(QLatin1String("s")).toInt(),
              .value = {},
              .formula = {}};
    QString *target = nullptr;
    while (!reader.isOver()) {
        const auto token = reader.next();
        const QStringView name = reader.xml.name();
        if (token == QXmlStreamReader::EndElement) {
            target = nullptr;
            if (name == u"c") {
                break;
            }
        } else if (token == QXmlStreamReader::StartElement && name == u"is") {
            cell.value = textOfItem(reader);
        } else if (token == QXmlStreamReader::StartElement) {
            target = name == u"v" ? &cell.value : name == u"f" ? &cell.formula : nullptr;
        } else if (token == QXmlStreamReader::Characters && target != nullptr && target->size() <= cellCharactersMax) {
            *target += reader.xml.text();
        }
    }
    return cell;
}

QString XlsxBook::textOf(const Cell &cell) const
{
    if (cell.value.isEmpty() && !cell.formula.isEmpty()) {
        return u'=' + cell.formula;
    }
    if (cell.type == u"s") {
        bool isIndex = false;
        const int index = cell.value.toInt(&isIndex);
        return isIndex ? m_strings.at(index) : QString();
    }
    if (cell.type == u"b") {
        return cell.value == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    }
    if (cell.type == u"str") {
        return unescapeXlsx(cell.value);
    }
    if (cell.type.isEmpty() || cell.type == u"n") {
        const bool hasStyle = cell.style >= 0 && std::size_t(cell.style) < m_styles.size();
        return textOfNumber(cell.value, hasStyle ? m_styles[std::size_t(cell.style)] : CellFormat::General, m_is1904);
    }
    return cell.value;  // inlineStr, d (ISO date) and e (an error such as #N/A).
}

bool XlsxBook::readRow(PartReader &reader, const QString &sheet, Findings &findings, Row &row) const
{
    int column = 0;
    while (!reader.isOver()) {
        const auto token = reader.next();
        if (token == QXmlStreamReader::EndElement && reader.xml.name() == u"row") {
            break;
        }
        if (token != QXmlStreamReader::StartElement || reader.xml.name() != u"c") {
            continue;
        }
        const Cell cell = readCell(reader, column);
        column = cell.column;
        QString text = textOf(cell);
        cleanCell(text);
        if (text.isEmpty()) {
            continue;
        }
        const Origin at{.sheet = sheet, .row = row.number, .column = column};
        if (column > columnsMax) {
            findings.error(at,
                           {.zh = QStringLiteral("超过 %1 列：请删去多余的列").arg(columnsMax),
                            .en = QStringLiteral("beyond %1 columns: remove the superfluous ones").arg(columnsMax)});
            return false;
        }
        if (text.size() > cellCharactersMax) {
            findings.error(
                at, {.zh = QStringLiteral("单元格超过 %1 个字：请缩短").arg(cellCharactersMax),
                     .en = QStringLiteral("the cell is longer than %1 characters: shorten it").arg(cellCharactersMax)});
            return false;
        }
        if (row.cells.size() < std::size_t(column)) {
            row.cells.resize(std::size_t(column));
        }
        row.cells[std::size_t(column) - 1] = text;
    }
    return true;
}

bool XlsxBook::forEachRow(const QString &sheet, Findings &findings, const RowSink &sink)
{
    const auto found =
        std::find_if(m_sheets.begin(), m_sheets.end(), [&](const SheetPart &s) { return s.name == sheet; });
    Q_ASSERT(found != m_sheets.end());
    const auto refuse = [&](const Error &error) {
        findings.error({.sheet = sheet},
                       {.zh = QStringLiteral("工作表读不出来：请重新另存为 .xlsx 或“CSV UTF-8”"), .en = error.detail});
        return false;
    };
    auto reader = PartReader::open(*m_archive, found->part);
    if (!reader) {
        return refuse(reader.error());
    }
    int number = 0;
    while ((*reader)->nextStart()) {
        if ((*reader)->xml.name() != u"row") {
            continue;
        }
        bool isNumbered = false;
        const int given = (*reader)->xml.attributes().value(QLatin1String("r")).toInt(&isNumbered);
        number = isNumbered && given > number ? given : number + 1;
        Row row{.number = number};
        if (!readRow(**reader, sheet, findings, row)) {
            return false;
        }
        if ((*reader)->xml.hasError()) {
            break;
        }
        if (!sink(row)) {
            return true;
        }
    }
    const auto status = (*reader)->status();
    return status ? true : refuse(status.error());
}

}  // namespace

Result<std::unique_ptr<Book>> openXlsx(const QString &path) { return XlsxBook::open(path); }

}  // namespace muster::plan
