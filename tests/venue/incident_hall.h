#pragma once
#include "core/venue/incidents/incidents.h"
#include "tests/venue/hall.h"

namespace muster::test {

inline constexpr int hub = 0;
inline constexpr int desk = 1;
inline constexpr int other = 2;

inline QString q(const char *text) { return QString::fromUtf8(text); }

inline IncidentType typeOf(const char *code, const char *zh, const char *en)
{
    IncidentType type;
    type.code = q(code);
    type.name = {q(zh), q(en)};
    return type;
}

inline EventSetup incidentPlan()
{
    auto plan = Hall::samplePlan();
    auto medical = typeOf("medical", "医疗", "Medical");
    medical.checklist = {{q("aid"), {q("急救员"), q("first aid called")}}, {q("way"), {q("清路"), q("way is free")}}};
    medical.isUrgent = true;
    medical.isRestricted = true;
    auto spill = typeOf("spill", "地面", "Spill");
    spill.answerMinutes = 5;
    auto child = typeOf("child", "走失", "Missing person");
    child.isUrgent = true;
    child.isWatch = true;
    auto lost = typeOf("lost", "失物", "Lost property");
    lost.isProperty = true;
    plan.incidentTypes = {medical, spill, child, lost};
    for (int i = 1; i <= 2; ++i) {
        Station station;
        station.code = q("gate-%1").arg(i);
        station.role = q("greeter");
        station.zone = q("A");
        plan.stations.push_back(station);
    }
    Station kiosk;  // Guests serve themselves there: nobody looks out.
    kiosk.code = q("kiosk-1");
    kiosk.role = q("kiosk");
    plan.stations.push_back(kiosk);
    plan.staff = {{q("S1"), q("王芳"), {}, {}, {q("security")}, {}}, {q("S2"), q("李强"), {}, {}, {q("medic")}, {}}};
    return plan;
}

/// The hub reads what is sealed; desks never can.
struct IncidentHall : Hall {
    explicit IncidentHall(Disk disk = Disk::Memory, EventSetup plan = incidentPlan())
        : Hall(3, std::move(plan), disk), reader(eventKey())
    {
    }
    Answer log(int device, const char *type, const char *text, bool isRestricted = false)
    {
        clock().advance(std::chrono::seconds(1));
        incidents::Open open;
        open.types = type == nullptr ? QStringList() : QStringList{q(type)};
        open.text = q(text);
        open.isRestricted = isRestricted;
        return decide(device, open, q("S1"));
    }
    template<class Act>
    Answer then(int device, const Act &act)
    {
        clock().advance(std::chrono::seconds(1));
        return decide(device, act, q("S2"));
    }
    Answer setState(int device, const QString &number, incidents::State state, const char *reason = "")
    {
        incidents::Change change;
        change.incident = number;
        change.state = state;
        change.reason = q(reason);
        return then(device, change);
    }
    IncidentView show(int device, const QString &number, bool isReading = false)
    {
        std::optional<IncidentView> view;
        auto &at = this->at(device);
        REQUIRE(at.journal->read([&](State &state) {
            view =
                incidents::viewOf(state, at.venue.setup(state), clock().wall(), number, isReading ? &reader : nullptr);
        }));
        REQUIRE(view);
        return *view;
    }
    QStringList alerts(int device)
    {
        QStringList kinds;
        for (const auto &alert : day(device).alerts) {
            if (alert.kind.contains(q("incident")) || alert.kind.contains(q("watch"))) {
                kinds << alert.kind;
            }
        }
        return kinds;
    }
    void acknowledge(int device, const char *kind)
    {
        const auto all = day(device).alerts;
        const auto found = std::ranges::find(all, q(kind), &AlertView::kind);
        REQUIRE(found != all.end());
        REQUIRE(decide(device, AcknowledgeAlert{found->id, 0}).outcome == Outcome::Done);
    }

    incidents::Reader reader;
};

}  // namespace muster::test
