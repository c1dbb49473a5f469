#include "tests/qml/sample_desks.h"

#include "core/venue/door/rules.h"

namespace muster::test {
namespace {

using namespace std::chrono_literals;

Words words(const char16_t *zh, const char16_t *en) { return {QString::fromUtf16(zh), QString::fromUtf16(en)}; }

Service service(const char *code, Words name, const char *next)
{
    Service made;
    made.code = QString::fromLatin1(code);
    made.name = std::move(name);
    made.next = QString::fromLatin1(next);
    return made;
}

std::vector<Service> sampleServices()
{
    return {service("choose", words(u"选房", u"Unit choice"), "pay"),
            service("pay", words(u"收银", u"Cashier"), "sign"), service("sign", words(u"签约", u"Contract"), "")};
}

Prize prize(const char *code, Words name, Proof proof)
{
    Prize made;
    made.code = QString::fromLatin1(code);
    made.name = std::move(name);
    made.proof = proof;
    made.lowStock = 5;
    return made;
}

std::vector<Prize> samplePrizes()
{
    return {prize("gift", words(u"到访礼 · 保温杯", u"Visitor's gift: flask"), Proof::None),
            prize("draw", words(u"一等奖 · 洗衣机", u"First prize: washing machine"), Proof::Identity),
            prize("buyer", words(u"认购礼 · 空气炸锅", u"Buyer's gift: air fryer"), Proof::Phone),
            prize("toy", words(u"儿童玩偶", u"Toy for a child"), Proof::Signed)};
}

Series series(const char *code, Words name)
{
    Series made;
    made.code = QString::fromLatin1(code);
    made.name = std::move(name);
    return made;
}

}  // namespace

Identity deskIdentity(const QString &role)
{
    Identity identity = sampleIdentity(role);
    identity.event.services = sampleServices();
    identity.event.prizes = samplePrizes();
    identity.event.series = {series("a", words(u"选房", u"Unit choice")), series("v", words(u"贵宾", u"VIP"))};
    Station station;
    station.code = role + QStringLiteral("-3");
    station.role = role;
    station.name = role == QLatin1String("counter") ? words(u"选房台 3", u"Unit desk 3")
                   : role == QLatin1String("prize") ? words(u"兑奖台", u"Prize desk")
                                                    : words(u"等候区大屏", u"Waiting hall board");
    if (role == QLatin1String("counter")) {
        station.services = {QStringLiteral("choose")};
    }
    identity.event.stations = {station};
    identity.station = station.code;
    identity.stationName = station.name;
    return identity;
}

TicketView sampleTicket(const QString &number, const QString &phase, int guest)
{
    TicketView ticket;
    ticket.number = number;
    ticket.guest = sampleGuest(guest);
    ticket.phase = phase;
    const auto services = sampleServices();
    ticket.service = services[0].code;
    ticket.serviceName = services[0].name;
    ticket.since = sampleNow() - 80s;
    const Words consulting = words(u"咨询", u"Consulting");
    ticket.journey = {{QStringLiteral("consult"), consulting, StageView::Place::Done},
                      {services[0].code, services[0].name, StageView::Place::Now},
                      {services[1].code, services[1].name, StageView::Place::Next},
                      {services[2].code, services[2].name, StageView::Place::Next}};
    return ticket;
}

DayView queueDay(bool isOpen, int waiting)
{
    DayView day = busyDay();
    QueueView queue;
    queue.service = QStringLiteral("choose");
    queue.name = words(u"选房", u"Unit choice");
    queue.waiting = waiting;
    CounterView counter;
    counter.station = QStringLiteral("counter-3");
    counter.isOpen = isOpen;
    queue.counters = {counter};
    day.queues = {queue};
    MaterialView forms;
    forms.code = QStringLiteral("forms");
    forms.name = words(u"认购书", u"Subscription forms");
    forms.isNumbered = true;
    forms.issued = 212;
    forms.unaccounted = 3;
    forms.openSerials = {QStringLiteral("RG0117"), QStringLiteral("RG0118"), QStringLiteral("RG0201")};
    MaterialView receipts = forms;
    receipts.code = QStringLiteral("receipts");
    receipts.name = words(u"收据", u"Receipts");
    receipts.unaccounted = 0;
    receipts.openSerials.clear();
    day.materials = {forms, receipts};
    return day;
}

PrizeGuestView sampleDues(int guest)
{
    PrizeGuestView view;
    view.guest = sampleGuest(guest);
    const auto prizes = samplePrizes();
    const std::array left{42, 1, 3, 0};
    for (std::size_t i = 0; i < prizes.size(); ++i) {
        DueView due;
        due.prize = prizes[i].code;
        due.name = prizes[i].name;
        due.proof = prizes[i].proof;
        due.left = left[i];
        view.dues.push_back(due);
    }
    view.dues[1].whyNot = rules::alreadyGiven(prizes[1]);
    view.dues[1].isHanded = true;
    view.dues[3].whyNot = rules::noStockHere(prizes[3]);
    return view;
}

OpenPrizeView sampleOpenPrize(int number)
{
    const auto prizes = samplePrizes();
    const Prize &open = prizes[std::size_t(number) % prizes.size()];
    return {sampleId<OperationHash>(40 + number),           open.code, open.name, open.proof, sampleGuest(number),
            sampleNow() - std::chrono::minutes(12 - number)};
}

queue_board::Board sampleBoard()
{
    queue_board::Board board;
    const std::array numbers{"A023", "V007", "A022", "A021", "A020", "A019"};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        queue_board::Call call;
        call.step = sampleId<OperationHash>(60 + int(i));
        call.number = QString::fromLatin1(numbers[i]);
        call.counterName = {QStringLiteral("选房台 %1").arg(i + 1), QStringLiteral("Unit desk %1").arg(i + 1)};
        call.at = sampleNow() - std::chrono::seconds(4 + 75 * int(i));
        call.isArrived = i > 1;
        board.nowServing.push_back(call);
    }
    board.onDeck = {QStringLiteral("A024"), QStringLiteral("A025"), QStringLiteral("V008"), QStringLiteral("A026")};
    board.lastOfSeries = {{QStringLiteral("a"), QStringLiteral("A023")}, {QStringLiteral("v"), QStringLiteral("V007")}};
    return board;
}

}  // namespace muster::test
