#pragma once
#include "app/devices/wedge_filter.h"
#include "app/models/coordinator_model.h"
#include "app/models/counter_controller.h"
#include "app/models/course_model.h"
#include "app/models/enrolment_controller.h"
#include "app/models/greeter_controller.h"
#include "app/models/hall_model.h"
#include "app/models/kiosk_controller.h"
#include "app/models/paper_desk.h"
#include "app/models/prize_controller.h"
#include "app/models/sounds.h"
#include "app/models/staff_menu.h"
#include "app/models/stage.h"
#include "app/models/translations.h"
#include "app/models/typist.h"
#include "app/models/worker_controller.h"
#include "app/models/zone_controller.h"
#include "tests/qml/fake_node.h"

#include <QTemporaryDir>

class QQmlEngine;
class QQuickItem;

namespace muster::test {

/// A kiosk, a greeter's tablet and a wall at once, over a node that answers as told: what Qt Quick tests play with.
class Rig : public QObject {
    Q_OBJECT
    Q_PROPERTY(int actCount READ actCount NOTIFY changed)
    Q_PROPERTY(int scanCount READ scanCount NOTIFY changed)

public:
    explicit Rig(QQmlEngine &engine);
    ~Rig() override;

    [[nodiscard]] int actCount() const { return int(m_node.acts.size()); }
    [[nodiscard]] int scanCount() const { return m_scanCount; }

    /// What the node answers from now on: a Verdict about the sample guest @p guest.
    Q_INVOKABLE void answer(int verdict, int guest = 0);
    /// The node asks this question of the sample first, and admits then.
    Q_INVOKABLE void question(const QString &code);
    Q_INVOKABLE void find(int count);
    /// A code that nobody showed before is read at the kiosk.
    Q_INVOKABLE void scanAtKiosk();
    Q_INVOKABLE void scanAtGreeter();
    Q_INVOKABLE void ring() { m_kiosk.callStaff(); }
    /// Of whom a PIN is asked.
    Q_INVOKABLE void setPins(const QStringList &staff) { m_node.signs.withPin = staff; }
    Q_INVOKABLE void setTrouble(const QString &code) { m_kiosk.setTrouble(code); }
    Q_INVOKABLE void setCutOff(bool isCutOff);
    /// "busy", "empty", "stale", or "unknown".
    Q_INVOKABLE void setDay(const QString &name);
    Q_INVOKABLE void openEnrolment() { m_node.openEnrolment(); }
    /// The new device's enrolment by address: a hub shows @p code; what the port was told of it ("confirm 407193",
    /// "deny", "cancel"; and "start ADDRESS").
    Q_INVOKABLE void compareCodes(const QString &code) { m_port.compare(code); }
    [[nodiscard]] Q_INVOKABLE QString enrolmentAsked() const { return m_port.asked.join(QStringLiteral(", ")); }
    /// The device stands at a counter whose number is in @p phase ("called", "serving", "held"; empty: none), or at a
    /// prize desk.
    Q_INVOKABLE void standAtCounter(const QString &phase);
    Q_INVOKABLE void standAtPrizeDesk();
    /// Something urgent happens at the counter or prize desk.
    Q_INVOKABLE void callDesk();
    Q_INVOKABLE void scanAtPrizeDesk();
    /// What was asked for at the two since they were taken up: "call", "finish", "redeem gift", "hand over 1234", …
    [[nodiscard]] Q_INVOKABLE QString deskActs() const;
    /// The device is a zone lead's, or the wall's, on a day of posts, incidents and cues.
    Q_INVOKABLE void leadZone();
    /// The same with alerts for the lead, and an exit that is to look out.
    Q_INVOKABLE void alertZone();
    Q_INVOKABLE void command(bool isMorning);
    /// What was asked for since: "count D +1", "open spill D", "mode D evacuate", "go doors", "out guide-1 S-31 why" …
    [[nodiscard]] Q_INVOKABLE QString dayActs() const;
    /// Every act is refused by a rule from now on.
    Q_INVOKABLE void refuseByRule();
    /// A candidate who typed the address stands at the coordinator's door, too.
    Q_INVOKABLE void addTypedCandidate();
    [[nodiscard]] Q_INVOKABLE QString lastCompared() const { return m_node.compared.value(m_node.compared.size() - 1); }
    /// What the last act of the coordinator or greeter said as its reason.
    [[nodiscard]] Q_INVOKABLE QString lastReason() const;
    /// How often paper was asked for, and what comes of it: a PaperDesk::Outcome.
    [[nodiscard]] Q_INVOKABLE int printCount() const { return int(m_press.languages.size()); }
    Q_INVOKABLE void tellPaper(int outcome) { m_press.tell(PaperNews::Outcome(outcome)); }
    [[nodiscard]] Q_INVOKABLE int approvedCount() const { return int(m_node.approved.size()); }
    /// What the settings file says of @p name; waits until it is written.
    [[nodiscard]] Q_INVOKABLE QString kept(const QString &name);
    [[nodiscard]] Q_INVOKABLE QString spokenName(QQuickItem *item) const;
    /// The names of visible buttons below @p item that are smaller than @p sideMin, or that say nothing.
    [[nodiscard]] Q_INVOKABLE QStringList badButtons(QQuickItem *item, double sideMin) const;
    /// Keys as a wedge scanner sends them: at once, with Enter at the end.
    Q_INVOKABLE void wedge(QQuickItem *item, const QString &code);

Q_SIGNALS:
    void changed();
    void played(int meaning);

private:
    void lend();

    QTemporaryDir m_folder;
    FakeNode m_node;
    FakeEnrolment m_port;
    FakePaper m_press;
    SystemClock m_clock;
    std::unique_ptr<Settings> m_settings;
    Translations m_translations;
    Sounds m_sounds;
    Stage m_stage;
    Typist m_typist;
    StaffMenu m_menu;
    EnrolmentController m_enrolment;
    WorkerController m_worker;
    HallModel m_hall;
    PaperDesk m_paper;
    KioskController m_kiosk;
    GreeterController m_greeter;
    CoordinatorModel m_coordinator;
    CourseModel m_course;
    ZoneController m_zone;
    CounterController m_counter;
    PrizeController m_prize;
    WedgeFilter m_wedge;
    std::size_t m_firstDeskAct = 0;
    int m_scanCount = 0;
};

}  // namespace muster::test
