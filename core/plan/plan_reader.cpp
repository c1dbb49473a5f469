#include "core/plan/plan_reader.h"

#include "core/plan/guest_reader.h"
#include "core/plan/plan_check.h"

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
    for (const auto &row : draft.choices.rows) {
        const auto question = std::find_if(setup.questions.begin(), setup.questions.end(),
                                           [&](const Question &q) { return q.code == row.value.question; });
        if (question != setup.questions.end()) {
            question->choices.push_back(row.value.choice);
        }
    }
    return setup;
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
        const PlanDraft draft{.event = readSheet(book, eventSheet(), findings),
                              .zones = readSheet(book, zoneSheet(), findings),
                              .classes = readSheet(book, classSheet(), findings),
                              .rules = readSheet(book, ruleSheet(), findings),
                              .sessions = readSheet(book, sessionSheet(), findings),
                              .questions = readSheet(book, questionSheet(), findings),
                              .choices = readSheet(book, choiceSheet(), findings),
                              .staff = readSheet(book, staffSheet(), findings),
                              .stations = readSheet(book, stationSheet(), findings)};
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
