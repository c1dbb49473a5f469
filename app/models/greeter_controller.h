#pragma once
#include "app/models/answer_view.h"
#include "app/models/list_model.h"
#include "app/models/questionnaire.h"
#include "app/models/staff_alerts.h"
#include "app/node/port.h"

#include <QTimer>

#include <set>

namespace muster {

/// The greeter's tablet: scan or search, see the guest, do the next thing with one button that never moves.
///
/// Guarantees: a reply to an older search or act never replaces a newer one; a scan is taken in every mode.
class GreeterController : public QObject {
    Q_OBJECT
    Q_PROPERTY(Mode mode READ mode NOTIFY modeChanged FINAL)
    Q_PROPERTY(Primary primary READ primary NOTIFY primaryChanged FINAL)
    Q_PROPERTY(bool isPrimaryReady READ isPrimaryReady NOTIFY primaryChanged FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY primaryChanged FINAL)
    Q_PROPERTY(bool canOverride READ canOverride NOTIFY primaryChanged FINAL)
    Q_PROPERTY(bool canRefer READ canRefer NOTIFY primaryChanged FINAL)
    Q_PROPERTY(bool isReferred READ isReferred NOTIFY primaryChanged FINAL)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged FINAL)
    Q_PROPERTY(bool isSearching READ isSearching NOTIFY queryChanged FINAL)
    Q_PROPERTY(muster::AnswerView *guest READ guest CONSTANT FINAL)
    Q_PROPERTY(muster::Questionnaire *questionnaire READ questionnaire CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *results READ results CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *recent READ recent CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *alerts READ alerts CONSTANT FINAL)
    Q_PROPERTY(muster::StaffAlerts *watch READ watch CONSTANT FINAL)
    Q_PROPERTY(int companions READ companions WRITE setCompanions NOTIFY companionsChanged FINAL)
    Q_PROPERTY(QString formName MEMBER m_formName NOTIFY formChanged FINAL)
    Q_PROPERTY(QString formPhone MEMBER m_formPhone NOTIFY formChanged FINAL)
    Q_PROPERTY(QString formCompany MEMBER m_formCompany NOTIFY formChanged FINAL)
    Q_PROPERTY(bool isFormConsentGiven MEMBER m_isFormConsentGiven NOTIFY formChanged FINAL)
    Q_PROPERTY(int todayCount READ todayCount NOTIFY todayChanged FINAL)
    Q_PROPERTY(QString stationName READ stationName NOTIFY stationChanged FINAL)
    Q_PROPERTY(QString time READ time NOTIFY timeChanged FINAL)
    Q_PROPERTY(bool isCutOff READ isCutOff NOTIFY linkChanged FINAL)
    Q_PROPERTY(int unsent READ unsent NOTIFY linkChanged FINAL)
    Q_PROPERTY(int undoOutcome READ undoOutcome NOTIFY undoChanged FINAL)
    Q_PROPERTY(QString undoReason READ undoReason NOTIFY undoChanged FINAL)
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged FINAL)

