#pragma once
#include "app/models/settings.h"
#include "app/models/staff_alerts.h"
#include "app/node/port.h"

#include <qqmlintegration.h>
#include <QTimer>

namespace muster {

/// What every desk of staff shows beside its own work: where it is, what time it is, whether all is well, and what the
/// last act was told.
///
/// Guarantees: one act at a time; what was told stands until the next act, and goes into the other language with it.
class DeskController : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Desk)
    QML_UNCREATABLE("Lent by the composition root")
    Q_PROPERTY(QString stationName READ stationName NOTIFY stationChanged FINAL)
    Q_PROPERTY(QString time READ time NOTIFY timeChanged FINAL)
    Q_PROPERTY(bool isCutOff READ isCutOff NOTIFY linkChanged FINAL)
    Q_PROPERTY(int unsent READ unsent NOTIFY linkChanged FINAL)
    Q_PROPERTY(bool isStorageWell READ isStorageWell NOTIFY troubleChanged FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged FINAL)
    Q_PROPERTY(int outcome READ outcome NOTIFY noticeChanged FINAL)
    Q_PROPERTY(int meaning READ meaning NOTIFY noticeChanged FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY noticeChanged FINAL)
    Q_PROPERTY(bool isProvisional READ isProvisional NOTIFY noticeChanged FINAL)
    Q_PROPERTY(muster::StaffAlerts *alerts READ alerts CONSTANT FINAL)

public:
    DeskController(NodePort &node, const Settings &settings, QString actor, QObject *parent = nullptr);

    [[nodiscard]] QString stationName() const;
    [[nodiscard]] QString time() const { return m_time; }
    [[nodiscard]] bool isCutOff() const { return m_link.isCutOff; }
    [[nodiscard]] int unsent() const { return m_link.unsent; }
    [[nodiscard]] bool isStorageWell() const { return m_isStorageWell; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// A Verdict of the last act; -1: nothing to say.
    [[nodiscard]] int outcome() const { return m_told ? int(m_told->outcome) : -1; }
    [[nodiscard]] int meaning() const;
    [[nodiscard]] QString reason() const { return m_told ? m_settings.say(m_told->reason) : QString(); }
    [[nodiscard]] bool isProvisional() const { return m_told && m_told->isProvisional; }
    /// What concerns whoever works here.
    [[nodiscard]] StaffAlerts *alerts() { return &m_alerts; }

    /// Staff code of who works here from now on; empty: nobody said.
    void setActor(const QString &actor);

Q_SIGNALS:
    void stationChanged();
    void timeChanged();
    void linkChanged();
    void troubleChanged();
    void busyChanged();
    void noticeChanged();
    void told(const muster::Answer &answer);

protected:
    using Done = std::function<void(const Answer &)>;

    /// Does nothing while another act is under way.
    void submit(Command command, Done done);
    void setNotice(std::optional<Answer> told);
    /// Every second.
    virtual void tick();
    virtual void readDay();
    /// Another language, or another time zone.
    virtual void speak();

    [[nodiscard]] NodePort &node() const { return m_node; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    /// Staff code of who works here.
    [[nodiscard]] const QString &actor() const { return m_actor; }
    [[nodiscard]] int secondsSince(WallTime time) const;

private:
    NodePort &m_node;
    const Settings &m_settings;
    QString m_actor;
    QString m_time;
    LinkView m_link;
    bool m_isStorageWell = true;
    bool m_isBusy = false;
    std::optional<Answer> m_told;
    StaffAlerts m_alerts;
    QTimer m_clockTimer;
};

}  // namespace muster
