#include "core/plan/xlsx_writer.h"

#include "core/plan/sheets.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <type_traits>
#include <xlsxwriter.h>

namespace muster::plan {
namespace {

constexpr int dropDownRows = 2'000;
constexpr int dropDownCharactersMax = 255;  // Excel's limit of a list in a validation.
constexpr double textWidth = 22;
constexpr double noteWidth = 70;
constexpr lxw_color_t headerColour = 0x1F6F5C;
constexpr lxw_color_t requiredColour = 0xB3261E;

/// "区域 Zones": a sheet's name may not hold a slash.
QString tabName(const SheetText &sheet) { return sheet.title.zh + u' ' + sheet.title.en; }

class XlsxWriter final : public SheetWriter {
public:
    explicit XlsxWriter(QString path) : m_path(std::move(path))
    {
        m_encodedPath = QFile::encodeName(m_path);
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(m_encodedPath.constData(), &options);
        lxw_doc_properties properties{};
        char creator[] = "Muster";
        properties.author = creator;
        properties.created = 1;  // The same plan makes the same file; nothing here asks a clock.
        workbook_set_properties(m_book, &properties);
        m_header = headerFormat(headerColour);
        m_required = headerFormat(requiredColour);
        m_wrapped = workbook_add_format(m_book);
        format_set_text_wrap(m_wrapped);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
        m_text = workbook_add_format(m_book);
        format_set_num_format(m_text, "@");
    }
    ~XlsxWriter() override
    {
        if (m_book != nullptr) {
            workbook_close(m_book);
            QFile::remove(m_path);
        }
    }
    XlsxWriter(const XlsxWriter &) = delete;
    XlsxWriter &operator=(const XlsxWriter &) = delete;

    Status begin(const SheetDescription &sheet, Explanations explanations) override
    {
        addSheet(tabName(sheet.head));
        if (sheet.head.isFieldList) {
            worksheet_set_column(m_sheet, 0, 1, textWidth * 1.5, m_text);
            worksheet_set_column(m_sheet, 2, 2, noteWidth, m_wrapped);
            const QStringList titles{QStringLiteral("项目 / Field"), QStringLiteral("内容 / Value"),
                                     QStringLiteral("说明 / Note")};
            for (qsizetype i = 0; i < titles.size(); ++i) {
                write(0, int(i), titles.at(i), m_header);
            }
        } else {
            worksheet_set_column(m_sheet, 0, lxw_col_t(std::max<std::size_t>(sheet.columns.size(), 1) - 1), textWidth,
                                 m_text);
            for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
                writeHeader(sheet.columns[i], int(i), explanations);
            }
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        m_row = 1;
        return {};
    }

    Status row(const QStringList &cells) override
    {
        if (m_row >= LXW_ROW_MAX) {
            return fail(ErrorCode::Invalid,
                        QStringLiteral("an .xlsx sheet holds %1 rows: write a .csv file").arg(LXW_ROW_MAX));
        }
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (!cells.at(i).isEmpty()) {
                write(m_row, int(i), escapeFormula(cells.at(i)), nullptr);
            }
        }
        ++m_row;
        return {};
    }

    Status explain(const QStringList &lines) override
    {
        addSheet(QStringLiteral("说明 README"));
        worksheet_set_column(m_sheet, 0, 0, noteWidth * 1.5, m_wrapped);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            write(int(i), 0, lines.at(i), i == 0 ? m_header : m_wrapped);
        }
        return {};
    }

    Status finish() override
    {
        const lxw_error code = workbook_close(std::exchange(m_book, nullptr));
        if (code != LXW_NO_ERROR) {
            return fail(ErrorCode::Storage,
                        QStringLiteral("%1 cannot be written: %2").arg(m_path, QString::fromUtf8(lxw_strerror(code))));
        }
        return {};
    }

private:
    lxw_format *headerFormat(lxw_color_t colour)
    {
        lxw_format *format = workbook_add_format(m_book);
        format_set_bold(format);
        format_set_font_color(format, LXW_COLOR_WHITE);
        format_set_bg_color(format, colour);
        format_set_text_wrap(format);
        return format;
    }

    void addSheet(const QString &name)
    {
        m_sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
        m_row = 0;
    }

    void write(int row, int column, QString text, lxw_format *format)
    {
        static const QRegularExpression looksEscaped(QStringLiteral("_(x[0-9A-Fa-f]{4}_)"));
        if (text.contains(u"_x")) {  // Excel would read it as a character; libxlsxwriter leaves that to us.
            text.replace(looksEscaped, QStringLiteral("_x005F_\\1"));
        }
        worksheet_write_string(m_sheet, lxw_row_t(row), lxw_col_t(column), text.toUtf8().constData(), format);
    }

    void writeHeader(const ColumnText &column, int index, Explanations explanations)
    {
        write(0, index, headerOf(column.title), column.isRequired ? m_required : m_header);
        if (explanations == Explanations::No) {
            return;
        }
        const QByteArray note = (column.note.zh + u'\n' + column.note.en).toUtf8();
        lxw_comment_options options{};
        options.width = 320;
        options.height = 110;
        worksheet_write_comment_opt(m_sheet, 0, lxw_col_t(index), note.constData(), &options);
        addDropDown(column, index);
        addReference(column.refersTo, index);
    }

    void addDropDown(const ColumnText &column, int index)
    {
        const QByteArray list = column.options.join(u',').toUtf8();
        if (column.options.isEmpty() || list.size() > dropDownCharactersMax) {
            return;
        }
        std::vector<QByteArray> words;
        for (const QString &option : column.options) {
            words.push_back(option.toUtf8());
        }
        // libxlsxwriter changed the constness of its list.
        std::vector<std::remove_pointer_t<decltype(lxw_data_validation::value_list)>> pointers;
        for (QByteArray &word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = pointers.data();
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;  // The reader also knows other words.
        worksheet_data_validation_range(m_sheet, 1, lxw_col_t(index), dropDownRows, lxw_col_t(index), &validation);
    }

    /// The codes of another sheet, which stand in its first column.
    void addReference(const QString &key, int index)
    {
        for (const SheetDescription &sheet : allSheets()) {
            if (sheet.head.key == key) {
                QByteArray range =
                    QStringLiteral("='%1'!$A$2:$A$%2").arg(tabName(sheet.head)).arg(dropDownRows).toUtf8();
                lxw_data_validation validation{};
                validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
                validation.value_formula = range.data();
                validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
                worksheet_data_validation_range(m_sheet, 1, lxw_col_t(index), dropDownRows, lxw_col_t(index),
                                                &validation);
            }
        }
    }

    QString m_path;
    QByteArray m_encodedPath;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_header = nullptr;
    lxw_format *m_required = nullptr;
    lxw_format *m_wrapped = nullptr;
    lxw_format *m_text = nullptr;
    int m_row = 0;
};

}  // namespace

Result<std::unique_ptr<SheetWriter>> createXlsx(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir() || !folder.isWritable()) {
        return fail(ErrorCode::Storage, QStringLiteral("%1 is no folder to write into").arg(folder.filePath()));
    }
    return std::make_unique<XlsxWriter>(path);
}

}  // namespace muster::plan
