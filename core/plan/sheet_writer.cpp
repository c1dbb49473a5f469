#include "core/plan/sheet_writer.h"

#include "core/plan/table.h"
#include "core/plan/xlsx_writer.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace muster::plan {
namespace {

QByteArray csvLine(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &cell : cells) {
        QString text = escapeFormula(cell);
        const bool needsQuotes =
            std::any_of(text.cbegin(), text.cend(), [](QChar c) { return QStringView(u",;\t\"\r\n").contains(c); });
        if (needsQuotes) {
            text.replace(u'"', QStringLiteral("\"\""));
            text = u'"' + text + u'"';
        }
        escaped.append(text);
    }
    return escaped.join(u',').toUtf8() + '\n';
}

tl::unexpected<Error> cannotWrite(const QSaveFile &file)
{
    return fail(ErrorCode::Storage,
                QStringLiteral("%1 cannot be written: %2").arg(file.fileName(), file.errorString()));
}

/// One CSV file, or a folder of them.
class CsvWriter final : public SheetWriter {
public:
    CsvWriter(QString path, bool isFolder, bool hasBom)
        : m_path(std::move(path)), m_isFolder(isFolder), m_hasBom(hasBom)
    {
    }

    Status begin(const SheetDescription &sheet, Explanations explanations) override
    {
        if (const auto done = finish(); !done) {
            return done;
        }
        if (const auto opened = open(m_isFolder ? sheet.head.key + QStringLiteral(".csv") : QString()); !opened) {
            return opened;
        }
        if (sheet.head.isFieldList) {
            return row({QStringLiteral("项目 / Field"), QStringLiteral("内容 / Value"), QStringLiteral("说明 / Note")});
        }
        QStringList header;
        QStringList notes;
        for (const ColumnText &column : sheet.columns) {
            header.append(headerOf(column.title));
            notes.append((notes.isEmpty() ? QStringLiteral("# ") : QString()) + headerOf(column.note));
        }
        const auto written = row(header);
        return written && explanations == Explanations::Yes ? row(notes) : written;
    }

    Status row(const QStringList &cells) override
    {
        return m_file->write(csvLine(cells)) < 0 ? Status(cannotWrite(*m_file)) : Status();
    }

    Status explain(const QStringList &lines) override
    {
        if (const auto opened = open(QStringLiteral("README.txt")); !opened) {
            return opened;
        }
        m_file->write(lines.join(u'\n').toUtf8() + '\n');
        return finish();
    }

    Status finish() override
    {
        const bool isDone = !m_file || m_file->commit();
        const Status status = isDone ? Status() : Status(cannotWrite(*m_file));
        m_file.reset();
        return status;
    }

private:
    Status open(const QString &name)
    {
        m_file = std::make_unique<QSaveFile>(m_isFolder ? QDir(m_path).filePath(name) : m_path);
        if (!m_file->open(QIODevice::WriteOnly)) {
            return cannotWrite(*m_file);
        }
        if (m_hasBom) {
            m_file->write("\xef\xbb\xbf");
        }
        return {};
    }

    QString m_path;
    bool m_isFolder;
    bool m_hasBom;
    std::unique_ptr<QSaveFile> m_file;
};

}  // namespace

Result<std::unique_ptr<SheetWriter>> SheetWriter::create(const QString &path, bool hasBom)
{
    if (path.endsWith(u".xlsx", Qt::CaseInsensitive)) {
        return createXlsx(path);
    }
    const bool isFolder = !path.endsWith(u".csv", Qt::CaseInsensitive);
    if (isFolder && !QDir().mkpath(path)) {
        return fail(ErrorCode::Storage, QStringLiteral("the folder %1 cannot be made").arg(path));
    }
    return std::make_unique<CsvWriter>(path, isFolder, hasBom);
}

}  // namespace muster::plan
