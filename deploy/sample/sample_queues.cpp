#include "deploy/sample/sample_plan.h"

namespace muster::sample {
namespace {

Question::Choice paper(const char16_t *code, const char16_t *zh, const char16_t *en)
{
    return {.code = text(code), .text = {.zh = text(zh), .en = text(en)}};
}

}  // namespace

/// A household's way, C → D → E → F → G: its papers are checked, it waits in D for its batch, chooses, pays, signs.
/// Consulting stands apart: most people only ask. Who decides to buy is transferred to numbering and keeps the number.
std::vector<Service> services()
{
    Service consult{.code = text(u"consult"),
                    .name = {.zh = text(u"咨询"), .en = text(u"Consulting")},
                    .zone = text(u"B"),
                    .next = {},
                    .expectedSeconds = 900,
                    .isOwned = true,
                    .papers = {},
                    .personsMax = {}};
    Service number{.code = text(u"number"),
                   .name = {.zh = text(u"排号"), .en = text(u"Numbering")},
                   .zone = text(u"C"),
                   .next = text(u"unit"),
                   .expectedSeconds = 180,
                   .onDeck = 2,
                   .papers = {paper(u"identity", u"身份证原件", u"Identity card"),
                              paper(u"deposit", u"认筹单", u"Deposit slip"),
                              paper(u"funds", u"验资证明", u"Proof of funds")},
                   .personsMax = {}};
    // 20 households in ten minutes, two at each of ten desks; who misses the batch chooses after the last one.
    Service unit{.code = text(u"unit"),
                 .name = {.zh = text(u"选房"), .en = text(u"Unit choice")},
                 .zone = text(u"D"),
                 .next = text(u"cashier"),
                 .expectedSeconds = 300,
                 .lateMinutes = 10,
                 .lateRule = LateRule::Last,
                 .onDeck = 2,
                 .batchSize = 20,
                 .papers = {paper(u"identity", u"身份证原件", u"Identity card")},
                 .personsMax = 3};
    Service cashier{.code = text(u"cashier"),
                    .name = {.zh = text(u"收银"), .en = text(u"Cashier")},
                    .zone = text(u"F"),
                    .next = text(u"contract"),
                    .expectedSeconds = 300,
                    .papers = {paper(u"subscription", u"认购书", u"Subscription")},
                    .personsMax = {}};
    Service contract{.code = text(u"contract"),
                     .name = {.zh = text(u"签约"), .en = text(u"Contract")},
                     .zone = text(u"G"),
                     .next = {},
                     .expectedSeconds = 600,
                     .lateMinutes = 10,
                     .papers = {paper(u"identity", u"身份证原件", u"Identity card"),
                                paper(u"receipt", u"定金收据", u"Receipt of the deposit")},
                     .personsMax = {}};
    return {consult, number, unit, cashier, contract};
}

/// P is left to the numbers on paper, for when everything fails.
std::vector<Series> series()
{
    return {{.code = text(u"A"),
             .name = {.zh = text(u"认筹号"), .en = text(u"Subscribers")},
             .prefix = text(u"A"),
             .numberMax = 800,
             .fromMinute = {},
             .untilMinute = {},
             .service = text(u"number"),
             .classes = {text(u"subscriber")},
             .isAtSignIn = true},
            {.code = text(u"V"),
             .name = {.zh = text(u"贵宾号"), .en = text(u"VIPs")},
             .prefix = text(u"V"),
             .numberMax = 60,
             .fromMinute = {},
             .untilMinute = {},
             .service = text(u"number"),
             .classes = {text(u"vip")}},
            {.code = text(u"B"),
             .name = {.zh = text(u"咨询号"), .en = text(u"Consulting")},
             .prefix = text(u"B"),
             .numberMax = {},
             .fromMinute = {},
             .untilMinute = {},
             .service = text(u"consult"),
             .classes = {}}};
}

std::vector<Priority> priorities()
{
    return {{.code = text(u"vip"),
             .name = {.zh = text(u"贵宾"), .en = text(u"VIP")},
             .weight = 3,
             .classes = {text(u"vip")}},
            {.code = text(u"elderly"),
             .name = {.zh = text(u"老幼孕残"), .en = text(u"Elderly, pregnant, disabled, with infants")},
             .weight = 2,
             .classes = {}},
            {.code = text(u"appointment"),
             .name = {.zh = text(u"预约"), .en = text(u"By appointment")},
             .weight = 2,
             .classes = {}}};
}

}  // namespace muster::sample
