#pragma once
#include "app/models/enrolment_port.h"

namespace muster {

/// A new device's way in: show me the coordinator's code → asking → compare the check code → let in, or why not.
///
/// Where an address was typed instead, this device too must be told that the codes are the same: nothing but that tells
/// the coordinator from somebody in between.
class EnrolmentController : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(Failure failure READ failure NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool isTyped READ isTyped NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString checkCode READ checkCode NOTIFY stateChanged FINAL)

public:
    enum State { Scan, Connecting, Comparing, WaitingForApproval, Enrolled, Failed };
    Q_ENUM(State)
    /// As EnrolmentFailure.
    enum Failure { BadUri, Expired, Unreachable, WrongHub, Refused, Storage, CodesDiffer, BadAddress };
    Q_ENUM(Failure)

    static constexpr qsizetype uriMax = 2048;

    /// @p port may be null on a device that is enrolled already.
    explicit EnrolmentController(EnrolmentPort *port, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Failure failure() const { return m_failure; }
    [[nodiscard]] QString checkCode() const { return m_checkCode; }
    /// Whether an address was typed, not a code scanned or pasted.
    [[nodiscard]] bool isTyped() const { return m_isTyped; }

    /// The coordinator's code, as scanned. Ignored while a request is under way.
    Q_INVOKABLE void submit(const QString &uri);
    /// What a person wrote: the coordinator's code, or its address, also as a Chinese keyboard types it.
    Q_INVOKABLE void enter(const QString &text);
    /// Both screens show the same code; or they do not.
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void deny();
    Q_INVOKABLE void startOver();

Q_SIGNALS:
    void stateChanged();

private:
    [[nodiscard]] bool isUnderWay() const { return m_state != Scan && m_state != Failed; }
    void start(const QString &where, bool isTyped);
    void setState(State state);
    void fail(EnrolmentFailure why);

    EnrolmentPort *m_port;
    State m_state = Scan;
    Failure m_failure = BadUri;
    QString m_checkCode;
    bool m_isTyped = false;
};

}  // namespace muster
