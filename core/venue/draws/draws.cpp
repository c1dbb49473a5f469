#include "core/venue/draws/draws.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"

#include <algorithm>

namespace muster::draws {
namespace {

constexpr qsizetype codeLengthMax = 64;
constexpr qsizetype nonceSizeMax = 64;

/// What follows a commitment, as the tables number it.
enum class StepKind { Call, Reveal, Absent, Abort };

QByteArray joined(std::span<const Hash256> hashes)
{
    QByteArray bytes;
    for (const auto &hash : hashes) {
        bytes += hash.toBytes();
    }
    return bytes;
}

std::vector<Hash256> split(const QByteArray &bytes)
{
    std::vector<Hash256> hashes;
    for (qsizetype at = 0; at + Hash256::size <= bytes.size(); at += Hash256::size) {
        hashes.push_back(*Hash256::fromBytes(QByteArrayView(bytes).sliced(at, Hash256::size)));
    }
    return hashes;
}

/// Columns origin, actor, epoch, seq, time from @p first on.
Step stepOf(SQLite::Statement &row, const OperationHash &operation, int first)
{
    return {operation,
            idOf<DeviceId>(row.getColumn(first)),
            textOf(row.getColumn(first + 1)),
            Epoch{quint32(row.getColumn(first + 2).getInt64())},
            Sequence{quint64(row.getColumn(first + 3).getInt64())},
            HybridTime{quint64(row.getColumn(first + 4).getInt64())}.wall()};
}

void addStep(Attempt &attempt, StepKind kind, const Step &step, SQLite::Statement &row)
{
    const auto number = row.getColumn(2).getInt64();
    const auto seed = Seed::fromBytes(bytesOf(row.getColumn(3)));
    const auto reason = textOf(row.getColumn(6));
    switch (kind) {
    case StepKind::Call: attempt.calls.push_back({step, number}); return;
    case StepKind::Reveal:
        if (!seed || seedHash(*seed) != attempt.seedHash) {
            attempt.falseShowings.push_back(step);
        } else if (!attempt.showing) {
            attempt.showing = {step, *seed, number};
        }
        return;
    case StepKind::Absent:
        attempt.absences.push_back({step, {row.getColumn(4).getInt(), idOf<GuestId>(row.getColumn(5))}, reason});
        return;
    case StepKind::Abort:
        if (!attempt.givingUp) {
            attempt.givingUp = {step, reason, seed && seedHash(*seed) == attempt.seedHash ? seed : std::nullopt};
        }
        return;
    }
}

void addSteps(State &state, Attempt &attempt)
{
    auto &rows = state.statement("SELECT op, kind, number, seed, place, guest, reason, origin, actor, epoch, seq, time"
                                 " FROM draw_step WHERE commit_op = ? ORDER BY epoch, seq, op");
    bindAll(rows, attempt.commit.operation);
    while (rows.executeStep()) {
        const auto step = stepOf(rows, idOf<OperationHash>(rows.getColumn(0)), 7);
        addStep(attempt, StepKind(rows.getColumn(1).getInt()), step, rows);
    }
    const bool isShownBefore =
        attempt.showing && attempt.givingUp && attempt.showing->step.isBefore(attempt.givingUp->step);
    if (isShownBefore) {
        attempt.givingUp.reset();
    }
}

std::optional<Attempt> load(State &state, const OperationHash &commit)
{
    auto &row = state.statement("SELECT draw, number, day, seed_hash, list, count, is_order, winners, prize, nonce,"
                                " parts, origin, actor, epoch, seq, time FROM draw_attempt WHERE op = ?");
    bindAll(row, commit);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    Attempt attempt;
    attempt.draw = textOf(row.getColumn(0));
    attempt.number = row.getColumn(1).getInt();
    attempt.day = row.getColumn(2).getInt64();
    attempt.seedHash = idOf<Hash256>(row.getColumn(3));
    attempt.entrantsHash = idOf<Hash256>(row.getColumn(4));
    attempt.entrantCount = row.getColumn(5).getInt();
    attempt.terms = {row.getColumn(6).getInt() != 0, row.getColumn(7).getInt()};
    attempt.prize = textOf(row.getColumn(8));
    attempt.nonce = bytesOf(row.getColumn(9));
    attempt.parts = split(bytesOf(row.getColumn(10)));
    attempt.commit = stepOf(row, commit, 11);
    addSteps(state, attempt);
    return attempt;
}

/// Keeps who holds a place of @p commit, as far as that is known.
void derive(State &state, const OperationHash &commit)
{
    run(state.statement("DELETE FROM draw_winner WHERE commit_op = ?"), commit);
    const auto attempt = load(state, commit);
    if (!attempt || attempt->terms.isOrder) {
        return;
    }
    for (const auto &place : placesOf(state, *attempt)) {
        run(state.statement("INSERT INTO draw_winner VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), commit,
            place.number, place.rank, place.guest, place.isAbsent);
    }
}

Folded foldEntrants(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto pool = body.textOr("pool");
    const auto guests = body.bytes("guests");
    body.require(pool.size() <= codeLengthMax && !guests.isEmpty() && guests.size() % GuestId::size == 0 &&
                 guests.size() <= partEntrantsMax * GuestId::size);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a list of entrants"));
    }
    const auto hash = partHash(pool, guests);
    run(state.statement("INSERT INTO draw_part VALUES(?, ?, ?) ON CONFLICT DO NOTHING"), hash, pool, guests);
    auto &rows = state.statement("SELECT op FROM draw_attempt WHERE instr(parts, ?) > 0");
    for (const auto &commit : idsOf<OperationHash>(bindAll(rows, hash))) {
        derive(state, commit);
    }
    return Folded::applied();
}

Folded foldCommitted(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto draw = body.text("draw");
    const auto number = body.number("attempt", 1, std::numeric_limits<qint32>::max());
    const auto day = body.numberOr("day", 0, std::numeric_limits<qint32>::max(), 0);
    const auto seed = body.id<Hash256>("seed_hash");
    const auto list = body.id<Hash256>("list");
    const auto count = body.number("count", 1, entrantsMax);
    const bool isOrder = body.flag("order");
    const auto winnerCount = body.number("winners", 0, std::numeric_limits<qint32>::max());
    const auto prize = body.textOr("prize");
    const auto nonce = body.bytes("nonce");
    std::vector<Hash256> parts;
    for (const auto &part : body.array("parts", partsMax)) {
        const auto hash = Hash256::fromBytes(part.toByteArray());
        body.require(hash.has_value());
        parts.push_back(hash.value_or(Hash256{}));
    }
    body.require(draw.size() <= codeLengthMax && prize.size() <= codeLengthMax && nonce.size() <= nonceSizeMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a commitment to a draw"));
    }
    bindAll(state.statement("INSERT INTO draw_attempt VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT DO NOTHING"),
            operation.hash, draw, number, day, seed, list, count, isOrder, winnerCount, prize, nonce, joined(parts),
            operation.origin, operation.actor, quint64(operation.epoch), quint64(operation.sequence),
            operation.time.value)
        .exec();
    derive(state, operation.hash);
    return Folded::applied();
}

std::optional<StepKind> stepKindOf(const QString &kind)
{
    return kind == calledKind()     ? std::optional(StepKind::Call)
           : kind == revealedKind() ? std::optional(StepKind::Reveal)
           : kind == absentKind()   ? std::optional(StepKind::Absent)
           : kind == abortedKind()  ? std::optional(StepKind::Abort)
                                    : std::nullopt;
}

Folded foldStep(State &state, const Operation &operation, StepKind kind)
{
    const bool isNumbered = kind == StepKind::Call || kind == StepKind::Reveal;
    const bool isPlaced = kind == StepKind::Absent;
    BodyReader body(operation.bodyMap());
    const auto commit = body.id<OperationHash>("commit");
    const auto number = isNumbered ? body.number("number", 0, numberMax) : 0;
    const auto seed = kind == StepKind::Reveal  ? std::optional(body.id<Seed>("seed"))
                      : kind == StepKind::Abort ? body.optionalId<Seed>("seed")
                                                : std::nullopt;
    const auto place = isPlaced ? body.number("place", 1, entrantsMax) : 0;
    const auto guest = isPlaced ? std::optional(body.id<GuestId>("guest")) : std::nullopt;
    const auto reason = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a step of a draw"));
    }
    bindAll(state.statement("INSERT INTO draw_step VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT DO NOTHING"),
            commit, operation.hash, int(kind), number, seed, place, guest, reason, operation.origin, operation.actor,
            quint64(operation.epoch), quint64(operation.sequence), operation.time.value)
        .exec();
    if (kind == StepKind::Reveal || kind == StepKind::Absent) {
        derive(state, commit);
    }
    return Folded::applied();
}

void findFaults(State &state, const Attempt &attempt, QStringList &found)
{
    const auto say = [&](const QString &what) {
        found << QStringLiteral("draw %1, attempt %2 (%3): %4")
                     .arg(attempt.draw)
                     .arg(attempt.number)
                     .arg(attempt.commit.operation.toHex().left(8), what);
    };
    if (!attempt.stands && !attempt.givingUp) {
        say(QStringLiteral("another attempt was committed before and stands; give this one up"));
    }
    if (!attempt.falseShowings.empty()) {
        say(QStringLiteral("a seed was shown that was not committed to"));
    }
    if (attempt.calls.size() > 1) {
        say(QStringLiteral("%1 numbers were called").arg(attempt.calls.size()));
    }
    if (attempt.showing &&
        std::ranges::find(attempt.calls, attempt.showing->number, &NumberCall::number) == attempt.calls.end()) {
        say(QStringLiteral("the result was made with a number that was not called"));
    }
    if (!entrantsOf(state, attempt)) {
        say(QStringLiteral("the list of entrants is not here wholly, or is not the committed one"));
    }
}

}  // namespace

