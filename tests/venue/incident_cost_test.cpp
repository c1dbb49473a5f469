// Goal: a look at the day does not become slower by what went wrong in it.
// Method: 5,000 incidents with ten entries each, nearly all closed, folded in memory; the best of several looks.
#include "core/journal/body.h"
#include "core/venue/day/day_query.h"
#include "core/venue/incidents/incidents.h"
#include "tests/support/catch.h"
#include "tests/support/pace.h"

#include <QElapsedTimer>

using namespace muster;
using namespace muster::test;
using incidents::Step;

namespace {

constexpr int incidentCount = 5'000;
constexpr int entryCount = 10;
constexpr int openCount = 40;
constexpr WallTime noon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(12)};

QString q(const char *text) { return QString::fromLatin1(text); }

class TroubledDay {
public:
    TroubledDay()
        : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), m_state(m_database), m_venue({}, {})
    {
        m_venue.createTables(m_state);
        for (int i = 0; i < incidentCount; ++i) {
            const auto incident = apply(incidents::openedKind(), {{key("number"), QString::number(i + 1)},
                                                                  {key("zone"), q(i % 2 == 0 ? "A" : "D")},
                                                                  {key("types"), QCborArray{q("spill")}},
                                                                  {key("text"), q("water on the floor")},
                                                                  {key("day"), 0}});
            for (int entry = 0; entry < entryCount; ++entry) {
                apply(incidents::kindOf(Step::Noted),
                      {{key("incident"), incident.toBytes()}, {key("text"), q("still wet")}});
            }
            if (i < incidentCount - openCount) {
                apply(incidents::kindOf(Step::Changed),
                      {{key("incident"), incident.toBytes()}, {key("state"), 3}, {key("version"), 1}});
            } else {
                apply(incidents::kindOf(Step::Assigned), {{key("incident"), incident.toBytes()},
                                                          {key("staff"), q("S1")},
                                                          {key("state"), 0},
                                                          {key("version"), 1}});
            }
        }
        m_venue.settle(m_state);
    }
    State &state() { return m_state; }

private:
    OperationHash apply(const QString &kind, const QCborMap &body)
    {
        ++m_number;
        Operation operation;
        operation.kind = kind;
        operation.sequence = Sequence{m_number};
        operation.time = {HybridTime::at(noon).value + (m_number << 16U)};
        operation.body = QCborValue(body).toCbor();
        operation.hash = operationHashOf(operation.encode());
        REQUIRE(m_venue.apply(m_state, operation).kind == Folded::Kind::Applied);
        return operation.hash;
    }

    SQLite::Database m_database;
    State m_state;
    Venue m_venue;
    quint64 m_number = 0;
};

}  // namespace

TEST_CASE("a look at a troubled day is cheap", "[incidents][cost]")
{
    TroubledDay day;
    EventSetup plan;
    plan.zones = {{q("A"), {}, {}, {}, {}, {}, {}}, {q("D"), {}, {}, {}, {}, {}, {}}};
    plan.incidentTypes.emplace_back().code = q("spill");
    const auto now = noon + std::chrono::minutes(2);
    qint64 best = std::numeric_limits<qint64>::max();
    std::vector<IncidentView> views;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        views = incidents::viewsOf(day.state(), plan, now);
        std::vector<AlertView> alerts;
        incidents::addAlerts(day.state(), plan, now, alerts);
        best = std::min(best, timer.nsecsElapsed() / 1'000);
        day.state().finishQueries();
    }
    CAPTURE(best);
    CHECK(best < 20'000 * timeSlack);
    CHECK(incidents::openCount(day.state()) == openCount);
    REQUIRE(views.size() == std::size_t(openCount + incidents::closedShownMax));
    CHECK(views.front().number == QString::number(incidentCount - openCount + 1));
    CHECK(views.front().assignees.front().isDoubled);
    CHECK(views[openCount].number == QString::number(incidentCount - openCount));  // The latest closed.
}
