// Goal: rights are never doubled and never negative, whatever part of the day a device knows and in whatever order.
// Method: seeded venues of a hub and devices that move rights by what they know, and hear of each other by chance, so
// that each one's knowledge is closed under cause; after every step each checks the law on what it knows.
#include "tests/authority/state_rig.h"

#include <deque>
#include <set>

using namespace muster;
using namespace muster::test;

namespace {

const auto place = QStringLiteral("place/D");
const auto number = QStringLiteral("number/walk-in");

struct Entry {
    Operation operation;
    std::vector<ledger::Posting> postings;
    QString lost;  ///< An account that it declares lost.
};

struct Member {
    StreamKey stream;
    StateRig rig;
    std::set<std::size_t> known;

    [[nodiscard]] QString account() const { return ledger::holder(stream); }
    [[nodiscard]] qint64 spendable(const QString &resource)
    {
        return ledger::spendable(rig.state, resource, account());
    }
    void fold(const Entry &entry)
    {
        ledger::fold(rig.state, entry.operation, entry.postings);
        if (!entry.lost.isEmpty()) {
            ledger::setAside(rig.state, entry.operation, entry.lost);
        }
    }
};

class Rights {
public:
    explicit Rights(quint64 seed) : m_random(seed)
    {
        for (quint8 i = 0; i < 4; ++i) {
            m_members.emplace_back().stream = {idOf<DeviceId>(quint8(i + 1)), Incarnation{100U + i}};
        }
    }
    void step()
    {
        const auto who = m_random.below(m_members.size());
        if (m_random.chance(30)) {
            hear(m_members[who], m_members[m_random.below(m_members.size())]);
        } else if (who == 0) {
            hubActs();
        } else {
            deviceActs(m_members[who]);
        }
    }
    void hearAll()
    {
        for (auto &member : m_members) {
            for (auto &other : m_members) {
                hear(member, other);
            }
        }
    }
    void check()
    {
        for (auto &member : m_members) {
            auto &state = member.rig.state;
            for (const auto &fault : ledger::faults(state)) {
                FAIL_CHECK(fault.toStdString());
            }
            for (const auto &resource : {place, number}) {
                qint64 held = 0;
                for (const auto &other : m_members) {
                    held += ledger::spendable(state, resource, other.account());
                }
                const auto used = ledger::balance(state, resource, ledger::used());
                const auto quarantined = ledger::quarantined(state, resource);
                CHECK(ledger::total(state, resource) == held + used + quarantined);
                CHECK(used >= 0);
                CHECK(quarantined >= 0);
            }
            const qint64 limit = 40;
            CHECK(ledger::total(state, place) - ledger::quarantined(state, place) <= limit + m_lateSpends);
        }
    }
    [[nodiscard]] const std::multiset<qint64> &numbers() const { return m_numbers; }
    [[nodiscard]] std::deque<Member> &members() { return m_members; }

private:
    void write(Member &author, std::vector<ledger::Posting> postings, const QString &lost = {})
    {
        Draft draft;
        draft.kind = QStringLiteral("rights.moved");
        m_entries.push_back({written(draft, author.stream, m_entries.size() + 1), std::move(postings), lost});
        author.fold(m_entries.back());
        author.known.insert(m_entries.size() - 1);
    }
    void hear(Member &member, const Member &other)
    {
        std::vector<std::size_t> news;
        std::ranges::set_difference(other.known, member.known, std::back_inserter(news));
        for (std::size_t i = news.size(); i > 1; --i) {
            std::swap(news[i - 1], news[m_random.below(i)]);
        }
        for (const auto entry : news) {
            member.fold(m_entries[entry]);
            member.known.insert(entry);
        }
    }
    void hubActs()
    {
        auto &hub = m_members.front();
        auto &state = hub.rig.state;
        auto &device = m_members[1 + m_random.below(m_members.size() - 1)];
        const qint64 missing = 40 - (ledger::total(state, place) - ledger::quarantined(state, place));
        if (missing > 0) {
            write(hub, {{place, ledger::mint(), hub.account(), missing, {}}});
        } else if (missing < 0 && hub.spendable(place) > 0) {
            write(hub, {{place, hub.account(), ledger::mint(), std::min(-missing, hub.spendable(place)), {}}});
        } else if (m_random.chance(8)) {
            m_lateSpends += unheardSpends(device);
            write(hub, {}, device.account());
        } else if (m_random.chance(30)) {
            const auto first = ledger::numbersEnd(state, number);
            write(hub, {{number, ledger::mint(), hub.account(), 5, {}},
                        {number, hub.account(), device.account(), 5, first}});
        } else if (hub.spendable(place) > 0) {
            const auto count = 1 + qint64(m_random.below(quint64(hub.spendable(place))));
            write(hub, {{place, hub.account(), device.account(), count, {}}});
        } else if (ledger::balance(state, place, ledger::used()) > 0) {
            write(hub, {{place, ledger::used(), hub.account(), 1, {}}});  // A guest left.
        }
    }
    /// What @p device did with its places and the hub has not heard of.
    [[nodiscard]] qint64 unheardSpends(const Member &device) const
    {
        return std::ranges::count_if(device.known, [&](std::size_t entry) {
            const auto &postings = m_entries[entry].postings;
            return !m_members.front().known.contains(entry) && !postings.empty() &&
                   postings.front().resource == place && postings.front().from == device.account();
        });
    }
    void deviceActs(Member &device)
    {
        auto &state = device.rig.state;
        if (const auto next = ledger::nextNumber(state, number, device.account()); next && m_random.chance(50)) {
            m_numbers.insert(*next);
            write(device, {{number, device.account(), ledger::used(), 1, *next}});
        } else if (device.spendable(place) > 0) {
            const bool isReturn = m_random.chance(30);
            // Whoever was declared lost and does not know it yet goes on: that is what the coordinator vouched for.
            m_lateSpends += ledger::isSetAside(m_members.front().rig.state, device.account()) ? 1 : 0;
            write(device, {{place, device.account(), isReturn ? m_members.front().account() : ledger::used(), 1, {}}});
        }
    }

