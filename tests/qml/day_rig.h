#pragma once
#include "app/models/course_model.h"
#include "app/models/zone_controller.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_course.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>

/// A zone's lead or the commander over a node that answers as told, for tests of their models.
namespace muster::test {

inline QString q(const char *text) { return QString::fromLatin1(text); }

inline void settle()
{
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
    }
}

template<class Model>
struct DayRig {
    FakeNode node;
    Settings settings;
    std::unique_ptr<Model> model;

    explicit DayRig(const char *role, DayView day = courseDay())
    {
        node.setNow(sampleNow());
        node.setIdentity(courseIdentity(q(role)));
        node.setDay(std::move(day));
        node.incidents = {sampleIncident()};
        answer(Outcome::Done);
        settings.setLanguage(q("en"));
        settings.adopt(sampleEvent());
        model = std::make_unique<Model>(node, settings, q("S-30"));
        settle();
    }
    void answer(Outcome outcome)
    {
        node.decide = [outcome](const Act &) {
            Answer told;
            told.outcome = outcome;
            told.number = q("20");
            told.operation = sampleId<OperationHash>(5);
            told.reason = {q("缺人"), q("one is missing")};
            return told;
        };
    }
    template<class Command>
    [[nodiscard]] Command last() const
    {
        REQUIRE(!node.acts.empty());
        const auto *command = std::get_if<Command>(&node.acts.back().command);
        REQUIRE(command != nullptr);
        CHECK(node.acts.back().actor == q("S-30"));
        return *command;
    }
};

struct ZoneRig : DayRig<ZoneController> {
    explicit ZoneRig(DayView day = courseDay()) : DayRig("zone", std::move(day)) {}
};

struct CourseRig : DayRig<CourseModel> {
    explicit CourseRig(DayView day = courseDay()) : DayRig("coordinator", std::move(day)) {}
};

inline constexpr auto isTested = QAbstractItemModelTester::FailureReportingMode::Fatal;

}  // namespace muster::test
