#pragma once
#include "core/plan/table.h"

#include <QHash>

#include <functional>
#include <optional>
#include <vector>

/// The sheets of a plan as data: what a column is called, what it says and which field it fills. Reading, the empty
/// template and writing all follow these descriptions: a new sheet is a new description, not new code.
namespace muster::plan {

/// What a person reads about a column, and how its header is recognised.
struct ColumnText {
    QString key;                ///< Its own name in code, checks and --map, e.g. "soft".
    Words title;                ///< Its header: "预警人数 / Soft capacity".
    QStringList aliases = {};   ///< Other headers that mean it, compared without case, spaces and punctuation.
    Words note = {};            ///< What to write into it.
    bool isRequired = false;    ///< A row without it is an error.
    QStringList options = {};   ///< The words that it may hold, for a drop-down list; empty: free.
    QString refersTo = {};      ///< Key of the sheet of which it holds one code, for a drop-down list; or empty.
    bool isImportOnly = false;  ///< Understood in foreign lists, written nowhere.
};

/// What a person reads about a sheet, and how its name is recognised.
struct SheetText {
    QString key;
    Words title;
    QStringList aliases = {};
    Words note = {};
    bool isFieldList = false;  ///< One record: field names in the first column, values in the second.
};

/// What is wrong with the text of a cell; nothing if it was understood.
using Complaint = std::optional<Words>;

template<class T>
struct Column {
    ColumnText head;
    std::function<Complaint(T &, const QString &)> read;  ///< Called with a text that is not empty.
    std::function<QString(const T &)> write;
};

template<class T>
struct SheetPlan {
    SheetText head;
    std::vector<Column<T>> columns;

    [[nodiscard]] std::vector<ColumnText> heads() const
    {
        std::vector<ColumnText> all;
        for (const auto &column : columns) {
            all.push_back(column.head);
        }
        return all;
    }
};

/// A sheet without its fields, as the template and the recognition of names need it.
struct SheetDescription {
    SheetText head;
    std::vector<ColumnText> columns = {};
};

/// "预警人数 / Soft capacity".
[[nodiscard]] QString headerOf(const Words &title);
/// Letters and digits in lower case only: how headers, sheet names and words of choice are compared.
[[nodiscard]] QString normalised(QStringView text);
/// All ways to call something, normalised: the whole text and, if it is "a / b", each part.
[[nodiscard]] QStringList callingsOf(QStringView text);

// What cells mean. The parse… functions leave the field alone when they complain.
[[nodiscard]] Complaint parseCode(QString &field, const QString &text);
[[nodiscard]] Complaint parseCount(std::optional<int> &field, const QString &text);
[[nodiscard]] Complaint parseFlag(bool &field, const QString &text);
/// What a whole number in a cell may be, both ends included.
struct Bounds {
    int min = 0;
    int max = 0;
};
[[nodiscard]] Complaint parseNumber(int &field, const QString &text, Bounds bounds);
[[nodiscard]] QString numberText(std::optional<int> number);
/// "1,280,000.50", also with ¥ in front or 元 behind -> 128000050 hundredths.
[[nodiscard]] Complaint parseAmount(qint64 &hundredths, const QString &text);
/// "1280000.50"; without decimals if there are none.
[[nodiscard]] QString amountText(qint64 hundredths);
/// "9:00", "25:30" or "9" (hours) -> minutes after midnight.
[[nodiscard]] Complaint parseMinute(std::optional<int> &field, const QString &text);
[[nodiscard]] QString minuteText(std::optional<int> minute);
/// ISO, "2026/11/28", "2026年11月28日" or Excel's number of a day -> ISO.
[[nodiscard]] Complaint parseDay(QString &field, const QString &text);
/// Codes parted by ; , 、 | or lines.
[[nodiscard]] QStringList splitCodes(const QString &text);
/// Texts parted by ; or lines; a backslash takes the meaning from the character after it.
[[nodiscard]] QStringList splitTexts(const QString &text);
[[nodiscard]] QString joinTexts(const QStringList &texts);

/// Words that a cell may hold and what each stands for; the first of each value is the one that is written.
template<class V>
struct WordChoice {
    V value;
    QStringList words;
};

[[nodiscard]] Words unknownWord(const QString &text, const QStringList &known);

/// The choices of a column, prepared so that a million cells cost little.
template<class V>
class ChoiceParser {
public:
    explicit ChoiceParser(const std::vector<WordChoice<V>> &choices)
    {
        for (const auto &choice : choices) {
            m_known.append(choice.words.front());
            for (const QString &word : choice.words) {
                m_values.insert(word, choice.value);
                m_values.insert(normalised(word), choice.value);
            }
        }
    }

