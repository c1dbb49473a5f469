#pragma once
#include "app/models/day_rows.h"
#include "app/models/desk_controller.h"
#include "app/models/incident_draft.h"
#include "app/models/incident_sheet.h"
#include "app/models/list_model.h"

namespace muster {

/// What a zone's lead and the commander do alike: who stands where, what went wrong, what has to be seen to, and how a
/// place runs. A lead sees one zone, the commander all of them.
///
/// Guarantees: a tap is one act; what was refused by a rule that gives way to a reason is offered again with one.
class DayController : public muster::DeskController {  // Qualified, or qmllint finds no base.
    Q_OBJECT
    QML_NAMED_ELEMENT(DayDesk)
    QML_UNCREATABLE("Lent by the composition root")
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY dayShown FINAL)
    Q_PROPERTY(int ageSeconds READ ageSeconds NOTIFY aged FINAL)
    Q_PROPERTY(bool canOverride READ canOverride NOTIFY overrideChanged FINAL)
    Q_PROPERTY(QString postsStaffed READ postsStaffed NOTIFY dayShown FINAL)
    Q_PROPERTY(int gapCount READ gapCount NOTIFY dayShown FINAL)
    Q_PROPERTY(int reliefsDue READ reliefsDue NOTIFY dayShown FINAL)
    Q_PROPERTY(int incidentsOpen READ incidentsOpen NOTIFY dayShown FINAL)
    Q_PROPERTY(int incidentsUrgent READ incidentsUrgent NOTIFY dayShown FINAL)
    Q_PROPERTY(int tasksOpen READ tasksOpen NOTIFY dayShown FINAL)
    Q_PROPERTY(int tasksLate READ tasksLate NOTIFY dayShown FINAL)
    Q_PROPERTY(int mode READ mode NOTIFY dayShown FINAL)
    Q_PROPERTY(int ownMode READ ownMode NOTIFY dayShown FINAL)
    Q_PROPERTY(QString modeBy READ modeBy NOTIFY dayShown FINAL)
    Q_PROPERTY(QString selectedPost READ selectedPost NOTIFY postChanged FINAL)
    Q_PROPERTY(QString postName READ postName NOTIFY postChanged FINAL)
    Q_PROPERTY(QString postZone READ postZone NOTIFY postChanged FINAL)
    Q_PROPERTY(QString postDuty READ postDuty NOTIFY postChanged FINAL)
    Q_PROPERTY(QString postChannel READ postChannel NOTIFY postChanged FINAL)
    Q_PROPERTY(QString postSpot READ postSpot NOTIFY postChanged FINAL)
    Q_PROPERTY(QString postLead READ postLead NOTIFY postChanged FINAL)
    Q_PROPERTY(QString staffFilter READ staffFilter WRITE setStaffFilter NOTIFY staffFilterChanged FINAL)
    Q_PROPERTY(QString lastLogged READ lastLogged NOTIFY logged FINAL)
    Q_PROPERTY(muster::IncidentSheet *incident READ incident CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *posts READ posts CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *standing READ standing CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *staff READ staff CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *sent READ sent CONSTANT FINAL)
    Q_PROPERTY(muster::IncidentDraft *draft READ draft CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *incidents READ incidents CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *incidentTypes READ incidentTypes CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *tasks READ tasks CONSTANT FINAL)

public:
    /// As muster::modes::Mode.
    enum Mode { Normal, Slow, Hold, Evacuate };
    Q_ENUM(Mode)
    /// As muster::incidents::State.
    enum IncidentState { IncidentOpen, IncidentInHand, IncidentOnHold, IncidentClosed };
    Q_ENUM(IncidentState)
    /// As muster::incidents::AssigneeState.
    enum AssigneeState { Assigned, OnTheWay, OnScene, AssigneeDone, Released };
    Q_ENUM(AssigneeState)
    /// As muster::Whereabouts.
    enum StaffPlace { Away, Standing, OnBreak, AtMeal, StandingBy, Sent };
    Q_ENUM(StaffPlace)
    /// As muster::posts::DispatchState.
    enum DispatchState { DispatchSent, DispatchOnTheWay, DispatchThere, DispatchBack };
    Q_ENUM(DispatchState)
    /// As muster::PostKind.
    enum PostSort { PlainPost, LeadPost, DeputyPost, FloaterPost };
    Q_ENUM(PostSort)
    /// As muster::TaskKind.
    enum TaskSort { PlainTask, Milestone, Round };
    Q_ENUM(TaskSort)
    /// As muster::TaskState.
    enum TaskState { TaskWaiting, TaskStarted, TaskDone, TaskSkipped };
    Q_ENUM(TaskState)
    /// As muster::tasks::Step.
    enum TaskStep { StartTask, FinishTask, ReopenTask, SkipTask };
    Q_ENUM(TaskStep)

