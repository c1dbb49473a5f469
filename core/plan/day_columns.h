#pragma once
#include "core/plan/columns.h"

/// Columns that the sheets of people and of the day's course have in common, and what their cells mean.
namespace muster::plan {

// How long texts may be: a post card, an incident and a board show them whole.
inline constexpr qsizetype nameCharactersMax = 120;
inline constexpr qsizetype lineCharactersMax = 120;  ///< Of a checklist.
inline constexpr qsizetype guideCharactersMax = 1'000;
inline constexpr qsizetype wordCharactersMax = 32;  ///< Of a radio channel, a kind of gear.
inline constexpr int daysMax = 400;                 ///< A task may be due so long before or after the event.

/// When a task is due: "D-20", "D-1 18:00", "09:30" (on the day), "D+3", "次日 12:00".
[[nodiscard]] Complaint parseDue(TaskPlan &task, const QString &text);
[[nodiscard]] QString dueText(const TaskPlan &task);

/// "1-400" or "0001-0400", which also says how many digits there are.
[[nodiscard]] Complaint parseSerials(Material &material, const QString &text);
[[nodiscard]] QString serialsText(const Material &material);

[[nodiscard]] Complaint parseWhole(qint64 &field, const QString &text);

/// What is wrong with a text longer than @p max; nothing if it fits.
[[nodiscard]] Complaint tooLong(const QString &text, qsizetype max);

template<class T, class Field>
[[nodiscard]] Column<T> boundedTextColumn(const ColumnText &head, qsizetype max, Field field)
{
    return {.head = head,
            .read =
                [field, max](T &record, const QString &text) {
                    Complaint complaint = tooLong(text, max);
                    if (!complaint) {
                        field(record) = text;
                    }
                    return complaint;
                },
            .write = [field](const T &record) { return field(record); }};
}

/// A time of day that a row cannot do without.
template<class T, class Field>
[[nodiscard]] Column<T> timeColumn(ColumnText head, Field field)
{
    head.isRequired = true;
    return {.head = std::move(head),
            .read =
                [field](T &record, const QString &text) {
                    std::optional<int> minute;
                    Complaint complaint = parseMinute(minute, text);
                    field(record) = minute.value_or(field(record));
                    return complaint;
                },
            .write = [field](const T &record) { return minuteText(field(record)); }};
}

template<class T>
[[nodiscard]] Column<T> ownZoneColumn(const Words &note)
{
    return codeColumn<T>(
        {.key = QStringLiteral("zone"),
         .title = {.zh = QStringLiteral("区域"), .en = QStringLiteral("Zone")},
         .aliases = {QStringLiteral("所在区域")},
         .note = note,
         .refersTo = QStringLiteral("zones")},
        [](auto &r) -> auto & { return r.zone; });
}

template<class T>
[[nodiscard]] Column<T> ownerColumn()
{
    return codeColumn<T>(
        {.key = QStringLiteral("owner"),
         .title = {.zh = QStringLiteral("负责人"), .en = QStringLiteral("Owner")},
         .aliases = {QStringLiteral("责任人")},
         .note = {.zh = QStringLiteral("负责人的工号，只写一人"),
                  .en = QStringLiteral("code of the one person who sees to it")},
         .refersTo = QStringLiteral("staff")},
        [](auto &r) -> auto & { return r.owner; });
}

template<class T>
[[nodiscard]] Column<T> rolesColumn(const Words &note)
{
    return codesColumn<T>(
        {.key = QStringLiteral("roles"),
         .title = {.zh = QStringLiteral("角色"), .en = QStringLiteral("Roles")},
         .aliases = {QStringLiteral("role")},
         .note = note},
        [](auto &r) -> auto & { return r.roles; });
}

}  // namespace muster::plan
