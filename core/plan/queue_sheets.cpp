#include "core/plan/sheet_words.h"
#include "core/plan/sheets.h"

#include <algorithm>

namespace muster::plan {
namespace {

constexpr Bounds digits{.min = 1, .max = 9};
constexpr Bounds numbers{.min = 1, .max = 10'000'000};
constexpr Bounds serviceSeconds{.min = 1, .max = 86'400};
constexpr Bounds minutesOfDay{.min = 0, .max = 1'440};
constexpr Bounds others{.min = 0, .max = 1'000};
constexpr Bounds ticketsOnDeck{.min = 0, .max = 32};
constexpr Bounds persons{.min = 1, .max = 1'000};
constexpr Bounds weights{.min = 1, .max = 100};
constexpr qsizetype prefixLettersMax = 4;  ///< It is called by voice and hangs on boards.

/// Upper case, so that "a" and "A" are not two series.
Complaint parsePrefix(QString &field, const QString &text)
{
    const QString prefix = text.toUpper();
    const bool isPrefix = prefix.size() <= prefixLettersMax &&
                          std::all_of(prefix.begin(), prefix.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    if (!isPrefix) {
        return Words{
            .zh = QStringLiteral("“%1”不能作号头：请写 1 到 %2 个英文字母").arg(text).arg(prefixLettersMax),
            .en = QStringLiteral("\"%1\" is no prefix: write 1 to %2 letters A-Z").arg(text).arg(prefixLettersMax)};
    }
    field = prefix;
    return {};
}

template<class T>
Column<T> serviceColumn(const Words &note)
{
    return codeColumn<T>(
        {.key = QStringLiteral("service"),
         .title = {.zh = QStringLiteral("环节"), .en = QStringLiteral("Service")},
         .aliases = {QStringLiteral("首个环节"), QStringLiteral("环节代码")},
         .note = note,
         .isRequired = true,
         .refersTo = QStringLiteral("services")},
        [](auto &r) -> auto & { return r.service; });
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<Series> &seriesSheet()
{
    static const SheetPlan<Series> plan{
        .head = {.key = QStringLiteral("series"),
                 .title = {.zh = QStringLiteral("排队号"), .en = QStringLiteral("Series")},
                 .aliases = {QStringLiteral("号段"), QStringLiteral("号类"), QStringLiteral("queues")},
                 .note = {.zh = QStringLiteral("来宾排队用的号：A001、A002 …"),
                          .en = QStringLiteral("Runs of numbers that guests wait with: A001, A002 …")}},
        .columns = {
            ownCodeColumn<Series>(QStringLiteral("A"), {QStringLiteral("series")}),
            chineseNameColumn<Series>(),
            englishNameColumn<Series>(),
            {.head = {.key = QStringLiteral("prefix"),
                      .title = {.zh = QStringLiteral("号头"), .en = QStringLiteral("Prefix")},
                      .aliases = {QStringLiteral("前缀"), QStringLiteral("字头")},
                      .note = {.zh = QStringLiteral("号码前的字母，如 A；各排队号不得相同"),
                               .en = QStringLiteral("letters before the number, such as A; no two series share them")},
                      .isRequired = true},
             .read = [](Series &r, const QString &text) { return parsePrefix(r.prefix, text); },
             .write = [](const Series &r) { return r.prefix; }},
            numberColumn<Series>(
                {.key = QStringLiteral("digits"),
                 .title = {.zh = QStringLiteral("位数"), .en = QStringLiteral("Digits")},
                 .note = {.zh = QStringLiteral("号码位数；空为 3 位（A001）"),
                          .en = QStringLiteral("how many digits; empty: 3 (A001)")}},
                digits, [](auto &r) -> auto & { return r.digits; }),
            numberColumn<Series>(
                {.key = QStringLiteral("max"),
                 .title = {.zh = QStringLiteral("最多发号"), .en = QStringLiteral("Numbers at most")},
                 .aliases = {QStringLiteral("上限"), QStringLiteral("max")},
                 .note = {.zh = QStringLiteral("最多发多少个号；空为不限"),
                          .en = QStringLiteral("how many are given at most; empty: no limit")}},
                numbers, [](auto &r) -> auto & { return r.numberMax; }),
            minuteColumn<Series>(
                {.key = QStringLiteral("from"),
                 .title = {.zh = QStringLiteral("开始"), .en = QStringLiteral("From")},
                 .aliases = {QStringLiteral("开始时间")},
                 .note = {.zh = QStringLiteral("何时开始发号，如 09:00；空为不限"),
                          .en = QStringLiteral("when numbers are given, such as 09:00; empty: always")}},
                [](auto &r) -> auto & { return r.fromMinute; }),
            minuteColumn<Series>(
                {.key = QStringLiteral("until"),
                 .title = {.zh = QStringLiteral("结束"), .en = QStringLiteral("Until")},
                 .aliases = {QStringLiteral("结束时间"), QStringLiteral("截止")},
                 .note = {.zh = QStringLiteral("此刻起不再发号，如 15:30"),
                          .en = QStringLiteral("from then on none are given, such as 15:30")}},
                [](auto &r) -> auto & { return r.untilMinute; }),
            serviceColumn<Series>({.zh = QStringLiteral("拿到号后先办的环节代码"),
                                   .en = QStringLiteral("code of the service where the journey begins")}),
            classesColumn<Series>({.zh = QStringLiteral("哪些类别用这种号，用 ; 隔开；空为所有人"),
                                   .en = QStringLiteral("codes of the classes it is for, parted by ; (empty: all)")}),
            flagColumn<Series>(
                {.key = QStringLiteral("at_sign_in"),
                 .title = {.zh = QStringLiteral("签到即发号"), .en = QStringLiteral("At sign-in")},
                 .aliases = {QStringLiteral("签到发号")},
                 .note = {.zh = QStringLiteral("签到时一并发号：yes 或 no；一类来宾只有一种"),
                          .en = QStringLiteral("given together with sign-in: yes or no; one series for "
                                               "each class")}},
                [](auto &r) -> auto & { return r.isAtSignIn; })}};
    return plan;
}

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<Service> &serviceSheet()
{
    static const SheetPlan<Service> plan{
        .head = {.key = QStringLiteral("services"),
                 .title = {.zh = QStringLiteral("办理环节"), .en = QStringLiteral("Services")},
                 .aliases = {QStringLiteral("环节"), QStringLiteral("服务"), QStringLiteral("service")},
                 .note = {.zh = QStringLiteral("拿号后依次办理的环节：咨询、选房、收银 …"),
                          .en = QStringLiteral("The stages of a journey: consulting, unit choice, cashier …")}},
        .columns = {ownCodeColumn<Service>(QStringLiteral("cashier"), {QStringLiteral("service")}),
                    chineseNameColumn<Service>(), englishNameColumn<Service>(),
                    codeColumn<Service>(
                        {.key = QStringLiteral("zone"),
                         .title = {.zh = QStringLiteral("等候区域"), .en = QStringLiteral("Zone")},
                         .aliases = {QStringLiteral("区域")},
                         .note = {.zh = QStringLiteral("来宾在哪个区域等叫号"),
                                  .en = QStringLiteral("code of the zone where its guests wait")},
                         .refersTo = QStringLiteral("zones")},
                        [](auto &r) -> auto & { return r.zone; }),
                    codeColumn<Service>(
                        {.key = QStringLiteral("next"),
                         .title = {.zh = QStringLiteral("下一环节"), .en = QStringLiteral("Next")},
                         .note = {.zh = QStringLiteral("办完后去的环节代码；空为到此结束"),
                                  .en = QStringLiteral("code of the service after it; empty: the journey ends")},
                         .refersTo = QStringLiteral("services")},
                        [](auto &r) -> auto & { return r.next; }),
                    numberColumn<Service>(
                        {.key = QStringLiteral("seconds"),
                         .title = {.zh = QStringLiteral("预计秒数"), .en = QStringLiteral("Expected seconds")},
                         .aliases = {QStringLiteral("办理秒数")},
                         .note = {.zh = QStringLiteral("办理一位大约多少秒，用来估计等候时间；空为 300"),
                                  .en = QStringLiteral("how long one takes, for the first estimates; empty: 300")}},
                        serviceSeconds, [](auto &r) -> auto & { return r.expectedSeconds; }),
                    numberColumn<Service>(
                        {.key = QStringLiteral("late"),
                         .title = {.zh = QStringLiteral("到位分钟"), .en = QStringLiteral("Minutes to come")},
                         .note = {.zh = QStringLiteral("叫号后几分钟内要到；空为 5"),
                                  .en = QStringLiteral("how many minutes a called guest may take to come; empty: 5")}},
                        minutesOfDay, [](auto &r) -> auto & { return r.lateMinutes; }),
                    choiceColumn<Service>(
                        {.key = QStringLiteral("late_rule"),
                         .title = {.zh = QStringLiteral("未到处理"), .en = QStringLiteral("When late")},
                         .aliases = {QStringLiteral("过号处理")},
                         .note = {.zh = QStringLiteral("again 稍后再叫；last 排到最后；lost 作废"),
                                  .en = QStringLiteral(
                                      "again: called again later; last: to the end of the queue; lost: over")}},
                        lateRules(), [](auto &r) -> auto & { return r.lateRule; }),
                    numberColumn<Service>(
                        {.key = QStringLiteral("late_after"),
                         .title = {.zh = QStringLiteral("隔几位再叫"), .en = QStringLiteral("Again after")},
                         .note = {.zh = QStringLiteral("again：隔几位之后再叫；空为 3"),
                                  .en = QStringLiteral("with again: after how many others; empty: 3")}},
                        others, [](auto &r) -> auto & { return r.lateAfter; }),
                    numberColumn<Service>(
                        {.key = QStringLiteral("on_deck"),
                         .title = {.zh = QStringLiteral("预留号数"), .en = QStringLiteral("On deck")},
                         .note = {.zh = QStringLiteral("每个柜台预先拿几个号，断网时也能叫；空为 1"),
                                  .en = QStringLiteral(
                                      "numbers that a counter holds beforehand, for when it is cut off; empty: 1")}},
                        ticketsOnDeck, [](auto &r) -> auto & { return r.onDeck; }),
                    numberColumn<Service>(
                        {.key = QStringLiteral("batch"),
                         .title = {.zh = QStringLiteral("每批户数"), .en = QStringLiteral("Batch")},
                         .aliases = {QStringLiteral("每批")},
                         .note = {.zh = QStringLiteral("一批叫多少户；0 或空为逐个叫"),
                                  .en = QStringLiteral("households called together; 0 or empty: one by one")}},
                        others, [](auto &r) -> auto & { return r.batchSize; }),
                    flagColumn<Service>(
                        {.key = QStringLiteral("owned"),
                         .title = {.zh = QStringLiteral("专属顾问"), .en = QStringLiteral("Own consultant")},
                         .note = {.zh = QStringLiteral("yes：优先由自己的顾问接待"),
                                  .en = QStringLiteral("yes: guests go to their own consultant first")}},
                        [](auto &r) -> auto & { return r.isOwned; }),
                    numberColumn<Service>(
                        {.key = QStringLiteral("persons"),
                         .title = {.zh = QStringLiteral("每号人数上限"), .en = QStringLiteral("Persons at most")},
                         .aliases = {QStringLiteral("人数上限")},
                         .note = {.zh = QStringLiteral("一个号最多进几人；空为不限"),
                                  .en = QStringLiteral("persons with one number; empty: no limit")}},
                        persons, [](auto &r) -> auto & { return r.personsMax; })}};
    return plan;
}

const SheetPlan<PaperRow> &paperSheet()
{
    static const SheetPlan<PaperRow> plan{
        .head = {.key = QStringLiteral("papers"),
                 .title = {.zh = QStringLiteral("所需资料"), .en = QStringLiteral("Papers")},
                 .aliases = {QStringLiteral("资料"), QStringLiteral("证件"), QStringLiteral("documents")},
                 .note = {.zh = QStringLiteral("各环节要出示的资料，一行一件"),
                          .en = QStringLiteral("What guests show at a service, one a row")}},
        .columns = {
            serviceColumn<PaperRow>(
                {.zh = QStringLiteral("在哪个环节出示"), .en = QStringLiteral("code of the service that asks for it")}),
            codeColumn<PaperRow>(
                {.key = QStringLiteral("code"),
                 .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                 .aliases = {QStringLiteral("资料代码"), QStringLiteral("paper")},
                 .note = {.zh = QStringLiteral("如 identity"), .en = QStringLiteral("such as identity")},
                 .isRequired = true},
                [](auto &r) -> auto & { return r.paper.code; }),
            textColumn<PaperRow>(
                {.key = QStringLiteral("text_zh"),
                 .title = {.zh = QStringLiteral("资料"), .en = QStringLiteral("Text in Chinese")},
                 .aliases = {QStringLiteral("中文"), QStringLiteral("text")},
                 .note = {.zh = QStringLiteral("如 身份证原件"),
                          .en = QStringLiteral("what it is called, in Chinese")}},
                [](auto &r) -> auto & { return r.paper.text.zh; }),
            textColumn<PaperRow>(
                {.key = QStringLiteral("text_en"),
                 .title = {.zh = QStringLiteral("英文资料"), .en = QStringLiteral("Text in English")},
                 .note = {.zh = QStringLiteral("资料的英文"), .en = QStringLiteral("what it is called, in English")}},
                [](auto &r) -> auto & { return r.paper.text.en; })}};
    return plan;
}

const SheetPlan<Priority> &prioritySheet()
{
    static const SheetPlan<Priority> plan{
        .head = {.key = QStringLiteral("priorities"),
                 .title = {.zh = QStringLiteral("优先"), .en = QStringLiteral("Priorities")},
                 .aliases = {QStringLiteral("优先级"), QStringLiteral("priority")},
                 .note = {.zh = QStringLiteral("先叫的来宾；按权重穿插叫号，其他人也不会一直等"),
                          .en = QStringLiteral("Guests who are called before others, in a fair mix by weight")}},
        .columns = {
            ownCodeColumn<Priority>(QStringLiteral("elderly"), {QStringLiteral("priority")}),
            chineseNameColumn<Priority>(), englishNameColumn<Priority>(),
            numberColumn<Priority>(
                {.key = QStringLiteral("weight"),
                 .title = {.zh = QStringLiteral("权重"), .en = QStringLiteral("Weight")},
                 .note = {.zh = QStringLiteral("一轮叫号中占几个；空为 1"),
                          .en = QStringLiteral("how many calls of a round are theirs; empty: 1")}},
                weights, [](auto &r) -> auto & { return r.weight; }),
            classesColumn<Priority>({.zh = QStringLiteral("自动优先的类别，用 ; 隔开；空为由工作人员给"),
                                     .en = QStringLiteral("codes of the classes that have it without being asked, "
                                                          "parted by ; (empty: staff gives it)")})}};
    return plan;
}

}  // namespace muster::plan