    SeededRandom m_random;
    std::deque<Member> m_members;
    std::vector<Entry> m_entries;
    std::multiset<qint64> m_numbers;
    qint64 m_lateSpends = 0;
};

}  // namespace

TEST_CASE("the ledger's law holds on everything that a device can know", "[ledger]")
{
    for (quint64 seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        Rights rights(seed);
        for (int i = 0; i < 120; ++i) {
            rights.step();
            rights.check();
        }
        rights.hearAll();
        rights.check();
        for (const auto given : rights.numbers()) {
            CHECK(rights.numbers().count(given) == 1);
        }
        auto &members = rights.members();
        for (auto &member : members) {
            for (const auto &resource : {place, number}) {
                for (const auto &other : members) {
                    CHECK(ledger::balance(member.rig.state, resource, other.account()) ==
                          ledger::balance(members.front().rig.state, resource, other.account()));
                }
            }
        }
    }
}

TEST_CASE("a spend out of another's account is booked and named", "[ledger]")
{
    StateRig rig;
    const StreamKey hub{idOf<DeviceId>(1), Incarnation{1}};
    const StreamKey thief{idOf<DeviceId>(2), Incarnation{1}};
    const auto account = ledger::holder(hub);
    ledger::fold(rig.state, written({}, hub, 1), {{place, ledger::mint(), account, 3, {}}});
    CHECK(ledger::faults(rig.state).isEmpty());
    ledger::fold(rig.state, written({}, thief, 2), {{place, account, ledger::used(), 1, {}}});
    CHECK(ledger::balance(rig.state, place, account) == 2);
    REQUIRE(ledger::faults(rig.state).size() == 1);
    CHECK(ledger::faults(rig.state).front().contains(QStringLiteral("another holder")));
    ledger::fold(rig.state, written({}, hub, 3), {{place, account, ledger::used(), 3, {}}});
    CHECK(ledger::faults(rig.state).size() == 2);
    CHECK(ledger::faults(rig.state).front().contains(place));
}

