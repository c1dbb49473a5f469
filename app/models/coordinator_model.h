#pragma once
#include "app/models/list_model.h"
#include "app/models/rows.h"
#include "app/models/settings.h"
#include "app/node/port.h"

#include <QTimer>

#include <set>

namespace muster {

/// The day as its one commander sees it, and the commander's acts. Only figures that are known are shown as figures.
class CoordinatorModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString eventName READ eventName NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString time READ time NOTIFY ticked FINAL)
    Q_PROPERTY(int ageSeconds READ ageSeconds NOTIFY ticked FINAL)
    Q_PROPERTY(bool isStale READ isStale NOTIFY ticked FINAL)
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString headcount READ headcount NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString capacity READ capacity NOTIFY dayChanged FINAL)
    Q_PROPERTY(double load READ load NOTIFY dayChanged FINAL)
    Q_PROPERTY(int headcountLevel READ headcountLevel NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString signedIn READ signedIn NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString expected READ expected NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString walkIns READ walkIns NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString vip READ vip NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString media READ media NOTIFY dayChanged FINAL)
    Q_PROPERTY(int arrivalsMax READ arrivalsMax NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString arrivalsLastFive READ arrivalsLastFive NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString inHand READ inHand NOTIFY dayChanged FINAL)
    Q_PROPERTY(int openConflictCount READ openConflictCount NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString openConflicts READ openConflicts NOTIFY dayChanged FINAL)
    Q_PROPERTY(int devicesWell READ devicesWell NOTIFY dayChanged FINAL)
    Q_PROPERTY(int devicesSilent READ devicesSilent NOTIFY dayChanged FINAL)
    Q_PROPERTY(int devicesSkewed READ devicesSkewed NOTIFY dayChanged FINAL)
    Q_PROPERTY(bool isCutOff READ isCutOff NOTIFY dayChanged FINAL)
    Q_PROPERTY(bool isHub READ isHub NOTIFY dayChanged FINAL)
    Q_PROPERTY(bool isBesideHub READ isBesideHub NOTIFY dayChanged FINAL)
    Q_PROPERTY(QString enrolUri READ enrolUri NOTIFY enrolUriChanged FINAL)
    Q_PROPERTY(QString enrolAddresses READ enrolAddresses NOTIFY enrolUriChanged FINAL)
    Q_PROPERTY(QString noticeReason READ noticeReason NOTIFY noticeChanged FINAL)
    Q_PROPERTY(int noticeOutcome READ noticeOutcome NOTIFY noticeChanged FINAL)
    Q_PROPERTY(bool isNoticeBad READ isNoticeBad NOTIFY noticeChanged FINAL)
    Q_PROPERTY(QString rollPersons READ rollPersons NOTIFY rollChanged FINAL)
    Q_PROPERTY(QString rollTime READ rollTime NOTIFY rollChanged FINAL)
    Q_PROPERTY(QString rollZone READ rollZone NOTIFY rollChanged FINAL)
    Q_PROPERTY(bool isRollWhole READ isRollWhole NOTIFY rollChanged FINAL)
    Q_PROPERTY(QString selectedConflict READ selectedConflict NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString selectedClass READ selectedClass NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString selectedReason READ selectedReason NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString selectedJudge READ selectedJudge NOTIFY selectionChanged FINAL)
    Q_PROPERTY(int selectedJudgement READ selectedJudgement NOTIFY selectionChanged FINAL)
    Q_PROPERTY(muster::ListModel *zones READ zones CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *latest READ latest CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *devices READ devices CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *conflicts READ conflicts CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *rivals READ rivals CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *alerts READ alerts CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *candidates READ candidates CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *arrivals READ arrivals CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *sessions READ sessions CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *openGrants READ openGrants CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *roll READ roll CONSTANT FINAL)

