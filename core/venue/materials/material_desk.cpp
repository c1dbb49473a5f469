// Counting materials out and back, and marking documents.
#include "core/journal/body.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/presence.h"
#include "core/venue/materials/serials.h"
#include "core/venue/staff/people.h"

namespace muster::materials {
namespace {

Words noSuchMaterial(const QString &code)
{
    return {QStringLiteral("方案里没有物料“%1”").arg(code),
            QStringLiteral("The plan has no material \"%1\"").arg(code)};
}

Words noCount()
{
    return {QStringLiteral("请填写件数（不超过 %1，记错可填负数）").arg(countMax),
            QStringLiteral("Say how many, %1 at most; fewer than none takes a slip back").arg(countMax)};
}

Words notSoMany(qint64 there)
{
    return {QStringLiteral("此前只记了 %1 件，不能再减这么多").arg(there),
            QStringLiteral("Only %1 were counted so far: no more can be taken back").arg(there)};
}

Words goesBySerial(const Material &material)
{
    return {QStringLiteral("“%1”按编号领用，请登记编号").arg(material.name.zh),
            QStringLiteral("\"%1\" goes by its numbers: say which").arg(material.name.en)};
}

Words hasNoSerials(const QString &code)
{
    return {QStringLiteral("物料“%1”没有编号").arg(code), QStringLiteral("Material \"%1\" has no numbers").arg(code)};
}

Words notInRange(const Material &material)
{
    const auto first = serialText(material, *material.serialFrom);
    const auto last = serialText(material, *material.serialTo);
    return {QStringLiteral("编号须在 %1 至 %2 之间").arg(first, last),
            QStringLiteral("The numbers run from %1 to %2").arg(first, last)};
}

Words isUsedAlready(const QString &serial)
{
    return {QStringLiteral("%1 已使用或已作废，不能再领用").arg(serial),
            QStringLiteral("%1 is used or void: it cannot be issued again").arg(serial)};
}

Words voidNeedsNote() { return {QStringLiteral("作废请写明原因"), QStringLiteral("Say why it is void")}; }

/// Who or where is named and unknown to the plan.
std::optional<Answer> objection(Desk &desk, const Act &act, const QString &zone, const QString &staff)
{
    const auto &setup = desk.setup();
    if (!zone.isEmpty() && findByCode(setup.zones, zone) == nullptr) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchZone(zone), QStringLiteral("no_zone"));
    }
    if (!staff.isEmpty() && !setup.staff.empty() && !staff::find(desk.state(), setup, staff)) {
        return desk.refused(act, Outcome::NotFound, rules::unknownStaff(staff), QStringLiteral("no_staff"));
    }
    return std::nullopt;
}

/// Their own code, of what a badge says.
QString codeOf(Desk &desk, const QString &staff)
{
    const auto member = staff.isEmpty() ? std::nullopt : staff::find(desk.state(), desk.setup(), staff);
    return member ? member->code : staff;
}

int lastOf(const Mark &command) { return command.to == 0 ? command.from : command.to; }

/// The first of the serials that are used or void; nothing if all may be issued.
std::optional<int> usedSerial(State &state, const Mark &command)
{
    for (const auto &run : serials::runs(state, command.material, command.from, lastOf(command))) {
        if (run.step == SerialStep::Used || run.step == SerialStep::Void) {
            return std::max(run.first, command.from);
        }
    }
    return std::nullopt;
}

}  // namespace

Answer decide(Desk &desk, const Act &act, const Move &command)
{
    const auto *material = findByCode(desk.setup().materials, command.material);
    if (material == nullptr) {
        return desk.refused(act, Outcome::NotFound, noSuchMaterial(command.material), QStringLiteral("no_material"));
    }
    if (command.count == 0 || std::abs(qint64(command.count)) > countMax) {
        return desk.refused(act, Outcome::NotAllowed, noCount(), QStringLiteral("count"));
    }
    if (material->isNumbered() && (command.step == Step::Issued || command.step == Step::Returned)) {
        return desk.refused(act, Outcome::NotAllowed, goesBySerial(*material), QStringLiteral("numbered"));
    }
    if (auto no = objection(desk, act, command.zone, command.staff)) {
        return std::move(*no);
    }
    const auto there = sums(desk.state())[material->code][std::size_t(command.step)];
    if (command.count < 0 && there + command.count < 0) {
        return desk.refused(act, Outcome::Refused, notSoMany(there), QStringLiteral("not_so_many"));
    }
    Draft draft;
    draft.kind = movedKind();
    draft.body = {{key("material"), material->code},
                  {key("step"), int(command.step)},
                  {key("count"), command.count},
                  {key("zone"), command.zone},
                  {key("staff"), codeOf(desk, command.staff)},
                  {key("note"), command.note.trimmed().left(noteLengthMax)},
                  {key("station"), desk.post().station},
                  {key("day"), presence::resetCount(desk.state())}};
    return desk.done(act, std::move(draft));
}

Answer decide(Desk &desk, const Act &act, const Mark &command)
{
    const auto *material = findByCode(desk.setup().materials, command.material);
    if (material == nullptr) {
        return desk.refused(act, Outcome::NotFound, noSuchMaterial(command.material), QStringLiteral("no_material"));
    }
    if (!material->isNumbered()) {
        return desk.refused(act, Outcome::NotAllowed, hasNoSerials(material->code), QStringLiteral("not_numbered"));
    }
    auto mark = command;
    mark.to = lastOf(command);
    mark.note = command.note.trimmed().left(noteLengthMax);
    const bool isInRange = *material->serialFrom <= mark.from && mark.from <= mark.to && mark.to <= *material->serialTo;
    if (!isInRange || mark.to - mark.from >= serials::runLengthMax || mark.to > serials::serialMax) {
        return desk.refused(act, Outcome::NotFound, notInRange(*material), QStringLiteral("not_in_range"));
    }
    if (mark.step == SerialStep::Void && mark.note.isEmpty()) {
        return desk.refused(act, Outcome::NotAllowed, voidNeedsNote(), QStringLiteral("reason"));
    }
    if (auto no = objection(desk, act, {}, mark.staff)) {
        return std::move(*no);
    }
    mark.staff = codeOf(desk, mark.staff);
    const auto used = mark.step == SerialStep::Issued ? usedSerial(desk.state(), mark) : std::nullopt;
    if (used) {
        return desk.refused(act, Outcome::Refused, isUsedAlready(serialText(*material, *used)),
                            QStringLiteral("already_used"));
    }
    auto answer = desk.done(act, serials::marked(desk.state(), mark, desk.post().station));
    recall(desk, mark, answer);
    return answer;
}

void recall(Desk &desk, const Mark &command, Answer &answer)
{
    if (const auto *material = findByCode(desk.setup().materials, command.material)) {
        answer.subjects = {serialText(*material, command.from), serialText(*material, lastOf(command))};
    }
}

}  // namespace muster::materials
