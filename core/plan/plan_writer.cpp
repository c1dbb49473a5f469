#include "core/plan/plan_writer.h"

#include "core/plan/cross_checks.h"
#include "core/plan/sheet_writer.h"
#include "core/plan/sheets.h"

#include <set>

namespace muster::plan {
namespace {

template<class T>
SheetDescription writtenPart(const SheetPlan<T> &plan)
{
    SheetDescription written{.head = plan.head};
    for (const auto &column : plan.columns) {
        if (!column.head.isImportOnly) {
            written.columns.push_back(column.head);
        }
    }
    return written;
}

template<class T>
QStringList cellsOf(const SheetPlan<T> &plan, const T &record)
{
    QStringList cells;
    for (const auto &column : plan.columns) {
        if (!column.head.isImportOnly) {
            cells.append(column.write(record));
        }
    }
    return cells;
}

template<class T, class Records>
Status writeSheet(SheetWriter &writer, const SheetPlan<T> &plan, const Records &records)
{
    if (const auto begun = writer.begin(writtenPart(plan), Explanations::No); !begun) {
        return begun;
    }
    for (const T &record : records) {
        if (const auto written = writer.row(cellsOf(plan, record)); !written) {
            return written;
        }
    }
    return {};
}

Status writeEvent(SheetWriter &writer, const EventSetup &setup)
{
    const auto &plan = eventSheet();
    if (const auto begun = writer.begin(writtenPart(plan), Explanations::No); !begun) {
        return begun;
    }
    for (const auto &column : plan.columns) {
        const auto written = writer.row({headerOf(column.head.title), column.write(setup), headerOf(column.head.note)});
        if (!written) {
            return written;
        }
    }
    return {};
}

/// A header for an extra column that no description will take for its own when it is read again.
QString extraHeader(const QString &name)
{
    const QStringList callings = callingsOf(name);
    for (const ColumnText &column : guestSheet().heads()) {
        QStringList names{normalised(column.key), normalised(column.title.zh), normalised(column.title.en)};
        for (const QString &alias : column.aliases) {
            names.append(normalised(alias));
        }
        for (const QString &calling : callings) {
            if (names.contains(calling)) {
                return QStringLiteral("extra:") + name;
            }
        }
    }
    return name;
}

Status writeGuestSheet(SheetWriter &writer, std::span<const GuestEntry> guests)
{
    std::set<QString> extras;
    for (const GuestEntry &guest : guests) {
        for (auto entry = guest.extra.begin(); entry != guest.extra.end(); ++entry) {
            extras.insert(entry.key());
        }
    }
    SheetDescription sheet = writtenPart(guestSheet());
    for (const QString &extra : extras) {
        sheet.columns.push_back({.key = extra, .title = {.zh = {}, .en = extraHeader(extra)}});
    }
    if (const auto begun = writer.begin(sheet, Explanations::No); !begun) {
        return begun;
    }
    for (const GuestEntry &guest : guests) {
        QStringList cells = cellsOf(guestSheet(), GuestRow{.entry = guest});
        for (const QString &extra : extras) {
            cells.append(guest.extra.value(extra));
        }
        if (const auto written = writer.row(cells); !written) {
            return written;
        }
    }
    return {};
}

std::vector<ChoiceRow> choiceRows(const EventSetup &setup)
{
    std::vector<ChoiceRow> rows;
    for (const Question &question : setup.questions) {
        for (const auto &choice : question.choices) {
            rows.push_back({.question = question.code, .choice = choice});
        }
    }
    return rows;
}

std::vector<PaperRow> paperRows(const EventSetup &setup)
{
    std::vector<PaperRow> rows;
    for (const Service &service : setup.services) {
        for (const auto &paper : service.papers) {
            rows.push_back({.service = service.code, .paper = paper});
        }
    }
    return rows;
}

std::vector<ChecklistRow> checklistRows(const EventSetup &setup)
{
    std::vector<ChecklistRow> rows;
    for (const IncidentType &type : setup.incidentTypes) {
        for (const auto &item : type.checklist) {
            rows.push_back({.type = type.code, .item = item});
        }
    }
    return rows;
}

/// A code that the reader makes by itself is not written.
std::vector<Shift> shiftRows(const EventSetup &setup)
{
    std::vector<Shift> rows = setup.shifts;
    for (Shift &shift : rows) {
        shift.code = shift.code == shiftCode(shift) ? QString() : shift.code;
    }
    return rows;
}

/// People and the course of the day.
Status writeDay(SheetWriter &writer, const EventSetup &setup)
{
    return writeSheet(writer, postSheet(), setup.posts)
        .and_then([&] { return writeSheet(writer, shiftSheet(), shiftRows(setup)); })
        .and_then([&] { return writeSheet(writer, gearSheet(), setup.gear); })
        .and_then([&] { return writeSheet(writer, assemblySheet(), setup.assemblyPoints); })
        .and_then([&] { return writeSheet(writer, incidentTypeSheet(), setup.incidentTypes); })
        .and_then([&] { return writeSheet(writer, checklistSheet(), checklistRows(setup)); })
        .and_then([&] { return writeSheet(writer, cueSheet(), setup.cues); })
        .and_then([&] { return writeSheet(writer, taskSheet(), setup.tasks); })
        .and_then([&] { return writeSheet(writer, materialSheet(), setup.materials); })
        .and_then([&] { return writeSheet(writer, alertRuleSheet(), setup.alertRules); })
        .and_then([&] { return writeSheet(writer, targetSheet(), setup.targets); });
}

}  // namespace

Status writePlan(const QString &path, const EventSetup &setup, std::span<const GuestEntry> guests)
{
    auto created = SheetWriter::create(path);
    if (!created) {
        return fail(created);
    }
    SheetWriter &writer = **created;
    return writeEvent(writer, setup)
        .and_then([&] { return writeSheet(writer, zoneSheet(), setup.zones); })
        .and_then([&] { return writeSheet(writer, classSheet(), setup.classes); })
        .and_then([&] { return writeSheet(writer, ruleSheet(), setup.rules); })
        .and_then([&] { return writeSheet(writer, sessionSheet(), setup.sessions); })
        .and_then([&] { return writeSheet(writer, questionSheet(), setup.questions); })
        .and_then([&] { return writeSheet(writer, choiceSheet(), choiceRows(setup)); })
        .and_then([&] { return writeSheet(writer, staffSheet(), setup.staff); })
        .and_then([&] { return writeSheet(writer, stationSheet(), setup.stations); })
        .and_then([&] { return writeSheet(writer, serviceSheet(), setup.services); })
        .and_then([&] { return writeSheet(writer, paperSheet(), paperRows(setup)); })
        .and_then([&] { return writeSheet(writer, seriesSheet(), setup.series); })
        .and_then([&] { return writeSheet(writer, prioritySheet(), setup.priorities); })
        .and_then([&] { return writeSheet(writer, prizeSheet(), setup.prizes); })
        .and_then([&] { return writeSheet(writer, stockSheet(), setup.stocks); })
        .and_then([&] { return writeSheet(writer, drawSheet(), setup.draws); })
        .and_then([&] { return writeSheet(writer, unitSheet(), setup.units); })
        .and_then([&] { return writeSheet(writer, merchantSheet(), setup.merchants); })
        .and_then([&] { return writeDay(writer, setup); })
        .and_then([&] { return writeGuestSheet(writer, guests); })
        .and_then([&] { return writer.finish(); });
}

Status writeGuests(const QString &path, std::span<const GuestEntry> guests, ByteOrderMark mark)
{
    auto created = SheetWriter::create(path, mark == ByteOrderMark::Yes);
    if (!created) {
        return fail(created);
    }
    return writeGuestSheet(**created, guests).and_then([&] { return (*created)->finish(); });
}

}  // namespace muster::plan
