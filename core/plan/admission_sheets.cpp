#include "core/plan/sheets.h"

#include "core/plan/sheet_words.h"

namespace muster::plan {

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<Rule> &ruleSheet()
{
    static const SheetPlan<Rule> plan{
        .head = {.key = QStringLiteral("rules"),
                 .title = {.zh = QStringLiteral("入场规则"), .en = QStringLiteral("Rules")},
                 .aliases = {QStringLiteral("规则"), QStringLiteral("rule")},
                 .note = {.zh = QStringLiteral("入场的途径：完全符合任一条即可入场；空格表示不限"),
                          .en = QStringLiteral(
                              "Ways in: a guest comes in when any row matches wholly; an empty cell sets no limit")},
                 .isFieldList = false},
        .columns = {codeColumn<Rule>(
                        {.key = QStringLiteral("code"),
                         .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                         .aliases = {QStringLiteral("rule")},
                         .note = {.zh = QStringLiteral("如 main"), .en = QStringLiteral("such as main")},
                         .isRequired = true},
                        [](auto &r) -> auto & { return r.code; }),
                    codesColumn<Rule>(
                        {.key = QStringLiteral("classes"),
                         .title = {.zh = QStringLiteral("类别"), .en = QStringLiteral("Classes")},
                         .aliases = {QStringLiteral("class")},
                         .note = {.zh = QStringLiteral("适用的类别代码，用 ; 隔开"),
                                  .en = QStringLiteral("codes of the classes it is for, parted by ;")}},
                        [](auto &r) -> auto & { return r.classes; }),
                    codesColumn<Rule>(
                        {.key = QStringLiteral("gates"),
                         .title = {.zh = QStringLiteral("入口"), .en = QStringLiteral("Gates")},
                         .aliases = {QStringLiteral("gate"), QStringLiteral("设备"), QStringLiteral("stations")},
                         .note = {.zh = QStringLiteral("在哪些设备（入口）有效，用 ; 隔开"),
                                  .en = QStringLiteral("codes of the stations where it is open, parted by ;")}},
                        [](auto &r) -> auto & { return r.gates; }),
                    codesColumn<Rule>(
                        {.key = QStringLiteral("sessions"),
                         .title = {.zh = QStringLiteral("场次"), .en = QStringLiteral("Sessions")},
                         .aliases = {QStringLiteral("session")},
                         .note = {.zh = QStringLiteral("在哪些场次有效"),
                                  .en = QStringLiteral("codes of the sessions it is for")}},
                        [](auto &r) -> auto & { return r.sessions; }),
                    minuteColumn<Rule>(
                        {.key = QStringLiteral("from"),
                         .title = {.zh = QStringLiteral("开始"), .en = QStringLiteral("From")},
                         .aliases = {QStringLiteral("开始时间")},
                         .note = {.zh = QStringLiteral("如 09:00"), .en = QStringLiteral("such as 09:00")}},
                        [](auto &r) -> auto & { return r.fromMinute; }),
                    minuteColumn<Rule>(
                        {.key = QStringLiteral("until"),
                         .title = {.zh = QStringLiteral("结束"), .en = QStringLiteral("Until")},
                         .aliases = {QStringLiteral("结束时间"), QStringLiteral("截止")},
                         .note = {.zh = QStringLiteral("此刻起不再有效，如 16:30"),
                                  .en = QStringLiteral("from then on it is closed, such as 16:30")}},
                        [](auto &r) -> auto & { return r.untilMinute; }),
                    choiceColumn<Rule>(
                        {.key = QStringLiteral("reentry"),
                         .title = {.zh = QStringLiteral("再次入场"), .en = QStringLiteral("Re-entry")},
                         .aliases = {QStringLiteral("再入场")},
                         .note = {.zh = QStringLiteral("no 不可；after-exit 出场后可；always 随时可"),
                                  .en = QStringLiteral("no, after-exit or always")}},
                        reentries(), [](auto &r) -> auto & { return r.reentry; }),
                    countColumn<Rule>(
                        {.key = QStringLiteral("entries"),
                         .title = {.zh = QStringLiteral("入场次数上限"), .en = QStringLiteral("Entries at most")},
                         .aliases = {QStringLiteral("次数")},
                         .note = {.zh = QStringLiteral("每人每场次最多入场几次；空为不限"),
                                  .en = QStringLiteral("per guest and session; empty: no limit")}},
                        [](auto &r) -> auto & { return r.entriesMax; }),
                    textColumn<Rule>(
                        {.key = QStringLiteral("message_zh"),
                         .title = {.zh = QStringLiteral("拒绝时提示"), .en = QStringLiteral("Message in Chinese")},
                         .aliases = {QStringLiteral("提示"), QStringLiteral("message")},
                         .note = {.zh = QStringLiteral("差这一条不符合时对来宾说的话"),
                                  .en = QStringLiteral("what is told when this is the nearest rule that failed")}},
                        [](auto &r) -> auto & { return r.message.zh; }),
                    textColumn<Rule>(
                        {.key = QStringLiteral("message_en"),
                         .title = {.zh = QStringLiteral("英文提示"), .en = QStringLiteral("Message in English")},
                         .note = {.zh = QStringLiteral("英文提示"), .en = QStringLiteral("the same in English")}},
                        [](auto &r) -> auto & { return r.message.en; })}};
    return plan;
}

const SheetPlan<SessionPlan> &sessionSheet()
{
    static const SheetPlan<SessionPlan> plan{
        .head =
            {.key = QStringLiteral("sessions"),
             .title = {.zh = QStringLiteral("场次"), .en = QStringLiteral("Sessions")},
             .aliases = {QStringLiteral("session")},
             .note =
                 {.zh = QStringLiteral("分别签到的场次；由总指挥开关"),
                  .en = QStringLiteral(
                      "Parts of the event for which sign-in counts on its own; the coordinator opens and closes them")},
             .isFieldList = false},
        .columns = {codeColumn<SessionPlan>(
                        {.key = QStringLiteral("code"),
                         .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                         .aliases = {QStringLiteral("session")},
                         .note = {.zh = QStringLiteral("如 day"), .en = QStringLiteral("such as day")},
                         .isRequired = true},
                        [](auto &r) -> auto & { return r.code; }),
                    textColumn<SessionPlan>(
                        {.key = QStringLiteral("name_zh"),
                         .title = {.zh = QStringLiteral("名称"), .en = QStringLiteral("Name in Chinese")},
                         .aliases = {QStringLiteral("场次名称"), QStringLiteral("name")},
                         .note = {.zh = QStringLiteral("中文名称"), .en = QStringLiteral("its name in Chinese")}},
                        [](auto &r) -> auto & { return r.name.zh; }),
                    textColumn<SessionPlan>(
                        {.key = QStringLiteral("name_en"),
                         .title = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("Name in English")},
                         .note = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("its name in English")}},
                        [](auto &r) -> auto & { return r.name.en; }),
                    flagColumn<SessionPlan>(
                        {.key = QStringLiteral("open"),
                         .title = {.zh = QStringLiteral("开始即开放"), .en = QStringLiteral("Open at start")},
                         .aliases = {QStringLiteral("open"), QStringLiteral("开放")},
                         .note = {.zh = QStringLiteral("活动建好后立即可签到：yes 或 no"),
                                  .en = QStringLiteral("open as soon as the event is made: yes or no")}},
                        [](auto &r) -> auto & { return r.opensAtStart; })}};
    return plan;
}

