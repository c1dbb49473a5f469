#pragma once
#include "app/models/course_rows.h"
#include "app/models/day_controller.h"
#include "app/models/rows.h"

namespace muster {

/// The course of the day as its commander sees and steers it: run of show, phases, materials, modes, messages, and
/// everywhere what a lead does in one zone.
class CourseModel : public muster::DayController {  // Qualified, or qmllint finds no base.
    Q_OBJECT
    Q_PROPERTY(QString doorsIn READ doorsIn NOTIFY aged FINAL)
    Q_PROPERTY(QString doorsAt READ doorsAt NOTIFY dayShown FINAL)
    Q_PROPERTY(bool isBeforeDoors READ isBeforeDoors NOTIFY dayShown FINAL)
    Q_PROPERTY(bool areDoorsLate READ areDoorsLate NOTIFY aged FINAL)
    Q_PROPERTY(QString nextCue READ nextCue NOTIFY dayShown FINAL)
    Q_PROPERTY(QString nextCueAt READ nextCueAt NOTIFY dayShown FINAL)
    Q_PROPERTY(int cuesLate READ cuesLate NOTIFY aged FINAL)
    Q_PROPERTY(int phase READ phase NOTIFY dayShown FINAL)
    Q_PROPERTY(QString phaseSince READ phaseSince NOTIFY dayShown FINAL)
    Q_PROPERTY(QString selectedCue READ selectedCue NOTIFY cueChanged FINAL)
    Q_PROPERTY(QString cueName READ cueName NOTIFY cueChanged FINAL)
    Q_PROPERTY(QString cueReason READ cueReason NOTIFY cueChanged FINAL)
    Q_PROPERTY(int cueState READ cueState NOTIFY cueChanged FINAL)
    Q_PROPERTY(QString selectedMaterial READ selectedMaterial NOTIFY materialChanged FINAL)
    Q_PROPERTY(QString materialName READ materialName NOTIFY materialChanged FINAL)
    Q_PROPERTY(bool isMaterialNumbered READ isMaterialNumbered NOTIFY materialChanged FINAL)
    Q_PROPERTY(int materialsShort READ materialsShort NOTIFY dayShown FINAL)
    Q_PROPERTY(int materialsOut READ materialsOut NOTIFY dayShown FINAL)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY placeChanged FINAL)
    Q_PROPERTY(int placeMode READ placeMode NOTIFY placeChanged FINAL)
    Q_PROPERTY(QString placeModeBy READ placeModeBy NOTIFY placeChanged FINAL)
    Q_PROPERTY(int onDuty READ onDuty NOTIFY dayShown FINAL)
    Q_PROPERTY(int onBreak READ onBreak NOTIFY dayShown FINAL)
    Q_PROPERTY(int standingBy READ standingBy NOTIFY dayShown FINAL)
    Q_PROPERTY(muster::ListModel *cues READ cues CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *unmet READ unmet CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *phaseUnmet READ phaseUnmet CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *materials READ materials CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *holders READ holders CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *messages READ messages CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *zoneModes READ zoneModes CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *zones READ zones CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *roles READ roles CONSTANT FINAL)

public:
    /// As muster::CueState.
    enum CueState { CueWaiting, CueHeld, CueRunning, CueDone, CueSkipped };
    Q_ENUM(CueState)
    /// As muster::cues::Step.
    enum CueStep { GoCue, HoldCue, EndCue, SkipCue, ResetCue, ShiftCue };
    Q_ENUM(CueStep)
    /// As muster::Phase.
    enum DayPhase { Prepare, Open, Live, Close };
    Q_ENUM(DayPhase)
    /// As muster::materials::Step.
    enum MaterialStep { Packed, Arrived, Issued, Returned, Missing, Broken };
    Q_ENUM(MaterialStep)
    /// As muster::materials::SerialStep.
    enum SerialStep { SerialIssued, SerialUsed, SerialVoid, SerialReturned };
    Q_ENUM(SerialStep)

    CourseModel(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);

