#include "core/plan/plan_reader.h"

#include "core/plan/cross_checks.h"
#include "core/plan/guest_reader.h"

#include <algorithm>
#include <iterator>

namespace muster::plan {
namespace {

template<class T>
std::vector<T> valuesOf(const SheetRows<T> &sheet)
{
    std::vector<T> values;
    values.reserve(sheet.rows.size());
    for (const auto &row : sheet.rows) {
        values.push_back(row.value);
    }
    return values;
}

/// Questions, services and incidents hold what stands in a sheet of its own, one a row.
void takeParts(const PlanDraft &draft, EventSetup &setup)
{
    const auto find = [](auto &things, const QString &code) {
        const auto found = std::ranges::find_if(things, [&](const auto &thing) { return thing.code == code; });
        return found == things.end() ? nullptr : &*found;
    };
    for (const auto &row : draft.choices.rows) {
        if (Question *const question = find(setup.questions, row.value.question)) {
            question->choices.push_back(row.value.choice);
        }
    }
    for (const auto &row : draft.papers.rows) {
        if (Service *const service = find(setup.services, row.value.service)) {
            service->papers.push_back(row.value.paper);
        }
    }
    for (const auto &row : draft.checklists.rows) {
        if (IncidentType *const type = find(setup.incidentTypes, row.value.type)) {
            type->checklist.push_back(row.value.item);
        }
    }
}

EventSetup setupOf(const PlanDraft &draft)
{
    EventSetup setup = draft.event.rows.empty() ? EventSetup{} : draft.event.rows.front().value;
    setup.zones = valuesOf(draft.zones);
    setup.classes = valuesOf(draft.classes);
    setup.rules = valuesOf(draft.rules);
    setup.sessions = valuesOf(draft.sessions);
    setup.questions = valuesOf(draft.questions);
    setup.staff = valuesOf(draft.staff);
    setup.stations = valuesOf(draft.stations);
    setup.services = valuesOf(draft.services);
    setup.series = valuesOf(draft.series);
    setup.priorities = valuesOf(draft.priorities);
    setup.prizes = valuesOf(draft.prizes);
    setup.stocks = valuesOf(draft.stocks);
    setup.draws = valuesOf(draft.draws);
    setup.units = valuesOf(draft.units);
    setup.merchants = valuesOf(draft.merchants);
    setup.posts = valuesOf(draft.posts);
    setup.shifts = valuesOf(draft.shifts);
    setup.gear = valuesOf(draft.gear);
    setup.assemblyPoints = valuesOf(draft.assemblyPoints);
    setup.incidentTypes = valuesOf(draft.incidentTypes);
    setup.cues = valuesOf(draft.cues);
    setup.tasks = valuesOf(draft.tasks);
    setup.materials = valuesOf(draft.materials);
    setup.alertRules = valuesOf(draft.alertRules);
    setup.targets = valuesOf(draft.targets);
    for (Stock &stock : setup.stocks) {
        stock.code = stockCode(stock);
    }
    for (Shift &shift : setup.shifts) {
        shift.code = codeOf(shift);
    }
    takeParts(draft, setup);
    return setup;
}

PlanDraft draftOf(Book &book, Findings &findings)
{
    return {.event = readSheet(book, eventSheet(), findings),
            .zones = readSheet(book, zoneSheet(), findings),
            .classes = readSheet(book, classSheet(), findings),
            .rules = readSheet(book, ruleSheet(), findings),
            .sessions = readSheet(book, sessionSheet(), findings),
            .questions = readSheet(book, questionSheet(), findings),
            .choices = readSheet(book, choiceSheet(), findings),
            .staff = readSheet(book, staffSheet(), findings),
            .stations = readSheet(book, stationSheet(), findings),
            .services = readSheet(book, serviceSheet(), findings),
            .papers = readSheet(book, paperSheet(), findings),
            .series = readSheet(book, seriesSheet(), findings),
            .priorities = readSheet(book, prioritySheet(), findings),
            .prizes = readSheet(book, prizeSheet(), findings),
            .stocks = readSheet(book, stockSheet(), findings),
            .draws = readSheet(book, drawSheet(), findings),
            .units = readSheet(book, unitSheet(), findings),
            .merchants = readSheet(book, merchantSheet(), findings),
            .posts = readSheet(book, postSheet(), findings),
            .shifts = readSheet(book, shiftSheet(), findings),
            .gear = readSheet(book, gearSheet(), findings),
            .assemblyPoints = readSheet(book, assemblySheet(), findings),
            .incidentTypes = readSheet(book, incidentTypeSheet(), findings),
            .checklists = readSheet(book, checklistSheet(), findings),
            .cues = readSheet(book, cueSheet(), findings),
            .tasks = readSheet(book, taskSheet(), findings),
            .materials = readSheet(book, materialSheet(), findings),
            .alertRules = readSheet(book, alertRuleSheet(), findings),
            .targets = readSheet(book, targetSheet(), findings)};
}

void warnUnknownSheets(const Book &book, Findings &findings)
{
    QStringList known{QStringLiteral("说明"), QStringLiteral("README"), QStringLiteral("说明 README")};
    for (const auto &sheet : allSheets()) {
        known.append(findSheet(book, sheet.head));
    }
    for (const QString &name : book.sheets()) {
        if (!known.contains(name)) {
            findings.warning({.sheet = name},
                             {.zh = QStringLiteral("不认识这张表，已忽略：请核对表名"),
                              .en = QStringLiteral("this sheet is not known and is ignored: look at its name")});
        }
    }
}

}  // namespace

PlanReading readPlan(const QString &path)
{
    PlanReading reading;
    Findings findings;
    if (auto opened = Book::open(path); !opened) {
        findings.error({}, {.zh = QStringLiteral("读不出 %1").arg(path), .en = opened.error().detail});
    } else {
        Book &book = **opened;
        const PlanDraft draft = draftOf(book, findings);
        warnUnknownSheets(book, findings);
        checkPlan(draft, findings);
        reading.setup = setupOf(draft);
        if (const QString sheet = findSheet(book, guestSheet().head); !sheet.isEmpty()) {
            const GuestListOptions options{.mapping = {}, .sheet = {}, .setup = &reading.setup, .defaultClass = {}};
            readGuestSheet(book, sheet, options, findings, [&](std::span<GuestEntry> chunk) {
                std::move(chunk.begin(), chunk.end(), std::back_inserter(reading.guests));
                return true;
            });
        }
    }
    reading.findings = findings.sorted();
    reading.errorCount = findings.errorCount();
    reading.warningCount = findings.warningCount();
    return reading;
}

}  // namespace muster::plan