QString entrantsKind() { return QStringLiteral("draw.entrants"); }

QString committedKind() { return QStringLiteral("draw.committed"); }

QString calledKind() { return QStringLiteral("draw.called"); }

QString revealedKind() { return QStringLiteral("draw.revealed"); }

QString absentKind() { return QStringLiteral("draw.absent"); }

QString abortedKind() { return QStringLiteral("draw.aborted"); }

QStringList kinds()
{
    return {entrantsKind(), committedKind(), calledKind(), revealedKind(), absentKind(), abortedKind()};
}

QStringList tables()
{
    return {QStringLiteral("draw_part"), QStringLiteral("draw_attempt"), QStringLiteral("draw_step"),
            QStringLiteral("draw_winner")};
}

void createTables(State &state)
{
    state.execute(
        "CREATE TABLE draw_part(hash BLOB PRIMARY KEY, pool TEXT NOT NULL, guests BLOB NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE draw_attempt(op BLOB PRIMARY KEY, draw TEXT NOT NULL, number INTEGER NOT NULL,"
        " day INTEGER NOT NULL, seed_hash BLOB NOT NULL, list BLOB NOT NULL, count INTEGER NOT NULL,"
        " is_order INTEGER NOT NULL, winners INTEGER NOT NULL, prize TEXT NOT NULL, nonce BLOB NOT NULL,"
        " parts BLOB NOT NULL, origin BLOB NOT NULL, actor TEXT NOT NULL, epoch INTEGER NOT NULL,"
        " seq INTEGER NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE draw_step(commit_op BLOB, op BLOB, kind INTEGER NOT NULL, number INTEGER NOT NULL, seed BLOB,"
        " place INTEGER NOT NULL, guest BLOB, reason TEXT NOT NULL, origin BLOB NOT NULL, actor TEXT NOT NULL,"
        " epoch INTEGER NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY(commit_op, op))"
        " WITHOUT ROWID;"
        "CREATE TABLE draw_winner(commit_op BLOB, place INTEGER, rank INTEGER, guest BLOB NOT NULL,"
        " absent INTEGER NOT NULL, PRIMARY KEY(commit_op, place, rank)) WITHOUT ROWID;"
        "CREATE INDEX draw_winner_guest ON draw_winner(guest);");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == entrantsKind()) {
        return foldEntrants(state, operation);
    }
    if (operation.kind == committedKind()) {
        return foldCommitted(state, operation);
    }
    const auto step = stepKindOf(operation.kind);
    return step ? foldStep(state, operation, *step) : Folded::unknown();
}

