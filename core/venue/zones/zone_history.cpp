#include "core/venue/zones/zone_history.h"

#include <map>
#include <set>

namespace muster::zones {
namespace {

/// One thing that happened to a headcount.
struct Event {
    enum class Kind {
        Step,     ///< Guests came (+) or went (−), by scan.
        Count,    ///< The same by hand.
        Recount,  ///< So many are there.
        Emptied,  ///< Nobody is there but by later scans.
    };
    qint64 at = 0;  ///< Milliseconds since 1970.
    Kind kind = Kind::Step;
    QString zone;
    qint64 persons = 0;
    bool isOfVenue = false;  ///< Through the venue's own door, not from one zone to another.
    OperationHash operation;
};

/// A told step that stands, as far as it is needed here.
struct Step {
    qint64 at = 0;
    presence::Step step = presence::Step::In;
    QString zone;
    qint64 persons = 0;
    bool isPutOut = false;
    OperationHash operation;
};

/// By hall, when it was emptied first.
std::map<qint64, qint64> emptyings(State &state)
{
    std::map<qint64, qint64> found;
    auto &rows = state.statement("SELECT hall, min(time) FROM hall_emptied GROUP BY hall");
    while (rows.executeStep()) {
        found[rows.getColumn(0).getInt64()] = toMsecs(HybridTime{quint64(rows.getColumn(1).getInt64())}.wall());
    }
    return found;
}

/// Where one guest was, from step to step.
void follow(std::vector<Step> &steps, const std::map<qint64, qint64> &emptyings, std::vector<Event> &events)
{
    std::ranges::sort(steps, {}, [](const Step &step) { return std::tie(step.at, step.operation); });
    std::optional<Step> place;
    const auto leave = [&](qint64 at, const OperationHash &operation, bool isOfVenue) {
        if (place) {
            events.push_back({at, Event::Kind::Step, place->zone, -place->persons, isOfVenue, operation});
            place.reset();
        }
    };
    // Put out by the first emptying after the step: by a later one if that had not heard of it, but then the guest
    // was on no list between them.
    const auto putOut = [&](qint64 until) {
        if (!place || !place->isPutOut) {
            return;
        }
        for (const auto &[hall, at] : emptyings) {
            if (at >= place->at && at <= until) {
                return leave(at, place->operation, true);
            }
        }
        if (until == std::numeric_limits<qint64>::max()) {
            leave(place->at, place->operation,
                  true);  // Clocks disagree about which was first; it was put out all the same.
        }
    };
    for (const auto &step : steps) {
        putOut(step.at);
        const bool isArrival = !place;
        leave(step.at, step.operation, step.step == presence::Step::Out);
        if (step.step != presence::Step::Out) {
            place = step;
            events.push_back({step.at, Event::Kind::Step, step.zone, step.persons,
                              isArrival && step.step == presence::Step::In, step.operation});
        }
    }
    putOut(std::numeric_limits<qint64>::max());
}

/// Guests with a judged conflict: not every step of theirs that was not annulled stands.
std::set<GuestId> judged(State &state)
{
    auto &rows = state.statement("SELECT DISTINCT guest FROM conflict WHERE resolution IS NOT NULL");
    const auto list = idsOf<GuestId>(rows);
    return {list.begin(), list.end()};
}

std::vector<Step> standingSteps(State &state, const GuestId &guest)
{
    std::vector<Step> steps;
    for (const auto &fact : presence::standing(state, guest)) {
        steps.push_back({toMsecs(fact.at()), fact.step, fact.zone, 1 + fact.companions, fact.isPutOut, fact.operation});
    }
    return steps;
}

void addSteps(State &state, std::vector<Event> &events)
{
    const auto emptied = emptyings(state);
    const auto apart = judged(state);
    auto &rows = state.statement("SELECT guest, step, zone, companions, coalesce(happened * 1000, time >> 16),"
                                 " put_out > hall, op FROM told t WHERE emptied <= day AND NOT EXISTS"
                                 "(SELECT 1 FROM annulment a WHERE a.target = t.op) ORDER BY guest");
    std::optional<GuestId> guest;
    std::vector<Step> steps;
    while (rows.executeStep()) {
        const auto next = idOf<GuestId>(rows.getColumn(0));
        if (guest != next) {
            follow(steps, emptied, events);
            steps.clear();
            guest = next;
        }
        if (!apart.contains(next)) {
            steps.push_back({rows.getColumn(4).getInt64(), presence::Step(rows.getColumn(1).getInt()),
                             textOf(rows.getColumn(2)), 1 + rows.getColumn(3).getInt(), rows.getColumn(5).getInt() != 0,
                             idOf<OperationHash>(rows.getColumn(6))});
        }
    }
    follow(steps, emptied, events);
    for (const auto &one : apart) {
        auto own = standingSteps(state, one);
        follow(own, emptied, events);
    }
}

void addCounts(State &state, std::vector<Event> &events)
{
    const auto emptied = emptyings(state);
    // Left out of the headcount too: its author had not heard that the hall was emptied before.
    const auto isLate = [&](qint64 hall, qint64 at) {
        return std::ranges::any_of(emptied, [&](const auto &one) { return one.first > hall && one.second < at; });
    };
    auto &counts =
        state.statement("SELECT time >> 16, zone, delta, op, hall FROM zone_count c WHERE day = ? AND NOT EXISTS"
                        "(SELECT 1 FROM zone_count_undone u WHERE u.target = c.op)");
    bindAll(counts, presence::resetCount(state));
    while (counts.executeStep()) {
        const auto at = counts.getColumn(0).getInt64();
        const auto delta = counts.getColumn(2).getInt64();
        if (!isLate(counts.getColumn(4).getInt64(), at)) {
            events.push_back({at, Event::Kind::Count, textOf(counts.getColumn(1)), delta, true,
                              idOf<OperationHash>(counts.getColumn(3))});
        }
    }
    for (const auto &recount : recounts(state)) {
        const auto at = toMsecs(recount.time.wall());
        if (!isLate(recount.period.hall, at)) {
            events.push_back({at, Event::Kind::Recount, recount.zone, recount.persons, false, recount.operation});
        }
    }
    for (const auto &[hall, at] : emptied) {
        events.push_back({at, Event::Kind::Emptied, {}, 0, false, {}});
    }
}

/// Walks through the events and keeps what was most.
class Walk {
public:
    Walk(const EventSetup &setup, const std::optional<Slicing> &slicing) : m_slicing(slicing)
    {
        for (const auto &zone : setup.zones) {
            ZoneRecord record;
            record.zone = zone.code;
            record.name = zone.name;
            record.softCapacity = zone.softCapacity;
            record.firmCapacity = zone.firmCapacity;
            record.capacityAuthor = zone.capacityAuthor;
            record.capacityBasis = zone.capacityBasis;
            record.unit = zone.unit;
            m_history.zones.push_back(std::move(record));
        }
        m_history.all.softCapacity = setup.softCapacity;
        m_history.all.firmCapacity = setup.firmCapacity;
        m_byHand.resize(m_history.zones.size());
        m_byScan.resize(m_history.zones.size());
    }