public:
    /// As muster::Decision.
    enum Judgement { KeepFirst, KeepLast, KeepAll, AnnulAll };
    Q_ENUM(Judgement)

    static constexpr std::chrono::seconds rollEvery{5};  ///< How often an open roll call is read anew.
    static constexpr int freshSecondsMax = 3;            ///< Older figures carry their age.
    static constexpr int staleSecondsMin = 10;           ///< From here on they are marked.

    CoordinatorModel(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);
    /// Staff code of who works here from now on; empty: nobody said.
    void setActor(const QString &actor) { m_actor = actor; }

    [[nodiscard]] QString eventName() const { return m_settings.say(m_node.identity().event.name); }
    [[nodiscard]] QString time() const;
    /// How old the oldest contribution is; -1: a device was never heard, or nothing is known yet.
    [[nodiscard]] int ageSeconds() const;
    [[nodiscard]] bool isStale() const { return ageSeconds() < 0 || ageSeconds() >= staleSecondsMin; }
    [[nodiscard]] bool isKnown() const { return m_day.isKnown && toMsecs(m_day.asOf) > 0; }
    [[nodiscard]] QString headcount() const { return figure(m_day.headcount); }
    [[nodiscard]] QString capacity() const;
    [[nodiscard]] double load() const;
    [[nodiscard]] int headcountLevel() const;
    [[nodiscard]] QString signedIn() const { return known(m_day.signedIn); }
    [[nodiscard]] QString expected() const { return known(m_day.expected); }
    [[nodiscard]] QString walkIns() const { return known(m_day.walkIns); }
    [[nodiscard]] QString vip() const { return known(m_day.vipIn) + slash + known(m_day.vipExpected); }
    [[nodiscard]] QString media() const { return known(m_day.mediaIn) + slash + known(m_day.mediaExpected); }
    [[nodiscard]] int arrivalsMax() const;
    [[nodiscard]] QString arrivalsLastFive() const;
    /// Who sees to which alert, and when it is looked at again, a line each; empty: nobody sees to anything.
    [[nodiscard]] QString inHand() const;
    [[nodiscard]] int openConflictCount() const;
    [[nodiscard]] QString openConflicts() const { return known(openConflictCount()); }
    [[nodiscard]] int devicesWell() const;
    [[nodiscard]] int devicesSilent() const;
    [[nodiscard]] int devicesSkewed() const;
    [[nodiscard]] bool isCutOff() const { return m_day.link.isCutOff; }
    [[nodiscard]] bool isHub() const { return m_day.link.isHub; }
    /// Another device is the hub, and this one knows the day.
    [[nodiscard]] bool isBesideHub() const { return m_day.isKnown && !m_day.devices.empty() && !m_day.link.isHub; }
    [[nodiscard]] QString enrolUri() const { return m_node.enrolUri(); }
    /// What a device without a camera is told, a line an address.
    [[nodiscard]] QString enrolAddresses() const { return m_node.enrolAddresses().join(QLatin1Char('\n')); }
    [[nodiscard]] QString noticeReason() const { return m_notice ? m_settings.say(m_notice->reason) : QString(); }
    [[nodiscard]] int noticeOutcome() const { return m_notice ? int(m_notice->outcome) : -1; }
    [[nodiscard]] bool isNoticeBad() const { return m_notice && m_notice->outcome != Outcome::Done; }
    /// People on the list that is open; "–" while that is not known.
    [[nodiscard]] QString rollPersons() const { return figure(m_rollCall.persons); }
    [[nodiscard]] QString rollTime() const;
    [[nodiscard]] QString rollZone() const { return m_rollZone.value_or(QString()); }
    /// False: a device was not heard, so that somebody may be missing.
    [[nodiscard]] bool isRollWhole() const;
    [[nodiscard]] ListModel *roll() { return &m_roll; }
    [[nodiscard]] QString selectedConflict() const { return m_selected; }
    [[nodiscard]] QString selectedName() const;
    [[nodiscard]] QString selectedClass() const;
    [[nodiscard]] QString selectedReason() const;
    /// Who judged it; empty while it is open.
    [[nodiscard]] QString selectedJudge() const;
    /// A Judgement; -1: none yet.
    [[nodiscard]] int selectedJudgement() const;
    [[nodiscard]] ListModel *zones() { return &m_zones; }
    [[nodiscard]] ListModel *latest() { return &m_latest; }
    [[nodiscard]] ListModel *devices() { return &m_devices; }
    [[nodiscard]] ListModel *conflicts() { return &m_conflicts; }
    [[nodiscard]] ListModel *rivals() { return &m_rivals; }
    [[nodiscard]] ListModel *alerts() { return &m_alerts; }
    [[nodiscard]] ListModel *candidates() { return &m_candidates; }
    [[nodiscard]] ListModel *arrivals() { return &m_arrivals; }
    [[nodiscard]] ListModel *sessions() { return &m_sessions; }
    /// "Recorded, not shown: done or void?"
    [[nodiscard]] ListModel *openGrants() { return &m_openGrants; }

    Q_INVOKABLE void selectConflict(const QString &key);
    /// Judges the selected conflict as it stands on the screen.
    Q_INVOKABLE void resolve(muster::CoordinatorModel::Judgement judgement, const QString &reason);
    Q_INVOKABLE void acknowledge(const QString &alert);
    /// @p compared: the code that was compared; empty where the device scanned, which needs none.
    Q_INVOKABLE void approve(const QString &candidate, const QString &compared) { m_node.approve(candidate, compared); }
    Q_INVOKABLE void refuse(const QString &candidate) { m_node.refuse(candidate); }
    Q_INVOKABLE void revoke(const QString &device, const QString &reason);
    /// The device is off for good and its zones were recounted: what it held is free again.
    Q_INVOKABLE void declareLost(const QString &device, const QString &reason);
    /// The guest of an open grant came in all the same.
    Q_INVOKABLE void confirmGrant(const QString &grant);
    /// Nobody came in with an open grant: the guest may come in elsewhere.
    Q_INVOKABLE void voidGrant(const QString &grant, const QString &reason);
    Q_INVOKABLE void setSession(const QString &session, bool isOpen);
    /// Forgets the sign-ins of the rehearsal.
    Q_INVOKABLE void resetDay(const QString &reason);
    /// Everybody who is still inside counts as gone.
    Q_INVOKABLE void emptyHall(const QString &reason);
    /// Reads who is inside @p zone (empty: everywhere), again and again until closeRoll().
    Q_INVOKABLE void openRoll(const QString &zone);
    Q_INVOKABLE void closeRoll();
    Q_INVOKABLE void dismissNotice();
    Q_INVOKABLE void openEnrolment() { m_node.openEnrolment(); }
    Q_INVOKABLE void closeEnrolment() { m_node.closeEnrolment(); }

