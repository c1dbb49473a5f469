#include "core/plan/sheets.h"

#include "core/plan/sheet_words.h"

namespace muster::plan {

const SheetPlan<StaffMember> &staffSheet()
{
    static const SheetPlan<StaffMember> plan{
        .head = {.key = QStringLiteral("staff"),
                 .title = {.zh = QStringLiteral("工作人员"), .en = QStringLiteral("Staff")},
                 .aliases = {QStringLiteral("人员"), QStringLiteral("岗位人员")},
                 .note = {.zh = QStringLiteral("当天的工作人员"), .en = QStringLiteral("Who works on the day")},
                 .isFieldList = false},
        .columns = {codeColumn<StaffMember>(
                        {.key = QStringLiteral("code"),
                         .title = {.zh = QStringLiteral("工号"), .en = QStringLiteral("Code")},
                         .aliases = {QStringLiteral("代码"), QStringLiteral("staff"), QStringLiteral("编号")},
                         .note = {.zh = QStringLiteral("如 S001"), .en = QStringLiteral("such as S001")},
                         .isRequired = true},
                        [](auto &r) -> auto & { return r.code; }),
                    textColumn<StaffMember>(
                        {.key = QStringLiteral("name"),
                         .title = {.zh = QStringLiteral("姓名"), .en = QStringLiteral("Name")},
                         .note = {.zh = QStringLiteral("姓名"), .en = QStringLiteral("the name")},
                         .isRequired = true},
                        [](auto &r) -> auto & { return r.name; }),
                    textColumn<StaffMember>(
                        {.key = QStringLiteral("phone"),
                         .title = {.zh = QStringLiteral("手机"), .en = QStringLiteral("Phone")},
                         .aliases = {QStringLiteral("电话"), QStringLiteral("mobile")},
                         .note = {.zh = QStringLiteral("手机号"), .en = QStringLiteral("telephone number")}},
                        [](auto &r) -> auto & { return r.phone; }),
                    textColumn<StaffMember>(
                        {.key = QStringLiteral("company"),
                         .title = {.zh = QStringLiteral("单位"), .en = QStringLiteral("Company")},
                         .aliases = {QStringLiteral("公司")},
                         .note = {.zh = QStringLiteral("所属单位"), .en = QStringLiteral("whose people they are")}},
                        [](auto &r) -> auto & { return r.company; }),
                    codesColumn<StaffMember>(
                        {.key = QStringLiteral("roles"),
                         .title = {.zh = QStringLiteral("角色"), .en = QStringLiteral("Roles")},
                         .aliases = {QStringLiteral("role"), QStringLiteral("职责")},
                         .note = {.zh = QStringLiteral("kiosk、greeter、counter、zone、prize、coordinator、commander、h"
                                                       "ost、media_host、lead、deputy、floater、relief、security、"
                                                       "cleaner、medic、technician、logistics 等，用 ; 隔开"),
                                  .en = QStringLiteral("kiosk, greeter, counter, zone, prize, coordinator, commander, "
                                                       "host, media_host, lead, deputy, floater, relief, security, "
                                                       "cleaner, medic, technician, logistics …, parted by ;")}},
                        [](auto &r) -> auto & { return r.roles; }),
                    codeColumn<StaffMember>(
                        {.key = QStringLiteral("zone"),
                         .title = {.zh = QStringLiteral("区域"), .en = QStringLiteral("Zone")},
                         .aliases = {QStringLiteral("负责区域")},
                         .note = {.zh = QStringLiteral("负责的区域代码；可空"),
                                  .en = QStringLiteral("code of the zone of a lead or deputy; may be empty")},
                         .refersTo = QStringLiteral("zones")},
                        [](auto &r) -> auto & { return r.zone; })}};
    return plan;
}

const SheetPlan<Station> &stationSheet()
{
    static const SheetPlan<Station> plan{
        .head = {.key = QStringLiteral("stations"),
                 .title = {.zh = QStringLiteral("设备"), .en = QStringLiteral("Stations")},
                 .aliases = {QStringLiteral("站点"), QStringLiteral("station"), QStringLiteral("devices")},
                 .note = {.zh = QStringLiteral("设备的位置：入口、柜台、看板"),
                          .en = QStringLiteral("Places where a device will stand: gates, counters, boards")},
                 .isFieldList = false},
        .columns = {
            codeColumn<Station>(
                {.key = QStringLiteral("code"),
                 .title = {.zh = QStringLiteral("代码"), .en = QStringLiteral("Code")},
                 .aliases = {QStringLiteral("station"), QStringLiteral("gate"), QStringLiteral("device")},
                 .note = {.zh = QStringLiteral("如 kiosk-1"), .en = QStringLiteral("such as kiosk-1")},
                 .isRequired = true},
                [](auto &r) -> auto & { return r.code; }),
            choiceColumn<Station>(
                {.key = QStringLiteral("role"),
                 .title = {.zh = QStringLiteral("角色"), .en = QStringLiteral("Role")},
                 .note = {.zh = QStringLiteral("kiosk、greeter、counter、zone、prize、board、coordinator"),
                          .en = QStringLiteral("kiosk, greeter, counter, zone, prize, board or coordinator")},
                 .isRequired = true},
                stationRoles(), [](auto &r) -> auto & { return r.role; }),
            textColumn<Station>(
                {.key = QStringLiteral("name_zh"),
                 .title = {.zh = QStringLiteral("名称"), .en = QStringLiteral("Name in Chinese")},
                 .aliases = {QStringLiteral("name")},
                 .note = {.zh = QStringLiteral("中文名称"), .en = QStringLiteral("its name in Chinese")}},
                [](auto &r) -> auto & { return r.name.zh; }),
            textColumn<Station>(
                {.key = QStringLiteral("name_en"),
                 .title = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("Name in English")},
                 .note = {.zh = QStringLiteral("英文名称"), .en = QStringLiteral("its name in English")}},
                [](auto &r) -> auto & { return r.name.en; }),
            codeColumn<Station>(
                {.key = QStringLiteral("zone"),
                 .title = {.zh = QStringLiteral("所在区域"), .en = QStringLiteral("Zone")},
                 .aliases = {QStringLiteral("区域")},
                 .note = {.zh = QStringLiteral("所在区域代码"),
                          .en = QStringLiteral("code of the zone where it stands")},
                 .refersTo = QStringLiteral("zones")},
                [](auto &r) -> auto & { return r.zone; }),
            codesColumn<Station>(
                {.key = QStringLiteral("classes"),
                 .title = {.zh = QStringLiteral("专用类别"), .en = QStringLiteral("Classes")},
                 .aliases = {QStringLiteral("类别"), QStringLiteral("class")},
                 .note = {.zh = QStringLiteral("只服务这些类别（专用通道）；空为全部"),
                          .en = QStringLiteral("the classes it serves (an own lane); empty: all")}},
                [](auto &r) -> auto & { return r.classes; }),
            codesColumn<Station>(
                {.key = QStringLiteral("services"),
                 .title = {.zh = QStringLiteral("办理环节"), .en = QStringLiteral("Services")},
                 .aliases = {QStringLiteral("环节"), QStringLiteral("service")},
                 .note = {.zh = QStringLiteral("柜台为哪些环节叫号，先写先叫，用 ; 隔开"),
                          .en = QStringLiteral("of a counter: codes of the services it calls for, the first one "
                                               "first, parted by ;")}},
                [](auto &r) -> auto & { return r.services; }),
            flagColumn<Station>(
                {.key = QStringLiteral("problem_desk"),
                 .title = {.zh = QStringLiteral("疑难台"), .en = QStringLiteral("Problem desk")},
                 .note = {.zh = QStringLiteral("门口处理不了的来宾转到这里：yes 或 no"),
                          .en = QStringLiteral("guests whom a door cannot help are sent there: yes or no")}},
                [](auto &r) -> auto & { return r.isProblemDesk; })}};
    return plan;
}

const std::vector<SheetDescription> &allSheets()
{
    static const auto describe = [](const auto &plan) {
        return SheetDescription{.head = plan.head, .columns = plan.heads()};
    };
    static const std::vector<SheetDescription> all{
        describe(eventSheet()),    describe(zoneSheet()),     describe(classSheet()),        describe(ruleSheet()),
        describe(sessionSheet()),  describe(questionSheet()), describe(choiceSheet()),       describe(staffSheet()),
        describe(stationSheet()),  describe(serviceSheet()),  describe(paperSheet()),        describe(seriesSheet()),
        describe(prioritySheet()), describe(prizeSheet()),    describe(stockSheet()),        describe(drawSheet()),
        describe(unitSheet()),     describe(merchantSheet()), describe(postSheet()),         describe(shiftSheet()),
        describe(gearSheet()),     describe(assemblySheet()), describe(incidentTypeSheet()), describe(checklistSheet()),
        describe(cueSheet()),      describe(taskSheet()),     describe(materialSheet()),     describe(alertRuleSheet()),
        describe(targetSheet()),   describe(guestSheet())};
    return all;
}

}  // namespace muster::plan
