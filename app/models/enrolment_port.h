#pragma once
#include <QObject>

namespace muster {

/// Why a device was not let in.
enum class EnrolmentFailure {
    BadUri,       ///< Not an enrolment code of Muster.
    Expired,      ///< The code's ten minutes are over, or it was used.
    Unreachable,  ///< No address in the code answers.
    WrongHub,     ///< Someone answers, but not with the key that the code names.
    Refused,      ///< The coordinator said no.
    Storage,      ///< This device cannot keep what it was given.
};

/// How a new device asks to be let in, as the enrolment screen sees it.
///
/// Threading: as NodePort: lives in the UI thread, never calls back from inside a call.
class EnrolmentPort : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks the hub named by @p uri ("muster://…"); signals tell how it goes.
    virtual void start(const QString &uri) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void waiting(const QString &checkCode);  ///< The hub answered; its coordinator compares the code and approves.
    void enrolled();
    void failed(muster::EnrolmentFailure why);
};

}  // namespace muster