    static constexpr int staffShownMax = 60;    ///< Of those to choose from; the field narrows them.
    static constexpr int entryLengthMax = 200;  ///< As the field on the screen takes it.

    DayController(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);

    [[nodiscard]] bool isKnown() const { return m_day.isKnown && toMsecs(m_day.asOf) > 0; }
    /// How old the oldest contribution is; -1: nobody knows.
    [[nodiscard]] int ageSeconds() const;
    [[nodiscard]] bool canOverride() const { return m_refused.has_value(); }
    /// "41/43", of the posts that must be staffed now; "–" while unknown.
    [[nodiscard]] QString postsStaffed() const;
    [[nodiscard]] int gapCount() const;
    [[nodiscard]] int reliefsDue() const;
    [[nodiscard]] int incidentsOpen() const;
    [[nodiscard]] int incidentsUrgent() const;
    [[nodiscard]] int tasksOpen() const;
    [[nodiscard]] int tasksLate() const;
    /// The stricter one of the hall's and the zone's.
    [[nodiscard]] int mode() const;
    /// The place's own.
    [[nodiscard]] int ownMode() const { return int(modeView(zone()).mode); }
    [[nodiscard]] QString modeBy() const { return modeView(zone()).by; }
    [[nodiscard]] QString selectedPost() const { return m_post.code; }
    [[nodiscard]] QString postName() const { return settings().say(m_post.name); }
    [[nodiscard]] QString postZone() const { return m_post.zone; }
    [[nodiscard]] QString postDuty() const { return settings().say(m_post.duty); }
    [[nodiscard]] QString postChannel() const { return m_post.channel; }
    [[nodiscard]] QString postSpot() const { return settings().say(m_post.spot); }
    [[nodiscard]] QString postLead() const { return m_post.lead; }
    [[nodiscard]] QString staffFilter() const { return m_staffFilter; }
    void setStaffFilter(const QString &words);
    /// Number of the incident that was logged here last; empty: none since the screen was left.
    [[nodiscard]] QString lastLogged() const { return m_lastLogged; }
    [[nodiscard]] IncidentSheet *incident() { return &m_sheet; }
    [[nodiscard]] ListModel *posts() { return &m_posts; }
    /// At the selected post.
    [[nodiscard]] ListModel *standing() { return &m_standing; }
    /// Who may be sent somewhere: who stands by first.
    [[nodiscard]] ListModel *staff() { return &m_staff; }
    /// Who was sent somewhere and is not back, the first to be sent first.
    [[nodiscard]] ListModel *sent() { return &m_sent; }
    /// What the open incident is to be from now on.
    [[nodiscard]] IncidentDraft *draft() { return &m_draft; }
    [[nodiscard]] ListModel *incidents() { return &m_incidents; }
    [[nodiscard]] ListModel *incidentTypes() { return &m_incidentTypes; }
    [[nodiscard]] ListModel *tasks() { return &m_tasks; }