const SheetPlan<Question> &questionSheet()
{
    static const SheetPlan<Question> plan{
        .head = {.key = QStringLiteral("questions"),
                 .title = {.zh = QStringLiteral("签到提问"), .en = QStringLiteral("Questions")},
                 .aliases = {QStringLiteral("问题"), QStringLiteral("提问"), QStringLiteral("question")},
                 .note = {.zh = QStringLiteral("签到时问来宾的问题"),
                          .en = QStringLiteral("What guests are asked at sign-in")},
                 .isFieldList = false},
        .columns = {
            codeColumn<Question>(
                {.key = QStringLiteral("code"),
                 .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                 .aliases = {QStringLiteral("question")},
                 .note = {.zh = QStringLiteral("如 source"), .en = QStringLiteral("such as source")},
                 .isRequired = true},
                [](auto &r) -> auto & { return r.code; }),
            choiceColumn<Question>(
                {.key = QStringLiteral("kind"),
                 .title = {.zh = QStringLiteral("类型"), .en = QStringLiteral("Kind")},
                 .aliases = {QStringLiteral("type")},
                 .note = {.zh = QStringLiteral("choice 单选；choices 多选；number 数字；text 文字；consent 同意"),
                          .en = QStringLiteral("choice, choices, number, text or consent")},
                 .isRequired = true},
                kinds(), [](auto &r) -> auto & { return r.kind; }),
            textColumn<Question>(
                {.key = QStringLiteral("text_zh"),
                 .title = {.zh = QStringLiteral("问题"), .en = QStringLiteral("Text in Chinese")},
                 .aliases = {QStringLiteral("中文"), QStringLiteral("text")},
                 .note = {.zh = QStringLiteral("问题的中文"), .en = QStringLiteral("the question in Chinese")}},
                [](auto &r) -> auto & { return r.text.zh; }),
            textColumn<Question>(
                {.key = QStringLiteral("text_en"),
                 .title = {.zh = QStringLiteral("英文问题"), .en = QStringLiteral("Text in English")},
                 .note = {.zh = QStringLiteral("问题的英文"), .en = QStringLiteral("the question in English")}},
                [](auto &r) -> auto & { return r.text.en; }),
            flagColumn<Question>(
                {.key = QStringLiteral("required"),
                 .title = {.zh = QStringLiteral("必答"), .en = QStringLiteral("Required")},
                 .note = {.zh = QStringLiteral("yes 或 no"), .en = QStringLiteral("yes or no")}},
                [](auto &r) -> auto & { return r.isRequired; }),
            flagColumn<Question>(
                {.key = QStringLiteral("before"),
                 .title = {.zh = QStringLiteral("放行前回答"), .en = QStringLiteral("Before admission")},
                 .aliases = {QStringLiteral("签到前")},
                 .note = {.zh = QStringLiteral("yes：答完才放行；no：放行后再答"),
                          .en = QStringLiteral(
                              "yes: answered before the guest is let in; no: may be answered afterwards")}},
                [](auto &r) -> auto & { return r.isBeforeAdmission; }),
            textColumn<Question>(
                {.key = QStringLiteral("default"),
                 .title = {.zh = QStringLiteral("默认答案"), .en = QStringLiteral("Default")},
                 .aliases = {QStringLiteral("默认")},
                 .note = {.zh = QStringLiteral(
                              "无屏自助机替来宾作的回答：选项代码（多选用 ; 隔开）、数字、文字或 yes/no"),
                          .en = QStringLiteral("what a kiosk without a screen answers: codes of choices (parted by ;), "
                                               "a number, a text or yes/no")}},
                [](auto &r) -> auto & { return r.defaultAnswer; }),
            textColumn<Question>(
                {.key = QStringLiteral("report"),
                 .title = {.zh = QStringLiteral("报告栏目"), .en = QStringLiteral("Report")},
                 .note = {.zh = QStringLiteral("报告中的含义：source、travel、intent、offer、interest …"),
                          .en = QStringLiteral(
                              "what the evaluation reads it as: source, travel, intent, offer, interest …")}},
                [](auto &r) -> auto & { return r.report; })}};
    return plan;
}

