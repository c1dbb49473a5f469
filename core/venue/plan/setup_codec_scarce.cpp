// Of the plan, what is given once: numbers, prizes, units.
#include "core/venue/plan/setup_writer.h"

namespace muster {

using namespace setup_codec;

QCborMap toCbor(const Series &series)
{
    return Writer()
        .both("name", series.name)
        .text("prefix", series.prefix)
        .put("digits", series.digits)
        .number("max", series.numberMax)
        .number("from", series.fromMinute)
        .number("until", series.untilMinute)
        .text("service", series.service)
        .list("classes", series.classes)
        .flag("at_sign_in", series.isAtSignIn)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Series &series)
{
    series = {code,
              words(body, "name"),
              body.textOr("prefix"),
              int(body.numberOr("digits", 1, 9, 3)),
              body.optionalNumber("max", 1, numberMax),
              body.optionalNumber("from", 0, 14'400),
              body.optionalNumber("until", 0, 14'400),
              body.textOr("service"),
              listFrom(body, "classes"),
              body.flag("at_sign_in")};
}

QCborMap toCbor(const Service &service)
{
    return Writer()
        .both("name", service.name)
        .text("zone", service.zone)
        .text("next", service.next)
        .put("expected_s", service.expectedSeconds)
        .put("late_min", service.lateMinutes)
        .put("late_rule", int(service.lateRule))
        .put("late_after", service.lateAfter)
        .put("on_deck", service.onDeck)
        .put("batch", service.batchSize)
        .flag("owned", service.isOwned)
        .put("papers", choicesToCbor(service.papers))
        .number("persons", service.personsMax)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Service &service)
{
    service = {code,
               words(body, "name"),
               body.textOr("zone"),
               body.textOr("next"),
               int(body.numberOr("expected_s", 1, 86'400, 300)),
               int(body.numberOr("late_min", 0, 1'440, 5)),
               LateRule(body.numberOr("late_rule", 0, qint64(LateRule::Lost), 0)),
               int(body.numberOr("late_after", 0, 1'000, 3)),
               int(body.numberOr("on_deck", 0, 32, 1)),
               int(body.numberOr("batch", 0, 1'000, 0)),
               body.flag("owned"),
               choicesFrom(body, "papers"),
               body.optionalNumber("persons", 1, 1'000)};
}

QCborMap toCbor(const Priority &priority)
{
    return Writer().both("name", priority.name).put("weight", priority.weight).list("classes", priority.classes).map();
}

void fromCbor(BodyReader &body, const QString &code, Priority &priority)
{
    priority = {code, words(body, "name"), int(body.numberOr("weight", 1, 100, 1)), listFrom(body, "classes")};
}

QCborMap toCbor(const Prize &prize)
{
    return Writer()
        .both("name", prize.name)
        .put("act", int(prize.act))
        .list("classes", prize.classes)
        .list("sessions", prize.sessions)
        .list("stamps", prize.stamps)
        .put("limit", prize.limit)
        .put("cut_off", int(prize.cutOff))
        .put("budget", prize.budget)
        .put("proof", int(prize.proof))
        .number("low", prize.lowStock)
        .put("expires_min", prize.expiresMinutes)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Prize &prize)
{
    prize = {code,
             words(body, "name"),
             PrizeAct(body.numberOr("act", 0, qint64(PrizeAct::Draw), 0)),
             listFrom(body, "classes"),
             listFrom(body, "sessions"),
             listFrom(body, "stamps"),
             int(body.numberOr("limit", 1, 1'000, 1)),
             CutOffRule(body.numberOr("cut_off", 0, qint64(CutOffRule::Budget), 0)),
             int(body.numberOr("budget", 0, numberMax, 0)),
             Proof(body.numberOr("proof", 0, qint64(Proof::Signed), 0)),
             body.optionalNumber("low", 0, numberMax),
             int(body.numberOr("expires_min", 1, 1'440, 10))};
}

QCborMap toCbor(const Stock &stock)
{
    return Writer().text("prize", stock.prize).text("desk", stock.desk).put("count", stock.count).map();
}

void fromCbor(BodyReader &body, const QString &code, Stock &stock)
{
    stock = {code, body.textOr("prize"), body.textOr("desk"), int(body.numberOr("count", 0, numberMax, 0))};
}

QCborMap toCbor(const DrawPlan &draw)
{
    return Writer()
        .both("name", draw.name)
        .flag("order", draw.isOrder)
        .text("prize", draw.prize)
        .put("winners", draw.winners)
        .list("classes", draw.classes)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, DrawPlan &draw)
{
    draw = {code,
            words(body, "name"),
            body.flag("order"),
            body.textOr("prize"),
            int(body.numberOr("winners", 0, numberMax, 1)),
            listFrom(body, "classes")};
}

QCborMap toCbor(const SaleUnit &unit)
{
    return Writer()
        .both("name", unit.name)
        .text("building", unit.building)
        .text("floor", unit.floor)
        .text("type", unit.type)
        .put("price", unit.price)
        .text("desk", unit.desk)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, SaleUnit &unit)
{
    unit = {code,
            words(body, "name"),
            body.textOr("building"),
            body.textOr("floor"),
            body.textOr("type"),
            body.numberOr("price", 0, 1'000'000'000'000, 0),
            body.textOr("desk")};
}

QCborMap toCbor(const Merchant &merchant)
{
    return Writer().both("name", merchant.name).text("zone", merchant.zone).map();
}

void fromCbor(BodyReader &body, const QString &code, Merchant &merchant)
{
    merchant = {code, words(body, "name"), body.textOr("zone")};
}

}  // namespace muster
