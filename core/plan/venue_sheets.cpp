#include "core/plan/sheets.h"

#include "core/plan/sheet_words.h"

namespace muster::plan {
namespace {

Complaint parsePlainCount(int &field, const QString &text)
{
    std::optional<int> count;
    auto complaint = parseCount(count, text);
    field = count.value_or(field);
    return complaint;
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<EventSetup> &eventSheet()
{
    static const SheetPlan<EventSetup> plan{
        .head = {.key = QStringLiteral("event"),
                 .title = {.zh = QStringLiteral("活动"), .en = QStringLiteral("Event")},
                 .aliases = {QStringLiteral("活动信息"), QStringLiteral("基本信息")},
                 .note = {.zh = QStringLiteral("整场活动：每行一项，第二列填内容"),
                          .en =
                              QStringLiteral("The event as a whole: one field a row, its value in the second column")},
                 .isFieldList = true},
        .columns = {
            textColumn<EventSetup>(
                {.key = QStringLiteral("name_zh"),
                 .title = {.zh = QStringLiteral("活动名称"), .en = QStringLiteral("Name in Chinese")},
                 .aliases = {QStringLiteral("名称"), QStringLiteral("name")},
                 .note = {.zh = QStringLiteral("屏幕上显示的中文名称"),
                          .en = QStringLiteral("what the screens show in Chinese")},
                 .isRequired = true},
                [](auto &r) -> auto & { return r.name.zh; }),
            textColumn<EventSetup>(
                {.key = QStringLiteral("name_en"),
                 .title = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("Name in English")},
                 .note = {.zh = QStringLiteral("英文名称，可空"),
                          .en = QStringLiteral("what the screens show in English; may be empty")}},
                [](auto &r) -> auto & { return r.name.en; }),
            textColumn<EventSetup>(
                {.key = QStringLiteral("place_zh"),
                 .title = {.zh = QStringLiteral("地点"), .en = QStringLiteral("Place in Chinese")},
                 .aliases = {QStringLiteral("场地"), QStringLiteral("place")},
                 .note = {.zh = QStringLiteral("活动地点"), .en = QStringLiteral("where it is held")}},
                [](auto &r) -> auto & { return r.place.zh; }),
            textColumn<EventSetup>(
                {.key = QStringLiteral("place_en"),
                 .title = {.zh = QStringLiteral("英文地点"), .en = QStringLiteral("Place in English")},
                 .note = {.zh = QStringLiteral("英文地点，可空"),
                          .en = QStringLiteral("where it is held, in English; may be empty")}},
                [](auto &r) -> auto & { return r.place.en; }),
            {.head = {.key = QStringLiteral("day"),
                      .title = {.zh = QStringLiteral("日期"), .en = QStringLiteral("Day")},
                      .aliases = {QStringLiteral("活动日期"), QStringLiteral("date")},
                      .note = {.zh = QStringLiteral("活动（首日）日期，如 2026-11-28"),
                               .en = QStringLiteral("the (first) day, such as 2026-11-28")},
                      .isRequired = true},
             .read = [](EventSetup &r, const QString &text) { return parseDay(r.day, text); },
             .write = [](const EventSetup &r) { return r.day; }},
            textColumn<EventSetup>(
                {.key = QStringLiteral("time_zone"),
                 .title = {.zh = QStringLiteral("时区"), .en = QStringLiteral("Time zone")},
                 .aliases = {QStringLiteral("timezone")},
                 .note = {.zh = QStringLiteral("IANA 时区，如 Asia/Shanghai"),
                          .en = QStringLiteral("IANA name, such as Asia/Shanghai")},
                 .isRequired = true},
                [](auto &r) -> auto & { return r.timeZone; }),
            textColumn<EventSetup>(
                {.key = QStringLiteral("brand_colour"),
                 .title = {.zh = QStringLiteral("品牌色"), .en = QStringLiteral("Brand colour")},
                 .aliases = {QStringLiteral("brand color"), QStringLiteral("主题色"), QStringLiteral("color"),
                             QStringLiteral("colour")},
                 .note = {.zh = QStringLiteral("形如 #1f6f5c；可空"),
                          .en = QStringLiteral("such as #1f6f5c; may be empty")}},
                [](auto &r) -> auto & { return r.brandColour; }),
            choiceColumn<EventSetup>(
                {.key = QStringLiteral("language"),
                 .title = {.zh = QStringLiteral("语言"), .en = QStringLiteral("Language")},
                 .note = {.zh = QStringLiteral("屏幕开机语言：zh 或 en"),
                          .en = QStringLiteral("what the screens start in: zh or en")}},
                languages(), [](auto &r) -> auto & { return r.language; }),
            countColumn<EventSetup>(
                {.key = QStringLiteral("soft"),
                 .title = {.zh = QStringLiteral("全场预警人数"), .en = QStringLiteral("Soft capacity of the venue")},
                 .aliases = {QStringLiteral("预警人数"), QStringLiteral("soft capacity")},
                 .note = {.zh = QStringLiteral("全场达到此人数即报警"),
                          .en = QStringLiteral("persons in the venue from which on there is an alarm")}},
                [](auto &r) -> auto & { return r.softCapacity; }),
            countColumn<EventSetup>(
                {.key = QStringLiteral("firm"),
                 .title = {.zh = QStringLiteral("全场核定人数"), .en = QStringLiteral("Firm capacity of the venue")},
                 .aliases = {QStringLiteral("核定人数"), QStringLiteral("firm capacity")},
                 .note = {.zh = QStringLiteral("全场不得超过的人数"),
                          .en = QStringLiteral("persons in the venue that may never be exceeded")}},
                [](auto &r) -> auto & { return r.firmCapacity; })}};
    return plan;
}

namespace {

Column<Zone> overflowColumn()
{
    return codeColumn<Zone>(
        {.key = QStringLiteral("overflow"),
         .title = {.zh = QStringLiteral("满员转往"), .en = QStringLiteral("Overflow zone")},
         .aliases = {QStringLiteral("overflow"), QStringLiteral("备用区域"), QStringLiteral("溢出区域")},
         .note = {.zh = QStringLiteral("满员时转往的区域代码；可空"),
                  .en = QStringLiteral("code of the zone that takes who finds this one full; may be empty")},
         .refersTo = QStringLiteral("zones")},
        [](auto &r) -> auto & { return r.overflow; });
}

Column<Zone> unitColumn()
{
    return choiceColumn<Zone>(
        {.key = QStringLiteral("counts"),
         .title = {.zh = QStringLiteral("计数对象"), .en = QStringLiteral("Counts")},
         .aliases = {QStringLiteral("counted")},
         .note = {.zh = QStringLiteral("people 人；vehicles 车位，不计入全场人数；空为人"),
                  .en = QStringLiteral("people, or vehicles: bays of a car park, which are nobody in the "
                                       "venue's headcount; empty: people")}},
        zoneUnits(), [](auto &r) -> auto & { return r.unit; });
}

}  // namespace

const SheetPlan<Zone> &zoneSheet()
{
    static const SheetPlan<Zone> plan{
        .head = {.key = QStringLiteral("zones"),
                 .title = {.zh = QStringLiteral("区域"), .en = QStringLiteral("Zones")},
                 .aliases = {QStringLiteral("分区"), QStringLiteral("zone")},
                 .note = {.zh = QStringLiteral("场内各区及其上限"),
                          .en = QStringLiteral("The zones of the hall and how many they hold")},
                 .isFieldList = false},
        .columns = {codeColumn<Zone>(
                        {.key = QStringLiteral("code"),
                         .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                         .aliases = {QStringLiteral("区域代码"), QStringLiteral("编号"), QStringLiteral("zone")},
                         .note = {.zh = QStringLiteral("门口挂的大字，如 D"),
                                  .en = QStringLiteral("what hangs over the door in huge letters, such as D")},
                         .isRequired = true},
                        [](auto &r) -> auto & { return r.code; }),
                    textColumn<Zone>(
                        {.key = QStringLiteral("name_zh"),
                         .title = {.zh = QStringLiteral("名称"), .en = QStringLiteral("Name in Chinese")},
                         .aliases = {QStringLiteral("中文名称"), QStringLiteral("区域名称"), QStringLiteral("区域"),
                                     QStringLiteral("name")},
                         .note = {.zh = QStringLiteral("中文名称"), .en = QStringLiteral("its name in Chinese")}},
                        [](auto &r) -> auto & { return r.name.zh; }),
                    textColumn<Zone>(
                        {.key = QStringLiteral("name_en"),
                         .title = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("Name in English")},
                         .aliases = {QStringLiteral("name english")},
                         .note = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("its name in English")}},
                        [](auto &r) -> auto & { return r.name.en; }),
                    countColumn<Zone>(
                        {.key = QStringLiteral("soft"),
                         .title = {.zh = QStringLiteral("预警人数"), .en = QStringLiteral("Soft capacity")},
                         .aliases = {QStringLiteral("soft")},
                         .note = {.zh = QStringLiteral("达到即报警"),
                                  .en = QStringLiteral("persons from which on there is an alarm")}},
                        [](auto &r) -> auto & { return r.softCapacity; }),
                    countColumn<Zone>(
                        {.key = QStringLiteral("firm"),
                         .title = {.zh = QStringLiteral("核定人数"), .en = QStringLiteral("Firm capacity")},
                         .aliases = {QStringLiteral("firm"), QStringLiteral("capacity"), QStringLiteral("容量"),
                                     QStringLiteral("上限")},
                         .note = {.zh = QStringLiteral("不得超过"),
                                  .en = QStringLiteral("persons that may never be exceeded")}},
                        [](auto &r) -> auto & { return r.firmCapacity; }),
                    overflowColumn(),
                    textColumn<Zone>(
                        {.key = QStringLiteral("author"),
                         .title = {.zh = QStringLiteral("核定人"), .en = QStringLiteral("Capacity set by")},
                         .aliases = {QStringLiteral("capacity author")},
                         .note = {.zh = QStringLiteral("谁定的人数"), .en = QStringLiteral("who set the figures")}},
                        [](auto &r) -> auto & { return r.capacityAuthor; }),
                    textColumn<Zone>(
                        {.key = QStringLiteral("basis"),
                         .title = {.zh = QStringLiteral("依据"), .en = QStringLiteral("Basis")},
                         .aliases = {QStringLiteral("capacity basis"), QStringLiteral("核定依据")},
                         .note = {.zh = QStringLiteral("依据，如批文号"),
                                  .en = QStringLiteral("on what basis, such as an approval number")}},
                        [](auto &r) -> auto & { return r.capacityBasis; }),
                    unitColumn()}};
    return plan;
}

