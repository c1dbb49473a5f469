// Goal: numbers, prizes and units are the same on any two devices with the same operations, whatever their order.
// Method: random histories of every kind of theirs, odd ones too, by authors who know of each other by half; each is
// delivered in many orders, in pieces and twice, and folded anew.
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/day/day_query.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/scarce/rights.h"
#include "core/venue/units/units.h"
#include "tests/support/convergence.h"
#include "tests/support/pace.h"
#include "tests/venue/random_drafts.h"

#include <QTextStream>

using namespace muster;
using namespace muster::test;

namespace {

using Seen = std::span<const Operation>;

constexpr WallTime noon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(12)};
constexpr quint8 ticketCount = 4;
constexpr quint8 guestCount = 3;

/// An operation of a kind that begins with @p kind and was seen, or now and then one that nobody has.
OperationHash any(SeededRandom &random, Seen seen, const char *kind)
{
    std::vector<OperationHash> found;
    for (const auto &operation : seen) {
        if (operation.kind.startsWith(QLatin1String(kind))) {
            found.push_back(operation.hash);
        }
    }
    return found.empty() || random.chance(15) ? few<OperationHash>(random, 9) : found[random.below(found.size())];
}

QCborArray posts(SeededRandom &random)
{
    std::vector<ledger::Posting> postings;
    for (quint64 i = 0; i < random.below(3); ++i) {
        const auto account = [&] { return one(random, {"mint", "used", "someone", "another"}); };
        ledger::Posting posting{
            one(random, {"unit/u1", "stock/gift", "number/a"}), account(), account(), qint64(1 + random.below(3)), {}};
        if (random.chance(30)) {
            posting.first = qint64(random.below(20));
        }
        postings.push_back(posting);
    }
    return ledger::encode(postings);
}

Draft draftOf(const QString &kind, QCborMap body)
{
    Draft draft;
    draft.kind = kind;
    draft.body = std::move(body);
    return draft;
}

Draft issued(SeededRandom &random)
{
    auto draft = draftOf(queues::issuedKind(), {{key("number"), one(random, {"A001", "A002", "A003"})},
                                                {key("series"), one(random, {"a", "b"})},
                                                {key("service"), one(random, {"consult", "cashier"})},
                                                {key("priority"), one(random, {"", "vip"})},
                                                {key("persons"), qint64(1 + random.below(3))},
                                                {key("provisional"), random.chance(50)},
                                                {key("post"), posts(random)}});
    if (random.chance(50)) {
        draft.body.insert(key("guest"), few<GuestId>(random, guestCount).toBytes());
    }
    draft.request = few<RequestId>(random, ticketCount);
    return draft;
}

Draft stepped(SeededRandom &random, Seen seen)
{
    auto draft = draftOf(queues::steppedKind(), {{key("ticket"), few<RequestId>(random, ticketCount).toBytes()},
                                                 {key("previous"), any(random, seen, "queue.").toBytes()},
                                                 {key("version"), qint64(1 + random.below(4))},
                                                 {key("step"), qint64(random.chance(50) ? 0 : random.below(12))},
                                                 {key("phase"), qint64(random.below(10))},
                                                 {key("service"), one(random, {"consult", "cashier"})},
                                                 {key("from"), one(random, {"consult", "cashier"})},
                                                 {key("counter"), one(random, {"", "c1", "c2"})},
                                                 {key("rank"), qint64(random.below(5))},
                                                 {key("took_s"), qint64(random.below(900))},
                                                 {key("provisional"), random.chance(50)},
                                                 {key("post"), posts(random)}});
    draft.request = few<RequestId>(random, 9);
    return draft;
}

Draft counterOrOwner(SeededRandom &random)
{
    const auto version = qint64(1 + random.below(3));
    return random.chance(50) ? draftOf(queues::counterKind(), {{key("counter"), one(random, {"c1", "c2"})},
                                                               {key("open"), random.chance(50)},
                                                               {key("version"), version}})
                             : draftOf(queues::ownerKind(), {{key("guest"), few<GuestId>(random, guestCount).toBytes()},
                                                             {key("consultant"), one(random, {"", "S1", "S2"})},
                                                             {key("version"), version}});
}

