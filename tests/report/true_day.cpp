#include "tests/report/true_day.h"

#include "core/venue/prizes/prizes.h"
#include "core/venue/units/sales.h"

namespace muster::test {

TrueDay::TrueDay(quint64 seed, int invited) : m_random(seed)
{
    for (int i = 0; i < invited; ++i) {
        TrueGuest guest;
        guest.code = q("C-g%1").arg(i);
        guest.id = hall.guest(q("g%1").arg(i));
        guest.classCode = q(i % 9 == 0 ? "vip" : "buyer");
        hall.invite(q("g%1").arg(i), guest.classCode);
        guests.push_back(guest);
    }
    hall.invite(q("late"), q("buyer"), GuestStatus::Cancelled);
    hall.open(first);
    hall.open(second);
    hall.syncAll();
}

TrueGuest *TrueDay::somebody(bool isIn)
{
    std::vector<TrueGuest *> found;
    for (auto &guest : guests) {
        if (guest.isIn == isIn && !(guest.isWalkIn && !isIn)) {
            found.push_back(&guest);
        }
    }
    return found.empty() ? nullptr : found[m_random.below(found.size())];
}

void TrueDay::signIn(TrueGuest &guest)
{
    SignIn command;
    command.companions = int(m_random.below(3));
    const bool isConnected = m_random.chance(80);
    const auto told = hall.signIn(kiosk, guest.code, isConnected, command);
    REQUIRE(told.outcome == Outcome::Admitted);
    passings.push_back({now(), {}, told.zone, 1 + *command.companions});
    guest.isIn = true;
    guest.zone = told.zone;
    guest.persons = 1 + *command.companions;
    guest.companionsMost = std::max(guest.companionsMost, *command.companions);
    ++guest.signIns;
    provisional += told.isProvisional ? 1 : 0;
    hall.sync(kiosk, 0);
    if (m_random.chance(70)) {
        answer(guest);
    }
}

void TrueDay::signOut(TrueGuest &guest)
{
    REQUIRE(hall.signOut(kiosk, guest.code).outcome == Outcome::CheckedOut);
    passings.push_back({now(), guest.zone, {}, guest.persons});
    guest.isIn = false;
    hall.sync(kiosk, 0);
}

void TrueDay::move(TrueGuest &guest)
{
    const auto to = q(guest.zone == q("A") ? "H" : "A");
    REQUIRE(hall.move(kiosk, guest.code, to, true).outcome == Outcome::Admitted);
    passings.push_back({now(), guest.zone, to, guest.persons});
    guest.zone = to;
    hall.sync(kiosk, 0);
}

void TrueDay::walkIn()
{
    WalkIn command;
    command.guest.classCode = q("buyer");
    command.companions = int(m_random.below(2));
    const auto told = hall.walkIn(kiosk, true, command);
    REQUIRE(told.outcome == Outcome::Admitted);
    TrueGuest guest;
    guest.id = told.guest->id;
    guest.classCode = q("buyer");
    guest.isWalkIn = true;
    guest.isIn = true;
    guest.zone = told.zone;
    guest.persons = 1 + command.companions;
    guest.companionsMost = command.companions;
    guest.signIns = 1;
    passings.push_back({now(), {}, told.zone, guest.persons});
    provisional += told.isProvisional ? 1 : 0;
    guests.push_back(guest);
    hall.sync(kiosk, 0);
}

void TrueDay::count()
{
    const auto zone = q(m_random.chance(50) ? "A" : "D");
    const bool isOut = m_byHand[zone] > 0 && m_random.chance(40);
    const int delta = isOut ? -1 - int(m_random.below(quint64(m_byHand[zone]))) : 1 + int(m_random.below(4));
    REQUIRE(hall.decide(first, zones::Count{zone, delta}).outcome == Outcome::Done);
    m_byHand[zone] += delta;
    passings.push_back(delta > 0 ? Passing{now(), {}, zone, delta} : Passing{now(), zone, {}, -delta});
    hall.sync(first, 0);
}

void TrueDay::sell()
{
    sales::Record sale;
    sale.merchant = q(m_random.chance(50) ? "cafe" : "books");
    sale.amount = 100 + qint64(m_random.below(50'000));
    sale.payment = sales::Payment::Mobile;
    sale.document = q("R%1").arg(sales.size());
    auto *guest = m_random.chance(40) ? somebody(true) : nullptr;
    if (guest != nullptr) {
        sale.guest = guest->id;
        guest->isBuyer = true;
    }
    const auto told = hall.decide(kiosk, sale);
    REQUIRE(told.outcome == Outcome::Done);
    sales.push_back({*told.operation, sale.merchant, q("H"), sale.amount, now(), false});
    hall.sync(kiosk, 0);
}

void TrueDay::takeBack()
{
    // Sales to nobody known, so that who bought stays as it is.
    sales::Record sale;
    sale.merchant = q("cafe");
    sale.amount = 999;
    sale.document = q("R%1").arg(sales.size());
    const auto told = hall.decide(kiosk, sale);
    REQUIRE(told.outcome == Outcome::Done);
    sales.push_back({*told.operation, sale.merchant, q("H"), sale.amount, now(), true});
    hall.clock().advance(std::chrono::seconds(2));
    REQUIRE(hall.decide(kiosk, sales::Void{*told.operation, q("wrong price")}).outcome == Outcome::Done);
    hall.sync(kiosk, 0);
}

void TrueDay::gift()
{
    auto *guest = somebody(true);
    if (guest == nullptr || guest->hasGift || guest->isWalkIn) {
        return;
    }
    hall.settleRights();
    prizes::Redeem command;
    command.prize = q("gift");
    command.guest = guest->id;
    const auto granted = hall.act(kiosk, command, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    guest->hasGift = true;
    if (m_random.chance(80)) {
        prizes::HandOver handOver;
        handOver.grant = *granted.operation;
        REQUIRE(hall.act(kiosk, handOver, false).outcome == Outcome::Done);
        ++handed;
    }
    hall.sync(kiosk, 0);
}

void TrueDay::subscribe()
{
    auto *guest = somebody(true);
    if (guest == nullptr || m_unit >= 20) {
        return;
    }
    units::Advance command;
    command.unit = q("u%1").arg(m_unit++);
    command.step = units::Step::Subscribe;
    command.guest = guest->id;
    hall.sync(0, first);
    REQUIRE(hall.act(first, command, true).outcome == Outcome::Done);
    hall.sync(first, 0);
    hall.sync(0, kiosk);
    guest->isBuyer = true;
    ++subscribed;
}

void TrueDay::answer(TrueGuest &guest)
{
    hall.clock().advance(std::chrono::seconds(1));
    guest.source = sourceCodes.at(int(m_random.below(3)));
    guest.rating = 1 + int(m_random.below(5));
    hall.answer(kiosk, guest.id,
                {{q("source"), guest.source},
                 {q("rating"), QString::number(guest.rating)},
                 {q("referrer"), QStringLiteral("王五")}});
    hall.sync(kiosk, 0);
}

/// By a counter that may: the number may lie on the other one's deck.
void TrueDay::call(TrueTicket &ticket)
{
    ticket.counter = m_random.chance(50) ? first : second;
    ticket.calledAt = now();
    if (hall.call(ticket.counter, true, ticket.number).outcome != Outcome::Done) {
        ticket.counter = first + second - ticket.counter;
        ticket.calledAt = now();
        REQUIRE(hall.call(ticket.counter, true, ticket.number).outcome == Outcome::Done);
    }
}

void TrueDay::queue()
{
    auto open = std::ranges::find_if(tickets, [](const TrueTicket &ticket) { return !ticket.finishedAt; });
    if (open == tickets.end() || m_random.chance(50)) {
        TrueTicket ticket;
        ticket.issuedAt = now();
        ticket.number = hall.issue(true);
        tickets.push_back(ticket);
    } else if (!open->calledAt) {
        call(*open);
    } else if (!open->arrivedAt) {
        open->arrivedAt = now();
        REQUIRE(hall.advance(open->counter, open->number, Step::Arrive).outcome == Outcome::Done);
    } else {
        open->finishedAt = now();
        REQUIRE(hall.advance(open->counter, open->number, Step::Finish).outcome == Outcome::Done);
    }
    for (const int device : {kiosk, first, second}) {
        hall.sync(device, 0);
    }
}

void TrueDay::act()
{
    switch (m_random.below(14)) {
    case 0:
    case 1:
    case 2:
    case 3:
        if (auto *guest = somebody(false)) {
            signIn(*guest);
        }
        break;
    case 4:
        if (auto *guest = somebody(true); guest != nullptr && !guest->isWalkIn) {
            signOut(*guest);
        }
        break;
    case 5:
    case 6:
        if (auto *guest = somebody(true); guest != nullptr && !guest->isWalkIn) {
            move(*guest);
        }
        break;
    case 7: walkIn(); break;
    case 8: count(); break;
    case 9: m_random.chance(80) ? sell() : takeBack(); break;
    case 10: gift(); break;
    case 11: subscribe(); break;
    default: queue(); break;
    }
}

void TrueDay::play(int rounds)
{
    for (int i = 0; i < rounds; ++i) {
        hall.clock().advance(std::chrono::seconds(1 + m_random.below(90)));
        act();
    }
    hall.syncAll();
}

}  // namespace muster::test