public:
    enum Mode { Idle, Searching, Guest, Asking, Choosing, Told, WalkInForm };
    Q_ENUM(Mode)
    enum Primary { Nothing, DoSignIn, GoOn, NextGuest, Register, RegisterAnyway, PickFirst };
    Q_ENUM(Primary)

    static constexpr int recentMax = 10;
    static constexpr int undoSecondsMax = 60;
    static constexpr int companionsMax = 99;
    static constexpr int formTextMax = 100;
    static constexpr int alertsMax = 20;

    GreeterController(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);
    /// Staff code of who works here from now on; empty: nobody said.
    void setActor(const QString &actor)
    {
        m_actor = actor;
        showAlerts();  // Some are for their host.
    }

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] Primary primary() const;
    [[nodiscard]] bool isPrimaryReady() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] bool canOverride() const;
    /// A guest was refused here, and the plan has a problem desk elsewhere.
    [[nodiscard]] bool canRefer() const;
    /// The problem desk expects them.
    [[nodiscard]] bool isReferred() const { return m_isReferred; }
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    [[nodiscard]] AnswerView *guest() { return &m_view; }
    [[nodiscard]] Questionnaire *questionnaire() { return &m_questionnaire; }
    [[nodiscard]] ListModel *results() { return &m_results; }
    [[nodiscard]] ListModel *recent() { return &m_recent; }
    /// Guests to be met, bells to be answered and, at the problem desk, guests who were sent there: those for who works
    /// here first.
    [[nodiscard]] ListModel *alerts() { return &m_alerts; }
    /// Whom the exits here look out for.
    [[nodiscard]] StaffAlerts *watch() { return &m_watch; }
    [[nodiscard]] int companions() const { return m_companions; }
    [[nodiscard]] int todayCount() const { return int(m_latest.size()); }
    [[nodiscard]] QString stationName() const { return m_settings.say(m_node.identity().stationName); }
    [[nodiscard]] QString time() const { return m_time; }
    [[nodiscard]] bool isCutOff() const { return m_link.isCutOff; }
    [[nodiscard]] int unsent() const { return m_link.unsent; }
    [[nodiscard]] int undoOutcome() const { return m_undo ? int(m_undo->outcome) : -1; }
    [[nodiscard]] QString undoReason() const { return m_undo ? m_settings.say(m_undo->reason) : QString(); }
    [[nodiscard]] QString trouble() const { return m_trouble; }

    /// The scanner read @p payload: signs in at once.
    void scanned(const QByteArray &payload);
    void setQuery(const QString &query);
    void setCompanions(int companions);

    /// A row of `results` was touched: a guest found, or the one who was meant.
    Q_INVOKABLE void pick(const QString &key);
    /// The green button.
    Q_INVOKABLE void doPrimary();
    /// Lets in against a rule; staff says why.
    Q_INVOKABLE void override(const QString &reason);
    /// Sends the guest on to the problem desk, with what was said here.
    Q_INVOKABLE void refer();
    /// The guest on the screen goes out.
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void openWalkIn();
    /// Back to the start from anywhere.
    Q_INVOKABLE void startOver();
    /// Takes back the sign-in @p key; after undoSecondsMax a reason is needed.
    Q_INVOKABLE void annul(const QString &key, const QString &reason);
    /// Who works here takes the alert @p key in hand, or is done with the guest who was sent here; it goes from every
    /// device.
    Q_INVOKABLE void acknowledge(const QString &key);

Q_SIGNALS:
    void modeChanged();
    void primaryChanged();
    void queryChanged();
    void companionsChanged();
    void formChanged();
    void todayChanged();
    void stationChanged();
    void timeChanged();
    void linkChanged();
    void undoChanged();
    void troubleChanged();
    void told(const muster::Answer &answer);
    void called();  ///< An alert came up that was not here before.

private:
    void setMode(Mode mode);
    void setBusy(bool isBusy);
    void submitSignIn(const RequestId &request);
    void submitWalkIn(bool isDuplicateChecked);
    void submit(Command command, const RequestId &request);
    void receive(const Answer &answer);
    void showCandidates(const std::vector<GuestView> &guests);
    void clearForm();
    void readDay();
    void readRecent();
    void showRecent();
    void showAlerts();
    [[nodiscard]] bool isProblemDesk() const;
    [[nodiscard]] std::vector<AlertRow> referralRows() const;
    [[nodiscard]] bool isForMe(const AlertView &alert) const;
    void tick();

    NodePort &m_node;
    const Settings &m_settings;
    QString m_actor;
    Mode m_mode = Idle;
    bool m_isBusy = false;
    bool m_isSearching = false;
    bool m_isDuplicateHinted = false;
    bool m_isReferred = false;
    QString m_query;
    quint64 m_turn = 0;  ///< Which guest's turn it is.
    quint64 m_searchTurn = 0;
    AnswerView m_view;
    Questionnaire m_questionnaire;
    RowModel<GuestRow> m_results;
    RowModel<SignInRow> m_recent;
    RowModel<AlertRow> m_alerts;
    StaffAlerts m_watch;
    std::set<QString> m_calls;  ///< Alerts that were heard already.
    std::vector<GuestView> m_found;
    std::vector<SignInView> m_latest;
    SignIn m_signIn;
    Answer m_last;
    int m_companions = 0;
    QString m_formName;
    QString m_formPhone;
    QString m_formCompany;
    bool m_isFormConsentGiven = false;
    QString m_time;
    LinkView m_link;
    std::optional<Answer> m_undo;
    QString m_trouble;
    QTimer m_clockTimer;
};

}  // namespace muster
