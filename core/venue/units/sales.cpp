#include "core/venue/units/sales.h"

#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/presence.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace muster::sales {
namespace {

Words eitherUnitOrMerchant()
{
    return {QStringLiteral("请填写房源或商户，只填其一"), QStringLiteral("Name either a unit or a merchant, not both")};
}

Words noSuchUnit(const QString &unit)
{
    return {QStringLiteral("方案中没有房源 %1").arg(unit), QStringLiteral("The plan has no unit %1").arg(unit)};
}

Words noSuchMerchant(const QString &merchant)
{
    return {QStringLiteral("方案中没有商户 %1").arg(merchant),
            QStringLiteral("The plan has no merchant %1").arg(merchant)};
}

Words badAmount()
{
    return {QStringLiteral("金额须大于 0，且不超过 %1").arg(amountText(amountMax)),
            QStringLiteral("The amount must be more than 0 and at most %1").arg(amountText(amountMax))};
}

Words documentIsLong()
{
    return {QStringLiteral("单据号最多 %1 个字").arg(documentLengthMax),
            QStringLiteral("A document's number has %1 characters at most").arg(documentLengthMax)};
}

Words noSuchGuest()
{
    return {QStringLiteral("没有来宾使用此码，请查找来宾，或不填"),
            QStringLiteral("No guest has this code: look the guest up, or leave it out")};
}

Words noSuchSale() { return {QStringLiteral("没有这笔销售"), QStringLiteral("There is no such sale")}; }

Words voidedAlready() { return {QStringLiteral("这笔销售已作废"), QStringLiteral("This sale was voided already")}; }

/// What the plan says against @p command; nothing if it may be written down.
struct Objection {
    Outcome outcome;
    Words reason;
    const char *why;
};

std::optional<Objection> objectionTo(const Record &command, const EventSetup &setup)
{
    if (command.unit.isEmpty() == command.merchant.isEmpty()) {
        return Objection{Outcome::NotAllowed, eitherUnitOrMerchant(), "unit_or_merchant"};
    }
    if (!command.unit.isEmpty() && findByCode(setup.units, command.unit) == nullptr) {
        return Objection{Outcome::NotFound, noSuchUnit(command.unit), "unknown_unit"};
    }
    if (!command.merchant.isEmpty() && findByCode(setup.merchants, command.merchant) == nullptr) {
        return Objection{Outcome::NotFound, noSuchMerchant(command.merchant), "unknown_merchant"};
    }
    if (command.amount <= 0 || command.amount > amountMax) {
        return Objection{Outcome::NotAllowed, badAmount(), "bad_amount"};
    }
    if (command.document.trimmed().size() > documentLengthMax) {
        return Objection{Outcome::NotAllowed, documentIsLong(), "document_long"};
    }
    const bool isStaffKnown =
        command.consultant.isEmpty() || setup.staff.empty() || findByCode(setup.staff, command.consultant) != nullptr;
    if (!isStaffKnown) {
        return Objection{Outcome::NotFound, rules::unknownStaff(command.consultant), "unknown_staff"};
    }
    return std::nullopt;
}

/// Where the money was taken; at a device that stands nowhere, where the merchant is.
QString zoneOf(const EventSetup &setup, const QString &station, const QString &merchant)
{
    const auto *place = findByCode(setup.stations, station);
    if (place != nullptr && !place->zone.isEmpty()) {
        return place->zone;
    }
    const auto *seller = findByCode(setup.merchants, merchant);
    return seller != nullptr ? seller->zone : QString();
}

Folded foldRecorded(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto unit = body.textOr("unit");
    const auto merchant = body.textOr("merchant");
    const auto amount = body.number("amount", 1, amountMax);
    const auto payment = body.number("payment", 0, qint64(Payment::Other));
    const auto document = body.textOr("document");
    const auto consultant = body.textOr("consultant");
    const auto guest = body.optionalId<GuestId>("guest");
    const auto station = body.textOr("station");
    const auto zone = body.textOr("zone");
    const auto day = body.numberOr("day", 0, std::numeric_limits<qint32>::max(), 0);
    body.require(unit.isEmpty() != merchant.isEmpty());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a sale"));
    }
    bindAll(state.statement("INSERT INTO sale VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            operation.hash, day, unit, merchant, amount, payment, document, consultant, guest, station, zone,
            operation.actor, operation.origin, operation.time.value)
        .exec();
    return Folded::applied();
}

/// Of a sale that has not arrived too: it is void when it comes.
Folded foldVoided(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto sale = body.id<OperationHash>("sale");
    const auto reason = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the voiding of a sale"));
    }
    bindAll(state.statement("INSERT INTO sale_void VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), sale, operation.hash,
            operation.actor, reason, operation.time.value)
        .exec();
    return Folded::applied();
}

WallTime wallOf(const SQLite::Column &time) { return HybridTime{quint64(time.getInt64())}.wall(); }

Sale saleOf(SQLite::Statement &row)
{
    Sale sale;
    sale.operation = idOf<OperationHash>(row.getColumn(0));
    sale.unit = textOf(row.getColumn(2));
    sale.merchant = textOf(row.getColumn(3));
    sale.amount = row.getColumn(4).getInt64();
    sale.payment = Payment(row.getColumn(5).getInt());
    sale.document = textOf(row.getColumn(6));
    sale.consultant = textOf(row.getColumn(7));
    if (!row.getColumn(8).isNull()) {
        sale.guest = idOf<GuestId>(row.getColumn(8));
    }
    sale.station = textOf(row.getColumn(9));
    sale.zone = textOf(row.getColumn(10));
    sale.actor = textOf(row.getColumn(11));
    sale.device = idOf<DeviceId>(row.getColumn(12));
    sale.at = wallOf(row.getColumn(13));
    return sale;
}

void readVoiding(State &state, Sale &sale)
{
    auto &row =
        state.statement("SELECT op, actor, reason, time FROM sale_void WHERE sale = ? ORDER BY time, op LIMIT 1");
    bindAll(row, sale.operation);
    if (row.executeStep()) {
        sale.voiding = {idOf<OperationHash>(row.getColumn(0)), textOf(row.getColumn(1)), textOf(row.getColumn(2)),
                        wallOf(row.getColumn(3))};
    }
}

std::vector<Sale> salesOf(State &state, SQLite::Statement &rows)
{
    std::vector<Sale> sales;
    while (rows.executeStep()) {
        sales.push_back(saleOf(rows));
    }
    for (auto &sale : sales) {
        readVoiding(state, sale);
    }
    return sales;
}

void add(Sum &sum, const Sale &sale)
{
    ++sum.count;
    sum.amount += sale.amount;
}

/// What more than one of @p sales has.
void findTwice(const QMap<QString, std::vector<OperationHash>> &sales, Discrepancy::Kind kind,
               std::vector<Discrepancy> &found)
{
    for (auto it = sales.begin(); it != sales.end(); ++it) {
        if (it->size() > 1) {
            found.push_back({kind, it.key(), *it});
        }
    }
}

}  // namespace