TEST_CASE("postings are bounded, and malformed ones are none", "[ledger]")
{
    const std::vector<ledger::Posting> good{{place, ledger::mint(), QStringLiteral("a"), 3, 7}};
    const auto back = ledger::decode(ledger::encode(good));
    REQUIRE(back);
    CHECK(back->front().count == 3);
    CHECK(back->front().first == 7);
    const QCborArray bad[] = {{1},
                              {QCborArray{place, QStringLiteral("mint"), QStringLiteral("a"), 0}},
                              {QCborArray{place, QStringLiteral("mint"), QStringLiteral("a"), -1}},
                              {QCborArray{place, QStringLiteral("mint"), QStringLiteral("a"), ledger::countMax + 1}},
                              {QCborArray{place, QStringLiteral("mint"), QStringLiteral("a")}},
                              {QCborArray{place, QStringLiteral("mint"), QString(65, QLatin1Char('x')), 1}},
                              {QCborArray{place, 7, QStringLiteral("a"), 1}}};
    for (const auto &array : bad) {
        CHECK_FALSE(ledger::decode(array));
    }
    CHECK_FALSE(ledger::decode(ledger::encode(std::vector<ledger::Posting>(65, good.front()))));
}

TEST_CASE("a hub that never minted is known from one that did", "[ledger]")
{
    StateRig rig;
    const StreamKey first{idOf<DeviceId>(1), Incarnation{1}};
    const StreamKey second{first.origin, Incarnation{2}};
    ledger::fold(rig.state, written({}, first, 1), {{number, ledger::mint(), ledger::holder(first), 20, 1}});
    CHECK(ledger::hasMinted(rig.state, number, ledger::holder(first)));
    CHECK_FALSE(ledger::hasMinted(rig.state, number, ledger::holder(second)));
    CHECK(ledger::numbersEnd(rig.state, number) == 21);
    CHECK(ledger::livesOf(rig.state, first.origin) == std::vector{first});
    ledger::setAside(rig.state, written({}, second, 2), ledger::holder(first));
    CHECK(ledger::livesOf(rig.state, first.origin).empty());
    CHECK_FALSE(ledger::nextNumber(rig.state, number, ledger::holder(first)));
    CHECK(ledger::quarantined(rig.state, number) == 20);
}

TEST_CASE("numbers that a promoted hub was given before are no part of its region", "[ledger]")
{
    StateRig rig;
    const auto hub = ledger::holder({idOf<DeviceId>(1), Incarnation{1}});
    const StreamKey standby{idOf<DeviceId>(2), Incarnation{2}};
    const auto own = ledger::holder(standby);
    const auto device = ledger::holder({idOf<DeviceId>(3), Incarnation{3}});
    ledger::fold(rig.state, written({}, {idOf<DeviceId>(1), Incarnation{1}}, 1),
                 {{number, ledger::mint(), hub, 20, {}}, {number, hub, own, 20, 681}});
    ledger::fold(rig.state, written({}, standby, 1), {{number, own, device, 1, 681}});  // Its first grant as the hub.
    CHECK_FALSE(ledger::hasMinted(rig.state, number, own));
    ledger::fold(rig.state, written({}, standby, 2),
                 {{number, ledger::mint(), own, 20, {}}, {number, own, device, 20, 380'000}});
    ledger::fold(rig.state, written({}, standby, 3), {{number, own, device, 1, 682}});
    CHECK(ledger::mintedEnd(rig.state, number, own, Epoch{}) == 380'020);
}
