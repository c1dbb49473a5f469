// Goal: any two devices with the same operations show the same day, to the byte, whatever their order.
// Method: random histories of every kind, odd ones too, by several authors who know of each other by half; each is
// delivered in many orders, in pieces and twice, and folded anew.
#include "core/authority/claims.h"
#include "core/authority/epochs.h"
#include "core/authority/standbys.h"
#include "core/journal/body.h"
#include "core/venue/day/alerts.h"
#include "core/venue/day/day_query.h"
#include "core/venue/devices/devices.h"
#include "core/venue/draws/draws.h"
#include "core/venue/guests/answers.h"
#include "core/venue/guests/forgetting.h"
#include "core/venue/guests/guests.h"
#include "core/venue/guests/presence.h"
#include "core/venue/guests/sessions.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/units/sales.h"
#include "core/venue/venue.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/zone_history.h"
#include "tests/support/convergence.h"
#include "tests/support/pace.h"
#include "tests/venue/random_drafts.h"

#include <QTextStream>

using namespace muster;
using namespace muster::test;

namespace {

constexpr WallTime noon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(12)};

class VenueHistories final : public Histories {
public:
    explicit VenueHistories(const EventKeys &event) : m_event(&event) {}

    [[nodiscard]] std::unique_ptr<Fold> makeFold() const override
    {
        return std::make_unique<Venue>(m_event->id, m_event->key.publicKey);
    }
    [[nodiscard]] Draft make(SeededRandom &random, std::span<const Operation> seen) const override
    {
        if (random.chance(50)) {
            return told(random, seen);
        }
        switch (random.below(32)) {
        case 0: return listed(random);
        case 1: return walkedIn(random, seen);
        case 2: return presence::annulled(any(random, seen, presence::toldKind()), guest(random), text(random));
        case 3:
        case 4: return resolved(random, seen);
        case 5:
            return presence::reset(qint64(1 + random.below(2)), text(random),
                                   {any(random, seen, presence::toldKind()), any(random, seen, presence::toldKind())});
        case 6:
            return presence::emptied(
                qint64(1 + random.below(2)), text(random),
                {any(random, seen, presence::toldKind()), any(random, seen, presence::toldKind())});
        case 7: return verdict(random, seen);
        case 8: return verdict(random, seen);
        case 9:
            return claims::voidGrants({any(random, seen, claims::grantedKind())}, text(random), posts(random, seen));
        case 10: return claims::decline(few<RequestId>(random, 6));
        case 11: return moved(random, seen);
        case 12: return small(random);
        case 13: return devicesDraft(random, seen);
        case 14: return planned(random);
        case 15: return lost(random, seen);
        case 16: return forgetting::forgotten(guest(random), text(random));
        case 17:
        case 18: return drawn(random, seen);
        case 19: return sold(random, seen);
        case 20:
        case 21: return zoned(random, seen);
        case 22:
        case 23: return posted(random, seen);
        case 24:
        case 25: return incident(random, seen);
        case 26: return ruled(random, seen);
        case 27:
        case 28:
        case 29: return coursed(random, seen);
        default: return odd(random, seen);
        }
    }
    [[nodiscard]] QByteArray view(State &state) const override;

private:
    static GuestId guest(SeededRandom &random) { return few<GuestId>(random, 3); }
    static QString session(SeededRandom &random) { return one(random, {"day", "day", "eve"}); }
    static QString claim(SeededRandom &random)
    {
        return random.chance(80) ? presence::claimFor(session(random), guest(random)) : QStringLiteral("place/x");
    }
    /// An operation of @p kind that was seen, or now and then one that nobody has.
    static QString account(SeededRandom &random, std::span<const Operation> seen)
    {
        if (seen.empty() || random.chance(40)) {
            return one(random, {"mint", "used", "nobody"});
        }
        const auto &author = seen[random.below(seen.size())];
        return ledger::holder({author.origin, author.incarnation});
    }
    /// What an author may have seen of the others.
    static presence::Seen some(SeededRandom &random, std::span<const Operation> seen)
    {
        presence::Seen known;
        for (const auto &operation : seen) {
            if (random.chance(50)) {
                known.emplace(StreamKey{operation.origin, operation.incarnation},
                              presence::Known{operation.sequence, operation.hash});
            }
        }
        return known;
    }
    static Draft lost(SeededRandom &random, std::span<const Operation> seen)
    {
        const auto life = seen.empty() ? StreamKey{}
                                       : StreamKey{seen[random.below(seen.size())].origin,
                                                   seen[random.below(seen.size())].incarnation};
        return rights::lost(life.origin, {life.incarnation},
                            random.chance(50) ? std::optional(Incarnation{random.below(3)}) : std::nullopt,
                            text(random));
    }
    static QCborArray posts(SeededRandom &random, std::span<const Operation> seen)
    {
        std::vector<ledger::Posting> postings;
        for (quint64 i = 0; i < random.below(3); ++i) {
            ledger::Posting posting{one(random, {"place/D", "number/walk-in"}),
                                    account(random, seen),
                                    account(random, seen),
                                    qint64(1 + random.below(5)),
                                    {}};
            if (random.chance(40)) {
                posting.first = qint64(random.below(20));
            }
            postings.push_back(posting);
        }
        return ledger::encode(postings);
    }
    static Draft told(SeededRandom &random, std::span<const Operation> seen);
    static Draft listed(SeededRandom &random);
    static Draft walkedIn(SeededRandom &random, std::span<const Operation> seen);
    static Draft resolved(SeededRandom &random, std::span<const Operation> seen);
    static Draft verdict(SeededRandom &random, std::span<const Operation> seen);
    static Draft moved(SeededRandom &random, std::span<const Operation> seen);
    static Draft small(SeededRandom &random);
    static Draft planned(SeededRandom &random);
    [[nodiscard]] EpochRecord epoch(SeededRandom &random, const DeviceId &device, const SigningKey &key) const
    {
        return EpochRecord::make(Epoch{quint32(1 + random.below(3))}, device, {text(random)}, m_event->id, key);
    }
    [[nodiscard]] Draft standby(SeededRandom &random, const DeviceId &device, const SigningKey &key) const;
    [[nodiscard]] Draft devicesDraft(SeededRandom &random, std::span<const Operation> seen) const;
    [[nodiscard]] Draft odd(SeededRandom &random, std::span<const Operation> seen) const;

