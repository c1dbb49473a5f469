#include "core/plan/sheet_words.h"

namespace muster::plan {

const std::vector<WordChoice<QString>> &languages()
{
    static const std::vector<WordChoice<QString>> choices{
        {.value = QStringLiteral("zh"),
         .words = {QStringLiteral("zh"), QStringLiteral("中文"), QStringLiteral("chinese"), QStringLiteral("zh-cn"),
                   QStringLiteral("zh-hans"), QStringLiteral("zh-hant")}},
        {.value = QStringLiteral("en"),
         .words = {QStringLiteral("en"), QStringLiteral("英文"), QStringLiteral("english"), QStringLiteral("en-us"),
                   QStringLiteral("en-gb")}}};
    return choices;
}

const std::vector<WordChoice<QString>> &alerts()
{
    static const std::vector<WordChoice<QString>> choices{
        {.value = QStringLiteral("vip"), .words = {QStringLiteral("vip"), QStringLiteral("贵宾")}},
        {.value = QStringLiteral("media"), .words = {QStringLiteral("media"), QStringLiteral("媒体")}}};
    return choices;
}

const std::vector<WordChoice<QString>> &bands()
{
    static const std::vector<WordChoice<QString>> choices{
        {.value = QStringLiteral("blue"), .words = {QStringLiteral("blue"), QStringLiteral("蓝")}},
        {.value = QStringLiteral("violet"), .words = {QStringLiteral("violet"), QStringLiteral("紫")}}};
    return choices;
}

const std::vector<WordChoice<QString>> &stationRoles()
{
    static const std::vector<WordChoice<QString>> choices{
        {.value = QStringLiteral("kiosk"), .words = {QStringLiteral("kiosk"), QStringLiteral("自助机")}},
        {.value = QStringLiteral("greeter"), .words = {QStringLiteral("greeter"), QStringLiteral("签到台")}},
        {.value = QStringLiteral("counter"), .words = {QStringLiteral("counter"), QStringLiteral("柜台")}},
        {.value = QStringLiteral("zone"), .words = {QStringLiteral("zone"), QStringLiteral("区域")}},
        {.value = QStringLiteral("prize"), .words = {QStringLiteral("prize"), QStringLiteral("兑奖")}},
        {.value = QStringLiteral("board"), .words = {QStringLiteral("board"), QStringLiteral("看板")}},
        {.value = QStringLiteral("coordinator"), .words = {QStringLiteral("coordinator"), QStringLiteral("指挥台")}}};
    return choices;
}

const std::vector<WordChoice<Reentry>> &reentries()
{
    static const std::vector<WordChoice<Reentry>> choices{
        {.value = Reentry::No, .words = {QStringLiteral("no"), QStringLiteral("否"), QStringLiteral("不可")}},
        {.value = Reentry::AfterExit,
         .words = {QStringLiteral("after-exit"), QStringLiteral("yes"), QStringLiteral("出场后可"),
                   QStringLiteral("是")}},
        {.value = Reentry::Always,
         .words = {QStringLiteral("always"), QStringLiteral("随时"), QStringLiteral("随时可")}}};
    return choices;
}

const std::vector<WordChoice<QuestionKind>> &kinds()
{
    static const std::vector<WordChoice<QuestionKind>> choices{
        {.value = QuestionKind::Choice, .words = {QStringLiteral("choice"), QStringLiteral("单选")}},
        {.value = QuestionKind::Choices, .words = {QStringLiteral("choices"), QStringLiteral("多选")}},
        {.value = QuestionKind::Number, .words = {QStringLiteral("number"), QStringLiteral("数字")}},
        {.value = QuestionKind::Text, .words = {QStringLiteral("text"), QStringLiteral("文字")}},
        {.value = QuestionKind::Consent, .words = {QStringLiteral("consent"), QStringLiteral("同意")}}};
    return choices;
}

const std::vector<WordChoice<ZoneUnit>> &zoneUnits()
{
    static const std::vector<WordChoice<ZoneUnit>> choices{
        {.value = ZoneUnit::People,
         .words = {QStringLiteral("people"), QStringLiteral("人"), QStringLiteral("persons")}},
        {.value = ZoneUnit::Vehicles,
         .words = {QStringLiteral("vehicles"), QStringLiteral("车"), QStringLiteral("车位"), QStringLiteral("bays")}}};
    return choices;
}

const std::vector<WordChoice<LateRule>> &lateRules()
{
    static const std::vector<WordChoice<LateRule>> choices{
        {.value = LateRule::Again, .words = {QStringLiteral("again"), QStringLiteral("再叫")}},
        {.value = LateRule::Last,
         .words = {QStringLiteral("last"), QStringLiteral("排到最后"), QStringLiteral("重排")}},
        {.value = LateRule::Lost, .words = {QStringLiteral("lost"), QStringLiteral("作废"), QStringLiteral("过号")}}};
    return choices;
}

const std::vector<WordChoice<PrizeAct>> &prizeActs()
{
    static const std::vector<WordChoice<PrizeAct>> choices{
        {.value = PrizeAct::SignIn,
         .words = {QStringLiteral("sign-in"), QStringLiteral("签到"), QStringLiteral("到场")}},
        {.value = PrizeAct::Stamps,
         .words = {QStringLiteral("stamps"), QStringLiteral("集章"), QStringLiteral("stamp")}},
        {.value = PrizeAct::Purchase,
         .words = {QStringLiteral("purchase"), QStringLiteral("认购"), QStringLiteral("购买")}},
        {.value = PrizeAct::Draw, .words = {QStringLiteral("draw"), QStringLiteral("抽奖"), QStringLiteral("中奖")}}};
    return choices;
}

const std::vector<WordChoice<CutOffRule>> &cutOffRules()
{
    static const std::vector<WordChoice<CutOffRule>> choices{
        {.value = CutOffRule::Refuse, .words = {QStringLiteral("refuse"), QStringLiteral("暂不发放")}},
        {.value = CutOffRule::Lease, .words = {QStringLiteral("lease"), QStringLiteral("预留")}},
        {.value = CutOffRule::Budget, .words = {QStringLiteral("budget"), QStringLiteral("限额")}}};
    return choices;
}

const std::vector<WordChoice<Proof>> &proofs()
{
    static const std::vector<WordChoice<Proof>> choices{
        {.value = Proof::None, .words = {QStringLiteral("none"), QStringLiteral("无"), QStringLiteral("不需要")}},
        {.value = Proof::Phone, .words = {QStringLiteral("phone"), QStringLiteral("手机"), QStringLiteral("电话")}},
        {.value = Proof::Identity,
         .words = {QStringLiteral("identity"), QStringLiteral("身份证"), QStringLiteral("证件")}},
        {.value = Proof::Signed, .words = {QStringLiteral("signed"), QStringLiteral("签字"), QStringLiteral("签名")}}};
    return choices;
}

const std::vector<WordChoice<PostKind>> &postKinds()
{
    static const std::vector<WordChoice<PostKind>> choices{
        {.value = PostKind::Post, .words = {QStringLiteral("post"), QStringLiteral("岗位")}},
        {.value = PostKind::Lead, .words = {QStringLiteral("lead"), QStringLiteral("负责人"), QStringLiteral("区长")}},
        {.value = PostKind::Deputy,
         .words = {QStringLiteral("deputy"), QStringLiteral("副手"), QStringLiteral("副负责人")}},
        {.value = PostKind::Floater, .words = {QStringLiteral("floater"), QStringLiteral("机动")}}};
    return choices;
}

const std::vector<WordChoice<ShiftKind>> &shiftKinds()
{
    static const std::vector<WordChoice<ShiftKind>> choices{
        {.value = ShiftKind::Work, .words = {QStringLiteral("work"), QStringLiteral("上岗"), QStringLiteral("工作")}},
        {.value = ShiftKind::Break, .words = {QStringLiteral("break"), QStringLiteral("休息"), QStringLiteral("茶歇")}},
        {.value = ShiftKind::Meal, .words = {QStringLiteral("meal"), QStringLiteral("用餐"), QStringLiteral("餐")}}};
    return choices;
}

const std::vector<WordChoice<Overrun>> &overruns()
{
    static const std::vector<WordChoice<Overrun>> choices{
        {.value = Overrun::Shift, .words = {QStringLiteral("shift"), QStringLiteral("顺延")}},
        {.value = Overrun::Hold, .words = {QStringLiteral("hold"), QStringLiteral("不动"), QStringLiteral("按时")}}};
    return choices;
}

const std::vector<WordChoice<TaskKind>> &taskKinds()
{
    static const std::vector<WordChoice<TaskKind>> choices{
        {.value = TaskKind::Task, .words = {QStringLiteral("task"), QStringLiteral("任务")}},
        {.value = TaskKind::Milestone,
         .words = {QStringLiteral("milestone"), QStringLiteral("节点"), QStringLiteral("倒排节点")}},
        {.value = TaskKind::Round, .words = {QStringLiteral("round"), QStringLiteral("巡查"), QStringLiteral("巡检")}}};
    return choices;
}

const std::vector<WordChoice<Phase>> &phases()
{
    static const std::vector<WordChoice<Phase>> choices{
        {.value = Phase::Prepare, .words = {QStringLiteral("prepare"), QStringLiteral("筹备"), QStringLiteral("准备")}},
        {.value = Phase::Open, .words = {QStringLiteral("open"), QStringLiteral("开场")}},
        {.value = Phase::Live, .words = {QStringLiteral("live"), QStringLiteral("进行"), QStringLiteral("进行中")}},
        {.value = Phase::Close, .words = {QStringLiteral("close"), QStringLiteral("收尾")}}};
    return choices;
}

const std::vector<WordChoice<QString>> &materialCategories()
{
    static const std::vector<WordChoice<QString>> choices{
        {.value = QStringLiteral("documents"), .words = {QStringLiteral("documents"), QStringLiteral("文件")}},
        {.value = QStringLiteral("print"), .words = {QStringLiteral("print"), QStringLiteral("印刷")}},
        {.value = QStringLiteral("reception"), .words = {QStringLiteral("reception"), QStringLiteral("接待")}},
        {.value = QStringLiteral("signage"), .words = {QStringLiteral("signage"), QStringLiteral("导示")}},
        {.value = QStringLiteral("decoration"), .words = {QStringLiteral("decoration"), QStringLiteral("气氛")}},
        {.value = QStringLiteral("stage"), .words = {QStringLiteral("stage"), QStringLiteral("节目")}},
        {.value = QStringLiteral("gifts"), .words = {QStringLiteral("gifts"), QStringLiteral("礼品")}},
        {.value = QStringLiteral("catering"), .words = {QStringLiteral("catering"), QStringLiteral("餐饮")}},
        {.value = QStringLiteral("equipment"), .words = {QStringLiteral("equipment"), QStringLiteral("设备")}}};
    return choices;
}

const std::vector<WordChoice<GuestStatus>> &guestStatuses()
{
    static const std::vector<WordChoice<GuestStatus>> choices{
        {.value = GuestStatus::Valid,
         .words = {QStringLiteral("valid"), QStringLiteral("有效"), QStringLiteral("正常"), QStringLiteral("paid"),
                   QStringLiteral("paid/confirmed"), QStringLiteral("confirmed"), QStringLiteral("approved"),
                   QStringLiteral("已支付"), QStringLiteral("已付款"), QStringLiteral("已确认"), QStringLiteral("p")}},
        {.value = GuestStatus::Blocked,
         .words = {QStringLiteral("blocked"), QStringLiteral("禁止"), QStringLiteral("黑名单"),
                   QStringLiteral("拦截")}},
        {.value = GuestStatus::Cancelled,
         .words = {QStringLiteral("cancelled"), QStringLiteral("canceled"), QStringLiteral("已取消"),
                   QStringLiteral("取消"), QStringLiteral("作废"), QStringLiteral("refunded"), QStringLiteral("已退款"),
                   QStringLiteral("expired"), QStringLiteral("overdue"), QStringLiteral("已过期"), QStringLiteral("c"),
                   QStringLiteral("e")}},
        {.value = GuestStatus::NotPaid,
         .words = {QStringLiteral("not-paid"), QStringLiteral("pending"), QStringLiteral("unpaid"),
                   QStringLiteral("未付"), QStringLiteral("未付款"), QStringLiteral("待支付"), QStringLiteral("未支付"),
                   QStringLiteral("n"), QStringLiteral("waiting for payment")}},
        {.value = GuestStatus::NotApproved,
         .words = {QStringLiteral("not-approved"), QStringLiteral("待审核"), QStringLiteral("未通过"),
                   QStringLiteral("未审核"), QStringLiteral("approval pending"), QStringLiteral("pending approval")}}};
    return choices;
}

}  // namespace muster::plan
