#include "core/plan/cross_checks.h"

namespace muster::plan {
namespace {

bool isCounter(const Station &station) { return station.role == QLatin1String("counter"); }

/// The services that some counter calls for.
QSet<QString> calledServices(const PlanDraft &draft)
{
    QSet<QString> called;
    for (const auto &[station, row] : draft.stations.rows) {
        if (isCounter(station)) {
            called.unite(QSet<QString>(station.services.begin(), station.services.end()));
        }
    }
    return called;
}

void checkPrefixes(const SheetRows<Series> &series, Findings &findings)
{
    QHash<QString, int> rows;
    for (const auto &[record, row] : series.rows) {
        if (const int first = rows.value(record.prefix, 0); first > 0 && !record.prefix.isEmpty()) {
            findings.error(
                series.at(row, QStringLiteral("prefix")),
                {.zh = QStringLiteral("号头“%1”与第 %2 行相同，会叫出一样的号：请改一个").arg(record.prefix).arg(first),
                 .en = QStringLiteral("the prefix \"%1\" stands in row %2 already, so two guests would "
                                      "have one number: change one of them")
                           .arg(record.prefix)
                           .arg(first)});
        } else {
            rows.insert(record.prefix, row);
        }
    }
}

/// At the door a guest gets one number: which one, the class must say.
void checkAtSignIn(const PlanDraft &draft, Findings &findings)
{
    QHash<QString, QString> givenBy;
    for (const auto &[series, row] : draft.series.rows) {
        QStringList classes = series.classes;
        for (const auto &kind : draft.classes.rows) {
            if (series.classes.isEmpty()) {
                classes.append(kind.value.code);
            }
        }
        for (const QString &code : series.isAtSignIn ? classes : QStringList()) {
            const QString other = givenBy.value(code, series.code);
            if (other != series.code) {
                findings.error(
                    draft.series.at(row, QStringLiteral("at_sign_in")),
                    {.zh = QStringLiteral("“%1”类签到时已发“%2”号：一类来宾签到时只能发一种号").arg(code, other),
                     .en =
                         QStringLiteral("the class \"%1\" gets a number of \"%2\" at sign-in already: leave it to one "
                                        "of them")
                             .arg(code, other)});
            }
            givenBy.insert(code, other);
        }
    }
}

void checkSeries(const PlanDraft &draft, const PlanCodes &codes, const QSet<QString> &called, Findings &findings)
{
    const auto &sheet = draft.series;
    for (const auto &[series, row] : sheet.rows) {
        const auto at = [&sheet, row = row](const char *key) { return sheet.at(row, QString::fromLatin1(key)); };
        checkName(series.name, sheet.at(row), findings);
        checkReferences(series.classes, codes.classes, at("classes"), classSheet().head, findings);
        checkReferences({series.service}, codes.services, at("service"), serviceSheet().head, findings);
        checkHours(series.fromMinute, series.untilMinute, at("until"), findings);
        if (codes.services.contains(series.service) && !called.contains(series.service)) {
            findings.warning(
                at("service"),
                {.zh = QStringLiteral("没有柜台办理“%1”，拿了“%2”号没人叫：请在“设备”表给柜台写上这个环节")
                           .arg(series.service, series.code),
                 .en = QStringLiteral("no counter serves \"%1\", so nobody calls the numbers of \"%2\": name it in the "
                                      "services of a counter")
                           .arg(series.service, series.code)});
        }
    }
    checkPrefixes(sheet, findings);
    checkAtSignIn(draft, findings);
}

void checkServices(const PlanDraft &draft, const PlanCodes &codes, const QSet<QString> &called, Findings &findings)
{
    const auto &sheet = draft.services;
    QHash<QString, QString> next;
    for (const auto &service : sheet.rows) {
        next.insert(service.value.code, service.value.next);
    }
    for (const auto &[service, row] : sheet.rows) {
        const auto at = [&sheet, row = row](const char *key) { return sheet.at(row, QString::fromLatin1(key)); };
        checkName(service.name, sheet.at(row), findings);
        checkReferences({service.zone}, codes.zones, at("zone"), zoneSheet().head, findings);
        checkReferences({service.next}, codes.services, at("next"), serviceSheet().head, findings);
        if (leadsBack(service.code, next)) {
            findings.error(at("next"),
                           {.zh = QStringLiteral("下一环节绕回了 %1 自己：请改为另一环节或留空").arg(service.code),
                            .en = QStringLiteral("the journey leads back to %1 itself: name another service or none")
                                      .arg(service.code)});
        }
        if (!service.code.isEmpty() && !called.contains(service.code)) {
            findings.warning(
                at("code"),
                {.zh = QStringLiteral("没有柜台为“%1”叫号：请在“设备”表给柜台写上这个环节").arg(service.code),
                 .en = QStringLiteral("no counter calls for \"%1\": name it in the services of a counter")
                           .arg(service.code)});
        }
    }
}

void checkPapers(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.papers;
    QHash<QString, int> counts;
    for (const auto &[paper, row] : sheet.rows) {
        const auto at = sheet.at(row, QStringLiteral("service"));
        checkReferences({paper.service}, codes.services, at, serviceSheet().head, findings);
        if (++counts[paper.service] == papersMax + 1) {
            findings.error(at, {.zh = QStringLiteral("“%1”的资料超过 %2 件：请合并").arg(paper.service).arg(papersMax),
                                .en = QStringLiteral("\"%1\" asks for more than %2 papers: put some together")
                                          .arg(paper.service)
                                          .arg(papersMax)});
        }
    }
}

void checkPriorities(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.priorities;
    QHash<QString, int> rows;
    for (const auto &[priority, row] : sheet.rows) {
        const auto at = sheet.at(row, QStringLiteral("classes"));
        checkName(priority.name, sheet.at(row), findings);
        checkReferences(priority.classes, codes.classes, at, classSheet().head, findings);
        for (const QString &code : priority.classes) {
            if (const int first = rows.value(code, 0); first > 0) {
                findings.error(at, {.zh = QStringLiteral("“%1”类在第 %2 行已有优先：一类只写一次").arg(code).arg(first),
                                    .en = QStringLiteral("the class \"%1\" has a priority in row %2 already: name it "
                                                         "once")
                                              .arg(code)
                                              .arg(first)});
            } else {
                rows.insert(code, row);
            }
        }
    }
}

void checkCounters(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto &sheet = draft.stations;
    for (const auto &[station, row] : sheet.rows) {
        const auto at = sheet.at(row, QStringLiteral("services"));
        checkReferences(station.services, codes.services, at, serviceSheet().head, findings);
        if (!station.services.isEmpty() && !isCounter(station)) {
            findings.warning(at, {.zh = QStringLiteral("只有柜台（counter）叫号：这里的环节不会用到"),
                                  .en = QStringLiteral("only a counter calls numbers: these services are not used")});
        } else if (station.services.isEmpty() && isCounter(station) && !codes.services.isEmpty()) {
            findings.warning(at, {.zh = QStringLiteral("这个柜台没写办理环节：它叫不到任何号"),
                                  .en = QStringLiteral("this counter has no services: it calls nobody")});
        }
    }
}

}  // namespace

void checkQueues(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    const auto called = calledServices(draft);
    checkSeries(draft, codes, called, findings);
    checkServices(draft, codes, called, findings);
    checkPapers(draft, codes, findings);
    checkPriorities(draft, codes, findings);
    checkCounters(draft, codes, findings);
}

}  // namespace muster::plan
