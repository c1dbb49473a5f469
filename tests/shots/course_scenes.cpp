// A zone's lead, and the coordinator's pages of people and the course of the day.
#include "tests/qml/sample_course.h"
#include "tests/shots/states.h"

#include <QQuickItem>
#include <QQuickWindow>

namespace muster::test {
namespace {

using Do = std::function<void(Face &, FakeNode &, FakeEnrolment &)>;

const QString zone = QStringLiteral("zone");
const QString coordinator = QStringLiteral("coordinator");

std::function<void(FakeNode &)> on(const QString &role, const DayView &day)
{
    return [=](FakeNode &node) {
        node.setIdentity(courseIdentity(role));
        node.setDay(day);
        node.incidents = {sampleIncident()};
        node.decide = [](const Act &) {
            Answer done;
            done.outcome = Outcome::Done;
            done.number = QStringLiteral("20");
            done.operation = sampleId<OperationHash>(5);
            return done;
        };
    };
}

/// Page @p page of the screen called @p screen, and then @p more.
Do turnTo(const char *screen, int page, Do more = {})
{
    return [=](Face &face, FakeNode &node, FakeEnrolment &enrolment) {
        face.window()->findChild<QQuickItem *>(QString::fromLatin1(screen))->setProperty("page", page);
        settle();
        if (more) {
            more(face, node, enrolment);
            settle();
        }
    };
}

void refuse(FakeNode &node, const char16_t *zh, const char16_t *en)
{
    node.decide = [=](const Act &) {
        Answer refused;
        refused.outcome = Outcome::Refused;
        refused.reason = {QString::fromUtf16(zh), QString::fromUtf16(en)};
        return refused;
    };
}

DayView zoneDay(int count)
{
    DayView day = courseDay();
    day.zones[3].count = count;
    day.zones[3].fullInMinutes = count < 600 ? std::optional(14) : std::nullopt;
    return day;
}

/// At the door of zone D, whose west exit is to look out.
State watchingDoor()
{
    const auto greeter = QStringLiteral("greeter");
    return {QStringLiteral("watch"),
            greeter,
            [greeter](FakeNode &node) {
                on(greeter, alertedDay())(node);
                Identity identity = courseIdentity(greeter);
                Station door = identity.event.stations.front();
                door.code = QStringLiteral("gate-d");
                door.role = greeter;
                identity.event.stations.push_back(door);
                identity.station = door.code;
                node.setIdentity(identity);
            },
            {}};
}

/// Of ZoneScreen.
enum Page { Home, Posts, Incidents, Log, Tasks, Mode, Recount, Alerts };

State at(const char *name, Do act, const DayView &day = courseDay())
{
    return {QString::fromLatin1(name), zone, on(zone, day), std::move(act)};
}

}  // namespace

std::vector<State> zoneStates()
{
    const auto page = [](int number, Do more = {}) { return turnTo("zoneScreen", number, std::move(more)); };
    DayView cutOff = zoneDay(603);
    cutOff.link.isCutOff = true;
    cutOff.link.unsent = 4;
    cutOff.knownSince = sampleNow() - std::chrono::seconds(31);
    cutOff.modes[0].mode = modes::Mode::Slow;
    DayView calm = emptyDay();
    return {at("idle", {}, zoneDay(212)),
            at("busy",
               [](Face &face, FakeNode &, FakeEnrolment &) {
                   face.zone()->countOne(1);
                   settle();
               }),
            at("full", {}, cutOff),
            at("empty", {}, calm),
            at("unknown", {}, {}),
            at("called", {}, alertedDay()),
            at("alerts", page(Alerts), alertedDay()),
            at("logged",
               [](Face &face, FakeNode &, FakeEnrolment &) {
                   face.zone()->log(QStringLiteral("spill"));
                   settle();
               }),
            at("log", page(Log)),
            at("posts", page(Posts)),
            at("post", page(Posts, [](Face &face, FakeNode &,
                                      FakeEnrolment &) { face.zone()->selectPost(QStringLiteral("guide-2")); })),
            at("post-refused", page(Posts,
                                    [](Face &face, FakeNode &node, FakeEnrolment &) {
                                        refuse(node, u"离岗后该岗位少于最低人数，请先安排替岗",
                                               u"The post would be below its minimum: name a relief first");
                                        face.zone()->selectPost(QStringLiteral("guide-1"));
                                        face.zone()->takeOut(QStringLiteral("S-31"));
                                    })),
            at("incidents", page(Incidents)),
            at("incident", page(Incidents, [](Face &face, FakeNode &,
                                              FakeEnrolment &) { face.zone()->openIncident(QStringLiteral("17")); })),
            at("incident-change", page(Incidents,
                                       [](Face &face, FakeNode &, FakeEnrolment &) {
                                           face.zone()->openIncident(QStringLiteral("17"));
                                           settle();
                                           auto *button =
                                               face.window()->findChild<QQuickItem *>(QStringLiteral("changeIncident"));
                                           QMetaObject::invokeMethod(button, "clicked");
                                       })),
            at("tasks", page(Tasks)),
            at("tasks-scan", page(Tasks, [](Face &face, FakeNode &,
                                            FakeEnrolment &) { face.zone()->scanFor(QStringLiteral("clean-d")); })),
            at("mode", page(Mode)),
            at("recount", page(Recount,
                               [](Face &face, FakeNode &, FakeEnrolment &) {
                                   face.zone()->typeHead(QStringLiteral("4"));
                                   face.zone()->typeHead(QStringLiteral("9"));
                               })),
            watchingDoor()};
}

std::vector<State> wallStates()
{
    const auto state = [](const char *name, const DayView &day, const char *of = "wall-d") {
        return State{QString::fromLatin1(name),
                     QStringLiteral("wall"),
                     [=](FakeNode &node) {
                         auto identity = wallIdentity();
                         identity.station = QString::fromLatin1(of);
                         node.setIdentity(identity);
                         node.setDay(day);
                     },
                     {}};
    };
    DayView crowded = courseDay();
    for (int i = 0; i < 16; ++i) {
        PostView more = crowded.posts[1];
        more.code = QStringLiteral("more-%1").arg(i);
        more.standing[0].staff = QStringLiteral("M-%1").arg(i);
        more.standing[0].isOverlong = i < 3;
        crowded.posts.push_back(more);
    }
    DayView old = courseDay();
    old.knownSince = sampleNow() - std::chrono::minutes(3);
    return {state("idle", courseDay()), state("crowded", crowded), state("stale", old), state("unknown", {}),
            state("nowhere", courseDay(), "elsewhere")};
}

std::vector<State> courseStates()
{
    constexpr int posts = 6;  // Of CoordinatorBar's pages; the others follow.
    const auto state = [](const char *name, Do act, const DayView &day = courseDay()) {
        return State{QStringLiteral("course-") + QString::fromLatin1(name), coordinator, on(coordinator, day),
                     std::move(act)};
    };
    const auto page = [](int number, Do more = {}) { return turnTo("coordinatorScreen", number, std::move(more)); };
    return {
        state("overview", {}),
        state("morning", {}, morningDay()),
        state("posts", page(posts)),
        state("post", page(posts, [](Face &face, FakeNode &,
                                     FakeEnrolment &) { face.course()->selectPost(QStringLiteral("guide-2")); })),
        state("incidents", page(posts + 1)),
        state("incident", page(posts + 1, [](Face &face, FakeNode &,
                                             FakeEnrolment &) { face.course()->openIncident(QStringLiteral("17")); })),
        state("watch", page(posts + 1, [](Face &face, FakeNode &,
                                          FakeEnrolment &) { face.course()->openIncident(QStringLiteral("19")); })),
        state("log", page(posts + 1,
                          [](Face &face, FakeNode &, FakeEnrolment &) {
                              auto *button = face.window()->findChild<QQuickItem *>(QStringLiteral("logIncident"));
                              QMetaObject::invokeMethod(button, "clicked");
                          })),
        state("show", page(posts + 2)),
        state("doors",
              page(posts + 2,
                   [](Face &face, FakeNode &node, FakeEnrolment &) {
                       refuse(node, u"开门条件未满足：西出口缺 1 人，紧急事件 19 未处理",
                              u"Doors cannot open: exit west lacks one, urgent incident 19 is open");
                       face.course()->selectCue(QStringLiteral("doors"));
                       face.course()->advanceCue(CourseModel::GoCue, 0);
                   }),
              morningDay()),
        state("tasks", page(posts + 3)),
        state("materials", page(posts + 4)),
        state("material",
              page(posts + 4, [](Face &face, FakeNode &,
                                 FakeEnrolment &) { face.course()->selectMaterial(QStringLiteral("forms")); })),
        state("material-lent",
              page(posts + 4, [](Face &face, FakeNode &,
                                 FakeEnrolment &) { face.course()->selectMaterial(QStringLiteral("radio")); })),
        state("hall", page(posts + 5)),
        state("pages-unknown", page(posts + 2), {})};
}

}  // namespace muster::test