    [[nodiscard]] Complaint operator()(V &field, const QString &text) const
    {
        auto found = m_values.constFind(text);
        found = found == m_values.constEnd() ? m_values.constFind(normalised(text)) : found;
        if (found == m_values.constEnd()) {
            return unknownWord(text, m_known);
        }
        field = *found;
        return {};
    }

private:
    QHash<QString, V> m_values;
    QStringList m_known;
};

// Columns over fields. @p field is a generic lambda: [](auto &record) -> auto & { return record.name.zh; }
template<class T, class Field>
[[nodiscard]] Column<T> textColumn(const ColumnText &head, Field field)
{
    return {.head = head,
            .read = [field](T &record, const QString &text) -> Complaint {
                field(record) = text;
                return {};
            },
            .write = [field](const T &record) { return field(record); }};
}

template<class T, class Field>
[[nodiscard]] Column<T> codeColumn(const ColumnText &head, Field field)
{
    return {.head = head,
            .read = [field](T &record, const QString &text) { return parseCode(field(record), text); },
            .write = [field](const T &record) { return field(record); }};
}

template<class T, class Field>
[[nodiscard]] Column<T> codesColumn(const ColumnText &head, Field field)
{
    return {.head = head,
            .read = [field](T &record, const QString &text) -> Complaint {
                field(record) = splitCodes(text);
                return {};
            },
            .write = [field](const T &record) { return field(record).join(u';'); }};
}

template<class T, class Field>
[[nodiscard]] Column<T> countColumn(const ColumnText &head, Field field)
{
    return {.head = head,
            .read = [field](T &record, const QString &text) { return parseCount(field(record), text); },
            .write =
                [field](const T &record) {
                    const std::optional<int> &count = field(record);
                    return count ? QString::number(*count) : QString();
                }};
}

/// For fields of the type int or std::optional<int>.
template<class T, class Field>
[[nodiscard]] Column<T> numberColumn(const ColumnText &head, Bounds bounds, Field field)
{
    return {.head = head,
            .read =
                [field, bounds](T &record, const QString &text) {
                    int number = 0;
                    Complaint complaint = parseNumber(number, text, bounds);
                    if (!complaint) {
                        field(record) = number;
                    }
                    return complaint;
                },
            .write = [field](const T &record) { return numberText(field(record)); }};
}

template<class T, class Field>
[[nodiscard]] Column<T> amountColumn(const ColumnText &head, Field field)
{
    return {.head = head,
            .read = [field](T &record, const QString &text) { return parseAmount(field(record), text); },
            .write = [field](const T &record) { return amountText(field(record)); }};
}

template<class T, class Field>
[[nodiscard]] Column<T> flagColumn(ColumnText head, Field field)
{
    head.options = {QStringLiteral("yes"), QStringLiteral("no")};
    return {.head = std::move(head),
            .read = [field](T &record, const QString &text) { return parseFlag(field(record), text); },
            .write = [field](const T &record) { return field(record) ? QStringLiteral("yes") : QStringLiteral("no"); }};
}

template<class T, class Field>
[[nodiscard]] Column<T> minuteColumn(const ColumnText &head, Field field)
{
    return {.head = head,
            .read = [field](T &record, const QString &text) { return parseMinute(field(record), text); },
            .write = [field](const T &record) { return minuteText(field(record)); }};
}

template<class T, class V, class Field>
[[nodiscard]] Column<T> choiceColumn(ColumnText head, const std::vector<WordChoice<V>> &choices, Field field)
{
    for (const auto &choice : choices) {
        head.options.append(choice.words.front());
    }
    return {.head = std::move(head),
            .read = [field, parse = ChoiceParser<V>(choices)](
                        T &record, const QString &text) { return parse(field(record), text); },
            .write =
                [field, choices](const T &record) {
                    for (const auto &choice : choices) {
                        if (choice.value == field(record)) {
                            return choice.words.front();
                        }
                    }
                    return QString();
                }};
}

// The columns that most things begin with.
template<class T>
[[nodiscard]] Column<T> ownCodeColumn(const QString &example, const QStringList &aliases = {})
{
    return codeColumn<T>(
        {.key = QStringLiteral("code"),
         .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
         .aliases = aliases,
         .note = {.zh = QStringLiteral("如 ") + example, .en = QStringLiteral("such as ") + example},
         .isRequired = true},
        [](auto &r) -> auto & { return r.code; });
}

template<class T>
[[nodiscard]] Column<T> chineseNameColumn()
{
    return textColumn<T>(
        {.key = QStringLiteral("name_zh"),
         .title = {.zh = QStringLiteral("名称"), .en = QStringLiteral("Name in Chinese")},
         .aliases = {QStringLiteral("中文名称"), QStringLiteral("name")},
         .note = {.zh = QStringLiteral("中文名称"), .en = QStringLiteral("its name in Chinese")}},
        [](auto &r) -> auto & { return r.name.zh; });
}

template<class T>
[[nodiscard]] Column<T> englishNameColumn()
{
    return textColumn<T>(
        {.key = QStringLiteral("name_en"),
         .title = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("Name in English")},
         .note = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("its name in English")}},
        [](auto &r) -> auto & { return r.name.en; });
}

/// Whom a thing is for.
template<class T>
[[nodiscard]] Column<T> classesColumn(const Words &note)
{
    return codesColumn<T>(
        {.key = QStringLiteral("classes"),
         .title = {.zh = QStringLiteral("类别"), .en = QStringLiteral("Classes")},
         .aliases = {QStringLiteral("class"), QStringLiteral("来宾类别")},
         .note = note},
        [](auto &r) -> auto & { return r.classes; });
}

}  // namespace muster::plan
