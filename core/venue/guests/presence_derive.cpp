// What all facts of a guest come to: the place, the conflicts, the share in the tallies.
#include "core/authority/claims.h"
#include "core/venue/day/tally.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"

#include <QCborArray>

#include <set>

namespace muster::presence {
namespace {

constexpr auto signedInTwice = "sign_in_twice";
constexpr auto refusedButAdmitted = "refused_but_admitted";
constexpr auto toldBeforeReset = "told_before_reset";

ConflictId conflictIdOf(const QString &rule, const QString &subject)
{
    const auto hash = hash256((rule + QLatin1Char('\n') + subject).toUtf8());
    ConflictId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

bool excludeEachOther(const Fact &a, const Fact &b, std::span<const Fact> all)
{
    // Told twice under one grant is one act: by the device, and by staff who took its silence for a crash.
    const bool isOneAct = a.rankEpoch != Epoch{} && a.request == b.request && a.stream.origin != b.stream.origin &&
                          std::tie(a.rankEpoch, a.rankSequence) == std::tie(b.rankEpoch, b.rankSequence);
    return a.step == Step::In && b.step == Step::In && a.session == b.session && !isOneAct && !a.knew(b, all) &&
           !b.knew(a, all);
}

std::vector<Resolution> resolutionsOf(State &state, const GuestId &guest, const ConflictId &conflict)
{
    std::vector<Resolution> found;
    auto &rows = state.statement("SELECT op, judged, decision, reason, actor, time, conflict FROM resolution"
                                 " WHERE guest = ? ORDER BY time DESC, op DESC");
    bindAll(rows, guest);
    while (rows.executeStep()) {
        if (idOf<ConflictId>(rows.getColumn(6)) != conflict) {
            continue;
        }
        Resolution resolution;
        resolution.operation = idOf<OperationHash>(rows.getColumn(0));
        for (const auto &value : QCborValue::fromCbor(bytesOf(rows.getColumn(1))).toArray()) {
            resolution.judged.push_back(OperationHash::fromBytes(value.toByteArray()).value_or(OperationHash{}));
        }
        resolution.decision = Decision(rows.getColumn(2).getInt());
        resolution.reason = textOf(rows.getColumn(3));
        resolution.actor = textOf(rows.getColumn(4));
        resolution.time = {quint64(rows.getColumn(5).getInt64())};
        found.push_back(std::move(resolution));
    }
    return found;
}

/// A conflict and which of its rivals a resolution set aside.
struct Judged {
    Conflict conflict;
    std::set<OperationHash> discarded;
};

Judged judge(State &state, const char *rule, const GuestId &guest, const QString &session, std::vector<Fact> rivals,
             bool isContested)
{
    std::ranges::sort(rivals, goesBefore);
    Conflict conflict;
    conflict.rule = QString::fromLatin1(rule);
    conflict.id = conflictIdOf(conflict.rule, claimFor(session, guest));
    conflict.guest = guest;
    conflict.session = session;
    Judged judged;
    std::vector<OperationHash> stands;
    for (const auto &rival : rivals) {
        conflict.rivals.push_back(rival.operation);
        if (rival.stands()) {
            stands.push_back(rival.operation);
        }
    }
    conflict.isOpen = isContested;
    for (const auto &resolution : resolutionsOf(state, conflict.guest, conflict.id)) {
        const std::set<OperationHash> covered(resolution.judged.begin(), resolution.judged.end());
        if (!std::ranges::all_of(stands, [&](const auto &hash) { return covered.contains(hash); })) {
            continue;
        }
        conflict.isOpen = false;
        conflict.resolution = resolution.operation;
        const auto keep = resolution.decision == Decision::KeepLast && !stands.empty()    ? stands.back()
                          : resolution.decision == Decision::KeepFirst && !stands.empty() ? stands.front()
                                                                                          : OperationHash{};
        if (resolution.decision != Decision::KeepAll) {
            std::ranges::copy_if(stands, std::inserter(judged.discarded, judged.discarded.end()),
                                 [&](const auto &hash) { return hash != keep; });
        }
        break;
    }
    judged.conflict = std::move(conflict);
    return judged;
}

std::vector<Judged> doubleSignIns(State &state, const GuestId &guest, const std::vector<Fact> &facts)
{
    std::map<QString, std::vector<Fact>> rivalsBySession;
    std::set<QString> contested;
    for (const auto &fact : facts) {
        const auto excludes = [&](const Fact &other) {
            return other.operation != fact.operation && !other.isReset && excludeEachOther(fact, other, facts);
        };
        if (fact.isReset || std::ranges::none_of(facts, excludes)) {
            continue;
        }
        rivalsBySession[fact.session].push_back(fact);
        if (fact.stands() &&
            std::ranges::any_of(facts, [&](const Fact &other) { return other.stands() && excludes(other); })) {
            contested.insert(fact.session);
        }
    }
    std::vector<Judged> found;
    for (auto &[session, rivals] : rivalsBySession) {
        found.push_back(judge(state, signedInTwice, guest, session, std::move(rivals), contested.contains(session)));
    }
    return found;
}

/// The hub said no for a reason other than a double sign-in, and a cut-off device had said yes by then.
std::vector<Judged> overruled(State &state, const GuestId &guest, const std::vector<Fact> &facts)
{
    std::set<QString> sessions;
    for (const auto &fact : facts) {
        if (fact.step == Step::In && fact.isProvisional) {
            sessions.insert(fact.session);
        }
    }
    std::vector<Judged> found;
    for (const auto &session : sessions) {
        std::vector<Fact> rivals;
        for (const auto &verdict : claims::refusedButTold(state, claimFor(session, guest))) {
            if (verdict.detail.value(QLatin1String("outcome")).toString() == QLatin1String("already_in")) {
                continue;
            }
            std::ranges::copy_if(facts, std::back_inserter(rivals),
                                 [&](const Fact &fact) { return fact.request == verdict.request; });
        }
        if (rivals.empty()) {
            continue;
        }
        const bool isContested = std::ranges::any_of(rivals, &Fact::stands);
        found.push_back(judge(state, refusedButAdmitted, guest, session, std::move(rivals), isContested));
    }
    return found;
}

/// Told by a device that had not heard of a reset, whose author had not heard of it: rehearsal or day, nobody knows but
/// people. It stands until they say.
std::vector<Judged> missedByReset(State &state, const GuestId &guest, const std::vector<Fact> &facts, qint64 day)
{
    std::map<QString, std::vector<Fact>> missed;
    for (const auto &fact : facts) {
        if (fact.step == Step::In && fact.day < day && !fact.isReset) {
            missed[fact.session].push_back(fact);
        }
    }
    std::vector<Judged> found;
    for (auto &[session, rivals] : missed) {
        const bool isContested = std::ranges::any_of(rivals, &Fact::stands);
        found.push_back(judge(state, toldBeforeReset, guest, session, std::move(rivals), isContested));
    }
    return found;
}

std::vector<Judged> judgedConflicts(State &state, const GuestId &guest, const std::vector<Fact> &facts)
{
    std::vector<Judged> found;
    const auto add = [&found](std::vector<Judged> more) { std::ranges::move(more, std::back_inserter(found)); };
    if (facts.size() >= 2) {
        add(doubleSignIns(state, guest, facts));
    }
    add(overruled(state, guest, facts));
    if (const qint64 day = resetCount(state); day > 0) {
        add(missedByReset(state, guest, facts, day));
    }
    return found;
}

void setAside(std::vector<Fact> &facts, const std::vector<Judged> &conflicts)
{
    std::erase_if(facts, [&](const Fact &fact) {
        return fact.isAnnulled || std::ranges::any_of(conflicts, [&](const Judged &judged) {
                   return judged.discarded.contains(fact.operation);
               });
    });
}

Day dayOf(const std::vector<Fact> &standingFacts)
{
    Day day;
    for (const auto &fact : standingFacts) {
        const auto rank = [](const Fact &f) {
            return std::tuple(f.day, !f.isPutOut, f.version, f.time, f.stream.origin, f.operation);
        };
        if (!day.place || rank(*day.place) < rank(fact)) {
            day.place = fact;
        }
        if (fact.step == Step::In) {
            day.firstAt = day.standingIns == 0 ? fact.at() : std::min(day.firstAt, fact.at());
            ++day.standingIns;
        }
    }
    day.isInside = day.place && day.place->step != Step::Out && day.standingIns > 0 && !day.place->isPutOut;
    return day;
}

/// A guest's row of the day, and so its share in the tallies.
struct Share {
    QString zone;
    QString classCode;
    qint64 persons = 0;
    qint64 firstAt = 0;
    bool isSignedIn = false;
    bool isInside = false;
    bool isWalkIn = false;

    void count(State &state, qint64 sign) const
    {
        if (isInside) {
            tally::add(state, QStringLiteral("zone:") + zone, sign * persons);
            tally::add(state, QStringLiteral("inside"), sign * persons);
        }
        if (isSignedIn) {
            tally::add(state, QStringLiteral("signed_in"), sign);
            tally::add(state, QStringLiteral("in:") + classCode, sign);
            tally::add(state, QStringLiteral("minute:%1").arg(firstAt / 60'000), sign);
            tally::add(state, QStringLiteral("walk_in"), isWalkIn ? sign : 0);
        }
    }
    friend bool operator==(const Share &, const Share &) = default;
};

std::optional<Share> shareOf(State &state, const GuestId &guest)
{
    auto &row = state.statement("SELECT zone, class, persons, first_at, standing_ins, inside, walk_in FROM guest_day"
                                " WHERE guest = ?");
    bindAll(row, guest);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Share{textOf(row.getColumn(0)),      textOf(row.getColumn(1)),      row.getColumn(2).getInt64(),
                 row.getColumn(3).getInt64(),   row.getColumn(4).getInt() > 0, row.getColumn(5).getInt() != 0,
                 row.getColumn(6).getInt() != 0};
}

void storeConflicts(State &state, const GuestId &guest, const std::vector<Judged> &found)
{
    std::set<ConflictId> current;
    for (const auto &[conflict, discarded] : found) {
        current.insert(conflict.id);
        QCborArray rivals;
        for (const auto &rival : conflict.rivals) {
            rivals.append(rival.toBytes());
        }
        bindAll(state.statement("INSERT INTO conflict VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                                " rivals = excluded.rivals, open = excluded.open, resolution = excluded.resolution"),
                conflict.id, conflict.rule, guest, conflict.session, QCborValue(rivals).toCbor(), conflict.isOpen,
                conflict.resolution)
            .exec();
    }
    std::vector<ConflictId> gone;
    auto &rows = state.statement("SELECT id FROM conflict WHERE guest = ?");
    bindAll(rows, guest);
    while (rows.executeStep()) {
        const auto id = idOf<ConflictId>(rows.getColumn(0));
        if (!current.contains(id)) {
            gone.push_back(id);
        }
    }
    for (const auto &id : gone) {
        bindAll(state.statement("DELETE FROM conflict WHERE id = ?"), id).exec();
    }
}

/// Writes what @p facts, which are all of the guest, come to; @p before is what was written last.
void deriveFrom(State &state, const GuestId &guest, std::vector<Fact> facts, const std::optional<Share> &before)
{
    const auto conflicts = judgedConflicts(state, guest, facts);
    if (before || !conflicts.empty()) {
        storeConflicts(state, guest, conflicts);
    }
    const QString toldClass = std::ranges::min_element(facts, goesBefore)->classCode;
    setAside(facts, conflicts);
    const Day day = dayOf(facts);
    const bool isMissed = day.isInside && day.place->hall < emptiedCount(state);
    const auto listed = guests::findListing(state, guest);
    Share share;
    share.isInside = day.isInside;
    share.isSignedIn = day.standingIns > 0;
    share.zone = day.isInside ? day.place->zone : QString();
    share.persons = day.isInside ? 1 + day.place->companions : 0;
    share.firstAt = toMsecs(day.firstAt);
    share.classCode = listed ? listed->classCode : toldClass;
    share.isWalkIn = listed && listed->isWalkIn;
    run(state.statement("INSERT INTO guest_day VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " place = excluded.place, standing_ins = excluded.standing_ins, inside = excluded.inside,"
                        " zone = excluded.zone, persons = excluded.persons, first_at = excluded.first_at,"
                        " class = excluded.class, walk_in = excluded.walk_in, missed = excluded.missed"),
        guest, day.place ? std::optional(day.place->operation) : std::nullopt, day.standingIns, share.isInside,
        share.zone, share.persons, share.firstAt, share.classCode, share.isWalkIn, isMissed);
    if (before != share) {
        if (before) {
            before->count(state, -1);
        }
        share.count(state, 1);
    }
}

Conflict conflictOf(SQLite::Statement &row)
{
    Conflict conflict;
    conflict.id = idOf<ConflictId>(row.getColumn(0));
    conflict.rule = textOf(row.getColumn(1));
    conflict.guest = idOf<GuestId>(row.getColumn(2));
    conflict.session = textOf(row.getColumn(3));
    for (const auto &value : QCborValue::fromCbor(bytesOf(row.getColumn(4))).toArray()) {
        conflict.rivals.push_back(OperationHash::fromBytes(value.toByteArray()).value_or(OperationHash{}));
    }
    conflict.isOpen = row.getColumn(5).getInt() != 0;
    if (!row.getColumn(6).isNull()) {
        conflict.resolution = idOf<OperationHash>(row.getColumn(6));
    }
    return conflict;
}

}  // namespace

std::vector<Fact> standing(State &state, const GuestId &guest)
{
    auto facts = factsOf(state, guest);
    setAside(facts, judgedConflicts(state, guest, facts));
    return facts;
}

Day dayOf(State &state, const GuestId &guest) { return dayOf(standing(state, guest)); }

void derive(State &state, const GuestId &guest)
{
    // Whoever has facts has a day.
    if (const auto before = shareOf(state, guest)) {
        deriveFrom(state, guest, factsOf(state, guest), before);
    }
}

void deriveAfter(State &state, Fact fact)
{
    const GuestId guest = fact.guest;
    if (const auto before = shareOf(state, guest)) {
        deriveFrom(state, guest, factsOf(state, guest), before);
    } else {
        readAnnulment(state, fact);
        deriveFrom(state, guest, {std::move(fact)}, std::nullopt);
    }
}

void deriveEveryone(State &state)
{
    auto &rows = state.statement("SELECT DISTINCT guest FROM told");
    const auto everyone = idsOf<GuestId>(rows);
    for (const auto &guest : everyone) {
        derive(state, guest);
    }
}

std::vector<Conflict> conflicts(State &state, int countMax)
{
    std::vector<Conflict> found;
    auto &rows = state.statement("SELECT * FROM conflict ORDER BY open DESC, id LIMIT ?");
    bindAll(rows, countMax);
    while (rows.executeStep()) {
        found.push_back(conflictOf(rows));
    }
    return found;
}

std::optional<Conflict> findConflict(State &state, const ConflictId &id)
{
    auto &row = state.statement("SELECT * FROM conflict WHERE id = ?");
    bindAll(row, id);
    return row.executeStep() ? std::optional(conflictOf(row)) : std::nullopt;
}

std::optional<Resolution> findResolution(State &state, const OperationHash &operation)
{
    auto &row = state.statement("SELECT guest, conflict FROM resolution WHERE op = ?");
    bindAll(row, operation);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    const auto guest = idOf<GuestId>(row.getColumn(0));
    const auto conflict = idOf<ConflictId>(row.getColumn(1));
    for (auto &resolution : resolutionsOf(state, guest, conflict)) {
        if (resolution.operation == operation) {
            return resolution;
        }
    }
    return std::nullopt;
}

std::vector<Missed> missedByEmptying(State &state)
{
    std::vector<Missed> found;
    auto &rows = state.statement("SELECT t.origin, t.incarnation, max(t.station), count(*), min(t.time), max(t.time)"
                                 " FROM guest_day d JOIN told t ON t.op = d.place WHERE d.missed = 1"
                                 " GROUP BY t.origin, t.incarnation");
    while (rows.executeStep()) {
        found.push_back({{idOf<DeviceId>(rows.getColumn(0)), Incarnation{quint64(rows.getColumn(1).getInt64())}},
                         textOf(rows.getColumn(2)),
                         rows.getColumn(3).getInt(),
                         HybridTime{quint64(rows.getColumn(4).getInt64())},
                         HybridTime{quint64(rows.getColumn(5).getInt64())}});
    }
    return found;
}

std::vector<GuestId> inside(State &state, const QString &zone, int countMax)
{
    auto &rows = state.statement("SELECT guest FROM guest_day WHERE inside = 1 AND (?1 = '' OR zone = ?1)"
                                 " ORDER BY zone, first_at, guest LIMIT ?2");
    bindAll(rows, zone, countMax);
    return idsOf<GuestId>(rows);
}

int openConflictCount(State &state)
{
    auto &row = state.statement("SELECT count(*) FROM conflict WHERE open = 1");
    row.executeStep();
    return row.getColumn(0).getInt();
}

}  // namespace muster::presence