Draft granted(SeededRandom &random, Seen seen)
{
    auto draft = draftOf(QStringLiteral("prize.granted"),
                         {{key("prize"), one(random, {"gift", "bag"})},
                          {key("guest"), few<GuestId>(random, guestCount).toBytes()},
                          {key("limit"), qint64(1 + random.below(2))},
                          {key("by_right"), random.chance(50)},
                          {key("epoch"), qint64(random.below(3))},
                          {key("sequence"), qint64(random.below(4))},
                          {key("provisional"), random.chance(50)},
                          {key("grants"), QCborArray{any(random, seen, "authority.").toBytes()}},
                          {key("post"), posts(random)}});
    draft.request = few<RequestId>(random, 9);
    return draft;
}

Draft ended(SeededRandom &random, Seen seen)
{
    if (random.chance(20)) {
        return draftOf(QStringLiteral("prize.cancel_wanted"),
                       {{key("given"), any(random, seen, "prize.granted").toBytes()}});
    }
    return draftOf(QStringLiteral("prize.ended"), {{key("given"), any(random, seen, "prize.granted").toBytes()},
                                                   {key("how"), qint64(random.below(2))},
                                                   {key("post"), posts(random)}});
}

Draft stocked(SeededRandom &random)
{
    return random.chance(50) ? draftOf(QStringLiteral("prize.adjusted"), {{key("prize"), QStringLiteral("gift")},
                                                                          {key("change"), qint64(random.below(3))},
                                                                          {key("count"), qint64(random.below(9))},
                                                                          {key("post"), posts(random)}})
                             : draftOf(QStringLiteral("prize.placed"), {{key("stock"), QStringLiteral("gift@c1")},
                                                                        {key("count"), qint64(1 + random.below(9))},
                                                                        {key("post"), posts(random)}});
}

Draft unit(SeededRandom &random, Seen seen)
{
    if (random.chance(10)) {
        return draftOf(QStringLiteral("unit.frozen"),
                       {{key("frozen"), random.chance(50)}, {key("version"), qint64(1 + random.below(3))}});
    }
    auto draft = draftOf(
        QStringLiteral("unit.stepped"),
        {{key("unit"), one(random, {"u1", "u2"})},
         {key("previous"), random.chance(30) ? OperationHash{}.toBytes() : any(random, seen, "unit.stepped").toBytes()},
         {key("version"), qint64(1 + random.below(4))},
         {key("step"), qint64(random.below(5))},
         {key("phase"), qint64(random.below(5))},
         {key("guest"), few<GuestId>(random, guestCount).toBytes()},
         {key("until"), toMsecs(noon)},
         {key("provisional"), random.chance(50)},
         {key("post"), posts(random)}});
    draft.request = few<RequestId>(random, 9);
    return draft;
}

Draft judged(SeededRandom &random, Seen seen)
{
    ResolveConflict judgement;
    const auto ticket = few<RequestId>(random, ticketCount).toHex();
    const auto prize = QStringLiteral("gift/") + few<GuestId>(random, guestCount).toHex();
    switch (random.below(4)) {
    case 0: judgement.conflict = clashes::idFor(QStringLiteral("called_twice"), ticket); break;
    case 1: judgement.conflict = clashes::idFor(QStringLiteral("prize_twice"), prize); break;
    case 2: judgement.conflict = clashes::idFor(QStringLiteral("unit_twice"), QStringLiteral("u1")); break;
    default: judgement.conflict = clashes::idFor(QStringLiteral("number_twice"), QStringLiteral("A001")); break;
    }
    for (const auto &operation : seen) {
        if (judgement.judged.size() < std::size_t(clashes::judgedMax) && random.chance(80)) {
            judgement.judged.push_back(operation.hash);
        }
    }
    judgement.decision = Decision(random.below(4));
    judgement.reason = QStringLiteral("because");
    return clashes::judged(judgement);
}

/// What no device of ours writes, and what must do no harm.
Draft odd(SeededRandom &random)
{
    const auto kinds = queues::kinds() + prizes::kinds() + units::kinds() + clashes::kinds();
    return draftOf(kinds[qsizetype(random.below(quint64(kinds.size())))],
                   {{key("guest"), 7}, {key("version"), QStringLiteral("one")}, {key("post"), QCborArray{1, 2}}});
}

