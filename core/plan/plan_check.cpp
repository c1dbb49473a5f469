#include "core/plan/cross_checks.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace muster::plan {
namespace {

template<class T>
void requireSome(const SheetRows<T> &sheet, const SheetText &text, const Words &why, Findings &findings)
{
    if (sheet.rows.empty()) {
        findings.error(sheet.whole(), {.zh = QStringLiteral("“%1”表没有内容：%2").arg(text.title.zh, why.zh),
                                       .en = QStringLiteral("the sheet \"%1\" is empty: %2").arg(text.key, why.en)});
    }
}

void checkCapacities(std::optional<int> soft, std::optional<int> firm, const Origin &at, Findings &findings)
{
    if (soft && firm && *soft > *firm) {
        findings.error(
            at,
            {.zh = QStringLiteral("预警人数 %1 大于核定人数 %2：请调小").arg(*soft).arg(*firm),
             .en = QStringLiteral("the soft capacity %1 is above the firm one, %2: lower it").arg(*soft).arg(*firm)});
    }
}

void checkEvent(const SheetRows<EventSetup> &event, Findings &findings)
{
    if (!event.isThere) {
        findings.error(event.whole(),
                       {.zh = QStringLiteral("缺少“活动”表：写明名称、日期和时区"),
                        .en = QStringLiteral("the sheet \"event\" is missing: name, day and time zone of the event")});
        return;
    }
    const EventSetup &setup = event.rows.front().value;
    static const QRegularExpression colour(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    if (!setup.brandColour.isEmpty() && !colour.match(setup.brandColour).hasMatch()) {
        findings.error(event.at(0, QStringLiteral("brand_colour")),
                       {.zh = QStringLiteral("“%1”不是颜色：请写成 #1f6f5c").arg(setup.brandColour),
                        .en = QStringLiteral("\"%1\" is no colour: write it as #1f6f5c").arg(setup.brandColour)});
    }
    if (!setup.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(setup.timeZone.toUtf8())) {
        findings.error(event.at(0, QStringLiteral("time_zone")),
                       {.zh = QStringLiteral("“%1”不是时区：请写成 Asia/Shanghai").arg(setup.timeZone),
                        .en = QStringLiteral("\"%1\" is no time zone: write it as Asia/Shanghai").arg(setup.timeZone)});
    }
    checkCapacities(setup.softCapacity, setup.firmCapacity, event.at(0, QStringLiteral("soft")), findings);
}

QSet<QString> vehicleZones(const SheetRows<Zone> &zones)
{
    QSet<QString> codes;
    for (const auto &[zone, row] : zones.rows) {
        if (zone.unit == ZoneUnit::Vehicles) {
            codes.insert(zone.code);
        }
    }
    return codes;
}

Words notForGuests(const QString &zone)
{
    return {.zh = QStringLiteral("%1 计的是车位，不能接待来宾：请改为另一区域").arg(zone),
            .en = QStringLiteral("%1 counts vehicles and takes no guests: name another zone").arg(zone)};
}

void checkZones(const SheetRows<Zone> &zones, const QSet<QString> &codes, Findings &findings)
{
    QHash<QString, QString> overflow;
    const auto vehicles = vehicleZones(zones);
    for (const auto &[zone, row] : zones.rows) {
        overflow.insert(zone.code, zone.overflow);
        checkCapacities(zone.softCapacity, zone.firmCapacity, zones.at(row, QStringLiteral("soft")), findings);
        checkReferences({zone.overflow}, codes, zones.at(row, QStringLiteral("overflow")), zoneSheet().head, findings);
        if (zone.name.zh.isEmpty() && zone.name.en.isEmpty()) {
            findings.warning(zones.at(row),
                             {.zh = QStringLiteral("区域没有名称：屏幕上只有代码"),
                              .en = QStringLiteral("the zone has no name: screens will show its code only")});
        }
    }
    for (const auto &[zone, row] : zones.rows) {
        if (vehicles.contains(zone.overflow)) {
            findings.error(zones.at(row, QStringLiteral("overflow")), notForGuests(zone.overflow));
        }
        if (leadsBack(zone.code, overflow)) {
            findings.error(
                zones.at(row, QStringLiteral("overflow")),
                {.zh = QStringLiteral("满员转往绕回了 %1 自己：请改为另一区域或留空").arg(zone.code),
                 .en =
                     QStringLiteral("the overflow leads back to %1 itself: name another zone or none").arg(zone.code)});
        }
    }
}

/// A class that every station for sign-in turns away.
void checkLanes(const PlanDraft &draft, const TicketClass &kind, int row, Findings &findings)
{
    const auto &stations = draft.stations.rows;
    const bool isNowhere = std::none_of(stations.begin(), stations.end(), [&](const auto &station) {
        return station.value.isDoor() && station.value.serves(kind.code);
    });
    const bool hasDoor =
        std::any_of(stations.begin(), stations.end(), [](const auto &station) { return station.value.isDoor(); });
    if (isNowhere && hasDoor) {
        findings.warning(
            draft.classes.at(row, QStringLiteral("code")),
            {.zh = QStringLiteral("没有一台签到设备接待“%1”：请看“设备”表的专用类别").arg(kind.code),
             .en = QStringLiteral("no station serves the class \"%1\": see its column Classes").arg(kind.code)});
    }
}

void checkClasses(const PlanDraft &draft, const QSet<QString> &zones, const QSet<QString> &questions,
                  Findings &findings)
{
    const auto &classes = draft.classes;
    const auto vehicles = vehicleZones(draft.zones);
    for (const auto &[kind, row] : classes.rows) {
        checkReferences(splitCodes(kind.zone), zones, classes.at(row, QStringLiteral("zone")), zoneSheet().head,
                        findings);
        for (const auto &zone : splitCodes(kind.zone)) {
            if (vehicles.contains(zone)) {
                findings.error(classes.at(row, QStringLiteral("zone")), notForGuests(zone));
            }
        }
        checkReferences(kind.questions, questions, classes.at(row, QStringLiteral("questions")), questionSheet().head,
                        findings);
        checkLanes(draft, kind, row, findings);
        const bool hasWay =
            std::any_of(draft.rules.rows.begin(), draft.rules.rows.end(), [&code = kind.code](const auto &rule) {
                return rule.value.classes.isEmpty() || rule.value.classes.contains(code);
            });
        if (!hasWay && !draft.rules.rows.empty()) {
            findings.warning(classes.at(row, QStringLiteral("code")),
                             {.zh = QStringLiteral("没有一条入场规则适用于“%1”：这类来宾进不来").arg(kind.code),
                              .en = QStringLiteral("no rule lets the class \"%1\" in").arg(kind.code)});
        }
    }
}

/// Classes of a rule that none of its gates serves: the rule would never let them in.
void checkGates(const PlanDraft &draft, const Rule &rule, int row, Findings &findings)
{
    for (const auto &code : rule.gates.isEmpty() ? QStringList() : rule.classes) {
        bool isGateKnown = false;
        bool isServed = false;
        for (const auto &[station, place] : draft.stations.rows) {
            const bool isGate = rule.gates.contains(station.code);
            isGateKnown = isGateKnown || isGate;
            isServed = isServed || (isGate && station.serves(code));
        }
        if (isGateKnown && !isServed) {
            findings.warning(
                draft.rules.at(row, QStringLiteral("gates")),
                {.zh = QStringLiteral("这些入口都不接待“%1”：请看“设备”表的专用类别").arg(code),
                 .en = QStringLiteral("none of these gates serves the class \"%1\": see the column Classes "
                                      "of the stations")
                           .arg(code)});
        }
    }
}

void checkRules(const PlanDraft &draft, const QSet<QString> &classes, const QSet<QString> &sessions,
                const QSet<QString> &stations, Findings &findings)
{
    const auto &rules = draft.rules;
    for (const auto &[rule, row] : rules.rows) {
        checkReferences(rule.classes, classes, rules.at(row, QStringLiteral("classes")), classSheet().head, findings);
        checkReferences(rule.gates, stations, rules.at(row, QStringLiteral("gates")), stationSheet().head, findings);
        checkReferences(rule.sessions, sessions, rules.at(row, QStringLiteral("sessions")), sessionSheet().head,
                        findings);
        checkGates(draft, rule, row, findings);
        checkHours(rule.fromMinute, rule.untilMinute, rules.at(row, QStringLiteral("until")), findings);
        if (rule.message.zh.isEmpty() && rule.message.en.isEmpty()) {
            findings.warning(rules.at(row),
                             {.zh = QStringLiteral("没有拒绝时的提示：来宾不知道为什么、该去哪"),
                              .en = QStringLiteral("there is no message: guests will not learn why, nor where to go")});
        }
    }
    if (rules.rows.empty()) {
        findings.warning(rules.whole(), {.zh = QStringLiteral("没有入场规则：名单上的有效来宾随时可从任何入口入场"),
                                         .en = QStringLiteral(
                                             "there are no rules: any valid guest may come in anywhere at any time")});
    }
}

bool isAnswer(const Question &question, const QStringList &choices)
{
    const QString &answer = question.defaultAnswer;
    bool isNumber = false;
    bool flag = false;
    switch (question.kind) {
    case QuestionKind::Choice: return choices.contains(answer);
    case QuestionKind::Choices: {
        const QStringList chosen = splitCodes(answer);
        return std::all_of(chosen.begin(), chosen.end(), [&](const QString &code) { return choices.contains(code); });
    }
    case QuestionKind::Number: (void)answer.toDouble(&isNumber); return isNumber;
    case QuestionKind::Consent: return !parseFlag(flag, answer);
    case QuestionKind::Text: return true;
    }
    Q_UNREACHABLE();
}

void checkQuestion(const PlanDraft &draft, const Question &question, int row, Findings &findings)
{
    QStringList choices;
    for (const auto &choice : draft.choices.rows) {
        if (choice.value.question == question.code) {
            choices.append(choice.value.choice.code);
        }
    }
    const auto at = [&](const QString &key) { return draft.questions.at(row, key); };
    const bool isChoice = question.kind == QuestionKind::Choice || question.kind == QuestionKind::Choices;
    if (isChoice && choices.isEmpty()) {
        findings.error(
            at(QStringLiteral("kind")),
            {.zh = QStringLiteral("“%1”没有选项：请写到“选项”表").arg(question.code),
             .en = QStringLiteral("\"%1\" has no choices: write them into the sheet choices").arg(question.code)});
    } else if (!isChoice && !choices.isEmpty()) {
        findings.warning(at(QStringLiteral("kind")),
                         {.zh = QStringLiteral("“%1”不是选择题，它的选项不会用到").arg(question.code),
                          .en = QStringLiteral("\"%1\" is no choice: its choices are not used").arg(question.code)});
    }
    if (!question.defaultAnswer.isEmpty() && !isAnswer(question, choices) && !(isChoice && choices.isEmpty())) {
        findings.error(at(QStringLiteral("default")),
                       {.zh = QStringLiteral("默认答案“%1”不是这个问题的答案：%2")
                                  .arg(question.defaultAnswer, choices.join(QStringLiteral(", "))),
                        .en = QStringLiteral("the default \"%1\" is no answer to this question: %2")
                                  .arg(question.defaultAnswer, choices.join(QStringLiteral(", ")))});
    }
    if (question.defaultAnswer.isEmpty() && question.isRequired) {
        findings.warning(
            at(QStringLiteral("default")),
            {.zh = QStringLiteral("必答而没有默认答案：无屏自助机无法放行"),
             .en = QStringLiteral("required and without a default: a kiosk without a screen cannot admit anyone")});
    }
    if (question.text.zh.isEmpty() && question.text.en.isEmpty()) {
        findings.error(at(QStringLiteral("code")),
                       {.zh = QStringLiteral("问题没有文字"), .en = QStringLiteral("the question has no text")});
    }
    const bool isAsked = std::any_of(draft.classes.rows.begin(), draft.classes.rows.end(),
                                     [&](const auto &kind) { return kind.value.questions.contains(question.code); });
    if (!isAsked) {
        findings.warning(
            at(QStringLiteral("code")),
            {.zh = QStringLiteral("没有一类来宾会被问到“%1”：请写进“类别”表的签到提问").arg(question.code),
             .en = QStringLiteral("no class is asked \"%1\": name it in the questions of a class").arg(question.code)});
    }
}

void checkPeople(const PlanDraft &draft, const QSet<QString> &zones, const QSet<QString> &classes, Findings &findings)
{
    bool hasCommander = false;
    for (const auto &[member, row] : draft.staff.rows) {
        checkReferences({member.zone}, zones, draft.staff.at(row, QStringLiteral("zone")), zoneSheet().head, findings);
        hasCommander = hasCommander || member.roles.contains(QStringLiteral("commander"));
    }
    if (!hasCommander && !draft.staff.rows.empty()) {
        findings.warning(draft.staff.whole(),
                         {.zh = QStringLiteral("没有总指挥：请给一人写上角色 commander"),
                          .en = QStringLiteral("there is no commander: give one person the role commander")});
    }
    bool hasDoor = false;
    for (const auto &[station, row] : draft.stations.rows) {
        checkReferences({station.zone}, zones, draft.stations.at(row, QStringLiteral("zone")), zoneSheet().head,
                        findings);
        checkReferences(station.classes, classes, draft.stations.at(row, QStringLiteral("classes")), classSheet().head,
                        findings);
        hasDoor = hasDoor || station.isDoor();
        if (station.isProblemDesk && station.role != QLatin1String("greeter")) {
            findings.error(draft.stations.at(row, QStringLiteral("problem_desk")),
                           {.zh = QStringLiteral("疑难台要能查找和登记来宾：角色请写 greeter"),
                            .en = QStringLiteral("a problem desk looks guests up and registers them: write greeter as "
                                                 "its role")});
        }
    }
    if (!hasDoor && !draft.stations.rows.empty()) {
        findings.warning(draft.stations.whole(),
                         {.zh = QStringLiteral("没有签到设备（kiosk 或 greeter）"),
                          .en = QStringLiteral("there is no station for sign-in (kiosk or greeter)")});
    }
}

void checkSales(const PlanDraft &draft, const PlanCodes &codes, Findings &findings)
{
    for (const auto &[unit, row] : draft.units.rows) {
        checkReferences({unit.desk}, codes.stations, draft.units.at(row, QStringLiteral("desk")), stationSheet().head,
                        findings);
    }
    for (const auto &[merchant, row] : draft.merchants.rows) {
        checkName(merchant.name, draft.merchants.at(row), findings);
        checkReferences({merchant.zone}, codes.zones, draft.merchants.at(row, QStringLiteral("zone")), zoneSheet().head,
                        findings);
    }
}

/// Every code once, also of the sheets that nobody refers to.
PlanCodes checkCodes(const PlanDraft &draft, Findings &findings)
{
    (void)uniqueCodes(draft.rules, findings);
    (void)uniqueCodes(draft.choices, findings);
    (void)uniqueCodes(draft.papers, findings);
    (void)uniqueCodes(draft.series, findings);
    (void)uniqueCodes(draft.priorities, findings);
    (void)uniqueCodes(draft.stocks, findings, QStringLiteral("desk"));
    (void)uniqueCodes(draft.draws, findings);
    (void)uniqueCodes(draft.units, findings);
    (void)uniqueCodes(draft.merchants, findings);
    (void)uniqueCodes(draft.shifts, findings, QStringLiteral("from"));
    (void)uniqueCodes(draft.gear, findings);
    (void)uniqueCodes(draft.assemblyPoints, findings);
    (void)uniqueCodes(draft.checklists, findings);
    (void)uniqueCodes(draft.materials, findings);
    (void)uniqueCodes(draft.alertRules, findings);
    (void)uniqueCodes(draft.targets, findings);
    QSet<QString> roles;
    for (const auto &member : draft.staff.rows) {
        roles.unite(QSet<QString>(member.value.roles.begin(), member.value.roles.end()));
    }
    return {.zones = uniqueCodes(draft.zones, findings),
            .classes = uniqueCodes(draft.classes, findings),
            .sessions = uniqueCodes(draft.sessions, findings),
            .questions = uniqueCodes(draft.questions, findings),
            .stations = uniqueCodes(draft.stations, findings),
            .services = uniqueCodes(draft.services, findings),
            .prizes = uniqueCodes(draft.prizes, findings),
            .staff = uniqueCodes(draft.staff, findings),
            .roles = roles,
            .posts = uniqueCodes(draft.posts, findings),
            .incidentTypes = uniqueCodes(draft.incidentTypes, findings),
            .cues = uniqueCodes(draft.cues, findings),
            .tasks = uniqueCodes(draft.tasks, findings)};
}

}  // namespace

void checkPlan(const PlanDraft &draft, Findings &findings)
{
    checkEvent(draft.event, findings);
    requireSome(draft.zones, zoneSheet().head,
                {.zh = QStringLiteral("至少写一个区域"), .en = QStringLiteral("name at least one zone")}, findings);
    requireSome(draft.classes, classSheet().head,
                {.zh = QStringLiteral("至少写一个类别"), .en = QStringLiteral("name at least one class of guests")},
                findings);
    requireSome(draft.sessions, sessionSheet().head,
                {.zh = QStringLiteral("至少写一个场次"), .en = QStringLiteral("name at least one session")}, findings);
    const PlanCodes codes = checkCodes(draft, findings);
    checkZones(draft.zones, codes.zones, findings);
    checkClasses(draft, codes.zones, codes.questions, findings);
    checkRules(draft, codes.classes, codes.sessions, codes.stations, findings);
    for (const auto &[question, row] : draft.questions.rows) {
        checkQuestion(draft, question, row, findings);
    }
    for (const auto &[choice, row] : draft.choices.rows) {
        checkReferences({choice.question}, codes.questions, draft.choices.at(row, QStringLiteral("question")),
                        questionSheet().head, findings);
    }
    checkPeople(draft, codes.zones, codes.classes, findings);
    checkQueues(draft, codes, findings);
    checkPrizes(draft, codes, findings);
    checkSales(draft, codes, findings);
    checkPosts(draft, codes, findings);
    checkShifts(draft, codes, findings);
    checkIncidents(draft, codes, findings);
    checkCues(draft, codes, findings);
    checkMaterials(draft, codes, findings);
    const bool hasOpen = std::any_of(draft.sessions.rows.begin(), draft.sessions.rows.end(),
                                     [](const auto &session) { return session.value.opensAtStart; });
    if (!hasOpen && !draft.sessions.rows.empty()) {
        findings.warning(
            draft.sessions.whole(),
            {.zh = QStringLiteral("没有一开始就开放的场次：总指挥要先开放一个，才能签到"),
             .en = QStringLiteral(
                 "no session is open at the start: the coordinator must open one before anyone can sign in")});
    }
}

}  // namespace muster::plan