const SheetPlan<TicketClass> &classSheet()
{
    static const SheetPlan<TicketClass> plan{
        .head = {.key = QStringLiteral("classes"),
                 .title = {.zh = QStringLiteral("类别"), .en = QStringLiteral("Classes")},
                 .aliases = {QStringLiteral("来宾类别"), QStringLiteral("票种"), QStringLiteral("class")},
                 .note = {.zh = QStringLiteral("来宾或邀请的类别"),
                          .en = QStringLiteral("Kinds of guests or invitations")},
                 .isFieldList = false},
        .columns = {
            codeColumn<TicketClass>(
                {.key = QStringLiteral("code"),
                 .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                 .aliases = {QStringLiteral("类别代码"), QStringLiteral("class")},
                 .note = {.zh = QStringLiteral("如 vip"), .en = QStringLiteral("such as vip")},
                 .isRequired = true},
                [](auto &r) -> auto & { return r.code; }),
            textColumn<TicketClass>(
                {.key = QStringLiteral("name_zh"),
                 .title = {.zh = QStringLiteral("名称"), .en = QStringLiteral("Name in Chinese")},
                 .aliases = {QStringLiteral("类别名称"), QStringLiteral("中文名称"), QStringLiteral("name")},
                 .note = {.zh = QStringLiteral("中文名称"), .en = QStringLiteral("its name in Chinese")}},
                [](auto &r) -> auto & { return r.name.zh; }),
            textColumn<TicketClass>(
                {.key = QStringLiteral("name_en"),
                 .title = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("Name in English")},
                 .note = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("its name in English")}},
                [](auto &r) -> auto & { return r.name.en; }),
            {.head = {.key = QStringLiteral("zone"),
                      .title = {.zh = QStringLiteral("签到后前往"), .en = QStringLiteral("Zone after sign-in")},
                      .aliases = {QStringLiteral("zone"), QStringLiteral("区域"), QStringLiteral("前往区域")},
                      .note = {.zh = QStringLiteral("签到后请去的区域代码；多个用 ; 隔开，去最空的；空则为第一个区域"),
                               .en = QStringLiteral("code of the zone where sign-in sends them; of several, parted by "
                                                    ";, the emptiest; empty: the first zone")},
                      .refersTo = QStringLiteral("zones")},
             .read = [](TicketClass &r, const QString &text) -> Complaint {
                 r.zone = splitCodes(text).join(QLatin1Char(';'));
                 return {};
             },
             .write = [](const TicketClass &r) { return r.zone; }},
            choiceColumn<TicketClass>(
                {.key = QStringLiteral("alert"),
                 .title = {.zh = QStringLiteral("签到提醒"), .en = QStringLiteral("Alert")},
                 .aliases = {QStringLiteral("提醒")},
                 .note = {.zh = QStringLiteral("vip：通知专属接待；media：通知媒体接待；空：不提醒"),
                          .en = QStringLiteral("vip calls the personal host, media the media host; empty: nobody")}},
                alerts(), [](auto &r) -> auto & { return r.alert; }),
            choiceColumn<TicketClass>(
                {.key = QStringLiteral("band"),
                 .title = {.zh = QStringLiteral("色带"), .en = QStringLiteral("Band")},
                 .aliases = {QStringLiteral("颜色")},
                 .note = {.zh = QStringLiteral("签到台上的色带：blue 或 violet；可空"),
                          .en = QStringLiteral("colour of the band at the greeter: blue or violet; may be empty")}},
                bands(), [](auto &r) -> auto & { return r.band; }),
            {.head = {.key = QStringLiteral("companions"),
                      .title = {.zh = QStringLiteral("随行上限"), .en = QStringLiteral("Companions at most")},
                      .aliases = {QStringLiteral("随行"), QStringLiteral("companions")},
                      .note = {.zh = QStringLiteral("名单未写时的随行人数上限"),
                               .en = QStringLiteral("companions for guests whose own row says nothing")}},
             .read = [](TicketClass &r, const QString &text) { return parsePlainCount(r.companionsMax, text); },
             .write = [](const TicketClass &r) { return QString::number(r.companionsMax); }},
            codesColumn<TicketClass>(
                {.key = QStringLiteral("questions"),
                 .title = {.zh = QStringLiteral("签到提问"), .en = QStringLiteral("Questions")},
                 .aliases = {QStringLiteral("提问"), QStringLiteral("问题")},
                 .note = {.zh = QStringLiteral("按顺序的问题代码，用 ; 隔开"),
                          .en = QStringLiteral("codes of the questions asked at sign-in, in order, parted by ;")}},
                [](auto &r) -> auto & { return r.questions; })}};
    return plan;
}

}  // namespace muster::plan