Hash256 partHash(const QString &pool, const QByteArray &guests) { return hash256(pool.toUtf8() + '\n' + guests); }

std::vector<Attempt> attemptsOf(State &state, const QString &draw)
{
    auto &rows = state.statement("SELECT op FROM draw_attempt WHERE draw = ? AND day = ? ORDER BY epoch, seq, op");
    const auto day = presence::resetCount(state);
    std::vector<Attempt> attempts;
    for (const auto &commit : idsOf<OperationHash>(bindAll(rows, draw, day))) {
        attempts.push_back(*load(state, commit));
    }
    const auto first = std::ranges::find_if(attempts, [](const Attempt &attempt) { return !attempt.givingUp; });
    if (first != attempts.end()) {
        first->stands = true;
    }
    return attempts;
}

std::optional<Attempt> standing(State &state, const QString &draw)
{
    auto attempts = attemptsOf(state, draw);
    const auto found = std::ranges::find(attempts, true, &Attempt::stands);
    return found == attempts.end() ? std::nullopt : std::optional(std::move(*found));
}

std::optional<std::vector<Pool>> entrantsOf(State &state, const Attempt &attempt)
{
    std::vector<Pool> pools;
    std::size_t count = 0;
    for (const auto &hash : attempt.parts) {
        auto &row = state.statement("SELECT pool, guests FROM draw_part WHERE hash = ?");
        bindAll(row, hash);
        if (!row.executeStep()) {
            return std::nullopt;
        }
        if (const auto code = textOf(row.getColumn(0)); pools.empty() || pools.back().code != code) {
            pools.push_back({code, {}});
        }
        const auto guests = bytesOf(row.getColumn(1));
        for (qsizetype at = 0; at < guests.size(); at += GuestId::size) {
            pools.back().entrants.push_back(*GuestId::fromBytes(QByteArrayView(guests).sliced(at, GuestId::size)));
        }
        count += std::size_t(guests.size() / GuestId::size);
    }
    const bool isWhole = count == std::size_t(attempt.entrantCount) && entrantsHash(pools) == attempt.entrantsHash;
    return isWhole ? std::optional(std::move(pools)) : std::nullopt;
}

