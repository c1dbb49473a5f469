#include "core/plan/sheets.h"

#include "core/plan/sheet_words.h"

namespace muster::plan {

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<GuestRow> &guestSheet()
{
    static const SheetPlan<GuestRow> plan{
        .head = {.key = QStringLiteral("guests"),
                 .title = {.zh = QStringLiteral("来宾"), .en = QStringLiteral("Guests")},
                 .aliases = {QStringLiteral("名单"), QStringLiteral("来宾名单"), QStringLiteral("嘉宾名单"),
                             QStringLiteral("邀请名单"), QStringLiteral("guest"), QStringLiteral("客户名单")},
                 .note = {.zh = QStringLiteral("来宾名单，一行一张邀请"),
                          .en = QStringLiteral("The guest list, one invitation a row")},
                 .isFieldList = false},
        .columns = {
            textColumn<GuestRow>(
                {.key = QStringLiteral("key"),
                 .title = {.zh = QStringLiteral("编号"), .en = QStringLiteral("Key")},
                 .aliases = {QStringLiteral("id"), QStringLiteral("guest id"), QStringLiteral("来宾编号"),
                             QStringLiteral("客户编号"), QStringLiteral("会员号"), QStringLiteral("客户号"),
                             QStringLiteral("external id")},
                 .note = {.zh = QStringLiteral("名单自己的唯一编号；再次导入时按它更新。可空，则以第一个码为准"),
                          .en = QStringLiteral("the list's own unique key: importing again updates by it; may be "
                                               "empty, then the first code stands in")}},
                [](auto &r) -> auto & { return r.entry.key; }),
            {.head = {.key = QStringLiteral("code"),
                      .title = {.zh = QStringLiteral("码"), .en = QStringLiteral("Code")},
                      .aliases = {QStringLiteral("codes"), QStringLiteral("ticket secret"), QStringLiteral("secret"),
                                  QStringLiteral("ticket code"), QStringLiteral("barcode"), QStringLiteral("qr"),
                                  QStringLiteral("qr code"), QStringLiteral("二维码"), QStringLiteral("邀请码"),
                                  QStringLiteral("签到码"), QStringLiteral("票码"), QStringLiteral("票号"),
                                  QStringLiteral("凭证号"), QStringLiteral("券码"), QStringLiteral("核销码"),
                                  QStringLiteral("入场码")},
                      .note = {.zh = QStringLiteral("扫码读到的内容；几个码用 ; 隔开"),
                               .en = QStringLiteral("what a scan reads; several are parted by ;")}},
             .read = [](GuestRow &r, const QString &text) -> Complaint {
                 r.entry.codes = splitTexts(text);
                 return {};
             },
             .write = [](const GuestRow &r) { return joinTexts(r.entry.codes); }},
            textColumn<GuestRow>(
                {.key = QStringLiteral("name"),
                 .title = {.zh = QStringLiteral("姓名"), .en = QStringLiteral("Name")},
                 .aliases = {QStringLiteral("attendee name"), QStringLiteral("full name"), QStringLiteral("guest name"),
                             QStringLiteral("来宾姓名"), QStringLiteral("客户姓名"), QStringLiteral("嘉宾姓名"),
                             QStringLiteral("名字"), QStringLiteral("客户"), QStringLiteral("姓名name"),
                             QStringLiteral("participant")},
                 .note = {.zh = QStringLiteral("来宾姓名"), .en = QStringLiteral("the guest's name")}},
                [](auto &r) -> auto & { return r.entry.name; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("latin_name"),
                 .title = {.zh = QStringLiteral("英文名"), .en = QStringLiteral("Latin name")},
                 .aliases = {QStringLiteral("拼音"), QStringLiteral("english name"), QStringLiteral("name in english")},
                 .note = {.zh = QStringLiteral("请柬上的拼音或英文名；可空"),
                          .en = QStringLiteral("as the invitation spells it; may be empty")}},
                [](auto &r) -> auto & { return r.entry.latinName; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("phone"),
                 .title = {.zh = QStringLiteral("手机"), .en = QStringLiteral("Phone")},
                 .aliases = {QStringLiteral("手机号"), QStringLiteral("手机号码"), QStringLiteral("电话"),
                             QStringLiteral("联系电话"), QStringLiteral("联系方式"), QStringLiteral("phone number"),
                             QStringLiteral("mobile"), QStringLiteral("mobile phone"), QStringLiteral("telephone"),
                             QStringLiteral("tel")},
                 .note = {.zh = QStringLiteral("手机号"), .en = QStringLiteral("telephone number")}},
                [](auto &r) -> auto & { return r.entry.phone; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("company"),
                 .title = {.zh = QStringLiteral("单位"), .en = QStringLiteral("Company")},
                 .aliases = {QStringLiteral("公司"), QStringLiteral("工作单位"), QStringLiteral("公司名称"),
                             QStringLiteral("单位名称"), QStringLiteral("organisation"), QStringLiteral("organization"),
                             QStringLiteral("机构"), QStringLiteral("媒体名称")},
                 .note = {.zh = QStringLiteral("单位或公司"), .en = QStringLiteral("company")}},
                [](auto &r) -> auto & { return r.entry.company; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("class"),
                 .title = {.zh = QStringLiteral("类别"), .en = QStringLiteral("Class")},
                 .aliases = {QStringLiteral("来宾类别"), QStringLiteral("客户类别"), QStringLiteral("客户类型"),
                             QStringLiteral("类型"), QStringLiteral("票种"), QStringLiteral("product"),
                             QStringLiteral("ticket type"), QStringLiteral("item"), QStringLiteral("category")},
                 .note = {.zh = QStringLiteral("类别的代码或名称"), .en = QStringLiteral("code or name of the class")},
                 .refersTo = QStringLiteral("classes")},
                [](auto &r) -> auto & { return r.entry.classCode; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("group"),
                 .title = {.zh = QStringLiteral("组"), .en = QStringLiteral("Group")},
                 .aliases = {QStringLiteral("家庭"), QStringLiteral("分组"), QStringLiteral("户"),
                             QStringLiteral("order code"), QStringLiteral("order"), QStringLiteral("family"),
                             QStringLiteral("组号")},
                 .note = {.zh = QStringLiteral("同组来宾一起到（一家人）；可空"),
                          .en = QStringLiteral("guests of one group arrive together (a family); may be empty")}},
                [](auto &r) -> auto & { return r.entry.group; }),
            countColumn<GuestRow>(
                {.key = QStringLiteral("companions"),
                 .title = {.zh = QStringLiteral("随行上限"), .en = QStringLiteral("Companions at most")},
                 .aliases = {QStringLiteral("随行"), QStringLiteral("随行人数"), QStringLiteral("companions"),
                             QStringLiteral("plus"), QStringLiteral("陪同人数")},
                 .note = {.zh = QStringLiteral("可带几人；空则按类别"),
                          .en = QStringLiteral("how many may come along; empty: as the class says")}},
                [](auto &r) -> auto & { return r.entry.companionsMax; }),
            choiceColumn<GuestRow>(
                {.key = QStringLiteral("status"),
                 .title = {.zh = QStringLiteral("状态"), .en = QStringLiteral("Status")},
                 .aliases = {QStringLiteral("邀请状态"), QStringLiteral("订单状态")},
                 .note = {.zh = QStringLiteral("valid、blocked、cancelled、not-paid、not-approved；空为 valid"),
                          .en = QStringLiteral("valid, blocked, cancelled, not-paid or not-approved; empty: valid")}},
                guestStatuses(), [](auto &r) -> auto & { return r.entry.status; }),
            codesColumn<GuestRow>(
                {.key = QStringLiteral("sessions"),
                 .title = {.zh = QStringLiteral("场次"), .en = QStringLiteral("Sessions")},
                 .aliases = {QStringLiteral("session")},
                 .note = {.zh = QStringLiteral("邀请适用的场次；空为全部"),
                          .en = QStringLiteral("sessions the invitation is for; empty: all")}},
                [](auto &r) -> auto & { return r.entry.sessions; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("host"),
                 .title = {.zh = QStringLiteral("接待人"), .en = QStringLiteral("Host")},
                 .aliases = {QStringLiteral("专属接待"), QStringLiteral("专属接待人"), QStringLiteral("host code"),
                             QStringLiteral("置业顾问")},
                 .note = {.zh = QStringLiteral("专属接待人的工号或姓名；可空"),
                          .en = QStringLiteral("staff code or name of the personal host; may be empty")},
                 .refersTo = QStringLiteral("staff")},
                [](auto &r) -> auto & { return r.entry.host; }),
            choiceColumn<GuestRow>(
                {.key = QStringLiteral("language"),
                 .title = {.zh = QStringLiteral("语言"), .en = QStringLiteral("Language")},
                 .aliases = {QStringLiteral("order locale"), QStringLiteral("locale")},
                 .note = {.zh = QStringLiteral("zh、en 或空"), .en = QStringLiteral("zh, en or empty")}},
                languages(), [](auto &r) -> auto & { return r.entry.language; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("notes"),
                 .title = {.zh = QStringLiteral("备注"), .en = QStringLiteral("Notes")},
                 .aliases = {QStringLiteral("note"), QStringLiteral("comment"), QStringLiteral("order comment"),
                             QStringLiteral("说明")},
                 .note = {.zh = QStringLiteral("只给签到人员看"), .en = QStringLiteral("for greeters only")}},
                [](auto &r) -> auto & { return r.entry.notes; }),
            textColumn<GuestRow>(
                {.key = QStringLiteral("position"),
                 .title = {.zh = QStringLiteral("票序"), .en = QStringLiteral("Position")},
                 .aliases = {QStringLiteral("position id")},
                 .note = {.zh = QStringLiteral("pretix 订单内的票序"),
                          .en = QStringLiteral("pretix: the number of the ticket within its order")},
                 .isImportOnly = true},
                [](auto &r) -> auto & { return r.position; }),
            flagColumn<GuestRow>(
                {.key = QStringLiteral("paid"),
                 .title = {.zh = QStringLiteral("已付款"), .en = QStringLiteral("Paid")},
                 .aliases = {QStringLiteral("是否付款")},
                 .note = {.zh = QStringLiteral("yes 或 no"), .en = QStringLiteral("yes or no")},
                 .isImportOnly = true},
                [](auto &r) -> auto & { return r.isPaid; })}};
    return plan;
}

}  // namespace muster::plan