    Q_INVOKABLE void selectPost(const QString &post);
    /// @p staff takes the selected post.
    Q_INVOKABLE void putIn(const QString &staff);
    Q_INVOKABLE void takeOut(const QString &staff);
    /// @p item of what the post asks for is in order.
    Q_INVOKABLE void markReady(const QString &staff, const QString &item);
    /// @p relief is to relieve @p staff at the selected post, as soon as they come.
    Q_INVOKABLE void nameRelief(const QString &staff, const QString &relief);
    /// @p relief has come to the selected post and @p staff goes.
    Q_INVOKABLE void relieve(const QString &staff, const QString &relief);
    Q_INVOKABLE void dispatch(const QString &staff, const QString &target);
    /// How far @p staff is, who was sent: to an incident that is theirs, or anywhere.
    Q_INVOKABLE void moveSent(const QString &staff, int state);

    /// Of kind @p type in @p inZone; empty: where this device is.
    Q_INVOKABLE void log(const QString &type, const QString &inZone = {});
    Q_INVOKABLE void forgetLogged();
    Q_INVOKABLE void openIncident(const QString &number);
    Q_INVOKABLE void closeIncident();
    /// Of the open incident:
    Q_INVOKABLE void addNote(const QString &text);
    Q_INVOKABLE void strike(const QString &entry, const QString &reason);
    Q_INVOKABLE void setIncidentState(int state, const QString &reason);
    Q_INVOKABLE void setUrgent(bool isUrgent);
    /// What its exits look out for from now on.
    Q_INVOKABLE void setLookOut(const QString &text);
    /// The draft begins as the incident stands; it is done as it was chosen.
    Q_INVOKABLE void beginChange();
    Q_INVOKABLE void giveChange();
    Q_INVOKABLE void assign(const QString &staff, int state);
    Q_INVOKABLE void check(const QString &item, bool isDone);

    Q_INVOKABLE void advanceTask(const QString &task, int step, const QString &evidence);
    /// It is not done at all, and why.
    Q_INVOKABLE void leaveOutTask(const QString &task, const QString &reason);
    Q_INVOKABLE void assignTask(const QString &task, const QString &staff);
    /// @p place runs so from now on; empty: the hall.
    Q_INVOKABLE void setMode(const QString &place, int mode, const QString &reason);
    /// Does what was refused last, against the rule.
    Q_INVOKABLE void override(const QString &reason);
    Q_INVOKABLE void dismissNotice();

Q_SIGNALS:
    void dayShown();
    void aged();
    void overrideChanged();
    void postChanged();
    void staffFilterChanged();
    void logged();

protected:
    /// Where it looks; empty: everywhere.
    [[nodiscard]] virtual QString zone() const { return {}; }
    void tick() override;
    void readDay() override;
    void speak() override;
    /// Everything that depends on the day or the language.
    virtual void showDay();
    /// Submits, says what was not done, and keeps what a reason would do.
    void act(Command command, Done done = {});

    [[nodiscard]] const DayView &day() const { return m_day; }
    [[nodiscard]] ModeView modeView(const QString &place) const;
    /// "14:10"; with its date where that is not today's; empty where it is not known.
    [[nodiscard]] QString timeOf(std::optional<WallTime> time) const;

private:
    [[nodiscard]] bool isHere(const QString &itsZone) const { return zone().isEmpty() || itsZone == zone(); }
    void showPosts();
    void showStaff();
    void showSent();
    void showIncidents();
    void showTasks();
    void readIncident();
    void change(incidents::Change command);

    DayView m_day;
    PostView m_post;
    QString m_staffFilter;
    QString m_lastLogged;
    std::optional<Command> m_refused;
    IncidentSheet m_sheet;
    IncidentDraft m_draft;
    RowModel<PostRow> m_posts;
    RowModel<StandingRow> m_standing;
    RowModel<StaffRow> m_staff;
    RowModel<SentRow> m_sent;
    RowModel<IncidentRow> m_incidents;
    RowModel<IncidentTypeRow> m_incidentTypes;
    RowModel<TaskRow> m_tasks;
};

}  // namespace muster
