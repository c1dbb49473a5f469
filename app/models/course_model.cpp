#include "app/models/course_model.h"

#include "app/models/course_lines.h"
#include "core/venue/staff/role_words.h"

#include <algorithm>

namespace muster {
namespace {

static_assert(CourseModel::CueSkipped == int(CueState::Skipped) && CourseModel::ShiftCue == int(cues::Step::Shift) &&
              CourseModel::Close == int(Phase::Close) && CourseModel::Broken == int(materials::Step::Broken) &&
              CourseModel::SerialReturned == int(materials::SerialStep::Returned));

bool hasBegun(const CueView &cue) { return cue.state != CueState::Waiting && cue.state != CueState::Held; }

}  // namespace

CourseModel::CourseModel(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : DayController(node, settings, std::move(actor), parent)
{
    readDay();
}

const CueView *CourseModel::doors() const
{
    const auto found = std::ranges::find(day().cues, true, &CueView::isDoors);
    return found == day().cues.end() ? nullptr : &*found;
}

QString CourseModel::doorsIn() const
{
    const CueView *cue = doors();
    return isKnown() && cue && cue->expected ? lines::countdown(*cue->expected, node().now()) : figure(std::nullopt);
}

QString CourseModel::doorsAt() const
{
    const CueView *cue = doors();
    return cue ? timeOf(cue->startedAt ? cue->startedAt : cue->expected) : QString();
}

bool CourseModel::isBeforeDoors() const
{
    const CueView *cue = doors();
    return cue && !hasBegun(*cue);
}

bool CourseModel::areDoorsLate() const
{
    const CueView *cue = doors();
    return cue && !hasBegun(*cue) && cue->expected && *cue->expected < node().now();
}

QString CourseModel::nextCue() const
{
    const auto next = std::ranges::find(m_cues.rows(), int(CueWaiting), &CueRow::status);
    return next == m_cues.rows().end() ? QString() : next->name;
}

QString CourseModel::nextCueAt() const
{
    const auto next = std::ranges::find(m_cues.rows(), int(CueWaiting), &CueRow::status);
    return next == m_cues.rows().end() ? QString() : next->expected;
}

int CourseModel::cuesLate() const
{
    const WallTime now = node().now();
    return int(std::ranges::count_if(day().cues, [now](const CueView &cue) {
        const bool isDue = cue.planned && *cue.planned < now;
        return cue.isOverrun || (isDue && !hasBegun(cue));
    }));
}

QString CourseModel::materialName() const
{
    const auto row = std::ranges::find(m_materials.rows(), m_material, &MaterialRow::key);
    return row == m_materials.rows().end() ? QString() : row->name;
}

bool CourseModel::isMaterialNumbered() const
{
    const auto row = std::ranges::find(m_materials.rows(), m_material, &MaterialRow::key);
    return row != m_materials.rows().end() && row->isNumbered;
}

int CourseModel::materialsShort() const
{
    return int(std::ranges::count_if(day().materials, [](const MaterialView &view) { return view.shortBy > 0; }));
}

int CourseModel::materialsOut() const
{
    return int(std::ranges::count_if(
        day().materials, [](const MaterialView &view) { return view.outstanding > 0 || view.unaccounted > 0; }));
}

void CourseModel::selectCue(const QString &cue)
{
    m_cue = {};
    m_cue.code = cue;
    showCues();
}

void CourseModel::advanceCue(int step, int minutes)
{
    if (step >= GoCue && step <= ShiftCue && !m_cue.code.isEmpty()) {
        cues::Advance command;
        command.cue = m_cue.code;
        command.step = cues::Step(step);
        command.minutes = minutes;
        act(command);
    }
}

void CourseModel::nextPhase()
{
    if (phase() < Close) {
        act(tasks::SetPhase{Phase(phase() + 1), {}});
    }
}

void CourseModel::selectMaterial(const QString &material)
{
    m_material = material;
    showMaterials();
}

void CourseModel::moveMaterial(int step, const QString &count, const QString &staff, const QString &inZone)
{
    bool isNumber = false;
    const int number = count.trimmed().toInt(&isNumber);
    if (step >= Packed && step <= Broken && isNumber && number != 0 && !m_material.isEmpty()) {
        act(materials::Move{m_material, materials::Step(step), number, inZone, staff, {}});
    }
}

void CourseModel::markSerials(int step, const QString &run, const QString &note, const QString &staff)
{
    if (auto mark = lines::markOf(m_material, step, run)) {
        mark->note = note.trimmed();
        mark->staff = staff;
        act(std::move(*mark));
    }
}

QString CourseModel::staffName(const QString &staff) const
{
    const auto found = std::ranges::find(day().roster.staff, staff, &StaffView::code);
    return found == day().roster.staff.end() || found->name.isEmpty() ? staff : found->name;
}

void CourseModel::setPlace(const QString &place)
{
    m_place = place;
    Q_EMIT placeChanged();
}

void CourseModel::say(const QString &to, const QString &text)
{
    if (!text.trimmed().isEmpty()) {
        act(messages::Say{to, text.trimmed()});
    }
}

void CourseModel::tick()
{
    DayController::tick();
    showCues();
}

void CourseModel::showDay()
{
    DayController::showDay();
    showCues();
    showMaterials();
    showMessages();
    Q_EMIT placeChanged();
    Q_EMIT dayShown();
}

void CourseModel::showCues()
{
    std::vector<CueRow> rows;
    for (const CueView &cue : day().cues) {
        rows.push_back(lines::cueRow(cue, node().now(), settings()));
        rows.back().isSelected = cue.code == m_cue.code;
    }
    m_cues.set(std::move(rows));
    const auto selected = std::ranges::find(day().cues, m_cue.code, &CueView::code);
    std::vector<UnmetRow> unmet;
    if (selected != day().cues.end()) {
        m_cue = *selected;
        unmet = lines::unmetRows(m_cue.unmet, settings());
    }
    m_unmet.set(std::move(unmet));
    m_phaseUnmet.set(lines::unmetRows(day().phase.unmet, settings()));
    Q_EMIT cueChanged();
}

void CourseModel::showMaterials()
{
    std::vector<MaterialRow> rows;
    for (const MaterialView &material : day().materials) {
        rows.push_back(lines::materialRow(material, settings()));
        rows.back().isSelected = material.code == m_material;
    }
    std::ranges::stable_sort(rows, std::greater(), &MaterialRow::level);
    m_materials.set(std::move(rows));
    const auto selected = std::ranges::find(day().materials, m_material, &MaterialView::code);
    m_holders.set(selected == day().materials.end() ? std::vector<HolderRow>() : lines::holderRows(*selected));
    Q_EMIT materialChanged();
}

void CourseModel::showMessages()
{
    std::vector<MessageRow> messages;
    for (const MessageView &message : day().messages) {
        const QString to = message.to == QLatin1String("all") ? QString() : message.to.section(QLatin1Char(':'), 1);
        const bool isRole = message.to.startsWith(QLatin1String("role:"));
        messages.push_back({message.id, isRole ? settings().say(staff::titleOf(to)) : to, message.text, message.from,
                            timeOf(message.at), message.readers.join(QStringLiteral(" · ")), message.readBy,
                            message.shownAt});
    }
    m_messages.set(std::move(messages));
    std::vector<ChoiceRow> roles;
    for (const StaffMember &member : node().identity().event.staff) {
        for (const QString &role : member.roles) {
            roles.push_back({role, settings().say(staff::titleOf(role)), false});
        }
    }
    m_roles.set(std::move(roles));  // Each once.
    std::vector<ModeRow> modes;
    std::vector<ChoiceRow> zones;
    for (const ZoneView &zone : day().zones) {
        const ModeView mode = modeView(zone.code);
        zones.push_back({zone.code, settings().say(zone.name), mode.mode != modes::Mode::Normal});
        if (mode.mode != modes::Mode::Normal) {
            modes.push_back(
                {zone.code, settings().say(zone.name), mode.reason, mode.by, timeOf(mode.since), int(mode.mode)});
        }
    }
    m_zoneModes.set(std::move(modes));
    m_zones.set(std::move(zones));
}

}  // namespace muster