Q_SIGNALS:
    void dayChanged();
    void ticked();
    void enrolUriChanged();
    void noticeChanged();
    void rollChanged();
    void escalated();  ///< An alert is grave, or has gone unanswered for too long: it is heard, too.
    void selectionChanged();

private:
    static inline const QString slash = QStringLiteral(" / ");

    [[nodiscard]] QString known(int count) const { return figure(isKnown() ? std::optional(count) : std::nullopt); }
    [[nodiscard]] int secondsSince(WallTime time) const;
    [[nodiscard]] DeviceRow deviceRow(const DeviceView &device) const;
    [[nodiscard]] const ConflictView *conflict(const QString &key) const;
    void submit(Command command);
    void readDay();
    void showAll();
    void showAged();
    void showZones();
    void showConflicts();
    void showGrants();
    void showArrivals();
    void showRoll();
    void readRoll();

    NodePort &m_node;
    const Settings &m_settings;
    QString m_actor;
    DayView m_day;
    QString m_selected;
    std::optional<Answer> m_notice;
    std::set<QString> m_escalated;  ///< Alerts that were heard already.
    std::optional<QString> m_rollZone;
    RollCall m_rollCall;
    RowModel<RollRow> m_roll;
    RowModel<ZoneRow> m_zones;
    RowModel<SignInRow> m_latest;
    RowModel<DeviceRow> m_devices;
    RowModel<ConflictRow> m_conflicts;
    RowModel<RivalRow> m_rivals;
    RowModel<AlertRow> m_alerts;
    RowModel<CandidateRow> m_candidates;
    RowModel<ArrivalRow> m_arrivals;
    RowModel<SessionRow> m_sessions;
    RowModel<GrantRow> m_openGrants;
    QTimer m_clockTimer;
    QTimer m_rollTimer;
};

}  // namespace muster