    void take(const Event &event)
    {
        const auto record = std::ranges::find(m_history.zones, event.zone, &ZoneRecord::zone);
        const auto i = std::size_t(record - m_history.zones.begin());
        const bool isPlanned = record != m_history.zones.end();
        openSlice(event.at);
        switch (event.kind) {
        case Event::Kind::Step: (isPlanned ? m_byScan[i] : m_elsewhere) += event.persons; break;
        case Event::Kind::Count: (isPlanned ? m_byHand[i] : m_ignored) += event.persons; break;
        case Event::Kind::Recount: (isPlanned ? m_byHand[i] : m_ignored) = event.persons - scanned(i); break;
        case Event::Kind::Emptied: sendHandsOut(); break;
        }
        if (event.kind == Event::Kind::Emptied) {
            return;
        }
        ++m_history.events;
        m_history.outside += m_slicing && !m_isSliced ? 1 : 0;
        if (event.kind == Event::Kind::Recount) {
            return;
        }
        if (isPlanned) {
            flow(*record, event.persons);
        }
        if (event.isOfVenue && (isPlanned ? record->unit == ZoneUnit::People : event.kind == Event::Kind::Step)) {
            flow(m_history.all, event.persons);
        }
    }

    /// All that happened at one moment is taken: a guest who walks from zone to zone is not in both.
    void look(WallTime at)
    {
        qint64 all = m_elsewhere;
        for (std::size_t i = 0; i < m_history.zones.size(); ++i) {
            const auto persons = std::max<qint64>(m_byScan[i] + m_byHand[i], 0);
            keep(m_history.zones[i], persons, at);
            all += m_history.zones[i].unit == ZoneUnit::People ? persons : 0;
        }
        keep(m_history.all, all, at);
    }

