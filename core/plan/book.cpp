#include "core/plan/csv_reader.h"
#include "core/plan/table.h"
#include "core/plan/xlsx_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace muster::plan {
namespace {

class CsvFolder final : public Book {
public:
    explicit CsvFolder(std::vector<std::pair<QString, QString>> files) : m_files(std::move(files)) {}

    [[nodiscard]] QStringList sheets() const override
    {
        QStringList names;
        for (const auto &[name, path] : m_files) {
            names.push_back(name);
        }
        return names;
    }

    bool forEachRow(const QString &sheet, Findings &findings, const RowSink &sink) override
    {
        const auto found =
            std::find_if(m_files.begin(), m_files.end(), [&](const auto &file) { return file.first == sheet; });
        Q_ASSERT(found != m_files.end());
        return readCsv(found->second, sheet, findings, sink);
    }

private:
    std::vector<std::pair<QString, QString>> m_files;  ///< Sheet name and path.
};

Result<std::unique_ptr<Book>> openFolder(const QString &path)
{
    std::vector<std::pair<QString, QString>> files;
    const QStringList names = QDir(path).entryList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        files.emplace_back(QFileInfo(name).completeBaseName(), QDir(path).filePath(name));
    }
    if (files.empty()) {
        return fail(
            ErrorCode::NotFound,
            QStringLiteral("there is no .csv file in %1: \"muster plan template\" writes an empty plan").arg(path));
    }
    if (files.size() > sheetsMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("%1 holds more than %2 .csv files").arg(path).arg(sheetsMax));
    }
    return std::make_unique<CsvFolder>(std::move(files));
}

/// Invisible characters that chats and web pages put around names and numbers.
bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\n' && u != u'\t') || u == 0x7f || (u >= 0x200b && u <= 0x200f) ||
           (u >= 0x202a && u <= 0x202e) || (u >= 0x2060 && u <= 0x2064) || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff;
}

bool startsFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r＝＋－＠").contains(text.front());
}

qsizetype apostrophes(QStringView text)
{
    return std::find_if(text.begin(), text.end(), [](QChar c) { return c != u'\''; }) - text.begin();
}

}  // namespace

bool Row::isEmpty() const
{
    return std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.isEmpty(); });
}

void cleanCell(QString &cell)
{
    if (std::any_of(cell.cbegin(), cell.cend(), isInvisible)) {
        cell.removeIf(isInvisible);
    }
    if (!cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace())) {
        cell = cell.trimmed();
    }
}

QString escapeFormula(const QString &text)
{
    const bool needsOne = startsFormula(QStringView(text).sliced(apostrophes(text)));
    return needsOne ? u'\'' + text : text;
}

QString unescapeFormula(const QString &text)
{
    const qsizetype count = apostrophes(text);
    return count > 0 && startsFormula(QStringView(text).sliced(count)) ? text.sliced(1) : text;
}

Result<std::unique_ptr<Book>> Book::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no file or folder %1").arg(path));
    }
    if (info.isDir()) {
        return openFolder(path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, QStringLiteral("%1 cannot be opened: %2").arg(path, file.errorString()));
    }
    const QByteArray magic = file.read(8);
    if (magic.startsWith("\xd0\xcf\x11\xe0")) {
        return fail(ErrorCode::Invalid, QStringLiteral("%1 is an old .xls file or has a password: save it as .xlsx "
                                                       "without a password, or as \"CSV UTF-8\"")
                                            .arg(path));
    }
    if (magic.startsWith("PK")) {
        return openXlsx(path);
    }
    return std::make_unique<CsvFolder>(std::vector{std::pair(info.completeBaseName(), path)});
}

}  // namespace muster::plan
