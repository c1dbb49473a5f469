#include "core/plan/day_columns.h"
#include "core/plan/sheets.h"

namespace muster::plan {
namespace {

constexpr Bounds minutesToAnswer{.min = 1, .max = 1'440};
constexpr Bounds weights{.min = 0, .max = 1'000};
constexpr Bounds seconds{.min = 0, .max = 86'400};
constexpr Bounds minutesToCheckAgain{.min = 1, .max = 1'440};

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<IncidentType> &incidentTypeSheet()
{
    static const SheetPlan<IncidentType> plan{
        .head = {.key = QStringLiteral("incidents"),
                 .title = {.zh = QStringLiteral("事件预案"), .en = QStringLiteral("Incidents")},
                 .aliases = {QStringLiteral("incident types"), QStringLiteral("应急预案"), QStringLiteral("预案"),
                             QStringLiteral("事件")},
                 .note = {.zh = QStringLiteral("可能出的事和事先写好的预案"),
                          .en = QStringLiteral("What may go wrong, with the plan written beforehand")}},
        .columns = {
            ownCodeColumn<IncidentType>(QStringLiteral("lost-child"), {QStringLiteral("type")}),
            chineseNameColumn<IncidentType>(), englishNameColumn<IncidentType>(),
            boundedTextColumn<IncidentType>(
                {.key = QStringLiteral("guide_zh"),
                 .title = {.zh = QStringLiteral("处置"), .en = QStringLiteral("Guide in Chinese")},
                 .aliases = {QStringLiteral("处置要点")},
                 .note = {.zh = QStringLiteral("两三句话说清怎么办"),
                          .en = QStringLiteral("what to do, in two or three sentences of Chinese")}},
                guideCharactersMax, [](auto &r) -> auto & { return r.guide.zh; }),
            boundedTextColumn<IncidentType>(
                {.key = QStringLiteral("guide_en"),
                 .title = {.zh = QStringLiteral("英文处置"), .en = QStringLiteral("Guide in English")},
                 .note = {.zh = QStringLiteral("处置的英文"), .en = QStringLiteral("the same in English")}},
                guideCharactersMax, [](auto &r) -> auto & { return r.guide.en; }),
            flagColumn<IncidentType>(
                {.key = QStringLiteral("urgent"),
                 .title = {.zh = QStringLiteral("紧急"), .en = QStringLiteral("Urgent")},
                 .note = {.zh = QStringLiteral("yes：一记录就报警"), .en = QStringLiteral("yes: alerts at once")}},
                [](auto &r) -> auto & { return r.isUrgent; }),
            flagColumn<IncidentType>(
                {.key = QStringLiteral("restricted"),
                 .title = {.zh = QStringLiteral("受限"), .en = QStringLiteral("Restricted")},
                 .note = {.zh = QStringLiteral("yes：内容只有指挥台能看（医疗、投诉）"),
                          .en = QStringLiteral("yes: only the coordinator reads its words (medical, complaints)")}},
                [](auto &r) -> auto & { return r.isRestricted; }),
            flagColumn<IncidentType>(
                {.key = QStringLiteral("watch"),
                 .title = {.zh = QStringLiteral("守出口"), .en = QStringLiteral("Watch")},
                 .note = {.zh = QStringLiteral("yes：每个出口要回复已留意（走失）"),
                          .en = QStringLiteral("yes: every exit says that it looks out (a missing person)")}},
                [](auto &r) -> auto & { return r.isWatch; }),
            flagColumn<IncidentType>(
                {.key = QStringLiteral("property"),
                 .title = {.zh = QStringLiteral("签领"), .en = QStringLiteral("Return signed")},
                 .aliases = {QStringLiteral("property")},
                 .note = {.zh = QStringLiteral("yes：以签字交还结束（失物）"),
                          .en = QStringLiteral("yes: ends with a signed return (lost property)")}},
                [](auto &r) -> auto & { return r.isProperty; }),
            rolesColumn<IncidentType>({.zh = QStringLiteral("叫哪些角色，用 ; 隔开"),
                                       .en = QStringLiteral("roles of staff who are called, parted by ;")}),
            numberColumn<IncidentType>(
                {.key = QStringLiteral("answer"),
                 .title = {.zh = QStringLiteral("响应分钟"), .en = QStringLiteral("Minutes to answer")},
                 .aliases = {QStringLiteral("answer minutes")},
                 .note = {.zh = QStringLiteral("多久没人处理就报警；空为 5"),
                          .en = QStringLiteral("untouched for longer is an alert; empty: 5")}},
                minutesToAnswer, [](auto &r) -> auto & { return r.answerMinutes; })}};
    return plan;
}

const SheetPlan<ChecklistRow> &checklistSheet()
{
    static const SheetPlan<ChecklistRow> plan{
        .head = {.key = QStringLiteral("checklists"),
                 .title = {.zh = QStringLiteral("处置清单"), .en = QStringLiteral("Checklists")},
                 .aliases = {QStringLiteral("清单"), QStringLiteral("checklist")},
                 .note = {.zh = QStringLiteral("每种事件要逐项打勾的步骤，一行一步"),
                          .en = QStringLiteral("Steps of a kind of incident that are ticked one by one")}},
        .columns = {codeColumn<ChecklistRow>(
                        {.key = QStringLiteral("type"),
                         .title = {.zh = QStringLiteral("事件"), .en = QStringLiteral("Incident")},
                         .aliases = {QStringLiteral("事件代码")},
                         .note = {.zh = QStringLiteral("哪种事件"), .en = QStringLiteral("code of the incident")},
                         .isRequired = true,
                         .refersTo = QStringLiteral("incidents")},
                        [](auto &r) -> auto & { return r.type; }),
                    codeColumn<ChecklistRow>(
                        {.key = QStringLiteral("code"),
                         .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                         .note = {.zh = QStringLiteral("如 exits"), .en = QStringLiteral("such as exits")},
                         .isRequired = true},
                        [](auto &r) -> auto & { return r.item.code; }),
                    boundedTextColumn<ChecklistRow>(
                        {.key = QStringLiteral("text_zh"),
                         .title = {.zh = QStringLiteral("步骤"), .en = QStringLiteral("Text in Chinese")},
                         .aliases = {QStringLiteral("中文"), QStringLiteral("text")},
                         .note = {.zh = QStringLiteral("一句话"), .en = QStringLiteral("one sentence of Chinese")}},
                        lineCharactersMax, [](auto &r) -> auto & { return r.item.text.zh; }),
                    boundedTextColumn<ChecklistRow>(
                        {.key = QStringLiteral("text_en"),
                         .title = {.zh = QStringLiteral("英文步骤"), .en = QStringLiteral("Text in English")},
                         .note = {.zh = QStringLiteral("步骤的英文"), .en = QStringLiteral("the same in English")}},
                        lineCharactersMax, [](auto &r) -> auto & { return r.item.text.en; })}};
    return plan;
}

const SheetPlan<AlertRule> &alertRuleSheet()
{
    static const SheetPlan<AlertRule> plan{
        .head = {.key = QStringLiteral("alerts"),
                 .title = {.zh = QStringLiteral("报警规则"), .en = QStringLiteral("Alerts")},
                 .aliases = {QStringLiteral("alert rules"), QStringLiteral("报警")},
                 .note = {.zh = QStringLiteral("报警怎样提醒、叫谁、多久升级；不写的按默认"),
                          .en = QStringLiteral("How alerts are raised, whom they call and when they escalate; what is "
                                               "not said stays as Muster does it")}},
        .columns = {
            ownCodeColumn<AlertRule>(QStringLiteral("post_gap"), {QStringLiteral("kind"), QStringLiteral("报警")}),
            numberColumn<AlertRule>(
                {.key = QStringLiteral("weight"),
                 .title = {.zh = QStringLiteral("权重"), .en = QStringLiteral("Weight")},
                 .note = {.zh = QStringLiteral("大的排在前；0 为不报"),
                          .en = QStringLiteral("higher comes first; 0: not raised")}},
                weights, [](auto &r) -> auto & { return r.weight; }),
            numberColumn<AlertRule>(
                {.key = QStringLiteral("after"),
                 .title = {.zh = QStringLiteral("持续秒数"), .en = QStringLiteral("After seconds")},
                 .note = {.zh = QStringLiteral("持续这么久才报"),
                          .en = QStringLiteral("how long it must be so before it is raised")}},
                seconds, [](auto &r) -> auto & { return r.afterSeconds; }),
            numberColumn<AlertRule>(
                {.key = QStringLiteral("escalate"),
                 .title = {.zh = QStringLiteral("升级秒数"), .en = QStringLiteral("Escalate after seconds")},
                 .note = {.zh = QStringLiteral("这么久没人应答就升级"),
                          .en = QStringLiteral("how long it may stay unanswered")}},
                seconds, [](auto &r) -> auto & { return r.escalateSeconds; }),
            rolesColumn<AlertRule>({.zh = QStringLiteral("先叫哪些当班角色，用 ; 隔开"),
                                    .en = QStringLiteral("roles on duty that it calls first, parted by ;")}),
            codesColumn<AlertRule>(
                {.key = QStringLiteral("escalate_roles"),
                 .title = {.zh = QStringLiteral("升级角色"), .en = QStringLiteral("Then roles")},
                 .note = {.zh = QStringLiteral("升级后叫谁，用 ; 隔开"),
                          .en = QStringLiteral("roles that it calls afterwards, parted by ;")}},
                [](auto &r) -> auto & { return r.escalateRoles; }),
            numberColumn<AlertRule>(
                {.key = QStringLiteral("recheck"),
                 .title = {.zh = QStringLiteral("复查分钟"), .en = QStringLiteral("Minutes to re-check")},
                 .note = {.zh = QStringLiteral("应答时建议几分钟后复查"),
                          .en = QStringLiteral("proposed to who acknowledges it")}},
                minutesToCheckAgain, [](auto &r) -> auto & { return r.recheckMinutes; })}};
    return plan;
}

}  // namespace muster::plan
