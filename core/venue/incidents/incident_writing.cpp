#include "core/venue/incidents/incident_writing.h"

namespace muster::incidents {
namespace {

Words noSuchIncident(const QString &number)
{
    return {QStringLiteral("没有编号为 %1 的事件").arg(number), QStringLiteral("There is no incident %1").arg(number)};
}

Words sayWhat() { return {QStringLiteral("请说明发生了什么"), QStringLiteral("Please say what happened")}; }

Words cannotSeal()
{
    return {QStringLiteral("无法加密，请联系总控"), QStringLiteral("It cannot be sealed: tell the coordinator")};
}

}  // namespace

Status say(Desk &desk, bool isRestricted, const QCborMap &said, QCborMap &body)
{
    bool isEmpty = true;
    for (auto word = said.begin(); word != said.end(); ++word) {
        isEmpty = isEmpty && word.value().toString().isEmpty() && word.value().toByteArray().isEmpty();
    }
    if (isEmpty) {
        return {};
    }
    if (!isRestricted) {
        body.insert(key("text"), said.value(words::text).toString());
        return {};
    }
    const auto sealed = sealWords(said, desk.journal().options().eventKey, desk.journal().random());
    if (!sealed) {
        return fail(sealed);
    }
    body.insert(key("sealed"), *sealed);
    return {};
}

void setHappened(QCborMap &body, const std::optional<WallTime> &happenedAt)
{
    if (happenedAt) {
        body.insert(key("happened_s"), toMsecs(*happenedAt) / 1'000);
    }
}

bool isAny(const EventSetup &setup, const QStringList &types, bool IncidentType::*flag)
{
    return std::ranges::any_of(setup.incidentTypes,
                               [&](const IncidentType &type) { return type.*flag && types.contains(type.code); });
}

void tell(Tables &state, const std::optional<Incident> &incident, Answer &answer)
{
    if (incident) {
        answer.number = incident->number;
        answer.zone = incident->zone;
        answer.subjects = maybeSame(state, *incident);
    }
}

Answer unknown(Desk &desk, const Act &act, const QString &number)
{
    return desk.refused(act, Outcome::NotFound, noSuchIncident(number.left(numberMax)), QStringLiteral("no_incident"));
}

Answer noWords(Desk &desk, const Act &act)
{
    return desk.refused(act, Outcome::NotAllowed, sayWhat(), QStringLiteral("no_words"));
}

Answer notAWatch(Desk &desk, const Act &act)
{
    return desk.refused(
        act, Outcome::NotAllowed,
        {QStringLiteral("此类事件无需出口留意"), QStringLiteral("No exit looks out for incidents of this type")},
        QStringLiteral("not_a_watch"));
}

Answer notSealed(Desk &desk, const Act &act)
{
    return desk.refused(act, Outcome::Failed, cannotSeal(), QStringLiteral("not_sealed"));
}

}  // namespace muster::incidents