std::vector<Place> placesOf(State &state, const Attempt &attempt)
{
    const auto pools = attempt.showing ? entrantsOf(state, attempt) : std::nullopt;
    if (!pools) {
        return {};
    }
    std::vector<Missing> missing;
    for (const auto &absence : attempt.absences) {
        missing.push_back(absence.missing);
    }
    const auto root = rootOf(attempt.showing->seed, attempt.entrantsHash, attempt.showing->number);
    return placesOf(*pools, root, attempt.terms, missing);
}

bool hasWon(State &state, const EventSetup &setup, const QString &prize, const GuestId &guest)
{
    if (findByCode(setup.prizes, prize) == nullptr) {
        return false;
    }
    auto &rows = state.statement("SELECT commit_op FROM draw_winner WHERE guest = ? AND absent = 0");
    return std::ranges::any_of(idsOf<OperationHash>(bindAll(rows, guest)), [&](const OperationHash &commit) {
        const auto attempt = load(state, commit);
        const auto counting = attempt && attempt->prize == prize ? standing(state, attempt->draw) : std::nullopt;
        return counting && counting->commit.operation == commit;
    });
}

std::vector<GuestId> winners(State &state)
{
    auto &draws = state.statement("SELECT DISTINCT draw FROM draw_attempt WHERE is_order = 0 ORDER BY draw");
    QStringList codes;
    while (draws.executeStep()) {
        codes << textOf(draws.getColumn(0));
    }
    std::vector<GuestId> all;
    for (const auto &code : codes) {
        if (const auto attempt = standing(state, code)) {
            auto &rows = state.statement("SELECT guest FROM draw_winner WHERE commit_op = ? AND absent = 0");
            std::ranges::move(idsOf<GuestId>(bindAll(rows, attempt->commit.operation)), std::back_inserter(all));
        }
    }
    std::ranges::sort(all);
    return all;
}

QStringList faults(State &state)
{
    auto &draws = state.statement("SELECT DISTINCT draw FROM draw_attempt ORDER BY draw");
    QStringList codes;
    while (draws.executeStep()) {
        codes << textOf(draws.getColumn(0));
    }
    QStringList found;
    for (const auto &code : codes) {
        for (const auto &attempt : attemptsOf(state, code)) {
            findFaults(state, attempt, found);
        }
    }
    return found;
}

}  // namespace muster::draws