const SheetPlan<ChoiceRow> &choiceSheet()
{
    static const SheetPlan<ChoiceRow> plan{
        .head = {.key = QStringLiteral("choices"),
                 .title = {.zh = QStringLiteral("选项"), .en = QStringLiteral("Choices")},
                 .aliases = {QStringLiteral("问题选项"), QStringLiteral("choice")},
                 .note = {.zh = QStringLiteral("问题的选项，一行一个"),
                          .en = QStringLiteral("The choices of the questions, one a row")},
                 .isFieldList = false},
        .columns = {codeColumn<ChoiceRow>(
                        {.key = QStringLiteral("question"),
                         .title = {.zh = QStringLiteral("问题代码"), .en = QStringLiteral("Question")},
                         .aliases = {QStringLiteral("问题")},
                         .note = {.zh = QStringLiteral("属于哪个问题"),
                                  .en = QStringLiteral("code of the question that it belongs to")},
                         .isRequired = true,
                         .refersTo = QStringLiteral("questions")},
                        [](auto &r) -> auto & { return r.question; }),
                    codeColumn<ChoiceRow>(
                        {.key = QStringLiteral("code"),
                         .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                         .aliases = {QStringLiteral("选项代码"), QStringLiteral("choice")},
                         .note = {.zh = QStringLiteral("如 wechat"), .en = QStringLiteral("such as wechat")},
                         .isRequired = true},
                        [](auto &r) -> auto & { return r.choice.code; }),
                    textColumn<ChoiceRow>(
                        {.key = QStringLiteral("text_zh"),
                         .title = {.zh = QStringLiteral("选项"), .en = QStringLiteral("Text in Chinese")},
                         .aliases = {QStringLiteral("中文"), QStringLiteral("text")},
                         .note = {.zh = QStringLiteral("选项的中文"), .en = QStringLiteral("the choice in Chinese")}},
                        [](auto &r) -> auto & { return r.choice.text.zh; }),
                    textColumn<ChoiceRow>(
                        {.key = QStringLiteral("text_en"),
                         .title = {.zh = QStringLiteral("英文选项"), .en = QStringLiteral("Text in English")},
                         .note = {.zh = QStringLiteral("选项的英文"), .en = QStringLiteral("the choice in English")}},
                        [](auto &r) -> auto & { return r.choice.text.en; })}};
    return plan;
}

}  // namespace muster::plan