QString toString(Payment payment)
{
    switch (payment) {
    case Payment::Cash: return QStringLiteral("cash");
    case Payment::Card: return QStringLiteral("card");
    case Payment::Transfer: return QStringLiteral("transfer");
    case Payment::Mobile: return QStringLiteral("mobile");
    case Payment::Other: break;
    }
    return QStringLiteral("other");
}

QString toString(Discrepancy::Kind kind)
{
    switch (kind) {
    case Discrepancy::Kind::DocumentTwice: return QStringLiteral("document_twice");
    case Discrepancy::Kind::UnitTwice: return QStringLiteral("unit_twice");
    case Discrepancy::Kind::NotSubscribed: return QStringLiteral("not_subscribed");
    case Discrepancy::Kind::DocumentMissing: break;
    }
    return QStringLiteral("document_missing");
}

std::optional<qint64> amountFrom(const QString &text)
{
    const auto parts = text.split(QLatin1Char('.'));
    const auto isDigits = [](const QString &part) {
        return !part.isEmpty() && part.size() <= 12 &&
               std::ranges::all_of(part, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    };
    const bool isAmount = parts.size() <= 2 && std::ranges::all_of(parts, isDigits) && parts.value(1).size() <= 2;
    if (!isAmount) {
        return std::nullopt;
    }
    return parts[0].toLongLong() * 100 + parts.value(1).leftJustified(2, QLatin1Char('0')).toLongLong();
}

QString amountText(qint64 amount)
{
    return QStringLiteral("%1.%2").arg(amount / 100).arg(amount % 100, 2, 10, QLatin1Char('0'));
}

QString recordedKind() { return QStringLiteral("sale.recorded"); }

QString voidedKind() { return QStringLiteral("sale.voided"); }

QStringList kinds() { return {recordedKind(), voidedKind()}; }

QStringList tables() { return {QStringLiteral("sale"), QStringLiteral("sale_void")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE sale(op BLOB PRIMARY KEY, day INTEGER NOT NULL, unit TEXT NOT NULL,"
                  " merchant TEXT NOT NULL, amount INTEGER NOT NULL, payment INTEGER NOT NULL, document TEXT NOT NULL,"
                  " consultant TEXT NOT NULL, guest BLOB, station TEXT NOT NULL, zone TEXT NOT NULL,"
                  " actor TEXT NOT NULL, origin BLOB NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX sale_guest ON sale(guest) WHERE guest IS NOT NULL;"
                  "CREATE TABLE sale_void(sale BLOB, op BLOB, actor TEXT NOT NULL, reason TEXT NOT NULL,"
                  " time INTEGER NOT NULL, PRIMARY KEY(sale, op)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    return operation.kind == recordedKind() ? foldRecorded(state, operation) : foldVoided(state, operation);
}

Answer decide(Desk &desk, const Act &act, const Record &command)
{
    if (const auto objection = objectionTo(command, desk.setup())) {
        return desk.refused(act, objection->outcome, objection->reason, QLatin1String(objection->why));
    }
    const auto guest = desk.guestOf(command.payload, command.guest);
    if (!guest && !command.payload.isEmpty()) {
        return desk.refused(act, Outcome::NotFound, noSuchGuest(), QStringLiteral("unknown_guest"));
    }
    Draft draft;
    draft.kind = recordedKind();
    draft.body = {{key("unit"), command.unit},
                  {key("merchant"), command.merchant},
                  {key("amount"), command.amount},
                  {key("payment"), qint64(command.payment)},
                  {key("document"), command.document.trimmed()},
                  {key("consultant"), command.consultant.left(documentLengthMax)},
                  {key("station"), desk.post().station},
                  {key("zone"), zoneOf(desk.setup(), desk.post().station, command.merchant)},
                  {key("day"), presence::resetCount(desk.state())}};
    if (guest) {
        draft.body.insert(key("guest"), guest->toBytes());
    }
    auto answer = desk.done(act, std::move(draft));
    answer.subjects << (command.unit.isEmpty() ? command.merchant : command.unit);
    return answer;
}

Answer decide(Desk &desk, const Act &act, const Void &command)
{
    const auto reason = command.reason.trimmed();
    if (reason.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, rules::reasonNeeded(), QStringLiteral("no_reason"));
    }
    const auto sale = find(desk.state(), command.sale);
    if (!sale) {
        return desk.refused(act, Outcome::NotFound, noSuchSale(), QStringLiteral("unknown_sale"));
    }
    if (!sale->stands()) {
        return desk.refused(act, Outcome::NotAllowed, voidedAlready(), QStringLiteral("voided"));
    }
    Draft draft;
    draft.kind = voidedKind();
    draft.body = {{key("sale"), command.sale.toBytes()}, {key("reason"), reason}};
    return desk.done(act, std::move(draft));
}

std::vector<Sale> all(State &state)
{
    const auto day = presence::resetCount(state);
    auto &rows = state.statement("SELECT * FROM sale WHERE day = ? ORDER BY time, op");
    return salesOf(state, bindAll(rows, day));
}

std::optional<Sale> find(State &state, const OperationHash &operation)
{
    auto &rows = state.statement("SELECT * FROM sale WHERE op = ?");
    const auto found = salesOf(state, bindAll(rows, operation));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

Totals totals(const std::vector<Sale> &sales, const EventSetup &setup)
{
    const QTimeZone planned(setup.timeZone.toUtf8());
    const auto zone = planned.isValid() ? planned : QTimeZone::utc();
    Totals totals;
    for (const auto &sale : sales) {
        if (!sale.stands()) {
            add(totals.voided, sale);
            continue;
        }
        const auto hour = QDateTime::fromMSecsSinceEpoch(toMsecs(sale.at), zone);
        add(totals.all, sale);
        add(totals.byZone[sale.zone], sale);
        add(totals.byMerchant[sale.merchant], sale);
        add(totals.byHour[hour.toString(QStringLiteral("yyyy-MM-dd HH:00"))], sale);
        add(totals.byPayment[toString(sale.payment)], sale);
    }
    return totals;
}

std::vector<Discrepancy> reconcile(const std::vector<Sale> &sales, const SubscriptionCheck &isSubscribed)
{
    QMap<QString, std::vector<OperationHash>> byDocument;
    QMap<QString, std::vector<OperationHash>> byUnit;
    std::vector<Discrepancy> found;
    for (const auto &sale : sales) {
        if (!sale.stands()) {
            continue;
        }
        if (sale.document.isEmpty()) {
            found.push_back({Discrepancy::Kind::DocumentMissing, {}, {sale.operation}});
        } else {
            byDocument[sale.document].push_back(sale.operation);
        }
        if (!sale.unit.isEmpty()) {
            byUnit[sale.unit].push_back(sale.operation);
        }
    }
    findTwice(byDocument, Discrepancy::Kind::DocumentTwice, found);
    findTwice(byUnit, Discrepancy::Kind::UnitTwice, found);
    for (auto it = byUnit.begin(); isSubscribed && it != byUnit.end(); ++it) {
        if (!isSubscribed(it.key())) {
            found.push_back({Discrepancy::Kind::NotSubscribed, it.key(), *it});
        }
    }
    return found;
}

bool hasStanding(State &state, const GuestId &guest)
{
    const auto day = presence::resetCount(state);
    auto &row = state.statement("SELECT 1 FROM sale s WHERE s.guest = ? AND s.day = ?"
                                " AND NOT EXISTS(SELECT 1 FROM sale_void v WHERE v.sale = s.op)");
    return bindAll(row, guest, day).executeStep();
}

std::vector<Sale> voidedOf(State &state, const GuestId &guest)
{
    const auto day = presence::resetCount(state);
    auto &rows = state.statement("SELECT s.* FROM sale s WHERE s.guest = ? AND s.day = ?"
                                 " AND EXISTS(SELECT 1 FROM sale_void v WHERE v.sale = s.op) ORDER BY s.time, s.op");
    return salesOf(state, bindAll(rows, guest, day));
}

}  // namespace muster::sales