    const EventKeys *m_event;
};

Draft VenueHistories::told(SeededRandom &random, std::span<const Operation> seen)
{
    presence::Fact fact;
    fact.guest = guest(random);
    fact.session = session(random);
    fact.step = presence::Step(random.chance(60) ? 0 : random.below(3));
    fact.zone = fact.step == presence::Step::Out ? QString() : one(random, {"A", "D"});
    fact.classCode = one(random, {"", "buyer", "vip"});
    fact.companions = int(random.below(3));
    fact.isProvisional = random.chance(50);
    fact.rankEpoch = Epoch{quint32(random.below(3))};
    fact.rankSequence = Sequence{random.below(4)};
    fact.request = few<RequestId>(random, 6);
    fact.version = qint64(1 + random.below(4));
    fact.day = qint64(random.below(3) / 2);
    fact.hall = qint64(random.below(3) / 2);
    fact.places = int(random.below(2));
    fact.overrideReason = random.chance(10) ? text(random) : QString();
    if (random.chance(20)) {
        fact.happenedAt = noon - std::chrono::minutes(random.below(60));
    }
    fact.seen = some(random, seen);
    fact.previous = random.chance(70) ? any(random, seen, presence::toldKind()) : OperationHash{};
    std::vector<OperationHash> grants;
    if (random.chance(50)) {
        grants.push_back(any(random, seen, claims::grantedKind()));
    }
    return presence::told(fact, grants, posts(random, seen), {});
}

