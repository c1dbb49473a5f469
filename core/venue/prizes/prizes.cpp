#include "core/venue/prizes/prizes.h"

#include "core/journal/body.h"
#include "core/venue/day/tally.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/scarce/rights.h"

namespace muster::prizes {
namespace {

enum class End { Handed, Cancelled };

constexpr const char *givenQuery = "SELECT op, request, prize, guest, origin, life, station, actor, time, provisional,"
                                   " by_right, handed, cancelled, epoch, seq FROM prize_given ";

Given givenOf(SQLite::Statement &row)
{
    Given given;
    given.operation = idOf<OperationHash>(row.getColumn(0));
    given.request = idOf<RequestId>(row.getColumn(1));
    given.prize = textOf(row.getColumn(2));
    given.guest = idOf<GuestId>(row.getColumn(3));
    given.stream = {idOf<DeviceId>(row.getColumn(4)), Incarnation{quint64(row.getColumn(5).getInt64())}};
    given.station = textOf(row.getColumn(6));
    given.actor = textOf(row.getColumn(7));
    given.time = {quint64(row.getColumn(8).getInt64())};
    given.isProvisional = row.getColumn(9).getInt() != 0;
    given.isByRight = row.getColumn(10).getInt() != 0;
    given.isHanded = row.getColumn(11).getInt() != 0;
    given.isCancelled = row.getColumn(12).getInt() != 0 && !given.isHanded;
    given.rankEpoch = Epoch{row.getColumn(13).getUInt()};
    given.rankSequence = Sequence{quint64(row.getColumn(14).getInt64())};
    return given;
}

/// More grants that stand than the limit allows are a conflict of all of them; granted ones go before provisional.
void derivePrize(State &state, const QString &prize, const GuestId &guest)
{
    auto given = givenTo(state, guest, prize);
    std::erase_if(given, [](const Given &one) { return !one.stands(); });
    std::ranges::sort(given, [](const Given &a, const Given &b) {
        const auto rank = [](const Given &one) {
            return std::tuple(one.rankEpoch == Epoch{}, one.rankEpoch, one.rankSequence, one.time, one.operation);
        };
        return rank(a) < rank(b);
    });
    std::vector<clashes::Rival> rivals;
    // The limit that each author knew travels with the grant: a plan that changes later makes nobody guilty.
    auto &limit = state.statement("SELECT max(most) FROM prize_given WHERE prize = ? AND guest = ?");
    bindAll(limit, prize, guest).executeStep();
    if (qint64(given.size()) > limit.getColumn(0).getInt64()) {
        for (const auto &one : given) {
            rivals.push_back({one.operation, one.stream.origin, one.station, one.actor, one.time, one.isProvisional});
        }
    }
    const auto subject = prize + QLatin1Char('/') + guest.toHex();
    clashes::derive(state, givenTwiceRule(), subject, guest, rivals);
}

/// What became of one grant was written down twice, and it was in somebody's hands: was it one piece, or two?
void deriveEnds(State &state, const OperationHash &given)
{
    std::vector<clashes::Rival> rivals;
    bool isHanded = false;
    auto &rows = state.statement("SELECT op, origin, station, actor, time, how FROM prize_end WHERE given = ?"
                                 " ORDER BY time, op");
    bindAll(rows, given);
    while (rows.executeStep()) {
        rivals.push_back({idOf<OperationHash>(rows.getColumn(0)), idOf<DeviceId>(rows.getColumn(1)),
                          textOf(rows.getColumn(2)), textOf(rows.getColumn(3)),
                          HybridTime{quint64(rows.getColumn(4).getInt64())}, false});
        isHanded = isHanded || rows.getColumn(5).getInt() == int(End::Handed);
    }
    if (isHanded && rivals.size() > 1) {
        const auto known = find(state, given);
        clashes::derive(state, settledTwiceRule(), given.toHex(), known ? std::optional(known->guest) : std::nullopt,
                        rivals);
    }
}

QString givenSum(const QString &prize) { return QStringLiteral("prize_given:") + prize; }
QString handedSum(const QString &prize) { return QStringLiteral("prize_handed:") + prize; }

/// Adds the grant, as it is now, to its prize's sums, or takes it out.
void count(State &state, const OperationHash &operation, qint64 sign)
{
    if (const auto given = find(state, operation)) {
        tally::add(state, givenSum(given->prize), given->stands() ? sign : 0);
        tally::add(state, handedSum(given->prize), given->isHanded ? sign : 0);
    }
}

Folded foldGranted(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto prize = body.text("prize");
    const auto guest = body.id<GuestId>("guest");
    const auto station = body.textOr("station");
    const auto most = body.number("limit", 1, 1'000'000);
    const bool isByRight = body.flag("by_right");
    const auto epoch = body.numberOr("epoch", 0, std::numeric_limits<quint32>::max(), 0);
    const auto sequence = body.numberOr("sequence", 0, std::numeric_limits<qint64>::max(), 0);
    const auto told = scarce::readTold(body);
    body.require(prize.size() <= 64);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a grant of a prize"));
    }
    const int isNew =
        run(state.statement("INSERT INTO prize_given SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
                            " EXISTS(SELECT 1 FROM prize_end WHERE given = ?1 AND how = 0),"
                            " EXISTS(SELECT 1 FROM prize_end WHERE given = ?1 AND how = 1), ?12, ?13, ?14"
                            " ON CONFLICT DO NOTHING"),
            operation.hash, operation.request, prize, guest, operation.origin, qint64(operation.incarnation), station,
            operation.actor, operation.time.value, told.isProvisional, isByRight, epoch, sequence, most);
    count(state, operation.hash, isNew);
    scarce::book(state, operation, told);
    auto &others = state.statement("SELECT count(*) FROM prize_given WHERE guest = ? AND prize = ?");
    bindAll(others, guest, prize).executeStep();
    if (others.getColumn(0).getInt() > 1) {
        derivePrize(state, prize, guest);
    }
    deriveEnds(state, operation.hash);
    return Folded::applied();
}

Folded foldEnded(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto given = body.id<OperationHash>("given");
    const auto how = body.number("how", 0, qint64(End::Cancelled));
    const auto reason = body.textOr("reason");
    const auto station = body.textOr("station");
    const auto sealed = body.bytesOr("proof");
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    body.require(postings.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the end of a grant"));
    }
    run(state.statement("INSERT INTO prize_end VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, given, how, reason, sealed, operation.origin, station, operation.actor, operation.time.value);
    count(state, given, -1);
    run(how == qint64(End::Handed) ? state.statement("UPDATE prize_given SET handed = 1 WHERE op = ?")
                                   : state.statement("UPDATE prize_given SET cancelled = 1 WHERE op = ?"),
        given);
    count(state, given, 1);
    rights::foldRelease(state, operation, given, *postings);  // Two hubs may both have cancelled a lost desk's.
    if (const auto known = find(state, given)) {
        derivePrize(state, known->prize, known->guest);
    }
    deriveEnds(state, given);
    return Folded::applied();
}

Folded foldCancelWanted(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto given = body.id<OperationHash>("given");
    const auto reason = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a wish to cancel a grant"));
    }
    run(state.statement("INSERT INTO prize_cancel VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), given, operation.hash,
        reason, operation.actor, operation.time.value);
    return Folded::applied();
}

Folded foldAdjusted(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto prize = body.text("prize");
    const auto change = body.number("change", 0, qint64(Change::Damaged));
    const auto count = body.number("count", 0, ledger::countMax);
    const auto desk = body.textOr("desk");
    const auto toDesk = body.textOr("to");
    const auto reason = body.textOr("reason");
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    body.require(postings.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a change of stock"));
    }
    run(state.statement("INSERT INTO stock_log VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        operation.hash, prize, change, count, desk, toDesk, reason, operation.actor, operation.time.value);
    ledger::fold(state, operation, *postings);
    return Folded::applied();
}

Folded foldPlaced(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto stock = body.text("stock");
    const auto count = body.number("count", 1, ledger::countMax);
    const auto postings = ledger::decode(body.array("post", ledger::postingsMax));
    body.require(postings.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a placing of stock"));
    }
    run(state.statement("INSERT INTO stock_placed VALUES(?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash, stock,
        count);
    ledger::fold(state, operation, *postings);
    return Folded::applied();
}

}  // namespace

QString grantedKind() { return QStringLiteral("prize.granted"); }
QString endedKind() { return QStringLiteral("prize.ended"); }
QString cancelWantedKind() { return QStringLiteral("prize.cancel_wanted"); }
QString adjustedKind() { return QStringLiteral("prize.adjusted"); }
QString placedKind() { return QStringLiteral("prize.placed"); }

QStringList kinds() { return {grantedKind(), endedKind(), cancelWantedKind(), adjustedKind(), placedKind()}; }

QStringList tables()
{
    return {QStringLiteral("prize_given"), QStringLiteral("prize_end"), QStringLiteral("prize_cancel"),
            QStringLiteral("stock_log"), QStringLiteral("stock_placed")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE prize_given(op BLOB PRIMARY KEY, request BLOB NOT NULL, prize TEXT NOT NULL,"
                  " guest BLOB NOT NULL, origin BLOB NOT NULL, life INTEGER NOT NULL, station TEXT NOT NULL,"
                  " actor TEXT NOT NULL, time INTEGER NOT NULL, provisional INTEGER NOT NULL,"
                  " by_right INTEGER NOT NULL, handed INTEGER NOT NULL, cancelled INTEGER NOT NULL,"
                  " epoch INTEGER NOT NULL, seq INTEGER NOT NULL, most INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX prize_given_guest ON prize_given(guest, prize);"
                  "CREATE INDEX prize_given_to ON prize_given(prize, guest);"
                  "CREATE INDEX prize_given_desk ON prize_given(prize, station, time) WHERE cancelled = 0;"
                  "CREATE INDEX prize_given_open ON prize_given(time, op) WHERE handed = 0 AND cancelled = 0;"
                  "CREATE INDEX prize_given_prize ON prize_given(prize, origin, life) WHERE by_right = 0;"
                  "CREATE TABLE prize_end(op BLOB PRIMARY KEY, given BLOB NOT NULL, how INTEGER NOT NULL,"
                  " reason TEXT NOT NULL, proof BLOB NOT NULL, origin BLOB NOT NULL, station TEXT NOT NULL,"
                  " actor TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE prize_cancel(given BLOB, op BLOB, reason TEXT NOT NULL, actor TEXT NOT NULL,"
                  " time INTEGER NOT NULL, PRIMARY KEY(given, op)) WITHOUT ROWID;"
                  "CREATE INDEX prize_end_given ON prize_end(given, how);"
                  "CREATE TABLE stock_log(op BLOB PRIMARY KEY, prize TEXT NOT NULL, change INTEGER NOT NULL,"
                  " count INTEGER NOT NULL, desk TEXT NOT NULL, to_desk TEXT NOT NULL, reason TEXT NOT NULL,"
                  " actor TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE stock_placed(op BLOB PRIMARY KEY, stock TEXT NOT NULL, count INTEGER NOT NULL)"
                  " WITHOUT ROWID;"
                  "CREATE INDEX stock_placed_stock ON stock_placed(stock);");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == grantedKind()) {
        return foldGranted(state, operation);
    }
    if (operation.kind == endedKind()) {
        return foldEnded(state, operation);
    }
    if (operation.kind == cancelWantedKind()) {
        return foldCancelWanted(state, operation);
    }
    return operation.kind == adjustedKind() ? foldAdjusted(state, operation) : foldPlaced(state, operation);
}

QString givenTwiceRule() { return QStringLiteral("prize_twice"); }
QString settledTwiceRule() { return QStringLiteral("settled_twice"); }

QString dueResource(const QString &prize, const GuestId &guest)
{
    return QStringLiteral("due/%1/%2").arg(prize, guest.toHex());
}

QString stockResource(const QString &prize) { return QStringLiteral("stock/") + prize; }

std::optional<Given> find(State &state, const OperationHash &given)
{
    static const std::string sql = std::string(givenQuery) + "WHERE op = ?";
    auto &row = state.statement(sql);
    return bindAll(row, given).executeStep() ? std::optional(givenOf(row)) : std::nullopt;
}

std::vector<Given> givenTo(State &state, const GuestId &guest, const QString &prize)
{
    static const std::string sql = std::string(givenQuery) + "WHERE guest = ? AND prize = ? ORDER BY time, op";
    std::vector<Given> found;
    auto &rows = state.statement(sql);
    bindAll(rows, guest, prize);
    while (rows.executeStep()) {
        found.push_back(givenOf(rows));
    }
    return found;
}

std::vector<Given> open(State &state, int countMax)
{
    static const std::string sql =
        std::string(givenQuery) + "WHERE handed = 0 AND cancelled = 0 ORDER BY time, op LIMIT ?";
    std::vector<Given> found;
    auto &rows = state.statement(sql);
    bindAll(rows, countMax);
    while (rows.executeStep()) {
        found.push_back(givenOf(rows));
    }
    return found;
}

std::vector<CancelWanted> cancelsWanted(State &state)
{
    std::vector<CancelWanted> found;
    auto &rows = state.statement("SELECT g.op, (SELECT w.op FROM prize_cancel w WHERE w.given = g.op"
                                 " ORDER BY w.time, w.op LIMIT 1) AS wish FROM prize_given g"
                                 " WHERE g.handed = 0 AND g.cancelled = 0 AND wish IS NOT NULL ORDER BY g.time, g.op");
    std::vector<std::pair<OperationHash, OperationHash>> wishes;
    while (rows.executeStep()) {
        wishes.emplace_back(idOf<OperationHash>(rows.getColumn(0)), idOf<OperationHash>(rows.getColumn(1)));
    }
    for (const auto &[given, wish] : wishes) {
        auto &row = state.statement("SELECT reason, actor FROM prize_cancel WHERE given = ? AND op = ?");
        bindAll(row, given, wish).executeStep();
        found.push_back({*find(state, given), textOf(row.getColumn(0)), textOf(row.getColumn(1))});
    }
    return found;
}

int givenCount(State &state, const QString &prize) { return int(tally::of(state, givenSum(prize))); }

int handedCount(State &state, const QString &prize) { return int(tally::of(state, handedSum(prize))); }

qint64 takenCount(State &state, const QString &prize, const GuestId &guest, const QString &hub)
{
    const auto resource = dueResource(prize, guest);
    const auto out =
        ledger::total(state, resource) - ledger::quarantined(state, resource) - ledger::spendable(state, resource, hub);
    const auto given = givenTo(state, guest, prize);
    return out + std::ranges::count_if(given, [](const Given &one) { return one.stands() && !one.isByRight; });
}

}  // namespace muster::prizes
