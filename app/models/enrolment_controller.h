#pragma once
#include "app/models/enrolment_port.h"

namespace muster {

/// A new device's way in: show me the coordinator's code → asking → compare the check code → let in, or why not.
class EnrolmentController : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(Failure failure READ failure NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString checkCode READ checkCode NOTIFY stateChanged FINAL)

public:
    enum State { Scan, Connecting, WaitingForApproval, Enrolled, Failed };
    Q_ENUM(State)
    /// As EnrolmentFailure.
    enum Failure { BadUri, Expired, Unreachable, WrongHub, Refused, Storage };
    Q_ENUM(Failure)

    static constexpr qsizetype uriMax = 2048;

    /// @p port may be null on a device that is enrolled already.
    explicit EnrolmentController(EnrolmentPort *port, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Failure failure() const { return m_failure; }
    [[nodiscard]] QString checkCode() const { return m_checkCode; }

    /// Scanned, pasted or typed. Ignored while a request is under way.
    Q_INVOKABLE void submit(const QString &uri);
    Q_INVOKABLE void startOver();

Q_SIGNALS:
    void stateChanged();

private:
    void setState(State state);
    void fail(EnrolmentFailure why);

    EnrolmentPort *m_port;
    State m_state = Scan;
    Failure m_failure = BadUri;
    QString m_checkCode;
};

}  // namespace muster