Draft VenueHistories::listed(SeededRandom &random)
{
    std::vector<guests::Guest> list;
    for (quint64 i = 0; i <= random.below(3); ++i) {
        guests::Guest row;
        row.id = guest(random);
        row.classCode = one(random, {"buyer", "vip"});
        row.status = GuestStatus(random.below(5));
        row.version = qint64(1 + random.below(3));
        row.codes = {few<guests::CodeHash>(random, 4)};
        row.group = few<guests::CodeHash>(random, 2);
        row.display = text(random).toUtf8();
        list.push_back(row);
    }
    return guests::listed(list);
}

Draft VenueHistories::walkedIn(SeededRandom &random, std::span<const Operation> seen)
{
    guests::Guest row;
    row.id = guest(random);
    row.classCode = one(random, {"buyer", "vip"});
    row.version = qint64(1 + random.below(2));
    row.number = one(random, {"W0001", "W0002"});
    return guests::walkedIn(row, random.chance(50), posts(random, seen));
}

Draft VenueHistories::resolved(SeededRandom &random, std::span<const Operation> seen)
{
    ResolveConflict judgement;
    const auto subject = guest(random);
    const auto hash = hash256((one(random, {"sign_in_twice", "told_before_reset", "refused_but_admitted"}) +
                               QLatin1Char('\n') + presence::claimFor(session(random), subject))
                                  .toUtf8());
    std::copy_n(hash.bytes.begin(), judgement.conflict.bytes.size(), judgement.conflict.bytes.begin());
    for (const auto &operation : seen) {
        if (operation.kind == presence::toldKind() && random.chance(80)) {
            judgement.judged.push_back(operation.hash);
        }
    }
    judgement.decision = Decision(random.below(4));
    judgement.reason = text(random);
    return presence::resolved(judgement, subject);
}

Draft VenueHistories::verdict(SeededRandom &random, std::span<const Operation> seen)
{
    const auto request = few<RequestId>(random, 6);
    const QCborMap detail{{key("outcome"), one(random, {"already_in", "zone_full", "admitted"})},
                          {key("step"), int(random.below(3))},
                          {key("session"), session(random)},
                          {key("zone"), one(random, {"A", "D"})}};
    const auto asker = few<DeviceId>(random, 3);
    return random.chance(60) ? claims::grant(request, claim(random), asker, detail, posts(random, seen))
                             : claims::refuse(request, claim(random), asker, detail);
}

Draft VenueHistories::moved(SeededRandom &random, std::span<const Operation> seen)
{
    Draft draft;
    draft.kind = rights::kind();
    draft.body = {{key("post"), posts(random, seen)}};
    if (random.chance(50)) {
        draft.body.insert(key("releases"), any(random, seen, presence::toldKind()).toBytes());
    }
    return draft;
}

