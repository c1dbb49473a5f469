#include "app/models/day_controller.h"

#include "app/models/day_lines.h"

#include <QPointer>

#include <algorithm>

namespace muster {
namespace {

/// @p command once more, with @p reason; nothing where no reason helps.
std::optional<Command> withReason(Command command, const QString &reason)
{
    const bool isTaken = std::visit(
        [&reason](auto &act) {
            if constexpr (requires { act.overrideReason; }) {
                const bool isNew = act.overrideReason.isEmpty();
                act.overrideReason = reason;
                return isNew;
            } else {
                return false;
            }
        },
        command);
    return isTaken ? std::optional(std::move(command)) : std::nullopt;
}

/// How far somebody is with an incident who is so far on their way.
incidents::AssigneeState assigneeStateOf(posts::DispatchState state)
{
    switch (state) {
    case posts::DispatchState::Sent: return incidents::AssigneeState::Assigned;
    case posts::DispatchState::OnTheWay: return incidents::AssigneeState::OnTheWay;
    case posts::DispatchState::There: return incidents::AssigneeState::OnScene;
    case posts::DispatchState::Back: return incidents::AssigneeState::Done;
    }
    Q_UNREACHABLE();
}

static_assert(DayController::DispatchBack == int(posts::DispatchState::Back));
static_assert(DayController::Evacuate == int(modes::Mode::Evacuate) &&
              DayController::IncidentClosed == int(incidents::State::Closed) &&
              DayController::Released == int(incidents::AssigneeState::Released) &&
              DayController::Sent == int(Whereabouts::Sent) && DayController::FloaterPost == int(PostKind::Floater) &&
              DayController::Round == int(TaskKind::Round) && DayController::TaskSkipped == int(TaskState::Skipped) &&
              DayController::SkipTask == int(tasks::Step::Skip));

}  // namespace

DayController::DayController(NodePort &node, const Settings &settings, QString actor, QObject *parent)
    : DeskController(node, settings, std::move(actor), parent), m_sheet(settings), m_draft(settings)
{
}

int DayController::ageSeconds() const
{
    return isKnown() && m_day.knownSince ? secondsSince(std::min(*m_day.knownSince, m_day.asOf)) : -1;
}

QString DayController::postsStaffed() const
{
    if (!isKnown()) {
        return figure(std::nullopt);
    }
    int needed = 0;
    int staffed = 0;
    for (const PostView &post : m_day.posts) {
        if (isHere(post.zone) && post.minimum > 0) {
            ++needed;
            staffed += post.gap == 0 ? 1 : 0;
        }
    }
    return QStringLiteral("%1/%2").arg(staffed).arg(needed);
}

int DayController::gapCount() const
{
    return int(std::ranges::count_if(m_posts.rows(), [](const PostRow &post) { return post.gap > 0; }));
}

int DayController::reliefsDue() const { return int(std::ranges::count_if(m_posts.rows(), &PostRow::isReliefDue)); }

int DayController::incidentsOpen() const
{
    return int(std::ranges::count_if(m_incidents.rows(),
                                     [](const IncidentRow &incident) { return incident.status != IncidentClosed; }));
}

int DayController::incidentsUrgent() const
{
    return int(std::ranges::count_if(m_incidents.rows(), [](const IncidentRow &incident) {
        return incident.status != IncidentClosed && incident.isUrgent;
    }));
}

int DayController::tasksOpen() const
{
    return int(std::ranges::count_if(m_tasks.rows(), [](const TaskRow &task) { return task.status < TaskDone; }));
}

int DayController::tasksLate() const { return int(std::ranges::count_if(m_tasks.rows(), &TaskRow::isLate)); }

ModeView DayController::modeView(const QString &place) const
{
    const auto found = std::ranges::find(m_day.modes, place, &ModeView::place);
    return found == m_day.modes.end() ? ModeView() : *found;
}

int DayController::mode() const { return std::max(int(modeView({}).mode), ownMode()); }

void DayController::setStaffFilter(const QString &words)
{
    if (words != m_staffFilter) {
        m_staffFilter = words;
        Q_EMIT staffFilterChanged();
        showStaff();
    }
}

void DayController::selectPost(const QString &post)
{
    m_post = {};
    m_post.code = post;
    showPosts();
}

void DayController::putIn(const QString &staff) { act(posts::In{m_post.code, staff, {}, {}, {}}); }
void DayController::takeOut(const QString &staff) { act(posts::Out{m_post.code, staff, {}}); }
void DayController::markReady(const QString &staff, const QString &item) { act(posts::Tick{staff, item, true}); }

void DayController::nameRelief(const QString &staff, const QString &relief)
{
    act(posts::NameRelief{m_post.code, staff, relief});
}

void DayController::relieve(const QString &staff, const QString &relief)
{
    act(posts::In{m_post.code, relief, staff, {}, {}});
}

void DayController::dispatch(const QString &staff, const QString &target)
{
    act(posts::Dispatch{staff, target, posts::DispatchState::Sent, {}, {}});
}

void DayController::moveSent(const QString &staff, int state)
{
    const auto view = std::ranges::find(m_day.roster.staff, staff, &StaffView::code);
    if (view == m_day.roster.staff.end() || state < DispatchSent || state > DispatchBack) {
        return;
    }
    const auto next = posts::DispatchState(state);
    if (view->incident.isEmpty()) {
        act(posts::Dispatch{staff, {}, next, {}, {}});
    } else {
        act(incidents::Assign{view->incident, staff, {}, assigneeStateOf(next)});
    }
}

void DayController::log(const QString &type, const QString &inZone)
{
    incidents::Open open;
    open.zone = inZone.isEmpty() ? zone() : inZone;
    open.types = QStringList(type);
    act(open, [this](const Answer &answer) {
        m_lastLogged = answer.number;
        Q_EMIT logged();
    });
}

void DayController::forgetLogged()
{
    m_lastLogged.clear();
    Q_EMIT logged();
}

void DayController::openIncident(const QString &number)
{
    if (number != m_sheet.number()) {
        m_sheet.await(number);
    }
    showIncidents();
    readIncident();
}

void DayController::closeIncident()
{
    m_sheet.clear();
    showIncidents();
}

void DayController::addNote(const QString &text)
{
    if (!text.trimmed().isEmpty() && !m_sheet.number().isEmpty()) {
        act(incidents::Note{m_sheet.number(), text.trimmed().left(entryLengthMax)});
    }
}

void DayController::strike(const QString &entry, const QString &reason)
{
    const auto id = OperationHash::fromHex(entry.section(QLatin1Char(':'), 0, 0));
    if (id && !reason.trimmed().isEmpty()) {
        act(incidents::Strike{*id, reason.trimmed()});
    }
}

void DayController::change(incidents::Change command)
{
    command.incident = m_sheet.number();
    if (!command.incident.isEmpty()) {
        act(std::move(command));
    }
}

void DayController::setIncidentState(int state, const QString &reason)
{
    if (state >= IncidentOpen && state <= IncidentClosed) {
        incidents::Change command;
        command.state = incidents::State(state);
        command.reason = reason.trimmed();
        change(std::move(command));
    }
}

void DayController::setUrgent(bool isUrgent)
{
    incidents::Change command;
    command.isUrgent = isUrgent;
    change(std::move(command));
}

void DayController::setLookOut(const QString &text)
{
    incidents::Change command;
    command.lookOut = text.trimmed();
    change(std::move(command));
}

void DayController::beginChange() { m_draft.begin(m_sheet.view(), node().identity().event, node().now()); }

void DayController::giveChange()
{
    if (auto command = m_draft.change()) {
        act(std::move(*command));
    }
}

void DayController::assign(const QString &staff, int state)
{
    if (state >= Assigned && state <= Released && !m_sheet.number().isEmpty()) {
        act(incidents::Assign{m_sheet.number(), staff, {}, incidents::AssigneeState(state)});
    }
}

void DayController::check(const QString &item, bool isDone)
{
    if (!m_sheet.number().isEmpty()) {
        act(incidents::Check{m_sheet.number(), item, isDone});
    }
}

void DayController::advanceTask(const QString &task, int step, const QString &evidence)
{
    if (step >= StartTask && step <= SkipTask) {
        tasks::Advance command;
        command.task = task;
        command.step = tasks::Step(step);
        command.evidence = evidence.trimmed();
        act(command);
    }
}

void DayController::leaveOutTask(const QString &task, const QString &reason)
{
    tasks::Advance command;
    command.task = task;
    command.step = tasks::Step::Skip;
    command.overrideReason = reason.trimmed();
    act(command);
}

void DayController::assignTask(const QString &task, const QString &staff) { act(tasks::Assign{task, staff}); }

void DayController::setMode(const QString &place, int mode, const QString &reason)
{
    if (mode >= Normal && mode <= Evacuate) {
        act(modes::SetMode{place, modes::Mode(mode), reason.trimmed()});
    }
}

void DayController::override(const QString &reason)
{
    if (m_refused && !reason.trimmed().isEmpty() && !isBusy()) {
        if (auto again = withReason(*m_refused, reason.trimmed())) {
            act(std::move(*again));
        }
    }
}

void DayController::dismissNotice()
{
    m_refused.reset();
    setNotice({});
    Q_EMIT overrideChanged();
}

void DayController::act(Command command, Done done)
{
    if (isBusy()) {
        return;
    }
    m_refused.reset();
    Q_EMIT overrideChanged();
    submit(command, [this, command, done = std::move(done)](const Answer &answer) {
        if (answer.outcome == Outcome::Done || answer.outcome == Outcome::Admitted) {
            if (done) {
                done(answer);
            }
            readIncident();
            return;
        }
        const bool isRule = answer.outcome == Outcome::Refused || answer.outcome == Outcome::RuleRefused;
        if (isRule && withReason(command, QStringLiteral("?"))) {
            m_refused = command;
            Q_EMIT overrideChanged();
        }
        setNotice(answer);
    });
}

void DayController::tick()
{
    DeskController::tick();
    showPosts();
    showSent();
    showIncidents();
    showTasks();
    Q_EMIT aged();
}

void DayController::readDay()
{
    DeskController::readDay();
    m_day = node().day();
    showDay();
    readIncident();
}

void DayController::speak()
{
    DeskController::speak();
    showDay();
}

void DayController::showDay()
{
    const EventSetup event = node().identity().event;
    std::vector<IncidentTypeRow> types;
    for (const IncidentType &type : event.incidentTypes) {
        types.push_back({type.code, settings().say(type.name), type.isUrgent, type.isRestricted});
    }
    std::ranges::stable_sort(types, [](const auto &a, const auto &b) { return a.isUrgent && !b.isUrgent; });
    m_incidentTypes.set(std::move(types));
    showPosts();
    showStaff();
    showSent();
    showIncidents();
    showTasks();
    Q_EMIT dayShown();
    Q_EMIT aged();
}

QString DayController::timeOf(std::optional<WallTime> time) const
{
    return time ? lines::timeOf(*time, node().now(), settings()) : QString();
}

void DayController::showPosts()
{
    std::vector<PostRow> rows;
    for (const PostView &post : m_day.posts) {
        if (isHere(post.zone)) {
            rows.push_back(lines::postRow(post, node().now(), settings()));
            rows.back().isSelected = post.code == m_post.code;
        }
    }
    std::ranges::stable_sort(rows, std::greater(), &PostRow::level);
    m_posts.set(std::move(rows));
    const auto selected = std::ranges::find(m_day.posts, m_post.code, &PostView::code);
    std::vector<StandingRow> standing;
    if (selected != m_day.posts.end()) {
        m_post = *selected;
        for (const StandingView &view : m_post.standing) {
            standing.push_back(lines::standingRow(view, node().now(), settings()));
            standing.back().reliefKey = view.reliefStaff;
        }
    }
    m_standing.set(std::move(standing));
    Q_EMIT postChanged();
}

void DayController::showStaff()
{
    std::vector<StaffView> shown;
    for (const StaffView &staff : m_day.roster.staff) {
        const bool isMeant = m_staffFilter.isEmpty() || staff.name.contains(m_staffFilter, Qt::CaseInsensitive) ||
                             staff.code.startsWith(m_staffFilter, Qt::CaseInsensitive) ||
                             staff.company.contains(m_staffFilter, Qt::CaseInsensitive);
        const bool isNear = zone().isEmpty() || staff.zone.isEmpty() || staff.zone == zone() ||
                            staff.whereabouts == Whereabouts::StandingBy || !m_staffFilter.isEmpty();
        if (isMeant && isNear) {
            shown.push_back(staff);
        }
    }
    std::ranges::stable_sort(shown, std::less(), &lines::turnOf);
    shown.resize(std::min(shown.size(), std::size_t(staffShownMax)));
    std::vector<StaffRow> rows;
    for (const StaffView &staff : shown) {
        rows.push_back(lines::staffRow(staff, m_day, settings()));
    }
    m_staff.set(std::move(rows));
}

void DayController::showSent()
{
    std::vector<StaffView> sent;
    std::ranges::copy_if(m_day.roster.staff, std::back_inserter(sent), [this](const StaffView &staff) {
        const bool isOurs = isHere(staff.zone) || isHere(lines::zoneSentTo(staff, m_day));
        return isOurs && (staff.whereabouts == Whereabouts::Sent || staff.isLent);
    });
    std::ranges::stable_sort(sent, {}, [](const StaffView &staff) { return staff.since.value_or(WallTime{}); });
    std::vector<SentRow> rows;
    for (const StaffView &staff : sent) {
        rows.push_back(lines::sentRow(staff, m_day, node().now(), settings()));
    }
    m_sent.set(std::move(rows));
}

void DayController::showIncidents()
{
    std::vector<IncidentRow> rows;
    for (const IncidentView &incident : m_day.incidents) {
        if (isHere(incident.zone)) {
            rows.push_back(lines::incidentRow(incident, node().now(), settings()));
            rows.back().isSelected = incident.number == m_sheet.number();
        }
    }
    m_incidents.set(std::move(rows));
}

void DayController::showTasks()
{
    std::vector<TaskRow> rows;
    for (const TaskView &task : m_day.tasks) {
        if (isHere(task.zone)) {
            rows.push_back(lines::taskRow(task, node().now(), settings()));
        }
    }
    std::ranges::stable_sort(rows, std::greater(), &TaskRow::isLate);
    m_tasks.set(std::move(rows));
}

void DayController::readIncident()
{
    const QString number = m_sheet.number();
    if (number.isEmpty()) {
        return;
    }
    const auto known = std::ranges::find(m_day.incidents, number, &IncidentView::number);
    if (known != m_day.incidents.end()) {
        m_sheet.show(*known);
    }
    node().incident(number, [self = QPointer(this), number](const IncidentView &view) {
        if (auto *here = self.data(); here && here->m_sheet.number() == number && view.number == number) {
            here->m_sheet.show(view);
        }
    });
}

}  // namespace muster
