// Exits that look out, things that are given back, pictures; and what an act that comes again is told.
#include "core/venue/incidents/incident_writing.h"

namespace muster::incidents {
namespace {

/// By what was written: after a reset its number finds it no more.
void nameAgain(Desk &desk, Answer &answer)
{
    const auto of = answer.operation ? incidentOf(desk.state(), *answer.operation) : std::nullopt;
    const auto incident = of ? find(desk.state(), *of) : std::nullopt;
    answer.number = incident ? incident->number : QString();
}

}  // namespace

Answer decide(Desk &desk, const Act &act, const AcknowledgeWatch &command)
{
    const auto incident = find(desk.state(), command.incident);
    const auto &setup = desk.setup();
    if (!incident) {
        return unknown(desk, act, command.incident);
    }
    if (!isAny(setup, incident->types, &IncidentType::isWatch)) {
        return notAWatch(desk, act);
    }
    auto exit = command.post.trimmed();
    if (exit.isEmpty()) {
        const auto &station = desk.post().station;
        const auto *planned = findByCode(setup.stations, station);
        const auto here = exitsAt(setup, station, planned == nullptr ? QString() : planned->zone);
        exit = here.contains(station) ? station : here.size() == 1 ? here.first() : QString();
    }
    const auto exits = exitsOf(setup);
    if (std::ranges::find(exits, exit, &ExitView::code) == exits.end()) {
        return desk.refused(act, Outcome::NotFound,
                            {QStringLiteral("请说明是哪个出口"), QStringLiteral("Please say which exit looks out")},
                            QStringLiteral("no_post"));
    }
    return Writing(desk, act, *incident, Step::Watched).set("post", exit).set("seen", incident->lookOutVersion).done();
}

Answer decide(Desk &desk, const Act &act, const GiveBack &command)
{
    const auto incident = find(desk.state(), command.incident);
    if (!incident) {
        return unknown(desk, act, command.incident);
    }
    const auto to = command.to.trimmed().left(returnMax);
    const auto proof = command.proof.trimmed().left(returnMax);
    const auto signature = command.signature.trimmed().left(returnMax);
    if (to.isEmpty() || proof.isEmpty() || signature.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed,
                            {QStringLiteral("请填写领取人、证明和签名"),
                             QStringLiteral("Please say who took it, what they showed, and have them sign")},
                            QStringLiteral("not_signed"));
    }
    return Writing(desk, act, *incident, Step::Returned)
        .done({{words::to, to}, {words::proof, proof}, {words::signature, signature}}, true);
}

void recall(Desk &desk, const Open & /*command*/, Answer &answer)
{
    tell(desk.state(), answer.operation ? find(desk.state(), *answer.operation) : std::nullopt, answer);
}
void recall(Desk &desk, const Note & /*command*/, Answer &answer) { nameAgain(desk, answer); }
void recall(Desk &desk, const Change & /*command*/, Answer &answer) { nameAgain(desk, answer); }
void recall(Desk &desk, const Assign & /*command*/, Answer &answer) { nameAgain(desk, answer); }
void recall(Desk &desk, const Link & /*command*/, Answer &answer) { nameAgain(desk, answer); }
void recall(Desk &desk, const Check & /*command*/, Answer &answer) { nameAgain(desk, answer); }
void recall(Desk &desk, const Attach & /*command*/, Answer &answer)
{
    nameAgain(desk, answer);
    auto &row = desk.state().statement("SELECT blob FROM incident_step WHERE op = ?");
    if (answer.operation && bindAll(row, *answer.operation).executeStep()) {
        answer.subjects = {QString::fromLatin1(bytesOf(row.getColumn(0)).toHex())};
    }
}
void recall(Desk &desk, const AcknowledgeWatch & /*command*/, Answer &answer) { nameAgain(desk, answer); }
void recall(Desk &desk, const GiveBack & /*command*/, Answer &answer) { nameAgain(desk, answer); }
void recall(Desk &desk, const Strike &command, Answer &answer)
{
    const auto of = incidentOf(desk.state(), command.entry);
    const auto incident = of ? find(desk.state(), *of) : std::nullopt;
    answer.number = incident ? incident->number : QString();
}

Answer attach(Desk &desk, const Act &act, const Attach &command, const Keep &keep)
{
    const auto incident = find(desk.state(), command.incident);
    if (!incident) {
        return unknown(desk, act, command.incident);
    }
    if (command.content.isEmpty() || command.content.size() > pictureBytesMax) {
        return desk.refused(act, Outcome::NotAllowed,
                            {QStringLiteral("照片须小于 2 MB"), QStringLiteral("A picture has at most 2 MiB")},
                            QStringLiteral("picture_too_big"));
    }
    qint64 bytes = command.content.size();
    const auto others = entriesOf(desk.state(), incident->operation, Step::Pictured);
    for (const auto &other : others) {
        bytes += other.value;
    }
    if (others.size() >= std::size_t(picturesMax) || bytes > incidentPictureBytesMax) {
        return desk.refused(
            act, Outcome::NotAllowed,
            {QStringLiteral("此事件的照片已满"), QStringLiteral("This incident has as many pictures as it may have")},
            QStringLiteral("too_many_pictures"));
    }
    QCborMap said{{words::text, command.name.trimmed().left(roleMax)}};
    auto content = command.content;
    if (incident->isRestricted) {
        const auto once = SecretKey::make(desk.journal().random());
        content = seal(content, once, incident->operation.toBytes(), desk.journal().random());
        said.insert(words::key, once.toBytes());
    }
    const auto blob = hash256(content);
    if (const auto kept = keep(blob, content); !kept) {
        return desk.refused(act, Outcome::Failed, {kept.error().detail, kept.error().detail},
                            QStringLiteral("not_kept"));
    }
    Writing writing(desk, act, *incident, Step::Pictured);
    auto answer = writing.set("blob", blob.toBytes()).set("size", qint64(content.size())).done(said);
    answer.subjects = {blob.toHex()};
    return answer;
}

}  // namespace muster::incidents
