#include "core/venue/draws/draw_protocol.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace muster::draws {
namespace {

QString utc(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject toJson(const Words &words) { return {{QStringLiteral("zh"), words.zh}, {QStringLiteral("en"), words.en}}; }

QJsonObject toJson(const Step &step)
{
    return {{QStringLiteral("operation"), step.operation.toHex()},
            {QStringLiteral("device"), step.device.toHex()},
            {QStringLiteral("by"), step.actor},
            {QStringLiteral("epoch"), qint64(step.epoch)},
            {QStringLiteral("sequence"), qint64(step.sequence)},
            {QStringLiteral("at"), utc(step.at)}};
}

QJsonArray toJson(const std::vector<Pool> &pools)
{
    QJsonArray list;
    for (const auto &pool : pools) {
        QJsonArray guests;
        for (const auto &entrant : pool.entrants) {
            guests.append(entrant.toHex());
        }
        list.append(QJsonObject{{QStringLiteral("pool"), pool.code}, {QStringLiteral("guests"), guests}});
    }
    return list;
}

QJsonArray toJson(const std::vector<NumberCall> &calls)
{
    QJsonArray list;
    for (const auto &call : calls) {
        auto json = toJson(call.step);
        json.insert(QStringLiteral("number"), call.number);
        list.append(json);
    }
    return list;
}

QJsonArray toJson(const std::vector<Absence> &absences)
{
    QJsonArray list;
    for (const auto &absence : absences) {
        auto json = toJson(absence.step);
        json.insert(QStringLiteral("place"), absence.missing.place);
        json.insert(QStringLiteral("guest"), absence.missing.guest.toHex());
        json.insert(QStringLiteral("reason"), absence.reason);
        list.append(json);
    }
    return list;
}

QJsonArray toJson(const std::vector<Place> &places)
{
    QJsonArray list;
    for (const auto &place : places) {
        list.append(QJsonObject{{QStringLiteral("place"), place.number},
                                {QStringLiteral("pool"), place.pool},
                                {QStringLiteral("rank"), place.rank},
                                {QStringLiteral("guest"), place.guest.toHex()},
                                {QStringLiteral("absent"), place.isAbsent}});
    }
    return list;
}

QJsonValue toJson(const std::optional<Showing> &showing)
{
    if (!showing) {
        return {};
    }
    auto json = toJson(showing->step);
    json.insert(QStringLiteral("seed"), showing->seed.toHex());
    json.insert(QStringLiteral("number"), showing->number);
    return json;
}

QJsonValue toJson(const std::optional<GivingUp> &givingUp)
{
    if (!givingUp) {
        return {};
    }
    auto json = toJson(givingUp->step);
    json.insert(QStringLiteral("reason"), givingUp->reason);
    json.insert(QStringLiteral("seed"), givingUp->seed ? QJsonValue(givingUp->seed->toHex()) : QJsonValue());
    return json;
}

QJsonObject toJson(State &state, const Attempt &attempt)
{
    auto json = toJson(attempt.commit);
    json.insert(QStringLiteral("attempt"), attempt.number);
    json.insert(QStringLiteral("stands"), attempt.stands);
    json.insert(QStringLiteral("seed_hash"), attempt.seedHash.toHex());
    json.insert(QStringLiteral("entrants_hash"), attempt.entrantsHash.toHex());
    json.insert(QStringLiteral("entrant_count"), attempt.entrantCount);
    json.insert(QStringLiteral("order"), attempt.terms.isOrder);
    json.insert(QStringLiteral("winners"), attempt.terms.winners);
    json.insert(QStringLiteral("prize"), attempt.prize);
    json.insert(QStringLiteral("entrants"), toJson(entrantsOf(state, attempt).value_or(std::vector<Pool>())));
    json.insert(QStringLiteral("calls"), toJson(attempt.calls));
    json.insert(QStringLiteral("reveal"), toJson(attempt.showing));
    json.insert(QStringLiteral("abort"), toJson(attempt.givingUp));
    json.insert(QStringLiteral("absences"), toJson(attempt.absences));
    json.insert(QStringLiteral("result"), toJson(placesOf(state, attempt)));
    QJsonArray untrue;
    for (const auto &step : attempt.falseShowings) {
        untrue.append(toJson(step));
    }
    json.insert(QStringLiteral("false_reveals"), untrue);
    return json;
}

/// The whole of draw_selection.h in short, so that the document explains itself.
QJsonArray algorithm()
{
    return {QStringLiteral("BLAKE2b-256 throughout; hashes and ids in small hexadecimal, numbers in decimal digits."),
            QStringLiteral("entrants_hash = hash of one line an entrant: POOL,ID and U+000A; pools ascend by code, "
                           "entrants by id."),
            QStringLiteral("seed_hash = hash of the 32 bytes of the seed, published before the number was called."),
            QStringLiteral("ROOT = hash of the text muster-draw-1:SEED:ENTRANTS_HASH:NUMBER"),
            QStringLiteral("words: block i = 0, 1, 2 … is the hash of the text ROOT:POOL:i, four big-endian 64-bit "
                           "words each."),
            QStringLiteral("choice among n: next word w; again if w >= floor(2^64/n)*n; else w mod n; none if n = 1."),
            QStringLiteral("order: for i = 0, 1, 2 … entrant i changes places with entrant i + choice among (count - "
                           "i)."),
            QStringLiteral("draw: the first ones win; for each absence, as recorded, the next in the order gets that "
                           "place. order: nobody moves up.")};
}

}  // namespace

Result<QJsonObject> protocolOf(State &state, const EventSetup &setup, const QString &draw)
{
    const auto attempts = attemptsOf(state, draw);
    if (attempts.empty()) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("the draw %1 was not begun: muster do draw-commit %1").arg(draw));
    }
    const auto *plan = findByCode(setup.draws, draw);
    QJsonArray list;
    for (const auto &attempt : attempts) {
        list.append(toJson(state, attempt));
    }
    return QJsonObject{
        {QStringLiteral("format"), QStringLiteral("muster-draw-protocol")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("event"), QJsonObject{{QStringLiteral("name"), toJson(setup.name)},
                                              {QStringLiteral("place"), toJson(setup.place)},
                                              {QStringLiteral("day"), setup.day},
                                              {QStringLiteral("time_zone"), setup.timeZone}}},
        {QStringLiteral("draw"),
         QJsonObject{{QStringLiteral("code"), draw}, {QStringLiteral("name"), toJson(plan ? plan->name : Words{})}}},
        {QStringLiteral("algorithm"),
         QJsonObject{{QStringLiteral("name"), algorithmName()}, {QStringLiteral("text"), algorithm()}}},
        {QStringLiteral("attempts"), list}};
}

QByteArray sealedBytes(const QJsonObject &protocol)
{
    auto bare = protocol;
    auto seal = bare.value(QLatin1String("seal")).toObject();
    seal.remove(QStringLiteral("signature"));
    bare.insert(QStringLiteral("seal"), seal);
    return "muster draw protocol" + hash256(QJsonDocument(bare).toJson(QJsonDocument::Compact)).toBytes();
}

void seal(QJsonObject &protocol, const Journal::Options &options, WallTime now)
{
    QJsonObject seal{{QStringLiteral("at"), utc(now)},
                     {QStringLiteral("event"), options.event.toHex()},
                     {QStringLiteral("event_key"), options.eventKey.toHex()},
                     {QStringLiteral("device"), deviceIdOf(options.key.publicKey).toHex()},
                     {QStringLiteral("device_key"), options.key.publicKey.toHex()},
                     {QStringLiteral("by_event"), options.self.byEvent.toHex()}};
    protocol.insert(QStringLiteral("seal"), seal);
    seal.insert(QStringLiteral("signature"), options.key.sign(sealedBytes(protocol)).toHex());
    protocol.insert(QStringLiteral("seal"), seal);
}

}  // namespace muster::draws