    [[nodiscard]] ZoneHistory take() { return std::move(m_history); }

private:
    [[nodiscard]] qint64 scanned(std::size_t i) const { return i < m_byScan.size() ? m_byScan[i] : 0; }

    void flow(ZoneRecord &record, qint64 persons) const
    {
        (persons > 0 ? record.admissions : record.exits) += std::abs(persons);
        if (m_isSliced) {
            (persons > 0 ? record.slices.back().arrivals : record.slices.back().exits) += std::abs(persons);
        }
    }

    /// Whoever was counted in by hand and is there when the hall is emptied goes then.
    void sendHandsOut()
    {
        for (std::size_t i = 0; i < m_byHand.size(); ++i) {
            const auto gone = std::exchange(m_byHand[i], 0);
            if (gone <= 0) {
                continue;
            }
            flow(m_history.zones[i], -gone);
            if (m_history.zones[i].unit == ZoneUnit::People) {
                flow(m_history.all, -gone);
            }
        }
    }

    /// Makes the slice that holds @p at the last one; of the time between nothing is told but who stayed.
    void openSlice(qint64 at)
    {
        m_isSliced = false;
        if (!m_slicing || at < toMsecs(m_slicing->from)) {
            return;
        }
        const auto length = std::chrono::milliseconds(m_slicing->length).count();
        const auto index = (at - toMsecs(m_slicing->from)) / length;
        if (index >= m_slicing->countMax) {
            return;
        }
        m_isSliced = true;
        const auto open = [&](ZoneRecord &record, qint64 i) {
            record.slices.push_back({m_slicing->from + i * m_slicing->length, 0, 0, record.persons, record.persons});
        };
        for (auto i = m_lastSlice ? *m_lastSlice + 1 : index; i <= index; ++i) {
            std::ranges::for_each(m_history.zones, [&](ZoneRecord &record) { open(record, i); });
            open(m_history.all, i);
        }
        m_lastSlice = index;
    }

    void keep(ZoneRecord &record, qint64 persons, WallTime at) const
    {
        record.persons = int(std::clamp<qint64>(persons, 0, std::numeric_limits<int>::max()));
        if (record.persons > record.peak) {
            record.peak = record.persons;
            record.peakAt = at;
        }
        if (m_isSliced) {
            record.slices.back().persons = record.persons;
            record.slices.back().peak = std::max(record.slices.back().peak, record.persons);
        }
    }

    std::optional<Slicing> m_slicing;
    std::optional<qint64> m_lastSlice;
    bool m_isSliced = false;  ///< What is taken now falls into the last slice.
    ZoneHistory m_history;
    std::vector<qint64> m_byHand;
    std::vector<qint64> m_byScan;
    qint64 m_elsewhere = 0;  ///< Guests in no zone of the plan.
    qint64 m_ignored = 0;    ///< Counts of zones that are not in the plan any more.
};

}  // namespace

ZoneHistory history(State &state, const EventSetup &setup, const std::optional<Slicing> &slicing)
{
    std::vector<Event> events;
    addSteps(state, events);
    addCounts(state, events);
    std::ranges::sort(events, {}, [](const Event &event) { return std::tie(event.at, event.kind, event.operation); });
    Walk walk(setup, slicing);
    for (auto event = events.begin(); event != events.end(); ++event) {
        walk.take(*event);
        if (std::next(event) == events.end() || std::next(event)->at != event->at) {
            walk.look(fromMsecs(event->at));
        }
    }
    return walk.take();
}

}  // namespace muster::zones
