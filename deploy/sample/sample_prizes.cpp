#include "deploy/sample/sample_plan.h"

namespace muster::sample {
namespace {

Prize prize(const char16_t *code, const char16_t *zh, const char16_t *en, PrizeAct act, const char16_t *classes)
{
    return {.code = text(code),
            .name = {.zh = text(zh), .en = text(en)},
            .act = act,
            .classes = list(classes),
            .sessions = {},
            .stamps = {},
            .lowStock = {}};
}

/// No prize of a draw is worth more than the law allows.
Prize drawn(const char16_t *code, const char16_t *zh, const char16_t *en)
{
    Prize won = prize(code, zh, en, PrizeAct::Draw, u"");
    won.proof = Proof::Identity;
    won.expiresMinutes = 30;  // A paper is filled in first.
    return won;
}

}  // namespace

std::vector<Prize> prizes()
{
    Prize welcome = prize(u"welcome", u"到场礼", u"Welcome gift", PrizeAct::SignIn, u"");
    welcome.sessions = list(u"opening");
    welcome.cutOff = CutOffRule::Budget;
    welcome.budget = 60;
    welcome.lowStock = 50;
    Prize purchase = prize(u"purchase", u"认购礼", u"Subscription gift", PrizeAct::Purchase, u"");
    purchase.cutOff = CutOffRule::Lease;
    purchase.proof = Proof::Signed;
    purchase.lowStock = 20;
    Prize stamps = prize(u"stamps", u"集章礼", u"Stamp gift", PrizeAct::Stamps, u"");
    stamps.stamps = list(u"B;H;I");
    stamps.lowStock = 20;
    Prize referral = prize(u"referral", u"老带新卡", u"Referral card", PrizeAct::SignIn, u"owner");
    referral.proof = Proof::Phone;
    referral.lowStock = 10;
    return {welcome,
            purchase,
            stamps,
            referral,
            prize(u"vip-gift", u"贵宾礼", u"VIP gift", PrizeAct::SignIn, u"vip"),
            prize(u"media-kit", u"媒体包", u"Media kit", PrizeAct::SignIn, u"media"),
            drawn(u"grand", u"特等奖（19,999 元）", u"Grand prize (CNY 19,999)"),
            drawn(u"first", u"一等奖（5,999 元）", u"First prize (CNY 5,999)"),
            drawn(u"second", u"二等奖（1,999 元）", u"Second prize (CNY 1,999)"),
            drawn(u"third", u"三等奖（299 元）", u"Third prize (CNY 299)")};
}

/// A part of what runs out first stays in the coordinator's store, to be sent to the desk that needs it.
std::vector<Stock> stocks()
{
    std::vector<Stock> all;
    const auto put = [&all](const char16_t *prize, const char16_t *desk, int count) {
        all.push_back(
            {.code = text(prize) + u'@' + text(desk), .prize = text(prize), .desk = text(desk), .count = count});
    };
    for (const char16_t *desk : {u"prize-1", u"prize-2", u"prize-3"}) {
        put(u"welcome", desk, 500);
        put(u"purchase", desk, 100);
        put(u"stamps", desk, 90);
    }
    put(u"welcome", u"", 300);
    put(u"purchase", u"", 20);
    put(u"stamps", u"", 30);
    put(u"referral", u"prize-3", 100);
    put(u"vip-gift", u"prize-1", 60);
    put(u"media-kit", u"prize-2", 40);
    put(u"grand", u"prize-1", 1);
    put(u"first", u"prize-1", 4);
    put(u"second", u"prize-2", 20);
    put(u"third", u"prize-2", 50);
    put(u"third", u"prize-3", 50);
    return all;
}

std::vector<DrawPlan> draws()
{
    const auto draw = [](const char16_t *prize, const char16_t *zh, const char16_t *en, int winners) {
        return DrawPlan{.code = text(prize),
                        .name = {.zh = text(zh), .en = text(en)},
                        .prize = text(prize),
                        .winners = winners,
                        .classes = list(u"subscriber;prospect;owner")};
    };
    return {draw(u"third", u"三等奖抽奖", u"Draw of the third prizes", 100),
            draw(u"second", u"二等奖抽奖", u"Draw of the second prizes", 20),
            draw(u"first", u"一等奖抽奖", u"Draw of the first prizes", 4),
            draw(u"grand", u"特等奖抽奖", u"Draw of the grand prize", 1)};
}

}  // namespace muster::sample