template<class Thing>
std::vector<Thing> planned(std::initializer_list<const char *> codes)
{
    std::vector<Thing> things;
    for (const auto *code : codes) {
        things.emplace_back().code = QString::fromLatin1(code);
    }
    return things;
}

class ScarceHistories final : public Histories {
public:
    explicit ScarceHistories(const EventKeys &event) : m_event(&event) {}

    [[nodiscard]] std::unique_ptr<Fold> makeFold() const override
    {
        return std::make_unique<Venue>(m_event->id, m_event->key.publicKey);
    }
    [[nodiscard]] Draft make(SeededRandom &random, Seen seen) const override
    {
        switch (random.below(16)) {
        case 0:
        case 1:
        case 2: return issued(random);
        case 3:
        case 4:
        case 5:
        case 6: return stepped(random, seen);
        case 7: return counterOrOwner(random);
        case 8:
        case 9: return granted(random, seen);
        case 10: return ended(random, seen);
        case 11: return stocked(random);
        case 12:
        case 13: return unit(random, seen);
        case 14: return judged(random, seen);
        default: return odd(random);
        }
    }
    [[nodiscard]] QByteArray view(State &state) const override;

private:
    const EventKeys *m_event;
};

QByteArray ScarceHistories::view(State &state) const
{
    Venue venue(m_event->id, m_event->key.publicKey);
    auto setup = venue.setup(state);
    setup.services = planned<Service>({"consult", "cashier"});
    setup.series = planned<Series>({"a", "b"});
    setup.prizes = planned<Prize>({"gift", "bag"});
    setup.units = planned<SaleUnit>({"u1", "u2"});
    const auto day = day_query::read(state, setup, noon);
    QByteArray bytes;
    QTextStream out(&bytes);
    for (const auto &queue : day.queues) {
        out << queue.service << ' ' << queue.waiting << ' ' << queue.called << ' ' << queue.estimateSeconds << '\n';
    }
    for (const auto &series : day.series) {
        out << series.code << ' ' << series.issued << ' ' << series.lastNumber << '\n';
    }
    for (const auto &prize : day.prizes) {
        out << prize.code << ' ' << prize.given << ' ' << prize.handed << ' ' << prize.open << '\n';
    }
    for (const auto &unit : day.units) {
        out << unit.code << ' ' << unit.phase << ' ' << (unit.guest ? unit.guest->id.toHex() : QString()) << '\n';
    }
    for (const auto &conflict : day.conflicts) {
        out << conflict.id.toHex() << ' ' << conflict.subject << ' ' << conflict.isOpen << conflict.decidedBy;
        for (const auto &rival : conflict.rivals) {
            out << ' ' << rival.operation.toHex();
        }
        out << '\n';
    }
    for (const auto &alert : day.alerts) {
        out << alert.id << ' ' << toMsecs(alert.since) << '\n';
    }
    // Steps are made up here, so impossible ones are expected; sums that are wrong, and what no conflict says, are not.
    auto faults = day_query::faults(state);
    faults.sort();
    for (const auto &fault : faults) {
        REQUIRE_FALSE(fault.startsWith(QLatin1String("sum:")));
        REQUIRE_FALSE(fault.contains(QLatin1String("no conflict says so")));
        out << fault << '\n';
    }
    out.flush();
    return bytes;
}

}  // namespace

TEST_CASE("numbers, prizes and units do not depend on the order in which they became known", "[venue][property]")
{
    constexpr int deliveries = 10;
    const int cases = scaled(qEnvironmentVariableIsSet("MUSTER_ALL_CASES") ? 10'000 : 2'000);
    ConvergenceCases wanted;
    wanted.seed = 1;
    wanted.deliveries = deliveries;
    wanted.histories = cases / deliveries;
    wanted.actsMax = 12;
    static const FakeSignatures fake;
    const EventKeys event(wanted.seed, fake);
    checkConvergence(ScarceHistories(event), wanted);
}