    /// "08:29", "1:08:29"; "–" where no cue opens doors; past its time it counts on.
    [[nodiscard]] QString doorsIn() const;
    [[nodiscard]] QString doorsAt() const;
    /// The run of show opens doors, and has not yet.
    [[nodiscard]] bool isBeforeDoors() const;
    [[nodiscard]] bool areDoorsLate() const;
    /// The first one that has not begun.
    [[nodiscard]] QString nextCue() const;
    [[nodiscard]] QString nextCueAt() const;
    /// Waiting past their time, or running over.
    [[nodiscard]] int cuesLate() const;
    [[nodiscard]] int phase() const { return int(day().phase.phase); }
    [[nodiscard]] QString phaseSince() const { return timeOf(day().phase.since); }
    [[nodiscard]] QString selectedCue() const { return m_cue.code; }
    [[nodiscard]] QString cueName() const { return settings().say(m_cue.name); }
    /// Why it went although something was not there.
    [[nodiscard]] QString cueReason() const { return m_cue.overrideReason; }
    [[nodiscard]] int cueState() const { return int(m_cue.state); }
    [[nodiscard]] QString selectedMaterial() const { return m_material; }
    [[nodiscard]] QString materialName() const;
    [[nodiscard]] bool isMaterialNumbered() const;
    [[nodiscard]] int materialsShort() const;
    [[nodiscard]] int materialsOut() const;
    /// The zone whose mode is looked at; empty: the hall.
    [[nodiscard]] QString place() const { return m_place; }
    void setPlace(const QString &place);
    [[nodiscard]] int placeMode() const { return int(modeView(m_place).mode); }
    [[nodiscard]] QString placeModeBy() const { return modeView(m_place).by; }
    [[nodiscard]] int onDuty() const { return day().roster.on; }
    [[nodiscard]] int onBreak() const { return day().roster.onBreak; }
    [[nodiscard]] int standingBy() const { return day().roster.standingBy; }
    [[nodiscard]] ListModel *cues() { return &m_cues; }
    /// What the selected cue needs and has not.
    [[nodiscard]] ListModel *unmet() { return &m_unmet; }
    /// What stands between this phase and the next.
    [[nodiscard]] ListModel *phaseUnmet() { return &m_phaseUnmet; }
    /// What is short first.
    [[nodiscard]] ListModel *materials() { return &m_materials; }
    /// Who has what is out of the selected material.
    [[nodiscard]] ListModel *holders() { return &m_holders; }
    [[nodiscard]] ListModel *messages() { return &m_messages; }
    /// Of zones that do not run like the hall.
    [[nodiscard]] ListModel *zoneModes() { return &m_zoneModes; }
    [[nodiscard]] ListModel *zones() { return &m_zones; }
    /// Of the plan's staff.
    [[nodiscard]] ListModel *roles() { return &m_roles; }

    Q_INVOKABLE void selectCue(const QString &cue);
    /// Of the selected cue.
    Q_INVOKABLE void advanceCue(int step, int minutes);
    /// The phase after this one begins.
    Q_INVOKABLE void nextPhase();
    Q_INVOKABLE void selectMaterial(const QString &material);
    /// @p count of the selected material went through @p step: with @p staff, in @p inZone; both may be empty.
    Q_INVOKABLE void moveMaterial(int step, const QString &count, const QString &staff, const QString &inZone);
    /// Numbers @p run ("17", "17-20") of the selected documents; @p staff: who has them.
    Q_INVOKABLE void markSerials(int step, const QString &run, const QString &note, const QString &staff);
    /// As people say it.
    Q_INVOKABLE QString staffName(const QString &staff) const;
    /// @p to: "all", "role:…", "zone:…".
    Q_INVOKABLE void say(const QString &to, const QString &text);

Q_SIGNALS:
    void cueChanged();
    void materialChanged();
    void placeChanged();

protected:
    void tick() override;
    void showDay() override;

private:
    [[nodiscard]] const CueView *doors() const;
    void showCues();
    void showMaterials();
    void showMessages();

    CueView m_cue;
    QString m_material;
    QString m_place;
    RowModel<CueRow> m_cues;
    RowModel<UnmetRow> m_unmet;
    RowModel<UnmetRow> m_phaseUnmet;
    RowModel<MaterialRow> m_materials;
    RowModel<HolderRow> m_holders;
    RowModel<MessageRow> m_messages;
    RowModel<ModeRow> m_zoneModes;
    RowModel<ChoiceRow> m_zones;
    RowModel<ChoiceRow> m_roles;
};

}  // namespace muster
