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
    CodesDiffer,  ///< The person saw different codes on the two screens.
    BadAddress,   ///< What was typed is no address.
};

/// How a new device asks to be let in, as the enrolment screen sees it.
///
/// Threading: as NodePort: lives in the UI thread, never calls back from inside a call.
class EnrolmentPort : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks the hub named by @p where, the coordinator's code ("muster://…") or a typed address (HOST:PORT); signals
    /// tell how it goes.
    virtual void start(const QString &where) = 0;
    /// The person saw @p checkCode on both screens, or other digits: after comparing() only.
    virtual void confirm(const QString &checkCode) = 0;
    virtual void deny() = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    /// A hub answered at a typed address; a person must say whether it shows the same code. Comes again, with another
    /// code, if the connection was lost.
    void comparing(const QString &checkCode);
    void waiting(const QString &checkCode);  ///< The hub answered; its coordinator compares the code and approves.
    void enrolled();
    void failed(muster::EnrolmentFailure why);
};

}  // namespace muster