Draft VenueHistories::small(SeededRandom &random)
{
    if (random.chance(40)) {
        Draft draft;
        draft.kind = sessions::kind();
        draft.body = {{key("session"), session(random)},
                      {key("open"), random.chance(50)},
                      {key("version"), qint64(1 + random.below(3))}};
        return draft;
    }
    if (random.chance(30)) {
        return alerts::staffCalled(one(random, {"gate-1", "gate-2"}), QStringLiteral("help"), qint64(random.below(2)));
    }
    if (random.chance(50)) {
        return alerts::acknowledged(QStringLiteral("vip:") + guest(random).toHex(), int(random.below(30)),
                                    fromMsecs(qint64(random.below(1'000))));
    }
    const auto answering = guest(random);
    const auto request = few<RequestId>(random, 6);
    const std::array keys{answering, answers::keyNameOf(answering, request), guest(random)};
    auto draft = answers::answered(answering, {keys[random.below(keys.size())], QByteArrayLiteral("sealed")});
    draft.request = request;
    return draft;
}

Draft VenueHistories::planned(SeededRandom &random)
{
    const auto section = one(random, {"zone", "class", "session", "event", "post", "incident", "task"});
    const auto code =
        section == QLatin1String("class") ? one(random, {"buyer", "vip"}) : one(random, {"A", "D", "day"});
    const QCborMap value{{key("position"), qint64(random.below(3))},
                         {key("alert"), one(random, {"", "vip"})},
                         {key("firm"), qint64(random.below(9))}};
    Draft draft;
    draft.kind = QStringLiteral("plan.set");
    draft.body = {{key("items"),
                   QCborArray{QCborArray{section, code, random.chance(80) ? QCborValue(value).toCbor() : QByteArray(),
                                         qint64(1 + random.below(3))}}}};
    return draft;
}

Draft VenueHistories::standby(SeededRandom &random, const DeviceId &device, const SigningKey &key) const
{
    // Each author knows of others by half: versions meet.
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    State known(database);
    standbys::createTables(known);
    if (random.chance(30)) {
        return standbys::offered(known, key.publicKey, {text(random)});
    }
    return standbys::appointed(known, device, random.chance(70) ? QByteArray("sealed") : QByteArray(), m_event->id,
                               key);
}

Draft VenueHistories::devicesDraft(SeededRandom &random, std::span<const Operation> seen) const
{
    const auto device =
        seen.empty() || random.chance(50) ? few<DeviceId>(random, 3) : seen[random.below(seen.size())].origin;
    // Now and then one signs who may not.
    const auto key = random.chance(80) ? m_event->key : SigningKey::make(random);
    switch (random.below(6)) {
    case 3: return standby(random, device, key);
    case 4: return standbys::steppedDown(epoch(random, device, key));
    case 5: {
        Draft draft;
        draft.kind = epochs::kind();
        draft.body = epoch(random, device, key).toCbor();
        return draft;
    }
    case 0: return devices::revoked(device, text(random), m_event->id, key);
    case 1: return devices::restored();
    default:
        return devices::enrolled({device,
                                  int(random.below(3)),
                                  text(random),
                                  one(random, {"kiosk", "greeter"}),
                                  {},
                                  false,
                                  qint64(1 + random.below(2))},
                                 m_event->id, key);
    }
}

/// What no device of ours writes, and what must do no harm.
Draft VenueHistories::odd(SeededRandom &random, std::span<const Operation> seen) const
{
    Draft draft;
    switch (random.below(4)) {
    case 0:
        draft.kind = one(random, {"guests.told",        "guests.listed",    "authority.granted", "rights.moved",
                                  "plan.set",           "devices.enrolled", "guests.walked_in",  "authority.epoch",
                                  "conflicts.resolved", "rights.lost",      "day.reset",         "draw.committed",
                                  "draw.revealed",      "sale.recorded",    "zone.counted",      "zone.recounted",
                                  "custody.set",        "referral.made",    "incident.opened",   "incident.changed",
                                  "incident.assigned",  "incident.linked",  "custody.set",       "referral.made",
                                  "cue.stepped",        "task.stepped",     "task.round",        "task.added",
                                  "task.assigned",      "phase.set",        "material.moved",    "material.marked"});
        draft.body = {{key("guest"), 7}, {key("items"), text(random)}, {key("post"), QCborArray{1, 2}}};
        return draft;
    case 1:
        draft.kind = QStringLiteral("later.invented");
        draft.body = {{key("guest"), guest(random).toBytes()}};
        return draft;
    case 2: {
        draft = told(random, seen);
        draft.body.insert(key("version"), QStringLiteral("one"));
        return draft;
    }
    default: {
        draft.kind = epochs::kind();
        draft.body = EpochRecord::make(Epoch{quint32(1 + random.below(3))}, few<DeviceId>(random, 2), {}, m_event->id,
                                       m_event->key)
                         .toCbor();
        return draft;
    }
    }
}

QByteArray VenueHistories::view(State &state) const
{
    Venue venue(m_event->id, m_event->key.publicKey);
    const auto day = day_query::read(state, venue.setup(state), noon);
    QByteArray bytes;
    QTextStream out(&bytes);
    out << day.headcount.value_or(-1) << ' ' << day.signedIn << ' ' << day.expected << ' ' << day.walkIns << ' '
        << day.vipIn << '/' << day.vipExpected << '\n';
    for (const auto &zone : day.zones) {
        out << zone.code << ' ' << zone.count << ' ' << zone.drift.value_or(0) << zone.doubt.en << '\n';
    }
    for (const auto &stay : custody::out(state, 100)) {
        out << stay.tag << ' ' << stay.note << ' ' << stay.since.value << '\n';
    }
    for (const auto &referral : day.referrals) {
        out << referral.operation.toHex() << ' ' << referral.reason.en << '\n';
    }
    for (const auto &mode : day.modes) {
        out << mode.place << ' ' << int(mode.mode) << ' ' << mode.reason << ' ' << toMsecs(mode.since.value_or(noon))
            << '\n';
    }
    for (const auto &message : day.messages) {
        out << message.id << ' ' << message.to << ' ' << message.readers.join(QLatin1Char(',')) << '\n';
    }
    const auto past = zones::history(state, venue.setup(state));
    out << past.all.peak << ' ' << past.all.admissions << ' ' << past.all.persons << '\n';
    for (const auto &step : day.latest) {
        out << step.operation.toHex() << ' ' << step.isAnnulled << ' ' << step.guest.isInside << '\n';
    }
    for (const auto &conflict : day.conflicts) {
        out << conflict.id.toHex() << ' ' << conflict.isOpen << ' ' << conflict.rivals.size() << conflict.reason;
        for (const auto &rival : conflict.rivals) {
            out << ' ' << rival.operation.toHex();
        }
        out << '\n';
    }
    for (const auto &grant : day.openGrants) {
        out << grant.grant.toHex() << '\n';
    }
    for (const auto &alert : day.alerts) {
        out << alert.id << ' ' << toMsecs(alert.since) << '\n';
    }
    auto &sums = state.statement("SELECT name, value FROM tally WHERE value <> 0 ORDER BY name");
    while (sums.executeStep()) {
        out << textOf(sums.getColumn(0)) << ' ' << sums.getColumn(1).getInt64() << '\n';
    }
    // Rights are made up here, so the ledger's own faults are expected; sums that are wrong are not.
    for (const auto &fault : day_query::faults(state)) {
        REQUIRE_FALSE(fault.startsWith(QLatin1String("sum:")));
    }
    for (const auto &code : {QStringLiteral("car"), QStringLiteral("mug")}) {
        for (const auto &attempt : draws::attemptsOf(state, code)) {
            out << attempt.commit.operation.toHex() << ' ' << attempt.stands << '\n';
            for (const auto &place : draws::placesOf(state, attempt)) {
                out << place.number << ' ' << place.guest.toHex() << ' ' << place.isAbsent << '\n';
            }
        }
    }
    for (const auto &winner : draws::winners(state)) {
        out << winner.toHex() << '\n';
    }
    for (const auto &sale : sales::all(state)) {
        out << sale.operation.toHex() << ' ' << sale.stands() << '\n';
    }
    out.flush();
    return bytes + peopleView(state, venue.setup(state), noon) + courseView(state, noon);
}

}  // namespace

TEST_CASE("the day does not depend on the order in which it became known", "[venue][property]")
{
    constexpr int deliveries = 10;
    const int cases = scaled(qEnvironmentVariableIsSet("MUSTER_ALL_CASES") ? 10'000 : 3'000);
    ConvergenceCases wanted;
    wanted.seed = 1;
    wanted.deliveries = deliveries;
    wanted.histories = cases / deliveries;
    wanted.actsMax = 10;
    static const FakeSignatures fake;
    const EventKeys event(wanted.seed, fake);
    checkConvergence(VenueHistories(event), wanted);
}
