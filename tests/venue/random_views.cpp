// What is seen of posts and incidents, as text: equal wherever the same is known.
#include "core/venue/incidents/incidents.h"
#include "core/venue/posts/gear.h"
#include "core/venue/posts/roster.h"
#include "core/venue/staff/sign_on.h"
#include "tests/venue/random_drafts.h"

#include <QTextStream>

namespace muster::test {
namespace {

/// Posts as a plan that has some would show them.
void showPosts(State &state, EventSetup setup, WallTime now, QTextStream &out)
{
    for (const auto &code : {QStringLiteral("gate"), QStringLiteral("door")}) {
        PostPlan post;
        post.code = code;
        post.zone = QStringLiteral("A");
        post.minimum = 2;
        post.ticks = {QStringLiteral("badge")};
        setup.posts.push_back(post);
        for (const auto &stay : posts::tenanciesOf(state, code, 100)) {
            out << stay.staff << toMsecs(stay.since) << ' ' << toMsecs(stay.until.value_or(WallTime{})) << '\n';
            for (const auto &ready : posts::readySpans(state, stay.staff, post.ticks)) {
                out << toMsecs(ready.since) << ' ' << toMsecs(ready.until.value_or(WallTime{})) << '\n';
            }
        }
    }
    const posts::Roster roster(state, setup, now);
    for (const auto &post : posts::viewsOf(state, setup, roster)) {
        out << post.code << ' ' << post.staffed << ' ' << toMsecs(post.gapSince.value_or(WallTime{}));
        for (const auto &one : post.standing) {
            out << ' ' << one.staff << one.missingTicks.join(QLatin1Char(' ')) << one.relief;
        }
        out << '\n';
    }
    for (const auto &point : posts::assemblyViews(state, setup, roster)) {
        out << point.place << ' ' << point.present << ' ' << point.missing << '\n';
    }
    for (const auto &stay : gear::out(state)) {
        out << stay.tag << ' ' << stay.staff << '\n';
    }
    for (const auto &one : staff::signedOn(state)) {
        out << one.staff << ' ' << one.device.toHex() << '\n';
    }
}

void showIncidents(State &state, const EventSetup &setup, WallTime now, QTextStream &out)
{
    for (const auto &incident : incidents::allViews(state, setup, now, nullptr)) {
        const auto whole = incidents::viewOf(state, setup, now, incident.number, nullptr);
        out << incident.operation.toHex() << int(incident.state) << incident.isUrgent << incident.isRestricted
            << incident.types.join(QLatin1Char(' ')) << incident.summary << incident.related.join(QLatin1Char(' '))
            << incident.duplicateOf << incident.pictures.size() << toMsecs(incident.touchedAt) << incident.lookOut
            << toMsecs(incident.happenedAt) << incident.exitsThat(true).join(QLatin1Char(' '));
        for (const auto &assignee : incident.assignees) {
            out << ' ' << assignee.staff << int(assignee.state) << assignee.isDoubled;
        }
        for (const auto &entry : whole ? whole->entries : std::vector<IncidentEntryView>()) {
            out << ' ' << entry.operation.toHex() << entry.isStruck << entry.said.en;
        }
        out << '\n';
    }
}

}  // namespace

QByteArray peopleView(State &state, const EventSetup &setup, WallTime now)
{
    QByteArray bytes;
    QTextStream out(&bytes);
    showIncidents(state, setup, now, out);
    showPosts(state, setup, now, out);
    out.flush();
    return bytes;
}

}  // namespace muster::test
