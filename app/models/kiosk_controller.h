#pragma once
#include "app/models/answer_view.h"
#include "app/models/questionnaire.h"
#include "app/node/port.h"
#include "core/venue/modes/mode_words.h"

#include <QTimer>

namespace muster {

/// How long a kiosk shows what.
struct KioskTiming {
    std::chrono::milliseconds welcome{3'000};  ///< The green screen.
    std::chrono::milliseconds refusal{8'000};  ///< Time to read where to go and to call staff.
    std::chrono::milliseconds idle{30'000};    ///< A question that nobody answers.
    std::chrono::milliseconds sameCode{3'000};
    std::chrono::milliseconds reading{1'500};       ///< A code in view that is not read after all.
    std::chrono::milliseconds checking{10'000};     ///< An answer that does not come; the guest tries again.
    std::chrono::milliseconds staffCalled{20'000};  ///< So long the bell says what became of the call.
    std::chrono::milliseconds staffReached{3'000};  ///< A call that no other device holds by then: nobody hears it yet.
};

/// The kiosk, where a guest stands alone: what it shows, and what a touch or a scan does.
///
/// Guarantees
///  - A code held before the camera is submitted once: until it was away for `sameCode` it counts as the same showing.
///  - Every answer ends by itself; an abandoned question returns to the start after `idle`.
///  - A late answer of an earlier guest never shows to the next one.
/// Limits: payloads over payloadMax bytes are cut (the node refuses what is too long).
class KioskController : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(muster::AnswerView *answer READ answer CONSTANT FINAL)
    Q_PROPERTY(muster::Questionnaire *questionnaire READ questionnaire CONSTANT FINAL)
    Q_PROPERTY(QString eventName READ eventName NOTIFY eventChanged FINAL)
    Q_PROPERTY(QString stationName READ stationName NOTIFY eventChanged FINAL)
    Q_PROPERTY(QString time READ time NOTIFY timeChanged FINAL)
    Q_PROPERTY(QString troubleCode READ troubleCode NOTIFY troubleCodeChanged FINAL)
    Q_PROPERTY(bool isCutOff READ isCutOff NOTIFY isCutOffChanged FINAL)
    Q_PROPERTY(bool isPrinting READ isPrinting NOTIFY isPrintingChanged FINAL)
    Q_PROPERTY(bool isStaffCalled READ isStaffCalled NOTIFY isStaffCalledChanged FINAL)
    Q_PROPERTY(QString problemDesk READ problemDesk NOTIFY problemDeskChanged FINAL)
    Q_PROPERTY(QString problemDeskOther READ problemDeskOther NOTIFY problemDeskChanged FINAL)
    Q_PROPERTY(Call call READ call NOTIFY isStaffCalledChanged FINAL)
    Q_PROPERTY(QString modeTitle READ modeTitle NOTIFY modeChanged FINAL)
    Q_PROPERTY(QString modeTitleOther READ modeTitleOther NOTIFY modeChanged FINAL)
    Q_PROPERTY(QString modeAdvice READ modeAdvice NOTIFY modeChanged FINAL)
    Q_PROPERTY(QString modeAdviceOther READ modeAdviceOther NOTIFY modeChanged FINAL)
    Q_PROPERTY(QString assembly READ assembly NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool isSlow READ isSlow NOTIFY modeChanged FINAL)

public:
    /// Waiting: nobody is let in now, or not so fast. Evacuating: everybody leaves; it goes before all others.
    enum State { Ready, Reading, Checking, Asking, Told, OutOfOrder, Waiting, Evacuating };
    Q_ENUM(State)

    /// What became of the bell. Ringing: not known yet; Called: staff's devices have it; Unheard: it rings there when
    /// the link is back; CallFailed: this device could not even store it.
    enum Call { NotCalled, Ringing, Called, Unheard, CallFailed };
    Q_ENUM(Call)

    static constexpr qsizetype payloadMax = 4096;

    KioskController(NodePort &node, const Settings &settings, KioskTiming timing = {}, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] AnswerView *answer() { return &m_view; }
    [[nodiscard]] Questionnaire *questionnaire() { return &m_questionnaire; }
    [[nodiscard]] QString eventName() const;
    [[nodiscard]] QString stationName() const;
    [[nodiscard]] QString time() const { return m_time; }
    [[nodiscard]] QString troubleCode() const;
    [[nodiscard]] bool isCutOff() const { return m_isCutOff; }
    [[nodiscard]] bool isPrinting() const { return m_isPrinting; }
    [[nodiscard]] bool isStaffCalled() const { return m_call == Called; }
    [[nodiscard]] Call call() const { return m_call; }
    /// Where the refused guest on the screen is expected; empty: nowhere.
    [[nodiscard]] QString problemDesk() const { return m_settings.say(m_problemDesk); }
    [[nodiscard]] QString problemDeskOther() const { return m_settings.sayOther(m_problemDesk); }

    /// Why guests wait or leave, and what they do, in the screen's language and the other one.
    [[nodiscard]] QString modeTitle() const { return m_settings.say(modes::titleOf(shownMode())); }
    [[nodiscard]] QString modeTitleOther() const { return m_settings.sayOther(modes::titleOf(shownMode())); }
    [[nodiscard]] QString modeAdvice() const { return m_settings.say(modes::announcementOf(shownMode())); }
    [[nodiscard]] QString modeAdviceOther() const { return m_settings.sayOther(modes::announcementOf(shownMode())); }
    /// Where people from here gather, in both languages; empty: the plan does not say.
    [[nodiscard]] QString assembly() const;
    /// Guests are let in slowly.
    [[nodiscard]] bool isSlow() const { return m_mode == modes::Mode::Slow; }

    /// The scanner sees a code but has not read it yet.
    void seeing();
    /// The scanner read @p payload.
    void scanned(const QByteArray &payload);
    /// Camera, printer, … fail: shows @p code for staff until it is empty again. The disk is watched here.
    void setTrouble(const QString &code);
    void setPrinting(bool isPrinting);

    /// Any touch: ends the green screen, keeps a question alive.
    Q_INVOKABLE void touched();
    /// Back to the start from anywhere.
    Q_INVOKABLE void startOver();
    /// The bell, with what sent the guest to it. Rung again while a call is open it does nothing.
    Q_INVOKABLE void callStaff();

Q_SIGNALS:
    void stateChanged();
    void eventChanged();
    void timeChanged();
    void troubleCodeChanged();
    void isCutOffChanged();
    void isPrintingChanged();
    void isStaffCalledChanged();
    void problemDeskChanged();
    void modeChanged();
    void told(const muster::Answer &answer);  ///< Shown now: time for the sound and the slip.
    void idled();                             ///< Nobody has been here for `idle`.

private:
    void setState(State state);
    /// Where the screen goes when nobody stands before it.
    void rest() { setState(restingState()); }
    [[nodiscard]] State restingState() const;
    [[nodiscard]] static bool isResting(State state);
    [[nodiscard]] modes::Mode shownMode() const;
    void adoptStation();
    void followMode();
    void setTroubles(bool isStorageFailed, const QString &device);
    void submit(SignIn signIn, const RequestId &request);
    void receive(const Answer &answer);
    /// Tells the problem desk that the guest who was @p refused comes, and why: the line goes on.
    void refer(const Answer &refused);
    void submitAnswers();
    void tick();
    void readDay();
    void endTold();
    void setCall(Call call);
    void followCall();
    [[nodiscard]] QString reasonOfCall() const;

    NodePort &m_node;
    const Settings &m_settings;
    KioskTiming m_timing;
    State m_state = Ready;
    AnswerView m_view;
    Questionnaire m_questionnaire;
    Answer m_last;    ///< What was told last, or what it waits to know.
    SignIn m_signIn;  ///< The act that it belongs to.
    QByteArray m_seenPayload;
    quint64 m_turn = 0;  ///< Which guest's turn it is; a reply to an earlier one is too late.
    QString m_time;
    QString m_deviceTrouble;
    bool m_isStorageFailed = false;
    modes::Mode m_mode = modes::Mode::Normal;  ///< Of the hall; that of this zone if people leave it.
    modes::Mode m_bar = modes::Mode::Normal;   ///< What the last guest was told to wait for.
    Words m_problemDesk;
    QString m_zone;  ///< Where this kiosk stands.
    Words m_assembly;
    Call m_call = NotCalled;
    bool m_isCallKept = false;  ///< Durable here; whether others have it, the next view of the day says.
    bool m_isCutOff = false;
    bool m_isPrinting = false;
    bool m_isAfterAdmission = false;
    QTimer m_stateTimer;
    QTimer m_idleTimer;
    QTimer m_sameCodeTimer;
    QTimer m_staffTimer;
    QTimer m_reachTimer;
    QTimer m_clockTimer;
};

}  // namespace muster
